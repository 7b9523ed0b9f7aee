import { describe, expect, it } from '@jest/globals';
import { namesFrom, renamed, type Stats } from '../../scripts/build/stable-names.ts';

/** One entry, a chunk with a name and one without, in the form that ncc gives them. */
const stats: Stats = {
  chunks: [
    { id: 792, names: ['main'], files: ['index.js'], entry: true, modules: [] },
    { id: 4, names: ['rest'], files: ['4.index.js'], entry: false, modules: [] },
    {
      ...{ id: 31, names: [], files: ['31.index.js'], entry: false },
      modules: [
        { name: './node_modules/tiny/index.js', size: 5 },
        { name: './node_modules/@scope/large/lib/a.js + 7 modules', size: 90 },
      ],
    },
  ],
  modules: [
    { id: 75691, name: './lib/index.js', moduleType: 'javascript/esm' },
    { id: 28, name: './lib/rest.js + 12 modules', moduleType: 'javascript/esm' },
    { id: 5, name: 'external "node:fs"', moduleType: 'javascript/dynamic' },
    { id: null, name: './lib/within-rest.js', moduleType: 'javascript/esm' },
  ],
};
const names = namesFrom(stats);

/** A chunk as ncc writes it, with the modules in its own order. */
const chunk = (modules: string) => `export const id = 4;
export const ids = [4];
export const modules = {

${modules}

};
`;
const module = (id: number | string, content: string) =>
  `/***/ ${id}:\n/***/ ((m, e, __webpack_require__) => {\n\n${content}\n\n/***/ })`;

describe('the name of a chunk', () => {
  it('comes from the sources, or else from the package that is most of it; the entry keeps its own', () => {
    expect(Object.fromEntries(names.files)).toEqual({
      'index.js': 'index.js',
      '4.index.js': 'rest.js',
      '31.index.js': 'scope-large.js',
    });
  });

  it('is refused where two chunks would have it', () => {
    const chunks = stats.chunks.map((one) => ({ ...one, names: ['rest'], entry: false }));
    expect(() => namesFrom({ ...stats, chunks })).toThrow('would have the same name');
  });
});

describe('a file of the bundle', () => {
  it('calls modules and chunks by name, and modules stand in the order of their names', () => {
    const importing = `var fs = __webpack_require__(5);
// EXTERNAL MODULE: ./lib/rest.js + 12 modules
Promise.all(/* import() | rest */[__webpack_require__.e(31), __webpack_require__.e(4)]).then(__webpack_require__.bind(__webpack_require__, 28));
__webpack_require__.e(/* import() | rest */ 4).then(__webpack_require__.t.bind(__webpack_require__, 28, 19));`;
    const before = chunk(`${module(28, '// last')},\n\n${module(75691, importing)}`);
    const after = `export const id = "rest";
export const ids = ["rest"];
export const modules = {

${module('"lib/index.js"', importing)},

${module('"lib/rest.js"', '// last')},

};
`
      .replace('require__(5)', 'require__("node:fs")')
      .replace(' + 12 modules', '')
      .replaceAll('.e(31)', '.e("scope-large")')
      .replace('.e(4)', '.e("rest")')
      .replace('/ 4)', '/ "rest")')
      .replaceAll('require__, 28', 'require__, "lib/rest.js"');
    expect(renamed(before, names)).toBe(after);
  });

  it('does not count the imports of a module', () => {
    const start = ';// CONCATENATED MODULE: ./lib/within-rest.js\n';
    const text = (blank: string) => chunk(module(28, `${start}${blank}const a = 1;`));
    expect(renamed(text('\n\n\n'), names)).toBe(renamed(text('\n'), names));
  });

  it('that begins with the runtime loads chunks by name', () => {
    const before = `return "" + chunkId + ".index.js";\n/******/ 	var installedChunks = {\n/******/ 		792: 0\n/******/ 	};\n`;
    expect(renamed(`${module(5, '')}\n${before}`, names)).toContain(
      'return "" + chunkId + ".js";\n/******/ 	var installedChunks = {\n/******/ 		"index": 0\n/******/ 	};\n',
    );
  });

  it('is the same wherever the module before the last one ends', () => {
    const one = renamed(chunk(module(5, '// a')), names);
    const two = renamed(chunk(`${module(5, '// a')},\n\n${module(28, '// b')}`), names);
    const added = `/***/ "lib/rest.js":\n/***/ ((m, e, __webpack_require__) => {\n\n// b\n\n/***/ }),\n\n`;
    expect(two.replace(added, '')).toBe(one);
  });

  it('is refused where it names what is not known', () => {
    expect(() => renamed(chunk(module(5, '__webpack_require__(6)')), names)).toThrow(
      'which the statistics do not know',
    );
  });
});
