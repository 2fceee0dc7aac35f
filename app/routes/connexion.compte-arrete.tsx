import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StoppedAccount } from '#app/components/sign-in/stopped-account.tsx'
import { arrivalPath } from '#app/http/home-path.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { stoppedCode, stoppedForgotten } from '#app/http/stopped-account.server.ts'
import { getStoppedAccount } from '#app/queries/stopped-account.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { reactivateOwnAccount } from '#app/use-cases/reactivate-own-account.server.ts'

export const meta = () => [{ title: 'Votre compte' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const codeId = stoppedCode(request)
  const stopped = codeId && (await getStoppedAccount(codeId, systemClock()))
  if (!stopped) throw redirect('/connexion')
  return stopped
}

export async function action({ request }: ActionFunctionArgs) {
  const codeId = stoppedCode(request)
  if (!codeId) throw redirect('/connexion')
  const now = systemClock()
  const woken = await reactivateOwnAccount({ codeId, visit: visitOf(request), now })
  if (!woken.ok && woken.refusal.code === 'code_expired') throw redirect('/connexion')
  if (!woken.ok) throwRefusal(woken.refusal)
  const headers: [string, string][] = [
    ['Set-Cookie', sessionStarted(woken.value, now)],
    ['Set-Cookie', stoppedForgotten()],
  ]
  throw redirect(arrivalPath(woken.value.hats), { headers })
}

export default function Stopped() {
  return <StoppedAccount {...useLoaderData<typeof loader>()} />
}
