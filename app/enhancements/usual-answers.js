// @ts-check
// Asks for the usual answers of an occupation as soon as it is chosen: what the button beside it asks for, without leaving
// the page. What was written while the answer was on its way stays.

const ASKING = 'propose'

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

const read = (/** @type {HTMLFormElement} */ form) => {
  const fields = new URLSearchParams(/** @type {any} */ (new FormData(form)))
  fields.delete('intent')
  return fields
}

const said = (/** @type {URLSearchParams} */ fields, /** @type {string} */ name) =>
  JSON.stringify(
    fields
      .getAll(name)
      .filter(Boolean)
      .map((text) => text.replace(/\r\n/g, '\n'))
      .sort(),
  )

/** Puts these answers into the controls of that name. */
function write(
  /** @type {HTMLFormElement} */ form,
  /** @type {string} */ name,
  /** @type {string[]} */ answers,
) {
  for (const control of /** @type {Iterable<Control>} */ (
    form.querySelectorAll(`[name="${CSS.escape(name)}"]`)
  ))
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
      control.checked = answers.includes(control.value)
    else control.value = answers[0] ?? ''
}

/** Takes over what the answer proposes, but for the fields that changed since they were sent. */
function take(
  /** @type {HTMLFormElement} */ form,
  /** @type {HTMLFormElement} */ fresh,
  /** @type {URLSearchParams} */ sent,
) {
  const [proposed, present] = [read(fresh), read(form)]
  const isKept = (/** @type {string} */ name) => said(present, name) !== said(sent, name)
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const name = part.getAttribute('data-part') ?? ''
    if (!isKept(name)) form.querySelector(`[data-part="${name}"]`)?.replaceChildren(...part.childNodes)
  }
  for (const name of new Set([...sent.keys(), ...proposed.keys()])) {
    if (said(proposed, name) === said(sent, name) || isKept(name)) continue
    write(form, name, proposed.getAll(name))
    for (const folded of form.querySelectorAll('details'))
      if (folded.querySelector(`[name="${CSS.escape(name)}"]`)) folded.open = true
  }
}

for (const place of document.querySelectorAll('[data-proposes]')) {
  const form = place.closest('form')
  let asked = new AbortController()
  place.querySelector('select')?.addEventListener('change', async () => {
    if (!form) return
    asked.abort()
    asked = new AbortController()
    const sent = read(form)
    const body = new URLSearchParams(sent)
    body.set('intent', ASKING)
    try {
      const answer = await fetch(location.href, { method: 'POST', body, signal: asked.signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector('[data-proposes]')?.closest('form')
      if (fresh && !asked.signal.aborted) take(form, fresh, sent)
    } catch {
      // Nothing is proposed; the button still asks.
    }
  })
}
