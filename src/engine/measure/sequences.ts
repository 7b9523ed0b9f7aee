import type { Sequence } from '../../facts/health.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import type { MeasurementContext } from './measurement-context.ts';

interface Mark {
  name: string;
  seq: number;
}

/** The high-water mark of every AUTOINCREMENT table that has had a row (sqlite.org/autoinc.html). */
export function readSequences({ connection, schema }: MeasurementContext): Sequence[] {
  const counting = schema.tables.filter(({ autoincrement }) => autoincrement);
  if (counting.length === 0) return [];
  // Anybody may write to this table: a mark can stand there twice, or be no number.
  const marks = connection.objects<Mark>(
    'SELECT name, CAST(seq AS INTEGER) AS seq FROM sqlite_sequence WHERE name IS NOT NULL ORDER BY rowid',
  );
  const byName = Map.groupBy(marks, ({ name }) => foldName(name));
  return counting.flatMap(({ name }): Sequence[] => {
    const own = byName.get(foldName(name)) ?? [];
    // SQLite looks for the very spelling that the table has, and takes the first row.
    const exact = own.filter((mark) => mark.name === name);
    if (own.length === 0) return [];
    const highest = () => connection.number(`SELECT max(rowid) FROM main.${quoteName(name)} NOT INDEXED`);
    const surplus = { doubled: Math.max(0, exact.length - 1), otherCase: own.length - exact.length };
    return [
      {
        table: name,
        seq: exact[0]?.seq ?? highest(),
        ...(surplus.doubled + surplus.otherCase > 0 && { surplus }),
      },
    ];
  });
}
