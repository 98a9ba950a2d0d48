import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

type Mail = { readonly from: string; readonly to: string; readonly data: string }

/** A mail server that takes all it is sent and keeps it (RFC 5321, as far as one message needs it). */
export async function mailServer() {
  const mails: Mail[] = []
  const server = createServer((socket) => converse(socket, mails)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, mails, close: () => server.close() }
}

function converse(socket: Socket, mails: Mail[]): void {
  let from = ''
  let to = ''
  let data: string[] | undefined
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('error', () => {})
  socket.on('data', (bytes) => {
    const lines = (rest + bytes).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (data && line !== '.') data.push(line)
      else if (data) {
        mails.push({ from, to, data: data.join('\n') })
        data = undefined
        say('250 taken')
      } else if (line.startsWith('EHLO')) say('250 test')
      else if (line.startsWith('MAIL FROM:')) {
        from = line.slice(10)
        say('250 ok')
      } else if (line.startsWith('RCPT TO:')) {
        to = line.slice(8)
        say('250 ok')
      } else if (line === 'DATA') {
        data = []
        say('354 go on')
      } else if (line === 'QUIT') socket.end('221 bye\r\n')
      else say('502 what')
    }
  })
}
