import type { ReactNode } from 'react'
import { Button, type ButtonLook } from './button.tsx'

type Props = ButtonLook & {
  children: ReactNode
  /** The address that receives the form; the page itself when left out. */
  action?: string
  /** Hidden values sent with it, such as `{ intent: 'withdraw', version: '3' }`. */
  fields?: Record<string, string>
  /** Said after the words of the button, for those who do not see what stands beside it. */
  about?: string
}

/** One gesture that changes something: a form of its own, sent by POST. */
export function PostButton({ action, fields = {}, about, children, ...look }: Props) {
  return (
    <form method="post" action={action} className="inline-form">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look}>
        {children}
        {about ? <span className="visually-hidden"> : {about}</span> : null}
      </Button>
    </form>
  )
}
