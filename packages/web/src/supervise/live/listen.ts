import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../client/ask.ts'
import type { ClaimShown, DeskShown, Spoken } from './desk-types.ts'

type Heard = (text: string) => readonly ClaimShown[]

/**
 * Finds the claims in what is typed, at once and in the browser, by the same lexicon and code as the server. Nothing until
 * the lexicon is there: what is sent is checked by the server in any case.
 */
export function useListen(desk: DeskShown, product: Spoken | null): Heard | undefined {
  const lexicon = useQuery({
    ...ask('claim.lexicon', {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const code = useQuery({
    queryKey: ['claim-code', lexicon.data === undefined],
    enabled: lexicon.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    queryFn: async () => {
      const [{ compileLexicons }, { reviewClaims }, words] = await Promise.all([
        import('@haixuan/domain/select/product/claims/matcher'),
        import('@haixuan/domain/select/product/claims/review'),
        import('@haixuan/domain/select/product/claims/forbidden-words'),
      ])
      const { lexicons, figures } = lexicon.data as never as Parameters<typeof compiled>[1]
      return {
        matcher: compiled(compileLexicons, { lexicons, figures }),
        reviewClaims,
        forbidden: words.forbiddenWordsOf(lexicons),
        forbiddenOnDesk: words.forbiddenOnDesk,
      }
    },
  })
  const { data } = code
  const evidence = lexicon.data?.evidence
  const { day } = desk.clock
  const about = JSON.stringify([product?.class ?? null, product?.evidence ?? [], desk.language, desk.market, day])
  const forbidding = JSON.stringify(desk.forbidding)
  return useMemo(() => {
    if (!data || !evidence) return undefined
    const [of, held, language, market] = JSON.parse(about)
    const matcher = {
      find: (text: string) =>
        data.matcher.find(text, { languages: [language], class: of ?? undefined, market: market ?? undefined }),
    }
    const rules = JSON.parse(forbidding)
    return (text) => [
      ...data
        .reviewClaims(text, { matcher, evidence: evidence as never }, { held, day: day as never })
        .map(({ words, from, to, kind, severity, carried, evidence: type, softer }) => ({
          words,
          from,
          to,
          kind,
          severity,
          carried,
          needs: type.name,
          softer,
        })),
      ...data.forbidden(rules, text).map((found) => data.forbiddenOnDesk(found, language)),
    ]
  }, [data, evidence, about, forbidding, day])
}

type Compile = typeof import('@haixuan/domain/select/product/claims/matcher').compileLexicons
const compiled = (
  compile: Compile,
  { lexicons, figures }: { readonly lexicons: Parameters<Compile>[0]; readonly figures: Parameters<Compile>[1] },
) => compile(lexicons, figures)
