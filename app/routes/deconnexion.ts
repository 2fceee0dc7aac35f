import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { sessionEnded, sessionReference } from '#app/http/session.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { endSession } from '#app/use-cases/end-session.server.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  await endSession({ reference: sessionReference(request), now: systemClock() })
  return redirect('/', { headers: { 'Set-Cookie': sessionEnded() } })
}
