import { queryRows } from '#app/db/raw.server.ts'

// Writers put an offer in before its words: whoever writes words meanwhile waits, and finds those that were taken out missing.
const FORGET = `do $$ begin
  lock table search.lexicon in share row exclusive mode;
  delete from search.lexicon l where not exists (
    select from (select distinct unnest(tsvector_to_array(words)) as word from search.offer) held
    where held.word collate "C" = l.word);
end $$`

/**
 * Takes out of the lexicon the words that no indexed offer holds any more, and out of the planner's samples what they kept of
 * offers that are gone.
 */
export async function forgetWords(): Promise<void> {
  await queryRows(FORGET)
  await queryRows('analyze search.offer, search.offer_document, search.lexicon')
}
