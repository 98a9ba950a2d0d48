/** A GTIN-8, -12, -13 or -14 with a right check digit (GS1 General Specifications 7.9), without spaces and hyphens. */
export function gtinOf(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '').replace(/^'/, '')
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return undefined
  let sum = 0
  for (let i = digits.length - 2, weight = 3; i >= 0; i -= 1, weight = 4 - weight) sum += Number(digits[i]) * weight
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1)) ? digits : undefined
}
