import type { IsoDate } from './duration.ts'
import { heldLicences } from './licence.ts'
import type { AskedPeople } from './people-search.ts'
import type { Profile } from './profile.ts'

type Sought = Pick<AskedPeople, 'kind' | 'licence' | 'skills' | 'freeBy'> & { occupationCode: string | null }

/**
 * Why somebody is found, in short sentences that name nobody and tell nothing but what was asked for. `today` is the day in
 * Paris.
 */
export function personReasons(profile: Profile, sought: Sought, today: IsoDate): string[] {
  const wanted = profile.projects.map(({ occupationCode }) => occupationCode)
  const { occupationCode, kind, licence, skills, freeBy } = sought
  const reasons: string[] = []
  if (occupationCode !== null)
    reasons.push(
      wanted[0] === occupationCode
        ? 'C’est le métier cherché en premier.'
        : wanted.includes(occupationCode)
          ? 'Ce métier est cherché.'
          : profile.isOpenToAnyOccupation
            ? 'Tous les métiers sont acceptés.'
            : 'Un métier voisin est cherché.',
    )
  reasons.push('Votre commune est dans son rayon.')
  if (kind !== null) reasons.push('Ce genre d’offre est accepté.')
  if (licence !== null && heldLicences(profile.licences).includes(licence)) reasons.push('Le permis y est.')
  if (skills.length > 0) reasons.push('Les savoir-faire y sont.')
  if (freeBy !== null)
    reasons.push(
      profile.availableFrom === null || profile.availableFrom <= today
        ? 'Disponible tout de suite.'
        : 'Disponible à temps.',
    )
  return reasons
}
