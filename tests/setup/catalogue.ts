import { queryRows } from '#app/db/raw.server.ts'

/** A column of the schema `public` that names an account or a profile, or a row that belongs to one. */
export type PersonalColumn = { table: string; column: string; target: string }

// By foreign key, directly or through another table; and by name, as some rows outlive what they name.
const COLUMNS = `
  with recursive keys as (
    select c.conrelid::regclass::text as "table", a.attname::text as "column", c.confrelid::regclass::text as target
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and array_length(c.conkey, 1) = 1
  ), personal as (
    select * from keys where target in ('account', 'profile')
    union
    select k.* from keys k join personal p on k.target = p."table" where k.target not in ('organisation', 'offer', 'territory')
  )
  select "table", "column", target from personal
  union
  select c.table_name, c.column_name, 'account or profile' from information_schema.columns c
  where c.table_schema = 'public' and c.data_type = 'uuid'
    and c.column_name ~ '(account|profile|referent|person|author)_id$|(^|_)by_id$|^duplicate_of_id$'
    and not exists (select 1 from keys k where k."table" = c.table_name and k."column" = c.column_name)
  order by 1, 2`

/** Every column that leads from a row to a person, as the database itself describes them. */
export const listPersonalColumns = (): Promise<PersonalColumn[]> => queryRows<PersonalColumn>(COLUMNS)

const TABLES = `
  select table_schema || '.' || table_name as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`

/** Which of these texts occur in any value of any row of any table of any schema, with the tables that hold them. */
export async function searchEverywhere(texts: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { name } of await queryRows<{ name: string }>(TABLES)) {
    const [schema = '', table = ''] = name.split('.')
    // A row as text holds its binary columns in hexadecimal: those are read beside it as they are.
    const rows = await queryRows<{ line: string }>(
      `select t::text || ' ' || to_jsonb(t)::text as line from "${schema}"."${table}" t`,
    )
    const binary = await queryRows<{ column: string }>(
      `select column_name as "column" from information_schema.columns
       where table_schema = $1 and table_name = $2 and data_type = 'bytea'`,
      [schema, table],
    )
    const bytes: string[] = []
    for (const { column } of binary)
      for (const { value } of await queryRows<{ value: Buffer | null }>(
        `select "${column}" as value from "${schema}"."${table}"`,
      ))
        bytes.push(value?.toString('utf8') ?? '')
    const whole = [...rows.map(({ line }) => line), ...bytes].join('\n')
    for (const text of texts) if (whole.includes(text)) found.set(text, [...(found.get(text) ?? []), name])
  }
  return found
}
