const BENCHES = {
  'access-log': () => import('./access-log.ts'),
  fairness: () => import('./fairness.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  matching: () => import('./matching.ts'),
  mutations: () => import('./mutations.ts'),
  pipeline: () => import('./pipeline.ts'),
  pool: () => import('./pool.ts'),
  search: () => import('./search.ts'),
  web: () => import('./web.ts'),
  words: () => import('./words.ts'),
} as const

const isBench = (name: string | undefined): name is keyof typeof BENCHES =>
  name !== undefined && Object.hasOwn(BENCHES, name)

const [name, ...args] = process.argv.slice(2)
if (isBench(name)) {
  const { run } = await BENCHES[name]()
  await run(args)
} else {
  console.error(`npm run bench -- <${Object.keys(BENCHES).join(' | ')}> [options]`)
  process.exitCode = 1
}
