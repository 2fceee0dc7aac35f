import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseAskedCommunes } from '#app/domain/commune.ask.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { getCommuneChoices } from '#app/queries/commune-choices.server.ts'

/** The communes that answer to a text, or the one nearest to a position: what a field proposes while one types. */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const asked = parseAskedCommunes(new URL(args.request.url).searchParams)
    return Response.json(asked ? await getCommuneChoices(asked) : [], {
      headers: { 'Cache-Control': 'public, max-age=3600' },
    })
  })
