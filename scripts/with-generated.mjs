// Preloaded by the command-line tools: what the sources generate is there before they import it.
import { writeGenerated } from './generated.mjs'

try {
  writeGenerated()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
