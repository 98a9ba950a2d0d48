import type { Text } from '../../kernel/errors.ts'

/** What is measured of most goods. People may measure anything else, by their own word for it. */
const NAMES: Readonly<Record<string, Text>> = {
  weight: { zh: '重量', en: 'weight' },
  'net-weight': { zh: '净重', en: 'net weight' },
  colour: { zh: '颜色', en: 'colour' },
  color: { zh: '颜色', en: 'colour' },
  length: { zh: '长', en: 'length' },
  width: { zh: '宽', en: 'width' },
  height: { zh: '高', en: 'height' },
  depth: { zh: '深', en: 'depth' },
  diameter: { zh: '直径', en: 'diameter' },
  thickness: { zh: '厚度', en: 'thickness' },
  volume: { zh: '容积', en: 'volume' },
  capacity: { zh: '容量', en: 'capacity' },
  power: { zh: '功率', en: 'power' },
  material: { zh: '材质', en: 'material' },
  smell: { zh: '气味', en: 'smell' },
}

/** weight → 重量, weight; a person's own word is given back as it is. */
export const attributeName = (attribute: string): Text =>
  NAMES[attribute.toLowerCase()] ?? { zh: attribute, en: attribute }
