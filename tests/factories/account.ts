import { createAccount as insertAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/actor.ts'
import { newId } from '#app/system/id.server.ts'
import { NOW } from './now.ts'
import { createOrganisation } from './organisation.ts'
import { createTerritory } from './territory.ts'

type RecruiterActor = Extract<Actor, { kind: 'recruiter' }>
type OfficerActor = { kind: 'relation_officer'; accountId: string; territoryId: string }

let count = 0

/** A fiction number (06 39 98 xx xx) that no other account of the file has. */
export const nextPhone = (): string => `+336399${String(80_000 + count++).padStart(5, '0')}`

/** An account, with its territory. Phone and e-mail are its own unless given. */
export async function createAccount(overrides: Partial<Account> = {}): Promise<Account> {
  const phone = nextPhone()
  const account: Account = {
    id: newId(),
    territoryId: overrides.territoryId ?? (await createTerritory()).id,
    role: 'candidate',
    firstName: 'Nadia',
    lastName: 'Benali',
    phone,
    email: `personne-${phone.slice(-5)}@example.org`,
    channel: 'sms',
    monthlySolicitations: 2,
    status: 'active',
    suspensionReason: null,
    verifiedAt: NOW,
    ...overrides,
  }
  await insertAccount(db(), account, { now: NOW, isDemo: false })
  return account
}

/** A recruiter of an organisation, made with it unless given. */
export async function createRecruiter(
  options: { organisationId?: string; territoryId?: string; account?: Partial<Account> } = {},
): Promise<{ account: Account; organisationId: string; actor: RecruiterActor }> {
  const territoryId = options.territoryId ?? (await createTerritory()).id
  const organisationId = options.organisationId ?? (await createOrganisation({ territoryId })).id
  const account = await createAccount({
    role: 'recruiter',
    firstName: 'Hélène',
    lastName: 'Caron',
    channel: 'email',
    territoryId,
    ...options.account,
  })
  await db().membership.create({
    data: { accountId: account.id, organisationId, role: 'administrator', createdAt: NOW },
  })
  const actor = { kind: 'recruiter' as const, accountId: account.id, organisationId, territoryId }
  return { account, organisationId, actor }
}

/** A relation officer of the territory. */
export async function createOfficer(
  overrides: Partial<Account> = {},
): Promise<{ account: Account; actor: OfficerActor }> {
  const account = await createAccount({
    role: 'relation_officer',
    firstName: 'Claire',
    lastName: 'Dumont',
    channel: 'email',
    ...overrides,
  })
  return {
    account,
    actor: { kind: 'relation_officer', accountId: account.id, territoryId: account.territoryId },
  }
}
