import { iconPath } from '#app/components/ui/icon.tsx'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import { KIND_SHAPES, SHAPE_PATHS } from './map-point.ts'

/** Drawn twice as fine as shown, for dense screens. */
export const PIXEL_RATIO = 2
const GRID = 40

export type Palette = Record<OfferKind, string> & {
  brand: string
  onBrand: string
  paper: string
  ink: string
  line: string
}

/** The page's own colours, territory and dark scheme included. */
export function readPalette(): Palette {
  const computed = getComputedStyle(document.documentElement)
  const token = (name: string) => computed.getPropertyValue(name).trim()
  const kinds = Object.fromEntries(OFFER_KINDS.map((kind) => [kind, token(`--${kind}`)])) as Record<
    OfferKind,
    string
  >
  return {
    ...kinds,
    brand: token('--brand'),
    onBrand: token('--on-brand'),
    paper: token('--paper'),
    ink: token('--ink'),
    line: token('--line-strong'),
  }
}

function paint(size: number, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = size * PIXEL_RATIO
  canvas.height = size * PIXEL_RATIO
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  draw(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** How large and how low the icon sits in each shape of the grid. */
const ICON_IN_SHAPE = {
  circle: { size: 20, middle: 20 },
  square: { size: 20, middle: 20 },
  triangle: { size: 16, middle: 25 },
  diamond: { size: 18, middle: 20 },
} as const

/** The marker of a kind: its shape, its colour, its icon. */
export const paintMarker = (kind: OfferKind, palette: Palette): ImageData | null =>
  paint(GRID + 4, (context) => {
    const shape = KIND_SHAPES[kind]
    const { size, middle } = ICON_IN_SHAPE[shape]
    context.translate(2, 2)
    const outline = new Path2D(SHAPE_PATHS[shape])
    context.fillStyle = palette[kind]
    context.strokeStyle = palette.paper
    context.lineWidth = 3
    context.stroke(outline)
    context.fill(outline)
    context.translate(GRID / 2 - size / 2, middle - size / 2)
    context.scale(size / 24, size / 24)
    context.lineWidth = 2.4
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(new Path2D(iconPath(kind)))
  })

/** The width of a disc in pixels, for a number of one digit, two, three, four, and more. */
const DISC_SIZES = [38, 44, 52, 60] as const
const LARGEST_DISC = 68

/** A group of offers: a disc with their number, written in full as in the list. */
export function paintCluster(count: number, palette: Palette): ImageData | null {
  const digits = String(count).length
  const size = DISC_SIZES[digits - 1] ?? LARGEST_DISC
  return paint(size, (context) => {
    const middle = size / 2
    context.beginPath()
    context.arc(middle, middle, middle - 2, 0, 2 * Math.PI)
    context.fillStyle = palette.brand
    context.fill()
    context.lineWidth = 3
    context.strokeStyle = palette.paper
    context.stroke()
    context.fillStyle = palette.onBrand
    context.font = `700 ${digits < 3 ? 16 : 15}px ${getComputedStyle(document.body).fontFamily}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(count.toLocaleString('fr-FR'), middle, middle + 1)
  })
}
