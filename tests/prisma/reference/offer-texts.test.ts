import { describe, expect, test } from 'vitest'
import { isSlot } from '#app/domain/schedule.ts'
import { clauseMarkets, describeClause } from '#prisma/reference/clause-markets.ts'
import { employerFamilies, employerFamilyOf } from '#prisma/reference/employers.ts'
import { occupationByCode, occupations } from '#prisma/reference/occupations.ts'
import { describeJob, hiringHabitOf, jobTextByCode, jobTitle } from '#prisma/reference/offer-texts.ts'
import {
  associationNames,
  associationPatterns,
  drawOrganisationName,
  insertionStructures,
  withCommune,
} from '#prisma/reference/organisations.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { seasonalTemplates } from '#prisma/reference/seasonal-offers.ts'
import { skills } from '#prisma/reference/skills.ts'
import { volunteeringDomains } from '#prisma/reference/volunteering-domains.ts'
import { missionTemplates } from '#prisma/reference/volunteering-missions.ts'
import { hiringHabits } from '#prisma/reference/work-patterns.ts'

const skillCodes = new Set(skills.map((skill) => skill.code))
const CONTACT = /@|\b0[1-9](?:[ .]?\d\d){4}\b|https?:/
const AGE_LIMIT = /\d+ ans|\bjeunes?\b/i

function expectPlain(text: string) {
  expect(text).not.toMatch(CONTACT)
  expect(text).not.toMatch(AGE_LIMIT)
  expect(text).not.toMatch(/undefined|\{|\}|\[|\$/)
  expect(text).not.toMatch(/ {2}|'/)
}

describe('job offers', () => {
  test('can be written for every occupation', () => {
    const random = createRandom(1)
    for (const occupation of occupations) {
      const habit = hiringHabitOf(occupation.romeCode)
      const pattern = random.weighted(habit.patterns, (each) => each.share)
      const text = describeJob(random, {
        occupation,
        organisationName: 'Ferme du Grand Orme',
        communeName: 'Laon',
        pattern,
      })
      expectPlain(text.replaceAll("'", '’'))
      expect(text.length, occupation.romeCode).toBeGreaterThan(250)
      expect(jobTitle(occupation).length, occupation.romeCode).toBeLessThanOrEqual(100)
      expect(employerFamilyOf(occupation.romeCode), occupation.romeCode).not.toBeNull()
    }
  })

  test('are written by hand for the most hired occupations', () => {
    expect([...jobTextByCode.keys()].filter((code) => !occupationByCode.has(code))).toEqual([])
    for (const text of jobTextByCode.values()) {
      expect(text.title, text.romeCode).not.toBe('')
      expect(text.duties, text.romeCode).toMatch(/^[A-ZÀ-Ü].*\.$/)
      expect(text.asks, text.romeCode).toMatch(/\.$/)
    }
    const byHiring = [...occupations].sort((a, b) => b.hiringShare - a.hiringShare).slice(0, 30)
    const missing = byHiring
      .filter(({ romeCode }) => !jobTextByCode.has(romeCode))
      .map(({ romeCode }) => romeCode)
    expect(missing).toEqual(['A1401'])
  })

  test('last at most 48 hours a week, on slots that exist', () => {
    for (const { family } of employerFamilies) expect(hiringHabits, family).toHaveProperty(family)
    for (const { contracts, patterns, pay } of Object.values(hiringHabits)) {
      expect(contracts.length).toBeGreaterThan(0)
      expect(pay.length).toBeGreaterThan(0)
      for (const pattern of patterns) {
        expect(pattern.hoursPerWeek).toBeLessThanOrEqual(48)
        expect(pattern.slots.every(isSlot)).toBe(true)
      }
    }
  })
})

describe('seasonal offers', () => {
  test('name known occupations, families and seasons of the year', () => {
    for (const template of seasonalTemplates) {
      expect(occupationByCode.has(template.romeCode), template.title).toBe(true)
      expect(hiringHabits, template.title).toHaveProperty(template.family)
      expect(template.from).toMatch(/^(0[1-9]|1[0-2])-[0-3]\d$/)
      expect(template.to).toMatch(/^(0[1-9]|1[0-2])-[0-3]\d$/)
      expect(template.weeks[0]).toBeLessThanOrEqual(template.weeks[1])
      expect(template.hoursPerWeek).toBeLessThanOrEqual(48)
      expect(template.description.length).toBeGreaterThan(200)
      expectPlain(template.description)
    }
  })

  test('keep the RSA for vineyards and vegetables alone', () => {
    const kept = new Set(
      seasonalTemplates.filter((template) => template.keepsRsa).map((template) => template.crop),
    )
    expect([...kept].sort()).toEqual(['endives', 'légumes', 'pommes de terre', 'vigne'])
  })
})

describe('clauses', () => {
  test('name known occupations and hours, and can be described', () => {
    expect(clauseMarkets.length).toBeGreaterThanOrEqual(12)
    for (const market of clauseMarkets) {
      expect(market.lots.length).toBeGreaterThan(0)
      for (const lot of market.lots) {
        expect(lot.romeCodes.filter((code) => !occupationByCode.has(code))).toEqual([])
        expect(lot.plannedHours).toBeGreaterThan(0)
        expectPlain(describeClause(market, lot))
      }
    }
  })
})

describe('volunteering missions', () => {
  test('cover at least twelve of the twenty domains', () => {
    expect(volunteeringDomains).toHaveLength(20)
    const known = new Set(volunteeringDomains.map((domain) => domain.code))
    expect(known.size).toBe(20)
    const used = new Set(missionTemplates.map((mission) => mission.domain))
    expect([...used].filter((domain) => !known.has(domain))).toEqual([])
    expect(used.size).toBeGreaterThanOrEqual(12)
  })

  test.each(missionTemplates)('$title is complete', (mission) => {
    expect(mission.description.length).toBeGreaterThanOrEqual(300)
    const { course, aims, suitableProfiles, skillsDeveloped, nextSteps, timeAsked } = mission
    for (const text of [
      mission.description,
      course,
      aims,
      suitableProfiles,
      skillsDeveloped,
      nextSteps,
      timeAsked,
    ]) {
      expect(text).not.toBe('')
      expectPlain(text)
    }
    if (mission.romeCode) expect(occupationByCode.has(mission.romeCode)).toBe(true)
    expect(mission.skills.filter((code) => !skillCodes.has(code))).toEqual([])
    expect(mission.slots.every(isSlot)).toBe(true)
    expect(mission.slots.length).toBeGreaterThan(0)
  })
})

describe('organisations', () => {
  test('are named as French writes places', () => {
    expect(withCommune('Ferme {de commune}', 'Hirson')).toBe('Ferme d’Hirson')
    expect(withCommune('Ferme {de commune}', 'Étréaupont')).toBe('Ferme d’Étréaupont')
    expect(withCommune('Ferme {de commune}', 'Laon')).toBe('Ferme de Laon')
    expect(withCommune('Ferme {de commune}', 'Le Nouvion-en-Thiérache')).toBe('Ferme du Nouvion-en-Thiérache')
    expect(withCommune('{à commune}', 'Les Septvallons')).toBe('aux Septvallons')
    expect(withCommune('Super {commune}, {à commune}', 'Guise')).toBe('Super Guise, à Guise')
  })

  test('never keep a placeholder', () => {
    const random = createRandom(9)
    const sources = [...employerFamilies, { names: associationNames, patterns: associationPatterns }]
    for (const source of sources) {
      for (let draw = 0; draw < 40; draw += 1) {
        expect(drawOrganisationName(random, source, 'Guise')).not.toMatch(/[{}]/)
      }
    }
    expect(new Set(insertionStructures).size).toBe(insertionStructures.length)
  })
})
