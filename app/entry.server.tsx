import { PassThrough } from 'node:stream'
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from '#app/components/frame/nonce-context.ts'
import { getFrameOrOutage, noteOutage, tellOutage } from '#app/http/frame-outage.server.ts'
import { logger } from '#app/system/logger.server.ts'

/** Loaders that have not answered by then are given up; rendering gets a second more to say so. */
export const streamTimeout = 10_000

/** Remix leaves the root's loader out of unknown addresses and of failed actions: their pages need the frame too. */
async function addFrame(
  { staticHandlerContext: state }: EntryContext,
  request: Request,
  context: AppLoadContext,
) {
  if (!state.errors || state.loaderData.root) return
  state.loaderData.root = await getFrameOrOutage(request, context).catch(() => undefined)
}

/** A page asked for with a cookie may name somebody: no copy is kept of it unless its route says so. */
function keepPrivate(headers: Headers, request: Request) {
  if (request.headers.has('Cookie') && !headers.has('Cache-Control'))
    headers.set('Cache-Control', 'private, no-store')
}

export const handleDataRequest: HandleDataRequestFunction = (response, { request }) => {
  keepPrivate(response.headers, request)
  return response
}

export default async function handleRequest(
  request: Request,
  failedStatus: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { cspNonce } = loadContext
  keepPrivate(headers, request)
  const status = tellOutage(remixContext.staticHandlerContext, failedStatus, loadContext)
  await addFrame(remixContext, request, loadContext)
  // Robots and error pages get whole documents, so that the status is known before the first byte leaves.
  const whole = isbot(request.headers.get('user-agent')) || status >= 400
  return new Promise((resolve, reject) => {
    let isShellSent = false
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        [whole ? 'onAllReady' : 'onShellReady']() {
          isShellSent = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          finalStatus = 500
          // Errors before the shell reach handleError by the rejection.
          if (isShellSent) logger.error({ err: error }, 'page rendering failed')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** The path without what could name a person or open a door: long segments, and those with digits. */
const pathShape = (url: string): string =>
  new URL(url).pathname
    .split('/')
    .map((segment) => (/\d/.test(segment) || segment.length > 24 ? ':id' : segment))
    .join('/')

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  noteOutage(error, context)
  if (request.signal.aborted) return
  if (isRouteErrorResponse(error) && error.status < 500) return
  logger.error({ err: error, method: request.method, path: pathShape(request.url) }, 'page failed')
}
