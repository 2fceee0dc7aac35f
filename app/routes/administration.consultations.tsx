import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { formatDateTime } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { pageNumber } from '#app/http/page-number.server.ts'
import { privateHeaders } from '#app/http/respond.server.ts'
import { getSupervisedReadings } from '#app/queries/supervised-readings.server.ts'

export const handle = { wide: true }
export const meta = () => [{ title: 'Consultations de fiches' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'administrator')
  return getSupervisedReadings(actor, pageNumber(request))
}

export default function SupervisedReadings() {
  const { alarms, readings, total, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <div className="stack-loose">
      <PageHeader
        title="Consultations de fiches"
        lead="Qui a ouvert la fiche d’une personne qu’il ou elle ne suit pas, et pourquoi."
      />
      <Section title="Alertes" id="alertes">
        {alarms.map(({ at, readerName, post }) => (
          <Notice key={`${at}${readerName}`} tone="danger" title={`${readerName}, ${post}`}>
            Beaucoup de profils lus, le {formatDateTime(at)}. Demandez pourquoi.
          </Notice>
        ))}
        {alarms.length === 0 ? <p>Personne n’a lu plus de profils que d’habitude.</p> : null}
      </Section>
      <Section title={`Lectures avec une raison (${total})`} id="raisons">
        {readings.length > 0 ? (
          <Table
            caption="Lectures avec une raison, les dernières d’abord"
            hideCaption
            rows={readings}
            keyOf={({ at, profileId }) => `${at}${profileId}`}
            columns={[
              { key: 'at', head: 'Quand', cell: ({ at }) => formatDateTime(at) },
              {
                key: 'who',
                head: 'Qui',
                isRowHead: true,
                cell: ({ readerName, post }) => `${readerName ?? 'Compte supprimé'} (${post})`,
              },
              { key: 'reason', head: 'Pourquoi', cell: ({ reason }) => reason ?? 'Effacé avec la personne' },
              {
                key: 'whom',
                head: 'Fiche',
                cell: ({ profileId, communeName }) =>
                  communeName ? (
                    <a href={`/personnes/${profileId}`}>Une personne, {communeName}</a>
                  ) : (
                    'Une personne partie'
                  ),
              },
            ]}
          />
        ) : null}
        {total === 0 ? <EmptyState title="Aucune fiche ouverte avec une raison." icon="check" /> : null}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(n) => `/administration/consultations?page=${n}#raisons`}
        />
      </Section>
    </div>
  )
}
