import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileQuestionForm, ProfileQuestionHead } from '#app/components/candidate/profile-frame.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { EXPERIENCE_LEVELS } from '#app/domain/offer.ts'
import { OWN_EXPERIENCE_LABELS } from '#app/domain/profile.labels.ts'
import { experienceFormSchema } from '#app/domain/profile.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getWantedOccupations } from '#app/queries/candidate-profile.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeWantedOccupation } from '#app/use-cases/change-wanted-occupation.server.ts'

export const meta = () => [{ title: 'Mon expérience' }]
export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const { projects } = await getWantedOccupations(actor)
  const project = projects.find((one) => one.occupationCode === params.occupationCode)
  if (!project) throwRefusal({ code: 'not_found' })
  return { label: project.label, experience: project.experience }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const parsed = parseForm(experienceFormSchema, raw)
  if (!parsed.ok) return invalidForm(parsed.state)
  const changed = await changeWantedOccupation({
    actor,
    occupationCode: params.occupationCode ?? '',
    change: parsed.value,
    now: systemClock(),
  })
  if (!changed.ok) {
    if (changed.refusal.code === 'not_found') throwRefusal(changed.refusal)
    return formRefusal(changed.refusal, raw)
  }
  throw redirect('/mon-profil/metiers?garde')
}

export default function OwnExperience() {
  const { label, experience } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm({ experience })
  return (
    <div className="narrow stack-loose">
      <ProfileQuestionHead
        title="L’avez-vous déjà fait ?"
        lead={label.slice(0, 1).toUpperCase() + label.slice(1)}
        back={{ href: '/mon-profil/metiers', label: 'Mes métiers' }}
      />
      <ProfileQuestionForm form={form}>
        <RadioGroup
          name="experience"
          label="Votre expérience"
          form={form}
          look="boxed"
          choices={EXPERIENCE_LEVELS.map((value) => ({ value, label: OWN_EXPERIENCE_LABELS[value] }))}
        />
        <ActionBar>
          <Button wide>Continuer</Button>
        </ActionBar>
      </ProfileQuestionForm>
    </div>
  )
}
