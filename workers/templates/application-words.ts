import { SPONTANEOUS_TITLE } from '#app/domain/application.labels.ts'

type About = { title: string | null }

/** The name of what an application is about, for a line that is short. */
export const applicationTitle = ({ title }: About): string => title ?? SPONTANEOUS_TITLE

/** What follows "candidature" in a sentence. */
export const whichApplication = ({ title }: About): string => (title ? `pour « ${title} »` : 'spontanée')
