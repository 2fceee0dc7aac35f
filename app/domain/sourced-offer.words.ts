import { searchName } from './commune.ts'

/** "(H/F)", "H / F", "F-H", "(m/f/d)": words said of everybody, which name no occupation. */
const FOR_EVERYBODY = /\(?(?<!\p{L})[hmf]\s*[/-]\s*[hf](\s*[/-]\s*[dx])?(?!\p{L})\)?/giu
/** The feminine ending of a short form: "Employé(e)", "Conducteur(trice)", "Agent·e", "Agent·e·s". */
const ADDED_ENDING = /(?<=\p{L})(\((?!s\))\p{L}{1,6}\)|[·•.]\p{L}{1,5}(?=[\s·•,]|$)([·•]s)?)/gu

/** A label without the marks of both genders that sources add to an appellation. */
const withoutMarks = (label: string) => label.replace(FOR_EVERYBODY, ' ').replace(ADDED_ENDING, '')

/**
 * The ways a label is written, as they are searched: whole first, then, of "Ouvrier / Ouvrière agricole", "ouvrier agricole"
 * and "ouvriere agricole": what follows the second name belongs to both.
 */
export function appellationKeys(label: string): string[] {
  const plain = withoutMarks(label)
  const [first = '', second = '', ...more] = plain.split(/\s*\/\s*/).map(searchName)
  if (!second || more.length > 0) return [searchName(plain)]
  const tail = second.split(' ').slice(first.split(' ').length).join(' ')
  return [...new Set([searchName(plain), `${first} ${tail}`.trim(), second])]
}

/** The ROME codes of records by the ways their appellations are written: a label's own records before those it is a form of. */
export function indexAppellations(
  appellations: readonly { label: string; romeCode: string }[],
): ReadonlyMap<string, readonly string[]> {
  const keyed = appellations.map(({ label, romeCode }) => ({ keys: appellationKeys(label), romeCode }))
  const index = new Map<string, string[]>()
  const add = (key: string, romeCode: string) => {
    const codes = index.get(key)
    if (!codes) index.set(key, [romeCode])
    else if (!codes.includes(romeCode)) codes.push(romeCode)
  }
  for (const { keys, romeCode } of keyed) if (keys[0]) add(keys[0], romeCode)
  for (const { keys, romeCode } of keyed) for (const key of keys.slice(1)) add(key, romeCode)
  return index
}
