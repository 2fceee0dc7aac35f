import pg from 'pg'

const queries = [
  `select 'table ' || relname as fact from pg_class
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'`,

  `select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
     || case when a.attnotnull and t.typcategory <> 'A' then ' not null' else '' end as fact
   from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
     and a.attnum > 0 and not a.attisdropped`,

  `select 'default ' || c.relname || '.' || a.attname as fact
   from pg_attribute a join pg_class c on c.oid = a.attrelid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
     and a.attnum > 0 and not a.attisdropped and (a.atthasdef or a.attidentity <> '')`,

  // Partial and computed indexes are written by hand: Prisma's schema has no words for them.
  `select case when i.indisprimary then 'primary ' when i.indisunique then 'unique ' else 'index ' end
     || t.relname || '(' || (
       select string_agg(a.attname || case when i.indoption[k.n - 1] & 1 = 1 then ' desc' else '' end, ', ' order by k.n)
       from unnest(i.indkey) with ordinality as k(attnum, n)
       join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
     ) || ')' || case when m.amname = 'btree' then '' else ' using ' || m.amname end as fact
   from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
   join pg_am m on m.oid = x.relam
   where t.relnamespace = 'public'::regnamespace and t.relname <> '_prisma_migrations'
     and i.indpred is null and i.indexprs is null`,

  `select 'foreign ' || c.conrelid::regclass || '(' || source.names || ') to ' || c.confrelid::regclass
     || '(' || target.names || ') on delete ' || action.words[c.confdeltype] || ' on update ' || action.words[c.confupdtype] as fact
   from (select conrelid, confrelid, conkey, confkey, strpos('arcnd', confdeltype::text) as confdeltype,
           strpos('arcnd', confupdtype::text) as confupdtype
         from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace) c,
     lateral (select string_agg(attname, ', ' order by n) as names from unnest(c.conkey) with ordinality k(attnum, n)
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) source,
     lateral (select string_agg(attname, ', ' order by n) as names from unnest(c.confkey) with ordinality k(attnum, n)
              join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) target,
     (select array['no action', 'restrict', 'cascade', 'set null', 'set default'] as words) action`,
]

/** Returns what the database holds in schema `public`, one fact a line: tables, columns, defaults, keys, indexes. */
export async function databaseFacts(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const facts: string[] = []
    for (const query of queries) {
      const { rows } = await client.query<{ fact: string }>(query)
      facts.push(...rows.map(({ fact }) => fact.replaceAll('"', '')))
    }
    return facts.sort()
  } finally {
    await client.end()
  }
}
