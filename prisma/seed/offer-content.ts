import { addDays, type IsoDate } from '#app/domain/duration.ts'
import { VOLUNTEERING_FIELDS } from '#app/domain/offer.fields.ts'
import type { Contract, ExperienceLevel, OfferContent, OfferKind } from '#app/domain/offer.ts'
import { DAYS, type Slot } from '#app/domain/schedule.ts'
import type { ClauseLot } from '#prisma/reference/clause-market.ts'
import { clauseMarkets, describeClause, facilitatorNames } from '#prisma/reference/clause-markets.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { employerFamilyOf } from '#prisma/reference/employers.ts'
import { womenFirstNames } from '#prisma/reference/names.ts'
import type { OccupationSeed } from '#prisma/reference/occupation-seed.ts'
import { occupationByCode, occupations } from '#prisma/reference/occupations.ts'
import { describeJob, hiringHabitOf, jobTitle } from '#prisma/reference/offer-texts.ts'
import type { Random } from '#prisma/reference/random.ts'
import { seasonalTemplates } from '#prisma/reference/seasonal-offers.ts'
import { missionTemplates } from '#prisma/reference/volunteering-missions.ts'
import { drawOf, prepareDraw } from './draw.ts'
import { ASSOCIATION, INSERTION, type SeedOrganisation } from './organisations.ts'
import { isInSeason, nextStart } from './seasons.ts'
import { templatesLike } from './templates-like.ts'

/** The organisations by trade, and where an offer of a trade without any goes. */
export type Recruiters = ReadonlyMap<string, readonly SeedOrganisation[]>

/** Starts and ends follow `publishedOn`, the day it goes on line. `like`: a code or a title of the tables that it is about. */
export type OfferPlan = {
  kind: OfferKind
  publishedOn: IsoDate
  isOnLine: boolean
  recruiters: Recruiters
  like?: string
}
export type DrawnOffer = { owner: SeedOrganisation; content: OfferContent; place: CommuneSeed }

/** Kinds of offers: the Aisne's hiring needs are seasonal for 44 %. */
export const KIND_SHARES: readonly (readonly [OfferKind, number])[] = [
  ['seasonal', 44],
  ['job', 39],
  ['clause', 7],
  ['volunteering', 10],
]

const MINIMUM_PAY = '12,02 € brut de l’heure'
const WEEKDAYS = DAYS.slice(0, 5)
const weekOf = (moments: readonly ('morning' | 'afternoon')[]): Slot[] =>
  WEEKDAYS.flatMap((day) => moments.map((moment): Slot => `${day}_${moment}`))

/** Draws an offer of a kind: who recruits, for what, how, when. */
export function drawOffer(random: Random, plan: OfferPlan): DrawnOffer {
  const draw = { job: drawJob, seasonal: drawSeasonal, clause: drawClause, volunteering: drawMission }[
    plan.kind
  ]
  return draw(random, plan)
}

function ownerOf(random: Random, recruiters: Recruiters, families: readonly string[]): SeedOrganisation {
  const fits = families.flatMap((family) => recruiters.get(family) ?? [])
  if (fits.length > 0) return random.pick(fits)
  return random.pick([...recruiters].flatMap(([family, list]) => (family === ASSOCIATION ? [] : list)))
}

/** What every offer has, before its kind fills it in. */
function baseOf(random: Random, place: CommuneSeed) {
  const isTown = place.population > 8000
  return {
    communeCode: place.inseeCode,
    address: null,
    positions: 1,
    startsOn: null,
    endsOn: null,
    licences: [] as string[],
    experience: 'none' as ExperienceLevel,
    isReachableByTransit: random.chance(isTown ? 0.7 : 0.12),
    hasCollectivePickup: false,
    hasLodging: false,
    isDisabilityFriendly: random.chance(0.15),
    replyDelayDays: random.pick([3, 5, 7, 7, 7, 10]),
  }
}

const drawSkills = (random: Random, occupation: OccupationSeed | undefined) =>
  random.sample(occupation?.skills ?? [], random.int(2, 4))

/** B is often only useful; a diploma of the trade is asked for nearly always. */
const askedLicences = (random: Random, occupation: OccupationSeed) =>
  (occupation.requiredLicences ?? []).filter((code) => random.chance(code === 'B' ? 0.5 : 0.9))

const MONTHS: Partial<Record<Contract, readonly number[]>> = {
  cdd: [2, 3, 4, 6, 6, 9],
  interim: [1, 1, 2, 3],
  cddi: [6, 12],
  pec_cae: [9, 12],
  apprentissage: [12, 24],
}

const drawHiring = prepareDraw(occupations, (item) => (item.isVolunteering ? 0.3 : 1) * item.hiringShare)

function drawJob(random: Random, { publishedOn, recruiters, like }: OfferPlan): DrawnOffer {
  const occupation = occupationByCode.get(like ?? '') ?? drawHiring(random)
  const owner = ownerOf(random, recruiters, [employerFamilyOf(occupation.romeCode)?.family ?? 'office'])
  const habit = hiringHabitOf(occupation.romeCode)
  const pattern = random.weighted(habit.patterns, ({ share }) => share)
  const { contract } = random.weighted(habit.contracts, ({ share }) => share)
  const startsOn = random.chance(0.45) ? null : addDays(publishedOn, random.int(7, 45))
  const months = MONTHS[contract]
  return {
    owner,
    place: owner.commune,
    content: {
      ...baseOf(random, owner.commune),
      title: jobTitle(occupation),
      occupationCode: occupation.romeCode,
      description: describeJob(random, {
        occupation,
        organisationName: owner.organisation.name,
        communeName: owner.commune.name,
        pattern,
      }),
      positions: random.pick([1, 1, 1, 1, 2, 2, 3]),
      startsOn,
      endsOn: startsOn && months ? addDays(startsOn, random.pick(months) * 30) : null,
      hoursPerWeek: pattern.hoursPerWeek,
      slots: pattern.slots,
      pay: random.pick(habit.pay),
      licences: askedLicences(random, occupation),
      skills: drawSkills(random, occupation),
      experience: drawOf<ExperienceLevel>(random, [
        ['none', 58],
        ['months', 22],
        ['one_year', 14],
        ['three_years', 6],
      ]),
      details: { kind: 'job', contract, isAgencyWork: contract === 'interim' },
    },
  }
}

function drawSeasonal(random: Random, { publishedOn, isOnLine, recruiters, like }: OfferPlan): DrawnOffer {
  const template = random.weighted(
    templatesLike(seasonalTemplates, like),
    (item) => item.share * (isInSeason(item, publishedOn) ? 1 : isOnLine ? 0.06 : 0.02),
  )
  const owner = ownerOf(random, recruiters, [template.family])
  const startsOn = nextStart(random, template, publishedOn)
  const occupation = occupationByCode.get(template.romeCode)
  return {
    owner,
    place: owner.commune,
    content: {
      ...baseOf(random, owner.commune),
      title: template.title,
      occupationCode: template.romeCode,
      description: template.description,
      positions: random.int(...template.positions),
      startsOn,
      endsOn: addDays(startsOn, random.int(...template.weeks) * 7),
      hoursPerWeek: template.hoursPerWeek,
      slots: weekOf(template.isMorningOnly ? ['morning'] : ['morning', 'afternoon']),
      pay: random.pick([
        MINIMUM_PAY,
        MINIMUM_PAY,
        '12,40 € brut de l’heure',
        '12,75 € brut de l’heure et prime de fin de saison',
      ]),
      licences: occupation?.requiredLicences?.filter((code) => code !== 'B') ?? [],
      skills: drawSkills(random, occupation),
      hasCollectivePickup: random.chance(template.hasCollectivePickup),
      hasLodging: random.chance(template.hasLodging),
      details: {
        kind: 'seasonal',
        season: template.season,
        crop: template.crop,
        keepsRsa: template.keepsRsa,
      },
    },
  }
}

function drawClause(random: Random, { publishedOn, recruiters, like }: OfferPlan): DrawnOffer {
  const isAbout = ({ romeCodes }: ClauseLot) => like === undefined || romeCodes.includes(like)
  const markets = clauseMarkets.filter(({ lots }) => lots.some(isAbout))
  const market = random.weighted(markets, ({ share }) => share)
  const lot = random.pick(market.lots.filter(isAbout))
  const contractor = [...recruiters.values()]
    .flat()
    .find(({ organisation }) => organisation.name === lot.contractor)
  const owner = contractor ?? ownerOf(random, recruiters, ['building', 'cleaning', 'landscape', INSERTION])
  const occupation = occupationByCode.get(like ?? random.pick(lot.romeCodes)) ?? random.pick(occupations)
  const contract =
    owner.family === INSERTION ? 'cddi' : random.pick<Contract>(['cdd', 'cdd', 'interim', 'cddi'])
  const startsOn = addDays(publishedOn, random.int(10, 60))
  const { name } = owner.organisation
  return {
    owner,
    place: owner.commune,
    content: {
      ...baseOf(random, owner.commune),
      title: `${jobTitle(occupation)}, clause d’insertion`.slice(0, 120),
      occupationCode: occupation.romeCode,
      description: describeClause(market, { ...lot, contractor: name }),
      positions: random.pick([1, 1, 2, 3]),
      startsOn,
      endsOn: addDays(startsOn, random.pick([90, 120, 180, 240])),
      hoursPerWeek: random.pick([26, 28, 35, 35]),
      slots: weekOf(['morning', 'afternoon']),
      pay: MINIMUM_PAY,
      skills: drawSkills(random, occupation),
      details: {
        kind: 'clause',
        contract,
        market: market.market,
        lot: lot.lot,
        buyer: market.buyer,
        contractor: name,
        plannedHours: lot.plannedHours,
        facilitator: random.pick(facilitatorNames),
        eligiblePublics: ['minimum_benefits', 'long_term_jobseeker', 'young_unqualified', 'disabled_worker'],
      },
    },
  }
}

function drawMission(random: Random, { publishedOn, recruiters, like }: OfferPlan): DrawnOffer {
  const template = random.weighted(templatesLike(missionTemplates, like), ({ share }) => share)
  const owner = ownerOf(random, recruiters, [ASSOCIATION])
  const { domain, share: _, romeCode, title, description, slots, skills, hoursPerWeek, ...words } = template
  return {
    owner,
    place: owner.commune,
    content: {
      ...baseOf(random, owner.commune),
      title,
      occupationCode: romeCode,
      description,
      positions: random.int(1, 6),
      startsOn: random.chance(0.6) ? null : addDays(publishedOn, random.int(5, 30)),
      hoursPerWeek,
      slots,
      pay: null,
      skills,
      details: {
        kind: 'volunteering',
        ...words,
        welcomeReferent: `${random.pick(womenFirstNames)}, qui accueille les bénévoles`,
        field: VOLUNTEERING_FIELDS.find((field) => field === domain) ?? 'autre',
      },
    },
  }
}
