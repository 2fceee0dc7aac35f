import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { findAccount, saveContactChoice, saveName } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { findCommune } from '#app/db/communes.server.ts'
import { recordConsent } from '#app/db/consents.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { createProfile } from '#app/db/profiles.server.ts'
import { deleteRegistration } from '#app/db/registrations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { firstProfile } from '#app/domain/profile.ts'
import { consentsOf, firstAnswers, firstContactChoice } from '#app/domain/registration.finish.ts'
import type { CompleteRegistration } from '#app/domain/registration.ts'
import { newId } from '#app/system/id.server.ts'

/**
 * What the last answer of a sign-up does, inside the caller's transaction: the account gets its name and its profile, the
 * consents are written down, and the answers are forgotten.
 */
export async function finishRegistration(
  tx: Db,
  options: { accountId: string; answers: CompleteRegistration; now: Date },
): Promise<void> {
  const { accountId, answers, now } = options
  const [account, commune] = [
    await findAccount(tx, accountId),
    await findCommune(tx, answers.commune.communeCode),
  ]
  if (!account || !commune) throw new Error('a sign-up has an account and a commune that exist')
  const { territoryId } = account
  const { settings } = await getTerritory(tx, territoryId)
  const profile = firstProfile(firstAnswers(answers), { id: newId(), accountId, territoryId, commune, now })
  await saveName(tx, accountId, answers.name)
  const choice = firstContactChoice(answers, account, settings.monthlySolicitations)
  await saveContactChoice(tx, accountId, choice)
  await createProfile(tx, profile)
  for (const purpose of consentsOf(answers, choice)) {
    const said = { how: 'online', recordedById: null, givenAt: now } as const
    await recordConsent(tx, { id: newId(), accountId, purpose, ...said })
  }
  const change = {
    id: newId(),
    accountId,
    action: 'registered',
    reason: null,
    byId: accountId,
    at: now,
  } as const
  await recordAccountChange(tx, change)
  await deleteRegistration(tx, accountId)
  await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], now)
}
