/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** A text that stands on a page, and what holds it. */
type Shown = { readonly text: string; readonly at: string }

/** What is there for machines, cited as it stands, or said to be in another language. */
const SET_APART = {
  zh: 'code, kbd, pre, script, style, noscript, textarea, [translate=no], body [lang]:not([lang^=zh])',
  en: 'code, kbd, pre, script, style, noscript, textarea, [translate=no], body [lang]:not([lang^=en])',
}
/** What no page shows in any language: a hole in a text, an id that a machine made. */
const NEVER =
  /\bundefined\b|\[object|\{\{|\}\}|\bNaN\b|Invalid Date|\bnull\b|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/
/** In Chinese, the value of a field: alone, or within a sentence where no English words stand beside it. */
const VALUE =
  /^[a-z][a-z\d]+$|(?<![\w./@-]|[a-z] )[a-z][a-z\d]+(?:[-_.][a-z][a-z\d]*)+(?![\w/@-]| [a-z])(?<!\.(?:zip|csv|pdf|xlsx|json|ics))/
/** Three words of Latin letters in a row are a sentence; the name of a product, a file or a code is none. */
const SENTENCE = /\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/g
const HAN = /\p{Script=Han}+/gu

/**
 * Reads pages for what a machine says to a machine: ids and values of fields, holes in texts, and texts in the other
 * language. What people wrote themselves stands as they wrote it: the server gives it as one string, or as a value that
 * both languages of a text quote.
 */
export function readerOf(page: Page, language: 'zh' | 'en'): () => Promise<string[]> {
  const written: Written = { prose: '', names: new Set() }
  const coming = new Set<Promise<void>>()
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || !response.headers()['content-type']?.includes('json')) return
    const read = response.json().then(
      (body) => gather(body, '', written),
      // the page was left before it came
      () => {},
    )
    coming.add(read)
    void read.then(() => coming.delete(read))
  })
  return async () => {
    await Promise.all(coming)
    const shown = await page.evaluate(textsOf, SET_APART[language])
    return shown.flatMap(({ text, at }) => {
      const found = wrongIn(text, language, written)
      return found === undefined ? [] : [`“${found}” in “${text.slice(0, 80)}” at ${at}`]
    })
  }
}

/** What people wrote, as the answers of the server hold it. */
type Written = { prose: string; readonly names: Set<string> }

function wrongIn(text: string, language: 'zh' | 'en', { prose, names }: Written): string | undefined {
  const hole = NEVER.exec(text)?.[0]
  if (hole !== undefined) return hole
  const foreign = (text.match(language === 'zh' ? SENTENCE : HAN) ?? []).find((part) => !prose.includes(part))
  if (foreign !== undefined || language === 'en') return foreign
  const value = VALUE.exec(text)?.[0]
  return value === undefined || names.has(value) ? undefined : value
}

function gather(of: unknown, key: string, written: Written): void {
  if (typeof of === 'string') {
    written.prose += `\n${of}`
    if (NAMES.has(key)) written.names.add(of)
  } else if (isText(of)) {
    // a value that someone wrote stands in both; what is the same as a whole was not translated
    const quoted = [...(of.zh.match(SENTENCE) ?? []), ...(of.en.match(HAN) ?? [])]
    if (of.zh !== of.en)
      for (const part of quoted) if (of.zh.includes(part) && of.en.includes(part)) written.prose += `\n${part}`
  } else if (typeof of === 'object' && of !== null)
    for (const [name, value] of Object.entries(of)) gather(value, name, written)
}
/** Fields that hold what people call something. */
const NAMES = new Set(['name', 'title', 'brand', 'model', 'named', 'supplierName', 'actor'])

const isText = (of: unknown): of is { zh: string; en: string } =>
  typeof of === 'object' && of !== null && typeof (of as { zh?: unknown }).zh === 'string' && 'en' in of

/** Runs in the page: what is read and heard of it. */
function textsOf(apart: string): Shown[] {
  const found: Shown[] = []
  const path = (of: Element) =>
    [of.parentElement, of]
      .map((e) => `${e?.tagName.toLowerCase()}${e?.classList[0] ? `.${e.classList[0]}` : ''}`)
      .join(' ')
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const parent = node.parentElement
    if (text !== '' && parent && !parent.closest(apart) && parent.checkVisibility())
      found.push({ text, at: path(parent) })
  }
  for (const name of ['aria-label', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name)?.trim() ?? ''
      if (text !== '' && !element.closest(apart) && element.checkVisibility())
        found.push({ text, at: `${path(element)} [${name}]` })
    }
  return found
}
