import { db } from '#app/db/client.server.ts'
import { listLicences, listOccupations, listSkills } from '#app/db/occupations.server.ts'

/** What codes are called on screen. An unknown code is shown as it is. */
export async function getCodeLabels() {
  const [occupations, skills, licences] = await Promise.all([
    listOccupations(db()),
    listSkills(db()),
    listLicences(db()),
  ])
  const words = new Map([
    ...occupations.map(({ romeCode, label }) => [romeCode, label] as const),
    ...skills.map(({ code, label }) => [code, label] as const),
    ...licences.map(({ code, label }) => [code, label] as const),
  ])
  return (code: string): string => words.get(code) ?? code
}
