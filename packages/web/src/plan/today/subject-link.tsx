import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Row } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'

type Subject = Pick<Row<'work.list'>, 'kind' | 'project' | 'subject'> & { readonly finding: { readonly owner: string } }

/** Where what is owed is done: the plan, the supplier or the product a finding speaks of; the case, the step, the results. */
export function addressOf({ kind, project, subject, finding }: Subject): string {
  const inside = project ?? ''
  switch (kind) {
    case 'plan':
      return inProject(inside, 'plan')
    case 'supplier':
      return `/suppliers/${encodeURIComponent(subject)}`
    case 'product':
      return inProject(inside, 'products', subject)
    case 'case':
      return `/cases/${encodeURIComponent(subject)}`
    case 'nonconformity':
      return inProject(inside, 'quality/nonconformities', subject)
    case 'suggestion':
      return `/suggestions?project=${encodeURIComponent(inside)}`
    case 'closing':
      return inProject(inside, finding.owner === 'service' ? 'results' : 'conformity')
  }
}

/** Leads to where something owed is done. */
export const SubjectLink = ({ of, children }: { readonly of: Subject; readonly children: ReactNode }) => (
  <Link to={addressOf(of)}>{children}</Link>
)
