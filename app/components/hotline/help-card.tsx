import { useFrame } from '#app/components/frame/use-frame.ts'
import { keepTogether } from '#app/components/ui/format.ts'
import { QrCode } from '#app/components/ui/qr-code.tsx'

type Props = { name: string; phone: string | null; email: string | null; site: string; url: string | null }

/** What somebody takes home: how to come in, and whom to call. */
export function HelpCard({ name, phone, email, site, url }: Props) {
  const territory = useFrame()?.territory
  return (
    <article className="help-card" aria-label={`La carte de ${name}`}>
      <p className="help-card-title">
        <strong>{territory?.name ?? 'Actifs'}</strong>
      </p>
      <p className="help-card-name">{name}</p>
      {url ? (
        <div className="help-card-way">
          <QrCode text={url} label="Code à scanner avec un téléphone" />
          <ol>
            <li>
              Scannez ce carré avec votre téléphone, ou allez sur <strong>{site}</strong>
            </li>
            <li>
              Demandez un code. Il arrive{' '}
              {phone ? `par SMS au ${keepTogether(phone)}` : `par e-mail à ${email}`}.
            </li>
            <li>Écrivez les six chiffres. Pas de mot de passe.</li>
          </ol>
        </div>
      ) : (
        <p>Pour voir les offres ou changer quelque chose, appelez-nous et dites votre nom.</p>
      )}
      {territory ? (
        <p className="help-card-call">
          Besoin d’aide ? <strong>{keepTogether(territory.helpPhoneDisplay)}</strong>
          <span className="small"> {keepTogether(territory.helpHours)}</span>
        </p>
      ) : null}
    </article>
  )
}
