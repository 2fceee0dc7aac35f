import type { AccessPurpose } from './access.ts'

/** What somebody did, told to the person whose profile it is: after "une personne de …". */
export const ACCESS_WORDS: Record<AccessPurpose, string> = {
  list: 'a vu votre profil dans une liste',
  profile: 'a ouvert votre profil',
  contact: 'a lu votre nom et comment vous joindre',
  registration: 'a rempli votre inscription avec vous',
  card: 'a préparé votre carte',
  file: 'a ouvert votre fichier de CV',
  export: 'a préparé une copie de vos données',
}
