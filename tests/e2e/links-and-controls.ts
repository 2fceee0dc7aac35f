import type { Page } from 'playwright-core'

/** Links that read the same, in the same words around them, and lead to different places; or that say nothing (RGAA 6.1). */
export const linkProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const places = new Map<string, Set<string>>()
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter((link) =>
      link.checkVisibility(),
    )
    for (const link of links) {
      const around = link.closest('article, li, tr, p, dd, section')?.textContent ?? ''
      const name = (link.getAttribute('aria-label') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim()
      const said = `${name}\n${around}`
      places.set(said, (places.get(said) ?? new Set()).add(link.href.replace(/#.*$/, '')))
    }
    return [...places].flatMap(([said, hrefs]) => {
      const name = said.split('\n')[0] ?? ''
      if (/^(ici|cliquez|voir|lire|lire la suite|en savoir plus|suite|lien|plus)$/i.test(name))
        return [`link that says nothing: ${name}`]
      return hrefs.size > 1
        ? [`${hrefs.size} places for the link « ${name} »: ${[...hrefs].slice(0, 2)}`]
        : []
    })
  })

/** Fields whose edge cannot be told from what lies around them (RGAA 3.3: 3 to 1). */
export const controlProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Color = { parts: number[]; alpha: number }
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const read = (css: string): Color => {
      if (!canvas) return { parts: [0, 0, 0], alpha: 0 }
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = css
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
      return { parts: [red, green, blue], alpha: alpha / 255 }
    }
    const luminance = ({ parts }: Color) => {
      const [red = 0, green = 0, blue = 0] = parts.map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const ratio = (one: Color, other: Color) => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    }
    const ground = (element: Element | null): Color => {
      for (let at = element; at; at = at.parentElement) {
        const color = read(getComputedStyle(at).backgroundColor)
        if (color.alpha === 1) return color
      }
      return read('white')
    }
    const fields = document.querySelectorAll<HTMLElement>(
      'input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea, .button:not(.quiet)',
    )
    return [...fields].flatMap((field) => {
      if (!field.checkVisibility()) return []
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(field)
      const around = ground(field.parentElement)
      const face = read(backgroundColor)
      const edges = [
        ...(Number.parseFloat(borderTopWidth) > 0 ? [ratio(read(borderTopColor), around)] : []),
        ...(face.alpha === 1 ? [ratio(face, around)] : []),
      ]
      const best = Math.max(1, ...edges)
      return best >= 3 ? [] : [`edge of ${best.toFixed(1)} to 1: ${field.outerHTML.slice(0, 120)}`]
    })
  })
