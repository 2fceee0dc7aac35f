/** What a person may answer through the link of a message. */
export const LINK_ANSWERS = ['apply', 'interested', 'declined', 'stop'] as const
export type LinkAnswer = (typeof LINK_ANSWERS)[number]

/** True when the text names an answer. */
export const isLinkAnswer = (text: string): text is LinkAnswer =>
  (LINK_ANSWERS as readonly string[]).includes(text)

type Link = { expiresAt: Date; usedAt: Date | null; answer: LinkAnswer | null }

/** Where a link stands: it serves once, until it expires. */
export function linkState(link: Link, now: Date): 'open' | 'used' | 'expired' {
  if (link.usedAt) return 'used'
  return link.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/**
 * What an answer given now through a link does: `take` it, `repeat` what was already answered, or the refusal. A STOP is
 * honoured whatever the state of the link (domain: "Contact"); who was interested may still apply.
 */
export function judgeAnswer(
  link: Link,
  answer: LinkAnswer,
  now: Date,
): 'take' | 'repeat' | 'link_used' | 'link_expired' {
  if (answer === link.answer) return 'repeat'
  if (answer === 'stop') return 'take'
  if (link.expiresAt.getTime() <= now.getTime()) return link.usedAt ? 'link_used' : 'link_expired'
  if (link.usedAt && !(link.answer === 'interested' && answer === 'apply')) return 'link_used'
  return 'take'
}
