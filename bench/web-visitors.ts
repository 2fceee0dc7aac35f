// What visitors ask of the search page, drawn from a seed: places by their inhabitants, and the words of the trades most sought.
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { drawOf, prepareDraw } from '#prisma/seed/draw.ts'

const DEPARTEMENT = '02'
const SEED = 20_261_122
const RADII = ['5', '10', '20', '30', '50', '100', '20min', '30min']
const WORDS = [
  ['', 40],
  ['vendanges', 10],
  ['ménage', 10],
  ['cuisine', 8],
  ['serveur', 6],
  ['aide à domicile', 6],
  ['agricole', 5],
  ['préparateur', 5],
  ['animateur', 4],
  ['chauffeur', 3],
  ['bénévole', 3],
] as const
const KINDS = [
  ['', 70],
  ['emploi', 15],
  ['saisonnier', 10],
  ['benevolat', 5],
] as const

const addressOf = (asked: Record<string, string>) =>
  `/offres?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`

/** A way to draw as many addresses as wanted: as visitors ask, some places and words far more often than others. */
export function drawVisits(): (count: number) => string[] {
  const random = createRandom(SEED)
  const drawCommune = prepareDraw<CommuneSeed>(
    loadOfflineCommunes(DEPARTEMENT),
    ({ population }) => population,
  )
  const visit = () =>
    addressOf({
      q: drawOf(random, WORDS),
      lieu: random.chance(0.8) ? drawCommune(random).name : '',
      rayon: random.chance(0.3) ? random.pick(RADII) : '',
      genre: drawOf(random, KINDS),
    })
  return (count) => Array.from({ length: count }, visit)
}

/** A way to take addresses of which each is asked for once. Throws when there are no more. */
export function takeDifferent(): (count: number) => string[] {
  const all = loadOfflineCommunes(DEPARTEMENT).flatMap(({ inseeCode }) =>
    RADII.flatMap((rayon) => WORDS.map(([q]) => addressOf({ q, commune: inseeCode, rayon }))),
  )
  const mixed = createRandom(SEED).shuffle(all)
  return (count) => {
    if (mixed.length < count) throw new Error('No address is left that was not asked for')
    return mixed.splice(0, count)
  }
}
