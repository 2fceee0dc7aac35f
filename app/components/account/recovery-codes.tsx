import { LinkButton } from '#app/components/ui/link-button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

/** Ten codes, shown once. */
export function RecoveryCodes({ codes, next }: { codes: string[]; next: string }) {
  return (
    <div className="stack" role="status">
      <Notice tone="ok" title="Voici vos dix codes">
        <p>
          Notez-les, ou imprimez cette page. Rangez-les loin de votre téléphone. Vous ne les reverrez pas.
        </p>
      </Notice>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <LinkButton href={next} wide>
        C’est noté, je continue
      </LinkButton>
    </div>
  )
}
