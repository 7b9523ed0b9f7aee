/** The secret. Nothing but the rows knows it. */
export const WORD = 'zq7canary5xw';

/** Of it as a number. */
export const NUMBER = '770077004411';

export interface Form {
  name: string;
  /** An SQL literal. */
  literal: string;
  /** Of the whole database. */
  encoding?: string;
}

const hex = Buffer.from(WORD).toString('hex');

/** What a secret may look like in a row. */
export const FORMS: readonly Form[] = [
  { name: 'text', literal: `'${WORD}'` },
  { name: 'an e-mail address', literal: `'${WORD}@shop.example'` },
  { name: 'text with quotes', literal: `'a "${WORD}" ''${WORD}'' \`${WORD}\` [${WORD}]'` },
  { name: 'lines', literal: `'one' || char(10) || '${WORD}' || char(13, 10) || '::error::${WORD}'` },
  { name: 'JSON', literal: `'{"${WORD}": ["${WORD}", 1]}'` },
  { name: 'broken JSON', literal: `'[{"${WORD}": '` },
  { name: 'a blob', literal: `x'${hex}'` },
  { name: 'a number', literal: NUMBER },
  { name: 'a long text', literal: `printf('%.*c', 5000, 'a') || '${WORD}'` },
  { name: 'a path', literal: `'/srv/${WORD}/file.db'` },
  { name: 'an expression', literal: `'${WORD}(${WORD}) OR NEAR("${WORD}"'` },
  { name: 'text in UTF-16', literal: `'${WORD}'`, encoding: 'UTF-16le' },
];
