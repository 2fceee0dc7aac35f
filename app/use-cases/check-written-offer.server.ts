import type { Db } from '#app/db/client.server.ts'
import { findCommune } from '#app/db/communes.server.ts'
import { findUnknownCodes } from '#app/db/organisation-offers.server.ts'
import { searchCommunes } from '#app/db/reference.server.ts'
import { type CommuneChoice, chooseCommune, type TypedCommune } from '#app/domain/commune.choose.ts'
import type { Position } from '#app/domain/geo.ts'
import type { WrittenOffer } from '#app/domain/offer.schema.ts'
import type { OfferContent } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** As many communes as one postal code may cover. */
const MAX_COMMUNES = 60

async function findTyped(tx: Db, place: TypedCommune): Promise<CommuneChoice> {
  if (place.typed === '' && place.chosenCode) {
    const commune = await findCommune(tx, place.chosenCode)
    return commune ? { kind: 'found', commune } : { kind: 'unknown' }
  }
  return chooseCommune(place, await searchCommunes(place.typed, MAX_COMMUNES))
}

/**
 * Looks up what a written offer names: its commune, occupation, licences and skills. Refuses `invalid_input` on `commune`
 * when it is unknown, on `communeCode` when several answer to it, and on the fields of unknown codes.
 */
export async function checkWrittenOffer(
  tx: Db,
  { content, place }: WrittenOffer,
): Promise<Result<{ content: OfferContent; position: Position }>> {
  const [found, unknown] = [await findTyped(tx, place), await findUnknownCodes(tx, content)]
  const fields: Record<string, string[]> = {}
  if (found.kind === 'unknown')
    fields.commune = ['Nous ne connaissons pas cette commune. Écrivez son nom en entier, ou son code postal.']
  if (found.kind === 'several')
    fields.communeCode = ['Plusieurs communes répondent à ce que vous avez écrit. Choisissez la vôtre.']
  if (unknown.occupationCode) fields.occupationCode = ['Choisissez un métier dans la liste.']
  if (unknown.licences.length > 0) fields.licences = ['Choisissez dans la liste.']
  if (unknown.skills.length > 0) fields.skills = ['Choisissez dans la liste.']
  if (found.kind !== 'found' || Object.keys(fields).length > 0) return refuse('invalid_input', fields)
  const { inseeCode, latitude, longitude } = found.commune
  return ok({ content: { ...content, communeCode: inseeCode }, position: { latitude, longitude } })
}
