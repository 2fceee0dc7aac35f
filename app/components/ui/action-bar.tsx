import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The page's main action. With `sticky` it stays at the bottom of a phone's screen. */
export function ActionBar({ sticky = false, children }: { sticky?: boolean; children: ReactNode }) {
  return <div className={classNames('action-bar', sticky && 'sticky')}>{children}</div>
}
