import { COMMUNES } from '#tests/factories/commune.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import type { Row, Table } from '../row.ts'
import {
  application,
  cvEntry,
  cvKind,
  fileAddress,
  markedOffer,
  match,
  offer,
  organisation,
  profileQuestion,
  savedSearch,
  wantedOccupation,
} from '../things.ts'

const WANTED = OCCUPATIONS.kitchenHelp.romeCode
const own = { for: ['candidate'], copies: 'private' } as const satisfies Partial<Row>

/** What a candidate does for herself or himself. */
export const candidateRows: Table = {
  'routes/mes-offres': {
    ...own,
    reads: 200,
    writes: {
      accept: {
        thing: match('matchId', { state: 'notified' }),
        answers: { own: '/mes-offres', other_person: 404, other_territory: 404, archived: 409 },
      },
      decline: {
        thing: match('matchId', { state: 'notified' }),
        answers: { own: '/mes-offres', other_person: 404, other_territory: 404, archived: 409 },
      },
    },
  },
  'routes/structures.$organisationId.candidature': {
    ...own,
    thing: organisation(),
    reads: { own: 200, other_organisation: 200, other_territory: 404, archived: 404 },
    writes: {
      '': {
        form: { sentence: 'Je connais bien la cuisine.', wantedKind: 'job' },
        answers: {
          own: '/mes-candidatures/*',
          other_organisation: '/mes-candidatures/*',
          other_territory: 404,
          archived: 404,
        },
      },
    },
  },
  'routes/mon-profil._index': { ...own, reads: 200 },
  'routes/mon-profil.$question': {
    ...own,
    thing: profileQuestion(),
    reads: 200,
    writes: {
      '': {
        onSelf: true,
        form: {
          version: '1',
          commune: COMMUNES.laon.name,
          kinds: 'job',
          travelMeans: 'car',
          visibility: 'hidden',
        },
        answers: { commune: '/mon-profil', jours: '/mon-profil/debut', situation: '/mon-profil' },
      },
      unknown: {
        onSelf: true,
        form: { version: '1' },
        answers: { commune: 422, jours: '/mon-profil/debut', situation: '/mon-profil' },
      },
    },
  },
  'routes/mon-profil.metiers._index': {
    ...own,
    reads: 200,
    writes: {
      '': { onSelf: true, form: { version: '1', isOpenToAnyOccupation: 'on' }, answers: '/mon-profil' },
      first: { onSelf: true, form: { occupation: WANTED }, answers: '/mon-profil/metiers' },
      remove: { onSelf: true, form: { occupation: WANTED }, answers: '/mon-profil/metiers' },
    },
  },
  'routes/mon-profil.metiers.ajouter': {
    ...own,
    reads: 200,
    writes: { '': { onSelf: true, form: { occupation: 'tous' }, answers: '/mon-profil/metiers' } },
  },
  'routes/mon-profil.metiers.$occupationCode': {
    ...own,
    thing: wantedOccupation(),
    reads: 200,
    writes: { '': { onSelf: true, form: { experience: 'months' }, answers: '/mon-profil/metiers' } },
  },
  'routes/mon-profil.messages': {
    ...own,
    reads: 200,
    writes: {
      '': { onSelf: true, form: { channel: 'sms', monthlySolicitations: '1' }, answers: '/mon-profil' },
    },
  },
  'routes/mon-cv._index': { ...own, reads: 200 },
  'routes/mon-cv[.]pdf': { ...own, reads: 200 },
  'routes/mon-cv.fichier._index': {
    ...own,
    reads: 200,
    writes: { remove: { onSelf: true, answers: '/mon-cv' } },
  },
  'routes/mon-cv.fichier.prendre': { ...own, reads: '/fichiers/*' },
  'routes/fichiers.$token': {
    for: 'anybody',
    copies: 'private',
    thing: fileAddress(),
    reads: { open: 200, late: 410 },
  },
  'routes/mon-cv.apercu': { ...own, reads: 200 },
  'routes/mon-cv.ajouter.$kind': {
    ...own,
    thing: cvKind(),
    reads: 200,
    writes: { '': { onSelf: true, form: { title: 'Vendanges' }, answers: '/mon-cv/*' } },
  },
  'routes/mon-cv.$entryId.$question': {
    ...own,
    thing: cvEntry(),
    reads: { own: 200, other_person: 404, other_territory: 404 },
    writes: {
      '': {
        form: { place: 'Guise' },
        answers: { own: '/mon-cv/*', other_person: 404, other_territory: 404 },
      },
      remove: { answers: { own: '/mon-cv', other_person: 404, other_territory: 404 } },
    },
  },
  'routes/mes-candidatures._index': { ...own, reads: 200 },
  'routes/mes-candidatures.$applicationId': {
    ...own,
    thing: application(),
    reads: { own: 200, same_organisation: 404, other_organisation: 404, other_territory: 404, archived: 200 },
    writes: {
      '': {
        answers: {
          own: '/mes-candidatures/*',
          same_organisation: 404,
          other_organisation: 404,
          other_territory: 404,
          archived: '/mes-candidatures/*',
        },
      },
    },
  },
  'routes/mes-offres-gardees': { ...own, reads: 200 },
  'routes/offres.$offerId.garder': {
    ...own,
    thing: offer(),
    reads: 200,
    writes: {
      keep: { form: { retour: '/offres' }, answers: '/offres' },
      set_aside: { form: { retour: '/offres' }, answers: '/offres' },
      clear: { thing: markedOffer(), form: { retour: '/offres' }, answers: '/offres' },
    },
  },
  'routes/mes-recherches._index': {
    ...own,
    reads: 200,
    writes: {
      pause: {
        thing: savedSearch(),
        answers: { own: '/mes-recherches', other_person: 404, other_territory: 404 },
      },
      resume: {
        thing: savedSearch(),
        answers: { own: '/mes-recherches', other_person: 404, other_territory: 404 },
      },
      remove: {
        thing: savedSearch(),
        answers: { own: '/mes-recherches', other_person: 404, other_territory: 404 },
      },
    },
  },
  'routes/mes-recherches.nouvelle': {
    ...own,
    query: '?q=cuisine',
    reads: 200,
    writes: {
      '': { onSelf: true, form: { rhythm: 'daily', channel: 'sms' }, answers: '/mes-recherches' },
    },
  },
  'routes/mes-recherches.$searchId': {
    ...own,
    thing: savedSearch(),
    reads: { own: 200, other_person: 404, other_territory: 404 },
    writes: {
      '': {
        form: { rhythm: 'weekly', channel: 'sms' },
        answers: { own: '/mes-recherches', other_person: 404, other_territory: 404 },
      },
    },
  },
  'routes/offres.$offerId.postuler': {
    ...own,
    thing: offer(),
    reads: { own: 200, other_organisation: 200, other_territory: 200, archived: 410 },
    writes: {
      '': {
        form: { sentence: '' },
        answers: {
          own: '/mes-candidatures/*',
          other_organisation: '/mes-candidatures/*',
          other_territory: '/mes-candidatures/*',
          archived: 410,
        },
      },
    },
  },
}
