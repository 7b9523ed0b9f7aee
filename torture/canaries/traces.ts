import { NUMBER, WORD } from './forms.ts';

/** In base64 a text looks different at each of three places, and its ends depend on what stands beside it. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
}

function spellings(word: string): string[] {
  const [bytes, wide] = [Buffer.from(word), Buffer.from(word, 'utf16le')];
  const pairs = bytes.toString('hex').match(/../g) ?? [];
  return [
    word,
    [...word].reverse().join(''),
    pairs.join(''),
    pairs.join(' '),
    `%${pairs.join('%')}`,
    `\\x${pairs.join('\\x')}`,
    `\\u00${pairs.join('\\u00')}`,
    wide.toString('hex'),
    [...word].join('\0'),
    [...word].join('\\u0000'),
    [...word].join('\\u{0}'),
    [...word].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
    ...[bytes, wide].flatMap(inBase64),
  ];
}

const ALL = [WORD, NUMBER].flatMap(spellings).map((spelling) => spelling.toLowerCase());

/** Where a text shows the secret, with what stands around it; `undefined` where it does not. */
export function traceOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  const at = ALL.map((spelling) => lower.indexOf(spelling)).find((place) => place >= 0);
  return at === undefined ? undefined : JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
}
