import { join, resolve } from 'node:path';
import type { Allowance, Declaration, Declarations } from '../../facts/settings.ts';
import { allowancesInSql } from '../checks/sql-allowances.ts';
import type { Config } from '../config/config.ts';
import { DEFAULT_PLACES } from '../config/read-config.ts';
import type { RawSettings } from '../config/settings-schema.ts';
import { withoutStepOnly } from '../config/step-only.ts';
import { MOST_BYTES } from '../files/budget.ts';
import { nameIn } from '../files/file-access.ts';
import { allowancesIn } from '../trusted.ts';
import { validated } from '../validated.ts';
import { type BaseFiles, baseFiles, type ChangeBase, type FileBefore } from './base.ts';
import { allowanceDeclaration, checksIn, declarationsIn } from './declarations.ts';

/** What was read, as far as it is declared by what a pull request can change. */
export interface Read {
  /** Of the config, without what an input of the step overrides. */
  values: RawSettings;
  config: Config;
  /** Of the config, and of comments in SQL. */
  allow: readonly Allowance[];
  /** The file that the step named, and where one is looked for else; absolute. */
  configPath?: string;
  folder: string;
  workspace: string;
  /** Rules that an allowance may name. */
  ruleIds: readonly string[];
  /** Aborts when the run is cancelled. */
  signal?: AbortSignal;
}

/** All that is declared; where the change is known that started the run, with what is new in it. */
export async function declaredIn(read: Read, change: ChangeBase | undefined): Promise<Declarations> {
  const items = [...declarationsIn(read.values, read.config), ...read.allow.map(allowanceDeclaration)];
  if (change === undefined) return { items };
  const { kind } = change;
  const files = await baseFiles(read, change);
  const before = files && (await beforeChange(read, items, files));
  if (before === undefined) return { items, change: { kind, isUnknown: true } };
  const marked = items.map((item) => (before.isNew(item) ? { ...item, isNew: true as const } : item));
  return { items: [...marked, ...before.withdrawn], change: { kind } };
}

interface Before {
  isNew(item: Declaration): boolean;
  withdrawn: Declaration[];
}

async function beforeChange(
  read: Read,
  items: readonly Declaration[],
  files: BaseFiles,
): Promise<Before | undefined> {
  const { workspace } = read;
  const configs = placesOf(read);
  const pathOf = ({ source }: Declaration) => join(workspace, source.file);
  const found = await files.read([...new Set([...configs, ...items.map(pathOf)])]);
  if (found === undefined) return undefined;
  const former = await configBefore(configs, found, workspace);
  const inConfig = former && [
    ...declarationsIn(former.values, former.config),
    ...allowancesIn(former.values, former.config).map(allowanceDeclaration),
  ];
  const inSql = allowancesBefore(found, read).map(allowanceDeclaration);
  const known = new Set([...(inConfig ?? []).map(({ text }) => text), ...inSql.map(inItsFile)]);
  const isNew = (item: Declaration) => {
    const isConfig = item.source.file === read.config.file;
    const isKnown = known.has(isConfig ? item.text : inItsFile(item));
    return found.get(pathOf(item))?.isTracked === true && !isKnown;
  };
  return { isNew, withdrawn: former === undefined ? [] : withdrawn(former, read) };
}

/** Where the config may have been before the change. */
function placesOf({ configPath, folder, workspace }: Read): string[] {
  if (configPath !== undefined) return [configPath];
  return [folder, workspace].flatMap((place) => DEFAULT_PLACES.map((name) => resolve(place, name)));
}

/** An allowance in a comment is for its own migration. */
function inItsFile({ source, text }: Declaration): string {
  return `${source.file}\0${text}`;
}

interface FormerConfig {
  values: RawSettings;
  config: Config;
}

/** `undefined` where there was none, or none that says anything. */
async function configBefore(
  places: readonly string[],
  found: ReadonlyMap<string, FileBefore>,
  workspace: string,
): Promise<FormerConfig | undefined> {
  const path = places.find((place) => found.get(place)?.text !== undefined);
  const text = path === undefined ? undefined : found.get(path)?.text;
  if (path === undefined || text === undefined || text.length > MOST_BYTES.config) return undefined;
  const { parseConfig } = await import('../config/yaml.ts');
  const { config } = withoutStepOnly(parseConfig(text, nameIn(workspace, path)));
  return { values: validated(config.values, config).values, config };
}

function allowancesBefore(found: ReadonlyMap<string, FileBefore>, { workspace, ruleIds }: Read): Allowance[] {
  const files = [...found].flatMap(([path, { text }]) => {
    const file = nameIn(workspace, path);
    return text === undefined || !/\.sql$/i.test(path) ? [] : [{ file, path: file, sql: text }];
  });
  return allowancesInSql(files, ruleIds).allow;
}

function withdrawn(former: FormerConfig, { values, config }: Read): Declaration[] {
  const now = new Set(checksIn(values).map(({ identity }) => identity));
  const gone = checksIn(former.values).filter(({ identity }) => !now.has(identity));
  const { file = '' } = config.file === undefined ? former.config : config;
  return gone.map(({ text }) => ({ kind: 'withdrawn', text, source: { file }, isNew: true }));
}
