import { newId } from '#app/system/id.server.ts'
import type { Table } from '../row.ts'
import { account, accountRight, double, followed, toFollow, waitingRequest } from '../things-account.ts'

const PERSON = '/accueil/personnes/*'
const stopped = { status: 'suspended' } as const
/** As the hotline writes down what somebody has asked for. */
const BEHALF = { how: 'phone', verified: 'on' }
const done = { own: PERSON, other_territory: 404 } as const

/** A name that sounds like no other. */
const newName = () =>
  newId()
    .replace(/-/g, '')
    .slice(0, 9)
    .replace(/[0-9a-f]/g, (digit) => 'bdfgklmnprstvzxj'[Number.parseInt(digit, 16)] ?? '')

/** The desk of the hotline, decisions that take two, and the ways back into a stopped account. */
export const hotlineRows: Table = {
  'routes/accueil._index': {
    for: ['hotline'],
    copies: 'private',
    reads: 200,
    writes: { '': { form: { text: 'Ben Ali' }, answers: 200 } },
  },
  'routes/accueil.inscrire': {
    for: ['hotline', 'relation_officer', 'referent'],
    copies: 'private',
    reads: 200,
    writes: {
      '': {
        form: () => ({
          firstName: newName(),
          lastName: newName(),
          commune: 'Laon 02000',
          travelMeans: 'foot',
          how: 'phone',
          registration: 'on',
        }),
        answers: PERSON,
      },
    },
  },
  'routes/accueil.personnes.$accountId._index': {
    for: ['hotline'],
    copies: 'private',
    thing: account(),
    reads: { own: 200, other_territory: 404 },
    writes: {
      stop: { answers: done },
      wake: { thing: account({ ...stopped, suspensionReason: 'inactivity' }), answers: done },
      resume: { thing: account({ ...stopped, suspensionReason: 'own_request' }), answers: done },
      undo_duplicate: { thing: account({ ...stopped, suspensionReason: 'duplicate' }), answers: done },
      unlock: { answers: done },
    },
  },
  'routes/accueil.personnes.$accountId.droits.$right': {
    for: ['hotline'],
    copies: 'private',
    thing: accountRight('effacement'),
    reads: { own: 200, other_territory: 404 },
    writes: { '': { form: BEHALF, answers: { own: '/accueil', other_territory: 404 } } },
  },
  'routes/accueil.personnes.$accountId.referent': {
    for: ['hotline'],
    copies: 'private',
    thing: followed(),
    reads: { own: 200, other_territory: 404 },
    writes: {
      name: { thing: toFollow(), answers: done },
      end: { answers: done },
    },
  },
  'routes/accueil.personnes.$accountId.carte': {
    for: ['hotline', 'relation_officer', 'referent'],
    copies: 'private',
    thing: account(),
    reads: { by: { hotline: { own: 200, other_territory: 404 }, relation_officer: 404, referent: 404 } },
  },
  'routes/accueil.personnes.$accountId.doublon': {
    for: ['hotline'],
    copies: 'private',
    thing: double(),
    reads: { own: 200, other_territory: 404 },
    writes: { '': { answers: done } },
  },
  'routes/accueil.personnes.$accountId.decision': {
    for: ['hotline', 'relation_officer', 'administrator'],
    copies: 'private',
    thing: account(),
    reads: { own: 200, other_territory: 404 },
    writes: {
      '': { form: { kind: 'suspend', reason: 'A menacé une recruteuse le 3 juin.' }, answers: done },
    },
  },
  'routes/accueil.decisions': {
    for: ['relation_officer', 'administrator'],
    copies: 'private',
    reads: 200,
    writes: {
      '': {
        thing: waitingRequest(),
        form: { decision: 'accepted' },
        answers: { own: '/accueil/decisions', other_territory: 404 },
      },
    },
  },
  // A card that was not made here leads where anybody signs in.
  'routes/connexion.carte.$token': {
    for: 'anybody',
    copies: 'private',
    reads: '/connexion',
    writes: { '': { answers: '/connexion' } },
  },
  'routes/connexion.compte-arrete': {
    for: 'anybody',
    copies: 'private',
    reads: '/connexion',
    writes: { '': { answers: '/connexion' } },
  },
  'routes/mon-compte.arreter': {
    for: ['candidate'],
    copies: 'private',
    reads: 200,
    writes: { '': { onSelf: true, answers: '/' } },
  },
}
