import type { ReactNode } from 'react'

type Props = { title: string; id?: string; children: ReactNode }

/** A part of a page under its own h2. */
export function Section({ title, id, children }: Props) {
  return (
    <section className="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
