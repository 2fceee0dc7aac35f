import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  /** The cell that names the row. */
  isRowHead?: boolean
}
type Props<Row> = {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  /** The head stays in sight while a long table scrolls. */
  sticky?: boolean
  hideCaption?: boolean
}

/** Rows and columns. It scrolls sideways inside its own frame on a narrow screen, by keyboard too. */
export function Table<Row>({ caption, columns, rows, keyOf, sticky, hideCaption }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard
    <section className={classNames('table-wrap', sticky && 'sticky')} tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption className={classNames(hideCaption && 'visually-hidden')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? 'number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.isRowHead ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.isNumber ? 'number' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
