import type { Role } from '#app/domain/actor.ts'
import type { TerritoryLogo } from '#app/domain/territory.ts'

/** What stands around every page. `helpPhone` is E.164; `brandColor` is `#rrggbb` or null for our own colours. */
export type Frame = {
  territory: {
    name: string
    departementCode: string
    helpPhone: string
    helpPhoneDisplay: string
    helpHours: string
    brandColor: string | null
    logo: TerritoryLogo | null
  }
  /** Who is signed in; `role` is null until there is a hat, and a second factor where one is asked. */
  actor: null | {
    displayName: string
    role: Role | null
    organisationName: string | null
    /** There is another hat to put on. */
    hasOtherHats: boolean
  }
  isDemo: boolean
  /** Where the demo shows the messages that went out; null elsewhere. */
  mailboxHref: string | null
}

/** What a route may ask of the frame through its `handle`. */
export type RouteHandle = {
  /** Load the page's scripts. Without it a page is HTML and CSS alone. */
  hydrate?: boolean
  /** The small script that helps a page without `hydrate`, which does without it too. */
  enhance?: 'commune-field' | 'usual-answers'
  /** The page says in its own words what it is about, for search engines. */
  described?: boolean
  /** Use the whole width of the window, for dense tables. */
  wide?: boolean
}
