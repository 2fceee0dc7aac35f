import type { Page } from 'playwright-core'
import { db } from '#app/db/client.server.ts'
import { createJoinRequest } from '#app/db/join-requests.server.ts'
import { newId } from '#app/system/id.server.ts'
import { invitationToken } from '#app/system/secrets.server.ts'
import { inviteMember } from '#app/use-cases/invite-member.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import { fictionalSiret } from '#prisma/reference/identifiers.ts'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createSecondFactor } from '#tests/factories/second-factor.ts'
import { askCode, click, enterWith, type ShownPage } from './show.ts'

const SIGN_UP = '/inscription/structure'
const TEAM = '/structure/equipe'
const FOUND = '99990001200017'
const KNOWN = fictionalSiret(900)

const typeNumber = (number: string) => async (page: Page) => {
  await page.locator('main [name=number]').fill(number)
  await click(page, 'Continuer')
}

async function invitationPathOf(accountId: string): Promise<string> {
  const { id } = await db().invitation.findFirstOrThrow({ where: { accountId } })
  return `/invitation/${invitationToken(id)}`
}

/** The screens of an account that is stopped, one a reason. */
async function createStopped(territoryId: string): Promise<ShownPage[]> {
  const good = await createAccount({ territoryId, firstName: 'Ali', lastName: 'Ben Salah' })
  const reasons = ['inactivity', 'own_request', 'duplicate', 'reasoned_decision'] as const
  const pages: ShownPage[] = []
  for (const suspensionReason of reasons) {
    const stopped = { status: 'suspended', suspensionReason, lastName: `Arrêt ${suspensionReason}` } as const
    const { id, phone } = await createAccount({ territoryId, ...stopped })
    if (suspensionReason === 'duplicate')
      await db().account.update({ where: { id }, data: { duplicateOfId: good.id } })
    const name = `account stopped, ${suspensionReason}`
    pages.push({ name, path: '/connexion', reach: enterWith(phone ?? '') })
  }
  return pages
}

/** What somebody sees who signs an organisation up, and who was invited into one. */
async function createOrganisationEntry(territoryId: string): Promise<ShownPage[]> {
  const as = 'somebody who has no name yet'
  const { account } = await createNewcomer({ territoryId })
  const { account: named } = await createNewcomer({ territoryId, firstName: 'Noé', lastName: 'Lambert' })
  const by = { accountId: account.id }
  await createOrganisation({ territoryId, name: 'Menuiserie', siret: KNOWN, email: 'menuiserie@example.org' })
  const shown = { as, by, path: SIGN_UP }
  const askItsCode = async (page: Page) => {
    await typeNumber(KNOWN)(page)
    await click(page, /^Recevoir un code/)
  }
  return [
    { ...shown, name: 'organisation, number' },
    { ...shown, name: 'organisation, number refused', press: 'Continuer' },
    { ...shown, name: 'organisation, found', reach: typeNumber(FOUND) },
    { ...shown, name: 'organisation, found, refused', reach: typeNumber(FOUND), press: /^Inscrire ma/ },
    { ...shown, name: 'organisation, unknown', reach: typeNumber(fictionalSiret(901)) },
    { ...shown, name: 'organisation, no number', path: `${SIGN_UP}?sans-numero` },
    {
      ...shown,
      name: 'organisation, no number, refused',
      path: `${SIGN_UP}?sans-numero`,
      press: /^Inscrire ma/,
    },
    { ...shown, name: 'organisation, left', path: `${SIGN_UP}?quittee` },
    { ...shown, name: 'organisation, known', reach: typeNumber(KNOWN) },
    { ...shown, by: { accountId: named.id }, name: 'organisation, its code', reach: askItsCode },
  ]
}

async function createTeam(organisationId: string, territoryId: string): Promise<ShownPage[]> {
  const as = 'Hélène Caron'
  const head = await db().membership.findFirstOrThrow({ where: { organisationId } })
  const member = { firstName: 'Bruno', lastName: 'Lacroix-Vandenberghe' }
  await createRecruiter({ territoryId, organisationId, account: member })
  const asker = await createAccount({ territoryId, firstName: 'Zoé', lastName: 'Hubert' })
  await createJoinRequest(db(), { id: newId(), organisationId, accountId: asker.id, createdAt: NOW })
  const actor = { kind: 'recruiter', accountId: head.accountId, organisationId, territoryId } as const
  const { account: invited } = await createNewcomer({ territoryId })
  await inviteMember({ actor, contact: invited.email ?? '', role: 'member', now: NOW })
  const path = await invitationPathOf(invited.id)
  const hats = await createRecruiter({
    territoryId,
    organisationId,
    account: { firstName: 'Julien', lastName: 'Maréchal' },
  })
  const second = await createOrganisation({
    territoryId,
    name: 'Épicerie solidaire du Laonnois et de la Thiérache',
  })
  await db().membership.create({
    data: { accountId: hats.account.id, organisationId: second.id, role: 'member', createdAt: NOW },
  })
  const by = { accountId: invited.id }
  const nobody = 'somebody invited'
  return [
    { name: 'invitation', path },
    { name: 'invitation, signed in', path, as: nobody, by },
    { name: 'invitation, refused', path, as: nobody, by, press: 'J’accepte l’invitation' },
    { name: 'invitation, for another account', path, as, status: 403 },
    { name: 'team', path: TEAM, as },
    { name: 'team, invitation refused', path: TEAM, as, press: 'Envoyer l’invitation' },
    { name: 'team that is verified', path: TEAM, as: 'Lucie Moreau' },
    { name: 'several hats', path: '/mes-espaces', as: 'Julien Maréchal' },
  ]
}

async function createDesk(territoryId: string, administratorId: string): Promise<ShownPage[]> {
  const as = 'Sophie Vasseur'
  const actor = { kind: 'administrator', accountId: administratorId, territoryId } as const
  await inviteProfessional({ actor, contact: 'pauline.roger@example.org', role: 'facilitator', now: NOW })
  const pending = { name: 'Association Les Amis', state: 'pending', flags: ['unknown_number'] } as const
  const { id } = await createOrganisation({ territoryId, ...pending, flags: [...pending.flags] })
  const toVerify = `/bureau/structures/${id}`
  const unfold = (page: Page) => page.locator('summary', { hasText: 'Ne pas l’inscrire' }).click()
  return [
    { name: 'professionals', path: '/administration/professionnels', as },
    { name: 'professionals, refused', path: '/administration/professionnels', as, press: /^Envoyer/ },
    { name: 'logo', path: '/administration/territoire', as },
    { name: 'logo, refused', path: '/administration/territoire', as, press: /^Garder/ },
    { name: 'lost factor', path: '/administration/second-facteur', as },
    { name: 'lost factor, refused', path: '/administration/second-facteur', as, press: /^Remettre/ },
    { name: 'organisations to verify', path: '/bureau/structures', as },
    { name: 'organisation to verify', path: toVerify, as },
    { name: 'organisation, refused without a word', path: toVerify, as, reach: unfold, press: /^Fermer/ },
  ]
}

/** Every page of one's own account, and of the ways in. */
async function createOwn(
  territoryId: string,
  ids: { candidate: string; referent: string },
): Promise<ShownPage[]> {
  await createSecondFactor(ids.referent)
  const fresh = await createProfessional('referent', { territoryId, firstName: 'Paul', lastName: 'Renard' })
  const candidate = { as: 'Nadia Benali', by: { accountId: ids.candidate } }
  const referent = { as: 'Inès Morel', by: { accountId: ids.referent } }
  const unproved = { as: 'Nadia Benali', by: { accountId: ids.candidate, isUnconfirmed: true } }
  const at = (accountId: string) => ({ as: 'somebody unconfirmed', by: { accountId, isUnconfirmed: true } })
  const phone = '/mon-compte/contact/telephone'
  const ask = (page: Page) => click(page, /^Un code par SMS/)
  const change = async (page: Page) => {
    await page.locator('[name=contact]').fill('06 39 98 77 77')
    await click(page, 'Recevoir un code')
  }
  return [
    { ...candidate, name: 'account', path: '/mon-compte?fait=appareils' },
    { ...candidate, name: 'new phone', path: phone },
    { ...candidate, name: 'new phone, refused', path: phone, press: 'Recevoir un code' },
    { ...candidate, name: 'new e-mail', path: '/mon-compte/contact/e-mail' },
    { ...candidate, name: 'code of a new phone', path: phone, reach: change },
    { ...candidate, name: 'code of a new phone, refused', path: '/mon-compte/code', press: 'Continuer' },
    { ...candidate, name: 'one hat', path: '/mes-espaces' },
    { ...unproved, name: 'is it you', path: phone },
    { ...unproved, name: 'is it you, code', path: phone, reach: ask },
    { ...unproved, name: 'is it you, code refused', path: '/mon-compte/preuve', press: 'Continuer' },
    { ...referent, name: 'account with a factor', path: '/mon-compte' },
    { ...referent, name: 'recovery codes', path: '/mon-compte/codes-de-secours' },
    {
      ...referent,
      name: 'recovery codes, drawn',
      path: '/mon-compte/codes-de-secours',
      reach: (page) => click(page, 'Montrer dix codes'),
    },
    { ...referent, name: 'another authenticator', path: '/mon-compte/application' },
    { ...referent, name: 'is it you, factor', path: '/mon-compte/preuve' },
    { ...at(fresh.account.id), name: 'enrolment', path: '/connexion/verification' },
    {
      ...at(fresh.account.id),
      name: 'enrolment, refused',
      path: '/connexion/verification',
      press: 'Continuer',
    },
    { ...at(ids.referent), name: 'second code', path: '/connexion/verification' },
    {
      ...at(ids.referent),
      name: 'second code, refused',
      path: '/connexion/verification',
      press: 'Continuer',
    },
  ]
}

/** The pages of accounts, roles and trust, for people of a territory that has the others. */
export async function createAccountPages(made: {
  territoryId: string
  organisationId: string
  candidateId: string
  referentId: string
  administratorId: string
}): Promise<ShownPage[]> {
  const { territoryId, organisationId, candidateId: candidate, referentId: referent } = made
  const code = { path: '/connexion', reach: askCode('06 39 98 77 01') }
  return [
    { ...code, name: 'code' },
    { ...code, name: 'code, refused', press: 'Entrer' },
    ...(await createStopped(territoryId)),
    ...(await createOrganisationEntry(territoryId)),
    ...(await createTeam(organisationId, territoryId)),
    ...(await createDesk(territoryId, made.administratorId)),
    ...(await createOwn(territoryId, { candidate, referent })),
  ]
}
