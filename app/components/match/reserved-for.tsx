import { ELIGIBLE_PUBLIC_LABELS } from '#app/domain/offer.labels.ts'
import type { EligiblePublic } from '#app/domain/offer.ts'

/** For whom an offer is reserved, and what a yes to it tells. Nothing for an offer open to all. */
export function ReservedFor({ publics }: { publics: readonly EligiblePublic[] }) {
  if (publics.length === 0) return null
  return (
    <p>
      Offre réservée : {publics.map((one) => ELIGIBLE_PUBLIC_LABELS[one]).join(', ')}. Si vous dites oui, la
      structure comprend que vous y avez droit.
    </p>
  )
}
