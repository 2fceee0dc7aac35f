import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createCvFile } from '#tests/factories/cv-file.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createTerritory } from '#tests/factories/territory.ts'

type Place = { territoryId: string; organisationId: string }
type Person = { accountId: string; profileId: string; territoryId: string }

/** Two territories, three organisations and three people: what visitors own, or do not. */
export type World = {
  /** The organisation and the territory of the visitors. */
  here: Place
  /** Another organisation of the same territory. */
  beside: Place
  /** An organisation of another territory. */
  away: Place
  /** The candidate who visits, another one of the same territory, one of another. */
  self: Person
  other: Person
  stranger: Person
}

async function createPerson(territoryId: string, firstName: string): Promise<Person> {
  const { account, profile } = await createCandidate({ account: { territoryId, firstName } })
  await createCvFile({ profileId: profile.id })
  return { accountId: account.id, profileId: profile.id, territoryId }
}

/** The world that the matrix is walked in. */
export async function createWorld(): Promise<World> {
  await createCommunes()
  const aisne = (await createTerritory()).id
  const oise = (await createTerritory({ departementCode: '60', name: 'Oise' })).id
  const place = async (territoryId: string, name: string) => {
    const { id: organisationId } = await createOrganisation({ territoryId, name })
    return { territoryId, organisationId }
  }
  return {
    here: await place(aisne, 'Conserverie du Laonnois'),
    beside: await place(aisne, 'Jardins du Vermandois'),
    away: await place(oise, 'Moulins de l’Oise'),
    self: await createPerson(aisne, 'Nadia'),
    other: await createPerson(aisne, 'Karim'),
    stranger: await createPerson(oise, 'Lucie'),
  }
}
