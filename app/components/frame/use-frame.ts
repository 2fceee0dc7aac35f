import { useRouteLoaderData } from '@remix-run/react'
import type { Frame } from './frame-data.ts'

/** What stands around the page, as the root loader sent it; null on an error page. */
export const useFrame = (): Frame | null => (useRouteLoaderData('root') as Frame | undefined) ?? null
