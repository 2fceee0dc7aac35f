import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from '#app/components/ui/button.tsx'
import { Icon } from '#app/components/ui/icon.tsx'

type Props = ButtonLook & { label: string; open?: boolean; children: ReactNode }

/** A gesture in two steps: a button that opens what it asks for, without script. */
export function Ask({ label, open, icon, children, ...look }: Props) {
  return (
    <details className="ask" open={open}>
      <summary className={buttonClass({ look: 'secondary', wide: true, ...look })}>
        {icon ? <Icon name={icon} /> : null}
        {label}
      </summary>
      <div className="stack-tight">{children}</div>
    </details>
  )
}
