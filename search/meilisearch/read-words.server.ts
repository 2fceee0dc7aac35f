import type { Meilisearch } from 'meilisearch'
import { queryWords } from '#search/words.ts'

/** What to ask the server: the words, and whether all of them must be there. */
export type AskedWords = { q: string; matchingStrategy: 'all' | 'frequency' }

/** The words of a text, all of which must be there. */
export const allWords = (text: string): AskedWords => ({
  q: queryWords(text).join(' '),
  matchingStrategy: 'all',
})

/**
 * Words to fall back to when no offer anywhere holds all of them: those that some offer holds, the rarest first. Null when
 * some offer holds them all (the filters exclude it), or when no offer holds any.
 */
export async function someWords(
  client: Meilisearch,
  text: string,
  options: { index: string; signal: AbortSignal },
): Promise<AskedWords | null> {
  const words = queryWords(text)
  if (words.length < 2) return null
  const asked = [words.join(' '), ...words]
  const { results } = await client.multiSearch(
    {
      queries: asked.map((q) => ({
        indexUid: options.index,
        q,
        matchingStrategy: 'all' as const,
        hitsPerPage: 1,
        attributesToRetrieve: ['offerId'],
      })),
    },
    { signal: options.signal },
  )
  const isFound = results.map((result) => result.hits.length > 0)
  const known = words.filter((_, position) => isFound[position + 1])
  if (isFound[0] || known.length === 0) return null
  return { q: known.join(' '), matchingStrategy: 'frequency' }
}
