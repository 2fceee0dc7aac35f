import { AnonymousPersonCard } from '#app/components/match/anonymous-person-card.tsx'
import { ReasonList } from '#app/components/match/reason-list.tsx'
import { freeFrom } from '#app/components/person/free-from.ts'
import { personTitle } from '#app/components/person/person-title.ts'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import type { AskedPeople } from '#app/domain/people-search.ts'
import type { PersonCard } from '#app/domain/person-card.ts'
import type { HrefOf } from './people-summary.tsx'

type Props = {
  page: {
    asked: AskedPeople
    today: string
    people: (PersonCard & { reference: string; reasons: string[] })[]
    pageCount: number
    communeChoices: unknown[]
  }
  hrefOf: HrefOf
}

/** The people found, without name or contact, a page at a time. */
export function FoundPeople({ page, hrefOf }: Props) {
  const { asked, people, pageCount, today } = page
  if (page.communeChoices.length > 0) return null
  if (people.length === 0)
    return (
      <EmptyState
        title="Personne pour le moment"
        actions={
          <LinkButton href={hrefOf({ radiusKm: 50, licence: null, skills: [], freeBy: null })}>
            Chercher plus loin
          </LinkButton>
        }
      >
        Élargissez le rayon, ou enlevez un filtre. Une offre publiée est aussi proposée aux personnes qui
        arrivent.
      </EmptyState>
    )
  return (
    <>
      <div className="people-grid">
        {people.map(({ reference, reasons, ...card }, index) => (
          <AnonymousPersonCard
            key={reference}
            headingLevel={2}
            person={{
              ...card,
              title: personTitle(card.name, card.communeName),
              availability: `disponible ${freeFrom(card.availableFrom, today)}`,
            }}
            actions={
              <div className="stack-tight">
                <ReasonList sentences={reasons} />
                <LinkButton href={`/structure/contact/${reference}`} look="secondary" icon="mail">
                  <span>
                    Demander à lui parler
                    <span className="visually-hidden"> : personne {index + 1} de la page</span>
                  </span>
                </LinkButton>
              </div>
            }
          />
        ))}
      </div>
      <Pagination page={asked.page} pageCount={pageCount} hrefOf={(page) => hrefOf({ page })} />
    </>
  )
}
