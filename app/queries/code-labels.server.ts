import { type Reference, readReference } from '#app/db/reference.server.ts'

/** What codes are called on screen. An unknown code is shown as it is. */
export const labelsIn =
  ({ labels }: Reference) =>
  (code: string): string =>
    labels.get(code) ?? code

/** The same, for who reads nothing else of the reference. */
export const getCodeLabels = async () => labelsIn(await readReference())
