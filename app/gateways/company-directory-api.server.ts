import { z } from 'zod'
import { isRna, isSiret } from '#app/domain/organisation.ts'
import type { CompanyDirectory, DirectoryAnswer } from './company-directory.server.ts'

const SECONDS = 1000
const HOURS = 3600 * SECONDS
/** How long an answer is good for (terms of the service: companies change little within a day). */
const KEPT_MS = 2 * HOURS
const MOST_KEPT = 2000
/** A pause asked for by the service that somebody in front of a form may wait for. */
const LONGEST_PAUSE_MS = 2 * SECONDS

const place = z.object({
  siret: z.string(),
  adresse: z.string().nullish(),
  commune: z.string().nullish(),
  nom_commercial: z.string().nullish(),
  activite_principale: z.string().nullish(),
  etat_administratif: z.string(),
})
const answerSchema = z.object({
  results: z.array(
    z.object({
      nom_complet: z.string().nullish(),
      activite_principale: z.string().nullish(),
      etat_administratif: z.string(),
      siege: place.partial().nullish(),
      matching_etablissements: z.array(place).nullish(),
      complements: z
        .object({ est_association: z.boolean().nullish(), identifiant_association: z.string().nullish() })
        .nullish(),
    }),
  ),
})
type Company = z.output<typeof answerSchema>['results'][number]

function placeOf(company: Company, siret: string) {
  const { siege, matching_etablissements: matching } = company
  const found = matching?.find((one) => one.siret === siret)
  return found ?? (siege?.siret === siret ? siege : null)
}

function toAnswer(companies: readonly Company[], siret: string): DirectoryAnswer {
  for (const company of companies) {
    const found = placeOf(company, siret)
    const name = found?.nom_commercial || company.nom_complet
    if (!found || !name) continue
    const rna = company.complements?.identifiant_association ?? null
    return {
      kind: 'found',
      establishment: {
        siret,
        name,
        address: found.adresse || null,
        communeCode: found.commune || null,
        activity: found.activite_principale || company.activite_principale || null,
        isAssociation: company.complements?.est_association ?? false,
        rna: rna && isRna(rna) ? rna : null,
        isClosed: found.etat_administratif === 'F' || company.etat_administratif === 'C',
      },
    }
  }
  return { kind: 'unknown' }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 1)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECONDS : Number.POSITIVE_INFINITY
}

/**
 * The directory of recherche-entreprises.api.gouv.fr (7 requests/s an address). A 429 is obeyed: tried once more after a pause of
 * two seconds at most, else nobody asks before the pause is over. Answers are kept two hours, refusals never.
 */
export function companyDirectoryApi({
  url,
  timeoutMs = 4 * SECONDS,
  clock = Date.now,
}: {
  url: string
  timeoutMs?: number
  clock?: () => number
}): CompanyDirectory {
  const kept = new Map<string, { answer: DirectoryAnswer; until: number }>()
  let silentUntil = 0

  async function ask(siret: string, mayWait: boolean): Promise<DirectoryAnswer> {
    if (clock() < silentUntil) return { kind: 'unavailable' }
    const address = new URL('/search', url)
    address.search = new URLSearchParams({
      q: siret,
      minimal: 'true',
      include: 'siege,matching_etablissements,complements',
    }).toString()
    const response = await fetch(address, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status === 429) {
      const pause = pauseOf(response)
      if (!mayWait || pause > LONGEST_PAUSE_MS) {
        silentUntil = clock() + Math.min(pause, HOURS)
        return { kind: 'unavailable' }
      }
      await wait(pause)
      return ask(siret, false)
    }
    const read = response.ok ? answerSchema.safeParse(await response.json()) : null
    return read?.success ? toAnswer(read.data.results, siret) : { kind: 'unavailable' }
  }

  return {
    async findEstablishment(siret) {
      if (!isSiret(siret)) return { kind: 'unknown' }
      const known = kept.get(siret)
      if (known && known.until > clock()) return known.answer
      const answer = await ask(siret, true).catch((): DirectoryAnswer => ({ kind: 'unavailable' }))
      if (answer.kind === 'unavailable') return answer
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
      kept.set(siret, { answer, until: clock() + KEPT_MS })
      return answer
    },
  }
}
