import type { Frame } from './frame-data.ts'

export type ErrorWords = { title: string; advice: string }

const WORDS: Record<number, ErrorWords> = {
  400: {
    title: 'Cette demande n’est pas complète',
    advice: 'Vérifiez le lien, ou revenez en arrière et recommencez.',
  },
  401: { title: 'Connectez-vous d’abord', advice: 'Cette page s’ouvre après la connexion.' },
  403: {
    title: 'Cette page ne vous est pas ouverte',
    advice: 'Vous utilisez peut-être un autre compte.',
  },
  404: {
    title: 'Cette page n’existe pas',
    advice: 'Elle a peut-être changé d’adresse. Vérifiez le lien, ou repartez des offres.',
  },
  405: {
    title: 'Cette action n’est pas possible ici',
    advice: 'Revenez en arrière, puis utilisez les boutons de la page.',
  },
  409: {
    title: 'Cette page a changé entre-temps',
    advice:
      'Quelqu’un l’a modifiée pendant que vous la lisiez. Revenez en arrière et regardez où elle en est.',
  },
  410: {
    title: 'Cette page n’est plus là',
    advice: 'L’offre est fermée, ou le lien a déjà servi. D’autres offres vous attendent.',
  },
  413: {
    title: 'Votre envoi est trop lourd',
    advice: 'Revenez en arrière et raccourcissez votre texte.',
  },
  429: { title: 'Trop d’essais en peu de temps', advice: 'Attendez quelques minutes, puis réessayez.' },
  500: {
    title: 'La page ne s’affiche pas',
    advice: 'Le problème vient de chez nous. Réessayez dans quelques minutes, ou appelez-nous.',
  },
  503: {
    title: 'Le site fait une pause',
    advice: 'Il revient dans quelques minutes. En attendant, vous pouvez nous appeler.',
  },
}

const FALLBACK: ErrorWords = {
  title: 'La page ne s’affiche pas',
  advice: 'Réessayez dans quelques minutes, ou appelez-nous.',
}

/** What to say for a status, from its own words or those of its family. */
export const errorWords = (status: number): ErrorWords =>
  WORDS[status] ?? WORDS[status >= 500 ? 500 : 400] ?? FALLBACK

/** The sentence a route threw with its answer (`{ message }`), null for anything else. */
export function thrownSentence(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('message' in data)) return null
  return typeof data.message === 'string' && data.message !== '' ? data.message : null
}

/** Whom to call, thrown with an outage of the whole site (`{ territory }`); null for anything else. */
export function thrownTerritory(data: unknown): Frame['territory'] | null {
  if (typeof data !== 'object' || data === null || !('territory' in data)) return null
  return data.territory as Frame['territory'] | null
}
