import { applicationTitle, whichApplication } from './application-words.ts'
import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationRefusedTemplate: Template<'application_refused'> = {
  sms: (facts) =>
    fitSms(
      (title) =>
        `${title} : votre candidature n'est pas retenue. D'autres offres : ${facts.url} ${helpAndStop(facts)}`,
      applicationTitle(facts),
    ),
  letter: ({ firstName, title, organisationName, reason, pageUrl }) => ({
    subject: `Votre candidature ${whichApplication({ title })}`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `${organisationName} a répondu : votre candidature ${whichApplication({ title })} n’est pas retenue cette fois.`,
      ...(reason ? [`La raison donnée : ${reason}.`] : []),
      'D’autres offres peuvent vous aller. Nous continuons à chercher avec vous.',
    ],
    action: { label: 'Voir mes candidatures', url: pageUrl },
    stopUrl: null,
  }),
}
