import { expect, test } from 'vitest'
import { refusal } from '#app/system/request-guard.server.ts'

const appUrl = 'https://actifs.example'
const ours = { host: 'actifs.example' }
const sent = { ...ours, origin: appUrl }
const asked = (method: string, url: string, headers: Record<string, string>) =>
  refusal({ method, url, headers, appUrl })

test.each<[string, string, Record<string, string>]>([
  ['GET', '/offres?page=2', ours],
  ['HEAD', '/', { host: '127.0.0.1:3000' }],
  ['GET', '/', { ...ours, 'x-forwarded-host': 'actifs.example, localhost:8080' }],
  ['GET', '/readyz', { host: '10.0.0.7:3000' }],
  ['POST', '/offres', sent],
  ['POST', '/offres', { ...sent, 'sec-fetch-site': 'same-origin' }],
  ['POST', '/offres', { ...ours, 'sec-fetch-site': 'same-origin' }],
  ['POST', '/offres', { ...ours, origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['POST', '/webhooks/sms', ours],
  ['POST', '/mon-cv/fichier', { ...sent, 'content-length': '2000000' }],
])('%s %s %o is let through', (method, url, headers) => {
  expect(asked(method, url, headers)).toBeNull()
})

test.each<[number, string, string, Record<string, string>]>([
  [400, 'GET', '/', { host: 'mechant.example' }],
  [400, 'GET', '/', {}],
  [400, 'GET', '/', { host: 'actifs.example/x' }],
  [400, 'GET', '/', { ...ours, 'x-forwarded-host': 'mechant.example' }],
  [400, 'GET', '/', { ...ours, 'x-forwarded-host': '[::' }],
  [400, 'GET', '/healthz', { host: '[::' }],
  [400, 'GET', 'http://mechant.example/', ours],
  [400, 'GET', '/%00', ours],
  [400, 'GET', '/%E0%A4%A', ours],
  [405, 'TRACE', '/', ours],
  [403, 'POST', '/offres', ours],
  [403, 'POST', '/offres', { ...ours, origin: 'null' }],
  [403, 'POST', '/offres', { ...sent, 'sec-fetch-site': 'cross-site' }],
  [403, 'POST', '/offres', { ...ours, origin: 'https://mechant.example' }],
  [403, 'POST', '/offres', { ...ours, origin: 'mechant' }],
  [411, 'POST', '/offres', { ...sent, 'transfer-encoding': 'chunked' }],
  [413, 'POST', '/offres', { ...sent, 'content-length': '2000000' }],
  [413, 'POST', '/mon-cv/fichier', { ...sent, 'content-length': '20000000' }],
])('%i: %s %s %o', (status, method, url, headers) => {
  expect(asked(method, url, headers)).toBe(status)
})
