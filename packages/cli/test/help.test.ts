import { addCommands } from '@haixuan/cli/commands'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { haixuan } from './support/haixuan.ts'

const program = new Command('haixuan')
await addCommands(program)

test.each(program.commands.map((command) => [command.name(), command] as const))(
  '%s: what it does, every argument and option explained, an example to type',
  (name, command) => {
    const parts: string[] = []
    command.configureOutput({ writeOut: (text) => parts.push(text), getOutHelpWidth: () => 80 }).outputHelp()
    const shown = parts.join('')
    expect(shown).toMatch(new RegExp(`^Usage: haixuan ${name} `))
    expect(shown).toMatch(new RegExp(`\\n  \\$ .*haixuan ${name}\\b`))
    expect(command.description().length).toBeGreaterThan(80)
    for (const part of [...command.registeredArguments, ...command.options]) expect(part.description).toMatch(/\S/)
    expect(command.options.map((o) => o.long)).toContain('--json')
  },
)

test.each([[[]], [['--help']]])('haixuan %s lists every command and the exit codes', async (args) => {
  const { code, stdout } = await haixuan(args)
  for (const command of program.commands) expect(stdout).toContain(`\n  ${command.name()} `)
  expect(stdout).toContain('2 bad input')
  expect(code).toBe(0)
})

test('help of one command, and the version', async () => {
  expect(await haixuan(['help', 'run'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Usage: haixuan run'),
  })
  expect(await haixuan(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
