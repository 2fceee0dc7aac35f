import type { Table } from '../row.ts'
import { offer, organisation } from '../things.ts'
import { logo } from '../things-account.ts'

/** Pages and resources for anybody. */
export const publicRows: Table = {
  'routes/_index': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/accessibilite': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/aide': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/boite-d-envoi': { for: 'anybody', copies: 'private', reads: 404 },
  'routes/carte': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/communes[.]json': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/comment-ca-marche.classement': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/confidentialite': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/healthz': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/offres._index': { for: 'anybody', copies: 'private', reads: 200 },
  'routes/offres.$offerId._index': {
    for: 'anybody',
    copies: 'private',
    thing: offer(),
    reads: { own: 200, other_organisation: 200, other_territory: 200, archived: 410 },
  },
  'routes/structures._index': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/structures.$organisationId._index': {
    for: 'anybody',
    copies: 'private',
    thing: organisation(),
    reads: { own: 200, other_organisation: 200, other_territory: 200, archived: 404 },
  },
  'routes/logo.$hash': { for: 'anybody', copies: 'public', thing: logo(), reads: { here: 200 } },
  'routes/offres[.]geojson': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/plan-du-site': { for: 'anybody', copies: 'public', reads: 200 },
  'routes/readyz': { for: 'anybody', copies: 'moving', reads: 200 },
}
