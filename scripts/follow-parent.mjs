// Preloaded into child processes: when the process that started them dies without a word, they stop too.
import process from 'node:process'

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
