import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const offerRefusedTemplate: Template<'offer_refused'> = {
  sms: (facts) =>
    fitSms(
      (title) =>
        `Votre offre ne peut pas paraître : ${title}. La raison : ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
    ),
  letter: ({ title, reason, pageUrl }) => ({
    subject: `Votre offre « ${title} » ne peut pas paraître`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Nous avons relu votre offre « ${title} ». Elle ne peut pas paraître.`,
      ...(reason ? [`La raison : ${reason}`] : []),
      'Vous n’êtes pas d’accord, ou vous avez besoin d’aide pour la réécrire ? Appelez-nous.',
    ],
    action: { label: 'Voir mes offres', url: pageUrl },
    stopUrl: null,
  }),
}
