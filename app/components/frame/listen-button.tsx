import { Icon } from '#app/components/ui/icon.tsx'

/** Reads the page aloud. `enhancements/read-aloud.js` shows it where the browser has a voice; without it nothing is seen of it. */
export function ListenButton() {
  return (
    <aside className="listen no-print" aria-label="Lecture à voix haute">
      <button type="button" data-read-aloud className="button secondary small" aria-pressed="false" hidden>
        <Icon name="sound" size={18} />
        <span>Écouter la page</span>
      </button>
    </aside>
  )
}
