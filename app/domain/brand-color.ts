type Rgb = [number, number, number]

const LIGHT_PAPER: Rgb = [251, 249, 244]
const DARK_PAPER: Rgb = [20, 25, 29]
const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
/** WCAG contrasts kept with a margin over the 4.5 asked of text, for tinted backgrounds. */
const LIGHT_CONTRAST = 6.3
const DARK_CONTRAST = 8

function parse(hex: string): Rgb | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!found) return null
  const [, red = '', green = '', blue = ''] = found
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

const toHex = (color: Rgb): string =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const ratio = (a: Rgb, b: Rgb): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour moved toward another by steps until it stands out enough on paper. */
function readable(color: Rgb, { toward, paper, wanted }: { toward: Rgb; paper: Rgb; wanted: number }): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(color, toward, share)
    if (ratio(tried, paper) >= wanted) return tried
  }
  return toward
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21; null when one is not such a text. */
export function contrast(first: string, second: string): number | null {
  const [a, b] = [parse(first), parse(second)]
  return a && b ? ratio(a, b) : null
}

/** The custom properties, light and dark, that follow from a territory's colour; null when it is not `#rrggbb`. */
export function brandTokens(
  hex: string,
): { light: Record<string, string>; dark: Record<string, string> } | null {
  const color = parse(hex)
  if (!color) return null
  const brand = readable(color, { toward: BLACK, paper: LIGHT_PAPER, wanted: LIGHT_CONTRAST })
  const strong = mix(brand, BLACK, 0.3)
  const pale = readable(color, { toward: WHITE, paper: DARK_PAPER, wanted: DARK_CONTRAST })
  return {
    light: {
      '--brand': toHex(brand),
      '--brand-strong': toHex(strong),
      '--brand-tint': toHex(mix(LIGHT_PAPER, brand, 0.08)),
      '--bar': toHex(strong),
    },
    dark: {
      '--brand': toHex(pale),
      '--brand-strong': toHex(mix(pale, WHITE, 0.35)),
      '--brand-tint': toHex(mix(DARK_PAPER, pale, 0.16)),
      '--on-brand': toHex(mix(DARK_PAPER, BLACK, 0.3)),
      '--bar': toHex(mix(strong, BLACK, 0.4)),
    },
  }
}
