import { Badge } from '#app/components/ui/badge.tsx'
import { countOf, formatDay } from '#app/components/ui/format.ts'
import { Table } from '#app/components/ui/table.tsx'
import { ORGANISATION_KIND_LABELS } from '#app/domain/organisation.labels.ts'
import type { OrganisationKind } from '#app/domain/organisation.ts'

export type PendingLine = {
  id: string
  name: string
  kind: OrganisationKind
  communeName: string
  flags: string[]
  since: string
}

/** Organisations that wait to be verified. */
export function PendingOrganisationsTable({ lines }: { lines: PendingLine[] }) {
  return (
    <Table
      caption="Structures à vérifier, les plus anciennes d’abord"
      hideCaption
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        {
          key: 'name',
          head: 'Structure',
          isRowHead: true,
          cell: (line) => <a href={`/bureau/structures/${line.id}`}>{line.name}</a>,
        },
        { key: 'kind', head: 'Genre', cell: (line) => ORGANISATION_KIND_LABELS[line.kind] },
        { key: 'where', head: 'Commune', cell: (line) => line.communeName },
        {
          key: 'flags',
          head: 'Attention',
          cell: (line) =>
            line.flags.length > 0 ? (
              <Badge tone="danger" icon="alert">
                {countOf(line.flags.length, 'point')} à vérifier
              </Badge>
            ) : (
              <Badge tone="ok" icon="check">
                Connue de l’annuaire
              </Badge>
            ),
        },
        { key: 'since', head: 'Depuis', cell: (line) => formatDay(line.since) },
      ]}
    />
  )
}
