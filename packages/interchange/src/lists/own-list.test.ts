import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readLists } from './list-files.ts'
import { type BadRow, ownListTemplate } from './own-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'own-list-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (content: string | Uint8Array) => {
  const path = join(folder, '黑名单.csv')
  writeFileSync(path, content)
  return path
}
const refused = async (content: string) => {
  const error = await readLists([file(content)]).catch((e: unknown) => e as BadRow)
  const { place, field, remedy } = error as BadRow
  return [place?.replace(`${folder}/`, ''), field, remedy]
}

describe("an organisation's own list", () => {
  it('is read from the template once it is filled in, in either language', async () => {
    const filled = async (language: 'zh' | 'en', row: string) =>
      (await readLists([file(`${ownListTemplate(language)}${row}\r\n`)])).entries
    const first = await filled('zh', '示例贸易有限公司,"Shili Trading Co., Ltd.; 示例商贸",cn,售假两次')
    const second = await filled('en', 'Example GmbH,,,"did not deliver, twice"')
    expect(first).toEqual([
      {
        list: 'own-blocked',
        id: '示例贸易有限公司',
        names: ['示例贸易有限公司', 'Shili Trading Co., Ltd.', '示例商贸'],
        country: 'CN',
        reason: '售假两次',
      },
    ])
    expect(second).toEqual([
      { list: 'own-blocked', id: 'Example GmbH', names: ['Example GmbH'], reason: 'did not deliver, twice' },
    ])
  })

  it('may be as Chinese spreadsheets save it (GB 18030), or with semicolons as German ones do', async () => {
    // 名称,原因 / 示例,假 in GBK, by the code table of GB 18030
    const gbk = [
      [0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd4, 0xad, 0xd2, 0xf2, 0x0d, 0x0a],
      [0xca, 0xbe, 0xc0, 0xfd, 0x2c, 0xbc, 0xd9, 0x0d, 0x0a],
    ].flat()
    expect((await readLists([file(Uint8Array.from(gbk))])).entries).toMatchObject([{ id: '示例', reason: '假' }])
    // letters of no code page that is known: ü of Windows-1252
    const ansi = Uint8Array.from([...'name,reason\nM'].map((c) => c.charCodeAt(0)).concat(0xfc, 0x2c, 0x78, 0x0a))
    expect(await readLists([file(ansi)]).catch((e) => (e as BadRow).remedy?.zh)).toContain('CSV UTF-8')
    const { entries } = await readLists([file('name;alias;country;reason\r\nÖ AG;A|B;de;x\r\n')])
    expect(entries).toMatchObject([{ names: ['Ö AG', 'A', 'B'], country: 'DE' }])
  })

  it('says of the first row that is wrong where, which field, and what to do', async () => {
    const head = '名称,别名,国家,原因'
    expect(await refused(`${head}\n甲公司,,,售假\n乙公司,,,\n`)).toEqual([
      '黑名单.csv:3',
      '原因',
      { zh: '请写明为何不与其合作', en: 'Say why it is not dealt with' },
    ])
    expect((await refused(`${head}\n,别称,,售假\n`)).slice(0, 2)).toEqual(['黑名单.csv:2', '名称'])
    expect((await refused(`${head}\n甲,,中国,售假\n`)).slice(0, 2)).toEqual(['黑名单.csv:2', '国家'])
    expect(await refused(`${head}\nA Co.,,,x\nB,,,x\n"a, co",,,y\n`)).toEqual([
      '黑名单.csv:4',
      '名称',
      { zh: '请与第 2 行合并为一行，别名之间用 ; 分隔', en: 'Make one row of it and line 2, aliases with ; between' },
    ])
    expect((await refused(`${head}\nA, Ltd.,,CN,售假\n`))[0]).toBe('黑名单.csv:2')
    expect(await readLists([file(ownListTemplate('zh'))]).catch((e) => String(e))).toContain('holds no names')
  })
})
