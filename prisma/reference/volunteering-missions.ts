import { localLifeMissions } from './volunteering-life.ts'
import type { MissionTemplate } from './volunteering-mission.ts'
import { solidarityMissions } from './volunteering-solidarity.ts'

/** Typical volunteering missions of the Aisne. */
export const missionTemplates: MissionTemplate[] = [...solidarityMissions, ...localLifeMissions]
