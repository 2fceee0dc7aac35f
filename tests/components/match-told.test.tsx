import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { NearList } from '#app/components/candidate/near-list.tsx'
import { ChangeLine } from '#app/components/match/change-line.tsx'
import { HindranceNotice } from '#app/components/match/hindrance-notice.tsx'
import { OwnMatch } from '#app/components/match/own-match.tsx'
import { profilePart } from '#app/components/match/profile-part.ts'
import { ProposalRow } from '#app/components/match/proposal-row.tsx'
import { ProposedPeople } from '#app/components/organisation/proposed-people.tsx'
import { GATES } from '#app/domain/matching/criteria.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { READERS, type Reader } from '#app/domain/matching/pair.labels.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { closedPair } from '#tests/domain/matching/closed-pairs.ts'
import { context, TODAY } from '#tests/domain/matching/people.ts'

const html = (element: ReactElement) => renderToStaticMarkup(element).replaceAll('’', "'")

function explained(gate: (typeof GATES)[number], reader: Reader) {
  const { person, offer } = closedPair(gate)
  const { criteria } = scorePair(person, offer, context)
  const told = { criteria, today: TODAY, reader, labelOf: (code: string) => code, travel: null }
  return explainPair({ person, offer }, told)
}

const facts = { communeName: 'Laon', distanceKm: 4, occupations: ['Cuisine'] }

/** What a reader's page draws of a pair. */
const DRAWN: Record<Reader, (told: ReturnType<typeof explained>) => ReactElement> = {
  candidate: (told) => <OwnMatch match={{ ...told, isOutside: false, mayApply: true }} />,
  officer: ({ reasons, missing, change }) => (
    <ProposalRow
      actions={null}
      proposal={{
        ...facts,
        id: 'm1',
        profileId: 'p1',
        name: 'Nadia Benali',
        reasons,
        missing,
        change: change?.words ?? null,
        stateLabel: null,
        scoringVersion: 'v',
      }}
    />
  ),
  organisation: ({ reasons, missing, change }) => (
    <ProposedPeople
      offerId="o1"
      today={TODAY}
      people={[
        {
          ...facts,
          reference: 'm1',
          name: null,
          skills: [],
          licences: [],
          availableFrom: null,
          isInterested: false,
          mayAsk: false,
          reasons,
          missing,
          change: change?.words ?? null,
        },
      ]}
    />
  ),
}

describe('what is drawn for each reader of each gate', () => {
  test.each(GATES.flatMap((gate) => READERS.map((reader) => [gate, reader] as const)))(
    '%s, %s: five reasons, all that is missing, the change when there is one',
    (gate, reader) => {
      const told = explained(gate, reader)
      const text = html(DRAWN[reader](told))
      expect(text.match(/class="score-row"/g)).toHaveLength(5)
      const words = [...told.missing, ...(told.change ? [told.change.words] : [])]
      for (const sentence of words) expect(text).toContain(sentence.slice(1).replaceAll('’', "'"))
      expect(text.includes('change-line')).toBe(told.change !== null)
      expect(text).not.toContain('style=')
    },
  )

  test('a candidate reads no number of points, an officer the total', () => {
    const bare = html(DRAWN.candidate(explained('licence', 'candidate')))
    expect(bare).not.toMatch(/score-number|score-points/)
    expect(bare).toContain('Vous pouvez postuler quand même')
    expect(html(DRAWN.officer(explained('licence', 'officer')))).toContain('score-number')
    const closed = html(
      <OwnMatch match={{ ...explained('licence', 'candidate'), isOutside: false, mayApply: false }} />,
    )
    expect(closed).not.toContain('postuler')
  })
})

test('outside a reserved offer, and there alone, the way to the question of the situation', () => {
  const told = { ...explained('eligibility', 'candidate'), mayApply: true }
  const link = 'href="/mon-profil/situation"'
  expect(html(<OwnMatch match={{ ...told, isOutside: true }} />)).toContain(link)
  expect(html(<OwnMatch match={{ ...told, isOutside: false }} />)).not.toContain(link)
})

test('a change leads to the question of the profile where it is said', () => {
  const parts = (['kind', 'distance', 'licence', 'schedule', 'dates'] as const).map(profilePart)
  expect(parts.map((href) => href.replace('/mon-profil/', ''))).toEqual([
    'genres',
    'trajet',
    'permis',
    'jours',
    'debut',
  ])
  expect(html(<ChangeLine change="avec le permis B" />)).not.toContain('href')
})

test('near misses are cards, each with its change', () => {
  const card = {
    offerId: '1',
    href: '/offres/1',
    kind: 'job' as const,
    title: 'Plonge',
    organisationName: null,
    communeName: 'Laon',
    distanceKm: 3,
    travel: null,
    contract: 'cdd' as const,
    rhythm: null,
    hoursPerWeek: 20,
    startsOn: null,
    publishedAt: null,
  }
  const text = html(<NearList near={[{ card, mark: null, gate: 'licence', change: 'avec le permis B' }]} />)
  expect(text).toContain('Possible <strong>avec le permis B</strong>.')
  expect(text).toContain('href="/mon-profil/permis"')
})

test('nothing hinders: nothing is drawn; otherwise each sentence, and where to mend it', () => {
  expect(html(<HindranceNotice sentences={[]} href="/x" />)).toBe('')
  const text = html(<HindranceNotice sentences={['Sans lieu.', 'Sans date.']} href="/x" />)
  expect(text).toMatch(/Sans lieu\..*Sans date\..*href="\/x"/)
  expect(html(<HindranceNotice sentences={['Sans lieu.']} />)).not.toContain('href')
})
