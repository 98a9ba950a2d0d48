const form = (id) => document.getElementById(id)
const alertLine = document.querySelector('[role=alert]')
const token = location.hash.slice(1)
const first = token ? 'link' : 'password'

const TEXTS = {
  zh: {
    title: '登录',
    about: '跨境直播选品，逐关把关',
    choose: '设置密码',
    chooseAbout: '至少 12 个字符；已有密码可留空。',
    enter: '进入',
    email: '邮箱',
    password: '密码',
    signIn: '登录',
    code: '验证器上的六位数字',
    confirm: '确认',
    help: '忘记密码？请联系管理员索取登录链接。',
    other: 'English',
    401: '邮箱、密码或验证码不正确；受邀邮箱已有账号时请先登录。',
    400: '请检查输入；新成员须设置密码。',
    409: '此姓名已被使用，请联系邀请人。',
    410: '链接已使用或已过期，请索取新链接。',
    429: '尝试过多，请稍候再试。',
    failed: '无法登录，请稍后重试。',
  },
  en: {
    title: 'Sign in',
    about: 'Every product on air, gate by gate',
    choose: 'Choose a password',
    chooseAbout: 'At least 12 characters; leave it empty to keep the one you have.',
    enter: 'Enter',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    code: 'Six digits of your authenticator',
    confirm: 'Confirm',
    help: 'Lost your password? Ask whoever runs this server for a link.',
    other: '中文',
    401: 'The e-mail, password or code is not right; if the invited address has an account, sign in with it first.',
    400: 'Check what you typed; a new member chooses a password.',
    409: 'This name is taken; ask who invited you.',
    410: 'The link was used or has expired; ask for a new one.',
    429: 'Too many tries; wait a minute.',
    failed: 'This did not work; try again in a moment.',
  },
}

// what a person chose in the workbench, else what their browser says
const KEPT = { language: 'haixuan.language', theme: 'haixuan.theme' }
let language = localStorage.getItem(KEPT.language) ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')
const say = (key) => TEXTS[language][key]

function draw() {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  document.title = `${say('title')} · 海选 Haixuan`
  for (const place of document.querySelectorAll('[data-text]')) place.textContent = say(place.dataset.text)
  form('language').textContent = say('other')
}
const machine = matchMedia('(prefers-color-scheme: dark)')
function drawTheme() {
  const chosen = localStorage.getItem(KEPT.theme) ?? 'system'
  const dark = chosen === 'dark' || (chosen === 'system' && machine.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
machine.addEventListener('change', drawTheme)
form('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh'
  localStorage.setItem(KEPT.language, language)
  alertLine.textContent = ''
  draw()
})
drawTheme()
draw()

// out of the address bar, the history and whatever is shared from there
if (token) history.replaceState(null, '', location.pathname)
show(first)
// a link that is pasted where this page stands already only changes what follows the #
addEventListener('hashchange', () => location.reload())

function show(id) {
  for (const each of document.forms) each.hidden = each.id !== id
  form(id).querySelector('input:not([hidden])').focus()
}

async function send(path, body) {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(
    () => ({}),
  )
  if (reply.ok) return reply.json()
  alertLine.textContent = say(reply.status) ?? say('failed')
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
