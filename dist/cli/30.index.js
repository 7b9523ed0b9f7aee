export const id = 30;
export const ids = [30];
export const modules = {

/***/ 7030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfig: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5903);


const QUOTES = 'Correct the file; text with a sign in it, such as ">= 26" or "*.sql", needs quotes.';
/** Reads a config file's text. `file` is its name in mistakes. */
function parseConfig(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        lineCounter: lines,
        logLevel: 'error',
        prettyErrors: false,
        // One meaning, whatever a %YAML directive says.
        schema: 'core',
        resolveKnownTags: false,
        stringKeys: true,
    });
    const lineAt = (offset) => lines.linePos(offset).line;
    const located = ({ key = 'config', offset, message, remedy = QUOTES }) => ({
        key,
        message,
        remedy,
        file,
        line: lineAt(offset),
    });
    const values = dataOf(document);
    const fatal = fatalProblems(document, values, lineAt);
    if (fatal.length > 0)
        return { ..._config_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_CONFIG */ .H, file, broken: true, mistakes: fatal.map(located) };
    const line = (path, key) => {
        const offset = offsetOf(document, path, key);
        return offset === undefined ? undefined : lineAt(offset);
    };
    return {
        file,
        values: (values ?? {}),
        broken: false,
        mistakes: duplicates(document).map(located),
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
    if (values === null || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
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
    const problems = [...errors, ...warnings].filter(({ code }) => code !== 'DUPLICATE_KEY');
    const ordered = problems.toSorted((a, b) => a.pos[0] - b.pos[0]);
    const byLine = Map.groupBy(ordered, ({ pos }) => lineAt(pos[0]));
    return [...byLine.values()].flatMap(([first]) => {
        if (first === undefined)
            return [];
        const { code, message, pos } = first;
        return [{ offset: pos[0], message: `this cannot be read as YAML: ${SENTENCES[code] ?? message}.` }];
    });
}
function duplicates(document) {
    const offsets = document.errors.map(({ pos }) => pos[0]);
    return offsets.map((offset) => {
        const key = keyAt(document, offset);
        return { key, offset, message: `${key} is set twice.`, remedy: 'Remove one of the two.' };
    });
}
function unresolved(document) {
    const problems = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias(_, alias) {
            if (alias.resolve(document) !== undefined)
                return;
            problems.push({
                offset: alias.range?.[0] ?? 0,
                message: `*${alias.source} is an alias of nothing: there is no &${alias.source} before it.`,
            });
        },
    });
    return problems;
}
/** An object drops this key without a word. */
function forbiddenKeys(document) {
    const problems = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair(_, { key }) {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === '__proto__') {
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
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
        keepSource(document.get('production-sqlite', true));
    const allow = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents) ? document.get('allow') : undefined;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(allow))
        return;
    for (const allowance of allow.items) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(allowance))
            keepSource(allowance.get('migration', true));
    }
}
function keepSource(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'number')
        node.value = node.source;
}
function keyAt(document, offset) {
    let name = 'a key';
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar(position, { range, source }) {
            if (position === 'key' && range?.[0] === offset)
                name = source ?? name;
        },
    });
    return name;
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
function offsetOf(document, path, key) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
        ? node.items.find((item) => item.key.value === key)
        : undefined;
    const start = pair?.key.range?.[0] ?? node?.range?.[0];
    if (start !== undefined)
        return start;
    return path.length <= 1 ? undefined : offsetOf(document, path.slice(0, -1));
}


/***/ })

};
