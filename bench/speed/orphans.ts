/** Counts the rows without a parent of the database whose path comes as a message, in a process of its own. */
import { measureOrphans } from '../../src/engine/measure/references/count-orphans.ts';
import { withConnection } from '../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../src/engine/sqlite/read-schema.ts';

process.on('message', (database: string) => {
  const started = performance.now();
  const result = withConnection(database, 'read', (connection) =>
    measureOrphans({ connection, schema: readSchema(connection), samples: 'none', unchecked: [] }),
  );
  process.send?.({ say: 'result', result, ms: performance.now() - started });
});
process.once('disconnect', () => process.exit(0));
process.send?.({ say: 'ready' });
