const form = (id) => document.getElementById(id)
const alertLine = document.querySelector('[role=alert]')
const token = location.hash.slice(1)
const first = token ? 'link' : 'password'

// out of the address bar, the history and whatever is shared from there
if (token) history.replaceState(null, '', location.pathname)
show(first)

function show(id) {
  for (const each of document.forms) each.hidden = each.id !== id
  form(id).querySelector('input:not([hidden])').focus()
}

const MESSAGES = {
  401: '邮箱、密码或验证码不正确；受邀邮箱已有账号时请先登录。 The e-mail, password or code is not right; if the invited address has an account, sign in with it first.',
  400: '请检查输入；新成员须设置密码。 Check what you typed; a new member chooses a password.',
  409: '此姓名已被使用，请联系邀请人。 This name is taken; ask who invited you.',
  410: '链接已使用或已过期，请索取新链接。 The link was used or has expired; ask for a new one.',
  429: '尝试过多，请稍候。 Too many tries; wait a minute.',
}

async function send(path, body) {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (reply.ok) return reply.json()
  alertLine.textContent = MESSAGES[reply.status] ?? '无法登录。 This did not work.'
  return undefined
}

const steps = {
  link: ({ password }) => send('/link', { token, ...(password ? { password } : {}) }),
  password: (entered) => send('/sign-in/email', entered),
  code: (entered) => send('/two-factor/verify-totp', entered),
}

for (const each of document.forms)
  each.addEventListener('submit', async (event) => {
    event.preventDefault()
    alertLine.textContent = ''
    const button = each.querySelector('button')
    button.disabled = true
    const { username: _, ...entered } = Object.fromEntries(new FormData(each))
    const done = await steps[each.id](entered).finally(() => {
      button.disabled = false
    })
    if (done?.twoFactorRedirect) show('code')
    else if (done) location.assign('/')
  })
