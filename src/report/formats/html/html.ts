import { createHash } from 'node:crypto';
import type { PreflightRecord } from '../../../facts/record.ts';
import { worstDatabases } from '../../shared/groups.ts';
import type { ReportFormat } from '../format.ts';
import { databasePart, overview } from './database-part.ts';
import { el, Html, textOf } from './element.ts';
import { filters, findingList } from './finding-items.ts';
import { head, titleOf } from './page-head.ts';
import { script } from './page-script.ts';
import { style } from './page-style.ts';
import { pagedList, restOf } from './paged.ts';

export const html: ReportFormat = {
  file: 'report.html',
  output: 'report-html',
  title: 'To look at',
  render: renderHtml,
};

/** One page that asks for nothing else: it works from a disk, from an artifact and on paper. */
export function renderHtml(record: PreflightRecord): string {
  const { databases } = record;
  const several = databases.length > 1;
  const shown = several ? worstDatabases(record).shown : databases;
  const findings = findingList(record);
  const parts = shown.map((database, at) => databasePart(database, at, several));
  const hasFindings = findings.items.length > 0;
  const links = [
    ...(hasFindings ? [{ id: 'findings', title: 'Findings' }] : []),
    ...parts.flatMap((part) => part.links),
  ];
  const body = el(
    'body',
    {},
    el('a', { class: 'skip', href: '#main' }, 'Skip to the results'),
    head(record, links),
    el(
      'main',
      { id: 'main' },
      ...overview(record),
      hasFindings &&
        el('section', { id: 'findings' }, el('h2', {}, 'Findings'), filters(record), pagedList(findings)),
      ...parts.map(({ html: part }) => part),
      footer(record),
    ),
    restOf([findings, ...parts.flatMap((part) => part.lists)]),
    new Html(`<script>${script}</script>`),
  );
  const page = el('html', { lang: 'en' }, documentHead(record), body);
  return `<!doctype html>\n${textOf(page)}\n`;
}

/** Nothing may be loaded, and nothing run but what stands here. */
function documentHead(record: PreflightRecord): Html {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, `${titleOf(record)} · SQLite migration preflight`),
    new Html(`<style>${style}</style>`),
  );
}

function footer({ generatedAt, tool, samples }: PreflightRecord): Html {
  const rows = {
    none: 'no value of a row is shown',
    keys: 'of rows, keys are shown (samples: keys)',
    values: 'values of rows are shown (samples: values)',
  };
  const sqlite = tool.sqlite === '' ? '' : `, SQLite ${tool.sqlite}`;
  return el(
    'footer',
    {},
    `${tool.name} ${tool.version}${sqlite}, Node ${tool.node}, ${generatedAt}. Only what was measured is stated; ${rows[samples]}.`,
  );
}
