import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'info' | 'ok' | 'danger'
const ICONS: Record<Tone, IconName> = { info: 'info', ok: 'check', danger: 'alert' }

type Props = { tone?: Tone; title?: string; children?: ReactNode; role?: 'status' | 'alert'; id?: string }

/** A few words set apart. Give `role="status"` when it answers what the person has just done. */
export function Notice({ tone = 'info', title, children, role, id }: Props) {
  return (
    <div className={classNames('notice', tone !== 'info' && tone)} role={role} id={id}>
      <Icon name={ICONS[tone]} size={24} />
      <div className="notice-body">
        {title ? (
          <p>
            <strong>{title}</strong>
          </p>
        ) : null}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}
