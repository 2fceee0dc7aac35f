import { formatKm } from '#app/components/ui/format.ts'
import { Table } from '#app/components/ui/table.tsx'

type Line = { code: string; name: string; count: number; distanceKm: number; href: string }

/** How many of the people found live in each commune. */
export function CommuneCounts({ communes }: { communes: Line[] }) {
  if (communes.length === 0) return null
  return (
    <Table
      caption="Les personnes, par commune"
      hideCaption
      rows={communes}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'commune',
          head: 'Commune',
          isRowHead: true,
          cell: ({ name, href }) => <a href={href}>{name}</a>,
        },
        { key: 'count', head: 'Personnes', isNumber: true, cell: ({ count }) => count },
        { key: 'km', head: 'Distance', isNumber: true, cell: ({ distanceKm }) => formatKm(distanceKm) },
      ]}
    />
  )
}
