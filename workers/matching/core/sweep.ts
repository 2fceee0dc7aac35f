import { addFamily, familyAt, familyCount, startFamilies } from './families'
import { forgetGathered, gatherBlock, gatheredCount, isFilled, openGathered } from './gather'
import { FULL_REST_TENTHS, KINDS_MASK, OPEN } from './given'
import { cellCount, cells, gapsKm, layerCount, openLayer, travels } from './layers'
import { BY_OCCUPATION, BY_PLACE, MOST_GATHERED } from './layout'
import { word } from './memory'
import { noteFamilies } from './occupations'
import { findsPeople, kinds } from './question'
import { sweepOffers } from './sweep-offers'
import { sweepPeople } from './sweep-people'
import { occupationTenths } from './tenths'
import { floorOf } from './top'

function sweepGathered(): void {
  openGathered()
  if (findsPeople) sweepPeople()
  else sweepOffers()
  forgetGathered()
}

/** Gathers the blocks of a family, cells by rising distance, that could still bring somebody above the floor. */
function gatherFamily(family: usize): void {
  const number = word(family, 0)
  const near = word(family, 1)
  let enough = floorOf() - near - FULL_REST_TENTHS
  for (let next = 0; next < cellCount; next++) {
    const travel = word(travels, next)
    if (travel < enough) return
    if (!isFilled(number, word(cells, next))) continue
    gatherBlock(number, word(cells, next), near, travel, load<f64>(gapsKm + (next << 3)), word(family, 2))
    if (gatheredCount() < MOST_GATHERED) continue
    sweepGathered()
    enough = floorOf() - near - FULL_REST_TENTHS
  }
}

/** Gathers the blocks of families that are all as near, cells by rising distance, that could still bring somebody above the floor. */
function gatherCells(): void {
  const near = word(familyAt(0), 1)
  let enough = floorOf() - near - FULL_REST_TENTHS
  for (let next = 0; next < cellCount; next++) {
    const travel = word(travels, next)
    if (travel < enough) return
    const gapKm = load<f64>(gapsKm + (next << 3))
    for (let number = 0; number < familyCount(); number++) {
      const family = familyAt(number)
      if (!isFilled(word(family, 0), word(cells, next))) continue
      gatherBlock(word(family, 0), word(cells, next), near, travel, gapKm, word(family, 2))
    }
    if (gatheredCount() + familyCount() < MOST_GATHERED) continue
    sweepGathered()
    enough = floorOf() - near - FULL_REST_TENTHS
  }
}

/** Sweeps the families noted in every layer, all layers together: memory answers many blocks in the time of one. */
function sweepFamilies(by: i32): void {
  for (let layer = layerCount(by) - 1; layer >= 0; layer--) {
    openLayer(by, layer)
    if (cellCount === 0) continue
    if (by === BY_PLACE) gatherCells()
    else for (let family = 0; family < familyCount(); family++) gatherFamily(familyAt(family))
  }
  sweepGathered()
}

/** Sweeps occupations by falling proximity, none below `least` (0–1), while they could bring somebody among the best. */
export function sweepOccupations(least: f64): void {
  noteFamilies(least)
  while (familyCount() > 0) {
    sweepFamilies(BY_OCCUPATION)
    noteFamilies(least)
  }
}

/** Sweeps by place alone those who are open, whose proximity is the same for all. */
export function sweepOpen(proximity: f64, level: i32): void {
  startFamilies()
  addFamily(OPEN, occupationTenths(proximity), level)
  sweepFamilies(BY_PLACE)
}

/** Sweeps by place alone everybody who wants one of the kinds asked for, or is of one, when the proximity is the same for all. */
export function sweepEverybody(proximity: f64, level: i32): void {
  startFamilies()
  for (let family = 1; family <= KINDS_MASK; family++)
    if ((family & kinds) !== 0) addFamily(family, occupationTenths(proximity), level)
  sweepFamilies(BY_PLACE)
}
