import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const offerSentBackTemplate: Template<'offer_sent_back'> = {
  sms: (facts) =>
    fitSms(
      (title) => `Votre offre est à compléter : ${title}. Quoi changer : ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
    ),
  letter: ({ title, reason, pageUrl }) => ({
    subject: `Votre offre « ${title} » est à compléter`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Nous avons relu votre offre « ${title} ». Il reste quelque chose à changer avant de la mettre en ligne.`,
      ...(reason ? [`Ce qu’il faut changer : ${reason}`] : []),
      'Modifiez-la, puis publiez-la de nouveau : nous la relirons aussitôt.',
    ],
    action: { label: 'Modifier mon offre', url: pageUrl },
    stopUrl: null,
  }),
}
