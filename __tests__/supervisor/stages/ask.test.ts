import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import type { ViewQuestion } from '../../../src/engine/ask/ask-view.ts';
import type { ChangeFacts } from '../../../src/facts/changes.ts';
import { Mutex } from '../../../src/supervisor/command/mutex.ts';
import { withAnswers } from '../../../src/supervisor/stages/ask-stage.ts';
import { WorkerPool } from '../../../src/supervisor/worker-pool.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const ENGINE = join(import.meta.dirname, '../../support/engine.ts');
const pools: WorkerPool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const ENDLESS =
  'CREATE VIEW endless AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) AS n FROM c;';

const question = (view: string): ViewQuestion => ({
  view,
  former: view,
  columns: [['n', 'n']],
  rounded: false,
  hints: [],
});

async function answers(schema: string, migrated: string, questions: ViewQuestion[], ms: number) {
  const pool = new WorkerPool(ENGINE, folder, 2, { memoryKb: 2_000_000, fileBytes: 1e9 });
  pools.push(pool);
  const copies = { before: databaseFrom(folder, schema), after: databaseFrom(folder, migrated) };
  const changes: ChangeFacts = {
    tables: [],
    objects: [],
    renames: [],
    unchecked: [],
    meaning: { triggers: [], views: [], swaps: [], indexes: [] },
  };
  const limits = {
    deadline: performance.now() + ms,
    signal: new AbortController().signal,
    mutex: new Mutex(),
    watch: () => {},
  };
  return await withAnswers({ pool, limits }, copies, changes, questions);
}

it('adds what a view answers', async () => {
  const view = 'CREATE VIEW v AS SELECT n FROM t;';
  const before = `CREATE TABLE t(n); INSERT INTO t VALUES (1), (2); ${view}`;
  const after = before.replace('(2)', "('2')");
  const { meaning, unchecked } = await answers(before, after, [question('v')], 30_000);
  expect(meaning?.views).toEqual([
    { view: 'v', change: { kind: 'rows', before: 2, after: 2, gone: 1, came: 1 }, hints: [] },
  ]);
  expect(unchecked).toEqual([]);
});

it('does not wait for a view that does not end, and says so', async () => {
  const { meaning, unchecked } = await answers(ENDLESS, ENDLESS, [question('endless')], 3000);
  expect(meaning?.views).toEqual([]);
  expect(unchecked).toEqual([{ check: 'view', table: 'endless', missing: 'reading it takes too long' }]);
});

it('says what is known of its names all the same', async () => {
  const cause = { kind: 'joined', columns: ['status'] } as const;
  const asked = { ...question('endless'), cause: { ...cause, columns: ['status'] } };
  const { meaning } = await answers(ENDLESS, ENDLESS, [asked], 0);
  expect(meaning?.views).toEqual([{ view: 'endless', change: cause, hints: [] }]);
});
