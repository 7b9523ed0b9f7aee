import { describe, expect, it } from '@jest/globals';
import { assemble, notRehearsed } from '../../src/supervisor/facts-part.ts';

const incident = (detail: string) => ({ task: 'rehearse', kind: 'error', detail }) as const;

describe('the facts of a database', () => {
  it('are those of a run that was not started where no stage adds a part', () => {
    expect(assemble('app.db', [], { total: 0 })).toEqual({
      path: 'app.db',
      mistakes: [],
      rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', statements: [] },
      incidents: [],
      timings: { total: 0 },
    });
  });

  it('are put together from all parts, and of the same facts the later ones count', () => {
    const changes = { tables: [], objects: [], renames: [], unchecked: [] };
    const facts = assemble(
      'app.db',
      [
        { facts: { rehearsal: notRehearsed('3.54.1'), migratedDatabase: 'a.db' }, timings: { rehearsal: 1 } },
        { facts: { changes }, timings: { dataDiff: 2, schemaDiff: 3 } },
        { facts: { changes: { ...changes, causes: [] } }, timings: { locate: 4 } },
      ],
      { total: 9 },
    );
    expect(facts).toMatchObject({ rehearsal: { sqlite: '3.54.1' }, migratedDatabase: 'a.db' });
    expect(facts.changes).toEqual({ ...changes, causes: [] });
    expect(facts.timings).toEqual({ rehearsal: 1, dataDiff: 2, schemaDiff: 3, locate: 4, total: 9 });
  });

  it('keep the incidents of all parts, in the order of the stages', () => {
    const parts = [
      { facts: {}, incidents: [incident('first')] },
      { facts: {} },
      { facts: {}, incidents: [incident('second'), incident('third')] },
    ];
    const { incidents } = assemble('app.db', parts, { total: 1 });
    expect(incidents.map(({ detail }) => detail)).toEqual(['first', 'second', 'third']);
  });
});
