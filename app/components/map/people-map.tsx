import { countOf } from '#app/components/ui/format.ts'
import { MapFrame, type MapSetting } from './map-frame.tsx'
import type { MapMark } from './map-point.ts'

/** A commune and how many of the people found live there: its centre is all that is known of where. */
export type CommuneMark = MapMark & { name: string; count: number; href: string }

/** How many people live in each commune, on a map; the table of the communes says the same. */
export function PeopleMap({ communes, ...setting }: MapSetting & { communes: CommuneMark[] }) {
  return (
    <MapFrame
      {...setting}
      marks={communes}
      label="Personnes par commune, sur la carte"
      title="Carte des communes"
      summary={`${countOf(communes.length, 'commune')} sur la carte`}
      same="les mêmes communes"
      selection={(ids) => <Chosen communes={communes.filter(({ id }) => ids.includes(id))} />}
    />
  )
}

function Chosen({ communes }: { communes: CommuneMark[] }) {
  if (communes.length === 0)
    return <p className="muted">Chaque rond est une commune. Touchez-en un pour voir les personnes.</p>
  return (
    <ul className="stack-tight">
      {communes.map(({ id, name, count, href }) => (
        <li key={id}>
          <a href={href}>
            {name} : {countOf(count, 'personne')}
          </a>
        </li>
      ))}
    </ul>
  )
}
