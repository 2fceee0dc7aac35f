import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileFields } from '#app/components/candidate/profile-fields.tsx'
import { ProfileQuestionForm, ProfileQuestionHead } from '#app/components/candidate/profile-frame.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { PROFILE_QUESTION_WORDS } from '#app/domain/profile.questions.labels.ts'
import { PROFILE_QUESTIONS, type ProfileQuestion, UNKNOWN_ANSWERS } from '#app/domain/profile.questions.ts'
import { profileAnswerSchemas } from '#app/domain/profile.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, type RawForm, readForm, textOf } from '#app/http/forms.server.ts'
import { pathAfterAnswer, readVersion } from '#app/http/profile-question.server.ts'
import { formRefusal, invalidForm, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getProfileQuestion } from '#app/queries/profile-question.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { answerProfileQuestion } from '#app/use-cases/answer-profile-question.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? PROFILE_QUESTION_WORDS[data.question].term : 'Mon profil' },
]
export const headers = privateHeaders

type Question = Exclude<ProfileQuestion, 'projects'>
const isOwnScreen = (question: ProfileQuestion): question is Question => question !== 'projects'

async function load({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const question = PROFILE_QUESTIONS.filter(isOwnScreen).find(
    (one) => PROFILE_QUESTION_WORDS[one].path === params.question,
  )
  return question ? { actor, question } : throwRefusal({ code: 'not_found' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, question } = await load(args)
  return {
    question,
    ...(await getProfileQuestion(actor, question)),
    isKept: new URL(args.request.url).searchParams.has('garde'),
  }
}

/** The answer that was sent; "I do not know" or "I would rather not say" where the question may be left so. */
function parseAnswer(question: Question, raw: RawForm) {
  const intent = textOf(raw, 'intent')
  const unknown = UNKNOWN_ANSWERS[question]
  if (intent === 'unknown' && unknown) return { ok: true as const, value: unknown }
  if (intent !== '') throwRefusal({ code: 'invalid_input' })
  return parseForm(profileAnswerSchemas[question], raw)
}

export async function action(args: ActionFunctionArgs) {
  const { actor, question } = await load(args)
  const raw = await readForm(args.request)
  const parsed = parseAnswer(question, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const version = readVersion(raw)
  const answer = parsed.value
  const answered = await answerProfileQuestion({ actor, question, answer, version, now: systemClock() })
  if (!answered.ok) {
    const isStale = answered.refusal.code === 'stale_version'
    return formRefusal(answered.refusal, isStale ? { ...raw, version: '' } : raw)
  }
  throw redirect(pathAfterAnswer(answered.value.next))
}

export default function ProfileQuestionPage() {
  const { question, values, lists, version, leftCount, isMissing, isKept } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const form = refused ?? emptyForm(values)
  const { title, lead, unknown = 'Je ne sais pas' } = PROFILE_QUESTION_WORDS[question]
  return (
    <div className="narrow stack-loose">
      <ProfileQuestionHead
        title={title}
        lead={lead}
        leftCount={isMissing ? leftCount : 0}
        isKept={isKept && !refused}
      />
      <ProfileQuestionForm form={form} version={version}>
        <ProfileFields question={question} form={form} lists={lists} />
        <ActionBar>
          <Button wide>Continuer</Button>
          {UNKNOWN_ANSWERS[question] ? (
            <Button wide look="secondary" name="intent" value="unknown">
              {unknown}
            </Button>
          ) : null}
          {isMissing ? (
            <LinkButton href="/mon-profil" wide look="quiet">
              Plus tard
            </LinkButton>
          ) : null}
        </ActionBar>
      </ProfileQuestionForm>
    </div>
  )
}
