import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'

const args = { context: { cspNonce: 'n0nce', clientAddress: '192.0.2.1' } }
const busy = Object.assign(new Error('no connection'), { code: 'P2024' })

test('a file that waited for a connection in vain is a 503 in words; any other failure is thrown on', async () => {
  const answer = await answerOrOutage(args, () => Promise.reject(busy))
  expect([answer.status, answer.headers.get('Retry-After'), answer.headers.get('Cache-Control')]).toEqual([
    503,
    '60',
    'no-store',
  ])
  expect(await answer.text()).toMatch(/lang="fr"[\s\S]*nonce="n0nce"[\s\S]*Attendez une minute/)
  const other = new Error('a bug')
  await expect(answerOrOutage(args, () => Promise.reject(other))).rejects.toBe(other)
  const file = new Response('file')
  expect(await answerOrOutage(args, async () => file)).toBe(file)
})

test('every route without a page tells an outage, but the probes', () => {
  const probes = ['healthz.ts', 'readyz.ts']
  const silent = readdirSync('app/routes').filter((file) => {
    const source = readFileSync(`app/routes/${file}`, 'utf8')
    return !/^export default /m.test(source) && !source.includes('answerOrOutage(args')
  })
  expect(silent.sort()).toEqual(probes)
})
