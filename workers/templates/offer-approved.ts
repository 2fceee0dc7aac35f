import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const offerApprovedTemplate: Template<'offer_approved'> = {
  sms: (facts) =>
    fitSms(
      (title) => `Votre offre est en ligne : ${title}. La voir : ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
    ),
  letter: ({ title, pageUrl }) => ({
    subject: `Votre offre « ${title} » est en ligne`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Nous avons relu votre offre « ${title} ». Elle est en ligne.`,
      'Nous cherchons maintenant des personnes à qui la proposer. Vous recevrez un message à chaque candidature.',
    ],
    action: { label: 'Voir mon offre', url: pageUrl },
    stopUrl: null,
  }),
}
