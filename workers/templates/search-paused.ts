import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const searchPausedTemplate: Template<'search_paused'> = {
  sms: (facts) =>
    fitSms(
      (search) =>
        `Votre recherche est en pause : ${search}. La reprendre : ${facts.url} ${helpAndStop(facts)}`,
      facts.search,
    ),
  letter: ({ firstName, search, url }) => ({
    subject: `Votre recherche est en pause : ${search}`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `Votre dernière visite a plus de 6 mois. Nous ne vous disons plus les nouvelles offres de cette recherche : ${search}.`,
      'Vous cherchez toujours ? Connectez-vous, puis reprenez la recherche. Sinon, vous n’avez rien à faire.',
    ],
    action: { label: 'Mes recherches', url },
    stopUrl: null,
  }),
}
