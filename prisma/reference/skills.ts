import type { LabelledCode } from './occupation-seed.ts'
import { buildingSkills } from './skills-building.ts'
import { everydaySkills } from './skills-everyday.ts'
import { hospitalitySkills } from './skills-hospitality.ts'
import { movementSkills } from './skills-movement.ts'
import { natureSkills } from './skills-nature.ts'
import { peopleSkills } from './skills-people.ts'

/** What people know how to do, in everyday French, in a register common to candidates, offers and volunteering. */
export const skills: LabelledCode[] = [
  ...everydaySkills,
  ...natureSkills,
  ...buildingSkills,
  ...hospitalitySkills,
  ...peopleSkills,
  ...movementSkills,
]
