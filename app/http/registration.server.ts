import { redirect } from '@remix-run/node'
import { type Actor, ROLES, type Role } from '#app/domain/actor.ts'
import { REGISTRATION_PATHS } from '#app/domain/registration.labels.ts'
import type { RegistrationStep } from '#app/domain/registration.ts'
import { getActor, requireActor } from './actor.server.ts'
import { homePath } from './home-path.server.ts'

const roleOf = ({ kind }: Actor): Role | null => ROLES.find((role) => role === kind) ?? null

/** Sends home whoever has signed up already. */
export async function sendHomeWhoeverHasAHat(request: Request): Promise<void> {
  const role = roleOf(await getActor(request))
  if (role) throw redirect(homePath(role))
}

/** The newcomer who answers a question of the sign-up. Nobody in particular is sent to sign in, everybody else home. */
export async function requireNewcomer(request: Request): Promise<Extract<Actor, { kind: 'newcomer' }>> {
  await sendHomeWhoeverHasAHat(request)
  return requireActor(request, 'newcomer')
}

/** The page to go to once a question is answered: the next one, or the first offers. */
export const pathAfter = (next: RegistrationStep | null): string =>
  next ? REGISTRATION_PATHS[next] : '/mes-offres?fait=inscription'
