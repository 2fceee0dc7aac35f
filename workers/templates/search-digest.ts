import type { Template } from './facts.ts'
import { fitSms } from './sms-text.ts'

const newOffers = (count: number) => (count === 1 ? '1 nouvelle offre' : `${count} nouvelles offres`)

export const searchDigestTemplate: Template<'search_digest'> = {
  sms: ({ count, search, url, helpPhone }) =>
    fitSms(
      (shownSearch) => `${newOffers(count)} : ${shownSearch}. Voir, ou stop : ${url} Aide ${helpPhone}`,
      search,
    ),
  letter: ({ firstName, count, search, lines, url }) => ({
    subject: `${newOffers(count)} : ${search}`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `Voici du nouveau pour votre recherche : ${search}.`,
      ...lines.map((line) => `• ${line}`),
      ...(count > lines.length ? [`Et ${count - lines.length} autres.`] : []),
    ],
    action: { label: 'Voir ces offres', url },
    stopUrl: url,
  }),
}
