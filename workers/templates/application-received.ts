import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationReceivedTemplate: Template<'application_received'> = {
  sms: (facts) =>
    fitSms(
      (title, name) => `${name} postule : ${title}. Répondez ici : ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
      facts.candidateName,
    ),
  letter: ({ title, candidateName, promisedOn, pageUrl }) => ({
    subject: `Une candidature pour « ${title} »`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${candidateName} postule à votre offre « ${title} ».`,
      `Vous avez promis une réponse avant le ${promisedOn}. Un oui, un non ou un entretien : un clic suffit, et la personne est prévenue.`,
    ],
    action: { label: 'Voir la candidature', url: pageUrl },
    stopUrl: null,
  }),
}
