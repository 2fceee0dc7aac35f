import { ContactLinks } from '#app/components/person/contact-links.tsx'
import { freeFrom } from '#app/components/person/free-from.ts'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { CONTRACT_LABELS, EXPERIENCE_LABELS, OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import type { PersonFile } from '#app/domain/person-card.ts'
import { HOURS_WISH_LABELS } from '#app/domain/profile.labels.ts'
import { slotsText } from '#app/domain/schedule.ts'
import { TRAVEL_MEANS_LABELS } from '#app/domain/travel.ts'

/** A person as a professional reads her or him: how to reach, what she or he looks for and can do. */
export function PersonFileView({ file, today }: { file: PersonFile; today: string }) {
  const { contact, availableFrom } = file
  const wanted = file.projects.map(
    ({ label, experience }) => `${label} (${EXPERIENCE_LABELS[experience].toLowerCase()})`,
  )
  return (
    <div className="stack">
      <ContactLinks contact={contact} />
      <DefinitionList
        items={[
          { term: 'Habite', value: file.communeName },
          { term: 'Se déplace', value: TRAVEL_MEANS_LABELS[file.travelMeans] },
          { term: 'Disponible', value: freeFrom(availableFrom, today) },
          { term: 'Libre', value: slotsText(file.slots) },
          { term: 'Cherche', value: wanted.join(', ') },
          { term: 'Accepte', value: file.kinds.map((kind) => OFFER_KIND_LABELS[kind]).join(', ') },
          { term: 'Contrats', value: file.contracts.map((one) => CONTRACT_LABELS[one]).join(', ') },
          { term: 'Heures', value: file.hours.map((one) => HOURS_WISH_LABELS[one]).join(', ') },
          { term: 'Permis et certificats', value: file.licences.join(', ') },
          { term: 'Sait faire', value: file.skills.join(', ') },
          { term: 'Langues', value: file.languages.join(', ') },
        ]}
      />
    </div>
  )
}
