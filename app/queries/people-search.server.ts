import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { listNamedProfiles } from '#app/db/near-people.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { communeIn, type Reference, readReference } from '#app/db/reference.server.ts'
import {
  countShownPeopleByCommune,
  type PeopleFilter,
  searchShownPeople,
} from '#app/db/shown-people.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import { communesNamed } from '#app/domain/commune.search.ts'
import type { Commune } from '#app/domain/commune.ts'
import { parisDate } from '#app/domain/duration.ts'
import { nearOccupations } from '#app/domain/matching/near-occupations.ts'
import { findOccupations } from '#app/domain/occupation.choose.ts'
import { type AskedPeople, licencesGiving } from '#app/domain/people-search.ts'
import { personCard } from '#app/domain/person-card.ts'
import { personReasons } from '#app/domain/person-reasons.ts'
import { ok, refuse, type ValueOf } from '#app/domain/result.ts'
import { personReference } from '#app/system/person-reference.server.ts'
import { labelsIn } from './code-labels.server.ts'

const PAGE_SIZE = 12
const MOST_COMMUNES = 20

type Options = {
  actor: Extract<Actor, { kind: 'recruiter' }>
  asked: AskedPeople
  by: 'list' | 'commune'
  now: Date
}

function placeOf({ place, communeCode }: AskedPeople, ownCode: string, reference: Reference) {
  if (!place) return { commune: communeIn(reference, ownCode), choices: [], isUnknown: false }
  const candidates = communesNamed(reference.communes, place, MOST_COMMUNES)
  const choice = chooseCommune({ typed: place, chosenCode: communeCode }, candidates)
  return {
    commune: choice.kind === 'found' ? choice.commune : null,
    choices: choice.kind === 'several' ? choice.communes : [],
    isUnknown: choice.kind === 'unknown',
  }
}

const toChoice = ({ code, label }: { code: string; label: string }) => ({ value: code, label })
const toPlace = ({ inseeCode, name, postalCodes }: Commune) => ({
  code: inseeCode,
  name,
  postalCode: postalCodes[0] ?? '',
})

/**
 * The people whom an organisation may be shown, for what it asks, by page or counted by commune, once the reading of those
 * listed is logged. Nobody is shown to one that is not verified. Refusals: `not_found`, `reading_stopped`.
 */
export async function getPeopleSearch({ actor, asked, by, now }: Options) {
  const [organisation, reference] = await Promise.all([
    findOrganisation(db(), scopeOf(actor), actor.organisationId),
    readReference(),
  ])
  if (!organisation) return refuse('not_found')
  const { occupations, skills, licences, graph } = reference
  const place = placeOf(asked, organisation.communeCode, reference)
  const [occupation, ...others] = asked.text ? findOccupations(asked.text, occupations) : []
  const { commune } = place
  const isOccupationUnknown = asked.text !== '' && !occupation
  const isVerified = organisation.state === 'verified'
  const filter: PeopleFilter | null =
    commune && isVerified && !isOccupationUnknown
      ? {
          latitude: commune.latitude,
          longitude: commune.longitude,
          radiusKm: asked.radiusKm,
          occupationCodes: occupation ? nearOccupations(occupation.romeCode, occupations, graph) : null,
          kind: asked.kind,
          licences: asked.licence
            ? licencesGiving(
                asked.licence,
                licences.map(({ code }) => code),
              )
            : [],
          skills: asked.skills,
          freeBy: asked.freeBy,
        }
      : null
  const scope = { kind: 'territory', territoryId: actor.territoryId } as const
  const isListed = filter && by === 'list'
  const [found, communes] = await Promise.all([
    isListed
      ? searchShownPeople(db(), scope, { ...filter, page: asked.page, pageSize: PAGE_SIZE })
      : { people: [], total: 0 },
    filter && by === 'commune' ? countShownPeopleByCommune(db(), scope, filter) : [],
  ])
  const profileIds = found.people.map(({ profileId }) => profileId)
  const named = await listNamedProfiles(db(), actor.territoryId, profileIds)
  const logged = await recordReading(actor, { purpose: 'list', at: now, profileIds })
  if (!logged.ok) return logged
  const labelOf = labelsIn(reference)
  const today = parisDate(now)
  const suggested = new Set([...(occupation?.skills ?? []), ...asked.skills])
  return ok({
    isVerified,
    commune: commune && {
      code: commune.inseeCode,
      name: commune.name,
      latitude: commune.latitude,
      longitude: commune.longitude,
    },
    communeChoices: place.choices.map(toPlace),
    isPlaceUnknown: place.isUnknown,
    isOccupationUnknown,
    occupationLabel: occupation?.label ?? null,
    otherOccupations: others.map(({ plainLabel }) => plainLabel),
    skills: skills.filter(({ code }) => suggested.has(code)).map(toChoice),
    licences: licences.map(toChoice),
    communes,
    total: by === 'commune' ? communes.reduce((sum, { count }) => sum + count, 0) : found.total,
    pageCount: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
    today,
    people: found.people.flatMap(({ profileId, distanceKm }) => {
      const row = named.get(profileId)
      const card =
        row && personCard({ ...row, person: row, distanceKm }, { labelOf, usefulSkills: asked.skills })
      if (!row || !card) return []
      const sought = { ...asked, occupationCode: occupation?.romeCode ?? null }
      return {
        ...card,
        reference: personReference(actor.organisationId, profileId),
        reasons: personReasons(row.profile, sought, today),
      }
    }),
  })
}
export type PeopleSearchPage = ValueOf<typeof getPeopleSearch>
