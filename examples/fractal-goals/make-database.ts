import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import Database from 'better-sqlite3';
import { noteTexts, trees } from './names.ts';

/**
 * Makes the example's database at `path`, the same bytes each time: 45 goals, of which 20 descendants have no root_id,
 * 79 activity instances and 116 metric values, without orphans.
 */
export function makeDatabase(path: string): void {
  // A journal left beside an older file would be played into the new one.
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  const db = new Database(path);
  db.pragma('page_size=4096');
  db.pragma('journal_mode=DELETE');
  db.pragma('foreign_keys=ON');
  db.exec(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'));
  db.transaction(() => {
    fill((table, row) => {
      const names = Object.keys(row);
      db.prepare(`INSERT INTO ${table}(${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
        ...Object.values(row),
      );
    });
  })();
  db.close();
}

type Insert = (table: string, row: Record<string, string | number | null>) => void;

const day = (number: number) => new Date(Date.UTC(2025, 0, 1 + number, 8)).toISOString();
const pick = <T>(list: readonly T[], number: number): T => {
  const item = list[number % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** The numbers of a fixed generator (mulberry32): they look random and are the same on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function fill(insert: Insert): void {
  fillGoals(insert);
  fillDefinitions(insert);
  fillSessions(insert);
  fillMeasurements(insert);
}

const LEVELS = ['UltimateGoal', 'LongTermGoal', 'MidTermGoal', 'ShortTermGoal'];

/** All descendants of the last tree and the six youngest of the second: 20 that an older version wrote without root_id. */
const lacksRoot = (tree: number, place: number) => (tree === 2 && place > 0) || (tree === 1 && place > 8);

function fillGoals(insert: Insert): void {
  for (const [tree, { goals }] of trees.entries()) {
    for (const [place, name] of goals.entries()) {
      const number = tree + trees.length * place;
      insert('goals', {
        id: `goal-${number}`,
        type: LEVELS[Math.floor(Math.log2(place + 1))] ?? 'ShortTermGoal',
        name,
        description: number % 4 === 0 ? null : `Written down on ${day(number).slice(0, 10)}.`,
        parent_id: place === 0 ? null : `goal-${tree + trees.length * Math.floor((place - 1) / 2)}`,
        root_id: lacksRoot(tree, place) ? null : `goal-${tree}`,
        completed: place > 6 && number % 5 === 0 ? 1 : 0,
        created_at: day(number),
      });
    }
  }
}

/** Numbers count across the trees, so that `number % 3` is the tree of a group, a template or an activity. */
function fillDefinitions(insert: Insert): void {
  for (let number = 0; number < 6; number += 1) {
    const place = Math.floor(number / trees.length);
    const { groups, templates } = pick(trees, number);
    const shared = { root_id: `goal-${number % trees.length}`, created_at: day(number) };
    insert('activity_groups', { id: `group-${number}`, name: pick(groups, place), ...shared });
    insert('session_templates', { id: `template-${number}`, name: pick(templates, place), ...shared });
  }
  for (let number = 0; number < 12; number += 1) {
    const activity_id = `activity-${number}`;
    const { name, metric, unit, split } = pick(
      pick(trees, number).activities,
      Math.floor(number / trees.length),
    );
    insert('activity_definitions', {
      id: activity_id,
      root_id: `goal-${number % trees.length}`,
      group_id: number > 8 ? null : `group-${number % 6}`,
      name,
      created_at: day(number),
    });
    insert('metric_definitions', { id: `metric-${number}`, activity_id, name: metric, unit });
    insert('split_definitions', { id: `split-${number}`, activity_id, name: split });
  }
}

function fillSessions(insert: Insert): void {
  const upTo = numbersFrom(1);
  for (let number = 0; number < 24; number += 1) {
    insert('sessions', {
      id: `session-${number}`,
      goal_id: `goal-${number}`,
      template_id: number % 4 === 0 ? null : `template-${number % 6}`,
      started_at: day(60 + number),
      minutes: 20 + 5 * upTo(9),
    });
    insert('notes', { id: `note-${number}`, goal_id: `goal-${number}`, body: pick(noteTexts, number) });
    insert('targets', {
      id: `target-${number}`,
      goal_id: `goal-${number}`,
      metric_id: `metric-${number % 12}`,
      value: 10 + upTo(40),
    });
  }
}

function fillMeasurements(insert: Insert): void {
  const upTo = numbersFrom(2);
  for (let number = 0; number < 79; number += 1) {
    insert('activity_instances', {
      id: `instance-${number}`,
      session_id: `session-${number % 24}`,
      activity_id: `activity-${number % 12}`,
      split_id: upTo(3) === 0 ? `split-${number % 12}` : null,
      created_at: day(60 + (number % 24)),
      notes: upTo(6) === 0 ? pick(noteTexts, number) : null,
    });
  }
  // Each instance is measured once, and the first 37 a second time.
  for (let number = 0; number < 116; number += 1) {
    const instance = number % 79;
    insert('metric_values', {
      id: `value-${number}`,
      instance_id: `instance-${instance}`,
      metric_id: `metric-${instance % 12}`,
      value: 5 + upTo(400) / 10,
    });
  }
}

if (import.meta.main) {
  const path = argv[2];
  if (path === undefined) throw new Error('Give the path of the database to make.');
  makeDatabase(path);
}
