/** One engine task in a process of its own: `task.ts compare BEFORE AFTER`, `rehearse DATABASE SQL`, `orphans DATABASE`. */
import { readFileSync } from 'node:fs';
import { planOf } from '../../__tests__/support/plans.ts';
import { compare } from '../../src/engine/compare/compare.ts';
import { measureOrphans } from '../../src/engine/measure/orphans.ts';
import { rehearse } from '../../src/engine/rehearse/rehearse.ts';
import { withConnection } from '../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../src/engine/sqlite/schema.ts';

const [task, database = '', other = ''] = process.argv.slice(2);
if (task === 'compare') compare({ before: database, after: other, executed: [] });
if (task === 'rehearse') {
  const { outcome } = rehearse(database, planOf(readFileSync(other, 'utf8')), () => {});
  if (outcome !== 'done') throw new Error(`the rehearsal ${outcome}`);
}
if (task === 'orphans') {
  withConnection(database, 'read', (connection) =>
    measureOrphans(connection, readSchema(connection).tables, [], 'none'),
  );
}
