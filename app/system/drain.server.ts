import type { Server, ServerResponse } from 'node:http'

/**
 * Prepares a server to stop gently. What it returns takes no new connection, lets each answer under way reach its reader whole,
 * closes each connection after its answer, and calls `stopped` once all are closed.
 */
export function prepareDrain(server: Server): (stopped: () => void) => void {
  const underWay = new Set<ServerResponse>()
  let isStopping = false
  const closeAfter = (res: ServerResponse) => {
    if (!res.headersSent) res.setHeader('Connection', 'close')
  }
  server.prependListener('request', (_req, res) => {
    underWay.add(res)
    res.once('close', () => underWay.delete(res))
    if (isStopping) closeAfter(res)
  })
  return (stopped) => {
    isStopping = true
    for (const res of underWay) closeAfter(res)
    server.close(stopped)
  }
}
