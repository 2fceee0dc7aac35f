import type { Mutant } from './mutants.ts'

/** A guard that another one stands behind, whatever is asked: taking it away changes no answer. `what` as the bench tells it. */
export type Equivalent = Pick<Mutant, 'file' | 'what'> & { because: string }

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'app/queries/hotline-person.server.ts',
    what: 'canErase(actor, account) → true',
    because:
      'the page finds nobody but those whom the hotline of the territory helps, whose accounts it may erase',
  },
  {
    file: 'app/queries/hotline-person.server.ts',
    what: 'canWithdrawConsent(actor, account) → true',
    because:
      'the page finds nobody but those whom the hotline of the territory helps, for whom it may take back',
  },
  {
    file: 'app/queries/right-on-behalf.server.ts',
    what: 'if (!may(actor, account)) → never',
    because:
      'the page finds nobody but those whom the hotline of the territory helps, for whom it may do both',
  },
  {
    file: 'app/queries/own-data.server.ts',
    what: 'canWithdrawConsent(actor, account) → true',
    because:
      'the account is read by the id of whoever asks, who may always take back what she or he agreed to',
  },
  {
    file: 'app/use-cases/suspend-inactive.server.ts',
    what: "canChangeAccount(SYSTEM, account, 'fall_asleep') → true",
    because: 'the statement asked under the same lock tells active candidates alone, who may all fall asleep',
  },
]

/** Why a mutant changes nothing; null for all others. */
export const equivalenceOf = ({ file, what }: Pick<Mutant, 'file' | 'what'>): string | null =>
  EQUIVALENTS.find((one) => one.file === file && one.what === what)?.because ?? null
