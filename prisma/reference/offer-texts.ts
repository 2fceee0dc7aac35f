import { employerFamilyOf } from './employers.ts'
import type { JobText } from './job-text.ts'
import { buildAndMakeTexts } from './job-texts-build-make.ts'
import { careAndMoveTexts } from './job-texts-care-move.ts'
import { foodAndLandTexts } from './job-texts-food-land.ts'
import type { OccupationSeed } from './occupation-seed.ts'
import { withCommune } from './organisations.ts'
import type { Random } from './random.ts'
import { skills } from './skills.ts'
import { type HiringHabit, hiringHabits, type WorkPattern } from './work-patterns.ts'

/** Posts described by hand, by ROME code. */
export const jobTextByCode: ReadonlyMap<string, JobText> = new Map(
  [...foodAndLandTexts, ...buildAndMakeTexts, ...careAndMoveTexts].map((text) => [text.romeCode, text]),
)

const skillLabels = new Map(skills.map((skill) => [skill.code, skill.label]))

const welcomes = [
  'Le premier jour, une personne de l’équipe vous accueille et reste avec vous.',
  'Vous commencez en double avec une collègue qui connaît bien le poste.',
  'Nous prenons le temps de former : ce qui compte, c’est votre envie.',
  'Vous pouvez venir visiter et rencontrer l’équipe avant de postuler.',
]
const ways = [
  'Si vous n’avez pas de voiture, parlons-en : nous cherchons une solution de transport.',
  'L’entretien dure vingt minutes, sur place, sans test écrit.',
  'Nous répondons à chaque candidature, même si c’est non.',
  'Pas besoin de lettre de motivation.',
]

/** Returns the title of a job offer: the hand-written one, else the official label without what is between brackets. */
export function jobTitle(occupation: OccupationSeed): string {
  return jobTextByCode.get(occupation.romeCode)?.title ?? occupation.label.replace(/\s*\([^)]*\)/g, '')
}

/** Draws the description of a job offer: who recruits, the day's work, the hours, what is asked, the welcome. */
export function describeJob(
  random: Random,
  post: { occupation: OccupationSeed; organisationName: string; communeName: string; pattern: WorkPattern },
): string {
  const { occupation, organisationName, communeName, pattern } = post
  const text = jobTextByCode.get(occupation.romeCode)
  const place = withCommune('{à commune}', communeName)
  const opening = random.pick([
    `${organisationName} renforce son équipe ${place}.`,
    `Nous recrutons ${place} pour remplacer un départ.`,
    `${organisationName} cherche une personne de plus ${place}.`,
  ])
  return [
    opening,
    text?.duties ?? dutiesFromSkills(occupation),
    `Vous travaillez ${pattern.hours}, soit ${pattern.hoursPerWeek} h par semaine.`,
    text?.asks ?? 'Une première expérience est utile, mais nous étudions chaque candidature.',
    `${random.pick(welcomes)} ${random.pick(ways)}`,
  ].join('\n\n')
}

/** Returns how the employers of an occupation hire; offices' way for an occupation without a family. */
export function hiringHabitOf(romeCode: string): HiringHabit {
  const habit = hiringHabits[employerFamilyOf(romeCode)?.family ?? 'office'] ?? hiringHabits.office
  if (!habit) throw new Error('The table of hiring habits has no entry for offices')
  return habit
}

function dutiesFromSkills(occupation: OccupationSeed): string {
  const labels = occupation.skills.slice(0, 5).map((code) => lowerFirst(skillLabels.get(code) ?? code))
  return `Ce poste (${occupation.plainLabel}) demande de savoir faire, ou d’apprendre : ${labels.join(', ')}.`
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
