import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { classNames } from '#app/components/ui/class-names.ts'
import { APPLICATION_STATE_LABELS } from '#app/domain/application.labels.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import { type ApplicationProgress, applicationSentence } from './application-steps.ts'

type Props = {
  application: {
    id: string
    title: string
    kind: OfferKind | null
    organisationName: string | null
    communeName: string | null
    isOpen: boolean
    progress: ApplicationProgress
  }
}

/** An application in a list: the offer, and where it stands in words. */
export function ApplicationCard({ application }: Props) {
  const { id, title, kind, organisationName, communeName, isOpen, progress } = application
  const isHired = progress.state === 'hired'
  return (
    <article className={classNames('offer-card', kind && `kind-${kind}`)}>
      <div className="offer-top">
        {kind ? <KindBadge kind={kind} /> : null}
        <Badge tone={isHired ? 'ok' : isOpen ? 'brand' : 'neutral'}>
          {APPLICATION_STATE_LABELS[progress.state]}
        </Badge>
      </div>
      <div>
        <h2 className="offer-title">
          <a href={`/mes-candidatures/${id}`}>{title}</a>
        </h2>
        <p>{[organisationName, communeName].filter(Boolean).join(', ')}</p>
      </div>
      <p>{applicationSentence(progress)}</p>
    </article>
  )
}
