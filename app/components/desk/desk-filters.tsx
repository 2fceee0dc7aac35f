import { Button } from '#app/components/ui/button.tsx'
import { OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'

type Props = { kind: OfferKind | null; text: string; waiting: boolean }

/** What the desk lists: a GET form, so that the address says it all. */
export function DeskFilters({ kind, text, waiting }: Props) {
  return (
    <form method="get" className="search-bar">
      <label className="field">
        <span className="label">Mots du titre</span>
        <input type="search" className="input" name="q" defaultValue={text} maxLength={100} />
      </label>
      <label className="field">
        <span className="label">Genre</span>
        <select className="input" name="genre" defaultValue={kind ?? ''}>
          <option value="">Tous</option>
          {OFFER_KINDS.map((value) => (
            <option key={value} value={value}>
              {OFFER_KIND_LABELS[value]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">Montrer</span>
        <select className="input" name="voir" defaultValue={waiting ? 'attente' : 'toutes'}>
          <option value="attente">À décider</option>
          <option value="toutes">Toutes les offres en ligne</option>
        </select>
      </label>
      <Button look="secondary">Filtrer</Button>
    </form>
  )
}
