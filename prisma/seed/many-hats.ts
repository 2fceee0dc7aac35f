import { createAccounts, createMemberships } from '#app/db/bulk.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Role } from '#app/domain/actor.ts'
import type { Random } from '#prisma/reference/random.ts'
import type { DemoOrganisation } from './demo-cast.ts'
import { daysBefore, drawId } from './draw.ts'
import type { SeedOrganisation } from './organisations.ts'
import type { SeedAccount, SeedPlace } from './people.ts'

type Wearer = { role: Role; firstName: string; lastName: string; of: readonly DemoOrganisation[] }

/** Who recruits for two organisations, and who works for the territory and coordinates volunteers beside. */
const WEARERS: readonly Wearer[] = [
  { role: 'recruiter', firstName: 'Julien', lastName: 'Maréchal', of: ['cleaning', 'association'] },
  { role: 'relation_officer', firstName: 'Aurélie', lastName: 'Bertin', of: ['association'] },
]

/** Writes the people of the demo who have several hats. Their draws are their own, so that nobody else's change. */
export async function writeManyHats(
  random: Random,
  options: { place: SeedPlace; organisations: Record<DemoOrganisation, SeedOrganisation> },
): Promise<void> {
  const { place, organisations } = options
  const { territoryId, now } = place
  const since = daysBefore(now, 60)
  for (const { role, firstName, lastName, of } of WEARERS) {
    const account: SeedAccount = {
      id: drawId(random),
      territoryId,
      role,
      firstName,
      lastName,
      phone: null,
      email: `${firstName}.${lastName}@example.org`.toLowerCase().replaceAll('é', 'e'),
      channel: 'email',
      monthlySolicitations: 4,
      status: 'active',
      suspensionReason: null,
      isDemo: true,
      createdAt: since,
      verifiedAt: since,
      lastSeenAt: daysBefore(now, 1),
    }
    await createAccounts(db(), [account])
    const joined = of.map((key, rank) => ({
      accountId: account.id,
      organisationId: organisations[key].organisation.id,
      createdAt: daysBefore(since, -rank),
    }))
    await createMemberships(db(), joined)
  }
}
