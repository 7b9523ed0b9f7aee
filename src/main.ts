import type { DatabaseFacts } from './facts/database.ts';
import type { Settings } from './facts/settings.ts';
import type { Host } from './host/host.ts';
import { judge } from './judge/judge.ts';
import { rules } from './judge/rules/index.ts';
import { formats } from './report/formats/index.ts';
import { excerptsOf } from './settings/files/excerpts.ts';
import { readSettings } from './settings/read-settings.ts';
import { notStarted } from './supervisor/not-started.ts';
import type { Supervisor } from './supervisor/supervisor.ts';
import { NAME, VERSION } from './version.ts';

/** Settings, facts, judgement, words: one run from the user's settings to the exit code. `signal`: aborts when cancelled. */
export async function main(host: Host, supervisor: Supervisor, signal: AbortSignal): Promise<number> {
  const { inputs, workspace, defaultOutput, event, change } = host;
  const ruleIds = rules.filter(({ allowable }) => allowable).map(({ id }) => id);
  const reportFiles = formats.map(({ file }) => file);
  const source = {
    inputs,
    workspace,
    defaultOutput,
    ruleIds,
    reportFiles,
    ...(event !== undefined && { event }),
    ...(change !== undefined && { change }),
    signal,
  };
  const { settings, mistakes } = await readSettings(source);
  const facts =
    mistakes.length > 0
      ? [notStarted(settings.databases[0]?.name ?? '', mistakes)]
      : await measure(host, supervisor, settings);
  const sqlite = facts.find(({ rehearsal }) => rehearsal.sqlite !== '')?.rehearsal.sqlite ?? '';
  const tool = { name: NAME, version: VERSION, sqlite, node: process.versions.node };
  const judged = judge(facts, settings, { now: new Date(), tool });
  const places = judged.findings.map(({ location }) => location);
  const record = { ...judged, excerpts: excerptsOf(places, workspace) };
  return await host.publish(record, { ...settings, signal });
}

async function measure(host: Host, supervisor: Supervisor, settings: Settings): Promise<DatabaseFacts[]> {
  const { databases, migrations, command, layout, profile, rehearse, checks } = settings;
  const { samples, output, timeoutMs } = settings;
  host.progress(intention(settings));
  const tell = (line: string) => host.progress(line);
  const requests = databases.map(({ path, name, migrated }) => ({
    ...{ snapshot: path, name, migrated, rehearse, checks, samples, output },
    ...(migrations && { assignment: { migrations, layout, profile } }),
    ...(command && { command: { ...command, tell } }),
  }));
  // What came before has used up some of it.
  return await supervisor.run(requests, Math.max(0, timeoutMs - performance.now()), host.watch);
}

function intention({ databases, migrations, command, configFile }: Settings): string {
  const config = configFile === undefined ? 'no config file' : `config file ${configFile}`;
  const subject = databases.length === 1 ? databases[0]?.name : `${databases.length} databases`;
  if (migrations) return `Rehearsing the migrations of ${migrations.name} on a copy of ${subject}; ${config}`;
  return `${command ? 'Running the command on a copy of' : 'Checking'} ${subject}; ${config}`;
}
