import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PublishOptions } from '../host.ts';

/** One artifact to upload. */
export interface Upload {
  /** Prefix of the outputs about it: `report` or `database`. */
  kind: 'report' | 'database';
  name: string;
  files: string[];
}

export interface UploadPlan {
  uploads: Upload[];
  /** Why something stays here. */
  notices: string[];
}

/** What goes up, decided before anything is sent. */
export function planUploads(
  { upload, artifactName }: Pick<PublishOptions, 'upload' | 'artifactName'>,
  files: { reports: string[]; databases: string[] },
  repositoryIsPrivate: boolean,
): UploadPlan {
  const report: Upload = { kind: 'report', name: artifactName, files: files.reports };
  const database: Upload = { kind: 'database', name: `${artifactName}-database`, files: files.databases };
  if (upload === 'never') return { uploads: [], notices: [] };
  if (upload === 'report' || files.databases.length === 0) return { uploads: [report], notices: [] };
  if (upload === 'auto' && !repositoryIsPrivate) {
    const notice =
      'The migrated database is not uploaded: this repository is not known to be private, and artifacts can be downloaded by whoever can read it. Set `upload: all` to upload it all the same.';
    return { uploads: [report], notices: [notice] };
  }
  return { uploads: [report, database], notices: [] };
}

/** Whether the event's payload says that the repository is private or internal; unknown counts as public. */
export function repositoryIsPrivate(eventPath: string | undefined): boolean {
  try {
    const { repository } = JSON.parse(readFileSync(eventPath ?? '', 'utf8')) as {
      repository?: { private?: unknown; visibility?: unknown };
    };
    return repository?.private === true || repository?.visibility === 'internal';
  } catch {
    return false;
  }
}

export interface Uploaded {
  kind: Upload['kind'];
  id: string;
  url: string;
}

/**
 * Uploads through the official client. Best effort: what cannot be uploaded is a warning with the paths, and the
 * verdict stays as it is.
 */
export async function uploadArtifacts(
  uploads: readonly Upload[],
  env: NodeJS.ProcessEnv,
  options: { retentionDays?: number; warn: (text: string) => void },
): Promise<Uploaded[]> {
  const done: Uploaded[] = [];
  if (uploads.length === 0) return done;
  const paths = uploads.flatMap(({ files }) => files).join(', ');
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
    options.warn(`There is no artifact service here. The files are: ${paths}`);
    return done;
  }
  // The client is nearly all of this bundle: it is loaded only when something is uploaded.
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const settings = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays };
  for (const { kind, name, files } of uploads) {
    try {
      const { id } = await client.uploadArtifact(name, files, dirname(files[0] ?? ''), settings);
      if (id === undefined) throw new Error('the service gave no id');
      done.push({ kind, id: String(id), url: urlOf(env, id) });
    } catch (error) {
      options.warn(
        `The artifact ${name} was not uploaded: ${explain(error)} The files are: ${files.join(', ')}`,
      );
    }
  }
  return done;
}

function urlOf(
  { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: NodeJS.ProcessEnv,
  id: number,
): string {
  return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/already exists|409/i.test(message)) {
    return 'an artifact of this name exists in this run. Give each job its own `artifact-name`, for example with the matrix value in it.';
  }
  return `${message.replace(/\s+/g, ' ')}.`;
}
