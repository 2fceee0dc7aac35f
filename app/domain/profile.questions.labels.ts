import type { ProfileQuestion } from './profile.questions.ts'

type Words = {
  /** The last part of its address. */
  path: string
  /** What it is called in the summary. */
  term: string
  /** The question itself. */
  title: string
  lead?: string
  /** The button that leaves it without an answer, where it may be left so. */
  unknown?: string
}

/** How each question of the profile is asked. */
export const PROFILE_QUESTION_WORDS: Record<ProfileQuestion, Words> = {
  projects: {
    path: 'metiers',
    term: 'Mes métiers',
    title: 'Quel travail cherchez-vous ?',
    lead: 'Trois métiers au plus. Le premier est celui que vous voulez le plus.',
  },
  skills: { path: 'savoir-faire', term: 'Ce que je sais faire', title: 'Que savez-vous faire ?' },
  languages: { path: 'langues', term: 'Mes langues', title: 'Quelles langues parlez-vous ?' },
  licences: {
    path: 'permis',
    term: 'Mes permis',
    title: 'Quels permis avez-vous ?',
    lead: 'Rien à cocher ? Touchez « Continuer ».',
  },
  slots: {
    path: 'jours',
    term: 'Mes jours',
    title: 'Quels jours êtes-vous libre ?',
    lead: 'Cochez les moments où vous pouvez travailler.',
  },
  start: { path: 'debut', term: 'Je commence', title: 'Quand pouvez-vous commencer ?' },
  contracts: {
    path: 'contrats',
    term: 'Contrats et heures',
    title: 'Combien d’heures, et quel contrat ?',
    lead: 'Tout vous va ? Touchez « Continuer ».',
  },
  commune: { path: 'commune', term: 'Ma commune', title: 'Où habitez-vous ?' },
  travel: { path: 'trajet', term: 'Mon trajet', title: 'Comment allez-vous travailler ?' },
  kinds: { path: 'genres', term: 'Ce que je cherche', title: 'Que cherchez-vous ?' },
  situation: {
    path: 'situation',
    term: 'Ma situation',
    title: 'Êtes-vous dans une de ces situations ?',
    lead: 'Des offres sont réservées par la loi : ce sont les clauses d’insertion. Rien ne vous oblige à répondre.',
    unknown: 'Je préfère ne pas répondre',
  },
  visibility: {
    path: 'visibilite',
    term: 'Qui voit mon profil',
    title: 'Qui peut voir votre profil ?',
    lead: 'On ne vous appelle jamais sans votre accord.',
  },
}

/** The address of a question. */
export const profileQuestionPath = (question: ProfileQuestion): string =>
  `/mon-profil/${PROFILE_QUESTION_WORDS[question].path}`
