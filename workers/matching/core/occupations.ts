import { addFamily, familyCount, startFamilies } from './families'
import { FULL_REST_TENTHS, FULL_TRAVEL_TENTHS } from './given'
import { LIST_BYTES, MOST_FAMILIES } from './layout'
import { word } from './memory'
import { levels, proximities, swept, turn } from './question'
import { occupationTenths } from './tenths'
import { floorOf } from './top'

// The lists of occupations near those of the question, each by falling proximity, as an engine keeps them (occupation-index.ts).
let lists: usize = 0
let count: i32 = 0
let isNothingRead: bool = true

function listAt(list: i32): usize {
  return lists + list * LIST_BYTES
}

function proximityIn(list: usize, number: i32): f64 {
  return load<f64>(<usize>word(list, 1) + (number << 3))
}

/** Forgets the marks of the last question. They stand where they stood while it was answered. */
export function forgetLists(): void {
  for (let list = 0; list < count; list++) {
    const at = listAt(list)
    for (let number = 0; number < word(at, 2); number++) {
      const occupation = word(word(at, 0), number)
      store<f64>(proximities + (occupation << 3), 0)
      store<i32>(levels + (occupation << 2), 0)
    }
  }
  count = 0
  isNothingRead = true
}

/** Reads where the lists of a question are kept. */
export function keepLists(at: usize): void {
  lists = at
}

/** Notes for each occupation of a list how near the nearest of the question's projects is, and the most experience had in one. */
export function addList(occupations: usize, proximitiesAt: usize, length: i32, level: i32): void {
  const at = listAt(count++)
  store<usize>(at, occupations)
  store<usize>(at + 4, proximitiesAt)
  store<i32>(at + 8, length)
  store<i32>(at + 12, 0)
  store<i32>(at + 16, level)
  for (let number = 0; number < length; number++) {
    const occupation = word(occupations, number)
    const proximity = proximityIn(at, number)
    const mark = proximities + (occupation << 3)
    if (proximity > load<f64>(mark)) store<f64>(mark, proximity)
    const had = levels + (occupation << 2)
    if (level > load<i32>(had)) store<i32>(had, level)
  }
}

/** True while a proximity (0–1) could still bring somebody among the best. */
export function couldEnter(proximity: f64): bool {
  return occupationTenths(proximity) + FULL_TRAVEL_TENTHS + FULL_REST_TENTHS >= floorOf()
}

/** The list that has the nearest occupation left; 0 when all are read. */
function nearestList(): usize {
  let nearest: usize = 0
  let proximity: f64 = 0
  for (let list = 0; list < count; list++) {
    const at = listAt(list)
    const next = word(at, 3)
    if (next >= word(at, 2) || proximityIn(at, next) <= proximity) continue
    nearest = at
    proximity = proximityIn(at, next)
  }
  return nearest
}

/** Notes the next occupations to sweep together, by falling proximity, each once, none below `least`. The first of all goes alone. */
export function noteFamilies(least: f64): void {
  const most = isNothingRead ? 1 : MOST_FAMILIES
  startFamilies()
  while (familyCount() < most) {
    const list = nearestList()
    if (list === 0) return
    const next = word(list, 3)
    const occupation = word(word(list, 0), next)
    const proximity = proximityIn(list, next)
    if (proximity < least || !couldEnter(proximity)) return
    store<i32>(list + 12, next + 1)
    isNothingRead = false
    const mark = swept + (occupation << 2)
    if (load<i32>(mark) === turn || proximity < load<f64>(proximities + (occupation << 3))) continue
    store<i32>(mark, turn)
    addFamily(occupation, occupationTenths(proximity), word(levels, occupation))
  }
}
