import { db } from '#app/db/client.server.ts'
import { listOrganisations } from '#app/db/organisation-directory.server.ts'
import { type AskedOrganisations, organisationWords } from '#app/domain/organisation-search.ts'
import { findPlace } from './asked-place.server.ts'
import { toCommuneChoice } from './commune-choices.server.ts'

const PAGE_SIZE = 20

/** The organisations to which anybody may propose herself or himself, nearest to the place asked for. */
export async function getOrganisationDirectory(asked: AskedOrganisations) {
  const { commune, choices, isUnknown } = await findPlace(asked)
  const { organisations, total } = await listOrganisations(db(), {
    words: organisationWords(asked.text),
    near: commune,
    page: asked.page,
    pageSize: PAGE_SIZE,
  })
  return {
    organisations,
    total,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    communeName: commune?.name ?? null,
    communeChoices: choices.map(toCommuneChoice),
    isPlaceUnknown: isUnknown,
  }
}
