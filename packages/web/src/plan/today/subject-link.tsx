import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { inProject } from '../../shell/address.ts'

type Subject = { readonly kind: 'plan' | 'supplier' | 'product'; readonly project: string; readonly subject: string }

const addressOf = ({ kind, project, subject }: Subject): string => {
  if (kind === 'plan') return inProject(project, 'plan')
  return kind === 'supplier' ? `/suppliers/${encodeURIComponent(subject)}` : inProject(project, 'products', subject)
}

/** Leads to where a finding is cured: the plan, the supplier or the product it speaks of. */
export const SubjectLink = ({ of, children }: { readonly of: Subject; readonly children: ReactNode }) => (
  <Link to={addressOf(of)}>{children}</Link>
)
