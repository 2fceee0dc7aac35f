import { db } from '#app/db/client.server.ts'
import { SUSPENSION_REASONS, type SuspensionReason } from '#app/domain/account.ts'
import { type ProfessionalRole, ROLES } from '#app/domain/actor.ts'
import { IDLE_LIMIT_MS } from '#app/domain/session.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCvFile } from '#tests/factories/cv-file.ts'
import { NOW } from '#tests/factories/now.ts'
import { signIn } from '#tests/setup/request.ts'
import type { Kind } from './row.ts'
import type { World } from './world.ts'

const PROFESSIONALS = ROLES.filter(
  (role) => role !== 'candidate' && role !== 'recruiter',
) as ProfessionalRole[]

type Suspended = `suspended_${SuspensionReason}`
export type VisitorName =
  | 'anonymous'
  | 'expired'
  | 'ended'
  | 'forged'
  | 'newcomer'
  | 'candidate'
  | 'recruiter'
  | 'member'
  | 'candidate_recruiting'
  | 'officer_recruiting'
  | Suspended
  | 'suspended_recruiter'
  | 'suspended_officer'
  | ProfessionalRole
  | `unconfirmed_${ProfessionalRole}`
  | `idle_${ProfessionalRole}`

/**
 * Somebody who comes to every page. `enter` opens a session and returns its cookie: of the one account of that visitor, or
 * with `afresh` of an account made for this visit alone.
 */
export type Visitor = {
  name: VisitorName
  kind: Kind
  enter: (afresh?: boolean) => Promise<string | undefined>
}

type Opened = { accountId: string; organisationId?: string | null }
type Change = { endedAt?: Date; expiresAt?: Date; lastSeenAt?: Date; confirmedAt?: null }

const join = (accountId: string, organisationId: string, role = 'administrator') =>
  db().membership.create({ data: { accountId, organisationId, role, createdAt: NOW } })

/** Everybody who may come, each with an account in the world. */
export async function createVisitors(world: World): Promise<Visitor[]> {
  const { territoryId, organisationId } = world.here
  const visitors: Visitor[] = []
  const add = async (name: VisitorName, kind: Kind, make: () => Promise<Opened>, change: Change = {}) => {
    let kept: Promise<Opened> | undefined
    const enter = async (afresh = false) => {
      kept ??= make()
      const opened = await (afresh ? make() : kept)
      const cookie = await signIn(opened.accountId, opened.organisationId ?? null)
      const sessions = { accountId: opened.accountId, endedAt: null }
      if (Object.keys(change).length > 0) await db().session.updateMany({ where: sessions, data: change })
      return cookie
    }
    visitors.push({ name, kind, enter })
  }
  const account = async (more: Parameters<typeof createAccount>[0] = {}) => ({
    accountId: (await createAccount({ territoryId, ...more })).id,
  })
  const person = async (more: Parameters<typeof createAccount>[0] = {}) => {
    const { account, profile } = await createCandidate({ account: { territoryId, ...more } })
    await createCvFile({ profileId: profile.id })
    return { accountId: account.id }
  }
  const recruiter = async (role = 'administrator', more: Parameters<typeof createAccount>[0] = {}) => {
    const opened = await account({ role: 'recruiter', ...more })
    await join(opened.accountId, organisationId, role)
    return { ...opened, organisationId }
  }
  let isSelfTaken = false
  const self = async () => {
    if (isSelfTaken) return person()
    isSelfTaken = true
    return { accountId: world.self.accountId }
  }
  const past = new Date(Date.now() - 60_000)
  const long = new Date(Date.now() - IDLE_LIMIT_MS - 60_000)

  visitors.push({ name: 'anonymous', kind: 'anonymous', enter: async () => undefined })
  visitors.push({ name: 'forged', kind: 'anonymous', enter: async () => 'session=AAAAAAAAAAAAAAAAAAAAAA' })
  await add('expired', 'anonymous', () => person(), { expiresAt: past })
  await add('ended', 'anonymous', () => person(), { endedAt: past })
  for (const reason of SUSPENSION_REASONS)
    await add(`suspended_${reason}`, 'anonymous', () =>
      person({ status: 'suspended', suspensionReason: reason }),
    )
  const stopped = { status: 'suspended', suspensionReason: 'reasoned_decision' } as const
  await add('suspended_recruiter', 'anonymous', () => recruiter('administrator', stopped))
  await add('suspended_officer', 'anonymous', () => account({ role: 'relation_officer', ...stopped }))
  await add('newcomer', 'newcomer', () => account({ firstName: '', lastName: '' }))
  await add('candidate', 'candidate', self)
  await add('recruiter', 'recruiter', () => recruiter())
  await add('member', 'recruiter', () => recruiter('member'))
  await add('candidate_recruiting', 'recruiter', async () => {
    const opened = await person()
    await join(opened.accountId, organisationId)
    return { ...opened, organisationId }
  })
  await add('officer_recruiting', 'recruiter', async () => {
    const opened = await account({ role: 'relation_officer' })
    await join(opened.accountId, organisationId)
    return { ...opened, organisationId }
  })
  for (const role of PROFESSIONALS) {
    await add(role, role, () => account({ role }))
    await add(`unconfirmed_${role}`, 'unconfirmed', () => account({ role }), { confirmedAt: null })
    await add(`idle_${role}`, 'anonymous', () => account({ role }), { lastSeenAt: long })
  }
  return visitors
}
