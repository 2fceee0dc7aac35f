import { recordOrganisationChange } from '#app/db/organisation-changes.server.ts'
import { findOrganisationByNumber, saveOrganisationDetails } from '#app/db/organisations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { accountIdOf } from '#app/domain/actor.ts'
import type { OrganisationDetails } from '#app/domain/organisation.schema.ts'
import { type Organisation, readOrganisationNumber } from '#app/domain/organisation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { loadOrganisation, type OrganisationCommand } from './decide-organisation.server.ts'

/** The numbers after the form: what is typed is added, nothing known is taken away. */
function numbersOf(organisation: Organisation, typed: string) {
  const { siret, rna, flags } = organisation
  if (typed === '') return { siret, rna, flags }
  const read = readOrganisationNumber(typed)
  if (read.kind === 'invalid') return read
  const others = flags.filter((flag) => flag !== 'no_number')
  return read.kind === 'siret'
    ? { siret: read.number, rna, flags: others }
    : { siret, rna: read.number, flags: others }
}

/**
 * The desk or the hotline adds what is missing of an organisation: a number, an address, its activity, its own e-mail. Refusals:
 * `not_found`, `forbidden`, `invalid_input` on `number` when it is wrong or another organisation's.
 */
export const completeOrganisation = (
  command: OrganisationCommand & { details: OrganisationDetails },
): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const { details, organisationId, actor, now } = command
    const loaded = await loadOrganisation(tx, 'complete', command)
    if (!loaded.ok) return loaded
    const numbers = numbersOf(loaded.value, details.number)
    if ('kind' in numbers) return refuse('invalid_input', { number: [numbers.sentence] })
    const { siret, rna } = numbers
    for (const known of [siret && { siret }, rna && { rna }]) {
      const owner = known && (await findOrganisationByNumber(tx, known))
      if (owner && owner.id !== organisationId)
        return refuse('invalid_input', { number: ['Une autre structure est inscrite sous ce numéro.'] })
    }
    const { address, activity, email } = details
    await saveOrganisationDetails(tx, {
      id: organisationId,
      ...numbers,
      address: address || null,
      activity: activity || null,
      email: email.toLowerCase() || null,
    })
    const accountId = accountIdOf(actor)
    await recordOrganisationChange(tx, {
      organisationId,
      action: 'completed',
      reason: null,
      accountId,
      at: now,
    })
    return ok(null)
  })
