import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'csv-quote-not-closed': { zh: '引号没有闭合', en: 'a quotation mark is opened and never closed' },
  'csv-line-too-long': { zh: '有一行超过 1 MiB', en: 'a line is longer than 1 MiB' },
  'csv-quote-inside-quoted': { zh: '带引号的字段内另有引号', en: 'a quotation mark stands inside a quoted field' },
  'csv-quote-inside': { zh: '字段内有引号', en: 'a quotation mark stands inside a field' },
  'not-csv': { zh: '不是 CSV 文件', en: 'is not a CSV file' },
  'list-file-missing': { zh: '没有此文件', en: 'there is no such file' },
  'list-not-allowed': { zh: '无权读取', en: 'may not be read (no permission)' },
  'un-doctype': {
    zh: '含有文档类型声明，联合国名单并无此内容',
    en: 'has a document type declaration, which the UN list has not',
  },
  'xml-not-well-formed': { zh: '不是格式良好的 XML（{{message}}）', en: 'is not well-formed XML: {{message}}' },
  'un-begins-otherwise': {
    zh: '以 {{name}} 开头，而联合国名单以 CONSOLIDATED_LIST 开头',
    en: 'begins with {{name}}; the UN list begins with CONSOLIDATED_LIST',
  },
  'xml-too-deep': { zh: '嵌套超过 {{most}} 层', en: 'is nested more than {{most}} deep' },
  'xml-text-too-long': { zh: '有一段文字超过 256 KiB', en: 'has a text longer than 256 KiB' },
  'un-entry-without-name': { zh: '有条目缺少编号或名称', en: 'an entry has no reference number or no name' },
  'cell-longer': { zh: '超过 {{most}} 个字符', en: 'is longer than {{most}} characters' },
  'party-without-name': { zh: '没有名称', en: 'holds no name' },
  'party-twice': { zh: '{{name}} 已在第 {{line}} 行', en: '{{name}} stands on line {{line}} already' },
  'party-without-reason': { zh: '{{name}} 没有写明原因', en: '{{name}} is listed without a reason' },
  'country-not-two-letters': { zh: '{{country}} 不是两字母代码', en: '{{country}} is not a code of two letters' },
  'list-is-directory': { zh: '是文件夹，不是文件', en: 'is a directory, not a file' },
  'list-file-empty': { zh: '文件为空', en: 'is empty' },
  'fields-above-header': {
    zh: '有 {{fields}} 个字段，而表头有 {{header}} 个',
    en: 'has {{fields}} fields, the header has {{header}}',
  },
  'list-without-names': { zh: '其中没有名称', en: 'holds no names' },
  'no-names-to-screen': { zh: '其中没有可筛查的名称', en: 'holds no names to screen' },
  'list-too-large': {
    zh: '超过 {{largest}} MiB，名单不会如此之大',
    en: 'is larger than {{largest}} MiB, which no list is',
  },
  'list-line-fields': {
    zh: '{{which}}.CSV 每行应有 {{columns}} 个字段且首项为编号，此行有 {{fields}} 个',
    en: 'a line of {{which}}.CSV has {{columns}} fields, a number first; this has {{fields}}',
  },
  'no-known-list': {
    zh: '不是可识别的名单：请上传 OFAC 的 SDN.CSV 或 ALT.CSV、联合国综合名单 XML 的原文件，或含“名称”“原因”两列的自有 CSV',
    en: "is not a list known here: OFAC's SDN.CSV or ALT.CSV, or the UN consolidated XML, as published, or a CSV of your own with the columns name and reason",
  },
  'list-not-text': { zh: '不是文本文件', en: 'is not a text file' },
  'not-un-list': { zh: '不是联合国综合名单', en: 'is not the UN consolidated list' },
  'not-utf-8': { zh: '不是 UTF-8 编码', en: 'is not UTF-8' },
  'own-list-twice': {
    zh: '是第二份自有名单，请把全部主体合并到一份',
    en: 'is a second file of your own list; put all its parties into one',
  },
})
