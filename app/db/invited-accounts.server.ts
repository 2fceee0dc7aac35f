import type { Db } from './client.server.ts'

type Contact = { phone: string } | { email: string }

/**
 * The account of this contact, made without name and unproved when nobody has it: whoever answers from that phone or
 * e-mail finds it. `monthlySolicitations` and the territory are those of a new account only.
 */
export async function findOrCreateInvited(
  tx: Db,
  account: { id: string; territoryId: string; contact: Contact; monthlySolicitations: number },
  now: Date,
): Promise<string> {
  const { contact, ...row } = account
  const channel = 'phone' in contact ? 'sms' : 'email'
  const empty = { role: 'candidate', firstName: '', lastName: '', createdAt: now }
  await tx.account.createMany({ data: [{ ...row, ...contact, ...empty, channel }], skipDuplicates: true })
  const { id } = await tx.account.findUniqueOrThrow({ where: contact, select: { id: true } })
  return id
}
