import { db } from '#app/db/client.server.ts'
import { listOwnOrganisations } from '#app/db/organisations.server.ts'
import { findHatOwner } from '#app/db/sessions.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import type { Actor, Role } from '#app/domain/actor.ts'
import { type Hat, hatsOf, isSameHat } from '#app/domain/session.ts'

/** A hat to choose. `about` says what it is when `name` is an organisation. */
export type OwnHat = Hat & { name: string; about: string | null; isWorn: boolean }

/** Every hat of somebody signed in, the one worn marked. */
export async function getOwnHats(actor: Extract<Actor, { kind: Role }>): Promise<OwnHat[]> {
  const [owner, organisations] = await Promise.all([
    findHatOwner(db(), actor.accountId),
    listOwnOrganisations(db(), actor.accountId),
  ])
  const worn: Hat = {
    role: actor.kind,
    organisationId: actor.kind === 'recruiter' ? actor.organisationId : null,
  }
  return (owner ? hatsOf(owner) : []).map((hat) => {
    const organisation = organisations.find(({ id }) => id === hat.organisationId)
    const about = ROLE_LABELS[hat.role]
    const isWorn = isSameHat(hat, worn)
    if (hat.role === 'candidate') return { ...hat, name: 'Mon espace candidat·e', about, isWorn }
    return organisation
      ? { ...hat, name: organisation.name, about, isWorn }
      : { ...hat, name: about, about: 'Mon poste', isWorn }
  })
}
