import { timingSafeEqual } from 'node:crypto'
import { findAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { listTeam } from '#app/db/memberships.server.ts'
import { recordOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { markOrganisationCodeUsed, takeOrganisationTry } from '#app/db/organisation-verifications.server.ts'
import { findOrganisation, saveOrganisationState } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { readCode, SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { organisationCode } from '#app/system/secrets.server.ts'
import { joinOrganisation } from './join-organisation.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'
import type { Registrant } from './register-organisation.server.ts'

const isSame = (typed: string, expected: string) => timingSafeEqual(Buffer.from(typed), Buffer.from(expected))

type Proof = { organisationId: string; accountId: string; now: Date }

async function acceptProof(tx: Db, { organisationId, accountId, now }: Proof): Promise<boolean> {
  await lockThing(tx, 'organisation', organisationId)
  const organisation = await findOrganisation(tx, { kind: 'system' }, organisationId)
  if (!organisation || organisation.state === 'closed') return false
  const team = await listTeam(tx, organisationId)
  const isLedByOthers = team.some((one) => one.role === 'administrator' && one.accountId !== accountId)
  const role = isLedByOthers && organisation.state === 'verified' ? 'member' : 'administrator'
  await joinOrganisation(tx, { accountId, organisationId, role }, now)
  // Whoever administers it and has proved nothing is not let in by somebody else's proof: an officer looks.
  if (organisation.state === 'verified' || isLedByOthers) return true
  await saveOrganisationState(tx, organisationId, 'verified')
  await recordOrganisationChange(tx, {
    organisationId,
    action: 'verified_by_code',
    reason: null,
    accountId,
    at: now,
  })
  await appendEvents(tx, [{ type: 'organisation.verified', payload: { organisationId } }], now)
  return true
}

/**
 * Takes the code that arrived at an organisation's own address: whoever has it belongs there, and the organisation is
 * verified unless somebody else administers it already. Refusals: `invalid_input` on `code` when it is not six digits (no try is counted), `code_wrong` for a wrong,
 * unknown, used, expired or exhausted one, or one that somebody else asked for, alike.
 */
export async function verifyOrganisationCode(options: {
  actor: Registrant
  verificationId: string
  code: string
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> {
  const { actor, verificationId: id, visit, now } = options
  const { accountId } = actor
  const code = readCode(options.code)
  if (!code) return refuse('invalid_input', { code: ['Le code a six chiffres.'] })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction<OpenedSession | null>(async (tx) => {
    const tried = { now, maxTries: SIGN_IN_CODE.maxTries }
    const organisationId = await takeOrganisationTry(tx, { id, accountId }, tried)
    if (!organisationId || !isSame(code, organisationCode(id))) return ok(null)
    if (!(await markOrganisationCodeUsed(tx, id, now))) return ok(null)
    if (!(await acceptProof(tx, { organisationId, accountId, now }))) return ok(null)
    const account = await findAccount(tx, accountId)
    if (!account) return ok(null)
    const worn = { role: 'recruiter', organisationId } as const
    return ok(await openSession(tx, { account, visit, worn, confirmedAt: null, now }))
  })
  if (!outcome.ok) return outcome
  return outcome.value ? ok(outcome.value) : refuse('code_wrong')
}
