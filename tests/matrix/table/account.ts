import { ROLES } from '#app/domain/actor.ts'
import type { Answers, Outcome, Row, Table } from '../row.ts'
import { contactKind, factorHolder, session } from '../things.ts'

const everyHat = { for: ROLES, copies: 'private' } as const satisfies Partial<Row>

/** One answer for whoever works for the territory, whatever hat is worn, and another one for everybody else. */
const byFactor = (professional: Outcome, others: Outcome): Answers => ({
  by: {
    candidate: others,
    recruiter: others,
    officer_recruiting: professional,
    relation_officer: professional,
    hotline: professional,
    referent: professional,
    facilitator: professional,
    administrator: professional,
  },
})

const noHat = { candidate: 404, recruiter: 404, relation_officer: 404, hotline: 404, referent: 404 } as const

/** One's own account, its second factor and its hats. */
export const accountRows: Table = {
  'routes/connexion.verification': {
    for: ['unconfirmed'],
    copies: 'private',
    others: {
      relation_officer: '/bureau',
      administrator: '/bureau',
      hotline: '/accueil',
      referent: '/portefeuille',
      facilitator: '/offres',
    },
    reads: 200,
    writes: { '': { form: { code: '000000' }, answers: 422 } },
  },
  'routes/mes-espaces': {
    ...everyHat,
    reads: 200,
    writes: {
      'wear candidate': {
        form: { role: 'candidate' },
        answers: {
          by: {
            ...noHat,
            facilitator: 404,
            administrator: 404,
            candidate: '/mes-offres',
            candidate_recruiting: '/mes-offres',
          },
        },
      },
      'wear administrator': {
        form: { role: 'administrator' },
        answers: { by: { ...noHat, facilitator: 404, administrator: '/bureau' } },
      },
    },
  },
  'routes/mon-compte._index': {
    ...everyHat,
    reads: 200,
    writes: {
      'end-session': { thing: session(), answers: { other_person: 404 } },
      'end-others': { onSelf: true, answers: '/mon-compte' },
    },
  },
  'routes/mon-compte.application': {
    ...everyHat,
    reads: byFactor(200, 404),
    writes: { '': { form: { code: '000000' }, answers: byFactor(422, 404) } },
  },
  'routes/mon-compte.codes-de-secours': { ...everyHat, reads: 404, writes: { '': { answers: 404 } } },
  'routes/mon-compte.preuve': {
    ...everyHat,
    reads: byFactor('/mon-compte/application', 200),
    writes: {
      '': { form: { code: '000000' }, answers: byFactor('/mon-compte/application', 422) },
      ask: {
        onSelf: true,
        form: { channel: 'email' },
        answers: byFactor('/mon-compte/application', '/mon-compte/preuve'),
      },
    },
  },
  'routes/mon-compte.contact.$kind': {
    ...everyHat,
    thing: contactKind(),
    reads: '/mon-compte/preuve',
    writes: { '': { form: { contact: '06 39 98 00 01' }, answers: '/mon-compte/preuve' } },
  },
  'routes/mon-compte.code': {
    ...everyHat,
    reads: 200,
    writes: { '': { form: { code: '000000' }, answers: 422 } },
  },
  'routes/administration.territoire': {
    for: ['administrator'],
    copies: 'private',
    reads: 200,
    writes: { remove: { answers: '/administration/territoire' } },
  },
  'routes/administration.second-facteur': {
    for: ['administrator'],
    copies: 'private',
    reads: 200,
    writes: {
      '': {
        thing: factorHolder(),
        form: { reason: 'Téléphone perdu' },
        answers: { own: '/administration/second-facteur', other_territory: 404 },
      },
    },
  },
}
