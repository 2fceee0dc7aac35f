import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { ORGANISATION_KIND_LABELS } from '#app/domain/organisation.labels.ts'
import type { OrganisationKind } from '#app/domain/organisation.ts'

type Props = {
  organisation: {
    kind: OrganisationKind
    activity: string | null
    communeName: string
    postalCode: string | null
  }
}

/** Who an organisation is, and where. */
export function OrganisationFacts({ organisation: { kind, activity, communeName, postalCode } }: Props) {
  return (
    <DefinitionList
      items={[
        { term: 'Structure', value: ORGANISATION_KIND_LABELS[kind] },
        ...(activity ? [{ term: 'Activité', value: activity }] : []),
        { term: 'Commune', value: [postalCode, communeName].filter(Boolean).join(' ') },
      ]}
    />
  )
}
