import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { RIGHT_LABELS } from '#app/domain/right-on-behalf.labels.ts'
import { RIGHTS_ON_BEHALF, rightNamed, rightOnBehalfSchema } from '#app/domain/right-on-behalf.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { invalidForm, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getRightOnBehalf } from '#app/queries/right-on-behalf.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { eraseAccount } from '#app/use-cases/erase-account.server.ts'
import { withdrawConsent } from '#app/use-cases/withdraw-consent.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? RIGHT_LABELS[data.right].title : 'À sa demande' },
]

const WAYS = [
  { value: 'phone', label: 'Au téléphone' },
  { value: 'counter', label: 'Devant moi' },
]

function asked(params: LoaderFunctionArgs['params']) {
  const accountId = requireId(params.accountId)
  const right = rightNamed(params.right) ?? throwRefusal({ code: 'not_found' })
  return { accountId, right }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const page = await getRightOnBehalf(actor, asked(params), systemClock())
  return page.ok ? page.value : throwRefusal(page.refusal)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'hotline')
  const { accountId, right } = asked(params)
  const now = systemClock()
  const page = await getRightOnBehalf(actor, { accountId, right }, now)
  if (!page.ok) throwRefusal(page.refusal)
  const form = parseForm(rightOnBehalfSchema, await readForm(request))
  if (!form.ok) return invalidForm(form.state)
  const { how } = form.value
  const purpose = RIGHTS_ON_BEHALF[right]
  const done =
    purpose === 'registration'
      ? await eraseAccount({ actor, accountId, how, now })
      : await withdrawConsent({ actor, accountId, purpose, how, now })
  if (!done.ok) throwRefusal(done.refusal)
  return redirect(purpose === 'registration' ? '/accueil?efface' : `/accueil/personnes/${accountId}`)
}

export default function RightOnBehalfPage() {
  const { accountId, right, name, stands } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  const { title, effects, gone, button } = RIGHT_LABELS[right]
  const back = `/accueil/personnes/${accountId}`
  return (
    <div className="narrow stack-loose">
      <PageHeader title={title} lead={`À la demande de ${name}.`} back={{ href: back, label: name }} />
      {stands ? (
        <form method="post" className="form" noValidate>
          <ErrorSummary form={form} />
          <ul className="text-list">
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          <RadioGroup name="how" label="La personne est" choices={WAYS} form={form} />
          <Checkbox
            name="verified"
            label="J’ai vérifié que c’est bien cette personne"
            help="Elle a dit elle-même son nom, et son numéro, son adresse e-mail ou son mois de naissance."
            form={form}
          />
          <p className="small muted">Votre nom, le jour et le moyen sont notés.</p>
          <div className="cluster">
            <LinkButton href={back} look="secondary">
              Ne rien changer
            </LinkButton>
            <Button look="danger">{button}</Button>
          </div>
        </form>
      ) : (
        <Notice title={gone} />
      )}
    </div>
  )
}
