const METHODS = ['get', 'post', 'put', 'patch', 'delete']

function element(name, text, ...children) {
  const made = document.createElement(name)
  if (text) made.textContent = text
  made.append(...children)
  return made
}

/** A schema's parts under a heading, when there is one. */
function schemaOf(heading, schema) {
  if (!schema) return []
  return [element('h3', heading), element('pre', JSON.stringify(schema, null, 2))]
}

function parameters(all = []) {
  if (all.length === 0) return []
  const told = all.map(
    (p) => `${p.name} · ${p.in}${p.required ? ' · required' : ''}${p.description ? `\n    ${p.description}` : ''}`,
  )
  return [element('h3', 'Parameters'), element('pre', told.join('\n'))]
}

const jsonOf = (content) => content && Object.values(content)[0]?.schema

function operation(method, path, described) {
  const summary = element('summary', '', element('b', method.toUpperCase()), element('code', path))
  summary.append(element('span', [described.summary, described.description].filter(Boolean).join(' — ')))
  const details = element('details', '', summary)
  details.dataset.words = [described.operationId, path, described.summary, described.description]
    .join(' ')
    .toLowerCase()
  // what stands inside is made when it is looked at
  details.addEventListener('toggle', () => {
    if (details.childElementCount > 1) return
    const done = Object.entries(described.responses ?? {}).filter(([status]) => status < 300)
    details.append(
      ...parameters(described.parameters),
      ...schemaOf('Body', jsonOf(described.requestBody?.content)),
      ...done.flatMap(([status, { content }]) => schemaOf(`Answer ${status}`, jsonOf(content))),
    )
  })
  return details
}

const answer = await fetch('/api/docs')
const { paths } = await answer.json()
const rooms = new Map()
for (const [path, methods] of Object.entries(paths))
  for (const method of METHODS) {
    if (!methods[method]) continue
    const tag = methods[method].tags?.[0] ?? 'other'
    rooms.set(tag, [...(rooms.get(tag) ?? []), operation(method, path, methods[method])])
  }
const sections = [...rooms].map(([tag, operations]) => element('section', '', element('h2', tag), ...operations))
document.querySelector('main').append(...sections)

document.querySelector('input').addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase().split(/\s+/)
  for (const section of sections) {
    const all = [...section.querySelectorAll('details')]
    for (const one of all) one.hidden = !words.every((word) => one.dataset.words.includes(word))
    section.hidden = all.every((one) => one.hidden)
  }
})
