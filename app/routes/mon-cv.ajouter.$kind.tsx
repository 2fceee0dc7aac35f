import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CvQuestionForm } from '#app/components/cv/cv-question.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { CV_KIND_PATHS } from '#app/domain/cv.labels.ts'
import { cvTitleSchema } from '#app/domain/cv.schema.ts'
import { CV_ENTRY_KINDS } from '#app/domain/cv.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { addCvEntry } from '#app/use-cases/add-cv-entry.server.ts'

export const meta = () => [{ title: 'Compléter mon CV' }]
export const headers = privateHeaders

async function load({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const kind = CV_ENTRY_KINDS.find((one) => CV_KIND_PATHS[one] === params.kind)
  return kind ? { actor, kind } : throwRefusal({ code: 'not_found' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { kind } = await load(args)
  return { kind }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, kind } = await load(args)
  const raw = await readForm(args.request)
  const parsed = parseForm(cvTitleSchema, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const added = await addCvEntry({ actor, kind, title: parsed.value.title, now: systemClock() })
  if (!added.ok) return formRefusal(added.refusal, raw)
  throw redirect(`/mon-cv/${added.value.entryId}/ou`)
}

export default function AddToCv() {
  const { kind } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm()
  return (
    <div className="narrow stack-loose">
      <CvQuestionForm kind={kind} question="title" form={form} backHref="/mon-cv" skipHref={null} />
    </div>
  )
}
