import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'

type Props = ButtonLook & {
  label: string
  /** Said after the label, for those who do not see what stands beside it. */
  about?: string
  open?: boolean
  children: ReactNode
}

/** A gesture in two steps: a button that opens what it asks for, without script. */
export function Ask({ label, about, open, icon, children, ...look }: Props) {
  return (
    <details className="ask" open={open}>
      <summary className={buttonClass({ look: 'secondary', wide: true, ...look })}>
        {icon ? <Icon name={icon} /> : null}
        <span>
          {label}
          {about ? <span className="visually-hidden"> : {about}</span> : null}
        </span>
      </summary>
      <div className="stack-tight">{children}</div>
    </details>
  )
}
