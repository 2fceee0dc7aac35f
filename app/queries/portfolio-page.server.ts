import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { listPortfolio } from '#app/db/persons.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { ok } from '#app/domain/result.ts'
import { getCodeLabels } from './code-labels.server.ts'

const PAGE_SIZE = 20

type Options = { actor: Extract<Actor, { kind: 'referent' }>; page: number; now: Date }

/** The people whom a referent accompanies, a page at a time, once the reading is logged. Refusals: `reading_stopped`. */
export async function getPortfolioPage({ actor, page, now }: Options) {
  const { accountId: referentId, territoryId } = actor
  const [{ people, total }, labelOf] = await Promise.all([
    listPortfolio(db(), { kind: 'territory', territoryId }, { referentId, page, pageSize: PAGE_SIZE }),
    getCodeLabels(),
  ])
  const profileIds = people.map(({ profile }) => profile.id)
  const logged = await recordReading(actor, { purpose: 'list', at: now, profileIds })
  if (!logged.ok) return logged
  return ok({
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    people: people.map(({ profile, person, communeName }) => ({
      profileId: profile.id,
      name: `${person.firstName} ${person.lastName}`,
      communeName,
      occupations: profile.projects.map(({ occupationCode }) => labelOf(occupationCode)),
    })),
  })
}
