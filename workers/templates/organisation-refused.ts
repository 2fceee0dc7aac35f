import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const organisationRefusedTemplate: Template<'organisation_refused'> = {
  sms: (facts) =>
    fitSms(
      (name, reason) => `Nous n'avons pas pu inscrire ${name}. ${reason} ${helpAndStop(facts)}`,
      facts.organisationName,
      facts.reason ?? '',
    ),
  letter: ({ organisationName, reason }) => ({
    subject: `« ${organisationName} » n’a pas pu être inscrite`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Nous n’avons pas pu inscrire votre structure « ${organisationName} ».`,
      ...(reason ? [`La raison : ${reason}`] : []),
      'Vous n’êtes pas d’accord, ou quelque chose manque ? Appelez-nous.',
    ],
    action: null,
    stopUrl: null,
  }),
}
