import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

type Props = { tone?: 'neutral' | 'brand' | 'ok' | 'danger'; icon?: IconName; children: ReactNode }

/** A word or two about a state. The word says it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, children }: Props) {
  return (
    <span className={classNames('badge', tone !== 'neutral' && tone)}>
      {icon ? <Icon name={icon} size={16} /> : null}
      {children}
    </span>
  )
}
