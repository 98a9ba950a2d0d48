/** A colour or size of look/tokens.css as it stands now for an element: Ant Design and the charts take theirs from it. */
export const token = (name: string, at: Element = document.documentElement): string =>
  getComputedStyle(at).getPropertyValue(`--hx-${name}`).trim()
