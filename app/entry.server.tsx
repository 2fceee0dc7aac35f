import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import type { RouteHandle } from '#app/components/frame/frame-data.ts'
import { NonceContext } from '#app/components/frame/nonce-context.ts'
import { getFrameOrOutage, noteOutage, tellOutage } from '#app/http/frame-outage.server.ts'
import { logger } from '#app/system/logger.server.ts'

// The pages and what keeps them read the database through one copy of its modules: that of the build.
export { createKeptPages } from '#app/http/kept-pages.server.ts'

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

const hasScripts = ({ staticHandlerContext: { matches } }: EntryContext) =>
  matches.some(({ route }) => (route.handle as RouteHandle | undefined)?.hydrate)

/** The page with what its scripts take up from it. */
const renderWithScripts = (page: ReactElement, nonce: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let isDrawn = false
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        isDrawn = true
      },
      onAllReady: () => resolve(text(pipe(new PassThrough()))),
      onShellError: reject,
      onError(error) {
        // What fails before the page is drawn reaches handleError by the rejection.
        if (isDrawn) logger.error({ err: error }, 'page rendering failed')
      },
    })
    setTimeout(abort, streamTimeout + 1_000).unref()
  })

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
  const page = (
    <NonceContext.Provider value={cspNonce}>
      <RemixServer context={remixContext} url={request.url} nonce={cspNonce} abortDelay={streamTimeout} />
    </NonceContext.Provider>
  )
  const html = hasScripts(remixContext)
    ? await renderWithScripts(page, cspNonce)
    : `<!DOCTYPE html>${renderToStaticMarkup(page)}`
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(html, { headers, status })
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
