import { createAccounts } from '#app/db/bulk.server.ts'
import { db } from '#app/db/client.server.ts'
import { followPeople } from '#app/db/portfolios.server.ts'
import type { Random } from '#prisma/reference/random.ts'
import { daysBefore, drawId } from './draw.ts'
import type { SeedAccount, SeedPerson, SeedPlace } from './people.ts'

/** Inès Morel, referent, and the people whom she accompanies. Her draws are her own, so that nobody else's change. */
export async function writePortfolio(
  random: Random,
  { place, followed }: { place: SeedPlace; followed: readonly SeedPerson[] },
): Promise<void> {
  const { territoryId, now } = place
  const since = daysBefore(now, 90)
  const referent: SeedAccount = {
    id: drawId(random),
    territoryId,
    role: 'referent',
    firstName: 'Inès',
    lastName: 'Morel',
    phone: null,
    email: 'ines.morel@example.org',
    channel: 'email',
    monthlySolicitations: 4,
    status: 'active',
    suspensionReason: null,
    isDemo: true,
    createdAt: since,
    verifiedAt: since,
    lastSeenAt: daysBefore(now, 1),
  }
  await createAccounts(db(), [referent])
  const profileIds = followed.map(({ profile }) => profile.id)
  await followPeople(db(), { referentId: referent.id, profileIds, since })
}
