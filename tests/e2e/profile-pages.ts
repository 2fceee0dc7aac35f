import { PROFILE_QUESTION_WORDS } from '#app/domain/profile.questions.labels.ts'
import { PROFILE_QUESTIONS } from '#app/domain/profile.questions.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import type { ShownPage } from './show.ts'

/** The profile of somebody who has answered most, and each question of somebody who has answered few. */
export const profilePages = (as: string): ShownPage[] => [
  { name: 'profile', path: '/mon-profil?garde', as },
  { name: 'profile, occupations', path: '/mon-profil/metiers', as },
  { name: 'profile, an occupation, refused', path: '/mon-profil/metiers/ajouter', as, press: 'Continuer' },
  {
    name: 'profile, experience',
    path: `/mon-profil/metiers/${OCCUPATIONS.kitchenHelp.romeCode}`,
    as,
  },
  {
    name: 'profile, commune, refused',
    path: '/mon-profil/commune',
    as,
    clear: 'commune',
    press: 'Continuer',
  },
]

/** The profile of somebody who has answered few, and each of its questions. */
export const emptyProfilePages = (as: string): ShownPage[] => [
  { name: 'profile that says little', path: '/mon-profil', as },
  ...PROFILE_QUESTIONS.map((question) => ({
    name: `profile, ${question}`,
    path: `/mon-profil/${PROFILE_QUESTION_WORDS[question].path}?garde`,
    as,
  })),
  { name: 'profile, an occupation', path: '/mon-profil/metiers/ajouter', as },
  { name: 'profile, messages', path: '/mon-profil/messages', as },
]
