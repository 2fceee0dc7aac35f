import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { MESSAGE_KINDS, type MessageKind } from '#app/domain/message.ts'
import type { CommonFacts, MessageFacts } from '#workers/templates/facts.ts'
import { cutTo, septets, toGsm7 } from '#workers/templates/gsm7.ts'
import { renderMail, renderSms } from '#workers/templates/render-message.ts'
import { segmentsOf } from '#workers/templates/segments.ts'

// The longest commune name of France, a title at the limit of the form, a long host, a double first name.
const COMMUNE = 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson'
const TITLE = 'Agent·e polyvalent·e de restauration collective « çà et là », œuvre d’été… '.repeat(3).trim()
const ORGANISATION = 'Communauté d’agglomération du Pays de Laon – Établissement œcuménique « L’Étape »'
const HOST = 'https://actifs.departement-aisne.fr'
const ID = '00000000-0000-4000-8000-000000000001'
const person = {
  firstName: 'Marie-Françoise-Joséphine',
  title: TITLE,
  url: `${HOST}/mes-candidatures`,
  pageUrl: `${HOST}/mes-candidatures/${ID}`,
}
const answer = { ...person, organisationName: ORGANISATION }
const toOrganisation = { title: TITLE, url: `${HOST}/structure`, pageUrl: `${HOST}/structure/${ID}` }

const LONGEST: MessageFacts = {
  sign_in_code: { code: '000000', minutes: 10 },
  contact_changed: { isPhone: true, url: `${HOST}/aide` },
  factor_changed: { url: `${HOST}/aide` },
  match_proposed: {
    ...person,
    communeName: COMMUNE,
    organisationName: ORGANISATION,
    distanceKm: 99.6,
    asked: {
      organisationName: ORGANISATION,
      sentence: 'Nous cherchons quelqu’un pour le midi. '.repeat(3).trim(),
    },
    url: `${HOST}/r/aaaaaaaaaaaa`,
  },
  application_received: {
    ...toOrganisation,
    candidateName: 'Marie-Françoise B.',
    promisedOn: 'mercredi 30 septembre 2026',
  },
  application_interview: { ...answer, when: 'le mercredi 30 septembre à 14 h 30' },
  application_hired: answer,
  application_refused: { ...answer, reason: 'Il manque un permis ou un certificat' },
  application_obsolete: person,
  application_unanswered: answer,
  application_offer_closed: { ...answer, isFilled: true, promisedOn: 'mercredi 30 septembre 2026' },
  application_reminder: {
    ...toOrganisation,
    candidateName: 'Marie-Françoise B.',
    sentOn: 'mercredi 30 septembre 2026',
    promisedOn: 'vendredi 9 octobre',
  },
  offer_approved: toOrganisation,
  offer_refused: { ...toOrganisation, reason: 'L’offre demande un âge.' },
  offer_sent_back: { ...toOrganisation, reason: 'Dites les horaires.' },
  offer_expiring: { ...toOrganisation, daysLeft: 7 },
  reading_alarm: {
    people: 1000,
    url: `${HOST}/administration/consultations`,
    pageUrl: `${HOST}/administration/consultations`,
  },
  invitation: {
    inviterName: 'Marie-Françoise-Joséphine de La Rochefoucauld-Montmorency',
    organisationName: ORGANISATION,
    postName: null,
    url: `${HOST}/invitation/${'a'.repeat(22)}`,
  },
  join_requested: {
    askerName: 'Marie-Françoise B.',
    organisationName: ORGANISATION,
    url: `${HOST}/structure/equipe`,
  },
  organisation_code: {
    code: '000000',
    minutes: 10,
    askerName: 'Marie-Françoise B.',
    organisationName: ORGANISATION,
  },
  organisation_verified: { organisationName: ORGANISATION, url: `${HOST}/structure` },
  organisation_refused: {
    organisationName: ORGANISATION,
    reason: 'Nous n’avons trouvé aucune trace de cette structure. '.repeat(8).trim(),
  },
  retention_notice: { erasedOn: 'mercredi 30 septembre 2026', url: `${HOST}/connexion` },
  search_digest: {
    firstName: person.firstName,
    search: `${TITLE}, à 60 min de ${COMMUNE}`,
    count: 200,
    lines: Array.from({ length: 8 }, (_, index) => `${index} ${TITLE}, ${ORGANISATION}, ${COMMUNE}`),
    url: `${HOST}/a/aaaaaaaaaaaa`,
  },
  search_paused: { firstName: person.firstName, search: TITLE, url: `${HOST}/mes-recherches` },
}
const COMMON: CommonFacts = {
  helpPhone: '03 23 24 89 00',
  helpHours: 'lundi–vendredi 9 h–12 h, 13 h 30–17 h 30',
  senderName: 'Actifs, le département de l’Aisne',
  look: { name: 'Aisne', color: '#0F5C63', logo: null },
}

const sms = <K extends MessageKind>(kind: K, facts: Partial<MessageFacts[K]> = {}) =>
  renderSms(kind, { ...LONGEST[kind], ...COMMON, ...facts })

describe.each(MESSAGE_KINDS)('%s', (kind) => {
  test('the SMS with the longest values fits one GSM-7 segment, with help and a way out', () => {
    const text = sms(kind)
    const message = new SegmentedMessage(text)
    expect({ text, encoding: message.getEncodingName(), segments: message.segmentsCount }).toMatchObject({
      encoding: 'GSM-7',
      segments: 1,
    })
    expect(text).toContain(COMMON.helpPhone)
    expect(text).toMatch(/stop|Oubliez ce message/)
    const facts = LONGEST[kind]
    if ('url' in facts) expect(text).toContain(facts.url)
  })

  test('the e-mail has a subject on one line, help and a way out in both its forms', () => {
    const mail = renderMail(kind, { ...LONGEST[kind], ...COMMON })
    expect(mail.subject).not.toMatch(/[\r\n]/)
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(COMMON.helpPhone)
      expect(body).toContain('« stop »')
    }
  })
})

test.each([
  'application_received',
  'application_reminder',
  'application_interview',
  'application_hired',
  'application_refused',
  'application_obsolete',
  'application_unanswered',
] as const)('%s says so when the person applied without any offer', (kind) => {
  const { subject, text } = renderMail(kind, { ...LONGEST[kind], ...COMMON, title: null })
  expect(`${subject} ${text}`).not.toMatch(/«\s*»|null|pour «/)
  expect(sms(kind, { title: null })).not.toMatch(/null/)
})

test('the e-mail of a request quotes the organisation and says what a yes shows; a proposal does not', () => {
  const mail = (asked: MessageFacts['match_proposed']['asked']) =>
    renderMail('match_proposed', { ...LONGEST.match_proposed, ...COMMON, asked })
  const asked = mail({ organisationName: 'Le Petit Marché', sentence: 'Venez visiter <b>lundi</b>.' })
  expect(asked.subject).toBe('Le Petit Marché aimerait vous parler')
  expect(asked.text).toContain(
    'Le Petit Marché aimerait vous parler. Son message : « Venez visiter <b>lundi</b>. »',
  )
  expect(asked.text).toContain('cette structure verra votre nom et de quoi vous joindre')
  expect(mail({ organisationName: 'Le Petit Marché', sentence: null }).text).not.toContain('Son message')
  expect(mail(null).subject).toMatch(/^Une offre pour vous/)
  expect(mail(null).text).not.toMatch(/aimerait|verra votre nom/)
})

test('whatever is typed in an offer, the SMS is one GSM-7 segment and the HTML holds no tag of it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('é', 'ç', '€', '{', '|', '’', '😀', ' ', 'a', '<b>'), maxLength: 200 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...MESSAGE_KINDS), hostile, hostile, (kind, title, other) => {
      const asked = { organisationName: other, sentence: title }
      const facts = { title, organisationName: other, communeName: other, candidateName: other, asked }
      const message = new SegmentedMessage(sms(kind, facts as never))
      expect([message.getEncodingName(), message.segmentsCount]).toEqual(['GSM-7', 1])
      const html = renderMail(kind, { ...LONGEST[kind], ...COMMON, ...facts }).html
      expect(html).not.toContain('<b>')
    }),
  )
})

test('the SMS of a request names who asks, before the offer', () => {
  const asked = { organisationName: 'Le Petit Marché', sentence: null }
  expect(sms('match_proposed', { title: 'Cariste', asked })).toBe(
    `Le Petit Marché aimerait vous parler : Cariste. Voir, répondre ou stop : ${HOST}/r/aaaaaaaaaaaa Aide 03 23 24 89 00`,
  )
  expect(sms('match_proposed')).toMatch(/^\S.* aimerait vous parler : Agent\.e [^.]*\.e\.\.\. Voir/)
})

test('a short title is not cut, a long one ends with three dots', () => {
  expect(sms('match_proposed', { title: 'Cariste', communeName: 'Laon', asked: null })).toBe(
    `Pour vous : Cariste, Laon. Voir, répondre ou stop : ${HOST}/r/aaaaaaaaaaaa Aide 03 23 24 89 00`,
  )
  expect(sms('match_proposed', { asked: null })).toMatch(
    /^Pour vous : Agent.e polyvalent.e de\.\.\., Saint-Remy-en\.\.\. Voir/,
  )
})

describe('GSM-7', () => {
  test.each([
    ['Être là où ça chôme, dès l’été', "Etre là où ca chome, dès l'été"],
    ['« L’œuf »… Hôtel Noël', '"L\'oeuf"... Hotel Noel'],
    ['À Château-Thierry : 12 €/h — naïf 😀', 'A Chateau-Thierry : 12 €/h - naif'],
    ['Nguyễn Ða', 'Nguyen a'],
    ['Ǽ ǽ ǿ', 'AE ae ø'],
  ])('%s', (text, plain) => {
    expect(toGsm7(text)).toBe(plain)
    expect(new SegmentedMessage(plain).getEncodingName()).toBe('GSM-7')
  })

  test('every text becomes GSM-7, is stable, and counts as the calculator counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = toGsm7(text)
        const message = new SegmentedMessage(plain, 'GSM-7')
        expect(toGsm7(plain)).toBe(plain)
        expect(septets(plain)).toBe(message.messageSize / 7)
      }),
    )
  })

  test('a text is cut to its room, never beyond', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, room) => {
        const plain = toGsm7(text)
        const cut = cutTo(plain, room)
        expect(septets(cut)).toBeLessThanOrEqual(room)
        if (septets(plain) <= room) expect(cut).toBe(plain)
      }),
    )
    expect(cutTo('Aide de cuisine en restaurant', 20)).toBe('Aide de cuisine...')
  })

  test('segments are counted as operators bill them', () => {
    expect(['a'.repeat(160), 'a'.repeat(161), 'ê'.repeat(70), 'ê'.repeat(71)].map(segmentsOf)).toEqual([
      1, 2, 1, 2,
    ])
  })
})
