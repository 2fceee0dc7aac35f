import { REGISTRATION_SCREENS } from '#app/domain/registration.ts'

/** Where one is in the walk, in words. */
export function WalkPlace({ screen }: { screen: number }) {
  return (
    <p className="walk-place">
      Question {screen} sur {REGISTRATION_SCREENS}
    </p>
  )
}
