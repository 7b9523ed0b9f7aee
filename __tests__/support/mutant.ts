import { spawnSync } from 'node:child_process';

/** A change of the program's source, as a careless hand might make it. */
export interface Mutation {
  /** End of the file's path. */
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
}

/** Loaded before the script: changes the sources while Node reads them. The files stay as they are. */
const HOOK = `
import { registerHooks } from 'node:module';
const mutations = JSON.parse(process.env.MUTATIONS);
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    return mutations.filter(({ file }) => url.endsWith(file)).reduce(mutated, loaded);
  },
});
function mutated(loaded, { file, from, to }) {
  const parts = String(loaded.source).split(from);
  if (parts.length !== 2) throw new Error(\`not once in \${file}: \${from}\`);
  return { ...loaded, source: parts.join(to) };
}`;

/** Runs a script of the project in a process of its own, on sources with these changes. Gives its exit code and errors. */
export function runMutant(
  script: string,
  args: readonly string[],
  mutations: readonly Mutation[],
): { exitCode: number | null; errors: string } {
  const hook = `data:text/javascript,${encodeURIComponent(HOOK)}`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', hook, script, ...args],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', MUTATIONS: JSON.stringify(mutations) } },
  );
  return { exitCode: status, errors: stderr };
}
