import { BadInput } from '../kernel/errors.ts'
import { because } from './because.ts'

/** What fills a variable: words, or lines; null when nothing is on record. */
export type TemplateValue = string | readonly string[] | null
/** A stretch of a filled letter: words of the letter itself, or what a variable was filled with; a gap has no text. */
export type FilledPart = { readonly text: string; readonly variable: string | null; readonly gap: boolean }

/** Words and names of variables in turn, words first and last. */
const piecesOf = (text: string): string[] =>
  text.split(/\{\{([^{}]*)\}\}/).map((piece, i) => (i % 2 === 1 ? piece.trim() : piece))

/** What is wrong with a text: a variable there is not, or `{{` that nothing closes. */
type TemplateFault = { readonly unknown: string } | { readonly unclosed: true }

/** The first thing that keeps a text from being filled with these variables. */
export function templateFault(text: string, known: readonly string[]): TemplateFault | undefined {
  for (const [i, piece] of piecesOf(text).entries()) {
    if (i % 2 === 0 && piece.includes('{{')) return { unclosed: true }
    if (i % 2 === 1 && !known.includes(piece)) return { unknown: piece }
  }
  return undefined
}

/** Sees that a text names no variables but these. @throws BadInput naming the variable and those there are */
export function checkVariables(text: string, known: readonly string[], field?: string): void {
  const fault = templateFault(text, known)
  if (!fault) return
  const says =
    'unknown' in fault
      ? because('template-variable-unknown', { unknown: `{{${fault.unknown}}}`, known })
      : because('template-not-closed', { open: '{{', close: '}}', name: '{{name}}' })
  throw new BadInput(says, field ? { field } : {})
}

/**
 * Fills the variables of a text, each once: what is filled in is never read as a variable itself. A list gives a line for
 * each entry, each begun as the line it stands in is. @throws BadInput naming a variable there is no value for
 */
export function fillTemplate(text: string, values: Readonly<Record<string, TemplateValue>>): FilledPart[] {
  checkVariables(text, Object.keys(values))
  const pieces = piecesOf(text)
  return pieces
    .map((piece, i): FilledPart => {
      if (i % 2 === 0) return { text: piece, variable: null, gap: false }
      const filled = written(values[piece] as TemplateValue, lineBefore(pieces, i))
      return { text: filled, variable: piece, gap: filled.trim() === '' }
    })
    .filter((part) => part.variable !== null || part.text !== '')
}

const written = (value: TemplateValue, before: string): string =>
  typeof value === 'string' ? value : (value ?? []).join(`\n${before}`)

/** What a line says before a variable, where it says it in words of its own. */
function lineBefore(pieces: readonly string[], at: number): string {
  const words = pieces[at - 1] as string
  const begin = words.lastIndexOf('\n')
  return begin >= 0 || at === 1 ? words.slice(begin + 1) : ''
}

/** A filled letter as plain text, each gap said so that nobody can miss it. */
export const plainText = (parts: readonly FilledPart[], gap: (variable: string) => string): string =>
  parts.map((part) => (part.gap ? gap(part.variable as string) : part.text)).join('')
