import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of the checkout, as it is now, in which files may be broken. */
export interface Checkout {
  root: string;
  /** For temporary files of one run of tests. */
  scratch: string;
  /** For compiled modules, which every process loads again. */
  cache: string;
  /** Paths of its files. */
  files: string[];
  /** Hex; another one when any file is another one. */
  fingerprint: string;
  remove(): void;
}

export function copyCheckout(from: string): Checkout {
  // V8 names files by their real paths.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'preflight-mutate-')));
  const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: from,
    encoding: 'utf8',
  });
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(from, file)));
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(from, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(from, file), join(root, file));
  }
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    scratch: join(root, 'build/scratch'),
    cache: join(root, 'build/cache'),
    files,
    fingerprint: hash.digest('hex'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs `act` while `path` has another content. */
export async function whileChanged<Result>(
  path: string,
  content: string,
  act: () => Promise<Result>,
): Promise<Result> {
  const original = readFileSync(path);
  writeFileSync(path, content);
  try {
    return await act();
  } finally {
    writeFileSync(path, original);
  }
}
