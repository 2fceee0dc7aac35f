export const RGAA_VERDICTS = ['conforme', 'non conforme', 'non applicable'] as const
export type RgaaVerdict = (typeof RGAA_VERDICTS)[number]

/** A criterion of the RGAA 4.1.2: its number ("10.11"), what it is about, what was found, and what shows it. */
export type RgaaCriterion = { id: string; about: string; verdict: RgaaVerdict; proof: string }

const isVerdict = (text: string): text is RgaaVerdict => RGAA_VERDICTS.some((verdict) => verdict === text)

/** The criteria of the table that `docs/rgaa.md` holds, in its order. Throws on a verdict that does not exist. */
export function readRgaa(markdown: string): RgaaCriterion[] {
  return markdown
    .split('\n')
    .filter((line) => /^\| *\d/.test(line))
    .map((line) => {
      const [, id = '', about = '', verdict = '', proof = ''] = line.split('|').map((cell) => cell.trim())
      if (!isVerdict(verdict)) throw new Error(`criterion ${id} has the verdict "${verdict}"`)
      return { id, about, verdict, proof }
    })
}

export type Conformity = {
  /** Share of the applicable criteria that are met, whole percents, rounded down. */
  percent: number
  met: number
  applicable: number
  /** As the law words it (décret 2019-768, article 4; RGAA 4.1.2, "Obligations"): all, half or more, less than half. */
  state: 'totalement conforme' | 'partiellement conforme' | 'non conforme'
}

/** What the criteria amount to. */
export function conformityOf(criteria: readonly RgaaCriterion[]): Conformity {
  const met = criteria.filter(({ verdict }) => verdict === 'conforme').length
  const applicable = criteria.filter(({ verdict }) => verdict !== 'non applicable').length
  const isHalf = met * 2 >= applicable
  const state =
    met === applicable ? 'totalement conforme' : isHalf ? 'partiellement conforme' : 'non conforme'
  return { percent: Math.floor((100 * met) / applicable), met, applicable, state }
}
