import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Row } from '../../client/operations.ts'
import { type Destination, inProject, ofSupplier } from '../../shell/address.ts'

type Subject = Pick<Row<'work.list'>, 'kind' | 'project' | 'subject' | 'title'> & {
  readonly finding: { readonly owner: string }
}

/** Where what is owed is done: the plan, the supplier or the product a finding speaks of; the case, the step, the results. */
export function placeOf({ kind, project, subject, title, finding }: Subject): Destination {
  const inside = project ?? ''
  switch (kind) {
    case 'plan':
      return { to: inProject(inside, 'plan') }
    case 'supplier':
      return ofSupplier(subject, title)
    case 'product':
      return { to: inProject(inside, 'products', subject) }
    case 'case':
      return { to: `/cases/${encodeURIComponent(subject)}` }
    case 'nonconformity':
      return { to: inProject(inside, 'quality', 'nonconformities', subject) }
    case 'suggestion':
      return { to: '/suggestions', search: { project: inside } }
    case 'closing':
      return { to: inProject(inside, finding.owner === 'service' ? 'results' : 'conformity') }
  }
}

/** Leads to where something owed is done. */
export const SubjectLink = ({ of, children }: { readonly of: Subject; readonly children: ReactNode }) => (
  <Link {...(placeOf(of) as { to: string })}>{children}</Link>
)
