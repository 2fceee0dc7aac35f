import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ApplicationState } from '#app/components/application/application-state.tsx'
import {
  type ApplicationProgress,
  applicationSentence,
  applicationSteps,
} from '#app/components/application/application-steps.ts'
import { APPLICATION_STATES } from '#app/domain/application.ts'

const progress = (over: Partial<ApplicationProgress>): ApplicationProgress => ({
  state: 'sent',
  sentAt: '2025-06-03T08:00:00Z',
  changedAt: '2025-06-05T08:00:00Z',
  promisedOn: '2025-06-12',
  interviewAt: null,
  refusalReason: null,
  ...over,
})

describe('the state of an application', () => {
  it('is said in words with its dates', () => {
    expect(applicationSentence(progress({}))).toBe(
      'Votre candidature : envoyée le 3 juin. Réponse promise avant le 12 juin.',
    )
    expect(applicationSentence(progress({ state: 'interview', interviewAt: '2025-06-10T12:30:00Z' }))).toBe(
      'Vous avez un entretien le 10 juin à 14 h 30.',
    )
    expect(
      applicationSentence(progress({ state: 'refused', refusalReason: 'Le lieu est trop loin' })),
    ).toContain('La raison : le lieu est trop loin.')
    expect(applicationSentence(progress({ state: 'refused' }))).not.toContain('raison')
  })

  it.each(APPLICATION_STATES)('shows one present step or one ending for %s', (state) => {
    const steps = applicationSteps(progress({ state }))
    const isEnding = ['hired', 'refused', 'withdrawn', 'obsolete', 'unanswered'].includes(state)
    expect(steps.filter((step) => step.state === 'current')).toHaveLength(isEnding ? 0 : 1)
    expect(steps.filter((step) => step.state === 'todo').length > 0).toBe(!isEnding)
    expect(steps.at(-1)?.date ?? null).toBe(isEnding ? '2025-06-05T08:00:00Z' : null)
  })

  it('never claims a step that did not happen before an ending', () => {
    expect(applicationSteps(progress({ state: 'refused' })).map(({ label }) => label)).toEqual([
      'Envoyée',
      'Pas retenue',
    ])
  })

  it('marks the present step for screen readers', () => {
    const html = renderToStaticMarkup(<ApplicationState progress={progress({ state: 'seen' })} />)
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(html.split('aria-current="step"')[1]?.split('</li>')[0]).toContain('Lue')
    expect(html).toContain('(en ce moment)')
  })
})
