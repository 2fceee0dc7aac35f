import { applicationTitle, whichApplication } from './application-words.ts'
import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationReceivedTemplate: Template<'application_received'> = {
  sms: (facts) =>
    fitSms(
      (title, name) => `${name} postule : ${title}. Répondez ici : ${facts.url} ${helpAndStop(facts)}`,
      applicationTitle(facts),
      facts.candidateName,
    ),
  letter: ({ title, candidateName, promisedOn, pageUrl }) => ({
    subject: `Une candidature ${whichApplication({ title })}`,
    greeting: 'Bonjour,',
    paragraphs: [
      title
        ? `${candidateName} postule à votre offre « ${title} ».`
        : `${candidateName} aimerait travailler avec vous, et vous écrit sans attendre d’offre.`,
      `Une réponse est promise avant le ${promisedOn}. Un oui, un non ou un entretien : un clic suffit, et la personne est prévenue.`,
    ],
    action: { label: 'Voir la candidature', url: pageUrl },
    stopUrl: null,
  }),
}
