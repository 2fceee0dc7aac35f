import { db } from '#app/db/client.server.ts'
import type { Application } from '#app/domain/application.ts'
import { CV_KIND_PATHS } from '#app/domain/cv.labels.ts'
import type { Match } from '#app/domain/match.ts'
import type { Offer, OfferKind } from '#app/domain/offer.ts'
import { fileToken, hashToken, searchToken } from '#app/system/secrets.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCvEntry } from '#tests/factories/cv-entry.ts'
import { createCvFile } from '#tests/factories/cv-file.ts'
import { createMatch } from '#tests/factories/match.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createSavedSearch } from '#tests/factories/saved-search.ts'
import { createSecondFactor } from '#tests/factories/second-factor.ts'
import { signIn } from '#tests/setup/request.ts'
import type { Thing } from './row.ts'
import type { World } from './world.ts'

const DAY_MS = 86_400_000
const WHOSE_OFFER = ['own', 'other_organisation', 'other_territory', 'archived'] as const
type WhoseOffer = (typeof WHOSE_OFFER)[number]

const placeOf = (world: World, whose: WhoseOffer) =>
  whose === 'other_organisation' ? world.beside : whose === 'other_territory' ? world.away : world.here

type MoreOffer = Partial<Offer> & { kind?: OfferKind }

const liveOffer = (more: MoreOffer) => {
  const wasPublished = !['draft', 'in_review', 'refused'].includes(more.state ?? 'published')
  const publishedAt = wasPublished ? new Date(Date.now() - DAY_MS) : null
  const expiresAt = wasPublished ? new Date(Date.now() + 30 * DAY_MS) : null
  return createOffer({ publishedAt, expiresAt, ...more })
}

/** An offer of the visitors' organisation, of another one, of another territory; `archived`: their own, withdrawn. */
export const offer = (more: MoreOffer = {}): Thing<WhoseOffer> => ({
  whose: WHOSE_OFFER,
  make: async (world, whose) => {
    const ended = whose === 'archived' ? { state: 'withdrawn' as const, closedAt: new Date() } : {}
    const { id } = await liveOffer({ ...more, ...ended, ...placeOf(world, whose) })
    return { params: { offerId: id } }
  },
})

/** The same, set aside by the candidate who visits. */
export const markedOffer = (): Thing<WhoseOffer> => ({
  whose: WHOSE_OFFER,
  make: async (world, whose) => {
    const made = await offer().make(world, whose)
    const { profileId } = world.self
    await createOfferMark({ profileId, offerId: made.params?.offerId, mark: 'set_aside' })
    return made
  },
})

const WHOSE_APPLICATION = [
  'own',
  'same_organisation',
  'other_organisation',
  'other_territory',
  'archived',
] as const

/**
 * An application of the candidate who visits, of somebody else to the same organisation, of somebody else to another one
 * or to another territory; `archived`: the candidate's own, withdrawn.
 */
export const application = (
  more: Partial<Omit<Application, 'offerId'>> = {},
): Thing<(typeof WHOSE_APPLICATION)[number]> => ({
  whose: WHOSE_APPLICATION,
  make: async (world, whose) => {
    const isSelf = whose === 'own' || whose === 'archived'
    const place = whose === 'same_organisation' ? world.here : placeOf(world, whose)
    const person = isSelf ? world.self : whose === 'other_territory' ? world.stranger : world.other
    const { id: offerId } = await liveOffer(place)
    const state = whose === 'archived' ? { state: 'withdrawn' as const } : {}
    const { id } = await createApplication({ offerId, profileId: person.profileId, ...more, ...state })
    return { params: { applicationId: id } }
  },
})

const WHOSE_ORGANISATION = ['own', 'other_organisation', 'other_territory', 'archived'] as const

/** The visitors' organisation, another one, one of another territory; `archived`: one that is closed. */
export const organisation = (): Thing<(typeof WHOSE_ORGANISATION)[number]> => ({
  whose: WHOSE_ORGANISATION,
  make: async (world, whose) => {
    if (whose !== 'archived') return { params: { organisationId: placeOf(world, whose).organisationId } }
    const { territoryId } = world.here
    const { id } = await createOrganisation({ territoryId, state: 'closed' })
    return { params: { organisationId: id } }
  },
})

const WHOSE_MATCH = ['own', 'other_person', 'other_territory', 'archived'] as const
type WhoseMatch = (typeof WHOSE_MATCH)[number]

async function makeMatch(world: World, whose: WhoseMatch, more: Partial<Match>) {
  const isAway = whose === 'other_territory'
  const { profileId } = isAway ? world.stranger : whose === 'other_person' ? world.other : world.self
  const { id: offerId } = await liveOffer(isAway ? world.away : world.here)
  return createMatch({ offerId, profileId, ...more, ...(whose === 'archived' ? { state: 'applied' } : {}) })
}

/** A match of the candidate who visits, of somebody else, of another territory; `archived`: their own, applied to. */
export const match = (field: string, more: Partial<Match> = {}): Thing<WhoseMatch> => ({
  whose: WHOSE_MATCH,
  make: async (world, whose) => {
    const { id, offerId } = await makeMatch(world, whose, more)
    return { params: { offerId }, ids: { [field]: id } }
  },
})

const WHOSE_ENTRY = ['own', 'other_person', 'other_territory'] as const

/** A line of the CV of the candidate who visits, of somebody else, of another territory. */
export const cvEntry = (): Thing<(typeof WHOSE_ENTRY)[number]> => ({
  whose: WHOSE_ENTRY,
  make: async (world, whose) => {
    const person = whose === 'own' ? world.self : whose === 'other_person' ? world.other : world.stranger
    const { id } = await createCvEntry({ profileId: person.profileId })
    return { params: { entryId: id, question: 'ou' } }
  },
})

const WHOSE_ADDRESS = ['open', 'late'] as const

/** The address of a file: open, and two minutes old. It opens for whoever holds it. */
export const fileAddress = (): Thing<(typeof WHOSE_ADDRESS)[number]> => ({
  whose: WHOSE_ADDRESS,
  make: async (world, whose) => {
    const { profile } = await createCandidate({ account: { territoryId: world.here.territoryId } })
    const { id } = await createCvFile({ profileId: profile.id })
    const expiresAt = new Date(Date.now() + (whose === 'open' ? DAY_MS : -DAY_MS))
    return { params: { token: fileToken(id, expiresAt) } }
  },
})

/** A question of a profile: one that has its answer, one that has none, and one that nobody has to answer. */
export const profileQuestion = (): Thing<'commune' | 'jours' | 'situation'> => ({
  whose: ['commune', 'jours', 'situation'],
  make: async (_, whose) => ({ params: { question: whose } }),
})

/** An occupation that the candidate who visits wants. */
export const wantedOccupation = (): Thing<'own'> => ({
  whose: ['own'],
  make: async () => ({ params: { occupationCode: OCCUPATIONS.kitchenHelp.romeCode } }),
})

/** The part of a CV that an address names. */
export const cvKind = (): Thing<'experience' | 'training'> => ({
  whose: ['experience', 'training'],
  make: async (_, whose) => ({ params: { kind: CV_KIND_PATHS[whose] } }),
})

const searchOf = (world: World, whose: (typeof WHOSE_ENTRY)[number]) => {
  const person = whose === 'own' ? world.self : whose === 'other_person' ? world.other : world.stranger
  return createSavedSearch({ profileId: person.profileId })
}

/** A saved search of the candidate who visits, of somebody else, of another territory. */
export const savedSearch = (): Thing<(typeof WHOSE_ENTRY)[number]> => ({
  whose: WHOSE_ENTRY,
  make: async (world, whose) => {
    const { id } = await searchOf(world, whose)
    return { params: { searchId: id }, ids: { searchId: id } }
  },
})

/** The link of a saved search: it opens for whoever holds it. */
export const searchLink = (): Thing<'open'> => ({
  whose: ['open'],
  make: async (world) => ({ params: { token: searchToken((await searchOf(world, 'own')).id) } }),
})

const WHOSE_LINK = ['open', 'late', 'archived'] as const

/** The link of a message: open, thirty days old, and of an offer that is closed. It opens for whoever holds it. */
export const answerLink = (): Thing<(typeof WHOSE_LINK)[number]> => ({
  whose: WHOSE_LINK,
  make: async (world, whose) => {
    const made = await makeMatch(world, 'own', { state: 'notified' })
    if (whose === 'archived') {
      await db().offer.update({
        where: { id: made.offerId },
        data: { state: 'filled', closedAt: new Date() },
      })
    }
    const late = whose === 'late' ? { expiresAt: new Date(Date.now() - DAY_MS) } : {}
    const { token } = await createAnswerLink({ match: made, ...late })
    return { params: { token } }
  },
})

const WHOSE_PERSON = ['own', 'other_territory'] as const

/** Somebody of the visitors' territory, or of another one. */
export const person = (): Thing<(typeof WHOSE_PERSON)[number]> => ({
  whose: WHOSE_PERSON,
  make: async (world, whose) => ({
    params: { profileId: (whose === 'own' ? world.other : world.stranger).profileId },
  }),
})

/** A session of somebody else. */
export const session = (): Thing<'other_person'> => ({
  whose: ['other_person'],
  make: async (world) => {
    const reference = (await signIn(world.other.accountId)).slice('session='.length)
    return { ids: { session: hashToken(reference) } }
  },
})

/** The kind of contact that an address names: everybody's own. */
export const contactKind = (): Thing<'phone' | 'email'> => ({
  whose: ['phone', 'email'],
  make: async (_, whose) => ({ params: { kind: whose === 'phone' ? 'telephone' : 'e-mail' } }),
})

/** A professional who has a second factor, of the visitors' territory or of another one. */
export const factorHolder = (): Thing<(typeof WHOSE_PERSON)[number]> => ({
  whose: WHOSE_PERSON,
  make: async (world, whose) => {
    const { territoryId } = whose === 'own' ? world.here : world.away
    const { account } = await createOfficer({ territoryId })
    await createSecondFactor(account.id)
    return { ids: { accountId: account.id } }
  },
})
