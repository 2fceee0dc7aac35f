import { db } from '#app/db/client.server.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createTerritory } from '#tests/factories/territory.ts'

/** Everybody who has a name may be chosen at /connexion from now on. */
export const openDemoAccounts = () =>
  db().account.updateMany({ where: { firstName: { not: '' } }, data: { isDemo: true } })

/** The Aisne, its communes, occupations, skills and licences, and Claire Dumont at the desk. */
export async function createGround() {
  const territory = await createTerritory()
  await createCommunes()
  await createReferences()
  const officer = await createOfficer()
  return { territoryId: territory.id, officer }
}

/** An organisation and its recruiter, who may be chosen by `recruiterName`. `state` pending: its first offer is read again. */
export async function createEmployer(options: {
  territoryId: string
  name: string
  recruiterName: string
  state?: 'pending' | 'verified'
  kind?: 'employer' | 'association'
}) {
  const { territoryId, name, recruiterName, state = 'verified', kind = 'employer' } = options
  const [firstName = '', lastName = ''] = recruiterName.split(' ')
  const organisation = await createOrganisation({ territoryId, name, state, kind })
  return createRecruiter({ territoryId, organisationId: organisation.id, account: { firstName, lastName } })
}

/** Somebody at Laon who accepts this kind of offer only, written to on one channel. */
export async function createSeeker(options: {
  territoryId: string
  name: string
  kind: OfferKind
  channel: 'sms' | 'email'
}) {
  const { territoryId, name, kind, channel } = options
  const [firstName = '', lastName = ''] = name.split(' ')
  return createCandidate({
    account: { territoryId, firstName, lastName, channel },
    profile: { kinds: [kind] },
  })
}
