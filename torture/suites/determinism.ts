import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from '../kit/shop.ts';
import { attempt } from '../kit/step.ts';
import type { Case, Suite } from '../suite.ts';

/** Fields of report.json that say when and how long. */
const TIMES = new Set(['generatedAt', 'modifiedAt', 'ms', 'longestWriteMs', 'timings']);

export const determinism: Suite = {
  name: 'determinism',
  title: 'Determinism',
  promise:
    'The same inputs give the same report, byte for byte, but for the fields that say when and how long; and the same migrated copy.',
  method: `Several databases and migrations, with findings and without, run again and again. Left out of report.json are ${[...TIMES].map((name) => `\`${name}\``).join(', ')}; and dates and durations within sentences, there and in report.md, the log and the summary.`,
  count: 20,
  async cases({ count, place }): Promise<Case[]> {
    const shop = openShop(place, { orders: 500 });
    const [clean, lossy] = [shop, { ...shop, inputs: { ...shop.inputs, migrations: 'lossy' } }];
    mkdirSync(join(shop.workspace, 'lossy'));
    const sql =
      'DELETE FROM orders WHERE id % 7 = 0;\nUPDATE orders SET total = NULL WHERE id % 5 = 0;\nDROP INDEX orders_customer;\n';
    writeFileSync(join(shop.workspace, 'lossy/1.sql'), sql);
    const first = new Map<Shop, Record<string, string>>();
    return Array.from({ length: count }, (_, at) => ({
      name: `run ${at}`,
      run: async (own) => {
        const found: string[] = [];
        for (const one of [clean, lossy]) {
          const { texts, problems } = await said(own, one);
          const expected = first.get(one) ?? texts;
          first.set(one, expected);
          found.push(...problems, ...differences(texts, expected));
        }
        return found;
      },
    }));
  },
};

/** By the name of what was said. */
async function said(
  place: string,
  { workspace, inputs }: Shop,
): Promise<{ texts: Record<string, string>; problems: string[] }> {
  const output = join(place, `out-${inputs.migrations}`);
  const ended = await attempt({ place, workspace, inputs: { ...inputs, output } });
  const { stdout, summary, problems, exitCode } = ended;
  const json = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'), (key, value) =>
    TIMES.has(key) ? undefined : value,
  );
  const markdown = readFileSync(join(output, 'report.md'), 'utf8');
  const texts = {
    'exit code': String(exitCode),
    'report.json': masked(JSON.stringify(json), place),
    'report.md': masked(markdown, place),
    'the log': masked(stdout, place),
    'the summary': masked(summary, place),
    'the migrated copy': readFileSync(join(output, 'shop.migrated.db'), 'latin1'),
  };
  return { texts, problems };
}

/** What is another than in the first run, with the place where it begins to be. */
function differences(texts: Record<string, string>, expected: Record<string, string>): string[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const first = expected[name] ?? '';
    if (text === first) return [];
    const at = [...text].findIndex((character, index) => character !== first[index]);
    const [here, there] = [text, first].map((one) =>
      JSON.stringify(one.slice(Math.max(0, at - 60), at + 40)),
    );
    return [`${name} says ${here}, and said ${there}`];
  });
}

function masked(text: string, place: string): string {
  return text
    .replaceAll(place, 'PLACE')
    .replace(/\b\d+ min( \d+ s)?/g, 'DURATION')
    .replace(/\b\d[\d,]*(\.\d+)? (ms|s)\b/g, 'DURATION')
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+( UTC|Z)/g, 'TIME')
    .replace(/ghadelimiter_[0-9a-f-]+/g, 'DELIMITER');
}
