import { db } from '#app/db/client.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { getOpenRegistration } from './registration.server.ts'

/** The last question: how often the territory writes to somebody who agrees. Null before its turn. */
export async function getRegistrationAgreements(actor: Extract<Actor, { kind: 'newcomer' }>) {
  if (!(await getOpenRegistration(actor, 'agreements'))) return null
  const { monthlySolicitations } = (await getTerritory(db(), actor.territoryId)).settings
  return { monthlySolicitations }
}
