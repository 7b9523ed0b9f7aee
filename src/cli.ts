#!/usr/bin/env node
import { tmpdir } from 'node:os';
import { commands } from './commands/index.ts';
import { start } from './entry.ts';
import { readCommandLine, terminalHost } from './host/terminal.ts';
import { nearest } from './settings/did-you-mean.ts';
import { VERSION } from './version.ts';

/** Starts a command with the terminal host. */
const asked = readCommandLine(process.argv.slice(2), commands, { version: VERSION, nearest });
if ('print' in asked) {
  process.exitCode = asked.exitCode;
  (asked.exitCode === 0 ? process.stdout : process.stderr).write(`${asked.print}\n`);
} else {
  await start(asked.command, {
    directory: import.meta.dirname,
    temp: tmpdir(),
    operands: asked.operands,
    host: async () => terminalHost(asked.values, { cwd: process.cwd(), env: process.env }),
  });
}
