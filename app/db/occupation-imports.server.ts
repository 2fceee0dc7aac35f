import type { Occupation } from '#app/domain/occupation.ts'
import type { Db } from './client.server.ts'

export type Appellation = { ogr: string; label: string; romeCode: string; isMain: boolean }

/** Creates or updates many occupations in one statement. Those that would stay the same are left alone. Returns how many were written. */
export function upsertOccupations(tx: Db, occupations: readonly Occupation[]): Promise<number> {
  const rows = occupations.map((occupation) => ({
    rome_code: occupation.romeCode,
    parent_code: occupation.parentCode,
    domain_code: occupation.domainCode,
    label: occupation.label,
    plain_label: occupation.plainLabel,
    synonyms: occupation.synonyms,
    near: occupation.near,
    skills: occupation.skills,
  }))
  return tx.$executeRaw`
    insert into occupation as old select * from jsonb_populate_recordset(null::occupation, ${JSON.stringify(rows)}::jsonb)
    on conflict (rome_code) do update set
      parent_code = excluded.parent_code, domain_code = excluded.domain_code, label = excluded.label,
      plain_label = excluded.plain_label, synonyms = excluded.synonyms, near = excluded.near, skills = excluded.skills
    where (old.*) is distinct from (excluded.*)`
}

/** Creates or updates many appellations in one statement. Returns how many were written. */
export function upsertAppellations(tx: Db, appellations: readonly Appellation[]): Promise<number> {
  const rows = appellations.map(({ ogr, label, romeCode, isMain }) => ({
    ogr,
    label,
    rome_code: romeCode,
    is_main: isMain,
  }))
  return tx.$executeRaw`
    insert into appellation as old select * from jsonb_populate_recordset(null::appellation, ${JSON.stringify(rows)}::jsonb)
    on conflict (ogr) do update set label = excluded.label, rome_code = excluded.rome_code, is_main = excluded.is_main
    where (old.*) is distinct from (excluded.*)`
}
