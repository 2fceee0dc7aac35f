import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
} from '@remix-run/node'
import type { Response as Answer, Request as Asked, RequestHandler } from 'express'
import type { createKeptPages, Page } from './kept-pages.server.ts'
import { splitBuild } from './sub-builds.server.ts'

type Handle = ReturnType<typeof createRequestHandler>

/** The address as the browser wrote it: the host that trusted proxies tell, and its port, which Express leaves out. */
function addressOf(req: Asked): URL {
  const port = /:\d+$/.exec(req.get('X-Forwarded-Host') ?? req.get('Host') ?? '')?.[0] ?? ''
  return new URL(`${req.protocol}://${req.hostname}${port}${req.originalUrl}`)
}

function headersOf({ headers }: Asked): Headers {
  const read = new Headers()
  for (const [name, values] of Object.entries(headers))
    for (const value of [values ?? []].flat()) read.append(name, value)
  return read
}

/** Milliseconds after which a page that several wait for is given up. */
const SHARED_LIMIT_MS = 10_000

/** Tells when the browser hangs up before the answer. */
function hangUpSignal(res: Answer): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) controller.abort()
  })
  return controller.signal
}

/** The request as Remix reads it; it is given up when the signal tells so. */
function toRequest(req: Asked, url: URL, signal: AbortSignal): Request {
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  return new Request(url, {
    method: req.method,
    headers: headersOf(req),
    signal,
    ...(hasBody && { body: createReadableStreamFromReadable(req), duplex: 'half' }),
  })
}

async function toPage(response: Response): Promise<Page> {
  const body = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: [...response.headers], body }
}

/** Sends an answer whole: it is compressed at once, better and for less than piece by piece. */
function send(res: Answer, { status, headers, body }: Page) {
  res.status(status)
  for (const [name, value] of headers) res.append(name, value)
  if (body.length === 0) return void res.end()
  res.set('Content-Length', String(body.length))
  res.end(body)
}

function chooseHandle(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode?: string,
): (url: URL) => Handle {
  if (typeof build === 'function') {
    const handle = createRequestHandler(build, mode)
    return () => handle
  }
  const partFor = splitBuild(build)
  const handles = new Map<ServerBuild, Handle>()
  return (url) => {
    const part = partFor(url)
    const handle = handles.get(part) ?? createRequestHandler(part, mode)
    handles.set(part, handle)
    return handle
  }
}

/** What keeps the pages of a build, from the build itself: it then asks the database as they do, through one pool. */
export const keptPagesOf = ({ entry }: ServerBuild) =>
  (entry.module as { createKeptPages: typeof createKeptPages } & typeof entry.module).createKeptPages()

/**
 * Answers with the pages of a build, or of the one that the function gives at each request. With `kept`, those that it may
 * keep come from memory.
 */
export function createPageHandler(options: {
  build: ServerBuild | (() => Promise<ServerBuild>)
  getLoadContext: (req: Asked, res: Answer) => AppLoadContext
  kept?: ReturnType<typeof createKeptPages>
}): RequestHandler {
  const handleFor = chooseHandle(options.build, process.env.NODE_ENV)
  const { kept = (_asked, draw) => draw({ isShared: false }) } = options
  return async (req, res, next) => {
    try {
      const url = addressOf(req)
      const context = options.getLoadContext(req, res)
      const hungUp = hangUpSignal(res)
      const asked = { method: req.method, url, cookie: req.headers.cookie, nonce: context.cspNonce }
      const page = await kept(asked, async ({ isShared }) => {
        const request = toRequest(req, url, isShared ? AbortSignal.timeout(SHARED_LIMIT_MS) : hungUp)
        return toPage(await handleFor(url)(request, context))
      })
      send(res, page)
    } catch (error) {
      next(error)
    }
  }
}
