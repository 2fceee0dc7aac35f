import type { MessageChannel } from './contact.ts'
import { CONTACT_HOURS } from './contact.ts'
import { addDays, parisDate } from './duration.ts'
import { CONTRACT_LABELS, OFFER_KIND_LABELS } from './offer.labels.ts'
import { type AskedOffers, reachWords } from './offer-search.ts'
import { parisInstant } from './paris-time.ts'

export const RHYTHMS = ['daily', 'weekly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

export const PAUSE_REASONS = ['own', 'absence'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/**
 * A search whose new offers a person asked to be told of. `query` is the address's parameters; offers published after `since`
 * are new; `nextLookAt` is when they are looked for next.
 */
export type SavedSearch = {
  id: string
  profileId: string
  query: string
  rhythm: Rhythm
  channel: MessageChannel
  pausedAt: Date | null
  pauseReason: PauseReason | null
  since: Date
  nextLookAt: Date
  createdAt: Date
}

/** How many searches one person saves at most. */
export const MOST_SEARCHES = 10

const DAYS: Record<Rhythm, number> = { daily: 1, weekly: 7 }

/** When a search is looked at next: a day or a week later, at the opening of the hours of contact in Paris. */
export const nextLook = (rhythm: Rhythm, now: Date): Date =>
  parisInstant(addDays(parisDate(now), DAYS[rhythm]), CONTACT_HOURS.opens)

type HowTold = Pick<SavedSearch, 'rhythm' | 'channel'>

/** What a person may do with a search she or he saved. */
export type SearchAction = { kind: 'change'; how: HowTold } | { kind: 'pause' } | { kind: 'resume' }

/**
 * The search after an action. Pausing twice is pausing once. A search that resumes tells what is published from then on; another
 * rhythm counts from now.
 */
export function decideSearch(search: SavedSearch, action: SearchAction, now: Date): SavedSearch {
  switch (action.kind) {
    case 'change': {
      const { rhythm } = action.how
      const isOther = rhythm !== search.rhythm
      return { ...search, ...action.how, nextLookAt: isOther ? nextLook(rhythm, now) : search.nextLookAt }
    }
    case 'pause':
      return search.pausedAt ? search : { ...search, pausedAt: now, pauseReason: 'own' }
    case 'resume':
      return search.pausedAt
        ? {
            ...search,
            pausedAt: null,
            pauseReason: null,
            since: now,
            nextLookAt: nextLook(search.rhythm, now),
          }
        : search
  }
}

/** What was asked, in words: "cuisine, emploi ou saisonnier, à 20 km de Laon". */
export function searchWords(
  asked: AskedOffers,
  names: { commune: string | null; occupation: string | null },
): string {
  const parts = [
    asked.text,
    names.occupation ?? '',
    asked.kinds.map((kind) => OFFER_KIND_LABELS[kind].toLowerCase()).join(' ou '),
    asked.contracts.map((contract) => CONTRACT_LABELS[contract]).join(' ou '),
    names.commune ? `à ${reachWords(asked)} de ${names.commune}` : '',
  ]
  return parts.filter(Boolean).join(', ') || 'toutes les offres'
}
