import type { OPT_IN_KINDS, RegistrationStep } from './registration.ts'

/** The address of each question. */
export const REGISTRATION_PATHS: Record<RegistrationStep, string> = {
  name: '/inscription/nom',
  commune: '/inscription/commune',
  occupation: '/inscription/metier',
  travel: '/inscription/trajet',
  agreements: '/inscription/accords',
}

/** The questions, as they are asked. */
export const REGISTRATION_QUESTIONS: Record<RegistrationStep, string> = {
  name: 'Comment vous appelez-vous ?',
  commune: 'Où habitez-vous ?',
  occupation: 'Que cherchez-vous ?',
  travel: 'Comment allez-vous travailler ?',
  agreements: 'Que nous permettez-vous ?',
}

export const OPT_IN_KIND_CHOICES: Record<(typeof OPT_IN_KINDS)[number], { label: string; help: string }> = {
  seasonal: { label: 'Un travail de saison', help: 'Vendanges, récoltes, tourisme.' },
  volunteering: { label: 'Du bénévolat', help: 'Aider une association, sans salaire.' },
}
