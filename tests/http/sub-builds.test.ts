import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { describe, expect, test } from 'vitest'
import { splitBuild } from '#app/http/sub-builds.server.ts'
import { MANIFEST, ROUTES } from '#tests/matrix/manifest.ts'

type RouteObject = Parameters<typeof matchRoutes>[0][number]

const routes = { root: { id: 'root', path: '' }, ...MANIFEST }
const whole = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild
const partFor = splitBuild(whole)
const partOf = (address: string) => partFor(new URL(`https://actifs.example.org${address}`))

/** The routes as React Router reads them. */
const treeOf = (build: ServerBuild, parentId?: string): RouteObject[] =>
  Object.values(build.routes).flatMap((route) =>
    route && route.parentId === parentId
      ? [
          route.index
            ? { id: route.id, path: route.path, index: true as const }
            : { id: route.id, path: route.path, children: treeOf(build, route.id) },
        ]
      : [],
  )

const matched = (build: ServerBuild, pathname: string) =>
  matchRoutes(treeOf(build), pathname)?.map(({ route, params, pathname }) => [route.id, params, pathname]) ??
  null

const written = (path: string) => path.replace(/:[^/]+/g, 'c0ffee')

const waysToWrite = (address: string): string[] => [
  address,
  `${address}/`,
  `${address}/inconnue/plus/loin`,
  address.toUpperCase(),
  address.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
]

describe('a part of the build matches an address exactly as the whole does', () => {
  for (const { id, path } of ROUTES)
    test(id, () => {
      const address = written(path)
      expect(matched(partOf(address), address)?.at(-1)?.[0]).toBe(id)
      for (const way of waysToWrite(address)) expect(matched(partOf(way), way)).toEqual(matched(whole, way))
      expect(partOf(`${address === '/' ? '/_root' : address}.data`) === partOf(address)).toBe(true)
    })
})

test('a part names the same routes to the browser, and is small', () => {
  const part = partOf('/offres?q=vendanges')
  expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes))
  expect(Object.keys(part.routes)).toEqual(expect.arrayContaining(['root', 'routes/_index']))
  expect(Object.keys(part.routes).length).toBeLessThan(ROUTES.length / 4)
})

test.each([
  '/__manifest?p=/offres&version=1',
  '/offres?_data=root',
  '//offres',
  '/inconnue',
  '/%E0%A4%A/offres',
])('%s is answered by the whole build', (address) => expect(partOf(address) === whole).toBe(true))
