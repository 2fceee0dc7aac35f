import { parseArgs } from 'node:util'
import { messageOf } from '#app/http/respond.server.ts'
import { appointAdministrator } from '#app/use-cases/appoint-administrator.server.ts'
import { isMain } from './root.mjs'
import { runCommand, type Say, withDatabase } from './with-database.ts'

const USAGE = 'npm run account:administrator -- --email somebody@example.org (or --phone 0639980001)'

/** Makes the account of an e-mail or a phone an administrator of the territory; returns the exit code. */
export async function appointAdministratorCommand(args: string[], say: Say): Promise<number> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' }, phone: { type: 'string' } } })
  const contact = values.email ?? values.phone
  if (!contact) throw new Error(`Say whom: ${USAGE}`)
  return withDatabase(async () => {
    const appointed = await appointAdministrator({ contact, now: new Date() })
    if (appointed.ok) say('Done: this person signs in at /connexion, then sets up a second factor.')
    else say(Object.values(appointed.refusal.fields).flat()[0] ?? messageOf(appointed.refusal.code))
    return appointed.ok ? 0 : 1
  })
}

if (isMain(import.meta)) await runCommand(appointAdministratorCommand, USAGE)
