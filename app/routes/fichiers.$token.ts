import type { LoaderFunctionArgs } from '@remix-run/node'
import type { CvFileFormat } from '#app/domain/cv-file.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getCvFileContent } from '#app/queries/cv-file.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

const TYPES: Record<CvFileFormat, [type: string, extension: string]> = {
  pdf: ['application/pdf', 'pdf'],
  jpeg: ['image/jpeg', 'jpg'],
  png: ['image/png', 'png'],
}

/**
 * A file that somebody added, for who holds its address: no cookie is read or set. It is saved and never shown, and nothing in it
 * may run or be fetched.
 */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const file = await getCvFileContent(args.params.token ?? '', systemClock())
    if (!file.ok) throwRefusal(file.refusal)
    const { format, content } = file.value
    const [type, extension] = TYPES[format]
    return new Response(new Uint8Array(content), {
      headers: {
        ...privateHeaders(),
        'Content-Type': type,
        'Content-Length': String(content.length),
        'Content-Disposition': `attachment; filename="cv.${extension}"`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    })
  })
