const LONG = /^([A-Z]+-)?([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id as people read it to each other: what a machine made is told by its beginning, C-1f3a90c2. */
export const shortId = (id: string): string => {
  const long = LONG.exec(id)
  return long ? `${long[1] ?? ''}${long[2]}` : id
}
