import type { FastifyHelmetOptions } from '@fastify/helmet'

/** What pages of this server may load: scripts and data of its own and nothing of anyone else. */
export const contentPolicy = (secure: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      // the solver that runs lineups again is WebAssembly
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      // components write their styles into the page
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: secure,
})
