import { z } from 'zod'
import { TRAITS } from '../../../gate/words.ts'

const classId = z.string().regex(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)*$/)
const language = z.string().regex(/^[a-z]{2}$/)
const phrases = z.array(
  z.string().regex(/^(?:\p{Script=Han}|.{2,})$/u, 'must be two letters or more, or one Han character'),
)
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** Words of one language that name a class: `strong` ones say what the goods are, `weak` ones hint, `not` ones shield the class. */
const classWords = z.strictObject({
  strong: phrases.default([]),
  weak: phrases.default([]),
  /** phrases around a word of this class that make it another thing */
  not: phrases.default([]),
})

/** standard/classes/<group>.yaml: the classes that product law binds (I3), with the words shops name them by. */
export const classFile = z.strictObject({
  classes: z
    .array(
      z
        .strictObject({
          id: classId,
          name: text,
          /** headings of the Harmonized System whose goods are mostly of this class; several classes may share one */
          hs: z.array(z.string().regex(/^\d{4}$/)),
          /** why the class has no heading of its own */
          'without-hs': text.optional(),
          /** traits that goods of the class have unless a person says otherwise */
          traits: z.array(z.enum(TRAITS)).default([]),
          /** class to take instead when the listing shows the trait, e.g. clothing for children */
          becomes: z.partialRecord(z.enum(TRAITS), classId).optional(),
          words: z.record(language, classWords),
        })
        .refine((c) => (c.hs.length === 0) === (c['without-hs'] !== undefined), {
          path: ['hs'],
          message: 'name a heading, or say in without-hs why there is none',
        }),
    )
    .min(1),
})
export type ClassFile = z.infer<typeof classFile>

/** standard/classes/traits.yaml: words that show a trait, and how titles are read in each language. */
export const traitWordsFile = z.strictObject({
  traits: z.array(
    z.strictObject({
      id: z.enum(TRAITS),
      /** reads on from “the goods are”, e.g. for children */
      name: text,
      words: z.record(language, phrases),
      /** phrases that hold a word without showing the trait, e.g. battery not included */
      not: phrases.default([]),
      /** whether it tells for whom the goods are, and so counts after “for” too */
      'of-user': z.boolean().default(false),
      /** the only classes whose goods can have the trait; all when left out */
      classes: z.array(classId).optional(),
      /** classes whose goods never have the trait, however the words fall */
      'not-classes': z.array(classId).default([]),
    }),
  ),
  grammar: z.array(
    z.strictObject({
      language,
      /** where in a noun phrase the noun stands that says what the thing is */
      head: z.enum(['first', 'last']),
      /** words after which a title names what the goods fit or are meant for, not the goods */
      fits: phrases,
      /** words after which a title names what comes with the goods or is part of them */
      holds: phrases.default([]),
      /** other languages whose words sellers mix in */
      with: z.array(language).default([]),
    }),
  ),
  /** words between a name and its noun that do not part them, as numbers do: iPhone 15 Pro Max case */
  fillers: z.array(z.string()),
})
export type TraitWordsFile = z.infer<typeof traitWordsFile>
export type Grammar = TraitWordsFile['grammar'][number]
