import { searchCommunes } from '#app/db/reference.server.ts'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import type { Commune } from '#app/domain/commune.ts'

const SHOWN = 8

/** The commune that somebody typed by its name or postal code, or the sentence that says what to write instead. */
export async function findTypedCommune(typed: string): Promise<Commune | string> {
  const choice = chooseCommune({ typed, chosenCode: null }, await searchCommunes(typed, SHOWN))
  if (choice.kind === 'found') return choice.commune
  if (choice.kind === 'unknown')
    return 'Nous ne connaissons pas cette commune. Vérifiez son nom, ou son code postal.'
  const names = choice.communes.map(({ name, postalCodes }) => `${name} ${postalCodes[0] ?? ''}`.trim())
  return `Plusieurs communes répondent à ce nom : ${names.join(', ')}. Écrivez le nom et le code postal.`
}
