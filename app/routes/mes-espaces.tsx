import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HatList } from '#app/components/account/hat-list.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ROLES } from '#app/domain/actor.ts'
import { isId } from '#app/domain/ids.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { homePath } from '#app/http/home-path.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionReference, sessionStarted } from '#app/http/session.server.ts'
import { getOwnHats } from '#app/queries/own-hats.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { wearHat } from '#app/use-cases/wear-hat.server.ts'

export const meta = () => [{ title: 'Mes espaces' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  return { hats: await getOwnHats(actor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, ...ROLES)
  const raw = await readForm(request)
  const now = systemClock()
  const role = ROLES.find((one) => one === textOf(raw, 'role'))
  if (!role) return throwRefusal({ code: 'not_found' })
  const organisationId = isId(raw.organisationId) ? raw.organisationId : null
  const reference = sessionReference(request) ?? ''
  const worn = await wearHat({ actor, reference, hat: { role, organisationId }, now })
  if (!worn.ok) return throwRefusal(worn.refusal)
  throw redirect(homePath(role), { headers: { 'Set-Cookie': sessionStarted(worn.value, now) } })
}

export default function OwnSpaces() {
  const { hats } = useLoaderData<typeof loader>()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Mes espaces"
        lead="Choisissez où vous allez. Ce que vous voyez dans un espace ne se mélange pas avec les autres."
      />
      <HatList hats={hats} />
    </div>
  )
}
