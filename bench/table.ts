/** Prints rows as a table: one column a key, numbers to the right. */
export function printTable(rows: Record<string, string | number>[]): void {
  const keys = Object.keys(rows[0] ?? {})
  const cells = [keys, ...rows.map((row) => keys.map((key) => String(row[key] ?? '')))]
  const widths = keys.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const isNumber = keys.map((key) => typeof rows[0]?.[key] === 'number')
  for (const line of cells)
    console.log(
      line
        .map((cell, column) =>
          isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  '),
    )
}
