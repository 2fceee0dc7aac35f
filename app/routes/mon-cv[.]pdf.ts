import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { cvPdf } from '#app/http/cv-pdf.server.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getOwnCv } from '#app/queries/cv.server.ts'

/** The CV of whoever is signed in, as a file to print or to send. */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const actor = await requireActor(args.request, 'candidate')
    const file = await cvPdf(await getOwnCv(actor))
    return new Response(new Uint8Array(file), {
      headers: {
        ...privateHeaders(),
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'attachment; filename="mon-cv.pdf"',
      },
    })
  })
