import type { RightOnBehalf } from './right-on-behalf.ts'

/** What the hotline reads before it writes down what somebody asks for. */
export const RIGHT_LABELS: Record<
  RightOnBehalf,
  { link: string; title: string; effects: readonly string[]; gone: string; button: string }
> = {
  messages: {
    link: 'Elle ne veut plus de messages sur des offres',
    title: 'Ne plus lui écrire sur des offres',
    effects: [
      'Nous ne lui écrivons plus sur des offres, ni par SMS ni par e-mail.',
      'Ce qui attendait de partir sur des offres ne part pas.',
      'Les réponses à ses candidatures lui arrivent toujours.',
      'Elle peut toujours lire ses offres ici, et choisir de nouveau d’être prévenue.',
    ],
    gone: 'Cette personne ne reçoit déjà plus de messages sur des offres.',
    button: 'Ne plus lui écrire sur des offres',
  },
  visibilite: {
    link: 'Elle ne veut plus être visible',
    title: 'Ne plus montrer son profil',
    effects: [
      'Aucune structure ne trouve plus son profil.',
      'Les structures où elle a postulé gardent sa candidature.',
      'Elle peut se montrer de nouveau quand elle veut.',
    ],
    gone: 'Aucune structure ne trouve déjà ce profil.',
    button: 'Ne plus montrer son profil',
  },
  effacement: {
    link: 'Effacer son compte, à sa demande',
    title: 'Effacer son compte',
    effects: [
      'Son nom, son téléphone, son e-mail et son profil disparaissent tout de suite.',
      'Ses candidatures et ses messages aussi : les structures ne les voient plus.',
      'On ne peut pas revenir en arrière. Elle pourra s’inscrire de nouveau, comme une nouvelle personne.',
    ],
    gone: '',
    button: 'Oui, effacer son compte',
  },
}
