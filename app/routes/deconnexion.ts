import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { sessionEnded, sessionReference } from '#app/http/session.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { endSession } from '#app/use-cases/end-session.server.ts'

export const loader = () => redirect('/')

export const action = (args: ActionFunctionArgs) =>
  answerOrOutage(args, async () => {
    await endSession({ reference: sessionReference(args.request), now: systemClock() })
    return redirect('/', { headers: { 'Set-Cookie': sessionEnded() } })
  })
