import { db } from '#app/db/client.server.ts'
import { type DayOfReading, listReadingsOfProfile } from '#app/db/readings.server.ts'
import { ACCESS_WORDS } from '#app/domain/access.labels.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import type { Actor } from '#app/domain/actor.ts'

const PAGE_SIZE = 20
const TEAM = 'l’équipe du département'

/** "Une personne de Conserverie du Laonnois", "Claire (chargé·e de relations employeurs)". */
function whoRead({ role, firstName, organisationName }: DayOfReading): string {
  if (role === 'recruiter') return `Une personne de ${organisationName ?? 'une structure qui n’est plus là'}`
  const post = ROLE_LABELS[role].slice(0, 1).toLowerCase() + ROLE_LABELS[role].slice(1)
  return firstName ? `${firstName} (${post})` : `Une personne de ${TEAM} (${post})`
}

/** Who saw a candidate's profile, in plain words, newest first, a page at a time. */
export async function getOwnReadings(actor: Extract<Actor, { kind: 'candidate' }>, page: number) {
  const scope = { kind: 'candidate', profileId: actor.profileId } as const
  const { readings, total } = await listReadingsOfProfile(db(), scope, { page, pageSize: PAGE_SIZE })
  return {
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    readings: readings.map((reading) => ({
      who: whoRead(reading),
      what: ACCESS_WORDS[reading.purpose],
      at: reading.at.toISOString(),
      hadReason: reading.hadReason,
    })),
  }
}
export type OwnReadings = Awaited<ReturnType<typeof getOwnReadings>>
