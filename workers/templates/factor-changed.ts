import type { Template } from './facts.ts'
import { helpAndStop } from './sms-text.ts'

export const factorChangedTemplate: Template<'factor_changed'> = {
  sms: ({ url, ...common }) =>
    `Le second code de votre compte a changé. Ce n'est pas vous ? Appelez-nous vite. ${url} ${helpAndStop(common)}`,
  letter: ({ url, helpPhone }) => ({
    subject: 'Le second code de votre compte a changé',
    greeting: 'Bonjour,',
    paragraphs: [
      'Votre application de codes, ou vos codes de secours, viennent de changer. Les anciens n’ouvrent plus rien.',
      'C’est vous, ou vous l’avez demandé ? Vous n’avez rien à faire.',
      `Ce n’est pas vous ? Appelez-nous vite au ${helpPhone} : nous arrêterons le compte et nous vous le rendrons.`,
    ],
    action: { label: 'Obtenir de l’aide', url },
    stopUrl: null,
  }),
}
