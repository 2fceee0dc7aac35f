import { Button } from '#app/components/ui/button.tsx'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { type FormState, typedValues } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { MONTH_LABELS } from '#app/domain/account.standing.labels.ts'
import { TRAVEL_MEANS, TRAVEL_MEANS_LABELS } from '#app/domain/travel.ts'
import { PeopleList } from './people-list.tsx'
import type { ShownPerson } from './person-words.ts'

const MONTHS = MONTH_LABELS.map((label, at) => ({ value: String(at + 1), label }))
const WAYS = [
  { value: 'phone', label: 'Au téléphone' },
  { value: 'counter', label: 'Devant moi' },
]
const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

type Props = {
  form: FormState
  occupations: { value: string; label: string }[]
  /** People who may be the same: shown before anything is created. */
  lookAlikes: ShownPerson[]
  isLinked: boolean
}

/** One short page for the agent: who, how to reach the person, what she or he looks for, and what was agreed to. */
export function RegistrationForm({ form, occupations, lookAlikes, isLinked }: Props) {
  const seen = [...new Set([...typedValues(form, 'seen'), ...lookAlikes.map(({ accountId }) => accountId)])]
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <FieldsNote />
      {lookAlikes.length > 0 ? (
        <div className="stack" id="ressemblances">
          <Notice role="alert" title="Cette personne a peut-être déjà un compte">
            <p>Comparez avec elle, puis ouvrez son compte. Sinon, dites que c’est quelqu’un d’autre.</p>
          </Notice>
          <PeopleList people={lookAlikes} isLinked={isLinked} />
          <Button look="secondary">Non, c’est quelqu’un d’autre : inscrire</Button>
        </div>
      ) : null}
      {seen.map((id) => (
        <input key={id} type="hidden" name="seen" value={id} />
      ))}
      <Section title="La personne">
        <div className="halves">
          <Field name="firstName" label="Prénom" form={form} autoComplete="off" maxLength={80} />
          <Field name="lastName" label="Nom" form={form} autoComplete="off" maxLength={80} />
        </div>
        <Select
          name="birthMonth"
          label="Mois de naissance"
          help="Le mois seulement, pour ne pas confondre deux personnes du même nom. Il ne sert à rien d’autre."
          form={form}
          options={MONTHS}
          placeholder="Non donné"
          optional
        />
      </Section>
      <Section title="Comment la joindre">
        <p className="small muted">Un seul suffit. Sans l’un ni l’autre, la personne passera par vous.</p>
        <div className="halves">
          <Field
            name="phone"
            label="Téléphone"
            help="Exemple : 06 39 98 00 01"
            form={form}
            autoComplete="off"
            inputMode="tel"
            maxLength={40}
            optional
          />
          <Field
            name="email"
            label="E-mail"
            help="Exemple : prenom.nom@exemple.fr"
            form={form}
            autoComplete="off"
            inputMode="email"
            maxLength={200}
            optional
          />
        </div>
      </Section>
      <Section title="Ce qu’elle cherche">
        <Field
          name="commune"
          label="Sa commune"
          help="Son nom ou son code postal. Exemple : Laon 02000"
          form={form}
          autoComplete="off"
          maxLength={120}
        />
        <Select
          name="occupation"
          label="Le métier qu’elle veut"
          form={form}
          options={occupations}
          placeholder="N’importe quel métier"
          optional
        />
        <RadioGroup
          name="travelMeans"
          label="Comment va-t-elle travailler ?"
          form={form}
          look="inline"
          choices={TRAVEL_MEANS.map((value) => ({ value, label: upperFirst(TRAVEL_MEANS_LABELS[value]) }))}
        />
        <Field
          name="travelMaxMinutes"
          label="Combien de minutes de trajet au plus ?"
          form={form}
          width="tiny"
          suffix="minutes"
          inputMode="numeric"
          optional
        />
      </Section>
      <Section title="Son accord">
        <RadioGroup name="how" label="La personne vous parle" form={form} look="inline" choices={WAYS} />
        <p>Lisez-lui chaque phrase. Cochez seulement si elle dit oui. Elle peut changer d’avis.</p>
        <Checkbox
          name="registration"
          label="« J’accepte que le Département garde mes réponses pour m’aider à trouver. »"
          help="Sans cet accord, pas de compte."
          form={form}
        />
        <Checkbox name="messages" label="« J’accepte de recevoir des offres par message. »" form={form} />
        <Checkbox
          name="visibility"
          label="« J’accepte que les structures voient mon profil, sans mon nom. »"
          form={form}
        />
      </Section>
      <Button wide>Inscrire cette personne</Button>
    </form>
  )
}
