import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Logo } from '#app/components/frame/logo.tsx'
import { Ask } from '#app/components/ui/ask.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { FileField } from '#app/components/ui/file-field.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { logoFormSchema } from '#app/domain/territory-logo.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { hasFiles, readUploadForm } from '#app/http/upload.server.ts'
import { getTerritoryLogo } from '#app/queries/territory-logo.server.ts'
import { keepTerritoryLogo } from '#app/use-cases/keep-territory-logo.server.ts'
import { removeTerritoryLogo } from '#app/use-cases/remove-territory-logo.server.ts'

export const meta = () => [{ title: 'Le logo du territoire' }]
export const headers = privateHeaders

/** A picture loses what it tells besides itself before it is weighed. */
const MOST_READ_BYTES = 1024 * 1024

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  return { ...(await getTerritoryLogo(actor)), done: new URL(request.url).searchParams.get('fait') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  if (!hasFiles(request)) {
    const intent = textOf(await readForm(request), 'intent')
    if (intent !== 'remove') throwRefusal({ code: 'invalid_input' })
    const removed = await removeTerritoryLogo({ actor })
    if (!removed.ok) throwRefusal(removed.refusal)
    throw redirect('/administration/territoire?fait=retire')
  }
  const { file, raw } = await readUploadForm(request, 'file', MOST_READ_BYTES)
  const parsed = parseForm(logoFormSchema, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const kept = await keepTerritoryLogo({ actor, file, ...parsed.value })
  if (!kept.ok) return formRefusal(kept.refusal, raw)
  throw redirect('/administration/territoire?fait=garde')
}

const DONE: Record<string, string> = {
  garde: 'C’est fait. Le logo ouvre maintenant chaque page.',
  retire: 'C’est fait. La marque de la plateforme est revenue sur chaque page.',
}

export default function TerritoryPage() {
  const { name, logo, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const form = refused ?? emptyForm({ alternative: logo?.alternative ?? '' })
  const said = refused ? undefined : DONE[done ?? '']
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Le logo du territoire" lead={`Il ouvre chaque page, avec « ${name} ».`} />
      {said ? (
        <Notice tone="ok" role="status">
          {said}
        </Notice>
      ) : null}
      {logo ? (
        <div className="card stack-tight">
          <Logo logo={logo} />
          <Ask label="Retirer ce logo" look="quiet">
            <p>La marque de la plateforme reprend sa place, sur toutes les pages.</p>
            <PostButton fields={{ intent: 'remove' }} look="danger">
              Oui, retirer ce logo
            </PostButton>
          </Ask>
        </div>
      ) : null}
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <ErrorSummary form={form} labels={{ file: 'L’image', alternative: 'Ce que dit le logo' }} />
        <FieldsNote />
        <FileField
          name="file"
          label={logo ? 'Mettre une autre image à la place' : 'Choisir une image'}
          help="PNG ou JPEG, 12 Ko au plus : les pages restent légères sur un vieux téléphone."
          accept="image/png,image/jpeg"
          form={form}
        />
        <Field
          name="alternative"
          label="Ce que dit le logo"
          help="Lu à voix haute à la place de l’image. Exemple : Département de l’Aisne."
          form={form}
          maxLength={120}
        />
        <Button wide>Garder ce logo</Button>
      </form>
    </div>
  )
}
