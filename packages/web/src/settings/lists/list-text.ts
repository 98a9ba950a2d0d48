import { listName } from '@haixuan/domain/select/supplier/lists/list-names'
import { texts, useSay } from '../../texts/texts.ts'

export const useListText = texts('screening-list', {
  version: { zh: '第 {{n}} 版', en: 'version {{n}}' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '变更', en: 'Changed' },
  removed: { zh: '移除', en: 'Removed' },
  count: { zh: '{{what}} {{n}}', en: '{{what}} {{n}}' },
  reason: { zh: '原因', en: 'Reason' },
  country: { zh: '国家', en: 'Country' },
  kind: { zh: '类别', en: 'Kind' },
  programme: { zh: '项目', en: 'Programme' },
  adopted: { zh: '启用', en: 'adopted' },
  withdrawn: { zh: '停用', en: 'withdrawn' },
  person: { zh: '个人', en: 'person' },
  entity: { zh: '实体', en: 'entity' },
  vessel: { zh: '船舶', en: 'vessel' },
  aircraft: { zh: '航空器', en: 'aircraft' },
})
export const WHATS = ['added', 'changed', 'removed'] as const

/** What a list is called, as a title. */
export function useListName(): (id: string) => string {
  const say = useSay()
  return (id) => {
    const name = say(listName(id))
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
}
