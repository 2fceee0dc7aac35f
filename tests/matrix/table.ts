import type { Table } from './row.ts'
import { accountRows } from './table/account.ts'
import { candidateRows } from './table/candidate.ts'
import { deskRows } from './table/desk.ts'
import { hotlineRows } from './table/hotline.ts'
import { organisationRows } from './table/organisation.ts'
import { publicRows } from './table/public.ts'
import { registrationRows } from './table/registration.ts'
import { rightsRows } from './table/rights.ts'
import { signInRows } from './table/sign-in.ts'
import { teamRows } from './table/team.ts'
import { trustRows } from './table/trust.ts'

/**
 * Who may do what: each route and each intent of its action, for everybody who may come (`visitors.ts`) and whoever's
 * thing it is (`things.ts`). What the words mean stands in `row.ts`.
 *
 * A route that is missing here fails `npm test`. To add one, write its row in the file of its area under `table/`:
 *
 *     'routes/accueil.personnes.$personId': {
 *       for: ['hotline', 'administrator'],        // the hats that `requireActor` names, or 'anybody'
 *       copies: 'private',                        // `headers = privateHeaders`; 'public' when it is the same for all
 *       thing: person(),                          // whose: own, other_territory …; made in `things.ts`
 *       reads: { own: 200, other_territory: 404 },
 *       writes: {                                 // one an intent; '' when the action reads none
 *         suspend: {
 *           form: { reason: 'own_request' },
 *           answers: { own: '/accueil/personnes/*', other_territory: 404 },
 *         },
 *       },
 *     },
 *
 * What the guard refuses is not written: it follows from `for`. An answer that differs for one visitor is written with
 * `{ by: { recruiter: …, member: … } }`, by the visitor's name or else its hat.
 */
export const table: Table = {
  ...publicRows,
  ...signInRows,
  ...accountRows,
  ...rightsRows,
  ...registrationRows,
  ...candidateRows,
  ...organisationRows,
  ...deskRows,
  ...teamRows,
  ...trustRows,
  ...hotlineRows,
}
