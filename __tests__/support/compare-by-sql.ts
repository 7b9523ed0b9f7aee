import { type CompareRequest, withComparison } from '../../src/engine/compare/comparison-context.ts';
import { compareTables } from '../../src/engine/compare/content/compare-tables.ts';
import { NO_PROOF } from '../../src/engine/compare/content/proof.ts';
import { compareSchemas } from '../../src/engine/compare/schema/compare-schemas.ts';
import type { ChangeFacts } from '../../src/facts/changes.ts';

/** The comparison as it is where the bytes of the files prove nothing: by strict SQL alone. */
export function compareBySql(request: CompareRequest): ChangeFacts {
  return withComparison(request, (context) => {
    const { objects, pairing } = compareSchemas(context, request.executed);
    const tables = compareTables(context, pairing, NO_PROOF);
    return { tables, objects, renames: pairing.renames, unchecked: context.unchecked };
  });
}
