import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ErrorPage } from '#app/components/frame/error-page.tsx'
import { errorWords, thrownSentence } from '#app/components/frame/error-words.ts'
import { Header } from '#app/components/frame/header.tsx'
import { HelpBar } from '#app/components/frame/help-bar.tsx'
import { currentHref, navigationOf } from '#app/components/frame/navigation.ts'
import { NonceContext } from '#app/components/frame/nonce-context.ts'
import { TerritoryStyle } from '#app/components/frame/territory-style.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { brandTokens, contrast } from '#app/domain/brand-color.ts'

const territory = {
  name: 'Aisne actifs',
  departementCode: '02',
  helpPhone: '+33323248900',
  helpPhoneDisplay: '03 23 24 89 00',
  helpHours: 'lundi–vendredi 9 h–12 h, 13 h 30–17 h 30',
  brandColor: null,
  logo: null,
}

describe('the colours of a territory', () => {
  it('stay readable whatever colour it chooses, light and dark', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, (color) => {
        const tokens = brandTokens(color)
        const read = (scheme: 'light' | 'dark', name: string) => tokens?.[scheme][name] ?? ''
        for (const paper of ['#fbf9f4', '#ffffff', read('light', '--brand-tint')])
          expect(contrast(read('light', '--brand'), paper)).toBeGreaterThanOrEqual(4.5)
        for (const paper of ['#14191d', '#1c2328', read('dark', '--brand-tint')])
          expect(contrast(read('dark', '--brand'), paper)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(read('dark', '--on-brand'), read('dark', '--brand'))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(read('light', '--bar'), '#ffffff')).toBeGreaterThanOrEqual(4.5)
        expect(contrast(read('dark', '--bar'), '#e6f4f4')).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it('let nothing but a colour into the page', () => {
    for (const setting of ['red', '#fff', '#123456}body{display:none', '</style><script>'])
      expect(renderToStaticMarkup(<TerritoryStyle brandColor={setting} />)).toBe('')
  })

  it('are written under the nonce of the answer', () => {
    const html = renderToStaticMarkup(
      <NonceContext.Provider value="abc">
        <TerritoryStyle brandColor="#b0306a" />
      </NonceContext.Provider>,
    )
    expect(html).toMatch(/^<style nonce="abc">:root\{--brand:#[0-9a-f]{6};/)
  })
})

describe('the header', () => {
  it.each(ROLES)('signs a %s out by a form and never by a link', (role) => {
    const html = renderToStaticMarkup(
      <Header
        logo={null}
        name="Aisne actifs"
        pathname="/"
        actor={{ displayName: 'Nadia B.', role, organisationName: null, hasOtherHats: false }}
      />,
    )
    expect(html).toContain('<form method="post" action="/deconnexion">')
    expect(html).not.toContain('href="/deconnexion"')
    expect(html).not.toContain('href="/connexion"')
  })

  it('marks the present page once, by its longest address', () => {
    const links = navigationOf('recruiter')
    expect(currentHref(links, '/structure/offres/nouvelle')).toBe('/structure/offres/nouvelle')
    expect(currentHref(links, '/structure/offres/123')).toBe('/structure')
    expect(currentHref(links, '/structures')).toBeNull()
    const html = renderToStaticMarkup(<Header name="Actifs" logo={null} pathname="/offres/1" actor={null} />)
    expect(html.match(/aria-current/g)).toHaveLength(1)
  })

  it('gives the help number as a call', () => {
    expect(renderToStaticMarkup(<HelpBar territory={territory} />)).toContain('href="tel:+33323248900"')
  })
})

describe('an error page', () => {
  it.each([400, 403, 404, 405, 409, 410, 413, 429, 500, 503])('has words of its own for %i', (status) => {
    const html = renderToStaticMarkup(<ErrorPage status={status} territory={territory} />)
    expect(html).toContain(`<h1>${errorWords(status).title}</h1>`)
    expect(html).toContain('href="tel:+33323248900"')
  })

  it('falls back on its family, and on nothing it was not told to say', () => {
    expect(errorWords(422)).toEqual(errorWords(400))
    expect(errorWords(502)).toEqual(errorWords(500))
    expect(thrownSentence({ message: 'Cette offre est fermée.' })).toBe('Cette offre est fermée.')
    for (const data of ['Error: at line 3', null, { stack: 'x' }, { message: 3 }])
      expect(thrownSentence(data)).toBeNull()
  })
})
