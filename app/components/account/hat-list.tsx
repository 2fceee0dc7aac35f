import { Icon, type IconName } from '#app/components/ui/icon.tsx'
import type { Role } from '#app/domain/actor.ts'

type Props = {
  hats: {
    role: Role
    organisationId: string | null
    name: string
    about: string | null
    isWorn: boolean
  }[]
}

const iconOf = (role: Role): IconName =>
  role === 'candidate' ? 'person' : role === 'recruiter' ? 'people' : 'key'

/** The places somebody has on the platform: one button each. */
export function HatList({ hats }: Props) {
  return (
    <ul className="account-list">
      {hats.map(({ role, organisationId, name, about, isWorn }) => (
        <li key={`${role} ${organisationId}`}>
          <form method="post" action="/mes-espaces">
            <input type="hidden" name="role" value={role} />
            {organisationId ? <input type="hidden" name="organisationId" value={organisationId} /> : null}
            <button type="submit" className="account-choice">
              <Icon name={iconOf(role)} />
              <span>
                <strong>{name}</strong>
                <span className="muted">
                  {[about, isWorn ? 'vous y êtes' : null].filter(Boolean).join(', ')}
                </span>
              </span>
              <Icon name="next" />
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
