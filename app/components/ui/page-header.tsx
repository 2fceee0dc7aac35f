import type { ReactNode } from 'react'
import { BackLink } from './back-link.tsx'

type Props = {
  title: ReactNode
  lead?: ReactNode
  back?: { href: string; label: string }
  /** A badge, a date: what stands above the title. */
  above?: ReactNode
}

/** The one h1 of a page, with the way back above it and a sentence under it. */
export function PageHeader({ title, lead, back, above }: Props) {
  return (
    <div className="page-header">
      {back ? <BackLink href={back.href}>{back.label}</BackLink> : null}
      {above ? <div className="cluster">{above}</div> : null}
      <h1>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
    </div>
  )
}
