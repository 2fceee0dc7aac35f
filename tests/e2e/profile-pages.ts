import { PROFILE_QUESTION_WORDS } from '#app/domain/profile.questions.labels.ts'
import { PROFILE_QUESTIONS } from '#app/domain/profile.questions.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import type { ShownPage } from './show.ts'

/** The profile, and each of its questions, of somebody who has answered most and of somebody who has answered few. */
export const profilePages = (as: string): ShownPage[] => [
  { name: 'profile', path: '/mon-profil', as },
  { name: 'profile, just kept', path: '/mon-profil?garde', as },
  { name: 'profile that says little', path: '/mon-profil', as: 'Karim Nouveau' },
  ...PROFILE_QUESTIONS.map((question) => ({
    name: `profile, ${question}`,
    path: `/mon-profil/${PROFILE_QUESTION_WORDS[question].path}?garde`,
    as,
  })),
  { name: 'profile, no occupation', path: '/mon-profil/metiers', as: 'Karim Nouveau' },
  { name: 'profile, an occupation', path: '/mon-profil/metiers/ajouter', as },
  { name: 'profile, an occupation, refused', path: '/mon-profil/metiers/ajouter', as, press: 'Continuer' },
  {
    name: 'profile, experience',
    path: `/mon-profil/metiers/${OCCUPATIONS.kitchenHelp.romeCode}`,
    as,
  },
  { name: 'profile, messages', path: '/mon-profil/messages', as },
  {
    name: 'profile, commune, refused',
    path: '/mon-profil/commune',
    as,
    clear: 'commune',
    press: 'Continuer',
  },
]
