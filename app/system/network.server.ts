const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i

const groupsOf = (part: string | undefined): string[] => (part ? part.split(':') : [])

/**
 * What attempts are counted by: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one address of
 * such a network has all of them (RFC 6177). Anything that is no address is its own network.
 */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED_IPV4, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head, tail] = plain.toLowerCase().split('::')
  const [first, last] = [groupsOf(head), groupsOf(tail)]
  const filled = [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return `${filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
