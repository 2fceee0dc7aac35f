import { randomUUID } from 'node:crypto'
import { logAccesses } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { createContactRequest } from '#app/db/contact-requests.server.ts'
import { deliverLocally } from '#app/db/local-deliveries.server.ts'
import { createMessage } from '#app/db/messages.server.ts'
import { createSession } from '#app/db/sessions.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { SENTENCE_MAX } from '#app/domain/contact-request.ts'
import { ok } from '#app/domain/result.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'
import { createOfficer, createRecruiter } from './account.ts'
import { createAnswerLink } from './answer-link.ts'
import { createApplication, createSpontaneous } from './application.ts'
import { createCandidate } from './candidate.ts'
import { createCvEntry } from './cv-entry.ts'
import { createCvFile } from './cv-file.ts'
import { createMatch } from './match.ts'
import { NOW } from './now.ts'
import { createOffer } from './offer.ts'
import { createOfferMark } from './offer-mark.ts'
import { createToldOffer } from './saved-search.ts'

/** Names that stand for one person and nobody else: what is searched for once she or he has gone. */
export type Marks = { firstName: string; lastName: string; phone: string; email: string; sentence: string }

/** Somebody with a row in every table that can hold one about a person. */
export async function createWholePerson(marks: Partial<Marks> & { role?: 'candidate' | 'recruiter' } = {}) {
  const { sentence = 'Je suis disponible tout de suite.', role = 'candidate', ...names } = marks
  const officer = await createOfficer()
  const candidate = await createCandidate({ account: { ...names, role } })
  const { account, profile } = candidate
  const employer = await createRecruiter()
  const offer = await createOffer({ organisationId: employer.organisationId })
  const own = { accountId: account.id }
  const said = `${account.firstName} ${account.lastName}`
  await createSession(db(), {
    ...own,
    idHash: hashToken(newReference()),
    worn: { role: 'candidate', organisationId: null },
    device: 'Firefox sur Android',
    confirmedAt: null,
    now: NOW,
    expiresAt: new Date(NOW.getTime() + 30 * 86_400_000),
  })
  const id = randomUUID
  await db().signInCode.create({
    data: { id: id(), ...own, channel: 'sms', createdAt: NOW, expiresAt: NOW, usedAt: NOW },
  })
  await db().registration.create({
    data: { ...own, kind: 'candidate', answers: { said, sentence }, updatedAt: NOW },
  })
  await db().consent.createMany({
    data: (['registration', 'messages', 'visibility', 'situation'] as const).map((purpose) => ({
      id: id(),
      ...own,
      purpose,
      how: 'phone',
      recordedById: officer.account.id,
      givenAt: NOW,
    })),
  })
  await db().accountChange.create({
    data: { id: id(), ...own, action: 'suspended', reason: said, byId: officer.account.id, at: NOW },
  })
  await db().suspensionRequest.create({
    data: {
      id: id(),
      ...own,
      kind: 'suspend',
      reason: said,
      proposedById: officer.account.id,
      proposedAt: NOW,
    },
  })
  await createCvEntry({ profileId: profile.id, title: said, place: sentence, fromYear: 2021, details: said })
  await createOfferMark({ profileId: profile.id, offerId: offer.id })
  await createToldOffer({ profileId: profile.id, offerId: offer.id, text: said })
  await createCvFile({ profileId: profile.id, text: said })
  await db().secondFactor.create({ data: { ...own, encryptedSecret: id(), createdAt: NOW } })
  await db().recoveryCode.create({ data: { id: id(), ...own, codeHash: hashToken(id()) } })
  await db().invitation.create({
    data: {
      id: id(),
      tokenHash: hashToken(id()),
      territoryId: account.territoryId,
      ...own,
      role: 'recruiter',
      organisationId: employer.organisationId,
      invitedById: employer.account.id,
      createdAt: NOW,
      expiresAt: NOW,
    },
  })
  await db().organisationVerification.create({
    data: { id: id(), organisationId: employer.organisationId, ...own, createdAt: NOW, expiresAt: NOW },
  })
  await db().joinRequest.create({
    data: { id: id(), organisationId: employer.organisationId, ...own, createdAt: NOW },
  })
  await db().contactProof.create({
    data: {
      id: id(),
      ...own,
      purpose: 'change',
      channel: 'email',
      contact: account.email ?? '',
      previous: account.phone,
      createdAt: NOW,
      expiresAt: NOW,
    },
  })
  await db().membership.create({
    data: { ...own, organisationId: employer.organisationId, role: 'member', createdAt: NOW },
  })
  await db().portfolio.createMany({
    data: [
      { referentId: officer.account.id, profileId: profile.id, since: NOW },
      { referentId: account.id, profileId: profile.id, since: NOW },
    ],
  })
  const match = await createMatch({ offerId: offer.id, profileId: profile.id, reason: said })
  await db().matchChange.create({
    data: {
      id: id(),
      matchId: match.id,
      action: 'approve',
      fromState: 'proposed',
      toState: 'approved',
      reason: said,
      accountId: officer.account.id,
      at: NOW,
    },
  })
  const application = await createApplication({ offerId: offer.id, profileId: profile.id, sentence })
  await createSpontaneous({ organisationId: employer.organisationId, profileId: profile.id, sentence })
  await db().applicationChange.create({
    data: {
      id: id(),
      applicationId: application.id,
      action: 'send',
      toState: 'sent',
      reason: said,
      accountId: account.id,
      at: NOW,
    },
  })
  await createAnswerLink({ match })
  await createContactRequest(db(), {
    id: id(),
    matchId: match.id,
    organisationId: employer.organisationId,
    accountId: employer.account.id,
    sentence: said.slice(0, SENTENCE_MAX),
    createdAt: NOW,
    agreedAt: NOW,
  })
  for (const [accountId, text, to] of [
    [account.id, `Bonjour ${said}`, account.phone ?? account.email ?? ''],
    [employer.account.id, `${said} postule`, employer.account.email ?? ''],
  ] as const) {
    const messageId = id()
    await createMessage(db(), {
      id: messageId,
      eventId: id(),
      accountId,
      channel: 'sms',
      kind: 'application_received',
      subjectId: application.id,
      state: 'delivered',
      providerId: null,
      segments: 1,
      attempts: 1,
      sendAfter: NOW,
      createdAt: NOW,
      updatedAt: NOW,
    })
    await deliverLocally(db(), {
      clientReference: messageId,
      channel: 'sms',
      recipient: to,
      sender: 'ACTIFS',
      subject: null,
      text,
      html: null,
      segments: 1,
      sentAt: NOW,
    })
  }
  await inTransaction(async (tx) => {
    const reading = { at: NOW, territoryId: account.territoryId, organisationId: null, reason: said }
    await logAccesses(tx, [
      {
        ...reading,
        accountId: officer.account.id,
        role: 'relation_officer',
        profileId: profile.id,
        purpose: 'profile',
      },
    ])
    return ok(null)
  })
  return { ...candidate, officer, employer, offer, application, match }
}
