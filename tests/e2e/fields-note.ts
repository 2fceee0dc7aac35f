import type { Page } from 'playwright-core'

/**
 * Forms that send something, of several questions of which one at least must be answered, and that do not say which (RGAA
 * 11.10); and forms that say so without need. A lone check box is a yes or a no, and always answered.
 */
export const noteProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
    const isAsked = ({ type }: Control) => !['hidden', 'submit', 'button'].includes(type)
    const questionOf = (control: Control) =>
      (['checkbox', 'radio'].includes(control.type) ? control.closest('fieldset.field') : null) ??
      control.closest('.field')
    return [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')].flatMap((form) => {
      const controls = [...form.elements].filter((element): element is Control =>
        element.matches('input, select, textarea'),
      )
      const isLone = (control: Control) =>
        control.type === 'checkbox' && controls.filter(({ name }) => name === control.name).length === 1
      const questions = new Map(
        controls
          .filter((control) => isAsked(control) && !isLone(control))
          .map((control) => [questionOf(control), control.name]),
      )
      const asked = [...questions]
        .filter(([question]) => !question?.querySelector('.label-note'))
        .map(([, name]) => name)
      const isNeeded = questions.size > 1 && asked.length > 0
      const isSaid = form.querySelector('.fields-note') !== null
      if (isNeeded === isSaid) return []
      return [
        `${isSaid ? 'says without need' : 'does not say'} which fields are to be filled in: ${asked} of ${[...questions.values()]}`,
      ]
    })
  })
