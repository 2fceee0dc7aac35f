/** A statement sent so often by this process is worth keeping. */
const OFTEN = 5
/** At most so many are kept by each connection, and so many counted: a list of values makes a text for each of its lengths. */
const MOST_KEPT = 300
const MOST_COUNTED = 2000

type Query = { sql: string; args: readonly unknown[] }

/**
 * Names the statements that come again and again: the server then parses each once a connection, and keeps its plan where one plan
 * serves all values. The name is empty for a statement to be forgotten: it is rare, has no parameters, or has a list among them. A plan
 * for any list at all knows neither its length nor that its values can be hashed, and is many times slower.
 */
export function createStatementNames(): (query: Query) => string {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return ({ sql, args }) => {
    if (args.length === 0 || args.some(Array.isArray)) return ''
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size === MOST_KEPT) return ''
    const count = (counts.get(sql) ?? 0) + 1
    if (count < OFTEN) {
      if (counts.size === MOST_COUNTED) counts.clear()
      counts.set(sql, count)
      return ''
    }
    counts.delete(sql)
    const name = `kept_${names.size}`
    names.set(sql, name)
    return name
  }
}
