// Preloaded into child processes: when the process that started them dies without a word, they stop too. Those of a cluster do so by
// themselves, and cannot listen without the channel.
import cluster from 'node:cluster'
import process from 'node:process'

if (process.channel && cluster.isPrimary) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
