import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import QRCode from 'qrcode'
import type { ConformityModel } from './conformity-model.ts'
import { conformityTexts } from './conformity-texts.ts'
import type { ReportModel } from './report-model.ts'
import { reportTexts } from './report-texts.ts'
import { type RunOfShowModel, type ScriptCardsModel, streamPaperTexts } from './stream-papers.ts'

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold']

const require = createRequire(import.meta.url)
const fonts = (family: string, name: string) => {
  const folder = path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
  return WEIGHTS.map((w) => readFileSync(path.join(folder, w, `${name}_${w}.ttf`)))
}

/** Typesets the report as PDF with Noto Sans SC embedded; the same model gives the same bytes. */
export const makeReport = (model: ReportModel): Promise<Uint8Array> =>
  typeset('report.typ', model, reportTexts[model.language])

/** The verdict on every clause as PDF, in the order of the standard's table of contents (M1). */
export const makeConformityReport = (model: ConformityModel): Promise<Uint8Array> =>
  typeset('conformity.typ', model, conformityTexts[model.language])

/** The papers of a stream as PDF: its run of show, or its script cards (I9, S3). */
export const makeStreamPaper = (model: RunOfShowModel | ScriptCardsModel): Promise<Uint8Array> =>
  typeset('stream-papers.typ', model, streamPaperTexts[model.language])

type Model = { readonly root?: string | undefined; readonly at: Instant }

async function typeset(template: string, model: Model, texts: object): Promise<Uint8Array> {
  // with the first paper: it takes some ten megabytes
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: [...fonts('noto-sans-sc', 'NotoSansSC'), ...fonts('noto-sans-thai', 'NotoSansThai')] }],
  })
  const qr =
    model.root === undefined
      ? ''
      : await QRCode.toString(model.root, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  const inputs = { report: JSON.stringify(model), texts: JSON.stringify(texts), qr }
  const compiled = compiler.compile({ mainFilePath: path.join(import.meta.dirname, template), inputs })
  if (!compiled.result) {
    const fault = compiled.takeError()
    throw new Error(`${template} does not compile: ${JSON.stringify(fault?.shortDiagnostics)}`)
  }
  return compiler.pdf(compiled.result, { creationTimestamp: Math.floor(Date.parse(model.at) / 1000) })
}
