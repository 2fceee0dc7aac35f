import type { Scope } from '#app/domain/actor.ts'
import type { Application, ApplicationState } from '#app/domain/application.ts'
import { applicationsWithin, toApplication } from './applications.server.ts'
import type { Db } from './client.server.ts'
import type { Prisma } from './generated/client.ts'
import { type NamedOffer, toNamedOffer, withNames } from './named-offers.server.ts'

/** One line of an application's history. */
export type ApplicationLine = { action: string; to: ApplicationState; at: Date }

/** Who receives an application. `shownId` is the organisation's when it is verified: it has a page of its own. */
export type Addressee = { shownId: string | null; name: string; communeName: string }

/** An application with its offer, null when there is none, its organisation and its history, oldest line first. */
export type NamedApplication = {
  application: Application
  named: NamedOffer | null
  organisation: Addressee | null
  lines: ApplicationLine[]
}

const withOffer = {
  offer: { include: withNames },
  organisation: { select: { id: true, state: true, name: true, commune: { select: { name: true } } } },
  changes: { select: { action: true, toState: true, at: true }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ApplicationInclude

type Row = Prisma.ApplicationGetPayload<{ include: typeof withOffer }>

const toNamed = ({ offer, organisation, changes, ...row }: Row): NamedApplication => ({
  application: toApplication(row),
  named: offer && toNamedOffer(offer),
  organisation: organisation && {
    shownId: organisation.state === 'verified' ? organisation.id : null,
    name: organisation.name,
    communeName: organisation.commune.name,
  },
  lines: changes.map(({ action, toState, at }) => ({ action, to: toState as ApplicationState, at })),
})

/** The applications within the scope, newest first, a page at a time. `page` counts from 1. */
export async function listNamedApplications(
  db: Db,
  scope: Scope,
  options: { page: number; pageSize: number },
): Promise<{ applications: NamedApplication[]; total: number }> {
  const where = applicationsWithin(scope)
  const [rows, total] = await Promise.all([
    db.application.findMany({
      where,
      include: withOffer,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (options.page - 1) * options.pageSize,
      take: options.pageSize,
    }),
    db.application.count({ where }),
  ])
  return { applications: rows.map(toNamed), total }
}

/** The application with this id within the scope, with its offer and history, or null. */
export async function findNamedApplication(
  db: Db,
  scope: Scope,
  id: string,
): Promise<NamedApplication | null> {
  const row = await db.application.findFirst({
    where: { AND: [applicationsWithin(scope), { id }] },
    include: withOffer,
  })
  return row && toNamed(row)
}
