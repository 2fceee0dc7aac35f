import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OwnDataList } from '#app/components/candidate/own-data-list.tsx'
import { db } from '#app/db/client.server.ts'
import { readOwnData } from '#app/db/own-data.server.ts'
import { OWN_FIELD_LABELS } from '#app/domain/own-data.labels.ts'
import { OWN_DATA_PARTS } from '#app/domain/own-data.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

test('each field has its name, and the codes of a person are words', async () => {
  const { account } = await createWholePerson()
  const data = await readOwnData(db(), account.id)
  const fields = OWN_DATA_PARTS.flatMap((part) => data[part].flatMap((row) => Object.keys(row)))
  expect([...new Set(fields)].filter((field) => !OWN_FIELD_LABELS[field])).toEqual([])
  const html = renderToStaticMarkup(<OwnDataList data={data} />)
  for (const words of [
    'Envoyée',
    'par SMS',
    'Visible, sans votre nom',
    'au téléphone',
    'en voiture',
    'Quelques mois',
    '2021',
  ])
    expect(html).toContain(words)
  for (const code of ['sent', 'sms', 'visible_without_name', 'delivered', 'minimum_benefits', 'volunteering'])
    expect(html).not.toMatch(new RegExp(`[> ]${code}[<, ]`))
})

test('a number is read as people read it, whatever field it is in', () => {
  const empty = Object.fromEntries(OWN_DATA_PARTS.map((part) => [part, []])) as never
  const data = { ...(empty as object), account: [{ phone: '+33639980001' }] } as never
  expect(renderToStaticMarkup(<OwnDataList data={data} />)).toContain('06 39 98 00 01')
})

test('an instant late in the evening is the day of a calendar in Paris', () => {
  const empty = Object.fromEntries(OWN_DATA_PARTS.map((part) => [part, []])) as never
  const codes = [{ created_at: '2026-06-01T23:30:00+00:00' }]
  expect(renderToStaticMarkup(<OwnDataList data={{ ...(empty as object), codes } as never} />)).toContain(
    '2 juin 2026',
  )
})
