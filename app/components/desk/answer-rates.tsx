import { Section } from '#app/components/ui/section.tsx'
import { Table } from '#app/components/ui/table.tsx'

export type AnswerRateRow = {
  organisationId: string
  name: string
  due: number
  inTime: number
  rate: number | null
}

/** The organisations that answer people late come first: those to call. */
export function AnswerRates({ rates }: { rates: AnswerRateRow[] }) {
  return (
    <Section title="Réponses aux candidatures" id="reponses">
      <p className="muted">
        Depuis 12 mois, pour les structures d’au moins 5 candidatures. Une réponse compte si elle part au plus
        tard le jour promis.
      </p>
      <Table
        caption="Réponses à temps, par structure"
        hideCaption
        rows={rates}
        keyOf={({ organisationId }) => organisationId}
        columns={[
          {
            key: 'name',
            head: 'Structure',
            isRowHead: true,
            cell: ({ organisationId, name }) => <a href={`/bureau/structures/${organisationId}`}>{name}</a>,
          },
          { key: 'due', head: 'Candidatures', isNumber: true, cell: ({ due }) => due },
          { key: 'inTime', head: 'Répondu à temps', isNumber: true, cell: ({ inTime }) => inTime },
          { key: 'rate', head: 'Part', isNumber: true, cell: ({ rate }) => `${rate} %` },
        ]}
      />
    </Section>
  )
}
