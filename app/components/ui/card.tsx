import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = { tone?: 'plain' | 'brand' | 'sunken'; roomy?: boolean; children: ReactNode }

/** A block on its own surface. */
export function Card({ tone = 'plain', roomy = false, children }: Props) {
  return <div className={classNames('card', tone !== 'plain' && tone, roomy && 'roomy')}>{children}</div>
}
