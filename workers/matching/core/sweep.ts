import { addFamily, familyAt, familyCount, startFamilies } from './families'
import { filledIn, forgetGathered, gatherBlock, gatheredCount, isFilled, openGathered } from './gather'
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

/**
 * Gathers the blocks of the families noted, cells by rising distance, that could still bring somebody above the floor. Families come by
 * falling proximity, and those of a cell stand in the same pages of memory.
 */
function gatherCells(): void {
  let enough = floorOf() - FULL_REST_TENTHS
  for (let next = 0; next < cellCount; next++) {
    const cell = word(cells, next)
    const filled = filledIn(cell)
    if (filled === 0) continue
    const travel = word(travels, next)
    const gapKm = load<f64>(gapsKm + (next << 3))
    for (let number = 0; number < familyCount(); number++) {
      const family = familyAt(number)
      const near = word(family, 1)
      if (near + travel < enough) {
        if (number === 0) return
        break
      }
      if (isFilled(filled, word(family, 0)))
        gatherBlock(word(family, 0), cell, near, travel, gapKm, word(family, 2))
    }
    if (gatheredCount() + familyCount() < MOST_GATHERED) continue
    sweepGathered()
    enough = floorOf() - FULL_REST_TENTHS
  }
}

/** Sweeps the families noted in every layer, all layers together: memory answers many blocks in the time of one. */
function sweepFamilies(by: i32): void {
  for (let layer = layerCount(by) - 1; layer >= 0; layer--) {
    openLayer(by, layer)
    gatherCells()
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
