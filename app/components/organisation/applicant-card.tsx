import { ContactLinks } from '#app/components/person/contact-links.tsx'
import { freeFrom } from '#app/components/person/free-from.ts'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { formatKm } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { CV_FILE_FORMAT_LABELS, sizeText } from '#app/domain/cv-file.labels.ts'
import type { CvFile } from '#app/domain/cv-file.ts'
import { EXPERIENCE_LABELS } from '#app/domain/offer.labels.ts'
import type { ExperienceLevel } from '#app/domain/offer.ts'
import { TRAVEL_MEANS_LABELS, type TravelMeans } from '#app/domain/travel.ts'

export type ApplicantView = {
  id: string
  /** The file of CV that the organisation may take. */
  file: Pick<CvFile, 'format' | 'size'> | null
  firstName: string
  contact: { phone: { e164: string; display: string } | null; email: string | null } | null
  communeName: string
  distanceKm: number | null
  travelMeans: TravelMeans
  projects: { label: string; experience: ExperienceLevel }[]
  skills: string[]
  licences: string[]
  missingLicences: string[]
  availableFrom: string | null
  sentence: string | null
}

const experience = (level: ExperienceLevel) =>
  level === 'none' ? 'débute' : EXPERIENCE_LABELS[level].toLowerCase()

/** The person who applied: how to reach her or him, what she or he wrote and can do. */
export function ApplicantCard({ applicant, today }: { applicant: ApplicantView; today: string }) {
  const { contact, file, availableFrom, distanceKm } = applicant
  return (
    <div className="stack">
      {applicant.sentence ? (
        <blockquote className="said">
          <p className="prose">{applicant.sentence}</p>
        </blockquote>
      ) : null}
      {contact ? <ContactLinks contact={contact} /> : null}
      {file ? (
        <LinkButton href={`/structure/candidatures/${applicant.id}/fichier`} look="secondary">
          Prendre son CV ({CV_FILE_FORMAT_LABELS[file.format]}, {sizeText(file.size)})
        </LinkButton>
      ) : null}
      <DefinitionList
        items={[
          {
            term: 'Habite',
            value:
              distanceKm === null
                ? applicant.communeName
                : `${applicant.communeName}, ${formatKm(distanceKm)}`,
          },
          { term: 'Se déplace', value: TRAVEL_MEANS_LABELS[applicant.travelMeans] },
          { term: 'Disponible', value: freeFrom(availableFrom, today) },
          {
            term: 'Cherche',
            value: applicant.projects
              .map(({ label, experience: level }) => `${label} (${experience(level)})`)
              .join(', '),
          },
          { term: 'Permis et certificats', value: applicant.licences.join(', ') },
          { term: 'Sait faire', value: applicant.skills.join(', ') },
          { term: 'Demandé dans l’offre, à vérifier', value: applicant.missingLicences.join(', ') },
        ]}
      />
    </div>
  )
}
