import { describe, expect, it } from 'vitest'
import { read, unmark } from './read-marked.ts'

/** Sentences as listings of electronics have them, their claims marked by a reader. */
const SENTENCES = [
  '[absolute:Der beste] Kopfhörer für unterwegs, mit Etui und zwei Kabeln.',
  '[endorsement:Testsieger] 2023: 65-W-Netzteil mit zwei Anschlüssen.',
  'Unser [absolute:meistverkaufter] Lautsprecher, jetzt auch in Blau.',
  '[absolute:Weltweit führend] in der Ladetechnik.',
  'Das Gehäuse ist [performance:wasserdicht] und [performance:stoßfest].',
  'GEHÄUSE AUS GLASFASER, [performance:STOSSFEST].',
  'Die Powerbank ist [eco:klimaneutral] hergestellt.',
  'Kabel mit [eco:umweltfreundlicher] Verpackung, 2 m lang.',
  '[origin:Made in Germany]: Steckdosenleiste mit Schalter.',
  '[origin:Deutsche Markenqualität] seit 1987.',
  '[scarcity:Nur heute]: [price:30 % Rabatt] auf alle Ladegeräte.',
  '[price:Tiefstpreis] für die Tischleuchte.',
  '[scarcity:Nur noch 3 Stück] auf Lager.',
  '[scarcity:Solange der Vorrat reicht].',
  'Massagegerät, das [health:Rückenschmerzen lindert].',
  'Die Leuchte [health:hilft gegen Kopfschmerzen].',
  '[endorsement:Von Ärzten empfohlen] und leicht zu reinigen.',
  '[endorsement:Stiftung Warentest] urteilt gut.',
  'Ladegerät mit [performance:5 Jahren Garantie].',
  'Der Akku hält [performance:bis zu 40 Stunden].',
  'Ein Netzteil ohne Testsieg, dafür mit Prüfbericht.',
  'Das Gerät ist nicht wasserdicht und gehört nicht ins Bad.',
  'Bitte laden Sie den Akku vor dem ersten Gebrauch ganz auf.',
  'Lieferumfang: Hörer, Ladekabel, Anleitung in Deutsch und Englisch.',
  'Gehäuse aus rostfreiem Edelstahl, Gewicht 240 g, Farbe Schwarz.',
]

describe('claims in German listings of electronics', () => {
  it.each(SENTENCES)('%s', (sentence) => {
    const { text, claims } = unmark(sentence)
    expect(read(text, { languages: ['de'], market: 'de', class: 'audio-video' })).toEqual(claims)
  })

  it('finds the same words with ae, oe, ue and ss for ä, ö, ü and ß', () => {
    const { text, claims } = unmark(
      'Von der Hand empfohlen: [performance:stossfest], [endorsement:von Aerzten empfohlen].',
    )
    expect(read(text, { languages: ['de'] })).toEqual(claims)
  })
})
