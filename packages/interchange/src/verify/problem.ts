import type { Text } from '@haixuan/domain/kernel/errors'

/** Something in an archive that is not as it was signed: what kind, which file or event, and the words for it. */
export type Problem = { readonly code: string; readonly where: string; readonly what: Text }

const TEXTS = {
  'zip.form': { zh: '压缩包外壳被改动或重新打包', en: 'the zip around the files was changed or packed anew' },
  'zip.duplicate': { zh: '同名文件出现多次', en: 'a file of this name is there more than once' },
  'zip.unreadable': { zh: '文件内容无法读出', en: 'the bytes of the file cannot be read' },
  'file.missing': { zh: '文件缺失', en: 'the file is missing' },
  'file.added': { zh: '文件不属于本归档', en: 'the file does not belong to the archive' },
  'file.changed': { zh: '文件内容被改动', en: 'the file was changed' },
  'file.renamed': { zh: '文件被改名', en: 'the file was renamed' },
  'file.reordered': { zh: '文件次序被调换', en: 'the file is not in its place' },
  'manifest.changed': { zh: '清单与签名的检查点不符', en: 'the manifest is not the one the checkpoint was signed for' },
  'manifest.unreadable': { zh: '清单无法读取', en: 'the manifest cannot be read' },
  'checkpoint.unreadable': { zh: '检查点无法读取', en: 'the checkpoint cannot be read' },
  'checkpoint.signature': { zh: '检查点签名无效', en: 'the signature of the checkpoint does not hold' },
  'key.unreadable': { zh: '公钥无法读取', en: 'the public key cannot be read' },
  'key.other': { zh: '不是指定公钥签发', en: 'signed by another key than the one asked for' },
  'rules.unreadable': { zh: '规则不是规范 JSON', en: 'the rules are not canonical JSON' },
  'log.size': { zh: '事件数与签名的检查点不符', en: 'the number of events is not the signed one' },
  'log.root': { zh: '根哈希与签名的检查点不符', en: 'the root of the events is not the signed one' },
  'event.changed': { zh: '事件被改动', en: 'the event was changed' },
  'event.missing': { zh: '事件缺失', en: 'the event is missing' },
  'event.added': { zh: '事件不属于本日志', en: 'the event does not belong to the log' },
  'event.moved': { zh: '事件次序被调换', en: 'the event is not in its place' },
  'event.unreadable': { zh: '事件无法读取', en: 'the event cannot be read' },
  'event.numbered': { zh: '事件序号不对', en: 'the event does not carry the number of its place' },
  'proof.missing': { zh: '缺少存在证明', en: 'the proof of inclusion is missing' },
  'proof.wrong': { zh: '证明不成立', en: 'the proof does not hold' },
  'evidence.unlisted': { zh: '证据未列入索引', en: 'the evidence is not in the index' },
  'evidence.misnamed': { zh: '证据与索引不符', en: 'the evidence is not what the index says' },
  'evidence.unreadable': { zh: '证据索引无法读取', en: 'the index of evidence cannot be read' },
  'disclosure.wrong': { zh: '公开的字段值与承诺值不符', en: 'the value shown does not open its commitment' },
  'replay.failed': { zh: '决定无法重演', en: 'the decision cannot be re-run' },
  'problems.more': { zh: '问题过多，其余未列', en: 'there are more problems than are listed' },
} satisfies Record<string, Text>
export type ProblemCode = keyof typeof TEXTS

/** @param detail added to the words in both languages: a name, a message */
export function problem(code: ProblemCode, where: string, detail?: string): Problem {
  const { zh, en } = TEXTS[code]
  return { code, where, what: detail ? { zh: `${zh}：${detail}`, en: `${en}: ${detail}` } : { zh, en } }
}

const MOST = 500

/** Problems in the order they are found; beyond 500 only that there are more. */
export class Problems {
  readonly #list: Problem[] = []
  add(code: ProblemCode, where: string, detail?: string) {
    this.put(problem(code, where, detail))
  }
  put(one: Problem) {
    if (this.#list.length < MOST) this.#list.push(one)
    else if (this.#list.length === MOST) this.#list.push(problem('problems.more', 'archive'))
  }
  get list(): readonly Problem[] {
    return this.#list
  }
}
