import type { ReactNode } from 'react'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import {
  VOLUNTEERING_FIELD_LABELS,
  VOLUNTEERING_FIELDS,
  type VolunteeringField,
} from '#app/domain/offer.fields.ts'
import { CONTRACT_LABELS, ELIGIBLE_PUBLIC_LABELS, EXPERIENCE_LABELS } from '#app/domain/offer.labels.ts'
import type {
  ClauseDetails,
  ExperienceLevel,
  JobDetails,
  SeasonalDetails,
  VolunteeringDetails,
} from '#app/domain/offer.ts'
import { DAY_LABELS, DAYS, MOMENT_LABELS, MOMENTS, type Slot } from '#app/domain/schedule.ts'
import { formatWeeklyHours } from './offer-words.ts'

export type PublicDetails =
  | JobDetails
  | SeasonalDetails
  | Omit<ClauseDetails, 'facilitator'>
  | Omit<VolunteeringDetails, 'welcomeReferent'>

export type DetailedOffer = {
  positions: number
  startsOn: string | null
  endsOn: string | null
  hoursPerWeek: number | null
  slots: Slot[]
  pay: string | null
  licences: string[]
  skills: string[]
  experience: ExperienceLevel
  isReachableByTransit: boolean
  hasCollectivePickup: boolean
  hasLodging: boolean
  isDisabilityFriendly: boolean
  details: PublicDetails
}

type Item = { term: string; value: ReactNode }

/** "lundi : matin, soir", a line a day. */
const scheduleLines = (slots: Slot[]): string[] =>
  DAYS.flatMap((day) => {
    const moments = MOMENTS.filter((moment) => slots.includes(`${day}_${moment}`)).map(
      (m) => MOMENT_LABELS[m],
    )
    return moments.length > 0 ? [`${DAY_LABELS[day]} : ${moments.join(', ')}`] : []
  })

const fieldLabel = (field: string): string =>
  VOLUNTEERING_FIELDS.includes(field as VolunteeringField)
    ? VOLUNTEERING_FIELD_LABELS[field as VolunteeringField]
    : field

/** The fields of each kind, and no others. */
function kindItems(details: PublicDetails): Item[] {
  switch (details.kind) {
    case 'job':
      return [
        { term: 'Contrat', value: CONTRACT_LABELS[details.contract] },
        {
          term: 'Agence d’intérim',
          value: details.isAgencyWork ? 'Oui, le contrat est avec une agence' : null,
        },
      ]
    case 'clause':
      return [
        { term: 'Contrat', value: CONTRACT_LABELS[details.contract] },
        { term: 'Marché public', value: [details.market, details.lot].filter(Boolean).join(', ') },
        { term: 'Acheteur', value: details.buyer },
        { term: 'Entreprise', value: details.contractor },
        { term: 'Heures prévues', value: details.plannedHours > 0 ? `${details.plannedHours} h` : null },
        {
          term: 'Réservée aux',
          value: details.eligiblePublics.map((p) => ELIGIBLE_PUBLIC_LABELS[p]).join(', '),
        },
      ]
    case 'seasonal':
      return [
        { term: 'Saison', value: details.season },
        { term: 'Culture ou activité', value: details.crop },
        {
          term: 'RSA',
          value: details.keepsRsa
            ? 'Vous pouvez garder votre RSA, dans la limite prévue. Appelez-nous pour en parler.'
            : null,
        },
      ]
    case 'volunteering':
      return [
        { term: 'Domaine', value: fieldLabel(details.field) },
        { term: 'Temps demandé', value: details.timeAsked },
        { term: 'Déroulement', value: details.course },
        { term: 'But', value: details.aims },
        { term: 'Pour qui', value: details.suitableProfiles },
        { term: 'Ce que vous apprendrez', value: details.skillsDeveloped },
        { term: 'Et après', value: details.nextSteps },
      ]
  }
}

const comforts = (offer: DetailedOffer): string[] => [
  ...(offer.isReachableByTransit ? ['Accessible en bus ou en train'] : []),
  ...(offer.hasCollectivePickup ? ['Ramassage organisé'] : []),
  ...(offer.hasLodging ? ['Logement proposé'] : []),
  ...(offer.isDisabilityFriendly ? ['Adaptable à un handicap'] : []),
]

const lines = (items: string[]) =>
  items.length === 0 ? null : (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )

/** Everything an offer says besides its text. Empty facts are left out. */
export function OfferDetailList({ offer }: { offer: DetailedOffer }) {
  const isMission = offer.details.kind === 'volunteering'
  return (
    <DefinitionList
      items={[
        ...kindItems(offer.details),
        { term: isMission ? 'Places' : 'Postes', value: offer.positions },
        { term: 'Début', value: offer.startsOn ? formatDate(offer.startsOn) : 'Dès que possible' },
        { term: 'Fin', value: offer.endsOn ? formatDate(offer.endsOn) : null },
        { term: 'Durée', value: offer.hoursPerWeek === null ? null : formatWeeklyHours(offer.hoursPerWeek) },
        { term: 'Jours', value: lines(scheduleLines(offer.slots)) },
        { term: 'Salaire', value: offer.pay },
        { term: 'Expérience', value: isMission ? null : EXPERIENCE_LABELS[offer.experience] },
        { term: 'Permis et certificats', value: offer.licences.join(', ') },
        { term: 'Savoir-faire utiles', value: offer.skills.join(', ') },
        { term: 'À savoir', value: lines(comforts(offer)) },
      ]}
    />
  )
}
