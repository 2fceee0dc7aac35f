import { pino } from 'pino'
import { db } from '#app/db/client.server.ts'
import { findSignedIn } from '#app/db/sessions.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Result } from '#app/domain/result.ts'
import { actorOf } from '#app/domain/session.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { logger } from '#app/system/logger.server.ts'
import { hashToken, signInCode } from '#app/system/secrets.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { verifySignInCode } from '#app/use-cases/verify-sign-in-code.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'

export const VISIT = { previousReference: null, device: 'Firefox sur Linux' }

/** The value of a gesture that has to succeed. */
export async function done<T>(gesture: Promise<Result<T>>): Promise<T> {
  const result = await gesture
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

let connections = 0
/** An internet connection that nobody has used yet. */
const newAddress = () => `10.${Math.floor(++connections / 250)}.${connections % 250}.1`

/** Asks for a code, types it, and is in: the actor and the browser's reference. */
export async function comeIn(contact: string, now: Date): Promise<{ actor: Actor; reference: string }> {
  const address = newAddress()
  const { codeId } = await done(requestSignInCode({ contact, address, now }))
  const code = signInCode(codeId)
  const { reference } = await done(verifySignInCode({ codeId, code, address, visit: VISIT, now }))
  const signedIn = await findSignedIn(db(), hashToken(reference), now)
  if (!signedIn) throw new Error('nobody has come in')
  return { actor: actorOf(signedIn, now), reference }
}

/** The actor, sure to be of this kind. */
export function as<K extends Actor['kind']>(kind: K, actor: Actor): Extract<Actor, { kind: K }> {
  if (actor.kind !== kind) throw new Error(`${actor.kind} instead of ${kind}`)
  return actor as Extract<Actor, { kind: K }>
}

export type Stage = Awaited<ReturnType<typeof createStage>>

/** Those who stay all along: whoever works for the territory, an employer, and one person who comes back every month. */
export async function createStage() {
  const settings = territorySettingsSchema.parse({ codesPerHour: 100_000, maxApplicationsPerOffer: 500 })
  const { id: territoryId } = await createTerritory({ settings })
  await createCommunes()
  await createReferences()
  const professional = async <R extends Parameters<typeof createProfessional>[0]>(
    role: R,
    lastName: string,
  ) => createProfessional(role, { firstName: 'Reste', lastName })
  return {
    territoryId,
    hotline: await professional('hotline', 'Accueil'),
    officer: await professional('relation_officer', 'Relations'),
    administrator: await professional('administrator', 'Administration'),
    referent: await professional('referent', 'Suivi'),
    employer: await createRecruiter({ account: { firstName: 'Reste', lastName: 'Employeuse' } }),
    survivor: await createCandidate({
      account: { firstName: 'Reste', lastName: 'Candidate', email: 'celle.qui.reste@exemple.fr' },
    }),
    startedAt: NOW,
  }
}

/** Everything written to the log from now on, a line each, at every level. */
export function listenToLog(): { lines: string[]; stop(): void } {
  const lines: string[] = []
  const held = logger as unknown as Record<symbol, unknown>
  const { streamSym } = pino.symbols
  const before = { stream: held[streamSym], level: logger.level }
  held[streamSym] = { write: (line: string) => void lines.push(line) }
  logger.level = 'trace'
  return {
    lines,
    stop() {
      held[streamSym] = before.stream
      logger.level = before.level
    },
  }
}
