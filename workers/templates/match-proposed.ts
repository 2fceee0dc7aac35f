import type { MessageFacts, Template } from './facts.ts'
import { fitSms } from './sms-text.ts'

const askedWords = (asked: MessageFacts['match_proposed']['asked']): string[] =>
  asked
    ? [
        `${asked.organisationName} aimerait vous parler.${asked.sentence ? ` Son message : « ${asked.sentence} »` : ''}`,
        'Si vous répondez « ça m’intéresse », cette structure verra votre nom et de quoi vous joindre. Elle seule.',
      ]
    : []

export const matchProposedTemplate: Template<'match_proposed'> = {
  sms: ({ title, communeName, asked, url, helpPhone }) => {
    const ways = `Voir, répondre ou stop : ${url} Aide ${helpPhone}`
    return asked
      ? fitSms(
          (organisation, shownTitle) => `${organisation} aimerait vous parler : ${shownTitle}. ${ways}`,
          asked.organisationName,
          title,
        )
      : fitSms((shownTitle, commune) => `Pour vous : ${shownTitle}, ${commune}. ${ways}`, title, communeName)
  },
  letter: ({ firstName, title, communeName, organisationName, distanceKm, asked, url }) => ({
    subject: asked ? `${asked.organisationName} aimerait vous parler` : `Une offre pour vous : ${title}`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      ...askedWords(asked),
      `Nous avons une offre qui peut vous aller : ${title}${organisationName ? `, chez ${organisationName}` : ''}, à ${communeName}, à environ ${Math.max(1, Math.round(distanceKm))} km de chez vous.`,
      'Ce lien ouvre l’offre. Vous pouvez y dire « ça m’intéresse », « non merci » ou « stop ». Pas besoin de code ni de mot de passe. Dire non ne change rien pour vous.',
    ],
    action: { label: 'Voir l’offre et répondre', url },
    stopUrl: url,
  }),
}
