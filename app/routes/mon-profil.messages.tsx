import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ContactFields } from '#app/components/candidate/contact-fields.tsx'
import { ProfileQuestionForm, ProfileQuestionHead } from '#app/components/candidate/profile-frame.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { contactFormSchema } from '#app/domain/profile.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getContactChoice } from '#app/queries/candidate-profile.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'

export const meta = () => [{ title: 'Comment on m’écrit' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  return getContactChoice(await requireActor(request, 'candidate'))
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const parsed = parseForm(contactFormSchema, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const changed = await changeContactChoice({ actor, choice: parsed.value, now: systemClock() })
  if (!changed.ok) return formRefusal(changed.refusal, raw)
  throw redirect('/mon-profil?garde')
}

export default function OwnContactChoice() {
  const { channel, monthlySolicitations, phone, email } = useLoaderData<typeof loader>()
  const form =
    useActionData<typeof action>() ??
    emptyForm({ channel, monthlySolicitations: String(monthlySolicitations) })
  return (
    <div className="narrow stack-loose">
      <ProfileQuestionHead title="Comment voulez-vous qu’on vous écrive ?" />
      <ProfileQuestionForm form={form}>
        <ContactFields form={form} phone={phone} email={email} />
        <ActionBar>
          <Button wide>Continuer</Button>
        </ActionBar>
      </ProfileQuestionForm>
    </div>
  )
}
