export const id = "config-file";
export const ids = ["config-file"];
export const modules = {

/***/ "lib/settings/config/yaml.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("node_modules/yaml/dist/index.js");
// EXTERNAL MODULE: ./lib/settings/told.js
var told = __webpack_require__("lib/settings/told.js");
// EXTERNAL MODULE: ./lib/settings/config/config.js
var config = __webpack_require__("lib/settings/config/config.js");
;// CONCATENATED MODULE: ./lib/settings/config/yaml-depth.js

/** No config is as deep, and the parser's time grows with the square of the depth. */
const MOST_DEPTH = 64;
/** Tokens of the lexer's own, which stand for no text. */
const MARKS = ['\u0002', '\u0018', '\u001F'];
const DEEP = {
    message: `this cannot be read: it is nested more than ${MOST_DEPTH} deep.`,
    remedy: 'Write it without so many brackets and dashes.',
};
/** Offset at which a text in YAML gets too deep to be parsed, by its brackets and by the `-` and `?` in one line. */
function tooDeep(text) {
    let [offset, brackets, indicators] = [0, 0, 0];
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        // A quoted text is one token; it is no bracket, whatever it holds.
        if (token === '[' || token === '{')
            brackets += 1;
        else if (token === ']' || token === '}')
            brackets -= 1;
        else if (token === '-' || token === '?')
            indicators += 1;
        else if (token.startsWith('\n') || token.startsWith('\r'))
            indicators = 0;
        if (brackets > MOST_DEPTH || indicators > MOST_DEPTH)
            return offset;
        if (!MARKS.includes(token))
            offset += token.length;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/settings/config/yaml-places.js

/** Where the values of a document stand. A map is indexed when it is first asked, so that no key is looked for by all. */
class Places {
    #document;
    #pairs = new WeakMap();
    constructor(document) {
        this.#document = document;
    }
    /** Offset of the value at `path`, or of the nearest thing around it; with `key`, of that key inside. */
    offsetOf(path, key) {
        const node = this.#nodeAt(path);
        const inner = key === undefined || !(0,dist/* isMap */.jh)(node) ? undefined : this.#pairsOf(node).get(key)?.key;
        const start = startOf(inner) ?? startOf(node);
        if (start !== undefined)
            return start;
        return path.length <= 1 ? undefined : this.offsetOf(path.slice(0, -1));
    }
    #nodeAt(path) {
        let node = this.#document.contents;
        for (const part of path) {
            if ((0,dist/* isMap */.jh)(node))
                node = this.#pairsOf(node).get(part)?.value;
            else
                node = (0,dist/* isSeq */.oP)(node) ? node.items[Number(part)] : undefined;
        }
        return node;
    }
    #pairsOf(map) {
        const known = this.#pairs.get(map);
        if (known !== undefined)
            return known;
        // Of a key that is set twice, the first is meant.
        const entries = map.items.map((pair) => [(0,dist/* isScalar */.jn)(pair.key) ? pair.key.value : pair.key, pair]);
        const pairs = new Map(entries.toReversed());
        this.#pairs.set(map, pairs);
        return pairs;
    }
}
function startOf(node) {
    return node?.range?.[0];
}

;// CONCATENATED MODULE: ./lib/settings/config/yaml.js

const QUOTES = 'Correct the file; text with a sign in it, such as ">= 26" or "*.sql", needs quotes.';
/** Reads a config file's text. `file` is its name in mistakes. */
function parseConfig(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const lineAt = (offset) => lines.linePos(offset).line;
    const located = ({ key = 'config', offset, message, remedy = QUOTES }) => ({
        key,
        message,
        remedy,
        file,
        line: lineAt(offset),
    });
    const broken = (problems) => ({
        ...config/* NO_CONFIG */.H,
        file,
        broken: true,
        mistakes: (0,told/* told */.E)(mapped(problems, located)),
    });
    const deep = tooDeep(text);
    if (deep !== undefined) {
        const line = text.slice(0, deep).split('\n').length;
        return { ...broken([]), mistakes: [{ ...located({ offset: 0, ...DEEP }), line }] };
    }
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        logLevel: 'error',
        prettyErrors: false,
        // One meaning, whatever a %YAML directive says.
        schema: 'core',
        resolveKnownTags: false,
        stringKeys: true,
        // It compares each key with all others: done here, in time that grows with their number.
        uniqueKeys: false,
    });
    const values = dataOf(document);
    const fatal = fatalProblems(document, values, lineAt);
    if (fatal.length > 0)
        return broken(fatal);
    const places = new Places(document);
    const line = (path, key) => {
        const offset = places.offsetOf(path, key);
        return offset === undefined ? undefined : lineAt(offset);
    };
    return {
        file,
        values: (values ?? {}),
        broken: false,
        mistakes: (0,told/* told */.E)(mapped(duplicates(document), located)),
        line,
    };
}
/** Problems that leave open what the file says; the first kind that there is. */
function fatalProblems(document, values, lineAt) {
    const found = [syntaxErrors(document, lineAt), unresolved(document), forbiddenKeys(document)];
    const fatal = found.find((problems) => problems.length > 0);
    if (fatal !== undefined)
        return fatal;
    if (values === undefined) {
        return [{ offset: 0, message: 'the aliases of this file multiply too much.', remedy: 'Write it out.' }];
    }
    if (values === null || (0,dist/* isMap */.jh)(document.contents))
        return [];
    const remedy = 'Write for example `migrations: db/migrations`.';
    return [{ offset: 0, message: 'the config file must hold keys and values.', remedy }];
}
/** Where the parser speaks to programmers. */
const SENTENCES = {
    MULTIPLE_DOCS: 'it must be one document, without a second ---',
    NON_STRING_KEY: 'a key must be text',
    TAG_RESOLVE_FAILED: 'a value with a tag (!…) is not understood here',
};
/** One slip makes several errors in a row: of each line the first is told. */
function syntaxErrors({ errors, warnings }, lineAt) {
    const ordered = [...errors, ...warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
    const byLine = Map.groupBy(ordered, ({ pos }) => lineAt(pos[0]));
    return [...byLine.values()].flatMap(([first]) => {
        if (first === undefined)
            return [];
        const { code, message, pos } = first;
        return [{ offset: pos[0], message: `this cannot be read as YAML: ${SENTENCES[code] ?? message}.` }];
    });
}
function duplicates(document) {
    const problems = [];
    (0,dist/* visit */.YR)(document, {
        Map(_, { items }) {
            const known = new Set();
            for (const { key } of items) {
                if (!(0,dist/* isScalar */.jn)(key))
                    continue;
                const name = key.source ?? 'a key';
                const offset = key.range?.[0] ?? 0;
                const message = `${name} is set twice.`;
                if (known.has(key.value))
                    problems.push({ key: name, offset, message, remedy: 'Remove one of the two.' });
                known.add(key.value);
            }
        },
    });
    return problems;
}
/** Each is looked for in the whole file. */
const MOST_ALIASES = 100;
function unresolved(document) {
    const problems = [];
    let count = 0;
    (0,dist/* visit */.YR)(document, {
        Alias(_, alias) {
            const offset = alias.range?.[0] ?? 0;
            count += 1;
            if (count > MOST_ALIASES) {
                problems.push({
                    offset,
                    message: `there are more than ${MOST_ALIASES} aliases.`,
                    remedy: 'Write it out.',
                });
                return dist/* visit */.YR.BREAK;
            }
            if (alias.resolve(document) !== undefined)
                return undefined;
            const message = `*${alias.source} is an alias of nothing: there is no &${alias.source} before it.`;
            problems.push({ offset, message });
            return undefined;
        },
    });
    return problems;
}
/** An object drops this key without a word. */
function forbiddenKeys(document) {
    const problems = [];
    (0,dist/* visit */.YR)(document, {
        Pair(_, { key }) {
            if ((0,dist/* isScalar */.jn)(key) && key.value === '__proto__') {
                problems.push({
                    offset: key.range?.[0] ?? 0,
                    message: 'no key can be called __proto__.',
                    remedy: 'Remove it.',
                });
            }
        },
    });
    return problems;
}
/** Ids of migrations and releases look like numbers: 0013 is not 13, and 3.40 is not 3.4. */
function keepDigits(document) {
    if ((0,dist/* isMap */.jh)(document.contents))
        keepSource(document.get('production-sqlite', true));
    const allow = (0,dist/* isMap */.jh)(document.contents) ? document.get('allow') : undefined;
    if (!(0,dist/* isSeq */.oP)(allow))
        return;
    for (const allowance of allow.items) {
        if ((0,dist/* isMap */.jh)(allowance))
            keepSource(allowance.get('migration', true));
    }
}
function keepSource(node) {
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'number')
        node.value = node.source;
}
/** `undefined` when that would be too much, or does not end. */
function dataOf(document) {
    keepDigits(document);
    try {
        return document.toJS();
    }
    catch {
        return undefined;
    }
}
function* mapped(items, change) {
    for (const item of items)
        yield change(item);
}


/***/ }),

};
