import { brandTokens } from '#app/domain/brand-color.ts'
import type { Territory } from '#app/domain/territory.ts'
import { shownLogoSize } from '#app/domain/territory-logo.size.ts'

/** What an e-mail shows of the territory: its name, the colour of its buttons, its logo. Sizes in pixels. */
export type MailLook = {
  name: string
  color: string
  logo: { url: string; alternative: string; width: number; height: number } | null
}

const USUAL_COLOR = '#0F5C63'

/** The look of a territory's e-mails. Only a colour we computed is written, dark enough to be read; `appUrl` has no trailing slash. */
export function mailLook(
  { name, brandColor, logo }: Pick<Territory, 'name' | 'brandColor' | 'logo'>,
  appUrl: string,
): MailLook {
  const color = (brandColor && brandTokens(brandColor)?.light['--brand']) || USUAL_COLOR
  if (!logo) return { name, color, logo: null }
  const { hash, alternative } = logo
  return { name, color, logo: { url: `${appUrl}/logo/${hash}`, alternative, ...shownLogoSize(logo) } }
}
