import { tokens } from '../../../sql/tokens.ts';
import { markupLines } from '../../shared/markup-text.ts';
import { el, Html } from './element.ts';

/** Words that are marked; a list for the eye, not a grammar. */
const KEYWORDS = new Set(
  `ADD ALTER AND AS ASC AUTOINCREMENT BEGIN BEFORE AFTER BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT
CREATE CROSS DEFAULT DEFERRABLE DEFERRED DELETE DESC DISTINCT DROP EACH ELSE END EXCEPT EXISTS FOR FOREIGN FROM FULL
GENERATED GLOB GROUP HAVING IF IGNORE IN INDEX INITIALLY INNER INSERT INTERSECT INTO IS JOIN KEY LEFT LIKE LIMIT NATURAL NOT
NULL OF ON OR ORDER OUTER PRAGMA PRIMARY REFERENCES RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW SELECT SET STORED
STRICT TABLE THEN TO TRIGGER UNION UNIQUE UPDATE USING VALUES VIEW VIRTUAL WHEN WHERE WITH WITHOUT`.split(
    /\s+/,
  ),
);

const CLASSES: Readonly<Record<string, string>> = {
  comment: 'c',
  string: 's',
  number: 'm',
  unterminated: 's',
};

/** SQL with its keywords, strings, numbers and comments marked; it may begin or end in the middle of a statement. */
export function sqlText(sql: string): Html[] {
  const parts: Html[] = [];
  for (const { kind, start, end } of tokens(sql)) {
    const text = sql.slice(start, end);
    const name = kind === 'word' && KEYWORDS.has(text.toUpperCase()) ? 'k' : CLASSES[kind];
    const shown = new Html(markupLines(text));
    parts.push(name === undefined ? shown : el('span', { class: name }, shown));
  }
  return parts;
}
