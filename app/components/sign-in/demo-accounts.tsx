import { Icon } from '#app/components/ui/icon.tsx'

type Props = {
  groups: { label: string; accounts: { id: string; name: string; about: string | null }[] }[]
  /** Where to go once signed in. */
  next: string | null
}

/** The people of the demo, by role: one button each. */
export function DemoAccounts({ groups, next }: Props) {
  return (
    <div className="stack">
      {groups.map(({ label, accounts }) => (
        <div key={label} className="stack-tight">
          <h3>{label}</h3>
          <ul className="account-list">
            {accounts.map(({ id, name, about }) => (
              <li key={id}>
                <form method="post" action="/connexion">
                  <input type="hidden" name="intent" value="demo" />
                  <input type="hidden" name="accountId" value={id} />
                  {next ? <input type="hidden" name="suite" value={next} /> : null}
                  <button type="submit" className="account-choice">
                    <Icon name="person" />
                    <span>
                      <strong>{name}</strong>
                      {about ? <span className="muted">{about}</span> : null}
                    </span>
                    <Icon name="next" />
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
