import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from '#app/system/network.server.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:0000:0000:1:2:3:4', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('addresses share a network exactly when their first 64 bits are the same', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16))
  const half = fc.tuple(group, group, group, group)
  fc.assert(
    fc.property(half, half, half, (one, other, host) => {
      const network = (first: string[]) => networkOf([...first, ...host].join(':'))
      expect(network(one) === network(other)).toBe(one.join() === other.join())
      expect(networkOf([...one, ...other].join(':'))).toBe(network(one))
    }),
  )
})
