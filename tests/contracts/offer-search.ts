import { beforeAll, expect, it } from 'vitest'
import type { OfferSearchEngine } from '#search/port.ts'
import { expectDistance } from './offer-search/distance.ts'
import { expectFilters } from './offer-search/filters.ts'
import { expectHostileInput } from './offer-search/hostile-input.ts'
import { expectKeepingUp } from './offer-search/keeping-up.ts'
import { expectPages } from './offer-search/pages.ts'
import { expectRebuilding } from './offer-search/rebuilding.ts'
import { expectWords } from './offer-search/words.ts'

/** What every search engine must do; `makeEngine` gives an engine on an index of its own. */
export function offerSearchContract(makeEngine: () => OfferSearchEngine) {
  let made: OfferSearchEngine | undefined
  beforeAll(() => {
    made = makeEngine()
  })
  const engine = () => {
    if (!made) throw new Error('The engine is made before the first test')
    return made
  }

  expectWords(engine)
  expectHostileInput(engine)
  expectDistance(engine)
  expectFilters(engine)
  expectPages(engine)
  expectKeepingUp(engine)
  expectRebuilding(engine)

  it('says that it is healthy', async () => {
    expect(await engine().isHealthy()).toBe(true)
  })
}
