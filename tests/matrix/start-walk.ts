import { createHandler, loadModules } from './manifest.ts'
import { createVisitors } from './visitors.ts'
import { createMaker, type Walk } from './walk.ts'
import { createWorld } from './world.ts'

/** Loads every route, makes the world and lets everybody in: a walk through the database of DATABASE_URL can start. */
export async function startWalk(): Promise<Walk> {
  const failures: unknown[] = []
  const handle = createHandler(await loadModules(), (error) => failures.push(error))
  const world = await createWorld()
  const visitors = await createVisitors(world)
  const cookies: Walk['cookies'] = new Map()
  for (const visitor of visitors) cookies.set(visitor, await visitor.enter())
  const walked = { cells: 0, routes: new Set<string>(), actions: 0 }
  return { world, handle, visitors, cookies, make: createMaker(world), failures, walked, asks: () => true }
}
