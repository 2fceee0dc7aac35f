import { nextPhone } from '#tests/factories/account.ts'
import type { Table } from '../row.ts'
import { answerLink, searchLink } from '../things.ts'

/** Coming in and going out, and the links of messages: they open for whoever holds them. */
export const signInRows: Table = {
  'routes/connexion._index': {
    for: 'anybody',
    copies: 'private',
    reads: 200,
    writes: {
      '': { form: () => ({ contact: nextPhone() }), answers: '/connexion/code' },
      demo: { form: { accountId: '00000000-0000-4000-8000-000000000000' }, answers: 404 },
    },
  },
  'routes/connexion.code': {
    for: 'anybody',
    copies: 'private',
    reads: '/connexion',
    writes: { '': { form: { code: '123456' }, answers: '/connexion' } },
  },
  'routes/deconnexion': {
    for: 'anybody',
    copies: 'private',
    reads: '/',
    writes: { '': { answers: '/' } },
  },
  'routes/a.$token': {
    for: 'anybody',
    copies: 'private',
    thing: searchLink(),
    reads: 200,
    writes: { '': { answers: '/a/*' } },
  },
  'routes/r.$token': {
    for: 'anybody',
    copies: 'private',
    thing: answerLink(),
    reads: 200,
    writes: {
      apply: { form: { answer: 'apply' }, answers: { open: '/r/*', late: 410, archived: 410 } },
      interested: { form: { answer: 'interested' }, answers: { open: '/r/*', late: 410, archived: 410 } },
      declined: { form: { answer: 'declined' }, answers: { open: '/r/*', late: 410, archived: '/r/*' } },
      stop: { form: { answer: 'stop' }, answers: '/r/*' },
    },
  },
}
