import { HtmlValidate } from 'html-validate'
import type { Page, Response } from 'playwright-core'

// The rules of the HTML standard; those that tell of a manner of writing, or that axe judges in its own way, are left out.
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
  },
})

/** Keeps the document that the server answered last to a page: what the browser makes of it hides its faults. */
export function keepDocument(page: Page): () => Promise<string> {
  let last: Response | undefined
  page.on('response', (response) => {
    const request = response.request()
    const isRedirect = response.status() >= 300 && response.status() < 400
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && !isRedirect) last = response
  })
  return async () => (await last?.text()) ?? ''
}

/** What is wrong with a document, a line each: the rule, and where. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} ${html.slice(offset - 40, offset + 80)}`,
    ),
  )
}
