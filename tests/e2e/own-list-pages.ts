import { createOfferMark } from '#tests/factories/offer-mark.ts'
import type { ShownPage } from './show.ts'

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
  return [
    { name: 'search by a candidate', path: '/offres', as },
    { name: 'search just after a gesture', path: `/offres?marque=ecartee&offre=${first}`, as },
    { name: 'keep an offer', path: `/offres/${first}/garder`, as },
    { name: 'kept offers', path: '/mes-offres-gardees', as },
    { name: 'no kept offers', path: '/mes-offres-gardees', as: nobody },
  ]
}
