import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createContactRequest } from '#app/db/contact-requests.server.ts'
import { createMessage } from '#app/db/messages.server.ts'
import { readReference } from '#app/db/reference.server.ts'
import type { Match } from '#app/domain/match.ts'
import { loader as hotlinePerson } from '#app/routes/accueil.personnes.$accountId._index.tsx'
import { loader as deskOffer } from '#app/routes/bureau.offres.$offerId.tsx'
import { loader as ownData } from '#app/routes/mes-donnees._index.tsx'
import { loader as dashboard } from '#app/routes/structure._index.tsx'
import { loader as received } from '#app/routes/structure.candidatures.$applicationId.tsx'
import { loader as ownOffer } from '#app/routes/structure.offres.$offerId._index.tsx'
import { loader as people } from '#app/routes/structure.personnes.tsx'
import { newId } from '#app/system/id.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'
import { isOfPage, MOST_STATEMENTS, tapDatabase } from '#tests/setup/sql-tap.ts'

useTestDatabase()

type Whole = Awaited<ReturnType<typeof createWholePerson>>
type Page = { path: string; cookie: string; params?: Record<string, string> }

let tap: Awaited<ReturnType<typeof tapDatabase>>
let whole: Whole
let quietOfferId: string
const cookies: Record<string, string> = {}

const visible = () => createCandidate({ profile: { visibility: 'visible' } })

/** Somebody who was asked for a word about an offer, and the message that said so. */
async function ask({ employer }: Whole, match: Partial<Match> & { offerId: string }) {
  const { account, profile } = await visible()
  const { id: matchId } = await createMatch({ ...match, profileId: profile.id })
  const { organisationId } = employer
  const said = { id: newId(), sentence: 'Bonjour.', createdAt: NOW, agreedAt: null }
  await createContactRequest(db(), { ...said, matchId, organisationId, accountId: employer.account.id })
  await createMessage(db(), {
    ...{ id: newId(), eventId: newId(), accountId: account.id, channel: 'sms', kind: 'match_proposed' },
    ...{ subjectId: matchId, state: 'delivered', providerId: null, segments: 1, attempts: 1 },
    ...{ sendAfter: NOW, createdAt: NOW, updatedAt: NOW },
  })
}

/** An offer with proposals, reserve, applications, requests and a history, and another with nobody but who declined. */
beforeAll(async () => {
  tap = await tapDatabase()
  await createReferences()
  whole = await createWholePerson()
  const { employer, offer, officer, account } = whole
  const { organisationId } = employer
  quietOfferId = (await createOffer({ organisationId, occupationCode: 'G1602' })).id
  for (const offerId of [offer.id, quietOfferId]) {
    await createApplication({ offerId })
    const line = { offerId, action: 'publish', toState: 'published', at: NOW }
    await db().offerChange.create({ data: { ...line, id: newId(), accountId: employer.account.id } })
  }
  for (const isAllocated of [true, true, false])
    await createMatch({ offerId: offer.id, profileId: (await visible()).profile.id, isAllocated })
  await ask(whole, { offerId: offer.id, state: 'notified' })
  await ask(whole, { offerId: quietOfferId, state: 'declined' })
  const good = await createAccount()
  await db().account.update({ where: { id: account.id }, data: { duplicateOfId: good.id } })
  const { territoryId } = account
  const hotline = await createAccount({ role: 'hotline', territoryId })
  cookies.employer = await signIn(employer.account.id)
  cookies.officer = await signIn(officer.account.id)
  cookies.hotline = await signIn(hotline.id)
  cookies.person = await signIn(account.id)
})

const PAGES: [string, (args: LoaderFunctionArgs) => unknown, () => Page][] = [
  ['its offers', dashboard, () => ({ path: '/structure', cookie: 'employer' })],
  [
    'an offer with everything',
    ownOffer,
    () => ({ path: '/structure/offres/x', cookie: 'employer', params: { offerId: whole.offer.id } }),
  ],
  [
    'an offer with the first people',
    ownOffer,
    () => ({ path: '/structure/offres/x', cookie: 'employer', params: { offerId: quietOfferId } }),
  ],
  [
    'an application',
    received,
    () => ({
      path: '/structure/candidatures/x',
      cookie: 'employer',
      params: { applicationId: whole.application.id },
    }),
  ],
  ['people found', people, () => ({ path: '/structure/personnes', cookie: 'employer' })],
  [
    'an offer on the desk',
    deskOffer,
    () => ({ path: '/bureau/offres/x', cookie: 'officer', params: { offerId: whole.offer.id } }),
  ],
  [
    'somebody on the telephone',
    hotlinePerson,
    () => ({ path: '/accueil/personnes/x', cookie: 'hotline', params: { accountId: whole.account.id } }),
  ],
  ['own data', ownData, () => ({ path: '/mes-donnees', cookie: 'person' })],
]

test.each(PAGES)('%s: full, the page still sends few statements', async (_, loader, pageOf) => {
  const { path, cookie, params } = pageOf()
  await readReference()
  tap.take()
  const { status, body } = await answerOf(() =>
    loader(routeArgs(requestTo(path, { cookie: cookies[cookie] }), params)),
  )
  const statements = tap.take().filter(isOfPage)
  expect([status, body]).toEqual([200, expect.anything()])
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(MOST_STATEMENTS.somebody)
})
