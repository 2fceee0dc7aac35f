import { NOW } from '#tests/factories/now.ts'
import { createOfferMark } from '#tests/factories/offer-mark.ts'
import { createSavedSearch } from '#tests/factories/saved-search.ts'
import type { ShownPage } from './show.ts'

const LONG_WORD = 'Anticonstitutionnellementintercommunautairement'
const as = 'Nadia Benali'
const nobody = 'Karim Nouveau'

/** What a candidate keeps for herself: offers kept and set aside, and the search as she sees it. */
export async function createOwnListPages(
  profileId: string,
  { kept, setAside }: { kept: string[]; setAside: string[] },
): Promise<ShownPage[]> {
  for (const offerId of kept) await createOfferMark({ profileId, offerId })
  for (const offerId of setAside) await createOfferMark({ profileId, offerId, mark: 'set_aside' })
  const [first] = kept
  const search = await createSavedSearch({ profileId, query: `q=${LONG_WORD}&commune=02408` })
  await createSavedSearch({ profileId, pausedAt: NOW, pauseReason: 'absence' })
  return [
    { name: 'search by a candidate', path: '/offres', as },
    { name: 'search just after a gesture', path: `/offres?marque=ecartee&offre=${first}`, as },
    { name: 'keep an offer', path: `/offres/${first}/garder`, as },
    { name: 'searches', path: '/mes-recherches', as },
    { name: 'no searches', path: '/mes-recherches', as: nobody },
    { name: 'search to save', path: '/mes-recherches/nouvelle?q=cuisine&lieu=Laon', as },
    { name: 'search to save, nowhere', path: '/mes-recherches/nouvelle?lieu=02140', as },
    { name: 'search to change', path: `/mes-recherches/${search.id}`, as },
    { name: 'kept offers', path: '/mes-offres-gardees', as },
    { name: 'no kept offers', path: '/mes-offres-gardees', as: nobody },
  ]
}
