import { keepWhileStamped, readStamps, type Stamps } from '#app/db/stamps.server.ts'

/**
 * The pages that say the same to whoever comes without a cookie, as long as the offers and the reference stand: what they read is
 * kept under these two stamps, and nothing else, neither the day nor who asks.
 */
export const KEPT_PATHS: ReadonlySet<string> = new Set(['/', '/offres'])

const MOST_KEPT = 500

/** A page as it is sent. */
export type Page = { status: number; headers: [name: string, value: string][]; body: Buffer }

/** Draws a page; one that is shared is drawn even when who asked first hangs up. */
type Draw = (how: { isShared: boolean }) => Promise<Page>

type Asked = { method: string; url: URL; cookie: string | undefined; nonce: string }

/** A page in the pieces between its nonces: each answer has one of its own. */
type Kept = Pick<Page, 'status' | 'headers'> & { pieces: Buffer[] }

const cut = ({ body, ...page }: Page, nonce: string): Kept => ({
  ...page,
  pieces: body
    .toString()
    .split(nonce)
    .map((piece) => Buffer.from(piece)),
})

const join = ({ pieces, ...page }: Kept, nonce: string): Page => {
  const own = Buffer.from(nonce)
  return { ...page, body: Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [own, piece]))) }
}

const isFit = ({ status, headers }: Kept) =>
  status === 200 && headers.every(([name]) => name.toLowerCase() !== 'set-cookie')

const stampsOrNone = (): Promise<Stamps | null> => readStamps().catch(() => null)

/**
 * Answers from memory the pages that may be kept, as long as both stamps stand, with the nonce of each answer; whoever asks while a
 * page is drawn waits for it, unless it turns out not to be kept. `draw` is asked for any other page, and while the database does
 * not answer: it says so.
 */
export function createKeptPages() {
  const keep = keepWhileStamped<Kept>('offers', MOST_KEPT, isFit)
  return async ({ method, url, cookie, nonce }: Asked, draw: Draw): Promise<Page> => {
    if (method !== 'GET' || cookie !== undefined || !KEPT_PATHS.has(url.pathname))
      return draw({ isShared: false })
    const stamps = await stampsOrNone()
    if (!stamps) return draw({ isShared: false })
    let isOwn = false
    const kept = await keep(stamps, `${stamps.reference} ${url.href}`, async () => {
      isOwn = true
      return cut(await draw({ isShared: true }), nonce)
    })
    return isOwn || isFit(kept) ? join(kept, nonce) : draw({ isShared: false })
  }
}
