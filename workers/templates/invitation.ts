import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const invitationTemplate: Template<'invitation'> = {
  sms: (facts) =>
    fitSms(
      (who, what) => `${who} vous invite : ${what}. ${facts.url} ${helpAndStop(facts)}`,
      facts.inviterName,
      facts.organisationName ?? facts.postName ?? '',
    ),
  letter: ({ inviterName, organisationName, postName, senderName, url }) => ({
    subject: `${inviterName} vous invite${organisationName ? ` dans « ${organisationName} »` : ''}`,
    greeting: 'Bonjour,',
    paragraphs: [
      organisationName
        ? `${inviterName} vous invite à rejoindre la structure « ${organisationName} » sur ${senderName}.`
        : `${inviterName} vous invite à travailler sur ${senderName}. Votre poste : ${postName ?? ''}.`,
      'L’invitation vaut 14 jours et sert une seule fois. Pour l’accepter, vous vous connectez avec cette adresse : nous vous envoyons un code.',
      'Vous ne connaissez pas cette personne ? Oubliez ce message : rien ne se passe.',
    ],
    action: { label: 'Voir l’invitation', url },
    stopUrl: null,
  }),
}
