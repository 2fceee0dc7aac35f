import { expect, test } from 'vitest'
import type { OfferKind } from '#app/domain/offer.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { drawOffer } from '#prisma/seed/offer-content.ts'
import type { SeedOrganisation } from '#prisma/seed/organisations.ts'

const owner = {
  organisation: { name: 'La Maison du Test' },
  commune: { inseeCode: '02408', name: 'Laon', population: 24_000 },
  family: 'vineyard',
} as SeedOrganisation
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed)

const draw = (seed: number, kind: OfferKind, like?: string) =>
  drawOffer(createRandom(seed), {
    kind,
    publishedOn: '2026-11-22',
    isOnLine: true,
    recruiters: new Map([[owner.family, [owner]]]),
    like,
  }).content

test.each([
  ['job', 'K2205', 'K2205', /nettoy|entretien|ménage|dépoussiér/i],
  ['seasonal', 'Taille de la vigne', 'A1418', /taillez la vigne/],
  ['seasonal', 'A1418', 'A1418', /vigne/],
  ['clause', 'F1606', 'F1606', /peindre|peinture/i],
  ['volunteering', 'Trier et ranger les dons alimentaires', expect.anything(), /tri/i],
] as const)(
  '%s: what is drawn like %s is about it, in its trade and in its words',
  (kind, like, code, words) => {
    for (const seed of SEEDS) {
      const content = draw(seed, kind, like)
      expect(content.occupationCode).toEqual(code)
      expect(content.description).toMatch(words)
    }
  },
)

test('without it anything of the kind is drawn, and what no table has is refused', () => {
  expect(new Set(SEEDS.map((seed) => draw(seed, 'seasonal').title)).size).toBeGreaterThan(3)
  expect(() => draw(0, 'seasonal', 'Cueillir des nuages')).toThrow(/nothing like/)
  expect(() => draw(0, 'volunteering', 'Cueillir des nuages')).toThrow(/nothing like/)
})
