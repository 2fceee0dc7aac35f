import type { Template } from './facts.ts'

export const readingAlarmTemplate: Template<'reading_alarm'> = {
  sms: ({ people, url, helpPhone }) =>
    `Alerte : un compte a lu ${people} profils en 24 h. Voir qui : ${url} Aide ou stop : ${helpPhone}`,
  letter: ({ people, pageUrl }) => ({
    subject: `Alerte : un compte a lu ${people} profils en 24 heures`,
    greeting: 'Bonjour,',
    paragraphs: [
      `Un compte a lu les profils de ${people} personnes en 24 heures. C’est plus que d’habitude.`,
      'Regardez qui c’est et demandez pourquoi. Si personne ne peut l’expliquer, suspendez ce compte.',
    ],
    action: { label: 'Voir les consultations', url: pageUrl },
    stopUrl: null,
  }),
}
