import { expect, it } from '@jest/globals';
import { renderHtml } from '../../../src/report/formats/html/html.ts';
import { renderMarkdown } from '../../../src/report/formats/markdown/markdown.ts';
import { resultsOf } from '../../../src/report/shared/results.ts';
import { changes, databaseFacts, databaseRecord, preflightRecord } from '../../support/record.ts';

/** 20 values filled in a column that was there, and 45 in one that is new. */
function backfilledFacts() {
  const [goals, ...others] = changes().tables;
  if (goals === undefined) throw new Error('no table');
  const filled = { ...goals, newColumns: [{ column: 'kind', filled: 45 }] };
  return databaseFacts({ changes: { ...changes(), tables: [filled, ...others] } });
}

it('counts what was filled into new columns as the rest of the report does', () => {
  const facts = backfilledFacts();
  expect(resultsOf(facts)[0]).toEqual({ title: 'Data', state: 'good', text: '65 values' });
  const record = preflightRecord({ databases: [databaseRecord({ facts })] });
  expect(renderMarkdown(record)).toContain('65 values filled');
  expect(renderHtml(record)).toContain('65 values');
  expect(renderHtml(record)).toContain('1 new column filled');
});
