import { queryRows } from './raw.server.ts'

/**
 * `offers`: the index of offers as PostgreSQL holds it. `reference`: the territories, communes and occupations. A stamp is
 * renewed by the transaction that changes its subject: what was read after a stamp holds as long as the stamp stands.
 */
export type Stamps = { offers: string; reference: string }

let asked: Promise<Stamps> | null = null

async function read(): Promise<Stamps> {
  // Whoever asks before the statement leaves reads its answer: the loaders of a page ask at once.
  await new Promise((leave) => setImmediate(leave))
  asked = null
  const rows = await queryRows<{ subject: keyof Stamps; value: string }>(
    'select subject, value::text from search.stamp',
  )
  const stamps = new Map(rows.map(({ subject, value }) => [subject, value]))
  const stampOf = (subject: keyof Stamps) => {
    const value = stamps.get(subject)
    if (!value) throw new Error(`There is no stamp of ${subject}`)
    return value
  }
  return { offers: stampOf('offers'), reference: stampOf('reference') }
}

/** The stamps as they stand, in one statement for all who ask at the same time. */
export function readStamps(): Promise<Stamps> {
  asked ??= read()
  return asked
}

/**
 * Keeps in memory what `read` gives for each key as long as the stamp of `subject` stands, at most `most` of them: those asked
 * for longest ago leave first. What fails, or is not worth it, is not kept. Nothing that depends on who asks may be read so.
 */
export function keepWhileStamped<T>(
  subject: keyof Stamps,
  most: number,
  isWorth: (value: T) => boolean = () => true,
) {
  let stamp = ''
  let kept = new Map<string, Promise<T>>()
  return (stamps: Stamps, key: string, read: () => Promise<T>): Promise<T> => {
    if (stamps[subject] !== stamp) {
      stamp = stamps[subject]
      kept = new Map()
    }
    const known = kept
    const value = known.get(key) ?? read()
    known.delete(key)
    known.set(key, value)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    const forget = () => known.get(key) === value && known.delete(key)
    value.then((one) => isWorth(one) || forget(), forget)
    return value
  }
}
