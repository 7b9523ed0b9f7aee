import { describe, expect, it } from '@jest/globals';
import { ActivityLog } from '../../src/host/activity-log.ts';
import { LiveLine } from '../../src/host/live-line.ts';

const rehearsing = (detail: string) => ({ database: 'a.db', doing: 'rehearsing', detail });

/** What is said when somebody looks every second, for `seconds` from now on. */
function heard(seconds: number, during: (log: ActivityLog, second: number) => void): string[] {
  const lines: string[] = [];
  const log = new ActivityLog((line) => lines.push(line));
  // A whole number, so that the times between two looks are exact.
  const start = Math.ceil(performance.now());
  for (let second = 0; second <= seconds; second += 1) {
    during(log, second);
    log.tick(start + second * 1000 + 500);
  }
  return lines;
}

describe('what takes long', () => {
  it('is told after five seconds, and every thirty from then on', () => {
    const lines = heard(70, (log, second) => {
      if (second === 0) log.watch(rehearsing('m/1.sql:3, statement 1 of 1'), 'runs');
    });
    expect(lines).toEqual([5, 35, 65].map((s) => `a.db: rehearsing, m/1.sql:3, statement 1 of 1, ${s} s`));
  });

  it('is not told where it was quick', () => {
    const lines = heard(20, (log, second) => {
      log.watch({ database: 'a.db', doing: `part ${second}` }, 'runs');
      log.watch({ database: 'a.db', doing: `part ${second}` }, 'ended');
    });
    expect(lines).toEqual([]);
  });
});

it('a live line is cut to the terminal, holds no control sequence, and is taken away', () => {
  const written: string[] = [];
  const line = new LiveLine({ write: (text) => written.push(text), columns: 20 });
  line.show('a.db: rehearsing \u001b[31m and more of it');
  line.clear();
  line.clear();
  expect(written).toEqual(['\r\u001b[2Ka.db: rehearsing \\u…', '\r\u001b[2K']);
});
