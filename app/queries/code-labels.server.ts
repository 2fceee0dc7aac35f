import { db } from '#app/db/client.server.ts'
import { listEveryLabel } from '#app/db/occupations.server.ts'

/** What codes are called on screen. An unknown code is shown as it is. */
export async function getCodeLabels() {
  const words = new Map((await listEveryLabel(db())).map(({ code, label }) => [code, label]))
  return (code: string): string => words.get(code) ?? code
}
