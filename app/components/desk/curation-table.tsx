import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { formatDay } from '#app/components/ui/format.ts'
import { Table } from '#app/components/ui/table.tsx'
import type { OfferKind } from '#app/domain/offer.ts'

export type CurationLine = {
  id: string
  kind: OfferKind
  title: string
  organisationName: string | null
  communeName: string
  positions: number
  publishedAt: string | null
  applicationCount: number
  toDecide: number
  sent: number
  interested: number
}

const count = (key: 'positions' | 'toDecide' | 'sent' | 'interested' | 'applicationCount', head: string) => ({
  key,
  head,
  isNumber: true,
  cell: (line: CurationLine) => line[key],
})

/** Published offers, those with fewest answers first. */
export function CurationTable({ lines }: { lines: CurationLine[] }) {
  return (
    <Table
      caption="Offres en ligne, celles qui ont le moins de réponses d’abord"
      hideCaption
      sticky
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        {
          key: 'title',
          head: 'Offre',
          isRowHead: true,
          cell: (line) => <a href={`/bureau/offres/${line.id}`}>{line.title}</a>,
        },
        { key: 'kind', head: 'Genre', cell: (line) => <KindBadge kind={line.kind} /> },
        {
          key: 'who',
          head: 'Structure',
          cell: (line) => `${line.organisationName ?? 'Importée'}, ${line.communeName}`,
        },
        {
          key: 'date',
          head: 'En ligne',
          cell: (line) => (line.publishedAt ? formatDay(line.publishedAt) : ''),
        },
        count('positions', 'Postes'),
        count('toDecide', 'À décider'),
        count('sent', 'Envoyés'),
        count('interested', 'Intéressés'),
        count('applicationCount', 'Réponses'),
      ]}
    />
  )
}
