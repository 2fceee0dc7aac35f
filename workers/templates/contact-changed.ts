import type { Template } from './facts.ts'
import { helpAndStop } from './sms-text.ts'

export const contactChangedTemplate: Template<'contact_changed'> = {
  sms: ({ isPhone, url, ...common }) =>
    `Votre ${isPhone ? 'numéro' : 'adresse e-mail'} a changé. Ce n'est pas vous ? Appelez-nous vite. ${url} ${helpAndStop(common)}`,
  letter: ({ isPhone, url, helpPhone }) => ({
    subject: isPhone ? 'Votre numéro de téléphone a changé' : 'Votre adresse e-mail a changé',
    greeting: 'Bonjour,',
    paragraphs: [
      `${isPhone ? 'Le numéro de téléphone' : 'L’adresse e-mail'} de votre compte vient de changer.`,
      'C’est vous ? Vous n’avez rien à faire.',
      `Ce n’est pas vous ? Appelez-nous vite au ${helpPhone} : nous arrêterons le compte et nous vous le rendrons.`,
    ],
    action: { label: 'Obtenir de l’aide', url },
    stopUrl: null,
  }),
}
