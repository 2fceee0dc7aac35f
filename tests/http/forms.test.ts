import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm, readForm, textOf, textsOf } from '#app/http/forms.server.ts'
import { answerOf, requestTo } from '#tests/setup/request.ts'

const read = (form: Record<string, string | string[]>) => readForm(requestTo('/x', { form }))

test('a field sent several times is a list, NUL and carriage returns go', async () => {
  const raw = await read({ slots: ['mon_morning', 'tue_night'], title: 'a\0b\r\nc' })
  expect(raw).toEqual({ slots: ['mon_morning', 'tue_night'], title: 'ab\nc' })
  expect(textOf(raw, 'slots')).toBe('mon_morning')
  expect(textsOf(raw, 'title')).toEqual(['ab\nc'])
  expect(textsOf(raw, 'absent')).toEqual([])
})

test('a field named like the inside of JavaScript is only a field', async () => {
  const raw = await read({ __proto__x: 'a', constructor: 'b' })
  expect(textOf(raw, 'constructor')).toBe('b')
  const sneaky = await readForm(
    new Request('http://h/', { method: 'POST', body: new URLSearchParams([['__proto__', 'polluted']]) }),
  )
  expect(Object.keys(sneaky)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('20,000 characters are kept, 100,001 and 401 fields are refused with 413', async () => {
  const long = 'é'.repeat(20_000)
  expect(textOf(await read({ text: long }), 'text')).toBe(long)
  expect((await answerOf(() => read({ text: 'x'.repeat(100_001) }))).status).toBe(413)
  expect((await answerOf(() => read({ t: Array.from({ length: 401 }, () => 'x') }))).status).toBe(413)
})

test('a body that is no form is answered 400', async () => {
  const request = new Request('http://h/', {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'Content-Type': 'application/json' },
  })
  const answer = await answerOf(() => readForm(request))
  expect(answer.status).toBe(400)
  expect(answer.body).toEqual({ message: expect.stringContaining('recommencez') })
})

const schema = z.object({
  title: z.string().min(5).max(10),
  hours: z.coerce.number().max(48),
  kind: z.enum(['job', 'clause']),
  email: z.email(),
  slots: z.array(z.enum(['a', 'b'])).min(1),
  own: z.string().min(1, 'Dites-le en un mot.'),
})

test('each issue becomes a French sentence beside its field, and what was typed stays', () => {
  const raw = { title: 'trop long pour ici', hours: '49', kind: 'x', email: 'a@', slots: ['z', 'y'], own: '' }
  const parsed = parseForm(schema, raw)
  if (parsed.ok) throw new Error('should be refused')
  expect(parsed.state.values).toBe(raw)
  expect(parsed.state.errors).toEqual({
    title: ['10 caractères au plus. Vous en avez écrit 18.'],
    hours: ['Le nombre doit être au plus 48.'],
    kind: ['Choisissez une réponse de la liste.'],
    email: ['Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr'],
    slots: ['Choisissez une réponse de la liste.'],
    own: ['Dites-le en un mot.'],
  })
})

test('missing fields are asked for, without English and without jargon', () => {
  const parsed = parseForm(schema, {})
  if (parsed.ok) throw new Error('should be refused')
  expect(parsed.state.errors.title).toEqual(['Ce champ est à remplir.'])
  expect(parsed.state.errors.kind).toEqual(['Choisissez une réponse.'])
  const sentences = Object.values(parsed.state.errors).flat().join(' ')
  expect(sentences).not.toMatch(/expected|received|invalid|required/i)
})
