import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { Finding } from '../../../../facts/finding.ts';
import { code, prose, words } from '../../../shared/escape.ts';
import { severityIcons } from '../../../shared/icons.ts';
import { placeText } from '../../../shared/units.ts';
import { bullets, nested, type Section } from '../parts.ts';

/** Errors that SQLite or the machine gave in this run, each with its remedy; not what was found in the data. */
export function knownIssues({ rehearsal }: DatabaseFacts, findings: readonly Finding[]): Section | undefined {
  const met = findings.filter(({ about }) => about !== 'database');
  if (met.length === 0) return undefined;
  const items = met.map(({ severity, about, message, remedy, location }) => {
    // What has a code has a message of SQLite's; the finding's own words say the rest.
    const failed = about === 'failure' && rehearsal.failure?.code !== '' ? rehearsal.failure : undefined;
    const issue = failed === undefined ? words(message) : `${words(failed.message)} (${code(failed.code)})`;
    const where = location === undefined ? [] : [`Where: ${code(placeText(location))}`];
    return nested(`${severityIcons[severity]} ${issue}`, [...where, `Resolution: ${prose(remedy)}`]);
  });
  return { title: 'Known issues met', body: bullets(items) };
}
