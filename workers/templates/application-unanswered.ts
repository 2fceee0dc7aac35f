import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationUnansweredTemplate: Template<'application_unanswered'> = {
  sms: (facts) =>
    fitSms(
      (title) =>
        `${title} : pas de réponse malgré nos rappels. Nous cherchons avec vous : ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
    ),
  letter: ({ firstName, title, organisationName, pageUrl }) => ({
    subject: `Pas de réponse pour « ${title} »`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `${organisationName} n’a pas répondu à votre candidature pour « ${title} », malgré nos rappels. Nous la fermons pour que vous n’attendiez plus.`,
      'Cela ne vient pas de vous. Nous continuons à chercher avec vous, et vous pouvez nous appeler.',
    ],
    action: { label: 'Voir mes candidatures', url: pageUrl },
    stopUrl: null,
  }),
}
