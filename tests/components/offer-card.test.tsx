import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { KIND_SHAPES, markFeatures, placeFeatures } from '#app/components/map/map-point.ts'
import { LinkedText } from '#app/components/message/linked-text.tsx'
import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { decidingFacts, formatWeeklyHours, placeSentence } from '#app/components/offer/offer-words.ts'
import { formatDateTime, formatDay, formatMinutes, keepTogether } from '#app/components/ui/format.ts'
import { pagesShown } from '#app/components/ui/pagination.tsx'
import { OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'

const offer = {
  id: '1',
  href: '/offres/1',
  kind: 'job' as const,
  title: 'Serveur ou serveuse en salle',
  organisationName: 'Brasserie du Parc',
  communeName: 'Laon',
  distanceKm: 8.2,
  travel: { minutes: 12, means: 'car' as const },
  contract: 'cdi' as const,
  rhythm: null,
  hoursPerWeek: 35,
  startsOn: null,
  publishedAt: '2025-06-03',
  latitude: 49.56,
  longitude: 3.62,
}

describe('an offer card', () => {
  it.each(OFFER_KINDS)('says a %s by colour, icon and word', (kind) => {
    const html = renderToStaticMarkup(<OfferCard offer={{ ...offer, kind }} />)
    expect(html).toContain(`kind kind-${kind}`)
    expect(html).toContain(OFFER_KIND_LABELS[kind])
    expect(html).toContain('<svg aria-hidden="true"')
  })

  it('gives the distance, the time and the day', () => {
    const html = renderToStaticMarkup(<OfferCard offer={offer} />)
    expect(html).toContain('Laon, à 8 km, environ 12 min en voiture')
    expect(html).toContain('Publiée le 3 juin')
    expect(html).toContain('<a href="/offres/1">Serveur ou serveuse en salle</a>')
  })

  it('shows a state instead of a date once the offer is closed', () => {
    const html = renderToStaticMarkup(<OfferCard offer={offer} state="Pourvue" />)
    expect(html).toContain('Pourvue')
    expect(html).not.toContain('Publiée')
  })
})

describe('the words of an offer', () => {
  const nothing = { contract: null, rhythm: null, hoursPerWeek: null, startsOn: null, publishedAt: null }
  const facts = { ...nothing, kind: 'job' as const }

  it('name what decides for each kind', () => {
    const labels = (kind: (typeof OFFER_KINDS)[number]) =>
      decidingFacts({ ...facts, kind }).map(({ label }) => label)
    expect(labels('job')).toEqual(['Contrat', 'Horaires', 'Début'])
    expect(labels('clause')).toEqual(['Contrat', 'Horaires', 'Début'])
    expect(labels('seasonal')).toEqual(['Saison', 'Horaires', 'Début'])
    expect(labels('volunteering')).toEqual(['Rythme', 'Début'])
  })

  it.each([
    ['dans l’année', '2026-03-02', '2026-09-02', 'Le 2 septembre'],
    ['l’année suivante', '2026-11-22', '2027-09-02', 'Le 2 septembre 2027'],
    ['le lendemain, à Paris une autre année', '2026-12-31T23:30:00Z', '2027-01-01', 'Le 1er janvier'],
    ['d’un brouillon', null, '2026-09-02', 'Le 2 septembre 2026'],
    ['dès que possible', '2026-03-02', null, 'Dès que possible'],
  ])('tell the start %s', (_, publishedAt, startsOn, value) => {
    expect(decidingFacts({ ...facts, publishedAt, startsOn })).toContainEqual({ label: 'Début', value })
  })

  it('write hours, days and distances as people say them', () => {
    expect(formatWeeklyHours(17.5)).toBe('17 h 30 par semaine')
    expect(formatDay('2025-07-01')).toBe('1er juillet')
    expect(formatDay('2025-06-30T22:30:00Z')).toBe('1er juillet')
    expect(formatDateTime('2025-01-10T08:05:00Z')).toBe('10 janvier à 9 h 05')
    expect(formatMinutes(65)).toBe('1 h 05')
    expect(placeSentence({ communeName: 'Laon', distanceKm: 0.4, travel: offer.travel })).toBe(
      'Laon, à moins de 1 km',
    )
    expect(placeSentence({ communeName: 'Laon', distanceKm: null, travel: offer.travel })).toBe('Laon')
    expect(keepTogether('13 h 30–17 h 30')).toBe('13\u00a0h\u00a030–17\u00a0h\u00a030')
  })
})

describe('the map', () => {
  it('tells kinds apart by shape as well as colour', () => {
    expect(new Set(Object.values(KIND_SHAPES)).size).toBe(OFFER_KINDS.length)
  })

  it('takes nothing of an offer but its id, kind and position, longitude first', () => {
    expect(markFeatures([offer]).features[0]).toEqual({
      type: 'Feature',
      properties: { id: '1', kind: 'job', count: 1 },
      geometry: { type: 'Point', coordinates: [3.62, 49.56] },
    })
    expect(placeFeatures([{ name: 'Laon', latitude: 49.56, longitude: 3.62 }]).features[0]).toMatchObject({
      properties: { name: 'Laon' },
      geometry: { coordinates: [3.62, 49.56] },
    })
  })
})

describe('small pieces', () => {
  it('make addresses in a message followable, without the full stop after them', () => {
    const html = renderToStaticMarkup(<LinkedText text="Voir : http://127.0.0.1:3000/r/ab. <b>Merci</b>" />)
    expect(html).toContain('<a href="http://127.0.0.1:3000/r/ab">http://127.0.0.1:3000/r/ab</a>.')
    expect(html).toContain('&lt;b&gt;')
    expect(renderToStaticMarkup(<LinkedText text="javascript:alert(1)" />)).not.toContain('<a')
  })

  it('show the pages around the present one', () => {
    expect(pagesShown(5, 12)).toEqual([1, 0, 4, 5, 6, 0, 12])
    expect(pagesShown(1, 2)).toEqual([1, 2])
    expect(pagesShown(3, 3)).toEqual([1, 2, 3])
  })
})
