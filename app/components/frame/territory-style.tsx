import { brandTokens } from '#app/domain/brand-color.ts'
import { useNonce } from './nonce-context.ts'

const block = (tokens: Record<string, string>): string =>
  `:root{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`

/** The territory's colours over our own. Only colours we computed are written, never the text of the setting. */
export function TerritoryStyle({ brandColor }: { brandColor: string | null }) {
  const nonce = useNonce()
  const tokens = brandColor ? brandTokens(brandColor) : null
  if (!tokens) return null
  const css = `${block(tokens.light)}@media (prefers-color-scheme:dark){${block(tokens.dark)}}`
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {css}
    </style>
  )
}
