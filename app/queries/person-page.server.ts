import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { findPerson, findPersonRelation } from '#app/db/persons.server.ts'
import type { Professional } from '#app/domain/actor.ts'
import { personAccess } from '#app/domain/person.policy.ts'
import { type PersonFile, personFile } from '#app/domain/person-card.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { getCodeLabels } from './code-labels.server.ts'

type Options = { actor: Professional; profileId: string; now: Date }

/**
 * A person's file as a professional reads it, once the reading is logged; null for somebody whom she or he reads only with a
 * reason, of whom nothing is told before. Refusals: `not_found` outside the territory, `reading_stopped`.
 */
export async function getPersonPage({ actor, profileId, now }: Options): Promise<Result<PersonFile | null>> {
  const scope = { kind: 'territory', territoryId: actor.territoryId } as const
  const relation = await findPersonRelation(db(), scope, { accountId: actor.accountId, profileId })
  const access = relation ? personAccess(actor, relation, now) : 'none'
  if (access === 'none') return refuse('not_found')
  if (access === 'reason') return ok(null)
  const [person, labelOf] = await Promise.all([findPerson(db(), scope, profileId), getCodeLabels()])
  if (!person) return refuse('not_found')
  const logged = await recordReading(actor, { purpose: 'contact', at: now, profileIds: [profileId] })
  return logged.ok ? ok(personFile(person, labelOf)) : logged
}
