import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { throwRefusal } from '#app/http/respond.server.ts'
import { getLogoContent } from '#app/queries/territory-logo.server.ts'

/** The territory's logo, for anybody: no cookie is read or set. Its address holds its hash, so that a copy of it never grows old. */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const logo = (await getLogoContent(args.params.hash ?? '')) ?? throwRefusal({ code: 'not_found' })
    return new Response(new Uint8Array(logo.content), {
      headers: {
        'Content-Type': `image/${logo.format}`,
        'Content-Length': String(logo.content.length),
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    })
  })
