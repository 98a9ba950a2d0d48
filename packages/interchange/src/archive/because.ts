import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'archived-not-event': { zh: '不是事件', en: 'not an event' },
  'file-missing': { zh: '没有此文件', en: 'no such file' },
  'file-not-allowed': { zh: '无权读取', en: 'no permission to read it' },
  'file-links-circular': { zh: '链接互相指向，形成循环', en: 'its links go round in a circle' },
  'file-name-too-long': { zh: '文件名过长', en: 'the name is too long' },
  'file-not-regular': { zh: '不是普通文件', en: 'is not a regular file' },
  'changed-while-archived': { zh: '归档期间被更改', en: 'changed while it was being archived' },
  'folder-not-file': { zh: '是文件夹，不是文件', en: 'is a directory, not a file' },
  'events-out-of-order': {
    zh: '事件须按 seq 排列，此处为 {{seq}}',
    en: 'events come in the order of seq, this has {{seq}}',
  },
  'key-file-lines': { zh: '公钥文件中不止一行密钥', en: 'more or other lines than one key' },
  'folder-not-writable': { zh: '不是可写的文件夹', en: 'no folder that can be written to' },
  'checkpoint-of-other-log': {
    zh: '不是由此密钥签名的本日志检查点',
    en: 'is not a checkpoint of this log signed by this key',
  },
  'not-zip-archive': { zh: '不是 zip 文件，因而不是归档', en: 'is not a zip file, so not an archive' },
  'not-public-key': { zh: '不是 Ed25519 公钥', en: 'is not an Ed25519 public key' },
  'not-signing-key': { zh: '不是 Ed25519 签名密钥', en: 'is not an Ed25519 signing key' },
  'not-signed-by-key': { zh: '不是由此密钥签名', en: 'is not signed by this key' },
  'key-not-kept-here': {
    zh: '签名密钥无法保存在此处，请以 --key 指定',
    en: 'the signing key cannot be kept here; give one with --key',
  },
  'standard-not-in-archive': {
    zh: '归档中没有作出决定时所依据的标准 {{name}}',
    en: 'the standard {{name}} it was decided under is not in the archive',
  },
})
