import { basename, resolve } from 'node:path';
import type { Mistake } from '../facts/database.ts';
import type { Settings } from '../facts/settings.ts';
import { allowanceMistakes } from './checks/allowances.ts';
import { checkMistakes } from './checks/checks.ts';
import { commandMistakes, commandOf } from './checks/command-settings.ts';
import { allowancesInSql } from './checks/sql-allowances.ts';
import { type Config, NO_CONFIG, placeOf } from './config/config.ts';
import { readConfig } from './config/read-config.ts';
import type { RawSettings } from './config/settings-schema.ts';
import { withoutStepOnly } from './config/step-only.ts';
import type { ChangeBase } from './declared/base.ts';
import { declaredIn } from './declared/declared.ts';
import { ReadBudget } from './files/budget.ts';
import { lookUp } from './files/file-access.ts';
import { NO_FILES, readNamedFiles } from './files/named-files.ts';
import { usableOutput } from './files/output-folder.ts';
import { reachOf } from './files/reach.ts';
import { type GivenInputs, givenInputs, settingsOf } from './inputs.ts';
import { told } from './told.ts';
import { switched, trusted } from './trusted.ts';
import { validated } from './validated.ts';

export interface SettingsSource {
  /** Input name to text; absent or empty = unset. */
  inputs: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  workspace: string;
  /** Absolute. */
  defaultOutput: string;
  /** Rules that an allowance may name. */
  ruleIds: readonly string[];
  /** Names of the files that a run writes beside the migrated copies. */
  reportFiles: readonly string[];
  /** GitHub's name of what started the workflow; absent outside of one. */
  event?: string;
  /** Where the change begins that started it; absent where nothing was changed. */
  change?: ChangeBase;
  /** Aborts when the run is cancelled. */
  signal?: AbortSignal;
}

/**
 * Inputs over config file over defaults, each validated by itself. All mistakes come back at once; then `settings`
 * still has usable values, with defaults for what was wrong, because the report must be written somewhere.
 */
export async function readSettings(
  source: SettingsSource,
): Promise<{ settings: Settings; mistakes: Mistake[] }> {
  const { workspace, ruleIds } = source;
  const { given, mistakes } = givenInputs(source.inputs);
  const { folder, mistakes: folderMistakes } = workingDirectory(given, workspace);
  folderMistakes.push(...eventMistakes(source.event));
  // Without the folder, what is looked for in it would only be missing once more.
  const isReadable = folderMistakes.length === 0;
  const written = isReadable ? await readConfig(given.config, folder, workspace) : NO_CONFIG;
  const { config, mistakes: stepOnly } = withoutStepOnly(written);
  const fromInputs = validated(settingsOf(given), NO_CONFIG);
  const fromConfig = validated(config.values, config);
  const values = { ...fromConfig.values, ...fromInputs.values };
  mistakes.push(...folderMistakes, ...fromInputs.mistakes, ...config.mistakes, ...fromConfig.mistakes);
  mistakes.push(...stepOnly, ...told(allowanceMistakes(config, ruleIds)), ...told(checkMistakes(config)));
  mistakes.push(...contradictions(fromConfig.values, config), ...commandMistakes(values));

  const isRefused = config.broken || mistakes.some(({ key }) => key === 'database');
  const writtenIn = (key: string) => (given[key] === undefined && key in config.values ? config : NO_CONFIG);
  const choice = outputChoice(values, folder, source);
  const place = { folder, workspace, output: choice.wanted, reportFiles: source.reportFiles };
  const wish = { needsDatabase: !isRefused, budget: new ReadBudget() };
  const files = isReadable ? readNamedFiles(values, place, writtenIn, wish) : NO_FILES;
  const inSql = allowancesInSql(files.migrations?.files ?? [], ruleIds);
  const rehearses = values.migrations !== undefined || values.command !== undefined;
  const output = usableOutput(choice, files.databases, rehearses);
  mistakes.push(...told(files.mistakes), ...inSql.mistakes, ...output.mistakes);
  const own = trusted(values, { output: output.folder, artifactName: artifactName(given) }, config);
  const allow = [...own.allow, ...inSql.allow];
  const countsHere = Object.entries(fromConfig.values).filter(([key]) => given[key] === undefined);
  const read = { values: Object.fromEntries(countsHere), config, allow, folder, workspace, ruleIds };
  const named = {
    ...(given.config !== undefined && { configPath: resolve(folder, given.config) }),
    ...(source.signal && { signal: source.signal }),
  };
  const declared =
    mistakes.length > 0 ? { items: [] } : await declaredIn({ ...read, ...named }, source.change);
  const command = commandOf(values, folder);
  const settings = {
    ...{ ...own, allow, declared, databases: files.databases, workspace },
    checks: { ...own.checks, statements: files.application },
    ...(files.migrations && { migrations: files.migrations }),
    ...(command && { command }),
  };
  return { settings, mistakes: mistakes.toSorted(byPlace) };
}

function outputChoice(
  { output }: RawSettings,
  folder: string,
  { defaultOutput, reportFiles, workspace }: SettingsSource,
) {
  const wanted = output === undefined ? defaultOutput : resolve(folder, output);
  const reach = reachOf(wanted, 'step', { folder, workspace });
  return { wanted, name: output ?? basename(defaultOutput), fallback: defaultOutput, reportFiles, reach };
}

/** Jobs of one matrix must not upload under the same name. */
function artifactName({ 'job-index': index = '' }: GivenInputs): string {
  return /^\d+$/.test(index) ? `migration-preflight-${index}` : 'migration-preflight';
}

/** Nothing of the pull request is looked at then: no file of it could be worth the secrets beside it. */
function eventMistakes(event: string | undefined): Mistake[] {
  if (event !== 'pull_request_target') return [];
  const message =
    'under pull_request_target nothing is read and nothing is run: a pull request of a stranger would meet the secrets and the write token of this repository.';
  return [{ key: 'event', message, remedy: 'Run on `pull_request`, where a fork gets no secrets.' }];
}

function workingDirectory(
  { 'working-directory': name = '.' }: GivenInputs,
  workspace: string,
): { folder: string; mistakes: Mistake[] } {
  const folder = resolve(workspace, name);
  const there = lookUp(folder);
  if (there !== undefined && !('problem' in there) && there.isDirectory()) return { folder, mistakes: [] };
  const problem =
    there === undefined ? 'does not exist' : 'problem' in there ? there.problem : 'is no folder';
  const message = `the working-directory ${name} ${problem}.`;
  const remedy = 'Give a folder, relative to the workspace; check out the repository first.';
  return { folder: workspace, mistakes: [{ key: 'working-directory', message, remedy }] };
}

/** An input may override the file; two places of one file that differ leave open which is meant. */
function contradictions({ 'foreign-keys': own, profile }: RawSettings, config: Config): Mistake[] {
  const other = typeof profile === 'object' ? profile['foreign-keys'] : undefined;
  if (own === undefined || other === undefined || switched(own) === switched(other)) return [];
  const message = 'foreign-keys is set twice, and profile.foreign-keys says otherwise.';
  const remedy = 'Remove one of the two.';
  return [{ key: 'foreign-keys', message, remedy, ...placeOf(config, ['foreign-keys']) }];
}

/** Inputs first, then file by file and line by line. */
function byPlace(a: Mistake, b: Mistake): number {
  const [left = '', right = ''] = [a.file, b.file];
  return left === right ? (a.line ?? 0) - (b.line ?? 0) : left < right ? -1 : 1;
}
