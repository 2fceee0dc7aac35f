import type { ShownPage } from './show.ts'

/** The pages of the hotline: somebody who may be a double, somebody who sleeps, somebody who is accompanied. */
export const hotlinePages = ({
  hotline,
  officer,
  doubleId,
  asleepId,
  followedId,
}: Record<'hotline' | 'officer' | 'doubleId' | 'asleepId' | 'followedId', string>): ShownPage[] => [
  { name: 'hotline', path: '/accueil', as: hotline },
  { name: 'hotline, refused', path: '/accueil', as: hotline, press: 'Chercher' },
  { name: 'register somebody', path: '/accueil/inscrire', as: hotline },
  { name: 'register somebody, refused', path: '/accueil/inscrire', as: hotline, press: /^Inscrire cette/ },
  { name: 'person at the hotline', path: `/accueil/personnes/${doubleId}`, as: hotline },
  { name: 'person who sleeps', path: `/accueil/personnes/${asleepId}`, as: hotline },
  { name: 'duplicate', path: `/accueil/personnes/${doubleId}/doublon`, as: hotline },
  { name: 'decision to propose', path: `/accueil/personnes/${doubleId}/decision`, as: hotline },
  { name: 'no more messages, asked', path: `/accueil/personnes/${doubleId}/droits/messages`, as: hotline },
  {
    name: 'erasure asked, refused',
    path: `/accueil/personnes/${doubleId}/droits/effacement`,
    as: hotline,
    press: /^Oui, effacer/,
  },
  { name: 'who accompanies', path: `/accueil/personnes/${followedId}/referent`, as: hotline },
  { name: 'card to print', path: `/accueil/personnes/${doubleId}/carte`, as: hotline },
  { name: 'decisions that wait', path: '/accueil/decisions', as: officer },
]
