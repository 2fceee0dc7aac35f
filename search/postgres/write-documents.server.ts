import { queryRows } from '#app/db/raw.server.ts'
import { UNHURRIED } from '#app/db/unhurried.server.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import { boundLexemes } from './bounds.ts'
import { facetLexemes } from './facets.ts'
import { headingOf, type IndexedWords, indexedWords, lexemesOf, type Stems } from './lexemes.ts'

const BATCH = 500
const MIN_LEXICON_WORD = 3

const unique = (words: readonly string[]) => [...new Set(words)]

/** The newest version of each document, in the order of ids: writers that overlap never wait for each other in a ring. */
function inOrder(documents: readonly OfferDocument[]): OfferDocument[] {
  const newest = new Map<string, OfferDocument>()
  for (const document of documents) {
    const known = newest.get(document.offerId)
    if (!known || known.version <= document.version) newest.set(document.offerId, document)
  }
  return [...newest.values()].sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
}

type Batch = { documents: readonly OfferDocument[]; words: readonly IndexedWords[]; stems: Stems }

async function writeBatch({ documents, words, stems }: Batch, rebuiltSince: string | null) {
  const column = <T>(read: (document: OfferDocument) => T) => documents.map(read)
  await queryRows(
    `with ${UNHURRIED.sql}, input as (
       select * from unnest(
         $1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::timestamptz[],
         $9::float8[], $10::float8[], $11::tsvector[], $12::text[], $13::jsonb[]
       ) as i (offer_id, version, kind, title, contract, occupation_code, starts_on, published_at,
               latitude, longitude, heading, words, document)
     ),
     written as (
       insert into search.offer as o (offer_id, version, kind, title, contract, occupation_code, starts_on,
         published_at, latitude, longitude, indexed_at, heading, words)
       select offer_id, version, kind, title, contract, occupation_code, starts_on,
         published_at, latitude, longitude, clock_timestamp(), heading, array_to_tsvector(string_to_array(words, ' '))
       from input, unhurried
       where not exists (
         select from search.removed r where r.offer_id = input.offer_id and r.removed_at >= $14::timestamptz)
       order by offer_id
       on conflict (offer_id) do update set
         version = excluded.version, kind = excluded.kind, title = excluded.title, contract = excluded.contract,
         occupation_code = excluded.occupation_code, starts_on = excluded.starts_on,
         published_at = excluded.published_at, latitude = excluded.latitude, longitude = excluded.longitude,
         indexed_at = excluded.indexed_at, heading = excluded.heading, words = excluded.words
       where o.version <= excluded.version or o.indexed_at < $14::timestamptz
       returning offer_id
     )
     insert into search.offer_document (offer_id, document)
     select offer_id, document from input join written using (offer_id) order by offer_id
     on conflict (offer_id) do update set document = excluded.document`,
    [
      column((d) => d.offerId),
      column((d) => d.version),
      column((d) => d.kind),
      column((d) => d.title),
      column((d) => d.contract),
      column((d) => d.occupationCode),
      column((d) => d.startsOn),
      column((d) => d.publishedAt),
      column((d) => d.latitude),
      column((d) => d.longitude),
      words.map((of) => headingOf(of, stems)),
      documents.map((d, i) =>
        [...lexemesOf(words[i] as IndexedWords, stems), ...facetLexemes(d), ...boundLexemes(d)].join(' '),
      ),
      column((d) => JSON.stringify(d)),
      rebuiltSince,
    ],
  )
}

async function readStems(words: readonly string[]): Promise<Map<string, string>> {
  const rows = await queryRows<{ word: string; stem: string }>(
    'select word, search.stem(word) as stem from unnest($1::text[]) as w (word)',
    [words],
  )
  return new Map(rows.map(({ word, stem }) => [word, stem]))
}

/** Beyond so many, the stems kept are thrown away; a batch under way keeps those that it began with. */
const MANY_KEPT = 50_000
let knownStems = new Map<string, string>()

function keptStems(): Map<string, string> {
  if (knownStems.size > MANY_KEPT) knownStems = new Map()
  return knownStems
}

/** Brings into `stems` those of all these words: nearly all were met before. */
async function addStems(stems: Map<string, string>, words: readonly string[]) {
  const unseen = words.filter((word) => !stems.has(word))
  if (unseen.length > 0) for (const [word, stem] of await readStems(unseen)) stems.set(word, stem)
}

// Nearly all words are there: to find them costs less than to be refused each of them, whose stem would be made for nothing.
const ONLY_NEW = 'and not exists (select from search.lexicon l where l.word = w.word collate "C")'

async function writeLexicon(words: readonly string[], isRebuild: boolean) {
  await queryRows(
    `with ${UNHURRIED.sql}
     insert into search.lexicon (word, indexed_at)
     select word, clock_timestamp() from unnest($1::text[]) as w (word)
     where (select true from unhurried) ${isRebuild ? '' : ONLY_NEW} order by word
     on conflict (word) do ${isRebuild ? 'update set indexed_at = excluded.indexed_at' : 'nothing'}`,
    [words],
  )
}

const forgetRemovals = (offerIds: readonly string[]) =>
  queryRows('delete from search.removed where offer_id = any($1::uuid[])', [offerIds])

/** Takes offers out of the PostgreSQL index, and remembers it for a rebuild under way. */
export async function removeDocuments(offerIds: readonly string[]): Promise<void> {
  if (offerIds.length === 0) return
  const ids = unique(offerIds).sort()
  await queryRows(
    `insert into search.removed (offer_id, removed_at)
     select id, clock_timestamp() from unnest($1::uuid[]) as i (id)
     on conflict (offer_id) do update set removed_at = excluded.removed_at`,
    [ids],
  )
  // Rows are locked in the order of ids, as writers do.
  await queryRows(
    `delete from search.offer where offer_id in (
       select offer_id from search.offer where offer_id = any($1::uuid[]) order by offer_id for update)`,
    [ids],
  )
}

const isLexical = (word: string) => word.length >= MIN_LEXICON_WORD && /\p{L}/u.test(word)

/**
 * Puts documents in the PostgreSQL index, in batches. An older version never replaces a newer one; during a rebuild
 * (`rebuiltSince`, an instant of the database) only if the newer one was written since. `stems` gathers the rebuilt lexicon.
 * Waits for no disk: what a crash of the server takes back is put again, as whoever writes later that it is done is taken back too.
 */
export async function writeDocuments(
  documents: readonly OfferDocument[],
  rebuild: { rebuiltSince: string; stems: Map<string, string> } | null = null,
): Promise<void> {
  const ordered = inOrder(documents)
  if (!rebuild) await forgetRemovals(ordered.map((document) => document.offerId))
  const stems = rebuild?.stems ?? keptStems()
  for (let start = 0; start < ordered.length; start += BATCH) {
    const batch = ordered.slice(start, start + BATCH)
    const words = batch.map(indexedWords)
    const used = unique(words.flatMap((of) => Object.values(of).flat()))
    const toWrite = rebuild ? used.filter((word) => !stems.has(word)) : used
    await addStems(stems, used)
    await writeBatch({ documents: batch, words, stems }, rebuild?.rebuiltSince ?? null)
    await writeLexicon(toWrite.filter(isLexical), rebuild !== null)
  }
}
