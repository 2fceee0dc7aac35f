import type { ReactNode } from 'react'
import { classNames } from '#app/components/ui/class-names.ts'

type Props = { children: ReactNode[]; columns?: boolean; label?: string }

/** Cards one under the other, or in columns where there is room. Each child is one card, with its key. */
export function OfferList({ children, columns = false, label }: Props) {
  return (
    <ul className={classNames('offer-list', columns && 'columns')} aria-label={label}>
      {children.map((card, index) => (
        <li key={cardKey(card, index)}>{card}</li>
      ))}
    </ul>
  )
}

const cardKey = (card: ReactNode, index: number): string | number =>
  typeof card === 'object' && card !== null && 'key' in card && card.key !== null ? card.key : index
