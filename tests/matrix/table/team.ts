import { ROLES } from '#app/domain/actor.ts'
import {
  invitationLink,
  joinRequest,
  member,
  memberInvitation,
  organisationVerification,
  pendingOrganisation,
  postInvitation,
  professional,
} from '../organisation-things.ts'
import type { Answers, Kind, Outcome, Row, Table, Thing, Write } from '../row.ts'

const TEAM = '/structure/equipe'
const foreign = { other_organisation: 404, other_territory: 404 } as const

/** Done by who administers; a member may not, and neither reaches another organisation. */
const onTeam = (thing: Thing, form: Record<string, string> = {}): Write => ({
  thing,
  form,
  answers: { by: { recruiter: { own: TEAM, ...foreign }, member: { own: 403, ...foreign } } },
})

const desk = ['relation_officer', 'administrator', 'hotline'] as const satisfies readonly Kind[]

const decided: Answers = {
  by: {
    relation_officer: { own: '/bureau/structures', other_territory: 404, archived: 409 },
    administrator: { own: '/bureau/structures', other_territory: 404, archived: 409 },
    hotline: { own: 403, other_territory: 404, archived: 403 },
  },
}

const signed: readonly Exclude<Kind, 'anonymous'>[] = ['newcomer', 'unconfirmed', ...ROLES]
/** A link is read by nobody in particular, and by whom it was sent to: none of the visitors. */
const byLink = (open: Outcome): Answers => ({
  by: {
    anonymous: { open, late: 410, archived: 410 },
    ...Object.fromEntries(signed.map((kind) => [kind, { open: 403, late: 403, archived: 403 }])),
  },
})

const registrants = {
  for: ['newcomer', 'candidate', 'recruiter'],
  copies: 'private',
} as const satisfies Partial<Row>

const person = { firstName: 'Lucie', lastName: 'Moreau', consent: 'on' }

/** Organisations that sign up, who is in them, and the posts of the territory. */
export const teamRows: Table = {
  'routes/inscription.structure._index': {
    ...registrants,
    reads: 200,
    writes: {
      look: { form: { number: 'W029000777' }, answers: 200 },
      register: {
        form: { number: '', name: 'Ferme du Pré', commune: 'Laon', kind: 'employer', ...person },
        onSelf: true,
        answers: '/structure',
      },
      ask: { form: { number: 'W029000778', ...person }, answers: 404 },
      code: { form: { number: 'W029000778', ...person }, answers: 404 },
    },
  },
  'routes/inscription.structure.code.$verificationId': {
    ...registrants,
    thing: organisationVerification(),
    reads: { other_person: 404 },
    writes: { '': { form: { code: '123456' }, answers: { other_person: 404 } } },
  },
  'routes/structure.equipe': {
    for: ['recruiter'],
    copies: 'private',
    reads: 200,
    writes: {
      invite: {
        form: { contact: '06 39 98 77 77', role: 'member' },
        answers: { by: { recruiter: TEAM, member: 403 } },
      },
      role: onTeam(member(), { role: 'administrator' }),
      hand_over: { ...onTeam(member()), onSelf: true },
      remove: onTeam(member()),
      revoke: onTeam(memberInvitation()),
      accepted: onTeam(joinRequest()),
      declined: onTeam(joinRequest()),
      code: { answers: 404 },
      leave: {
        onSelf: true,
        answers: {
          by: {
            recruiter: '/inscription/structure',
            candidate_recruiting: '/mes-offres',
            officer_recruiting: '/bureau',
          },
        },
      },
    },
  },
  'routes/invitation.$token': {
    for: 'anybody',
    copies: 'private',
    thing: invitationLink(),
    reads: byLink(200),
    writes: { '': { form: person, answers: byLink('/connexion') } },
  },
  'routes/bureau.structures._index': { for: desk, copies: 'private', reads: 200 },
  'routes/bureau.structures.$organisationId': {
    for: desk,
    copies: 'private',
    thing: pendingOrganisation(),
    reads: { own: 200, other_territory: 404, archived: 200 },
    writes: {
      verify: { answers: decided },
      refuse: { form: { reason: 'Cette structure n’existe pas.' }, answers: decided },
      complete: {
        form: { address: '3 rue du Pré' },
        answers: { own: '/bureau/structures/*', other_territory: 404, archived: 409 },
      },
    },
  },
  'routes/administration.professionnels': {
    for: ['administrator'],
    copies: 'private',
    reads: 200,
    writes: {
      invite: {
        form: { contact: '06 39 98 77 78', role: 'referent' },
        answers: '/administration/professionnels',
      },
      revoke: {
        thing: postInvitation(),
        answers: { own: '/administration/professionnels', other_territory: 404 },
      },
      end: {
        thing: professional(),
        answers: { own: '/administration/professionnels', other_territory: 404 },
      },
    },
  },
}
