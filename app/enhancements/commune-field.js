// @ts-check
// Proposes communes while one is typed (the combobox of the ARIA Authoring Practices), and finds the nearest on request.
// Without this script the field is plain text, and the page asks which commune was meant.

const PAUSE_MS = 150
const SHORTEST = 2
// Two decimals are about a kilometre: nobody's exact place leaves the telephone.
const rounded = (/** @type {number} */ degrees) => degrees.toFixed(2)

/** @typedef {{ code: string, name: string, postalCode: string }} Choice */

/**
 * @param {Record<string, string>} question
 * @param {AbortSignal | null} [signal]
 * @returns {Promise<Choice[]>}
 */
async function ask(question, signal = null) {
  const answer = await fetch(`/communes.json?${new URLSearchParams(question)}`, { signal })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function enhance(/** @type {HTMLInputElement} */ input) {
  const code = /** @type {HTMLInputElement} */ (document.createElement('input'))
  Object.assign(code, { type: 'hidden', name: input.dataset.communeCode ?? '', disabled: true })
  const list = document.createElement('ul')
  Object.assign(list, {
    className: 'choices-below',
    id: `${input.id}-choices`,
    role: 'listbox',
    hidden: true,
  })
  list.setAttribute('aria-label', 'Communes')
  const said = document.createElement('p')
  Object.assign(said, { className: 'small muted', role: 'status' })
  input.after(code, list, said)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)
  input.autocomplete = 'off'

  /** @type {Choice[]} */
  let choices = []
  let at = -1
  let timer = 0
  let asked = new AbortController()

  function show(/** @type {Choice[]} */ found) {
    choices = found
    at = -1
    list.replaceChildren(
      ...found.map(({ name, postalCode }, index) => {
        const option = document.createElement('li')
        Object.assign(option, { id: `${list.id}-${index}`, role: 'option' })
        option.textContent = `${name} (${postalCode})`
        option.onmousedown = (event) => {
          event.preventDefault()
          pick(index)
        }
        return option
      }),
    )
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    input.removeAttribute('aria-activedescendant')
  }

  function point(/** @type {number} */ index) {
    at = (index + choices.length) % choices.length
    for (const [position, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(position === at))
    const option = list.children[at]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    option?.scrollIntoView({ block: 'nearest' })
  }

  function pick(/** @type {number} */ index) {
    const choice = choices[index]
    if (!choice) return
    input.value = choice.name
    code.value = choice.code
    code.disabled = false
    show([])
  }

  function stopAsking() {
    clearTimeout(timer)
    asked.abort()
  }

  input.addEventListener('input', () => {
    code.disabled = true
    stopAsking()
    if (input.value.trim().length < SHORTEST) return show([])
    asked = new AbortController()
    const { signal } = asked
    timer = window.setTimeout(() => ask({ q: input.value }, signal).then(show, () => show([])), PAUSE_MS)
  })
  // An answer that comes late opens nothing over what the person does now.
  input.addEventListener('blur', () => {
    stopAsking()
    show([])
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') point(at + 1)
    else if (event.key === 'ArrowUp') point(at < 0 ? -1 : at - 1)
    else if (event.key === 'Enter' && at >= 0) pick(at)
    else if (event.key === 'Escape') show([])
    else return
    event.preventDefault()
  })

  if (!('geolocation' in navigator)) return
  const near = document.createElement('button')
  Object.assign(near, { type: 'button', className: 'button secondary', textContent: 'Près de moi' })
  const fail = () => {
    said.textContent = 'Nous ne savons pas où vous êtes. Écrivez votre commune.'
  }
  near.onclick = () => {
    said.textContent = 'Nous cherchons où vous êtes…'
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        ask({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }).then((found) => {
          choices = found
          pick(0)
          if (found[0]) said.textContent = `Vous êtes près de ${found[0].name}.`
          else fail()
        }, fail),
      fail,
      { timeout: 10_000 },
    )
  }
  said.before(near)
}

for (const input of document.querySelectorAll('input[data-commune-code]'))
  enhance(/** @type {HTMLInputElement} */ (input))
