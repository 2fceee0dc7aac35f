import { CONTRACT_LABELS, OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import { CONTRACTS, type OfferKind } from '#app/domain/offer.ts'
import { occupations } from '#prisma/reference/occupations.ts'
import { createRandom, type Random } from '#prisma/reference/random.ts'
import type { OfferDocument } from '#search/offer-document.ts'

const COMMUNE_COUNT = 797
// The rectangle around the Aisne, in decimal degrees.
const AISNE = { south: 48.84, north: 50.07, west: 2.96, east: 4.26 }
const NOW = Date.UTC(2026, 10, 21)
const DAY_MS = 86_400_000
const SENTENCES = [
  'Vous rejoignez une équipe accueillante et vous êtes formé à votre poste.',
  'Le travail se fait debout, avec des gestes répétés et un rythme soutenu.',
  'Les horaires sont fixes, du lundi au vendredi, sans travail le dimanche.',
  'Un ramassage est organisé au départ de la gare chaque matin.',
  'Le permis B est un plus, mais un arrêt de bus se trouve à cinq minutes.',
  'Débutant accepté : la motivation et le sérieux comptent plus que le diplôme.',
  'Vous préparez le matériel, respectez les consignes de sécurité et rangez votre poste.',
  'Le repas de midi est pris sur place et une prime de panier est versée.',
  'La mission peut être prolongée selon l’activité de la saison.',
  'Vous accueillez le public, répondez au téléphone et tenez le planning à jour.',
]
const ENDINGS = ['H/F', 'débutant accepté', 'temps partiel', 'de nuit', 'en équipe', 'saison', 'temps plein']

const contractWeights = { cdi: 30, cdd: 32, interim: 20, cddi: 8, pec_cae: 2, cui_cie: 1, apprentissage: 4 }
const kindWeights: Record<OfferKind, number> = { job: 62, clause: 6, seasonal: 20, volunteering: 12 }
const kinds = Object.keys(kindWeights) as OfferKind[]

const hex = (number: number, length: number) => number.toString(16).padStart(length, '0')

function communes(random: Random) {
  return Array.from({ length: COMMUNE_COUNT }, (_, i) => ({
    code: `02${String(i + 1).padStart(3, '0')}`,
    name: `Bourg-${hex(i, 3)}`,
    latitude: AISNE.south + random.next() * (AISNE.north - AISNE.south),
    longitude: AISNE.west + random.next() * (AISNE.east - AISNE.west),
    // A few towns have most of the offers.
    weight: 1000 / (i + 3),
  }))
}

/** As `random.weighted` with the weights added up once: among many items, a million times. */
function createPicker<T>(items: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  let total = 0
  const ends = items.map((item) => {
    total += weightOf(item)
    return total
  })
  return (random) => {
    const point = random.next() * total
    let [low, high] = [0, items.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (point < (ends[middle] as number)) high = middle
      else low = middle + 1
    }
    return items[low] as T
  }
}

/** Makes `count` offers of an imaginary Aisne, the same ones each time; occupations follow their real share of hiring. */
export async function* offerDocuments(count: number): AsyncGenerator<OfferDocument> {
  const random = createRandom(20261121)
  const pickPlace = createPicker(communes(random), (one) => one.weight)
  const pickOccupation = createPicker(occupations, (one) => one.hiringShare)
  for (let i = 0; i < count; i++) {
    const occupation = pickOccupation(random)
    const place = pickPlace(random)
    const kind = random.weighted(kinds, (one) => kindWeights[one])
    const hasContract = kind === 'job' || kind === 'clause'
    const contract = hasContract
      ? random.weighted(CONTRACTS, (one) => (contractWeights as Record<string, number>)[one] ?? 1)
      : null
    const published = NOW - random.int(0, 60 * 24 * 60) * 60_000
    yield {
      offerId: `${hex(i, 8)}-0000-4000-8000-${hex(random.int(0, 0xffffffff), 12)}`,
      version: 1,
      kind,
      title: `${occupation.label.split(' / ')[0]} ${random.pick(ENDINGS)}`,
      description: [occupation.plainLabel, ...random.sample(SENTENCES, 6)].join('. '),
      organisationName: `Structure ${hex(random.int(0, Math.max(20, count / 15)), 4)}`,
      communeCode: place.code,
      communeName: place.name,
      latitude: place.latitude,
      longitude: place.longitude,
      occupationCode: occupation.romeCode,
      occupationLabel: occupation.plainLabel,
      occupationWords: [occupation.label, occupation.plainLabel, ...occupation.synonyms],
      labels: [OFFER_KIND_LABELS[kind], ...(contract ? [CONTRACT_LABELS[contract]] : [])],
      more: '',
      contract,
      rhythm: null,
      startsOn: random.chance(0.4)
        ? null
        : new Date(NOW + random.int(0, 90) * DAY_MS).toISOString().slice(0, 10),
      endsOn: null,
      positions: random.int(1, 4),
      hoursPerWeek: random.pick([20, 24, 28, 35]),
      pay: null,
      isReachableByTransit: random.chance(0.3),
      hasCollectivePickup: random.chance(0.05),
      hasLodging: random.chance(0.05),
      isDisabilityFriendly: random.chance(0.2),
      publishedAt: new Date(published).toISOString(),
      expiresAt: null,
    }
  }
}
