import type { Template } from './facts.ts'
import { helpAndStop } from './sms-text.ts'

export const retentionNoticeTemplate: Template<'retention_notice'> = {
  sms: (facts) =>
    `Votre compte sera effacé le ${facts.erasedOn}. Le garder : ${facts.url} ${helpAndStop(facts)}`,
  letter: ({ erasedOn, url }) => ({
    subject: `Votre compte sera effacé le ${erasedOn}`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Votre dernière visite a presque deux ans. Votre compte sera effacé le ${erasedOn}, avec tout ce qu’il contient.`,
      'Vous voulez le garder ? Connectez-vous une fois avant cette date : c’est tout.',
      'Vous n’en avez plus besoin ? Vous n’avez rien à faire.',
    ],
    action: { label: 'Garder mon compte', url },
    stopUrl: null,
  }),
}
