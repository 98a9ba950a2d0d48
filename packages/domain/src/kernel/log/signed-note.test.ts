import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../base64.ts'
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import {
  cosignNote,
  formatSigningKey,
  formatVerifierKey,
  keyId,
  openNote,
  parseSigningKey,
  parseVerifierKey,
  signingKeyFrom,
  signNote,
} from './signed-note.ts'

// the example in the documentation of golang.org/x/mod/sumdb/note, where the format comes from
const GO_SIGNER = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const GO_VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const GO_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

describe('signed notes', () => {
  test('the published example is signed, written and opened byte for byte', () => {
    const key = parseSigningKey(GO_SIGNER)
    expect(bytesToHex(keyId(key))).toBe('c74f20a3')
    expect(formatVerifierKey(key)).toBe(GO_VERIFIER)
    expect(formatSigningKey(key)).toBe(GO_SIGNER)
    expect(signNote(GO_TEXT, key)).toBe(`${GO_TEXT}\n${GO_LINE}`)
    expect(openNote(`${GO_TEXT}\n${GO_LINE}`, parseVerifierKey(GO_VERIFIER))).toBe(GO_TEXT)
  })

  test('a signature of another key is passed over, a bad one of the known key is not', () => {
    const other = signingKeyFrom('witness.example', new Uint8Array(32).fill(7))
    const known = parseVerifierKey(GO_VERIFIER)
    const theirs = signNote(GO_TEXT, other).slice(GO_TEXT.length + 1)
    expect(openNote(`${GO_TEXT}\n${theirs}${GO_LINE}`, known)).toBe(GO_TEXT)
    expect(openNote(`${GO_TEXT}\n${theirs}`, known)).toBeUndefined()
    expect(openNote(`${GO_TEXT}\n${GO_LINE}`.replace('problem is', 'trouble is'), known)).toBeUndefined()
  })

  test('a second key signs the same text, and each opens it', () => {
    const first = parseSigningKey(GO_SIGNER)
    const second = signingKeyFrom('PeterNeumann', new Uint8Array(32).fill(7))
    const note = cosignNote(signNote(GO_TEXT, first), second)
    expect(note.startsWith(`${GO_TEXT}\n${GO_LINE}`)).toBe(true)
    for (const key of [first, second]) expect(openNote(note, key)).toBe(GO_TEXT)
    expect(openNote(note, signingKeyFrom('PeterNeumann', new Uint8Array(32).fill(8)))).toBeUndefined()
    expect(() => cosignNote(GO_TEXT, second)).toThrow('not a signed note')
  })

  test.each(['', 'no newline', 'a\u0007b\n', 'tab\there\n'])('cannot hold %j', (text) => {
    expect(() => signNote(text, parseSigningKey(GO_SIGNER))).toThrow('a note is text')
  })

  test('any shortened or changed key is refused, without repeating it', () => {
    for (const [text, parse] of [
      [GO_SIGNER, parseSigningKey],
      [GO_VERIFIER, parseVerifierKey],
    ] as const)
      for (let at = 0; at < text.length; at += 1) {
        const next = String.fromCharCode(text.charCodeAt(at) + 1)
        expect(() => parse(text.slice(0, at))).toThrow()
        expect(() => parse(text.slice(0, at) + next + text.slice(at + 1))).toThrow()
      }
    expect(() => parseSigningKey(`${GO_SIGNER}x`)).toThrow(expect.not.stringContaining('AYEKFALV'))
  })

  test.each(['', 'two words', 'a+b'])('%j cannot name a key', (name) => {
    expect(() => signingKeyFrom(name, new Uint8Array(32))).toThrow('cannot name a key')
  })
})

/** RFC 8032 section 7.1: [seed, public key, message, signature] */
const ED25519 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

describe('Ed25519, RFC 8032 section 7.1', () => {
  test.each(ED25519)('public key of seed %s', (seed, publicKey) => {
    expect(bytesToHex(signingKeyFrom('k', hexToBytes(seed)).publicKey)).toBe(publicKey)
  })
  test.each(ED25519)('the library under the notes signs as the RFC: seed %s', async (seed, _, message, signature) => {
    const { ed25519 } = await import('@noble/curves/ed25519.js')
    expect(bytesToHex(ed25519.sign(hexToBytes(message), hexToBytes(seed)))).toBe(signature)
  })
})

describe('checkpoints', () => {
  // the example of the C2SP tlog-checkpoint page
  const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  test('the published example reads and is written back', () => {
    const head = parseCheckpoint(TEXT)
    expect(head).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] })
    expect(toBase64(head.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=')
    expect(formatCheckpoint(head)).toBe(TEXT)
  })

  test.each([
    ['no newline at the end', TEXT.slice(0, -1)],
    ['an empty extension', `${TEXT}\n`],
    ['no origin', TEXT.replace('example.com/behind-the-sofa', '')],
    ['a leading zero', TEXT.replace('20852163', '020852163')],
    ['a negative size', TEXT.replace('20852163', '-1')],
    ['a size beyond counting', TEXT.replace('20852163', '9999999999999999')],
    ['a short root', TEXT.replace('CsUYapGG', 'CsUY')],
    ['another spelling of the root', TEXT.replace('q2I=', 'q2J=')],
    ['two lines', 'origin\n1\n'],
  ])('refuses %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ name: 'BadInput' }))
  })

  test('what was signed reads back; any changed byte does not', () => {
    const key = signingKeyFrom('log.example', new Uint8Array(32).fill(1))
    const note = signNote(
      formatCheckpoint({ origin: 'o', size: 3, root: new Uint8Array(32), extensions: ['x y'] }),
      key,
    )
    expect(parseCheckpoint(openNote(note, key)!)).toMatchObject({ origin: 'o', size: 3, extensions: ['x y'] })
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (at, code) => {
        const changed = note.slice(0, at) + String.fromCharCode(code) + note.slice(at + 1)
        fc.pre(changed !== note)
        let opened: string | undefined
        try {
          opened = openNote(changed, key)
        } catch {
          opened = undefined
        }
        expect(opened).toBeUndefined()
      }),
    )
  })
})
