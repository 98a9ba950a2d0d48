import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './look/tokens.css'
import './look/base.css'
import { whereBefore } from './client/send.ts'
import { keepFiles } from './offline/register.ts'
import { App } from './shell/app.tsx'
import { keepFocus } from './shell/frame/focus-trail.ts'

const before = whereBefore()
if (before && location.pathname === '/') history.replaceState(null, '', before)

keepFiles()
keepFocus()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
