import { db } from '#app/db/client.server.ts'
import { findCommune } from '#app/db/communes.server.ts'
import { findOrganisationByNumber } from '#app/db/organisations.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import type { Commune } from '#app/domain/commune.ts'
import { type Organisation, type OrganisationFlag, readOrganisationNumber } from '#app/domain/organisation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { companyDirectory, type Establishment } from '#app/gateways/company-directory.server.ts'

const HOUR_S = 3600
/** Numbers one account may look up an hour: typing errors, not a way to read a directory. */
const MOST_AN_HOUR = 30

/** Which organisation a number stands for: one already here, one that the directory knows, or neither. */
export type LookedUp =
  | { kind: 'known'; organisation: Organisation }
  | { kind: 'found'; establishment: Establishment; commune: Commune | null }
  | { kind: 'new'; siret: string | null; rna: string | null; flag: OrganisationFlag }

async function askDirectory(siret: string): Promise<Result<LookedUp>> {
  const answer = await companyDirectory().findEstablishment(siret)
  if (answer.kind !== 'found') {
    const flag = answer.kind === 'unknown' ? 'unknown_number' : 'not_checked'
    return ok({ kind: 'new', siret, rna: null, flag })
  }
  const { establishment } = answer
  if (establishment.isClosed)
    return refuse('organisation_closed', {
      number: ['Cet établissement est fermé, dit l’annuaire des entreprises. Une erreur ? Appelez-nous.'],
    })
  const { communeCode } = establishment
  return ok({
    kind: 'found',
    establishment,
    commune: communeCode ? await findCommune(db(), communeCode) : null,
  })
}

/** The same without counting: what a form is checked against once more when it is sent. */
export async function identifyOrganisation(typed: string): Promise<Result<LookedUp>> {
  if (typed === '') return ok({ kind: 'new', siret: null, rna: null, flag: 'no_number' })
  const read = readOrganisationNumber(typed)
  if (read.kind === 'invalid') return refuse('invalid_input', { number: [read.sentence] })
  const { kind, number } = read
  const organisation = await findOrganisationByNumber(
    db(),
    kind === 'siret' ? { siret: number } : { rna: number },
  )
  if (organisation) return ok({ kind: 'known', organisation })
  if (kind === 'siret') return askDirectory(number)
  return ok({ kind: 'new', siret: null, rna: number, flag: 'rna_not_checked' })
}

/**
 * Says what is known of the SIRET or RNA number that somebody typed. Refusals: `invalid_input` and `organisation_closed` on
 * `number`, `too_many_requests` beyond 30 an hour.
 */
export async function lookUpOrganisation(options: {
  actor: Actor
  number: string
  now: Date
}): Promise<Result<LookedUp>> {
  const { actor, number, now } = options
  const read = readOrganisationNumber(number)
  if (read.kind === 'invalid') return refuse('invalid_input', { number: [read.sentence] })
  const limit = { key: `directory:${accountIdOf(actor)}`, windowSeconds: HOUR_S, max: MOST_AN_HOUR }
  if (!(await takeAttempt(db(), limit, now))) return refuse('too_many_requests')
  return identifyOrganisation(read.number)
}
