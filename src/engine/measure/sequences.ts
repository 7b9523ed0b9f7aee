import type { Sequence } from '../../facts/health.ts';
import { foldName } from '../../sql/quote.ts';
import type { MeasurementContext } from './measurement-context.ts';

/** The high-water mark of every AUTOINCREMENT table that has had a row (sqlite.org/autoinc.html). */
export function readSequences({ connection, schema }: MeasurementContext): Sequence[] {
  const counting = schema.tables.filter(({ autoincrement }) => autoincrement);
  if (counting.length === 0) return [];
  // Anybody may write to this table: a mark can stand there twice, or be no number.
  const marks = connection.objects<{ name: string; seq: number }>(
    "SELECT name, max(seq) AS seq FROM sqlite_sequence WHERE typeof(seq) = 'integer' GROUP BY name",
  );
  const byName = new Map(marks.map(({ name, seq }) => [foldName(name), seq]));
  return counting.flatMap(({ name }) => {
    const seq = byName.get(foldName(name));
    return seq === undefined ? [] : [{ table: name, seq }];
  });
}
