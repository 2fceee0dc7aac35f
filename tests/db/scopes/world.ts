import { db } from '#app/db/client.server.ts'
import { addOfferChange } from '#app/db/offers.server.ts'
import type { Scope } from '#app/domain/actor.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCvEntry } from '#tests/factories/cv-entry.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createSavedSearch } from '#tests/factories/saved-search.ts'
import { createWorld } from '#tests/matrix/world.ts'

/** Things by the name that a test knows them by. */
export type Ids = Record<string, string>

const PAIRS = [
  ['here', 'self'],
  ['here', 'other'],
  ['beside', 'self'],
  ['beside', 'other'],
  ['away', 'stranger'],
] as const

/** Two offers of each organisation, one read again and one published, each with a line of history. */
async function createOffers(world: Awaited<ReturnType<typeof createWorld>>): Promise<Ids> {
  const offers: Ids = {}
  for (const place of ['here', 'beside', 'away'] as const)
    for (const state of ['published', 'in_review'] as const) {
      const publishedAt = state === 'published' ? NOW : null
      const { id } = await createOffer({ ...world[place], state, publishedAt })
      const actor = { kind: 'system' } as const
      await addOfferChange(db(), id, {
        action: 'create',
        from: null,
        to: state,
        reason: null,
        actor,
        now: NOW,
      })
      offers[`${state} ${place}`] = id
    }
  return offers
}

/**
 * Offers of the organisation here, of the one beside it and of another territory; people of both territories, whom one referent
 * follows; who answers what. The scopes are those of whoever belongs here.
 */
export async function createScopedWorld() {
  const world = await createWorld()
  const { actor: referent } = await createProfessional('referent', { territoryId: world.self.territoryId })
  const offers = await createOffers(world)
  const [applications, matches, cvEntries, searches]: [Ids, Ids, Ids, Ids] = [{}, {}, {}, {}]
  const [profiles, accounts]: [Ids, Ids] = [{}, {}]
  for (const [place, person] of PAIRS) {
    const pair = { offerId: offers[`published ${place}`] ?? '', profileId: world[person].profileId }
    const state = place === 'beside' ? 'withdrawn' : 'sent'
    applications[`${place} by ${person}`] = (await createApplication({ ...pair, state })).id
    matches[`${place} by ${person}`] = (await createMatch(pair)).id
  }
  await createOfferMark({ profileId: world.self.profileId, offerId: offers['published here'] ?? '' })
  await createOfferMark({ profileId: world.other.profileId, offerId: offers['published beside'] ?? '' })
  for (const person of ['self', 'other', 'stranger'] as const) {
    const { profileId, accountId } = world[person]
    profiles[person] = profileId
    accounts[person] = accountId
    cvEntries[person] = (await createCvEntry({ profileId })).id
    searches[person] = (await createSavedSearch({ profileId })).id
    await db().portfolio.create({ data: { referentId: referent.accountId, profileId, since: NOW } })
  }
  const organisations: Ids = {
    here: world.here.organisationId,
    beside: world.beside.organisationId,
    away: world.away.organisationId,
  }
  const scopes: Record<Scope['kind'], Scope> = {
    public: { kind: 'public' },
    candidate: { kind: 'candidate', profileId: world.self.profileId },
    organisation: { kind: 'organisation', organisationId: world.here.organisationId },
    territory: { kind: 'territory', territoryId: world.here.territoryId },
    system: { kind: 'system' },
  }
  return {
    named: { offers, applications, matches, cvEntries, searches, profiles, organisations },
    accounts,
    scopes,
    referentId: referent.accountId,
  }
}

export type ScopedWorld = Awaited<ReturnType<typeof createScopedWorld>>

/** The names of what each scope reaches; nothing where none is said. */
export type Reached = Partial<Record<Scope['kind'], string[]>>

/** One function of `app/db` that asks for a scope: what it reads, what is reached of it, and its ids once it is called. */
export type Reader = {
  of: keyof ScopedWorld['named']
  reached: Reached
  read: (world: ScopedWorld, scope: Scope) => Promise<string[]>
}
export type Readers = Record<string, Reader>

export const PAGE = { page: 1, pageSize: 50 }

/** What is found when each of these is asked for. */
export async function eachOf(ids: Ids, find: (id: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const id of Object.values(ids)) found.push(...(await find(id)))
  return found
}

/** Those of these ids under which something is found. */
export const foundOf = (ids: Ids, find: (id: string) => Promise<unknown>): Promise<string[]> =>
  eachOf(ids, async (id) => ((await find(id)) ? [id] : []))

export const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
