import type { OfferKind } from '#app/domain/offer.ts'

/** Who publishes what, who answers, and whether the browsers run scripts. */
export type Story = {
  kind: OfferKind
  /** What the link to the kind's form says. */
  kindLabel: string
  title: string
  words: string
  employer: string
  recruiter: string
  /** A new organisation's first offer is read by an officer before anybody sees it. */
  isNew: boolean
  javaScript: boolean
  /** Answers the SMS, and is hired. */
  bySms: string
  /** Receives an e-mail, and declines. */
  byMail: string
}

/** One story for each kind of offer. */
export const STORIES: Story[] = [
  {
    kind: 'job',
    kindLabel: 'Emploi',
    title: 'Aide de cuisine au lycée agricole',
    words: 'lycee agricole',
    employer: 'Lycée agricole de Crézancy',
    recruiter: 'Hélène Caron',
    isNew: true,
    javaScript: false,
    bySms: 'Nadia Benali',
    byMail: 'Karim Haddad',
  },
  {
    kind: 'clause',
    kindLabel: 'Clause d’insertion',
    title: 'Peinture des salles de classe du collège',
    words: 'peinture college',
    employer: 'Peintures de Laon',
    recruiter: 'Paul Lefèvre',
    isNew: false,
    javaScript: true,
    bySms: 'Sonia Petit',
    byMail: 'Marc Dubois',
  },
  {
    kind: 'seasonal',
    kindLabel: 'Saisonnier',
    title: 'Vendanges à la main en coteau',
    words: 'vendanges',
    employer: 'Domaine des Coteaux',
    recruiter: 'Anne Colin',
    isNew: false,
    javaScript: false,
    bySms: 'Lina Robert',
    byMail: 'Yves Garnier',
  },
  {
    kind: 'volunteering',
    kindLabel: 'Bénévolat',
    title: 'Tri et distribution des colis alimentaires',
    words: 'colis alimentaires',
    employer: 'Épicerie solidaire de Laon',
    recruiter: 'Inès Faure',
    isNew: true,
    javaScript: true,
    bySms: 'Omar Diallo',
    byMail: 'Julie Masson',
  },
]
