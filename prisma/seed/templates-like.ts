/** The templates with this title or occupation code; all of them without one. Throws when there are none. */
export function templatesLike<T extends { romeCode: string | null; title: string }>(
  templates: readonly T[],
  like: string | undefined,
): readonly T[] {
  if (like === undefined) return templates
  const fits = templates.filter(({ romeCode, title }) => romeCode === like || title === like)
  if (fits.length === 0) throw new Error(`The tables have nothing like ${like}`)
  return fits
}
