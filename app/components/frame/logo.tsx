import type { Frame } from './frame-data.ts'
import { Mark } from './mark.tsx'

const HEIGHT = 40
const WIDEST = 160

type Props = { logo: NonNullable<Frame['territory']>['logo'] }

/** The territory's logo beside its name, or the platform's own mark while there is none. */
export function Logo({ logo }: Props) {
  if (!logo) return <Mark />
  const scale = Math.min(HEIGHT / logo.height, WIDEST / logo.width)
  return (
    <img
      className="logo"
      src={`/logo/${logo.hash}`}
      alt={logo.alternative}
      width={Math.max(1, Math.round(logo.width * scale))}
      height={Math.max(1, Math.round(logo.height * scale))}
    />
  )
}
