import type { Actor } from './actor.ts'
import {
  APPLICATION_ACTIONS,
  type ApplicationAction,
  applicationTransition,
  isApplicationOpen,
} from './application.transitions.ts'
import type { Application } from './application.ts'

type Owned = Pick<Application, 'organisationId' | 'territoryId' | 'profileId'>

/** True when the application is the person's own, addressed to the recruiter's organisation, or in the officer's territory. */
export function ownsApplication(actor: Actor, application: Owned): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'candidate') return application.profileId === actor.profileId
  if (actor.kind === 'recruiter') return application.organisationId === actor.organisationId
  if (actor.kind === 'relation_officer' || actor.kind === 'administrator')
    return application.territoryId === actor.territoryId
  return false
}

/** True when this actor may do this action on this application, its present state included. */
export const canDoOnApplication = (
  actor: Actor,
  application: Owned & Pick<Application, 'state'>,
  action: ApplicationAction,
): boolean =>
  ownsApplication(actor, application) &&
  applicationTransition(action).roles.includes(actor.kind) &&
  applicationTransition(action).from.includes(application.state)

/**
 * True when this actor may read how to reach the person: the person, the officers, and the organisation she or he wrote
 * to, as long as the person has not withdrawn.
 */
export const canReadContact = (actor: Actor, application: Owned & Pick<Application, 'state'>): boolean =>
  ownsApplication(actor, application) &&
  (actor.kind !== 'recruiter' || isApplicationOpen(application.state) || application.state === 'hired')

/** The `can` object that loaders send to the screen: every action, allowed or not. */
export const applicationPermissions = (actor: Actor, application: Owned & Pick<Application, 'state'>) => ({
  readContact: canReadContact(actor, application),
  ...(Object.fromEntries(
    APPLICATION_ACTIONS.map((action) => [action, canDoOnApplication(actor, application, action)]),
  ) as Record<ApplicationAction, boolean>),
})
