import type { Cv, CvEntry, CvEntryKind, CvQuestion } from './cv.ts'
import { EXPERIENCE_LABELS } from './offer.labels.ts'

/** The parts of a CV, on the page and on paper. */
export const CV_TITLES = {
  projects: 'Je cherche',
  experiences: 'Ce que j’ai fait',
  trainings: 'Ce que j’ai appris',
  skills: 'Ce que je sais faire',
  licences: 'Permis et certificats',
  languages: 'Langues',
} as const

/** The years of an entry: "2019 – 2023", "depuis 2021", "jusqu’en 2020", "2020"; empty when nobody knows. */
export function yearsText({
  fromYear,
  toYear,
  isOngoing,
}: Pick<CvEntry, 'fromYear' | 'toYear' | 'isOngoing'>): string {
  if (isOngoing) return fromYear === null ? 'en ce moment' : `depuis ${fromYear}`
  if (fromYear === null) return toYear === null ? '' : `jusqu’en ${toYear}`
  return toYear === null || toYear === fromYear ? String(fromYear) : `${fromYear} – ${toYear}`
}

/** A wanted occupation and the experience had in it: "Cuisinier·ère, un an ou plus". */
export const projectText = ({ label, experience }: Cv['projects'][number]): string =>
  experience === 'none' ? label : `${label}, ${EXPERIENCE_LABELS[experience].toLowerCase()}`

type QuestionWords = { title: string; help: string }

/** What is asked about an entry, and an example of an answer. */
export const CV_QUESTION_WORDS: Record<CvEntryKind, Record<CvQuestion, QuestionWords>> = {
  experience: {
    title: {
      title: 'Quel travail avez-vous fait ?',
      help: 'Un emploi, un stage, une aide à des voisins, du bénévolat : tout compte. Exemple : vendanges',
    },
    place: { title: 'Où était-ce ?', help: 'Le nom du lieu ou de l’entreprise. Exemple : mairie de Guise' },
    years: { title: 'Quand était-ce ?', help: 'Une année suffit. Exemple : 2021' },
    details: {
      title: 'Que faisiez-vous ?',
      help: 'Quelques mots suffisent. Exemple : je coupais le raisin, je portais les caisses.',
    },
  },
  training: {
    title: {
      title: 'Qu’avez-vous appris ?',
      help: 'Une école, une formation, un permis de chariot : tout compte. Exemple : CAP cuisine',
    },
    place: { title: 'Où était-ce ?', help: 'L’école, le centre ou la ville. Exemple : lycée de Soissons' },
    years: { title: 'Quand était-ce ?', help: 'Une année suffit. Exemple : 2012' },
    details: {
      title: 'Qu’avez-vous appris de plus utile ?',
      help: 'Quelques mots suffisent. Exemple : cuisiner pour 80 personnes.',
    },
  },
}

/** How an address names a kind of entry and a question. */
export const CV_KIND_PATHS: Record<CvEntryKind, string> = { experience: 'travail', training: 'formation' }
export const CV_QUESTION_PATHS: Record<CvQuestion, string> = {
  title: 'quoi',
  place: 'ou',
  years: 'quand',
  details: 'en-plus',
}
