import { applicationTitle } from './application-words.ts'
import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationHiredTemplate: Template<'application_hired'> = {
  sms: (facts) =>
    fitSms(
      (title, organisation) =>
        `Bravo ! ${organisation} vous choisit : ${title}. La suite : ${facts.url} ${helpAndStop(facts)}`,
      applicationTitle(facts),
      facts.organisationName,
    ),
  letter: ({ firstName, title, organisationName, pageUrl }) => ({
    subject: `Bravo : ${organisationName} vous choisit`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `${organisationName} vous choisit${title ? ` pour « ${title} »` : ''}. Bravo !`,
      'L’organisation va prendre contact avec vous pour la suite. Un souci de transport, de garde d’enfant ou de papiers ? Appelez-nous, nous pouvons aider.',
    ],
    action: { label: 'Voir ma candidature', url: pageUrl },
    stopUrl: null,
  }),
}
