/** Has the browser keep the workbench's files; without that it works all the same while there is a network. */
export function keepFiles(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined))
}
