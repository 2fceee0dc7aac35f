import type { Outcome, Row, Table, Write } from '../row.ts'
import { match, offer } from '../things.ts'

const officers = {
  for: ['relation_officer', 'administrator'],
  copies: 'private',
} as const satisfies Partial<Row>

const onMatch = (
  state: 'proposed' | 'approved',
  archived: Outcome,
  form: Record<string, string> = {},
): Write => ({
  thing: match('match', { state }),
  form,
  answers: { own: '/bureau/offres/*', other_person: '/bureau/offres/*', other_territory: 404, archived },
})

const onOffer: Write = {
  thing: offer({ state: 'in_review' }),
  form: { version: '1', reason: 'other' },
  answers: { own: '/bureau', other_organisation: '/bureau', other_territory: 404, archived: 409 },
}

/** What officers do in their territory. */
export const deskRows: Table = {
  'routes/bureau._index': { ...officers, reads: 200 },
  'routes/bureau.offres.$offerId': {
    ...officers,
    thing: offer(),
    reads: { own: 200, other_organisation: 200, other_territory: 404, archived: 200 },
    writes: {
      approve: onMatch('proposed', 409),
      approve_many: onMatch('proposed', '/bureau/offres/*'),
      set_aside: onMatch('proposed', 409, { reason: 'too_far' }),
      undo: onMatch('approved', 409),
      approve_offer: onOffer,
      send_back: onOffer,
      refuse: onOffer,
    },
  },
}
