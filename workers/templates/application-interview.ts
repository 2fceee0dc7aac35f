import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationInterviewTemplate: Template<'application_interview'> = {
  sms: (facts) =>
    fitSms(
      (organisation) =>
        `${organisation} veut vous voir${facts.when ? ` ${facts.when}` : ' et va vous appeler'} : ${facts.url} ${helpAndStop(facts)}`,
      facts.organisationName,
    ),
  letter: ({ firstName, title, organisationName, when, pageUrl }) => ({
    subject: title ? `Un entretien pour « ${title} »` : `Un entretien avec ${organisationName}`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `Bonne nouvelle : ${organisationName} veut vous rencontrer${title ? ` pour « ${title} »` : ''}.`,
      when ? `L’entretien est prévu ${when}.` : 'L’employeur va vous appeler pour fixer le jour et l’heure.',
      'Vous ne pouvez pas venir ? Appelez-nous, nous préviendrons.',
    ],
    action: { label: 'Voir ma candidature', url: pageUrl },
    stopUrl: null,
  }),
}
