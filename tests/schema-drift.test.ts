import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { databaseFacts } from '#tests/setup/database-facts.ts'
import { schemaFacts } from '#tests/setup/schema-facts.ts'

const schema = readFileSync(new URL('../prisma/schema.prisma', import.meta.url), 'utf8')

function drift(described: string[], migrated: string[]) {
  return {
    onlyInSchema: described.filter((fact) => !migrated.includes(fact)),
    onlyInDatabase: migrated.filter((fact) => !described.includes(fact)),
  }
}

describe('schema.prisma and the migrations', () => {
  let database: TestDatabase
  const described = schemaFacts(schema)
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  test('describe the same database', async () => {
    expect(described.length).toBeGreaterThan(200)
    expect(drift(described, await databaseFacts(database.url))).toEqual({
      onlyInSchema: [],
      onlyInDatabase: [],
    })
  })

  test('the comparison covers every kind of fact', () => {
    const kinds = new Set(described.map((fact) => fact.split(' ', 1)[0]))
    expect([...kinds].sort()).toEqual(['column', 'default', 'foreign', 'index', 'primary', 'table', 'unique'])
  })
})

describe('drift planted in the database is seen', () => {
  const described = schemaFacts(schema)
  const planted: [string, string, string][] = [
    ['a new table', 'create table surprise (id uuid primary key)', 'table surprise'],
    ['a new column', 'alter table offer add column surprise text', 'column offer.surprise text'],
    ['a missing column', 'alter table offer drop column title', 'column offer.title text not null'],
    ['a type', 'alter table offer alter column title type varchar(80)', 'column offer.title text not null'],
    ['nullability', 'alter table offer alter column title drop not null', 'column offer.title text not null'],
    ['a missing default', 'alter table offer alter column version drop default', 'default offer.version'],
    ['a new default', `alter table offer alter column title set default ''`, 'default offer.title'],
    ['a missing index', 'drop index offer_state_expires_at_idx', 'index offer(state, expires_at)'],
    ['a new index', 'create index on offer (title)', 'index offer(title)'],
    ['a missing unique key', 'drop index offer_source_source_id_key', 'unique offer(source, source_id)'],
    [
      'a missing primary key',
      'alter table match_change drop constraint match_change_pkey',
      'primary match_change(id)',
    ],
    [
      'a missing foreign key',
      'alter table match drop constraint match_offer_id_fkey',
      'foreign match(offer_id) to offer(id) on delete cascade on update cascade',
    ],
    [
      'another deletion rule',
      `alter table match drop constraint match_offer_id_fkey,
       add constraint match_offer_id_fkey foreign key (offer_id) references offer (id) on delete restrict on update cascade`,
      'foreign match(offer_id) to offer(id) on delete cascade on update cascade',
    ],
  ]

  test.each(planted)('%s', async (_name, sql, fact) => {
    const database = await createTestDatabase()
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(sql)
    await client.end()
    const { onlyInSchema, onlyInDatabase } = drift(described, await databaseFacts(database.url))
    expect([...onlyInSchema, ...onlyInDatabase]).toContain(fact)
    await database.drop()
  })

  test('a field planted in the schema is seen', async () => {
    const changed = schema.replace(/^model Offer \{$/m, 'model Offer {\n  surprise String?')
    expect(changed).not.toBe(schema)
    const database = await createTestDatabase()
    const { onlyInSchema } = drift(schemaFacts(changed), await databaseFacts(database.url))
    expect(onlyInSchema).toEqual(['column offer.surprise text'])
    await database.drop()
  })
})
