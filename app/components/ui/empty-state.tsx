import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = { title: string; children?: ReactNode; icon?: IconName; actions?: ReactNode }

/** Why there is nothing here, and the next step. */
export function EmptyState({ title, children, icon = 'search', actions }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} size={40} />
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions ? <div className="cluster">{actions}</div> : null}
    </div>
  )
}
