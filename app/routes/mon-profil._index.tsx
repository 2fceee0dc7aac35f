import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProfileLinks } from '#app/components/candidate/profile-links.tsx'
import { ProfileLine, ProfileSummary } from '#app/components/candidate/profile-summary.tsx'
import { HindranceNotice } from '#app/components/match/hindrance-notice.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { CHANNEL_LABELS } from '#app/domain/account.labels.ts'
import { profileQuestionPath } from '#app/domain/profile.questions.labels.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getCandidateProfile } from '#app/queries/candidate-profile.server.ts'

export const meta = () => [{ title: 'Mon profil' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'candidate')
  const isKept = new URL(request.url).searchParams.has('garde')
  return { ...(await getCandidateProfile(actor)), isKept }
}

export default function MyProfile() {
  const { facts, contact, missing, hindrances, isKept } = useLoaderData<typeof loader>()
  const [next] = missing
  const { channel, monthlySolicitations } = contact
  return (
    <div className="narrow stack-loose">
      <PageHeader title="Mon profil" lead="Dites ce que vous cherchez : les offres pour vous suivent." />
      {isKept ? (
        <Notice tone="ok" role="status" title="C’est gardé">
          <p>
            Nous cherchons de nouveau les <a href="/mes-offres">offres pour vous</a>. Cela prend quelques
            secondes.
          </p>
        </Notice>
      ) : null}
      <HindranceNotice sentences={hindrances} />
      {next ? (
        <div className="card brand stack-tight">
          <p>
            <strong>Il reste {countOf(missing.length, 'question')}.</strong> Chaque réponse compte pour
            trouver vos offres.
          </p>
          <LinkButton href={profileQuestionPath(next)} wide>
            Répondre à la suivante
          </LinkButton>
        </div>
      ) : null}
      <ul className="plain-list profile-lines">
        <ProfileSummary facts={facts} missing={missing} />
        <ProfileLine
          icon="mail"
          term="Comment on m’écrit"
          lines={[
            CHANNEL_LABELS[channel],
            ...(channel === 'none' ? [] : [`Au plus ${countOf(monthlySolicitations, 'offre')} par mois`]),
          ]}
          href="/mon-profil/messages"
        />
      </ul>
      <ProfileLinks />
    </div>
  )
}
