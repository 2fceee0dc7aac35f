import type { Db } from '#app/db/client.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import type { ContactDecision } from '#app/domain/contact.ts'

/** The organisation's own e-mail, or null. It is no person's: hours, budget and STOP are not asked. */
export const addressOf = async (db: Db, organisationId: string): Promise<string | null> =>
  (await findOrganisation(db, { kind: 'system' }, organisationId))?.email ?? null

/** Whether something can be written to an organisation's own address. */
export const decideForAddress = (address: string | null): ContactDecision =>
  address ? { kind: 'send', channel: 'email' } : { kind: 'never', reason: 'unreachable' }
