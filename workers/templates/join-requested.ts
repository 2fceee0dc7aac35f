import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const joinRequestedTemplate: Template<'join_requested'> = {
  sms: (facts) =>
    fitSms(
      (who, where) => `${who} demande à rejoindre ${where}. Répondre : ${facts.url} ${helpAndStop(facts)}`,
      facts.askerName,
      facts.organisationName,
    ),
  letter: ({ askerName, organisationName, url }) => ({
    subject: `${askerName} demande à rejoindre « ${organisationName} »`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${askerName} demande à rejoindre votre structure « ${organisationName} ».`,
      'Vous connaissez cette personne ? Acceptez : elle pourra publier et répondre avec vous. Sinon, refusez.',
    ],
    action: { label: 'Répondre', url },
    stopUrl: null,
  }),
}
