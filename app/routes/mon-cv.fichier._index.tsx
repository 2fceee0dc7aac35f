import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Ask } from '#app/components/ui/ask.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { FileField } from '#app/components/ui/file-field.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { formatDate } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { CV_FILE_FORMAT_LABELS, sizeText } from '#app/domain/cv-file.labels.ts'
import { MAX_CV_FILE_BYTES } from '#app/domain/cv-file.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { hasFiles, readUpload } from '#app/http/upload.server.ts'
import { getOwnCvFile } from '#app/queries/cv-file.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { keepCvFile } from '#app/use-cases/keep-cv-file.server.ts'
import { removeCvFile } from '#app/use-cases/remove-cv-file.server.ts'

export const meta = () => [{ title: 'Mon fichier de CV' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const file = await getOwnCvFile(await requireActor(request, 'candidate'))
  return { file: file && { format: file.format, size: file.size, addedAt: file.addedAt.toISOString() } }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  if (!hasFiles(request)) {
    const intent = textOf(await readForm(request), 'intent')
    if (intent !== 'remove') throwRefusal({ code: 'invalid_input' })
    const removed = await removeCvFile({ actor })
    if (!removed.ok) throwRefusal(removed.refusal)
    throw redirect('/mon-cv?fait=fichier-retire')
  }
  const file = await readUpload(request, 'file', MAX_CV_FILE_BYTES)
  const kept = await keepCvFile({ actor, file, now: systemClock() })
  if (!kept.ok) return formRefusal(kept.refusal, {})
  throw redirect('/mon-cv?fait=fichier')
}

export default function OwnCvFile() {
  const { file } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Mon fichier de CV"
        lead="Vous avez déjà un CV ? Gardez-le ici : un PDF, ou une photo."
        back={{ href: '/mon-cv', label: 'Mon CV' }}
      />
      {file ? (
        <div className="card stack-tight">
          <p>
            <strong>
              {CV_FILE_FORMAT_LABELS[file.format]}, {sizeText(file.size)}
            </strong>
            <br />
            Gardé le {formatDate(file.addedAt)}.
          </p>
          <LinkButton href="/mon-cv/fichier/prendre" look="secondary" wide>
            Prendre mon fichier
          </LinkButton>
          <Ask label="Retirer mon fichier" look="quiet">
            <p>Il est effacé tout de suite. Plus aucune structure ne le reçoit.</p>
            <PostButton fields={{ intent: 'remove' }} look="danger">
              Oui, retirer mon fichier
            </PostButton>
          </Ask>
        </div>
      ) : null}
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <ErrorSummary form={form} />
        <FileField
          name="file"
          label={file ? 'Mettre un autre fichier à la place' : 'Choisir un fichier'}
          help="PDF, JPEG ou PNG. 5 Mo au plus."
          accept="application/pdf,image/jpeg,image/png"
          form={form}
        />
        <ActionBar>
          <Button wide>Garder ce fichier</Button>
        </ActionBar>
      </form>
      <p className="muted">
        Seules les structures à qui vous écrivez peuvent prendre votre fichier. Vous voyez lesquelles dans{' '}
        <a href="/mon-profil/consultations">Qui a vu mon profil</a>.
      </p>
    </div>
  )
}
