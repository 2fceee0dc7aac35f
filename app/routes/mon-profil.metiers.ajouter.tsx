import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileQuestionForm, ProfileQuestionHead } from '#app/components/candidate/profile-frame.tsx'
import { OccupationPick } from '#app/components/registration/occupation-pick.tsx'
import { ActionBar } from '#app/components/ui/action-bar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { typedOccupationSchema } from '#app/domain/registration.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { type FormState, parseForm, readForm } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, statusOf } from '#app/http/respond.server.ts'
import { getOwnProfile } from '#app/queries/candidate-profile.server.ts'
import { getOccupationChoices, toOccupationChoice } from '#app/queries/occupation-choices.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { addWantedOccupation } from '#app/use-cases/add-wanted-occupation.server.ts'

export const meta = () => [{ title: 'Un métier que je cherche' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const { kinds, territoryId } = await getOwnProfile(actor)
  return { choices: await getOccupationChoices({ territoryId, kinds, first: [] }) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const again = (form: FormState, found: Occupation[] | null, status: number) =>
    data({ form, found: found?.map(toOccupationChoice) ?? null }, { status })
  const parsed = parseForm(typedOccupationSchema, raw)
  if (!parsed.ok) return again(parsed.state, null, 422)
  const added = await addWantedOccupation({ actor, asked: parsed.value, now: systemClock() })
  if (!added.ok) return again(formRefusal(added.refusal, raw).data, null, statusOf(added.refusal.code))
  if ('occupations' in added.value) {
    const form = emptyForm({ ...raw, searched: parsed.value.words, occupation: '' })
    return again(form, added.value.occupations, 200)
  }
  const { occupationCode } = added.value
  throw redirect(occupationCode ? `/mon-profil/metiers/${occupationCode}` : '/mon-profil/metiers?garde')
}

export default function AddWantedOccupation() {
  const { choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? emptyForm()
  return (
    <div className="narrow stack-loose">
      <ProfileQuestionHead
        title="Quel métier vous plaît ?"
        lead="Dites un travail à la fois."
        back={{ href: '/mon-profil/metiers', label: 'Mes métiers' }}
      />
      <ProfileQuestionForm form={form}>
        <OccupationPick form={form} found={answer?.found ?? null} mostOffered={choices} />
        <ActionBar>
          <Button wide>Continuer</Button>
        </ActionBar>
      </ProfileQuestionForm>
    </div>
  )
}
