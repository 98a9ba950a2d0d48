import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import QRCode from 'qrcode'
import type { ReportModel } from './report-model.ts'
import { reportTexts } from './report-texts.ts'

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold']

const require = createRequire(import.meta.url)
const fonts = (family: string, name: string) => {
  const folder = path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
  return WEIGHTS.map((w) => readFileSync(path.join(folder, w, `${name}_${w}.ttf`)))
}

/** Typesets the report as PDF with Noto Sans SC embedded; the same model gives the same bytes. */
export async function makeReport(model: ReportModel): Promise<Uint8Array> {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: [...fonts('noto-sans-sc', 'NotoSansSC'), ...fonts('noto-sans-thai', 'NotoSansThai')] }],
  })
  const qr = await QRCode.toString(model.root, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  const inputs = { report: JSON.stringify(model), texts: JSON.stringify(reportTexts[model.language]), qr }
  const compiled = compiler.compile({ mainFilePath: path.join(import.meta.dirname, 'report.typ'), inputs })
  if (!compiled.result) {
    const fault = compiled.takeError()
    throw new Error(`report.typ does not compile: ${JSON.stringify(fault?.shortDiagnostics)}`)
  }
  return compiler.pdf(compiled.result, { creationTimestamp: Math.floor(Date.parse(model.at) / 1000) })
}
