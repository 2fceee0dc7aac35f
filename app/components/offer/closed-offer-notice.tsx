import { Notice } from '#app/components/ui/notice.tsx'
import type { OfferState } from '#app/domain/offer.ts'

const WORDS: Partial<Record<OfferState, string>> = {
  filled: 'Le poste est pourvu.',
  expired: 'La date est passée.',
  withdrawn: 'La structure l’a retirée.',
  suspended: 'Elle est en pause. Elle reviendra peut-être.',
}

/** Says that nobody can apply any more, why, and what to do next. */
export function ClosedOfferNotice({ state }: { state: OfferState }) {
  return (
    <Notice tone="info" title={state === 'suspended' ? 'Cette offre est en pause' : 'Cette offre est fermée'}>
      {WORDS[state] ?? ''} Regardez « Offres proches ».
    </Notice>
  )
}
