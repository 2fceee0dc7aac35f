import { searchCommunes } from '#app/db/reference.server.ts'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import type { OrganisationForm } from '#app/domain/organisation.schema.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { identifyOrganisation, type LookedUp } from './look-up-organisation.server.ts'

const SHOWN = 8

type Facts = Pick<Organisation, 'name' | 'siret' | 'rna' | 'activity' | 'communeCode' | 'address' | 'flags'>

async function findCommuneCode(typed: string): Promise<string | { sentence: string }> {
  if (typed === '') return { sentence: 'Écrivez la commune de la structure.' }
  const choice = chooseCommune({ typed, chosenCode: null }, await searchCommunes(typed, SHOWN))
  if (choice.kind === 'found') return choice.commune.inseeCode
  if (choice.kind === 'unknown')
    return { sentence: 'Nous ne connaissons pas cette commune. Vérifiez son nom, ou son code postal.' }
  const names = choice.communes.map(({ name, postalCodes }) => `${name} ${postalCodes[0] ?? ''}`.trim())
  return {
    sentence: `Plusieurs communes répondent à ce nom : ${names.join(', ')}. Écrivez le nom et le code postal.`,
  }
}

type Typed = Pick<OrganisationForm, 'name' | 'address' | 'commune' | 'activity'>

/** What is known of an organisation that signs up: what the directory says goes before what was typed. Refusal: `invalid_input`. */
export async function organisationFacts(
  lookedUp: Exclude<LookedUp, { kind: 'known' }>,
  form: Typed,
): Promise<Result<Facts>> {
  const isFound = lookedUp.kind === 'found'
  const known = isFound ? lookedUp.commune?.inseeCode : undefined
  const communeCode = known ?? (await findCommuneCode(form.commune))
  const fields: Record<string, string[]> = {}
  if (typeof communeCode !== 'string') fields.commune = [communeCode.sentence]
  if (!isFound && form.name.length < 2) fields.name = ['Écrivez le nom de la structure.']
  if (typeof communeCode !== 'string' || fields.name) return refuse('invalid_input', fields)
  if (!isFound) {
    const { siret, rna, flag } = lookedUp
    const { name, address, activity } = form
    const typed = { name, address: address || null, activity: activity || null }
    return ok({ ...typed, siret, rna, communeCode, flags: [flag] })
  }
  const { siret, name, address, activity, rna } = lookedUp.establishment
  return ok({ siret, name, address, activity, rna, communeCode, flags: [] })
}

/** What is missing in what was typed of an organisation, beside its fields, for a form that is refused for something else too. */
export async function missingFacts(number: string, typed: Typed): Promise<Record<string, string[]>> {
  const lookedUp = await identifyOrganisation(number)
  if (!lookedUp.ok) return lookedUp.refusal.fields
  if (lookedUp.value.kind === 'known') return {}
  const facts = await organisationFacts(lookedUp.value, typed)
  return facts.ok ? {} : facts.refusal.fields
}
