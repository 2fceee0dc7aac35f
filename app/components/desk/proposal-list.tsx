import { type Proposal, ProposalRow } from '#app/components/match/proposal-row.tsx'
import { type Reserve, ReserveNote, reserveSentence } from '#app/components/match/reserve-note.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { DecisionActions } from './decision-actions.tsx'

type Decidable = Proposal & {
  reason: string | null
  can: { approve: boolean; set_aside: boolean; undo: boolean }
}

const BATCH = 10

/** The ranked proposals of an offer, and who waits besides. The first ten may be approved in one gesture. */
export function ProposalList({
  proposals,
  reserve,
  selectedId,
  matchesNobody,
}: {
  proposals: Decidable[]
  reserve: Reserve
  /** Something in the offer itself keeps everybody back; the page says what. */
  matchesNobody: boolean
  selectedId: string | null
}) {
  const waiting = proposals.filter((proposal) => proposal.can.approve).slice(0, BATCH)
  if (proposals.length === 0)
    return (
      <EmptyState title="Personne à proposer pour le moment." icon="people">
        {matchesNobody
          ? 'L’offre ne peut être proposée à personne. Lisez « À vérifier ».'
          : `${reserveSentence(reserve, false) ?? 'Aucune personne inscrite ne remplit les conditions.'} La liste se met à jour toute seule.`}
      </EmptyState>
    )
  return (
    <div className="stack">
      {waiting.length > 1 ? (
        <form method="post" className="inline-form">
          <input type="hidden" name="intent" value="approve_many" />
          {waiting.map(({ id }) => (
            <input key={id} type="hidden" name="match" value={id} />
          ))}
          <Button look="secondary" icon="check">
            Approuver les {waiting.length} premières
          </Button>
        </form>
      ) : null}
      <ol className="desk-list plain-list">
        {proposals.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            proposal={{
              ...proposal,
              missing: proposal.reason
                ? [...proposal.missing, `mise de côté : ${proposal.reason}`]
                : proposal.missing,
            }}
            selected={proposal.id === selectedId}
            actions={<DecisionActions matchId={proposal.id} name={proposal.name} can={proposal.can} />}
          />
        ))}
      </ol>
      <ReserveNote reserve={reserve} others />
    </div>
  )
}
