import { applicationTitle, whichApplication } from './application-words.ts'
import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationObsoleteTemplate: Template<'application_obsolete'> = {
  sms: (facts) =>
    fitSms(
      (title) =>
        `Vous avez un emploi, nous arrêtons : ${title}. Une erreur ? ${facts.url} ${helpAndStop(facts)}`,
      applicationTitle(facts),
    ),
  letter: ({ firstName, title, pageUrl }) => ({
    subject: `Votre candidature ${whichApplication({ title })} s’arrête`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `Vous avez trouvé un emploi. Nous arrêtons donc votre candidature ${whichApplication({ title })} et nous prévenons l’employeur.`,
      'Vos missions de bénévolat et vos saisons ne changent pas. C’est une erreur ? Appelez-nous.',
    ],
    action: { label: 'Voir mes candidatures', url: pageUrl },
    stopUrl: null,
  }),
}
