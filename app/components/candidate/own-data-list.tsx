import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { OWN_DATA_TITLES, OWN_FIELD_LABELS } from '#app/domain/own-data.labels.ts'
import { OWN_DATA_PARTS, type OwnData, type OwnRow, type OwnValue } from '#app/domain/own-data.ts'

const labelOf = (field: string) => OWN_FIELD_LABELS[field] ?? field
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}(T|$)/.test(text)

/** A value in words: lists by commas, dates as people read them. */
export function wordsOf(value: OwnValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return value.toLocaleString('fr-FR')
  if (typeof value === 'string') return isDate(value) ? formatDate(value.slice(0, 10)) : value
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  return Object.values(value).map(wordsOf).filter(Boolean).join(' · ')
}

const definitionsOf = (row: OwnRow) =>
  Object.entries(row).map(([field, value]) => ({ term: labelOf(field), value: wordsOf(value) }))

/** Everything kept about the reader, part by part; the empty parts are left out. */
export function OwnDataList({ data }: { data: OwnData }) {
  return (
    <div className="stack-tight">
      {OWN_DATA_PARTS.filter((part) => data[part].length > 0).map((part) => (
        <details key={part} className="details">
          <summary>
            {OWN_DATA_TITLES[part]} ({data[part].length})
          </summary>
          <ul className="plain-list stack">
            {data[part].map((row) => (
              <li key={JSON.stringify(row)}>
                <DefinitionList items={definitionsOf(row)} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
