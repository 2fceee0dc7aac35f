import { shownLogoSize } from '#app/domain/territory-logo.size.ts'
import type { Frame } from './frame-data.ts'
import { Mark } from './mark.tsx'

type Props = { logo: NonNullable<Frame['territory']>['logo'] }

/** The territory's logo beside its name, or the platform's own mark while there is none. */
export function Logo({ logo }: Props) {
  if (!logo) return <Mark />
  return <img className="logo" src={`/logo/${logo.hash}`} alt={logo.alternative} {...shownLogoSize(logo)} />
}
