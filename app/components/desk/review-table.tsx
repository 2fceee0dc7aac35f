import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { countOf, formatDay } from '#app/components/ui/format.ts'
import { Table } from '#app/components/ui/table.tsx'
import type { OfferKind } from '#app/domain/offer.ts'

export type ReviewLine = {
  id: string
  kind: OfferKind
  title: string
  organisationName: string | null
  communeName: string
  flagCount: number
  updatedAt: string
}

/** Offers to read again before they are shown. */
export function ReviewTable({ lines }: { lines: ReviewLine[] }) {
  return (
    <Table
      caption="Offres à relire, les plus anciennes d’abord"
      hideCaption
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
          key: 'why',
          head: 'Pourquoi',
          cell: (line) =>
            line.flagCount > 0 ? (
              <Badge tone="danger" icon="alert">
                {countOf(line.flagCount, 'passage')} à vérifier
              </Badge>
            ) : (
              <Badge>Première offre</Badge>
            ),
        },
        { key: 'since', head: 'Depuis', cell: (line) => formatDay(line.updatedAt) },
      ]}
    />
  )
}
