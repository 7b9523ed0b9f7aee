import type { HeaderValues } from '../../facts/health.ts';
import type { Connection } from '../sqlite/connection.ts';

/** The values of the file header that an application or a tool may rely on (sqlite.org/fileformat2.html). */
export function readHeader(connection: Connection): HeaderValues {
  return {
    userVersion: connection.number('PRAGMA user_version'),
    applicationId: connection.number('PRAGMA application_id'),
    pageSize: connection.number('PRAGMA page_size'),
    encoding: connection.text('PRAGMA encoding'),
    autoVacuum: connection.number('PRAGMA auto_vacuum'),
    journalMode: connection.text('PRAGMA journal_mode'),
  };
}
