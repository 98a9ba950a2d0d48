import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { afterAll, describe, expect, it } from 'vitest'
import { readLists, sniffList } from './list-files.ts'
import { readNames } from './names-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'lists-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const file = (content: string | Uint8Array, name = `${++count}.txt`) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

// In the published form, with made-up parties.
const SDN = [
  '36,"KORVALEN, Dimitra",individual,"TESTLAND",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 01 Jan 1960; a.k.a. \'DK\'."',
  '173,"ZEPHYRINE ""STAR"" CO., LTD.",-0- ,"TESTLAND",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '306,"MISTRAL QUEEN","vessel","TESTLAND",-0- ,"ABCD",Bulk Cargo,9999,8888,Panama,-0- ,-0- ',
  '\u001a',
].join('\r\n')
const ALT = ['36,12,"aka","KORVALEN, Dimi",-0- ', '173,57,"fka","ZEPHYR TRADING",-0- ', '\u001a'].join('\r\n')
const UN = `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS><INDIVIDUAL>
<DATAID>1</DATAID><FIRST_NAME>ADA</FIRST_NAME><SECOND_NAME>OF &amp; TEST</SECOND_NAME><UN_LIST_TYPE>TEST</UN_LIST_TYPE>
<REFERENCE_NUMBER>TEi.001</REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>Ада</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ada One; Ada Two</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>TEST FRONT</FIRST_NAME>
<REFERENCE_NUMBER>TEe.002</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>`

const refused = async (path: string) => {
  try {
    await readLists([path])
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput)
    expect((error as Error).message).not.toContain('\n')
    return (error as Error).message.replaceAll(folder, '')
  }
  return 'read'
}

describe('published forms', () => {
  it('OFAC: parties with their aliases, whichever file comes first; -0- is nothing, 0x1A the end', async () => {
    const sdn = file(SDN, 'SDN.CSV')
    const alt = file(ALT, 'ALT.CSV')
    const { entries, files } = await readLists([alt, sdn])
    expect(files.map((f) => [f.form, f.names])).toEqual([
      ['ofac-sdn', 3],
      ['ofac-alt', 2],
    ])
    expect(entries).toEqual([
      {
        list: 'ofac-sdn',
        id: '36',
        names: ['KORVALEN, Dimitra', 'KORVALEN, Dimi'],
        kind: 'person',
        programme: 'TESTLAND',
      },
      {
        list: 'ofac-sdn',
        id: '173',
        names: ['ZEPHYRINE "STAR" CO., LTD.', 'ZEPHYR TRADING'],
        kind: 'entity',
        programme: 'TESTLAND',
      },
      { list: 'ofac-sdn', id: '306', names: ['MISTRAL QUEEN'], kind: 'vessel', programme: 'TESTLAND' },
    ])
  })
  it('UN: names of parts, original script, each alias; entities of XML itself are read', async () => {
    const { entries, files } = await readLists([file(UN)])
    expect(files[0]).toMatchObject({ form: 'un-consolidated', date: '2026-02-27', names: 5 })
    expect(entries).toEqual([
      {
        list: 'un-consolidated',
        id: 'TEi.001',
        names: ['ADA OF & TEST', 'Ада', 'Ada One', 'Ada Two'],
        kind: 'person',
        programme: 'TEST',
      },
      { list: 'un-consolidated', id: 'TEe.002', names: ['TEST FRONT'], kind: 'entity' },
    ])
  })
  it('are told by how they begin, with a byte order mark or without', async () => {
    expect(await sniffList(file(`\ufeff${UN}`))).toBe('un-consolidated')
    expect(await sniffList(file(`\ufeff${SDN}`))).toBe('ofac-sdn')
    expect((await readLists([file(`\ufeff${SDN}`)])).entries).toHaveLength(3)
  })
  it('older encodings are read', async () => {
    const latin1 = file(Buffer.from(SDN.replace('KORVALEN', 'KÖRVALÉN'), 'latin1'))
    expect((await readLists([latin1])).entries[0]?.names).toEqual(['KÖRVALÉN, Dimitra'])
  })
})

describe('bad files give one line', () => {
  it.each([
    ['empty', '', /is empty/],
    ['another CSV', 'name,price\nsoap,1\n', /is not a list known here/],
    ['another XML', '<rss><channel/></rss>', /line 1: begins with rss/],
    ['a broken XML', UN.replace('</INDIVIDUALS>', ''), /not well-formed XML/],
    ['a cut XML', UN.slice(0, 600), /not well-formed XML/],
    [
      'a document type',
      UN.replace('<CONS', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><CONS').replace('ADA', '&b;'),
      /document type declaration/,
    ],
    ['an entity of its own', UN.replace('ADA', '&lol;'), /not well-formed XML/],
    [
      'a quote never closed',
      `${SDN.replace('\u001a', '')}\n400,"NEVER,individual,"X",-0- ,-0- `.replace('"X"', 'X'),
      /quotation mark is opened and never closed/,
    ],
    ['a line with fewer fields', SDN.replace('\u001a', '400,"A"\r\n'), /line 4: a line of SDN.CSV has 12 fields/],
    ['too long a line', SDN.replace('KORVALEN', 'K'.repeat(2_000_000)), /longer than 1 MiB|is not a list/],
    ['binary', Buffer.concat([Buffer.from(SDN), Buffer.from([0, 1, 2])]), /is not a text file/],
  ])('%s', async (_, content, message) => {
    expect(await refused(file(content))).toMatch(message)
  })
  it('a directory, and no file at all', async () => {
    expect(await refused(folder)).toMatch(/is a directory/)
    expect(await refused(join(folder, 'none'))).toMatch(/there is no such file/)
  })
  it('a text that is nested too deep', async () => {
    expect(await refused(file(`<CONSOLIDATED_LIST>${'<a>'.repeat(40)}`))).toMatch(/nested more than 32 deep/)
  })
})

describe('names to screen', () => {
  const names = async (content: string | Uint8Array) => {
    const found = []
    for await (const { row, name } of readNames(file(content))) found.push([row, name])
    return found
  }
  it.each([
    [
      'one a line, commas and all',
      'Acme Co., Ltd.\n\nDimi Korvalen\n',
      [
        [1, 'Acme Co., Ltd.'],
        [2, 'Dimi Korvalen'],
      ],
    ],
    [
      'a column called name',
      'id,Name,country\n1,"Acme Co., Ltd.",CN\n2,Dimi,GR\n',
      [
        [2, 'Acme Co., Ltd.'],
        [3, 'Dimi'],
      ],
    ],
    ['a column called 供应商名称, by semicolons', '编号;供应商名称\n1;杭州启明有限公司\n', [[2, '杭州启明有限公司']]],
    ['a header and one name a line', 'supplier_name\nAcme Co., Ltd.\n', [[2, 'Acme Co., Ltd.']]],
    [
      'quoted names without a header',
      '"Acme Co., Ltd."\n"Dimi"\n',
      [
        [1, 'Acme Co., Ltd.'],
        [2, 'Dimi'],
      ],
    ],
    [
      'tabs',
      'Acme\tCN\nDimi\tGR\n',
      [
        [1, 'Acme'],
        [2, 'Dimi'],
      ],
    ],
    ['a byte order mark', '\ufeffname\nAcme\n', [[2, 'Acme']]],
  ])('%s', async (_, content, expected) => {
    expect(await names(content)).toEqual(expected)
  })
  it('a file with no names is refused', async () => {
    await expect(names('name\n\n')).rejects.toThrow(/holds no names/)
    await expect(names(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 9]))).rejects.toThrow(/is not a text file/)
  })
})
