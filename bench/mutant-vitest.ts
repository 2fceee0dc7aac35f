import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node'

/** The quickest first: what they catch is not asked of the others. */
const QUICKEST = ['domain', 'system', 'http', 'db', 'use-cases', 'queries', 'routes', 'attacks']

class Quickest extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = QUICKEST.findIndex((folder) => moduleId.includes(`/tests/${folder}/`))
      return at < 0 ? QUICKEST.length : at
    }
    return [...files].sort((one, other) => rank(one) - rank(other))
  }
}

/** Vitest in the copy that holds the mutants, with the runner that wakes them. */
export function createMutantVitest(): Promise<Vitest> {
  process.env.NODE_ENV = 'test'
  return createVitest('test', {
    watch: false,
    reporters: [{}],
    runner: './bench/mutant-runner.ts',
    passWithNoTests: true,
    sequence: { sequencer: Quickest },
  })
}
