import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Footer } from '#app/components/frame/footer.tsx'
import { RETENTION } from '#app/domain/retention.ts'
import Privacy from '#app/routes/confidentialite.tsx'

const words = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const privacy = words(renderToStaticMarkup(<Privacy />))

describe('the privacy page', () => {
  test.each([
    [`les messages : ${RETENTION.messageMonths} mois`],
    [`la liste de qui a vu votre profil : ${RETENTION.accessLogMonths} mois`],
    [
      `les offres fermées et leurs candidatures, et les candidatures spontanées : ${RETENTION.closedOfferMonths} mois`,
    ],
    [`les brouillons d’offres : ${RETENTION.draftMonths} mois`],
    [`vos anciennes connexions : ${RETENTION.endedSessionDays} jours`],
    [`les invitations : ${RETENTION.finishedInvitationMonths} mois`],
    [`Après ${RETENTION.inactiveYears} ans sans visite`],
    [`prévenons ${RETENTION.noticeDays.join(' jours, puis ')} jours avant`],
  ])('says as long as the nightly work keeps it: %s', (sentence) => {
    expect(privacy).toContain(sentence)
  })

  test('says what a code by SMS risks, and what guards it better', () => {
    expect(renderToStaticMarkup(<Privacy />)).toContain('id="code"')
    expect(privacy).toContain('Un SMS peut être lu par qui tient votre téléphone')
    expect(privacy).toContain('vous pouvez choisir l’e-mail')
  })

  test('says each situation that may be told, what it serves, and who does not see it', () => {
    for (const words of [
      'minimum social',
      'chômage',
      'moins de 26 ans',
      'handicapé',
      'structure d’insertion',
    ])
      expect(privacy).toContain(words)
    expect(privacy).toMatch(/seulement si vous la dites vous-même.*Nous ne la montrons à aucune structure/)
  })

  test('leads to the pages where each right is taken', () => {
    const page = renderToStaticMarkup(<Privacy />)
    for (const href of ['/mes-donnees', '/mon-profil', '/mon-profil/consultations'])
      expect(page).toContain(`href="${href}"`)
  })
})

test('whoever is signed in finds her or his own data at the bottom of each page, and nobody else', () => {
  const footer = (isSignedIn: boolean) =>
    renderToStaticMarkup(<Footer territory={null} isSignedIn={isSignedIn} />)
  expect(footer(true)).toContain('href="/mes-donnees"')
  expect(footer(false)).not.toContain('/mes-donnees')
  expect(footer(false)).toContain('href="/confidentialite"')
})
