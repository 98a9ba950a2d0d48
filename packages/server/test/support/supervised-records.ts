import type { Db } from '../../src/platform/database/open-database.ts'
import { asSystem } from '../../src/platform/database/scope.ts'
import { release } from './released-project.ts'
import type { Browser } from './test-auth.ts'

/** One record of every kind that comes after a plan: on air, risk, rules, results, after-sales, receivers; their ids. */
export async function supervisedRecords(
  by: Browser,
  db: Db,
  at: { readonly org: string; readonly project: string; readonly product: string; readonly recalled: string },
): Promise<Record<string, string>> {
  const send = async (path: string, body: object) => {
    const answer = await by.post(`/api/v1${path}`, body)
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { project, product } = at
  await release(db, at.org, project, [{ product }])
  await send(`/projects/${project}/live/start`, {})
  const rows = [{ product, counts: { orders: 200, returns: 60 } }]
  await send(`/projects/${project}/results`, { rows })
  const alert = (await by.get('/api/v1/alerts')).body.rows[0].id
  const recall = await send('/recalls', { sought: { sku: at.recalled }, reason: '伞骨断裂，停止销售' })
  const goods = `/projects/${project}/products/${product}`
  const { lot } = await send(`${goods}/put-up-lot`, { id: 'L-1', units: 100 })
  const nonconformity = await send(`${goods}/nonconformities`, { class: 'major', what: '伞骨断裂三把' })
  const rule = 'host-conduct'
  await send('/management-rules', {
    id: rule,
    title: '主播行为规范',
    text: '不得虚构原价。',
    acknowledges: { roles: ['host'] },
  })
  const breach = await send(`/management-rules/${rule}/record-breach`, {
    person: 'Shen',
    what: '虚构原价',
    measure: '停播一场',
  })
  const suggestion = await send(`/projects/${project}/suggestions`, {
    about: 'product',
    what: '更换批次',
    why: '退货过多',
    indicator: 'return-rate',
  })
  const opened = await send('/cases', {
    market: 'sg',
    project,
    product,
    order: { day: '2026-05-01', currency: 'SGD', lines: [{ id: '1', quantity: 1, price: '19.90' }] },
    case: { kind: 'withdrawal', requested: '2026-05-01' },
    buyer: { email: 'buyer@people.example' },
  })
  const receiver = await send('/receivers', {
    name: 'hook',
    kind: 'webhook',
    address: 'https://shop.example/hook',
    events: ['*'],
  })
  const hold = await send('/legal-holds', { of: { about: 'project', subject: project }, reason: '平台调查' })
  const archive = 'made-before'
  await asSystem(db, (tx) =>
    tx
      .insertInto('archive')
      .values({
        org_id: at.org,
        id: archive,
        part: JSON.stringify({ of: 'project', project }),
        withheld: [],
        sha256: '0'.repeat(64),
        size: 1,
        events: 1,
        root: '',
        made_by: 'Shen',
        made_at: '2026-05-01T12:00:00.000Z',
      })
      .execute(),
  )
  return {
    archive,
    hold: hold.id,
    alert,
    recall: recall.id,
    risk: 'unsafe-product',
    lot,
    nonconformity: nonconformity.id,
    rule,
    breach: breach.id,
    suggestion: suggestion.id,
    case: opened.id,
    person: opened.person,
    receiver: receiver.id,
    // fields of inputs that no pattern tells a sample of
    requested: '2026-06-06',
    address: 'https://x.example/',
    events: '*',
    indicator: 'return-rate',
  }
}
