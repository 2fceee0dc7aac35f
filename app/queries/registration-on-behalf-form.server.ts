import { readReference } from '#app/db/reference.server.ts'

/** The occupations to choose from. */
export async function getRegistrationForm() {
  const { occupations } = await readReference()
  return {
    occupations: occupations.map(({ romeCode, plainLabel }) => ({ value: romeCode, label: plainLabel })),
  }
}
