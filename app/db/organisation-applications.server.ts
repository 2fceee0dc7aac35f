import type { Scope } from '#app/domain/actor.ts'
import type { Application, ApplicationState } from '#app/domain/application.ts'
import { offerDetailsSchema } from '#app/domain/offer.details.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import type { Profile } from '#app/domain/profile.ts'
import { applicationsWithin, toApplication } from './applications.server.ts'
import type { Db } from './client.server.ts'
import type { Prisma } from './generated/client.ts'
import { toProfile } from './profiles.server.ts'

/** The person's applications within the scope, each with the kind of its offer, or wanted without one; null when not said. */
export async function listApplicationsWithKind(
  db: Db,
  scope: Scope,
  profileId: string,
): Promise<{ application: Application; kind: OfferKind | null }[]> {
  const rows = await db.application.findMany({
    where: { AND: [applicationsWithin(scope), { profileId }] },
    include: { offer: { select: { details: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ offer, ...row }) => {
    const application = toApplication(row)
    return {
      application,
      kind: offer ? offerDetailsSchema.parse(offer.details).kind : application.wantedKind,
    }
  })
}

/** What an application is read with to know who wrote it. */
export const withPerson = {
  profile: {
    include: {
      account: { select: { firstName: true, lastName: true, phone: true, email: true } },
      commune: { select: { name: true } },
    },
  },
  offer: { select: { title: true } },
} satisfies Prisma.ApplicationInclude

/** An application with the person who wrote it. */
export type PersonalApplication = {
  application: Application
  profile: Profile
  person: { firstName: string; lastName: string; phone: string | null; email: string | null }
  communeName: string
  /** Null when it was made without any offer. */
  offerTitle: string | null
}

/** The answer promised first comes first. */
export const PROMISED_FIRST = [
  { promisedOn: 'asc' },
  { createdAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.ApplicationOrderByWithRelationInput[]

/** A row read with `withPerson`, as an application with the person who wrote it. */
export const toPersonal = ({
  profile: { account, commune, ...profile },
  offer,
  ...row
}: Prisma.ApplicationGetPayload<{ include: typeof withPerson }>): PersonalApplication => ({
  application: toApplication(row),
  profile: toProfile(profile),
  person: account,
  communeName: commune.name,
  offerTitle: offer?.title ?? null,
})

/** The applications within the scope, to one offer (null: to none) or in some states, the answer promised first coming first; at most `limit`. */
export async function listPersonalApplications(
  db: Db,
  scope: Scope,
  options: { offerId?: string | null; states?: readonly ApplicationState[]; limit: number },
): Promise<PersonalApplication[]> {
  const { offerId, states, limit } = options
  const rows = await db.application.findMany({
    where: {
      AND: [applicationsWithin(scope), { offerId, ...(states ? { state: { in: [...states] } } : {}) }],
    },
    include: withPerson,
    orderBy: PROMISED_FIRST,
    take: limit,
  })
  return rows.map(toPersonal)
}

/** The application with this id within the scope, with the person who wrote it, or null. */
export async function findPersonalApplication(
  db: Db,
  scope: Scope,
  id: string,
): Promise<PersonalApplication | null> {
  const row = await db.application.findFirst({
    where: { AND: [applicationsWithin(scope), { id }] },
    include: withPerson,
  })
  return row && toPersonal(row)
}

/** How many applications within the scope wait in these states, by offer; under null those made without one. */
export async function countApplicationsByOffer(
  db: Db,
  scope: Scope,
  states: readonly ApplicationState[],
): Promise<Map<string | null, number>> {
  const rows = await db.application.groupBy({
    by: ['offerId'],
    where: { AND: [applicationsWithin(scope), { state: { in: [...states] } }] },
    _count: { _all: true },
  })
  return new Map(rows.map(({ offerId, _count }) => [offerId, _count._all]))
}
