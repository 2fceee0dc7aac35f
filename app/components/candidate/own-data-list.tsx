import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { formatDate } from '#app/components/ui/format.ts'
import { OWN_DATA_TITLES, OWN_FIELD_LABELS } from '#app/domain/own-data.labels.ts'
import { OWN_DATA_PARTS, type OwnData, type OwnRow, type OwnValue } from '#app/domain/own-data.ts'
import { OWN_VALUE_LABELS } from '#app/domain/own-data.values.ts'
import { displayPhone } from '#app/domain/phone.ts'

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}(T|$)/.test(text)

/** A value of a field in words: codes by their names, lists by commas, instants as days in Paris. */
function wordsOf(field: string, value: OwnValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return value.toLocaleString('fr-FR')
  if (typeof value === 'string')
    return isDate(value) ? formatDate(value) : (OWN_VALUE_LABELS[field]?.[value] ?? displayPhone(value))
  if (Array.isArray(value))
    return value
      .map((one) => wordsOf(field, one))
      .filter(Boolean)
      .join(', ')
  return Object.entries(value)
    .map(([name, one]) => wordsOf(name, one))
    .filter(Boolean)
    .join(' · ')
}

const definitionsOf = (row: OwnRow) =>
  Object.entries(row).map(([field, value]) => ({
    term: OWN_FIELD_LABELS[field] ?? field,
    value: wordsOf(field, value),
  }))

/** Everything kept about the reader, part by part; the empty parts are left out. */
export function OwnDataList({ data }: { data: OwnData }) {
  return (
    <div className="stack-tight">
      {OWN_DATA_PARTS.filter((part) => data[part].length > 0).map((part) => (
        <details key={part} className="details">
          <summary>
            {OWN_DATA_TITLES[part]}
            {data[part].length > 1 ? ` (${data[part].length.toLocaleString('fr-FR')})` : ''}
          </summary>
          <ul className="plain-list stack">
            {data[part].map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identifier of their own here, and never move
              <li key={index}>
                <DefinitionList items={definitionsOf(row)} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
