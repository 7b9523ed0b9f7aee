import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../src/judge/rule.ts';
import { rules } from '../../src/judge/rules/index.ts';
import { layouts } from '../../src/plan/layouts/index.ts';
import { profiles } from '../../src/plan/profiles.ts';
import { between, type GeneratedPart, markdownTable } from './part.ts';

const recipes = join(import.meta.dirname, '../../docs/recipes');

/**
 * docs/rules.md: the table at the top, and of each section what the rule says of itself. What stands between that is
 * written by hand: when exactly the rule is raised.
 */
export const rulePage: GeneratedPart = {
  file: 'docs/rules.md',
  make: (current) =>
    between(
      rules.reduce(withRule, current),
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

function withRule(page: string, { id, severity, title, why, remedy }: Rule): string {
  const section = new RegExp(`(?<=^## ${id}\\n\\n).*?(?=\\n## |$(?![^]))`, 'ms');
  return page.replace(section, (text) => {
    const details = text.trim().split('\n\n').slice(2, -1);
    return [`**${severity}** · ${title}.`, why, ...details, `→ ${remedy}\n`].join('\n\n');
  });
}

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
