import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createApp } from '#app/server.ts'

type Pages = Parameters<typeof createApp>[1]['pages']
type Settings = Parameters<typeof createApp>[0]

/** Serves `pages` behind the real web application, on a free port. */
export async function runApp({
  pages,
  assets,
  settings,
  ...limits
}: {
  pages: Pages
  assets: string
  settings?: Partial<Settings>
  lateMs?: () => number
  maxAtOnce?: number
}) {
  const base = {
    NODE_ENV: 'production',
    APP_URL: 'https://actifs.example.org',
    TRUST_PROXY: 'loopback',
  } as const
  const app = createApp({ ...base, MAP_STYLE_URL: undefined, ...settings }, { assets, pages, ...limits })
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, close }
}

/** Sends bytes as they are and returns the whole answer: for requests that no well-behaved client makes. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
