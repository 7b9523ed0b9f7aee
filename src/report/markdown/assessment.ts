import type { Timings } from '../../facts/database.ts';
import type { DatabaseRecord } from '../../facts/record.ts';
import { words } from '../escape.ts';
import { duration } from '../numbers.ts';
import { bullets, type Section, table } from './parts.ts';

const NAMES: Record<keyof Timings, string> = {
  copy: 'Copy and hash the snapshot',
  healthBefore: 'Check before',
  rehearsal: 'Rehearse',
  healthAfter: 'Check after',
  schemaDiff: 'Compare the schemas',
  dataDiff: 'Compare every row',
  total: 'Total (some of it at the same time)',
};

/** Risk, timeline and success criteria. */
export function assessment({ facts, risk, criteria }: DatabaseRecord): Section[] {
  if (facts.snapshot === undefined) return [];
  const timeline = Object.entries(NAMES).flatMap(([name, title]) => {
    const ms = facts.timings[name as keyof Timings];
    return ms === undefined ? [] : [[title, duration(ms)]];
  });
  const sections: Section[] = [];
  if (risk.level !== 'unknown')
    sections.push({ title: `Risk: ${risk.level}`, body: bullets(risk.reasons.map(words)) });
  sections.push({ title: 'Timeline', body: table(['step', 'time:'], timeline) });
  if (criteria.length > 0) {
    const met = criteria.filter((criterion) => criterion.met).length;
    const body = criteria
      .map((criterion) => `- [${criterion.met ? 'x' : ' '}] ${words(criterion.text)}`)
      .join('\n');
    sections.push({ title: `Success criteria: ${met} of ${criteria.length} met`, body });
  }
  return sections;
}
