// Preloaded by the command-line tools: the Prisma client is there before they import it.
import { generateClient } from './prisma.mjs'

try {
  generateClient()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
