import { Table } from '#app/components/ui/table.tsx'
import type { Criterion } from '#app/domain/matching/criteria.ts'

/** How each criterion is reckoned, in words. */
export const CRITERION_EXPLANATIONS: Record<Criterion, (startToleranceDays: number) => string> = {
  occupation: () => 'Plus le métier cherché est proche du métier de l’offre, plus il y a de points.',
  skills: () => 'La part des savoir-faire demandés que la personne a. Tous les points si rien n’est demandé.',
  experience: () =>
    'La plus longue expérience dans un métier cherché qui a un lien avec l’offre, par rapport à celle demandée.',
  travel: () => 'Plus c’est près, par rapport à la limite choisie par la personne.',
  schedule: () => 'La part des jours et des moments de l’offre où la personne est libre.',
  start: (days) =>
    `Tous les points si la personne est libre au début, ou aujourd’hui si l’offre a déjà commencé. Puis de moins en moins jusqu’à ${days} jours.`,
  contract: () => 'Tous les points si le contrat est souhaité, ou si la personne n’en préfère aucun.',
}

type Proximity = {
  same: number
  sameParent: number
  mobilityFirst: number
  mobilityLast: number
  twoSteps: number
  mobilityBack: number
  sameDomain: number
  openPerson: number
  openOffer: number
}

const WORDS: [keyof Proximity, string][] = [
  ['same', 'Le même métier'],
  ['sameParent', 'Un métier de la même fiche'],
  ['mobilityFirst', 'Le premier métier voisin'],
  ['mobilityLast', 'Le dernier métier voisin'],
  ['openPerson', 'La personne est ouverte à tous les métiers'],
  ['openOffer', 'L’offre ne demande pas de métier précis'],
  ['twoSteps', 'Le voisin d’un métier voisin'],
  ['mobilityBack', 'Un métier dont celui cherché est le voisin'],
  ['sameDomain', 'Un métier du même domaine'],
]

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent' })

/** Which part of the occupation's points each nearness brings. */
export function ProximityTable({ proximity }: { proximity: Proximity }) {
  return (
    <Table
      caption="Part des points du métier"
      hideCaption
      rows={WORDS}
      keyOf={([key]) => key}
      columns={[
        { key: 'words', head: 'Le métier de l’offre est', isRowHead: true, cell: ([, words]) => words },
        {
          key: 'share',
          head: 'Part des points',
          isNumber: true,
          cell: ([key]) => percent.format(proximity[key]),
        },
      ]}
    />
  )
}
