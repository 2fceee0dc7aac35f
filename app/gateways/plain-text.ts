import { compile, type HtmlToTextOptions } from 'html-to-text'

const TAG = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|!--[\s\S]*?--)>/i
const BLOCK_TAG = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|section|article|hr)\b[^<>]*>/i
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u200E\u200F\u2028\u2029\uFEFF\uFFFD]/g
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const options = (preserveNewlines: boolean): HtmlToTextOptions => ({
  wordwrap: false,
  preserveNewlines,
  limits: { maxDepth: 50, maxChildNodes: 5000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
})

const joinLines = compile(options(false))
const keepLines = compile(options(true))

/**
 * A text of another platform as plain text: tags and entities of HTML gone (those escaped twice too), paragraphs and list
 * items on lines of their own, no control character, at most one empty line in a row. Text without HTML keeps its lines.
 */
export function plainText(text: string): string {
  let plain = text.replace(/\r\n?/g, '\n')
  for (let pass = 0; pass < 2 && (TAG.test(plain) || ENTITY.test(plain)); pass++)
    plain = (BLOCK_TAG.test(plain) ? joinLines : keepLines)(
      TAG.test(plain) ? plain : plain.replaceAll('<', '&lt;'),
    )
  return plain
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The text on one line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/g, ' ')

/** The text within a number of characters: cut after a word, an ellipsis for what is left out. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  const start = text.slice(0, length - 1)
  const space = start.search(/\s\S*$/)
  return `${(space > length * 0.8 ? start.slice(0, space) : start).replace(LONE_SURROGATE, '').trimEnd()}…`
}
