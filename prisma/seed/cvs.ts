import type { Actor } from '#app/domain/actor.ts'
import type { CvAnswer } from '#app/domain/cv.schema.ts'
import type { CvEntryKind } from '#app/domain/cv.ts'
import { addCvEntry } from '#app/use-cases/add-cv-entry.server.ts'
import { changeCvEntry } from '#app/use-cases/change-cv-entry.server.ts'
import type { SeedPerson } from './people.ts'
import { told } from './story-teller.ts'

type Told = { kind: CvEntryKind; title: string } & CvAnswer

/** What the first named people of the demo tell of what they did and learned, in their order. */
const CVS: readonly (readonly Told[])[] = [
  [
    {
      kind: 'experience',
      title: 'Vendanges',
      place: 'Domaine de Celles-lès-Condé',
      fromYear: 2019,
      toYear: 2023,
      details: 'Je coupais le raisin. Je formais les nouvelles personnes.',
    },
    { kind: 'experience', title: 'Aide à ma mère', place: 'Laon', fromYear: 2023, isOngoing: true },
    { kind: 'training', title: 'Permis B', fromYear: 2018 },
    { kind: 'training', title: 'CAP cuisine', place: 'Lycée de Soissons', fromYear: 2012 },
  ],
  [
    {
      kind: 'experience',
      title: 'Préparateur de commandes',
      place: 'Saint-Quentin',
      fromYear: 2020,
      toYear: 2022,
    },
    { kind: 'training', title: 'CACES 1', fromYear: 2020 },
  ],
  [{ kind: 'experience', title: 'Ménage chez des particuliers', details: 'Deux maisons, le matin.' }],
]

/** Writes the CVs of the demo through the use cases. */
export async function tellCvs(people: readonly SeedPerson[], now: Date): Promise<void> {
  for (const [rank, lines] of CVS.entries()) {
    const person = people[rank]
    if (!person) return
    const { account, profile } = person
    const { id: accountId, territoryId } = account
    const actor: Actor = { kind: 'candidate', accountId, profileId: profile.id, territoryId }
    for (const { kind, title, ...answer } of lines) {
      const { entryId } = told(await addCvEntry({ actor, kind, title, now }))
      told(await changeCvEntry({ actor, entryId, answer, now }))
    }
  }
}
