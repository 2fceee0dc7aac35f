import type { Template } from './facts.ts'
import { fitSms, helpAndStop } from './sms-text.ts'

export const applicationOfferClosedTemplate: Template<'application_offer_closed'> = {
  sms: (facts) =>
    fitSms(
      (title) => `${title} : offre fermée. Votre candidature reste. ${facts.url} ${helpAndStop(facts)}`,
      facts.title,
    ),
  letter: ({ firstName, title, organisationName, isFilled, promisedOn, pageUrl }) => ({
    subject: `L’offre « ${title} » est fermée`,
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      isFilled
        ? `${organisationName} a trouvé du monde pour « ${title} ». L’offre est fermée.`
        : `L’offre « ${title} » n’est plus en ligne.`,
      promisedOn
        ? `Votre candidature reste. ${organisationName} a promis une réponse avant le ${promisedOn}.`
        : `Votre candidature reste chez ${organisationName}.`,
      'Vous pouvez la retirer. D’autres offres sont près de chez vous.',
    ],
    action: { label: 'Voir ma candidature', url: pageUrl },
    stopUrl: null,
  }),
}
