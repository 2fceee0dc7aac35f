import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Loads axe into the page that is open. It reaches the page past its Content-Security-Policy. */
export const loadAxe = (page: Page): Promise<void> => page.evaluate(source)

/** What axe finds wrong in the page as it is shown now, one line each: the rule and the element. */
export async function violations(page: Page): Promise<string[]> {
  const results: axe.AxeResults = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<axe.AxeResults> } }
    return axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  })
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => {
      const reason = id.startsWith('color') ? ` ${node.any[0]?.message.slice(0, 120)}` : ''
      return `${id}: ${node.html.slice(0, 160)}${reason}`
    }),
  )
}
