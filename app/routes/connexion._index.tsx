import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WalkPlace } from '#app/components/registration/walk-place.tsx'
import { DemoAccounts } from '#app/components/sign-in/demo-accounts.tsx'
import { SignInForm } from '#app/components/sign-in/sign-in-form.tsx'
import { StoppedDemoAccounts } from '#app/components/sign-in/stopped-demo-accounts.tsx'
import { emptyForm, typedValue } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { codeAsked } from '#app/http/asked-code.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { arrivalPath } from '#app/http/home-path.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { formRefusal, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { getSignInPage } from '#app/queries/sign-in-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { startDemoSession } from '#app/use-cases/start-demo-session.server.ts'

export const meta = () => [{ title: 'Me connecter' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('suite'))
  return { ...(await getSignInPage()), next }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const raw = await readForm(request)
  const now = systemClock()
  const next = localPath(textOf(raw, 'suite'))
  if (textOf(raw, 'intent') === 'demo') {
    const started = await startDemoSession({
      accountId: textOf(raw, 'accountId'),
      visit: visitOf(request),
      now,
    })
    if (!started.ok) return throwRefusal(started.refusal)
    const headers = { 'Set-Cookie': sessionStarted(started.value, now) }
    throw redirect(next ?? arrivalPath(started.value.hats), { headers })
  }
  const { clientAddress: address } = context
  const asked = await requestSignInCode({ contact: textOf(raw, 'contact'), address, now })
  if (!asked.ok) return formRefusal(asked.refusal, raw)
  const headers = { 'Set-Cookie': codeAsked({ ...asked.value, askedAt: now, tries: 0 }) }
  throw redirect(`/connexion/code${next ? `?suite=${encodeURIComponent(next)}` : ''}`, { headers })
}

export default function SignInPage() {
  const { isDemo, groups, stopped, next } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  const isSignUp = (next ?? typedValue(form, 'suite')) === '/inscription'
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Me connecter"
        lead="Pas de mot de passe : nous vous envoyons un code à six chiffres."
        above={isSignUp ? <WalkPlace screen={1} /> : undefined}
      />
      {isDemo ? (
        <Section title="Démonstration : entrez sous un de ces noms">
          <DemoAccounts groups={groups} next={next} />
        </Section>
      ) : null}
      {isDemo ? (
        <Section title="Ou avec un code">
          <SignInForm form={form} next={next} />
        </Section>
      ) : (
        <SignInForm form={form} next={next} />
      )}
      {stopped.length > 0 ? (
        <Section title="Démonstration : des comptes arrêtés">
          <StoppedDemoAccounts accounts={stopped} />
        </Section>
      ) : null}
    </div>
  )
}
