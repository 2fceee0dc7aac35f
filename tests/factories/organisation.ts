import { db } from '#app/db/client.server.ts'
import { createOrganisation as insertOrganisation } from '#app/db/organisations.server.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import { newId } from '#app/system/id.server.ts'
import { createCommune } from './commune.ts'
import { NOW } from './now.ts'
import { createTerritory } from './territory.ts'

/** A verified employer at Laon, with its territory and commune. */
export async function createOrganisation(overrides: Partial<Organisation> = {}): Promise<Organisation> {
  const territoryId = overrides.territoryId ?? (await createTerritory()).id
  const communeCode = overrides.communeCode ?? (await createCommune()).inseeCode
  const organisation: Organisation = {
    id: newId(),
    territoryId,
    kind: 'employer',
    name: 'Conserverie du Laonnois',
    siret: null,
    rna: null,
    activity: null,
    communeCode,
    address: null,
    email: null,
    state: 'verified',
    flags: [],
    ...overrides,
  }
  await insertOrganisation(db(), organisation, NOW)
  return organisation
}
