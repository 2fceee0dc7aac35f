import type { OfferState } from '#app/domain/offer.ts'

const DONE: Partial<Record<string, { state?: OfferState; words: string }>> = {
  contact: { words: 'C’est demandé. Nous lui écrivons aux heures permises. Sa réponse sera ici.' },
  copy: { state: 'draft', words: 'Votre copie est prête, ses dates aussi. Relisez-la, puis publiez.' },
  create: { state: 'draft', words: 'Votre brouillon est enregistré.' },
  edit: { words: 'Vos changements sont enregistrés.' },
  suspend: { state: 'suspended', words: 'L’offre est en pause.' },
  resume: { state: 'published', words: 'L’offre est de nouveau en ligne.' },
  prolong: { state: 'published', words: 'L’offre est prolongée.' },
  fill: { state: 'filled', words: 'Bravo : l’offre est pourvue et fermée.' },
  withdraw: { state: 'withdrawn', words: 'L’offre est retirée.' },
}

/** What the person has just done, told when it is still how things stand; null otherwise. */
export function doneWords(done: string | null, state: OfferState): string | null {
  if (done === 'publish') {
    if (state === 'published') return 'Votre offre est en ligne. Regardez qui est près de vous.'
    return state === 'in_review' ? 'Votre offre est chez nous : nous la relisons.' : null
  }
  const told = done === null ? undefined : DONE[done]
  return told && (told.state === undefined || told.state === state) ? told.words : null
}
