import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IdentityCode } from '#app/components/account/identity-code.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { db } from '#app/db/client.server.ts'
import { action, loader } from '#app/routes/mon-compte.preuve.tsx'
import { signInCode } from '#app/system/secrets.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

type Own = { sentBy: 'sms' | 'email' | null; contacts: { channel: 'sms' | 'email'; label: string }[] }

/** What each form of a page sends before anything is typed. */
const formsOf = (html: string) =>
  html
    .split('<form')
    .slice(1)
    .map((form) =>
      Object.fromEntries(
        Array.from(form.matchAll(/name="([^"]+)" value="([^"]*)"/g), ([, name = '', value = '']) => [
          name,
          value,
        ]),
      ),
    )

async function comeIn() {
  const { account } = await createCandidate()
  const cookie = await signIn(account.id)
  const show = async () => {
    const args = routeArgs(requestTo('/mon-compte/preuve?suite=/mon-compte/contact/e-mail', { cookie }))
    const { next, own } = (await answerOf(() => loader(args))).body as { next: string; own: Own }
    return formsOf(
      renderToStaticMarkup(<IdentityCode {...own} form={emptyForm()} next={next} mailboxHref={null} />),
    )
  }
  const send = (form: Record<string, string>) =>
    answerOf(() => action(routeArgs(requestTo('/mon-compte/preuve', { cookie, form }))))
  const lastCode = async () => {
    const { id } = await db().contactProof.findFirstOrThrow({ where: { accountId: account.id } })
    return signInCode(id)
  }
  return { show, send, lastCode }
}

test('what the page shows is what the action takes: a code is asked for, then given', async () => {
  const { show, send, lastCode } = await comeIn()
  const [bySms] = await show()
  expect((await send(bySms ?? {})).status).toBe(302)
  const [codeForm, ...others] = await show()
  expect(others.map(({ intent }) => intent)).toContain('ask')
  const wrong = await send({ ...codeForm, code: (await lastCode()) === '000000' ? '111111' : '000000' })
  expect(wrong.status).toBe(422)
  const given = await send({ ...codeForm, code: await lastCode() })
  expect([given.status, given.headers.get('Location')]).toEqual([302, '/mon-compte/contact/e-mail'])
  expect(given.headers.get('Set-Cookie')).toContain('session=')
})

test('another intent is unknown', async () => {
  const { send } = await comeIn()
  expect((await send({ intent: 'code', code: '000000' })).status).toBe(404)
})
