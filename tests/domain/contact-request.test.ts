import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { contactRequestSchema } from '#app/domain/contact-request.schema.ts'
import { type ContactRequestState, canAskContact, contactRequestState } from '#app/domain/contact-request.ts'
import type { MatchState } from '#app/domain/match.ts'
import type { MessageState } from '#app/domain/message.ts'
import { OFFER_STATES } from '#app/domain/offer.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'

const ASKED_AT = new Date('2026-06-01T08:00:00Z')
const later = (minutes: number) => new Date(ASKED_AT.getTime() + minutes * 60_000)

describe('where a request stands', () => {
  const STANDINGS: [MatchState, MessageState | null, Date | null, number, ContactRequestState][] = [
    ['approved', null, null, 5, 'waiting'],
    ['approved', null, null, 61, 'impossible'],
    ['approved', 'queued', null, 5000, 'waiting'],
    ['approved', 'cancelled', null, 5, 'impossible'],
    ['notified', 'accepted', null, 5, 'asked'],
    ['notified', 'hard_bounce', null, 5, 'impossible'],
    ['interested', 'delivered', later(4), 5, 'agreed'],
    ['interested', 'delivered', null, 5, 'asked'],
    ['applied', 'delivered', later(4), 5, 'agreed'],
    ['declined', 'delivered', later(4), 5, 'declined'],
    ['proposed', 'cancelled', null, 5, 'impossible'],
    ['set_aside', null, null, 5, 'impossible'],
  ]
  test.each(STANDINGS)(
    '%s, message %s, agreed %s, after %d min: %s',
    (matchState, messageState, agreedAt, minutes, state) => {
      const request = { createdAt: ASKED_AT, agreedAt }
      expect(contactRequestState({ request, matchState, messageState, now: later(minutes) })).toBe(state)
    },
  )
})

test('who may ask, and for which offers', () => {
  const actor: Actor = { kind: 'recruiter', accountId: 'a', organisationId: 'o', territoryId: 't' }
  const details = OFFER_DETAILS.job
  const offer = { organisationId: 'o', territoryId: 't', state: 'published', details } as const
  expect(canAskContact(actor, offer, 'verified')).toBe(true)
  expect(canAskContact(actor, offer, 'pending')).toBe(false)
  expect(canAskContact(actor, { ...offer, organisationId: 'other' }, 'verified')).toBe(false)
  expect(canAskContact({ ...actor, kind: 'relation_officer' } as Actor, offer, 'verified')).toBe(false)
  expect(canAskContact(actor, { ...offer, details: OFFER_DETAILS.clause }, 'verified')).toBe(false)
  for (const state of OFFER_STATES.filter((one) => one !== 'published'))
    expect(canAskContact(actor, { ...offer, state }, 'verified')).toBe(false)
})

describe('the sentence of an organisation', () => {
  const errorsOf = (sentence: string) => {
    const parsed = parseForm(contactRequestSchema, { sentence })
    return parsed.ok ? [] : (parsed.state.errors.sentence ?? [])
  }
  test.each(['', 'Nous cherchons quelqu’un pour midi. Formation sur place.', 'a'.repeat(140)])(
    'may be: %s',
    (text) => {
      expect(errorsOf(text)).toEqual([])
    },
  )
  test.each([
    'Appelez-moi au 06 39 98 00 01',
    'Écrivez à chef@example.org',
    'Voir https://example.org/poste',
    'Tout est sur exemple.fr',
    'Nous cherchons une personne jeune',
    'De nationalité française exigée',
    'a'.repeat(141),
  ])('may not be: %s', (text) => {
    expect(errorsOf(text).length).toBeGreaterThan(0)
    for (const sentence of errorsOf(text)) expect(sentence).toMatch(/^[A-ZÉ].+\.$/)
  })
})
