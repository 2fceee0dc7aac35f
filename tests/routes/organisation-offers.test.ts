import { expect, test } from 'vitest'
import { loader } from '#app/routes/structures.$organisationId._index.tsx'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs } from '#tests/setup/request.ts'

useTestDatabase()

const OFFERS = 23
const PAGE_SIZE = 20

type Page = { offers: { offerId: string }[]; offerCount: number; page: number; pageCount: number }

test('the offers of an organisation are shown by pages, all of them, newest first, and counted', async () => {
  const { id } = await createOrganisation()
  const newestFirst: string[] = []
  for (let day = 1; day <= OFFERS; day++) {
    const publishedAt = new Date(Date.UTC(2026, 4, day))
    newestFirst.unshift((await createOffer({ organisationId: id, publishedAt })).id)
  }
  await createOffer({ organisationId: id, state: 'draft', publishedAt: null })
  const read = async (query: string) => {
    const request = requestTo(`/structures/${id}${query}`)
    return (await answerOf(() => loader(routeArgs(request, { organisationId: id })))).body as Page
  }
  const [first, second, beyond] = [await read(''), await read('?page=2'), await read('?page=3')]
  const idsOf = ({ offers }: Page) => offers.map(({ offerId }) => offerId)
  expect(idsOf(first)).toEqual(newestFirst.slice(0, PAGE_SIZE))
  expect(idsOf(second)).toEqual(newestFirst.slice(PAGE_SIZE))
  expect(idsOf(beyond)).toEqual([])
  for (const page of [first, second, beyond]) expect(page).toMatchObject({ offerCount: OFFERS, pageCount: 2 })
})
