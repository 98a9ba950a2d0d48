/** Sentences of listings and streams without a claim; `_` is where a phrase of the lexicon may stand. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'This lamp comes with a 2 m cable and a steel base. _ The shade is made of linen and can be washed by hand.',
    'Package: one bottle, one brush, two lids. _ Colour and size as in the pictures, packed in a box of card.',
    'The case fits phones up to 6.7 inches. _ Cut-outs leave camera, speaker and buttons free.',
  ],
  de: [
    'Die Leuchte hat ein Kabel von 2 m und einen Fuß aus Stahl. _ Der Schirm aus Leinen lässt sich abnehmen.',
    'Im Karton liegen ein Ladegerät, zwei Kabel und eine Anleitung. _ Farbe und Größe wie abgebildet.',
  ],
  id: [
    'Lampu meja dengan kabel dua meter dan alas baja. _ Kap lampu dari kain linen, mudah dilepas.',
    'Isi paket: satu botol, satu sikat, dua tutup. _ Warna dan ukuran sesuai gambar.',
  ],
  ms: ['Lampu meja dengan kabel dua meter dan tapak keluli. _ Isi kotak: satu lampu, satu buku panduan.'],
  vi: ['Đèn bàn có dây dài hai mét và chân thép. _ Trong hộp có một đèn, một tờ hướng dẫn.'],
  th: ['โคมไฟตั้งโต๊ะ สายยาวสองเมตร _ ในกล่องมีโคมไฟและคู่มือ'],
  zh: [
    '台灯配两米电源线，底座为钢制。_ 灯罩为亚麻布，可拆洗。',
    '各位看一下，这一箱里有灯、说明书和螺丝。_ 颜色和尺码看图。',
  ],
}

export type Piece = { readonly language: string; readonly text: string }

/** Makes texts of a few sentences in each language, every second with a phrase of its lexicon; the same for a seed. */
export function makeTexts(count: number, words: ReadonlyMap<string, readonly string[]>, next: () => number): Piece[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const languages = Object.keys(SENTENCES)
  return Array.from({ length: count }, () => {
    const language = pick(languages)
    const sentences = Array.from({ length: 1 + Math.floor(next() * 4) }, () => {
      const claim = next() < 0.5 ? `${pick(words.get(language) ?? [''])}.` : ''
      return pick(SENTENCES[language] ?? []).replace('_', claim)
    })
    return { language, text: sentences.join(' ') }
  })
}
