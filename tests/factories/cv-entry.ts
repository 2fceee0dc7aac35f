import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import { createCvEntry as create } from '#app/db/cv-entries.server.ts'
import type { CvEntry } from '#app/domain/cv.ts'
import { NOW } from './now.ts'

/** A line of somebody's CV: vendanges, and nothing more, unless told. */
export async function createCvEntry(overrides: Partial<CvEntry> & { profileId: string }): Promise<CvEntry> {
  const entry: CvEntry = {
    id: randomUUID(),
    kind: 'experience',
    title: 'Vendanges',
    place: null,
    fromYear: null,
    toYear: null,
    isOngoing: false,
    details: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...overrides,
  }
  await create(db(), entry)
  return entry
}
