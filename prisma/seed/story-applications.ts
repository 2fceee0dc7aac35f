import { findApplication } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Application } from '#app/domain/application.ts'
import type { Offer } from '#app/domain/offer.ts'
import { applyToOffer } from '#app/use-cases/apply-to-offer.server.ts'
import { closeUnansweredApplications } from '#app/use-cases/close-unanswered-applications.server.ts'
import { hireApplicant } from '#app/use-cases/hire-applicant.server.ts'
import { holdApplication } from '#app/use-cases/hold-application.server.ts'
import { poolApplication } from '#app/use-cases/pool-application.server.ts'
import { refuseApplication } from '#app/use-cases/refuse-application.server.ts'
import { remindApplications } from '#app/use-cases/remind-applications.server.ts'
import { scheduleInterview } from '#app/use-cases/schedule-interview.server.ts'
import { seeApplication } from '#app/use-cases/see-application.server.ts'
import { startApplication } from '#app/use-cases/start-application.server.ts'
import { withdrawApplication } from '#app/use-cases/withdraw-application.server.ts'
import type { DemoCast } from './demo-accounts.ts'
import { DAY_MS, daysBefore } from './draw.ts'
import type { SeedOrganisation } from './organisations.ts'
import type { SeedPerson } from './people.ts'
import type { StoryOffers } from './story-offers.ts'
import { candidateOf, recruiterOf, told } from './story-teller.ts'

type Telling = { cast: DemoCast; offers: StoryOffers; neighbours: readonly SeedPerson[]; now: Date }

/** Each state of an application, reached by the gestures that lead to it. `neighbours` are ten people who have a role here. */
export async function tellApplications({ cast, offers, neighbours, now }: Telling): Promise<void> {
  const { organisations, people } = cast
  const person = (rank: number): SeedPerson => {
    const one = neighbours[rank]
    if (!one) throw new Error('The story needs ten neighbours')
    return one
  }
  const apply = async (one: SeedPerson, offer: Offer, daysAgo: number, sentence: string | null = null) => {
    const command = { actor: candidateOf(one), offerId: offer.id, sentence, now: daysBefore(now, daysAgo) }
    const { applicationId } = told(await applyToOffer(command))
    const application = await findApplication(db(), { kind: 'system' }, applicationId)
    if (!application) throw new Error('The application of the story is gone')
    return application
  }
  const answer = (owner: SeedOrganisation, application: Application, daysAgo: number) => ({
    actor: recruiterOf(owner),
    applicationId: application.id,
    version: application.version,
    now: daysBefore(now, daysAgo),
  })
  const { cleaning, clause, vineyard, association } = organisations

  // The silence of an employer: reminded, then closed and told to the person.
  await apply(person(0), offers.cleaning, 46)
  await remindApplications({ now: daysBefore(now, 32) })
  await closeUnansweredApplications({ now: daysBefore(now, 16) })

  // A person hired in one place is no longer waiting in the other.
  const first = await apply(person(1), offers.cleaning, 12, 'Je connais bien le nettoyage de bureaux.')
  await apply(person(1), offers.mornings, 11)
  told(await hireApplicant(answer(cleaning, first, 5)))

  const seen = await apply(person(2), offers.mornings, 6)
  told(await seeApplication(answer(cleaning, seen, 4)))
  const started = await apply(person(3), offers.mornings, 8)
  told(await startApplication(answer(cleaning, started, 5)))
  const held = await apply(person(4), offers.clause, 9)
  told(await holdApplication(answer(clause, held, 6)))
  const pooled = await apply(person(5), offers.seasonal, 8)
  told(await poolApplication(answer(vineyard, pooled, 2)))
  const refused = await apply(person(6), offers.mornings, 10)
  told(await refuseApplication({ ...answer(cleaning, refused, 7), reason: 'schedule', isReasonShared: true }))
  const left = await apply(person(7), offers.mission, 5)
  told(
    await withdrawApplication({
      actor: candidateOf(person(7)),
      applicationId: left.id,
      now: daysBefore(now, 3),
    }),
  )
  const met = await apply(
    people[3] as SeedPerson,
    offers.clause,
    4,
    'J’ai travaillé deux étés sur des chantiers.',
  )
  const interviewAt = new Date(Math.ceil((now.getTime() + 4 * DAY_MS) / DAY_MS) * DAY_MS + DAY_MS * (9 / 24))
  told(await scheduleInterview({ ...answer(clause, met, 1), interviewAt }))
  const helper = await apply(people[4] as SeedPerson, offers.mission, 3)
  told(await seeApplication(answer(association, helper, 2)))
  await apply(
    people[2] as SeedPerson,
    offers.mornings,
    1,
    'Je peux commencer tout de suite, j’habite à Laon.',
  )

  // Answers promised for these days: their organisations have had the reminder.
  await remindApplications({ now: daysBefore(now, 0.1) })
}
