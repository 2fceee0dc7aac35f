import { newId } from '#app/system/id.server.ts'
import { offerForm } from '#tests/factories/offer-form.ts'
import type { Outcome, Row, Table, Write } from '../row.ts'
import { shownPerson } from '../shown-person.ts'
import { application, offer } from '../things.ts'

const own = { for: ['recruiter'], copies: 'private' } as const satisfies Partial<Row>

const foreign = { other_organisation: 404, other_territory: 404 } as const

/** Done on an own offer, refused on one that was withdrawn. */
const onOffer = (
  thing: Write['thing'],
  done: Outcome,
  archived: Outcome,
  form: Write['form'] = {},
): Write => ({
  ...(thing ? { thing } : {}),
  form: typeof form === 'function' ? form : { version: '1', ...form },
  answers: { own: done, ...foreign, archived },
})

const onApplication = (form: Record<string, string> = {}): Write => ({
  form: { version: '1', ...form },
  answers: {
    own: '/structure/candidatures/*',
    same_organisation: '/structure/candidatures/*',
    ...foreign,
    archived: 409,
  },
})

/** What a recruiter does for her or his organisation. */
export const organisationRows: Table = {
  'routes/structure._index': { ...own, reads: 200 },
  'routes/structure.candidatures._index': { ...own, reads: 200 },
  'routes/structure.candidatures.$applicationId': {
    ...own,
    thing: application(),
    reads: { own: 200, same_organisation: 200, ...foreign, archived: 200 },
    writes: {
      see: onApplication(),
      start: onApplication(),
      hold: onApplication(),
      pool: onApplication(),
      hire: onApplication(),
      refuse: onApplication({ reason: 'distance' }),
      interview: onApplication({ interviewDay: '', interviewTime: '' }),
    },
  },
  'routes/structure.personnes': { ...own, reads: 200 },
  'routes/structure.personnes_.carte': { ...own, reads: 200 },
  'routes/structure.contact.$reference': {
    ...own,
    thing: shownPerson,
    reads: { own: 200, ...foreign, archived: 200 },
    writes: {
      '': {
        form: { sentence: 'Nous cherchons quelqu’un pour le service de midi.' },
        answers: { own: '/structure/offres/*', ...foreign, archived: 410 },
      },
    },
  },
  'routes/structure.candidatures.$applicationId_.fichier': {
    ...own,
    thing: application(),
    reads: { own: '/fichiers/*', same_organisation: '/fichiers/*', ...foreign, archived: 404 },
  },
  'routes/structure.offres.$offerId._index': {
    ...own,
    thing: offer(),
    reads: { own: 200, ...foreign, archived: 200 },
    writes: {
      copy: onOffer(undefined, '/structure/offres/*', '/structure/offres/*', () => ({ copyId: newId() })),
      publish: onOffer(offer({ state: 'draft' }), '/structure/offres/*', 409, { isConfirmed: 'on' }),
      suspend: onOffer(undefined, '/structure/offres/*', 409),
      resume: onOffer(offer({ state: 'suspended' }), '/structure/offres/*', 409),
      prolong: onOffer(undefined, '/structure/offres/*', 409),
      fill: onOffer(undefined, '/structure/offres/*', 409),
      withdraw: onOffer(undefined, '/structure/offres/*', 409),
    },
  },
  'routes/structure.offres.$offerId.modifier': {
    ...own,
    thing: offer(),
    reads: { own: 200, ...foreign, archived: 200 },
    writes: {
      '': onOffer(undefined, '/structure/offres/*', 409, () => ({
        version: '1',
        ...offerForm('job', { title: 'Aide de cuisine au collège' }),
      })),
      propose: onOffer(undefined, 200, 200),
    },
  },
  'routes/structure.offres.nouvelle': {
    ...own,
    query: '?genre=emploi',
    reads: 200,
    writes: {
      '': { form: () => ({ offerId: newId(), ...offerForm('job') }), answers: '/structure/offres/*' },
      propose: { form: () => ({ offerId: newId() }), answers: 200 },
    },
  },
}
