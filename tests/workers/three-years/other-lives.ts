import { db } from '#app/db/client.server.ts'
import type { ProfessionalRole } from '#app/domain/actor.ts'
import { newId } from '#app/system/id.server.ts'
import { invitationToken } from '#app/system/secrets.server.ts'
import { acceptInvitation } from '#app/use-cases/accept-invitation.server.ts'
import { completeOrganisation } from '#app/use-cases/complete-organisation.server.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'
import { inviteMember } from '#app/use-cases/invite-member.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import { publishOffer } from '#app/use-cases/publish-offer.server.ts'
import { refuseOrganisation } from '#app/use-cases/refuse-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/register-organisation.server.ts'
import { requestOrganisationCode } from '#app/use-cases/request-organisation-code.server.ts'
import { requestToJoin } from '#app/use-cases/request-to-join.server.ts'
import { sendBackOffer } from '#app/use-cases/send-back-offer.server.ts'
import { verifyOrganisation } from '#app/use-cases/verify-organisation.server.ts'
import { written } from '#tests/factories/written-offer.ts'
import type { Canary } from './canary.ts'
import { as, comeIn, done, type Stage, VISIT } from './stage.ts'

const nameOf = ({ firstName, lastName }: Canary) => ({ firstName, lastName, consent: true })
const placeOf = { typed: 'Laon (02000)', chosenCode: null }

/** Signs up a business of one person, which bears her or his name, with an address and a telephone number in its texts. */
async function business(one: Canary, now: Date) {
  const actor = as('newcomer', (await comeIn(one.email, now)).actor)
  const form = {
    number: '',
    kind: 'employer' as const,
    name: `Atelier ${one.lastName}`,
    address: one.address,
    commune: 'Laon',
    activity: `Travaux de ${one.lastName}`,
    ...nameOf(one),
  }
  await done(registerOrganisation({ actor, form, visit: VISIT, now }))
  return as('recruiter', (await comeIn(one.email, now)).actor)
}

/** What the business says of a job, with the name and the address of its owner. */
const offerOf = (one: Canary) =>
  written(
    'job',
    { title: `Aide chez ${one.lastName}`, description: `${one.text} `.repeat(4), address: one.address },
    placeOf,
  )

/** A verified business, with a code sent to its own address, an offer published, one sent back with a reason, and a draft. */
export async function recruiter(one: Canary, { officer }: Stage, now: Date) {
  const actor = await business(one, now)
  const { organisationId } = actor
  const details = {
    number: '',
    address: one.address,
    activity: one.text,
    email: `${one.word}.atelier@exemple.fr`,
  }
  await done(completeOrganisation({ actor: officer.actor, organisationId, details, now }))
  await done(requestOrganisationCode({ actor, number: null, form: null, now }))
  const reviewed = await done(createOffer({ actor, offerId: newId(), now, ...offerOf(one) }))
  const sent = await done(publishOffer({ actor, offerId: reviewed.id, version: reviewed.version, now }))
  const reason = one.text
  await done(sendBackOffer({ actor: officer.actor, offerId: sent.id, version: sent.version, reason, now }))
  await done(verifyOrganisation({ actor: officer.actor, organisationId, now }))
  const open = await done(createOffer({ actor, offerId: newId(), now, ...offerOf(one) }))
  await done(publishOffer({ actor, offerId: open.id, version: open.version, isConfirmed: true, now }))
}

/** A business that the desk does not let in, for a reason. */
export async function refusedRecruiter(one: Canary, { officer }: Stage, now: Date) {
  const { organisationId } = await business(one, now)
  await done(refuseOrganisation({ actor: officer.actor, organisationId, reason: one.text, now }))
}

/** Invited by the employer who stays; `comes` or never does. */
export async function invited(
  one: Canary,
  by: 'phone' | 'email',
  { employer }: Stage,
  { comes, now }: { comes: boolean; now: Date },
) {
  const contact = by === 'phone' ? one.typedPhone : one.email
  await done(inviteMember({ actor: employer.actor, contact, role: 'member', now }))
  if (!comes) return
  const { accountId } = as('newcomer', (await comeIn(contact, now)).actor)
  const { id } = await db().invitation.findFirstOrThrow({ where: { accountId } })
  await done(
    acceptInvitation({ accountId, token: invitationToken(id), form: nameOf(one), visit: VISIT, now }),
  )
}

/** Asks the employer who stays for a place, which nobody answers. */
export async function applicantForPlace(one: Canary, number: string, now: Date) {
  const actor = as('newcomer', (await comeIn(one.email, now)).actor)
  await done(requestToJoin({ actor, number, form: nameOf(one), now }))
}

/** Takes a post of the territory. */
export async function colleague<R extends ProfessionalRole>(
  one: Canary,
  role: R,
  { administrator }: Stage,
  now: Date,
) {
  await done(inviteProfessional({ actor: administrator.actor, contact: one.email, role, now }))
  const { accountId, territoryId } = as('newcomer', (await comeIn(one.email, now)).actor)
  const { id } = await db().invitation.findFirstOrThrow({ where: { accountId } })
  await done(
    acceptInvitation({ accountId, token: invitationToken(id), form: nameOf(one), visit: VISIT, now }),
  )
  return { kind: role, accountId, territoryId }
}
