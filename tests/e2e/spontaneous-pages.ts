import { createSpontaneous } from '#tests/factories/application.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import type { ShownPage } from './show.ts'

type Where = { territoryId: string; organisationId: string; profileId: string }

/** An organisation as anybody reads it, and what a candidate sends it without any offer: `as` her, `by` its recruiter, `none` who got nothing. */
export async function createSpontaneousPages(
  { territoryId, organisationId, profileId }: Where,
  { as, by, none }: { as: string; by: string; none: string },
): Promise<{ forAll: ShownPage[]; forSome: ShownPage[] }> {
  const quiet = await createOrganisation({ territoryId, kind: 'association', name: 'Les Amis du canal' })
  const sentence = 'Je connais bien les conserves, et j’habite à côté.'
  const { id } = await createSpontaneous({ organisationId, profileId, sentence, wantedKind: 'seasonal' })
  return {
    forAll: [
      { name: 'organisations', path: '/structures' },
      { name: 'organisations near a commune', path: '/structures?q=amis&lieu=Laon' },
      { name: 'organisations, none found', path: '/structures?q=zzzzzz&lieu=Atlantide' },
      { name: 'organisations, several communes', path: '/structures?lieu=02140' },
      { name: 'organisation in public', path: `/structures/${organisationId}` },
      { name: 'organisation without offers', path: `/structures/${quiet.id}` },
    ],
    forSome: [
      { name: 'organisation, written to', path: `/structures/${organisationId}`, as },
      { name: 'organisation to write to', path: `/structures/${quiet.id}`, as },
      { name: 'propose oneself', path: `/structures/${quiet.id}/candidature`, as },
      { name: 'spontaneous application', path: `/mes-candidatures/${id}`, as },
      { name: 'received without offer', path: `/structure/candidatures/${id}`, as: by },
      { name: 'received without offers', path: '/structure/candidatures', as: by },
      { name: 'received nothing without offers', path: '/structure/candidatures', as: none },
    ],
  }
}
