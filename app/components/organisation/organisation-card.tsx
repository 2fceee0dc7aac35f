import { countOf, formatKm } from '#app/components/ui/format.ts'
import { Icon } from '#app/components/ui/icon.tsx'
import { ORGANISATION_KIND_LABELS } from '#app/domain/organisation.labels.ts'
import type { ListedOrganisation } from '#app/domain/organisation-search.ts'

/** An organisation in a list: who it is, where, and how many offers it has. The whole card answers to the link of its name. */
export function OrganisationCard({ organisation }: { organisation: ListedOrganisation }) {
  const { id, kind, name, activity, communeName, distanceKm, offers } = organisation
  return (
    <article className="offer-card untabbed">
      <h2 className="offer-title">
        <a href={`/structures/${id}`}>{name}</a>
      </h2>
      <p>{activity ?? ORGANISATION_KIND_LABELS[kind]}</p>
      <p className="offer-place">
        <Icon name="place" size={18} />
        <span>{distanceKm === null ? communeName : `${communeName}, ${formatKm(distanceKm)}`}</span>
      </p>
      <p>{offers > 0 ? `${countOf(offers, 'offre')} en ce moment` : 'Pas d’offre en ce moment'}</p>
    </article>
  )
}
