import { InboxOutlined } from '@ant-design/icons'
import { Button, Input, Progress, Upload } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { Verdict } from './verdict.tsx'
import type { Said } from './verify-worker.ts'
import './verify.css'

const useText = texts('verify-page', {
  title: { zh: '离线核验', en: 'Verify an archive' },
  about: {
    zh: '把归档文件拖进来：哈希、证明、签名与每项决定都在本浏览器内重算；文件不上传，不访问网络',
    en: 'Drop an archive: hashes, proofs, signature and every decision are computed in this browser; nothing is sent anywhere',
  },
  drop: { zh: '将 archive.zip 拖到这里，或点击选择', en: 'Drop an archive.zip here, or choose one' },
  local: { zh: '文件只在本机读取', en: 'The file is read on this machine alone' },
  key: { zh: '公钥（可选）', en: 'Public key (optional)' },
  keyHelp: {
    zh: '粘贴事先获得的公钥（名称+哈希+密钥），以确认归档出自谁手；留空则按归档自带公钥核验。',
    en: 'Paste the key you hold (name+hash+key) to know whose archive it is; without it the archive is checked by the key it carries.',
  },
  reading: { zh: '读取并计算哈希', en: 'Reading and hashing' },
  replaying: { zh: '重演决定', en: 'Running decisions again' },
  holds: { zh: '归档完好', en: 'The archive is sound' },
  holdsHow: {
    zh: '{{events}} 个事件、全部文件与签名一致；{{decisions}} 项决定重演结果相同。',
    en: '{{events}} events, every file and the signature agree; {{decisions}} decisions come out the same.',
  },
  fails: { zh: '归档与签名不符', en: 'The archive is not as it was signed' },
  failsHow: {
    zh: '{{count}} 处问题，逐一列出如下。',
    en: { one: '{{count}} problem, named below.', other: '{{count}} problems, named below.' },
  },
  broken: { zh: '无法读取', en: 'It cannot be read' },
  ready: { zh: '核验程序已载入，现在断网也能核验', en: 'What verifies it is loaded: the network may be cut now' },
  unloaded: {
    zh: '核验程序未能载入，请联网后重新打开本页',
    en: 'What verifies it could not be loaded: open this page again with a network',
  },
  code: { zh: '问题', en: 'Problem' },
  where: { zh: '位置', en: 'Place' },
  file: { zh: '文件', en: 'File' },
  events: { zh: '事件', en: 'Events' },
  decisions: { zh: '重演的决定', en: 'Decisions run again' },
  withheld: { zh: '因字段未公开而未重演', en: 'Not run again, facts withheld' },
  root: { zh: '根', en: 'Root' },
  signedBy: { zh: '签署公钥', en: 'Signed with' },
  partOf: { zh: '所属日志', en: 'Part of the log' },
  partSize: { zh: '{{origin}}，共 {{size}} 个事件', en: '{{origin}}, {{size}} events' },
  time: { zh: '用时', en: 'Took' },
  seconds: { zh: '{{n}} 秒', en: '{{n}} s' },
  again: { zh: '核验另一个文件', en: 'Verify another file' },
  result: { zh: '核验结果', en: 'What was found' },
  cli: {
    zh: '同样的核验也可用命令行完成：',
    en: 'The same check on the command line: ',
  },
})

type State =
  | { readonly at: 'waiting' }
  | { readonly at: 'working'; readonly file: File; readonly said?: Extract<Said, { kind: 'progress' }> }
  | { readonly at: 'done'; readonly file: File; readonly said: Exclude<Said, { kind: 'progress' | 'ready' }> }

/** T2 · Verifies an archive in the browser: no server, no network, every byte accounted for. */
export function VerifyPage() {
  const t = useText()
  const language = useLanguage()
  const [key, setKey] = useState('')
  const [state, setState] = useState<State>({ at: 'waiting' })
  const [ready, setReady] = useState(false)
  const worker = useRef<Worker>(undefined)
  // the worker is there before the file, so that the network can be cut before anything is read
  const hire = useCallback(() => {
    worker.current?.terminate()
    const made = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    made.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'ready') return setReady(true)
      setState((now) =>
        now.at !== 'working'
          ? now
          : data.kind === 'progress'
            ? { ...now, said: data }
            : { at: 'done', file: now.file, said: data },
      )
    }
    made.onerror = ({ message }) => {
      worker.current = undefined
      setState((now) =>
        now.at === 'working'
          ? { at: 'done', file: now.file, said: { kind: 'broken', why: { zh: message, en: message } } }
          : now,
      )
    }
  }, [])
  useEffect(() => {
    hire()
    return () => worker.current?.terminate()
  }, [hire])
  const verify = (file: File) => {
    setState({ at: 'working', file })
    if (!worker.current) hire()
    worker.current?.postMessage({ file, key: key.trim() })
  }
  const again = () => {
    if (state.at === 'working') hire()
    setState({ at: 'waiting' })
  }
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={state.at === 'waiting' ? undefined : <Button onClick={again}>{t('again')}</Button>}
    >
      {state.at === 'waiting' ? (
        <div className="verify-start">
          <Upload.Dragger
            showUploadList={false}
            accept=".zip"
            beforeUpload={(file) => {
              verify(file)
              return false
            }}
          >
            <p className="verify-drop">
              <InboxOutlined aria-hidden />
            </p>
            <p>{t('drop')}</p>
            <p className="quiet">{t('local')}</p>
            {ready ? <p className="quiet">{t('ready')}</p> : null}
          </Upload.Dragger>
          <label htmlFor="verify-key">{t('key')}</label>
          <Input
            id="verify-key"
            value={key}
            onChange={(event) => setKey(event.target.value)}
            placeholder="haixuan.local+…"
            translate="no"
          />
          <p className="quiet">{t('keyHelp')}</p>
          <p className="quiet">
            {t('cli')}
            <code>haixuan verify archive.zip</code>
          </p>
        </div>
      ) : state.at === 'working' ? (
        <Working file={state.file} said={state.said} />
      ) : (
        <Done file={state.file} said={state.said} language={language} />
      )}
    </Page>
  )
}

function Working({
  file,
  said,
}: {
  readonly file: File
  readonly said: Extract<Said, { kind: 'progress' }> | undefined
}) {
  const t = useText()
  const formats = useFormats()
  return (
    <Section title={file.name} beside={<span className="quiet">{formats.bytes(file.size)}</span>}>
      <div role="status">
        <Progress percent={Math.round((said?.share ?? 0) * 100)} status="active" />
        <p className="quiet">{t(said?.step ?? 'reading')}</p>
      </div>
    </Section>
  )
}

function Done({
  file,
  said,
  language,
}: {
  readonly file: File
  readonly said: Exclude<Said, { kind: 'progress' | 'ready' }>
  readonly language: 'zh' | 'en'
}) {
  const t = useText()
  const formats = useFormats()
  if (said.kind === 'broken')
    return (
      <Verdict state="fails" title={t('broken')}>
        <p>{said.why[language] || t('unloaded')}</p>
      </Verdict>
    )
  const { verdict, decisions, ms } = said
  return (
    <>
      <Verdict state={verdict.ok ? 'holds' : 'fails'} title={t(verdict.ok ? 'holds' : 'fails')}>
        <p>
          {verdict.ok
            ? t('holdsHow', { events: formats.number(verdict.events), decisions: formats.number(decisions) })
            : t('failsHow', { count: verdict.problems.length })}
        </p>
      </Verdict>
      {verdict.problems.length > 0 ? (
        <div className="verify-problems">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('where')}</th>
                <th scope="col">{t('code')}</th>
              </tr>
            </thead>
            <tbody>
              {verdict.problems.map((problem, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of a verdict never changes
                <tr key={i}>
                  <td>
                    <code>{problem.where}</code>
                  </td>
                  <td>
                    {problem.what[language]} <code className="quiet">{problem.code}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <Section title={t('result')}>
        <Facts>
          <Fact name={t('file')}>
            {file.name} · {formats.bytes(file.size)}
          </Fact>
          <Fact name={t('events')}>{formats.number(verdict.events)}</Fact>
          <Fact name={t('decisions')}>{formats.number(decisions)}</Fact>
          {verdict.withheld > 0 ? <Fact name={t('withheld')}>{formats.number(verdict.withheld)}</Fact> : null}
          <Fact name={t('time')}>{t('seconds', { n: formats.number(ms / 1000) })}</Fact>
          {verdict.partOf ? (
            <Fact name={t('partOf')}>
              {t('partSize', { origin: verdict.partOf.origin, size: formats.number(verdict.partOf.size) })}
            </Fact>
          ) : null}
          <Fact name={t('root')}>
            <code>{verdict.root}</code>
          </Fact>
          <Fact name={t('signedBy')}>
            <code>{verdict.key || '—'}</code>
          </Fact>
        </Facts>
      </Section>
    </>
  )
}
