import type { LoaderFunctionArgs } from '@remix-run/node'
import { OWNERS_OF_DATA } from '#app/domain/rights.policy.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getOwnCopy } from '#app/queries/own-data.server.ts'

/** Everything kept about whoever is signed in, as a file to take away (GDPR articles 15 and 20). */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const actor = await requireActor(args.request, ...OWNERS_OF_DATA)
    const copy = (await getOwnCopy(actor)) ?? throwRefusal({ code: 'not_found' })
    return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
      headers: {
        ...privateHeaders(),
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="mes-donnees.json"',
      },
    })
  })
