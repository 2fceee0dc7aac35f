import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
} from '@remix-run/node'
import type { Response as Answer, Request as Asked, RequestHandler } from 'express'
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

/** The request as Remix reads it; it is given up when the browser hangs up before the answer. */
function toRequest(req: Asked, res: Answer, url: URL): Request {
  const controller = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) controller.abort()
  })
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  return new Request(url, {
    method: req.method,
    headers: headersOf(req),
    signal: controller.signal,
    ...(hasBody && { body: createReadableStreamFromReadable(req), duplex: 'half' }),
  })
}

/** Sends an answer whole: it is compressed at once, better and for less than piece by piece. */
async function send(res: Answer, response: Response) {
  res.statusMessage = response.statusText
  res.status(response.status)
  for (const [name, value] of response.headers) res.append(name, value)
  if (!response.body) return void res.end()
  const body = Buffer.from(await response.arrayBuffer())
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

/** Answers with the pages of a build, or of the one that the function gives at each request. */
export function createPageHandler(options: {
  build: ServerBuild | (() => Promise<ServerBuild>)
  getLoadContext: (req: Asked, res: Answer) => AppLoadContext
}): RequestHandler {
  const handleFor = chooseHandle(options.build, process.env.NODE_ENV)
  return async (req, res, next) => {
    try {
      const url = addressOf(req)
      const request = toRequest(req, res, url)
      await send(res, await handleFor(url)(request, options.getLoadContext(req, res)))
    } catch (error) {
      next(error)
    }
  }
}
