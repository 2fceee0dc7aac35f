import { db } from '#app/db/client.server.ts'
import { listOccupations } from '#app/db/occupations.server.ts'

/** The occupations to choose from. */
export async function getRegistrationForm() {
  const occupations = await listOccupations(db())
  return {
    occupations: occupations.map(({ romeCode, plainLabel }) => ({ value: romeCode, label: plainLabel })),
  }
}
