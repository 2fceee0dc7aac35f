import { isId } from '#app/domain/ids.ts'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'
import { localPath } from './local-path.server.ts'

const HERE = 'http://here.invalid'
const DONE = { kept: 'gardee', set_aside: 'ecartee', none: 'remise' } as const

/** What was just done with which offer. */
export type MarkDone = { offerId: string; mark: OfferMarkKind | 'none' }

/** The page to go back to after a gesture on an offer, told which one; the person's own list when the address is none of ours. */
export function markedPath(back: string, { offerId, mark }: MarkDone): string {
  const url = new URL(localPath(back) ?? '/mes-offres-gardees', HERE)
  url.searchParams.set('marque', DONE[mark])
  url.searchParams.set('offre', offerId)
  return `${url.pathname}${url.search}#fait`
}

/** What the address says was just done, or null. */
export function markDone({ searchParams }: URL): MarkDone | null {
  const offerId = searchParams.get('offre') ?? ''
  const said = searchParams.get('marque')
  const mark = (Object.keys(DONE) as (keyof typeof DONE)[]).find((kind) => DONE[kind] === said)
  return mark && isId(offerId) ? { offerId, mark } : null
}
