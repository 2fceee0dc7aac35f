import type { ExperienceLevel } from './offer.ts'
import type { Project } from './profile.ts'

/** How many occupations a person may rank. */
export const MOST_PROJECTS = 3

/** The projects with this occupation wanted last; the same when it is wanted already, null when there is no room. */
export function withProject(projects: readonly Project[], occupationCode: string): Project[] | null {
  if (projects.some((one) => one.occupationCode === occupationCode)) return [...projects]
  return projects.length < MOST_PROJECTS ? [...projects, { occupationCode, experience: 'none' }] : null
}

/** The projects without this occupation. */
export const withoutProject = (projects: readonly Project[], occupationCode: string): Project[] =>
  projects.filter((one) => one.occupationCode !== occupationCode)

/** The projects with this occupation wanted most, the others in their order. */
export const withProjectFirst = (projects: readonly Project[], occupationCode: string): Project[] => [
  ...projects.filter((one) => one.occupationCode === occupationCode),
  ...withoutProject(projects, occupationCode),
]

/** The projects with the experience had in this occupation. */
export const withExperience = (
  projects: readonly Project[],
  occupationCode: string,
  experience: ExperienceLevel,
): Project[] => projects.map((one) => (one.occupationCode === occupationCode ? { ...one, experience } : one))
