import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ScoreBars, totalPoints } from '#app/components/match/score-bars.tsx'
import { CRITERIA } from '#app/domain/matching/criteria.ts'
import { reasonsOf } from '#app/domain/matching/explain.ts'
import { WEIGHTS } from '#app/domain/matching/weights.ts'
import { offer, person } from '#tests/domain/matching/people.ts'

const pair = { person: person(), offer: offer() }

const criteria = fc
  .tuple(...CRITERIA.map((criterion) => fc.integer({ min: 0, max: WEIGHTS[criterion] * 10 })))
  .map((tenths) => CRITERIA.map((criterion, index) => ({ criterion, tenths: tenths[index] ?? 0 })))

describe('the bars of a score', () => {
  it('add up to the score to the tenth of a point', () => {
    fc.assert(
      fc.property(criteria, (points) => {
        const sum = points.reduce((total, { tenths }) => total + tenths, 0)
        expect(totalPoints(reasonsOf(points, pair))).toBe(sum / 10)
      }),
    )
  })

  it('stay within their frame and never show a number to the candidate', () => {
    fc.assert(
      fc.property(criteria, (points) => {
        const html = renderToStaticMarkup(<ScoreBars reasons={reasonsOf(points, pair)} />)
        const widths = [...html.matchAll(/bar-value" width="([\d.]+)%"/g)].map(([, width]) => Number(width))
        expect(widths).toHaveLength(5)
        for (const width of widths) expect(width).toBeLessThanOrEqual(100)
        expect(html).not.toContain('score-number')
        expect(html).not.toContain('score-points')
      }),
    )
  })

  it('show number, points and version to those who curate', () => {
    const full = CRITERIA.map((criterion) => ({ criterion, tenths: WEIGHTS[criterion] * 10 }))
    const html = renderToStaticMarkup(
      <ScoreBars reasons={reasonsOf(full, pair)} withPoints version="2025-1" />,
    )
    expect(html).toContain('<span class="score-number">100</span>')
    expect(html).toContain('méthode 2025-1')
    expect(html.match(/width="100.0%"/g)).toHaveLength(5)
  })

  it('carry no style attribute, which the security policy would ignore', () => {
    expect(renderToStaticMarkup(<ScoreBars reasons={reasonsOf([], pair)} withPoints />)).not.toContain(
      'style=',
    )
  })
})
