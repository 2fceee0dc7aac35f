import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

const inDays = (days: number) => (days <= 1 ? 'demain' : `dans ${days} jours`)

export const offerExpiringTemplate: Template<'offer_expiring'> = {
  sms: (facts) =>
    fitSms(
      (title) =>
        `Votre offre s'arrête ${inDays(facts.daysLeft)} : ${title}. La prolonger : ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
    ),
  letter: ({ title, daysLeft, pageUrl }) => ({
    subject: `Votre offre « ${title} » s’arrête ${inDays(daysLeft)}`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Votre offre « ${title} » s’arrête ${inDays(daysLeft)}.`,
      'Vous cherchez encore ? Prolongez-la. Vous avez trouvé ? Dites-le : les personnes qui attendent seront prévenues.',
    ],
    action: { label: 'Prolonger ou fermer mon offre', url: pageUrl },
    stopUrl: null,
  }),
}
