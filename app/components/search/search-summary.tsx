import { countOf } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { type AskedOffers, reachWords } from '#app/domain/offer-search.ts'
import { reckoningWords } from './reckoning-words.ts'

type Props = {
  asked: AskedOffers
  total: number
  totalIsCapped: boolean
  communeName: string | null
  isApproximate: boolean
  isPlaceUnknown: boolean
  radiusKm: number
  isWidened: boolean
}

/** How many offers, where; and when nothing was near, that the search went farther by itself. */
export function SearchSummary(props: Props) {
  const { asked, total, totalIsCapped, communeName, isApproximate, isPlaceUnknown, radiusKm, isWidened } =
    props
  const found = totalIsCapped
    ? 'Plus de 1 000 offres'
    : total === 0
      ? 'Aucune offre'
      : countOf(total, 'offre')
  const reach = isWidened ? `${radiusKm} km` : reachWords(asked)
  const where = communeName ? ` à moins de ${reach} de ${communeName}` : ''
  return (
    <div className="stack-tight">
      {isPlaceUnknown ? (
        <Notice tone="danger" title={`Nous ne trouvons pas « ${asked.place} »`}>
          Écrivez le nom de la commune ou son code postal. Voici les offres de tout le territoire.
        </Notice>
      ) : null}
      {isWidened ? (
        <Notice title={`Rien à ${reachWords(asked)}`}>Voici les offres à moins de {radiusKm} km.</Notice>
      ) : null}
      <p role="status">
        <strong>
          {found}
          {where}
        </strong>
      </p>
      {communeName ? (
        <p className="small muted">
          Distance à vol d’oiseau{isApproximate ? ', à peu près,' : ''} depuis {communeName}.{' '}
          {reckoningWords(asked.means)}
        </p>
      ) : null}
    </div>
  )
}
