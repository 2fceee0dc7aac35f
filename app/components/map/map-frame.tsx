import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import type { Center, MapMark, NamedPlace, Outline } from './map-point.ts'

/** Where the map is, what it is drawn on, and how it opens. */
export type MapSetting = {
  /** Names written on the plain style. */
  places?: NamedPlace[]
  /** Where the search starts from, and how far it goes. */
  center?: Center | null
  radiusKm?: number | null
  /** The same things as a list. */
  listHref: string
  /** The address of a MapLibre style; null draws the plain one, which needs no other server. */
  styleUrl?: string | null
  outline?: Outline | null
  /** Opens by itself once the page runs its scripts. */
  open?: boolean
}

type Props = MapSetting & {
  marks: readonly MapMark[]
  label: string
  title: string
  legend?: ReactNode
  /** What is on the map, said before it is opened: "12 offres sur la carte". */
  summary: string
  /** What the list shows: "les mêmes offres". */
  same: string
  /** What stands beside the map for the marks chosen. */
  selection: (ids: readonly string[]) => ReactNode
}

/** One value for every rendering: a new one would draw the map again. */
const NO_PLACES: NamedPlace[] = []

type Stage = 'waiting' | 'closed' | 'loading' | 'ready' | 'failed'

/** A map fetched and drawn only once it is opened. A list is its complete alternative. */
export function MapFrame(props: Props) {
  const {
    marks,
    title,
    same,
    places = NO_PLACES,
    center = null,
    radiusKm = null,
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
          marks,
          title,
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
  }, [isOpen, marks, title, places, center, radiusKm, outline, styleUrl])

  const said: Record<Stage, string> = {
    waiting: '',
    closed: '',
    loading: 'La carte arrive…',
    ready: '',
    failed: `La carte ne s’affiche pas sur cet appareil. La liste montre ${same}.`,
  }
  return (
    <section className="map" aria-label={props.label}>
      <div className="spread">
        {props.legend}
        <LinkButton href={props.listHref} look="secondary" size="small" icon="list">
          Voir en liste
        </LinkButton>
      </div>
      {isOpen ? (
        <div className="map-body">
          <div className="map-canvas" ref={container} data-ready={stage === 'ready'} />
          <div className="map-selection" aria-live="polite">
            {props.selection(selected)}
          </div>
        </div>
      ) : (
        <div className="map-closed">
          <p>{props.summary}</p>
          {stage === 'closed' ? (
            <Button type="button" icon="map" onClick={() => setStage('loading')}>
              Ouvrir la carte
            </Button>
          ) : null}
          {stage === 'waiting' ? (
            <noscript>
              <p>La carte a besoin de JavaScript. La liste montre {same}.</p>
            </noscript>
          ) : null}
        </div>
      )}
      <p role="status" className="muted">
        {said[stage]}
      </p>
    </section>
  )
}
