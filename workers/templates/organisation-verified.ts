import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const organisationVerifiedTemplate: Template<'organisation_verified'> = {
  sms: (facts) =>
    fitSms(
      (name) =>
        `${name} est vérifiée : vos offres paraissent tout de suite. ${facts.url} ${helpAndStop(facts)}`,
      facts.organisationName,
    ),
  letter: ({ organisationName, url }) => ({
    subject: `« ${organisationName} » est vérifiée`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Nous avons vérifié votre structure « ${organisationName} ».`,
      'Vos offres paraissent maintenant tout de suite. Vous pouvez aussi inviter vos collègues.',
    ],
    action: { label: 'Ouvrir ma structure', url },
    stopUrl: null,
  }),
}
