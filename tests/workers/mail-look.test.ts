import { describe, expect, test } from 'vitest'
import { contrast } from '#app/domain/brand-color.ts'
import { mailLook } from '#workers/templates/mail-look.ts'
import { renderMail } from '#workers/templates/render-message.ts'

const APP = 'https://actifs.example.org'
const HASH = '0123456789abcdef0123456789abcdef'
const LOGO = { hash: HASH, format: 'png' as const, width: 600, height: 120, alternative: 'Le "Département"' }
const AISNE = { name: 'Aisne & alentours', brandColor: null, logo: null }

const mailOf = (territory: Parameters<typeof mailLook>[0]) =>
  renderMail('search_paused', {
    firstName: 'Nadia',
    search: 'Vendanges',
    url: `${APP}/mes-recherches`,
    helpPhone: '03 23 24 89 00',
    helpHours: 'lundi–vendredi 9 h–12 h',
    senderName: 'ACTIFS',
    look: mailLook(territory, APP),
  })

describe('an e-mail looks like its territory', () => {
  test('its name comes first, in words alone while there is no logo', () => {
    const { html, text } = mailOf(AISNE)
    expect(html.indexOf('Aisne &amp; alentours')).toBeLessThan(html.indexOf('Nadia'))
    expect(html).toContain('background:#0F5C63')
    expect(html).not.toContain('<img')
    expect(text).not.toContain('&amp;')
  })

  test('its logo is shown at its place, never larger than on the pages, and said where it is not', () => {
    const { html } = mailOf({ ...AISNE, logo: LOGO })
    expect(html).toContain(
      `<img src="${APP}/logo/${HASH}" alt="Le &quot;Département&quot;" width="160" height="32"`,
    )
  })

  test.each(['#b0306a', '#ffcc00', '#ffffff', '#000000'])(
    'the colour %s is made dark enough for white words',
    (brandColor) => {
      const { color } = mailLook({ ...AISNE, brandColor }, APP)
      expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(mailOf({ ...AISNE, brandColor }).html).toContain(`background:${color}`)
    },
  )

  test('a setting that is no colour is never written', () => {
    const brandColor = 'red"><script>'
    expect(mailOf({ ...AISNE, brandColor }).html).toContain('background:#0F5C63')
    expect(mailOf({ ...AISNE, brandColor }).html).not.toContain('script')
  })
})
