import type { Row, Table } from '../row.ts'

/** Whoever has a hat is sent home. */
const newcomers = {
  for: ['newcomer'],
  copies: 'private',
  others: {
    candidate: '/mes-offres',
    recruiter: '/structure',
    relation_officer: '/bureau',
    administrator: '/bureau',
    hotline: '/accueil',
    referent: '/portefeuille',
    facilitator: '/offres',
  },
} as const satisfies Partial<Row>

/** A question that comes after others: whoever has not answered them is sent back to the first. */
const laterStep = {
  ...newcomers,
  reads: '/inscription',
  writes: { '': { answers: '/inscription' } },
} as const satisfies Row

/** The sign-up, one question a page. */
export const registrationRows: Table = {
  'routes/inscription._index': {
    ...newcomers,
    others: { ...newcomers.others, anonymous: 200 },
    reads: '/inscription/nom',
  },
  'routes/inscription.nom': {
    ...newcomers,
    reads: 200,
    writes: {
      '': { onSelf: true, form: { firstName: 'Awa', lastName: 'N’Diaye' }, answers: '/inscription/commune' },
    },
  },
  'routes/inscription.commune': laterStep,
  'routes/inscription.metier': laterStep,
  'routes/inscription.trajet': laterStep,
  'routes/inscription.accords': laterStep,
}
