import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { findCvFile } from '#app/db/cv-files.server.ts'
import { findNamedApplication } from '#app/db/named-applications.server.ts'
import { findPersonalApplication } from '#app/db/organisation-applications.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { applicationPermissions } from '#app/domain/application.policy.ts'
import { daysBetween, parisDate } from '#app/domain/duration.ts'
import { distanceKm } from '#app/domain/geo.ts'
import type { Offer } from '#app/domain/offer.ts'
import { applicantIdentity } from '#app/domain/person-card.ts'
import type { Profile } from '#app/domain/profile.ts'
import { ok, refuse, type ValueOf } from '#app/domain/result.ts'
import { getCodeLabels } from './code-labels.server.ts'

type Options = { actor: Extract<Actor, { kind: 'recruiter' }>; applicationId: string; now: Date }

const distanceOf = (profile: Profile, { latitude, longitude }: Offer) =>
  latitude === null || longitude === null ? null : distanceKm(profile, { latitude, longitude })

/**
 * One application as its organisation answers it, the person's name and contact included since she or he wrote, once the
 * reading is logged. Refusals: `not_found` outside the scope, `reading_stopped`.
 */
export async function getOrganisationApplication({ actor, applicationId, now }: Options) {
  const scope = scopeOf(actor)
  const [found, named, labelOf] = await Promise.all([
    findPersonalApplication(db(), scope, applicationId),
    findNamedApplication(db(), scope, applicationId),
    getCodeLabels(),
  ])
  if (!found || !named) return refuse('not_found')
  const { application, profile, person, communeName } = found
  const offer = named.named?.offer ?? null
  const can = applicationPermissions(actor, application)
  const purpose = can.readContact ? 'contact' : 'profile'
  const logged = await recordReading(actor, { purpose, at: now, profileIds: [profile.id] })
  if (!logged.ok) return logged
  const file = can.readContact ? await findCvFile(db(), { kind: 'system' }, profile.id) : null
  return ok({
    id: application.id,
    version: application.version,
    state: application.state,
    sentence: application.sentence,
    refusalReason: application.refusalReason,
    isReasonShared: application.isReasonShared,
    interviewAt: application.interviewAt?.toISOString() ?? null,
    sentAt: application.createdAt.toISOString(),
    updatedAt: application.updatedAt.toISOString(),
    promisedOn: application.promisedOn,
    daysLeft: daysBetween(parisDate(now), application.promisedOn),
    ...applicantIdentity(person, can.readContact),
    file: file && { format: file.format, size: file.size },
    communeName,
    distanceKm: offer && distanceOf(profile, offer),
    travelMeans: profile.travel.means,
    projects: profile.projects.map(({ occupationCode, experience }) => ({
      label: labelOf(occupationCode),
      experience,
    })),
    skills: profile.skills.map(labelOf),
    licences: profile.licences.map(labelOf),
    missingLicences: (offer?.licences ?? []).filter((code) => !profile.licences.includes(code)).map(labelOf),
    availableFrom: profile.availableFrom,
    offer: offer && { id: offer.id, title: offer.title },
    kind: offer?.details.kind ?? application.wantedKind,
    history: named.lines.map(({ action, at }) => ({ action, at: at.toISOString() })),
    can,
  })
}
export type OrganisationApplication = ValueOf<typeof getOrganisationApplication>
