import { readFile } from 'node:fs/promises'
import { examplePack } from '@haixuan/interchange/standard/read-pack'
import { z } from 'zod'
import { download } from '../../platform/http/download.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'

const YAML = 'application/yaml; charset=utf-8'
async function* whole(text: string) {
  yield text
}

const example = download({
  name: 'rule-pack.example',
  path: '/rule-packs/example.yaml',
  summary: { zh: '规则包示例', en: 'An example of a pack' },
  params: z.object({}),
  query: z.object({}),
  run: async () => ({ file: 'house-rules.de.yaml', type: YAML, content: whole(await readFile(examplePack, 'utf8')) }),
})

const uploaded = download({
  name: 'rule-pack.yaml',
  path: '/rule-packs/:pack/versions/:version/pack.yaml',
  summary: { zh: '某版本上传时的文件', en: 'A version as it was uploaded' },
  params: z.object({ pack: z.string(), version: z.coerce.number().int().positive() }),
  query: z.object({}),
  async run({ actor, params: { pack, version }, read }) {
    const row = await read((tx) =>
      tx
        .selectFrom('rule_pack')
        .select(['yaml', 'market'])
        .where('org_id', '=', actor.org)
        .where('id', '=', pack)
        .where('version', '=', version)
        .executeTakeFirst(),
    )
    if (!row) throw new Problem('not-found', { why: because('no-pack-version', { version, pack }) })
    return { file: `rules.${row.market}.v${version}.yaml`, type: YAML, content: whole(row.yaml) }
  },
})

export const packDownloads = [example, uploaded]
