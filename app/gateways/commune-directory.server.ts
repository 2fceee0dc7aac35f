const FIELDS = 'nom,code,codesPostaux,population,siren,codeEpci,centre'
const TIME_LIMIT_MS = 15_000
const TRIES = 3
const FIRST_WAIT_MS = 1000

export const COMMUNE_DIRECTORY_URL = 'https://geo.api.gouv.fr'

/** The service could not be asked, or did not answer with JSON: the message says what happened and how often it was tried. */
export class CommuneDirectoryError extends Error {}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * What geo.api.gouv.fr answers for the communes of a département, unread. Each try has 15 s; silence, 429 and 5xx are tried
 * three times, 1 s then 2 s apart. Throws a CommuneDirectoryError.
 */
export async function fetchCommunes(
  departementCode: string,
  options: {
    baseUrl?: string
    firstWaitMs?: number
    timeLimitMs?: number
    onRetry?: (why: string) => void
  } = {},
): Promise<unknown> {
  const {
    baseUrl = COMMUNE_DIRECTORY_URL,
    firstWaitMs = FIRST_WAIT_MS,
    timeLimitMs = TIME_LIMIT_MS,
  } = options
  const url = new URL('/communes', baseUrl)
  url.search = new URLSearchParams({ codeDepartement: departementCode, fields: FIELDS }).toString()
  let why = ''
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await ask(url, timeLimitMs)
    if ('json' in answer) return answer.json
    why = answer.why
    if (!answer.isTemporary)
      throw new CommuneDirectoryError(`${url.host} refused the département ${departementCode}: ${why}`)
    if (attempt === TRIES) break
    options.onRetry?.(why)
    await wait(firstWaitMs * 2 ** (attempt - 1))
  }
  throw new CommuneDirectoryError(
    `${url.host} cannot be reached (${why}, ${TRIES} tries). Save its answer elsewhere and give it with --file, or try again later.`,
  )
}

type Answer = { json: unknown } | { why: string; isTemporary: boolean }

async function ask(url: URL, timeLimitMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimitMs),
      headers: { accept: 'application/json' },
    })
    if (!response.ok)
      return {
        why: `HTTP ${response.status}`,
        isTemporary: response.status === 429 || response.status >= 500,
      }
    return { json: await response.json() }
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } }
    if (name === 'TimeoutError') return { why: `no answer in ${timeLimitMs / 1000} s`, isTemporary: true }
    if (name === 'SyntaxError') return { why: 'the answer is not JSON', isTemporary: true }
    return { why: cause?.code ?? message, isTemporary: true }
  }
}
