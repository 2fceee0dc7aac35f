import { db } from '#app/db/client.server.ts'
import { createRequest } from '#app/db/suspension-requests.server.ts'
import type { SuspensionReason } from '#app/domain/account.ts'
import { fictionalPhone } from '#prisma/reference/identifiers.ts'
import type { Random } from '#prisma/reference/random.ts'
import { daysBefore, drawId } from './draw.ts'
import type { SeedAccount, SeedPerson } from './people.ts'

const FIRST_PHONE = 90

/** One person of the crowd for each reason, by a name and a number to remember: 06 39 98 00 90 and following. */
const STOPPED: readonly (readonly [SuspensionReason | null, string, string])[] = [
  ['inactivity', 'Ginette', 'Lebrun'],
  ['own_request', 'Marc', 'Lenoir'],
  ['duplicate', 'Ali', 'Bensalah'],
  ['reasoned_decision', 'Joël', 'Roy'],
  [null, 'Ali', 'Ben Salah'],
]

/** Names the people whose stopped accounts the demo shows, and the good account of the duplicate. They are written to by SMS. */
export function nameStopped(people: readonly SeedPerson[]): SeedAccount[] {
  return STOPPED.flatMap(([reason, firstName, lastName], rank) => {
    const account = people.find((person) => person.account.suspensionReason === reason)?.account
    if (!account) return []
    const phone = fictionalPhone(FIRST_PHONE + rank)
    const isDemo = reason !== null
    return [
      Object.assign(account, { firstName, lastName, phone, email: null, channel: 'sms', isDemo } as const),
    ]
  })
}

/** What led to it: which account is the good one, the decision of two people, and one that waits for its second person. */
export async function tellStopped(
  random: Random,
  options: { stopped: readonly SeedAccount[]; staff: readonly SeedAccount[]; now: Date },
): Promise<void> {
  const { stopped, staff, now } = options
  const double = stopped.find(({ suspensionReason }) => suspensionReason === 'duplicate')
  const decided = stopped.find(({ suspensionReason }) => suspensionReason === 'reasoned_decision')
  const good = stopped.find(({ status }) => status === 'active')
  const [officer, colleague] = staff.filter(({ role }) => role === 'relation_officer')
  if (!double || !decided || !good || !officer || !colleague) return
  await db().account.update({ where: { id: double.id }, data: { duplicateOfId: good.id } })
  await createRequest(db(), {
    id: drawId(random),
    accountId: decided.id,
    kind: 'suspend',
    reason: 'Deux rendez-vous où la personne a menacé la recruteuse, les 3 et 9 du mois.',
    proposedById: officer.id,
    proposedAt: daysBefore(now, 20),
    decidedById: colleague.id,
    decidedAt: daysBefore(now, 19),
    decision: 'accepted',
  })
  await createRequest(db(), {
    id: drawId(random),
    accountId: decided.id,
    kind: 'lift',
    reason: 'La personne s’est excusée par courrier, et la recruteuse est d’accord pour la revoir.',
    proposedById: officer.id,
    proposedAt: daysBefore(now, 1),
    decidedById: null,
    decidedAt: null,
    decision: null,
  })
}
