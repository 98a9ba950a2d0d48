// Keeps the workbench's own files on the device, so that its pages open without a network. What the API answers never
// comes here: what of it is kept stands in kept-answers.ts, by person. The build writes in the version and the files.
const CACHE = 'haixuan-shell-__VERSION__'
const FILES = ['__FILES__']
/** Addresses that are never a page of the workbench. */
const NOT_PAGES = /^\/(api|files|assets|health|metrics|calendar|sign-in)(\/|$)/

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([new Request('/', { headers: { accept: 'text/html' } }), ...FILES]))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('haixuan-shell-') && name !== CACHE
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  // pages come from the server as long as it answers; files whose names hold their hash never change
  if (request.mode === 'navigate' && !NOT_PAGES.test(pathname)) event.respondWith(fetch(request).catch(() => kept('/')))
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
})

const kept = (path) => caches.open(CACHE).then((cache) => cache.match(path, { ignoreVary: true }))
