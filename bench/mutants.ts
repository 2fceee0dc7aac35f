import path from 'node:path'
import ts from 'typescript'
import { type Change, findersFor } from './mutant-finders.ts'

/**
 * One guard taken away. `write` gives the expression that stands for `original`: what it was, and while `isOn` (an expression)
 * holds, what is left without the guard.
 */
export type Mutant = {
  id: number
  file: string
  line: number
  what: string
  opens: boolean
  start: number
  end: number
  write: (isOn: string, original: string) => string
}

const told = (what: string) => {
  const line = what.replace(/\s+/g, ' ')
  return line.length > 110 ? `${line.slice(0, 109)}…` : line
}

/** The mutants of a file: each of its guards taken away, one at a time. None for a file that guards nothing. */
export function mutantsOf(file: string, source: string): Omit<Mutant, 'id'>[] {
  const finders = findersFor(file, source)
  if (finders.length === 0) return []
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind)
  const mutants = new Map<string, Omit<Mutant, 'id'>>()
  const add = ({ node, what, opens, write }: Change) => {
    const [start, end] = [node.getStart(), node.getEnd()]
    const line = parsed.getLineAndCharacterOfPosition(start).line + 1
    mutants.set(`${start}-${end} ${write('', '')}`, {
      file,
      line,
      what: told(what),
      opens,
      start,
      end,
      write,
    })
  }
  const visit = (node: ts.Node): void => {
    for (const find of finders) for (const change of find(node)) add(change)
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return [...mutants.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

type Place = { start: number; end: number; mutants: Mutant[] }

const isInside = (inner: Place, outer: Place) => inner.start >= outer.start && inner.end <= outer.end

/** The source with every one of its mutants in it, each asleep until `isOn(id)` holds, on the lines where they were. */
export function withMutants(
  source: string,
  mutants: readonly Mutant[],
  isOn: (id: number) => string,
): string {
  const places = new Map<string, Place>()
  for (const mutant of mutants) {
    const key = `${mutant.start}-${mutant.end}`
    const place = places.get(key) ?? { start: mutant.start, end: mutant.end, mutants: [] }
    place.mutants.push(mutant)
    places.set(key, place)
  }
  const sorted = [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  const written = (start: number, end: number, from: number): string => {
    let text = ''
    let at = start
    for (let next = from; next < sorted.length; next++) {
      const place = sorted[next]
      if (!place || place.start >= end) break
      if (place.start < at) continue
      const inside = sorted.slice(next + 1).some((other) => isInside(other, place))
      const original = inside
        ? written(place.start, place.end, next + 1)
        : source.slice(place.start, place.end)
      text += source.slice(at, place.start)
      text += place.mutants.reduce((one, { id, write }) => write(isOn(id), one), original)
      at = place.end
    }
    return text + source.slice(at, end)
  }
  return written(0, source.length, 0)
}

/** The files that a file imports of the project, as paths from its root. */
const importsOf = (file: string, source: string): string[] =>
  ts.preProcessFile(source, true, true).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('#')) return [fileName.slice(1)]
    return fileName.startsWith('.') ? [path.posix.join(path.posix.dirname(file), fileName)] : []
  })

/** Who imports each file, of all of these. */
export function importersIn(sources: ReadonlyMap<string, string>): ReadonlyMap<string, string[]> {
  const importers = new Map<string, string[]>()
  for (const [file, source] of sources)
    for (const imported of importsOf(file, source))
      importers.set(imported, [...(importers.get(imported) ?? []), file])
  return importers
}

/** The files among `from` that reach `target` by their imports, whatever the way. */
export function filesReaching(
  importers: ReadonlyMap<string, string[]>,
  from: readonly string[],
  target: string,
): string[] {
  const reached = new Set([target])
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer)
  return from.filter((file) => reached.has(file))
}
