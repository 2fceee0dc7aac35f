import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { VOLUNTEERING_FIELD_LABELS, VOLUNTEERING_FIELDS } from '#app/domain/offer.fields.ts'
import { CONTRACT_LABELS, ELIGIBLE_PUBLIC_LABELS } from '#app/domain/offer.labels.ts'
import { CONTRACTS, ELIGIBLE_PUBLICS, type OfferKind } from '#app/domain/offer.ts'

type Props = { form: FormState }

const Contract = ({ form }: Props) => (
  <Select
    name="contract"
    label="Contrat"
    placeholder="Choisir un contrat"
    options={CONTRACTS.map((value) => ({ value, label: CONTRACT_LABELS[value] }))}
    form={form}
  />
)

const JobFirst = ({ form }: Props) => <Contract form={form} />

const JobMore = ({ form }: Props) => (
  <Checkbox name="isAgencyWork" label="Le contrat est avec une agence d’intérim" form={form} />
)

const ClauseFirst = ({ form }: Props) => (
  <Field
    name="market"
    label="Marché public"
    help="Exemple : rénovation du collège Jean-Mermoz."
    form={form}
  />
)

const ClauseMore = ({ form }: Props) => (
  <>
    <Contract form={form} />
    <CheckboxGroup
      name="eligiblePublics"
      label="À qui la clause est réservée"
      help="La loi réserve ces heures à certaines personnes. Décochez celles que le marché ne prévoit pas."
      choices={ELIGIBLE_PUBLICS.map((value) => ({ value, label: ELIGIBLE_PUBLIC_LABELS[value] }))}
      form={form}
    />
    <Field name="lot" label="Lot" help="Exemple : lot 4, peinture." form={form} optional />
    <Field
      name="buyer"
      label="Acheteur public"
      help="La collectivité qui a passé le marché."
      form={form}
      optional
    />
    <Field name="contractor" label="Entreprise titulaire" form={form} optional />
    <Field
      name="plannedHours"
      label="Heures d’insertion prévues"
      inputMode="numeric"
      width="tiny"
      suffix="heures"
      form={form}
      optional
    />
    <Field
      name="facilitator"
      label="Facilitateur ou facilitatrice"
      help="Le nom n’est pas montré au public."
      form={form}
      optional
    />
  </>
)

const SeasonalFirst = ({ form }: Props) => (
  <>
    <Field
      name="crop"
      label="Culture ou métier"
      help="Exemple : vendanges, betteraves, camping."
      form={form}
    />
    <Field name="season" label="Saison" help="Exemple : septembre et octobre." form={form} />
  </>
)

const SeasonalMore = ({ form }: Props) => (
  <Checkbox
    name="keepsRsa"
    label="Le Département maintient le RSA pour ce travail"
    help="Vigne et légumes : dans la limite d’heures prévue. En cas de doute, appelez-nous."
    form={form}
  />
)

const VolunteeringFirst = ({ form }: Props) => (
  <>
    <Field name="timeAsked" label="Temps demandé" help="Exemple : une matinée par semaine." form={form} />
    <Field
      name="welcomeReferent"
      label="Personne qui accueille"
      help="Une autre personne que le ou la responsable du poste. Le nom n’est pas montré au public."
      form={form}
    />
  </>
)

const VolunteeringMore = ({ form }: Props) => (
  <>
    <Select
      name="field"
      label="Domaine"
      options={VOLUNTEERING_FIELDS.map((value) => ({ value, label: VOLUNTEERING_FIELD_LABELS[value] }))}
      form={form}
    />
    <TextArea
      name="course"
      label="Déroulement"
      help="Comment se passe une séance, de l’arrivée au départ."
      rows={4}
      form={form}
      optional
    />
    <TextArea name="aims" label="But de la mission" rows={3} form={form} optional />
    <TextArea
      name="suitableProfiles"
      label="Pour qui"
      help="Ce qui aide à se sentir à l’aise."
      rows={3}
      form={form}
      optional
    />
    <TextArea name="skillsDeveloped" label="Ce que la personne apprend" rows={3} form={form} optional />
    <TextArea
      name="nextSteps"
      label="Et après"
      help="Exemple : un certificat, une visite d’entreprise."
      rows={3}
      form={form}
      optional
    />
  </>
)

type Fields = (props: Props) => JSX.Element

const FIELDS: Record<OfferKind, { first: Fields; more: Fields }> = {
  job: { first: JobFirst, more: JobMore },
  clause: { first: ClauseFirst, more: ClauseMore },
  seasonal: { first: SeasonalFirst, more: SeasonalMore },
  volunteering: { first: VolunteeringFirst, more: VolunteeringMore },
}

/** The fields of one kind of offer, and no others: those to fill in, or those that may be left as they are. */
export function KindFields({ kind, part, form }: Props & { kind: OfferKind; part: 'first' | 'more' }) {
  const Fields = FIELDS[kind][part]
  return <Fields form={form} />
}
