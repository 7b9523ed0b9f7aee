import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PreflightRecord } from '../../facts/record.ts';
import type { PublishOptions } from '../host.ts';
import { migratedDatabases } from './outputs.ts';
import type { WrittenReport } from './write-reports.ts';

/** One artifact to upload. */
export interface Upload {
  /** Prefix of the outputs about it. */
  kind: 'report' | 'database';
  name: string;
  files: string[];
}

export interface UploadPlan {
  uploads: Upload[];
  /** Why something stays here. */
  notice?: string;
}

/** What goes up, decided before anything is sent. */
export function planUploads(
  record: PreflightRecord,
  reports: readonly WrittenReport[],
  { upload, artifactName, signal }: Pick<PublishOptions, 'upload' | 'artifactName' | 'signal'>,
  knownPrivate: boolean,
): UploadPlan {
  if (upload === 'never') return { uploads: [] };
  // A cancelled job has seconds left, and they belong to the report.
  if (signal?.aborted || wasCancelled(record)) {
    return { uploads: [], notice: 'Nothing is uploaded, because the run was cancelled.' };
  }
  const report: Upload = {
    kind: 'report',
    name: artifactName,
    files: reports.map(({ path }) => path).toSorted(),
  };
  const files = migratedDatabases(record);
  const database = `${artifactName}-database`;
  if (upload === 'report' || files.length === 0) return { uploads: [report] };
  if (upload === 'auto' && !knownPrivate) return { uploads: [report], notice: keptBack(files) };
  // A job has at most 500 artifacts, and a person reads no list of hundreds.
  if (record.databases.length === 1 || files.length > MOST_ARTIFACTS) {
    return { uploads: [report, { kind: 'database', name: database, files }] };
  }
  const each = files.map((file): Upload => {
    return { kind: 'database', name: `${database}-${labelOf(file)}`, files: [file] };
  });
  return { uploads: [report, ...each] };
}

/** More databases than this share one artifact. */
const MOST_ARTIFACTS = 20;

/** What a database of several is called by, out of `label.migrated.db`. */
function labelOf(file: string): string {
  return basename(file).replace(/\.migrated\.[^.]*$/, '');
}

/** Whether the event's payload says that the repository is private or internal; anything else counts as public. */
export function isKnownPrivate(eventPath: string | undefined): boolean {
  if (!eventPath) return false;
  try {
    const event = JSON.parse(readFileSync(eventPath, 'utf8')) as {
      repository?: { private?: unknown; visibility?: unknown };
    } | null;
    const { private: isPrivate, visibility } = event?.repository ?? {};
    return isPrivate === true || visibility === 'private' || visibility === 'internal';
  } catch {
    return false;
  }
}

function wasCancelled({ databases }: PreflightRecord): boolean {
  return databases.some(({ facts }) => facts.incidents.some(({ kind }) => kind === 'cancelled'));
}

function keptBack(files: readonly string[]): string {
  return `The migrated database is not uploaded: this repository is not known to be private, and whoever can read it could download the data. Set \`upload: all\` to upload it all the same. It is here: ${files.join(', ')}`;
}
