import { DefaultArtifactClient } from '@actions/artifact';

/** Downloads an artifact with the official client: its arguments are the name and the folder. */
const [name = '', path = ''] = process.argv.slice(2);
const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact(name);
const { digestMismatch } = await client.downloadArtifact(artifact.id, {
  path,
  ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
});
process.exitCode = artifact.digest === undefined || digestMismatch ? 1 : 0;
