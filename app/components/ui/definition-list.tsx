import type { ReactNode } from 'react'

export type Definition = { term: string; value: ReactNode }

const isEmpty = (value: ReactNode): boolean =>
  value === null || value === undefined || value === '' || value === false

/** Facts, one a line. Those without a value are left out. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="definitions">
      {items
        .filter(({ value }) => !isEmpty(value))
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
