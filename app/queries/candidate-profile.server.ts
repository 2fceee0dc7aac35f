import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findCommune, listCommunes } from '#app/db/communes.server.ts'
import { listLicences, listOccupations, listSkills } from '#app/db/occupations.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { DRIVING_LICENCES } from '#app/domain/licence.ts'
import { PERSON_HINDRANCE_WORDS } from '#app/domain/matching/standing.labels.ts'
import { personHindrances } from '#app/domain/matching/standing.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { PROJECT_RANKS } from '#app/domain/profile.schema.ts'
import type { Profile } from '#app/domain/profile.ts'
import { limitKm } from '#app/domain/travel.ts'

/** Every licence that is not a driving licence is a certificate. */
const DRIVING = new Set(DRIVING_LICENCES)

type Labelled = { code: string; label: string }
const communeText = (commune: { name: string; postalCodes: string[] } | null) =>
  commune ? `${commune.name} ${commune.postalCodes[0] ?? ''}`.trim() : ''

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const toChoices = (rows: Labelled[]) =>
  rows.map(({ code, label }) => ({ value: code, label: upperFirst(label) }))

function split<T extends Labelled>(rows: T[], isFirst: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(isFirst), rows.filter((row) => !isFirst(row))]
}

/** The form's values, as its fields send them. */
function toValues(profile: Profile, commune: string): Record<string, string | string[]> {
  const ranked = PROJECT_RANKS.map((rank) => [rank, profile.projects[rank - 1]] as const)
  return {
    version: String(profile.version),
    commune,
    kinds: profile.kinds,
    isOpenToAnyOccupation: profile.isOpenToAnyOccupation ? 'on' : '',
    ...Object.fromEntries(ranked.map(([rank, project]) => [`project${rank}`, project?.occupationCode ?? ''])),
    ...Object.fromEntries(
      ranked.map(([rank, project]) => [`experience${rank}`, project?.experience ?? 'none']),
    ),
    contracts: profile.contracts,
    slots: profile.slots,
    availableFrom: profile.availableFrom ?? '',
    travelMeans: profile.travel.means,
    travelMaxKm: profile.travel.maxKm === null ? '' : String(profile.travel.maxKm).replace('.', ','),
    travelMaxMinutes: profile.travel.maxMinutes === null ? '' : String(profile.travel.maxMinutes),
    licences: profile.licences.filter((code) => DRIVING.has(code)),
    certificates: profile.licences.filter((code) => !DRIVING.has(code)),
    skills: profile.skills,
    otherSkills: profile.skills,
    visibility: profile.visibility,
  }
}

/** The candidate's profile as its form shows it, with every list to choose from. */
export async function getCandidateProfile(actor: Extract<Actor, { kind: 'candidate' }>) {
  const [profile, account, territory, occupations, skills, licences] = await Promise.all([
    findProfile(db(), scopeOf(actor), actor.profileId),
    findAccount(db(), actor.accountId),
    getTerritory(db(), actor.territoryId),
    listOccupations(db()),
    listSkills(db()),
    listLicences(db()),
  ])
  if (!profile || !account) throw new Error('a candidate has a profile')
  const [commune, communes] = await Promise.all([
    findCommune(db(), profile.communeCode),
    listCommunes(db(), territory.departementCode),
  ])
  const wanted = new Set(profile.projects.map(({ occupationCode }) => occupationCode))
  const useful = new Set(
    occupations.filter(({ romeCode }) => wanted.has(romeCode)).flatMap((occupation) => occupation.skills),
  )
  const [nearSkills, otherSkills] = split(
    skills,
    ({ code }) => useful.has(code) || profile.skills.includes(code),
  )
  const [driving, certificates] = split(licences, ({ code }) => DRIVING.has(code))
  driving.sort((a, b) => DRIVING_LICENCES.indexOf(a.code) - DRIVING_LICENCES.indexOf(b.code))
  return {
    values: toValues(profile, communeText(commune)),
    hindrances: personHindrances({ ...profile, limitKm: limitKm(profile.travel) }).map(
      (one) => PERSON_HINDRANCE_WORDS[one],
    ),
    contact: {
      values: { channel: account.channel, monthlySolicitations: String(account.monthlySolicitations) },
      phone: account.phone && displayPhone(account.phone),
      email: account.email,
    },
    name: `${account.firstName} ${account.lastName}`,
    communes: communes.map(communeText),
    occupations: toChoices(
      occupations.map(({ romeCode, plainLabel }) => ({ code: romeCode, label: plainLabel })),
    ),
    licences: toChoices(driving),
    certificates: toChoices(certificates),
    skills: toChoices(nearSkills),
    otherSkills: toChoices(otherSkills),
  }
}
export type CandidateProfile = Awaited<ReturnType<typeof getCandidateProfile>>
