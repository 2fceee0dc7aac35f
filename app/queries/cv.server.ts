import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findCommune } from '#app/db/communes.server.ts'
import { findCvEntry, listCvEntries } from '#app/db/cv-entries.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { yearsText } from '#app/domain/cv.labels.ts'
import { type Cv, type CvEntry, type CvLine, inCvOrder } from '#app/domain/cv.ts'
import { personCard, personFile } from '#app/domain/person-card.ts'
import { getCodeLabels } from './code-labels.server.ts'

type Candidate = Extract<Actor, { kind: 'candidate' }>

async function getOwnProfile(actor: Candidate) {
  const [person, profile, labelOf] = await Promise.all([
    findAccount(db(), actor.accountId),
    findProfile(db(), scopeOf(actor), actor.profileId),
    getCodeLabels(),
  ])
  if (!person || !profile) throw new Error('a candidate has a profile')
  const commune = await findCommune(db(), profile.communeCode)
  return { person, profile, labelOf, communeName: commune?.name ?? '' }
}

const toLine = ({ id, kind, title, place, details, ...years }: CvEntry): CvLine => ({
  id,
  kind,
  title,
  place,
  details,
  years: yearsText(years),
})

/** The candidate's own CV. */
export async function getOwnCv(actor: Candidate): Promise<Cv> {
  const [{ labelOf, ...own }, entries] = await Promise.all([
    getOwnProfile(actor),
    listCvEntries(db(), scopeOf(actor), actor.profileId),
  ])
  const { name, contact, communeName, projects, skills, licences, languages } = personFile(own, labelOf)
  const lines = inCvOrder(entries).map(toLine)
  return {
    name,
    contact,
    communeName,
    projects,
    skills,
    licences,
    languages,
    experiences: lines.filter(({ kind }) => kind === 'experience'),
    trainings: lines.filter(({ kind }) => kind === 'training'),
  }
}

/** What an organisation to which she or he is proposed reads of the candidate; null for who is hidden. */
export async function getOwnPreview(actor: Candidate) {
  const { person, profile, labelOf, communeName } = await getOwnProfile(actor)
  const card = personCard({ person, profile, communeName, distanceKm: 0 }, { labelOf, usefulSkills: [] })
  return { visibility: profile.visibility, card }
}

/** A line of the candidate's own CV, or null. */
export const getOwnCvEntry = (actor: Candidate, entryId: string): Promise<CvEntry | null> =>
  findCvEntry(db(), scopeOf(actor), entryId)
