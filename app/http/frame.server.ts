import type { AppLoadContext } from '@remix-run/node'
import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { readReference, territoryIn } from '#app/db/reference.server.ts'
import { type Actor, ROLES, type Role, scopeOf } from '#app/domain/actor.ts'
import { displayPhone } from '#app/domain/phone.ts'
import type { Hat } from '#app/domain/session.ts'
import { env } from '#app/system/env.server.ts'
import { getVisitor } from './actor.server.ts'

const isRole = (kind: Actor['kind']): kind is Role => ROLES.some((role) => role === kind)

async function shownActor(actor: Actor, hats: readonly Hat[]) {
  if (!('accountId' in actor)) return null
  const account = await findAccount(db(), actor.accountId)
  if (!account) return null
  const organisation =
    actor.kind === 'recruiter' ? await findOrganisation(db(), scopeOf(actor), actor.organisationId) : null
  return {
    displayName: `${account.firstName} ${account.lastName}`.trim(),
    role: isRole(actor.kind) ? actor.kind : null,
    organisationName: organisation?.name ?? null,
    hasOtherHats: isRole(actor.kind) && hats.length > 1,
  }
}

/** What stands around every page. Throws a 503 answer before any territory is there. */
export async function getFrame(request: Request, _context: AppLoadContext) {
  const { actor, hats } = await getVisitor(request)
  const [reference, shown] = await Promise.all([readReference(), shownActor(actor, hats)])
  const territory = territoryIn(reference, 'territoryId' in actor ? actor.territoryId : null)
  if (!territory) throw Response.json({ message: 'Le site n’est pas encore rempli.' }, { status: 503 })
  const { name, departementCode, helpPhone, helpHours, brandColor, logo } = territory
  return {
    territory: {
      name,
      departementCode,
      helpPhone,
      helpPhoneDisplay: displayPhone(helpPhone),
      helpHours,
      brandColor,
      logo,
    },
    actor: shown,
    isDemo: env().DEMO,
    mailboxHref: env().DEMO ? '/boite-d-envoi' : null,
  }
}
