import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { Cv, CvLine } from '#app/domain/cv.ts'
import { cvPdf } from '#app/http/cv-pdf.server.ts'

const line = (overrides: Partial<CvLine>): CvLine => ({
  id: '1',
  kind: 'experience',
  title: 'Vendanges',
  place: null,
  years: '',
  details: null,
  ...overrides,
})

const cv = (overrides: Partial<Cv> = {}): Cv => ({
  name: 'Nadia Benali',
  contact: { phone: { e164: '+33639980001', display: '06 39 98 00 01' }, email: 'nadia@exemple.fr' },
  communeName: 'Château-Thierry',
  projects: [{ label: 'Agent·e de propreté', experience: 'one_year' }],
  experiences: [
    line({ place: 'Celles-lès-Condé', years: '2019 – 2023', details: 'Cœur d’équipe, 35 € la caisse.' }),
  ],
  trainings: [line({ kind: 'training', title: 'CAP cuisine', place: 'Lycée de Soissons', years: '2012' })],
  skills: ['Accueillir', 'Nettoyer des locaux'],
  licences: ['Permis B'],
  languages: [],
  ...overrides,
})

async function read(shown: Cv) {
  const document = await getDocumentProxy(new Uint8Array(await cvPdf(shown)))
  const page = await document.getPage(1)
  const { text } = await extractText(document, { mergePages: true })
  const [, , width, height] = page.view
  const items = (await page.getTextContent()).items
  const lowest = Math.min(...items.map((item) => ('transform' in item ? Number(item.transform[5]) : 9999)))
  return { pages: document.numPages, text: text.normalize('NFC'), size: [width, height], lowest }
}

describe('a CV on paper', () => {
  test('is one A4 page that says all of it', async () => {
    const { pages, text, size } = await read(cv())
    expect(pages).toBe(1)
    expect(size.map((points) => Math.round(Number(points)))).toEqual([595, 842])
    for (const words of [
      'Nadia Benali',
      'Château-Thierry · 06 39 98 00 01 · nadia@exemple.fr',
      'Agent·e de propreté, un an ou plus',
      'Vendanges, Celles-lès-Condé, 2019 – 2023',
      'Cœur d’équipe, 35 € la caisse.',
      'CAP cuisine, Lycée de Soissons, 2012',
      'Accueillir · Nettoyer des locaux',
      'Permis B',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Langues')
  })

  test.each([
    'Žaneta Đorđević',
    'Łukasz Śliwiński',
    'Nguyễn Thị Hạnh',
    'Ольга Ковальчук',
    'Γιώργος Ιωάννου',
    'Şükrü Ağaoğlu',
  ])('the name %s is written right', async (name) => {
    expect((await read(cv({ name }))).text).toContain(name)
  })

  test('holds on one page however much is told: the oldest is left out, and nothing falls off it', async () => {
    const told = Array.from({ length: 20 }, (_, at) =>
      line({
        id: String(at),
        title: `Travail ${at} ${'très '.repeat(15)}long`,
        details: 'mot '.repeat(75).trim(),
      }),
    )
    const { pages, text, lowest } = await read(
      cv({
        experiences: told,
        trainings: [],
        skills: Array.from({ length: 40 }, (_, at) => `savoir-faire ${at}`),
      }),
    )
    expect(pages).toBe(1)
    expect(lowest).toBeGreaterThan(30)
    expect(text).toContain('Travail 0')
    expect(text.match(/mot mot/g)?.length).toBeGreaterThan(0)
    expect(text).toContain('savoir-faire 39')
  })

  test('an empty one is a page with a name', async () => {
    const empty = { projects: [], experiences: [], trainings: [], skills: [], licences: [] }
    const { pages, text } = await read(cv({ ...empty, contact: { phone: null, email: null } }))
    expect([pages, text.replace(/\s+/g, ' ').trim()]).toEqual([1, 'Nadia Benali Château-Thierry'])
  })
})
