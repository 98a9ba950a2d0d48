import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { iconNames } from './build/icon-names.ts'
import { serviceWorker } from './build/service-worker.ts'
import { standardWords } from './build/standard-words.ts'

/** Where `npm run dev` finds a server that is running. */
const server = process.env.HAIXUAN_ADDRESS ?? 'http://127.0.0.1:4180'
// the server takes what changes something from its own pages alone
const proxy = { target: server, headers: { origin: server } }

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), standardWords(), iconNames(), serviceWorker(), compressed()],
  server: { port: 5180, proxy: { '/api': proxy, '/sign-in': proxy, '/sign-in.js': proxy, '/files': proxy } },
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 2_000,
  },
})
