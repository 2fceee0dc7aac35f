import { queryRows } from '#app/db/raw.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { offerDocuments } from './offer-documents.ts'

/** How many offers the index holds. */
export async function countIndexed(): Promise<number> {
  const [row] = await queryRows<{ count: number }>('select count(*)::int as count from search.offer')
  return row?.count ?? 0
}

/** Fills an empty index with invented offers: the rows first, then what finds them, which is many times faster for a million. */
export async function fillIndex(offers: number): Promise<void> {
  const indexes = await queryRows<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'search' and tablename = 'offer' and indexname not like '%_pkey'`,
  )
  for (const { name } of indexes) await queryRows(`drop index search.${name}`)
  await postgresEngine.reindexAll(offerDocuments(offers))
  for (const { definition } of indexes) await queryRows(definition)
  await queryRows('vacuum analyze search.offer, search.offer_document, search.lexicon')
}

/** Reads what is searched into the server's memory, as days of searches would have. */
export async function readIntoMemory(): Promise<void> {
  await queryRows('create extension if not exists pg_prewarm')
  await queryRows(
    `select sum(pg_prewarm(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'search' and c.relkind in ('r', 'i')`,
  )
}
