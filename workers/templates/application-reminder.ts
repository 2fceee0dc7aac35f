import { applicationTitle } from './application-words.ts'
import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationReminderTemplate: Template<'application_reminder'> = {
  sms: (facts) =>
    fitSms(
      (title, name) =>
        `${name} attend votre réponse : ${title}. Un clic suffit : ${facts.url} ${helpAndStop(facts)}`,
      applicationTitle(facts),
      facts.candidateName,
    ),
  letter: ({ title, candidateName, sentOn, promisedOn, pageUrl }) => ({
    subject: `${candidateName} attend votre réponse`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${candidateName} ${title ? `a postulé le ${sentOn} à votre offre « ${title} »` : `vous a envoyé une candidature le ${sentOn}`}. Une réponse est promise au plus tard le ${promisedOn}.`,
      'Un oui, un non ou un entretien : un clic suffit, et la personne est prévenue. Sans réponse, nous fermerons la candidature.',
    ],
    action: { label: 'Répondre', url: pageUrl },
    stopUrl: null,
  }),
}
