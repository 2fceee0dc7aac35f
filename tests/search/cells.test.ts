import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { distanceKm } from '#app/domain/geo.ts'
import { areaOf, areasAround, cellsAround } from '#search/postgres/cells.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

const cellsOf = async (latitudes: number[], longitudes: number[]) =>
  (
    await queryRows<{ cell: number }>(
      `select search.cell(latitude, longitude) as cell
       from unnest($1::float8[], $2::float8[]) with ordinality as p (latitude, longitude, position) order by position`,
      [latitudes, longitudes],
    )
  ).map(({ cell }) => cell)

const position = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('the cells around a circle hold every position within it, across the day line too', async () => {
  await fc.assert(
    fc.asyncProperty(
      position,
      fc.integer({ min: 0, max: 150 }),
      fc.array(
        fc.tuple(
          fc.double({ min: -1.5, max: 1.5, noNaN: true }),
          fc.double({ min: -3, max: 3, noNaN: true }),
        ),
        {
          minLength: 1,
          maxLength: 30,
        },
      ),
      async (centre, radiusKm, steps) => {
        const cells = cellsAround({ ...centre, radiusKm })
        const around = steps.map(([north, east]) => ({
          latitude: Math.max(-90, Math.min(90, centre.latitude + north)),
          longitude: ((centre.longitude + east + 540) % 360) - 180,
        }))
        const inside = [centre, ...around].filter((one) => distanceKm(centre, one) <= radiusKm)
        const held = await cellsOf(
          inside.map((one) => one.latitude),
          inside.map((one) => one.longitude),
        )
        if (cells) expect(held.filter((cell) => !cells.includes(cell))).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

test('a circle that holds a pole, or too many cells to list, has none', () => {
  expect(cellsAround({ latitude: 89.9, longitude: 0, radiusKm: 50 })).toBeNull()
  expect(cellsAround({ latitude: 49.56, longitude: 3.62, radiusKm: 2000 })).toBeNull()
})

test('a circle of no radius lies in the cell of its centre', async () => {
  const laon = { latitude: 49.5641, longitude: 3.6199 }
  const [cell] = await cellsOf([laon.latitude], [laon.longitude])
  expect(cellsAround({ ...laon, radiusKm: 0 })).toContain(cell)
})

test('a position has the area that the database gives to its cell, among those around it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(position, { minLength: 1, maxLength: 50 }), async (positions) => {
      const rows = await queryRows<{ area: number }>(
        `select search.area(search.cell(latitude, longitude)) as area
         from unnest($1::float8[], $2::float8[]) with ordinality as p (latitude, longitude, n) order by n`,
        [positions.map(({ latitude }) => latitude), positions.map(({ longitude }) => longitude)],
      )
      const areas = positions.map(({ latitude, longitude }) => areaOf(latitude, longitude))
      expect(areas).toEqual(rows.map(({ area }) => area))
      for (const [i, one] of positions.entries())
        expect(areasAround({ ...one, radiusKm: 0 }) ?? [areas[i]]).toContain(areas[i])
    }),
    { numRuns: 30 },
  )
})
