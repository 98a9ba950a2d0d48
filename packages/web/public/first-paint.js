// Before anything is drawn: light or dark, and the language, as they were chosen here; so nothing flashes or shifts.
const kept = (name) => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
const theme = kept('haixuan.theme')
const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.dataset.theme = dark ? 'dark' : 'light'
document.documentElement.lang = kept('haixuan.language') === 'en' ? 'en' : 'zh-CN'
