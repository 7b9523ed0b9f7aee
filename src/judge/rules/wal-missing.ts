import type { LogGap } from '../../facts/snapshot.ts';
import type { RawFinding, Rule } from '../rule.ts';

const GAPS: Readonly<Record<LogGap, string>> = {
  frames: 'its -shm counts commits that no -wal beside it holds',
  older: 'the -wal beside it is of an earlier state than the file: SQLite mixes both',
  pages:
    'the file has more pages than its header counts: it was copied in the middle of a checkpoint, without its -wal',
};

export const rule: Rule = {
  id: 'wal-missing',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A WAL database without its -wal file',
  why: 'Where the file was copied by itself, the last commits are in a -wal that stayed behind; mostly nothing in the file tells. One made by `.backup` looks the same and is complete.',
  remedy:
    'Make sure that the snapshot was taken with `sqlite3 FILE ".backup COPY"`, or copy the -wal with it.',
  check({ path, snapshot, before }) {
    if (snapshot === undefined || snapshot.journalMode !== 'wal') return [];
    const { logGap, sidecars } = snapshot;
    if (logGap !== undefined) return [missing(`Commits are missing from ${path}: ${GAPS[logGap]}.`)];
    if (sidecars.some(({ suffix, bytes }) => suffix === '-wal' && bytes > 0)) return [];
    const alone = `${path} is in WAL mode, and no -wal was beside it`;
    if (before?.integrity.result !== 'damaged') return [{ message: `${alone}.`, object: '-wal' }];
    return [missing(`${alone}; it is damaged, as a file is that was copied without it.`)];
  },
};

function missing(message: string): RawFinding {
  return { severity: 'warning', message, object: '-wal' };
}
