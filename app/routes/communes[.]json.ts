import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseAskedCommunes } from '#app/domain/commune.ask.ts'
import { getCommuneChoices } from '#app/queries/commune-choices.server.ts'

/** The communes that answer to a text, or the one nearest to a position: what a field proposes while one types. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = parseAskedCommunes(new URL(request.url).searchParams)
  return Response.json(asked ? await getCommuneChoices(asked) : [], {
    headers: { 'Cache-Control': 'public, max-age=3600' },
  })
}
