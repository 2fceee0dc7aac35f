/** What the text filter looks for in an offer. Each needs a person to read it again before it is shown. */
export const OFFER_FLAGS = ['age', 'sex', 'nationality', 'family', 'health', 'youth', 'contact'] as const
export type OfferFlag = (typeof OFFER_FLAGS)[number]

/** One passage found: the words themselves, what to do in plain French, and the rule it comes from. */
export type Finding = { flag: OfferFlag; excerpt: string; sentence: string; law: string }

export const OFFER_FLAG_LABELS: Record<OfferFlag, string> = {
  age: 'un âge',
  sex: 'le sexe de la personne',
  nationality: 'une nationalité ou une origine',
  family: 'une situation de famille',
  health: 'la santé',
  youth: 'le mot « jeune »',
  contact: 'une adresse e-mail ou un numéro de téléphone',
}

/** What to write instead, and the article of the Code du travail behind it. */
export const FLAG_ADVICE: Record<OfferFlag, { sentence: string; law: string }> = {
  age: {
    sentence: 'Une offre ne fixe pas d’âge. Dites plutôt l’expérience ou le permis utile.',
    law: 'Code du travail, L5331-2 et L1132-1',
  },
  sex: {
    sentence: 'Une offre s’adresse aux femmes et aux hommes. Décrivez le travail, pas la personne.',
    law: 'Code du travail, L1142-1 et L1132-1',
  },
  nationality: {
    sentence: 'Une offre ne demande ni nationalité ni origine. Dites plutôt le niveau de français utile.',
    law: 'Code du travail, L1132-1',
  },
  family: {
    sentence: 'Une offre ne parle pas de la famille de la personne. Dites plutôt les jours et les horaires.',
    law: 'Code du travail, L1142-1 et L1132-1',
  },
  health: {
    sentence:
      'Une offre ne demande rien sur la santé. Dites plutôt les gestes du poste, comme les charges à porter.',
    law: 'Code du travail, L1132-1',
  },
  youth: {
    sentence: 'Une offre ne demande pas quelqu’un de jeune. Enlevez ce mot.',
    law: 'Code du travail, L5331-2 et L1132-1',
  },
  contact: {
    sentence: 'N’écrivez ni e-mail ni téléphone dans le texte : la personne vous écrit avec « Je postule ».',
    law: 'Règle de la plateforme, pour protéger vos coordonnées',
  },
}

/** True when the text names a flag. */
export const isOfferFlag = (text: string): text is OfferFlag =>
  (OFFER_FLAGS as readonly string[]).includes(text)
