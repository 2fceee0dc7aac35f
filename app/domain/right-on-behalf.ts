import { z } from 'zod'
import type { ConsentPurpose } from './consent.ts'

/** What somebody asks for at the hotline, as it stands in an address: to be written to no more, found no more, erased. */
export const RIGHTS_ON_BEHALF = {
  messages: 'messages',
  visibilite: 'visibility',
  effacement: 'registration',
} as const satisfies Record<string, ConsentPurpose>
export type RightOnBehalf = keyof typeof RIGHTS_ON_BEHALF

export const RIGHT_NAMES = Object.keys(RIGHTS_ON_BEHALF) as RightOnBehalf[]

/** The right that an address names, or null. */
export const rightNamed = (name: string | undefined): RightOnBehalf | null =>
  RIGHT_NAMES.find((right) => right === name) ?? null

/** How the person said it, and that whoever writes it down has made sure of who speaks. */
export const rightOnBehalfSchema = z.object({
  how: z.enum(['phone', 'counter'], 'Dites si la personne est au téléphone ou devant vous.'),
  verified: z.literal('on', 'Vérifiez d’abord que c’est bien cette personne.'),
})
