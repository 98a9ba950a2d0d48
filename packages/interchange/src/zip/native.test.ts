import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { native as browser } from './native-browser.ts'
import { native as node } from './native-node.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('a browser hashes, sums and inflates as Node does', () => {
  // "abc", FIPS 180-2 appendix B.1; the check value of CRC-32 is that of "123456789"
  expect(hex(browser.sha256(Buffer.from('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(browser.crc32(Buffer.from('123456789'))).toBe(0xcbf43926)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(3000), (bytes, cut) => {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)]
      for (const native of [browser, node]) {
        const running = native.startSha256()
        for (const piece of pieces) running.update(piece)
        expect(running.end()).toBe(hex(node.sha256(bytes)))
        expect(hex(native.sha256(bytes))).toBe(hex(node.sha256(bytes)))
        expect(pieces.reduce((crc, piece) => native.crc32(piece, crc), 0)).toBe(node.crc32(bytes))
        expect(hex(native.inflate(deflateRawSync(bytes), bytes.length + 1))).toBe(hex(bytes))
      }
    }),
  )
})

test('more bytes than may be are refused by both', () => {
  const packed = deflateRawSync(new Uint8Array(1000))
  for (const native of [browser, node]) {
    expect(() => native.inflate(packed, 999)).toThrow()
    expect(native.inflate(packed, 1000)).toHaveLength(1000)
    expect(() => native.inflate(Uint8Array.of(7, 7, 7), 10)).toThrow()
  }
})
