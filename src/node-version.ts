/** better-sqlite3 needs Node-API 10; on an older Node loading it ends the process without a word. */
const NEEDED = 10;

/** What is wrong with this Node for the engine, or `undefined`. */
export function nodeProblem(versions: NodeJS.ProcessVersions = process.versions): string | undefined {
  if (Number(versions.napi) >= NEEDED) return undefined;
  return `SQLite Migration Preflight needs Node 24 or newer; this is Node ${versions.node}. In the project's own folder, start it through npm, which brings Node 24.`;
}
