import type { CommonFacts, Letter } from './facts.ts'

const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c,
  )

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const footer = (letter: Letter, { helpPhone, helpHours }: CommonFacts): string[] => [
  `Une question ? Appelez le ${helpPhone} (${helpHours}).`,
  letter.stopUrl
    ? `Pour ne plus recevoir ces messages, cliquez sur « stop » ici : ${letter.stopUrl}`
    : `Pour ne plus recevoir ces messages, appelez le ${helpPhone} et dites « stop ».`,
]

/** The territory's logo and name. What the picture says is written where pictures are not shown. */
function heading({ name, color, logo }: CommonFacts['look']): string {
  const picture = logo
    ? `<img src="${escapeHtml(logo.url)}" alt="${escapeHtml(logo.alternative)}" width="${logo.width}" height="${logo.height}" style="vertical-align:middle;margin-right:12px">`
    : ''
  return `<p style="margin:0 0 24px;font-size:20px;font-weight:700;color:${color}">${picture}${escapeHtml(name)}</p>`
}

/** The letter as plain text and as simple HTML: one column, system fonts, readable without images. */
export function layOut(letter: Letter, common: CommonFacts): { subject: string; text: string; html: string } {
  const { greeting, paragraphs, action } = letter
  const end = [`${common.senderName}`]
  const text = [
    greeting,
    ...paragraphs,
    ...(action ? [`${action.label} : ${action.url}`] : []),
    ...end,
    '-- ',
    ...footer(letter, common),
  ].join('\n\n')
  const { look } = common
  const paragraph = (content: string) => `<p style="margin:0 0 16px">${content}</p>`
  const html = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(oneLine(letter.subject))}</title></head>
<body style="margin:0;padding:24px;background:#FBF9F4;color:#1D2328;font:17px/1.5 system-ui,sans-serif">
<div style="max-width:36em;margin:0 auto;padding:24px;background:#FFFFFF;border-radius:8px">
${heading(look)}
${[greeting, ...paragraphs].map((line) => paragraph(escapeHtml(line))).join('\n')}
${action ? paragraph(`<a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 16px;border-radius:8px;background:${look.color};color:#FFFFFF">${escapeHtml(action.label)}</a>`) : ''}
${end.map((line) => paragraph(escapeHtml(line))).join('\n')}
<hr style="border:0;border-top:1px solid #D9D5CB;margin:24px 0">
<div style="font-size:15px;color:#555E66">
${footer(letter, common)
  .map((line) => paragraph(escapeHtml(line)))
  .join('\n')}
</div></div></body></html>
`
  return { subject: oneLine(letter.subject), text: `${text}\n`, html }
}
