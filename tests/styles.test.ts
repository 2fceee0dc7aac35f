import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { brandTokens, contrast } from '#app/domain/brand-color.ts'

/** WCAG 1.4.11, RGAA 3.3: what a control or a meaningful drawing is seen by, against what lies beside it. */
const LEAST = 3

const folder = 'app/styles'
const sheets = readdirSync(folder).map((name) => ({ name, css: readFileSync(`${folder}/${name}`, 'utf8') }))
const tokensCss = readFileSync(`${folder}/tokens.css`, 'utf8')

const tokensOf = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  )

const [lightCss = '', darkCss = ''] = tokensCss.split('@media (prefers-color-scheme: dark)')
const light = tokensOf(lightCss)
const dark = { ...light, ...tokensOf(darkCss) }

/** What stands on what: the border of a field, the face of a button, the outline of the focus, the pictures of the kinds. */
const PAIRS: [string, string][] = [
  ...['--paper', '--surface', '--sunken'].flatMap((ground): [string, string][] => [
    ['--line-strong', ground],
    ['--brand', ground],
    ['--danger', ground],
    ['--ok', ground],
    ['--focus', ground],
    ['--muted', ground],
  ]),
  ...['job', 'clause', 'seasonal', 'volunteering'].flatMap((kind): [string, string][] => [
    [`--${kind}`, `--${kind}-tint`],
    [`--${kind}`, '--surface'],
  ]),
  ['--brand', '--brand-tint'],
  ['--danger', '--danger-tint'],
  ['--ok', '--ok-tint'],
  ['--on-brand', '--brand'],
  ['--on-bar', '--bar'],
]

const faint = (tokens: Record<string, string>) =>
  PAIRS.filter(([over, under]) => (contrast(tokens[over] ?? '', tokens[under] ?? '') ?? 0) < LEAST)

describe('controls and drawings stand out', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])('on our own colours, %s', (_, tokens) => {
    expect(faint(tokens)).toEqual([])
  })

  it.each(['#7a1f5c', '#ffd200', '#00a0dc', '#101010', '#f4f4f4'])('on those of a territory, %s', (color) => {
    const own = brandTokens(color)
    expect(faint({ ...light, ...own?.light })).toEqual([])
    expect(faint({ ...dark, ...own?.dark })).toEqual([])
  })
})

/** The rules of a sheet that hold declarations: selector and body. */
const rulesOf = (css: string) =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', body = '']) => ({
      selector: selector.trim(),
      body,
    }),
  )

describe('colours of text and of what lies under it are declared together (RGAA 10.5)', () => {
  test('the page gives both to all that it holds', () => {
    const body = rulesOf(sheets.find(({ name }) => name === 'base.css')?.css ?? '').find(
      ({ selector }) => selector === 'body',
    )
    expect(body?.body).toMatch(/background: var\(--paper\)/)
    expect(body?.body).toMatch(/\bcolor: var\(--ink\)/)
  })

  test('a drawn background has a colour under it, and each colour is one of the palette', () => {
    const rules = sheets.flatMap(({ name, css }) => rulesOf(css).map((rule) => ({ name, ...rule })))
    const drawn = rules.filter(({ body }) => /background(-image)?:[^;]*(url|gradient)\(/.test(body))
    const grounded = (selector: string) =>
      rules.some(
        (rule) =>
          /background(-color)?: var\(--/.test(rule.body) &&
          selector.split(/[\s>+~]/).some((part) => /\.[\w-]+/.exec(part)?.[0] === rule.selector),
      )
    expect(drawn.filter(({ selector }) => !grounded(selector)).map(({ selector }) => selector)).toEqual([])
    const isWhole = (body: string) => /background: #/.test(body) && /\bcolor: #/.test(body)
    const loose = rules.filter(
      ({ name, body }) =>
        !['tokens.css', 'print.css', 'map.css'].includes(name) &&
        /#[0-9a-f]{3,8}\b/i.test(body) &&
        !isWhole(body),
    )
    expect(loose).toEqual([])
  })
})
