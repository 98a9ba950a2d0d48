import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'workbook-encrypted': {
    zh: '工作簿已加密，请用密码打开后另存为不加密的 .xlsx',
    en: 'the workbook is encrypted; open it with its password and save it as .xlsx without one',
  },
  'workbook-with-password': {
    zh: '工作簿已加密，请另存为不加密的文件',
    en: 'the workbook is encrypted; save it without a password',
  },
  'list-is-xls': {
    zh: '文件是旧版 .xls 工作簿，请打开后另存为 .xlsx',
    en: 'the file is an old .xls workbook; open it and save it as .xlsx',
  },
  'workbook-doctype': {
    zh: '工作簿含有文档类型声明，正常工作簿并不需要，已拒收',
    en: 'the workbook holds a document type declaration, which no workbook needs; refused',
  },
  'workbook-xml': {
    zh: '工作簿已损坏（{{message}}），请重新存为 .xlsx',
    en: 'the workbook is damaged: {{message}}; save it again as .xlsx',
  },
  'workbook-stretch': {
    zh: '工作簿有 {{bytes}} 字节不含任何标记，请重新存为 .xlsx',
    en: 'the workbook has {{bytes}} bytes without a tag; save it again as .xlsx',
  },
  'workbook-files-too-many': {
    zh: '工作簿含 {{files}} 个文件，超过 {{most}} 个，请只保存这一张工作表',
    en: 'the workbook holds {{files}} files, more than {{most}}; save the sheet alone',
  },
  'workbook-part-too-large': {
    zh: '{{name}} 解压后为 {{bytes}} 字节，超过 {{most}} 字节，请把清单存为 .csv',
    en: '{{name}} unpacks to {{bytes}} bytes, more than {{most}}; save the list as .csv',
  },
  'workbook-zip-bomb': {
    zh: '{{name}} 解压后为原大小的 {{times}} 倍，形似压缩炸弹，请把清单存为 .csv',
    en: '{{name}} unpacks to {{times}} times its size, as a zip bomb does; save the list as .csv',
  },
  'no-visible-sheet': {
    zh: '工作簿没有可见的工作表，请显示要读取的工作表',
    en: 'the workbook has no visible sheet; show the one to read',
  },
  'no-such-sheet': {
    zh: '没有工作表“{{wanted}}”，现有 {{sheets}}',
    en: 'there is no sheet "{{wanted}}"; the sheets are {{sheets}}',
  },
  'cell-too-long': {
    zh: '单元格超过 {{cellCharacters}} 个字符，请缩短',
    en: 'a cell has more than {{cellCharacters}} characters; shorten it',
  },
  'list-without-rows': { zh: '文件没有任何行，请填写清单', en: 'the file has no rows; fill in the list' },
  'list-is-binary': {
    zh: '文件是二进制数据，不是清单；请存为 .csv 或 .xlsx',
    en: 'the file holds binary data, not a list; save the list as .csv or .xlsx',
  },
  'list-is-numbers': {
    zh: '文件是 Numbers 表格，请导出为 .xlsx',
    en: 'the file is a Numbers list; export it as .xlsx',
  },
  'list-is-web-page': {
    zh: '文件是网页或 XML，不是清单；请用电子表格打开后再处理：{{remedy}}',
    en: 'the file is a web page or XML, not a list; open it in a spreadsheet and {{remedy}}',
  },
  'list-is-zip': {
    zh: '文件是 zip 压缩包，不是工作簿；请解压后上传其中的清单',
    en: 'the file is a zip archive, not a workbook; unpack it and give the list inside',
  },
  'zip-empty': {
    zh: '文件是空的 zip 压缩包，不是清单；{{remedy}}',
    en: 'the file is an empty zip archive, not a list; {{remedy}}',
  },
  'list-is-opendocument': {
    zh: '文件是 OpenDocument 表格，请存为 .xlsx',
    en: 'the file is an OpenDocument list; save it as .xlsx',
  },
  'list-is-xlsb': { zh: '文件是 .xlsb 工作簿，请存为 .xlsx', en: 'the file is an .xlsb workbook; save it as .xlsx' },
  'list-empty': { zh: '文件为空，请重新导出清单', en: 'the file is empty; export the list again' },
  'no-sheet-in-text': {
    zh: '文件不是工作簿，没有工作表“{{sheet}}”，请勿指定工作表',
    en: 'the file is no workbook, so it has no sheet "{{sheet}}"; leave --sheet out',
  },
  'not-a-list': { zh: '文件是{{known}}，不是清单；{{remedy}}', en: 'the file is {{known}}, not a list; {{remedy}}' },
  'list-not-readable': {
    zh: '无权读取此文件，请申请权限或另存一份',
    en: 'the file may not be read; ask for permission or copy it',
  },
  'list-header-only': {
    zh: '只有表头而没有数据行，请填写清单',
    en: 'there is a header and no rows below it; fill in the list',
  },
  'no-supplier-column': {
    zh: '没有可识别的供应商名称列，请将该列的表头改为“供应商名称”（现有列为 {{names}}）',
    en: "no column looks like a supplier's name; call that column supplier name (the columns are {{names}})",
  },
  'no-title-column': {
    zh: '没有可识别的标题列，请指定标题列（现有列为 {{names}}）',
    en: 'no column looks like a title; say which one it is (the columns are {{names}})',
  },
  'no-such-column': {
    zh: '没有列“{{header}}”，现有列为 {{names}}',
    en: 'there is no column "{{header}}"; the columns are {{names}}',
  },
  'no-such-field': {
    zh: '没有字段“{{field}}”，现有字段为 {{fields}}',
    en: '"{{field}}" is no field; the fields are {{fields}}',
  },
  'no-such-file': { zh: '没有此文件，请核对文件名', en: 'there is no such file; check the name' },
  'workbook-part-damaged': {
    zh: '工作簿的 {{name}} 无法解压，请重新存为 .xlsx',
    en: '{{name}} of the workbook cannot be unpacked; save it again as .xlsx',
  },
  'record-not-readable': {
    zh: '第 {{record}} 条无法读取（{{message}}）',
    en: 'record {{record}} cannot be read: {{message}}',
  },
  'columns-too-many': {
    zh: '第 {{record}} 条有 {{row}} 列，超过 {{columns}} 列，请检查分隔符',
    en: 'record {{record}} has {{row}} columns, more than {{columns}}; check the delimiter',
  },
  'record-too-long': {
    zh: '第 {{record}} 条超过 {{recordCharacters}} 个字符，可能引号未闭合或文件没有换行',
    en: 'record {{record}} is longer than {{recordCharacters}} characters; a quote may be left open there, or the file has no line breaks',
  },
  'quote-not-closed': {
    zh: '第 {{record}} 条（含表头）的引号没有闭合，请补上或写成两个引号',
    en: 'record {{record}} (the header counted) opens a quote that never closes; close it or double it',
  },
  'sheet-columns-too-many': {
    zh: '工作表超过 {{columns}} 列，请删除不用的列',
    en: 'the sheet has more than {{columns}} columns; delete the unused ones',
  },
  'list-is-folder': {
    zh: '这是文件夹，请指明其中的 .csv 或 .xlsx 文件',
    en: 'this is a folder; name the .csv or .xlsx file in it',
  },
  'list-not-regular': {
    zh: '这不是普通文件，请先把清单存为文件',
    en: 'this is not a regular file; save the list as a file first',
  },
  'workbook-without-rows': { zh: '工作簿没有任何行，请填写清单', en: 'the workbook has no rows; fill in the list' },
  'workbook-part-missing': {
    zh: '工作簿缺少 {{name}}，请重新存为 .xlsx',
    en: 'the workbook has no {{name}}; save it again as .xlsx',
  },
  'workbook-cut-short': {
    zh: '工作簿已损坏或不完整，请重新存为 .xlsx',
    en: 'the workbook is damaged or cut short; save it again as .xlsx',
  },
  'workbook-damaged': { zh: '工作簿已损坏，请重新存为 .xlsx', en: 'the workbook is damaged; save it again as .xlsx' },
  'workbook-text-too-long': {
    zh: '工作簿的文字超过 {{sharedCharacters}} 个字符，请把清单存为 .csv',
    en: 'the workbook shares more than {{sharedCharacters}} characters of text; save the list as .csv',
  },
})
