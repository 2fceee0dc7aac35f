import type { FoundPerson } from '#app/domain/found-person.ts'
import type { Db } from './client.server.ts'
import { Prisma } from './generated/client.ts'

/** How alike two spellings are from which they are taken for the same name (trigrams, 0 to 1). */
const LEAST_ALIKE = 0.45

/** What somebody is looked for by. `phone` is E.164, `email` lower case; `words` are the words of a name. */
export type SoughtPerson =
  | { kind: 'phone'; phone: string }
  | { kind: 'email'; email: string }
  | { kind: 'name'; words: readonly string[] }

const found = (isSameContact: Prisma.Sql) => Prisma.sql`
  select a.id as "accountId", p.id as "profileId", a.role, a.first_name as "firstName", a.last_name as "lastName",
    a.phone, a.email, c.name as "communeName", a.birth_month as "birthMonth", a.status, a.created_at as "createdAt",
    ${isSameContact} as "isSameContact"
  from account a left join profile p on p.account_id = a.id left join commune c on c.insee_code = p.commune_code`

/** Those whom the hotline helps: neither professionals, nor people who are gone. */
const helped = (territoryId: string) =>
  Prisma.sql`a.territory_id = ${territoryId}::uuid and a.role in ('candidate', 'recruiter') and a.erased_at is null`

const soundsLike = (column: Prisma.Sql, name: string) => Prisma.sql`
  (name_sounds(${column}) && name_sounds(${name}) or similarity(plain_name(${column}), plain_name(${name})) >= ${LEAST_ALIKE})`

const FIRST = Prisma.sql`a.first_name`
const LAST = Prisma.sql`a.last_name`

function matching(sought: SoughtPerson): Prisma.Sql {
  if (sought.kind === 'phone') return Prisma.sql`a.phone = ${sought.phone}`
  if (sought.kind === 'email') return Prisma.sql`a.email = ${sought.email}`
  // "Ali Ben Salah": any cut between first and last names, in either order, or one word that is either of them.
  const { words } = sought
  const cuts = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  const either = cuts.flatMap(([one = '', other = '']) => [
    Prisma.sql`(${soundsLike(FIRST, one)} and ${soundsLike(LAST, other)})`,
    Prisma.sql`(${soundsLike(LAST, one)} and ${soundsLike(FIRST, other)})`,
  ])
  const whole = words.join(' ')
  return Prisma.join([...either, soundsLike(LAST, whole), soundsLike(FIRST, whole)], ' or ')
}

/** People of the territory found by phone, e-mail, or a name that sounds alike, the most alike first; at most `limit`. */
export async function searchPeople(
  db: Db,
  options: { territoryId: string; sought: SoughtPerson; limit: number },
): Promise<FoundPerson[]> {
  const { territoryId, sought, limit } = options
  const name = sought.kind === 'name' ? sought.words.join(' ') : ''
  return db.$queryRaw<FoundPerson[]>`
    ${found(Prisma.sql`${sought.kind !== 'name'}`)}
    where ${helped(territoryId)} and (${matching(sought)})
    order by greatest(similarity(plain_name(a.first_name || a.last_name), plain_name(${name})),
      similarity(plain_name(a.last_name || a.first_name), plain_name(${name}))) desc, a.created_at, a.id
    limit ${limit}`
}

/**
 * Those who may be the person about to be registered: the same phone or e-mail first, then first and last names that sound
 * alike in either order, unless two birth months are known and differ. At most `limit`.
 */
export async function findLookAlikes(
  db: Db,
  person: {
    territoryId: string
    firstName: string
    lastName: string
    phone: string | null
    email: string | null
    birthMonth: number | null
    exceptId?: string
    limit: number
  },
): Promise<FoundPerson[]> {
  const { territoryId, firstName, lastName, phone, email, birthMonth, exceptId, limit } = person
  const contact = Prisma.sql`(a.phone = ${phone} or a.email = ${email}) is true`
  return db.$queryRaw<FoundPerson[]>`
    ${found(contact)}
    where ${helped(territoryId)} and a.id is distinct from ${exceptId ?? null}::uuid and (${contact} or (
      (a.birth_month is null or ${birthMonth}::int is null or a.birth_month = ${birthMonth}::int)
      and ((${soundsLike(LAST, lastName)} and ${soundsLike(FIRST, firstName)})
        or (${soundsLike(LAST, firstName)} and ${soundsLike(FIRST, lastName)}))))
    order by ${contact} desc,
      similarity(plain_name(a.first_name || a.last_name), plain_name(${firstName + lastName})) desc, a.created_at, a.id
    limit ${limit}`
}

/** One person of the territory whom the hotline helps, or null. */
export async function findSoughtPerson(
  db: Db,
  territoryId: string,
  accountId: string,
): Promise<FoundPerson | null> {
  const rows = await db.$queryRaw<FoundPerson[]>`
    ${found(Prisma.sql`false`)} where ${helped(territoryId)} and a.id = ${accountId}::uuid`
  return rows[0] ?? null
}
