import type { Day } from '@haixuan/domain/kernel/day'
import {
  type InspectionScore,
  type InspectionTemplate,
  scoreInspection,
} from '@haixuan/domain/select/supplier/inspection'
import type { Inspection } from '@haixuan/domain/select/supplier/supplier'
import type { Draft } from './draft.ts'

/** The inspection as it is recorded; photos that the server does not have yet are left out. */
export function inspectionOf(draft: Draft): Omit<Inspection, 'by'> {
  const items = draft.template.items.flatMap(({ id }) => {
    const answer = draft.answers[id]
    if (answer?.score === undefined) return []
    const photos = (answer.photos ?? []).flatMap((p) => p.sha256 ?? [])
    return [
      {
        id,
        score: answer.score,
        ...(answer.remark?.trim() ? { remark: answer.remark.trim() } : {}),
        ...(photos.length > 0 ? { photos } : {}),
      },
    ]
  })
  const actions = Object.entries(draft.answers).flatMap(([item, { action, due }]) =>
    action?.trim() && due ? [{ item, action: action.trim(), due }] : [],
  )
  const recorded = {
    template: draft.template.id,
    day: draft.day,
    mode: draft.mode,
    ...(draft.place?.trim() ? { place: draft.place.trim() } : {}),
    ...(draft.position ? { position: draft.position } : {}),
    items,
    photos: [],
    'corrective-actions': actions,
  }
  // days come from fields that give nothing else
  return recorded as unknown as Omit<Inspection, 'by'>
}

/** How it stands so far, by the same calculation as the server's; what cannot be scored yet is told by its fault. */
export function scoreOf(draft: Draft): InspectionScore | { readonly fault: string } {
  try {
    return scoreInspection(inspectionOf(draft), draft.template as InspectionTemplate, draft.day as Day)
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

/** Answers that need a word before they can be sent: n/a without a remark, an action without a day. */
export const lacksOf = (draft: Draft): readonly string[] =>
  draft.template.items
    .filter(({ id }) => {
      const answer = draft.answers[id]
      return (
        (answer?.score === 'n/a' && !answer.remark?.trim()) ||
        (answer?.action?.trim() !== undefined && answer.action.trim() !== '' && !answer.due)
      )
    })
    .map((i) => i.id)
