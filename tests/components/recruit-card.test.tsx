import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RecruitCard } from '#app/components/home/recruit-card.tsx'
import type { Role } from '#app/domain/actor.ts'

const linksFor = (role: Role | null): string[] =>
  [...renderToStaticMarkup(<RecruitCard role={role} />).matchAll(/href="([^"]+)"/g)].map(
    ([, href]) => href ?? '',
  )

describe('the card for employers', () => {
  test.each([
    ['nobody in particular', null, ['/inscription/structure', '/structure']],
    ['a candidate', 'candidate', ['/inscription/structure']],
    ['a recruiter', 'recruiter', ['/structure']],
    ['an officer', 'relation_officer', []],
  ] as const)('leads %s to pages that open', (_, role, hrefs) => {
    expect(linksFor(role)).toEqual(hrefs)
  })
})
