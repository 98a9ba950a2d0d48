import { useState } from 'react'
import type { ProblemBody } from '../../client/problem.ts'

/**
 * The version of a record that a form began from, whatever comes of the record while it is open: a change by someone else is
 * refused and told before it is written over. What is sent after that was told is on top of it.
 */
export function useSeenVersion(
  version: number | undefined,
  opening: number,
  problem: ProblemBody | undefined,
): number | undefined {
  const [seen, setSeen] = useState({ version, opening })
  const told = problem?.code === 'stale' ? problem.version : undefined
  if (seen.opening !== opening) setSeen({ version, opening })
  else if (told !== undefined && seen.version !== undefined && told > seen.version) setSeen({ version: told, opening })
  return seen.version
}
