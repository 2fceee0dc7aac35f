const HEIGHT = 40
const WIDEST = 160

/** Width and height in pixels at which a logo is shown: 40 high, or 160 wide when it would be wider. */
export function shownLogoSize(logo: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(HEIGHT / logo.height, WIDEST / logo.width)
  const shown = (size: number) => Math.max(1, Math.round(size * scale))
  return { width: shown(logo.width), height: shown(logo.height) }
}
