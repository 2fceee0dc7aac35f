import type { Template } from './facts.ts'
import { fitSms } from './sms-text.ts'

export const organisationCodeTemplate: Template<'organisation_code'> = {
  sms: ({ code, minutes, organisationName, helpPhone }) =>
    fitSms(
      (name) =>
        `${code} est le code pour rejoindre ${name}. Il sert ${minutes} minutes. Rien demandé ? Oubliez ce message. Aide : ${helpPhone}`,
      organisationName,
    ),
  letter: ({ code, minutes, askerName, organisationName }) => ({
    subject: `${code} est le code de « ${organisationName} »`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${askerName} demande à entrer ici au nom de « ${organisationName} ».`,
      `Cette personne est bien de chez vous ? Donnez-lui ce code : ${code}. Il sert ${minutes} minutes, une seule fois.`,
      'Vous ne la connaissez pas ? Ne donnez le code à personne, et oubliez ce message.',
    ],
    action: null,
    stopUrl: null,
  }),
}
