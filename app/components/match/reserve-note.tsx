import { countOf } from '#app/components/ui/format.ts'

export type Reserve = { withoutBudget: number; laterBatch: number; isStopped: boolean }

/**
 * Why people who fit an offer are not proposed now, in one sentence; null when there is nobody. `others`: some people are
 * proposed besides them.
 */
export function reserveSentence(
  { withoutBudget, laterBatch, isStopped }: Reserve,
  others: boolean,
): string | null {
  const total = withoutBudget + laterBatch
  if (total === 0) return null
  const waiting = others
    ? countOf(total, 'autre personne attend', 'autres personnes attendent')
    : countOf(total, 'personne attend', 'personnes attendent')
  const many = total > 1
  if (isStopped) return `${waiting} : assez de personnes sont déjà intéressées.`
  if (laterBatch === 0)
    return `${waiting} : ${many ? 'elles ont déjà toutes leurs' : 'elle a déjà toutes ses'} propositions du mois.`
  if (withoutBudget === 0)
    return `${waiting} : ${many ? 'elles viendront' : 'elle viendra'} avec le prochain groupe.`
  const [full, later] = [withoutBudget > 1, laterBatch > 1]
  return `${waiting} : ${withoutBudget} ${full ? 'ont déjà toutes leurs' : 'a déjà toutes ses'} propositions du mois, ${laterBatch} ${later ? 'viendront' : 'viendra'} avec le prochain groupe.`
}

/** Says that other people wait, and why. */
export function ReserveNote({ reserve, others }: { reserve: Reserve; others: boolean }) {
  const sentence = reserveSentence(reserve, others)
  return sentence ? <p className="muted">{sentence}</p> : null
}
