import { OWNERS_OF_DATA } from '#app/domain/rights.policy.ts'
import type { Answers, Outcome, Row, Table } from '../row.ts'

const owners = { for: OWNERS_OF_DATA, copies: 'private' } as const satisfies Partial<Row>

/** The département keeps the accounts of its professionals; everybody else has her or his own erased. */
const unlessPost = (outcome: Outcome): Answers => ({
  by: {
    newcomer: outcome,
    candidate: outcome,
    recruiter: outcome,
    officer_recruiting: 404,
    relation_officer: 404,
    hotline: 404,
    referent: 404,
    facilitator: 404,
    administrator: 404,
  },
})

/** One's own data: read, taken away, erased. */
export const rightsRows: Table = {
  'routes/mes-donnees._index': {
    ...owners,
    reads: 200,
    writes: { '': { onSelf: true, form: { purpose: 'messages' }, answers: '/mes-donnees' } },
  },
  'routes/mes-donnees[.]json': { ...owners, reads: 200 },
  'routes/mes-donnees.effacer': {
    ...owners,
    reads: unlessPost(200),
    writes: { '': { onSelf: true, answers: unlessPost('/mes-donnees/efface') } },
  },
  'routes/mes-donnees.efface': { for: 'anybody', copies: 'public', reads: 200 },
}
