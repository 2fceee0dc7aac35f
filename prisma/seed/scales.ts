/** How many people, organisations and offers a seed draws, and how many of these offers are on line. */
export type SeedCounts = { people: number; organisations: number; offers: number; onLine: number }

/** The real platform of the Aisne, whose posts are those of five years, and a twentieth of it for the demo. */
export const SCALES = {
  aisne: { people: 12_156, organisations: 666, offers: 9_614, onLine: 1_000 },
  demo: { people: 608, organisations: 34, offers: 481, onLine: 150 },
} as const satisfies Record<string, SeedCounts>

export type Scale = keyof typeof SCALES
export const isScale = (text: string): text is Scale => Object.hasOwn(SCALES, text)
