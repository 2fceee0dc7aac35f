import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getOwnCvFileToken } from '#app/queries/cv-file.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

/** Leads whoever is signed in to her or his own file of CV. */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const actor = await requireActor(args.request, 'candidate')
    const token = await getOwnCvFileToken(actor, systemClock())
    if (!token) throwRefusal({ code: 'not_found' })
    return redirect(`/fichiers/${token}`, { headers: privateHeaders() })
  })
