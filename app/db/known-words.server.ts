import { searchName } from '#app/domain/commune.ts'
import type { KnownWords } from '#app/domain/sourced-offer.content.ts'
import { indexAppellations } from '#app/domain/sourced-offer.words.ts'
import type { Db } from './client.server.ts'

/** The occupations, and the appellations, skills, licences and certificates by which the words of a source are understood. */
export async function readKnownWords(db: Db): Promise<KnownWords> {
  const [occupations, appellations, licences, skills] = await Promise.all([
    db.occupation.findMany(),
    db.appellation.findMany({
      select: { label: true, romeCode: true },
      orderBy: [{ isMain: 'desc' }, { ogr: 'asc' }],
    }),
    db.licence.findMany({ select: { code: true } }),
    db.skill.findMany(),
  ])
  return {
    occupations: new Map(occupations.map((occupation) => [occupation.romeCode, occupation])),
    codesByAppellation: indexAppellations([...occupations, ...appellations]),
    licences: new Set(licences.map(({ code }) => code)),
    skillByLabel: new Map(skills.map(({ code, label }) => [searchName(label), code])),
  }
}
