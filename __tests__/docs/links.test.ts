import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** What the documentation points to is there: pages, headings, and the files that it names. */
const root = join(import.meta.dirname, '../..');
const pages = ['.', 'docs', '.github']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  return headings.map((heading) => heading.replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}

function isBroken(file: string, text: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const place = path === '' ? join(root, file) : join(root, dirname(file), path);
  if (!existsSync(place)) return true;
  return (
    anchor !== undefined && !anchorsOf(path === '' ? text : readFileSync(place, 'utf8')).includes(anchor)
  );
}

it('every page of the documentation is among those that are read', () => {
  expect(pages.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', join('docs', 'glossary.md')]),
  );
});

describe.each(pages)('$file', ({ file, text }) => {
  it('links to pages and headings that exist', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const inside = links.filter((target) => !/^\w+:/.test(target));
    expect(inside.filter((target) => isBroken(file, text, target))).toEqual([]);
  });

  it('names files and folders of the project that exist', () => {
    // In backticks or imported by a snippet; what holds a placeholder or a glob names no single file.
    const named = /[`'.]\/?((?:src|__tests__|scripts|bench|conformance|examples)\/[\w./-]+)[`']/g;
    const paths = [...text.matchAll(named)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
