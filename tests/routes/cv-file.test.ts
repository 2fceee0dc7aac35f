import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { MAX_CV_FILE_BYTES } from '#app/domain/cv-file.ts'
import { loader as download } from '#app/routes/fichiers.$token.ts'
import { action, loader } from '#app/routes/mon-cv.fichier._index.tsx'
import { loader as takeOwn } from '#app/routes/mon-cv.fichier.prendre.ts'
import { loader as readApplication } from '#app/routes/structure.candidatures.$applicationId.tsx'
import { loader as takeApplicants } from '#app/routes/structure.candidatures.$applicationId_.fichier.ts'
import { fileToken } from '#app/system/secrets.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCvFile, JPEG, PNG, pdfWith } from '#tests/factories/cv-file.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const PATH = '/mon-cv/fichier'

async function signedIn() {
  const candidate = await createCandidate()
  const cookie = await signIn(candidate.account.id)
  const send = (bytes: Uint8Array, { name = 'cv.pdf', type = 'application/pdf' } = {}) => {
    const body = new FormData()
    body.append('file', new File([new Uint8Array(bytes)], name, { type }))
    const request = new Request(`http://127.0.0.1:3000${PATH}`, {
      method: 'POST',
      headers: { Cookie: cookie },
      body,
    })
    return answerOf(() => action(routeArgs(request)))
  }
  return {
    ...candidate,
    cookie,
    send,
    file: () => db().cvFile.findUnique({ where: { profileId: candidate.profile.id } }),
    shown: async () => (await loader(routeArgs(requestTo(PATH, { cookie })))).file,
  }
}

const tokenOf = (location: string | null) => location?.split('/').at(-1) ?? ''
const open = (token: string) =>
  answerOf(() => download(routeArgs(requestTo(`/fichiers/${token}`), { token })))

async function bytesAt(token: string) {
  const response = await download(routeArgs(requestTo(`/fichiers/${token}`), { token }))
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('a file of CV', () => {
  test.each([
    ['pdf', pdfWith('Vendanges')],
    ['jpeg', JPEG],
    ['png', PNG],
  ])('%s: is kept as it came, whatever it is called, and taken along', async (format, bytes) => {
    const { send, shown, cookie } = await signedIn()
    const kept = await send(bytes, { name: '../../<script>.exe', type: 'text/html' })
    expect(kept.headers.get('Location')).toBe('/mon-cv?fait=fichier')
    expect(await shown()).toMatchObject({ format, size: bytes.length })
    const taken = await takeOwn(routeArgs(requestTo(`${PATH}/prendre`, { cookie })))
    const { headers, bytes: given } = await bytesAt(tokenOf(taken.headers.get('Location')))
    expect(given.equals(bytes)).toBe(true)
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="cv\.(pdf|jpg|png)"$/)
    expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Set-Cookie')).toBeNull()
  })

  test('replaced, the address of the one before opens nothing; removed, neither does the last', async () => {
    const { send, file, cookie } = await signedIn()
    await send(pdfWith('Un'))
    const first = await file()
    await send(PNG, { name: 'cv.png', type: 'image/png' })
    const second = await file()
    const later = new Date(Date.now() + 60_000)
    expect((await open(fileToken(first?.id ?? '', later))).status).toBe(404)
    expect((await open(fileToken(second?.id ?? '', later))).status).toBe(200)
    const removed = await answerOf(() =>
      action(routeArgs(requestTo(PATH, { cookie, form: { intent: 'remove' } }))),
    )
    expect(removed.headers.get('Location')).toBe('/mon-cv?fait=fichier-retire')
    expect(await file()).toBeNull()
    expect((await open(fileToken(second?.id ?? '', later))).status).toBe(404)
  })

  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /^Choisissez un fichier/],
    ['a page', Buffer.from('<script>alert(1)</script>'), /ni un PDF, ni une photo/],
    ['a locked PDF', pdfWith('x', '6 0 obj\n<< /Encrypt 7 0 R >>\nendobj'), /mot de passe/],
    ['one byte too many', Buffer.concat([pdfWith('x'), Buffer.alloc(MAX_CV_FILE_BYTES)]), /dépasse 5 Mo/],
  ])('%s is refused beside its field, and what was kept stays', async (_, bytes, sentence) => {
    const { send, file, profile } = await signedIn()
    const { id } = await createCvFile({ profileId: profile.id })
    expect(await send(bytes)).toMatchObject({
      status: 422,
      body: { errors: { file: [expect.stringMatching(sentence)] } },
    })
    expect((await file())?.id).toBe(id)
  })

  test('a form that is no form is refused', async () => {
    const { cookie } = await signedIn()
    const headers = { Cookie: cookie, 'Content-Type': 'multipart/form-data; boundary=x' }
    const request = new Request(`http://127.0.0.1:3000${PATH}`, { method: 'POST', headers, body: 'rien' })
    expect((await answerOf(() => action(routeArgs(request)))).status).toBe(422)
  })
})

describe('an address', () => {
  test('opens for its time alone, and only when it was made here', async () => {
    const { profile } = await createCandidate()
    const { id } = await createCvFile({ profileId: profile.id })
    const token = fileToken(id, new Date(Date.now() + 60_000))
    expect((await open(token)).status).toBe(200)
    expect((await open(fileToken(id, new Date(Date.now() - 1000)))).status).toBe(410)
    const forged = Buffer.from(token, 'base64url')
    forged.writeUInt32BE(forged.readUInt32BE(16) + 3600, 16)
    for (const wrong of [
      forged.toString('base64url'),
      token.slice(1),
      '',
      '../../etc/passwd',
      'é'.repeat(48),
    ])
      expect((await open(wrong)).status).toBe(404)
    expect((await open(fileToken(unknownId(), new Date(Date.now() + 60_000)))).status).toBe(404)
  })
})

describe('an organisation', () => {
  test('takes the file of who applied to it, which is logged, until the person takes the application back', async () => {
    const { organisationId, account } = await createRecruiter()
    const { id: offerId } = await createOffer({ organisationId })
    const { profile } = await createCandidate()
    const { id: applicationId } = await createApplication({ offerId, profileId: profile.id })
    const cookie = await signIn(account.id, organisationId)
    const args = () =>
      routeArgs(requestTo('/structure/candidatures/x/fichier', { cookie }), { applicationId })
    const take = () => answerOf(() => takeApplicants(args()))
    expect((await take()).status).toBe(404)
    await createCvFile({ profileId: profile.id, text: 'Bonjour' })
    const { application } = await readApplication(args())
    expect(application.file).toMatchObject({ format: 'pdf' })
    const taken = await take()
    expect((await bytesAt(tokenOf(taken.headers.get('Location')))).bytes.toString()).toContain('Bonjour')
    expect(await db().accessLog.count({ where: { profileId: profile.id, purpose: 'file' } })).toBe(1)
    await db().application.update({ where: { id: applicationId }, data: { state: 'withdrawn' } })
    expect((await take()).status).toBe(404)
    expect((await readApplication(args())).application.file).toBeNull()
  })

  test('takes nobody else’s', async () => {
    const { organisationId, account } = await createRecruiter()
    const other = await createRecruiter()
    const { id: offerId } = await createOffer({ organisationId: other.organisationId })
    const { profile } = await createCandidate()
    await createCvFile({ profileId: profile.id })
    const { id: applicationId } = await createApplication({ offerId, profileId: profile.id })
    const cookie = await signIn(account.id, organisationId)
    const request = requestTo('/structure/candidatures/x/fichier', { cookie })
    expect((await answerOf(() => takeApplicants(routeArgs(request, { applicationId })))).status).toBe(404)
    expect(await db().accessLog.count({ where: { profileId: profile.id } })).toBe(0)
  })
})
