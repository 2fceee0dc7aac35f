import { describe, expect, test } from 'vitest'
import { cutText, plainLine, plainText } from '#app/gateways/plain-text.ts'

describe('plain text', () => {
  test.each([
    ['<p>Bonjour&nbsp;à <b>tous</b></p><p>Deux</p>', 'Bonjour à tous\nDeux'],
    ['<ul><li>un</li><li>deux</li></ul>', '- un\n- deux'],
    ['un<br/>deux<br>\ntrois', 'un\ndeux\ntrois'],
    ['<b>gras</b>\nligne', 'gras\nligne'],
    ['&lt;p&gt;x&lt;/p&gt;&lt;p&gt;y&lt;/p&gt;', 'x\ny'],
    ['A &amp; B\n&eacute;t&eacute; <ok', 'A & B\nété <ok'],
    ['<script>alert(1)</script><style>p{}</style>texte<!-- rien -->', 'texte'],
    ['<a href="https://example.org">lien</a>', 'lien'],
  ])('of %s', (html, text) => expect(plainText(html)).toBe(text))

  test.each(['Salaire < 2000 & > 1500\nligne 2', 'R&D et <3', '5 > 3', 'a\n\nb'])(
    'leaves "%s" as it is',
    (text) => expect(plainText(text)).toBe(text),
  )

  test('has no character that the database or a page refuses', () => {
    expect(plainText('a\u0000b\u200Bc\uD83D d\r\ne\n\n\n\nf \t g')).toBe('abc d\ne\n\nf g')
  })

  test('stays quick on nested and endless HTML', () => {
    const start = performance.now()
    plainText('<div>'.repeat(20_000))
    plainText('<p '.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('goes on one line when asked', () => expect(plainLine('<p>a</p><p>b</p>')).toBe('a b'))
})

test('a text is cut after a word, within its length, never inside a character', () => {
  expect(cutText('court', 20)).toBe('court')
  expect(cutText('mot '.repeat(50), 21)).toBe('mot mot mot mot mot…')
  const cut = cutText('😀'.repeat(50), 20)
  expect(cut.length).toBeLessThanOrEqual(20)
  expect(cut).toBe(`${'😀'.repeat(9)}…`)
})
