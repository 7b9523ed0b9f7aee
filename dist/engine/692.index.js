export const id = 692;
export const ids = [692];
export const modules = {

/***/ 102:
/***/ ((module) => {

function webpackEmptyContext(req) {
	var e = new Error("Cannot find module '" + req + "'");
	e.code = 'MODULE_NOT_FOUND';
	throw e;
}
webpackEmptyContext.keys = () => ([]);
webpackEmptyContext.resolve = webpackEmptyContext;
webpackEmptyContext.id = 102;
module.exports = webpackEmptyContext;

/***/ }),

/***/ 663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  handlers: () => (/* binding */ handlers)
});

;// CONCATENATED MODULE: ./lib/sql/quote.js
/** `name` as an SQL identifier. Double quotes with doubling are the only form that can quote every name. */
function quoteName(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** `text` as an SQL string literal. `text` must not hold NUL. */
function quoteText(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** Names are equal for SQLite when they differ in ASCII case only. */
function sameName(left, right) {
    return foldName(left) === foldName(right);
}
/** The key under which a name is looked up: ASCII letters in lower case, nothing else changed. */
function foldName(name) {
    return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// EXTERNAL MODULE: ./lib/engine/sqlite/errors.js
var errors = __webpack_require__(136);
;// CONCATENATED MODULE: ./lib/engine/measure/attempt.js

/**
 * Runs one measurement. Where it fails because the schema needs a function, collation or module that is missing
 * here, that is noted in `degraded` and `undefined` comes back; any other error is thrown on.
 */
function attempt(degraded, what, act) {
    try {
        return act();
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        const missing = failure && (0,errors/* missingPart */.KN)(failure);
        if (missing === undefined)
            throw error;
        degraded.push({ ...what, missing });
        return undefined;
    }
}
/** Like `attempt`, and a damaged page is noted too: it must not hide what can be measured elsewhere in the file. */
function attemptRead(degraded, what, act) {
    try {
        return attempt(degraded, what, act);
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || !(0,errors/* isCorruption */.ys)(failure.code))
            throw error;
        degraded.push({ ...what, missing: failure.message, damaged: true });
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/better-sqlite3/lib/index.js
var lib = __webpack_require__(918);
;// CONCATENATED MODULE: ./lib/engine/sqlite/connection.js

/**
 * One open database. The only file that knows better-sqlite3, so that a second driver stays possible.
 * Values come back as SQLite holds them: integers are bigint-safe only where `count` or `number` reads them.
 */
class Connection {
    #db;
    constructor(db) {
        this.#db = db;
    }
    /** Opens a private copy; `path` is always one that we named ourselves. */
    static open(path, mode) {
        const db = new lib(path, { readonly: mode === 'read', fileMustExist: true });
        // The schema is somebody else's. Only the rehearsal, which writes, needs production's default.
        if (mode === 'read')
            db.pragma('trusted_schema=OFF');
        return new Connection(db);
    }
    /**
     * Makes a new database to restore a dump into. Dumps write virtual tables straight into the schema, which SQLite
     * allows only with its defences down; nothing else is ever opened like this.
     */
    static create(path) {
        const db = new lib(path);
        db.unsafeMode(true);
        db.exec('PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF');
        return new Connection(db);
    }
    /** Runs a statement to its end and throws its rows away; unbound parameters are NULL, as in the sqlite3 shell. */
    exec(sql) {
        this.#db.exec(sql);
    }
    /** Rows as arrays in column order; text as string, integers as bigint, reals as number. */
    rows(sql, ...parameters) {
        return this.#db
            .prepare(sql)
            .raw()
            .safeIntegers()
            .all(...parameters);
    }
    /** Rows by column name; for SQLite's own catalogue, whose column names are known. Integers as numbers. */
    objects(sql, ...parameters) {
        return this.#db.prepare(sql).all(...parameters);
    }
    /** The first value of the first row as a number. */
    number(sql, ...parameters) {
        return Number(this.rows(sql, ...parameters)[0]?.[0] ?? 0);
    }
    /** The first value of the first row as text. */
    text(sql, ...parameters) {
        return String(this.rows(sql, ...parameters)[0]?.[0] ?? '');
    }
    /** `false` when the statement could change a database file. Compiles it, which runs flag pragmas. */
    isReadOnly(sql) {
        return this.#db.prepare(sql).readonly;
    }
    get inTransaction() {
        return this.#db.inTransaction;
    }
    close() {
        this.#db.close();
    }
}
/** The version of SQLite that is compiled in. Asked of an empty database: on a damaged one even this can fail. */
function sqliteVersion() {
    const db = new lib(':memory:');
    try {
        return String(db.prepare('SELECT sqlite_version()').pluck().get());
    }
    finally {
        db.close();
    }
}
/** Runs `act` on a connection and closes it whatever happens. */
function withConnection(path, mode, act) {
    const connection = Connection.open(path, mode);
    try {
        return act(connection);
    }
    finally {
        connection.close();
    }
}

;// CONCATENATED MODULE: ./lib/sql/tokens.js
/** Every character of `sql` belongs to exactly one token, in order. */
function* tokens(sql) {
    let start = 0;
    while (start < sql.length) {
        const token = tokenAt(sql, start);
        yield token;
        start = token.end;
    }
}
/** The tokens that carry meaning: no white space, no comments. */
function meaningfulTokens(sql) {
    return [...tokens(sql)].filter((token) => token.kind !== 'space' && token.kind !== 'comment');
}
/** The name that a `word` or `quoted` token spells, without its quotes. */
function nameOf(sql, token) {
    const text = sql.slice(token.start, token.end);
    if (token.kind !== 'quoted' && token.kind !== 'string')
        return text;
    const quote = text[0];
    const inner = text.slice(1, -1);
    return quote === '[' ? inner : inner.replaceAll(quote + quote, quote);
}
function tokenAt(sql, start) {
    const first = sql[start];
    const second = sql[start + 1];
    if (isSpace(first))
        return { kind: 'space', start, end: endWhile(sql, start + 1, isSpace) };
    if (first === '-' && second === '-')
        return { kind: 'comment', start, end: endOfLine(sql, start) };
    // "/*" as the very last characters is two operators for SQLite, not a comment.
    if (first === '/' && second === '*' && start + 2 < sql.length)
        return blockComment(sql, start);
    if (first === ';')
        return { kind: 'semicolon', start, end: start + 1 };
    if (first === "'" || first === '"' || first === '`' || first === '[')
        return quoted(sql, start, first);
    if ((first === 'x' || first === 'X') && second === "'")
        return quoted(sql, start + 1, "'", start);
    if (isDigit(first) || (first === '.' && second !== undefined && isDigit(second)))
        return number(sql, start);
    if ('?$@#:'.includes(first))
        return variable(sql, start);
    if (isNameCharacter(first))
        return { kind: 'word', start, end: endWhile(sql, start + 1, isNameCharacter) };
    return punctuation(sql, start);
}
function blockComment(sql, start) {
    const close = sql.indexOf('*/', start + 2);
    return { kind: 'comment', start, end: close === -1 ? sql.length : close + 2 };
}
function quoted(sql, open, quote, start = open) {
    const kind = quote === "'" ? 'string' : 'quoted';
    const close = quote === '[' ? ']' : quote;
    let at = open + 1;
    for (;;) {
        const end = sql.indexOf(close, at);
        if (end === -1)
            return { kind: 'unterminated', start, end: sql.length };
        if (quote === '[' || sql[end + 1] !== close)
            return { kind, start, end: end + 1 };
        at = end + 2;
    }
}
function number(sql, start) {
    let end = endWhile(sql, start, (c) => isNameCharacter(c) || c === '.');
    const last = sql[end - 1];
    const exponent = (last === 'e' || last === 'E') && !/^0x/i.test(sql.slice(start, start + 2));
    if (exponent && (sql[end] === '+' || sql[end] === '-'))
        end = endWhile(sql, end + 1, isNameCharacter);
    return { kind: 'number', start, end };
}
function variable(sql, start) {
    let end = endWhile(sql, start + 1, isNameCharacter);
    while (sql.startsWith('::', end))
        end = endWhile(sql, end + 2, isNameCharacter);
    // Tcl form `$name(suffix)`: the suffix may hold anything but white space, even a semicolon.
    if (sql[start] !== '?' && end > start + 1 && sql[end] === '(') {
        const close = endWhile(sql, end + 1, (c) => c !== ')' && !isSpace(c));
        if (sql[close] === ')')
            end = close + 1;
    }
    return { kind: end > start + 1 || sql[start] === '?' ? 'variable' : 'punctuation', start, end };
}
const LONG_OPERATORS = ['->>', '||', '<=', '>=', '<>', '!=', '==', '<<', '>>', '->'];
function punctuation(sql, start) {
    const operator = LONG_OPERATORS.find((text) => sql.startsWith(text, start));
    return { kind: 'punctuation', start, end: start + (operator?.length ?? 1) };
}
function endWhile(sql, from, test) {
    let end = from;
    while (end < sql.length && test(sql[end]))
        end += 1;
    return end;
}
function endOfLine(sql, from) {
    const end = sql.indexOf('\n', from);
    return end === -1 ? sql.length : end;
}
function isSpace(c) {
    // SQLite also skips a byte order mark wherever it stands.
    return c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === '\f' || c === '\uFEFF';
}
function isDigit(c) {
    return c >= '0' && c <= '9';
}
function isNameCharacter(c) {
    return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c === '_' || c === '$' || c >= '\u0080');
}

;// CONCATENATED MODULE: ./lib/sql/canonical.js


const SYNONYMS = { '!=': '<>', '==': '=' };
/**
 * One spelling for SQL that differs only in case, white space, comments and the quotes around names:
 * equal results mean the same schema text. String literals and numbers stay as they are.
 */
function canonical(sql) {
    return join(canonicalTokens(sql, meaningfulTokens(sql)));
}
/** The canonical text of some of the tokens of `sql`. */
function canonicalSlice(sql, tokens) {
    return join(canonicalTokens(sql, tokens));
}
/** `text` without parentheses that enclose all of it: `((a) + (b))` gives `(a) + (b)`. */
function withoutOuterParentheses(text) {
    let inner = text.trim();
    while (inner.startsWith('(') && closing(inner) === inner.length - 1)
        inner = inner.slice(1, -1).trim();
    return inner;
}
function canonicalTokens(sql, tokens) {
    return tokens.map((token) => {
        const text = sql.slice(token.start, token.end);
        if (token.kind === 'word')
            return foldName(text);
        if (token.kind === 'quoted')
            return plainName(foldName(nameOf(sql, token)));
        return SYNONYMS[text] ?? text;
    });
}
function plainName(name) {
    return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
function join(texts) {
    let result = '';
    for (const text of texts) {
        const tight = result === '' || /[(.]$/.test(result) || text === ')' || text === ',' || text === '.';
        result += tight ? text : ` ${text}`;
    }
    return result;
}
function closing(text) {
    let depth = 0;
    for (const token of meaningfulTokens(text)) {
        const character = text.slice(token.start, token.end);
        if (character === '(')
            depth += 1;
        if (character === ')')
            depth -= 1;
        if (depth === 0)
            return token.start;
    }
    return -1;
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/ddl.js



/** Reads a CREATE TABLE as SQLite stores it in sqlite_schema; a text that is none gives nothing. */
function readTableText(sql) {
    const result = { checks: [], collations: new Map(), generated: new Map() };
    for (const definition of definitions(sql))
        readDefinition(sql, definition, result);
    return result;
}
/** Everything from `ON` on in a CREATE INDEX (table, columns, WHERE), in canonical spelling. */
function indexBody(sql) {
    const tokens = meaningfulTokens(sql);
    const on = tokens.findIndex((token) => isWord(sql, token, 'on'));
    const open = tokens.findIndex((token, at) => at > on && sql[token.start] === '(');
    return canonicalSlice(sql, tokens.slice(open));
}
function definitions(sql) {
    const tokens = meaningfulTokens(sql);
    const open = tokens.findIndex((token) => ddl_text(sql, token) === '(');
    if (open === -1)
        return [];
    const result = [[]];
    let depth = 0;
    for (const token of tokens.slice(open)) {
        const character = ddl_text(sql, token);
        if (character === ')')
            depth -= 1;
        if (depth === 0 && character === ')')
            break;
        if (depth === 1 && character === ',')
            result.push([]);
        else if (depth > 0)
            result.at(-1)?.push(token);
        if (character === '(')
            depth += 1;
    }
    return result;
}
const TABLE_CONSTRAINTS = ['constraint', 'primary', 'unique', 'check', 'foreign'];
function readDefinition(sql, tokens, result) {
    const first = tokens[0];
    if (first === undefined)
        return;
    const isColumn = !TABLE_CONSTRAINTS.some((word) => isWord(sql, first, word));
    const column = foldName(nameOf(sql, first));
    for (let at = isColumn ? 1 : 0; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (ddl_text(sql, token) === '(')
            at = ddl_closing(sql, tokens, at);
        else if (isWord(sql, token, 'check'))
            result.checks.push(parenthesised(sql, tokens, at + 1));
        else if (isColumn && isWord(sql, token, 'as'))
            result.generated.set(column, parenthesised(sql, tokens, at + 1));
        else if (isColumn && isWord(sql, token, 'collate')) {
            const name = tokens[at + 1];
            if (name !== undefined)
                result.collations.set(column, nameOf(sql, name).toUpperCase());
        }
    }
}
function parenthesised(sql, tokens, open) {
    return withoutOuterParentheses(canonicalSlice(sql, tokens.slice(open, ddl_closing(sql, tokens, open) + 1)));
}
function ddl_closing(sql, tokens, open) {
    let depth = 0;
    for (let at = open; at < tokens.length; at += 1) {
        const character = ddl_text(sql, tokens[at]);
        if (character === '(')
            depth += 1;
        if (character === ')')
            depth -= 1;
        if (depth === 0)
            return at;
    }
    return tokens.length;
}
function ddl_text(sql, token) {
    return token.kind === 'punctuation' ? sql.slice(token.start, token.end) : '';
}
function isWord(sql, token, word) {
    return token.kind === 'word' && sql.slice(token.start, token.end).toLowerCase() === word;
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/schema.js



/** The user's tables, indexes, triggers and views, without SQLite's own and without shadow tables. */
function readSchema(connection) {
    const catalogue = connection.objects("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    const kinds = new Map(connection
        .objects("SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'")
        .map((row) => [row.name, row]));
    const ownTables = catalogue.filter(({ type, name }) => type === 'table' && kinds.get(name)?.type !== 'shadow');
    const tables = ownTables.map((row) => readTable(connection, row, kinds.get(row.name)));
    const own = new Set(tables.map(({ name }) => foldName(name)));
    return {
        tables: resolveParents(tables),
        indexes: catalogue
            .filter((row) => row.type === 'index' && row.sql !== null && own.has(foldName(row.tbl_name)))
            .map((row) => readIndex(connection, row)),
        triggers: catalogue
            .filter(({ type }) => type === 'trigger')
            .map(({ name, tbl_name, sql }) => ({ name, table: tbl_name, definition: canonical(sql ?? '') })),
        views: catalogue
            .filter(({ type }) => type === 'view')
            .map(({ name, sql }) => ({ name, definition: canonical(sql ?? '') })),
    };
}
function readTable(connection, { name, sql }, kind) {
    const text = sql ?? '';
    if (kind?.type === 'virtual')
        return readVirtualTable(connection, name, text);
    const details = readTableText(text);
    const rows = connection.objects('SELECT * FROM pragma_table_xinfo(?)', name);
    const keys = connection.objects('SELECT * FROM pragma_index_list(?)', name);
    const withoutRowid = kind?.wr === 1;
    const primaryKey = rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    // INTEGER PRIMARY KEY DESC looks like an alias of the rowid and is none: it has an index of its own.
    const alias = !withoutRowid && primaryKey.length === 1 && !keys.some(({ origin }) => origin === 'pk')
        ? primaryKey.find(({ type }) => type.toUpperCase() === 'INTEGER')?.name
        : undefined;
    const rowid = withoutRowid ? undefined : freeRowidName(rows.map((row) => row.name));
    return {
        name,
        kind: 'table',
        strict: kind?.strict === 1,
        withoutRowid,
        columns: rows.map((row) => readColumn(row, details)),
        primaryKey: primaryKey.map((row) => row.name),
        ...(alias !== undefined && { rowidAlias: alias }),
        ...(rowid !== undefined && { rowid }),
        foreignKeys: readForeignKeys(connection, name),
        unique: keys
            .filter(({ origin }) => origin === 'u')
            .map((key) => indexColumns(connection, key.name).map((column) => column.name ?? '')),
        checks: details.checks,
        sql: text,
    };
}
function readVirtualTable(connection, name, sql) {
    const module = /\busing\s+["'`[]?([\w$]+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
    let columns = [];
    try {
        columns = connection
            .objects('SELECT * FROM pragma_table_xinfo(?)', name)
            .filter(({ hidden }) => hidden !== 1)
            .map(({ name: column, type }) => ({ name: column, type, notNull: false }));
    }
    catch {
        // The module is missing here: whoever reads the table's content learns it and says so.
    }
    const shape = {
        strict: false,
        withoutRowid: false,
        primaryKey: [],
        foreignKeys: [],
        unique: [],
        checks: [],
    };
    return { name, kind: 'virtual', module, columns, rowid: 'rowid', ...shape, sql };
}
function readColumn(row, details) {
    const key = foldName(row.name);
    const collate = details.collations.get(key);
    const expression = details.generated.get(key);
    return {
        name: row.name,
        type: row.type,
        notNull: row.notnull === 1,
        ...(row.dflt_value !== null && { default: withoutOuterParentheses(canonical(row.dflt_value)) }),
        ...(collate !== undefined && collate !== 'BINARY' && { collate }),
        ...(row.hidden >= 2 && { generated: { stored: row.hidden === 3, expression: expression ?? '' } }),
    };
}
function readForeignKeys(connection, table) {
    const keys = new Map();
    const rows = connection.objects('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq', table);
    for (const row of rows) {
        const key = keys.get(row.id) ?? {
            columns: [],
            parent: row.table,
            parentColumns: [],
            onDelete: row.on_delete,
            onUpdate: row.on_update,
        };
        keys.set(row.id, key);
        key.columns.push(row.from);
        if (row.to !== null)
            key.parentColumns.push(row.to);
    }
    return [...keys.values()];
}
/** A foreign key without parent columns means the parent's primary key (sqlite.org/foreignkeys.html). */
function resolveParents(tables) {
    const byName = new Map(tables.map((table) => [foldName(table.name), table]));
    for (const { foreignKeys } of tables) {
        for (const key of foreignKeys) {
            if (key.parentColumns.length === 0)
                key.parentColumns = byName.get(foldName(key.parent))?.primaryKey ?? [];
        }
    }
    return tables;
}
function readIndex(connection, { name, tbl_name, sql }) {
    const collations = indexColumns(connection, name).map(({ coll }) => coll);
    // A column's own COLLATE reaches the index without standing in its text.
    const effective = collations.every((coll) => coll === 'BINARY') ? '' : ` collate ${collations.join(', ')}`;
    const text = sql ?? '';
    const unique = /^\s*create\s+unique/i.test(text);
    return {
        name,
        table: tbl_name,
        unique,
        definition: `${unique ? 'unique ' : ''}${indexBody(text)}${effective}`,
    };
}
function indexColumns(connection, index) {
    return connection.objects('SELECT * FROM pragma_index_xinfo(?) WHERE key = 1', index);
}
function freeRowidName(columns) {
    const taken = new Set(columns.map(foldName));
    return ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name));
}

;// CONCATENATED MODULE: ./lib/engine/compare/strict-sql.js

/** `alias.column` without the affinity that a column brings into a comparison. */
function bare(alias, column) {
    return `+${alias}.${quoteName(column)}`;
}
/**
 * Exact difference of two values: storage class, then bytes (reals by value). `IS NOT` alone would call 1 and 1.0
 * equal, and 'a' and 'A' under NOCASE; a column's affinity would call '00501' and 501 equal.
 */
function differs({ before, after }) {
    return `(typeof(${after}) <> typeof(${before}) OR ${after} COLLATE BINARY IS NOT ${before})`;
}
function same({ before, after }) {
    return `(typeof(${after}) = typeof(${before}) AND ${after} COLLATE BINARY IS ${before})`;
}
/** `terms` joined by `operator` as a balanced tree: SQLite allows a depth of 1,000, a table 2,000 columns. */
function balanced(operator, terms) {
    if (terms.length === 0)
        return operator === 'AND' ? '1' : '0';
    if (terms.length === 1)
        return terms[0];
    const half = terms.length >> 1;
    return `(${balanced(operator, terms.slice(0, half))} ${operator} ${balanced(operator, terms.slice(half))})`;
}
/** Four sums per column, in the order of ColumnChange: filled, changed, cleared, retyped. */
function columnSums(pair) {
    return ['filled', 'changed', 'cleared', 'retyped']
        .map((kind) => `sum(${isOfKind(kind, pair)})`)
        .join(', ');
}
/** The condition under which a value differs in this way. */
function isOfKind(kind, { before, after }) {
    const bothThere = `${after} IS NOT NULL AND ${before} IS NOT NULL`;
    switch (kind) {
        case 'filled':
            return `${before} IS NULL AND ${after} IS NOT NULL`;
        case 'changed':
            return `${bothThere} AND typeof(${after}) = typeof(${before}) AND ${after} COLLATE BINARY IS NOT ${before}`;
        case 'cleared':
            return `${before} IS NOT NULL AND ${after} IS NULL`;
        case 'retyped':
            return `${bothThere} AND typeof(${after}) <> typeof(${before})`;
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/keyed.js


/**
 * Pairs rows by a key that is unique on both sides. The order of the join is pinned: *after* is scanned, *before* is
 * looked up through its key's own index. `b.key = +a.key` takes affinity and collation from that index alone, so that
 * SQLite can use it whatever became of the column; the exact condition behind it decides.
 */
function matchByKey(connection, pair, key) {
    const conditions = key.flatMap(({ before, after }) => [
        `b.${quoteName(before.name)} = ${bare('a', after.name)}`,
        same({ before: bare('b', before.name), after: bare('a', after.name) }),
    ]);
    const from = `main.${quoteName(pair.after.name)} AS a CROSS JOIN old.${quoteName(pair.before.name)} AS b
    ON ${conditions.join(' AND ')}`;
    return {
        matched: connection.number(`SELECT count(*) FROM ${from}`),
        from,
        values: ({ before, after }) => ({ before: bare('b', before.name), after: bare('a', after.name) }),
    };
}

;// CONCATENATED MODULE: ./lib/engine/compare/multiset.js


/** PARTITION BY takes at most 2,000 terms; storage classes need one more for each 100 columns. */
const MOST_COLUMNS_TO_SORT = 1900;
/**
 * Pairs rows where no key tells them apart: equal rows pair first, whatever their rowid; of the rest, those with the
 * same key (`key`) or, without one, the same rowid. Copies only the rows that have no equal row at their own rowid.
 */
function matchByContent(connection, pair, key) {
    const equalInPlace = countEqualInPlace(connection, pair);
    collectRest(connection, pair);
    const cancelled = cancelEqualRows(connection, pair.columns.length);
    const from = pairRest(connection, keyColumns(pair, key));
    return {
        matched: equalInPlace + cancelled + connection.number(`SELECT count(*) FROM ${from}`),
        from,
        values: (_, position) => ({ before: `b.c${position}`, after: `a.c${position}` }),
    };
}
function countEqualInPlace(connection, { before, after, columns }) {
    const here = equalRow(before, after, columns);
    if (here === undefined)
        return 0;
    return connection.number(`SELECT count(*) FROM main.${quoteName(after.name)} AS a CROSS JOIN old.${quoteName(before.name)} AS b ON ${here}`);
}
/** The condition under which `a` and `b` are equal rows with the same rowid. */
function equalRow(before, after, columns) {
    if (before.rowid === undefined || after.rowid === undefined)
        return undefined;
    const equal = columns.map((column) => same({ before: bare('b', column.before.name), after: bare('a', column.after.name) }));
    return `b.${before.rowid} = a.${after.rowid} AND ${balanced('AND', equal)}`;
}
/** temp.rest: the rows of both sides that have no equal row at their own rowid. Untyped columns keep every value as it is. */
function collectRest(connection, { before, after, columns }) {
    const names = columns.map((_, position) => `c${position}`);
    connection.exec('DROP TABLE IF EXISTS temp.rest; DROP TABLE IF EXISTS temp.single;');
    connection.exec(`CREATE TEMP TABLE rest (side, r, ${names.join(', ')})`);
    const here = equalRow(before, after, columns);
    const sides = [
        {
            side: 0,
            alias: 'b',
            schema: 'old',
            table: before,
            other: 'a',
            otherTable: `main.${quoteName(after.name)}`,
        },
        {
            side: 1,
            alias: 'a',
            schema: 'main',
            table: after,
            other: 'b',
            otherTable: `old.${quoteName(before.name)}`,
        },
    ];
    for (const { side, alias, schema, table, other, otherTable } of sides) {
        const values = columns.map((column) => bare(alias, side === 0 ? column.before.name : column.after.name));
        const rowid = table.rowid === undefined ? 'NULL' : `${alias}.${table.rowid}`;
        const lonely = here === undefined ? '' : ` WHERE NOT EXISTS (SELECT 1 FROM ${otherTable} AS ${other} WHERE ${here})`;
        connection.exec(`INSERT INTO temp.rest SELECT ${[side, rowid, ...values].join(', ')}
       FROM ${schema}.${quoteName(table.name)} AS ${alias}${lonely}`);
    }
}
/** Pairs equal rows of temp.rest, the n-th with the n-th, and leaves temp.single: the rows without an equal one. */
function cancelEqualRows(connection, columns) {
    if (columns > MOST_COLUMNS_TO_SORT) {
        connection.exec('CREATE TEMP TABLE single AS SELECT * FROM temp.rest');
        return 0;
    }
    const content = [...storageClasses(columns), ...Array.from({ length: columns }, (_, at) => `c${at}`)];
    connection.exec(`CREATE TEMP TABLE single AS SELECT * FROM (
       SELECT *, count(*) OVER (PARTITION BY ${[...content, 'n'].join(', ')}) AS partners FROM (
         SELECT *, row_number() OVER (PARTITION BY ${['side', ...content].join(', ')} ORDER BY r) AS n FROM temp.rest))
     WHERE partners = 1`);
    const rows = connection.number('SELECT count(*) FROM temp.rest');
    return (rows - connection.number('SELECT count(*) FROM temp.single')) / 2;
}
/** Sorting calls 1 and 1.0 equal; their storage classes tell them apart. */
function storageClasses(columns) {
    const terms = [];
    for (let start = 0; start < columns; start += 100) {
        const length = Math.min(100, columns - start);
        terms.push(Array.from({ length }, (_, at) => `typeof(c${start + at})`).join(' || '));
    }
    return terms;
}
function keyColumns({ columns }, key) {
    return key.length === 0 ? ['r'] : key.map((column) => `c${columns.indexOf(column)}`);
}
/** Pairs what is left by key or rowid, the n-th of a repeated key with the n-th. */
function pairRest(connection, key) {
    const parts = key.flatMap((column) => [column, `typeof(${column})`]).join(', ');
    connection.exec(`DROP TABLE IF EXISTS temp.numbered;
     CREATE TEMP TABLE numbered AS SELECT *, row_number() OVER (PARTITION BY side, ${parts} ORDER BY r) AS place
       FROM temp.single;
     CREATE INDEX temp.numbered_key ON numbered (side, ${key.join(', ')}, place);`);
    const equal = key.map((column) => `${same({ before: `b.${column}`, after: `a.${column}` })} AND b.${column} IS a.${column}`);
    const known = key[0] === 'r' ? ' AND a.r IS NOT NULL' : '';
    return `temp.numbered AS a CROSS JOIN temp.numbered AS b
    ON a.side = 1 AND b.side = 0 AND b.place = a.place AND ${equal.join(' AND ')}${known}`;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content.js





/** Columns a SELECT takes at a time: four sums each, and SQLite allows 2,000 results. */
const BATCH = 200;
/**
 * Compares the content of one table, *after* as `main` and *before* as `old` of one connection.
 * Everything is decided by SQLite on stored values; only counts come out.
 */
function compareContent(connection, pair, degraded) {
    const what = { check: 'content', table: pair.after.name };
    const attempts = [];
    const whole = attemptRead(attempts, what, () => compareColumns(connection, pair));
    if (whole !== undefined)
        return whole;
    degraded.push(...attempts);
    // A generated column whose function is missing throws when it is read; what is stored can still be compared.
    const stored = pair.columns.filter(({ before, after }) => !before.generated && !after.generated);
    if (stored.length === pair.columns.length)
        return undefined;
    return attemptRead(degraded, what, () => compareColumns(connection, { ...pair, columns: stored }));
}
function compareColumns(connection, pair) {
    const before = connection.number(`SELECT count(*) FROM old.${quoteName(pair.before.name)}${scanHint(pair.before)}`);
    const after = connection.number(`SELECT count(*) FROM main.${quoteName(pair.after.name)}${scanHint(pair.after)}`);
    const key = commonKey(pair);
    const matches = key !== undefined && hasUniqueKey(pair)
        ? matchByKey(connection, pair, key)
        : matchByContent(connection, pair, key ?? []);
    const values = pair.columns.map(matches.values);
    const changed = connection.number(`SELECT count(*) FROM ${matches.from} WHERE ${balanced('OR', values.map(differs))}`);
    return {
        table: pair.after.name,
        before,
        after,
        added: after - matches.matched,
        removed: before - matches.matched,
        changed,
        proof: 'sql',
        columns: changed === 0 ? [] : changedColumns(connection, pair.columns, values, matches.from),
    };
}
/** The primary key of *before*, where all of its columns still exist; `undefined` for a table without one. */
function commonKey({ before, columns }) {
    if (before.primaryKey.length === 0)
        return undefined;
    const byName = new Map(columns.map((column) => [foldName(column.before.name), column]));
    const key = before.primaryKey.map((name) => byName.get(foldName(name)));
    return key.every((column) => column !== undefined) ? key : undefined;
}
/** No two rows of a side share a primary key, so that it pairs rows by itself. */
function hasUniqueKey({ before, after }) {
    return isUnique(before) && isUnique(after);
}
/** No two rows share a primary key: an ordinary table lets its key be NULL, and so repeat, unless it says NOT NULL. */
function isUnique({ primaryKey, rowidAlias, withoutRowid, columns }) {
    if (rowidAlias !== undefined || withoutRowid)
        return true;
    const required = new Set(columns.filter(({ notNull }) => notNull).map(({ name }) => foldName(name)));
    return primaryKey.length > 0 && primaryKey.every((name) => required.has(foldName(name)));
}
function changedColumns(connection, columns, values, from) {
    const result = [];
    for (let start = 0; start < columns.length; start += BATCH) {
        const batch = values.slice(start, start + BATCH);
        const [sums = []] = connection.rows(`SELECT ${batch.map(columnSums).join(', ')} FROM ${from} WHERE ${balanced('OR', batch.map(differs))}`);
        columns.slice(start, start + BATCH).forEach(({ after }, at) => {
            const [filled, changed, cleared, retyped] = sums.slice(at * 4, at * 4 + 4).map(Number);
            const change = {
                filled: filled ?? 0,
                changed: changed ?? 0,
                cleared: cleared ?? 0,
                retyped: retyped ?? 0,
            };
            if (Object.values(change).some((count) => count > 0))
                result.push({ column: after.name, ...change });
        });
    }
    return result;
}
function scanHint({ kind }) {
    // count(*) would pick an index, and throw where that index needs a missing collation.
    return kind === 'virtual' ? '' : ' NOT INDEXED';
}

;// CONCATENATED MODULE: ./lib/engine/compare/pairing.js

/**
 * Which table of *before* is which of *after*: by name, else by the ALTER TABLE … RENAME statements that ran.
 * A table that was dropped and made again under its name is the same table: that is what a rebuild does.
 */
function pairTables(before, after, executed) {
    const origins = followRenames(before, executed);
    const byName = new Map(before.tables.map((table) => [foldName(table.name), table]));
    const renames = [];
    const pairs = after.tables.flatMap((table) => {
        const origin = origins.tableOf(table.name, byName);
        if (origin === undefined)
            return [];
        if (foldName(origin.name) !== foldName(table.name)) {
            renames.push({ kind: 'table', table: table.name, from: origin.name, to: table.name });
        }
        const columns = pairColumns(origin, table, origins.columnsOf(table.name));
        for (const { before: from, after: to } of columns) {
            if (foldName(from.name) === foldName(to.name))
                continue;
            renames.push({ kind: 'column', table: table.name, from: from.name, to: to.name });
        }
        return [{ before: origin, after: table, columns }];
    });
    return { pairs: withoutDoubles(pairs), renames };
}
function pairColumns(before, after, renamed) {
    const byName = new Map(before.columns.map((column) => [foldName(column.name), column]));
    const taken = new Set(renamed.values());
    return after.columns.flatMap((column) => {
        const own = foldName(column.name);
        const origin = renamed.get(own) ?? (taken.has(own) ? undefined : own);
        const partner = origin === undefined ? undefined : byName.get(origin);
        return partner === undefined ? [] : [{ before: partner, after: column }];
    });
}
/** A table of *before* has one partner: its namesake where there is one. */
function withoutDoubles(pairs) {
    return pairs.filter(({ before, after }) => foldName(before.name) === foldName(after.name) ||
        !pairs.some((other) => other.before === before && foldName(other.after.name) === foldName(before.name)));
}
function followRenames(before, executed) {
    const current = new Map(before.tables.map(({ name }) => [foldName(name), { table: foldName(name), columns: new Map() }]));
    for (const named of executed)
        follow(current, named);
    return {
        tableOf(name, byName) {
            const own = foldName(name);
            return byName.get(current.get(own)?.table ?? own) ?? byName.get(own);
        },
        columnsOf: (table) => current.get(foldName(table))?.columns ?? new Map(),
    };
}
function follow(current, named) {
    if (named.verb === 'rename-table') {
        const origin = current.get(foldName(named.name)) ?? { columns: new Map() };
        current.delete(foldName(named.name));
        current.set(foldName(named.to), origin);
    }
    else if (named.verb === 'rename-column') {
        const columns = current.get(foldName(named.table))?.columns;
        const from = columns?.get(foldName(named.name)) ?? foldName(named.name);
        columns?.delete(foldName(named.name));
        columns?.set(foldName(named.to), from);
    }
    else if ((named.verb === 'create' || named.verb === 'drop') && named.kind === 'table') {
        // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
        if (named.verb === 'drop')
            current.delete(foldName(named.name));
        else if (!current.has(foldName(named.name)))
            current.set(foldName(named.name), { columns: new Map() });
    }
}

;// CONCATENATED MODULE: ./lib/engine/measure/samples.js


/** Rows of one finding. */
const MOST_ROWS = 5;
const MOST_COLUMNS = 20;
/** Characters of a text, and bytes of a blob. */
const LONGEST_TEXT = 80;
const LONGEST_BLOB = 16;
/** Bytes that hold so many characters, and one more, in every encoding. */
const TEXT_BYTES = (LONGEST_TEXT + 1) * 4;
/** The key of a table's row: its primary key, else its rowid where a name reaches it. */
function keyOf({ primaryKey, rowid }, alias) {
    if (primaryKey.length > 0) {
        return primaryKey.map((column) => ({ column, sql: `${alias}.${quoteName(column)}` }));
    }
    return rowid === undefined ? [] : [{ column: 'rowid', sql: `${alias}.${rowid}` }];
}
/**
 * Some rows, as far as the user allows: the only place where values leave the engine by his wish. `undefined` where
 * none are asked for, or where they cannot be read.
 */
function sampleRows(connection, samples, { from, key, values }) {
    if (samples === 'none')
        return undefined;
    const shown = samples === 'values' ? values.slice(0, MOST_COLUMNS) : [];
    const sides = shown.flatMap(({ before = 'NULL', after = 'NULL', when = '1' }) => [
        when,
        ...cell(before),
        ...cell(after),
    ]);
    const expressions = [...key.flatMap(({ sql }) => cell(sql)), ...sides];
    if (expressions.length === 0)
        return undefined;
    const sql = `SELECT ${expressions.join(', ')} FROM ${from} LIMIT ${MOST_ROWS}`;
    const decoder = new TextDecoder(connection.text('PRAGMA encoding'), { ignoreBOM: true });
    const decode = (bytes) => decoder.decode(bytes);
    return attemptRead([], { check: 'content' }, () => connection.rows(sql).map((row) => {
        const spelt = (at) => spell(row.slice(at, at + CELL), decode);
        const start = key.length * CELL;
        const concerned = shown.flatMap(({ column, before, after }, at) => {
            const place = start + at * (1 + 2 * CELL);
            if (!row[place])
                return [];
            return [
                {
                    column,
                    ...(before !== undefined && { before: spelt(place + 1) }),
                    ...(after !== undefined && { after: spelt(place + 1 + CELL) }),
                },
            ];
        });
        return {
            key: key.map(({ column }, at) => ({ column, value: spelt(at * CELL) })),
            ...(concerned.length > 0 && { values: concerned }),
        };
    }));
}
const CELL = 3;
/** Storage class, beginning and length in bytes. Text comes as bytes: it may hold NUL, or be no valid text at all. */
function cell(sql) {
    const start = `CASE typeof(${sql}) WHEN 'text' THEN substr(CAST(${sql} AS BLOB), 1, ${TEXT_BYTES})
    WHEN 'blob' THEN substr(${sql}, 1, ${LONGEST_BLOB}) ELSE ${sql} END`;
    return [`typeof(${sql})`, start, `length(CAST(${sql} AS BLOB))`];
}
/** A value as SQL would write it: an integer in all its digits, a text in quotes, a blob as its beginning and length. */
function spell([type, value, bytes], decode) {
    switch (type) {
        case 'text': {
            const characters = [...decode(bytesOf(value))];
            const cut = characters.length > LONGEST_TEXT;
            const text = characters.slice(0, LONGEST_TEXT).join('').replaceAll("'", "''");
            return `'${text}${cut ? '…' : ''}'`;
        }
        case 'blob': {
            const cut = Number(bytes) > LONGEST_BLOB;
            return `x'${bytesOf(value).toString('hex')}${cut ? '…' : ''}' (${Number(bytes)} bytes)`;
        }
        case 'null':
            return 'NULL';
        case 'real':
            return Number.isInteger(value) ? `${value}.0` : String(value);
        default:
            return String(value);
    }
}
/** substr() of an empty blob is NULL. */
function bytesOf(value) {
    return value ?? Buffer.alloc(0);
}

;// CONCATENATED MODULE: ./lib/engine/compare/samples.js






/**
 * Adds some of the rows that were removed, added or changed, where the user asks for them. Pairs the rows once more:
 * only tables with a difference pay for it.
 */
function withSamples(connection, pair, change, samples) {
    const { added, removed, changed } = change;
    if (samples === 'none' || added + removed + changed === 0)
        return change;
    const key = commonKey(pair);
    const rows = key !== undefined && hasUniqueKey(pair)
        ? keyedRows(connection, pair, key)
        : contentRows(connection, pair, key);
    const found = {};
    const take = (kind, query) => {
        const sample = sampleRows(connection, samples, query);
        if (sample?.some(hasContent))
            found[kind] = sample;
    };
    if (removed > 0)
        take('removed', rows.removed);
    if (added > 0)
        take('added', rows.added);
    for (const kind of ['changed', 'cleared', 'retyped']) {
        const concerned = change.columns
            .filter((column) => column[kind] > 0)
            .map(({ column }) => foldName(column));
        if (concerned.length === 0)
            continue;
        const values = pair.columns.flatMap((column, position) => {
            if (!concerned.includes(foldName(column.after.name)))
                return [];
            const sides = rows.matches.values(column, position);
            return [{ column: column.after.name, ...sides, when: isOfKind(kind, sides) }];
        });
        const where = balanced('OR', values.map(({ when }) => `(${when})`));
        // A join takes its condition in ON; WHERE comes after it.
        take(kind, { from: `${rows.matches.from} WHERE ${where}`, key: rows.key, values });
    }
    return { ...change, samples: found };
}
function hasContent({ key, values }) {
    return key.length > 0 || values !== undefined;
}
function keyedRows(connection, pair, key) {
    const { before, after, columns } = pair;
    const old = `old.${quoteName(before.name)} AS b`;
    const present = `main.${quoteName(after.name)} AS a`;
    // The side that is looked up has its key bare, so that its index serves (see matchByKey).
    const equal = (side) => key
        .flatMap((column) => {
        const values = { before: bare('b', column.before.name), after: bare('a', column.after.name) };
        const looked = `${side === 'before' ? 'b' : 'a'}.${quoteName(column[side].name)}`;
        return [`${looked} = ${side === 'before' ? values.after : values.before}`, same(values)];
    })
        .join(' AND ');
    return {
        matches: matchByKey(connection, pair, key),
        key: keyOf(after, 'a'),
        removed: {
            from: `${old} WHERE NOT EXISTS (SELECT 1 FROM ${present} WHERE ${equal('after')})`,
            key: keyOf(before, 'b'),
            values: columns.map((column) => ({
                column: column.before.name,
                before: bare('b', column.before.name),
            })),
        },
        added: {
            from: `${present} WHERE NOT EXISTS (SELECT 1 FROM ${old} WHERE ${equal('before')})`,
            key: keyOf(after, 'a'),
            values: columns.map((column) => ({ column: column.after.name, after: bare('a', column.after.name) })),
        },
    };
}
/** Over temp.numbered, which matchByContent leaves: the rows of both sides that have no equal row. */
function contentRows(connection, pair, key = []) {
    const matches = matchByContent(connection, pair, key);
    const keys = (alias) => {
        const own = key.map((column) => ({
            column: column.after.name,
            sql: `${alias}.c${pair.columns.indexOf(column)}`,
        }));
        const table = alias === 'a' ? pair.after : pair.before;
        if (own.length > 0)
            return own;
        return table.rowid === undefined ? [] : [{ column: 'rowid', sql: `${alias}.r` }];
    };
    const alone = (alias, side) => `temp.numbered AS ${alias} WHERE ${alias}.side = ${side} AND ${alias}.rowid NOT IN (SELECT ${alias}.rowid FROM ${matches.from})`;
    return {
        matches,
        key: keys('a'),
        removed: {
            from: alone('b', 0),
            key: keys('b'),
            values: pair.columns.map(({ before }, at) => ({ column: before.name, before: `b.c${at}` })),
        },
        added: {
            from: alone('a', 1),
            key: keys('a'),
            values: pair.columns.map(({ after }, at) => ({ column: after.name, after: `a.c${at}` })),
        },
    };
}

;// CONCATENATED MODULE: ./lib/engine/compare/constraints.js

/** Constraints of a table that exists on both sides; those of columns that are gone went with the column. */
function diffConstraints({ before, after, columns }, rename) {
    return [
        ...columns.flatMap((column) => diffColumn(column, before, rename)),
        ...diffTableConstraints(before, after, rename),
    ].map((change) => ({ ...change, table: after.name }));
}
function diffColumn({ before, after }, table, rename) {
    const former = columnConstraints(before, (text) => rename.text(text, table.name));
    const present = columnConstraints(after, (text) => text);
    return Object.keys(former).flatMap((name) => {
        const columns = [after.name];
        return changeOf({ name, columns, ...constraints_text(former[name]) }, { name, columns, ...constraints_text(present[name]) });
    });
}
function columnConstraints(column, spell) {
    const { generated } = column;
    return {
        'NOT NULL': column.notNull ? 'NOT NULL' : undefined,
        DEFAULT: column.default === undefined ? undefined : `DEFAULT ${column.default}`,
        COLLATE: column.collate === undefined ? undefined : `COLLATE ${column.collate}`,
        GENERATED: generated && `AS (${spell(generated.expression)}) ${generated.stored ? 'STORED' : 'VIRTUAL'}`,
    };
}
function diffTableConstraints(before, after, rename) {
    const carried = (names) => names.map((name) => rename.column(before.name, name));
    const keys = [after.primaryKey, ...after.unique].map(setOf);
    const lostUnique = before.unique.map(carried).filter((columns) => !keys.includes(setOf(columns)));
    const newUnique = after.unique.filter((columns) => ![...before.unique, before.primaryKey].map(carried).map(setOf).includes(setOf(columns)));
    const formerChecks = before.checks.map((check) => rename.text(check, before.name));
    const lostChecks = formerChecks.filter((check) => !after.checks.includes(check));
    const newChecks = after.checks.filter((check) => !formerChecks.includes(check));
    const primaryKey = carried(before.primaryKey);
    return [
        ...changeOf(keyConstraint(primaryKey), keyConstraint(after.primaryKey)),
        ...flag('STRICT', before.strict, after.strict),
        ...flag('WITHOUT ROWID', before.withoutRowid, after.withoutRowid),
        ...lostUnique.map((columns) => changed('UNIQUE', columns, 'removed', `UNIQUE (${columns.join(', ')})`)),
        ...newUnique.map((columns) => changed('UNIQUE', columns, 'added', `UNIQUE (${columns.join(', ')})`)),
        ...lostChecks.map((check) => changed('CHECK', [], 'removed', `CHECK (${check})`)),
        ...newChecks.map((check) => changed('CHECK', [], 'added', `CHECK (${check})`)),
    ];
}
function keyConstraint(columns) {
    const name = 'PRIMARY KEY';
    return columns.length === 0
        ? { name, columns }
        : { name, columns, text: `${name} (${columns.join(', ')})` };
}
function flag(name, before, after) {
    if (before === after)
        return [];
    return [changed(name, [], before ? 'removed' : 'added', name)];
}
function changeOf(before, after) {
    if (foldName(before.text ?? '') === foldName(after.text ?? ''))
        return [];
    const columns = before.text === undefined ? after.columns : before.columns;
    if (before.text === undefined)
        return [changed(after.name, columns, 'added', after.text ?? '')];
    if (after.text === undefined)
        return [changed(before.name, columns, 'removed', before.text)];
    return [changed(before.name, columns, 'changed', `${before.text} → ${after.text}`)];
}
function changed(name, columns, change, detail) {
    return { kind: 'constraint', name, ...(columns.length > 0 && { columns }), change, detail };
}
function constraints_text(value) {
    return value === undefined ? {} : { text: value };
}
function setOf(names) {
    return names.map(foldName).sort().join('\0');
}

;// CONCATENATED MODULE: ./lib/engine/compare/foreign-keys.js

/** Foreign keys lost, added, or pointing or acting otherwise than before, compared under the new names. */
function diffForeignKeys({ before, after }, rename) {
    const former = before.foreignKeys.map((key) => renamed(key, before.name, rename));
    const table = after.name;
    const removed = former.filter((key) => !after.foreignKeys.some((other) => foreign_keys_same(key, other)));
    const added = after.foreignKeys.filter((key) => !former.some((other) => foreign_keys_same(key, other)));
    const changes = removed.map((key) => {
        const successor = added.findIndex((other) => sameNames(other.columns, key.columns));
        const [now] = successor === -1 ? [] : added.splice(successor, 1);
        const subject = {
            kind: 'foreign-key',
            name: key.columns.join(', '),
            table,
            columns: key.columns,
        };
        if (now === undefined)
            return { ...subject, change: 'removed', detail: describe(key) };
        return { ...subject, change: 'changed', detail: `${describe(key)} → ${describe(now)}` };
    });
    return [
        ...changes,
        ...added.map((key) => {
            const name = key.columns.join(', ');
            return {
                kind: 'foreign-key',
                name,
                table,
                columns: key.columns,
                change: 'added',
                detail: describe(key),
            };
        }),
    ];
}
function renamed(key, table, rename) {
    return {
        ...key,
        columns: key.columns.map((column) => rename.column(table, column)),
        parent: rename.table(key.parent),
        parentColumns: key.parentColumns.map((column) => rename.column(key.parent, column)),
    };
}
function foreign_keys_same(left, right) {
    return (sameNames(left.columns, right.columns) &&
        foldName(left.parent) === foldName(right.parent) &&
        sameNames(left.parentColumns, right.parentColumns) &&
        left.onDelete === right.onDelete &&
        left.onUpdate === right.onUpdate);
}
function sameNames(left, right) {
    return left.map(foldName).join('\0') === right.map(foldName).join('\0');
}
function describe({ parent, parentColumns, onDelete, onUpdate }) {
    const actions = [
        onDelete !== 'NO ACTION' && `ON DELETE ${onDelete}`,
        onUpdate !== 'NO ACTION' && `ON UPDATE ${onUpdate}`,
    ];
    return [`REFERENCES ${parent}(${parentColumns.join(', ')})`, ...actions.filter(Boolean)].join(' ');
}

;// CONCATENATED MODULE: ./lib/engine/compare/renamer.js



function renamer(renames) {
    const tables = new Map(renames.filter(({ kind }) => kind === 'table').map(({ from, to }) => [foldName(from), to]));
    const columns = renames.filter(({ kind }) => kind === 'column');
    const table = (name) => tables.get(foldName(name)) ?? name;
    const isOf = (rename, owner) => foldName(rename.table) === foldName(table(owner));
    return {
        table,
        column: (owner, name) => columns.find((rename) => isOf(rename, owner) && foldName(rename.from) === foldName(name))?.to ?? name,
        text(definition, owner) {
            const names = new Map([
                ...tables,
                ...columns
                    .filter((rename) => owner === undefined || isOf(rename, owner))
                    .map(({ from, to }) => [foldName(from), to]),
            ]);
            return names.size === 0 ? definition : replaceNames(definition, names);
        },
    };
}
function replaceNames(text, names) {
    let result = '';
    let at = 0;
    for (const token of meaningfulTokens(text)) {
        if (token.kind !== 'word' && token.kind !== 'quoted')
            continue;
        const to = names.get(foldName(nameOf(text, token)));
        if (to === undefined)
            continue;
        result += text.slice(at, token.start) + quoteName(to);
        at = token.end;
    }
    return canonical(result + text.slice(at));
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema-diff.js




/**
 * What became of every object of the schema, from the two schemas alone. `held` of removed tables and columns is
 * counted elsewhere. Texts are compared in canonical spelling and under the new names, so that a rename or another
 * way of writing the same thing is no change.
 */
function diffSchemas(before, after, pairing) {
    const rename = renamer(pairing.renames);
    return [
        ...diffTables(before, after, pairing),
        ...pairing.pairs.flatMap((pair) => [
            ...diffColumns(pair),
            ...diffConstraints(pair, rename),
            ...diffForeignKeys(pair, rename),
        ]),
        ...diffIndexes(before, after, rename),
        ...diffNamed('trigger', before.triggers, after.triggers, rename),
        ...diffNamed('view', before.views, after.views, rename),
    ];
}
function diffTables(before, after, { pairs, renames }) {
    const removed = before.tables.filter((table) => !pairs.some((pair) => pair.before === table));
    const added = after.tables.filter((table) => !pairs.some((pair) => pair.after === table));
    return [
        ...removed.map(({ name }) => ({ kind: 'table', name, table: name, change: 'removed' })),
        ...added.map(({ name }) => ({ kind: 'table', name, table: name, change: 'added' })),
        ...renames.map(({ kind, table, from, to }) => ({ kind, name: to, table, change: 'renamed', from })),
    ];
}
function diffColumns({ before, after, columns }) {
    const table = after.name;
    const kept = new Set(columns.map((column) => column.before));
    const known = new Set(columns.map((column) => column.after));
    const removed = before.columns.filter((column) => !kept.has(column));
    const added = after.columns.filter((column) => !known.has(column));
    const retyped = columns.filter((column) => foldName(column.before.type) !== foldName(column.after.type));
    return [
        ...removed.map(({ name }) => ({ kind: 'column', name, table, change: 'removed' })),
        ...added.map(({ name, type }) => ({ kind: 'column', name, table, change: 'added', detail: type })),
        ...retyped.map((column) => {
            const detail = `${column.before.type || 'no type'} → ${column.after.type || 'no type'}`;
            return { kind: 'column', name: column.after.name, table, change: 'changed', detail };
        }),
    ];
}
function diffIndexes(before, after, rename) {
    const partners = new Map(after.indexes.map((index) => [foldName(index.name), index]));
    const fresh = after.indexes.filter(({ name }) => !before.indexes.some((index) => sameName(index.name, name)));
    const changes = [];
    for (const index of before.indexes) {
        const { name } = index;
        const table = rename.table(index.table);
        const partner = partners.get(foldName(name));
        if (partner !== undefined) {
            if (!sameIndex(index, partner, rename))
                changes.push({ kind: 'index', name, table, change: 'changed' });
            continue;
        }
        const twin = fresh.findIndex((other) => sameIndex(index, other, rename));
        const [successor] = twin === -1 ? [] : fresh.splice(twin, 1);
        if (successor !== undefined) {
            changes.push({ kind: 'index', name: successor.name, table, change: 'renamed', from: name });
        }
        else if (!becameConstraint(index, after.tables, table)) {
            changes.push({ kind: 'index', name, table, change: 'removed' });
        }
    }
    return [
        ...changes,
        ...fresh.map(({ name, table }) => ({ kind: 'index', name, table, change: 'added' })),
    ];
}
function sameIndex(before, after, rename) {
    return (sameName(rename.table(before.table), after.table) &&
        rename.text(before.definition, before.table) === after.definition);
}
/** A plain unique index whose columns are now UNIQUE or the PRIMARY KEY is the same constraint, written differently. */
function becameConstraint({ unique, definition }, tables, table) {
    const owner = tables.find(({ name }) => sameName(name, table));
    if (!unique || owner === undefined)
        return false;
    const keys = [owner.primaryKey, ...owner.unique].filter((key) => key.length > 0);
    return keys.some((key) => definition === `unique (${key.map(foldName).join(', ')})`);
}
function diffNamed(kind, before, after, rename) {
    const described = ({ name, table }, change) => ({
        kind,
        name,
        ...(table !== undefined && { table: change === 'added' ? table : rename.table(table) }),
        change,
    });
    const changes = before.flatMap((object) => {
        const partner = after.find(({ name }) => sameName(name, object.name));
        if (partner === undefined)
            return [described(object, 'removed')];
        return rename.text(object.definition) === partner.definition ? [] : [described(object, 'changed')];
    });
    const added = after.filter(({ name }) => !before.some((object) => sameName(object.name, name)));
    return [...changes, ...added.map((object) => described(object, 'added'))];
}

;// CONCATENATED MODULE: ./lib/engine/compare/compare.js








/** Modules whose content is the user's; others, such as fts5vocab or dbstat, only show what is elsewhere. */
const CONTENT_MODULES = new Set(['fts3', 'fts4', 'fts5', 'rtree', 'rtree_i32', 'geopoly']);
/** Everything that differs between the two copies, schema and content, named by the migration or not. */
function compare({ before, after, executed, samples = 'none' }) {
    const started = performance.now();
    const former = withConnection(before, 'read', readSchema);
    return withConnection(after, 'read', (connection) => {
        const present = readSchema(connection);
        connection.exec(`ATTACH ${quoteText(before)} AS old`);
        const pairing = pairTables(former, present, executed);
        const degraded = [];
        const objects = diffSchemas(former, present, pairing).map((object) => withHeld(connection, object, pairing, degraded));
        const schemaDone = performance.now();
        const tables = pairing.pairs
            .filter(({ after: table }) => table.kind === 'table' || CONTENT_MODULES.has(table.module ?? ''))
            .flatMap((pair) => {
            const change = compareContent(connection, pair, degraded);
            return change === undefined ? [] : [withSamples(connection, pair, change, samples)];
        });
        return {
            changes: { tables, objects, renames: pairing.renames, degraded },
            schemaMs: schemaDone - started,
            contentMs: performance.now() - schemaDone,
        };
    });
}
/** What was lost with a removed table or column: rows, or values that were not NULL. */
function withHeld(connection, object, { pairs }, degraded) {
    if (object.change !== 'removed' || (object.kind !== 'table' && object.kind !== 'column'))
        return object;
    const owner = pairs.find(({ after }) => after.name === object.table)?.before.name ?? object.table ?? object.name;
    const count = object.kind === 'table' ? '*' : quoteName(object.name);
    const held = attemptRead(degraded, { check: 'content', table: owner }, () => connection.number(`SELECT count(${count}) FROM old.${quoteName(owner)}`));
    return held === undefined ? object : { ...object, held };
}

;// CONCATENATED MODULE: ./lib/engine/measure/header.js
/** The values of the file header that an application or a tool may rely on (sqlite.org/fileformat2.html). */
function readHeader(connection) {
    return {
        userVersion: connection.number('PRAGMA user_version'),
        applicationId: connection.number('PRAGMA application_id'),
        pageSize: connection.number('PRAGMA page_size'),
        encoding: connection.text('PRAGMA encoding'),
        autoVacuum: connection.number('PRAGMA auto_vacuum'),
        journalMode: connection.text('PRAGMA journal_mode'),
    };
}

;// CONCATENATED MODULE: ./lib/engine/measure/integrity.js



/**
 * PRAGMA integrity_check over the whole file. One missing function or collation makes SQLite give up the whole
 * check; then every table is checked by itself, and only those that need the missing part stay unchecked.
 */
function measureIntegrity(connection, tables, degraded) {
    connection.exec('PRAGMA cell_size_check=ON');
    try {
        const whole = [];
        const lines = attempt(whole, { check: 'integrity' }, () => check(connection, 'PRAGMA integrity_check(100)'));
        return verdict(lines ?? tables.flatMap((table) => checkTable(connection, table, degraded)));
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || !(0,errors/* isCorruption */.ys)(failure.code))
            throw error;
        return { result: 'damaged', messages: [failure.message] };
    }
}
function checkTable(connection, { name, kind }, degraded) {
    if (kind === 'virtual')
        return [];
    const sql = `PRAGMA integrity_check(${quoteText(name)})`;
    return attempt(degraded, { check: 'integrity', table: name }, () => check(connection, sql)) ?? [];
}
function check(connection, sql) {
    const lines = connection.rows(sql).flatMap(([line]) => String(line).split('\n'));
    return lines.filter((line) => line !== 'ok').map(withoutRowids);
}
/** A rowid may be a primary key, and so a value of the user's. */
function withoutRowids(line) {
    return line.replace(/\brow(id)? -?\d+/gi, 'a row');
}
function verdict(lines) {
    return { result: lines.length === 0 ? 'ok' : 'damaged', messages: [...new Set(lines)] };
}

;// CONCATENATED MODULE: ./lib/engine/measure/orphans.js



/**
 * Rows without a parent, per declared foreign key, and the foreign keys that SQLite cannot enforce
 * (sqlite.org/foreignkeys.html section 3). One such key makes PRAGMA foreign_key_check throw for its whole table,
 * so those are found first, and their table's other keys are counted one by one.
 */
function measureOrphans(connection, tables, degraded, samples) {
    const byName = new Map(tables.map((table) => [foldName(table.name), table]));
    const facts = { orphans: [], mismatches: [] };
    for (const table of tables) {
        attemptRead(degraded, { check: 'orphans', table: table.name }, () => measureTable(connection, table, byName, facts));
    }
    return { ...facts, orphans: facts.orphans.map((found) => orphans_withSamples(connection, found, byName, samples)) };
}
function orphans_withSamples(connection, orphans, tables, samples) {
    const table = tables.get(foldName(orphans.table));
    if (table === undefined)
        return orphans;
    const values = orphans.columns.map((column) => ({ column, after: `c.${quoteName(column)}` }));
    const from = withoutParent(table.name, orphans);
    const rows = sampleRows(connection, samples, { from, key: keyOf(table, 'c'), values });
    return rows === undefined ? orphans : { ...orphans, samples: rows };
}
function measureTable(connection, table, byName, facts) {
    if (table.foreignKeys.length === 0)
        return;
    const causes = table.foreignKeys.map((key) => mismatchCause(connection, key, byName.get(foldName(key.parent))));
    const counts = causes.every((cause) => cause === undefined)
        ? checkedBySqlite(connection, table)
        : table.foreignKeys.map((key, at) => (causes[at] ? 0 : checkedOneByOne(connection, table, key)));
    table.foreignKeys.forEach((key, at) => {
        const { columns, parent, parentColumns } = key;
        const cause = causes[at];
        const subject = { table: table.name, columns, parent, parentColumns };
        if (cause !== undefined)
            facts.mismatches.push({ ...subject, rows: rowsWithKey(connection, table, key), cause });
        else if (counts[at])
            facts.orphans.push({ ...subject, rows: counts[at] });
    });
}
function mismatchCause(connection, { columns, parentColumns }, parent) {
    if (parent === undefined || parent.kind === 'virtual')
        return 'no-parent-table';
    const existing = new Set(parent.columns.map(({ name }) => foldName(name)));
    if (parentColumns.some((column) => !existing.has(foldName(column))))
        return 'no-parent-column';
    if (parentColumns.length !== columns.length)
        return 'parent-not-unique';
    if (sameColumns(parentColumns, parent.primaryKey))
        return undefined;
    return uniqueKeys(connection, parent).some((key) => sameColumns(key, parentColumns))
        ? undefined
        : 'parent-not-unique';
}
/** Column lists of the parent's unique indexes that a foreign key may rest on: whole, and in the columns' own collation. */
function uniqueKeys(connection, { name, columns }) {
    const own = new Map(columns.map((column) => [foldName(column.name), column.collate ?? 'BINARY']));
    const rows = connection.objects(`SELECT l.name AS index_name, x.name AS column_name, x.coll
     FROM pragma_index_list(?) AS l, pragma_index_xinfo(l.name) AS x
     WHERE l."unique" AND NOT l.partial AND x.key ORDER BY l.seq, x.seqno`, name);
    const usable = Object.values(Object.groupBy(rows, ({ index_name }) => index_name)).filter((key) => key?.every(({ column_name, coll }) => column_name !== null && own.get(foldName(column_name)) === coll.toUpperCase()));
    return usable.map((key) => (key ?? []).map(({ column_name }) => column_name ?? ''));
}
function sameColumns(left, right) {
    const fold = (names) => names.map(foldName).sort().join('\0');
    return left.length > 0 && fold(left) === fold(right);
}
/** SQLite's own judgement: it applies the parent's affinity and collation as it does when enforcing. */
function checkedBySqlite(connection, { name, foreignKeys }) {
    const rows = connection.objects('SELECT fkid, count(*) AS orphans FROM pragma_foreign_key_check(?) GROUP BY fkid', name);
    const byId = new Map(rows.map(({ fkid, orphans }) => [fkid, orphans]));
    // SQLite numbers the keys from the last declared to the first; the schema lists them as declared.
    return foreignKeys.map((_, at) => byId.get(foreignKeys.length - 1 - at) ?? 0);
}
function checkedOneByOne(connection, table, key) {
    return connection.number(`SELECT count(*) FROM ${withoutParent(table.name, key)}`);
}
/** A FROM clause over the rows of a child, as `c`, that have a key and no parent. */
function withoutParent(child, key) {
    const match = key.columns.map((column, at) => `p.${quoteName(key.parentColumns[at] ?? '')} = c.${quoteName(column)}`);
    return `${quoteName(child)} AS c WHERE ${hasKey(key)}
     AND NOT EXISTS (SELECT 1 FROM ${quoteName(key.parent)} AS p WHERE ${match.join(' AND ')})`;
}
function rowsWithKey(connection, table, key) {
    return connection.number(`SELECT count(*) FROM ${quoteName(table.name)} AS c WHERE ${hasKey(key)}`);
}
function hasKey({ columns }) {
    return columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
}

;// CONCATENATED MODULE: ./lib/engine/measure/required.js



/** NULLs in each required column that exists on this side; a column that does not exist gives nothing. */
function measureRequired(connection, tables, required, degraded, samples) {
    return required.flatMap((check) => {
        const table = tables.find(({ name }) => sameName(name, check.table));
        const column = table?.columns.find(({ name }) => sameName(name, check.column));
        if (table === undefined || column === undefined)
            return [];
        const nulls = attemptRead(degraded, { check: 'required', table: table.name }, () => connection.number(`SELECT count(*) FROM ${quoteName(table.name)} WHERE ${quoteName(column.name)} IS NULL`));
        if (nulls === undefined)
            return [];
        const from = `${quoteName(table.name)} AS t WHERE t.${quoteName(column.name)} IS NULL`;
        const shown = nulls > 0 && sampleRows(connection, samples, { from, key: keyOf(table, 't'), values: [] });
        return [{ table: table.name, column: column.name, nulls, ...(shown && { samples: shown }) }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/measure/rows.js


/** Rows of every table, in the schema's order. */
function countRows(connection, tables, degraded) {
    return tables.flatMap(({ name, kind }) => {
        // count(*) picks the smallest index, which throws where that index needs a missing collation.
        const hint = kind === 'virtual' ? '' : ' NOT INDEXED';
        const rows = attemptRead(degraded, { check: 'rows', table: name }, () => connection.number(`SELECT count(*) FROM ${quoteName(name)}${hint}`));
        return rows === undefined ? [] : [{ table: name, rows }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/measure/measure.js







/**
 * The health of one sealed copy at `path`. *Before* and *after* go through here alike, so that a difference
 * between them is never one of measuring. Throws SQLite's error when the file cannot even be read.
 */
function measure(path, required, samples = 'none') {
    return withConnection(path, 'read', (connection) => {
        const degraded = [];
        const schema = readSchema(connection);
        const { orphans, mismatches } = measureOrphans(connection, schema.tables, degraded, samples);
        const tables = countRows(connection, schema.tables, degraded);
        const requiredColumns = measureRequired(connection, schema.tables, required, degraded, samples);
        const integrity = measureIntegrity(connection, schema.tables, degraded);
        return {
            integrity: withDamageSeen(integrity, degraded),
            tables,
            orphans,
            mismatches,
            required: requiredColumns,
            header: readHeader(connection),
            schema,
            degraded,
        };
    });
}
/** Damage that any measurement met counts, whatever the integrity check found. */
function withDamageSeen(integrity, degraded) {
    const met = degraded.filter(({ damaged }) => damaged).map(({ missing }) => missing);
    if (met.length === 0)
        return integrity;
    return { result: 'damaged', messages: [...new Set([...integrity.messages, ...met])] };
}

;// CONCATENATED MODULE: ./lib/plan/step-facts.js
/** The plan's statements before anything ran. */
function untouchedSteps(plan) {
    return plan.steps.flatMap((step) => {
        if (step.do !== 'exec')
            return [];
        const { file, line, title, phase, names } = step;
        return [{ file, line, title, ...(phase !== undefined && { phase }), status: 'not-run', names }];
    });
}
/** Marks what ran from statement `since` on as taken back. */
function markRolledBack(steps, since) {
    if (since === undefined)
        return;
    for (const step of steps.slice(since))
        if (step.status === 'done')
            step.rolledBack = true;
}

// EXTERNAL MODULE: ./lib/engine/sqlite/message.js
var message = __webpack_require__(984);
;// CONCATENATED MODULE: ./lib/engine/rehearse/confine.js

/**
 * Why a statement may not run in a rehearsal: ATTACH and VACUUM INTO can write to any path of the machine, the
 * snapshot's included. In-memory and temporary databases are harmless.
 */
function confine(sql) {
    const tokens = meaningfulTokens(sql);
    const words = tokens.map((token) => token.kind === 'word' ? sql.slice(token.start, token.end).toUpperCase() : '');
    if (words[0] === 'VACUUM' && words.includes('INTO')) {
        return 'VACUUM INTO is refused in a rehearsal: it writes outside the copy';
    }
    if (words[0] !== 'ATTACH')
        return undefined;
    const file = tokens[words[1] === 'DATABASE' ? 2 : 1];
    const harmless = file?.kind === 'string' && ['', ':memory:'].includes(nameOf(sql, file));
    return harmless ? undefined : 'ATTACH is refused in a rehearsal: it opens a file outside the copy';
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/transactions.js
/**
 * Follows which statements are committed, from whether a transaction is open before and after each of them:
 * SQL files may open and close transactions as they like, and some errors close one (sqlite.org/lang_transaction.html).
 */
class Transactions {
    /** Committed transactions in which something wrote. */
    commits = 0;
    /** First statement of the transaction that is open now. */
    openSince;
    #wrote = false;
    /** The profile opened a transaction; `at` is the statement that comes next. */
    opened(at) {
        this.openSince = at;
        this.#wrote = false;
    }
    closed() {
        if (this.#wrote)
            this.commits += 1;
        this.openSince = undefined;
        this.#wrote = false;
    }
    /** Books one statement; gives back the first statement whose effects were just taken back, if any. */
    book({ at, facts, keyword, openBefore, openAfter }) {
        if (!openBefore && openAfter)
            this.opened(at);
        if (facts.status === 'done' && facts.writes === true)
            this.#wrote = true;
        if (openAfter)
            return undefined;
        const since = this.openSince;
        if (facts.status === 'done' && keyword !== 'ROLLBACK')
            this.closed();
        else
            this.#forget();
        return openBefore && (facts.status === 'failed' || keyword === 'ROLLBACK') ? since : undefined;
    }
    #forget() {
        this.openSince = undefined;
        this.#wrote = false;
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/rehearse.js






const DATA_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'WITH']);
const TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
/** The machine failed during the rehearsal: nothing is known about the migration. */
class MachineFault extends Error {
    kind;
    constructor(kind, code) {
        super(code);
        this.kind = kind;
    }
}
/**
 * Executes the plan on the copy at `path`, on one connection, and stops at the first error. A transaction that is open
 * at the end is lost, as it is when production's connection closes. fsync off and a small cache are the fastest
 * settings that change no result; so the times are lower bounds. `tell` hears of each statement before and after.
 */
function rehearse(path, plan, tell, samples = 'none') {
    return withConnection(path, 'write', (connection) => {
        connection.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-2000');
        const run = new Run(connection, plan, tell, samples);
        const failure = run.all();
        const leftOpen = failure === undefined && connection.inTransaction;
        markRolledBack(run.steps, run.transactions.openSince);
        return {
            outcome: failure === undefined ? 'done' : 'failed',
            commits: run.transactions.commits,
            leftOpen,
            sqlite: sqliteVersion(),
            steps: run.steps,
            ...(failure !== undefined && { failure }),
        };
    });
}
/** One pass over a plan. */
class Run {
    steps;
    transactions = new Transactions();
    #connection;
    #plan;
    #tell;
    #samples;
    /** Index of the next statement. */
    #at = 0;
    constructor(connection, plan, tell, samples) {
        this.#samples = samples;
        this.#connection = connection;
        this.#plan = plan;
        this.#tell = tell;
        this.steps = untouchedSteps(plan);
    }
    all() {
        for (const step of this.#plan.steps) {
            const failure = step.do === 'exec' ? this.#statement(step) : this.#own(step);
            if (failure !== undefined)
                return failure;
        }
        return undefined;
    }
    #statement(step) {
        const at = this.#at;
        const facts = this.steps[at];
        this.#tell({ started: at });
        const openBefore = this.#connection.inTransaction;
        const start = performance.now();
        const failure = this.#execute(step, facts);
        facts.ms = performance.now() - start;
        facts.status = failure === undefined ? 'done' : 'failed';
        const keyword = firstWord(step.sql);
        const openAfter = this.#connection.inTransaction;
        const undone = this.transactions.book({ at, facts, keyword, openBefore, openAfter });
        markRolledBack(this.steps, undone);
        const { commits, openSince } = this.transactions;
        this.#tell({ at, facts, commits, ...(openSince !== undefined && { openSince }) });
        this.#at += 1;
        return failure && { ...failure, step: at, file: step.file, line: step.line, during: 'statement' };
    }
    #execute(step, facts) {
        const refusal = confine(step.sql);
        if (refusal !== undefined)
            return { code: 'SQLITE_AUTH', message: refusal };
        let compiling = true;
        try {
            const keyword = firstWord(step.sql);
            facts.writes = !this.#connection.isReadOnly(step.sql) && !TRANSACTION_VERBS.has(keyword);
            compiling = false;
            const before = this.#totalChanges();
            this.#connection.exec(step.sql);
            // changes() keeps the number of an earlier statement where this one touched nothing.
            if (DATA_VERBS.has(keyword)) {
                const touched = this.#totalChanges() !== before;
                facts.rows = touched ? this.#connection.number('SELECT changes()') : 0;
                facts.writes &&= touched;
            }
            return undefined;
        }
        catch (error) {
            return this.#failure(error, compiling, step.sql);
        }
    }
    /** The profile's own BEGIN, COMMIT or PRAGMA. */
    #own(step) {
        const sql = { pragma: step.do === 'pragma' ? step.sql : '', begin: 'BEGIN', commit: 'COMMIT' }[step.do];
        try {
            this.#connection.exec(sql);
            if (step.do === 'begin')
                this.transactions.opened(this.#at);
            if (step.do === 'commit')
                this.transactions.closed();
            return undefined;
        }
        catch (error) {
            const failure = this.#failure(error, false, sql);
            return { ...failure, file: step.do === 'pragma' ? '' : step.file, during: step.do };
        }
    }
    #failure(error, compiling, sql) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        const fault = (0,errors/* machineFault */.MG)(failure.code);
        if (fault !== undefined)
            throw new MachineFault(fault, failure.code);
        const texts = [...this.#schemaTexts(), sql];
        return { code: failure.code, message: (0,message/* publicMessage */.j)(failure, compiling, texts, this.#samples) };
    }
    #schemaTexts() {
        try {
            return this.#connection.rows('SELECT sql FROM sqlite_schema').map(([text]) => String(text));
        }
        catch {
            // On a damaged file even this can fail, and it must not hide the failure that is being told.
            return [];
        }
    }
    #totalChanges() {
        return this.#connection.number('SELECT total_changes()');
    }
}
function firstWord(sql) {
    return /^[A-Za-z]+/.exec(sql)?.[0].toUpperCase() ?? '';
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./lib/engine/snapshot/content.js
/** `SQLite format 3` and a NUL: the first 16 bytes of every database (sqlite.org/fileformat2.html). */
const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');
const SMALLEST_DATABASE = 512;
/** RFC 1952 and RFC 8878; the second zstd number begins a skippable frame, which some tools put first. */
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const ZSTD_SKIPPABLE = Buffer.from([0x2a, 0x4d, 0x18]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const TAR_AT = 257;
function refuse(reason, remedy) {
    return { unusable: { reason, remedy } };
}
/** `head`: the first bytes of a file of `bytes` bytes; `name`: as the user wrote it. */
function recognise(head, bytes, name) {
    const starts = (magic) => head.subarray(0, magic.length).equals(magic);
    if (starts(SQLITE))
        return bytes < SMALLEST_DATABASE ? cutDatabase(bytes) : { content: 'sqlite' };
    if (starts(GZIP))
        return { content: 'gz' };
    const skippable = (head[0] ?? 0) >> 4 === 5 && head.subarray(1, 4).equals(ZSTD_SKIPPABLE);
    if (starts(ZSTD) || skippable)
        return { content: 'zst' };
    if (starts(ZIP))
        return refuse('it is a zip archive.', 'Unpack it, or pack the database as .gz or .zst.');
    if (head.subarray(TAR_AT, TAR_AT + 5).toString('latin1') === 'ustar') {
        return refuse('it is a tar archive.', 'Take the database file out of it.');
    }
    if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
        return refuse('it is text in UTF-16, as PowerShell writes it.', 'Write the dump in UTF-8.');
    }
    return isText(head) ? content_text(head, name) : unknown();
}
function cutDatabase(bytes) {
    return refuse(`it was cut off: ${bytes} bytes are fewer than the smallest database has (${SMALLEST_DATABASE}).`, 'Fetch the snapshot again and compare its size with the original.');
}
function content_text(head, name) {
    if (head.toString('latin1').startsWith('version https://git-lfs')) {
        return refuse('it is a Git LFS pointer, not the database that it points to.', 'Let actions/checkout fetch it: `with: { lfs: true }`.');
    }
    if (/\.sql(\.gz|\.zst)?$/i.test(name))
        return { content: 'sql' };
    return refuse('it is text, not a SQLite database.', 'Give the database file itself; a dump must have a name that ends in .sql.');
}
function unknown() {
    return refuse('it is not a SQLite database, or it is encrypted.', 'Give an unencrypted SQLite file, or one packed as .gz or .zst.');
}
function isText(head) {
    // Text has no control characters but tab, line feed, form feed and carriage return.
    return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/admit.js


/** As many bytes as the smallest database has, and enough for every other kind of file to be known by. */
const HEAD = 512;
/**
 * Decides from the file's type and its first bytes what the snapshot is. `name`: as the user wrote it. Never opens it
 * with SQLite, and never waits: a FIFO is refused before it is opened.
 */
function admit(path, name) {
    try {
        return byType((0,external_node_fs_.statSync)(path)) ?? byContent(path, name);
    }
    catch (error) {
        return bySystemError(error.code ?? String(error), path);
    }
}
function byType(stats) {
    const remedy = 'Give the path of the database file itself.';
    if (stats.isDirectory())
        return refuse('it is a folder, not a file.', remedy);
    if (stats.isFIFO())
        return refuse('it is a named pipe, not a file.', remedy);
    if (stats.isSocket())
        return refuse('it is a socket, not a file.', remedy);
    if (!stats.isFile())
        return refuse('it is a device, not a file.', remedy);
    if (stats.size === 0) {
        return refuse('it is empty (0 bytes): a migration that works on an empty database proves nothing about real rows.', 'Check the step that fetches the snapshot, and give a copy of the real database.');
    }
    return undefined;
}
/** What a file holds, from its first bytes. Throws the system's errors. */
function byContent(path, name) {
    // Without O_NONBLOCK, a pipe put in place of the file since would block for ever.
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        const head = Buffer.alloc(HEAD);
        const length = (0,external_node_fs_.readSync)(file, head, 0, head.length, 0);
        return recognise(head.subarray(0, length), (0,external_node_fs_.fstatSync)(file).size, name);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function bySystemError(code, path) {
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        const reason = isLink(path) ? 'it is a link to nothing.' : 'there is no such file.';
        return refuse(reason, 'Check the path, and that the step which fetches the snapshot ran before this one.');
    }
    if (code === 'EACCES' || code === 'EPERM') {
        return refuse('it may not be read: permission denied.', 'Give this user read permission.');
    }
    return refuse(`it cannot be read (${code}).`, 'Check the path.');
}
function isLink(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ./lib/engine/snapshot/copy.js


const CHUNK = 4 * 1024 * 1024;
/** Copies `from` to `to` and hashes it on the way. */
function copyAndHash(from, to) {
    const before = (0,external_node_fs_.statSync)(from, { bigint: true });
    const { bytes, sha256 } = stream(from, to);
    const isStill = () => sameFile(before, (0,external_node_fs_.statSync)(from, { bigint: true })) && stream(from).sha256 === sha256;
    return { bytes, sha256, isStill };
}
function sameFile(left, right) {
    return left.size === right.size && left.mtimeNs === right.mtimeNs && left.ino === right.ino;
}
function stream(from, to) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(CHUNK);
    const source = (0,external_node_fs_.openSync)(from, external_node_fs_.constants.O_RDONLY);
    // A private copy: no other user may read it, and a file already there is a mistake of ours.
    const target = to === undefined ? undefined : (0,external_node_fs_.openSync)(to, 'wx', 0o600);
    let bytes = 0;
    try {
        for (let length = (0,external_node_fs_.readSync)(source, buffer); length > 0; length = (0,external_node_fs_.readSync)(source, buffer)) {
            const chunk = buffer.subarray(0, length);
            hash.update(chunk);
            if (target !== undefined)
                writeAll(target, chunk);
            bytes += length;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(source);
        if (target !== undefined)
            (0,external_node_fs_.closeSync)(target);
    }
    return { bytes, sha256: hash.digest('hex') };
}
function writeAll(target, chunk) {
    for (let written = 0; written < chunk.length;)
        written += (0,external_node_fs_.writeSync)(target, chunk, written);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
;// CONCATENATED MODULE: ./lib/plan/names.js

/**
 * What a statement names as its target, from its text alone (grammar: sqlite.org/lang.html).
 * Temporary objects and everything that is no DDL or DML give nothing.
 */
function namesOf(sql) {
    const reader = new Reader(sql);
    switch (reader.keyword()) {
        case 'CREATE':
            return created(reader);
        case 'DROP':
            return dropped(reader);
        case 'ALTER':
            return altered(reader);
        case 'WITH':
            return reader.skipToVerb() ? written(reader) : [];
        default:
            return written(reader);
    }
}
const KINDS = new Set(['TABLE', 'INDEX', 'TRIGGER', 'VIEW']);
function created(reader) {
    reader.next();
    if (reader.accept('TEMP', 'TEMPORARY'))
        return [];
    reader.accept('UNIQUE', 'VIRTUAL');
    const kind = objectKind(reader);
    reader.acceptAll('IF', 'NOT', 'EXISTS');
    return kind === undefined ? [] : named(reader.name(), (name) => ({ verb: 'create', kind, name }));
}
function dropped(reader) {
    reader.next();
    const kind = objectKind(reader);
    reader.acceptAll('IF', 'EXISTS');
    return kind === undefined ? [] : named(reader.name(), (name) => ({ verb: 'drop', kind, name }));
}
function altered(reader) {
    reader.next();
    if (!reader.accept('TABLE'))
        return [];
    const table = reader.name();
    if (table === undefined)
        return [];
    if (reader.accept('RENAME'))
        return names_renamed(reader, table);
    if (reader.keyword() === 'ADD' || reader.keyword() === 'DROP') {
        const verb = reader.keyword() === 'ADD' ? 'add-column' : 'drop-column';
        reader.next();
        // ADD CONSTRAINT and DROP CONSTRAINT exist since SQLite 3.53: no column is named there.
        if (!reader.accept('COLUMN') && (reader.keyword() === 'CONSTRAINT' || reader.keyword() === 'CHECK')) {
            return [{ verb: 'alter', name: table }];
        }
        return named(reader.name(), (name) => ({ verb, table, name }));
    }
    return [{ verb: 'alter', name: table }];
}
function names_renamed(reader, table) {
    if (reader.accept('TO'))
        return named(reader.name(), (to) => ({ verb: 'rename-table', name: table, to }));
    reader.accept('COLUMN');
    const name = reader.name();
    if (name === undefined || !reader.accept('TO'))
        return [];
    return named(reader.name(), (to) => ({ verb: 'rename-column', table, name, to }));
}
function written(reader) {
    switch (reader.keyword()) {
        case 'REPLACE':
            reader.acceptAll('REPLACE', 'INTO');
            return named(reader.name(), (name) => ({ verb: 'upsert', name }));
        case 'INSERT': {
            reader.next();
            const replaces = reader.conflictClause() === 'REPLACE';
            reader.accept('INTO');
            const table = reader.name();
            const upserts = replaces || reader.contains('CONFLICT', 'DO', 'UPDATE');
            return named(table, (name) => ({ verb: upserts ? 'upsert' : 'insert', name }));
        }
        case 'UPDATE':
            reader.next();
            reader.conflictClause();
            return named(reader.name(), (name) => ({ verb: 'update', name }));
        case 'DELETE':
            reader.acceptAll('DELETE', 'FROM');
            return named(reader.name(), (name) => ({ verb: 'delete', name }));
        default:
            return [];
    }
}
function objectKind(reader) {
    const word = reader.keyword();
    if (!KINDS.has(word))
        return undefined;
    reader.next();
    return word.toLowerCase();
}
function named(name, make) {
    return name === undefined ? [] : [make(name)];
}
/** A cursor over the meaningful tokens of one statement. */
class Reader {
    #sql;
    #tokens;
    #at = 0;
    constructor(sql) {
        this.#sql = sql;
        this.#tokens = meaningfulTokens(sql);
    }
    next() {
        this.#at += 1;
    }
    /** Upper-case text of the token here; quoted names are no keywords. */
    keyword(ahead = 0) {
        const token = this.#tokens[this.#at + ahead];
        if (token === undefined || token.kind === 'quoted' || token.kind === 'string')
            return '';
        return this.#sql.slice(token.start, token.end).toUpperCase();
    }
    accept(...words) {
        const found = words.includes(this.keyword());
        if (found)
            this.next();
        return found;
    }
    /** Skips the words if all of them stand here in this order. */
    acceptAll(...words) {
        if (words.every((word, ahead) => this.keyword(ahead) === word))
            this.#at += words.length;
    }
    /** `OR REPLACE` and its likes: the action, or `''`. */
    conflictClause() {
        if (!this.accept('OR'))
            return '';
        const action = this.keyword();
        this.next();
        return action;
    }
    /** A name with an optional schema in front, which is dropped: `main.t` gives `t`. */
    name() {
        const first = this.#tokens[this.#at];
        if (first === undefined || !['word', 'quoted', 'string'].includes(first.kind))
            return undefined;
        this.next();
        if (this.keyword() !== '.')
            return nameOf(this.#sql, first);
        this.next();
        const second = this.#tokens[this.#at];
        this.next();
        return second === undefined ? undefined : nameOf(this.#sql, second);
    }
    /** From WITH to the verb that follows the common table expressions. */
    skipToVerb() {
        let depth = 0;
        for (; this.#at < this.#tokens.length; this.next()) {
            const word = this.keyword();
            if (word === '(')
                depth += 1;
            if (word === ')')
                depth -= 1;
            if (depth === 0 && ['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'SELECT'].includes(word))
                return true;
        }
        return false;
    }
    /** The words stand somewhere from here on, the first and the second possibly apart (ON CONFLICT (a) DO UPDATE). */
    contains(first, ...then) {
        for (let ahead = 0; this.#at + ahead < this.#tokens.length; ahead += 1) {
            if (this.keyword(ahead) !== first)
                continue;
            for (let after = ahead + 1; this.#at + after < this.#tokens.length; after += 1) {
                if (then.every((word, offset) => this.keyword(after + offset) === word))
                    return true;
            }
        }
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/plan/statements.js

/**
 * The states of sqlite3_complete() (SQLite's complete.c): a semicolon ends a statement unless it stands in the
 * body of a CREATE TRIGGER, which only `; END ;` closes. White space and comments change nothing.
 */
const NEXT = {
    start: { semicolon: 'start', explain: 'explain', create: 'create', other: 'normal' },
    normal: { semicolon: 'start', other: 'normal' },
    explain: {
        semicolon: 'start',
        create: 'create',
        other: 'explain',
        explain: 'normal',
        temp: 'normal',
        trigger: 'normal',
        end: 'normal',
    },
    create: { semicolon: 'start', temp: 'create', trigger: 'trigger', other: 'normal' },
    trigger: { semicolon: 'semicolon in trigger', other: 'trigger' },
    'semicolon in trigger': { semicolon: 'semicolon in trigger', end: 'end in trigger', other: 'trigger' },
    'end in trigger': { semicolon: 'start', other: 'trigger' },
};
const KEYWORDS = {
    explain: 'explain',
    create: 'create',
    temp: 'temp',
    temporary: 'temp',
    trigger: 'trigger',
    end: 'end',
};
/**
 * Splits a script where SQLite would: each result is what one sqlite3_prepare() call consumes.
 * Empty statements and trailing comments give nothing. `sql` holds no NUL (SQLite would stop there).
 */
function splitStatements(sql) {
    const statements = [];
    const lines = lineCounter(sql);
    let state = 'start';
    let start = -1;
    let end = -1;
    let gap = [];
    for (const token of tokens(sql)) {
        const text = sql.slice(token.start, token.end);
        if (token.kind === 'space' || token.kind === 'comment') {
            if (start === -1)
                gap.push({ kind: token.kind, text });
            continue;
        }
        const word = token.kind === 'semicolon' ? 'semicolon' : (KEYWORDS[text.toLowerCase()] ?? 'other');
        state = NEXT[state][word] ?? NEXT[state].other;
        const ends = token.kind === 'semicolon' && state === 'start';
        end = token.end;
        if (start === -1 && !ends)
            start = token.start;
        if (!ends)
            continue;
        if (start !== -1)
            statements.push(statement(start, end));
        start = -1;
        gap = [];
    }
    if (start !== -1)
        statements.push(statement(start, end));
    return statements;
    function statement(from, to) {
        return { sql: sql.slice(from, to), start: from, line: lines(from), comments: commentsOf(gap) };
    }
}
function commentsOf(gap) {
    const result = [];
    let adjacent = true;
    for (const { kind, text } of gap.toReversed()) {
        if (kind === 'space') {
            if ((text.match(/\n/g) ?? []).length > 1)
                adjacent = false;
            continue;
        }
        const stripped = text.replace(/^(--+|\/\*+)|\*+\/$/g, '').trim();
        result.unshift({ text: stripped, adjacent });
    }
    return result;
}
function lineCounter(sql) {
    let line = 1;
    let at = 0;
    return (offset) => {
        for (let next = sql.indexOf('\n', at); next !== -1 && next < offset; next = sql.indexOf('\n', at)) {
            line += 1;
            at = next + 1;
        }
        return line;
    };
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/restore.js









/**
 * Makes the new database `to` from the dump `from`, as the sqlite3 shell, Python's iterdump and `wrangler d1 export`
 * write them. Foreign keys are off, because a dump may fill children before their parents, and triggers come last,
 * because their work is in the dump already. A dump that does not end as it began is refused.
 */
function restore(from, to) {
    const text = readDump(from);
    if (typeof text !== 'string')
        return text;
    const statements = splitStatements(text);
    const last = statements.at(-1);
    if (last !== undefined && !last.sql.endsWith(';'))
        return cutAt(last.line);
    if (/^ROLLBACK\b/i.test(last?.sql ?? '')) {
        return refuse('the dump says at its end that it is incomplete (ROLLBACK).', 'The database that it was made from is damaged: give that file itself, or what `.recover` makes of it.');
    }
    const connection = Connection.create(to);
    try {
        return execute(connection, statements);
    }
    finally {
        connection.close();
    }
}
function readDump(path) {
    const tooLarge = refuse('the dump is too large to be read as text (512 MB).', 'Give the database file itself, or one packed as .gz or .zst.');
    if ((0,external_node_fs_.statSync)(path).size > external_node_buffer_.constants.MAX_STRING_LENGTH)
        return tooLarge;
    const bytes = (0,external_node_fs_.readFileSync)(path);
    const itself = 'Give the database file itself: a dump cannot carry such values.';
    if (bytes.includes(0))
        return refuse('the dump holds a NUL byte.', itself);
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return refuse('the dump holds text that is not UTF-8.', itself);
    return new TextDecoder().decode(bytes);
}
function execute(connection, statements) {
    const isTrigger = ({ sql }) => /^create\s+(temp\s+|temporary\s+)?trigger\b/i.test(sql);
    const isEnd = ({ sql }) => /^(commit|end)\b/i.test(sql);
    const end = statements.filter(isEnd).at(-1);
    const ordered = [
        ...statements.filter((statement) => !isTrigger(statement) && statement !== end),
        ...statements.filter(isTrigger),
        ...(end === undefined ? [] : [end]),
    ];
    const virtual = virtualTables(statements);
    for (const statement of ordered) {
        // iterdump lists the rows of a virtual table too; they come with its shadow tables.
        if (virtual.size > 0 &&
            namesOf(statement.sql).some((named) => named.verb === 'insert' && virtual.has(named.name)))
            continue;
        const failure = restore_attempt(connection, statement);
        if (failure === undefined)
            continue;
        return refuse(`line ${statement.line} of the dump failed: ${failure}.`, 'Make the dump again, or give the database file itself.');
    }
    return connection.inTransaction ? cutAt(statements.at(-1)?.line ?? 1) : undefined;
}
/** Those that the dump writes straight into the schema, where SQLite does not see them before it opens the file anew. */
function virtualTables(statements) {
    const written = /^INSERT INTO sqlite_(?:master|schema)\b[^']*'table','((?:[^']|'')+)'/i;
    const names = statements.flatMap(({ sql }) => written.exec(sql)?.[1] ?? []);
    return new Set(names.map((name) => name.replaceAll("''", "'")));
}
/** What went wrong, without a value of the dump. */
function restore_attempt(connection, { sql }) {
    const refusal = confine(sql);
    if (refusal !== undefined)
        return refusal;
    try {
        connection.exec(sql);
        return undefined;
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || (0,errors/* machineFault */.MG)(failure.code) !== undefined)
            throw error;
        // The dump's own text is data: not even what fails to compile may be shown as it is.
        return (0,message/* publicMessage */.j)(failure, false, []);
    }
}
function cutAt(line) {
    return refuse(`the dump was cut off: its last statement, on line ${line}, does not end it.`, 'Make the dump again and fetch it whole.');
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./lib/engine/snapshot/unpack.js






/** *before*, *after* and a journal must fit beside each other. */
const DISK_SHARE = 1 / 4;
/** Unpacks `from` to the new file `to`, at most `limit` bytes of it: a few packed kilobytes can become terabytes. */
async function unpack(from, to, format, limit = freeBytes(to) * DISK_SHARE) {
    const packed = (0,external_node_fs_.statSync)(from).size;
    let left = limit;
    try {
        // The zstd decoder stops at the end of a frame, and a file may hold many; what stands behind gzip is padding.
        for (let start = 0, flags = 'wx'; start < packed; flags = 'a') {
            const decoder = format === 'gz' ? (0,external_node_zlib_.createGunzip)() : (0,external_node_zlib_.createZstdDecompress)();
            const count = (bytes) => {
                left -= bytes;
                return left >= 0;
            };
            const target = (0,external_node_fs_.createWriteStream)(to, { flags, mode: 0o600 });
            await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(from, { start }), decoder, counted(count), target);
            start = format === 'gz' || decoder.bytesWritten === 0 ? packed : start + decoder.bytesWritten;
        }
        return undefined;
    }
    catch (error) {
        const refusal = refusalOf(error, limit);
        if (refusal === undefined)
            throw error;
        return refusal;
    }
}
class TooLarge extends Error {
}
function counted(isAllowed) {
    return new external_node_stream_.Transform({
        transform(chunk, _, done) {
            if (isAllowed(chunk.length))
                done(null, chunk);
            else
                done(new TooLarge());
        },
    });
}
function refusalOf(error, limit) {
    if (error instanceof TooLarge) {
        const most = Math.floor(limit / 1_000_000);
        return refuse(`unpacked, it has more than ${most} MB, which is what a quarter of the free disk holds.`, 'Check that it is the right file; if it is, run where there is more disk space.');
    }
    if (error.code === 'Z_BUF_ERROR')
        return refuse('it was cut off while it was packed.', FETCH_AGAIN);
    if (error.code === 'ZSTD_error_frameParameter_windowTooLarge') {
        return refuse('unpacking it needs more memory than 128 MB.', 'Pack it without `--long`.');
    }
    if (/^(Z|ZSTD)_/.test(error.code ?? ''))
        return refuse('it is packed, and damaged.', FETCH_AGAIN);
    return undefined;
}
const FETCH_AGAIN = 'Fetch the snapshot again and compare its checksum with the original.';
function freeBytes(path) {
    const { bavail, bsize } = (0,external_node_fs_.statfsSync)((0,external_node_path_.dirname)(path));
    return bavail * bsize;
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/inspect.js









/**
 * Makes the two private copies. The snapshot is read as bytes only: opening it, even read-only, could change it or
 * its neighbours (WAL), and miss commits that are only in `-wal` or undo ones that are only in `-journal`
 * (sqlite.org/howtocorrupt.html section 1). The first opening of the copy recovers it.
 */
async function inspect(request) {
    const admitted = admit(request.snapshot, request.name);
    if ('unusable' in admitted)
        return admitted;
    const { content } = admitted;
    return content === 'sqlite' ? inspectDatabase(request) : await inspectPacked(request, content);
}
/** The copies of a database file, its sidecars included. */
function inspectDatabase({ snapshot, name, folder }) {
    const before = (0,external_node_path_.join)(folder, 'before.db');
    // SQLite keeps -wal and -journal beside the file that a link leads to.
    const source = (0,external_node_fs_.realpathSync)(snapshot);
    const main = copyAndHash(source, before);
    const sidecars = sidecarsOf(source).map((suffix) => ({
        suffix,
        ...copyAndHash(source + suffix, before + suffix),
    }));
    // Only when all are copied: a checkpoint between two copies would tear the set apart.
    const stable = isUnchanged(source, main, sidecars);
    const facts = fileFacts(source, name, main);
    return twoCopies(folder, {
        ...facts,
        kind: 'sqlite',
        sidecars: sidecars.map(({ suffix, bytes }) => ({ suffix, bytes })),
        stable,
    });
}
/** The copies of what must first be unpacked, restored, or both. */
async function inspectPacked({ snapshot, name, folder }, content) {
    const source = (0,external_node_fs_.realpathSync)(snapshot);
    let file = (0,external_node_path_.join)(folder, 'snapshot');
    const copied = copyAndHash(source, file);
    let inner = content;
    if (content !== 'sql') {
        const packed = file;
        file = (0,external_node_path_.join)(folder, 'unpacked');
        const refusal = await unpack(packed, file, content);
        (0,external_node_fs_.rmSync)(packed);
        const admitted = refusal ?? byContent(file, name);
        if ('unusable' in admitted)
            return admitted;
        inner = admitted.content;
    }
    if (inner === 'gz' || inner === 'zst') {
        return refuse('it is packed twice.', 'Pack it once, or give the database file itself.');
    }
    const before = (0,external_node_path_.join)(folder, 'before.db');
    if (inner === 'sqlite')
        (0,external_node_fs_.renameSync)(file, before);
    else {
        const refusal = restore(file, before);
        if (refusal !== undefined)
            return refusal;
        (0,external_node_fs_.rmSync)(file);
    }
    return twoCopies(folder, {
        ...fileFacts(source, name, copied),
        kind: inner === content ? content : inner === 'sql' ? `sql.${content}` : content,
        sidecars: [],
        stable: isUnchanged(source, copied, []),
    });
}
function fileFacts(source, path, { bytes, sha256 }) {
    return { path, bytes, sha256, modifiedAt: (0,external_node_fs_.statSync)(source).mtime.toISOString() };
}
/** Seals *before*, and makes *after* of it. */
function twoCopies(folder, facts) {
    const before = (0,external_node_path_.join)(folder, 'before.db');
    const after = (0,external_node_path_.join)(folder, 'after.db');
    const sealed = seal(before);
    if ('unusable' in sealed)
        return sealed;
    (0,external_node_fs_.copyFileSync)(before, after, external_node_fs_.constants.COPYFILE_FICLONE);
    const snapshot = { ...facts, ...sealed, databaseBytes: (0,external_node_fs_.statSync)(before).size };
    return { snapshot, before, after, sqlite: sqliteVersion() };
}
/** -shm is left behind: SQLite rebuilds it from -wal. */
function sidecarsOf(source) {
    return ['-wal', '-journal'].filter((suffix) => (0,external_node_fs_.existsSync)(source + suffix));
}
function isUnchanged(source, main, sidecars) {
    const present = sidecars.map(({ suffix }) => suffix).join();
    try {
        return sidecarsOf(source).join() === present && [main, ...sidecars].every((copied) => copied.isStill());
    }
    catch (error) {
        // A file that is gone by now has changed.
        if (error.code === 'ENOENT')
            return false;
        throw error;
    }
}
/** Recovers the copy, brings everything into the main file and keeps its journal mode. */
function seal(path) {
    try {
        return withConnection(path, 'write', (connection) => {
            const tables = connection.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
            if (tables === 0)
                return NO_TABLE;
            const journalMode = connection.text('PRAGMA journal_mode') === 'wal' ? 'wal' : 'delete';
            if (journalMode === 'wal')
                connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
            return {
                journalMode,
                pageSize: connection.number('PRAGMA page_size'),
                userVersion: connection.number('PRAGMA user_version'),
            };
        });
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || !isUnreadable(failure.code))
            throw error;
        return refuse(`it is damaged beyond opening: SQLite says "${failure.message}".`, 'Fetch the snapshot again; if the original is damaged too, try `sqlite3 FILE .recover`.');
    }
}
/** Codes with which SQLite refuses a file as such; a schema that does not parse comes as plain SQLITE_ERROR. */
function isUnreadable(code) {
    return (0,errors/* isCorruption */.ys)(code) || code === 'SQLITE_ERROR' || code === 'SQLITE_CANTOPEN';
}
const NO_TABLE = refuse('it holds no table: a migration that works on an empty database proves nothing about real rows.', 'Check the step that fetches the snapshot, and give a copy of the real database.');

;// CONCATENATED MODULE: ./lib/engine/handlers.js




/** One function per task; loaded only after the Node version is known to be right. */
function handlers(say) {
    return {
        inspect: inspect,
        measure: ({ database, required, samples }) => measure(database, required, samples),
        rehearse: ({ database, plan, samples }) => rehearse(database, plan, (progress) => say({ say: 'progress', progress }), samples),
        compare: compare,
    };
}


/***/ })

};
