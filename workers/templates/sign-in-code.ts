import type { Template } from './facts.ts'

export const signInCodeTemplate: Template<'sign_in_code'> = {
  sms: ({ code, minutes, helpPhone }) =>
    `${code} est votre code. Il sert ${minutes} minutes. Ne le donnez à personne. Vous n'avez rien demandé ? Oubliez ce message. Aide : ${helpPhone}`,
  letter: ({ code, minutes }) => ({
    subject: `${code} est votre code`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Votre code est ${code}. Il sert ${minutes} minutes, une seule fois.`,
      'Ne le donnez à personne, même à nous au téléphone.',
      'Vous n’avez rien demandé ? Oubliez ce message : rien ne se passe sans le code.',
    ],
    action: null,
    stopUrl: null,
  }),
}
