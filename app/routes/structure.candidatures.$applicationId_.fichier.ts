import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getApplicantFileToken } from '#app/queries/cv-file.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

/** Leads an organisation to the file of CV of somebody who applied to it. */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const actor = await requireActor(args.request, 'recruiter')
    const applicationId = requireId(args.params.applicationId)
    const token = await getApplicantFileToken({ actor, applicationId, now: systemClock() })
    if (!token.ok) throwRefusal(token.refusal)
    return redirect(`/fichiers/${token.value}`, { headers: privateHeaders() })
  })
