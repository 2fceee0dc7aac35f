import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'

type Props = {
  findings: { excerpt: string; sentence: string; law: string }[]
  version: number
  form: FormState
}

/** An offer to read again: what was flagged, then put it on line, send it back or refuse it. */
export function ReviewPanel({ findings, version, form }: Props) {
  return (
    <div className="stack">
      {findings.length > 0 ? (
        <Notice tone="danger" title="À vérifier dans le texte">
          <ul>
            {findings.map(({ excerpt, sentence, law }) => (
              <li key={`${excerpt} ${law}`}>
                <q>{excerpt}</q>. {sentence} <span className="muted small">{law}</span>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice title="Première offre de cette structure">
          Vérifiez la structure et le texte avant de mettre en ligne.
        </Notice>
      )}
      <form method="post" className="form">
        <ErrorSummary form={form} labels={{ reason: 'Votre message à la structure' }} />
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label="Votre message à la structure"
          help="Demandé pour renvoyer ou refuser. La structure le lira."
          optional
          rows={3}
          maxLength={500}
          form={form}
        />
        <div className="cluster">
          <Button name="intent" value="approve_offer" icon="check">
            Mettre en ligne
          </Button>
          <Button name="intent" value="send_back" look="secondary">
            Renvoyer à corriger
          </Button>
          <Button name="intent" value="refuse" look="danger">
            Refuser
          </Button>
        </div>
      </form>
    </div>
  )
}
