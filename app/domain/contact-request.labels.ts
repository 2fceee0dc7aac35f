import type { ContactRequestState } from './contact-request.ts'

/** What an organisation reads of where its request stands. */
export const CONTACT_REQUEST_LABELS: Record<ContactRequestState, string> = {
  waiting: 'Le message part bientôt',
  asked: 'Message envoyé, sans réponse pour le moment',
  agreed: 'La personne est d’accord',
  declined: 'La personne ne souhaite pas donner suite',
  impossible: 'Nous n’avons pas pu lui écrire',
}
