import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env.server.ts'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ANSWER_TOKEN_LENGTH = 12
const INVITATION_TOKEN_LENGTH = 22

const keyed = (text: string): Buffer => createHmac('sha256', env().SESSION_SECRET).update(text).digest()

function base62(bytes: Buffer): string {
  let left = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  while (left > 0n) {
    text = (BASE62[Number(left % 62n)] ?? '') + text
    left /= 62n
  }
  return text.padStart(43, '0')
}

/** The six digits of a sign-in code, derived from its id so that they are stored nowhere. */
export const signInCode = (codeId: string): string =>
  String(keyed(`code:${codeId}`).readUInt32BE(0) % 1_000_000).padStart(6, '0')

/** The token of a message's answer link: 12 characters of base 62, derived from the message's id. */
export const answerToken = (messageId: string): string =>
  base62(keyed(`answer:${messageId}`)).slice(0, ANSWER_TOKEN_LENGTH)

/** The token of a saved search's link: 12 characters of base 62, derived from the search's id. */
export const searchToken = (savedSearchId: string): string =>
  base62(keyed(`search:${savedSearchId}`)).slice(0, ANSWER_TOKEN_LENGTH)

/** The key under which attempts are counted: what it is made of, a contact or an address, cannot be read from it. */
export const attemptKey = (kind: string, of: string): string =>
  `${kind}:${keyed(`attempt:${kind}:${of}`).toString('base64url')}`

/** The token of an invitation: 22 characters of base 62, 130 bits, derived from its id so that it is stored nowhere. */
export const invitationToken = (invitationId: string): string =>
  base62(keyed(`invitation:${invitationId}`)).slice(-INVITATION_TOKEN_LENGTH)

/** The six digits that prove that somebody belongs to an organisation, derived from the id of the request. */
export const organisationCode = (verificationId: string): string =>
  String(keyed(`organisation:${verificationId}`).readUInt32BE(0) % 1_000_000).padStart(6, '0')

/** SHA-256 of a token in hexadecimal: the only form in which a token is stored. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A new reference nobody can guess: 128 random bits in base64url, 22 characters. */
export const newReference = (): string => randomBytes(16).toString('base64url')

/** A text with its signature, separated by a dot, to be kept by a browser. */
export const signText = (text: string): string => `${text}.${keyed(`sign:${text}`).toString('base64url')}`

/** The text of a signed text, or null when the signature is not ours. */
export function readSignedText(signed: string): string | null {
  const text = signed.slice(0, Math.max(0, signed.lastIndexOf('.')))
  return hashToken(signText(text)) === hashToken(signed) ? text : null
}

const CARD_TOKEN = /^[\w-]{38}$/
const CARD_SEAL_BYTES = 12

const cardSeal = (id: Buffer): Buffer => keyed(`card:${id.toString('hex')}`).subarray(0, CARD_SEAL_BYTES)

const bytesOfId = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOfBytes = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The token of a person's printed card: it says which account a code is sent to, and nothing else. `accountId` is a UUID. */
export function cardToken(accountId: string): string {
  const id = bytesOfId(accountId)
  return Buffer.concat([id, cardSeal(id)]).toString('base64url')
}

/** The account of a card's token, or null when it was not made here. */
export function readCardToken(token: string): string | null {
  if (!CARD_TOKEN.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(cardSeal(id), bytes.subarray(16))) return null
  return idOfBytes(id)
}

const FILE_TOKEN = /^[\w-]{48}$/
const FILE_SEALED_BYTES = 20
const FILE_SEAL_BYTES = 16

const fileSeal = (named: Buffer): Buffer =>
  keyed(`file:${named.toString('hex')}`).subarray(0, FILE_SEAL_BYTES)

/** The token of a file's address: which file, until when (to the second), and a seal; 48 characters of base64url. `fileId` is a UUID. */
export function fileToken(fileId: string, expiresAt: Date): string {
  const until = Buffer.alloc(4)
  until.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000))
  const named = Buffer.concat([bytesOfId(fileId), until])
  return Buffer.concat([named, fileSeal(named)]).toString('base64url')
}

/** The file of a token and when it ends, whether or not it has; null when it was not made here. */
export function readFileToken(token: string): { fileId: string; expiresAt: Date } | null {
  if (!FILE_TOKEN.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const named = bytes.subarray(0, FILE_SEALED_BYTES)
  if (!timingSafeEqual(fileSeal(named), bytes.subarray(FILE_SEALED_BYTES))) return null
  return { fileId: idOfBytes(named.subarray(0, 16)), expiresAt: new Date(named.readUInt32BE(16) * 1000) }
}
