import { type ApplyDecision, mayReapplyOn, readSentence, recordSending } from './application.apply.ts'
import { isApplicationOpen } from './application.transitions.ts'
import type { Application, WantedKind } from './application.ts'
import { addWorkingDays, type IsoDate, parisDate } from './duration.ts'
import type { Organisation } from './organisation.ts'
import { ok, type Result, refuse } from './result.ts'

/** What keeps organisations from being flooded, and people from writing everywhere without being answered. */
export const SPONTANEOUS_LIMITS = {
  /** Days after one to an organisation before another to it. */
  againAfterDays: 90,
  /** Of one person, waiting at a time. */
  waitingOfPerson: 10,
  /** To one organisation, waiting at a time. */
  waitingAtOrganisation: 80,
} as const

type Earlier = Pick<Application, 'id' | 'offerId' | 'organisationId' | 'state' | 'createdAt'>

/** The spontaneous application to this organisation that waits for an answer, or null. `own` are the person's applications. */
export const waitingAt = <T extends Earlier>(organisationId: string, own: readonly T[]): T | null =>
  own.find((one) => isSpontaneousTo(organisationId, one) && isApplicationOpen(one.state)) ?? null

const isSpontaneousTo = (organisationId: string, one: Earlier): boolean =>
  one.offerId === null && one.organisationId === organisationId

/** The first day on which the person may apply to this organisation again, or null when she or he may today. */
export function mayProposeAgainOn(
  organisationId: string,
  { own, now }: { own: readonly Earlier[]; now: Date },
): IsoDate | null {
  const days = own
    .filter((one) => isSpontaneousTo(organisationId, one))
    .map((one) => mayReapplyOn(one, SPONTANEOUS_LIMITS.againAfterDays))
    .sort()
  const last = days.at(-1)
  return last && parisDate(now) < last ? last : null
}

/** True when as many applications wait at an organisation as it may be asked to answer. */
export const isFlooded = (waiting: number): boolean => waiting >= SPONTANEOUS_LIMITS.waitingAtOrganisation

type Candidacy = {
  id: string
  profileId: string
  sentence: string | null
  wantedKind: WantedKind | null
  replyDelayDays: number
  now: Date
}

/**
 * A person applies to an organisation without any offer. `own` are all her or his applications, none of them waiting
 * there; `waiting` is how many such applications wait at the organisation. The answer is promised within the territory's
 * delay, in working days. Refusals: `not_found` for an organisation not verified, `already_proposed`, `proposals_full`,
 * `organisation_full`, `invalid_input` on `sentence`.
 */
export function decideSpontaneous(
  organisation: Pick<Organisation, 'id' | 'territoryId' | 'state'>,
  { own, waiting }: { own: readonly Earlier[]; waiting: number },
  { id, profileId, sentence, wantedKind, replyDelayDays, now }: Candidacy,
): Result<ApplyDecision> {
  if (organisation.state !== 'verified') return refuse('not_found')
  if (mayProposeAgainOn(organisation.id, { own, now })) return refuse('already_proposed')
  const open = own.filter((one) => one.offerId === null && isApplicationOpen(one.state))
  if (open.length >= SPONTANEOUS_LIMITS.waitingOfPerson) return refuse('proposals_full')
  if (isFlooded(waiting)) return refuse('organisation_full')
  const text = readSentence(sentence)
  if (!text.ok) return text
  const promisedOn = addWorkingDays(parisDate(now), replyDelayDays)
  const about = { offerId: null, organisationId: organisation.id, matchId: null, wantedKind }
  const { territoryId } = organisation
  return ok(recordSending({ id, profileId, territoryId, ...about, sentence: text.value, promisedOn }, now))
}
