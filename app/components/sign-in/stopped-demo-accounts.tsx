import { keepTogether } from '#app/components/ui/format.ts'

type Props = { accounts: { name: string; contact: string; standing: string }[] }

/** The people of the demo whose account is stopped: each comes in by asking for a code. */
export function StoppedDemoAccounts({ accounts }: Props) {
  return (
    <>
      <p>Demandez un code avec un de ces numéros.</p>
      <ul className="plain-list stack-tight">
        {accounts.map(({ name, contact, standing }) => (
          <li key={contact}>
            <strong>{keepTogether(contact)}</strong>, {name}
            <br />
            <span className="muted small">{standing}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
