import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ContactForm } from '#app/components/candidate/contact-form.tsx'
import { ProfileForm } from '#app/components/candidate/profile-form.tsx'
import { ProfileNav } from '#app/components/candidate/profile-nav.tsx'
import { HindranceNotice } from '#app/components/match/hindrance-notice.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { contactFormSchema, profileFormSchema } from '#app/domain/profile.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getCandidateProfile } from '#app/queries/candidate-profile.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { updateProfile } from '#app/use-cases/update-profile.server.ts'

export const meta = () => [{ title: 'Mon profil' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const isSaved = new URL(request.url).searchParams.has('enregistre')
  return { ...(await getCandidateProfile(actor)), isSaved }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const raw = await readForm(request)
  const now = systemClock()
  if (textOf(raw, 'intent') === 'contact') {
    const parsed = parseForm(contactFormSchema, raw)
    if (!parsed.ok) return invalidForm(parsed.state)
    const changed = await changeContactChoice({ actor, choice: parsed.value, now })
    if (!changed.ok) return formRefusal(changed.refusal, raw)
  } else {
    const parsed = parseForm(profileFormSchema, raw)
    if (!parsed.ok) return invalidForm(parsed.state)
    const updated = await updateProfile({ actor, form: parsed.value, now })
    if (!updated.ok) {
      const isStale = updated.refusal.code === 'stale_version'
      return formRefusal(updated.refusal, isStale ? { ...raw, version: '' } : raw)
    }
  }
  throw redirect('/mon-profil?enregistre')
}

export default function MyProfile() {
  const { values, contact, name, isSaved, hindrances, ...lists } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isContact = refused?.values.intent === 'contact'
  return (
    <div className="stack-loose">
      <PageHeader
        title="Mon profil"
        lead={`${name}, dites ce que vous cherchez : les offres pour vous suivent.`}
      />
      {isSaved && !refused ? (
        <Notice tone="ok" role="status" title="C’est enregistré">
          <p>
            Nous cherchons de nouveau les <a href="/mes-offres">offres pour vous</a>. Cela prend quelques
            secondes.
          </p>
        </Notice>
      ) : null}
      <HindranceNotice sentences={hindrances} />
      <div className="with-sidebar">
        <ProfileNav />
        <div className="profile stack-loose">
          <ProfileForm
            form={refused && !isContact ? refused : emptyForm(values)}
            version={String(values.version)}
            lists={lists}
          />
          <ContactForm form={refused && isContact ? refused : emptyForm(contact.values)} {...contact} />
        </div>
      </div>
    </div>
  )
}
