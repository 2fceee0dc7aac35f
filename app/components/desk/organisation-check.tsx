import { Ask } from '#app/components/ui/ask.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'

/** The decision on an organisation: verify it, or say why not. `form` is a refusal that was refused, else null. */
export function OrganisationDecision({ form }: { form: FormState | null }) {
  return (
    <div className="stack">
      <PostButton fields={{ intent: 'verify' }} icon="check">
        Cette structure existe, je la vérifie
      </PostButton>
      <Ask label="Ne pas l’inscrire" look="secondary" wide={false} open={form !== null}>
        <form method="post" className="form" noValidate>
          {form ? <ErrorSummary form={form} /> : null}
          <input type="hidden" name="intent" value="refuse" />
          <TextArea
            name="reason"
            label="Pourquoi ?"
            help="La personne qui l’a inscrite lira ces mots."
            rows={3}
            maxLength={600}
            form={form ?? undefined}
          />
          <Button look="danger">Fermer cette structure</Button>
        </form>
      </Ask>
    </div>
  )
}

/** What the desk adds to an organisation. */
export function OrganisationDetailsForm({ form }: { form: FormState }) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="complete" />
      <Field
        name="number"
        label="SIRET ou RNA à ajouter"
        form={form}
        autoComplete="off"
        maxLength={40}
        optional
      />
      <Field name="address" label="Adresse" form={form} maxLength={200} optional />
      <Field name="activity" label="Activité" form={form} maxLength={120} optional />
      <Field
        name="email"
        label="E-mail de la structure"
        help="Trouvé ailleurs qu’auprès de qui s’inscrit : un annuaire, son site. Un code peut y être envoyé."
        form={form}
        type="email"
        autoComplete="off"
        maxLength={200}
        optional
      />
      <Button look="secondary">Enregistrer</Button>
    </form>
  )
}
