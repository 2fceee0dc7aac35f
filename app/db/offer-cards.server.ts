import { offerDetailsSchema } from '#app/domain/offer.details.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Db } from './client.server.ts'
import { toIsoDateOrNull } from './dates.ts'

/** What a card shows of an offer, read at once, with the plain names of the skills and licences that the offer asks for. */
export type OfferCardRow = {
  offer: Pick<Offer, 'id' | 'details' | 'title' | 'hoursPerWeek' | 'startsOn' | 'publishedAt'>
  organisationName: string | null
  communeName: string
  labels: Record<string, string>
}

type Row = {
  id: string
  details: unknown
  title: string
  hoursPerWeek: number | null
  startsOn: Date | null
  publishedAt: Date | null
  organisationName: string | null
  communeName: string
  labels: Record<string, string>
}

/** The published offers with these ids, by id. Others are left out. */
export async function listOfferCards(
  db: Db,
  offerIds: readonly string[],
): Promise<Map<string, OfferCardRow>> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `select o.id, o.details, o.title, o.hours_per_week as "hoursPerWeek", o.starts_on as "startsOn",
       o.published_at as "publishedAt", coalesce(org.name, o.source_organisation_name) as "organisationName",
       c.name as "communeName", coalesce((
         select jsonb_object_agg(code, label)
         from (select code, label from skill where code = any(o.skills)
           union all select code, label from licence where code = any(o.licences)) as named), '{}') as labels
     from offer o
     join commune c on c.insee_code = o.commune_code
     left join organisation org on org.id = o.organisation_id
     where o.id = any($1::uuid[]) and o.state = 'published'`,
    offerIds,
  )
  return new Map(
    rows.map(({ organisationName, communeName, labels, details, startsOn, ...row }) => [
      row.id,
      {
        offer: { ...row, details: offerDetailsSchema.parse(details), startsOn: toIsoDateOrNull(startsOn) },
        organisationName,
        communeName,
        labels,
      },
    ]),
  )
}
