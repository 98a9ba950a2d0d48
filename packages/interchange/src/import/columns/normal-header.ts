/** A header as it is compared: no case, accents, punctuation, numbering or required-marks. */
export function normalHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The readings of a header: without brackets, each bracket, each side of a slash, without numbers. */
export function headerForms(text: string): string[] {
  const brackets = [...text.matchAll(/[([（【［]([^)\]）】］]*)[)\]）】］]/g)].map((match) => match[1] ?? '')
  const bare = text.replace(/[([（【［][^)\]）】］]*[)\]）】］]/g, ' ')
  const sides = bare.split(/[/|\n]/)
  const forms = [bare, ...(sides.length > 1 ? sides : []), ...brackets].map(normalHeader)
  const unnumbered = forms.flatMap((form) => [
    form.replace(/\s*\d+$/, ''),
    form.replace(/\d+/g, ' ').replace(/ +/g, ' ').trim(),
  ])
  return [...new Set([...forms, ...unnumbered])].filter((form) => form !== '')
}
