// @ts-check
// Reads the page aloud, where the device has a voice.

const BLOCKS = 'h1,h2,h3,p,li,dt,dd,th,td,legend,label,summary,button'
const SILENT = 'select,textarea,[aria-hidden=true],nav'

function collect() {
  const found = new Map()
  const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { textContent: text, parentElement: box } = walker.currentNode
    if (!text?.trim() || !box?.getClientRects().length || box.closest(SILENT)) continue
    const block = box.closest(BLOCKS) ?? box
    found.set(block, `${found.get(block) ?? ''} ${text}`)
  }
  return [...found.values()].flatMap((text) => text.match(/[^.!?…]+[.!?…]*/g) ?? [])
}

function enhance(/** @type {HTMLElement} */ button, speech = speechSynthesis) {
  /** @type {string[]} */
  let texts = []
  let at = 0
  let turn = 0
  let isReading = false

  function show(label = '', reads = false) {
    isReading = reads
    button.setAttribute('aria-pressed', `${reads}`)
    button.lastElementChild?.replaceChildren(label)
  }

  function stop() {
    turn++
    speech.cancel()
    if (!texts[at]) at = 0
    show(at ? 'Reprendre la lecture' : 'Écouter la page')
  }

  function say(mine = 0) {
    if (mine !== turn) return
    const text = texts[at]
    if (!text) return stop()
    const words = new SpeechSynthesisUtterance(text.trim())
    words.lang = 'fr-FR'
    words.voice = speech.getVoices().find(({ lang }) => /^fr/i.test(lang)) ?? null
    words.onend = () => {
      if (mine === turn) at++
      say(mine)
    }
    words.onerror = () => mine === turn && stop()
    speech.speak(words)
  }

  button.onclick = () => {
    if (isReading) return stop()
    if (!at) texts = collect()
    show('Arrêter la lecture', true)
    say(++turn)
  }
  addEventListener('pagehide', () => speech.cancel())
  button.hidden = false
}

const button = document.querySelector('[data-read-aloud]')
if (button && window.speechSynthesis) enhance(/** @type {HTMLElement} */ (button))
