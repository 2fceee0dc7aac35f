import type { CriterionPoints } from '../match.ts'
import { WEIGHTS } from './weights.ts'

/** One reason shown: a plain French sentence, the points it brings and the most it could bring (0–100, one decimal). */
export type Reason = { label: string; sentence: string; points: number; maxPoints: number }

const GROUPS = [
  { label: 'Métier', criteria: ['occupation'] },
  { label: 'Savoir-faire', criteria: ['skills', 'experience'] },
  { label: 'Trajet', criteria: ['travel'] },
  { label: 'Disponibilité', criteria: ['schedule', 'start'] },
  { label: 'Contrat', criteria: ['contract'] },
] as const

type Label = (typeof GROUPS)[number]['label']

const SENTENCES: Record<Label, readonly [full: string, most: string, some: string, none: string]> = {
  Métier: [
    'C’est le métier demandé.',
    'Le métier est très proche.',
    'Le métier est voisin.',
    'Le métier est éloigné.',
  ],
  'Savoir-faire': [
    'Tous les savoir-faire demandés y sont.',
    'Presque tous les savoir-faire y sont.',
    'Une partie des savoir-faire y est.',
    'Les savoir-faire sont à apprendre.',
  ],
  Trajet: [
    'C’est dans la même commune.',
    'C’est tout près.',
    'C’est dans le rayon choisi.',
    'C’est à la limite du rayon choisi.',
  ],
  Disponibilité: [
    'Les jours et la date vont très bien.',
    'Les jours et la date vont presque tous.',
    'Une partie des jours va.',
    'Peu de jours vont.',
  ],
  Contrat: [
    'Le contrat convient.',
    'Le contrat convient.',
    'Le contrat est à discuter.',
    'Ce n’est pas le contrat souhaité.',
  ],
}

const sentence = (label: Label, share: number): string => {
  const [full, most, some, none] = SENTENCES[label]
  return share >= 1 ? full : share >= 0.7 ? most : share >= 0.2 ? some : none
}

/** At most five reasons whose points add up to the score, in a fixed order. */
export function reasonsOf(criteria: readonly CriterionPoints[]): Reason[] {
  const tenths = new Map(criteria.map((c) => [c.criterion, c.tenths]))
  return GROUPS.map(({ label, criteria: members }) => {
    const had = members.reduce((sum, c) => sum + (tenths.get(c) ?? 0), 0)
    const most = members.reduce((sum, c) => sum + WEIGHTS[c] * 10, 0)
    return { label, sentence: sentence(label, had / most), points: had / 10, maxPoints: most / 10 }
  })
}
