import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileQuestionForm, ProfileQuestionHead } from '#app/components/candidate/profile-frame.tsx'
import { WantedList } from '#app/components/candidate/wanted-list.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { MOST_PROJECTS } from '#app/domain/profile.projects.ts'
import { PROFILE_QUESTION_WORDS } from '#app/domain/profile.questions.labels.ts'
import { profileAnswerSchemas } from '#app/domain/profile.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import { pathAfterAnswer, readVersion } from '#app/http/profile-question.server.ts'
import { formRefusal, invalidForm, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getWantedOccupations } from '#app/queries/candidate-profile.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { answerProfileQuestion } from '#app/use-cases/answer-profile-question.server.ts'
import { changeWantedOccupation, type WantedChange } from '#app/use-cases/change-wanted-occupation.server.ts'

export const meta = () => [{ title: 'Mes métiers' }]
export const headers = privateHeaders

const CHANGES: Record<string, WantedChange> = { remove: 'remove', first: 'put_first' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const { version, missing, ...wanted } = await getWantedOccupations(actor)
  const isKept = new URL(request.url).searchParams.has('garde')
  return {
    ...wanted,
    version: String(version),
    leftCount: missing.includes('projects') ? missing.length : 0,
    isKept,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const now = systemClock()
  const intent = textOf(raw, 'intent')
  const change = CHANGES[intent]
  if (change) {
    const occupationCode = textOf(raw, 'occupation')
    const changed = await changeWantedOccupation({ actor, occupationCode, change, now })
    if (!changed.ok) throwRefusal(changed.refusal)
    throw redirect('/mon-profil/metiers?garde')
  }
  if (intent !== '') throwRefusal({ code: 'invalid_input' })
  const parsed = parseForm(profileAnswerSchemas.projects, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const version = readVersion(raw)
  const answered = await answerProfileQuestion({
    actor,
    question: 'projects',
    answer: parsed.value,
    version,
    now,
  })
  if (!answered.ok) return formRefusal(answered.refusal, { ...raw, version: '' })
  throw redirect(pathAfterAnswer(answered.value.next))
}

export default function WantedOccupations() {
  const { projects, isOpenToAnyOccupation, version, leftCount, isKept } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const form = refused ?? emptyForm({ isOpenToAnyOccupation: isOpenToAnyOccupation ? 'on' : '' })
  const { title, lead } = PROFILE_QUESTION_WORDS.projects
  const isFirst = projects.length === 0
  return (
    <div className="narrow stack-loose">
      <ProfileQuestionHead title={title} lead={lead} leftCount={leftCount} isKept={isKept && !refused} />
      {isFirst ? null : <WantedList projects={projects} />}
      {projects.length < MOST_PROJECTS ? (
        <LinkButton href="/mon-profil/metiers/ajouter" wide look={isFirst ? 'primary' : 'secondary'}>
          {isFirst ? 'Choisir un métier' : 'Ajouter un métier'}
        </LinkButton>
      ) : null}
      <ProfileQuestionForm form={form} version={version}>
        <Checkbox name="isOpenToAnyOccupation" label="Je regarde aussi les autres métiers" form={form} />
        <ActionBar>
          <Button wide look={isFirst ? 'secondary' : 'primary'}>
            Continuer
          </Button>
        </ActionBar>
      </ProfileQuestionForm>
    </div>
  )
}
