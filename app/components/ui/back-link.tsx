import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Back to where one comes from; used instead of a breadcrumb, never with one. */
export function BackLink({ href, children = 'Retour' }: { href: string; children?: ReactNode }) {
  return (
    <a className="back-link" href={href}>
      <Icon name="back" />
      {children}
    </a>
  )
}
