import { Button } from '#app/components/ui/button.tsx'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { OFFER_KIND_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { RADII_KM } from '#app/domain/offer-search.ts'
import type { AskedPeople } from '#app/domain/people-search.ts'

type Option = { value: string; label: string }
type Props = { asked: AskedPeople; by: 'list' | 'commune'; skills: Option[]; licences: Option[] }

/** Whom an organisation looks for: one GET form, whole without scripts. The skills are those of the occupation found. */
export function PeopleSearchForm({ asked, by, skills, licences }: Props) {
  const isNarrowed =
    asked.kind !== null || asked.licence !== null || asked.freeBy !== null || asked.skills.length > 0
  return (
    <search>
      <form method="get" action="/structure/personnes" className="stack" aria-label="Chercher une personne">
        {by === 'commune' ? <input type="hidden" name="vue" value="communes" /> : null}
        <div className="search-bar">
          <Field
            name="q"
            type="search"
            label="Quel métier ?"
            help="Avec vos mots : cuisine, ménage"
            defaultValue={asked.text}
            maxLength={200}
          />
          <Field
            name="lieu"
            label="Où ?"
            help="Vide : votre commune"
            defaultValue={asked.place}
            maxLength={200}
          />
          <Select
            name="rayon"
            label="Jusqu’à"
            help="À vol d’oiseau"
            defaultValue={String(asked.radiusKm)}
            options={RADII_KM.map((km) => ({ value: String(km), label: `${km} km` }))}
          />
          <Button icon="search">Chercher</Button>
        </div>
        <details className="details" open={isNarrowed}>
          <summary>Plus de filtres</summary>
          <div className="stack">
            <Select
              name="genre"
              label="Pour quel genre d’offre ?"
              placeholder="Tous les genres"
              defaultValue={asked.kind ? OFFER_KIND_SLUGS[asked.kind] : ''}
              options={OFFER_KINDS.map((kind) => ({
                value: OFFER_KIND_SLUGS[kind],
                label: OFFER_KIND_LABELS[kind],
              }))}
            />
            <Select
              name="permis"
              label="Permis ou certificat"
              placeholder="Peu importe"
              defaultValue={asked.licence ?? ''}
              options={licences}
            />
            <DateField name="libre" label="Disponible au plus tard le" defaultValue={asked.freeBy ?? ''} />
            {skills.length > 0 ? (
              <CheckboxGroup
                name="savoir"
                label="Savoir-faire"
                choices={skills}
                defaultValues={asked.skills}
              />
            ) : (
              <p className="muted">Cherchez d’abord un métier : ses savoir-faire seront proposés ici.</p>
            )}
            <Button look="secondary">Appliquer</Button>
          </div>
        </details>
      </form>
    </search>
  )
}
