import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignUpConfirm } from '#app/components/organisation/sign-up-confirm.tsx'
import { SignUpKnown } from '#app/components/organisation/sign-up-known.tsx'
import { SignUpNumber } from '#app/components/organisation/sign-up-number.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import type { Refusal } from '#app/domain/errors.ts'
import { nameFormSchema, organisationFormSchema } from '#app/domain/organisation.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, type RawForm, readForm, textOf } from '#app/http/forms.server.ts'
import { messageOf, privateHeaders, statusOf, throwRefusal } from '#app/http/respond.server.ts'
import { sessionStarted, visitOf } from '#app/http/session.server.ts'
import { getOrganisationSignUp } from '#app/queries/organisation-sign-up.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { type LookedUp, lookUpOrganisation } from '#app/use-cases/look-up-organisation.server.ts'
import { missingFacts } from '#app/use-cases/organisation-facts.server.ts'
import { type Registrant, registerOrganisation } from '#app/use-cases/register-organisation.server.ts'
import { requestOrganisationCode } from '#app/use-cases/request-organisation-code.server.ts'
import { requestToJoin } from '#app/use-cases/request-to-join.server.ts'

export const meta = () => [{ title: 'Inscrire ma structure' }]
export const headers = privateHeaders

const PAGE = '/inscription/structure'
const requireRegistrant = (request: Request): Promise<Registrant> =>
  requireActor(request, 'newcomer', 'candidate', 'recruiter')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRegistrant(request)
  const { searchParams } = new URL(request.url)
  const { needsName } = await getOrganisationSignUp(actor)
  return {
    needsName,
    isWithoutNumber: searchParams.has('sans-numero'),
    isAsked: searchParams.has('demande'),
    hasLeft: searchParams.has('quittee'),
  }
}

function stepOf(lookedUp: LookedUp) {
  if (lookedUp.kind === 'known') {
    const { email, state } = lookedUp.organisation
    return { kind: 'known', canSendCode: email !== null && state !== 'closed' } as const
  }
  if (lookedUp.kind === 'new') return { kind: 'confirm', found: null } as const
  const { name, address, activity } = lookedUp.establishment
  const communeName = lookedUp.commune?.name ?? null
  return { kind: 'confirm', found: { name, address, activity, communeName } } as const
}
type Step = ReturnType<typeof stepOf> | { kind: 'number' }

/** The screen for a number: the next one, or the same with what was refused. */
async function show(actor: Registrant, raw: RawForm, refusal: Refusal | null) {
  const number = textOf(raw, 'number').trim()
  const isFirst = textOf(raw, 'intent') === 'look'
  const refused = (found: Refusal, step: Step) => {
    const isBeside = Object.keys(found.fields).length > 0
    const formErrors = isBeside ? [] : [messageOf(found.code)]
    return data(
      { step, number, values: raw, errors: found.fields, formErrors },
      { status: statusOf(found.code) },
    )
  }
  const looked =
    number === '' && !isFirst ? null : await lookUpOrganisation({ actor, number, now: systemClock() })
  if (looked && !looked.ok) return refused(looked.refusal, { kind: 'number' })
  const step: Step = looked ? stepOf(looked.value) : { kind: 'confirm', found: null }
  if (refusal) return refused(refusal, step)
  const isAssociation = looked?.value.kind === 'found' && looked.value.establishment.isAssociation
  const values: RawForm =
    looked?.value.kind === 'found' ? { kind: isAssociation ? 'association' : 'employer' } : {}
  return data({ step, number, values, errors: {}, formErrors: [] as string[] }, { status: 200 })
}

const typedFacts = (raw: RawForm) => ({
  name: textOf(raw, 'name').trim(),
  address: textOf(raw, 'address').trim(),
  commune: textOf(raw, 'commune').trim(),
  activity: textOf(raw, 'activity').trim(),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireRegistrant(request)
  const raw = await readForm(request)
  const now = systemClock()
  const intent = textOf(raw, 'intent')
  const visit = visitOf(request)
  const number = textOf(raw, 'number').trim()
  const invalid = (errors: Record<string, string[]>) =>
    show(actor, raw, { code: 'invalid_input', fields: errors })
  const { needsName } = await getOrganisationSignUp(actor)
  if (intent === 'register') {
    const parsed = parseForm(organisationFormSchema(needsName), raw)
    if (!parsed.ok)
      return invalid({ ...(await missingFacts(number, typedFacts(raw))), ...parsed.state.errors })
    const registered = await registerOrganisation({ actor, form: parsed.value, visit, now })
    if (!registered.ok) return show(actor, raw, registered.refusal)
    throw redirect('/structure', {
      headers: { 'Set-Cookie': sessionStarted(registered.value, now) },
    })
  }
  if (intent === 'look') return show(actor, raw, null)
  if (intent !== 'ask' && intent !== 'code') throwRefusal({ code: 'invalid_input' })
  const refuseEntry = (refusal: Refusal) =>
    refusal.code === 'not_found' ? throwRefusal(refusal) : show(actor, raw, refusal)
  const parsed = parseForm(nameFormSchema(needsName), raw)
  if (!parsed.ok) return invalid(parsed.state.errors)
  if (intent === 'code') {
    const asked = await requestOrganisationCode({ actor, number, form: parsed.value, now })
    if (!asked.ok) return refuseEntry(asked.refusal)
    throw redirect(`${PAGE}/code/${asked.value.verificationId}`)
  }
  const joined = await requestToJoin({ actor, number, form: parsed.value, now })
  if (!joined.ok) return refuseEntry(joined.refusal)
  throw redirect(`${PAGE}?demande`)
}

function titleOf(step: Step): string {
  if (step.kind !== 'confirm') return 'Inscrire ma structure'
  return step.found ? 'Est-ce votre structure ?' : 'Votre structure'
}

export default function OrganisationSignUp() {
  const { needsName, isWithoutNumber, isAsked, hasLeft } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer ?? emptyForm()
  const step: Step = answer?.step ?? (isWithoutNumber ? { kind: 'confirm', found: null } : { kind: 'number' })
  const number = answer?.number ?? ''
  return (
    <div className="narrow stack">
      <PageHeader title={titleOf(step)} />
      {isAsked && !answer ? (
        <Notice tone="ok" role="status" title="Votre demande est partie">
          Dès qu’on vous répond, votre structure s’ouvre à votre prochaine connexion.
        </Notice>
      ) : null}
      {hasLeft && !answer ? (
        <Notice tone="ok" role="status" title="Vous avez quitté la structure">
          <p>
            Vous pouvez en inscrire une autre, ou <a href="/inscription">chercher pour vous</a>.
          </p>
        </Notice>
      ) : null}
      {step.kind === 'number' ? <SignUpNumber form={form} /> : null}
      {step.kind === 'confirm' ? (
        <SignUpConfirm form={form} number={number} found={step.found} needsName={needsName} />
      ) : null}
      {step.kind === 'known' ? (
        <SignUpKnown form={form} number={number} canSendCode={step.canSendCode} needsName={needsName} />
      ) : null}
    </div>
  )
}
