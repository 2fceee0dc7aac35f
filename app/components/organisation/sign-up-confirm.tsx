import { Button } from '#app/components/ui/button.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { ORGANISATION_KIND_LABELS } from '#app/domain/organisation.labels.ts'
import { ORGANISATION_KINDS } from '#app/domain/organisation.ts'
import { OwnNameFields } from './own-name-fields.tsx'

/** What the directory says, when it knows the number. `communeName` is null for a commune unknown here. */
export type FoundOrganisation = {
  name: string
  address: string | null
  communeName: string | null
  activity: string | null
}

type Props = {
  form: FormState
  number: string
  found: FoundOrganisation | null
  needsName: boolean
}

const KINDS = ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] }))

function TypedFacts({ form }: { form: FormState }) {
  return (
    <>
      <Field name="name" label="Nom de la structure" form={form} maxLength={160} />
      <Field name="address" label="Adresse" form={form} maxLength={200} optional />
      <Field name="activity" label="Activité" help="En deux mots." form={form} maxLength={120} optional />
    </>
  )
}

/** The organisation to confirm, or to describe when nobody knows its number. */
export function SignUpConfirm({ form, number, found, needsName }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <FieldsNote />
      <input type="hidden" name="intent" value="register" />
      <input type="hidden" name="number" value={number} />
      {found ? (
        <DefinitionList
          items={[
            { term: 'Nom', value: found.name },
            { term: 'Adresse', value: found.address },
            { term: 'Commune', value: found.communeName },
            { term: 'Activité (code NAF)', value: found.activity },
          ]}
        />
      ) : (
        <Notice>
          {number
            ? 'Nous n’avons pas retrouvé ce numéro dans l’annuaire. Décrivez votre structure : nous la vérifierons avec vous.'
            : 'Décrivez votre structure. Notre équipe vous appellera pour compléter.'}
        </Notice>
      )}
      {found ? null : <TypedFacts form={form} />}
      {found?.communeName ? null : (
        <Field
          name="commune"
          label={found ? 'Commune où vous recrutez' : 'Commune'}
          help="Son nom ou son code postal. Exemple : Laon, ou 02000."
          form={form}
          autoComplete="off"
          maxLength={120}
        />
      )}
      <RadioGroup name="kind" label="Vous êtes" choices={KINDS} look="boxed" form={form} />
      {needsName ? <OwnNameFields form={form} /> : null}
      <Button wide>Inscrire ma structure</Button>
      <p>
        <a href="/inscription/structure">
          {number ? 'Ce n’est pas ma structure' : 'J’ai un numéro SIRET ou RNA'}
        </a>
      </p>
    </form>
  )
}
