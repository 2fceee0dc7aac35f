import { CONTRACTS_MASK } from './given'
import { tellId } from './ids'
import {
  FLAGS,
  FROM,
  ROW_ENTRY,
  ROW_KM,
  SLOTS,
  TOLD_BYTES,
  TOLD_KM,
  TOLD_POINTS,
  TOLD_PROXIMITY,
  TOLD_SCORE,
} from './layout'
import { markedSkills, recordOf } from './lists'
import { word } from './memory'
import * as asked from './question'
import {
  contractTenths,
  experienceTenths,
  occupationTenths,
  scheduleTenths,
  skillTenths,
  startTenths,
  travelTenths,
} from './tenths'
import { rowAt, rowCount, scoreAt } from './top'
import { findOwnProject, levelWanted, ownLevel, ownProximity, skillsWanted } from './weigh-offers'
import { findNearness, limitAt, mostLevel, nearestProximity } from './weigh-people'

function tellRow(at: usize, row: usize, proximity: f64): void {
  store<f64>(at + TOLD_KM, load<f64>(row + ROW_KM))
  store<f64>(at + TOLD_PROXIMITY, proximity)
  store<i32>(at + TOLD_SCORE, scoreAt(row))
}

/** The tenths of the seven criteria, in the order of CRITERIA. */
function tellPoints(
  at: usize,
  occupation: i32,
  skills: i32,
  experience: i32,
  travel: i32,
  schedule: i32,
  start: i32,
  contract: i32,
): void {
  store<i32>(at + TOLD_POINTS, occupation)
  store<i32>(at + TOLD_POINTS + 4, skills)
  store<i32>(at + TOLD_POINTS + 8, experience)
  store<i32>(at + TOLD_POINTS + 12, travel)
  store<i32>(at + TOLD_POINTS + 16, schedule)
  store<i32>(at + TOLD_POINTS + 20, start)
  store<i32>(at + TOLD_POINTS + 24, contract)
}

/** Writes at `at` the people kept for an offer, with the points of each criterion, and at `texts` their ids; returns how many. */
export function tellPeople(at: usize, texts: usize): i32 {
  for (let number = 0; number < rowCount(); number++) {
    const row = rowAt(number)
    const entry = load<usize>(row + ROW_ENTRY)
    const record = recordOf(entry)
    findNearness(record, word(entry, FLAGS))
    tellRow(at, row, nearestProximity)
    tellPoints(
      at,
      occupationTenths(nearestProximity),
      word(asked.skillTenths, markedSkills(record)),
      experienceTenths(asked.level, mostLevel),
      travelTenths(load<f64>(row + ROW_KM), limitAt(entry, record)),
      scheduleTenths(asked.slots, asked.slots & word(entry, SLOTS)),
      startTenths(word(entry, FROM) - asked.from),
      contractTenths(asked.contracts, word(entry, FLAGS) & CONTRACTS_MASK),
    )
    tellId(texts, number, record)
    at += TOLD_BYTES
  }
  return rowCount()
}

/** Writes at `at` the offers kept for a person, with the points of each criterion, and at `texts` their ids; returns how many. */
export function tellOffers(at: usize, texts: usize): i32 {
  for (let number = 0; number < rowCount(); number++) {
    const row = rowAt(number)
    const entry = load<usize>(row + ROW_ENTRY)
    const record = recordOf(entry)
    const flags = word(entry, FLAGS)
    const wanted = word(entry, SLOTS)
    findOwnProject(record)
    tellRow(at, row, ownProximity)
    tellPoints(
      at,
      occupationTenths(ownProximity),
      skillTenths(markedSkills(record), skillsWanted(flags, record)),
      experienceTenths(levelWanted(flags), ownLevel),
      travelTenths(load<f64>(row + ROW_KM), asked.limitKm),
      scheduleTenths(wanted, wanted & asked.slots),
      startTenths(asked.available - max<i32>(word(entry, FROM), asked.today)),
      contractTenths(asked.contracts, flags & CONTRACTS_MASK),
    )
    tellId(texts, number, record)
    at += TOLD_BYTES
  }
  return rowCount()
}
