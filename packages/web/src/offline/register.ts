/** Has the browser keep the workbench's files; without that it works all the same while there is a network. */
export function keepFiles(): void {
  if (import.meta.hot || !('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  // the page comes first
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
