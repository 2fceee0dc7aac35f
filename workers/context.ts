import type { Clock } from '#app/system/clock.server.ts'
import type { Mailer } from './gateways/mailer.ts'
import type { SmsGateway } from './gateways/sms.ts'
import type { Matcher } from './matching/matcher.ts'
import type { Queues } from './queues.ts'

/** What handlers work with besides the database and the search. `appUrl` has no trailing slash. */
export type WorkerContext = {
  clock: Clock
  queues: Pick<Queues, 'add' | 'addAgain'>
  matcher: Matcher
  mailer: Mailer
  sms: SmsGateway
  appUrl: string
  mailFrom: string
  smsSender: string
  /** True in a demo, whose messages stay in the local outbox: the hours of contact are not waited for. */
  isAnyHour: boolean
}
