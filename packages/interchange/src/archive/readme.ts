export type ReadmeLanguage = 'zh' | 'en'

/** Checks files, events and root with Python 3 alone; shown in the README, run in the unpacked folder. */
const PYTHON = `import base64, bisect, hashlib, json, os
h = lambda b: hashlib.sha256(b).digest()
note = open('checkpoint.txt', encoding='utf-8').read().split('\\n')
manifest = open('manifest.json', 'rb').read()
assert 'manifest sha256:' + h(manifest).hex() in note[3:], 'manifest.json'
for f in json.loads(manifest)['files']:
    data = open(f['path'], 'rb').read()
    assert len(data) == f['size'] and h(data).hex() == f['sha256'], f['path']
events = open('events.jsonl', 'rb').read().split(b'\\n')[:-1] if os.path.exists('events.jsonl') else []
leaves = level = [h(b'\\0' + e) for e in events]
assert len(level) == int(note[1]), 'number of events'
while len(level) > 1:
    level = [h(b'\\1' + level[i] + level[i + 1]) if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
assert base64.b64encode(level[0] if level else h(b'')).decode() == note[2], 'root'
if os.path.exists('proofs/log-checkpoint.txt'):
    log = open('proofs/log-checkpoint.txt', encoding='utf-8').read().split('\\n')
    seqs = [json.loads(e)['seq'] for e in events]
    rest = [bytes.fromhex(x) for x in open('proofs/log.txt').read().split()] if os.path.exists('proofs/log.txt') else []
    def root(a, b, i, j):
        if i == j: return rest.pop(0)
        if b - a == 1: return leaves[i]
        m = a + (1 << ((b - a - 1).bit_length() - 1))
        k = bisect.bisect_left(seqs, m, i, j)
        return h(b'\\1' + root(a, m, i, k) + root(m, b, k, j))
    assert base64.b64encode(root(0, int(log[1]), 0, len(seqs))).decode() == log[2] and not rest, 'log'
print('ok')`

/** Checks the signature with OpenSSL 3 alone. */
const OPENSSL = `sed '/^$/,$d' checkpoint.txt > note.txt
sed '1,/^$/d' checkpoint.txt | cut -d' ' -f3 | base64 -d | tail -c 64 > note.sig
sed 1d public-key.txt > key.pem
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in note.txt -sigfile note.sig`

const indent = (text: string) => text.replaceAll(/^/gm, '    ')

const TEXTS: Record<ReadmeLanguage, string> = {
  zh: `海选归档包
==========

本包记录一次选品的全部决定，以及所依据的事实、证据和规则。任何人都能离线核验：内容若有改动、缺失、增添、
调换或替换，都会被发现并指明。

一、用海选核验
    haixuan verify archive.zip --key 公钥文件
公钥请向签发方另行索取，不要只信包内的 public-key.txt：包内公钥只能证明内容与签名一致，不能证明是谁签的。

二、不用海选也能核验（先解压到一个空文件夹）
1. 文件、事件与根哈希（Python 3）：
${indent(PYTHON)}
2. 签名（OpenSSL 3）：
${indent(OPENSSL)}
3. 将 public-key.txt 第一行与签发方提供的公钥比对。

三、内容
    events.jsonl              每行一个事件（RFC 8785 规范 JSON），按发生次序
    rules.json                所用规则
    evidence/                 证据原件，以 SHA-256 命名；evidence.jsonl 列出原名、类型与大小
    disclosures.jsonl         公开的字段值与盐；事件中只存承诺值，未公开的仍可核验
    report.pdf                报告
    proofs/leaves.txt         每个事件的叶哈希（RFC 9162）
    proofs/inclusion.jsonl    每个决定的存在证明
    proofs/consistency.jsonl  与此前检查点的一致性证明
    proofs/log-checkpoint.txt 若事件只是某日志的一部分：该日志的签名检查点；事件序号即其在该日志中的位置
    proofs/log.txt            证明这些事件都在该日志中的哈希
    manifest.json             其余各文件的大小与 SHA-256
    checkpoint.txt            签名的检查点：事件数、根哈希、manifest.json 的哈希
没有内容的文件不出现。
`,
  en: `Haixuan archive
===============

This file holds every decision of one product selection with the facts, evidence and rules behind it. Anyone
can verify it offline: whatever was changed, left out, added, reordered or replaced is found and named.

1. Verify with Haixuan
    haixuan verify archive.zip --key PUBLIC-KEY-FILE
Get the public key from the issuer by another way. The public-key.txt in here proves that content and signature
fit together, not who signed.

2. Verify without Haixuan (unpack into an empty folder first)
a. Files, events and root, with Python 3:
${indent(PYTHON)}
b. The signature, with OpenSSL 3:
${indent(OPENSSL)}
c. Compare the first line of public-key.txt with the key the issuer gave you.

3. What is in here
    events.jsonl              one event a line (canonical JSON, RFC 8785), in the order they happened
    rules.json                the rules used
    evidence/                 the evidence, named by SHA-256; evidence.jsonl lists names, types and sizes
    disclosures.jsonl         values and salts of fields shown; events hold commitments, so fields kept back verify too
    report.pdf                the report
    proofs/leaves.txt         the leaf hash of every event (RFC 9162)
    proofs/inclusion.jsonl    proof of inclusion for every decision
    proofs/consistency.jsonl  proof of consistency with checkpoints given out before
    proofs/log-checkpoint.txt when the events are a part of a larger log: its signed checkpoint; seq is the place in it
    proofs/log.txt            the hashes that prove these events to be in that log
    manifest.json             size and SHA-256 of every other file
    checkpoint.txt            signed checkpoint: number of events, root, hash of manifest.json
Files without content are not there.
`,
}

/** README.txt in the given languages, in their order. */
export const readme = (languages: readonly ReadmeLanguage[]): string =>
  languages.map((language) => TEXTS[language]).join('\n\n')
