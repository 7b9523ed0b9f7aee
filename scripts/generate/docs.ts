import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/judge/rules/index.ts';
import { layouts } from '../../src/plan/layouts/index.ts';
import { profiles } from '../../src/plan/profiles.ts';
import { between, type GeneratedPart, markdownTable } from './part.ts';

const recipes = join(import.meta.dirname, '../../docs/recipes');

/** The table of the rules at the top of docs/rules.md. */
export const ruleIndex: GeneratedPart = {
  file: 'docs/rules.md',
  make: (current) =>
    between(
      current,
      'index',
      markdownTable(
        ['rule', 'severity', 'what is wrong', 'can be allowed'],
        rules.map(({ id, severity, title, allowable }) => [
          `[\`${id}\`](#${id})`,
          severity,
          title,
          allowable ? 'yes' : 'no',
        ]),
      ),
    ),
};

/** docs/recipes/README.md: the layouts, and every other page by its title. */
export const recipeIndex: GeneratedPart = {
  file: 'docs/recipes/README.md',
  make() {
    const own = new Set(layouts.map(({ name }) => `${name}.md`));
    const others = readdirSync(recipes).filter((file) => file !== 'README.md' && !own.has(file));
    return [
      '# Recipes',
      '<!-- `npm run generate` writes this page. -->',
      'A layout says how migration files are named, ordered and recorded. `layout: auto` recognises it by the migration history table, then by the files.',
      markdownTable(['layout', 'files and history', 'executes'], layouts.map(rowOf)),
      'Other pages:',
      others
        .toSorted()
        .map((file) => `- [${titleOf(file)}](${file})`)
        .join('\n'),
      '',
    ]
      .join('\n\n')
      .replace(/\n\n$/, '\n');
  },
};

function rowOf({ name, tool, description }: (typeof layouts)[number]): string[] {
  if (!existsSync(join(recipes, `${name}.md`))) throw new Error(`docs/recipes/${name}.md is missing`);
  const own = profiles.find((profile) => profile.name === name);
  const scope = {
    none: 'without a transaction',
    file: 'each file in a transaction',
    all: 'all in one transaction',
  };
  const executes = own && `${scope[own.transaction]}, foreign keys ${own.foreignKeys ? 'on' : 'off'}`;
  return [`[\`${name}\`](${name}.md) (${tool})`, description, executes ?? ''];
}

function titleOf(file: string): string {
  return /^# (.*)$/m.exec(readFileSync(join(recipes, file), 'utf8'))?.[1] ?? file;
}

/** The README's line of links to the layouts. */
export function toolLinks(readme: string): string {
  const links = layouts.map(({ name, tool }) => `[${tool}](docs/recipes/${name}.md)`);
  return between(readme, 'tools', links.join(' · '));
}
