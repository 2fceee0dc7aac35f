import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { SENTENCE_MAX } from '#app/domain/contact-request.ts'

type Props = { form: FormState; offers: { value: string; label: string }[]; organisationName: string }

/** For which offer, in which words, and what the person will read around them. */
export function ContactRequestFields({ form, offers, organisationName }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} labels={{ offerId: 'Offre', sentence: 'Votre phrase' }} />
      <FieldsNote />
      <Select name="offerId" label="Pour quelle offre ?" options={offers} form={form} />
      <TextArea
        name="sentence"
        label="Votre phrase"
        help={`${SENTENCE_MAX} caractères au plus. Sans téléphone, e-mail ni lien : elle vous répondra ici.`}
        rows={3}
        form={form}
        optional
      />
      <div className="stack-tight">
        <h2>Ce que la personne lira</h2>
        <p className="said">
          {organisationName} aimerait vous parler. [Votre phrase.] [Votre offre.] Si vous dites « Ça
          m’intéresse », cette structure voit votre nom et de quoi vous joindre.
        </p>
        <p className="muted">
          Une personne reçoit peu de messages par mois, et un seul par offre. Le message part du lundi au
          samedi, de 8 h à 20 h.
        </p>
      </div>
      <ActionBar>
        <Button icon="mail">Demander à lui parler</Button>
      </ActionBar>
    </form>
  )
}
