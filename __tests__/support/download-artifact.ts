import { DefaultArtifactClient } from '@actions/artifact';

export interface Download {
  name: string;
  /** The folder that it comes down into. */
  path: string;
  /** Where the service is, as the runner would say it. */
  env: Record<string, string>;
}

/** Downloads artifacts with the official client, one after the other as its parent asks, and answers each with what went wrong. */
async function download({ name, path, env }: Download): Promise<string | undefined> {
  Object.assign(process.env, env);
  const client = new DefaultArtifactClient();
  const { artifact } = await client.getArtifact(name);
  if (artifact.digest === undefined) return 'it has no digest';
  const { digestMismatch } = await client.downloadArtifact(artifact.id, {
    path,
    expectedHash: artifact.digest,
  });
  return digestMismatch ? 'its digest is another' : undefined;
}

process.on('message', async (wanted: Download) => {
  const problem = await download(wanted).catch(String);
  process.send?.({ problem });
});
process.once('disconnect', () => process.exit());
