import { z } from 'zod'
import { PROFESSIONAL_ROLES } from './actor.ts'
import { line, lines, oneOf, tick } from './form-fields.ts'
import { MEMBERSHIP_ROLES, ORGANISATION_KINDS } from './organisation.ts'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

/** What somebody reads who wants an account without agreeing that anything is kept. */
export const AGREEMENT_MISSING = 'Sans votre accord, nous ne pouvons pas ouvrir de compte.'

const nameFields = (isAsked: boolean) => {
  const length = { min: isAsked ? 1 : 0, max: 80 }
  return {
    firstName: line({ ...length, missing: 'Écrivez votre prénom.' }),
    lastName: line({ ...length, missing: 'Écrivez votre nom.' }),
    consent: tick.refine((agrees) => agrees || !isAsked, AGREEMENT_MISSING),
  }
}

/** The name of whoever signs up or accepts, asked of those who have none yet, and the agreement of a first sign-up. */
export const nameFormSchema = (isNameAsked: boolean) => z.object(nameFields(isNameAsked))
export type NameForm = z.output<ReturnType<typeof nameFormSchema>>

/** An organisation that signs up. What the directory knows is taken from there, whatever the form says. */
export const organisationFormSchema = (isNameAsked: boolean) =>
  z.object({
    number: line({ max: 40 }),
    kind: oneOf(ORGANISATION_KINDS, 'Dites si vous êtes une entreprise ou une association.'),
    name: line({ max: 160 }),
    address: line({ max: 200 }),
    commune: line({ max: 120 }),
    activity: line({ max: 120 }),
    ...nameFields(isNameAsked),
  })
export type OrganisationForm = z.output<ReturnType<typeof organisationFormSchema>>

/** What the desk adds to an organisation: numbers and address may stay empty. */
export const organisationDetailsSchema = z.object({
  number: line({ max: 40 }),
  address: line({ max: 200 }),
  activity: line({ max: 120 }),
  email: line({ max: 200 }).refine(
    (text) => text === '' || EMAIL.test(text),
    'Cette adresse e-mail n’est pas complète. Exemple : mairie@exemple.fr',
  ),
})
export type OrganisationDetails = z.output<typeof organisationDetailsSchema>

/** Why an organisation is not verified. */
export const refusalFormSchema = z.object({
  reason: lines({ min: 5, max: 600, missing: 'Dites pourquoi : la personne lira ces mots.' }),
})

const contact = line({ max: 200 })

/** Somebody invited into an organisation. */
export const memberInvitationSchema = z.object({
  contact,
  role: oneOf(MEMBERSHIP_ROLES, 'Choisissez un rôle.'),
})

/** Somebody invited to a post of the territory. */
export const professionalInvitationSchema = z.object({
  contact,
  role: oneOf(PROFESSIONAL_ROLES, 'Choisissez un poste.'),
})
