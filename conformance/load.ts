import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ToolRun } from './tool.ts';

const resolver = createRequire(import.meta.url);
const packages = join(import.meta.dirname, 'node_modules');

/** A package of this folder's own lock file; types are not asked for, since it may not be installed. */
export async function load<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(resolver.resolve(name)).href)) as Module;
}

/** A file of a package. */
export function packageFile(...path: string[]): string {
  return join(packages, ...path);
}

/** The version of a package, with those of its drivers; or the command that installs them. */
export function findPackage(
  name: string,
  ...drivers: readonly string[]
): { version: string } | { missing: string } {
  const all = [name, ...drivers];
  if (!all.every((one) => existsSync(packageFile(one, 'package.json'))))
    return { missing: 'npm ci --prefix conformance' };
  const others = drivers.map((driver) => `${driver} ${versionOf(driver)}`);
  return { version: [versionOf(name), ...others].join(', ') };
}

function versionOf(name: string): string {
  const manifest = readFileSync(packageFile(name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The version of a package of Debian whose `program` is on the PATH. */
export function findDebian(program: string, name: string): { version: string } | { missing: string } {
  if (spawnSync(program, ['--version']).error !== undefined) return { missing: `apt-get install ${name}` };
  const shown = spawnSync('dpkg-query', ['-W', '-f', `\${Version}`, name], { encoding: 'utf8' });
  return { version: shown.status === 0 ? shown.stdout : 'of the PATH' };
}

/** Runs a program to its end. It gets the PATH and a home of its own, and nothing else of the environment. */
export function runProgram(
  program: string,
  given: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
): ToolRun {
  const { PATH = '' } = process.env;
  const env = { PATH, HOME: folder, CI: '1', ...environment };
  try {
    execFileSync(program, given, { cwd: folder, env, stdio: 'pipe', encoding: 'utf8' });
    return { succeeded: true };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { succeeded: false, says: firstWords(`${stderr}\n${stdout}`) };
  }
}

/** The line that tells of an error, without colours. */
export function firstWords(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are spoken to in control characters.
  const lines = output.replace(/\u001B\[[0-9;]*m/g, '').split('\n');
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  const first = told.find((line) => /error|fail|cannot|could not|unknown/i.test(line)) ?? told[0] ?? '';
  return first.replace(/^(\W*\[?error\]?:? )/i, '');
}
