import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';
import { OverBudget } from './budget.ts';
import { isThere, lookUp } from './file-access.ts';
import { entriesOf, realFolder, type Walk } from './folders.ts';
import { matchesName, parseGlob, type Segment } from './glob-pattern.ts';

/**
 * What matches, relative like the glob, in the order of its characters; folders are no match, and hidden names only
 * where the glob spells their dot. `undefined` where nothing at all is there.
 */
export function matchesOf(glob: string, folder: string, walk: Walk): string[] | undefined {
  const text = sep === '\\' ? glob.replaceAll('\\', '/') : glob;
  const alternatives = parseGlob(text);
  if (typeof alternatives === 'string') throw new OverBudget(alternatives);
  const root = isAbsolute(text) ? parse(text).root : '';
  const search = new Search(walk);
  const states = alternatives.map(
    (segments, alternative): State => ({ alternative, segments: stepsOf(segments, root), at: 0 }),
  );
  search.enter(root === '' ? folder : root, root, states);
  return search.metSomething ? [...search.files].toSorted() : undefined;
}

/** The folder that was given, or the one that a file or a glob is in. */
export function rootOf(given: string, folder: string): string {
  const path = resolve(folder, given);
  const there = lookUp(path);
  if (there !== undefined) return !('problem' in there) && there.isDirectory() ? path : dirname(path);
  const fixed = given.split('/').findIndex((part) => /[*?{}[\]!]/.test(part));
  return resolve(
    folder,
    given
      .split('/')
      .slice(0, fixed === -1 ? undefined : fixed)
      .join('/'),
  );
}

/** How far one alternative of the glob has come. */
interface State {
  alternative: number;
  segments: readonly Segment[];
  at: number;
}

/** Without what says nothing of the way: `./`, `//` and the root, where the search begins. */
function stepsOf(segments: readonly Segment[], root: string): Segment[] {
  const inner = root === '' ? segments : segments.slice(1);
  return inner.filter((segment) => segment.kind !== 'name' || (segment.name !== '' && segment.name !== '.'));
}

/** Follows all alternatives at once, so that no folder is listed twice for the same question. */
class Search {
  readonly files = new Set<string>();
  metSomething = false;
  readonly #walk: Walk;
  readonly #asked = new Set<string>();

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  /** `shown`: the folder's path as the glob spells it. */
  enter(folder: string, shown: string, arrived: readonly State[]): void {
    const states = withoutFolders(arrived);
    const real = realFolder(folder, this.#walk);
    if (real === undefined) return;
    const question = [real, ...states.map(({ alternative, at }) => `${alternative}:${at}`)].join('\0');
    if (this.#asked.has(question)) return;
    this.#asked.add(question);
    const prefix = shown === '' || shown.endsWith('/') ? shown : `${shown}/`;
    for (const [name, next] of this.#steps(folder, states)) {
      this.#arrive(join(folder, name), prefix + name, next);
    }
  }

  #arrive(path: string, shown: string, states: readonly State[]): void {
    const there = lookUp(path);
    // A link to nothing matches by its name: whoever reads it says what is wrong.
    if (there === undefined && !isThere(path)) return;
    const isFolder = there !== undefined && !('problem' in there) && there.isDirectory();
    const goesOn = states.filter(({ segments, at }) => at < segments.length);
    if (goesOn.length < states.length) {
      this.metSomething = true;
      if (!isFolder) this.files.add(shown);
    }
    if (isFolder && goesOn.length > 0) this.enter(path, shown, goesOn);
  }

  /** The names below `folder` that the states ask for, each with the states that it leads to. */
  #steps(folder: string, states: readonly State[]): Map<string, State[]> {
    const steps = new Map<string, State[]>();
    const add = (name: string, state: State) => {
      const known = steps.get(name);
      if (known === undefined) steps.set(name, [state]);
      else known.push(state);
    };
    const { budget } = this.#walk;
    const asking = states.filter(({ segments, at }) => segments[at]?.kind !== 'name');
    for (const state of states) {
      const segment = state.segments[state.at];
      if (segment?.kind === 'name') add(segment.name, { ...state, at: state.at + 1 });
    }
    if (asking.length === 0) return steps;
    const spent = () => budget.spend('steps');
    for (const entry of entriesOf(folder, this.#walk)) {
      for (const state of asking) {
        const segment = state.segments[state.at];
        spent();
        if (segment?.kind === 'pattern' && matchesName(segment.signs, entry.name, spent)) {
          add(entry.name, { ...state, at: state.at + 1 });
        }
        if (segment?.kind !== 'globstar' || entry.name.startsWith('.')) continue;
        // It goes into no folder by a link, which may lead in a circle.
        if (entry.isDirectory()) add(entry.name, state);
        if (state.at + 1 === state.segments.length) add(entry.name, { ...state, at: state.at + 1 });
      }
    }
    return steps;
  }
}

/** With what follows each `**`, which may stand for no folder at all. Each state once. */
function withoutFolders(states: readonly State[]): State[] {
  const found = new Map<string, State>();
  for (const { alternative, segments, at } of states) {
    for (let next = at; next < segments.length; next += 1) {
      found.set(`${alternative}:${next}`, { alternative, segments, at: next });
      if (segments[next]?.kind !== 'globstar') break;
    }
  }
  return [...found.values()];
}
