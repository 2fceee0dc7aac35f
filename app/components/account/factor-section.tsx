import { Section } from '#app/components/ui/section.tsx'

type Props = { isSet: boolean; recoveryCodeCount: number }

const codesLeft = (count: number): string =>
  count === 0
    ? 'Il ne vous reste aucun code de secours.'
    : count === 1
      ? 'Il vous reste un code de secours.'
      : `Il vous reste ${count} codes de secours.`

/** The second factor of a professional, and what can be done with it. */
export function FactorSection({ isSet, recoveryCodeCount }: Props) {
  return (
    <Section title="Second code">
      {isSet ? (
        <>
          <p>
            Votre compte est protégé par une application d’authentification. {codesLeft(recoveryCodeCount)}
          </p>
          <p>
            <a href="/mon-compte/codes-de-secours">Demander dix codes de secours</a>
          </p>
          <p>
            <a href="/mon-compte/application">Changer de téléphone ou d’application</a>
          </p>
        </>
      ) : (
        <p>
          Votre compte n’a pas encore de second code.{' '}
          <a href="/mon-compte/application">Protéger mon compte</a>
        </p>
      )}
    </Section>
  )
}
