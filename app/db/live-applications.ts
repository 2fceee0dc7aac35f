import type { ApplicationState } from '#app/domain/application.ts'

/** The states in which an application takes no place in an offer, and may be sent again (domain: "Applications"). */
export const NOT_LIVE = ['withdrawn', 'obsolete'] as const satisfies readonly ApplicationState[]

/** The condition, in SQL, that an application is live. `alias` is the name its table goes by in the statement. */
export const isLive = (alias: string): string =>
  `${alias}.state not in (${NOT_LIVE.map((state) => `'${state}'`).join(', ')})`
