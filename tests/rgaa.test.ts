import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { footerLinks } from '#app/components/frame/navigation.ts'
import { conformityOf, type RgaaCriterion, readRgaa } from '#app/domain/rgaa.ts'
import { loader } from '#app/routes/accessibilite.tsx'

/** How many criteria each theme of the RGAA 4.1.2 has. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

const page = readFileSync('docs/rgaa.md', 'utf8')
const criteria = readRgaa(page)

describe('the table of the RGAA', () => {
  test('holds each of the 106 criteria once', () => {
    const all = THEMES.flatMap((count, theme) =>
      Array.from({ length: count }, (_, at) => `${theme + 1}.${at + 1}`),
    )
    expect(all).toHaveLength(106)
    expect(criteria.map(({ id }) => id)).toEqual(all)
  })

  test('says why, and names files that are there', () => {
    expect(criteria.filter(({ about, proof }) => about === '' || proof === '')).toEqual([])
    const named = [...page.matchAll(/`((?:app|tests|public)\/[^`]+)`/g)].map(([, file = '']) => file)
    expect(named.length).toBeGreaterThan(60)
    expect([...new Set(named)].filter((file) => !existsSync(file))).toEqual([])
  })

  test('makes the statement, and the words at the bottom of each page', async () => {
    const { state, failed } = await loader()
    expect(failed.map(({ id }) => id)).toEqual(
      criteria.filter(({ verdict }) => verdict === 'non conforme').map(({ id }) => id),
    )
    expect(failed.filter(({ why }) => why === '' || /`|\(\)|:$/.test(why))).toEqual([])
    expect(footerLinks(false).map(({ label }) => label)).toContain(`Accessibilité : ${state}`)
  })

  test('takes no verdict that does not exist', () => {
    expect(() => readRgaa('| 1.1 | les images | presque | rien |')).toThrow('criterion 1.1')
  })
})

describe('what criteria amount to', () => {
  const given = (met: number, failed: number, beside = 0): RgaaCriterion[] => {
    const of = (verdict: RgaaCriterion['verdict'], count: number) =>
      Array.from({ length: count }, () => ({ id: '1.1', about: '', verdict, proof: '' }))
    return [...of('conforme', met), ...of('non conforme', failed), ...of('non applicable', beside)]
  }

  test.each([
    [given(3, 0, 5), { percent: 100, met: 3, applicable: 3, state: 'totalement conforme' }],
    [given(2, 1), { percent: 66, met: 2, applicable: 3, state: 'partiellement conforme' }],
    [given(1, 1), { percent: 50, met: 1, applicable: 2, state: 'partiellement conforme' }],
    [given(1, 2, 9), { percent: 33, met: 1, applicable: 3, state: 'non conforme' }],
  ])('%#', (some, expected) => {
    expect(conformityOf(some)).toEqual(expected)
  })
})
