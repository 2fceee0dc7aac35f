import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MessageCard } from '#app/components/message/message-card.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { countOf } from '#app/components/ui/format.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { pageNumber } from '#app/http/page-number.server.ts'
import { privateHeaders, throwRefusal } from '#app/http/respond.server.ts'
import { getDemoMailbox } from '#app/queries/demo-mailbox.server.ts'

export const meta = () => [{ title: 'Boîte d’envoi' }, { name: 'robots', content: 'noindex' }]
export const headers = privateHeaders

export const loader = async ({ request }: LoaderFunctionArgs) =>
  (await getDemoMailbox(pageNumber(request))) ?? throwRefusal({ code: 'not_found' })

export default function DemoMailbox() {
  const { messages, total, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader
        title="Boîte d’envoi de la démonstration"
        lead={
          total > 0
            ? `${countOf(total, 'message')}, le plus récent d’abord. Rien ne part pour de vrai : tout se lit ici, et les liens marchent. Dans la démonstration, on n’attend pas les heures d’ouverture.`
            : 'Rien ne part pour de vrai : tout se lit ici.'
        }
      />
      {messages.length > 0 ? (
        <ul className="plain-list narrow stack-loose">
          {messages.map((message) => (
            <li key={message.id}>
              <MessageCard message={message} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Aucun message pour le moment" icon="mail">
          Demandez un code pour vous connecter, ou laissez le bureau approuver une proposition.
        </EmptyState>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => `/boite-d-envoi?page=${number}`} />
    </div>
  )
}
