import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { machine } from './action.ts';

/** A real Git repository below a folder of the test. */
export class Repository {
  readonly path: string;

  constructor(folder: string) {
    this.path = mkdtempSync(join(folder, 'repository-'));
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Nothing of the machine's own configuration counts. */
  git(...args: string[]): string {
    const env = {
      ...machine(),
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.example' },
      ...{ GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.example' },
    };
    const options = { cwd: this.path, env, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], options).trim();
  }

  /** Writes files (`null`: removes one) and commits everything; gives the commit. */
  commit(files: Readonly<Record<string, string | null>>): string {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.path, name);
      if (text === null) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=x');
    return this.git('rev-parse', 'HEAD');
  }

  /** A clone as a checkout action makes it: with so many commits of each branch, and on `ref`. */
  checkout(folder: string, ref: string, depth: number): Repository {
    const clone = new Repository(folder);
    clone.git('fetch', '--quiet', `--depth=${depth}`, `file://${this.path}`, ref);
    clone.git('checkout', '--quiet', 'FETCH_HEAD');
    return clone;
  }
}
