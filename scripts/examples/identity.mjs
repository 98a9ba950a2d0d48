import { checkId } from '@haixuan/domain/select/supplier/identity'

/** A made-up number whose check digits fit: each `?` is tried until `checkId` finds nothing wrong. */
export function madeUpNumber(country, kind, shape) {
  const places = [...shape].filter((c) => c === '?').length
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  for (let n = 0; n < signs.length ** places; n += 1) {
    let rest = n
    const number = shape.replaceAll('?', () => {
      const sign = signs[rest % signs.length]
      rest = Math.floor(rest / signs.length)
      return sign
    })
    if (checkId(country, kind, number).valid) return { country, kind, number }
  }
  throw new Error(`no ${country} ${kind} fits ${shape}`)
}

/** A GTIN-13 of the range GS1 keeps for use within a shop (prefix 290), so that it is nobody's. */
export function shopGtin(n) {
  const body = `290${String(n).padStart(9, '0')}`
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
