import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import Database from 'better-sqlite3';

/**
 * Makes the example's database at `path`, the same bytes each time: 45 goals, of which 20 descendants have no root_id,
 * 79 activity instances and 116 metric values, without orphans. Names and numbers are invented.
 */
export function makeDatabase(path: string): void {
  rmSync(path, { force: true });
  const db = new Database(path);
  db.pragma('foreign_keys=ON');
  // Its foreign keys point both ways; they are checked when all rows are there.
  db.exec(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'));
  db.transaction(() => {
    db.pragma('defer_foreign_keys=ON');
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

const ROOTS = ['Run a mountain marathon', 'Play a recital', 'Speak Portuguese'];
const LEVELS = ['LongTermGoal', 'MidTermGoal', 'ShortTermGoal'];
const SKILLS = ['endurance', 'technique', 'repertoire', 'listening', 'strength', 'rhythm', 'vocabulary'];

const day = (number: number) => new Date(Date.UTC(2025, 0, 1 + number, 8)).toISOString();

function fill(insert: Insert): void {
  fillGoals(insert);
  fillDefinitions(insert);
  fillRecords(insert);
}

/** Three trees of fifteen: a root, then each goal below one of the goals before it. */
function fillGoals(insert: Insert): void {
  let missing = 20;
  for (let number = 0; number < 45; number += 1) {
    const tree = number % 3;
    const place = Math.floor(number / 3);
    const root = `goal-${tree}`;
    const isRoot = place === 0;
    // The younger descendants were written by a version that forgot root_id.
    const forgot = !isRoot && number >= 45 - 20;
    if (forgot) missing -= 1;
    insert('goals', {
      id: `goal-${number}`,
      type: isRoot
        ? 'UltimateGoal'
        : (LEVELS[Math.min(2, Math.floor(Math.log2(place + 1)) - 1)] ?? 'ShortTermGoal'),
      name: isRoot ? (ROOTS[tree] ?? '') : `Improve ${SKILLS[number % SKILLS.length]}, step ${place}`,
      description: number % 4 === 0 ? null : `Noted on day ${number}`,
      parent_id: isRoot ? null : `goal-${tree + 3 * Math.floor((place - 1) / 2)}`,
      root_id: forgot ? null : root,
      completed: number % 5 === 0 ? 1 : 0,
      created_at: day(number),
    });
  }
  if (missing !== 0) throw new Error('20 goals were to be without root_id');
}

function fillDefinitions(insert: Insert): void {
  for (let number = 0; number < 6; number += 1) {
    const root_id = `goal-${number % 3}`;
    insert('activity_groups', {
      id: `group-${number}`,
      root_id,
      name: `Group ${number}`,
      created_at: day(number),
    });
    insert('session_templates', {
      id: `template-${number}`,
      root_id,
      name: `Template ${number}`,
      created_at: day(number),
    });
  }
  for (let number = 0; number < 12; number += 1) {
    const activity_id = `activity-${number}`;
    const skill = SKILLS[number % SKILLS.length] ?? '';
    insert('activity_definitions', {
      id: activity_id,
      root_id: `goal-${number % 3}`,
      group_id: number % 4 === 3 ? null : `group-${number % 6}`,
      name: `Practise ${skill}`,
      created_at: day(number),
    });
    insert('metric_definitions', {
      id: `metric-${number}`,
      activity_id,
      name: `${skill} score`,
      unit: 'points',
    });
    insert('split_definitions', {
      id: `split-${number}`,
      activity_id,
      name: number % 2 === 0 ? 'left' : 'right',
    });
  }
}

function fillRecords(insert: Insert): void {
  for (let number = 0; number < 24; number += 1) {
    insert('sessions', {
      id: `session-${number}`,
      goal_id: `goal-${number % 45}`,
      template_id: number % 3 === 0 ? null : `template-${number % 6}`,
      started_at: day(60 + number),
      minutes: 20 + (number % 5) * 10,
    });
    insert('notes', {
      id: `note-${number}`,
      goal_id: `goal-${number}`,
      body: `Session ${number} went as planned.`,
    });
    insert('targets', {
      id: `target-${number}`,
      goal_id: `goal-${number}`,
      metric_id: `metric-${number % 12}`,
      value: 10 + number,
    });
  }
  for (let number = 0; number < 79; number += 1) {
    insert('activity_instances', {
      id: `instance-${number}`,
      session_id: `session-${number % 24}`,
      activity_id: `activity-${number % 12}`,
      split_id: number % 3 === 0 ? `split-${number % 12}` : null,
      created_at: day(60 + (number % 24)),
      notes: number % 6 === 0 ? 'felt good' : null,
    });
  }
  for (let number = 0; number < 116; number += 1) {
    insert('metric_values', {
      id: `value-${number}`,
      instance_id: `instance-${number % 79}`,
      metric_id: `metric-${(number % 79) % 12}`,
      value: Math.round((5 + (number % 17) * 1.3) * 10) / 10,
    });
  }
}

if (argv[1] === import.meta.filename) {
  const path = argv[2];
  if (path === undefined) throw new Error('Give the path of the database to make.');
  makeDatabase(path);
}
