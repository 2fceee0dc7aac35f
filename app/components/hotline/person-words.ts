import { formatDate } from '#app/components/ui/format.ts'
import { MONTH_LABELS } from '#app/domain/account.standing.labels.ts'
import { type FoundPerson, maskedEmail, maskedPhone } from '#app/domain/found-person.ts'

/** Somebody as a page receives her or him: what tells two people apart. */
export type ShownPerson = Omit<FoundPerson, 'profileId' | 'isSameContact'>

export const nameOf = ({ firstName, lastName }: Pick<ShownPerson, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim() || 'Sans nom'

/** What tells somebody from another of the same name, contacts by their ends only. */
export const distinctionsOf = (person: ShownPerson): string =>
  [
    person.role === 'recruiter' ? 'Recrute' : null,
    person.communeName,
    person.birthMonth ? `né·e en ${MONTH_LABELS[person.birthMonth - 1]}` : null,
    person.phone ? maskedPhone(person.phone) : null,
    person.email ? maskedEmail(person.email) : null,
    `inscription le ${formatDate(person.createdAt)}`,
    person.status === 'suspended' ? 'compte arrêté' : null,
  ]
    .filter(Boolean)
    .join(' · ')
