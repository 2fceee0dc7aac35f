import type { Table } from '../row.ts'
import { person } from '../things.ts'

/** Who reads whom, and who may know. */
export const trustRows: Table = {
  'routes/administration.consultations': { for: ['administrator'], copies: 'private', reads: 200 },
  'routes/mon-profil_.consultations': { for: ['candidate'], copies: 'private', reads: 200 },
  'routes/personnes.$profileId': {
    for: ['relation_officer', 'referent', 'hotline', 'facilitator', 'administrator'],
    copies: 'private',
    thing: person(),
    reads: { own: 200, other_territory: 404 },
    writes: {
      '': {
        form: { reason: 'Elle m’a appelé ce matin pour son rendez-vous.' },
        answers: { own: '/personnes/*', other_territory: 404 },
      },
    },
  },
  'routes/portefeuille': { for: ['referent'], copies: 'private', reads: 200 },
}
