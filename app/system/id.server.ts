import { randomUUID } from 'node:crypto'

/** A new identifier. The domain never makes one: it is handed in. */
export const newId = (): string => randomUUID()
