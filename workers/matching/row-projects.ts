import { type CopiedRow, jsonIn, rangeOf, UnreadableRow } from '#app/db/copied-row.server.ts'
import { type Faults, levelOf, projectWord, type Vocabulary } from './entry.ts'
import { remembered } from './row-numbers.ts'

type Written = { occupationCode: string; experience: string }

const isProject = (item: unknown): item is Written =>
  typeof item === 'object' &&
  item !== null &&
  'occupationCode' in item &&
  typeof item.occupationCode === 'string'

function wordOf(vocabulary: Vocabulary, item: unknown, faults: Faults): number {
  if (!isProject(item)) throw new UnreadableRow('a project is not what it should be')
  return projectWord(vocabulary, item.occupationCode, levelOf(item.experience, faults))
}

// The first byte of a `jsonb` is the version of its format.
const VERSION = 1
const CLOSING = '}'.charCodeAt(0)
const LIST = '['.charCodeAt(0)

/** Where the piece that starts there ends: behind its first closing brace. */
function pieceEnd({ view }: CopiedRow, start: number, end: number): number {
  let at = start
  while (at < end && view.getUint8(at) !== CLOSING) at++
  return Math.min(end, at + 1)
}

/**
 * Reads projects, a `jsonb`, as the words of a record: piece by piece (`[{…}, {…}]`), as few are different. A list that cannot be
 * cut so is read at once.
 */
export function createProjectReader(vocabulary: Vocabulary) {
  const piece = remembered((row, start, end, faults) => wordOf(vocabulary, jsonIn(row, start, end), faults))
  function pieces(row: CopiedRow, value: number, faults: Faults): number[] {
    const { start, end } = rangeOf(row, value)
    if (row.view.getUint8(start + VERSION) !== LIST) throw new UnreadableRow('projects are not a list')
    const words: number[] = []
    for (let at = start + VERSION + '['.length; at < end - ']'.length; at += ', '.length) {
      const to = pieceEnd(row, at, end)
      words.push(piece(row, at, to, faults))
      at = to
    }
    return words
  }
  function whole(row: CopiedRow, value: number, faults: Faults): number[] {
    const { start, end } = rangeOf(row, value)
    const list = jsonIn(row, start + VERSION, end)
    if (!Array.isArray(list)) throw new UnreadableRow('projects are not a list')
    return list.map((item) => wordOf(vocabulary, item, faults))
  }
  return (row: CopiedRow, value: number, faults: Faults): number[] => {
    try {
      return pieces(row, value, faults)
    } catch (error) {
      if (error instanceof UnreadableRow) return whole(row, value, faults)
      throw error
    }
  }
}
