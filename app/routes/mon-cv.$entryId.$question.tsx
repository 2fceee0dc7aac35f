import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CvQuestionForm } from '#app/components/cv/cv-question.tsx'
import { Ask } from '#app/components/ui/ask.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { CV_QUESTION_PATHS } from '#app/domain/cv.labels.ts'
import { cvAnswerSchemas } from '#app/domain/cv.schema.ts'
import { CV_QUESTIONS, type CvEntry, type CvQuestion, questionAfter, questionBefore } from '#app/domain/cv.ts'
import { parisDate } from '#app/domain/duration.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import { invalidForm, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getOwnCvEntry } from '#app/queries/cv.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeCvEntry } from '#app/use-cases/change-cv-entry.server.ts'
import { removeCvEntry } from '#app/use-cases/remove-cv-entry.server.ts'

export const meta = () => [{ title: 'Compléter mon CV' }]
export const headers = privateHeaders

async function load({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const entry = await getOwnCvEntry(actor, requireId(params.entryId))
  const question = CV_QUESTIONS.find((one) => CV_QUESTION_PATHS[one] === params.question)
  return entry && question ? { actor, entry, question } : throwRefusal({ code: 'not_found' })
}

const valuesOf = ({ title, place, fromYear, toYear, isOngoing, details }: CvEntry) => ({
  title,
  place: place ?? '',
  fromYear: fromYear === null ? '' : String(fromYear),
  toYear: toYear === null ? '' : String(toYear),
  isOngoing: isOngoing ? 'on' : '',
  details: details ?? '',
})

const pathOf = (entryId: string, question: CvQuestion | null) =>
  question ? `/mon-cv/${entryId}/${CV_QUESTION_PATHS[question]}` : '/mon-cv?fait=garde'

export async function loader(args: LoaderFunctionArgs) {
  const { entry, question } = await load(args)
  const before = questionBefore(question)
  return {
    entryId: entry.id,
    kind: entry.kind,
    question,
    values: valuesOf(entry),
    backHref: before ? pathOf(entry.id, before) : '/mon-cv',
    skipHref: question === 'title' ? null : pathOf(entry.id, questionAfter(question)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, entry, question } = await load(args)
  const raw = await readForm(args.request)
  const now = systemClock()
  const intent = textOf(raw, 'intent')
  if (intent === 'remove') {
    const removed = await removeCvEntry({ actor, entryId: entry.id })
    if (!removed.ok) throwRefusal(removed.refusal)
    throw redirect('/mon-cv?fait=retire')
  }
  if (intent !== '') throwRefusal({ code: 'invalid_input' })
  const thisYear = Number(parisDate(now).slice(0, 4))
  const parsed = parseForm(cvAnswerSchemas(thisYear)[question], raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const changed = await changeCvEntry({ actor, entryId: entry.id, answer: parsed.value, now })
  if (!changed.ok) throwRefusal(changed.refusal)
  throw redirect(pathOf(entry.id, questionAfter(question)))
}

export default function CvEntryQuestion() {
  const { kind, question, values, backHref, skipHref } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm(values)
  return (
    <div className="narrow stack-loose">
      <CvQuestionForm kind={kind} question={question} form={form} backHref={backHref} skipHref={skipHref} />
      <Ask label="Retirer de mon CV" about={values.title} look="quiet">
        <p>Cette ligne est effacée tout de suite.</p>
        <PostButton fields={{ intent: 'remove' }} look="danger">
          Retirer « {values.title} »
        </PostButton>
      </Ask>
    </div>
  )
}
