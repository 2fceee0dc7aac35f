import { db } from '#app/db/client.server.ts'
import { saveOccupations } from '#app/db/occupations.server.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { certificates, drivingLicences } from '#prisma/reference/credentials.ts'

/** Real ROME 4.0 records, with few neighbours and skills. */
export const OCCUPATIONS = {
  kitchenHelp: {
    romeCode: 'G1602',
    parentCode: 'G1602',
    domainCode: 'G16',
    label: 'Commis / Commise de cuisine',
    plainLabel: 'aide de cuisine',
    synonyms: ['commis', 'cuisto'],
    near: ['G1605'],
    skills: ['eplucher-couper', 'dresser-assiettes'],
  },
  dishwasher: {
    romeCode: 'G1605',
    parentCode: 'G1605',
    domainCode: 'G16',
    label: 'Plongeur officier / Plongeuse officière de cuisine',
    plainLabel: 'plonge',
    synonyms: ['plongeur', 'vaisselle'],
    near: ['G1602'],
    skills: ['faire-plonge'],
  },
  grapePicker: {
    romeCode: 'A1405',
    parentCode: 'A1405',
    domainCode: 'A14',
    label: 'Aide arboricole et viticole',
    plainLabel: 'travail de la vigne et des vergers',
    synonyms: ['vendanges', 'cueillette'],
    near: [],
    skills: ['cueillir-fruits'],
  },
} satisfies Record<string, Occupation>

const SKILLS = [
  { code: 'eplucher-couper', label: 'éplucher et couper' },
  { code: 'dresser-assiettes', label: 'dresser les assiettes' },
  { code: 'faire-plonge', label: 'faire la plonge' },
  { code: 'cueillir-fruits', label: 'cueillir des fruits' },
]

/** Saves an occupation, the kitchen help when none is named, and returns it. */
export async function createOccupation(saved: Occupation = OCCUPATIONS.kitchenHelp): Promise<Occupation> {
  await saveOccupations(db(), [saved])
  return saved
}

/** Saves the occupations above, their skills, and every driving licence and certificate. */
export async function createReferences(): Promise<void> {
  await saveOccupations(db(), Object.values(OCCUPATIONS))
  await db().skill.createMany({ data: SKILLS, skipDuplicates: true })
  await db().licence.createMany({ data: [...drivingLicences, ...certificates], skipDuplicates: true })
}
