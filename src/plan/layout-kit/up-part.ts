import { tokens } from '../../sql/tokens.ts';

/** A file of two directions, each as long as the file: what is not its own is blank, so that lines keep their numbers. */
export interface Directions {
  up: string;
  down?: string;
}

interface Mark {
  way: 'up' | 'down';
  /** It names a tool, or is spelt as nobody writes a remark. */
  isSure: boolean;
  start: number;
}

/** Saves reading a file token by token. */
const MAY_GO_DOWN = /^[ \t]*--.*\b(?:downs?|undo|rollback)\b/im;

/** `-- +migrate Down`, `-- migrate:down`, `-- Down`, `-- ==== DOWN ====`, `-- !Downs`, `-- //@UNDO`, `-- Down Migration`. */
const MARK =
  /^([\s\-=+!@#/:*]*)((?:goose|migrat(?:e|ion)|micrate|sql-migrate|direction)[\s:]+)?(ups?|downs?|undo|rollback)(?:[\s:]+(?:migration|section|script|part|sql|no ?transaction|transaction:\w+))*[\s\-=#/:*]*$/i;

/**
 * The up part of a file that holds the way back too, by whatever annotation: a comment on a line of its own that says no
 * more than the direction. One that only could be a remark counts where the other direction is marked as well. What stands
 * before the first mark belongs to the way up.
 */
export function directionsOf(sql: string): Directions {
  if (!MAY_GO_DOWN.test(sql)) return { up: sql };
  const marks = marksIn(sql);
  const downs = marks.filter(({ way }) => way === 'down');
  const isMeant = downs.some(({ isSure }) => isSure) || marks.some(({ way }) => way === 'up');
  if (downs.length === 0 || !isMeant) return { up: sql };
  const bounds = [{ way: 'up' as const, start: 0 }, ...marks];
  const only = (wanted: Mark['way']) =>
    bounds
      .map(({ way, start }, at) => {
        const text = sql.slice(start, bounds[at + 1]?.start ?? sql.length);
        return way === wanted ? text : text.replace(/[^\n]/g, ' ');
      })
      .join('');
  return { up: only('up'), down: only('down') };
}

function marksIn(sql: string): Mark[] {
  const marks: Mark[] = [];
  let lineStart = 0;
  for (const { kind, start, end } of tokens(sql)) {
    const text = sql.slice(start, end);
    const isAlone = sql.slice(lineStart, start).trim() === '';
    if (kind === 'comment' && isAlone && text.startsWith('--')) {
      const [, signs = '', tool, word] = MARK.exec(text.slice(2).trimEnd()) ?? [];
      const way = word === undefined ? undefined : /^up/i.test(word) ? 'up' : 'down';
      if (way !== undefined) marks.push({ way, isSure: tool !== undefined || /[+!@]/.test(signs), start });
    }
    const lastBreak = text.lastIndexOf('\n');
    if (lastBreak !== -1) lineStart = start + lastBreak + 1;
  }
  return marks;
}
