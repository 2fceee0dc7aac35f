import { db } from '#app/db/client.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { findLastOffer } from '#app/db/organisation-offers.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import {
  communeIn,
  communesOf,
  occupationIn,
  readReference,
  searchCommunes,
  settingsIn,
} from '#app/db/reference.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import type { Commune } from '#app/domain/commune.ts'
import { DRIVING_LICENCES, USUAL_LICENCES } from '#app/domain/licence.ts'
import { formValuesOf, type OfferFormValues } from '#app/domain/offer.form-values.ts'
import { canEditOffer } from '#app/domain/offer.policy.ts'
import { proposeAnswers, proposedNames } from '#app/domain/offer.propose.ts'
import { startingValues } from '#app/domain/offer.start.ts'
import type { OfferKind } from '#app/domain/offer.ts'

type Recruiter = Extract<Actor, { kind: 'recruiter' }>

const MAX_COMMUNES = 60

const communeText = ({ name, postalCodes }: Commune): string =>
  postalCodes[0] ? `${name} (${postalCodes[0]})` : name

/** Driving licences in their order, then certificates in theirs. */
const rank = (code: string): number =>
  DRIVING_LICENCES.includes(code) ? DRIVING_LICENCES.indexOf(code) : DRIVING_LICENCES.length

const textsOf = (values: OfferFormValues, name: string): string[] => [values[name] ?? []].flat()

/** What the form offers to choose from, given what was written so far: the skills are those of the occupation chosen. */
export async function getOfferFormChoices({ actor, values }: { actor: Recruiter; values: OfferFormValues }) {
  const reference = await readReference()
  const { occupations, skills } = reference
  const [occupationCode = ''] = textsOf(values, 'occupationCode')
  const suggested = occupationIn(reference, occupationCode)?.skills ?? []
  const licences = reference.licences
    .map(({ code, label }) => ({ value: code, label }))
    .sort((a, b) => rank(a.value) - rank(b.value))
  const offered = new Set([...suggested, ...textsOf(values, 'skills')])
  return {
    occupations: occupations.map(({ romeCode, label }) => ({ value: romeCode, label })),
    skills: skills.filter(({ code }) => offered.has(code)).map(({ code, label }) => ({ value: code, label })),
    usualLicences: licences.filter(({ value }) => USUAL_LICENCES.includes(value)),
    certificates: licences.filter(({ value }) => !USUAL_LICENCES.includes(value)),
    communes: communesOf(reference, actor.territoryId).map(communeText),
    isOccupationChosen: suggested.length > 0,
  }
}
export type OfferFormChoices = Awaited<ReturnType<typeof getOfferFormChoices>>

/** The communes that answer to a text, to choose one from. */
export async function listCommuneChoices(text: string) {
  const communes = await searchCommunes(text, MAX_COMMUNES)
  return communes.map((commune) => ({ value: commune.inseeCode, label: communeText(commune) }))
}

/** A form to begin with: what is usual for the kind, for the organisation and in the territory. */
export async function getNewOfferValues({
  actor,
  kind,
}: {
  actor: Recruiter
  kind: OfferKind
}): Promise<OfferFormValues> {
  const [organisation, reference, last] = await Promise.all([
    findOrganisation(db(), scopeOf(actor), actor.organisationId),
    readReference(),
    findLastOffer(db(), scopeOf(actor), { organisationId: actor.organisationId, kind }),
  ])
  const commune = organisation && communeIn(reference, organisation.communeCode)
  const lastCommune = last && communeIn(reference, last.communeCode)
  return startingValues(kind, {
    organisationName: organisation?.name ?? '',
    commune: { text: commune ? communeText(commune) : '', code: commune?.inseeCode ?? '' },
    replyDelayDays: settingsIn(reference, actor.territoryId).replyDelayWorkingDays,
    last: last && lastCommune && { content: last, communeText: communeText(lastCommune) },
  })
}

/** The field in which a form remembers for which occupation answers were proposed. */
const PROPOSED_FOR = 'proposedFor'

/**
 * A new offer's form with what is usual for its occupation, when that is asked for (`isAsked`) and was not proposed before;
 * `proposed` names the fields that hold such an answer.
 */
export async function getUsualAnswers({ actor, kind, values, isAsked }: UsualAsked) {
  const [start, reference] = await Promise.all([getNewOfferValues({ actor, kind }), readReference()])
  const [chosen = null, previous = null] = ['occupationCode', PROPOSED_FOR].map((name) =>
    occupationIn(reference, textsOf(values, name)[0] ?? ''),
  )
  if (!isAsked) return { values, proposed: proposedNames({ kind, values, start, occupation: previous }) }
  const answers = proposeAnswers({ kind, values, start, occupation: chosen, previous })
  return {
    values: { ...answers, [PROPOSED_FOR]: chosen?.romeCode ?? '' },
    proposed: proposedNames({ kind, values: answers, start, occupation: chosen }),
  }
}
type UsualAsked = { actor: Recruiter; kind: OfferKind; values: OfferFormValues; isAsked: boolean }

/** An offer as its form shows it, or null outside the scope. `isEditable` is false once it is closed. */
export async function getOfferToEdit({ actor, offerId }: { actor: Recruiter; offerId: string }) {
  const offer = await findOffer(db(), scopeOf(actor), offerId)
  if (!offer) return null
  const commune = communeIn(await readReference(), offer.communeCode)
  return {
    id: offer.id,
    version: offer.version,
    kind: offer.details.kind,
    state: offer.state,
    title: offer.title,
    updatedAt: offer.updatedAt.toISOString(),
    isEditable: canEditOffer(actor, offer),
    values: formValuesOf(offer, commune ? communeText(commune) : offer.communeCode),
  }
}
