import { applicationTitle, whichApplication } from './application-words.ts'
import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationUnansweredTemplate: Template<'application_unanswered'> = {
  sms: (facts) =>
    fitSms(
      (title) =>
        `${title} : pas de réponse malgré nos rappels. Nous cherchons avec vous : ${facts.url} ${helpAndStop(facts)}`,
      applicationTitle(facts),
    ),
  letter: ({ firstName, title, organisationName, pageUrl }) => ({
    subject: `Pas de réponse à votre candidature ${whichApplication({ title })}`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `${organisationName} n’a pas répondu à votre candidature ${whichApplication({ title })}, malgré nos rappels. Nous la fermons pour que vous n’attendiez plus.`,
      'Cela ne vient pas de vous. Nous continuons à chercher avec vous, et vous pouvez nous appeler.',
    ],
    action: { label: 'Voir mes candidatures', url: pageUrl },
    stopUrl: null,
  }),
}
