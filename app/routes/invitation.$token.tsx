import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OwnNameFields } from '#app/components/organisation/own-name-fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { formatDay } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { accountIdOf } from '#app/domain/actor.ts'
import { nameFormSchema } from '#app/domain/organisation.schema.ts'
import { getActor, signInPath } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { arrivalPath } from '#app/http/home-path.server.ts'
import {
  formRefusal,
  invalidForm,
  messageOf,
  privateHeaders,
  statusOf,
  throwRefusal,
} from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { getInvitationPage, type InvitationPage } from '#app/queries/invitation-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { acceptInvitation } from '#app/use-cases/accept-invitation.server.ts'

export const meta = () => [{ title: 'Une invitation' }, { name: 'robots', content: 'noindex' }]
// Not no-referrer: browsers would then send `Origin: null`, and the answer would pass for another site's.
export const headers = () => ({ ...privateHeaders(), 'Referrer-Policy': 'same-origin' })

const statusFor = (page: InvitationPage): number => {
  if (page.kind === 'open') return 200
  return page.kind === 'over' ? statusOf(page.code) : statusOf('forbidden')
}

async function load({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request)
  const accountId = accountIdOf(actor)
  const token = params.token ?? ''
  const page = await getInvitationPage({ token, accountId, now: systemClock() })
  return page ? { page, accountId, token } : throwRefusal({ code: 'not_found' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await load(args)
  const message = page.kind === 'over' ? messageOf(page.code) : null
  return data({ page, message, signInHref: signInPath(args.request) }, { status: statusFor(page) })
}

export async function action(args: ActionFunctionArgs) {
  const { page, accountId, token } = await load(args)
  const { request } = args
  if (page.kind === 'over') throwRefusal({ code: page.code })
  if (page.kind === 'other_account') throwRefusal({ code: 'forbidden' })
  if (!accountId) throw redirect(signInPath(request))
  const raw = await readForm(request)
  const now = systemClock()
  const parsed = parseForm(nameFormSchema(page.needsName), raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const accepted = await acceptInvitation({
    accountId,
    token,
    form: parsed.value,
    visit: visitOf(request),
    now,
  })
  if (accepted.ok)
    throw redirect(arrivalPath(accepted.value.hats), {
      headers: { 'Set-Cookie': sessionStarted(accepted.value, now) },
    })
  const { refusal } = accepted
  return refusal.code === 'invalid_input' || refusal.code === 'post_held'
    ? formRefusal(refusal, raw)
    : throwRefusal(refusal)
}

export default function Invitation() {
  const { page, message, signInHref } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  if (page.kind === 'over')
    return (
      <div className="narrow stack">
        <PageHeader title="Cette invitation ne sert plus" lead={message} />
        <LinkButton href="/connexion">Me connecter</LinkButton>
      </div>
    )
  if (page.kind === 'other_account')
    return (
      <div className="narrow stack">
        <PageHeader
          title="Cette invitation est pour un autre compte"
          lead="Déconnectez-vous, puis ouvrez de nouveau le lien et entrez avec le numéro ou l’adresse qui a reçu le message."
        />
        <form method="post" action="/deconnexion">
          <Button>Me déconnecter</Button>
        </form>
      </div>
    )
  const { inviterName, organisationName, placeLabel, expiresAt, isSignedIn, needsName } = page
  return (
    <div className="narrow stack">
      <PageHeader
        title={organisationName ? `Rejoindre « ${organisationName} »` : 'Rejoindre l’équipe du territoire'}
        lead={`${inviterName} vous invite.`}
      />
      <DefinitionList
        items={[
          { term: organisationName ? 'Votre rôle' : 'Votre poste', value: placeLabel },
          { term: 'À accepter avant le', value: formatDay(expiresAt) },
        ]}
      />
      {isSignedIn ? (
        <form method="post" className="form" noValidate>
          <ErrorSummary form={form} />
          {needsName ? <FieldsNote /> : null}
          {needsName ? <OwnNameFields form={form} /> : null}
          <Button wide>J’accepte l’invitation</Button>
        </form>
      ) : (
        <>
          <p>D’abord, dites-nous qui vous êtes, avec le numéro ou l’adresse qui a reçu le message.</p>
          <LinkButton href={signInHref} wide>
            Recevoir mon code
          </LinkButton>
        </>
      )}
      <p className="small muted">
        Vous ne connaissez pas cette personne ? Fermez la page : rien ne se passe.
      </p>
    </div>
  )
}
