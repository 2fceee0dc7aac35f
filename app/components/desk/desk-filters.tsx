import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { OFFER_KIND_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'

type Props = { kind: OfferKind | null; text: string; waiting: boolean }

/** What the desk lists: a GET form, so that the address says it all. */
export function DeskFilters({ kind, text, waiting }: Props) {
  return (
    <form method="get" action="/bureau" className="search-bar">
      <Field name="q" type="search" label="Mots du titre" defaultValue={text} maxLength={100} />
      <Select
        name="genre"
        label="Genre"
        placeholder="Tous"
        defaultValue={kind ? OFFER_KIND_SLUGS[kind] : ''}
        options={OFFER_KINDS.map((value) => ({
          value: OFFER_KIND_SLUGS[value],
          label: OFFER_KIND_LABELS[value],
        }))}
      />
      <Select
        name="voir"
        label="Montrer"
        defaultValue={waiting ? 'attente' : 'toutes'}
        options={[
          { value: 'attente', label: 'À décider' },
          { value: 'toutes', label: 'Toutes les offres en ligne' },
        ]}
      />
      <Button look="secondary">Filtrer</Button>
    </form>
  )
}
