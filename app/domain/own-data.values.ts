import { CHANNEL_LABELS, ROLE_LABELS } from './account.labels.ts'
import { APPLICATION_STATE_LABELS, REFUSAL_REASON_LABELS } from './application.labels.ts'
import { CV_FILE_FORMAT_LABELS } from './cv-file.labels.ts'
import { MATCH_STATE_LABELS } from './match.labels.ts'
import type { MessageKind } from './message.ts'
import { CONTRACT_LABELS, OFFER_KIND_LABELS } from './offer.labels.ts'
import {
  HOURS_WISH_LABELS,
  OWN_EXPERIENCE_LABELS,
  SITUATION_CHOICES,
  VISIBILITY_CHOICES,
} from './profile.labels.ts'
import { PROFILE_QUESTION_WORDS } from './profile.questions.labels.ts'
import { DAY_LABELS, DAYS, MOMENT_LABELS, MOMENTS } from './schedule.ts'
import { TRAVEL_MEANS_LABELS } from './travel.ts'

const MESSAGE_KIND_LABELS: Record<MessageKind, string> = {
  sign_in_code: 'code de connexion',
  match_proposed: 'offre pour vous',
  application_received: 'candidature reçue',
  application_interview: 'entretien',
  application_hired: 'candidature retenue',
  application_refused: 'candidature pas retenue',
  application_obsolete: 'candidature arrêtée',
  application_unanswered: 'candidature sans réponse',
  application_offer_closed: 'offre fermée',
  application_reminder: 'rappel',
  offer_approved: 'offre mise en ligne',
  offer_refused: 'offre refusée',
  offer_sent_back: 'offre à corriger',
  offer_expiring: 'offre bientôt finie',
  reading_alarm: 'alerte de lecture',
  invitation: 'invitation',
  join_requested: 'demande d’entrer dans une structure',
  organisation_code: 'code de structure',
  organisation_verified: 'structure vérifiée',
  organisation_refused: 'structure pas inscrite',
  contact_changed: 'changement de contact',
  factor_changed: 'protection changée',
  retention_notice: 'avis d’effacement',
  search_digest: 'nouvelles offres',
  search_paused: 'recherche en pause',
}

const slots = Object.fromEntries(
  DAYS.flatMap((day) =>
    MOMENTS.map((moment) => [`${day}_${moment}`, `${DAY_LABELS[day]} ${MOMENT_LABELS[moment]}`]),
  ),
)

const WAYS = { online: 'sur le site', phone: 'au téléphone', counter: 'à l’accueil' }

/** What the codes of a field are called on the page; a code without a name is shown as it is in the copy. */
export const OWN_VALUE_LABELS: Record<string, Record<string, string>> = {
  role: ROLE_LABELS,
  channel: { ...CHANNEL_LABELS, sms: 'par SMS', email: 'par e-mail' },
  status: { active: 'ouvert', suspended: 'arrêté' },
  suspension_reason: {
    inactivity: 'sans visite',
    own_request: 'à votre demande',
    reasoned_decision: 'par décision',
    duplicate: 'compte en double',
  },
  state: {
    ...APPLICATION_STATE_LABELS,
    ...MATCH_STATE_LABELS,
    queued: 'en attente',
    accepted: 'envoyé',
    delivered: 'reçu',
    soft_bounce: 'pas arrivé',
    hard_bounce: 'pas arrivé',
    blocked: 'bloqué',
    invalid: 'adresse fausse',
    error: 'pas envoyé',
    unknown: 'on ne sait pas',
    cancelled: 'annulé',
  },
  refusal_reason: REFUSAL_REASON_LABELS,
  wanted_kind: OFFER_KIND_LABELS,
  kinds: OFFER_KIND_LABELS,
  contracts: CONTRACT_LABELS,
  hours: HOURS_WISH_LABELS,
  answered: Object.fromEntries(
    Object.entries(PROFILE_QUESTION_WORDS).map(([code, { term }]) => [code, term.toLowerCase()]),
  ),
  eligible_publics: Object.fromEntries(
    Object.entries(SITUATION_CHOICES).map(([code, { label }]) => [code, label]),
  ),
  visibility: Object.fromEntries(
    Object.entries(VISIBILITY_CHOICES).map(([code, { label }]) => [code, label]),
  ),
  experience: OWN_EXPERIENCE_LABELS,
  slots,
  format: CV_FILE_FORMAT_LABELS,
  cv_part: { experience: 'travail', training: 'formation' },
  travel_means: TRAVEL_MEANS_LABELS,
  purpose: {
    registration: 'compte',
    messages: 'messages',
    visibility: 'profil visible',
    situation: 'situation, pour les offres réservées',
    profile: 'votre profil',
    contact: 'vous joindre',
    list: 'dans une liste',
    card: 'votre carte',
    export: 'copie',
    file: 'votre fichier de CV',
  },
  how: WAYS,
  withdrawn_how: WAYS,
  by: { self: 'vous', professional: 'un professionnel', platform: 'le site' },
  answer: { apply: 'je postule', interested: 'ça m’intéresse', declined: 'non merci', stop: 'stop' },
  action: {
    registered: 'inscription',
    suspended: 'arrêt',
    reactivated: 'reprise',
    phone_changed: 'autre numéro',
    email_changed: 'autre adresse e-mail',
    factor_changed: 'autre protection',
    left_organisation: 'départ d’une structure',
    referent_named: 'référent·e noté·e',
    referent_ended: 'fin d’un accompagnement',
    erasure_noticed: 'avis d’effacement',
    apply: 'candidature',
    see: 'lue',
    start: 'étudiée',
    interview: 'entretien',
    hold: 'mise en attente',
    pool: 'gardée',
    hire: 'retenue',
    refuse: 'pas retenue',
    withdraw: 'retirée',
    obsolete: 'arrêtée',
    close_unanswered: 'fermée sans réponse',
    approve: 'approuvée',
    set_aside: 'mise de côté',
    undo: 'reprise',
    notify: 'message envoyé',
    accept: 'oui',
    decline: 'non',
  },
  kind: {
    candidate: 'candidat·e',
    organisation: 'structure',
    ...MESSAGE_KIND_LABELS,
  },
  rhythm: { daily: 'chaque jour', weekly: 'chaque semaine' },
  pause_reason: { own: 'à votre demande', absence: 'sans visite' },
  mark: { kept: 'gardée', set_aside: 'pas pour vous' },
  membership_role: { administrator: 'administre', member: 'membre' },
}
