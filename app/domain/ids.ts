import { z } from 'zod'

/** Identifiers are lower-case UUIDs, made outside the domain and passed in. */
export const idSchema = z.uuid()

/** True when the text is a UUID; anything else in a URL is answered 404 without a query. */
export const isId = (text: unknown): text is string => idSchema.safeParse(text).success
