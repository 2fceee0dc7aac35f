import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { MAX_LOGO_BYTES } from '#app/domain/territory.ts'
import { getFrame } from '#app/http/frame.server.ts'
import { action, loader as readPage } from '#app/routes/administration.territoire.tsx'
import { loader as fetchLogo } from '#app/routes/logo.$hash.ts'
import { JPEG, PNG, pdfWith } from '#tests/factories/cv-file.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const PATH = '/administration/territoire'
const WORDS = 'Département de l’Aisne'

let cookie: string
beforeAll(async () => {
  const { account } = await createProfessional('administrator')
  cookie = await signIn(account.id)
})

function send(bytes: Uint8Array | null, alternative = WORDS) {
  const body = new FormData()
  if (bytes) body.append('file', new File([new Uint8Array(bytes)], 'logo.svg', { type: 'image/svg+xml' }))
  body.append('alternative', alternative)
  const headers = { Cookie: cookie }
  const request = new Request(`http://127.0.0.1:3000${PATH}`, { method: 'POST', headers, body })
  return answerOf(() => action(routeArgs(request)))
}
const shown = async () => {
  const request = requestTo('/')
  return (await getFrame(request, routeArgs(request).context)).territory.logo
}
const fetched = (hash: string) => answerOf(() => fetchLogo(routeArgs(requestTo(`/logo/${hash}`), { hash })))

/** A PNG with this many bytes of picture more. */
const heavyPng = (size: number): Buffer => {
  const end = PNG.length - 12
  const data = Buffer.alloc(size + 12)
  data.writeUInt32BE(size, 0)
  data.write('IDAT', 4, 'latin1')
  return Buffer.concat([PNG.subarray(0, end), data, PNG.subarray(end)])
}

describe('the logo of the territory', () => {
  test.each([
    ['png', PNG],
    ['jpeg', JPEG],
  ])(
    '%s: is told by its content, shown on every page, and fetched without cookie for a year',
    async (format, bytes) => {
      const kept = await send(bytes)
      expect(kept.headers.get('Location')).toBe(`${PATH}?fait=garde`)
      const logo = await shown()
      expect(logo).toMatchObject({ format, alternative: WORDS, width: 1, height: 1 })
      const request = requestTo(`/logo/${logo?.hash}`)
      const answer = await fetchLogo(routeArgs(request, { hash: logo?.hash ?? '' }))
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': `image/${format}`,
        'cache-control': 'public, max-age=31536000, immutable',
      })
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 2)).toEqual(bytes.subarray(0, 2))
    },
  )

  test('replaced has another address, and the one before is gone', async () => {
    await send(PNG)
    const first = await shown()
    await send(JPEG)
    expect((await shown())?.hash).not.toBe(first?.hash)
    expect((await fetched(first?.hash ?? '')).status).toBe(404)
  })

  const BAD: [string, Uint8Array | null, RegExp][] = [
    ['nothing', null, /^Choisissez une image/],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), /SVG n’est pas pris/],
    ['a PDF', pdfWith('Logo'), /ni un PNG, ni un JPEG/],
    ['a cut PNG', PNG.subarray(0, 40), /abîmé/],
    ['a heavy PNG', heavyPng(MAX_LOGO_BYTES), /dépasse 12 Ko/],
    ['two million bytes', heavyPng(2_000_000), /dépasse 12 Ko/],
  ]
  test.each(BAD)('%s is refused beside its field, and what was typed stays', async (_, bytes, sentence) => {
    await send(PNG)
    const before = await shown()
    const { status, body } = await send(bytes, 'Le Laonnois')
    expect(status).toBe(422)
    expect(body).toMatchObject({
      errors: { file: [expect.stringMatching(sentence)] },
      values: { alternative: 'Le Laonnois' },
    })
    expect(await shown()).toEqual(before)
  })

  test('without words in its place is refused', async () => {
    const { status, body } = await send(PNG, ' ')
    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: { alternative: [expect.stringContaining('Écrivez')] } })
  })

  test('is taken away, content and all', async () => {
    await send(PNG)
    const form = { intent: 'remove' }
    const removed = await answerOf(() => action(routeArgs(requestTo(PATH, { cookie, form }))))
    expect(removed.headers.get('Location')).toBe(`${PATH}?fait=retire`)
    expect(await shown()).toBeNull()
    expect(await db().territory.findFirst()).toMatchObject({ logo: null, logoContent: null })
    const page = await answerOf(() => readPage(routeArgs(requestTo(PATH, { cookie }))))
    expect(page.body).toMatchObject({ logo: null })
  })
})
