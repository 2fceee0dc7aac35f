import { data } from '@remix-run/node'
import type { Refusal, RefusalCode } from '#app/domain/errors.ts'
import { isId } from '#app/domain/ids.ts'
import type { FormState, RawForm } from './forms.server.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const ANSWERS: Record<RefusalCode, { status: number; message: string }> = {
  invalid_input: { status: 422, message: 'Une réponse est à corriger.' },
  unauthenticated: { status: 401, message: 'Connectez-vous pour continuer.' },
  forbidden: { status: 403, message: 'Cette action n’est pas ouverte à votre compte.' },
  not_found: { status: 404, message: 'Cette page n’existe pas, ou elle n’est pas à vous.' },
  stale_version: {
    status: 409,
    message: 'Quelqu’un a changé cette page entre-temps. Rien n’est perdu : relisez, puis recommencez.',
  },
  transition_impossible: {
    status: 409,
    message: 'Cette action n’est plus possible : la situation a changé. Regardez où elle en est.',
  },
  reason_required: { status: 422, message: 'Dites pourquoi.' },
  offer_closed: { status: 410, message: 'Cette offre est fermée. D’autres offres vous attendent.' },
  offer_full: { status: 409, message: 'Cette offre a déjà reçu beaucoup de réponses. Elle n’en prend plus.' },
  offer_duplicate: {
    status: 409,
    message: 'Vous avez déjà une offre presque pareille dans cette commune. Changez plutôt la première.',
  },
  already_applied: {
    status: 409,
    message: 'Vous avez déjà répondu à cette offre il y a peu. Vous pourrez recommencer dans quelques jours.',
  },
  already_proposed: {
    status: 409,
    message:
      'Vous avez déjà écrit à cette structure il y a peu. Vous pourrez recommencer dans quelques semaines.',
  },
  proposals_full: {
    status: 409,
    message:
      'Dix structures ont déjà votre candidature. Attendez une réponse, ou retirez une candidature. Puis recommencez.',
  },
  organisation_full: {
    status: 409,
    message: 'Cette structure a déjà beaucoup de candidatures à lire. Revenez dans quelques semaines.',
  },
  list_full: {
    status: 409,
    message: 'Votre liste est pleine. Retirez-en une ligne, puis recommencez.',
  },
  account_suspended: {
    status: 403,
    message: 'Votre compte est arrêté. Appelez-nous : nous vous dirons quoi faire.',
  },
  link_used: { status: 410, message: 'Ce lien a déjà servi. Votre réponse est bien arrivée.' },
  link_expired: { status: 410, message: 'Ce lien ne marche plus : il est trop ancien.' },
  code_wrong: { status: 422, message: 'Ce code n’est pas le bon. Vérifiez les six chiffres.' },
  code_expired: { status: 422, message: 'Ce code a plus de 10 minutes. Demandez-en un autre.' },
  too_many_tries: { status: 429, message: 'Cinq essais, c’est le maximum. Demandez un autre code.' },
  too_many_requests: {
    status: 429,
    message:
      'Beaucoup de demandes viennent d’ici. Attendez une heure, ou appelez-nous : le numéro est à côté de « Besoin d’aide ? ».',
  },
  too_many_attempts: {
    status: 429,
    message: 'Trop d’essais. Attendez un quart d’heure, puis recommencez. Sinon, appelez-nous.',
  },
  factor_code_wrong: {
    status: 422,
    message: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant, puis écrivez-le.',
  },
  proof_needed: { status: 403, message: 'Montrez d’abord que c’est bien vous.' },
  organisation_closed: {
    status: 409,
    message: 'Cette structure est fermée. Si c’est une erreur, appelez-nous.',
  },
  organisation_known: { status: 409, message: 'Cette structure est déjà inscrite ici.' },
  own_organisation: {
    status: 403,
    message: 'Vous faites partie de cette structure. Une autre personne doit la vérifier.',
  },
  already_member: { status: 409, message: 'Cette personne fait déjà partie de la structure.' },
  last_administrator: {
    status: 409,
    message:
      'Il n’y a personne d’autre pour administrer la structure. Passez d’abord la main, ou appelez-nous.',
  },
  post_held: {
    status: 409,
    message: 'Ce compte a déjà un poste. Il faut d’abord y mettre fin.',
  },
  invitation_used: { status: 410, message: 'Cette invitation a déjà servi. Connectez-vous pour entrer.' },
  invitation_revoked: {
    status: 410,
    message: 'Cette invitation a été annulée. Demandez-en une autre à la personne qui vous l’a envoyée.',
  },
  invitation_expired: {
    status: 410,
    message: 'Cette invitation a plus de 14 jours. Demandez-en une autre à la personne qui vous l’a envoyée.',
  },
  already_asked: { status: 409, message: 'Cette personne a déjà reçu un message pour cette offre.' },
  budget_spent: {
    status: 409,
    message: 'Cette personne a déjà reçu tous ses messages du mois. Réessayez le mois prochain.',
  },
  contact_impossible: {
    status: 409,
    message: 'Cette offre n’entre pas dans ce que la personne accepte. Nous ne lui écrivons pas.',
  },
  already_sent: { status: 409, message: 'Le message est déjà parti. On ne peut plus revenir en arrière.' },
  reading_stopped: {
    status: 429,
    message:
      'Vous avez ouvert trop de profils en peu de temps. La lecture est arrêtée et l’administration est prévenue. Appelez-nous si vous en avez besoin pour votre travail.',
  },
}

/** The HTTP status of a refusal. */
export const statusOf = (code: RefusalCode): number => ANSWERS[code].status

/** The French sentence of a refusal. */
export const messageOf = (code: RefusalCode): string => ANSWERS[code].message

/** The answer of an action whose form is shown again: all that was typed, the sentences, the right status. */
export function formRefusal(refusal: Refusal, raw: RawForm) {
  const isSaidBesideFields = Object.keys(refusal.fields).length > 0
  const state: FormState = {
    values: raw,
    errors: refusal.fields,
    formErrors: isSaidBesideFields ? [] : [messageOf(refusal.code)],
  }
  return data(state, { status: statusOf(refusal.code) })
}

/** The answer of an action whose form could not be read by its schema. */
export const invalidForm = (state: FormState) => data(state, { status: statusOf('invalid_input') })

/** Shows the page of this refusal instead of the one asked for. */
export function throwRefusal(refusal: Pick<Refusal, 'code'>): never {
  throw Response.json({ message: messageOf(refusal.code) }, { status: statusOf(refusal.code) })
}

/** An identifier taken from the address; anything but a UUID is answered 404. */
export function requireId(param: string | undefined): string {
  return isId(param) ? param : throwRefusal({ code: 'not_found' })
}

/** The headers of pages about one person: no copy is kept by anybody. */
export const privateHeaders = () => ({ 'Cache-Control': 'private, no-store' })
