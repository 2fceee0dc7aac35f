import { queryRows } from '#app/db/raw.server.ts'

/** More words than this, and one look-up of a beginning costs less than one of each word. */
const MAX_COMPLETIONS = 100

export type LexiconAnswer = {
  /** For each word that no indexed word answers to, up to three indexed words near it, nearest first. */
  corrections: Map<string, string[]>
  /** The indexed words that begin as the last word does; null when they are too many to list. */
  completions: string[] | null
}

/**
 * What the lexicon says of typed words. Words are known when the lexicon holds them or their stem, or, for the last one, a word
 * that starts with it. Near is one slip from four letters on, two from eight on (Levenshtein, two letters swapped being one);
 * candidates share trigrams or the first letter.
 */
export async function readLexicon(words: readonly string[]): Promise<LexiconAnswer> {
  const last = words.at(-1) ?? ''
  const rows = await queryRows<{ word: string | null; found: string[] }>(
    `with completion as materialized (
       select array(
         select l.word from search.lexicon l
         where l.word >= $2 collate "C" and l.word < ($2 || chr(1114109)) collate "C"
         limit ${MAX_COMPLETIONS + 1}) as words
     ),
     typed as (
       select word, case when length(word) >= 8 then 2 else 1 end as slips
       from unnest($1::text[]) as t (word)
       where length(word) >= 4
         and not exists (select from search.lexicon l where l.word = t.word collate "C")
         and not exists (select from search.lexicon l where l.stem = search.stem(t.word) collate "C")
         and not (word = $2 and (select cardinality(words) > 0 from completion))
     )
     select t.word, array_agg(n.word order by n.slips, n.nearness desc, n.word) as found
     from typed t cross join lateral (
       select c.word, min(c.slips) as slips, similarity(c.word, t.word) as nearness
       from (
         select l.word, levenshtein_less_equal(l.word, t.word, t.slips) as slips from search.lexicon l
         where l.word % t.word
         union all
         select l.word, levenshtein_less_equal(l.word, t.word, t.slips) from search.lexicon l
         where l.word >= left(t.word, 1) collate "C" and l.word < (left(t.word, 1) || chr(1114109)) collate "C"
           and abs(length(l.word) - length(t.word)) <= t.slips
         union all
         select l.word, 1 from generate_series(1, length(t.word) - 1) i join search.lexicon l
           on l.word = overlay(t.word placing reverse(substr(t.word, i, 2)) from i for 2) collate "C"
       ) c
       where c.slips <= t.slips
       group by c.word
       order by slips, nearness desc, c.word
       limit 3
     ) n
     group by t.word
     union all
     select null, words from completion`,
    [words, last],
  )
  const completions = rows.find((row) => row.word === null)?.found ?? []
  return {
    corrections: new Map(rows.flatMap(({ word, found }) => (word === null ? [] : [[word, found]]))),
    completions: completions.length > MAX_COMPLETIONS ? null : completions,
  }
}
