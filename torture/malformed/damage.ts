import type { Random } from '../../__tests__/support/random.ts';
import type { Sound } from './build.ts';
import { btreePages, cellOf, isInner, type Page, pagesOf, pointersOf, varint, wrongPage } from './pages.ts';
import { spoilSidecar } from './sidecars.ts';

/** Damages the file in place and says what it did; `undefined` where this database has nothing of the kind. */
type Damage = (file: Buffer, random: Random, pageSize: number) => string | undefined;

const VALUES = [0, 1, 2, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** Fields of the file's header: offset, bytes, name. */
const FIELDS = [
  [0, 1, 'magic text'],
  [16, 2, 'page size'],
  [18, 1, 'write version'],
  [19, 1, 'read version'],
  [20, 1, 'reserved space'],
  [21, 1, 'payload fraction'],
  [24, 4, 'change counter'],
  [28, 4, 'size in pages'],
  [32, 4, 'first free page'],
  [36, 4, 'number of free pages'],
  [40, 4, 'schema cookie'],
  [44, 4, 'schema format'],
  [52, 4, 'largest root page'],
  [56, 4, 'encoding'],
  [64, 4, 'incremental vacuum'],
  [92, 4, 'version-valid-for'],
] as const;

const header: Damage = (file, random) => {
  const [at, bytes, name] = random.pick(FIELDS);
  const value = random.chance(0.7) ? random.pick(VALUES) : random.below(2 ** 31);
  file.writeUIntBE(value % 2 ** (8 * bytes), at, bytes);
  return `header: ${name} ${value}`;
};

const pageType: Damage = (file, random, pageSize) => {
  const page = random.pick(btreePages(file, pageSize));
  const kind = random.pick([0, 1, 2, 5, 10, 13, 255]);
  file[page.head] = kind;
  return `page ${page.number}: type ${kind}`;
};

const pageHeader: Damage = (file, random, pageSize) => {
  const page = random.pick(btreePages(file, pageSize));
  const [offset, name] = random.pick([
    [1, 'first freeblock'],
    [3, 'number of cells'],
    [5, 'start of the cells'],
    [6, 'fragmented bytes'],
  ] as const);
  const value = random.pick([0, 1, 7, pageSize - 1, pageSize % 65536, 65535, random.below(65536)]);
  file.writeUInt16BE(value, page.head + offset);
  return `page ${page.number}: ${name} ${value}`;
};

const cellPointer: Damage = (file, random, pageSize) => {
  const page = random.pick(btreePages(file, pageSize));
  const { at, count } = pointersOf(file, page);
  if (count === 0) return undefined;
  const value = random.pick([0, 8, pageSize - 1, pageSize - 3, 65535, random.below(pageSize)]);
  const place = at + 2 * random.below(count);
  file.writeUInt16BE(value, place);
  return `page ${page.number}: cell pointer ${value}`;
};

const childPointer: Damage = (file, random, pageSize) => {
  const inner = btreePages(file, pageSize).filter(isInner);
  if (inner.length === 0) return undefined;
  const page = random.pick(inner);
  const cell = random.chance(0.5) ? undefined : cellOf(file, page, random);
  const value = wrongPage(file, pageSize, page, random);
  file.writeUInt32BE(value, cell ?? page.head + 8);
  return `page ${page.number}: child ${value}`;
};

/** Where the payload of a cell says how long it is. */
function payloadAt(file: Buffer, page: Page, random: Random): number | undefined {
  const cell = page.kind === 5 ? undefined : cellOf(file, page, random);
  return cell === undefined ? undefined : cell + (page.kind === 2 ? 4 : 0);
}

const cellVarint: Damage = (file, random, pageSize) => {
  const page = random.pick(btreePages(file, pageSize));
  const at = payloadAt(file, page, random);
  if (at === undefined) return undefined;
  const length = random.pick([1, 2, 4, 8, 9]);
  if (at + length > file.length) return undefined;
  file.fill(0xff, at, at + length);
  if (length < 9) file[at + length - 1] = 0x7f;
  return `page ${page.number}: a varint of ${length} bytes`;
};

const serialType: Damage = (file, random, pageSize) => {
  const page = random.pick(btreePages(file, pageSize));
  const at = payloadAt(file, page, random);
  if (at === undefined) return undefined;
  const behind = varint(file, at).next;
  const record = page.kind === 13 ? varint(file, behind).next : behind;
  if (record + 2 >= file.length) return undefined;
  const value = random.pick([0, 7, 10, 11, 12, 13, 127, 255]);
  file[record + random.below(2)] = value;
  return `page ${page.number}: record header ${value}`;
};

const overflow: Damage = (file, random, pageSize) => {
  // Pages of no b-tree hold overflow, free pages or pointer maps: all begin with the number of another page.
  const others = pagesOf(file, pageSize).filter(({ kind }) => kind === 0);
  if (others.length === 0) return undefined;
  const page = random.pick(others);
  const value = wrongPage(file, pageSize, page, random);
  file.writeUInt32BE(value, page.at);
  return `page ${page.number}: next page ${value}`;
};

const freelist: Damage = (file, random, pageSize) => {
  const trunk = file.readUInt32BE(32);
  const at = (trunk - 1) * pageSize;
  if (trunk === 0 || at + pageSize > file.length) return undefined;
  const page = { number: trunk, at, head: at, kind: 0 };
  const slot = random.pick([0, 4, 8, 12]);
  const value = slot === 4 ? random.pick(VALUES) : wrongPage(file, pageSize, page, random);
  file.writeUInt32BE(value, at + slot);
  return `freelist: ${slot === 0 ? 'next trunk' : slot === 4 ? 'number of leaves' : 'leaf'} ${value}`;
};

const pointerMap: Damage = (file, random, pageSize) => {
  if (file.readUInt32BE(52) === 0 || file.length < 2 * pageSize) return undefined;
  const entries = Math.min(Math.floor(pageSize / 5), Math.floor(file.length / pageSize) - 2);
  const at = pageSize + 5 * random.below(Math.max(1, entries));
  file[at] = random.pick([0, 1, 2, 3, 4, 5, 6, 255]);
  file.writeUInt32BE(random.pick(VALUES), at + 1);
  return `pointer map: entry ${(at - pageSize) / 5}`;
};

/** Words in the text of the schema, as the file's encoding writes them. */
const schemaText: Damage = (file, random) => {
  const encoding = file.readUInt32BE(56) === 1 ? 'latin1' : 'utf16le';
  const [from, to] = random.pick([
    ['CREATE', 'XREATE'],
    ['CREATE', 'create'],
    ['TABLE', 'VIEWS'],
    ['(id', '((('],
    ['name', '\0\0\0\0'],
    ['large', 'names'],
    ['INTEGER', 'TEXT---'],
  ] as const);
  const at = file.indexOf(from, 100, encoding);
  if (at === -1) return undefined;
  file.write(to, at, encoding);
  return `schema: ${from} is ${JSON.stringify(to)}`;
};

const bits: Damage = (file, random) => {
  const count = random.pick([1, 1, 3, 20, 200]);
  for (let index = 0; index < count; index += 1) {
    const at = random.below(file.length);
    file[at] = (file[at] ?? 0) ^ (1 << random.below(8));
  }
  return `${count} flipped bits`;
};

const wholePage: Damage = (file, random, pageSize) => {
  const pages = pagesOf(file, pageSize);
  const [from, to] = [random.pick(pages), random.pick(pages)];
  const how = random.pick(['copied', 'zero', 'garbage'] as const);
  if (how === 'copied') file.copy(file, to.at, from.at, from.at + pageSize);
  else for (let at = to.at; at < to.at + pageSize; at += 1) file[at] = how === 'zero' ? 0 : random.below(256);
  return `page ${to.number}: ${how}`;
};

const IN_PLACE: readonly Damage[] = [
  header,
  header,
  pageType,
  pageHeader,
  cellPointer,
  childPointer,
  cellVarint,
  serialType,
  overflow,
  freelist,
  pointerMap,
  schemaText,
  bits,
  wholePage,
];

/** Another size than the pages say. */
function resized({ main, pageSize }: Sound, random: Random): { what: string; main: Buffer } {
  const lengths = [
    0,
    1,
    99,
    100,
    511,
    512,
    pageSize,
    main.length - 1,
    main.length - pageSize,
    main.length + 1,
  ];
  const length = random.chance(0.6) ? random.pick(lengths) : random.below(main.length * 2);
  const bytes = Buffer.concat([main, Buffer.alloc(Math.max(0, length - main.length))]);
  return { what: `${length} of ${main.length} bytes`, main: bytes.subarray(0, length) };
}

/** One to three kinds of damage to a sound database, and their names. Sometimes none, which must be seen too. */
export function damaged(sound: Sound, random: Random): { what: string[]; sound: Sound } {
  let result = { ...sound, main: Buffer.from(sound.main) };
  const what: string[] = [];
  const times = random.pick([0, 1, 1, 1, 1, 1, 2, 3]);
  for (let time = 0; time < times; time += 1) {
    const choice = random.below(10);
    if (choice === 0) {
      const cut = resized(result, random);
      result = { ...result, main: Buffer.from(cut.main) };
      what.push(cut.what);
    } else if (choice <= 2) {
      const spoilt = spoilSidecar(result, random);
      result = { ...spoilt.sound, main: result.main };
      what.push(spoilt.what);
    } else if (
      result.main.length > 2 * result.pageSize &&
      btreePages(result.main, result.pageSize).length > 0
    ) {
      what.push(random.pick(IN_PLACE)(result.main, random, result.pageSize) ?? 'nothing of that kind');
    }
  }
  return { what, sound: result };
}
