import { useEffect, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'

const rows = () => [...document.querySelectorAll<HTMLElement>('.proposal')]

function move(step: number) {
  const all = rows()
  const current = all.findIndex((row) => row.contains(document.activeElement))
  const next = all[Math.min(all.length - 1, Math.max(0, current + step))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

const present = () => rows().find((row) => row.contains(document.activeElement))
const click = (selector: string) => present()?.querySelector<HTMLElement>(selector)?.click()
const sends = (intent: string) => `form:has(input[name="intent"][value="${intent}"]) button`

const GESTURES: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  a: () => click(sends('approve')),
  u: () => click(sends('undo')),
  Enter: () => click('details summary'),
  r: () => {
    click('.proposal-actions details summary')
    present()?.querySelector<HTMLInputElement>('input[name="reason"]')?.focus()
  },
  '?': () => document.getElementById('raccourcis')?.toggleAttribute('open'),
}

const KEPT = 'raccourcis'
const isKept = () => localStorage.getItem(KEPT) !== 'non'

/** The desk's keyboard: j and k move, a approves, r puts aside, u undoes, Enter opens the reasons, ? shows this help. Shown once it listens; each browser may put it out. */
export function DeskKeys() {
  const [isListening, setListening] = useState(false)
  const [isOn, setOn] = useState(true)
  useEffect(() => {
    setOn(isKept())
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const isTyping =
        target.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey
      const isControl = event.key === 'Enter' && target.matches('button, a, summary')
      const gesture = GESTURES[event.key]
      if (!gesture || isTyping || isControl || !isKept()) return
      event.preventDefault()
      gesture()
    }
    document.addEventListener('keydown', onKey)
    setListening(true)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const toggle = () => {
    localStorage.setItem(KEPT, isOn ? 'non' : 'oui')
    setOn(!isOn)
  }
  return (
    <details className="details no-print" id="raccourcis" hidden={!isListening}>
      <summary>Raccourcis du clavier</summary>
      <div className="stack-tight">
        <p>
          <kbd>j</kbd> suivant, <kbd>k</kbd> précédent, <kbd>Entrée</kbd> pourquoi ce score, <kbd>a</kbd>{' '}
          approuver, <kbd>r</kbd> mettre de côté, <kbd>u</kbd> annuler, <kbd>?</kbd> cette aide.
        </p>
        <Button type="button" look="secondary" size="small" onClick={toggle}>
          {isOn ? 'Éteindre les raccourcis' : 'Allumer les raccourcis'}
        </Button>
      </div>
    </details>
  )
}
