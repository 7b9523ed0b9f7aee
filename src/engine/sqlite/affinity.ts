export type Affinity = 'INTEGER' | 'TEXT' | 'BLOB' | 'REAL' | 'NUMERIC';

/** What a declared type makes of the values stored under it (sqlite.org/datatype3.html section 3.1, stricttables.html). */
export function affinityOf(type: string, strict: boolean): Affinity {
  if (/int/i.test(type)) return 'INTEGER';
  if (/char|clob|text/i.test(type)) return 'TEXT';
  if (type === '' || /blob/i.test(type) || (strict && /^any$/i.test(type))) return 'BLOB';
  return /real|floa|doub/i.test(type) ? 'REAL' : 'NUMERIC';
}
