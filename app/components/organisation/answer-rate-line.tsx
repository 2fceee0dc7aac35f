import { countOf } from '#app/components/ui/format.ts'

type Answers = { due: number; inTime: number; rate: number | null }

/** How many of the people who applied in a year were answered by the day promised. */
export function answerRateSentence({ due, inTime, rate }: Answers): string {
  if (rate === null) return 'Pas encore assez de candidatures pour mesurer vos réponses.'
  return `Sur ${countOf(due, 'candidature')} en 12 mois, vous avez répondu à temps à ${inTime} : ${rate} %.`
}

/** The organisation's own answer rate, and who else reads it. */
export function AnswerRateLine({ answers }: { answers: Answers }) {
  return (
    <p className="muted">
      {answerRateSentence(answers)} Vous seuls et les chargés de relations du Département voyez ce chiffre.
    </p>
  )
}
