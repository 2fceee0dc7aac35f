import type { OfferHindrance, PersonHindrance } from './standing.ts'

/** What the candidate reads of her or his own profile. */
export const PERSON_HINDRANCE_WORDS: Record<PersonHindrance, string> = {
  no_kind: 'Sans genre d’offre choisi, nous ne vous proposons rien. Choisissez-en au moins un.',
  no_project:
    'Sans métier choisi, nous ne vous proposons que les offres ouvertes à tous. Choisissez un métier, ou cochez « Je regarde aussi les autres métiers ».',
  zero_limit:
    'Avec une limite de 0 km, nous ne vous proposons que les offres de votre commune. Écrivez quelques kilomètres de plus pour en voir d’autres.',
}

/** What the organisation reads of its offer. */
export const OWN_OFFER_WORDS: Record<OfferHindrance, string> = {
  no_place: 'Sans lieu, cette offre n’est proposée à personne. Modifiez-la et ajoutez un lieu.',
  ended:
    'La date de fin est passée : cette offre n’est plus proposée à personne. Changez la date, ou fermez l’offre.',
  full: 'Cette offre a reçu toutes les réponses qu’elle peut prendre : elle n’est plus proposée à personne.',
  started:
    'La date de début est passée. L’offre est encore proposée. Changez la date si elle n’est plus la bonne.',
}

/** What a relation officer reads of an offer. */
export const CURATED_OFFER_WORDS: Record<OfferHindrance, string> = {
  no_place: 'Cette offre n’a pas de lieu : elle n’est proposée à personne.',
  ended: 'La date de fin est passée : cette offre n’est plus proposée à personne.',
  full: 'Cette offre a reçu toutes les réponses qu’elle peut prendre : elle n’est plus proposée à personne.',
  started: 'La date de début est passée. L’offre est encore proposée.',
}
