import { addDays, parisDate } from '#app/domain/duration.ts'
import type { Offer, OfferContent, OfferKind } from '#app/domain/offer.ts'
import { approveOffer } from '#app/use-cases/approve-offer.server.ts'
import { expireOffers } from '#app/use-cases/expire-offers.server.ts'
import { fillOffer } from '#app/use-cases/fill-offer.server.ts'
import { prolongOffer } from '#app/use-cases/prolong-offer.server.ts'
import { refuseOffer } from '#app/use-cases/refuse-offer.server.ts'
import { sendBackOffer } from '#app/use-cases/send-back-offer.server.ts'
import { suspendOffer } from '#app/use-cases/suspend-offer.server.ts'
import { withdrawOffer } from '#app/use-cases/withdraw-offer.server.ts'
import { employerFamilyOf } from '#prisma/reference/employers.ts'
import { occupations } from '#prisma/reference/occupations.ts'
import type { Random } from '#prisma/reference/random.ts'
import type { DemoCast } from './demo-accounts.ts'
import type { DemoOrganisation } from './demo-cast.ts'
import { daysBefore } from './draw.ts'
import { drawOffer } from './offer-content.ts'
import type { SeedOrganisation } from './organisations.ts'
import { officerOf, recruiterOf, told, writeAndPublish, writeDraft } from './story-teller.ts'

/** The offers of the story that later steps need. */
export type StoryOffers = {
  seasonal: Offer
  cleaning: Offer
  mornings: Offer
  clause: Offer
  mission: Offer
  old: Offer
}

type Telling = { cast: DemoCast; newcomers: SeedOrganisation[]; now: Date }

/** An offer's text as the tables write it for what it is like, with what the story needs changed. */
function textOf(
  random: Random,
  owner: SeedOrganisation,
  { kind, like, now, changes }: { kind: OfferKind; like: string; now: Date; changes: Partial<OfferContent> },
): OfferContent {
  const recruiters = new Map([[owner.family, [owner]]])
  const plan = { kind, publishedOn: parisDate(now), isOnLine: true, recruiters, like }
  const { content } = drawOffer(random, plan)
  return { ...content, communeCode: owner.commune.inseeCode, ...changes }
}

/** Each state of an offer, reached by the gestures that lead to it. */
export async function tellOffers(random: Random, { cast, newcomers, now }: Telling): Promise<StoryOffers> {
  const { organisations } = cast
  const officer = officerOf(cast.staff[0] as DemoCast['staff'][number])
  const write = (
    key: DemoOrganisation,
    like: string,
    daysAgo: number,
    changes: Partial<OfferContent> = {},
  ) => {
    const owner = organisations[key]
    const kind = KIND_OF[key]
    const content = textOf(random, owner, {
      kind,
      like,
      now: daysBefore(now, daysAgo),
      changes,
    })
    return { owner, content, now, daysAgo }
  }
  const start = (days: number) => addDays(parisDate(now), days)
  const cleaning = { licences: [], experience: 'none' as const, slots: [] }
  const act = (key: DemoOrganisation, offer: Offer, daysAgo: number) => ({
    actor: recruiterOf(organisations[key]),
    offerId: offer.id,
    version: offer.version,
    now: daysBefore(now, daysAgo),
  })

  const seasonal = await writeAndPublish(
    random,
    write('vineyard', 'Taille de la vigne', 9, {
      title: 'Taille et liage de la vigne, logement possible',
      startsOn: start(20),
      endsOn: start(90),
      hasLodging: true,
      hasCollectivePickup: true,
      positions: 6,
      licences: [],
      skills: ['travail-equipe'],
    }),
  )
  const cleaningOffer = await writeAndPublish(
    random,
    write('cleaning', 'K2205', 48, {
      ...cleaning,
      title: 'Agent ou agente d’entretien de bureaux, le matin',
      startsOn: null,
      endsOn: null,
    }),
  )
  const mornings = await writeAndPublish(
    random,
    write('cleaning', 'K2205', 14, {
      ...cleaning,
      title: 'Entretien des écoles et des salles communales',
      startsOn: start(12),
      endsOn: null,
    }),
  )
  const clause = await writeAndPublish(
    random,
    write('clause', 'F1704', 11, {
      startsOn: start(15),
      endsOn: start(195),
      licences: [],
    }),
  )
  const mission = await writeAndPublish(
    random,
    write('association', 'Trier et ranger les dons alimentaires', 7, { startsOn: null }),
  )

  const paused = await writeAndPublish(
    random,
    write('cleaning', 'K2202', 20, { ...cleaning, title: 'Laveur ou laveuse de vitres' }),
  )
  told(await suspendOffer(act('cleaning', paused, 4)))
  const filled = await writeAndPublish(
    random,
    write('vineyard', 'A1418', 58, {
      title: 'Tirage et habillage des bouteilles',
      description: CELLAR_WORK,
      details: { kind: 'seasonal', season: 'hiver en cave', crop: 'vigne', keepsRsa: true },
      startsOn: start(-40),
      endsOn: start(10),
    }),
  )
  told(await fillOffer(act('vineyard', filled, 30)))
  const withdrawn = await writeAndPublish(
    random,
    write('clause', 'F1606', 33, {
      startsOn: start(-5),
      endsOn: start(85),
    }),
  )
  told(await withdrawOffer(act('clause', withdrawn, 21)))
  const prolonged = await writeAndPublish(
    random,
    write('association', 'Accueillir et servir à l’épicerie solidaire', 40, { startsOn: null }),
  )
  told(await prolongOffer(act('association', prolonged, 3)))
  await writeDraft(
    random,
    write('vineyard', 'Liage et palissage de la vigne', 2, {
      title: 'Palissage au printemps, équipe de huit',
      startsOn: start(130),
      endsOn: start(180),
    }),
  )
  const old = await writeAndPublish(
    random,
    write('cleaning', 'K2205', 75, {
      ...cleaning,
      title: 'Remise en état de logements',
      startsOn: start(-60),
      endsOn: start(30),
    }),
  )
  await expireOffers({ now: daysBefore(now, 1) })

  await tellReview(random, { cast, newcomers, officer, now })
  return { seasonal, cleaning: cleaningOffer, mornings, clause, mission, old }
}

const KIND_OF: Record<DemoOrganisation, OfferKind> = {
  vineyard: 'seasonal',
  association: 'volunteering',
  cleaning: 'job',
  clause: 'clause',
  restaurant: 'job',
}
const CELLAR_WORK =
  'En cave, vous mettez le vin en bouteilles, puis vous posez les bouchons, les coiffes et les étiquettes. Le travail est debout, au frais, sur une petite chaîne, à quatre. Il faut être soigneux : chaque bouteille est regardée. Les gants et la veste sont fournis. Une personne de la maison reste avec vous la première semaine.'

/** An occupation of an organisation's own trade. */
const tradeOf = (random: Random, { family }: SeedOrganisation): string =>
  random.pick(occupations.filter(({ romeCode }) => employerFamilyOf(romeCode)?.family === family)).romeCode

/** First offers of newcomers: one waits, one is let through, one is refused, one goes back to be corrected. */
async function tellReview(
  random: Random,
  { cast, newcomers, officer, now }: Telling & { officer: ReturnType<typeof officerOf> },
): Promise<void> {
  const submit = (owner: SeedOrganisation, title: string, daysAgo: number, like = tradeOf(random, owner)) =>
    writeAndPublish(random, {
      owner,
      content: textOf(random, owner, {
        kind: 'job',
        like,
        now: daysBefore(now, daysAgo),
        changes: { title },
      }),
      now,
      daysAgo,
    })
  await submit(cast.organisations.restaurant, 'Aide de cuisine, service du midi', 1, 'G1602')
  const [let1, no, back] = newcomers
  if (!let1 || !no || !back) throw new Error('The story needs three newcomers')
  const read = (offer: Offer, daysAgo: number) => ({
    actor: officer,
    offerId: offer.id,
    version: offer.version,
    now: daysBefore(now, daysAgo),
  })
  told(await approveOffer(read(await submit(let1, 'Employé ou employée polyvalente', 6), 5)))
  const reason = 'Le salaire proposé est sous le minimum légal. Corrigez-le, puis écrivez une nouvelle offre.'
  told(await refuseOffer({ ...read(await submit(no, 'Poste à pourvoir de suite', 12), 11), reason }))
  const missing = 'Dites les horaires et le lieu exact : les personnes doivent savoir si elles peuvent venir.'
  told(await sendBackOffer({ ...read(await submit(back, 'Renfort pour la saison', 4), 3), reason: missing }))
}
