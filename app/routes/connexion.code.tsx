import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WalkPlace } from '#app/components/registration/walk-place.tsx'
import { CodeForm } from '#app/components/sign-in/code-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { askedCode, codeAsked, codeForgotten, uselessBecause } from '#app/http/asked-code.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { arrivalPath } from '#app/http/home-path.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { formRefusal, messageOf, privateHeaders, statusOf } from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { accountStopped } from '#app/http/stopped-account.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { env } from '#app/system/env.server.ts'
import { verifySignInCode } from '#app/use-cases/verify-sign-in-code.server.ts'

export const meta = () => [{ title: 'Mon code' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = askedCode(request)
  if (!asked) throw redirect('/connexion')
  const next = localPath(new URL(request.url).searchParams.get('suite'))
  return { channel: asked.channel, next, mailboxHref: env().DEMO ? '/boite-d-envoi' : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = askedCode(request)
  if (!asked) throw redirect('/connexion')
  const raw = await readForm(request)
  const now = systemClock()
  const useless = uselessBecause(asked, now)
  if (useless) return formRefusal(useless, {})
  const opened = await verifySignInCode({
    codeId: asked.codeId,
    code: textOf(raw, 'code'),
    address: context.clientAddress,
    visit: visitOf(request),
    now,
  })
  if (opened.ok) {
    const next = localPath(textOf(raw, 'suite')) ?? arrivalPath(opened.value.hats)
    const lines: [string, string][] = [
      ['Set-Cookie', sessionStarted(opened.value, now)],
      ['Set-Cookie', codeForgotten()],
    ]
    throw redirect(next, { headers: lines })
  }
  const { code, fields } = opened.refusal
  if (code === 'account_suspended') {
    const lines: [string, string][] = [
      ['Set-Cookie', accountStopped(asked.codeId)],
      ['Set-Cookie', codeForgotten()],
    ]
    throw redirect('/connexion/compte-arrete', { headers: lines })
  }
  if (code === 'invalid_input') return formRefusal(opened.refusal, raw)
  const errors = { code: fields.code ?? [messageOf(code)] }
  const tries = asked.tries + (code === 'code_wrong' ? 1 : 0)
  const counted = codeAsked({ ...asked, tries })
  return data(
    { values: raw, errors, formErrors: [] as string[] },
    { status: statusOf(code), headers: { 'Set-Cookie': counted } },
  )
}

export default function CodePage() {
  const { channel, next, mailboxHref } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack">
      <PageHeader
        title="Écrivez votre code"
        lead={
          channel === 'sms'
            ? 'Un SMS avec six chiffres arrive dans la minute.'
            : 'Un e-mail avec six chiffres arrive dans la minute.'
        }
        above={next === '/inscription' ? <WalkPlace screen={2} /> : undefined}
        back={{ href: '/connexion', label: 'Changer de numéro ou d’adresse' }}
      />
      <CodeForm form={form} next={next} mailboxHref={mailboxHref} submit="Entrer">
        <p className="small">
          Ne donnez ce code à personne, même à nous : <a href="/confidentialite#code">pourquoi</a>.
        </p>
        <p className="small muted">
          Rien n’arrive ? Attendez une minute, puis <a href="/connexion">demandez un autre code</a>. Nous en
          envoyons {SIGN_IN_CODE.maxPerHour} par heure au plus. Sinon, appelez-nous : le numéro est à côté de
          « Besoin d’aide ? ».
        </p>
      </CodeForm>
    </div>
  )
}
