/** Says that nothing here is real, and where the messages that went out can be read. */
export function DemoBar({ mailboxHref }: { mailboxHref: string | null }) {
  return (
    <aside className="demo-bar" aria-label="Démonstration">
      <p>
        Démonstration : les personnes et les offres sont inventées.{' '}
        {mailboxHref ? <a href={mailboxHref}>Voir les messages envoyés</a> : null}
      </p>
    </aside>
  )
}
