import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { MapLegend } from './map-legend.tsx'
import type { Center, MapPoint, NamedPlace, Outline } from './map-point.ts'
import { MapSelection } from './map-selection.tsx'

type Props = {
  points: MapPoint[]
  /** Names written on the plain style. */
  places?: NamedPlace[]
  /** Where the search starts from, and how far it goes. */
  center?: Center | null
  radiusKm?: number | null
  /** The same offers as a list. */
  listHref: string
  /** The address of a MapLibre style; null draws the plain one, which needs no other server. */
  styleUrl?: string | null
  outline?: Outline | null
  /** Opens by itself once the page runs its scripts. */
  open?: boolean
}

/** One value for every rendering: a new one would draw the map again. */
const NO_PLACES: NamedPlace[] = []

type Stage = 'waiting' | 'closed' | 'loading' | 'ready' | 'failed'

const SAID: Record<Stage, string> = {
  waiting: '',
  closed: '',
  loading: 'La carte arrive…',
  ready: '',
  failed: 'La carte ne s’affiche pas sur cet appareil. La liste montre les mêmes offres.',
}

/** The offers on a map, fetched and drawn only once it is opened. The list is its complete alternative. */
export function OfferMap(props: Props) {
  const {
    points,
    places = NO_PLACES,
    center = null,
    radiusKm = null,
    listHref,
    styleUrl = null,
    outline = null,
    open = false,
  } = props
  const container = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<Stage>('waiting')
  const [selected, setSelected] = useState<string[]>([])

  useEffect(() => setStage(open ? 'loading' : 'closed'), [open])

  const isOpen = stage === 'loading' || stage === 'ready'
  useEffect(() => {
    if (!isOpen || !container.current) return
    const target = container.current
    let isGone = false
    let remove = () => {}
    import('./draw-map.ts')
      .then(({ drawMap }) =>
        drawMap({
          container: target,
          points,
          places,
          center,
          radiusKm,
          outline,
          styleUrl,
          onSelect: setSelected,
          onReady: () => setStage('ready'),
        }),
      )
      .then((map) => {
        remove = () => map.remove()
        if (isGone) remove()
      })
      .catch(() => setStage('failed'))
    return () => {
      isGone = true
      remove()
    }
  }, [isOpen, points, places, center, radiusKm, outline, styleUrl])

  return (
    <section className="map" aria-label="Offres sur la carte">
      <div className="spread">
        <MapLegend />
        <LinkButton href={listHref} look="secondary" size="small" icon="list">
          Voir en liste
        </LinkButton>
      </div>
      {isOpen ? (
        <div className="map-body">
          <div className="map-canvas" ref={container} data-ready={stage === 'ready'} />
          <MapSelection points={points.filter(({ id }) => selected.includes(id))} />
        </div>
      ) : (
        <div className="map-closed">
          <p>{countOf(points.length, 'offre')} sur la carte</p>
          {stage === 'closed' ? (
            <Button type="button" icon="map" onClick={() => setStage('loading')}>
              Ouvrir la carte
            </Button>
          ) : null}
          {stage === 'waiting' ? (
            <noscript>
              <p>La carte a besoin de JavaScript. La liste montre les mêmes offres.</p>
            </noscript>
          ) : null}
        </div>
      )}
      <p role="status" className="muted">
        {SAID[stage]}
      </p>
    </section>
  )
}
