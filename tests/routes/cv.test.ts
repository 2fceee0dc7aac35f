import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type Cv, MOST_CV_ENTRIES } from '#app/domain/cv.ts'
import { VISIBILITIES, type Visibility } from '#app/domain/profile.ts'
import { loader as cvLoader } from '#app/routes/mon-cv._index.tsx'
import { action as answerAction, loader as questionLoader } from '#app/routes/mon-cv.$entryId.$question.tsx'
import { action as addAction, loader as addLoader } from '#app/routes/mon-cv.ajouter.$kind.tsx'
import { loader as previewLoader } from '#app/routes/mon-cv.apercu.tsx'
import { loader as pdfLoader } from '#app/routes/mon-cv[.]pdf.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCvEntry } from '#tests/factories/cv-entry.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { type Answer, answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const locationOf = (answer: Answer) => answer.headers.get('Location')

async function comeIn(visibility: Visibility = 'visible_without_name') {
  const { account, profile } = await createCandidate({
    account: { firstName: 'Nadia', lastName: 'Benali' },
    profile: { visibility },
  })
  const cookie = await signIn(account.id)
  const add = (title: string, kind = 'travail') =>
    answerOf(() =>
      addAction(routeArgs(requestTo(`/mon-cv/ajouter/${kind}`, { cookie, form: { title } }), { kind })),
    )
  const answer = (entryId: string, question: string, form: Record<string, string>) =>
    answerOf(() =>
      answerAction(
        routeArgs(requestTo(`/mon-cv/${entryId}/${question}`, { cookie, form }), { entryId, question }),
      ),
    )
  const ask = (entryId: string, question: string) =>
    answerOf(() =>
      questionLoader(
        routeArgs(requestTo(`/mon-cv/${entryId}/${question}`, { cookie }), { entryId, question }),
      ),
    )
  const read = async () => {
    const { body } = await answerOf(() => cvLoader(routeArgs(requestTo('/mon-cv', { cookie }))))
    return (body as { cv: Cv }).cv
  }
  return { account, profile, cookie, add, answer, ask, read }
}

describe('a line of a CV', () => {
  test('is told by one question a screen, and each answer is kept at once', async () => {
    const { add, answer, ask, read } = await comeIn()
    const added = locationOf(await add('Vendanges'))
    const entryId = added?.split('/')[2] ?? ''
    expect(added).toBe(`/mon-cv/${entryId}/ou`)
    expect((await read()).experiences).toMatchObject([{ title: 'Vendanges', place: null, years: '' }])
    expect(locationOf(await answer(entryId, 'ou', { place: 'Celles' }))).toBe(`/mon-cv/${entryId}/quand`)
    const years = await answer(entryId, 'quand', { fromYear: '2021', isOngoing: 'on' })
    expect(locationOf(years)).toBe(`/mon-cv/${entryId}/en-plus`)
    const more = await answer(entryId, 'en-plus', { details: 'J’ai porté les caisses.' })
    expect(locationOf(more)).toBe('/mon-cv?fait=garde')
    expect((await read()).experiences).toEqual([
      {
        id: entryId,
        kind: 'experience',
        title: 'Vendanges',
        place: 'Celles',
        years: 'depuis 2021',
        details: 'J’ai porté les caisses.',
      },
    ])
    const { body } = await ask(entryId, 'quand')
    expect(body).toMatchObject({
      values: { fromYear: '2021', toYear: '', isOngoing: 'on' },
      backHref: `/mon-cv/${entryId}/ou`,
      skipHref: `/mon-cv/${entryId}/en-plus`,
    })
  })

  test('is taken out for good', async () => {
    const { profile, answer, read, ask } = await comeIn()
    const { id } = await createCvEntry({ profileId: profile.id })
    expect(locationOf(await answer(id, 'quoi', { intent: 'remove' }))).toBe('/mon-cv?fait=retire')
    expect((await read()).experiences).toEqual([])
    expect((await ask(id, 'quoi')).status).toBe(404)
    expect((await answer(id, 'quoi', { intent: 'remove' })).status).toBe(404)
  })

  test('refused, comes back with what was typed, and nothing is changed', async () => {
    const { profile, add, answer, read } = await comeIn()
    const { id } = await createCvEntry({ profileId: profile.id, fromYear: 2020 })
    const before = await read()
    const short = await add(' ')
    expect([short.status, short.body]).toMatchObject([
      422,
      { errors: { title: ['Écrivez au moins un mot.'] } },
    ])
    const wrong = await answer(id, 'quand', { fromYear: 'hier' })
    expect([wrong.status, wrong.body]).toMatchObject([422, { values: { fromYear: 'hier' } }])
    expect((await answer(id, 'quoi', { intent: 'publish' })).status).toBe(422)
    expect(await read()).toEqual(before)
  })

  test('sent twice at once is told once', async () => {
    const { add, read } = await comeIn()
    const [one, two] = await Promise.all([add('Vendanges'), add('Vendanges')])
    expect(locationOf(one)).toBe(locationOf(two))
    expect((await read()).experiences).toHaveLength(1)
  })

  test(`is one of ${MOST_CV_ENTRIES} at most`, async () => {
    const { profile, add, read } = await comeIn()
    for (let at = 1; at < MOST_CV_ENTRIES; at++)
      await createCvEntry({ profileId: profile.id, title: `Travail ${at}` })
    const [one, two] = await Promise.all([add('Le dernier', 'formation'), add('Un de trop', 'formation')])
    expect([one.status, two.status].sort()).toEqual([302, 422])
    expect((await read()).trainings).toHaveLength(1)
  })

  test('of somebody else is not found', async () => {
    const { answer, ask } = await comeIn()
    const other = await createCandidate()
    const { id } = await createCvEntry({ profileId: other.profile.id })
    expect((await ask(id, 'ou')).status).toBe(404)
    expect((await answer(id, 'ou', { place: 'Ailleurs' })).status).toBe(404)
    expect((await answer(id, 'ou', { intent: 'remove' })).status).toBe(404)
    expect(await db().cvEntry.findUniqueOrThrow({ where: { id } })).toMatchObject({ place: null })
  })

  test('and a question or a part that does not exist are not found', async () => {
    const { cookie, profile, ask } = await comeIn()
    const { id } = await createCvEntry({ profileId: profile.id })
    expect((await ask(id, 'pourquoi')).status).toBe(404)
    const part = { kind: 'loisirs' }
    const answer = await answerOf(() =>
      addLoader(routeArgs(requestTo('/mon-cv/ajouter/loisirs', { cookie }), part)),
    )
    expect(answer.status).toBe(404)
  })
})

test('the file is a PDF to take away, which nobody keeps a copy of', async () => {
  const { cookie } = await comeIn()
  const file = await pdfLoader(routeArgs(requestTo('/mon-cv.pdf', { cookie })))
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="mon-cv.pdf"',
    'cache-control': expect.stringContaining('no-store'),
  })
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test.each(VISIBILITIES)(
  'the preview of a profile that is %s is what an organisation reads',
  async (visibility) => {
    const { cookie } = await comeIn(visibility)
    const { body } = await answerOf(() => previewLoader(routeArgs(requestTo('/mon-cv/apercu', { cookie }))))
    const name = { hidden: undefined, visible_without_name: null, visible: 'Nadia B.' }[visibility]
    const card = (body as { card: { name: string | null } | null }).card
    expect(card?.name).toBe(name)
    expect(JSON.stringify(body)).not.toMatch(/Benali|0639|@/)
  },
)

test('reading a CV changes nothing', async () => {
  const { cookie, read } = await comeIn()
  await read()
  const before = await countRows()
  await read()
  await pdfLoader(routeArgs(requestTo('/mon-cv.pdf', { cookie })))
  await answerOf(() => previewLoader(routeArgs(requestTo('/mon-cv/apercu', { cookie }))))
  expect(await countRows()).toEqual(before)
})
