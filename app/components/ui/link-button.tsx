import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'

type Props = ButtonLook & { href: string; children: ReactNode; rel?: string }

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ href, children, icon, rel, ...look }: Props) {
  return (
    <a href={href} rel={rel} className={buttonClass(look)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}
