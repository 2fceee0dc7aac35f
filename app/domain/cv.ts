import type { PersonFile } from './person-card.ts'

export const CV_ENTRY_KINDS = ['experience', 'training'] as const
export type CvEntryKind = (typeof CV_ENTRY_KINDS)[number]

/**
 * Something a person did or learned, in her or his own words. Years as people remember them: null when she or he does not know;
 * `isOngoing` has no last year.
 */
export type CvEntry = {
  id: string
  profileId: string
  kind: CvEntryKind
  title: string
  place: string | null
  fromYear: number | null
  toYear: number | null
  isOngoing: boolean
  details: string | null
  createdAt: Date
  updatedAt: Date
}

/** How many lines of both kinds a CV holds: more than fit on its page. */
export const MOST_CV_ENTRIES = 20

/** What is asked about an entry, one screen each; the first one makes the entry. */
export const CV_QUESTIONS = ['title', 'place', 'years', 'details'] as const
export type CvQuestion = (typeof CV_QUESTIONS)[number]

/** The question after this one; null after the last. */
export const questionAfter = (question: CvQuestion): CvQuestion | null =>
  CV_QUESTIONS[CV_QUESTIONS.indexOf(question) + 1] ?? null

/** The question before this one; null before the first. */
export const questionBefore = (question: CvQuestion): CvQuestion | null =>
  CV_QUESTIONS[CV_QUESTIONS.indexOf(question) - 1] ?? null

const NOW_ON = 9999
const lastYear = ({ isOngoing, toYear, fromYear }: CvEntry): number =>
  isOngoing ? NOW_ON : (toYear ?? fromYear ?? 0)

/** Entries as a CV lists them: what goes on first, then the latest; undated ones last, in the order they were told. */
export const inCvOrder = (entries: readonly CvEntry[]): CvEntry[] =>
  [...entries].sort(
    (a, b) =>
      lastYear(b) - lastYear(a) ||
      (b.fromYear ?? 0) - (a.fromYear ?? 0) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  )

/** A line of a CV as it is read. */
export type CvLine = Pick<CvEntry, 'id' | 'kind' | 'title' | 'place' | 'details'> & {
  /** "2019 – 2023", "depuis 2021", "2020"; empty when nobody knows. */
  years: string
}

/** All that a CV says, made from the profile. It holds no age, sex, nationality, family, picture or address. */
export type Cv = Pick<
  PersonFile,
  'name' | 'contact' | 'communeName' | 'projects' | 'skills' | 'licences' | 'languages'
> & { experiences: CvLine[]; trainings: CvLine[] }
