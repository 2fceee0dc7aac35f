import { formatDate } from '#app/components/ui/format.ts'
import { CONTRACT_LABELS } from '#app/domain/offer.labels.ts'
import type { EligiblePublic } from '#app/domain/offer.ts'
import type { PersonFile } from '#app/domain/person-card.ts'
import {
  HOURS_WISH_LABELS,
  KIND_CHOICES,
  OWN_EXPERIENCE_LABELS,
  SITUATION_CHOICES,
  VISIBILITY_CHOICES,
} from '#app/domain/profile.labels.ts'
import type { ProfileQuestion } from '#app/domain/profile.questions.ts'
import type { Visibility } from '#app/domain/profile.ts'
import { slotsText } from '#app/domain/schedule.ts'
import { DEFAULT_LIMIT_KM, TRAVEL_MEANS_LABELS, type TravelLimit } from '#app/domain/travel.ts'

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const sentence = (words: readonly string[]): string[] =>
  words.length > 0 ? [upperFirst(words.join(', '))] : []

/** "En voiture, jusqu’à 30 km, 45 minutes de trajet au plus". */
function travelWords({ means, maxKm, maxMinutes }: TravelLimit): string {
  const km = maxKm ?? (maxMinutes === null ? DEFAULT_LIMIT_KM : null)
  return [
    upperFirst(TRAVEL_MEANS_LABELS[means]),
    ...(km === null ? [] : [km === 0 ? 'dans votre commune' : `jusqu’à ${km.toLocaleString('fr-FR')} km`]),
    ...(maxMinutes === null ? [] : [`${maxMinutes} minutes de trajet au plus`]),
  ].join(', ')
}

/** What the summary of a profile is told of it, codes by their names. */
export type ProfileFacts = Omit<PersonFile, 'name' | 'contact' | 'communeName' | 'travelMeans'> & {
  isOpenToAnyOccupation: boolean
  communeText: string
  /** The situations told; null when nothing is said. */
  situations: EligiblePublic[] | null
  travel: TravelLimit
  visibility: Visibility
}

/** What a profile says to each question, in words, one line each; none where nothing is said. */
export const profileWords = (facts: ProfileFacts): Record<ProfileQuestion, string[]> => ({
  projects: [
    ...facts.projects.map(
      ({ label, experience }) => `${upperFirst(label)} : ${OWN_EXPERIENCE_LABELS[experience].toLowerCase()}`,
    ),
    ...(facts.isOpenToAnyOccupation ? ['Et aussi les autres métiers'] : []),
  ],
  skills: sentence(facts.skills),
  languages: sentence(facts.languages),
  licences: sentence(facts.licences),
  slots: sentence(facts.slots.length > 0 ? [slotsText(facts.slots)] : []),
  start: facts.availableFrom ? [`À partir du ${formatDate(facts.availableFrom)}`] : [],
  contracts: [
    ...facts.hours.map((one) => HOURS_WISH_LABELS[one]),
    ...sentence(facts.contracts.map((one) => CONTRACT_LABELS[one])),
  ],
  commune: [facts.communeText],
  travel: [travelWords(facts.travel)],
  kinds: sentence(facts.kinds.map((one) => KIND_CHOICES[one].label.toLowerCase())),
  situation: facts.situations?.map((one) => SITUATION_CHOICES[one].label) ?? [
    'Vous n’avez rien dit. Rien ne vous y oblige.',
  ],
  visibility: [VISIBILITY_CHOICES[facts.visibility].label],
})

/** What nothing means to a question, once it was the answer. */
export const NOTHING_WORDS: Partial<Record<ProfileQuestion, string>> = {
  skills: 'Vous ne savez pas encore.',
  languages: 'Aucune langue.',
  licences: 'Pas de permis.',
  slots: 'Tous les jours vous vont.',
  start: 'Tout de suite.',
  contracts: 'Tout vous va.',
  situation: 'Aucune de ces situations.',
}
