/** What an employer writes about a post of one occupation. `title` follows « Nous cherchons » ; `duties` says what the day is made of. */
export type JobText = { romeCode: string; title: string; duties: string; asks: string }

/** Reads a table of job texts: one post a paragraph, its lines being code, title, duties and what is asked. */
export function readJobTexts(table: string): JobText[] {
  return table
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const [romeCode = '', title = '', duties = '', asks = ''] = paragraph
        .split('\n')
        .map((line) => line.trim())
      return { romeCode, title, duties, asks }
    })
}
