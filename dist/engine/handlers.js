export const id = "handlers";
export const ids = ["handlers"];
export const modules = {

/***/ "lib/engine/handlers.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  handlers: () => (/* binding */ handlers)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
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
    return quote_foldName(left) === quote_foldName(right);
}
/** The same names in the same order. */
function sameNames(left, right) {
    return left.length === right.length && left.every((name, at) => sameName(name, right[at]));
}
/** The key under which a name is looked up: ASCII letters in lower case, nothing else changed. */
function quote_foldName(name) {
    return /[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : name;
}

// EXTERNAL MODULE: ./node_modules/better-sqlite3/lib/index.js
var lib = __webpack_require__("node_modules/better-sqlite3/lib/index.js");
;// CONCATENATED MODULE: ./lib/engine/sqlite/node-driver.js
/** Opens the file with Node's own SQLite, which takes text in double quotes; foreign keys and defences are SQLite's defaults. */
function nodeDriver(path) {
    // Loaded only when it is needed: it prints a warning that it is new.
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
    const db = new Database(path, {
        enableDoubleQuotedStringLiterals: true,
        enableForeignKeyConstraints: false,
        defensive: false,
    });
    return {
        exec: (sql) => named(() => db.exec(sql)),
        rows: (sql, parameters) => named(() => rowsOf(db, sql, parameters)),
        objects: (sql, parameters) => named(() => db.prepare(sql).all(...parameters)),
        iterate: (sql) => oneByOne(db, sql),
        compile: (sql) => named(() => void db.prepare(sql)),
        isReadOnly: (sql) => named(() => isReadOnly(db, sql)),
        program: (sql) => named(() => programOf(db, sql)),
        get inTransaction() {
            return db.isTransaction;
        },
        close: () => db.close(),
    };
}
function rowsOf(db, sql, parameters) {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    statement.setReadBigInts(true);
    // Arrays, as it was told to return; the types only know objects.
    return statement.all(...parameters);
}
/** Errors can also be thrown between rows. */
function* oneByOne(db, sql) {
    const rows = named(() => db.prepare(sql).iterate());
    for (;;) {
        const next = named(() => rows.next());
        if (next.done)
            return;
        yield next.value;
    }
}
/** Opcodes of statements that write without a transaction of their own (sqlite.org/opcode.html). */
const WRITING = new Set(['Vacuum', 'Checkpoint', 'JournalMode']);
/** What sqlite3_stmt_readonly() says, read from the program of the statement; of an EXPLAIN, that of what it explains. */
function isReadOnly(db, sql) {
    const statement = sql.replace(/^\s*explain\s+(query\s+plan\s+)?/i, '');
    return !programOf(db, statement).some(({ opcode, p2 }) => WRITING.has(opcode) || (opcode === 'Transaction' && p2 !== 0));
}
function programOf(db, sql) {
    const text = `EXPLAIN ${sql}`;
    const statement = db.prepare(text);
    // As better-sqlite3 does: a second statement would run without being looked at.
    if (statement.sourceSQL.length < text.trimEnd().length)
        throw new RangeError('more than one statement');
    return statement.all().map(({ opcode, p2, p4 }) => ({ opcode: String(opcode), p2: Number(p2), p4 }));
}
/** Result codes of SQLite by name, the extended ones that messages and rules tell apart (sqlite.org/rescode.html). */
const CODES = {
    1: 'SQLITE_ERROR',
    257: 'SQLITE_ERROR_MISSING_COLLSEQ',
    4: 'SQLITE_ABORT',
    5: 'SQLITE_BUSY',
    6: 'SQLITE_LOCKED',
    7: 'SQLITE_NOMEM',
    8: 'SQLITE_READONLY',
    9: 'SQLITE_INTERRUPT',
    10: 'SQLITE_IOERR',
    778: 'SQLITE_IOERR_WRITE',
    11: 'SQLITE_CORRUPT',
    267: 'SQLITE_CORRUPT_VTAB',
    13: 'SQLITE_FULL',
    14: 'SQLITE_CANTOPEN',
    15: 'SQLITE_PROTOCOL',
    17: 'SQLITE_SCHEMA',
    18: 'SQLITE_TOOBIG',
    19: 'SQLITE_CONSTRAINT',
    275: 'SQLITE_CONSTRAINT_CHECK',
    787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    1299: 'SQLITE_CONSTRAINT_NOTNULL',
    1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    1811: 'SQLITE_CONSTRAINT_TRIGGER',
    2067: 'SQLITE_CONSTRAINT_UNIQUE',
    2579: 'SQLITE_CONSTRAINT_ROWID',
    3091: 'SQLITE_CONSTRAINT_DATATYPE',
    20: 'SQLITE_MISMATCH',
    21: 'SQLITE_MISUSE',
    23: 'SQLITE_AUTH',
    25: 'SQLITE_RANGE',
    26: 'SQLITE_NOTADB',
};
/** Gives SQLite's errors the code by which the program knows them. */
function named(act) {
    try {
        return act();
    }
    catch (error) {
        const isSqlite = typeof error === 'object' && error !== null && 'errcode' in error;
        if (!isSqlite || typeof error.errcode !== 'number')
            throw error;
        const code = CODES[error.errcode] ?? CODES[error.errcode & 0xff] ?? 'SQLITE_ERROR';
        throw Object.assign(error, { code });
    }
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/connection.js

/**
 * One open database, whichever driver opened it. The only file that knows better-sqlite3.
 * Values come back as SQLite holds them: integers are bigint-safe only where `count` or `number` reads them.
 */
class Connection {
    #driver;
    constructor(driver) {
        this.#driver = driver;
    }
    /**
     * Opens a private copy; `path` is always one that we named ourselves. `check` writes no more than `read`, but opens the
     * file for writing: SQLite drops the CHECK constraints of a file that is opened read-only, and does not check them. The
     * other drivers only write.
     */
    static open(path, mode, driver = 'better-sqlite3') {
        if (driver === 'node:sqlite')
            return new Connection(nodeDriver(path));
        const db = new lib(path, { readonly: mode === 'read', fileMustExist: true });
        if (driver === 'undefended')
            db.unsafeMode(true);
        // The schema is somebody else's. Only the rehearsal, which writes, needs production's default.
        if (mode !== 'write')
            db.pragma('trusted_schema=OFF');
        if (mode === 'check')
            db.pragma('query_only=ON');
        return new Connection(betterDriver(db));
    }
    /**
     * Makes a new database to restore a dump into. Dumps write virtual tables straight into the schema, which SQLite
     * allows only with its defences down.
     */
    static create(path) {
        const db = new lib(path);
        db.unsafeMode(true);
        db.exec('PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF');
        return new Connection(betterDriver(db));
    }
    /** Opens a private copy to edit its schema by hand. Nobody may read it as the user's database afterwards. */
    static undefended(path) {
        const db = new lib(path, { fileMustExist: true });
        db.unsafeMode(true);
        db.exec('PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF');
        return new Connection(betterDriver(db));
    }
    /** Runs a statement to its end and throws its rows away; unbound parameters are NULL, as in the sqlite3 shell. */
    exec(sql) {
        this.#driver.exec(sql);
    }
    /** Rows as arrays in column order; text as string, integers as bigint, reals as number. */
    rows(sql, ...parameters) {
        return this.#driver.rows(sql, parameters);
    }
    /** Rows by column name; for SQLite's own catalogue, whose column names are known. Integers as numbers. */
    objects(sql, ...parameters) {
        return this.#driver.objects(sql, parameters);
    }
    /** The first value of the first row as a number. */
    number(sql, ...parameters) {
        return Number(this.rows(sql, ...parameters)[0]?.[0] ?? 0);
    }
    /** The first value of the first row as text. */
    text(sql, ...parameters) {
        return String(this.rows(sql, ...parameters)[0]?.[0] ?? '');
    }
    /** Compiles one statement and does not run it. */
    compile(sql) {
        this.#driver.compile(sql);
    }
    /** `false` when the statement could change a database file. Compiles it, which runs flag pragmas. */
    isReadOnly(sql) {
        return this.#driver.isReadOnly(sql);
    }
    /** The program that SQLite makes of one statement; nothing runs. */
    program(sql) {
        return this.#driver.program(sql);
    }
    /** How many rows a SELECT returns. None is kept. */
    count(sql) {
        let rows = 0;
        for (const _ of this.#driver.iterate(sql))
            rows += 1;
        return rows;
    }
    get inTransaction() {
        return this.#driver.inTransaction;
    }
    close() {
        this.#driver.close();
    }
}
/** Asked around every statement of a migration. */
const COUNTERS = new Set(['SELECT changes()', 'SELECT total_changes()']);
function betterDriver(db) {
    const prepare = (sql) => db.prepare(sql).raw().safeIntegers();
    // A statement that nobody needs any more is freed when the event loop runs, which is after the last one of the plan:
    // prepared anew each time, those of 100,000 statements fill the memory.
    const counters = new Map();
    const counter = (sql) => {
        const known = counters.get(sql) ?? prepare(sql);
        counters.set(sql, known);
        return known;
    };
    return {
        exec: (sql) => void db.exec(sql),
        rows: (sql, parameters) => (COUNTERS.has(sql) ? counter(sql) : prepare(sql)).all(...parameters),
        objects: (sql, parameters) => db.prepare(sql).all(...parameters),
        iterate: (sql) => db.prepare(sql).raw().iterate(),
        compile: (sql) => void db.prepare(sql),
        isReadOnly: (sql) => db.prepare(sql).readonly,
        // Unlike a prepared EXPLAIN it needs no parameters; the types do not know it.
        program: (sql) => db.explain(sql),
        get inTransaction() {
            return db.inTransaction;
        },
        close: () => void db.close(),
    };
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
function withConnection(path, mode, act, driver = 'better-sqlite3') {
    const connection = Connection.open(path, mode, driver);
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
    const scan = { unclosedUntil: 0 };
    for (let start = 0; start < sql.length;) {
        const token = tokenAt(sql, start, scan);
        yield token;
        start = token.end;
    }
}
/** The tokens that carry meaning: no white space, no comments. */
function meaningfulTokens(sql) {
    const found = [];
    const scan = { unclosedUntil: 0 };
    for (let start = 0; start < sql.length;) {
        const token = tokenAt(sql, start, scan);
        if (token.kind !== 'space' && token.kind !== 'comment')
            found.push(token);
        start = token.end;
    }
    return found;
}
/** The first of them. */
function leadingTokens(sql, count) {
    const found = [];
    for (const token of tokens(sql)) {
        if (token.kind !== 'space' && token.kind !== 'comment')
            found.push(token);
        if (found.length === count)
            break;
    }
    return found;
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
function tokenAt(sql, start, scan) {
    const first = sql[start];
    const second = sql[start + 1];
    // A vertical tab is white space for SQLite only behind another one.
    const goesOn = (c) => isSpace(c) || c === '\v';
    if (isSpace(first))
        return { kind: 'space', start, end: endWhile(sql, start + 1, goesOn) };
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
        return variable(sql, start, scan);
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
function variable(sql, start, scan) {
    let end = endWhile(sql, start + 1, isNameCharacter);
    while (sql.startsWith('::', end))
        end = endWhile(sql, end + 2, isNameCharacter);
    // Tcl form `$name(suffix)`: the suffix may hold anything but white space, even a semicolon.
    if (sql[start] !== '?' && end > start + 1 && sql[end] === '(' && end >= scan.unclosedUntil) {
        const close = endWhile(sql, end + 1, (c) => c !== ')' && !isSpace(c));
        if (sql[close] === ')')
            end = close + 1;
        else
            scan.unclosedUntil = close;
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
            return quote_foldName(text);
        if (token.kind === 'quoted')
            return plainName(quote_foldName(nameOf(sql, token)));
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

/** The name of a constraint among those of its table. */
function constraintKey(kind, columns) {
    return [kind, ...columns.map(quote_foldName)].join('\0');
}
/** Reads a CREATE TABLE as SQLite stores it in sqlite_schema; a text that is none gives nothing. */
function readTableText(sql) {
    const result = {
        checks: [],
        collations: new Map(),
        generated: new Map(),
        conflicts: new Map(),
        deferred: [],
        autoincrement: false,
    };
    for (const definition of definitions(sql)) {
        readDefinition(sql, definition, result);
        // Nothing else may be called so, unless it is quoted.
        if (definition.some((token) => isWord(sql, token, 'autoincrement')))
            result.autoincrement = true;
    }
    return result;
}
/** Everything from `ON` on in a CREATE INDEX (table, columns, WHERE), in canonical spelling. */
function indexBody(sql) {
    const tokens = meaningfulTokens(sql);
    const on = tokens.findIndex((token) => isWord(sql, token, 'on'));
    const open = tokens.findIndex((token, at) => at > on && sql[token.start] === '(');
    return canonicalSlice(sql, tokens.slice(open));
}
/**
 * The table or view that a full-text index has its content in, from `content=…` (sqlite.org/fts5.html section 4.4);
 * empty where it has none at all, `undefined` where it holds the content itself.
 */
function contentTable(sql) {
    for (const [first, equals, value] of definitions(sql)) {
        if (first === undefined || equals === undefined || value === undefined)
            continue;
        if (isWord(sql, first, 'content') && ddl_text(sql, equals) === '=')
            return nameOf(sql, value);
    }
    return undefined;
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
    const column = nameOf(sql, first);
    const says = (at, ...words) => words.every((word, offset) => isWord(sql, tokens[at + offset], word));
    const columnsOf = (open) => (isColumn ? [column] : listed(sql, tokens, open));
    /** The constraint that an ON CONFLICT here belongs to. */
    let subject;
    for (let at = isColumn ? 1 : 0; at < tokens.length; at += 1) {
        if (ddl_text(sql, tokens[at]) === '(')
            at = ddl_closing(sql, tokens, at);
        else if (says(at, 'not', 'null'))
            subject = constraintKey('NOT NULL', [column]);
        else if (says(at, 'unique'))
            subject = constraintKey('UNIQUE', columnsOf(at + 1));
        else if (says(at, 'primary', 'key'))
            subject = constraintKey('PRIMARY KEY', columnsOf(at + 2));
        else if (says(at, 'on', 'conflict')) {
            const action = wordAt(sql, tokens, at + 2);
            if (subject !== undefined && action !== 'ABORT')
                result.conflicts.set(subject, action);
        }
        else if (says(at, 'check')) {
            // SQLite accepts ON CONFLICT behind a CHECK, and ignores it.
            subject = undefined;
            result.checks.push(parenthesised(sql, tokens, at + 1));
        }
        else if (says(at, 'references'))
            result.deferred.push(false);
        else if (says(at, 'deferrable'))
            result.deferred.splice(-1, 1, says(at + 1, 'initially', 'deferred') && !says(at - 1, 'not'));
        else if (isColumn && says(at, 'as'))
            result.generated.set(quote_foldName(column), parenthesised(sql, tokens, at + 1));
        else if (isColumn && says(at, 'collate'))
            result.collations.set(quote_foldName(column), wordAt(sql, tokens, at + 1));
    }
}
/** The columns in the parentheses of a table constraint, without their collations and orders. */
function listed(sql, tokens, open) {
    const inside = tokens.slice(open + 1, ddl_closing(sql, tokens, open));
    return inside
        .filter((_, at) => at === 0 || ddl_text(sql, inside[at - 1]) === ',')
        .map((token) => nameOf(sql, token));
}
function wordAt(sql, tokens, at) {
    const token = tokens[at];
    return token === undefined ? '' : nameOf(sql, token).toUpperCase();
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
    return token?.kind === 'punctuation' ? sql.slice(token.start, token.end) : '';
}
function isWord(sql, token, word) {
    return token?.kind === 'word' && sql.slice(token.start, token.end).toLowerCase() === word;
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/read-schema.js

const BINARY = 'BINARY';
/** Tables and indexes that were read already, each by all the texts that define it. */
class SchemaCache {
    tables = new Map();
    indexes = new Map();
}
/**
 * The user's tables, indexes, triggers and views, without SQLite's own and without shadow tables. With a `cache`, only
 * what has changed since the last call is read.
 */
function readSchema(connection, cache = new SchemaCache()) {
    const catalogue = connection.objects("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    const kinds = new Map(connection
        .objects("SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'")
        .map((row) => [row.name, row]));
    const named = tablesNamedLikeContent(catalogue, kinds);
    const ownTables = catalogue.filter(({ type, name }) => type === 'table' && (kinds.get(name)?.type !== 'shadow' || named.has(quote_foldName(name))));
    const tables = ownTables.map((row) => 
    // A copy: which columns a foreign key means depends on its parent.
    structuredClone(cached(cache.tables, [row.name, row.sql], () => readTable(connection, row, kinds.get(row.name)))));
    const texts = new Map(tables.map(({ name, sql }) => [quote_foldName(name), sql]));
    return {
        tables: resolveParents(tables),
        indexes: catalogue
            .filter((row) => row.type === 'index' && row.sql !== null && texts.has(quote_foldName(row.tbl_name)))
            .map((row) => cached(cache.indexes, [row.name, row.sql, row.tbl_name, texts.get(quote_foldName(row.tbl_name))], () => readIndex(connection, row))),
        triggers: catalogue
            .filter(({ type }) => type === 'trigger')
            .map(({ name, tbl_name, sql }) => ({ name, table: tbl_name, definition: canonical(sql ?? '') })),
        views: catalogue
            .filter(({ type }) => type === 'view')
            .map(({ name, sql }) => ({ name, definition: canonical(sql ?? '') })),
    };
}
/**
 * Tables of the user's that SQLite takes for shadow tables by their names alone. A full-text index that has its content
 * elsewhere, or none, has no `…_content` table of its own. Often a table of that name is its content.
 */
function tablesNamedLikeContent(catalogue, kinds) {
    const elsewhere = catalogue.filter(({ name, sql }) => kinds.get(name)?.type === 'virtual' && contentOf(sql ?? '') !== undefined);
    return new Set(elsewhere.map(({ name }) => quote_foldName(`${name}_content`)));
}
function cached(cache, key, read) {
    const text = JSON.stringify(key);
    const known = cache.get(text) ?? read();
    cache.set(text, known);
    return known;
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
        autoincrement: details.autoincrement,
        ...(rowid !== undefined && { rowid }),
        foreignKeys: readForeignKeys(connection, name, details),
        keys: [
            ...(alias === undefined ? [] : [tableKey('PRIMARY KEY', rowidKey(alias, details), details)]),
            ...keys.flatMap(({ name: index, origin }) => origin === 'c' ? [] : [tableKey(KEY_KINDS[origin], keyOf(indexColumns(connection, index)), details)]),
        ],
        checks: details.checks,
        sql: text,
    };
}
const KEY_KINDS = { pk: 'PRIMARY KEY', u: 'UNIQUE' };
function tableKey(kind, key, { conflicts }) {
    const onConflict = conflicts.get(constraintKey(kind, key.columns));
    return { kind, ...key, ...(onConflict !== undefined && { onConflict }) };
}
/** The rowid has no index to ask. */
function rowidKey(alias, { collations }) {
    return { columns: [alias], collations: [collations.get(quote_foldName(alias)) ?? BINARY] };
}
function keyOf(columns) {
    return {
        columns: columns.map(({ name }) => name ?? ''),
        collations: columns.map(({ coll }) => coll.toUpperCase()),
    };
}
function moduleOf(sql) {
    return /\busing\s+["'`[]?([\w$]+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
}
function contentOf(sql) {
    return moduleOf(sql).startsWith('fts') ? contentTable(sql) : undefined;
}
function readVirtualTable(connection, name, sql) {
    const module = moduleOf(sql);
    const content = contentOf(sql);
    let columns = [];
    try {
        columns = connection
            .objects('SELECT * FROM pragma_table_xinfo(?)', name)
            .filter(({ hidden }) => hidden !== 1)
            .map(({ name: column, type }) => ({ name: column, type, notNull: false }));
    }
    catch {
        // The module is missing here. Whatever reads the table's content will report it.
    }
    const shape = {
        strict: false,
        withoutRowid: false,
        primaryKey: [],
        autoincrement: false,
        foreignKeys: [],
        keys: [],
        checks: [],
    };
    const described = { module, ...(content !== undefined && { content }) };
    return { name, kind: 'virtual', ...described, columns, rowid: 'rowid', ...shape, sql };
}
function readColumn(row, details) {
    const key = quote_foldName(row.name);
    const collate = details.collations.get(key);
    const expression = details.generated.get(key);
    const onConflict = details.conflicts.get(constraintKey('NOT NULL', [row.name]));
    return {
        name: row.name,
        type: row.type,
        notNull: row.notnull === 1,
        ...(onConflict !== undefined && { onConflict }),
        ...(row.dflt_value !== null && { default: withoutOuterParentheses(canonical(row.dflt_value)) }),
        ...(collate !== undefined && collate !== BINARY && { collate }),
        ...(row.hidden >= 2 && { generated: { stored: row.hidden === 3, expression: expression ?? '' } }),
    };
}
function readForeignKeys(connection, table, { deferred }) {
    const keys = new Map();
    const rows = connection.objects('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq', table);
    for (const row of rows) {
        const key = keys.get(row.id) ?? {
            columns: [],
            parent: row.table,
            parentColumns: [],
            onDelete: row.on_delete,
            onUpdate: row.on_update,
            deferred: deferred[keys.size] ?? false,
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
    const byName = new Map(tables.map((table) => [quote_foldName(table.name), table]));
    for (const { foreignKeys } of tables) {
        for (const key of foreignKeys) {
            if (key.parentColumns.length === 0)
                key.parentColumns = byName.get(quote_foldName(key.parent))?.primaryKey ?? [];
        }
    }
    return tables;
}
function readIndex(connection, { name, tbl_name, sql }) {
    const columns = indexColumns(connection, name);
    const collations = columns.map(({ coll }) => coll);
    // A column's own COLLATE reaches the index without standing in its text.
    const effective = collations.every((coll) => coll === BINARY) ? '' : ` collate ${collations.join(', ')}`;
    const text = sql ?? '';
    const unique = /^\s*create\s+unique/i.test(text);
    const listed = 'SELECT partial FROM pragma_index_list(?) WHERE name = ?';
    const likeConstraint = unique && columns.every(isPlain) && connection.number(listed, tbl_name, name) === 0;
    return {
        name,
        table: tbl_name,
        unique,
        ...(likeConstraint && { key: keyOf(columns) }),
        definition: `${unique ? 'unique ' : ''}${indexBody(text)}${effective}`,
    };
}
function isPlain({ name, desc }) {
    return name !== null && desc === 0;
}
function indexColumns(connection, index) {
    return connection.objects('SELECT * FROM pragma_index_xinfo(?) WHERE key = 1', index);
}
function freeRowidName(columns) {
    const taken = new Set(columns.map(quote_foldName));
    return ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name));
}

;// CONCATENATED MODULE: ./lib/engine/compare/comparison-context.js

/** Opens both copies for `act`, and closes them whatever happens. */
function withComparison({ before, after, samples = 'none' }, act) {
    const schemaBefore = withConnection(before, 'read', readSchema);
    return withConnection(after, 'read', (connection) => {
        const schemaAfter = readSchema(connection);
        connection.exec(`ATTACH ${quoteText(before)} AS old`);
        return act({ connection, before: schemaBefore, after: schemaAfter, samples, unchecked: [] });
    });
}

// EXTERNAL MODULE: ./lib/engine/sqlite/errors.js
var errors = __webpack_require__("lib/engine/sqlite/errors.js");
;// CONCATENATED MODULE: ./lib/engine/sqlite/attempt.js

/**
 * Runs one measurement. Where it fails because the schema needs a function, collation or module that is missing here, it
 * adds a note to `unchecked` and returns `undefined`. It throws any other error.
 */
function attempt(unchecked, what, act) {
    try {
        return act();
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        const missing = failure && (0,errors/* missingPart */.KN)(failure);
        if (missing === undefined)
            throw error;
        unchecked.push({ ...what, missing });
        return undefined;
    }
}
/**
 * Like `attempt`, but takes note of damage too, of a page or of a search index that lacks a table of its own: it must not
 * hide what can be measured elsewhere in the file.
 */
function attemptRead(unchecked, what, act) {
    try {
        return attempt(unchecked, what, act);
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || !(0,errors/* isDamage */.e6)(failure))
            throw error;
        unchecked.push({ ...what, missing: failure.message, damaged: true });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/engine/measure/row-samples.js

/** Rows of one finding. */
const MOST_ROWS = 5;
const MOST_COLUMNS = 20;
/** Characters of a text, and bytes of a blob. */
const LONGEST_TEXT = 80;
const LONGEST_BLOB = 16;
/** Bytes that hold so many characters, and one more, in every encoding. */
const TEXT_BYTES = (LONGEST_TEXT + 1) * 4;
/** The key of a table's row: its primary key, else its rowid where a name reaches it. */
function row_samples_keyOf({ primaryKey, rowid }, alias) {
    if (primaryKey.length > 0) {
        return primaryKey.map((column) => ({ column, sql: `${alias}.${quoteName(column)}` }));
    }
    return rowid === undefined ? [] : [{ column: 'rowid', sql: `${alias}.${rowid}` }];
}
/**
 * Some rows, as far as the user allows. This is the only place where values leave the engine, because the user asks for
 * them. `undefined` where none are asked for, or where they cannot be read.
 */
function sampleRows({ connection, samples }, { from, key, values }) {
    if (samples === 'none')
        return undefined;
    const shown = samples === 'values' ? values.filter((value) => isNews(value, key)).slice(0, MOST_COLUMNS) : [];
    const expressions = [...key.flatMap(({ sql }) => cell(sql)), ...shown.flatMap(sides)];
    if (expressions.length === 0)
        return undefined;
    const decoder = new TextDecoder(connection.text('PRAGMA encoding'), { ignoreBOM: true });
    const format = (cells) => formatValue(cells, (bytes) => decoder.decode(bytes));
    return attemptRead([], { check: 'content' }, () => connection
        .rows(`SELECT ${expressions.join(', ')} FROM ${from} LIMIT ${MOST_ROWS}`)
        .map((row) => sampleRow(row, key, shown, format)));
}
/** A value of the key is shown once more only where both sides of it are known: it may have changed. */
function isNews({ column, before, after }, key) {
    return key.every((part) => part.column !== column) || (before !== undefined && after !== undefined);
}
/** Result columns of one cell, and of both sides of a value. */
const CELL = 3;
const SIDES = 1 + 2 * CELL;
function sides({ before = 'NULL', after = 'NULL', when = '1' }) {
    return [when, ...cell(before), ...cell(after)];
}
function sampleRow(row, key, shown, format) {
    const at = (place) => format(row.slice(place, place + CELL));
    const values = shown.flatMap(({ column, before, after }, position) => {
        const place = key.length * CELL + position * SIDES;
        if (!row[place])
            return [];
        const left = before === undefined ? {} : { before: at(place + 1) };
        return [{ column, ...left, ...(after !== undefined && { after: at(place + 1 + CELL) }) }];
    });
    return {
        key: key.map(({ column }, position) => ({ column, value: at(position * CELL) })),
        ...(values.length > 0 && { values }),
    };
}
/** Storage class, beginning and length in bytes. Text comes as bytes: it may hold NUL, or be no valid text at all. */
function cell(sql) {
    const start = `CASE typeof(${sql}) WHEN 'text' THEN substr(CAST(${sql} AS BLOB), 1, ${TEXT_BYTES})
    WHEN 'blob' THEN substr(${sql}, 1, ${LONGEST_BLOB}) ELSE ${sql} END`;
    return [`typeof(${sql})`, start, `length(CAST(${sql} AS BLOB))`];
}
/** A value as SQL would write it: an integer in all its digits, a text in quotes, a blob as its beginning and length. */
function formatValue([type, value, bytes], decode) {
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
    return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/strict-sql.js

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
    const [first] = terms;
    if (first === undefined)
        return operator === 'AND' ? '1' : '0';
    if (terms.length === 1)
        return first;
    const half = terms.length >> 1;
    return `(${balanced(operator, terms.slice(0, half))} ${operator} ${balanced(operator, terms.slice(half))})`;
}
/** The condition under which a value differs in this way. */
function isOfKind(kind, { before, after }) {
    const bothThere = `${after} IS NOT NULL AND ${before} IS NOT NULL`;
    switch (kind) {
        case 'filled':
            return `${before} IS NULL AND ${after} IS NOT NULL`;
        case 'changed':
            return `${bothThere} AND typeof(${after}) = typeof(${before}) AND ${after} COLLATE BINARY IS NOT ${before}`;
        case 'nulled':
            return `${before} IS NOT NULL AND ${after} IS NULL`;
        case 'retyped':
            return `${bothThere} AND typeof(${after}) <> typeof(${before})`;
    }
}
/**
 * The storage classes of `values` as a few terms to group by: grouping alone calls 1 and 1.0 equal. A hundred go into
 * one term, because GROUP BY takes at most 2,000.
 */
function storageClasses(values) {
    const terms = [];
    for (let start = 0; start < values.length; start += 100) {
        terms.push(values
            .slice(start, start + 100)
            .map((value) => `typeof(${value})`)
            .join(' || '));
    }
    return terms;
}
/** Terms of a GROUP BY take at most 2,000; storage classes need one more for each 100 columns. */
const MOST_COLUMNS_TO_SORT = 1900;
/** Number of sums that `columnSums` gives for a column. */
const SUMS = 5;
/** The sums of a column, in the order of ColumnChange: filled, changed, nulled, retyped, jsonBroken. */
function columnSums(pair) {
    const { before, after } = pair;
    const kinds = ['filled', 'changed', 'nulled', 'retyped'].map((kind) => isOfKind(kind, pair));
    const broken = `CASE WHEN ${isJsonContainer(before)} THEN typeof(${after}) = 'text' AND NOT json_valid(${after}) ELSE 0 END`;
    return [...kinds, broken].map((condition) => `sum(${condition})`).join(', ');
}
/** Text that is a JSON object or array. Only text that begins like one is parsed, because parsing is expensive. */
function isJsonContainer(value) {
    const first = `substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1)`;
    return `(typeof(${value}) = 'text' AND ${first} IN ('{', '[') AND json_valid(${value}))`;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/keyed-rows.js

/** Pairs rows by a key that is unique on both sides. */
function matchByKey(connection, pair, key) {
    const from = pairsByKey(pair, key);
    return {
        matched: connection.number(`SELECT count(*) FROM ${from}`),
        from,
        values: ({ before, after }) => ({ before: bare('b', before.name), after: bare('a', after.name) }),
    };
}
/** FROM clause over all pairs of rows with the same key, every column of both tables at hand. */
function pairsByKey({ before, after }, key) {
    return keyedPairs(`main.${quoteName(after.name)}`, `old.${quoteName(before.name)}`, key);
}
/** The condition on a row of *after*, as `a`, that no row of *before* has its key. */
function isAdded({ before }, key) {
    return `NOT EXISTS (SELECT 1 FROM old.${quoteName(before.name)} AS b WHERE ${sameKey(key)})`;
}
/**
 * FROM clause over the pairs of two tables with equal keys, aliases `a` (after) and `b` (before). The order of the join
 * is pinned: *after* is scanned, *before* is looked up through its key's own index. `b.key = +a.key` takes affinity and
 * collation from that index alone, so that SQLite can use it whatever became of the column; the exact condition behind
 * it decides.
 */
function keyedPairs(after, before, key) {
    return `${after} AS a CROSS JOIN ${before} AS b ON ${sameKey(key)}`;
}
function sameKey(key) {
    const conditions = key.flatMap(({ before, after }) => [
        `b.${quoteName(before.name)} = ${bare('a', after.name)}`,
        same({ before: bare('b', before.name), after: bare('a', after.name) }),
    ]);
    return conditions.join(' AND ');
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/keyless-rows.js

/** SQLite allows a table 2,000 columns, and the copies have three of their own: side, rowid and place. */
const MOST_COLUMNS_TO_COPY = 1997;
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
    connection.exec(`CREATE TEMP TABLE rest (${['side', 'r', ...names].join(', ')})`);
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
    const values = Array.from({ length: columns }, (_, at) => `c${at}`);
    const content = [...storageClasses(values), ...values];
    connection.exec(`CREATE TEMP TABLE single AS SELECT * FROM (
       SELECT *, count(*) OVER (PARTITION BY ${[...content, 'n'].join(', ')}) AS partners FROM (
         SELECT *, row_number() OVER (PARTITION BY ${['side', ...content].join(', ')} ORDER BY r) AS n FROM temp.rest))
     WHERE partners = 1`);
    const rows = connection.number('SELECT count(*) FROM temp.rest');
    return (rows - connection.number('SELECT count(*) FROM temp.single')) / 2;
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

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/pairing-key.js

/** The primary key of *before*, where all of its columns still exist; `undefined` for a table without one. */
function commonKey({ before, columns }) {
    if (before.primaryKey.length === 0)
        return undefined;
    const byName = new Map(columns.map((column) => [quote_foldName(column.before.name), column]));
    const key = before.primaryKey.map((name) => byName.get(quote_foldName(name)));
    return key.every((column) => column !== undefined) ? key : undefined;
}
/** The same where no two rows of a side share it, so that it pairs rows by itself. */
function uniqueKey(pair) {
    return isUnique(pair.before) && isUnique(pair.after) ? commonKey(pair) : undefined;
}
/** What pairs rows by itself: a unique key, else, of a table that is too wide to be sorted by its content, the rowid. */
function pairingKey(pair) {
    return uniqueKey(pair) ?? (pair.columns.length > MOST_COLUMNS_TO_SORT ? pairing_key_rowidKey(pair) : undefined);
}
function pairing_key_rowidKey({ before, after }) {
    if (before.rowid === undefined || after.rowid === undefined)
        return undefined;
    const column = (name) => ({ name, type: 'INTEGER', notNull: true });
    return [{ before: column(before.rowid), after: column(after.rowid) }];
}
/** No two rows share a primary key: an ordinary table lets its key be NULL, and so repeat, unless it says NOT NULL. */
function isUnique({ primaryKey, rowidAlias, withoutRowid, columns }) {
    if (rowidAlias !== undefined || withoutRowid)
        return true;
    const required = new Set(columns.filter(({ notNull }) => notNull).map(({ name }) => quote_foldName(name)));
    return primaryKey.length > 0 && primaryKey.every((name) => required.has(quote_foldName(name)));
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/difference-samples.js

/**
 * Adds some of the rows that were removed, added or changed, where the user asks for them. Pairs the rows once more:
 * only tables with a difference pay for it.
 */
function withSamples({ connection, samples }, pair, change) {
    const { added, removed, changed } = change;
    if (samples === 'none' || added + removed + changed === 0)
        return change;
    const key = pairingKey(pair);
    const rows = key ? keyedRows(connection, pair, key) : contentRows(connection, pair, commonKey(pair));
    const found = {};
    const take = (kind, query) => {
        const sample = sampleRows({ connection, samples }, query);
        if (sample?.some(hasContent))
            found[kind] = sample;
    };
    if (removed > 0)
        take('removed', rows.removed);
    if (added > 0)
        take('added', rows.added);
    for (const kind of ['changed', 'nulled', 'retyped']) {
        const concerned = change.columns
            .filter((column) => column[kind] > 0)
            .map(({ column }) => quote_foldName(column));
        if (concerned.length === 0)
            continue;
        const values = pair.columns.flatMap((column, position) => {
            if (!concerned.includes(quote_foldName(column.after.name)))
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
    const beforeRows = `old.${quoteName(before.name)} AS b`;
    const afterRows = `main.${quoteName(after.name)} AS a`;
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
        key: row_samples_keyOf(after, 'a'),
        removed: {
            from: `${beforeRows} WHERE NOT EXISTS (SELECT 1 FROM ${afterRows} WHERE ${equal('after')})`,
            key: row_samples_keyOf(before, 'b'),
            values: columns.map((column) => ({
                column: column.before.name,
                before: bare('b', column.before.name),
            })),
        },
        added: {
            from: `${afterRows} WHERE NOT EXISTS (SELECT 1 FROM ${beforeRows} WHERE ${equal('before')})`,
            key: row_samples_keyOf(after, 'a'),
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

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/duplicate-rows.js

/**
 * Rows that equal another row of their table in every column but the key, beyond those of *before*. Only where rows
 * were added to others: that is what a join in a copy does. A table that is nothing but its key cannot have them.
 */
function countDuplicates(connection, pair, change) {
    const { before, after, added } = change;
    if (added === 0 || before === 0 || pair.after.kind !== 'table')
        return undefined;
    const columns = contentColumns(pair);
    const known = new Set(columns.map(quote_foldName));
    const columnsBefore = pair.columns
        .filter((column) => known.has(quote_foldName(column.after.name)))
        .map((column) => column.before.name);
    if (columnsBefore.length === 0 || columns.length > MOST_COLUMNS_TO_SORT)
        return undefined;
    const few = isPurelyAdditive(pair, change) && added * 2 < after;
    const near = few ? rowsLikeAdded(connection, pair, columns) : undefined;
    const surplus = countSurplus(connection, `main.${quoteName(pair.after.name)}`, columns, near);
    if (surplus === 0)
        return undefined;
    // An UPDATE that makes rows equal is no duplication: at most the added rows are.
    const more = surplus - countSurplus(connection, `old.${quoteName(pair.before.name)}`, columnsBefore, near);
    const rows = Math.min(added, more);
    return rows > 0 ? { rows, columns } : undefined;
}
/** Whether rows were added and nothing else changed: then every row that became a duplicate equals an added row. */
function isPurelyAdditive({ before, after, columns }, { removed, changed }) {
    const sameNames = columns.every((column) => quote_foldName(column.before.name) === quote_foldName(column.after.name));
    const sameColumns = columns.length === before.columns.length && columns.length === after.columns.length;
    return removed === 0 && changed === 0 && sameColumns && sameNames;
}
/**
 * A condition that all rows equal to an added row meet, so that not every row must be sorted: each value is NULL, or some
 * added row has it in that column.
 */
function rowsLikeAdded(connection, pair, columns) {
    // Rows that were paired by content cannot be told apart by a condition.
    const key = uniqueKey(pair);
    if (key === undefined)
        return undefined;
    const values = columns.map((column, at) => `+a.${quoteName(column)} AS c${at}`);
    connection.exec(`DROP TABLE IF EXISTS temp.added;
     CREATE TEMP TABLE added AS SELECT ${values.join(', ')} FROM main.${quoteName(pair.after.name)} AS a WHERE ${isAdded(pair, key)}`);
    const likely = columns.map((column, at) => {
        const value = `+${quoteName(column)}`;
        return `(${value} IS NULL OR ${value} COLLATE BINARY IN (SELECT c${at} FROM temp.added))`;
    });
    return balanced('AND', likely);
}
/** The columns of *after* that are in no side's key and computed from nothing else. */
function contentColumns({ before, after, columns }) {
    const keyBefore = new Set(before.primaryKey.map(quote_foldName));
    const key = new Set([
        ...after.primaryKey,
        ...columns
            .filter((column) => keyBefore.has(quote_foldName(column.before.name)))
            .map((column) => column.after.name),
    ].map(quote_foldName));
    return after.columns
        .filter(({ name, generated }) => generated === undefined && !key.has(quote_foldName(name)))
        .map(({ name }) => name);
}
/** Rows beyond the first of each content, among those that meet the condition. */
function countSurplus(connection, table, columns, condition = '1') {
    const values = columns.map((column) => `+${quoteName(column)}`);
    const terms = [...storageClasses(values), ...values.map((value) => `${value} COLLATE BINARY`)];
    return connection.number(`SELECT sum(n - 1) FROM (SELECT count(*) AS n FROM ${table} NOT INDEXED WHERE ${condition}
       GROUP BY ${terms.join(', ')} HAVING n > 1)`);
}

;// CONCATENATED MODULE: ./lib/engine/compare/lineage/lineage.js

/** Follows each table through what the statements name; `executed[statement]` is empty where a statement left no trace. */
function followTables(before, executed) {
    const first = new Map(before.map((table) => [quote_foldName(table.name), ofBefore(table)]));
    const tables = new Tables(first);
    executed.forEach((names, statement) => {
        for (const named of names)
            tables.follow(named, statement);
    });
    return { first, last: tables.live };
}
class Tables {
    live;
    #lastHolder;
    constructor(first) {
        this.live = new Map(first);
        this.#lastHolder = new Map(first);
    }
    follow(named, statement) {
        switch (named.verb) {
            case 'create':
                if (named.kind === 'table')
                    this.#create(quote_foldName(named.name), named.columns ?? [], statement);
                break;
            case 'drop':
                if (named.kind === 'table')
                    this.#drop(quote_foldName(named.name), statement);
                break;
            case 'rename-table':
                this.#rename(quote_foldName(named.name), quote_foldName(named.to), statement);
                break;
            case 'rename-column':
            case 'add-column':
            case 'drop-column':
                this.#alter(named, statement);
        }
        if ('copies' in named && named.copies)
            this.#copy(this.live.get(quote_foldName(named.name)), named.copies);
    }
    #create(name, columns, statement) {
        // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
        if (this.live.has(name))
            return;
        const traced = columns.map((column) => ({ name: quote_foldName(column), sources: new Set() }));
        this.#take({ ...newVersion(statement, name), columns: traced }, name, statement);
    }
    #rename(from, to, statement) {
        const version = this.live.get(from);
        if (version === undefined)
            return;
        this.live.delete(from);
        // A working name is free again for the rebuild of another table.
        const { born, predecessor } = version;
        if (born !== -1 && !(predecessor && outlived(predecessor, born)))
            this.#lastHolder.delete(from);
        version.names.push({ since: statement, name: to });
        this.#take(version, to, statement);
    }
    #drop(name, statement) {
        const version = this.live.get(name);
        if (version !== undefined)
            version.died = statement;
        this.live.delete(name);
    }
    #alter(named, statement) {
        const version = this.live.get(quote_foldName(named.table));
        if (version === undefined)
            return;
        const name = quote_foldName(named.name);
        const column = columnNamed(version, name);
        if (named.verb === 'add-column')
            version.columns.push({ name, sources: new Set() });
        else if (named.verb === 'drop-column')
            version.columns = version.columns.filter((other) => other !== column);
        else {
            version.renamedColumns.push({ statement, from: name, to: quote_foldName(named.to) });
            if (column !== undefined)
                column.name = quote_foldName(named.to);
        }
    }
    #copy(target, { table, into, from }) {
        const source = this.live.get(quote_foldName(table));
        if (target === undefined || source === undefined)
            return;
        const filled = into?.map((name) => columnNamed(target, quote_foldName(name))) ?? target.columns;
        const read = from?.map((name) => columnNamed(source, quote_foldName(name ?? ''))) ?? source.columns;
        // Generated columns take no value: which column got which is not told then.
        if (filled.length !== read.length)
            return;
        filled.forEach((column, at) => {
            for (const origin of read[at]?.sources ?? [])
                column?.sources.add(origin);
        });
    }
    #take(version, name, statement) {
        const holder = this.#lastHolder.get(name);
        this.#lastHolder.set(name, version);
        this.live.set(name, version);
        // A table of *before* is its own beginning, whatever name it takes.
        if (holder === undefined || version.born === -1)
            return;
        // Two new tables can swap their names.
        if (ancestry(holder).includes(version))
            return;
        // It copies a table that was there when it was made. Of a table that was gone by then it takes no more than the name.
        if (version.predecessor !== undefined && outlived(version.predecessor, version.born))
            return;
        version.predecessor = holder;
        version.tookOver = statement;
    }
}
function newVersion(born, name) {
    return { born, names: [{ since: born, name }], renamedColumns: [], columns: [] };
}
function ofBefore({ name, columns }) {
    const traced = columns.map((column) => ({ name: quote_foldName(column.name), sources: new Set([column]) }));
    return { ...newVersion(-1, quote_foldName(name)), columns: traced };
}
function outlived({ died }, statement) {
    return died === undefined || died > statement;
}
/** Its column of this folded name. */
function columnNamed({ columns }, name) {
    return columns.find((column) => column.name === name);
}
/** It and all that came before it, the latest first. */
function ancestry(version) {
    const { predecessor } = version;
    return predecessor === undefined ? [version] : [version, ...ancestry(predecessor)];
}
/** Folded name in *before* of the table that it is, or took over; `undefined` for one that is new. */
function nameBefore(version) {
    const root = ancestry(version).at(-1);
    return root?.born === -1 ? root.names[0]?.name : undefined;
}
/** By folded name after a statement: the folded name in *before*, of each column that had another one there. */
function columnNamesBefore({ predecessor, tookOver = -1, renamedColumns }, statement = Number.POSITIVE_INFINITY) {
    const names = predecessor === undefined ? new Map() : columnNamesBefore(predecessor, tookOver);
    for (const { from, to } of renamedColumns.filter((rename) => rename.statement > tookOver && rename.statement <= statement)) {
        const before = names.get(from) ?? from;
        names.delete(from);
        names.set(to, before);
    }
    return names;
}
/** Its folded name after a statement; `undefined` while it does not exist. */
function nameAt({ born, died, names }, statement) {
    if (statement < born || (died !== undefined && statement >= died))
        return undefined;
    return names.findLast(({ since }) => since <= statement)?.name;
}
/** The folded name that a column of *before* has in a version after a statement. */
function columnAt(version, before, statement) {
    const { tookOver = -1, renamedColumns } = version;
    const names = [...columnNamesBefore(version, Math.max(statement, tookOver))];
    const name = names.find(([, from]) => from === quote_foldName(before))?.[0] ?? quote_foldName(before);
    // It has its predecessor's names only once it has taken over: renames until then are taken back.
    const ahead = renamedColumns.filter((rename) => rename.statement > statement && rename.statement <= tookOver);
    return ahead.reduceRight((current, { from, to }) => (current === to ? from : current), name);
}

;// CONCATENATED MODULE: ./lib/engine/compare/lineage/pairing.js

/** Columns of *after* that *before* does not have and that hold values of their own. */
function newColumns({ after, columns }) {
    const known = new Set(columns.map((column) => quote_foldName(column.after.name)));
    return after.columns.filter(({ name, generated }) => generated === undefined && !known.has(quote_foldName(name)));
}
/**
 * Which table of *before* is which of *after*: by name, else by the ALTER TABLE … RENAME statements that ran.
 * A table that was dropped and made again under its name is the same table: that is what a rebuild does.
 */
function pairTables(before, after, lineage) {
    const byName = new Map(before.tables.map((table) => [quote_foldName(table.name), table]));
    const successors = after.tables.flatMap((table) => {
        const own = quote_foldName(table.name);
        const version = lineage.last.get(own);
        const origin = byName.get((version && nameBefore(version)) ?? own);
        if (origin === undefined)
            return [];
        const renamed = version === undefined ? new Map() : columnNamesBefore(version);
        const pair = { before: origin, after: table, columns: pairColumns(origin, table, renamed) };
        return [{ pair, generation: version === undefined ? 0 : ancestry(version).length }];
    });
    const pairs = chooseSuccessors(successors);
    return { pairs, renames: pairs.flatMap(renamesOf) };
}
/**
 * Leaves one successor to each table of *before*. Several tables can continue the same one, as where a migration sets it
 * aside under another name and makes it anew. Then the one with its name is chosen, and without such a one the latest.
 */
function chooseSuccessors(successors) {
    const rank = ({ pair: { before, after }, generation }) => sameName(before.name, after.name) ? Number.MAX_SAFE_INTEGER : generation;
    return [...Map.groupBy(successors, ({ pair }) => pair.before).values()].map((rivals) => rivals.reduce((best, rival) => (rank(rival) > rank(best) ? rival : best)).pair);
}
function renamesOf({ before, after, columns }) {
    const table = after.name;
    const renamed = columns.filter(({ before: from, after: to }) => quote_foldName(from.name) !== quote_foldName(to.name));
    return [
        ...(quote_foldName(before.name) === quote_foldName(table)
            ? []
            : [{ kind: 'table', table, from: before.name, to: table }]),
        ...renamed.map(({ before: from, after: to }) => ({
            kind: 'column',
            table,
            from: from.name,
            to: to.name,
        })),
    ];
}
/** `renamed`: of each column that had another name in *before*, the name in *after* and the one in *before*; folded. */
function pairColumns(before, after, renamed) {
    const byName = new Map(before.columns.map((column) => [quote_foldName(column.name), column]));
    const namesAfter = new Set(after.columns.map(({ name }) => quote_foldName(name)));
    // A column that the plan made and renamed, or renamed and dropped, is no partner: its names are free for others.
    const known = new Map([...renamed].filter(([name, from]) => namesAfter.has(name) && byName.has(from)));
    const taken = new Set(known.values());
    return after.columns.flatMap((column) => {
        const own = quote_foldName(column.name);
        const origin = known.get(own) ?? (taken.has(own) ? undefined : own);
        const partner = origin === undefined ? undefined : byName.get(origin);
        return partner === undefined ? [] : [{ before: partner, after: column }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/partly-filled.js

/**
 * Columns in which rows of *before* have a value only now, new columns included, while other rows have none.
 * `counted`: the values of new columns, where the comparison has counted them already.
 */
function findPartlyFilled(connection, pair, { columns, before, after, added: addedRows }, counted) {
    if (before === 0 || pair.after.kind !== 'table')
        return [];
    const filled = new Map(columns.map((column) => [column.column, column.filled]));
    const added = newColumns(pair).map(({ name }) => name);
    const kept = [...filled.keys()].filter((column) => filled.get(column) !== 0);
    const scanned = countValues(connection, counted ? kept : [...kept, ...added], `main.${quoteName(pair.after.name)} AS a NOT INDEXED`);
    const valuesAfter = new Map([...kept, ...added].map((column) => [column, counted?.get(column)?.rows ?? scanned.get(column) ?? 0]));
    const partly = [...valuesAfter].filter(([, values]) => values > 0 && values < after);
    // Rows that the migration added were not filled. Without a key nothing tells them from the others.
    const key = addedRows === 0 ? undefined : uniqueKey(pair);
    const partlyAdded = partly.map(([column]) => column).filter((column) => !filled.has(column));
    const own = key === undefined
        ? valuesAfter
        : (pairedOf(counted) ?? countValues(connection, partlyAdded, pairsByKey(pair, key)));
    return partly
        .map(([column, values]) => ({
        column,
        filled: filled.get(column) ?? own.get(column) ?? 0,
        empty: after - values,
    }))
        .filter((column) => column.filled > 0);
}
/** How many rows that pair with one of *before* have a value in each of the columns. */
function pairedOf(counted) {
    return counted && new Map([...counted].map(([column, { paired }]) => [column, paired]));
}
/** How many rows have a value in each of the columns of alias `a`. */
function countValues(connection, columns, from) {
    if (columns.length === 0)
        return new Map();
    const [counts = []] = connection.rows(`SELECT ${columns.map((column) => `count(a.${quoteName(column)})`).join(', ')} FROM ${from}`);
    return new Map(columns.map((column, at) => [column, Number(counts[at])]));
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/follow-ups.js

/**
 * Adds what else is measured of a table once its content was compared, in whatever way: how its rows were paired, rows
 * made twice, backfills that left some out, and samples where they are asked for.
 */
function withFollowUps(context, pair, { change: compared, newValues }) {
    const { connection } = context;
    const key = uniqueKey(pair);
    const change = { ...compared, ...(key && { pairedBy: key.map((column) => column.before.name) }) };
    // Rows on unchanged pages are unchanged, and a new column has its default in all of them.
    if (change.proof === 'pages')
        return change;
    // What cannot be read here, the comparison has noted already.
    const measured = attemptRead([], { check: 'content', table: change.table }, () => {
        const duplicates = countDuplicates(connection, pair, change);
        const partlyFilled = findPartlyFilled(connection, pair, change, newValues);
        return { ...(duplicates && { duplicates }), ...(partlyFilled.length > 0 && { partlyFilled }) };
    });
    return withSamples(context, pair, { ...change, ...measured });
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/table-content.js

/** Columns a SELECT takes at a time: some sums each, and SQLite allows 2,000 results. */
const BATCH = 200;
/**
 * Compares the content of one table, *after* as `main` and *before* as `old` of one connection.
 * Everything is decided by SQLite on stored values; only counts come out.
 */
function compareContent(connection, pair, unchecked) {
    const what = { check: 'content', table: pair.after.name };
    if (pairingKey(pair) === undefined && pair.columns.length > MOST_COLUMNS_TO_COPY) {
        unchecked.push({ ...what, missing: 'no key and no rowid pairs the rows of so many columns' });
        return undefined;
    }
    const attempts = [];
    const whole = attemptRead(attempts, what, () => compareColumns(connection, pair));
    if (whole !== undefined)
        return whole;
    unchecked.push(...attempts);
    // A generated column whose function is missing throws when it is read; what is stored can still be compared.
    const stored = pair.columns.filter(({ before, after }) => !before.generated && !after.generated);
    if (stored.length === pair.columns.length)
        return undefined;
    return attemptRead(unchecked, what, () => compareColumns(connection, { ...pair, columns: stored }));
}
function compareColumns(connection, pair) {
    const before = connection.number(`SELECT count(*) FROM old.${quoteName(pair.before.name)}${scanHint(pair.before)}`);
    const after = connection.number(`SELECT count(*) FROM main.${quoteName(pair.after.name)}${scanHint(pair.after)}`);
    const key = pairingKey(pair);
    const matches = key
        ? matchByKey(connection, pair, key)
        : matchByContent(connection, pair, commonKey(pair) ?? []);
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
function changedColumns(connection, columns, values, from) {
    const result = [];
    for (let start = 0; start < columns.length; start += BATCH) {
        const batch = values.slice(start, start + BATCH);
        const [sums = []] = connection.rows(`SELECT ${batch.map(columnSums).join(', ')} FROM ${from} WHERE ${balanced('OR', batch.map(differs))}`);
        columns.slice(start, start + BATCH).forEach(({ after }, at) => {
            const counts = sums.slice(at * SUMS, (at + 1) * SUMS).map(Number);
            const [filled = 0, changed = 0, nulled = 0, retyped = 0, jsonBroken = 0] = counts;
            const change = { filled, changed, nulled, retyped, ...(jsonBroken > 0 && { jsonBroken }) };
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

;// CONCATENATED MODULE: ./lib/engine/compare/content/compare-tables.js

/** Modules whose content is the user's; others, such as fts5vocab or dbstat, only show what is elsewhere. */
const CONTENT_MODULES = new Set(['fts3', 'fts4', 'fts5', 'rtree', 'rtree_i32', 'geopoly']);
/** What happened to the content of each table: by the proof where there is one, else by SQL. */
function compareTables(context, { pairs }, { prove }) {
    return pairs
        .filter(({ after }) => holdsContent(after))
        .flatMap((pair) => {
        const proven = prove(pair) ?? bySql(context, pair);
        return proven === undefined ? [] : [withFollowUps(context, pair, proven)];
    });
}
function bySql({ connection, unchecked }, pair) {
    const change = compareContent(connection, pair, unchecked);
    return change && { change };
}
/**
 * An index over another table shows that table's rows, which are compared there. One without content has rowids at most,
 * and those of FTS4 cannot even be counted.
 */
function holdsContent({ kind, module = '', content }) {
    const own = content === undefined || (content === '' && module === 'fts5');
    return kind === 'table' || (CONTENT_MODULES.has(module) && own);
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/unproven.js
/**
 * Thrown where pages or records cannot prove what happened to a table: damage, or a case that is left to SQL.
 * Never leaves the comparison; the table is compared by strict SQL then.
 */
class Unproven extends Error {
    name = 'Unproven';
}
/** By name: `instanceof` fails across realms. */
function isUnproven(error) {
    return error?.name === 'Unproven';
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/varint.js

/** Where the last varint ended; a second result without an object for each call. */
const varint = { end: 0 };
/**
 * The varint at `at` (sqlite.org/fileformat2.html, section 1.6). Leaves the place behind it in `varint.end`. Throws
 * above 2^53: such a number is a rowid that a JavaScript number cannot hold, a negative rowid, or damage.
 */
function readVarint(bytes, at) {
    let byte = bytes[at];
    if (byte < 0x80) {
        varint.end = at + 1;
        return byte;
    }
    let value = 0;
    let place = at;
    while (byte >= 0x80) {
        value = (value + (byte & 0x7f)) * 128;
        place += 1;
        if (place - at === 8)
            throw new Unproven('varint of nine bytes');
        byte = bytes[place];
    }
    varint.end = place + 1;
    value += byte;
    if (!(value <= Number.MAX_SAFE_INTEGER))
        throw new Unproven('varint beyond 2^53');
    return value;
}
/** The place behind the varint at `at`, whatever its value. */
function skipVarint(bytes, at) {
    let place = at;
    while (bytes[place] >= 0x80 && place - at < 8)
        place += 1;
    return place + 1;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/records.js

const NULL = 0;
const INTEGER = 1;
const REAL = 2;
const TEXT = 3;
const BLOB = 4;
const FIXED = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
/** The serial type of an integer of eight bytes, which can hold any. */
const INT64 = 6;
const FLOAT64 = 7;
/** Bytes of a value of a serial type; 10 and 11 are reserved. */
function lengthOf(type) {
    if (type >= 12)
        return Math.floor((type - 12) / 2);
    const length = FIXED[type];
    if (length === undefined)
        throw new Unproven('serial type');
    return length;
}
/** The values of one record after another, without an object for any of them. */
class Row {
    columns;
    /** Of each stored value: its serial type, where it begins, and in which bytes. */
    types;
    starts;
    sources;
    #stored;
    #alias;
    #rowid = Buffer.alloc(8);
    #defaultOf;
    /** `defaultOf` gives what a column holds in the row `rowid`, whose record ends before that column. */
    constructor(columns, stored, defaultOf) {
        this.columns = columns;
        this.types = new Float64Array(stored + 1);
        this.starts = new Int32Array(stored + 1);
        this.sources = Array.from({ length: stored + 1 }, () => this.#rowid);
        this.#stored = stored;
        this.#alias = columns.some(({ alias }) => alias);
        this.#defaultOf = defaultOf;
    }
    /** Takes in the record at `start` of `bytes`, of `size` bytes. */
    read(bytes, start, size, rowid) {
        const headerSize = readVarint(bytes, start);
        const headerEnd = start + headerSize;
        const end = start + size;
        if (headerEnd > end)
            throw new Unproven('record header');
        let at = varint.end;
        let body = headerEnd;
        let count = 0;
        for (; at < headerEnd && count < this.#stored; count += 1) {
            const type = readVarint(bytes, at);
            at = varint.end;
            this.types[count] = type;
            this.starts[count] = body;
            this.sources[count] = bytes;
            body += lengthOf(type);
        }
        if (body > end || at !== headerEnd)
            throw new Unproven('record');
        if (count < this.#stored)
            this.#fillUp(count, rowid);
        if (this.#alias) {
            this.#rowid.writeBigInt64BE(BigInt(rowid));
            this.types[this.#stored] = INT64;
        }
    }
    #fillUp(from, rowid) {
        for (const column of this.columns) {
            if (column.at < from || column.alias)
                continue;
            const { type, bytes } = this.#defaultOf(column, rowid);
            this.types[column.at] = type;
            this.starts[column.at] = 0;
            this.sources[column.at] = bytes;
        }
    }
    /** Storage class of a value as SQLite reads it: a NaN is NULL. */
    classOf({ at, real }) {
        const type = this.types[at];
        if (type >= 12)
            return type % 2 === 0 ? BLOB : TEXT;
        if (type === NULL)
            return NULL;
        if (type === FLOAT64)
            return Number.isNaN(this.number(at)) ? NULL : REAL;
        return real ? REAL : INTEGER;
    }
    /** A number; a bigint for integers of eight bytes. */
    number(at) {
        const source = this.sources[at];
        const start = this.starts[at];
        const type = this.types[at];
        if (type === FLOAT64)
            return source.readDoubleBE(start);
        if (type === INT64)
            return source.readBigInt64BE(start);
        return type >= 8 ? type - 8 : source.readIntBE(start, lengthOf(type));
    }
    /** The bytes of a text or blob. */
    bytes(at) {
        const start = this.starts[at];
        return this.sources[at].subarray(start, start + lengthOf(this.types[at]));
    }
    /** One text for equal values, and another for others: storage class and content. */
    identity(column) {
        const kind = this.classOf(column);
        if (kind === NULL)
            return '-';
        if (kind === TEXT || kind === BLOB) {
            const content = this.bytes(column.at);
            return `${kind === TEXT ? 't' : 'b'}${content.length}:${content.toString('latin1')}`;
        }
        const number = this.number(column.at);
        // Adding 0 turns -0 into 0.
        return kind === REAL ? `r${Number(number) + 0};` : `i${number};`;
    }
}
/** What became of a value, in the words of ColumnChange. */
const SAME = 0;
const FILLED = 1;
const CHANGED = 2;
const NULLED = 3;
const RETYPED = 4;
/** Compares by storage class, then by bytes; numbers by value. */
function compareValues(before, from, after, to) {
    if (from.real === to.real && sameStored(before, from.at, after, to.at))
        return SAME;
    const classBefore = before.classOf(from);
    const classAfter = after.classOf(to);
    if (classBefore === NULL)
        return classAfter === NULL ? SAME : FILLED;
    if (classAfter === NULL)
        return NULLED;
    if (classBefore !== classAfter)
        return RETYPED;
    if (classBefore >= TEXT)
        return before.bytes(from.at).equals(after.bytes(to.at)) ? SAME : CHANGED;
    const left = before.number(from.at);
    const right = after.number(to.at);
    if (classBefore === REAL)
        return Number(left) === Number(right) ? SAME : CHANGED;
    // An integer of eight bytes is a bigint, a shorter one a number: only == compares both exactly.
    // biome-ignore lint/suspicious/noDoubleEquals: see above
    return left == right ? SAME : CHANGED;
}
function sameStored(before, from, after, to) {
    const type = before.types[from];
    if (type !== after.types[to])
        return false;
    const length = lengthOf(type);
    return (length === 0 ||
        sameBytes(before.sources[from], before.starts[from], after.sources[to], after.starts[to], length));
}
/** Below this many bytes a loop is faster than the way into native code. */
const SHORT = 32;
function sameBytes(left, at, right, other, length) {
    if (length > SHORT)
        return left.compare(right, other, other + length, at, at + length) === 0;
    for (let offset = 0; offset < length; offset += 1) {
        if (left[at + offset] !== right[other + offset])
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/default-values.js

/**
 * Gives what a column that was added later holds in a row that was written earlier, whose record lacks it. SQLite itself
 * is asked, once for each column: only it knows how to read the DEFAULT clause.
 */
function defaultValues(connection, schema, { name, rowid: rowidName }) {
    const known = new Map();
    return (column, rowid) => {
        const value = known.get(column);
        if (value !== undefined)
            return value;
        if (rowidName === undefined)
            throw new Unproven('no way to name a row');
        const quoted = quoteName(column.name);
        const [row] = connection.rows(`SELECT typeof(${quoted}), iif(typeof(${quoted}) = 'text', CAST(${quoted} AS BLOB), ${quoted})
       FROM ${schema}.${quoteName(name)} WHERE ${rowidName} = ?`, BigInt(rowid));
        if (row === undefined)
            throw new Unproven('no such row');
        const found = encode(String(row[0]), row[1]);
        known.set(column, found);
        return found;
    };
}
function encode(kind, value) {
    const bytes = Buffer.alloc(8);
    if (typeof value === 'bigint') {
        bytes.writeBigInt64BE(value);
        return { type: INT64, bytes };
    }
    if (typeof value === 'number') {
        bytes.writeDoubleBE(value);
        return { type: FLOAT64, bytes };
    }
    if (Buffer.isBuffer(value))
        return { type: value.length * 2 + (kind === 'text' ? 13 : 12), bytes: value };
    return { type: NULL, bytes };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/page-file.js

/** The header in the first 100 bytes of a file. */
function readHeader(bytes) {
    const stored = bytes.readUInt16BE(16);
    const pageSize = stored === 1 ? 65_536 : stored;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0)
        throw new Unproven('page size');
    return {
        pageSize,
        usable: pageSize - bytes.readUInt8(20),
        encoding: bytes.readUInt32BE(56),
        firstFreeTrunk: bytes.readUInt32BE(32),
        autoVacuum: bytes.readUInt32BE(52) !== 0,
    };
}
/** A database file read as bytes, past SQLite. Nobody may write to it meanwhile. */
class PageFile {
    header;
    pages;
    #descriptor;
    /** Throws `Unproven` where the file alone is not the database: a WAL or a rollback journal lies beside it. */
    constructor(path) {
        if (page_file_hasContent(`${path}-wal`) || page_file_hasContent(`${path}-journal`))
            throw new Unproven('journal');
        this.#descriptor = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const start = Buffer.alloc(100);
            if (this.read(start, 0, 100) < 100)
                throw new Unproven('no header');
            this.header = readHeader(start);
            this.pages = (0,external_node_fs_.fstatSync)(this.#descriptor).size / this.header.pageSize;
            if (!Number.isInteger(this.pages))
                throw new Unproven('size');
        }
        catch (error) {
            this.close();
            throw error;
        }
    }
    /** Fills `into` from byte `position` on and returns how many bytes there were. */
    read(into, position, length) {
        let done = 0;
        while (done < length) {
            const got = (0,external_node_fs_.readSync)(this.#descriptor, into, done, length - done, position + done);
            if (got === 0)
                break;
            done += got;
        }
        return done;
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
}
function page_file_hasContent(path) {
    return ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
/** How far the next page may lie behind the last one for both to be worth one read. */
const NEAR = 8;
/** Single pages of a file, with one block read ahead where the pages asked for follow each other. */
class PageReader {
    file;
    buffer;
    view;
    #capacity;
    #first = 0;
    #count = 0;
    #last = 0;
    constructor(file, readAhead = 128 * 1024) {
        const { pageSize } = file.header;
        this.file = file;
        this.#capacity = Math.max(1, readAhead / pageSize);
        this.buffer = Buffer.allocUnsafeSlow(this.#capacity * pageSize);
        this.view = new DataView(this.buffer.buffer);
    }
    /** Where `page` begins in `buffer`, until the next call. */
    load(page) {
        const { pageSize } = this.file.header;
        const ahead = page - this.#first;
        const distance = page - this.#last;
        this.#last = page;
        if (ahead >= 0 && ahead < this.#count)
            return ahead * pageSize;
        if (!(page >= 1 && page <= this.file.pages))
            throw new Unproven('page out of range');
        const wanted = distance > 0 && distance <= NEAR ? this.#capacity : 1;
        const count = Math.min(wanted, this.file.pages - page + 1);
        if (this.file.read(this.buffer, (page - 1) * pageSize, count * pageSize) < count * pageSize) {
            throw new Unproven('short file');
        }
        this.#first = page;
        this.#count = count;
        return 0;
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/page-format.js
/** Page types of b-trees (sqlite.org/fileformat2.html, section 1.6), as they stand in the first byte of a page. */
const TABLE_LEAF = 13;
const TABLE_INTERIOR = 5;
const INDEX_LEAF = 10;
const INDEX_INTERIOR = 2;
/** SQLite gives up on a tree that is deeper. */
const DEEPEST = 20;
/** Where the b-tree header of a page begins: the first page starts with the header of the file. */
function headerOffset(page) {
    return page === 1 ? 100 : 0;
}
/** Bytes of a payload of `size` that lie on the b-tree page itself (sqlite.org/fileformat2.html, section 1.6). */
function localSize(size, usable, most) {
    if (size <= most)
        return size;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = least + ((size - least) % (usable - 4));
    return fitting <= most ? fitting : least;
}
/** The most a cell of a table leaf keeps on its page. */
function mostOnTableLeaf(usable) {
    return usable - 35;
}
/** The most a cell of an index page keeps on its page. */
function mostOnIndexPage(usable) {
    return Math.floor(((usable - 12) * 64) / 255) - 23;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/record-cursor.js

/** Records above this are not put together in memory. */
const MOST_IN_MEMORY = 32 * 1024 * 1024;
/** Up to here a loop over words is faster than the way into native code. */
const record_cursor_SHORT = 256;
/** Moves through the records of one b-tree, and knows where in memory the current one is. */
class RecordCursor {
    /** The rowid; in a tree without rowids the number of the row. Ascends. */
    rowid = -1;
    /** Bytes of the record. */
    size = 0;
    /** Where the record begins in `buffer`, and how many of its bytes are there. */
    start = 0;
    local = 0;
    /** Rows met so far. */
    rows = 0;
    buffer;
    /** Of the same memory as `buffer`. */
    view;
    usable;
    #chains;
    #scratch = Buffer.alloc(0);
    constructor(file, { buffer, view }) {
        this.buffer = buffer;
        this.view = view;
        this.usable = file.header.usable;
        this.#chains = new PageReader(file);
    }
    /** Throws where the local bytes, and the page number behind them, reach past the page that begins at `base`. */
    checkEnd(base) {
        const link = this.local === this.size ? 0 : 4;
        if (this.start + this.local + link > base + this.usable)
            throw new Unproven('cell pointer');
    }
    /** The whole record: a view into memory that the next call reuses. */
    record() {
        if (this.local === this.size)
            return this.buffer.subarray(this.start, this.start + this.size);
        if (this.size > MOST_IN_MEMORY)
            throw new Unproven('record too long');
        if (this.#scratch.length < this.size)
            this.#scratch = Buffer.allocUnsafeSlow(this.size * 2);
        this.buffer.copy(this.#scratch, 0, this.start, this.start + this.local);
        let done = this.local;
        for (let page = this.#overflow(); done < this.size;) {
            const at = this.#chains.load(page);
            const length = Math.min(this.usable - 4, this.size - done);
            this.#chains.buffer.copy(this.#scratch, done, at + 4, at + 4 + length);
            done += length;
            page = this.#chains.view.getUint32(at);
        }
        return this.#scratch.subarray(0, this.size);
    }
    /** Whether both stand on records of the same bytes. */
    sameRecord(other) {
        if (this.size !== other.size || this.local !== other.local)
            return false;
        if (!this.sameStretch(this.start, other, other.start, this.local))
            return false;
        return this.local === this.size || this.#sameOverflow(other);
    }
    /** Whether `length` bytes at `at` are equal to those at `otherAt` of the page where `other` stands. */
    sameStretch(at, other, otherAt, length) {
        if (length > record_cursor_SHORT)
            return sameBytes(this.buffer, at, other.buffer, otherAt, length);
        const whole = length & ~3;
        for (let offset = 0; offset < whole; offset += 4) {
            if (this.view.getInt32(at + offset) !== other.view.getInt32(otherAt + offset))
                return false;
        }
        for (let offset = whole; offset < length; offset += 1) {
            if (this.buffer[at + offset] !== other.buffer[otherAt + offset])
                return false;
        }
        return true;
    }
    #sameOverflow(other) {
        const mine = this.#chains;
        const theirs = other.#chains;
        let left = this.size - this.local;
        let page = this.#overflow();
        let otherPage = other.#overflow();
        while (left > 0) {
            const at = mine.load(page);
            const otherAt = theirs.load(otherPage);
            const length = Math.min(this.usable - 4, left);
            if (!sameBytes(mine.buffer, at + 4, theirs.buffer, otherAt + 4, length))
                return false;
            left -= length;
            page = mine.view.getUint32(at);
            otherPage = theirs.view.getUint32(otherAt);
        }
        return true;
    }
    /** The first overflow page, whose number stands behind the local bytes. */
    #overflow() {
        return this.buffer.readUInt32BE(this.start + this.local);
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/key-cursor.js

/** The rows of a table WITHOUT ROWID in the order of its key: a row lies on an interior page as well as on a leaf. */
class KeyCursor extends RecordCursor {
    #file;
    /** A reader for each depth, so that a page is still there when the walk comes back to it; one for the leaves. */
    #readers = [];
    #leaves;
    #levels;
    #most;
    #opened = 0;
    constructor(file, root) {
        const leaves = new PageReader(file);
        super(file, leaves);
        this.#file = file;
        this.#leaves = leaves;
        this.#levels = [{ page: root, step: 0 }];
        this.#most = mostOnIndexPage(this.usable);
    }
    advance() {
        while (this.#levels.length > 0) {
            const depth = this.#levels.length - 1;
            const level = this.#levels[depth];
            const reader = this.#readerOf(depth);
            const base = reader.load(level.page);
            const type = reader.buffer[base];
            if (type !== INDEX_LEAF && type !== INDEX_INTERIOR)
                throw new Unproven('page type');
            const cells = reader.view.getUint16(base + 3);
            if (12 + cells * 2 > this.usable)
                throw new Unproven('cell count');
            const { step } = level;
            level.step += 1;
            if (type === INDEX_LEAF) {
                if (step < cells)
                    return this.#take(reader, base, base + 8 + step * 2, 0);
                this.#levels.pop();
            }
            else if (step > cells * 2) {
                this.#levels.pop();
            }
            else if (step % 2 === 1) {
                return this.#take(reader, base, base + 12 + step - 1, 4);
            }
            else {
                const at = step === cells * 2 ? base + 8 : base + reader.view.getUint16(base + 12 + step);
                if (at + 4 > base + this.usable)
                    throw new Unproven('cell pointer');
                this.#opened += 1;
                if (this.#opened > this.#file.pages)
                    throw new Unproven('ring of pages');
                if (this.#levels.length === DEEPEST)
                    throw new Unproven('tree too deep');
                this.#levels.push({ page: reader.view.getUint32(at), step: 0 });
            }
        }
        return false;
    }
    #take(reader, base, pointer, before) {
        this.buffer = reader.buffer;
        this.view = reader.view;
        this.size = readVarint(reader.buffer, base + reader.view.getUint16(pointer) + before);
        this.start = varint.end;
        this.local = localSize(this.size, this.usable, this.#most);
        this.checkEnd(base);
        this.rowid += 1;
        this.rows += 1;
        return true;
    }
    /** Leaves, the deepest level, are read ahead; which level that is shows at the first leaf. */
    #readerOf(depth) {
        const known = this.#readers[depth];
        if (known !== undefined)
            return known;
        const { page } = this.#levels[depth];
        const isLeaf = this.#leaves.buffer[this.#leaves.load(page)] === INDEX_LEAF;
        const reader = isLeaf ? this.#leaves : new PageReader(this.#file, 0);
        this.#readers[depth] = reader;
        return reader;
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/new-values.js

/** Counts, while the rows are merged, those of *after* that have a value in each new column. */
class NewValues {
    columns;
    /** All new columns stand behind those of *before*, so that the end of a record holds all of their values. */
    appended;
    #storedBefore;
    #rows;
    #paired;
    /** By position behind the values of *before*: 1 where a row has a value; and which column stands there, or -1. */
    #held;
    #columnAt;
    /** `stored`: values that a full record has on each side. */
    constructor(columns, stored) {
        this.columns = columns;
        this.appended = columns.every(({ at, alias }) => at >= stored.before && !alias);
        this.#storedBefore = stored.before;
        this.#rows = new Float64Array(columns.length);
        this.#paired = new Float64Array(columns.length);
        this.#held = new Uint8Array(Math.max(0, stored.after - stored.before));
        this.#columnAt = new Int32Array(this.#held.length).fill(-1);
        if (this.appended)
            for (const [column, { at }] of columns.entries())
                this.#columnAt[at - this.#storedBefore] = column;
    }
    /** Counts a row of *after*; to be told of each once. */
    meet(row) {
        this.#count(row, this.#rows);
    }
    /** Counts a row of *after* that has a partner; to be told of each once, beside `meet`. */
    pair(row) {
        this.#count(row, this.#paired);
    }
    /**
     * Does both at once for a record that begins with the values of *before*: the serial types of the others lie from `at`
     * to `end`, their contents from `body` on. Returns `false`, and counts nothing, where the row has to be read.
     */
    meetTail(bytes, at, end, body) {
        const held = this.#held;
        if (!this.appended)
            return false;
        let next = at;
        let content = body;
        for (let position = 0; position < held.length; position += 1) {
            // What is missing in a short record is the default.
            if (next >= end)
                return false;
            const type = readVarint(bytes, next);
            next = varint.end;
            // A NaN is NULL; infinite numbers have the same exponent.
            if (type === FLOAT64 && isExtreme(bytes, content))
                return false;
            held[position] = type === NULL ? 0 : 1;
            content += lengthOf(type);
        }
        if (next !== end)
            return false;
        for (let position = 0; position < held.length; position += 1) {
            const column = this.#columnAt[position];
            if (column < 0 || held[position] === 0)
                continue;
            this.#rows[column] = this.#rows[column] + 1;
            this.#paired[column] = this.#paired[column] + 1;
        }
        return true;
    }
    /** By name of the column. */
    counts() {
        return new Map(this.columns.map(({ name }, at) => [
            name,
            { rows: this.#rows[at], paired: this.#paired[at] },
        ]));
    }
    #count(row, into) {
        for (let at = 0; at < into.length; at += 1) {
            if (row.classOf(this.columns[at]) !== NULL)
                into[at] = into[at] + 1;
        }
    }
}
function isExtreme(bytes, at) {
    return (bytes[at] & 0x7f) === 0x7f && bytes[at + 1] >= 0xf0;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/value-differences.js

/** Counts what became of the values of rows that belong together, column by column. */
class ValueDifferences {
    /** Pairs with a value that differs. */
    changed = 0;
    #before;
    #after;
    #outcomes;
    /** Per column: a count for each outcome, and one for broken JSON. */
    #counts;
    #decode;
    constructor(before, after, decode) {
        this.#before = before;
        this.#after = after;
        this.#outcomes = new Uint8Array(before.length);
        this.#counts = new Float64Array(before.length * WIDTH);
        this.#decode = decode;
    }
    /** Whether any value differs; `count` then counts what was found. */
    differ(before, after) {
        let any = false;
        for (let column = 0; column < this.#outcomes.length; column += 1) {
            const from = this.#before[column];
            const outcome = compareValues(before, from, after, this.#after[column]);
            this.#outcomes[column] = outcome;
            if (outcome !== SAME)
                any = true;
        }
        return any;
    }
    /** Counts the pair that `differ` was asked about last. */
    count(before, after) {
        this.changed += 1;
        for (let column = 0; column < this.#outcomes.length; column += 1) {
            const outcome = this.#outcomes[column];
            if (outcome === SAME)
                continue;
            this.#add(column, outcome);
            if (outcome === CHANGED && this.#broke(before, after, column))
                this.#add(column, JSON_BROKEN);
        }
    }
    /** The columns with a difference, under the names of *after*. */
    columns() {
        return this.#after.flatMap(({ name }, column) => {
            const of = (outcome) => this.#counts[column * WIDTH + outcome];
            const change = { filled: of(FILLED), changed: of(CHANGED), nulled: of(NULLED), retyped: of(RETYPED) };
            if (Object.values(change).every((count) => count === 0))
                return [];
            return [{ column: name, ...change, ...(of(JSON_BROKEN) > 0 && { jsonBroken: of(JSON_BROKEN) }) }];
        });
    }
    #add(column, outcome) {
        const at = column * WIDTH + outcome;
        this.#counts[at] = this.#counts[at] + 1;
    }
    #broke(before, after, column) {
        const from = this.#before[column];
        if (before.classOf(from) !== TEXT)
            return false;
        const json = parseJson(this.#decode(before.bytes(from.at)));
        if (typeof json !== 'object' || json === null)
            return false;
        return parseJson(this.#decode(after.bytes(this.#after[column].at))) === undefined;
    }
}
const JSON_BROKEN = 5;
const WIDTH = 6;
/** `undefined` for text that is no JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** How texts of a file are read: its header names the encoding (sqlite.org/fileformat2.html, section 1.3.13). */
function decoder(encoding) {
    if (encoding === 2)
        return (bytes) => bytes.toString('utf16le');
    if (encoding === 3)
        return (bytes) => Buffer.from(bytes.subarray(0, bytes.length & ~1))
            .swap16()
            .toString('utf16le');
    return (bytes) => bytes.toString('utf8');
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/waiting.js

/** Memory for rows that wait; more of them is a case for SQL, which sorts on disk. */
const MOST_BYTES = 6 * 1024 * 1024;
/** Bytes that a waiting row costs in addition to its record and its name. */
const OVERHEAD = 300;
/**
 * Rows of either side that wait for a partner of the same name; the first that came is the first to go. Where too many
 * wait on one side and none on the other, they are forgotten: they are needed only if the other side asks for a partner
 * later, and then the proof ends.
 */
class WaitingRows {
    #queues = { before: new Map(), after: new Map() };
    #bytes = 0;
    #forgotten;
    #most;
    constructor(most = MOST_BYTES) {
        this.#most = most;
    }
    /** The row of `side` that has waited longest under `name`. */
    take(side, name) {
        if (side === this.#forgotten)
            throw new Unproven('too many rows without a partner');
        const queue = this.#queues[side].get(name);
        if (queue === undefined)
            return undefined;
        const { first } = queue;
        if (first.next === undefined)
            this.#queues[side].delete(name);
        else
            queue.first = first.next;
        this.#bytes -= costOf(name, first.record);
        return first;
    }
    put(side, name, rowid, record) {
        if (side === this.#forgotten)
            return;
        this.#bytes += costOf(name, record);
        if (this.#bytes > this.#most) {
            this.#forget(side);
            return;
        }
        const row = { rowid, record };
        const queue = this.#queues[side].get(name);
        if (queue === undefined) {
            this.#queues[side].set(name, { first: row, last: row });
        }
        else {
            queue.last.next = row;
            queue.last = row;
        }
    }
    #forget(side) {
        const other = side === 'before' ? 'after' : 'before';
        if (this.#queues[other].size > 0)
            throw new Unproven('too many rows without a partner');
        this.#queues[side].clear();
        this.#forgotten = side;
    }
    /** Rows still waiting whose name begins with `prefix`, in the order of their rowids. */
    rest(side, prefix) {
        const rows = [];
        for (const [name, { first }] of this.#queues[side]) {
            if (!name.startsWith(prefix))
                continue;
            for (let row = first; row !== undefined; row = row.next)
                rows.push(row);
        }
        return rows.sort((a, b) => a.rowid - b.rowid);
    }
}
function costOf(name, record) {
    return name.length + record.length + OVERHEAD;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/merge.js

/**
 * What a row waits under. Its key is enough to find its partner; a row without a key, or with a NULL in it, is paired
 * with an equal row first, and waits under its whole content.
 */
const BY_CONTENT = 'c';
const BY_KEY = 'k';
/**
 * Walks the rows of both sides in the order of their rowids, pairs them as strict SQL does, and counts the differences.
 * In memory it holds only rows whose partner does not have the same rowid.
 */
class Merge {
    /** Pairs of rows. */
    matched = 0;
    differences;
    /** Its counts of paired rows are complete only where a key without NULLs pairs the rows. */
    newValues;
    #before;
    #after;
    #layout;
    #pairing;
    #waiting = new WaitingRows();
    constructor({ before, after, layout, pairing, decode }) {
        this.#before = { side: 'before', ...before, open: true };
        this.#after = { side: 'after', ...after, open: true };
        this.#layout = layout;
        this.#pairing = pairing;
        this.differences = new ValueDifferences(layout.before, layout.after, decode);
        this.newValues = new NewValues(layout.added, layout.stored);
    }
    run() {
        const before = this.#before;
        const after = this.#after;
        before.open = before.cursor.advance();
        after.open = after.cursor.advance();
        while (before.open && after.open) {
            const order = before.cursor.rowid - after.cursor.rowid;
            if (order === 0)
                this.#meet();
            else if (order < 0)
                this.#alone(before, after);
            else
                this.#alone(after, before);
            if (order <= 0)
                before.open = before.cursor.advance();
            if (order >= 0)
                after.open = after.cursor.advance();
        }
        for (; before.open; before.open = before.cursor.advance())
            this.#alone(before, after);
        for (; after.open; after.open = after.cursor.advance())
            this.#alone(after, before);
        this.#pairRest();
    }
    /** Both sides have a row with this rowid. */
    #meet() {
        const before = this.#before;
        const after = this.#after;
        if (this.#layout.steady && this.#sameRecord(before.cursor, after.cursor)) {
            this.matched += 1;
            this.#meetSame(before.cursor, after.cursor);
            return;
        }
        take(before);
        take(after);
        this.newValues.meet(after.row);
        const { by } = this.#pairing;
        if (by === 'rowid' || (by === 'key' && this.#sameKey())) {
            this.#pair();
        }
        else if (!this.differences.differ(before.row, after.row)) {
            this.matched += 1;
        }
        else {
            this.#offer(before, after);
            this.#offer(after, before);
        }
    }
    /** Counts the new values of a row of *after* whose record is, or begins with, the record of its partner. */
    #meetSame(before, { buffer, start, size }) {
        if (this.newValues.columns.length === 0)
            return;
        if (size !== before.size) {
            const headerBefore = before.buffer[before.start];
            const headerAfter = buffer[start];
            const body = start + headerAfter + before.size - headerBefore;
            if (this.newValues.meetTail(buffer, start + headerBefore, start + headerAfter, body))
                return;
        }
        take(this.#after);
        this.newValues.meet(this.#after.row);
        this.newValues.pair(this.#after.row);
    }
    /** `stream` stands on a row whose rowid the other side does not have. */
    #alone(stream, other) {
        if (stream === this.#after && this.newValues.columns.length > 0) {
            take(stream);
            this.newValues.meet(stream.row);
        }
        if (this.#pairing.by !== 'rowid')
            this.#offer(stream, other);
    }
    /** Pairs the row on which `stream` stands with one that waits on the other side, or lets it wait. */
    #offer(stream, other) {
        // Read again, even if #meet has read it: a waiting partner of the other row may have been read over it since.
        take(stream);
        const name = this.#nameOf(stream);
        const partner = this.#waiting.take(other.side, name);
        if (partner === undefined) {
            // The other side has ended: no partner can come. Only a row with a NULL in its key still waits, for #pairRest.
            if (!other.open && (name.startsWith(BY_KEY) || this.#pairing.by === 'content'))
                return;
            this.#waiting.put(stream.side, name, stream.cursor.rowid, stream.cursor.record().toString('latin1'));
        }
        else if (name.startsWith(BY_CONTENT)) {
            this.matched += 1;
        }
        else {
            takeBack(other, partner);
            this.#pair();
        }
    }
    #nameOf({ side, row }) {
        const columns = this.#layout[side];
        const { by, key, required } = this.#pairing;
        if (by === 'key') {
            const parts = key.map((position) => columns[position]);
            if (parts.every((column) => row.classOf(column) !== NULL))
                return BY_KEY + identity(row, parts);
            if (required)
                throw new Unproven('NULL in a required key');
        }
        return BY_CONTENT + identity(row, columns);
    }
    /** Both rows have the same key, and no NULL in it: a NULL is equal to no other. */
    #sameKey() {
        const { before, after } = this.#layout;
        return this.#pairing.key.every((position) => {
            const from = before[position];
            return (this.#before.row.classOf(from) !== NULL &&
                compareValues(this.#before.row, from, this.#after.row, after[position]) === SAME);
        });
    }
    /** Counts the two rows that were read last as the same row. */
    #pair() {
        this.matched += 1;
        const before = this.#before.row;
        const after = this.#after.row;
        this.newValues.pair(after);
        if (this.differences.differ(before, after))
            this.differences.count(before, after);
    }
    /**
     * Pairs the rows that have found no equal row. Without a key, rows of the same rowid are a pair. With a key, these rows
     * have a NULL in it; of those that share such a key, the first of both sides are a pair, then the second, and so on.
     */
    #pairRest() {
        if (this.#pairing.by === 'rowid')
            return;
        const waiting = new WaitingRows();
        const nameOf = (stream, rowid) => {
            if (this.#pairing.by === 'content')
                return String(rowid);
            return identity(stream.row, this.#pairing.key.map((at) => this.#layout[stream.side][at]));
        };
        for (const { rowid, record } of this.#waiting.rest('before', BY_CONTENT)) {
            takeBack(this.#before, { rowid, record });
            waiting.put('before', nameOf(this.#before, rowid), rowid, record);
        }
        for (const { rowid, record } of this.#waiting.rest('after', BY_CONTENT)) {
            takeBack(this.#after, { rowid, record });
            const partner = waiting.take('before', nameOf(this.#after, rowid));
            if (partner === undefined)
                continue;
            takeBack(this.#before, partner);
            this.#pair();
        }
    }
    /** Equal bytes, or, where columns were appended, equal bytes as far as the record of *before* goes. */
    #sameRecord(before, after) {
        if (before.size === after.size)
            return before.sameRecord(after);
        const { stored } = this.#layout;
        return stored.after > stored.before && isPrefix(before, after, stored.before);
    }
}
/** Whether the record of *before* has all of its `values`, and that of *after* begins with them, header and body alike. */
function isPrefix(before, after, values) {
    if (before.local < before.size || after.local < after.size)
        return false;
    const header = before.buffer[before.start];
    const headerAfter = after.buffer[after.start];
    const body = before.size - header;
    if (header >= 0x80 || headerAfter >= 0x80 || body > after.size - headerAfter)
        return false;
    let count = 0;
    for (let at = before.start + 1; at < before.start + header; at += 1) {
        if (before.buffer[at] < 0x80)
            count += 1;
    }
    return (count === values &&
        before.sameStretch(before.start + 1, after, after.start + 1, header - 1) &&
        before.sameStretch(before.start + header, after, after.start + headerAfter, body));
}
/** Reads the row on which the cursor stands. */
function take({ cursor, row }) {
    if (cursor.local === cursor.size)
        row.read(cursor.buffer, cursor.start, cursor.size, cursor.rowid);
    else
        row.read(cursor.record(), 0, cursor.size, cursor.rowid);
}
/** Reads a row that has waited. */
function takeBack({ row }, { rowid, record }) {
    row.read(Buffer.from(record, 'latin1'), 0, record.length, rowid);
}
/** One text for equal values of these columns, and another for others. */
function identity(row, columns) {
    let text = '';
    for (const column of columns)
        text += row.identity(column);
    return text;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/btree.js

/**
 * The leaf pages of one b-tree in key order, found by reading its interior pages alone: all leaves of a tree have the
 * same depth, so that the children of the lowest interior level are leaves.
 */
class LeafWalk {
    leafType;
    #interiorType;
    #reader;
    #levels = [];
    #visit;
    #root;
    #opened = 0;
    /** `visit` is told of every interior page before its children are given out; it throws to stop the walk. */
    constructor(reader, root, kind, visit = () => { }) {
        this.leafType = kind === 'table' ? TABLE_LEAF : INDEX_LEAF;
        this.#interiorType = kind === 'table' ? TABLE_INTERIOR : INDEX_INTERIOR;
        this.#reader = reader;
        this.#visit = visit;
        this.#root = root;
        let page = root;
        while (this.#typeOf(page) === this.#interiorType) {
            if (this.#levels.length === DEEPEST)
                throw new Unproven('tree too deep');
            const children = this.#open(page);
            this.#levels.push({ children, at: 1 });
            page = children[0];
        }
        if (this.#typeOf(page) !== this.leafType)
            throw new Unproven('page type');
        const lowest = this.#levels.at(-1);
        if (lowest !== undefined)
            lowest.at = 0;
    }
    /** The next leaf, or 0 behind the last one. */
    next() {
        const lowest = this.#levels.length - 1;
        if (lowest < 0) {
            const only = this.#root;
            this.#root = 0;
            return only;
        }
        let level = lowest;
        while (level >= 0 && this.#exhausted(level))
            level -= 1;
        if (level < 0)
            return 0;
        for (; level < lowest; level += 1) {
            this.#levels[level + 1] = { children: this.#open(this.#take(level)), at: 0 };
        }
        return this.#take(lowest);
    }
    #exhausted(level) {
        const { children, at } = this.#levels[level];
        return at === children.length;
    }
    #take(depth) {
        const level = this.#levels[depth];
        level.at += 1;
        return level.children[level.at - 1];
    }
    #typeOf(page) {
        return this.#reader.buffer[this.#reader.load(page) + headerOffset(page)];
    }
    #open(page) {
        if (this.#typeOf(page) !== this.#interiorType)
            throw new Unproven('page type');
        this.#opened += 1;
        if (this.#opened > this.#reader.file.pages)
            throw new Unproven('ring of pages');
        this.#visit(page);
        return readChildren(this.#reader, page);
    }
}
/** The children of an interior page in key order (sqlite.org/fileformat2.html, section 1.6). */
function readChildren(reader, page) {
    const base = reader.load(page);
    const header = base + headerOffset(page);
    const { view } = reader;
    const end = base + reader.file.header.usable;
    const cells = view.getUint16(header + 3);
    if (header + 12 + cells * 2 > end)
        throw new Unproven('cell count');
    const children = new Uint32Array(cells + 1);
    for (let cell = 0; cell < cells; cell += 1) {
        const at = base + view.getUint16(header + 12 + cell * 2);
        if (at + 4 > end)
            throw new Unproven('cell pointer');
        children[cell] = view.getUint32(at);
    }
    children[cells] = view.getUint32(header + 8);
    return children;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/row-cursor.js

/** The rows of a rowid table in the order of their rowids, without those on shared leaves. */
class RowCursor extends RecordCursor {
    #reader;
    #walk;
    #shared;
    #most;
    #base = 0;
    #pointers = 0;
    #cells = 0;
    #cell = 0;
    constructor(file, root, shared) {
        const reader = new PageReader(file);
        super(file, reader);
        this.#reader = reader;
        this.#walk = new LeafWalk(new PageReader(file, 0), root, 'table');
        this.#shared = shared;
        this.#most = mostOnTableLeaf(this.usable);
    }
    advance() {
        while (this.#cell === this.#cells)
            if (!this.#nextLeaf())
                return false;
        const at = this.#base + this.view.getUint16(this.#pointers + this.#cell * 2);
        this.#cell += 1;
        this.size = readVarint(this.buffer, at);
        const rowid = readVarint(this.buffer, varint.end);
        if (rowid <= this.rowid)
            throw new Unproven('order of rowids');
        this.rowid = rowid;
        this.start = varint.end;
        this.local = this.size <= this.#most ? this.size : localSize(this.size, this.usable, this.#most);
        this.checkEnd(this.#base);
        this.rows += 1;
        return true;
    }
    #nextLeaf() {
        let leaf = this.#walk.next();
        while (leaf !== 0 && this.#shared.has(leaf))
            leaf = this.#walk.next();
        if (leaf === 0)
            return false;
        this.#base = this.#reader.load(leaf);
        const header = this.#base + headerOffset(leaf);
        if (this.buffer[header] !== TABLE_LEAF)
            throw new Unproven('page type');
        this.#cells = this.view.getUint16(header + 3);
        this.#cell = 0;
        this.#pointers = header + 8;
        if (this.#pointers + this.#cells * 2 > this.#base + this.usable)
            throw new Unproven('cell count');
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/merge-rows.js

/** Merges the rows of both sides that are not on shared leaves. */
function mergeRows(connection, { before, after }, { pair, roots, layout, pairing, leaves }) {
    const left = {
        cursor: openCursor(before, pair.before, roots.before, leaves),
        row: new Row(layout.before, layout.stored.before, defaultValues(connection, 'old', pair.before)),
    };
    const right = {
        cursor: openCursor(after, pair.after, roots.after, leaves),
        row: new Row([...layout.after, ...layout.added], layout.stored.after, defaultValues(connection, 'main', pair.after)),
    };
    const decode = decoder(before.header.encoding);
    const merge = new Merge({ before: left, after: right, layout, pairing, decode });
    merge.run();
    const change = {
        table: pair.after.name,
        before: leaves.rows + left.cursor.rows,
        after: leaves.rows + right.cursor.rows,
        added: right.cursor.rows - merge.matched,
        removed: left.cursor.rows - merge.matched,
        changed: merge.differences.changed,
        proof: 'records',
        columns: merge.differences.columns(),
    };
    // The rows on shared leaves were written before there were new columns, and hold their defaults.
    const allCounted = leaves.rows === 0 || (merge.newValues.appended && !hasNewDefaults(pair));
    return { change, ...(allCounted && { newValues: merge.newValues.counts() }) };
}
function hasNewDefaults(pair) {
    return newColumns(pair).some((column) => column.default !== undefined);
}
function openCursor(file, table, root, { shared }) {
    return table.withoutRowid ? new KeyCursor(file, root) : new RowCursor(file, root, shared);
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/bits.js
/** A set of page numbers, one bit each. */
class Bits {
    #bytes;
    constructor(highest) {
        this.#bytes = new Uint8Array((highest >> 3) + 1);
    }
    has(page) {
        return (this.#bytes[page >> 3] & (1 << (page & 7))) !== 0;
    }
    add(page) {
        this.#bytes[page >> 3] = this.#bytes[page >> 3] | (1 << (page & 7));
    }
    /** Calls `visit` with each page of the set that is not in `other`, in order, until it returns `false`. */
    without(other, visit) {
        for (let at = 0; at < this.#bytes.length; at += 1) {
            const left = this.#bytes[at] & ~other.#bytes[at];
            if (left === 0)
                continue;
            for (let bit = 0; bit < 8; bit += 1) {
                if ((left & (1 << bit)) !== 0 && !visit(at * 8 + bit))
                    return;
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/dirty-map.js

/** Small enough that what was read is still in the processor's cache when it is compared. */
const CHUNK = 256 * 1024;
/** Equal stretches are found in steps of this size, then page by page. */
const BLOCK = 64 * 1024;
const CELLS = 0x3fff;
const KINDS = {
    [TABLE_LEAF]: 0x4000,
    [INDEX_LEAF]: 0x8000,
    [INDEX_INTERIOR]: 0xc000,
};
/** Reads both files once from end to end, as far as both reach. */
function mapDirtyPages(before, after) {
    const { pageSize } = before.header;
    const common = Math.min(before.pages, after.pages);
    const dirty = new Bits(Math.max(before.pages, after.pages));
    const heads = new Uint16Array(common + 1);
    const left = Buffer.allocUnsafeSlow(CHUNK);
    const right = Buffer.allocUnsafeSlow(CHUNK);
    const perChunk = CHUNK / pageSize;
    for (let start = 0; start < common; start += perChunk) {
        const count = Math.min(perChunk, common - start);
        const length = count * pageSize;
        for (const [file, buffer] of [
            [before, left],
            [after, right],
        ]) {
            if (file.read(buffer, start * pageSize, length) < length)
                throw new Unproven('short file');
        }
        markDirty(dirty, start + 1, left.subarray(0, length), right.subarray(0, length), pageSize);
        noteHeads(heads, start + 1, left, count, pageSize);
    }
    for (let page = common + 1; page <= Math.max(before.pages, after.pages); page += 1)
        dirty.add(page);
    return {
        dirty,
        cells(page, type) {
            const head = heads[page] ?? 0;
            if ((head & ~CELLS) !== KINDS[type])
                throw new Unproven('page type');
            return head & CELLS;
        },
    };
}
function markDirty(dirty, first, left, right, pageSize) {
    for (let block = 0; block < left.length; block += BLOCK) {
        const end = Math.min(block + BLOCK, left.length);
        if (left.compare(right, block, end, block, end) === 0)
            continue;
        for (let at = block; at < end; at += pageSize) {
            if (left.compare(right, at, at + pageSize, at, at + pageSize) !== 0)
                dirty.add(first + at / pageSize);
        }
    }
}
/** The type and the number of cells of each page, packed into two bytes. */
function noteHeads(heads, first, bytes, count, pageSize) {
    for (let page = 0; page < count; page += 1) {
        const at = page * pageSize + headerOffset(first + page);
        const kind = KINDS[bytes[at]];
        if (kind === undefined)
            continue;
        const cells = (bytes[at + 3] << 8) | bytes[at + 4];
        if (cells <= CELLS)
            heads[first + page] = kind | cells;
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/overflow.js

/**
 * The first overflow page of each payload on a b-tree page that does not fit on it
 * (sqlite.org/fileformat2.html, section 1.7).
 */
function overflowHeads(reader, page) {
    const base = reader.load(page);
    const header = base + headerOffset(page);
    const { usable } = reader.file.header;
    const { buffer, view } = reader;
    const type = buffer[header];
    if (type !== TABLE_LEAF && type !== INDEX_LEAF && type !== INDEX_INTERIOR)
        return [];
    const most = type === TABLE_LEAF ? mostOnTableLeaf(usable) : mostOnIndexPage(usable);
    const pointers = header + (type === INDEX_INTERIOR ? 12 : 8);
    const cells = view.getUint16(header + 3);
    if (pointers + cells * 2 > base + usable)
        throw new Unproven('cell count');
    const heads = [];
    for (let cell = 0; cell < cells; cell += 1) {
        const at = base + view.getUint16(pointers + cell * 2);
        const size = readVarint(buffer, type === INDEX_INTERIOR ? at + 4 : at);
        if (size <= most)
            continue;
        const payload = type === TABLE_LEAF ? skipVarint(buffer, varint.end) : varint.end;
        const link = payload + localSize(size, usable, most);
        if (link + 4 > base + usable)
            throw new Unproven('cell pointer');
        heads.push(view.getUint32(link));
    }
    return heads;
}
/** Calls `visit` with each page of a chain until it returns `false`. A chain longer than the file is a ring. */
function followChain(reader, first, visit) {
    let page = first;
    for (let steps = 0; page !== 0; steps += 1) {
        if (steps > reader.file.pages)
            throw new Unproven('ring of overflow pages');
        if (!visit(page))
            return;
        page = reader.view.getUint32(reader.load(page));
    }
}
/** Whether a row on this page has an overflow page that differs. */
function hasDirtyChain(pages, chains, page, dirty) {
    for (const head of overflowHeads(pages, page)) {
        let clean = true;
        followChain(chains, head, (link) => {
            clean = !dirty.has(link);
            return clean;
        });
        if (!clean)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/other-pages.js

/** SQLite never uses the page that holds this byte (sqlite.org/fileformat2.html, section 1.2). */
const LOCK_BYTE = 0x40000000;
/** Adds the pages that are no part of any table or index: freelist, pointer maps and the lock-byte page. */
function addUnownedPages(file, into) {
    const lockPage = LOCK_BYTE / file.header.pageSize + 1;
    if (lockPage <= file.pages)
        into.add(lockPage);
    if (file.header.autoVacuum)
        addPointerMaps(file.header, file.pages, lockPage, into);
    addFreelist(file, into);
}
/** Pointer-map pages stand at fixed places (sqlite.org/fileformat2.html, section 1.8). */
function addPointerMaps({ usable }, pages, lockPage, into) {
    const apart = Math.floor(usable / 5) + 1;
    for (let page = 2; page <= pages; page += apart) {
        const place = page === lockPage ? page + 1 : page;
        if (place <= pages)
            into.add(place);
    }
}
/** Trunks and leaves of the freelist (sqlite.org/fileformat2.html, section 1.5). */
function addFreelist(file, into) {
    const reader = new PageReader(file, 0);
    let trunk = file.header.firstFreeTrunk;
    for (let steps = 0; trunk !== 0; steps += 1) {
        if (steps > file.pages)
            throw new Unproven('ring of free pages');
        const at = reader.load(trunk);
        into.add(trunk);
        const next = reader.view.getUint32(at);
        const leaves = reader.view.getUint32(at + 4);
        if (leaves > file.header.usable / 4 - 2)
            throw new Unproven('freelist');
        for (let leaf = 0; leaf < leaves; leaf += 1) {
            const page = reader.view.getUint32(at + 8 + leaf * 4);
            if (page > file.pages)
                throw new Unproven('freelist');
            into.add(page);
        }
        trunk = next;
    }
}
/** Adds the overflow pages of all rows on one b-tree page. */
function addChains(pages, chains, page, into) {
    for (const head of overflowHeads(pages, page)) {
        followChain(chains, head, (link) => {
            if (link > chains.file.pages)
                throw new Unproven('page out of range');
            into.add(link);
            return true;
        });
    }
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/evidence.js

/**
 * Compares two sealed database files page by page and walks the b-trees of *before*. Throws `Unproven` where the files
 * cannot be compared so: other page size, reserved bytes or encoding, a journal beside them, or a damaged tree.
 */
function withEvidence(paths, roots, act) {
    const before = new PageFile(paths.before);
    try {
        const after = new PageFile(paths.after);
        try {
            return act(gather(before, after, roots));
        }
        finally {
            after.close();
        }
    }
    finally {
        before.close();
    }
}
function gather(before, after, roots) {
    for (const field of ['pageSize', 'usable', 'encoding']) {
        if (before.header[field] !== after.header[field])
            throw new Unproven(field);
    }
    const map = mapDirtyPages(before, after);
    const owned = new Bits(before.pages);
    const reader = new PageReader(before, 0);
    const trees = new Map(roots.map((root) => [root, surveyTree(reader, root, map, owned)]));
    const chainsClean = areChainsClean(before, map.dirty, owned);
    return { before, after, map, trees, chainsClean };
}
/** Walks one tree of *before*, adds its pages to `owned`, and throws where another tree has one of them already. */
function surveyTree(reader, root, { dirty, cells }, owned) {
    const tree = { clean: true, rows: 0 };
    const claim = (page) => {
        if (!(page >= 1 && page <= reader.file.pages) || owned.has(page))
            throw new Unproven('page used twice');
        owned.add(page);
        if (dirty.has(page))
            tree.clean = false;
    };
    const kind = kindOf(reader, root);
    const walk = new LeafWalk(reader, root, kind, (page) => {
        claim(page);
        if (kind === 'index' && tree.clean)
            tree.rows += cells(page, INDEX_INTERIOR);
    });
    for (let leaf = walk.next(); leaf !== 0; leaf = walk.next()) {
        claim(leaf);
        if (tree.clean)
            tree.rows += cells(leaf, walk.leafType);
    }
    return tree;
}
/** Tables WITHOUT ROWID are stored as indexes are. */
function kindOf(reader, root) {
    const type = reader.buffer[reader.load(root) + headerOffset(root)];
    return type === TABLE_LEAF || type === TABLE_INTERIOR ? 'table' : 'index';
}
/**
 * Whether no row on an unchanged page has a changed overflow page. So it is where every changed page is known to be
 * something else: a b-tree page, a page that belongs to no tree, or an overflow page of a row on a changed page.
 */
function areChainsClean(before, dirty, owned) {
    const known = new Bits(before.pages);
    addUnownedPages(before, known);
    let changed = 0;
    let inTrees = 0;
    for (let page = 1; page <= before.pages; page += 1) {
        if (!owned.has(page))
            continue;
        known.add(page);
        inTrees += 1;
        if (dirty.has(page))
            changed += 1;
    }
    if (isExplained(dirty, known, before.pages))
        return true;
    // Where most pages have changed, the few others are cheaper to look at one by one, when their tables are compared.
    if (changed * 2 > inTrees)
        return false;
    const pages = new PageReader(before);
    const chains = new PageReader(before);
    for (let page = 1; page <= before.pages; page += 1) {
        // Only pages of a tree: a freed page still names overflow pages that may belong to another row.
        if (dirty.has(page) && owned.has(page))
            addChains(pages, chains, page, known);
    }
    return isExplained(dirty, known, before.pages);
}
function isExplained(dirty, known, pages) {
    let unexplained = false;
    dirty.without(known, (page) => {
        unexplained = page >= 1 && page <= pages;
        return !unexplained;
    });
    return !unexplained;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/pages/shared-leaves.js

/** No leaf is shared: for tables whose bytes do not mean the same on both sides. */
function shareNothing() {
    return { shared: new Bits(0), rows: 0, unshared: Number.POSITIVE_INFINITY };
}
/**
 * A leaf is shared when it is a leaf of the table in both files, byte for byte the same, and so are its overflow
 * pages. Rowids are unique, so the rows on shared leaves pair among themselves and with no other row.
 */
function shareLeaves(evidence, roots) {
    const { before, after, map, chainsClean } = evidence;
    const leavesBefore = new Bits(before.pages);
    let leaves = 0;
    eachLeaf(new PageReader(before, 0), roots.before, (leaf) => {
        if (leavesBefore.has(leaf))
            throw new Unproven('page used twice');
        leavesBefore.add(leaf);
        leaves += 1;
    });
    const shared = new Bits(Math.max(before.pages, after.pages));
    const leavesAfter = new Bits(after.pages);
    let count = 0;
    let rows = 0;
    const chains = new PageReader(before);
    const pages = new PageReader(before);
    const share = (leaf) => {
        if (map.dirty.has(leaf) || (!chainsClean && hasDirtyChain(pages, chains, leaf, map.dirty)))
            return;
        shared.add(leaf);
        count += 1;
        rows += map.cells(leaf, TABLE_LEAF);
    };
    eachLeaf(new PageReader(after, 0), roots.after, (leaf) => {
        if (leaf > after.pages || leavesAfter.has(leaf))
            throw new Unproven('page used twice');
        leavesAfter.add(leaf);
        leaves += 1;
        // Only here, where *after* still reaches the leaf: a freed page keeps its bytes.
        if (leaf <= before.pages && leavesBefore.has(leaf))
            share(leaf);
    });
    return { shared, rows, unshared: leaves - 2 * count };
}
function eachLeaf(reader, root, visit) {
    const walk = new LeafWalk(reader, root, 'table');
    for (let leaf = walk.next(); leaf !== 0; leaf = walk.next())
        visit(leaf);
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/records/record-layout.js

/**
 * How to read the records of both sides, or `undefined` where a column is not stored at all: a VIRTUAL generated
 * column is computed when it is read.
 */
function recordLayout({ before, after, columns }, catalogue) {
    if (columns.some((column) => isVirtual(column.before) || isVirtual(column.after)))
        return undefined;
    const order = {
        before: before.withoutRowid ? catalogue.keyOrder('before') : storedNames(before),
        after: after.withoutRowid ? catalogue.keyOrder('after') : storedNames(after),
    };
    const find = { before: columnFinder(before, order.before), after: columnFinder(after, order.after) };
    const pairs = columns.map((column) => ({
        before: find.before(column.before.name),
        after: find.after(column.after.name),
    }));
    const steady = pairs.every((pair) => isSamePlace(pair.before, pair.after)) &&
        (before.sql === after.sql || hasSameDefaults(columns, catalogue));
    return {
        before: pairs.map((pair) => pair.before),
        after: pairs.map((pair) => pair.after),
        added: newColumns({ after, columns }).map(({ name }) => find.after(name)),
        stored: { before: order.before.length, after: order.after.length },
        steady,
    };
}
/** Records written before a column was added are shorter and lack it: such a row holds the default. */
function hasSameDefaults(columns, catalogue) {
    if (columns.every(({ before, after }) => before.default === undefined && after.default === undefined)) {
        return true;
    }
    const defaults = { before: catalogue.defaults('before'), after: catalogue.defaults('after') };
    return columns.every(({ before, after }) => (defaults.before.get(before.name) ?? null) === (defaults.after.get(after.name) ?? null) &&
        (before.default === undefined || before.type === after.type));
}
/** Finds the columns of one side by their names. */
function columnFinder({ columns, rowidAlias }, order) {
    const types = new Map(columns.map(({ name, type }) => [name, type]));
    const stored = new Map(order.map((name, at) => {
        const alias = rowidAlias !== undefined && sameName(rowidAlias, name);
        const real = !alias && isReal(types.get(name) ?? '');
        return [name, { name, at: alias ? order.length : at, alias, real }];
    }));
    return (name) => {
        const column = stored.get(name);
        if (column === undefined)
            throw new Unproven('column that is not stored');
        return column;
    };
}
function isSamePlace(before, after) {
    if (before.alias || after.alias)
        return before.alias === after.alias;
    return before.at === after.at && before.real === after.real;
}
function storedNames({ columns }) {
    return columns.filter((column) => !isVirtual(column)).map(({ name }) => name);
}
function isVirtual({ generated }) {
    return generated !== undefined && !generated.stored;
}
/** REAL affinity of a declared type (sqlite.org/datatype3.html, section 3.1). */
function isReal(type) {
    return /real|floa|doub/i.test(type) && !/int|char|clob|text|blob/i.test(type);
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/unchanged.js
/** A table whose pages prove that it holds the same `rows` rows on both sides. */
function unchanged(table, rows) {
    return { table, before: rows, after: rows, added: 0, removed: 0, changed: 0, proof: 'pages', columns: [] };
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/untouched.js
/**
 * The tables of *after*, SQLite's own and shadow tables included, whose rows and indexes are in the very bytes of
 * *before* and mean the same there: what holds between rows and index entries on one side holds on the other.
 * Columns may have been appended, since no index knows them. `connection` has *after* as `main`, *before* as `old`.
 */
function findUntouched(connection, { trees, chainsClean }) {
    if (!chainsClean)
        return [];
    const treesBefore = byTable(connection, 'old');
    const isUntouched = (name, after) => {
        const before = treesBefore.get(name) ?? [];
        return (after.length === before.length &&
            after.every((tree, at) => isSameTree(before[at], tree) && trees.get(tree.rootpage)?.clean) &&
            (after.every((tree, at) => tree.sql === before[at]?.sql) || hasOnlyMoreColumns(connection, name)));
    };
    return [...byTable(connection, 'main')].flatMap(([name, after]) => isUntouched(name, after) ? [name] : []);
}
/** The b-trees of each table: its own and those of its indexes. */
function byTable(connection, schema) {
    const trees = connection.objects(`SELECT type, name, tbl_name, rootpage, sql FROM ${schema}.sqlite_schema WHERE rootpage > 0 ORDER BY name`);
    return Map.groupBy(trees, (tree) => tree.tbl_name);
}
function isSameTree(before, after) {
    return (before?.type === after.type &&
        before.name === after.name &&
        before.rootpage === after.rootpage &&
        (after.type === 'table' || before.sql === after.sql));
}
/**
 * The table's text differs, but for SQLite the columns of *before* and all indexes are the same. An expression, in an
 * index or a generated column, may read a new column: a table that has one is not called the same.
 */
function hasOnlyMoreColumns(connection, table) {
    const before = describe(connection, table, 'old');
    const after = describe(connection, table, 'main');
    return (!after.computes &&
        formatted(before.columns) === formatted(after.columns.slice(0, before.columns.length)) &&
        formatted(before.indexes) === formatted(after.indexes));
}
function describe(connection, table, schema) {
    const indexColumns = `pragma_index_list(?, ?) AS list, pragma_index_xinfo(list.name, ?) AS columns`;
    const generated = connection.number('SELECT max(hidden) FROM pragma_table_xinfo(?, ?)', table, schema);
    const computed = connection.number(`SELECT count(*) FROM ${indexColumns} WHERE list.partial OR columns.cid = -2`, ...[table, schema, schema]);
    return {
        columns: connection.rows('SELECT * FROM pragma_table_xinfo(?, ?)', table, schema),
        indexes: connection.rows(`SELECT list.name, list."unique", columns.* FROM ${indexColumns} ORDER BY list.name, columns.seqno`, ...[table, schema, schema]),
        computes: generated > 0 || computed > 0,
    };
}
function formatted(rows) {
    return JSON.stringify(rows.map((row) => row.map(String)));
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/virtual-tables.js

/**
 * A full-text or R*-tree table keeps its content in tables beside it, whose names begin with its own: where all their
 * pages are equal, so is the content. `undefined` where anything differs, or where the content may lie elsewhere: a
 * full-text index with a `content` option (sqlite.org/fts5.html, section 4.4).
 */
function proveVirtual(connection, { trees, chainsClean }, pair) {
    const { before, after } = pair;
    const mayLieElsewhere = /content/i.test(after.sql) && after.sql.includes('=');
    if (before.sql !== after.sql || before.name !== after.name || mayLieElsewhere || !chainsClean)
        return undefined;
    const tablesBefore = readBeside(connection, 'old', before.name);
    const tablesAfter = readBeside(connection, 'main', after.name);
    const isClean = tablesBefore.every(({ rootpage }) => trees.get(rootpage)?.clean);
    const isSame = JSON.stringify(tablesBefore) === JSON.stringify(tablesAfter);
    if (tablesBefore.length === 0 || !isClean || !isSame)
        return undefined;
    try {
        return unchanged(after.name, connection.number(`SELECT count(*) FROM main.${quoteName(after.name)}`));
    }
    catch (error) {
        // The module or its tokenizer is missing here: the comparison by SQL says so.
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return undefined;
    }
}
/** The tables whose names begin with `name_`: the shadow tables, and perhaps some more. */
function readBeside(connection, schema, name) {
    const prefix = `${name}_`;
    return connection.objects(`SELECT name, rootpage, sql FROM ${schema}.sqlite_schema
     WHERE type = 'table' AND rootpage > 0 AND lower(substr(name, 1, ?)) = lower(?) ORDER BY name`, prefix.length, prefix);
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/proof.js

/** For files whose bytes prove nothing. */
const NO_PROOF = { prove: () => undefined, untouched: [] };
/** SQLite sorts by at most 2,000 terms: strict SQL pairs equal rows of wider tables in another way. */
const MOST_COLUMNS_BY_CONTENT = 1900;
/**
 * Gives `act` what pages and records prove. `connection` has *after* as `main` and *before* as `old`;
 * both files are sealed. Where the files as a whole cannot be compared so, nothing can be proven.
 */
function withProof(connection, paths, act) {
    const before = readRoots(connection, 'old');
    const after = readRoots(connection, 'main');
    let started = false;
    try {
        return withEvidence(paths, before.all, (evidence) => {
            started = true;
            const context = { connection, evidence, roots: { before: before.tables, after: after.tables } };
            return act({
                prove: (pair) => orNothing(() => proveTable(context, pair)),
                untouched: findUntouched(connection, evidence),
            });
        });
    }
    catch (error) {
        if (started || !isUnproven(error))
            throw error;
        return act(NO_PROOF);
    }
}
function orNothing(prove) {
    try {
        return prove();
    }
    catch (error) {
        if (!isUnproven(error))
            throw error;
        return undefined;
    }
}
function readRoots(connection, schema) {
    const rows = connection.objects(`SELECT type, name, rootpage FROM ${schema}.sqlite_schema WHERE rootpage > 0`);
    return {
        all: [1, ...rows.map(({ rootpage }) => rootpage)],
        tables: new Map(rows.filter(({ type }) => type === 'table').map(({ name, rootpage }) => [name, rootpage])),
    };
}
function proveTable({ connection, evidence, roots }, pair) {
    if (pair.before.kind === 'virtual' && pair.after.kind === 'virtual') {
        const change = proveVirtual(connection, evidence, pair);
        return change && { change };
    }
    const before = roots.before.get(pair.before.name);
    const after = roots.after.get(pair.after.name);
    if (before === undefined || after === undefined)
        return undefined;
    const layout = recordLayout(pair, catalogueOf(connection, pair));
    const tree = evidence.trees.get(before);
    const isClean = before === after && tree?.clean && evidence.chainsClean;
    if (isClean && (layout?.steady || isSameDefinition(pair))) {
        return { change: unchanged(pair.after.name, tree.rows) };
    }
    const pairing = pairRows(pair);
    if (layout === undefined || pairing === undefined)
        return undefined;
    const hasLeaves = layout.steady && !pair.before.withoutRowid && !pair.after.withoutRowid;
    const leaves = hasLeaves ? shareLeaves(evidence, { before, after }) : shareNothing();
    if (leaves.unshared === 0)
        return { change: unchanged(pair.after.name, leaves.rows) };
    return mergeRows(connection, evidence, { pair, roots: { before, after }, layout, pairing, leaves });
}
/** Nothing about the table is written differently, not even what generated columns yield. */
function isSameDefinition({ before, after, columns }) {
    return before.sql === after.sql && columns.every((column) => column.before.name === column.after.name);
}
/** How strict SQL pairs the rows of this table, or `undefined` where a merge cannot do the same. */
function pairRows(pair) {
    const { before, after, columns } = pair;
    const key = commonKey(pair);
    const required = uniqueKey(pair) !== undefined;
    const byContent = before.rowid !== undefined &&
        after.rowid !== undefined &&
        columns.length > 0 &&
        columns.length <= MOST_COLUMNS_BY_CONTENT;
    if (key === undefined)
        return byContent ? { by: 'content', key: [], required } : undefined;
    const names = key.map((column) => quote_foldName(column.after.name));
    const isSameKey = sorted(after.primaryKey.map(quote_foldName)) === sorted(names);
    if (!isSameKey || !(required || byContent))
        return undefined;
    if (before.rowidAlias !== undefined && after.rowidAlias !== undefined)
        return { by: 'rowid', key: [], required };
    return { by: 'key', key: key.map((column) => columns.indexOf(column)), required };
}
function sorted(names) {
    return names.toSorted().join('\0');
}
function catalogueOf(connection, pair) {
    const schema = { before: 'old', after: 'main' };
    return {
        defaults(side) {
            const rows = connection.objects('SELECT name, dflt_value FROM pragma_table_xinfo(?, ?)', pair[side].name, schema[side]);
            return new Map(rows.map((row) => [row.name, row.dflt_value]));
        },
        keyOrder(side) {
            const rows = connection.objects(`SELECT columns.name FROM pragma_index_list(?, ?) AS list, pragma_index_xinfo(list.name, ?) AS columns
         WHERE list.origin = 'pk' ORDER BY columns.seqno`, pair[side].name, schema[side], schema[side]);
            return rows.map(({ name }) => name);
        },
    };
}

;// CONCATENATED MODULE: ./lib/engine/compare/lineage/same-content.js

/**
 * Adds the renames that no ALTER TABLE tells: tables and columns that vanished while new ones hold the very same values.
 * Nothing is read unless something vanished and something of its shape is new.
 */
function pairByContent(context, { pairs, renames }, lineage) {
    const { connection } = context;
    const moved = movedTables(context, pairs);
    const tables = moved.map((pair) => ({
        kind: 'table',
        table: pair.after.name,
        from: pair.before.name,
        to: pair.after.name,
    }));
    const all = [...pairs, ...moved].map((pair) => {
        const version = lineage.last.get(quote_foldName(pair.after.name));
        return { pair, ...movedColumns(connection, pair, version) };
    });
    const columns = all.flatMap(({ pair, found }) => found.map((column) => ({
        kind: 'column',
        table: pair.after.name,
        from: column.before.name,
        to: column.after.name,
    })));
    return {
        pairs: all.map(({ pair, found }) => found.length === 0 ? pair : { ...pair, columns: [...pair.columns, ...found] }),
        renames: [...renames, ...tables, ...columns],
        alike: new Map(all.flatMap(({ alike }) => alike.map((column) => [column.before, column.after]))),
    };
}
function movedTables({ connection, before, after }, pairs) {
    const vanished = before.tables.filter((table) => !pairs.some((pair) => pair.before === table));
    const added = after.tables.filter((table) => !pairs.some((pair) => pair.after === table));
    return inOrder(vanished.flatMap((one) => added.flatMap((other) => sameTable(connection, one, other) ?? [])));
}
/** Pairs two tables where *after* has every column of *before* under its name, and the very same rows, at least one. */
function sameTable(connection, before, after) {
    if (before.kind !== 'table' || after.kind !== 'table')
        return undefined;
    const byName = new Map(after.columns.map((column) => [quote_foldName(column.name), column]));
    const columns = before.columns.flatMap((column) => {
        const partner = byName.get(quote_foldName(column.name));
        return partner === undefined ? [] : [{ before: column, after: partner }];
    });
    if (columns.length < before.columns.length)
        return undefined;
    const pair = { before, after, columns };
    const unread = [];
    const rows = attemptRead(unread, { check: 'content' }, () => [
        connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`),
        connection.number(`SELECT count(*) FROM main.${quoteName(after.name)} NOT INDEXED`),
    ]);
    if (rows === undefined || rows[0] === 0 || rows[0] !== rows[1])
        return undefined;
    const change = compareContent(connection, pair, unread);
    const isSame = unread.length === 0 && change !== undefined && change.removed + change.changed === 0;
    return isSame ? pair : undefined;
}
function movedColumns(connection, pair, version) {
    const candidates = vanishedAndNew(pair);
    const rows = candidates.length > 0 ? pairedRows(pair) : undefined;
    if (rows === undefined)
        return { found: [], alike: [] };
    const same = candidates.filter((column) => sameColumn(connection, column, rows));
    const copied = inOrder(same.filter((column) => isCopied(column, version)));
    const rest = same.filter((column) => !copied.some(({ before, after }) => before === column.before || after === column.after));
    const [telling, alike] = [true, false].map((tells) => rest.filter((column) => variesIn(connection, column, rows) === tells));
    return { found: [...copied, ...inOrder(telling ?? [])], alike: alike ?? [] };
}
/** Each column that *after* does not have with each that *before* does not have. */
function vanishedAndNew(pair) {
    if (pair.before.kind !== 'table' || pair.after.kind !== 'table')
        return [];
    const kept = new Set(pair.columns.map(({ before }) => before));
    const vanished = pair.before.columns.filter((column) => column.generated === undefined && !kept.has(column));
    return vanished.flatMap((before) => newColumns(pair).map((after) => ({ before, after })));
}
/** A statement copies the one column into the other. */
function isCopied({ before, after }, version) {
    return version !== undefined && columnNamed(version, quote_foldName(after.name))?.sources.has(before) === true;
}
/** Pairs of rows by key, else by rowid; where neither tells which row is which, no column is followed. */
function pairedRows({ before, after, columns }) {
    const key = before.primaryKey.map((name) => columns.find((column) => quote_foldName(column.before.name) === quote_foldName(name)));
    const from = `main.${quoteName(after.name)} AS a CROSS JOIN old.${quoteName(before.name)} AS b`;
    if (key.length > 0 && key.every((column) => column !== undefined)) {
        const equal = key.map((column) => {
            const values = { before: bare('b', column.before.name), after: bare('a', column.after.name) };
            return `b.${quoteName(column.before.name)} = ${values.after} AND ${same(values)}`;
        });
        return `${from} ON ${balanced('AND', equal)}`;
    }
    if (before.rowid === undefined || after.rowid === undefined)
        return undefined;
    return `${from} ON b.${before.rowid} = a.${after.rowid}`;
}
/** Both columns hold the same in every pair of rows, and something in one at least. */
function sameColumn(connection, { before, after }, rows) {
    const values = { before: bare('b', before.name), after: bare('a', after.name) };
    const holds = attemptRead([], { check: 'content' }, () => connection.number(`SELECT NOT EXISTS (SELECT 1 FROM ${rows} WHERE ${differs(values)})
          AND EXISTS (SELECT 1 FROM ${rows} WHERE ${values.before} IS NOT NULL)`));
    return holds === 1;
}
/** Not every pair of rows holds one and the same value. */
function variesIn(connection, { before }, rows) {
    const value = bare('b', before.name);
    const first = `(SELECT ${value} FROM ${rows} LIMIT 1)`;
    return (connection.number(`SELECT EXISTS (SELECT 1 FROM ${rows} WHERE ${differs({ before: first, after: value })})`) === 1);
}
/**
 * Leaves at most one match to each item. Several of *before* and as many of *after* may all match each other: those are
 * paired in their order, because any way to pair them shows that nothing is lost. Where one side has more of them than
 * the other, none is paired.
 */
function inOrder(matches) {
    const byBefore = Map.groupBy(matches, ({ before }) => before);
    const byAfter = Map.groupBy(matches, ({ after }) => after);
    const partnersOf = (before) => byBefore.get(before)?.map(({ after }) => after) ?? [];
    return matches.filter(({ before, after }) => {
        const partners = partnersOf(before);
        const rivals = byAfter.get(after)?.map((match) => match.before) ?? [];
        return (rivals.length === partners.length &&
            rivals.indexOf(before) === partners.indexOf(after) &&
            rivals.every((rival) => {
                const others = partnersOf(rival);
                return others.length === partners.length && others.every((other) => partners.includes(other));
            }));
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/lineage/renamer.js

function renamer(renames) {
    const tables = new Map(renames.filter(({ kind }) => kind === 'table').map(({ from, to }) => [quote_foldName(from), to]));
    const columns = renames.filter(({ kind }) => kind === 'column');
    const table = (name) => tables.get(quote_foldName(name)) ?? name;
    const isOf = (rename, name) => quote_foldName(rename.table) === quote_foldName(table(name));
    return {
        table,
        column: (of, name) => columns.find((rename) => isOf(rename, of) && quote_foldName(rename.from) === quote_foldName(name))?.to ?? name,
        sameText(before, after, owner) {
            const left = words(before);
            const right = words(after);
            const known = owner === undefined ? renames : renames.filter((rename) => isOf(rename, owner.before.name));
            const taken = owner === undefined ? [] : namesTakenAgain(known, owner.after);
            const stays = (word, at) => word === right[at] && (!taken.includes(word) || left[at + 1] === '(');
            const follows = (word, at) => known.some(({ from, to }) => quote_foldName(from) === word && quote_foldName(to) === right[at]);
            return left.length === right.length && left.every((word, at) => stays(word, at) || follows(word, at));
        },
    };
}
/**
 * Names of renamed columns that another column of the table has in *after*. A text that still has such a name means that
 * other column, unless it calls a function of this name.
 */
function namesTakenAgain(renames, { columns }) {
    const has = (column) => columns.some(({ name }) => sameName(name, column));
    return renames
        .filter(({ kind, from, to }) => kind === 'column' && has(from) && has(to))
        .map(({ from }) => quote_foldName(from));
}
/** The tokens of a text, names without quotes and ASCII case. */
function words(text) {
    return meaningfulTokens(text).map((token) => {
        const isName = token.kind === 'word' || token.kind === 'quoted';
        return isName ? quote_foldName(nameOf(text, token)) : text.slice(token.start, token.end);
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/unique-keys.js

/** Whatever `before` lets stand only once, `after` lets stand only once too, and both meet a second one in the same way. */
function guards(before, after, rename) {
    const { columns, collations, onConflict } = after.key;
    return (before.key.columns.length === columns.length &&
        before.key.onConflict === onConflict &&
        before.key.columns.every((column, at) => {
            const place = columns.findIndex((name) => sameName(name, rename.column(before.table.name, column)));
            const collation = before.key.collations[at];
            // What is equal in bytes is equal under every collation; another one of the column's own is told of the column.
            const isKept = collation === collations[place] || collation === 'BINARY';
            return place !== -1 && (isKept || (isOwn(before, at) && isOwn(after, place)));
        }));
}
/** The columns of a key, each with its collation where it is not the column's own. */
function describeColumns(owned) {
    const { columns, collations } = owned.key;
    return columns
        .map((column, at) => (isOwn(owned, at) ? column : `${column} COLLATE ${collations[at]}`))
        .join(', ');
}
function isOwn({ key, table }, at) {
    const column = table.columns.find(({ name }) => sameName(name, key.columns[at] ?? ''));
    return (column?.collate ?? 'BINARY') === key.collations[at];
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/constraints.js

/**
 * Constraints of a table that exists on both sides; those of columns that are gone went with the column. `indexes`:
 * those of *after*, because a unique index is a UNIQUE constraint, written differently.
 */
function diffConstraints(pair, indexes, rename) {
    return [
        ...pair.columns.flatMap((column) => diffColumn(column, pair, rename)),
        ...diffTableConstraints(pair, indexes, rename),
    ].map((change) => ({ ...change, table: pair.after.name }));
}
function diffColumn(column, tables, rename) {
    const constraintsBefore = columnConstraints(column.before, tables.before);
    const constraintsAfter = columnConstraints(column.after, tables.after);
    return Object.entries(constraintsAfter).flatMap(([name, after]) => {
        const before = constraintsBefore[name];
        const isSame = rename.sameText(before ?? '', after ?? '', tables);
        return isSame ? [] : [changeOf(name, [column.after.name], { before, after })];
    });
}
function columnConstraints(column, { rowidAlias }) {
    const { generated } = column;
    // A rowid is never NULL, said or not; and no default is DEFAULT NULL.
    const notNull = column.notNull || column.name === rowidAlias;
    const defaults = column.default !== undefined && column.default !== 'null';
    return {
        'NOT NULL': notNull ? `NOT NULL${onConflict(column)}` : undefined,
        DEFAULT: defaults ? `DEFAULT ${column.default}` : undefined,
        COLLATE: column.collate === undefined ? undefined : `COLLATE ${column.collate}`,
        GENERATED: generated && `AS (${generated.expression}) ${generated.stored ? 'STORED' : 'VIRTUAL'}`,
    };
}
function diffTableConstraints(pair, indexes, rename) {
    const { before, after } = pair;
    const isSame = (left, right) => rename.sameText(left, right, pair);
    const lostChecks = before.checks.filter((check) => !after.checks.some((other) => isSame(check, other)));
    const newChecks = after.checks.filter((check) => !before.checks.some((other) => isSame(other, check)));
    return [
        ...diffPrimaryKey(pair, rename),
        ...flag('STRICT', before.strict, after.strict),
        ...flag('WITHOUT ROWID', before.withoutRowid, after.withoutRowid),
        ...diffUnique(pair, indexes, rename),
        ...lostChecks.map((check) => changed('CHECK', [], 'removed', `CHECK (${check})`)),
        ...newChecks.map((check) => changed('CHECK', [], 'added', `CHECK (${check})`)),
    ];
}
function diffPrimaryKey({ before, after }, rename) {
    const [keyBefore] = keysOf(before, 'PRIMARY KEY');
    const [keyAfter] = keysOf(after, 'PRIMARY KEY');
    const columns = before.primaryKey.map((name) => rename.column(before.name, name));
    const isKept = keyBefore === undefined || keyAfter === undefined
        ? keyBefore === keyAfter
        : sameNames(columns, after.primaryKey) &&
            guards(keyBefore, keyAfter, rename) &&
            !losesRowid(before, after);
    if (!isKept) {
        const texts = { before: keyBefore && describeKey(keyBefore), after: keyAfter && describeKey(keyAfter) };
        return [changeOf('PRIMARY KEY', keyBefore === undefined ? after.primaryKey : columns, texts)];
    }
    // Without a key that is the rowid there is nothing to number.
    return flag('AUTOINCREMENT', before.autoincrement, after.autoincrement, columns);
}
/** A key that is the rowid gets a number by itself where an INSERT gives none. */
function losesRowid(before, after) {
    return before.rowidAlias !== undefined && after.rowidAlias === undefined;
}
function diffUnique({ before, after }, indexes, rename) {
    const namesAfter = ({ key }) => key.columns.map((name) => rename.column(before.name, name));
    const keysAfter = keysOf(after);
    const guarding = [
        ...keysAfter,
        ...indexes.flatMap(({ table, key }) => key && sameName(table, after.name) ? [{ key, table: after }] : []),
    ];
    const lost = keysOf(before, 'UNIQUE').filter((key) => !guarding.some((other) => guards(key, other, rename)));
    const isNew = ({ key }) => !keysOf(before).some((other) => sameSet(namesAfter(other), key.columns));
    return [
        ...lost.map((owned) => {
            const successor = keysAfter.find(({ key }) => sameSet(namesAfter(owned), key.columns));
            const texts = { before: describeKey(owned), after: successor && describeKey(successor) };
            return changeOf('UNIQUE', namesAfter(owned), texts);
        }),
        ...keysOf(after, 'UNIQUE')
            .filter(isNew)
            .map((owned) => changed('UNIQUE', owned.key.columns, 'added', describeKey(owned))),
    ];
}
function keysOf(table, kind) {
    return table.keys.flatMap((key) => (kind === undefined || key.kind === kind ? [{ key, table }] : []));
}
function describeKey(owned) {
    const { key, table } = owned;
    const isRowid = key.kind === 'PRIMARY KEY' && table.rowidAlias !== undefined;
    return `${isRowid ? 'INTEGER ' : ''}${key.kind} (${describeColumns(owned)})${onConflict(key)}`;
}
function onConflict({ onConflict: action }) {
    return action === undefined ? '' : ` ON CONFLICT ${action}`;
}
function flag(name, before, after, columns = []) {
    if (before === after)
        return [];
    return [changed(name, columns, before ? 'removed' : 'added', name)];
}
/** The texts of the two sides differ; where one is absent, the constraint is not there. */
function changeOf(name, columns, { before, after }) {
    if (before === undefined)
        return changed(name, columns, 'added', after ?? '');
    return after === undefined
        ? changed(name, columns, 'removed', before)
        : changed(name, columns, 'changed', `${before} → ${after}`);
}
function changed(name, columns, change, detail) {
    return { kind: 'constraint', name, ...(columns.length > 0 && { columns }), change, detail };
}
function sameSet(left, right) {
    return left.length === right.length && left.every((name) => right.some((other) => sameName(name, other)));
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/foreign-keys.js

/** Foreign keys lost, added, or pointing or acting otherwise, compared under the names of *after*. */
function diffForeignKeys({ before, after }, rename) {
    const keysBefore = before.foreignKeys.map((key) => renamed(key, before.name, rename));
    const table = after.name;
    const removed = keysBefore.filter((key) => !after.foreignKeys.some((other) => foreign_keys_same(key, other)));
    const added = after.foreignKeys.filter((key) => !keysBefore.some((other) => foreign_keys_same(key, other)));
    const changes = removed.map((key) => {
        const at = added.findIndex((other) => sameNames(other.columns, key.columns));
        const [successor] = at === -1 ? [] : added.splice(at, 1);
        const subject = {
            kind: 'foreign-key',
            name: key.columns.join(', '),
            table,
            columns: key.columns,
        };
        if (successor === undefined)
            return { ...subject, change: 'removed', detail: foreign_keys_describe(key) };
        return { ...subject, change: 'changed', detail: `${foreign_keys_describe(key)} → ${foreign_keys_describe(successor)}` };
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
                detail: foreign_keys_describe(key),
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
        sameName(left.parent, right.parent) &&
        sameNames(left.parentColumns, right.parentColumns) &&
        left.onDelete === right.onDelete &&
        left.onUpdate === right.onUpdate &&
        left.deferred === right.deferred);
}
function foreign_keys_describe({ parent, parentColumns, onDelete, onUpdate, deferred }) {
    const more = [
        onDelete !== 'NO ACTION' && `ON DELETE ${onDelete}`,
        onUpdate !== 'NO ACTION' && `ON UPDATE ${onUpdate}`,
        deferred && 'DEFERRABLE INITIALLY DEFERRED',
    ];
    return [`REFERENCES ${parent}(${parentColumns.join(', ')})`, ...more.filter(Boolean)].join(' ');
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/schema-diff.js

/**
 * What became of every object of the schema, from the two schemas alone. `held` of removed tables and columns is
 * counted elsewhere. Texts are compared in canonical spelling and under the new names, so that a rename or another
 * way of writing the same thing is no change.
 */
function diffSchemas(before, after, pairing) {
    const rename = renamer(pairing.renames);
    const tables = diffTables(before, after, pairing);
    const views = diffNamed('view', before.views, after.views, rename);
    const gone = new Set([...tables, ...views].filter(({ change }) => change === 'removed').map(({ name }) => quote_foldName(name)));
    return [
        ...tables,
        ...pairing.pairs.flatMap((pair) => [
            ...diffColumns(pair),
            ...diffConstraints(pair, after.indexes, rename),
            ...diffForeignKeys(pair, rename),
        ]),
        ...withOwners(diffIndexes(before, after, rename), before.indexes, gone),
        ...withOwners(diffNamed('trigger', before.triggers, after.triggers, rename), before.triggers, gone),
        ...views,
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
/** Marks what went with its owner in *before*: in *after*, another table can have the owner's name. */
function withOwners(changes, before, gone) {
    return changes.map((object) => {
        const owner = before.find(({ name }) => sameName(name, object.name))?.table;
        const went = object.change === 'removed' || object.change === 'changed';
        return went && owner !== undefined && gone.has(quote_foldName(owner)) ? { ...object, withOwner: true } : object;
    });
}
function diffColumns({ before, after, columns }) {
    const table = after.name;
    const kept = new Set(columns.map((column) => column.before));
    const known = new Set(columns.map((column) => column.after));
    const removed = before.columns.filter((column) => !kept.has(column));
    const added = after.columns.filter((column) => !known.has(column));
    const retyped = columns.filter((column) => quote_foldName(column.before.type) !== quote_foldName(column.after.type));
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
    const partners = new Map(after.indexes.map((index) => [quote_foldName(index.name), index]));
    const added = after.indexes.filter(({ name }) => !before.indexes.some((index) => sameName(index.name, name)));
    const changes = [];
    for (const index of before.indexes) {
        const { name } = index;
        const table = rename.table(index.table);
        const owners = ownersOf(index, { before, after }, rename);
        const isSame = (other) => owners !== undefined &&
            sameName(owners.after.name, other.table) &&
            rename.sameText(index.definition, other.definition, owners);
        const partner = partners.get(quote_foldName(name));
        if (partner !== undefined) {
            if (!isSame(partner))
                changes.push({ kind: 'index', name, table, change: 'changed' });
            continue;
        }
        const twin = added.findIndex(isSame);
        const [successor] = twin === -1 ? [] : added.splice(twin, 1);
        if (successor !== undefined) {
            changes.push({ kind: 'index', name: successor.name, table, change: 'renamed', from: name });
        }
        else if (!becameConstraint(index, owners, rename)) {
            changes.push({ kind: 'index', name, table, change: 'removed' });
        }
    }
    return [
        ...changes,
        ...added.map(({ name, table }) => ({ kind: 'index', name, table, change: 'added' })),
    ];
}
/** The table of an index of *before*, on both sides; `undefined` where it is gone. */
function ownersOf({ table }, schemas, rename) {
    const before = schemas.before.tables.find(({ name }) => sameName(name, table));
    const after = schemas.after.tables.find(({ name }) => sameName(name, rename.table(table)));
    return before && after && { before, after };
}
/**
 * A plain unique index whose columns are now UNIQUE or the PRIMARY KEY is the same constraint, written differently; with
 * its columns in another order it would serve other queries.
 */
function becameConstraint({ table, key }, owners, rename) {
    if (key === undefined || owners === undefined)
        return false;
    const { before, after } = owners;
    const columns = key.columns.map((name) => rename.column(table, name));
    return after.keys.some((other) => sameNames(columns, other.columns) &&
        guards({ key, table: before }, { key: other, table: after }, rename));
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
        return rename.sameText(object.definition, partner.definition) ? [] : [described(object, 'changed')];
    });
    const added = after.filter(({ name }) => !before.some((object) => sameName(object.name, name)));
    return [...changes, ...added.map((object) => described(object, 'added'))];
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/compare-schemas.js

/** Which tables belong together, and what happened to each object, with what was lost with those that are gone. */
function compareSchemas(context, executed) {
    const { before, after } = context;
    const lineage = followTables(before.tables, executed.map((named) => [named]));
    const pairing = pairByContent(context, pairTables(before, after, lineage), lineage);
    const objects = diffSchemas(before, after, pairing).map((object) => withoutContent(object, before.tables) ?? withHeld(context, object, pairing));
    return { objects, pairing };
}
/** A removed index that does not hold its content: of one over another table nothing is lost, the rest nobody can count. */
function withoutContent(object, before) {
    if (object.kind !== 'table' || object.change !== 'removed')
        return undefined;
    const content = before.find(({ name }) => name === object.name)?.content;
    if (content === undefined)
        return undefined;
    return content === '' ? object : { ...object, held: 0 };
}
/** What was lost with a removed table or column: rows, or values that were not NULL; and what may be that column now. */
function withHeld({ connection, unchecked }, object, { pairs, alike }) {
    if (object.change !== 'removed' || (object.kind !== 'table' && object.kind !== 'column'))
        return object;
    // In *after*, the name of a removed table can be that of another one.
    const table = object.kind === 'table' ? undefined : pairs.find(({ after }) => after.name === object.table)?.before;
    const owner = table?.name ?? object.table ?? object.name;
    const count = object.kind === 'table' ? '*' : quoteName(object.name);
    const held = attemptRead(unchecked, { check: 'content', table: owner }, () => connection.number(`SELECT count(${count}) FROM old.${quoteName(owner)}`));
    const column = table?.columns.find(({ name }) => name === object.name);
    const successor = column && alike.get(column)?.name;
    return {
        ...object,
        ...(held !== undefined && { held }),
        ...(successor !== undefined && { alike: successor }),
    };
}

;// CONCATENATED MODULE: ./lib/engine/compare/compare.js

/**
 * Everything that differs between the two copies, schema and content, named by the migration or not. Content is proven
 * by pages and records where their rules hold, else by SQL.
 */
function compare(request) {
    const started = performance.now();
    return withComparison(request, (context) => {
        const { objects, pairing } = compareSchemas(context, request.executed);
        const schemaDone = performance.now();
        const { tables, untouched } = withProof(context.connection, request, (proof) => ({
            tables: compareTables(context, pairing, proof),
            untouched: proof.untouched,
        }));
        return {
            changes: { tables, objects, renames: pairing.renames, unchecked: context.unchecked },
            untouched,
            schemaMs: schemaDone - started,
            contentMs: performance.now() - schemaDone,
        };
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./lib/plan/statement-facts.js
/** The plan's statements before anything ran. */
function untouchedStatements(plan) {
    return plan.steps.flatMap((step) => {
        if (step.do !== 'exec')
            return [];
        const { file, line, title, phase, names } = step;
        return [{ file, line, title, ...(phase !== undefined && { phase }), status: 'not-run', names }];
    });
}
/** What the statements that ran and stayed name, in order. */
function namesExecuted(statements) {
    return statements
        .filter(({ status, rolledBack }) => status === 'done' && !rolledBack)
        .flatMap(({ names }) => names);
}
/** Marks what ran from statement `since` on as taken back. */
function markRolledBack(statements, since) {
    if (since === undefined)
        return;
    for (const statement of statements.slice(since))
        if (statement.status === 'done')
            statement.rolledBack = true;
}

// EXTERNAL MODULE: ./lib/engine/sqlite/message.js
var sqlite_message = __webpack_require__("lib/engine/sqlite/message.js");
;// CONCATENATED MODULE: ./lib/engine/rehearse/confine.js

/**
 * Why a statement may not run in a rehearsal: ATTACH and VACUUM INTO can write to any path of the machine, the
 * snapshot's included. In-memory and temporary databases are harmless. Whether a statement attaches is read from the
 * program that SQLite compiles it to, whatever way it is written.
 */
function confine(connection, sql) {
    if (/_store_directory/i.test(sql) && firstName(sql) === 'PRAGMA') {
        return 'PRAGMA temp_store_directory is refused in a rehearsal: it moves temporary files outside the scratch folder';
    }
    if (!/attach|vacuum/i.test(sql))
        return undefined;
    for (const { opcode, p2, p4 } of confine_programOf(connection, sql)) {
        if (opcode === 'Vacuum' && p2 !== 0) {
            return 'VACUUM INTO is refused in a rehearsal: it writes outside the copy';
        }
        if (opcode === 'Function' && String(p4).startsWith('sqlite_attach') && !attachesMemory(sql)) {
            return 'ATTACH is refused in a rehearsal: it opens a file outside the copy';
        }
    }
    return undefined;
}
/** Empty for a statement that does not compile, which does not run either. */
function confine_programOf(connection, sql) {
    try {
        return connection.program(sql);
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return [];
    }
}
/** Only where the file is a single literal: an expression that begins with one can name any path. */
function attachesMemory(sql) {
    const [first, ...others] = meaningfulTokens(sql);
    const [file, as] = isWord(others[0], 'DATABASE') ? others.slice(1) : others;
    const isMemory = file?.kind === 'string' && ['', ':memory:'].includes(nameOf(sql, file));
    return isWord(first, 'ATTACH') && isMemory && isWord(as, 'AS');
    function isWord(token, word) {
        return token?.kind === 'word' && nameOf(sql, token).toUpperCase() === word;
    }
}
function firstName(sql) {
    const [first] = meaningfulTokens(sql);
    return first?.kind === 'word' ? nameOf(sql, first).toUpperCase() : '';
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/transactions.js

/**
 * Finds out which statements are committed, by whether a transaction is open before and after each of them. SQL files may open and close transactions as they like, and some errors close one (sqlite.org/lang_transaction.html).
 */
class Transactions {
    /** Committed transactions in which something wrote. */
    commits = 0;
    /** First statement of the transaction that is open now. */
    openSince;
    #wrote = false;
    #number = 0;
    /** Savepoints of the open transaction, by folded name. */
    #savepoints = [];
    /** The profile opened a transaction; `at` is the statement that comes next. */
    opened(at) {
        this.#number += 1;
        this.#open(at);
    }
    #open(at) {
        this.openSince = at;
        this.#wrote = false;
    }
    closed() {
        if (this.#wrote)
            this.commits += 1;
        this.openSince = undefined;
        this.#wrote = false;
    }
    /** Takes note of one statement. Returns the first statement that was just rolled back, if any. */
    book({ at, facts, sql, keyword, openBefore, openAfter }) {
        if (!openBefore)
            this.#number += 1;
        facts.transaction = this.#number;
        if (!openBefore && openAfter)
            this.#open(at);
        if (facts.status === 'done' && facts.writes === true)
            this.#wrote = true;
        if (openAfter)
            return facts.status === 'done' ? this.#bookSavepoint(at, sql, keyword) : undefined;
        this.#savepoints = [];
        const since = this.openSince;
        if (facts.status === 'done' && keyword !== 'ROLLBACK')
            this.closed();
        else
            this.#forget();
        return openBefore && (facts.status === 'failed' || keyword === 'ROLLBACK') ? since : undefined;
    }
    /** ROLLBACK TO undoes what came after the savepoint, and keeps the savepoint (sqlite.org/lang_savepoint.html). */
    #bookSavepoint(at, sql, keyword) {
        if (!['SAVEPOINT', 'RELEASE', 'ROLLBACK'].includes(keyword))
            return undefined;
        const last = meaningfulTokens(sql).findLast(({ kind }) => kind !== 'punctuation');
        const name = last === undefined ? '' : quote_foldName(nameOf(sql, last));
        if (keyword === 'SAVEPOINT') {
            this.#savepoints.push({ name, at });
            return undefined;
        }
        const known = this.#savepoints.findLastIndex((savepoint) => savepoint.name === name);
        const since = this.#savepoints[known]?.at;
        this.#savepoints.length = keyword === 'RELEASE' ? Math.max(0, known) : known + 1;
        return keyword === 'ROLLBACK' && since !== undefined ? since + 1 : undefined;
    }
    #forget() {
        this.openSince = undefined;
        this.#wrote = false;
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/execute.js

const DATA_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'WITH']);
const TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
/**
 * One pass over a plan, statement by statement, up to its end or the first error. fsync off and a small cache are the
 * fastest settings that change no result.
 */
class PlanRun {
    statements;
    transactions = new Transactions();
    failure;
    /** Steps of the plan before which something was committed and no transaction is open. */
    boundaries = [];
    #connection;
    #plan;
    #tell;
    #samples;
    /** Index of the next statement. */
    #at = 0;
    constructor(connection, plan, { tell = () => { }, samples = 'none' } = {}) {
        this.#samples = samples;
        this.#connection = connection;
        this.#plan = plan;
        this.#tell = tell;
        this.statements = untouchedStatements(plan);
        connection.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-2000');
    }
    /** Yields the index of each statement once it has run, so that the caller can look at the database in between. */
    *eachStatement() {
        for (const [index, step] of this.#plan.steps.entries()) {
            const at = this.#at;
            const wasOpen = this.#connection.inTransaction;
            this.failure = step.do === 'exec' ? this.#statement(step) : this.#own(step);
            if (step.do === 'exec')
                yield at;
            if (this.failure !== undefined)
                return;
            if (this.#hasCommitted(step, at, wasOpen))
                this.boundaries.push(index + 1);
        }
    }
    #hasCommitted(step, at, wasOpen) {
        if (this.#connection.inTransaction || step.do === 'pragma')
            return false;
        return step.do !== 'exec' || wasOpen || this.statements[at]?.writes === true;
    }
    #statement(step) {
        const at = this.#at;
        const facts = this.statements[at];
        if (facts === undefined)
            throw new RangeError('the plan has no such statement');
        this.#tell({ started: at });
        const openBefore = this.#connection.inTransaction;
        const start = performance.now();
        const failure = this.#execute(step, facts);
        facts.ms = performance.now() - start;
        facts.status = failure === undefined ? 'done' : 'failed';
        const keyword = firstWord(step.sql);
        const openAfter = this.#connection.inTransaction;
        const undone = this.transactions.book({ at, facts, sql: step.sql, keyword, openBefore, openAfter });
        markRolledBack(this.statements, undone);
        const { commits, openSince } = this.transactions;
        this.#tell({ at, facts, commits, ...(openSince !== undefined && { openSince }) });
        this.#at += 1;
        return failure && { ...failure, statement: at, file: step.file, line: step.line, during: 'statement' };
    }
    #execute(step, facts) {
        const refusal = confine(this.#connection, step.sql);
        if (refusal !== undefined)
            return { code: 'SQLITE_AUTH', message: refusal };
        let compiling = true;
        try {
            const keyword = firstWord(step.sql);
            facts.writes = !this.#connection.isReadOnly(step.sql) && !TRANSACTION_VERBS.has(keyword);
            compiling = false;
            const before = this.#totalChanges();
            this.#connection.exec(step.sql);
            // Where this statement touched nothing, changes() still has the number of the last one that did.
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
    /** What the profile or the tool does by itself. */
    #own(step) {
        if (step.do === 'refuse')
            return refusalOf(step);
        const sql = 'sql' in step ? step.sql : step.do.toUpperCase();
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
            throw new errors/* MachineFault */.MW(fault, failure.code);
        const texts = [...this.#schemaTexts(), sql];
        return {
            code: failure.code,
            message: (0,sqlite_message/* publicMessage */.j)(failure, { compiling, texts, samples: this.#samples }),
        };
    }
    #schemaTexts() {
        try {
            return this.#connection.rows('SELECT sql FROM sqlite_schema').map(([text]) => String(text));
        }
        catch {
            // On a damaged file even this can fail. That must not hide the failure that is being reported.
            return [];
        }
    }
    #totalChanges() {
        return this.#connection.number('SELECT total_changes()');
    }
}
function refusalOf({ problem }) {
    const { sentence, file = '', line } = problem;
    return {
        code: '',
        message: sentence,
        file,
        ...(line !== undefined && { line }),
        during: 'refusal',
        problem,
    };
}
function firstWord(sql) {
    return /^[A-Za-z]+/.exec(sql)?.[0].toUpperCase() ?? '';
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/side-files.js

/** Removes a database with all that SQLite keeps beside it. */
function removeDatabase(path) {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
        (0,external_node_fs_.rmSync)(path + suffix, { force: true });
}

;// CONCATENATED MODULE: ./lib/engine/locate/difference.js

/** Columns that are followed: four sums each, and SQLite allows 2,000 results. */
const difference_MOST_COLUMNS = 400;
/** The differences that a table's change holds. Rows added to an empty table are none. */
function contentDifferences({ before, added, removed, columns }) {
    const rows = [
        { what: 'removed', expected: removed },
        { what: 'added', expected: before === 0 ? 0 : added },
    ];
    const values = columns.slice(0, difference_MOST_COLUMNS).flatMap((change) => {
        const { column } = change;
        return ['nulled', 'changed', 'retyped'].map((what) => ({
            what,
            column,
            expected: change[what],
        }));
    });
    return [...rows, ...values].filter(({ expected }) => expected > 0);
}
/**
 * Counts the differences by the comparison's own pairing, with SELECTs alone: a plan may ask for changes() or
 * last_insert_rowid(), and a temporary table could have the name of one of its own.
 */
function countDifferences(connection, table, followed) {
    const { pair, change } = table;
    const key = change.pairedBy && commonKey(pair);
    const sql = key === undefined ? contentSql(table, followed) : keyedSql(table, key, followed);
    const [row = []] = connection.rows(sql);
    const [rows = 0, before = 0, after = 0, pairs = 0, ...sums] = row.map(Number);
    const columns = followed.map((column, at) => {
        const [filled = 0, changed = 0, nulled = 0, retyped = 0] = sums.slice(at * SUMS, at * SUMS + SUMS);
        return [quote_foldName(column.before.name), { filled, changed, nulled, retyped }];
    });
    return { rows, removed: before - pairs, added: after - pairs, columns: new Map(columns) };
}
function keyedSql({ pair, reference }, key, followed) {
    const table = mainTable(pair.after);
    const sums = followed.map(({ before, after }) => columnSums({ before: bare('b', before.name), after: bare('a', after.name) }));
    const rows = `(SELECT count(*) FROM ${table})`;
    return `SELECT ${[rows, `(SELECT count(*) FROM ${reference})`, rows, 'count(*)', ...sums].join(', ')}
    FROM ${keyedPairs(table, reference, key)}`;
}
/** Equal rows pair first; of the rest, the n-th with the n-th of the same key, or of the same rowid. */
function contentSql({ pair, reference }, followed) {
    const { before, after, columns } = pair;
    const names = columns.map((_, at) => `c${at}`);
    const content = [...storageClasses(names), ...names];
    const key = (commonKey(pair) ?? []).map((column) => `c${columns.indexOf(column)}`);
    const place = key.length === 0 ? ['r'] : key;
    // The plain IS lets SQLite look the partner up; a missing rowid pairs with nothing.
    const equal = place.map((column) => `${same({ before: `b.${column}`, after: `a.${column}` })} AND b.${column} ${column === 'r' ? '=' : 'IS'} a.${column}`);
    const sums = followed.map((column) => {
        const name = `c${columns.indexOf(column)}`;
        return columnSums({ before: `b.${name}`, after: `a.${name}` });
    });
    const counts = [mainTable(after), 'left_before', 'left_after'].map((from) => `(SELECT count(*) FROM ${from})`);
    counts.push('count(*)', ...sums);
    return `WITH
    rest(side, r, ${names.join(', ')}) AS MATERIALIZED (${[
        restOf('b', reference, before, mainTable(after), pair),
        restOf('a', mainTable(after), after, reference, pair),
    ].join(' UNION ALL ')}),
    numbered AS (SELECT *, row_number() OVER (PARTITION BY ${['side', ...content].join(', ')} ORDER BY r) AS n FROM rest),
    single AS (SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY ${[...content, 'n'].join(', ')}) AS partners
      FROM numbered) WHERE partners = 1),
    placed AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY
      ${['side', ...place.flatMap((column) => [column, `typeof(${column})`])].join(', ')} ORDER BY r) AS place FROM single),
    left_before AS MATERIALIZED (SELECT * FROM placed WHERE side = 0),
    left_after AS MATERIALIZED (SELECT * FROM placed WHERE side = 1)
  SELECT ${counts.join(', ')} FROM left_after AS a JOIN left_before AS b ON b.place = a.place AND ${equal.join(' AND ')}`;
}
/** The rows of one side that have no equal row at their own rowid on the other. */
function restOf(alias, from, table, other, pair) {
    const side = alias === 'b' ? 0 : 1;
    const values = pair.columns.map(({ before, after }) => bare(alias, (side === 0 ? before : after).name));
    const here = equalRow(pair.before, pair.after, pair.columns);
    const lonely = here === undefined
        ? ''
        : ` WHERE NOT EXISTS (SELECT 1 FROM ${other} AS ${side === 0 ? 'a' : 'b'} WHERE ${here})`;
    const rowid = table.rowid === undefined ? 'NULL' : `${alias}.${table.rowid}`;
    return `SELECT ${[side, rowid, ...values].join(', ')} FROM ${from} AS ${alias}${lonely}`;
}
function mainTable({ name }) {
    return `main.${quoteName(name)}`;
}

;// CONCATENATED MODULE: ./lib/engine/locate/object-difference.js

/** Kinds that live in their table: a rebuild loses them with the new CREATE TABLE. The others have names of their own. */
const INNER = new Set(['column', 'constraint', 'foreign-key']);
function isInner({ kind }) {
    return INNER.has(kind);
}
function definitionsOf({ indexes, triggers, views }) {
    const lists = { index: indexes, trigger: triggers, view: views };
    return new Map(Object.entries(lists).flatMap(([kind, list]) => list.map(({ name, definition }) => [object_difference_keyOf(kind, name), definition])));
}
/** Whether an object of *before* has become what the comparison of the finished migration found. */
function hasChanged({ kind, name, change }, before, current) {
    const key = object_difference_keyOf(kind, name);
    if (change === 'removed')
        return !current.has(key);
    return current.has(key) && current.get(key) !== before.get(key);
}
function object_difference_keyOf(kind, name) {
    return `${kind}\0${quote_foldName(name)}`;
}
/** The same for what is inside a table; `pair` is that table of *before* and what it is in the `current` schema. */
function hasInnerChanged(object, pair, current, renames) {
    const { kind, name, change } = object;
    if (kind === 'column')
        return hasColumnChanged(object, pair);
    const rename = renamer(renames);
    const changes = kind === 'constraint' ? diffConstraints(pair, current.indexes, rename) : diffForeignKeys(pair, rename);
    return changes.some((found) => found.change === change &&
        found.name === name &&
        sameNames(found.columns ?? [], object.columns ?? []) &&
        // A table can lose one of several CHECKs; what a changed one is on the way may differ.
        (change === 'changed' || found.detail === object.detail));
}
function hasColumnChanged({ name, change }, { after, columns }) {
    if (change === 'removed')
        return !after.columns.some((column) => sameName(column.name, name));
    const pair = columns.find((column) => sameName(column.after.name, name) || sameName(column.before.name, name));
    return pair !== undefined && quote_foldName(pair.before.type) !== quote_foldName(pair.after.type);
}

;// CONCATENATED MODULE: ./lib/engine/locate/reached-tables.js

const PASSIVE = new Set(['NO ACTION', 'RESTRICT']);
/**
 * Folded names of all tables whose rows a statement may have touched: those that it names, and through the actions of
 * foreign keys their children. `undefined`: it may have touched any, because a trigger can write anywhere, and because
 * what names nothing can be anything.
 */
function reachedTables(names, { tables, triggers }) {
    if (names.length === 0)
        return undefined;
    const reached = new Set(names.flatMap((named) => targetOf(named) ?? []).map(quote_foldName));
    // Iterating over a set also visits what is added to it meanwhile.
    for (const parent of reached) {
        if (parent.startsWith('sqlite_') || triggers.some(({ table }) => quote_foldName(table) === parent))
            return undefined;
        for (const { name, foreignKeys } of tables) {
            const acts = foreignKeys.some((key) => quote_foldName(key.parent) === parent && !(PASSIVE.has(key.onDelete) && PASSIVE.has(key.onUpdate)));
            if (acts)
                reached.add(quote_foldName(name));
        }
    }
    return reached;
}
function targetOf(named) {
    if ('table' in named)
        return named.table;
    if ('kind' in named && named.kind !== 'table')
        return undefined;
    return named.verb === 'rename-table' ? named.to : named.name;
}

;// CONCATENATED MODULE: ./lib/engine/locate/observer.js

/** Observes what is watched between two statements. It only selects, so that the plan goes the same way. */
class Observer {
    #connection;
    #watch;
    #references;
    #cache = new SchemaCache();
    #before;
    /** As they are after the last statement that was looked at. */
    #schema;
    #definitions;
    #version;
    /** Tables that cannot be measured here. */
    #blind = new Set();
    /** `references`: for each watched table, where the rows are that it has in *before*. */
    constructor(connection, watch, references) {
        this.#connection = connection;
        this.#watch = watch;
        this.#references = new Map(watch.tables.map((table, at) => [table, references[at] ?? '']));
        this.#schema = watch.before;
        this.#before = definitionsOf(watch.before);
        this.#definitions = this.#before;
        this.#version = this.#schemaVersion();
    }
    /** `statement` has just run, and names `names`. */
    look(statement, names) {
        const { objects, tables } = this.#watch;
        const schemaVersion = this.#schemaVersion();
        if (schemaVersion !== this.#version) {
            this.#version = schemaVersion;
            this.#schema = readSchema(this.#connection, this.#cache);
            this.#definitions = definitionsOf(this.#schema);
            for (const object of objects)
                this.#lookAtObject(object, statement);
        }
        const reached = reachedTables(names, this.#schema);
        for (const table of tables) {
            for (const version of table.versions) {
                const name = nameAt(version, statement);
                if (name === undefined || this.#blind.has(table))
                    continue;
                if (reached === undefined || reached.has(name))
                    this.#lookAtTable(table, version, statement);
            }
        }
    }
    #lookAtObject({ object, pair, versions, observations }, statement) {
        for (const version of versions) {
            const current = pair && this.#currentPair(pair, version, statement);
            if (pair !== undefined && current === undefined)
                continue;
            const changed = current === undefined
                ? hasChanged(object, this.#before, this.#definitions)
                : hasInnerChanged(object, current, this.#schema, this.#watch.renames);
            observations.get(version)?.push({ statement, difference: Number(changed), filled: true });
        }
    }
    #lookAtTable(table, version, statement) {
        const pair = this.#currentPair(table.pair, version, statement);
        if (pair === undefined || pair.columns.length < table.pair.columns.length)
            return;
        const reference = this.#references.get(table) ?? '';
        const followed = pair.columns.filter(({ before }) => table.differences.some(({ column }) => column === quote_foldName(before.name)));
        try {
            const counts = countDifferences(this.#connection, { reference, pair, change: table.change }, followed);
            for (const difference of table.differences) {
                difference.observations.get(version)?.push(observationOf(difference, counts, statement));
            }
        }
        catch (error) {
            // A missing function, collation or module, or a damaged page: the comparison says so.
            if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
                throw error;
            this.#blind.add(table);
        }
    }
    #schemaVersion() {
        return this.#connection.number('PRAGMA schema_version');
    }
    /** A table of *before* and the current form of one of its versions, with the columns that both have. */
    #currentPair(pair, version, statement) {
        const own = nameAt(version, statement);
        const current = this.#schema.tables.find(({ name }) => quote_foldName(name) === own);
        if (current === undefined)
            return undefined;
        const columns = pair.columns.flatMap(({ before }) => {
            const name = columnAt(version, before.name, statement);
            const after = current.columns.find((candidate) => quote_foldName(candidate.name) === name);
            return after === undefined ? [] : [{ before, after }];
        });
        return { before: pair.before, after: current, columns };
    }
}
function observationOf({ difference: { what }, column = '' }, counts, statement) {
    const ofRows = what === 'removed' || what === 'added';
    const difference = ofRows ? counts[what] : (counts.columns.get(column)?.[what] ?? 0);
    return { statement, difference, filled: counts.rows > 0 };
}

;// CONCATENATED MODULE: ./lib/engine/locate/reference.js

/** The schema under which the reference copy is attached. */
const REFERENCE = quoteName('preflight reference');
/**
 * Makes of the copy at `path` a reference: only the watched tables stay, under names that no migration uses, so that a
 * statement which names what is missing in its own database does not find it here instead. A detached database could
 * not be attached again inside the plan's transaction. Renaming costs the same whatever the tables hold; the pages of
 * all else stay where they are and are never read. Gives the qualified name of each table.
 */
function makeReference(path, watched) {
    const connection = Connection.undefended(path);
    try {
        // A full auto_vacuum would try to move those pages.
        connection.exec('PRAGMA auto_vacuum=INCREMENTAL; PRAGMA legacy_alter_table=ON; PRAGMA writable_schema=ON');
        const kept = [...watched, ...shadowTables(connection, watched)].map(({ name }) => quoteText(name));
        connection.exec(`DELETE FROM sqlite_schema WHERE tbl_name NOT IN (${kept.join(', ')}) OR type NOT IN ('table', 'index')
         OR (type = 'index' AND sql IS NOT NULL);
       PRAGMA writable_schema=RESET;`);
        return watched.map(({ name }, at) => {
            const unique = quoteName(`preflight watched ${at}`);
            connection.exec(`ALTER TABLE ${quoteName(name)} RENAME TO ${unique}`);
            return `${REFERENCE}.${unique}`;
        });
    }
    finally {
        connection.close();
    }
}
/** The tables in which a virtual table keeps its content; they are renamed with it. */
function shadowTables(connection, watched) {
    const owners = watched.filter(({ kind }) => kind === 'virtual');
    const shadows = connection.objects("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'");
    return shadows.filter(({ name }) => owners.some((owner) => name.startsWith(`${owner.name}_`)));
}

;// CONCATENATED MODULE: ./lib/engine/locate/cause.js
/**
 * The statement that caused the difference which a version of a table shows last. It is the first statement after the
 * last observation without a difference. Some tables that a rebuild makes are never without one. Of these:
 *
 * - One that was never filled lost its rows when its predecessor was dropped.
 * - Any other differs since the statement that filled it best, which is where the difference is least.
 * - But where its predecessor differed as much by then, that statement copied faithfully, and the cause is looked for in
 *   the predecessor.
 *
 * `until`: the last statement that counts.
 */
function causingStatement(version, observationsOf, until = Number.POSITIVE_INFINITY) {
    const { born, predecessor } = version;
    const all = observationsOf(version).filter(({ statement }) => statement <= until);
    if ((all.at(-1)?.difference ?? 0) === 0)
        return undefined;
    const start = all.findIndex((observation) => observation.filled);
    if (start === -1)
        return predecessor?.died ?? born;
    const filled = all.slice(start);
    const cause = afterLastZero(filled) ?? leastDifferent(filled);
    if (born === -1 || predecessor === undefined)
        return cause.statement;
    const inPredecessor = observationsOf(predecessor).findLast(({ statement }) => statement <= cause.statement)?.difference ?? 0;
    if (inPredecessor < cause.difference)
        return cause.statement;
    return causingStatement(predecessor, observationsOf, cause.statement) ?? cause.statement;
}
function afterLastZero(observations) {
    const zero = observations.findLastIndex(({ difference }) => difference === 0);
    return zero === -1 ? undefined : observations[zero + 1];
}
function leastDifferent(observations) {
    return observations.reduce((least, other) => (other.difference < least.difference ? other : least));
}

;// CONCATENATED MODULE: ./lib/engine/locate/watch.js

/** Tables in which something was lost, changed or added to what was there. */
function tablesToWatch(changes, { pairs }, { first, last }) {
    return changes.tables.flatMap((change) => {
        const differences = contentDifferences(change);
        const pair = pairs.find(({ after }) => sameName(after.name, change.table));
        if (pair === undefined || differences.length === 0)
            return [];
        const version = last.get(quote_foldName(pair.after.name)) ?? first.get(quote_foldName(pair.before.name));
        if (version === undefined)
            return [];
        const followed = differences.map((difference) => {
            const column = pair.columns.find(({ after }) => after.name === difference.column)?.before.name;
            const subject = { difference, ...(column !== undefined && { column: quote_foldName(column) }) };
            return { ...subject, ...follow(version, difference.expected) };
        });
        return [{ pair, change, versions: ancestry(version), differences: followed }];
    });
}
/** Objects that are gone or other ones. Whole tables are not among them: the lineage alone tells when one went. */
function objectsToWatch(changes, { pairs }, { last }) {
    const lost = changes.objects.filter(({ kind, change }) => kind !== 'table' && (change === 'removed' || change === 'changed'));
    return lost.flatMap((object) => {
        if (!isInner(object)) {
            const version = newVersion(-1, '');
            return [{ object, versions: [version], ...follow(version, 1) }];
        }
        const pair = pairs.find(({ after }) => sameName(after.name, object.table ?? ''));
        const version = pair && last.get(quote_foldName(pair.after.name));
        if (pair === undefined || version === undefined)
            return [];
        return [{ object, pair, versions: ancestry(version), ...follow(version, 1) }];
    });
}
function follow(last, expected) {
    const start = { statement: -1, difference: 0, filled: true };
    const observations = new Map(ancestry(last).map((one) => [one, one.born === -1 ? [start] : []]));
    return { observations, last, expected };
}
/** The causes of all that came to the state which the comparison found; of the rest nothing is known. */
function causesOf({ tables, objects }) {
    const content = tables.flatMap(({ change, differences }) => differences.flatMap(({ difference: { what, column }, ...followed }) => {
        const statement = statementOf(followed);
        const subject = { table: change.table, ...(column !== undefined && { column }), what };
        return statement === undefined ? [] : [{ ...subject, statement }];
    }));
    return [
        ...content,
        ...objects.flatMap(({ object, ...followed }) => objectCause(object, statementOf(followed))),
    ];
}
/** Tables that are gone, each with the statement that dropped it. */
function droppedTables({ objects }, { first }) {
    const gone = objects.filter(({ kind, change }) => kind === 'table' && change === 'removed');
    return gone.flatMap((object) => objectCause(object, first.get(quote_foldName(object.name))?.died));
}
function statementOf({ observations, last, expected }) {
    if (observations.get(last)?.at(-1)?.difference !== expected)
        return undefined;
    return causingStatement(last, (version) => observations.get(version) ?? []);
}
function objectCause({ kind, name, table, columns, detail }, statement) {
    if (statement === undefined)
        return [];
    return [
        {
            kind,
            name,
            ...(table && { table }),
            ...(columns && { columns }),
            ...(detail && { detail }),
            statement,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/engine/locate/locate.js

/**
 * Finds the statement behind each loss or change: replays the plan on a fresh copy of *before* by the rehearsal's own
 * code, and measures after each statement that may have touched what is watched. A replay that goes another way than the
 * rehearsal says nothing.
 */
function locate(request) {
    const { before, after, statements, changes } = request;
    const schemaBefore = withConnection(before, 'read', readSchema);
    const schemaAfter = withConnection(after, 'read', readSchema);
    const executed = statements.map(({ status, rolledBack, names }) => status === 'done' && !rolledBack ? names : []);
    const lineage = followTables(schemaBefore.tables, executed);
    const pairing = pairTables(schemaBefore, schemaAfter, lineage);
    const watch = {
        before: schemaBefore,
        renames: pairing.renames,
        tables: tablesToWatch(changes, pairing, lineage),
        objects: objectsToWatch(changes, pairing, lineage),
    };
    const dropped = droppedTables(changes, lineage);
    const idle = watch.tables.length + watch.objects.length === 0;
    return { causes: idle || !replay(request, watch) ? dropped : [...causesOf(watch), ...dropped] };
}
/** Runs the plan once more under observation; `false` when it went another way than in the rehearsal. */
function replay({ before, folder, plan, statements, budgetMs, driver }, watch) {
    const deadline = performance.now() + budgetMs;
    const database = (0,external_node_path_.join)(folder, 'replay.db');
    const reference = (0,external_node_path_.join)(folder, 'reference.db');
    try {
        (0,external_node_fs_.copyFileSync)(before, database, external_node_fs_.constants.COPYFILE_FICLONE);
        const act = (connection) => {
            const references = attachReference(connection, before, reference, watch);
            const observer = new Observer(connection, watch, references);
            const run = new PlanRun(connection, plan);
            for (const statement of run.eachStatement()) {
                if (performance.now() > deadline)
                    break;
                const { rolledBack, names = [] } = statements[statement] ?? {};
                // What was taken back did nothing.
                if (run.statements[statement]?.writes && !rolledBack)
                    observer.look(statement, names);
            }
            return run.statements.every(({ status }, statement) => status === 'not-run' || status === statements[statement]?.status);
        };
        return withConnection(database, 'write', act, driver);
    }
    finally {
        removeDatabase(database);
        removeDatabase(reference);
    }
}
/** Attaches the rows that the watched tables have in *before* to the database that the plan changes; gives their names. */
function attachReference(connection, before, path, { tables }) {
    if (tables.length === 0)
        return [];
    (0,external_node_fs_.copyFileSync)(before, path, external_node_fs_.constants.COPYFILE_FICLONE);
    const names = makeReference(path, tables.map(({ pair }) => pair.before));
    connection.exec(`ATTACH ${quoteText(path)} AS ${REFERENCE}`);
    return names;
}

;// CONCATENATED MODULE: ./lib/sql/lines.js
/** Gives the 1-based line of an offset; the offsets it is asked for must not go back. */
function lineCounter(text) {
    let line = 1;
    let at = 0;
    return (offset) => {
        for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
            line += 1;
            at = next + 1;
        }
        return line;
    };
}

;// CONCATENATED MODULE: ./lib/statements/token-window.js
/** Far beyond what anybody writes by hand; data in one statement is longer. */
const MOST = 50_000;
/**
 * The tokens of one statement; of one that is as long as a dump its beginning and its end, because a token takes more room
 * than what it stands for. Parentheses that are open across the gap stay balanced.
 */
class TokenWindow {
    #sql;
    #most;
    #head = [];
    /** The last ones, in a circle. */
    #tail = [];
    #inTail = 0;
    /** Parentheses in the gap without their counterpart there. */
    #closed = [];
    #opened = [];
    /** `most`: tokens that are kept of either end. */
    constructor(sql, most = MOST) {
        this.#sql = sql;
        this.#most = most;
    }
    get first() {
        return this.#head[0];
    }
    get last() {
        const at = (this.#inTail - 1) % this.#most;
        return this.#inTail === 0 ? this.#head.at(-1) : this.#tail[at];
    }
    push(token) {
        if (this.#head.length < this.#most) {
            this.#head.push(token);
            return;
        }
        const at = this.#inTail % this.#most;
        const dropped = this.#tail[at];
        if (dropped !== undefined)
            this.#drop(dropped);
        this.#tail[at] = token;
        this.#inTail += 1;
    }
    list() {
        if (this.#inTail === 0)
            return this.#head;
        const at = this.#inTail % this.#most;
        const tail = this.#inTail <= this.#most ? this.#tail : [...this.#tail.slice(at), ...this.#tail.slice(0, at)];
        return [...this.#head, ...this.#closed, ...this.#opened, ...tail];
    }
    #drop(token) {
        const sign = token.end - token.start === 1 ? this.#sql[token.start] : '';
        if (sign === '(' && this.#opened.length < this.#most)
            this.#opened.push(token);
        if (sign === ')' && this.#opened.pop() === undefined && this.#closed.length < this.#most) {
            this.#closed.push(token);
        }
    }
}

;// CONCATENATED MODULE: ./lib/statements/split.js

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
    return [...statementsOf(sql)].map(({ tokens: _, ...statement }) => statement);
}
/** The same, one after the other, with their tokens. */
function* statementsOf(sql) {
    const lineAt = lineCounter(sql);
    let state = 'start';
    let gap = [];
    let own = new TokenWindow(sql);
    for (const token of tokens(sql)) {
        if (token.kind === 'space' || token.kind === 'comment') {
            if (own.first === undefined)
                gap.push({ kind: token.kind, text: sql.slice(token.start, token.end) });
            if (gap.length > 2 * MOST_GAPS)
                gap = gap.slice(-MOST_GAPS);
            continue;
        }
        const word = wordOf(sql, token);
        state = NEXT[state][word] ?? NEXT[state].other;
        const ends = word === 'semicolon' && state === 'start';
        if (own.first !== undefined || !ends)
            own.push(token);
        if (!ends)
            continue;
        if (own.first !== undefined)
            yield statement(own, gap);
        own = new TokenWindow(sql);
        gap = [];
    }
    if (own.first !== undefined)
        yield statement(own, gap);
    function statement(window, before) {
        const start = window.first?.start ?? 0;
        const end = window.last?.end ?? 0;
        const text = { sql: sql.slice(start, end), start, line: lineAt(start) };
        return { ...text, comments: commentsOf(before), tokens: window.list() };
    }
}
/** Of the comments before a statement, and the blanks between them: those right above it. */
const MOST_GAPS = 1000;
/** Of one comment. */
const MOST_COMMENT = 10_000;
/** Longer words are no keywords here. */
const LONGEST = 'temporary'.length;
function wordOf(sql, { kind, start, end }) {
    if (kind === 'semicolon')
        return 'semicolon';
    if (kind !== 'word' || end - start > LONGEST)
        return 'other';
    return KEYWORDS[sql.slice(start, end).toLowerCase()] ?? 'other';
}
function commentsOf(gap) {
    const result = [];
    let adjacent = true;
    for (const { kind, text } of gap.toReversed()) {
        if (kind === 'comment')
            result.push({ text: withoutMarkers(text).slice(0, MOST_COMMENT), adjacent });
        else if (text.indexOf('\n') !== text.lastIndexOf('\n'))
            adjacent = false;
    }
    return result.reverse();
}
/** Without the signs that begin and end a comment, however many there are of them. */
function withoutMarkers(comment) {
    const [sign, from] = comment.startsWith('--') ? ['-', 0] : ['*', 1];
    let start = from;
    while (comment[start] === sign)
        start += 1;
    let end = comment.length;
    if (comment.endsWith('*/') && end - 2 >= start) {
        end -= 1;
        while (end > start && comment[end - 1] === '*')
            end -= 1;
    }
    return comment.slice(start, end).trim();
}

;// CONCATENATED MODULE: ./lib/engine/measure/checks/application-statements.js

/**
 * Prepares each statement of the application's files on the copy at `path`, and runs none: SQLite resolves every
 * table, column and function while it compiles (sqlite.org/c3ref/prepare.html), and parameters need no value.
 */
function measureStatements(path, files) {
    const result = { total: 0, failed: [] };
    if (files.length === 0)
        return result;
    return withConnection(path, 'read', (connection) => {
        // Nothing runs, and the application has this default: a view may use what is not innocuous.
        connection.exec('PRAGMA trusted_schema=ON');
        for (const { file, sql } of files) {
            for (const statement of splitStatements(sql)) {
                result.total += 1;
                result.failed.push(...failed(connection, file, statement));
            }
        }
        return result;
    });
}
function failed(connection, file, { sql, start, line }) {
    // Some pragmas run while they are compiled, and none needs the schema.
    if (/^pragma\b/i.test(sql))
        return [];
    try {
        connection.isReadOnly(withPlainParameters(sql));
        return [];
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || (0,errors/* machineFault */.MG)(failure.code) !== undefined)
            throw error;
        return [{ file, line, offset: start, message: (0,sqlite_message/* publicMessage */.j)(failure, { compiling: true }) }];
    }
}
/** Tcl's `$a::b(c)` is not compiled into this SQLite (SQLITE_OMIT_TCL_VARIABLE); the name of a parameter changes nothing. */
function withPlainParameters(sql) {
    const texts = [...tokens(sql)].map(({ kind, start, end }) => {
        const text = sql.slice(start, end);
        return kind === 'variable' && /::|\(/.test(text) ? '?' : text;
    });
    return texts.join('');
}

;// CONCATENATED MODULE: ./lib/engine/measure/checks/check-queries.js

/**
 * How many rows each query of `checks.queries` returns on this side, or why it returns none. The rows themselves are
 * not kept. One that needs a function or collation that is missing here is noted in `unchecked`.
 */
function measureQueries(context, queries) {
    return queries.flatMap((query) => measureQuery(context, query));
}
function measureQuery({ connection, unchecked }, { id, sql }) {
    const [statement, ...more] = splitStatements(sql);
    const told = { id, sql: statement?.sql ?? sql };
    const failed = (failure) => [{ ...told, failure }];
    const refuse = (message) => failed({ while: 'parsing', message });
    if (statement === undefined || more.length > 0)
        return refuse('it must be one statement');
    // SQLite runs some pragmas while it compiles them: what is no SELECT is not even compiled.
    if (!/^(select|with)\b/i.test(told.sql))
        return refuse('it must be a SELECT');
    if (meaningfulTokens(told.sql).some(({ kind }) => kind === 'variable'))
        return refuse('it must not have parameters');
    let compiling = true;
    try {
        const results = attemptRead(unchecked, { check: 'query', object: id }, () => {
            // WITH may also begin an UPDATE.
            if (!connection.isReadOnly(told.sql))
                return refuse('it must be a SELECT');
            compiling = false;
            return [{ ...told, rows: connection.count(told.sql) }];
        });
        return results ?? [];
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || (0,errors/* machineFault */.MG)(failure.code) !== undefined)
            throw error;
        const message = (0,sqlite_message/* publicMessage */.j)(failure, { compiling, texts: [told.sql] });
        if (compiling && SYNTAX.test(message))
            return refuse(message);
        return failed({ while: compiling ? 'compiling' : 'running', message });
    }
}
/** What SQLite says before it has looked at the schema (its parse.y and tokenize.c). */
const SYNTAX = /syntax error$|^incomplete input$|^unrecognized token: /;

;// CONCATENATED MODULE: ./lib/engine/measure/checks/required-columns.js

/** NULLs in each required column that exists on this side; a column that does not exist gives nothing. */
function measureRequired(context, required) {
    const { connection, schema, unchecked } = context;
    return required.flatMap((check) => {
        const table = schema.tables.find(({ name }) => sameName(name, check.table));
        const column = table?.columns.find(({ name }) => sameName(name, check.column));
        if (table === undefined || column === undefined)
            return [];
        const nulls = attemptRead(unchecked, { check: 'required', table: table.name }, () => connection.number(`SELECT count(*) FROM ${quoteName(table.name)} WHERE ${quoteName(column.name)} IS NULL`));
        if (nulls === undefined)
            return [];
        const from = `${quoteName(table.name)} AS t WHERE t.${quoteName(column.name)} IS NULL`;
        const shown = nulls > 0 && sampleRows(context, { from, key: row_samples_keyOf(table, 't'), values: [] });
        return [{ table: table.name, column: column.name, nulls, ...(shown && { samples: shown }) }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/measure/header.js
/** The values of the file header that an application or a tool may rely on (sqlite.org/fileformat2.html). */
function header_readHeader(connection) {
    return {
        userVersion: connection.number('PRAGMA user_version'),
        applicationId: connection.number('PRAGMA application_id'),
        pageSize: connection.number('PRAGMA page_size'),
        encoding: connection.text('PRAGMA encoding'),
        autoVacuum: connection.number('PRAGMA auto_vacuum'),
        journalMode: connection.text('PRAGMA journal_mode'),
    };
}

;// CONCATENATED MODULE: ./lib/engine/measure/integrity/index-content.js

/**
 * Whether each index of a table holds an entry for each of its rows and no other, in order, and a unique one no key
 * twice. That is what PRAGMA integrity_check finds out by looking each row up in each index; here the rows, sorted, are
 * merged with the index as it lies. `undefined` where a column is computed or compared otherwise than by its bytes.
 */
function areIndexesSound(connection, table) {
    const rowid = freeRowid(connection, table);
    const indexes = plainIndexes(connection, table);
    if (rowid === undefined || indexes === undefined)
        return undefined;
    const rows = connection.number(`SELECT count(*) FROM ${quoteName(table)} NOT INDEXED`);
    for (const index of indexes) {
        const missing = missingEntries(table, index, rowid);
        if (!readsIndexInOrder(connection, missing))
            return undefined;
        // count(*) alone is answered by whichever index is smallest, INDEXED BY or not.
        const entries = connection.number(`SELECT count(1) FROM ${quoteName(table)} INDEXED BY ${quoteName(index.name)}`);
        // As many entries as rows, and none missing: then there is no other entry, and none out of order.
        if (entries !== rows || connection.number(missing) > 0)
            return false;
        if (index.unique && connection.number(doubles(table, index)) > 0)
            return false;
    }
    return true;
}
/** A name of the rowid, where the table has one and stores all its columns. */
function freeRowid(connection, table) {
    const [kind] = connection.objects("SELECT wr, type FROM pragma_table_list WHERE schema = 'main' AND name = ?", table);
    const columns = connection.objects('SELECT name, hidden FROM pragma_table_xinfo(?)', table);
    if (kind?.wr !== 0 || columns.some(({ hidden }) => hidden !== 0))
        return undefined;
    return ['rowid', '_rowid_', 'oid'].find((own) => columns.every(({ name }) => name.toLowerCase() !== own));
}
function plainIndexes(connection, table) {
    const parts = connection.objects(`SELECT list.name AS index_name, list."unique" AS is_unique, list.partial, part.cid, part.name, part.desc, part.coll
     FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name) AS part
     WHERE part.key ORDER BY list.seq, part.seqno`, table);
    if (parts.some(({ partial, cid, coll }) => partial || cid < 0 || coll.toUpperCase() !== 'BINARY')) {
        return undefined;
    }
    return [...Map.groupBy(parts, (part) => part.index_name)].map(([name, own]) => ({
        name,
        unique: own[0]?.is_unique === 1,
        columns: own.map((part) => ({ name: part.name ?? '', descending: part.desc === 1 })),
    }));
}
/** Counts up to one row that has no entry. A merge of two sorted sides misses an entry that is out of order, too. */
function missingEntries(table, { name, columns }, rowid) {
    const values = [...columns.map((column) => quoteName(column.name)), rowid].join(', ');
    const order = columns.map(({ descending }, at) => `${at + 1}${descending ? ' DESC' : ''}`);
    return `SELECT count(*) FROM (SELECT ${values} FROM ${quoteName(table)} NOT INDEXED
    EXCEPT SELECT ${values} FROM ${quoteName(table)} INDEXED BY ${quoteName(name)}
    ORDER BY ${[...order, columns.length + 1].join(', ')} LIMIT 1)`;
}
function doubles(table, { name, columns }) {
    const names = columns.map((column) => quoteName(column.name));
    return `SELECT count(*) FROM (SELECT 1 FROM ${quoteName(table)} INDEXED BY ${quoteName(name)}
    WHERE ${names.map((column) => `${column} IS NOT NULL`).join(' AND ')}
    GROUP BY ${names.join(', ')} HAVING count(*) > 1 LIMIT 1)`;
}
/**
 * The right side of the merge is the index itself, unsorted. SQLite would read the table's columns beside it where the
 * index alone does not do (sqlite.org/eqp.html).
 */
function readsIndexInOrder(connection, sql) {
    const plan = connection
        .objects(`EXPLAIN QUERY PLAN ${sql}`)
        .map(({ detail }) => detail);
    const right = plan.slice(plan.indexOf('RIGHT'));
    return (plan.includes('RIGHT') &&
        right.some((step) => step.includes('USING COVERING INDEX')) &&
        !right.some((step) => step.includes('TEMP B-TREE')));
}

;// CONCATENATED MODULE: ./lib/engine/measure/integrity/integrity.js

/** integrity_check looks every row up in every index, all over the file: the more pages stay in memory the better. */
const LOOKUP_CACHE = -50_000;
/** Sorting is fastest in small runs, which stay in the processor's caches. */
const SORTING_CACHE = -2000;
/** Looking a table up by name is slower the more there are: where so many were touched, the whole file is checked. */
const MOST_TABLES = 500;
/**
 * What PRAGMA integrity_check finds. Cheaper checks tell that a file is sound; only where they find anything wrong, the
 * whole file is checked by it. One missing function or collation makes SQLite give
 * up the whole check; then every table is checked by itself, and only those that need the missing part stay unchecked.
 * `untouched`: tables whose rows and indexes are in the bytes of a file that was found sound. Their indexes need not be
 * held against their rows again; the structure of the file, and what each row must fulfil, is checked all the same.
 */
function measureIntegrity(context, untouched = []) {
    const { connection, schema } = context;
    connection.exec(`PRAGMA cell_size_check=ON; PRAGMA cache_size=${LOOKUP_CACHE}`);
    try {
        const lines = attempt([], { check: 'integrity' }, () => isSoundWith(connection, untouched) ? [] : checkWhole(connection));
        return verdict(lines ?? schema.tables.flatMap((table) => checkTable(context, table)));
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || !(0,errors/* isCorruption */.ys)(failure.code))
            throw error;
        return { result: 'damaged', messages: [failure.message] };
    }
}
function checkWhole(connection) {
    try {
        return check(connection, 'PRAGMA integrity_check(100)');
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure !== undefined && isUnread(failure))
            return undefined;
        throw error;
    }
}
/** SQLite says no more where the tokenizer of a full-text index is missing. The index's own check names it. */
function isUnread({ message }) {
    return message === 'SQL logic error';
}
/**
 * Whether the file is sound, given that some tables are known to be. quick_check does what integrity_check does, except
 * that it does not compare indexes with rows, look for duplicates in unique indexes
 * (sqlite.org/pragma.html#pragma_quick_check), or check the order of a table WITHOUT ROWID. `false` also where this way
 * cannot tell.
 */
function isSoundWith(connection, untouched) {
    const sound = new Set(untouched);
    try {
        const indexed = connection.rows(`SELECT tbl_name FROM sqlite_schema WHERE type = 'index' AND rootpage > 0
       UNION SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr`);
        const touched = indexed.map(([name]) => String(name)).filter((name) => !sound.has(name));
        if (touched.length > MOST_TABLES)
            return false;
        connection.exec(`PRAGMA cache_size=${SORTING_CACHE}`);
        if (!isOk(connection, 'quick_check(1)'))
            return false;
        return touched.every((table) => areIndexesSound(connection, table) ?? isOk(connection, `integrity_check(${quoteText(table)})`));
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined || !((0,errors/* isCorruption */.ys)(failure.code) || isUnread(failure)))
            throw error;
        return false;
    }
    finally {
        connection.exec(`PRAGMA cache_size=${LOOKUP_CACHE}`);
    }
}
function isOk(connection, pragma) {
    return check(connection, `PRAGMA ${pragma}`).length === 0;
}
function checkTable({ connection, unchecked }, { name, kind }) {
    if (kind === 'virtual')
        return [];
    const sql = `PRAGMA integrity_check(${quoteText(name)})`;
    return attempt(unchecked, { check: 'integrity', table: name }, () => check(connection, sql)) ?? [];
}
function check(connection, sql) {
    const lines = connection.rows(sql).flatMap(([line]) => linesOf(String(line)));
    return lines.filter((line) => line !== 'ok').map(withoutRowids);
}
/** An R-tree has all its lines in one row. Those after the first name ids and no table, and are left out. */
function linesOf(row) {
    const lines = row.split('\n');
    return row.startsWith('In RTree ') ? [`${lines[0]?.replace(/:$/, '')}: entries are wrong`] : lines;
}
/** A rowid may be a primary key, and so a value of the user's; FTS5 writes of a `missing row 5 from content table t`. */
function withoutRowids(line) {
    return line.replace(/\brow(id)? -?\d+/gi, 'a row');
}
function verdict(lines) {
    return { result: lines.length === 0 ? 'ok' : 'damaged', messages: [...new Set(lines)] };
}

;// CONCATENATED MODULE: ./lib/engine/measure/integrity/search-indexes.js

/**
 * The modules' own checks. Only FTS5's with rank 1 compares an index with a table that it does not own: neither PRAGMA
 * integrity_check nor the plain command does (sqlite.org/fts5.html section 6.4, fts3.html section 7.3, rtree.html).
 */
const CHECKS = {
    fts3: fullTextCheck,
    fts4: fullTextCheck,
    fts5: (connection, name) => {
        const table = quoteName(name);
        connection.exec(`INSERT INTO ${table}(${table}, rank) VALUES('integrity-check', 1)`);
        return true;
    },
    rtree: treeCheck,
    rtree_i32: treeCheck,
};
function fullTextCheck(connection, name) {
    const table = quoteName(name);
    connection.exec(`INSERT INTO ${table}(${table}) VALUES('integrity-check')`);
    return true;
}
function treeCheck(connection, name) {
    return connection.text(`SELECT rtreecheck('main', ${quoteText(name)})`) === 'ok';
}
/**
 * The search indexes of the copy at `path` that their own check refuses. The checks are written as an INSERT, so they need
 * a connection that may write; each runs in a transaction that is rolled back, and changes no byte.
 */
function measureSearchIndexes(path, { schema, unchecked }) {
    const indexes = schema.tables.flatMap(({ name, module = '' }) => {
        const check = CHECKS[module];
        return check === undefined ? [] : [{ name, check }];
    });
    if (indexes.length === 0)
        return [];
    return withConnection(path, 'write', (connection) => {
        connection.exec('PRAGMA trusted_schema=OFF');
        return indexes.flatMap(({ name, check }) => {
            const what = { check: 'search', table: name };
            return attempt(unchecked, what, () => checkIndex(connection, name, check)) ?? [];
        });
    });
}
function checkIndex(connection, name, check) {
    connection.exec('BEGIN');
    try {
        return check(connection, name) ? [] : [{ table: name, failure: 'mismatch' }];
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure !== undefined && (0,errors/* isCorruption */.ys)(failure.code))
            return [{ table: name, failure: 'mismatch' }];
        if (failure?.code !== 'SQLITE_ERROR' || (0,errors/* missingPart */.KN)(failure) !== undefined)
            throw error;
        return [{ table: name, failure: 'unreadable', message: whyUnreadable(connection, name, failure) }];
    }
    finally {
        if (connection.inTransaction)
            connection.exec('ROLLBACK');
    }
}
/** The commands say no more than `SQL logic error`; a query of the content says what is missing. */
function whyUnreadable(connection, name, failure) {
    try {
        connection.count(`SELECT * FROM ${quoteName(name)} LIMIT 1`);
    }
    catch (error) {
        const reason = (0,errors/* sqliteFailure */.nj)(error);
        if (reason === undefined || (0,errors/* missingPart */.KN)(reason) !== undefined)
            throw error;
        // Where its content lies stands in the definition.
        const definition = connection.text('SELECT sql FROM sqlite_schema WHERE name = ?', name);
        return (0,sqlite_message/* publicMessage */.j)(reason, { texts: [definition] });
    }
    return (0,sqlite_message/* publicMessage */.j)(failure);
}

;// CONCATENATED MODULE: ./lib/engine/measure/objects/trigger-text.js

const EVENTS = ['insert', 'update', 'delete'];
/** Reads a CREATE TRIGGER as SQLite stores it (sqlite.org/lang_createtrigger.html). */
function readTrigger(name, sql) {
    const tokens = meaningfulTokens(sql);
    // None of these words can be a name without quotes, so that the first one is the event.
    const [event] = tokens.flatMap((token) => EVENTS.find((name) => name === word(sql, token)) ?? []);
    const on = tokens.findIndex((token) => word(sql, token) === 'on');
    const dotted = tokens[on + 2];
    const at = dotted !== undefined && sql.slice(dotted.start, dotted.end) === '.' ? on + 3 : on + 1;
    const table = tokens[at];
    if (event === undefined || on === -1 || table === undefined)
        return undefined;
    return {
        name,
        table: nameOf(sql, table),
        event,
        action: sql.slice(table.end),
    };
}
/** A statement on `table` (quoted) that fires every trigger of the event; UPDATE names all of `columns`. */
function firingStatement(event, table, columns) {
    if (event === 'insert')
        return `INSERT INTO ${table} DEFAULT VALUES`;
    if (event === 'delete')
        return `DELETE FROM ${table}`;
    const assignments = columns.map((column) => `${quoteName(column)} = ${quoteName(column)}`);
    return `UPDATE ${table} SET ${assignments.join(', ')}`;
}
function word(sql, { kind, start, end }) {
    return kind === 'word' ? sql.slice(start, end).toLowerCase() : '';
}

;// CONCATENATED MODULE: ./lib/engine/measure/objects/broken-objects.js

/**
 * Views and triggers that do not compile: SQLite looks at them only when a query reads the view or a write fires the
 * trigger. Statements are compiled and never run. What needs a missing function, collation or module is noted in
 * `unchecked` instead.
 */
function measureBroken(context) {
    const { connection } = context;
    // Nothing runs, so a schema may be trusted as it is in production; foreign keys would compile other tables' writes.
    connection.exec('PRAGMA trusted_schema=ON; PRAGMA foreign_keys=OFF');
    try {
        const failed = [...failedViews(context), ...failedTriggers(context)];
        return failed.map((one) => withCause(one, failed));
    }
    finally {
        connection.exec('PRAGMA trusted_schema=OFF');
    }
}
function failedViews({ connection, schema, unchecked }) {
    return schema.views.flatMap(({ name, definition }) => {
        const failure = compileFailure(connection, `SELECT * FROM main.${quoteName(name)} LIMIT 0`);
        const message = failure && brokenBy(failure, name, unchecked);
        if (message === undefined)
            return [];
        const uses = namesIn(definition);
        uses.delete(quote_foldName(name));
        return [{ object: { kind: 'view', name, message }, uses }];
    });
}
function failedTriggers(context) {
    const triggers = context.connection
        .objects("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .flatMap(({ name, sql }) => readTrigger(name, sql) ?? []);
    // One statement fires all triggers of its event; where it compiles, all of them are sound.
    const groups = Map.groupBy(triggers, ({ table, event }) => `${event} ${quote_foldName(table)}`);
    return [...groups.values()].flatMap((group) => failedInGroup(context, group));
}
function failedInGroup({ connection, unchecked }, group) {
    const [{ table, event } = { table: '', event: 'delete' }] = group;
    const whole = attemptCompile(() => {
        const columns = writableColumns(connection, table);
        connection.compile(firingStatement(event, `main.${quoteName(table)}`, columns));
    });
    if (whole === undefined)
        return [];
    const alone = group.map((trigger) => ({ trigger, failure: failureAlone(connection, trigger) }));
    const failing = alone.filter(({ failure }) => failure !== undefined);
    // Where none fails by itself, it cannot be told which of them is broken.
    const found = failing.length > 0 ? failing : alone.map(({ trigger }) => ({ trigger, failure: whole }));
    return found.flatMap(({ trigger, failure }) => {
        const message = failure && brokenBy(failure, table, unchecked);
        if (message === undefined)
            return [];
        const object = { kind: 'trigger', name: trigger.name, table, message };
        return [{ object, uses: namesIn(`${quoteName(table)} ${trigger.action}`) }];
    });
}
const PROBE = '"preflight probe"';
/** Compiles one trigger without its neighbours: as a temporary one, on an empty table with the same columns. */
function failureAlone(connection, { table, event, action }) {
    return attemptCompile(() => {
        const columns = writableColumns(connection, table);
        const all = connection.objects('SELECT name FROM pragma_table_xinfo(?)', table);
        try {
            connection.exec(`CREATE TEMP TABLE ${PROBE} (${all.map(({ name }) => quoteName(name)).join(', ')})`);
            connection.exec(`CREATE TEMP TRIGGER "preflight trigger" AFTER ${event} ON ${PROBE} ${action}`);
            connection.compile(firingStatement(event, `temp.${PROBE}`, columns));
        }
        finally {
            connection.exec(`DROP TABLE IF EXISTS temp.${PROBE}`);
        }
    });
}
/** Columns of a table or view that an UPDATE can set. */
function writableColumns(connection, table) {
    return connection
        .objects('SELECT name, hidden FROM pragma_table_xinfo(?)', table)
        .filter(({ hidden }) => hidden === 0)
        .map(({ name }) => name);
}
function compileFailure(connection, sql) {
    return attemptCompile(() => connection.compile(sql));
}
function attemptCompile(act) {
    try {
        act();
        return undefined;
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        return failure;
    }
}
/** What is wrong with the object; `undefined`, and a note in `unchecked`, where it merely cannot be checked here. */
function brokenBy(failure, table, unchecked) {
    const missing = (0,errors/* missingPart */.KN)(failure);
    const damaged = (0,errors/* isCorruption */.ys)(failure.code);
    // Whether the schema is named depends on where the statement stands; the table is the same.
    if (missing === undefined && !damaged)
        return failure.message.replace('no such table: main.', 'no such table: ');
    unchecked.push({ check: 'schema', table, missing: failure.message, ...(damaged && { damaged }) });
    return undefined;
}
/**
 * Names the cause where the object only uses a broken one, and fails with its message: a view on a broken view, or a
 * trigger that uses such a view or fires a broken trigger. Reading a view fires no trigger.
 */
function withCause({ object, uses }, all) {
    const cause = all.find((other) => other.object !== object &&
        (object.kind === 'trigger' || other.object.kind === 'view') &&
        other.object.message === object.message &&
        uses.has(reachedBy(other.object)) &&
        !other.uses.has(reachedBy(object)));
    return cause === undefined ? object : { ...object, through: cause.object.name };
}
/** The name by which others use the object: that of the view, or of the table whose writes fire the trigger. */
function reachedBy({ kind, name, table }) {
    return quote_foldName(kind === 'view' ? name : (table ?? name));
}
function namesIn(sql) {
    const names = meaningfulTokens(sql).filter(({ kind }) => kind === 'word' || kind === 'quoted');
    return new Set(names.map((token) => quote_foldName(nameOf(sql, token))));
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/affinity.js
/** What a declared type makes of the values stored under it (sqlite.org/datatype3.html section 3.1, stricttables.html). */
function affinityOf(type, strict) {
    if (/int/i.test(type))
        return 'INTEGER';
    if (/char|clob|text/i.test(type))
        return 'TEXT';
    if (type === '' || /blob/i.test(type) || (strict && /^any$/i.test(type)))
        return 'BLOB';
    return /real|floa|doub/i.test(type) ? 'REAL' : 'NUMERIC';
}

;// CONCATENATED MODULE: ./lib/engine/measure/references/parents.js

/** The keys of a parent with fewer rows stay in the page cache: looking each child up is cheaper than sorting them. */
const FEW_ROWS = 10_000;
const parents_SORTING_CACHE = -2000;
/** A name that no table of the user's has: a temporary table hides others of its name. */
const UNKNOWN = '"preflight unknown keys"';
/**
 * Whether the children's and the parent's keys can be compared as sets of stored values. SQLite gives the parent's
 * affinity and collation to the child's value before it looks for it (sqlite.org/foreignkeys.html section 3); where
 * both columns have the same ones, that changes nothing.
 */
function areComparable({ child, key, parent }) {
    // A primary key may be declared in another collation than its columns have, and SQLite looks into its index.
    if (isPrimaryKey(key, parent) && /collate/i.test(parent.sql))
        return false;
    return key.columns.every((name, at) => {
        const own = columnOf(child, name);
        const other = columnOf(parent, key.parentColumns[at]);
        return (own !== undefined &&
            other !== undefined &&
            own.collate === other.collate &&
            affinityOf(own.type, child.strict) === affinityOf(other.type, parent.strict));
    });
}
/**
 * Rows with a whole key that is not among the parent's, for comparable keys. The set difference reads both sides in
 * order, where PRAGMA foreign_key_check looks every row up; it is taken once, and only where it is not empty the
 * children are read again. Sorting is fastest in small runs, which stay in the processor's caches.
 */
function countByKeys(connection, reference) {
    const usual = connection.number('PRAGMA cache_size');
    connection.exec(`PRAGMA cache_size=${parents_SORTING_CACHE}`);
    try {
        return hasFewKeys(connection, reference)
            ? countByLookups(connection, reference)
            : countByDifference(connection, reference);
    }
    finally {
        connection.exec(`PRAGMA cache_size=${usual}`);
    }
}
function hasFewKeys(connection, { key, parent }) {
    const rows = connection.number(`SELECT count(*) FROM (SELECT 1 FROM ${quoteName(parent.name)} LIMIT ${FEW_ROWS})`);
    return rows < FEW_ROWS && key.parentColumns.every((column) => isNeverNull(parent, column));
}
function countByLookups(connection, { child, key, parent }) {
    return connection.number(`SELECT count(*) FROM ${quoteName(child.name)} AS c WHERE ${hasKey(key)}
       AND (${list('c', key.columns)}) NOT IN (SELECT ${list('p', key.parentColumns)} FROM ${quoteName(parent.name)} AS p)`);
}
/** The temporary table has the affinities of the child's columns; in the IN, the child's collations count. */
function countByDifference(connection, reference) {
    const { child, key } = reference;
    const names = key.columns.map((_, at) => `k${at}`);
    const order = key.columns.map((_, at) => at + 1).join(', ');
    connection.exec(`CREATE TEMP TABLE ${UNKNOWN} AS ${unknownKeys(reference, names)} ORDER BY ${order}`);
    try {
        if (connection.number(`SELECT count(*) FROM temp.${UNKNOWN}`) === 0)
            return 0;
        return connection.number(`SELECT count(*) FROM ${quoteName(child.name)} AS c WHERE (${list('c', key.columns)})
       IN (SELECT ${names.join(', ')} FROM temp.${UNKNOWN})`);
    }
    finally {
        connection.exec(`DROP TABLE temp.${UNKNOWN}`);
    }
}
function unknownKeys({ child, key, parent }, names) {
    const values = key.columns.map((column, at) => `c.${quoteName(column)} AS ${names[at]}`);
    return `SELECT ${values.join(', ')} FROM ${quoteName(child.name)} AS c WHERE ${hasKey(key)}
     EXCEPT SELECT ${list('p', key.parentColumns)} FROM ${quoteName(parent.name)} AS p`;
}
/** The row, as `c`, has a value in every column of the key: only then SQLite asks for a parent. */
function hasKey({ columns }) {
    return columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
}
function list(alias, columns) {
    return columns.map((column) => `${alias}.${quoteName(column)}`).join(', ');
}
function isPrimaryKey({ parentColumns }, { primaryKey }) {
    const names = primaryKey.map(quote_foldName);
    return (parentColumns.length === names.length && parentColumns.every((name) => names.includes(quote_foldName(name))));
}
/** `NOT IN` a set that holds a NULL is never true. */
function isNeverNull(table, name) {
    const isRowid = table.rowidAlias !== undefined && quote_foldName(table.rowidAlias) === quote_foldName(name);
    return isRowid || (columnOf(table, name)?.notNull ?? false);
}
function columnOf({ columns }, name) {
    return name === undefined ? undefined : columns.find((column) => quote_foldName(column.name) === quote_foldName(name));
}

;// CONCATENATED MODULE: ./lib/engine/measure/references/count-orphans.js

/**
 * Rows without a parent, per declared foreign key, and the foreign keys that SQLite cannot enforce
 * (sqlite.org/foreignkeys.html section 3). One such key makes PRAGMA foreign_key_check throw for its whole table,
 * so those are found first, and their table's other keys are counted one by one.
 */
function measureOrphans(context) {
    const { connection, schema, unchecked } = context;
    const byName = new Map(schema.tables.map((table) => [quote_foldName(table.name), table]));
    const facts = { orphans: [], mismatches: [] };
    for (const table of schema.tables) {
        const keys = table.foreignKeys.map((key) => ({
            child: table,
            key,
            parent: byName.get(quote_foldName(key.parent)),
        }));
        attemptRead(unchecked, { check: 'orphans', table: table.name }, () => measureTable(connection, table, keys, facts));
    }
    return { ...facts, orphans: facts.orphans.map((found) => count_orphans_withSamples(context, found)) };
}
/** With the keys or values of some of the rows, where samples are asked for. */
function count_orphans_withSamples(context, orphans) {
    const named = (wanted) => context.schema.tables.find(({ name }) => sameName(name, wanted));
    const child = named(orphans.table);
    const parent = named(orphans.parent);
    if (child === undefined || parent === undefined)
        return orphans;
    const values = orphans.columns.map((column) => ({ column, after: `c.${quoteName(column)}` }));
    const from = withoutParent({ child, key: orphans, parent });
    const rows = sampleRows(context, { from, key: row_samples_keyOf(child, 'c'), values });
    return rows === undefined ? orphans : { ...orphans, samples: rows };
}
function measureTable(connection, table, keys, facts) {
    if (keys.length === 0)
        return;
    const causes = keys.map((declared, at) => mismatchCause(connection, declared, at));
    const isCheckable = causes.every((cause) => cause === undefined);
    const isComparable = keys.every((declared) => hasParent(declared) && areComparable(declared));
    const counts = isCheckable && !isComparable
        ? checkedBySqlite(connection, table)
        : keys.map((declared, at) => causes[at] || !hasParent(declared) ? 0 : countOrphans(connection, declared));
    for (const [at, { key }] of keys.entries()) {
        const { columns, parent, parentColumns } = key;
        const cause = causes[at];
        const subject = { table: table.name, columns, parent, parentColumns };
        if (cause !== undefined)
            facts.mismatches.push({ ...subject, rows: rowsWithKey(connection, table, key), cause });
        else if (counts[at])
            facts.orphans.push({ ...subject, rows: counts[at] });
    }
}
function hasParent(declared) {
    return declared.parent !== undefined;
}
function mismatchCause(connection, { child, key, parent }, at) {
    const { columns, parentColumns } = key;
    if (parent === undefined || parent.kind === 'virtual')
        return 'no-parent-table';
    const existing = new Set(parent.columns.map(({ name }) => quote_foldName(name)));
    if (parentColumns.some((column) => !existing.has(quote_foldName(column))))
        return 'no-parent-column';
    if (parentColumns.length !== columns.length)
        return 'parent-not-unique';
    const isRowid = parent.rowidAlias !== undefined && sameColumns(parentColumns, [parent.rowidAlias]);
    if (isRowid || uniqueKeys(connection, parent).some((unique) => sameColumns(unique, parentColumns)))
        return undefined;
    // Only where the key names no columns it may rest on a primary key in another collation than the columns'.
    const isImplicit = sameColumns(parentColumns, parent.primaryKey) && namesNoColumns(connection, child, at);
    return isImplicit ? undefined : 'parent-not-unique';
}
function namesNoColumns(connection, { name, foreignKeys }, at) {
    const id = idOf(at, foreignKeys);
    return (connection.number('SELECT "to" IS NULL FROM pragma_foreign_key_list(?) WHERE id = ?', name, id) === 1);
}
/** SQLite numbers the keys from the last declared to the first; the schema lists them as declared. */
function idOf(at, foreignKeys) {
    return foreignKeys.length - 1 - at;
}
/** Column lists of the parent's unique indexes that a foreign key may rest on: whole, and in the columns' own collation. */
function uniqueKeys(connection, { name, columns }) {
    const own = new Map(columns.map((column) => [quote_foldName(column.name), column.collate ?? 'BINARY']));
    const rows = connection.objects(`SELECT l.name AS index_name, x.name AS column_name, x.coll
     FROM pragma_index_list(?) AS l, pragma_index_xinfo(l.name) AS x
     WHERE l."unique" AND NOT l.partial AND x.key ORDER BY l.seq, x.seqno`, name);
    const usable = Object.values(Object.groupBy(rows, ({ index_name }) => index_name)).filter((key) => key?.every(({ column_name, coll }) => column_name !== null && own.get(quote_foldName(column_name)) === coll.toUpperCase()));
    return usable.map((key) => (key ?? []).map(({ column_name }) => column_name ?? ''));
}
function sameColumns(left, right) {
    const fold = (names) => names.map(quote_foldName).sort().join('\0');
    return left.length > 0 && fold(left) === fold(right);
}
/** SQLite's own judgement: it applies the parent's affinity and collation as it does when enforcing. */
function checkedBySqlite(connection, { name, foreignKeys }) {
    const rows = connection.objects('SELECT fkid, count(*) AS orphans FROM pragma_foreign_key_check(?) GROUP BY fkid', name);
    const byId = new Map(rows.map(({ fkid, orphans }) => [fkid, orphans]));
    return foreignKeys.map((_, at) => byId.get(idOf(at, foreignKeys)) ?? 0);
}
/** Rows of the child with a whole key and no parent. */
function countOrphans(connection, reference) {
    if (areComparable(reference))
        return countByKeys(connection, reference);
    return connection.number(`SELECT count(*) FROM ${withoutParent(reference)}`);
}
/**
 * A FROM clause over the rows of a child, as `c`, that have a whole key and no parent, as SQLite would judge them: with
 * the parent's affinity, which the child's own gives way to after a unary plus, and with the parent's collation
 * (sqlite.org/foreignkeys.html section 3, datatype3.html sections 4 and 7). An index on the parent is used where there
 * is one, and not needed.
 */
function withoutParent({ child, key, parent }) {
    const parentColumns = key.parentColumns.map((name) => `p.${quoteName(name)}`);
    const values = key.columns.map((column, at) => {
        const name = quote_foldName(key.parentColumns[at] ?? '');
        const { collate = 'BINARY' } = parent.columns.find((own) => quote_foldName(own.name) === name) ?? {};
        return `+c.${quoteName(column)} COLLATE ${quoteName(collate)}`;
    });
    const known = parentColumns.map((name) => `${name} IS NOT NULL`);
    return `${quoteName(child.name)} AS c WHERE ${hasKey(key)} AND (${values.join(', ')})
     NOT IN (SELECT ${parentColumns.join(', ')} FROM ${quoteName(parent.name)} AS p WHERE ${known.join(' AND ')})`;
}
function rowsWithKey(connection, table, key) {
    return connection.number(`SELECT count(*) FROM ${quoteName(table.name)} AS c WHERE ${hasKey(key)}`);
}

;// CONCATENATED MODULE: ./lib/engine/measure/references/declared-references.js

/**
 * Rows without a parent, per foreign key of `checks.references`. One that the schema declares too is left to the
 * declared one; one that lacks a table or column on this side gives nothing. SQLite does not enforce them, so their
 * parent need not be unique.
 */
function measureReferences(context, references) {
    const { connection, schema, unchecked } = context;
    const found = [];
    const measured = [];
    for (const reference of references) {
        const here = resolved(reference, schema);
        if (here === undefined)
            continue;
        const { child, key, parent } = here;
        const known = [...child.foreignKeys, ...measured.flatMap(([table, own]) => (table === child ? own : []))];
        if (known.some((other) => isTwin(other, key)))
            continue;
        measured.push([child, key]);
        const rows = attemptRead(unchecked, { check: 'orphans', table: child.name }, () => countOrphans(connection, here));
        const { columns, parentColumns } = key;
        const subject = { table: child.name, columns, parent: parent.name, parentColumns };
        if (rows !== undefined && rows > 0)
            found.push({ ...subject, rows, declared: false });
    }
    return found.map((orphans) => count_orphans_withSamples(context, orphans));
}
/** The reference with names as the schema writes them. */
function resolved({ table, columns, parent, parentColumns }, { tables }) {
    const child = tables.find(({ name }) => sameName(name, table));
    const owner = tables.find(({ name }) => sameName(name, parent));
    const own = child && columnsOf(child, columns);
    const others = owner && columnsOf(owner, parentColumns);
    if (child === undefined || owner === undefined || own === undefined || others === undefined)
        return undefined;
    const actions = { onDelete: 'NO ACTION', onUpdate: 'NO ACTION', deferred: false };
    const key = { columns: own, parent: owner.name, parentColumns: others, ...actions };
    return { child, parent: owner, key };
}
/** The same columns refer to the same columns, in whatever order. */
function isTwin(left, right) {
    return sameName(left.parent, right.parent) && pairs(left) === pairs(right);
}
function pairs({ columns, parentColumns }) {
    const each = columns.map((column, at) => JSON.stringify([column, parentColumns[at] ?? ''].map(quote_foldName)));
    return each.sort().join();
}
/** The columns as the table writes them; `undefined` where it lacks one. */
function columnsOf(table, names) {
    const found = names.flatMap((name) => table.columns.find((column) => sameName(column.name, name))?.name ?? []);
    return found.length === names.length ? found : undefined;
}

;// CONCATENATED MODULE: ./lib/engine/measure/row-counts.js

/** Rows of every table, in the schema's order. */
function countRows({ connection, schema, unchecked }) {
    return schema.tables.flatMap(({ name, kind, content }) => {
        // count(*) picks the smallest index, which throws where that index needs a missing collation.
        const hint = kind === 'virtual' ? '' : ' NOT INDEXED';
        const count = () => connection.number(`SELECT count(*) FROM ${quoteName(name)}${hint}`);
        const rows = attemptRead(unchecked, { check: 'rows', table: name }, () => content === undefined ? count() : unlessUnreadable(count));
        return rows === undefined ? [] : [{ table: name, rows }];
    });
}
/** A search index whose content table is gone cannot be read, which its own check reports; nor can FTS4 without content. */
function unlessUnreadable(count) {
    try {
        return count();
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure?.code !== 'SQLITE_ERROR' || (0,errors/* missingPart */.KN)(failure) !== undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/engine/measure/sequences.js

/** The high-water mark of every AUTOINCREMENT table that has had a row (sqlite.org/autoinc.html). */
function readSequences({ connection, schema }) {
    const counting = schema.tables.filter(({ autoincrement }) => autoincrement);
    if (counting.length === 0)
        return [];
    // Anybody may write to this table: a mark can stand there twice, or be no number.
    const marks = connection.objects("SELECT name, max(seq) AS seq FROM sqlite_sequence WHERE typeof(seq) = 'integer' GROUP BY name");
    const byName = new Map(marks.map(({ name, seq }) => [quote_foldName(name), seq]));
    return counting.flatMap(({ name }) => {
        const seq = byName.get(quote_foldName(name));
        return seq === undefined ? [] : [{ table: name, seq }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/measure/measure.js

/**
 * The health of one sealed copy. *Before* and *after* go through here alike, so that a difference between them is never
 * one of measuring; only what *before* proved of `untouched` tables is not proven again. Throws SQLite's error when the
 * file cannot even be read.
 */
function measure({ database, checks, samples = 'none', untouched = [] }) {
    const statements = measureStatements(database, checks.statements);
    const unchecked = [];
    const health = withConnection(database, 'read', (connection) => {
        const context = { connection, schema: readSchema(connection), samples, unchecked };
        const { orphans: declared, mismatches } = measureOrphans(context);
        const configured = measureReferences(context, checks.references);
        const tables = countRows(context);
        const required = measureRequired(context, checks.required);
        const queries = measureQueries(context, checks.queries);
        const integrity = withConnection(database, 'check', (checking) => measureIntegrity({ ...context, connection: checking }, untouched));
        const sequences = attemptRead(unchecked, { check: 'schema' }, () => readSequences(context));
        const broken = measureBroken(context);
        return {
            integrity: withDamageSeen(integrity, unchecked),
            tables,
            orphans: [...declared, ...configured],
            mismatches,
            required,
            queries,
            statements,
            header: header_readHeader(connection),
            bytes: connection.number('PRAGMA page_count') * connection.number('PRAGMA page_size'),
            schema: context.schema,
            sequences: sequences ?? [],
            broken,
            unchecked,
        };
    });
    const searchFailures = measureSearchIndexes(database, { schema: health.schema, unchecked });
    return { ...health, searchFailures };
}
/** Damage that any measurement met counts, whatever the integrity check found. */
function withDamageSeen(integrity, unchecked) {
    const met = unchecked.filter(({ damaged }) => damaged).map(({ missing }) => missing);
    if (met.length === 0)
        return integrity;
    return { result: 'damaged', messages: [...new Set([...integrity.messages, ...met])] };
}

;// CONCATENATED MODULE: ./lib/sql/quoted-text.js
/**
 * The text in double quotes that SQLite took for a name, quotes included, where it fails for that alone: where they are
 * enabled, such literals are texts (sqlite.org/quirks.html section 8). `message`: SQLite's own.
 */
function textInDoubleQuotes(message) {
    return /no such column: (".*") - should this be a string literal in single-quotes\?/s.exec(message)?.[1];
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/side-effects.js

/** Verbs with which a trigger gives a table rows or values. */
const side_effects_WRITING = ['insert', 'replace', 'update'];
const ERASING = { 'SET NULL': 'null', 'SET DEFAULT': 'default' };
/**
 * What a statement may do to tables that it does not name. A foreign key may delete the children of a row (ON DELETE
 * CASCADE) or erase their links to it, after a DROP TABLE too (sqlite.org/foreignkeys.html section 5). Triggers write to
 * the tables that they name.
 */
function sideEffects(names, schema) {
    const effects = { taken: new Set(), given: new Set(), erased: [] };
    if (schema === undefined)
        return effects;
    const targets = names.flatMap(written).map(quote_foldName);
    // Iterating over a set also visits what is added to it meanwhile.
    const touched = new Set(targets);
    const told = new Set();
    for (const table of touched) {
        const gone = effects.taken.has(table) || names.some((named) => takes(named, table));
        const moved = names.some((named) => moves(named, table));
        for (const { child, key } of keysTo(schema, table)) {
            if (gone && key.onDelete === 'CASCADE')
                add(child, effects.taken);
            const to = (gone && ERASING[key.onDelete]) || (moved && ERASING[key.onUpdate]);
            if (!to || targets.includes(child) || told.has(key))
                continue;
            told.add(key);
            touched.add(child);
            effects.erased.push({ table: child, columns: key.columns, to });
        }
        for (const trigger of schema.triggers.filter((one) => quote_foldName(one.table) === table)) {
            const { names: known, verbs } = side_effects_readTrigger(trigger);
            for (const { name } of schema.tables) {
                const folded = quote_foldName(name);
                if (!known.has(folded))
                    continue;
                if (verbs.has('delete') || verbs.has('replace'))
                    add(folded, effects.taken);
                else
                    touched.add(folded);
                if (side_effects_WRITING.some((verb) => verbs.has(verb)))
                    effects.given.add(folded);
            }
        }
    }
    for (const table of targets)
        effects.taken.delete(table);
    return effects;
    function add(table, set) {
        // It may have been visited before it was known to lose rows: it is visited again.
        if (!set.has(table))
            touched.delete(table);
        set.add(table);
        touched.add(table);
    }
}
function written(named) {
    if (['insert', 'upsert', 'update', 'delete'].includes(named.verb) && 'name' in named)
        return [named.name];
    return named.verb === 'drop' && named.kind === 'table' ? [named.name] : [];
}
/** Whether the statement itself may delete rows of the table; REPLACE deletes those in conflict. */
function takes(named, table) {
    const deletes = named.verb === 'delete' || named.verb === 'upsert';
    return (deletes || (named.verb === 'drop' && named.kind === 'table')) && quote_foldName(named.name) === table;
}
/** Whether the statement may change keys of the table. */
function moves(named, table) {
    return (named.verb === 'update' || named.verb === 'upsert') && quote_foldName(named.name) === table;
}
function keysTo({ tables }, parent) {
    return tables.flatMap(({ name, foreignKeys }) => foreignKeys
        .filter((key) => quote_foldName(key.parent) === parent)
        .map((key) => ({ child: quote_foldName(name), key })));
}
/** Every name and every word in a trigger's body. */
function side_effects_readTrigger({ definition }) {
    const tokens = meaningfulTokens(definition);
    const text = (token) => quote_foldName(nameOf(definition, token));
    const body = tokens.slice(tokens.findIndex((token) => token.kind === 'word' && text(token) === 'begin'));
    return {
        names: new Set(body.map(text)),
        verbs: new Set(body.filter(({ kind }) => kind === 'word').map(text)),
    };
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/subject.js

/**
 * Where the subject is after the statements in `later`. It follows renames, and moves to the table that it was copied to
 * when its own table is dropped, as in a rebuild.
 */
function subjectAfter(subject, later) {
    const created = new Map();
    let current = subject;
    let successor;
    for (const named of later) {
        if (named.verb === 'create' && named.columns)
            created.set(quote_foldName(named.name), named.columns);
        if ('copies' in named && named.copies && sameName(named.copies.table, current.table))
            successor = copyOf(current, named.name, named.copies, created.get(quote_foldName(named.name))) ?? successor;
        if (named.verb === 'drop' && named.kind === 'table' && sameName(named.name, current.table) && successor) {
            current = successor;
            successor = undefined;
        }
        current = subject_renamed(current, named);
        successor &&= subject_renamed(successor, named);
    }
    return current;
}
/** `undefined` where the statement does not copy the column, or its text does not tell to which one. */
function copyOf({ column }, table, { into, from }, columns) {
    if (column === undefined)
        return { table };
    if (from === undefined)
        return into === undefined ? { table, column } : undefined;
    const at = from.findIndex((name) => name !== null && sameName(name, column.name));
    const name = (into ?? columns)?.[at];
    return name === undefined ? undefined : { table, column: { ...column, name } };
}
function subject_renamed(subject, named) {
    const { table, column } = subject;
    if (named.verb === 'rename-table' && sameName(named.name, table))
        return { ...subject, table: named.to };
    const isOwn = named.verb === 'rename-column' && sameName(named.table, table);
    if (!isOwn || column === undefined || !sameName(named.name, column.name))
        return subject;
    return { table, column: { ...column, name: named.to } };
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/transient-losses.js

/**
 * Finds what one statement of the plan made and a later one took from a table that it does not name: rows, by a foreign
 * key's ON DELETE CASCADE or by a trigger, and links, by SET NULL or SET DEFAULT. The comparison of the finished migration
 * cannot see them. Only tables that may be concerned are counted, before and after the statement, with SELECTs alone.
 */
class LossWatch {
    #connection;
    #names;
    #found = [];
    #cache = new SchemaCache();
    /** Folded names of the tables that may hold rows or values which the plan made. */
    #made = new Set();
    #schema;
    #version = -1;
    /** What the running statement may take rows or values from, with the counts before it. */
    #counts = [];
    constructor(connection, plan) {
        this.#connection = connection;
        this.#names = plan.steps.flatMap((step) => (step.do === 'exec' ? [step.names] : []));
    }
    /** To be called before and after each statement. */
    hear(progress) {
        if ('started' in progress)
            this.#before(this.#names[progress.started] ?? []);
        else if (progress.facts.status === 'done')
            this.#after(progress.at);
    }
    /** What was lost by statements that stay, from tables that are still there. */
    found(stays) {
        return this.#found.flatMap(({ subject, rows, of, statement }) => {
            if (!stays(statement))
                return [];
            const later = this.#names.slice(statement + 1).filter((_, at) => stays(statement + 1 + at));
            const { table, column } = subjectAfter(subject, later.flat());
            const now = this.#count({ table, ...(column && { column }) });
            return now === undefined
                ? []
                : [{ table, ...(column && { column: column.name }), rows, of, now, statement }];
        });
    }
    #before(names) {
        const schema = names.length === 0 ? undefined : this.#related();
        const { taken, given, erased } = sideEffects(names, schema);
        const subjects = [
            ...[...taken].map((table) => ({ table })),
            ...erased.flatMap((one) => this.#columnsOf(one)),
        ].filter(({ table }) => this.#made.has(table));
        this.#counts = subjects.flatMap((subject) => {
            const rows = this.#count(subject) ?? 0;
            return rows > 0 ? [{ subject, rows }] : [];
        });
        for (const table of given)
            this.#made.add(table);
    }
    #after(statement) {
        const gone = new Map();
        for (const { subject, rows: of } of this.#counts) {
            const { table, column } = subject;
            const fewer = of - (this.#count(subject) ?? of);
            if (column === undefined)
                gone.set(table, fewer);
            // Values that went with their rows are reported with the rows.
            const rows = column === undefined ? fewer : fewer - (gone.get(table) ?? 0);
            if (rows > 0)
                this.#found.push({ subject: { ...subject, table: this.#nameOf(table) }, rows, of, statement });
        }
        for (const named of this.#names[statement] ?? [])
            this.#follow(named);
    }
    #follow(named) {
        if (named.verb === 'add-column')
            this.#made.add(quote_foldName(named.table));
        if (['insert', 'upsert', 'update'].includes(named.verb))
            this.#made.add(quote_foldName(named.name));
        if (named.verb === 'create' && named.kind === 'table')
            this.#made.add(quote_foldName(named.name));
        if (named.verb === 'drop' && named.kind === 'table')
            this.#made.delete(quote_foldName(named.name));
        if (named.verb === 'rename-table' && this.#made.delete(quote_foldName(named.name)))
            this.#made.add(quote_foldName(named.to));
    }
    #columnsOf({ table, columns, to }) {
        const known = this.#schema?.tables.find(({ name }) => quote_foldName(name) === table)?.columns ?? [];
        return columns.map((name) => {
            const preset = known.find((column) => sameName(column.name, name))?.default ?? 'NULL';
            return { table, column: { name, empty: to === 'null' ? 'NULL' : preset } };
        });
    }
    /** The current schema, if anything in it can write to a table that is not named. It is read again when it has changed. */
    #related() {
        const version = this.#connection.number('PRAGMA schema_version');
        if (version !== this.#version) {
            this.#version = version;
            this.#schema = this.#hasRelations() ? this.#read() : undefined;
        }
        if (this.#schema === undefined || this.#connection.number('PRAGMA foreign_keys') === 1)
            return this.#schema;
        return this.#schema.triggers.length === 0 ? undefined : withoutForeignKeys(this.#schema);
    }
    #hasRelations() {
        const acts = ['CASCADE', 'SET%NULL', 'SET%DEFAULT']
            .map((action) => `sql LIKE '%${action}%'`)
            .join(' OR ');
        const related = `type = 'trigger' OR (type = 'table' AND (${acts}))`;
        return this.#connection.number(`SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE ${related})`) === 1;
    }
    #read() {
        try {
            return readSchema(this.#connection, this.#cache);
        }
        catch (error) {
            return unmeasured(error);
        }
    }
    #count({ table, column }) {
        const filled = column === undefined ? '' : ` WHERE ${quoteName(column.name)} IS NOT (${column.empty})`;
        try {
            return this.#connection.number(`SELECT count(*) FROM main.${quoteName(table)} NOT INDEXED${filled}`);
        }
        catch (error) {
            return unmeasured(error);
        }
    }
    #nameOf(folded) {
        return this.#schema?.tables.find(({ name }) => quote_foldName(name) === folded)?.name ?? folded;
    }
}
function withoutForeignKeys(schema) {
    return { ...schema, tables: schema.tables.map((table) => ({ ...table, foreignKeys: [] })) };
}
/** A missing collation or module, or a damaged page, must not end the rehearsal: the measurements say so. */
function unmeasured(error) {
    if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
        throw error;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/rehearse-plan.js

/**
 * Executes the plan on the copy, on one connection, and stops at the first error. A transaction that is open at the end
 * is lost, as it is when production's connection closes. The times are lower bounds: nothing is synced. `tell` is called
 * before and after each statement. A statement may fail only because of our driver, where production's engine takes text
 * in double quotes or has no defensive mode. Then the plan runs once more from the start, with a driver like production's.
 * Yields between two statements: whoever runs it lets the process breathe there.
 */
function* rehearse(request, tell) {
    const { database, plan, fresh, driver } = request;
    const { profile } = plan;
    if (fresh === undefined || driver !== undefined)
        return yield* runPlan(request, driver ?? 'better-sqlite3', tell);
    function* anew(next, source) {
        removeDatabase(database);
        (0,external_node_fs_.copyFileSync)(source, database);
        return { ...(yield* runPlan(request, next, tell)), driver: next };
    }
    const first = yield* runPlan(request, 'better-sqlite3', tell);
    const facts = !profile.defensive && isDefended(first) ? yield* anew('undefended', fresh) : first;
    const quoted = profile.doubleQuotedText ? quotedText(facts) : undefined;
    return quoted === undefined ? facts : { ...(yield* anew('node:sqlite', fresh)), doubleQuotedText: quoted };
}
/** Whether the statement failed in a way in which SQLite's defensive mode makes it fail. */
function isDefended({ failure }) {
    return (failure?.code === 'SQLITE_ERROR' && /^table .* may not be (modified|dropped)$/s.test(failure.message));
}
/** The statement that failed only because it has text in double quotes. */
function quotedText({ failure }) {
    const { statement, file, line, code, message } = failure ?? {};
    // A RAISE() text can say anything.
    const text = code === 'SQLITE_ERROR' && message !== undefined ? textInDoubleQuotes(message) : undefined;
    if (text === undefined || statement === undefined || file === undefined || line === undefined)
        return undefined;
    return { statement, file, line, text };
}
function* runPlan(request, driver, tell) {
    const connection = Connection.open(request.database, 'write', driver);
    let facts;
    try {
        facts = yield* executed(connection, request, driver, tell);
    }
    finally {
        connection.close();
    }
    return { ...facts, ...opened(request.database, facts, request.samples) };
}
function* executed(connection, { plan, samples }, driver, tell) {
    const losses = new LossWatch(connection, plan);
    const hear = (progress) => {
        tell(progress);
        losses.hear(progress);
    };
    const run = new PlanRun(connection, plan, { tell: hear, samples });
    for (const _ of run.eachStatement())
        yield;
    const { failure } = run;
    const leftOpen = failure === undefined && connection.inTransaction;
    markRolledBack(run.statements, run.transactions.openSince);
    const transientLosses = losses.found((statement) => run.statements[statement]?.rolledBack !== true);
    return {
        outcome: failure === undefined ? 'done' : ranNothing(run) ? 'refused' : 'failed',
        commits: run.transactions.commits,
        leftOpen,
        sqlite: driver === 'node:sqlite' ? (process.versions.sqlite ?? '') : sqliteVersion(),
        statements: run.statements,
        ...(failure !== undefined && { failure }),
        ...(transientLosses.length > 0 && { transientLosses }),
        ...(run.boundaries.length > 0 && { boundaries: run.boundaries }),
    };
}
/** Opens what is left, as production does at its next start: a migration can write a schema that SQLite cannot read. */
function opened(database, { failure }, samples) {
    try {
        withConnection(database, 'read', (connection) => connection.number('SELECT count(*) FROM sqlite_schema'));
        return undefined;
    }
    catch (error) {
        const refused = (0,errors/* sqliteFailure */.nj)(error);
        if (refused === undefined)
            throw error;
        const fault = (0,errors/* machineFault */.MG)(refused.code);
        if (fault !== undefined)
            throw new errors/* MachineFault */.MW(fault, refused.code);
        const message = (0,sqlite_message/* publicMessage */.j)(refused, { samples });
        const opening = { file: '', code: refused.code, message, during: 'opening' };
        return { outcome: 'failed', failure: failure ?? opening, unreadable: true };
    }
}
/** The tool stopped before it had run any statement. */
function ranNothing({ failure, statements }) {
    return failure?.during === 'refusal' && statements.every(({ status }) => status === 'not-run');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
;// CONCATENATED MODULE: ./lib/engine/snapshot/copy.js

const copy_CHUNK = 4 * 1024 * 1024;
/** Copies `from` to `to` and hashes it on the way. */
function copyAndHash(from, to) {
    const before = (0,external_node_fs_.statSync)(from, { bigint: true });
    const { bytes, sha256 } = stream(from, to);
    const isStill = () => sameFile(before, (0,external_node_fs_.statSync)(from, { bigint: true })) && copy_sameBytes(from, to);
    return { bytes, sha256, isStill };
}
/** Hex. */
function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(copy_CHUNK);
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY);
    try {
        for (let length = (0,external_node_fs_.readSync)(file, buffer); length > 0; length = (0,external_node_fs_.readSync)(file, buffer)) {
            hash.update(buffer.subarray(0, length));
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    return hash.digest('hex');
}
function sameFile(left, right) {
    return left.size === right.size && left.mtimeNs === right.mtimeNs && left.ino === right.ino;
}
function copy_sameBytes(left, right) {
    const files = [left, right].map((path) => ({
        descriptor: (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY),
        buffer: Buffer.allocUnsafe(copy_CHUNK),
    }));
    try {
        for (;;) {
            const [one, other] = files.map(({ descriptor, buffer }) => buffer.subarray(0, readWhole(descriptor, buffer)));
            if (one === undefined || other === undefined || !one.equals(other))
                return false;
            if (one.length === 0)
                return true;
        }
    }
    finally {
        for (const { descriptor } of files)
            (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Fills the buffer as far as the file reaches. */
function readWhole(descriptor, buffer) {
    let length = 0;
    for (let got = 1; got > 0 && length < buffer.length; length += got) {
        got = (0,external_node_fs_.readSync)(descriptor, buffer, length, buffer.length - length, null);
    }
    return length;
}
function stream(from, to) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(copy_CHUNK);
    const source = (0,external_node_fs_.openSync)(from, external_node_fs_.constants.O_RDONLY);
    // No other user may read a private copy, and there must be no such file yet.
    const target = (0,external_node_fs_.openSync)(to, 'wx', 0o600);
    let bytes = 0;
    try {
        for (let length = (0,external_node_fs_.readSync)(source, buffer); length > 0; length = (0,external_node_fs_.readSync)(source, buffer)) {
            const chunk = buffer.subarray(0, length);
            hash.update(chunk);
            writeAll(target, chunk);
            bytes += length;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(source);
        (0,external_node_fs_.closeSync)(target);
    }
    return { bytes, sha256: hash.digest('hex') };
}
function writeAll(target, chunk) {
    for (let written = 0; written < chunk.length;)
        written += (0,external_node_fs_.writeSync)(target, chunk, written);
}

;// CONCATENATED MODULE: ./lib/plan/code-tools.js
/** Tools that are known by their history table, and rehearsed with `command`. */
const codeTools = [
    { name: 'Rails', history: shape('schema_migrations', 'version'), beside: 'ar_internal_metadata' },
    { name: 'Drizzle 1.0', history: shape('__drizzle_migrations', 'id hash created_at name applied_at') },
    { name: 'Django', history: shape('django_migrations', 'id app name applied') },
    { name: 'Alembic', history: shape('alembic_version', 'version_num') },
    {
        name: 'Knex',
        history: shape('knex_migrations', 'id name batch migration_time'),
        own: ['knex_migrations_lock'],
    },
    {
        name: 'TypeORM',
        history: { ...shape('migrations', 'id timestamp name'), common: true },
        own: ['typeorm_metadata'],
    },
    { name: 'Laravel', history: { ...shape('migrations', 'id migration batch'), common: true } },
    { name: 'Sequelize', history: { ...shape('SequelizeMeta', 'name'), common: true } },
    {
        name: 'EF Core',
        history: shape('__EFMigrationsHistory', 'migrationid productversion'),
        own: ['__EFMigrationsLock'],
    },
    {
        name: 'Kysely',
        history: { ...shape('kysely_migration', 'name timestamp'), common: true },
        own: ['kysely_migration_lock'],
    },
    {
        name: 'yoyo',
        history: shape('_yoyo_migration', 'migration_hash migration_id applied_at_utc'),
        own: ['_yoyo_log', '_yoyo_version', 'yoyo_lock'],
    },
    { name: 'refinery', history: shape('refinery_schema_history', 'version name applied_on checksum') },
    {
        name: 'Atlas',
        history: shape('atlas_schema_revisions', 'version description type applied total executed_at execution_time error error_stmt hash partial_hashes operator_version'),
    },
    {
        name: 'Flyway',
        history: shape('flyway_schema_history', 'installed_rank version description type script checksum installed_by installed_on execution_time success'),
    },
    {
        name: 'Liquibase',
        history: shape('DATABASECHANGELOG', 'id author filename dateexecuted orderexecuted exectype md5sum description comments tag liquibase contexts labels deployment_id'),
        own: ['DATABASECHANGELOGLOCK'],
    },
    { name: 'mautrix', history: { ...shape('version', 'version compat'), common: true } },
    { name: 'morph', history: { ...shape('schema_migrations', 'version name'), common: true } },
];
function shape(table, columns) {
    return { table, columns: columns.split(' ') };
}

;// CONCATENATED MODULE: ./lib/statements/leading-words.js

/** Before a name with parentheses that is no function: `CREATE TABLE log(…)`, `INSERT INTO log(…)`, `schema.log(…)`. */
const BEFORE_TABLE = new Set(['TABLE', 'EXISTS', 'INTO', 'REFERENCES', 'WITH', 'RECURSIVE', 'VIEW', '.']);
/**
 * The meaningful tokens of a statement as words: upper case, and something that is no word for what is quoted. Whatever
 * is asked, the words are gone through once.
 */
class Words {
    text;
    /** A number with `_` between its digits. */
    hasGroupedNumber;
    #known;
    #outer;
    #calls;
    constructor(text) {
        this.text = text;
        this.#known = new Set(text);
        this.hasGroupedNumber = text.some((word) => word.includes('_') && /^\.?\d/.test(word));
    }
    starts(word) {
        return this.text[0] === word;
    }
    /** These words stand somewhere, one after the other. */
    has(...words) {
        // Most of what is asked for stands in no statement at all.
        if (!words.every((word) => this.#known.has(word)))
            return false;
        if (words.length === 1)
            return true;
        return this.text.some((_, at) => words.every((word, ahead) => this.text[at + ahead] === word));
    }
    /** The words that stand in no parentheses, with the parentheses. */
    outer() {
        if (this.#outer !== undefined)
            return this.#outer;
        let depth = 0;
        this.#outer = this.text.filter((word) => {
            if (word === ')')
                depth -= 1;
            const isOuter = depth === 0;
            if (word === '(')
                depth += 1;
            return isOuter;
        });
        return this.#outer;
    }
    calls() {
        this.#calls ??= this.#known.has('(') ? this.#readCalls() : [];
        return this.#calls;
    }
    #readCalls() {
        const calls = [];
        const open = [];
        for (let at = 0; at < this.text.length; at += 1) {
            const word = this.text[at];
            const inner = open.at(-1);
            if (word === ')') {
                const closed = open.pop();
                if (closed !== undefined)
                    calls.push(...this.#callOf(closed, at));
                continue;
            }
            if (inner !== undefined) {
                inner.isEmpty = false;
                if (word === ',')
                    inner.commas += 1;
                if (word === 'ORDER' && this.text[at + 1] === 'BY')
                    inner.isOrdered = true;
            }
            if (word === '(')
                open.push({ at, isEmpty: true, commas: 0, isOrdered: false });
        }
        return [...calls, ...open.flatMap((opened) => this.#callOf(opened, this.text.length))];
    }
    #callOf({ at, isEmpty, commas, isOrdered }, close) {
        const name = this.text[at - 1] ?? '';
        if (!/^[A-Z]/.test(name) || this.#namesTable(at - 1, close))
            return [];
        return [{ name, arguments: isEmpty ? 0 : commas + 1, isOrdered }];
    }
    #namesTable(at, close) {
        if (BEFORE_TABLE.has(this.text[at - 1] ?? ''))
            return true;
        // CREATE INDEX i ON log(…), and the columns of a common table expression.
        const indexed = this.starts('CREATE') && this.text.slice(1, 3).includes('INDEX');
        if (indexed && this.text[at - 1] === 'ON')
            return true;
        const next = this.text[close + 2];
        return this.text[close + 1] === 'AS' && (next === '(' || next === 'NOT' || next === 'MATERIALIZED');
    }
}
/** `tokens`: where they are known, those of one statement in a longer text. */
function wordsOf(sql, tokens = meaningfulTokens(sql)) {
    return new Words(tokens.map(({ kind, start, end }) => kind === 'quoted' || kind === 'string' || kind === 'unterminated'
        ? '"'
        : sql.slice(start, end).toUpperCase()));
}
/** The statements of a trigger's body, with its head in front; any other statement is the only one. */
function bodies(words) {
    const isTrigger = words.starts('CREATE') && words.text.slice(1, 3).includes('TRIGGER');
    const begin = isTrigger ? words.text.indexOf('BEGIN') : -1;
    if (begin === -1)
        return [words];
    const parts = [words.text.slice(0, begin), []];
    for (const word of words.text.slice(begin + 1)) {
        if (word === ';')
            parts.push([]);
        else
            parts.at(-1)?.push(word);
    }
    return parts.map((part) => new Words(part));
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__("node:path/posix");
;// CONCATENATED MODULE: ./lib/plan/layout-kit/file-names.js

/** The file's own name, without its folders. */
function file_names_nameOf({ path }) {
    return (0,posix_.basename)(path);
}
/** The digits that a name begins with. A bigint: version numbers may be timestamps beyond 2^53. */
function leadingNumber(name) {
    const digits = /^\d+/.exec(name)?.[0];
    return digits === undefined ? undefined : BigInt(digits);
}
/** What a runner may write down of a file that it applied: path, name with or without .sql, or number. */
function namesInHistory(file) {
    const name = file_names_nameOf(file);
    const digits = /^\d+/.exec(name)?.[0];
    const numbers = digits === undefined ? [] : [digits, BigInt(digits).toString()];
    return [file.path, name, name.replace(/\.sql$/i, ''), ...numbers];
}
/** For sorting by a number, a text, or one after the other. */
function compareKeys(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
/** The files that lie in the folder itself, for tools that look into no folder below it; and all others. */
function directFiles({ files }) {
    const isDirect = ({ path }) => !path.includes('/');
    return { direct: files.filter(isDirect), below: files.filter((file) => !isDirect(file)) };
}
/** The down migrations of others: `x.down.sql` beside `x.up.sql` or `x.sql`, `down.sql` beside `up.sql`. */
function downMigrations({ files }) {
    const paths = new Set(files.map(({ path }) => path.toLowerCase()));
    const isDown = ({ path }) => {
        const ways = [path.replace(/(^|[./])down\.sql$/i, '$1up.sql'), path.replace(/\.down\.sql$/i, '.sql')];
        return ways.some((way) => way !== path && paths.has(way.toLowerCase()));
    };
    return new Set(files.filter(isDown));
}
/** The path in the folder of a file that is named relative to the workspace, and was not read. */
function pathIn({ files, companions }, file) {
    const known = files[0] ?? companions[0];
    const root = known === undefined ? '' : known.file.slice(0, known.file.length - known.path.length);
    return file.startsWith(root) ? file.slice(root.length) : file;
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/late.js
/**
 * For tools that run a file which is older than what is applied, and say nothing of it: a notice on each. `newest`: the
 * last that is applied, by its id.
 */
function runsLate(tool, late, newest) {
    return late.map(({ id, file }) => ({
        kind: 'out-of-order',
        sentence: `${tool} runs ${id} now, though ${newest}, which comes after it, is applied already`,
        refuses: false,
        file,
    }));
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/layout.js
/** A reading without anything; `bookkeeping` of no table. */
const NOTHING = {
    applied: 0,
    pending: [],
    problems: [],
    ignored: [],
    setup: [],
    bookkeeping: { tables: [], userVersion: false },
};

;// CONCATENATED MODULE: ./lib/statements/features.js

const ALTERATIONS = {
    'rename-column': { feature: 'RENAME COLUMN', since: '3.25' },
    'drop-column': { feature: 'DROP COLUMN', since: '3.35' },
    alter: { feature: 'ALTER TABLE for a constraint', since: '3.53' },
};
const FUNCTIONS = [
    { since: '3.32', names: ['iif'] },
    {
        since: '3.35',
        names: [
            ...['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'ceil', 'ceiling', 'cos', 'cosh'],
            ...['degrees', 'exp', 'floor', 'ln', 'log', 'log10', 'log2', 'mod', 'pi', 'pow', 'power', 'radians'],
            ...['sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc'],
        ],
    },
    { since: '3.41', names: ['unhex'] },
    { since: '3.43', names: ['octet_length', 'timediff'] },
    { since: '3.44', names: ['concat', 'concat_ws', 'string_agg'] },
    {
        since: '3.45',
        names: [
            ...['jsonb', 'jsonb_array', 'jsonb_extract', 'jsonb_group_array', 'jsonb_group_object'],
            ...['jsonb_insert', 'jsonb_object', 'jsonb_patch', 'jsonb_remove', 'jsonb_replace', 'jsonb_set'],
        ],
    },
    { since: '3.46', names: ['json_pretty'] },
    { since: '3.48', names: ['if'] },
    { since: '3.50', names: ['unistr', 'unistr_quote'] },
    { since: '3.51', names: ['jsonb_each', 'jsonb_tree'] },
    { since: '3.53', names: ['json_array_insert', 'jsonb_array_insert'] },
];
const AGGREGATES = new Set([
    ...['AVG', 'COUNT', 'GROUP_CONCAT', 'JSON_GROUP_ARRAY', 'JSON_GROUP_OBJECT', 'JSONB_GROUP_ARRAY'],
    ...['JSONB_GROUP_OBJECT', 'MAX', 'MIN', 'STRING_AGG', 'SUM', 'TOTAL'],
]);
const VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'SELECT']);
/** The releases are those of sqlite.org/changes.html, for syntax also of sqlite.org/lang.html. */
const FEATURES = [
    {
        feature: 'ON CONFLICT … DO (upsert)',
        since: '3.24',
        isIn: (words) => words.has('ON', 'CONFLICT', 'DO') || words.has('ON', 'CONFLICT', '('),
    },
    {
        feature: 'window functions',
        since: '3.25',
        isIn: (words) => words.has(')', 'OVER'),
    },
    {
        feature: 'NULLS FIRST and NULLS LAST',
        since: '3.30',
        isIn: (words) => words.has('NULLS', 'FIRST') || words.has('NULLS', 'LAST'),
    },
    { feature: 'FILTER', since: '3.30', isIn: (words) => words.has(')', 'FILTER', '(', 'WHERE') },
    { feature: 'generated columns', since: '3.31', isIn: hasGeneratedColumn },
    { feature: 'UPDATE … FROM', since: '3.33', isIn: isUpdateFrom },
    // A name cannot be spelt so without quotes.
    { feature: 'RETURNING', since: '3.35', isIn: (words) => words.has('RETURNING') },
    {
        feature: 'MATERIALIZED',
        since: '3.35',
        isIn: (words) => words.has('AS', 'MATERIALIZED', '(') || words.has('AS', 'NOT', 'MATERIALIZED', '('),
    },
    {
        feature: 'STRICT',
        since: '3.37',
        isIn: (words) => isTableDefinition(words) &&
            words.has('STRICT') &&
            words.outer().includes('STRICT', words.outer().indexOf(')') + 1),
    },
    { feature: '-> and ->>', since: '3.38', isIn: (words) => words.has('->') || words.has('->>') },
    {
        feature: 'RIGHT JOIN and FULL JOIN',
        since: '3.39',
        isIn: (words) => ['RIGHT', 'FULL'].some((side) => words.has(side, 'JOIN') || words.has(side, 'OUTER', 'JOIN')),
    },
    {
        feature: 'IS DISTINCT FROM',
        since: '3.39',
        isIn: (words) => words.has('IS', 'DISTINCT', 'FROM') || words.has('IS', 'NOT', 'DISTINCT', 'FROM'),
    },
    {
        feature: 'ORDER BY in an aggregate function',
        since: '3.44',
        isIn: (words) => words.calls().some(({ name, isOrdered }) => isOrdered && AGGREGATES.has(name)),
    },
    { feature: 'numbers with _', since: '3.46', isIn: (words) => words.hasGroupedNumber },
    {
        feature: 'iif() with two arguments',
        since: '3.48',
        isIn: (words) => words.calls().some((call) => call.name === 'IIF' && call.arguments === 2),
    },
];
/** By their names in upper case, each with its place in the order. */
const NEWER_FUNCTIONS = new Map(FUNCTIONS.flatMap(({ since, names }) => names.map((name) => ({ name, since }))).map(({ name, since }, order) => [name.toUpperCase(), { feature: `${name}()`, since, order }]));
/**
 * What a statement needs of SQLite beyond release 3.23, from its text alone; `names` is what it names. A function of the
 * application's own with the name of a newer built-in one looks the same. `tokens`: those of one statement in a longer text.
 */
function needsOf(sql, names, tokens) {
    const alterations = names.flatMap(({ verb }) => ALTERATIONS[verb] ?? []);
    const parts = bodies(wordsOf(sql, tokens));
    const found = FEATURES.filter(({ isIn }) => parts.some((words) => isIn(words)));
    const syntax = found.map(({ feature, since }) => ({ feature, since }));
    return [...alterations, ...syntax, ...functionsIn(parts)];
}
function functionsIn(parts) {
    const newer = new Set();
    for (const words of parts) {
        for (const { name } of words.calls()) {
            const requirement = NEWER_FUNCTIONS.get(name);
            if (requirement !== undefined)
                newer.add(requirement);
        }
    }
    if (newer.size === 0)
        return [];
    const ordered = [...newer].toSorted((a, b) => a.order - b.order);
    return ordered.map(({ feature, since }) => ({ feature, since }));
}
function isTableDefinition(words) {
    return words.starts('CREATE') && words.text.slice(1, 3).includes('TABLE') && !words.has('SELECT');
}
function hasGeneratedColumn(words) {
    const defines = isTableDefinition(words) || words.starts('ALTER');
    return defines && words.has('AS', '(');
}
function isUpdateFrom(words) {
    if (!words.has('UPDATE') || !words.has('FROM'))
        return false;
    const outer = words.outer();
    // Behind common table expressions, which stand in parentheses.
    const verb = outer.findIndex((word) => VERBS.has(word));
    const set = outer.indexOf('SET', verb);
    if (outer[verb] !== 'UPDATE' || set === -1)
        return false;
    return outer.some((word, at) => word === 'FROM' && at > set && outer[at - 1] !== 'DISTINCT');
}

;// CONCATENATED MODULE: ./lib/statements/copies.js
/*
 * Which columns a statement fills straight from which others. Only what can be read without a parser: all the rest is
 * no copy, and whoever asks has to do without.
 */
const CONSTRAINTS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);
/** Behind the name in CREATE TABLE: its columns, and what `AS SELECT` fills them from. */
function createdColumns(reader) {
    if (reader.accept('(')) {
        const firsts = reader.items(')').map(([first]) => first);
        const columns = firsts.filter((first) => !CONSTRAINTS.has(reader.text(first).toUpperCase()));
        return { columns: columns.map((column) => reader.nameOf(column) ?? '') };
    }
    const selection = reader.accept('AS') ? selected(reader) : undefined;
    if (selection?.copies.from === undefined)
        return {};
    return { columns: selection.names, copies: selection.copies };
}
/** Behind the table's name in INSERT. */
function insertedCopies(reader) {
    let into;
    if (reader.accept('(')) {
        into = reader.items(')').map(([name]) => reader.nameOf(name) ?? '');
        reader.next();
    }
    const copies = selected(reader)?.copies;
    return copies === undefined ? {} : { copies: { ...copies, ...(into && { into }) } };
}
/** Behind the table's name in UPDATE: `SET a = b`. */
function updatedCopies(reader, table) {
    if (!reader.accept('SET'))
        return {};
    const copies = reader.items('FROM', 'WHERE', 'RETURNING').flatMap(([into, equals, ...value]) => {
        const from = reader.text(equals) === '=' ? plainColumn(reader, value, [table]) : undefined;
        return from === undefined ? [] : [{ into: reader.nameOf(into) ?? '', from }];
    });
    if (copies.length === 0)
        return {};
    return { copies: { table, into: copies.map(({ into }) => into), from: copies.map(({ from }) => from) } };
}
/** `names` are those that CREATE TABLE … AS gives to the columns; '' where they cannot be read. */
function selected(reader) {
    if (!reader.accept('SELECT'))
        return undefined;
    reader.accept('DISTINCT', 'ALL');
    const items = reader.items('FROM');
    reader.next();
    const table = reader.name();
    if (table === undefined)
        return undefined;
    if (items.length === 1 && reader.text(items[0]?.at(-1)) === '*')
        return { copies: { table }, names: [] };
    reader.accept('AS');
    // A word such as WHERE is no alias, but it qualifies no column either.
    const owners = [table, reader.name() ?? table];
    const from = items.map((item) => {
        const end = item.findLastIndex((token) => reader.text(token).toUpperCase() === 'AS');
        return plainColumn(reader, end === -1 ? item : item.slice(0, end), owners) ?? null;
    });
    return { copies: { table, from }, names: items.map((item) => reader.nameOf(item.at(-1)) ?? '') };
}
/** `column` or `owner.column`, and nothing else. */
function plainColumn(reader, item, owners) {
    const [first, dot, second] = item;
    if (item.length === 1)
        return reader.nameOf(first);
    const isOwned = owners.some((owner) => owner.toLowerCase() === reader.nameOf(first)?.toLowerCase());
    return item.length === 3 && isOwned && reader.text(dot) === '.' ? reader.nameOf(second) : undefined;
}

;// CONCATENATED MODULE: ./lib/statements/reader.js

/** A cursor over the meaningful tokens of one statement. */
class Reader {
    #sql;
    #tokens;
    #at = 0;
    /** `tokens`: where they are known, those of one statement in a longer text. */
    constructor(sql, tokens = meaningfulTokens(sql)) {
        this.#sql = sql;
        this.#tokens = tokens;
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
    /** What stands here, split at the commas that no parentheses enclose, up to one of `ends` or the statement's end. */
    items(...ends) {
        const items = [[]];
        for (let depth = 0; this.#at < this.#tokens.length; this.next()) {
            const word = this.keyword();
            if (depth === 0 && (ends.includes(word) || word === ';'))
                break;
            if (word === '(')
                depth += 1;
            if (word === ')')
                depth -= 1;
            if (depth === 0 && word === ',')
                items.push([]);
            else
                items.at(-1)?.push(this.#tokens[this.#at]);
        }
        return items;
    }
    /** The name that a token spells; `undefined` for what is no name, a text in single quotes included. */
    nameOf(token) {
        const isName = token?.kind === 'word' || token?.kind === 'quoted';
        return isName ? nameOf(this.#sql, token) : undefined;
    }
    text(token) {
        return token === undefined ? '' : this.#sql.slice(token.start, token.end);
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
        const left = this.#tokens.length - this.#at;
        let ahead = 0;
        while (ahead < left && this.keyword(ahead) !== first)
            ahead += 1;
        for (ahead += 1; ahead < left; ahead += 1) {
            if (then.every((word, offset) => this.keyword(ahead + offset) === word))
                return true;
        }
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/statements/targets.js

/**
 * What a statement names as its target, from its text alone (grammar: sqlite.org/lang.html).
 * Temporary objects and everything that is no DDL or DML give nothing. `tokens`: those of one statement in a longer text.
 */
function namesOf(sql, tokens) {
    const reader = new Reader(sql, tokens);
    switch (reader.keyword()) {
        case 'CREATE':
            return created(reader);
        case 'DROP':
            return dropped(reader);
        case 'ALTER':
            return altered(reader);
        case 'WITH':
            return reader.skipToVerb() ? targets_written(reader) : [];
        default:
            return targets_written(reader);
    }
}
const targets_KINDS = new Set(['TABLE', 'INDEX', 'TRIGGER', 'VIEW']);
function created(reader) {
    reader.next();
    if (reader.accept('TEMP', 'TEMPORARY'))
        return [];
    reader.accept('UNIQUE', 'VIRTUAL');
    const kind = objectKind(reader);
    reader.acceptAll('IF', 'NOT', 'EXISTS');
    if (kind === undefined)
        return [];
    return targets_named(reader.name(), (name) => ({
        verb: 'create',
        kind,
        name,
        ...(kind === 'table' && createdColumns(reader)),
    }));
}
function dropped(reader) {
    reader.next();
    const kind = objectKind(reader);
    reader.acceptAll('IF', 'EXISTS');
    return kind === undefined ? [] : targets_named(reader.name(), (name) => ({ verb: 'drop', kind, name }));
}
function altered(reader) {
    reader.next();
    if (!reader.accept('TABLE'))
        return [];
    const table = reader.name();
    if (table === undefined)
        return [];
    if (reader.accept('RENAME'))
        return targets_renamed(reader, table);
    if (reader.keyword() === 'ADD' || reader.keyword() === 'DROP') {
        const verb = reader.keyword() === 'ADD' ? 'add-column' : 'drop-column';
        reader.next();
        // ADD CONSTRAINT and DROP CONSTRAINT exist since SQLite 3.53: no column is named there.
        if (!reader.accept('COLUMN') && (reader.keyword() === 'CONSTRAINT' || reader.keyword() === 'CHECK')) {
            return [{ verb: 'alter', name: table }];
        }
        return targets_named(reader.name(), (name) => ({ verb, table, name }));
    }
    return [{ verb: 'alter', name: table }];
}
function targets_renamed(reader, table) {
    if (reader.accept('TO'))
        return targets_named(reader.name(), (to) => ({ verb: 'rename-table', name: table, to }));
    reader.accept('COLUMN');
    const name = reader.name();
    if (name === undefined || !reader.accept('TO'))
        return [];
    return targets_named(reader.name(), (to) => ({ verb: 'rename-column', table, name, to }));
}
function targets_written(reader) {
    switch (reader.keyword()) {
        case 'REPLACE':
            reader.acceptAll('REPLACE', 'INTO');
            return targets_named(reader.name(), (name) => ({ verb: 'upsert', name, ...insertedCopies(reader) }));
        case 'INSERT': {
            reader.next();
            const replaces = reader.conflictClause() === 'REPLACE';
            reader.accept('INTO');
            const table = reader.name();
            const upserts = replaces || reader.contains('CONFLICT', 'DO', 'UPDATE');
            return targets_named(table, (name) => ({
                verb: upserts ? 'upsert' : 'insert',
                name,
                ...insertedCopies(reader),
            }));
        }
        case 'UPDATE':
            reader.next();
            reader.conflictClause();
            return targets_named(reader.name(), (name) => ({ verb: 'update', name, ...updatedCopies(reader, name) }));
        case 'DELETE':
            reader.acceptAll('DELETE', 'FROM');
            return targets_named(reader.name(), (name) => ({ verb: 'delete', name }));
        default:
            return [];
    }
}
function objectKind(reader) {
    const word = reader.keyword();
    if (!targets_KINDS.has(word))
        return undefined;
    reader.next();
    return word.toLowerCase();
}
function targets_named(name, make) {
    return name === undefined ? [] : [make(name)];
}

;// CONCATENATED MODULE: ./lib/plan/statement-steps.js

const TITLE_LENGTH = 80;
/** Of a text for a title. */
const MOST_READ = 1000;
/**
 * The statements of one migration file, or of a part of it, as steps of a plan; `file` is relative to the workspace,
 * `firstLine` is where the part begins in it.
 */
function statementSteps(file, sql, firstLine = 1) {
    let phase;
    const steps = [];
    for (const statement of statementsOf(sql)) {
        phase = phaseOf(statement) ?? phase;
        const names = namesOf(sql, statement.tokens);
        const needs = needsOf(sql, names, statement.tokens);
        steps.push({
            do: 'exec',
            sql: statement.sql,
            file,
            line: statement.line + firstLine - 1,
            title: titleOf(statement),
            ...(phase !== undefined && { phase }),
            names,
            ...(needs.length > 0 && { needs }),
        });
    }
    return steps;
}
/** `-- phase: name` groups the statements from here on; in a block comment it is a line of its own. */
function phaseOf({ comments }) {
    const lines = comments.flatMap(({ text }) => statement_steps_linesOf(text));
    return lines.map((line) => /^phase:\s*(\S.*)$/i.exec(line)?.[1]).findLast(Boolean);
}
/** The author's own words right above the statement, else the statement's first words. */
function titleOf({ sql, comments }) {
    const prose = comments.findLast(({ text, adjacent }) => adjacent && proseOf(text) !== '');
    const text = prose === undefined ? sql : proseOf(prose.text);
    // A statement may be as long as a dump: what a title can hold stands at its beginning.
    const words = text.slice(0, MOST_READ).replace(/\s+/g, ' ').replace(/;$/, '');
    const isWhole = words.length <= TITLE_LENGTH && text.length <= MOST_READ;
    return isWhole ? words : `${cutAt(words, TITLE_LENGTH - 1)}…`;
}
/** A comment without what it says to us; empty where that leaves no word. */
function proseOf(text) {
    const own = statement_steps_linesOf(text).filter((line) => !/^(phase|preflight):/i.test(line));
    return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}
function statement_steps_linesOf(text) {
    return text.split('\n').map((line) => line.replace(/^[\s*]+/, '').trimEnd());
}
function cutAt(text, length) {
    // A surrogate pair is not cut in half.
    return text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();
}

;// CONCATENATED MODULE: ./lib/plan/layouts/d1.js

const TABLE = 'd1_migrations';
/**
 * cloudflare/workers-sdk: packages/wrangler/src/d1/migrations/{apply,helpers}.ts, packages/workers-utils/src/
 * {d1-migrations,d1-splitter,d1-trimmer}.ts. A file and its row are one batch, which D1 runs in one transaction.
 */
const d1 = {
    name: 'd1',
    tool: 'D1',
    description: '`NUMBER_name.sql` of Wrangler; the history is in `d1_migrations`.',
    // Its engine takes text in double quotes, which was measured; nothing turns its foreign keys off.
    profile: { transaction: 'file', foreignKeys: true, defensive: true },
    command: 'npx wrangler d1 migrations apply NAME --remote',
    history: { table: TABLE, columns: ['id', 'name', 'applied_at'], common: true },
    // Its files are those of anybody: only the table speaks of D1.
    claims: () => false,
    read(folder, { table, options }) {
        const name = table?.table ?? options.table ?? TABLE;
        const applied = new Set((table?.rows ?? []).map((row) => String(row.name)));
        const migrations = migrationsOf(folder, applied);
        const pending = migrations.filter(({ path }) => !applied.has(path));
        const known = new Set(migrations.map(({ file }) => file));
        return {
            ...NOTHING,
            applied: migrations.length - pending.length,
            pending: pending.map((source) => migration(source, quoteName(name))),
            problems: late(migrations, applied),
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [makeTable(quoteName(name))] : [],
            bookkeeping: { tables: [name], userVersion: false },
            idle: 'wrangler: No migrations to apply!',
        };
    },
};
function makeTable(table) {
    return `CREATE TABLE IF NOT EXISTS ${table}(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`;
}
/** `*.sql`; or where `migrations_pattern` is set to folders, as the names in the table show or as there is nothing else. */
function migrationsOf({ files }, applied) {
    const top = files.filter(({ path }) => /^[^/.][^/]*\.sql$/.test(path));
    const nested = files.filter(({ path }) => /^[^/.][^/]*\/migration\.sql$/.test(path));
    const inFolders = top.length === 0 || [...applied].some((name) => name.includes('/'));
    const found = inFolders ? [...top, ...nested] : top;
    return found.toSorted((a, b) => comparePaths(a.path.split('/'), b.path.split('/')));
}
/** Each part of the path by the number in front of it, parts without one last; then as texts. */
function comparePaths([left, ...lefts], [right, ...rights]) {
    if (left === undefined || right === undefined)
        return left === right ? 0 : left === undefined ? -1 : 1;
    return (compareKeys(numberOf(left), numberOf(right)) || compareKeys(left, right) || comparePaths(lefts, rights));
}
function numberOf(part) {
    const number = Number.parseInt(part.split('_')[0] ?? '', 10);
    return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}
function late(migrations, applied) {
    const newest = migrations.findLast(({ path }) => applied.has(path));
    if (newest === undefined)
        return [];
    const older = migrations.slice(0, migrations.indexOf(newest)).filter(({ path }) => !applied.has(path));
    return runsLate('wrangler', older.map(({ path, file }) => ({ id: path, file })), newest.path);
}
/**
 * wrangler writes its INSERT behind the file and then splits all of it: a last statement without a semicolon swallows it.
 */
function migration({ path, file, sql }, table) {
    const record = `INSERT INTO ${table} (name)\nvalues (${quoteText(path)});`;
    const trimmed = withoutTransaction(sql);
    if (trimmed === undefined)
        return { id: path, file, steps: [refusal(SEVERAL_TRANSACTIONS, file, 1)] };
    const steps = statementSteps(file, `${trimmed}\n${record}`);
    const isApart = steps.at(-1)?.sql === record;
    return {
        id: path,
        file,
        steps: (isApart ? steps.slice(0, -1) : steps).map(asAllowed),
        ...(isApart && { records: { within: [record] } }),
    };
}
const SEVERAL_TRANSACTIONS = 'Wrangler could not process the provided SQL file, as it contains several transactions. D1 runs your SQL in a transaction for you.';
/** One pair is taken out, in these letters and wherever it stands; `undefined` where there is more. */
function withoutTransaction(sql) {
    const begin = 'BEGIN TRANSACTION';
    if (!sql.includes(begin))
        return sql;
    const trimmed = sql.replace(`${begin};`, '').replace('COMMIT;', '');
    return trimmed.includes(begin) ? undefined : trimmed;
}
/** What D1 forbids in a migration, as its local engine says. */
function asAllowed(step) {
    const { text } = wordsOf(step.sql, leadingTokens(step.sql, 5));
    const [verb = '', next = '', ...rest] = text;
    if (d1_TRANSACTION_VERBS.has(verb))
        return refusal(NO_TRANSACTION, step.file, step.line);
    const pragma = rest[0] === '.' ? (rest[1] ?? '') : next;
    const isForbidden = verb === 'ATTACH' ||
        verb === 'DETACH' ||
        (verb === 'PRAGMA' && !PRAGMAS.has(pragma)) ||
        (verb === 'CREATE' && /^TEMP(ORARY)?$/.test(next));
    return isForbidden ? refusal(`not authorized: SQLITE_AUTH (${step.title})`, step.file, step.line) : step;
}
const d1_TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
const NO_TRANSACTION = 'To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements';
/** Measured: every other pragma of SQLite is "not authorized". */
const PRAGMAS = new Set('CASE_SENSITIVE_LIKE DATA_VERSION DEFER_FOREIGN_KEYS FOREIGN_KEYS FOREIGN_KEY_CHECK FOREIGN_KEY_LIST IGNORE_CHECK_CONSTRAINTS INDEX_INFO INDEX_LIST INDEX_XINFO LEGACY_ALTER_TABLE OPTIMIZE PAGE_SIZE QUICK_CHECK RECURSIVE_TRIGGERS REVERSE_UNORDERED_SELECTS TABLE_INFO TABLE_LIST TABLE_XINFO'.split(' '));
function refusal(sentence, file, line) {
    return {
        do: 'refuse',
        problem: { kind: 'invalid', sentence: `D1: ${sentence}`, refuses: true, file, line },
    };
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/line-ends.js
/** The file's whole text, its byte order mark included: most tools take one for a part of it. */
function textOf({ sql, bom }) {
    return bom ? `\uFEFF${sql}` : sql;
}
/** Its lines as Go's scanner gives them: without the carriage return that ends one. */
function line_ends_linesOf(source) {
    return textOf(source)
        .split('\n')
        .map((line) => line.replace(/\r$/, ''));
}

;// CONCATENATED MODULE: ./lib/plan/layouts/dbmate.js

const dbmate_TABLE = 'schema_migrations';
/** Go's `^`, `$` and `\s`: a carriage return ends no line, and what stands behind a byte order mark begins none. */
const UP = /(?<=^|\n)--[\t\n\f\r ]*migrate:up([\t\n\f\r ]*(?=\n|$)|[\t\n\f\r ]+[^\t\n\f\r ]+)/g;
const DOWN = /(?<=^|\n)--[\t\n\f\r ]*migrate:down([\t\n\f\r ]*(?=\n|$)|[\t\n\f\r ]+[^\t\n\f\r ]+)/g;
const NO_UP = "dbmate requires each migration to define an up block with '-- migrate:up'";
const NO_DOWN = "dbmate requires each migration to define a down block with '-- migrate:down'";
const TOO_EARLY = "dbmate does not support statements preceding the '-- migrate:up' block";
/**
 * amacneil/dbmate: pkg/dbmate/{migration,db}.go, pkg/driver/sqlite/sqlite.go. An up block runs in one transaction with its
 * row, unless its own line says `transaction:false`. A file is parsed only when its turn comes.
 */
const dbmate = {
    name: 'dbmate',
    tool: 'dbmate',
    description: '`NUMBER_name.sql` with `-- migrate:up` and `down`; the history is in `schema_migrations`.',
    profile: { transaction: 'file', foreignKeys: false },
    driverDecides: true,
    command: 'dbmate --url sqlite:DATABASE --migrations-dir DIRECTORY migrate',
    history: { table: dbmate_TABLE, columns: ['version'], common: true, vague: true },
    claims: ({ files }) => files.some((file) => textOf(file).search(UP) !== -1),
    read(folder, { table, options }) {
        const { versioned, ignored } = byName(folder);
        const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
        const pending = versioned.filter(({ version }) => !applied.has(version));
        const name = table?.table ?? options.table ?? dbmate_TABLE;
        const newest = versioned.findLast(({ version }) => applied.has(version));
        return {
            applied: versioned.length - pending.length,
            pending: pending.flatMap((one) => migrations(one, quoteName(name))),
            problems: dbmate_late(pending, newest),
            ignored,
            setup: table === undefined ? [`CREATE TABLE ${quoteName(name)} (version varchar(128) primary key)`] : [],
            bookkeeping: { tables: [name], userVersion: false },
        };
    },
};
function byName(folder) {
    const { direct, below } = directFiles(folder);
    const versioned = [];
    const ignored = below.map(({ file }) => file);
    for (const source of direct) {
        const version = /^(\d+).*\.sql$/.exec(file_names_nameOf(source))?.[1];
        if (version === undefined)
            ignored.push(source.file);
        else
            versioned.push({ version, source });
    }
    return {
        versioned: versioned.toSorted((a, b) => compareKeys(file_names_nameOf(a.source), file_names_nameOf(b.source))),
        ignored,
    };
}
/** Mostly one. Each further section of a file is run by itself, with a row of the same version. */
function migrations({ version, source }, table) {
    const { file } = source;
    const insert = `INSERT INTO ${table} (version) VALUES (${quoteText(version)})`;
    const remove = `DELETE FROM ${table} WHERE version = ${quoteText(version)}`;
    const sections = sectionsOf(textOf(source));
    if (typeof sections === 'string') {
        const problem = { kind: 'invalid', sentence: sections, refuses: true, file };
        return [{ id: version, file, steps: [{ do: 'refuse', problem }] }];
    }
    return sections.map(({ up, down }) => ({
        id: version,
        file,
        ...run(file, up, insert),
        down: run(file, down, remove),
    }));
}
function run(file, { sql, line, optsOut }, record) {
    return {
        steps: statementSteps(file, sql, line),
        records: { within: [record] },
        ...(optsOut && { optsOut: true }),
    };
}
/** Or why the tool cannot read the file. */
function sectionsOf(text) {
    const starts = [...text.matchAll(UP)].map(({ index }) => index);
    const lineAt = lineCounter(text);
    const [first] = starts;
    if (first === undefined)
        return NO_UP;
    const before = text.slice(0, first).split('\n');
    if (before.some((line) => !/^[\t\n\f\r ]*(--|$)/.test(line)))
        return TOO_EARLY;
    const sections = [];
    for (const [at, start] of starts.entries()) {
        const end = starts[at + 1] ?? text.length;
        const downs = [...text.slice(start, end).matchAll(DOWN)].map(({ index }) => start + index);
        if (downs.length > 1)
            return NO_UP;
        const [down] = downs;
        if (down === undefined)
            return NO_DOWN;
        sections.push({
            up: block(text.slice(start, down), lineAt(start)),
            down: block(text.slice(down, end), lineAt(down)),
        });
    }
    return sections;
}
/** The directive's own line gives the options, and nothing to the database but a comment. */
function block(text, line) {
    const end = text.indexOf('\n');
    const directive = end === -1 ? text : text.slice(0, end);
    const options = directive
        .replace(/^--[\t\n\f\r ]*migrate:(up|down)/, '')
        .trim()
        .split(/\s+/)
        .map((option) => option.split(':'));
    const [, value] = options.findLast((pair) => pair.length === 2 && pair[0] === 'transaction') ?? [];
    return { sql: end === -1 ? '' : text.slice(end), line, optsOut: value === 'false' };
}
function dbmate_late(pending, newest) {
    if (newest === undefined)
        return [];
    const older = pending.filter(({ source }) => file_names_nameOf(source) < file_names_nameOf(newest.source));
    return runsLate('dbmate', older.map(({ version, source: { file } }) => ({ id: version, file })), newest.version);
}

;// CONCATENATED MODULE: ./lib/plan/layouts/diesel.js

const diesel_TABLE = '__diesel_schema_migrations';
/** `2024-03-13-170000_title`. */
const DATED = /^\d[\d-]*_[^/]*\/up\.sql$/;
const INVALID_FOLDER = "Invalid migration directory, the directory's name should be <timestamp>_<name_of_migration>, and it should only contain up.sql and down.sql.";
/**
 * diesel-rs/diesel: diesel_migrations/migrations_internals/src/lib.rs, src/{file_based_migrations,migration_harness}.rs. A
 * folder for each migration, which runs in one transaction with its row, unless its metadata.toml says otherwise.
 */
const diesel = {
    name: 'diesel',
    tool: 'Diesel',
    description: '`NUMBER_name/up.sql` and `down.sql`; the history is in `__diesel_schema_migrations`.',
    profile: { transaction: 'file', foreignKeys: false },
    driverDecides: true,
    command: 'diesel migration run --migration-dir DIRECTORY --database-url DATABASE',
    history: { table: diesel_TABLE, columns: ['version', 'run_on'] },
    claims: ({ files }) => files.some(({ path }) => DATED.test(path)),
    read(folder, { table }) {
        const { taken, shadowed } = byVersion(folder);
        const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
        const pending = taken.filter(({ version }) => !applied.has(version));
        const name = table?.table ?? diesel_TABLE;
        const known = new Set([...taken, ...shadowed].flatMap(({ up, down }) => [up.file, down?.file]));
        return {
            applied: taken.length - pending.length,
            pending: pending.map((one) => diesel_migration(one, quoteName(name))),
            problems: [
                ...withoutUp(folder),
                ...sharedVersions(taken, shadowed, applied),
                ...diesel_late(pending, [...applied].toSorted(compareKeys).at(-1)),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [diesel_makeTable] : [],
            bookkeeping: { tables: [name], userVersion: false },
        };
    },
};
const diesel_makeTable = `CREATE TABLE ${diesel_TABLE} (
  version VARCHAR(50) PRIMARY KEY NOT NULL,
  run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
)`;
/** In the order of the versions as texts. `shadowed`: folders whose version another folder has too. */
function byVersion(folder) {
    const files = new Map([...folder.files, ...folder.companions].map((file) => [file.path, file]));
    const all = folder.files
        .filter(({ path }) => /^[^/]+\/up\.sql$/.test(path))
        .map((up) => {
        const name = up.path.slice(0, up.path.indexOf('/'));
        const down = files.get(`${name}/down.sql`);
        const metadata = files.get(`${name}/metadata.toml`);
        const version = (name.split('_')[0] ?? '').replaceAll('-', '');
        return { name, version, up, inTransaction: runsInTransaction(metadata?.sql), ...(down && { down }) };
    })
        .toSorted((a, b) => compareKeys(a.version, b.version));
    const isFirst = ({ version }, at) => all[at - 1]?.version !== version;
    return { taken: all.filter(isFirst), shadowed: all.filter((one, at) => !isFirst(one, at)) };
}
/**
 * `run_in_transaction`, a key before the first table of the file. A file without that key means false (serde's default
 * for a bool); one whose key is no boolean cannot be read, and then counts as absent, which means true.
 */
function runsInTransaction(toml) {
    if (toml === undefined)
        return true;
    const lines = toml.split('\n');
    const table = lines.findIndex((line) => /^\s*\[/.test(line));
    for (const line of table === -1 ? lines : lines.slice(0, table)) {
        const value = /^\s*(["']?)run_in_transaction\1\s*=\s*(.*)$/s.exec(line)?.[2];
        if (value !== undefined)
            return !/^false\s*(#.*)?$/s.test(value);
    }
    return false;
}
function diesel_migration({ name, version, up, down, inTransaction }, table) {
    const optsOut = !inTransaction && { optsOut: true };
    return {
        id: version,
        file: up.file,
        steps: stepsOf(name, up),
        records: { within: [`INSERT INTO ${table} (version) VALUES (${quoteText(version)})`] },
        ...optsOut,
        ...(down && {
            down: {
                steps: stepsOf(name, down),
                records: { within: [`DELETE FROM ${table} WHERE version = ${quoteText(version)}`] },
                ...optsOut,
            },
        }),
    };
}
/** A file of no byte is refused when its turn comes. */
function stepsOf(name, { file, sql, bom }) {
    if (sql !== '' || bom)
        return statementSteps(file, sql);
    const sentence = `Failed to run ${name} with: Attempted to run an empty migration.`;
    return [{ do: 'refuse', problem: { kind: 'invalid', sentence, refuses: true, file } }];
}
/** Folders are all looked at before anything runs; one with no file at all is passed over. */
function withoutUp(folder) {
    const { files, companions, ignored } = folder;
    const paths = [
        ...[...files, ...companions].map(({ path }) => path),
        ...ignored.map((file) => pathIn(folder, file)),
    ];
    const folders = new Set(paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))));
    const known = new Set(paths);
    const [name] = [...folders].filter((one) => !known.has(`${one}/up.sql`)).toSorted();
    if (name === undefined)
        return [];
    const sentence = `${INVALID_FOLDER} There is no ${name}/up.sql.`;
    return [{ kind: 'invalid', sentence, refuses: true }];
}
/** The part before the first underscore is all that counts, so the times of one day are easily one version. */
function sharedVersions(taken, shadowed, applied) {
    const names = new Map(taken.map(({ version, name }) => [version, name]));
    return shadowed.map((one) => {
        const other = names.get(one.version);
        const both = `${one.name} and ${other} have the same version ${one.version}`;
        const { file } = one.up;
        return applied.has(one.version)
            ? {
                kind: 'out-of-order',
                sentence: `${both}, which is applied: diesel runs neither`,
                refuses: false,
                file,
            }
            : { kind: 'invalid', sentence: `${both}: diesel runs only one of them`, refuses: true, file };
    });
}
function diesel_late(pending, newest) {
    if (newest === undefined)
        return [];
    const older = pending.filter(({ version }) => version < newest);
    return runsLate('diesel', older.map(({ name, up }) => ({ id: name, file: up.file })), newest);
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/checksum.js

/** SHA-256 in hex of the file's bytes, as tools compute it that read the file as UTF-8. */
function sha256(source) {
    return (0,external_node_crypto_.createHash)('sha256').update(textOf(source)).digest('hex');
}
/** The sums of a file whatever became of its line ends since: a checkout changes them, and no statement. */
function sha256OfEitherLineEnd(source) {
    const unix = source.sql.replaceAll('\r\n', '\n');
    const forms = [source.sql, unix, unix.replaceAll('\n', '\r\n')];
    return forms.map((sql) => sha256({ ...source, sql }));
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/drizzle-journal.js

/** As many files as are ever read. */
const MOST_ENTRIES = 10_000;
/** `meta/_journal.json` of a folder; `undefined` where it has none. */
function journalOf({ companions }) {
    const source = companions.find(({ path }) => path === 'meta/_journal.json');
    if (source === undefined)
        return undefined;
    const { file } = source;
    try {
        // drizzle hands a byte order mark on to JSON.parse, which refuses it.
        const { entries } = Object(JSON.parse(textOf(source)));
        if (!Array.isArray(entries))
            return { problem: unreadable(file, 'it has no list "entries"') };
        if (entries.length > MOST_ENTRIES)
            return { problem: unreadable(file, `it has more than ${MOST_ENTRIES} entries`) };
        const wrong = entries.findIndex((entry) => !isEntry(entry));
        if (wrong !== -1)
            return { problem: unreadable(file, `entry ${wrong} has no "tag" or no "when"`) };
        return { entries, file };
    }
    catch (error) {
        return { problem: unreadable(file, error.message.slice(0, 200)) };
    }
}
function isEntry(entry) {
    const { tag, when } = Object(entry);
    return typeof tag === 'string' && Number.isSafeInteger(when);
}
function unreadable(file, reason) {
    return { kind: 'invalid', sentence: `drizzle cannot read ${file}: ${reason}`, refuses: true, file };
}

;// CONCATENATED MODULE: ./lib/plan/layouts/drizzle.js

const drizzle_TABLE = '__drizzle_migrations';
const BREAKPOINT = '--> statement-breakpoint';
/**
 * drizzle-team/drizzle-orm: drizzle-orm/src/migrator.ts, sqlite-core/dialect.ts, libsql/migrator.ts. The journal gives
 * the order; all that is pending runs in one transaction, and only the time in the journal says what is pending.
 */
const drizzle = {
    name: 'drizzle',
    tool: 'Drizzle',
    description: 'SQL files listed in `meta/_journal.json`; the history is in `__drizzle_migrations`.',
    // better-sqlite3 turns foreign keys on, takes no text in double quotes and is in defensive mode.
    profile: { transaction: 'all', foreignKeys: true, doubleQuotedText: false, defensive: true },
    // The libsql client turns them off around a migration, and takes no such text either.
    otherDrivers: [
        {
            name: 'drizzle-libsql',
            transaction: 'all',
            foreignKeys: false,
            doubleQuotedText: false,
            defensive: true,
        },
    ],
    command: 'npx drizzle-kit migrate',
    history: { table: drizzle_TABLE, columns: ['id', 'hash', 'created_at'], common: true },
    claims: (folder) => journalOf(folder) !== undefined,
    read(folder, { table, options, profile }) {
        const name = table?.table ?? options.table ?? drizzle_TABLE;
        const reading = { ...NOTHING, bookkeeping: { tables: [name], userVersion: false } };
        const journal = journalOf(folder);
        if (journal === undefined)
            return { ...reading, ...withoutJournal(folder) };
        if ('problem' in journal)
            return { ...reading, problems: [journal.problem] };
        const files = new Map(folder.files.map((file) => [file.path, file]));
        const listed = journal.entries.map((entry) => withFile(entry, files));
        const rows = table?.rows ?? [];
        const history = historyOf(rows);
        const latest = latestOf(rows);
        const isPending = ({ when }) => latest === undefined || when > latest;
        const pending = listed.filter(isPending);
        const older = listed.filter((entry) => !isPending(entry));
        const again = twice(pending, journal);
        if (again.length > 0)
            return { ...reading, problems: again };
        const known = new Set(listed.map(({ source }) => source?.file));
        return {
            ...reading,
            applied: older.filter((entry) => !isSkipped(entry, history)).length,
            pending: pending.flatMap((entry) => drizzle_migration(entry, quoteName(name), profile === 'drizzle-libsql')),
            problems: [
                ...missing(listed, folder, journal),
                ...older.flatMap((entry) => unnoticed(entry, history, latest)),
                ...(profile === 'drizzle-libsql' ? pending.flatMap(passedOver) : []),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [drizzle_makeTable(quoteName(name))] : [],
        };
    },
};
/** SERIAL is no alias of the rowid: every id stays NULL. */
function drizzle_makeTable(table) {
    return `CREATE TABLE IF NOT EXISTS ${table} (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			)`;
}
function withoutJournal({ name, files }) {
    // A file or a pattern leaves the journal out, wherever it is: nothing is recognised then.
    if (/[*?[\]{}]|\.sql$/i.test(name))
        return {};
    if (files.some(({ path }) => /\/migration\.sql$/.test(path)))
        return { unsupported: `${name} has the folders of Drizzle 1.0, which keeps no journal` };
    const sentence = "Can't find meta/_journal.json file";
    return { problems: [{ kind: 'missing', sentence, refuses: true }] };
}
function withFile(entry, files) {
    const source = files.get(`${entry.tag}.sql`);
    return { ...entry, ...(source && { source }) };
}
/** The tool would run such a file twice. Nobody means that, and a journal could name one file without end. */
function twice(pending, { file }) {
    const known = new Set();
    for (const { tag } of pending) {
        const sentence = `${file} lists ${tag} twice`;
        if (known.has(tag))
            return [{ kind: 'invalid', sentence, refuses: true, file }];
        known.add(tag);
    }
    return [];
}
/** The greatest `created_at`, which is all that drizzle asks the table. */
function latestOf(rows) {
    return rows.length === 0 ? undefined : Math.max(...rows.map(({ created_at }) => Number(created_at)));
}
/** All files are read before the first is run, those too that are applied. */
function missing(listed, { name }, { file }) {
    const lost = listed.find(({ source }) => source === undefined);
    if (lost === undefined)
        return [];
    const sentence = `No file ${name}/${lost.tag}.sql found in ${name} folder`;
    return [{ kind: 'missing', sentence, refuses: true, file }];
}
function historyOf(rows) {
    const times = new Set(rows.map(({ created_at }) => Number(created_at)));
    return { times, hashes: new Set(rows.map(({ hash }) => String(hash))), known: new Map() };
}
/** What drizzle does not see: it compares times, and no file. */
function unnoticed(entry, history, latest = 0) {
    const { tag, when, source } = entry;
    if (source === undefined || hasHash(source, history))
        return [];
    const { file } = source;
    if (isSkipped(entry, history)) {
        const sentence = `drizzle passes over ${tag} without a word and never runs it: its time ${when} in the journal is not after ${latest}, the latest that was applied`;
        return [{ kind: 'out-of-order', sentence, refuses: false, skips: true, file }];
    }
    const sentence = `${tag} was applied with another content, which drizzle does not notice`;
    return [{ kind: 'edited', sentence, refuses: false, file }];
}
function isSkipped({ when, source }, history) {
    return !history.times.has(when) && source !== undefined && !hasHash(source, history);
}
function hasHash(source, { hashes, known }) {
    const isThere = known.get(source) ?? sha256OfEitherLineEnd(source).some((hash) => hashes.has(hash));
    known.set(source, isThere);
    return isThere;
}
function drizzle_migration({ tag, when, source }, table, isLibsql) {
    if (source === undefined)
        return [];
    const record = `INSERT INTO ${table} ("hash", "created_at") VALUES(${quoteText(sha256(source))}, ${when})`;
    const steps = chunksOf(source).flatMap((chunk) => stepOf(chunk, source, isLibsql));
    return [{ id: tag, file: source.file, steps, records: { within: [record] } }];
}
/** What stands between two breakpoints goes to the driver as one text. */
function chunksOf({ file, sql }) {
    let line = 1;
    return sql.split(BREAKPOINT).map((text) => {
        const chunk = { statements: statementSteps(file, text, line), line };
        line += text.split('\n').length - 1;
        return chunk;
    });
}
/**
 * better-sqlite3 takes exactly one statement. libsql runs the first one and drops the others, and takes no text without
 * any.
 */
function stepOf({ statements, line }, { file }, isLibsql) {
    const [first, second] = statements;
    if (first === undefined)
        return drizzle_refusal(file, line, isLibsql ? 'libsql: not an error' : 'better-sqlite3: The supplied SQL string contains no statements', 'nothing stands between two breakpoints, or before the first or after the last');
    if (second === undefined || isLibsql)
        return first;
    return drizzle_refusal(file, second.line, 'better-sqlite3: The supplied SQL string contains more than one statement', `"${BREAKPOINT}" must stand before this one`);
}
function drizzle_refusal(file, line, sentence, reason) {
    return {
        do: 'refuse',
        problem: { kind: 'invalid', sentence: `${sentence} (${reason})`, refuses: true, file, line },
    };
}
function passedOver({ source }) {
    if (source === undefined)
        return [];
    const { file } = source;
    return chunksOf(source).flatMap(({ statements: [, second] }) => {
        if (second === undefined)
            return [];
        const sentence = `libsql runs only the first statement between two breakpoints, and drops this one without a word: "${BREAKPOINT}" must stand before it`;
        return [{ kind: 'invalid', sentence, refuses: false, file, line: second.line }];
    });
}

;// CONCATENATED MODULE: ./lib/plan/layouts/golang-migrate.js

const golang_migrate_TABLE = 'schema_migrations';
/** source/parse.go: the ending is free, and all that comes before the last `.up.` or `.down.` is the title. */
const NAME = /^([0-9]+)_(.*)\.(up|down)\.(.*)$/;
const MAX_VERSION = 2n ** 64n - 1n;
/**
 * golang-migrate/migrate: source/parse.go, source/iofs/iofs.go, migrate.go, database/sqlite3/sqlite3.go. One row holds the
 * version; everything up to it counts as applied. Three transactions for each file: dirty, the file, clean.
 */
const golangMigrate = {
    name: 'golang-migrate',
    tool: 'golang-migrate',
    description: '`NUMBER_name.up.sql` and `.down.sql`; the history is in `schema_migrations`.',
    profile: { transaction: 'file', foreignKeys: false },
    driverDecides: true,
    command: 'migrate -path DIRECTORY -database sqlite3://DATABASE up',
    history: { table: golang_migrate_TABLE, columns: ['version', 'dirty'], integers: 'version', common: true },
    claims: ({ files }) => files.some((file) => NAME.exec(file_names_nameOf(file))?.[3] === 'up'),
    read(folder, { table, options }) {
        const { versions, twice, ignored, unread } = golang_migrate_byVersion(folder);
        const current = currentOf(table);
        const isApplied = ({ version }) => current !== undefined && version <= current.version;
        const pending = versions.filter((one) => !isApplied(one));
        const name = table?.table ?? options.table ?? golang_migrate_TABLE;
        return {
            applied: versions.length - pending.length,
            pending: versions.flatMap((one, at) => isApplied(one) ? [] : [golang_migrate_migration(one, versions[at - 1], quoteName(name))]),
            problems: firstProblem(versions, twice, current),
            ignored,
            setup: table === undefined ? golang_migrate_makeTable(quoteName(name)) : [],
            bookkeeping: { tables: [name], userVersion: false },
            idle: 'golang-migrate: no change',
            // The tool takes a file of any ending; what is no SQL by its name was not read.
            ...(unread !== undefined && { unsupported: `${unread} does not end in .sql, so it was not read` }),
        };
    },
};
function golang_migrate_makeTable(table) {
    return [
        `CREATE TABLE ${table} (version uint64,dirty bool)`,
        `CREATE UNIQUE INDEX IF NOT EXISTS version_unique ON ${table} (version)`,
    ];
}
/** `twice`: the first that has version and direction of another, whatever either ends in. */
function golang_migrate_byVersion(folder) {
    const { direct, below } = directFiles(folder);
    const others = folder.ignored.map((file) => ({ file, path: pathIn(folder, file) }));
    const versions = new Map();
    const seen = new Set();
    const ignored = below.map(({ file }) => file);
    let twice;
    let unread;
    for (const one of [...direct, ...others].toSorted((a, b) => compareKeys(a.path, b.path))) {
        const [, digits, , direction] = (one.path.includes('/') ? null : NAME.exec(one.path)) ?? [];
        const version = BigInt(digits ?? -1);
        if (digits === undefined || version > MAX_VERSION) {
            if ('sql' in one)
                ignored.push(one.file);
            continue;
        }
        const key = `${version} ${direction}`;
        if (seen.has(key))
            twice ??= one;
        else if ('sql' in one) {
            const side = direction === 'up' ? 'up' : 'down';
            versions.set(version, { ...(versions.get(version) ?? { version }), [side]: one });
        }
        else if (direction === 'up')
            unread ??= one.file;
        seen.add(key);
    }
    const ordered = [...versions.values()].toSorted((a, b) => compareKeys(a.version, b.version));
    return { versions: ordered, twice, ignored, unread: twice === undefined ? unread : undefined };
}
/** The first row; -1 stands for "nothing is applied". */
function currentOf(table) {
    const row = table?.rows[0];
    if (row === undefined)
        return undefined;
    return { version: BigInt(row.version ?? -1), dirty: Number(row.dirty) !== 0 };
}
/** The tool stops at the first thing that it does not like, and sees nothing more. */
function firstProblem(versions, twice, current) {
    if (twice !== undefined) {
        const { file } = twice;
        return [{ kind: 'invalid', sentence: `duplicate migration file: ${file_names_nameOf(twice)}`, refuses: true, file }];
    }
    if (current === undefined)
        return [];
    const { version, dirty } = current;
    const sourced = versions.find((one) => one.version === version);
    const file = sourced?.up ?? sourced?.down;
    if (dirty) {
        const sentence = `Dirty database version ${version}. Fix and force version.`;
        return [{ kind: 'dirty', sentence, refuses: true, ...(file && { file: file.file }) }];
    }
    if (version < 0n || file !== undefined)
        return [];
    const sentence = `no migration found for version ${version}: read down for version ${version} .: file does not exist`;
    return [{ kind: 'missing', sentence, refuses: true }];
}
/** A version without an up file is run as if it were empty. */
function golang_migrate_migration({ version, up, down }, former, table) {
    return {
        id: String(version),
        file: (up ?? down)?.file ?? '',
        steps: up === undefined ? [] : statementSteps(up.file, up.sql),
        records: { before: setVersion(table, version, true), after: setVersion(table, version, false) },
        ...(down && {
            down: {
                steps: statementSteps(down.file, down.sql),
                records: {
                    before: setVersion(table, former?.version ?? -1n, true),
                    after: setVersion(table, former?.version ?? -1n, false),
                },
            },
        }),
    };
}
/** A transaction of its own. Without a version there is no row, unless it is dirty. */
function setVersion(table, version, dirty) {
    const row = version >= 0n || dirty
        ? [`INSERT INTO ${table} (version, dirty) VALUES (${version}, ${Number(dirty)})`]
        : [];
    return ['BEGIN', `DELETE FROM ${table}`, ...row, 'COMMIT'];
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/numbered-lines.js
const MOST_QUOTED = 200;
/** A line in a tool's own sentence, where it may be as long as a dump. */
function numbered_lines_quoted(line) {
    return JSON.stringify(line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line);
}
/** For tools that read SQL by lines: the last word before a comment ends in a semicolon. */
function endsStatement(line) {
    const words = line.split(/\s+/).filter((word) => word !== '');
    const comment = words.findIndex((word) => word.startsWith('--'));
    return (comment === -1 ? words : words.slice(0, comment)).at(-1)?.endsWith(';') ?? false;
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/goose-parts.js

const ANNOTATIONS = [
    'up',
    'down',
    'statementbegin',
    'statementend',
    'no transaction',
    'envsub on',
    'envsub off',
];
const goose_parts_NO_UP = "failed to parse migration: must start with '-- +goose Up' annotation";
const SECOND_UP = "duplicate '-- +goose Up' annotations";
const EARLY_DOWN = "must start with '-- +goose Up' annotation";
const EARLY_BEGIN = "'-- +goose StatementBegin' must be defined after '-- +goose Up' or '-- +goose Down' annotation";
const EARLY_END = "'-- +goose StatementEnd' must be defined after '-- +goose StatementBegin'";
const NO_END = "failed to parse migration: missing '-- +goose StatementEnd' annotation";
const UNFINISHED = 'failed to parse migration: unexpected unfinished SQL query: missing semicolon?';
/**
 * Reads a file as pressly/goose does (internal/sqlparser/parser.go), which is line based and knows no SQL: a statement
 * ends with a line whose last word before a comment ends in a semicolon, unless it stands between StatementBegin and
 * StatementEnd. A comment that names goose anywhere is an annotation, or an error. Of the other direction's part only the
 * annotations are read, so an unfinished statement there is no error.
 */
function readPart(source, direction) {
    return new GooseReader(source, direction).read();
}
class GooseReader {
    #file;
    #lines;
    #direction;
    #part = { steps: [], goesDown: false, optsOut: false, substitutes: false };
    #at = 'start';
    #block = 'none';
    /** Comments and empty lines before a statement: they are not handed to the database, and its title is among them. */
    #above = [];
    /** The statement that has begun. A line of blanks begins one too, and the comments after it then belong to it. */
    #begun = [];
    /** Of what stands in the two above, which follow each other. */
    #firstLine = 1;
    constructor(source, direction) {
        this.#file = source.file;
        this.#lines = line_ends_linesOf(source);
        this.#direction = direction;
    }
    read() {
        for (const [index, line] of this.#lines.entries()) {
            if (this.#above.length + this.#begun.length === 0)
                this.#firstLine = index + 1;
            const problem = this.#take(line);
            if (problem !== undefined)
                return this.#unreadable(problem, index + 1);
        }
        if (this.#at === 'start')
            return { problem: goose_parts_NO_UP, line: 1 };
        if (this.#block === 'open')
            return { problem: NO_END, line: this.#lines.length };
        return this.#isUnfinished() ? this.#unreadable(UNFINISHED, this.#lines.length) : this.#part;
    }
    /** What is unfinished is so where it begins. */
    #unreadable(problem, line) {
        const blanks = this.#begun.findIndex((begun) => !isBlank(begun));
        return { problem, line: problem === UNFINISHED ? this.#firstLine + this.#above.length + blanks : line };
    }
    #take(line) {
        if (isComment(line) && line.includes('+goose')) {
            const annotation = annotationIn(line);
            if ('problem' in annotation)
                return `failed to parse annotation line ${numbered_lines_quoted(line)}: ${annotation.problem}`;
            return this.#annotate(annotation.name);
        }
        if (this.#begun.length === 0 && (line === '' || isComment(line)))
            this.#above.push(line);
        else if (this.#at === 'start') {
            if (isBlank(line))
                return undefined;
            return `failed to parse migration: unexpected state 0 on line ${numbered_lines_quoted(line)}`;
        }
        else if (this.#at === this.#direction)
            this.#write(line);
        return undefined;
    }
    #write(line) {
        // A block without a statement is closed by the next line that is none of its own, and the tool loses that line.
        const isLost = this.#block === 'closed';
        if (!isLost)
            this.#begun.push(line);
        if (isLost || (this.#block === 'none' && endsStatement(line)))
            this.#close();
    }
    #annotate(name) {
        if (name === 'up' || name === 'down')
            return this.#open(name);
        // Stands for the line, so that the lines are counted, and a comment above a block stays next to its statement.
        if (this.#begun.length > 0)
            this.#begun.push('');
        else
            this.#above.push('--');
        if (name === 'no transaction')
            this.#part.optsOut = true;
        else if (name === 'envsub on')
            this.#part.substitutes = true;
        else if (name === 'statementbegin') {
            if (this.#at === 'start' || this.#block === 'open')
                return EARLY_BEGIN;
            this.#block = 'open';
        }
        else if (name === 'statementend') {
            if (this.#block !== 'open')
                return EARLY_END;
            this.#block = 'closed';
            if (this.#begun.length > 0)
                this.#close();
        }
        return undefined;
    }
    #open(direction) {
        if (direction === 'up' && this.#at !== 'start')
            return SECOND_UP;
        if (direction === 'down' && (this.#at !== 'up' || this.#block === 'open'))
            return EARLY_DOWN;
        if (this.#isUnfinished())
            return UNFINISHED;
        this.#at = direction;
        this.#block = 'none';
        this.#above = [];
        this.#begun = [];
        this.#part.goesDown = direction === 'down';
        return undefined;
    }
    #isUnfinished() {
        return this.#begun.some((line) => !isBlank(line));
    }
    /** What was collected is handed to the database as one text. */
    #close() {
        const text = [...this.#above, ...this.#begun].join('\n');
        // One by one: a call takes no hundred thousand arguments.
        for (const step of statementSteps(this.#file, text, this.#firstLine))
            this.#part.steps.push(step);
        this.#block = 'none';
        this.#above = [];
        this.#begun = [];
    }
}
/** As Go counts white space: a byte order mark is none. */
function isBlank(line) {
    return /^[^\S\uFEFF]*$/.test(line);
}
function isComment(line) {
    return /^[^\S\uFEFF]*--/.test(line);
}
function annotationIn(line) {
    if (/^[ \t]/.test(line))
        return { problem: `${numbered_lines_quoted(line)} contains leading whitespace: invalid annotation` };
    const text = line.replaceAll('--', '').replace('+goose', '').trim();
    const name = ANNOTATIONS.find((one) => one === text.toLowerCase());
    if (name !== undefined)
        return { name };
    if (text === '')
        return { problem: 'empty annotation' };
    return { problem: `${numbered_lines_quoted(text)} not supported: invalid annotation` };
}

;// CONCATENATED MODULE: ./lib/plan/layouts/goose.js

const goose_TABLE = 'goose_db_version';
const goose_MAX_VERSION = 2n ** 63n - 1n;
/** Of the missing migrations that it lists. */
const MOST_LISTED = 20;
/**
 * pressly/goose as its command line runs it: cmd/goose/main.go, migrate.go, up.go, migration.go, migration_sql.go,
 * internal/sqlparser/parser.go, internal/dialects/sqlite3.go. The Provider that an application may embed (provider*.go)
 * differs. A file runs in one transaction together with its row, unless it says NO TRANSACTION, and is parsed only when
 * its turn comes.
 */
const goose = {
    name: 'goose',
    tool: 'goose',
    description: '`NUMBER_name.sql` with `-- +goose Up` and `Down`; the history is in `goose_db_version`.',
    profile: { transaction: 'file', foreignKeys: false },
    driverDecides: true,
    command: 'goose -dir DIRECTORY sqlite3 DATABASE up',
    history: { table: goose_TABLE, columns: ['id', 'version_id', 'is_applied', 'tstamp'], integers: 'version_id' },
    claims: ({ files }) => files.some(({ sql }) => /^--\s*\+goose\s+up\s*$/im.test(sql)),
    read(folder, { table, options }) {
        const { versioned, ignored, misnamed } = goose_byVersion(folder);
        const known = new Set((table?.rows ?? []).map(versionOf));
        const pending = versioned.filter(({ version }) => !known.has(version));
        const parsed = pending.map((one) => ({ ...one, up: readPart(one.source, 'up') }));
        const name = table?.table ?? options.table ?? goose_TABLE;
        return {
            applied: versioned.length - pending.length,
            pending: parsed.map((one) => goose_migration(one, quoteName(name))),
            problems: [...misnamed, ...duplicates(versioned), ...withoutVersion(table), ...goose_missing(pending, known)],
            ignored,
            setup: table === undefined ? goose_makeTable(quoteName(name)) : [],
            bookkeeping: { tables: [name], userVersion: false },
            idle: `goose: no migrations to run. current version: ${goose_currentOf(table) ?? 0}`,
            ...unsupported(folder, parsed, known),
        };
    },
};
/** One transaction: the tool refuses a table without a row. */
function goose_makeTable(table) {
    return [
        'BEGIN',
        `CREATE TABLE ${table} (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))`,
        `INSERT INTO ${table} (version_id, is_applied) VALUES (0, 1)`,
        'COMMIT',
    ];
}
/** Every `*.sql` of the folder must be a migration. */
function goose_byVersion(folder) {
    const { direct, below } = directFiles(folder);
    const versioned = [];
    const misnamed = [];
    const ignored = below.map(({ file }) => file);
    for (const source of direct) {
        if (!source.path.endsWith('.sql')) {
            ignored.push(source.file);
            continue;
        }
        const version = versionIn(file_names_nameOf(source));
        if (typeof version === 'string')
            misnamed.push(wrongName(source, version));
        else
            versioned.push({ version, source });
    }
    return { versioned: versioned.toSorted((a, b) => compareKeys(a.version, b.version)), ignored, misnamed };
}
/** The integer before the first underscore, above 0; or why there is none. */
function versionIn(name) {
    const [, prefix] = /^([^_]*)_/.exec(name) ?? [];
    if (prefix === undefined)
        return "no filename separator '_' found";
    const fault = (reason) => `failed to parse version from migration file: ${name}: parsing ${JSON.stringify(prefix)}: ${reason}`;
    if (!/^[+-]?\d+$/.test(prefix))
        return fault('invalid syntax');
    const version = BigInt(prefix.replace('+', ''));
    if (version > goose_MAX_VERSION)
        return fault('value out of range');
    return version < 1n ? 'migration version must be greater than zero' : version;
}
function wrongName({ file }, reason) {
    const sentence = `goose run: could not parse SQL migration file ${JSON.stringify(file)}: ${reason}`;
    return { kind: 'invalid', sentence, refuses: true, file };
}
function versionOf(row) {
    return BigInt(row.version_id ?? 0);
}
/**
 * The version of the last row that stands. Going down once added a row that says "not applied" instead of deleting:
 * for what is still to be run, such a version counts as applied all the same.
 */
function goose_currentOf(table) {
    const undone = new Set();
    for (const row of (table?.rows ?? []).toReversed()) {
        const version = versionOf(row);
        if (undone.has(version))
            continue;
        if (Number(row.is_applied) === 1)
            return version;
        undone.add(version);
    }
    return undefined;
}
function goose_migration({ version, source, up }, table) {
    const id = String(version);
    const { file } = source;
    if ('problem' in up)
        return { id, file, steps: [goose_refusal(source, up)] };
    const optsOut = up.optsOut && { optsOut: true };
    const down = up.goesDown ? readPart(source, 'down') : undefined;
    return {
        id,
        file,
        steps: up.steps,
        records: { within: [`INSERT INTO ${table} (version_id, is_applied) VALUES (${version}, 1)`] },
        ...optsOut,
        ...(down && {
            down: {
                steps: 'problem' in down ? [goose_refusal(source, down)] : down.steps,
                records: { within: [`DELETE FROM ${table} WHERE version_id = ${version}`] },
                ...optsOut,
            },
        }),
    };
}
function goose_refusal(source, { problem, line }) {
    const sentence = `goose run: ERROR ${file_names_nameOf(source)}: failed to parse SQL migration file: ${problem}`;
    return { do: 'refuse', problem: { kind: 'invalid', sentence, refuses: true, file: source.file, line } };
}
function duplicates(versioned) {
    return versioned.flatMap(({ version, source: { file } }, at) => {
        const former = versioned[at - 1];
        if (former?.version !== version)
            return [];
        const sentence = `goose: duplicate version ${version} detected: ${former.source.file}, ${file}`;
        return [{ kind: 'invalid', sentence, refuses: true, file }];
    });
}
function withoutVersion(table) {
    if (table === undefined || goose_currentOf(table) !== undefined)
        return [];
    const sentence = `goose run: no next version found (${table.table} has no row that is applied)`;
    return [{ kind: 'invalid', sentence, refuses: true }];
}
function goose_missing(pending, known) {
    const newest = [...known].toSorted(compareKeys).at(-1) ?? 0n;
    const older = pending.filter(({ version }) => version < newest);
    const [first] = older;
    if (first === undefined)
        return [];
    const list = older
        .slice(0, MOST_LISTED)
        .map(({ version, source: { file } }) => `version ${version}: ${file}`)
        .join(', ');
    const sentence = `goose run: error: found ${older.length} missing migrations before current version ${newest}: ${list}${older.length > MOST_LISTED ? ', …' : ''}`;
    return [{ kind: 'out-of-order', sentence, refuses: true, file: first.source.file }];
}
function unsupported(folder, parsed, known) {
    const code = folder.ignored.find((file) => {
        const name = pathIn(folder, file);
        if (!/^[^/]*(?<!_test)\.go$/.test(name))
            return false;
        const version = versionIn(name);
        return typeof version === 'bigint' && !known.has(version);
    });
    if (code !== undefined)
        return { unsupported: `${code} is written in Go` };
    const substitutes = parsed.find(({ up }) => 'substitutes' in up && up.substitutes);
    if (substitutes === undefined)
        return {};
    return { unsupported: `${substitutes.source.file} takes values from production's environment (ENVSUB)` };
}

;// CONCATENATED MODULE: ./lib/plan/layouts/plain.js

/**
 * SQL files of no known tool, in natural order of their paths: `2.sql` before `10.sql`. All but down migrations are pending,
 * unless the user names the table and the column of their own tool's migration history.
 */
const plain = {
    name: 'plain',
    tool: 'numbered SQL files',
    description: 'Numbered SQL files of no tool: each runs once, in natural order; foreign keys off, as in the sqlite3 shell.',
    profile: { transaction: 'none', foreignKeys: false },
    claims: () => false,
    read(folder, { table, options }) {
        const applied = table === undefined ? () => false : appliedIn(table.rows, options.column);
        const downs = downMigrations(folder);
        const files = folder.files.filter((file) => !downs.has(file));
        const pending = plain_inOrder(files, options.order).filter((file) => !applied(file));
        return {
            ...NOTHING,
            applied: files.length - pending.length,
            pending: pending.map((migration) => ({
                id: stem(migration),
                file: migration.file,
                steps: statementSteps(migration.file, migration.sql),
            })),
            ignored: [...downs].map(({ file }) => file),
            // Nothing is written there by the plan: what a file itself does to the table is judged as any change.
            bookkeeping: NOTHING.bookkeeping,
        };
    },
};
function plain_inOrder(files, order) {
    if (files.length < 2)
        return [...files];
    if (order === 'name')
        return files.toSorted((a, b) => compareKeys(a.path, b.path));
    // Making one takes milliseconds, which one file need not wait for.
    const { compare } = new Intl.Collator('en', { numeric: true });
    return files.toSorted((a, b) => compare(a.path, b.path) || compareKeys(a.path, b.path));
}
function appliedIn(rows, column = '') {
    const values = new Set(rows.map((row) => String(row[column.toLowerCase()] ?? '')));
    return (file) => namesInHistory(file).some((name) => values.has(name));
}
function stem(file) {
    return file_names_nameOf(file).replace(/\.sql$/i, '');
}

;// CONCATENATED MODULE: ./lib/plan/layouts/prisma.js

const prisma_TABLE = '_prisma_migrations';
/**
 * prisma/prisma-engines: schema-engine/core/src/commands/apply_migrations.rs, sql-schema-connector/src/
 * sql_migration_persistence.rs; prisma/prisma: packages/migrate/src/utils/listMigrations.ts. No transaction: a row says
 * that a migration was started, and is told when it has ended.
 */
const prisma = {
    name: 'prisma',
    tool: 'Prisma',
    description: '`NAME/migration.sql` in folders; the history is in `_prisma_migrations`.',
    profile: { transaction: 'none', foreignKeys: true },
    command: 'npx prisma migrate deploy',
    history: {
        table: prisma_TABLE,
        columns: [
            'id',
            'checksum',
            'finished_at',
            'migration_name',
            'logs',
            'rolled_back_at',
            'started_at',
            'applied_steps_count',
        ],
    },
    claims: (folder) => lockOf(folder) !== undefined && foldersOf(folder).length > 0,
    read(folder, state) {
        const table = tableOf(state);
        const folders = foldersOf(folder);
        const rows = (table?.rows ?? []).filter(({ rolled_back_at }) => rolled_back_at === null);
        const names = new Set(rows.map(({ migration_name }) => String(migration_name)));
        const pending = folders.filter(({ name }) => !names.has(name));
        const known = new Set(folders.map(({ source }) => source.file));
        return {
            ...NOTHING,
            applied: folders.length - pending.length,
            pending: pending.map((one) => prisma_migration(one, table?.table ?? prisma_TABLE)),
            problems: prisma_refusalOf(folder, state, rows) ?? prisma_unnoticed(folders, rows),
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            bookkeeping: { tables: [table?.table ?? prisma_TABLE], userVersion: false },
            idle: 'prisma: No pending migrations to apply.',
        };
    },
};
/** Prisma knows no other name for its table: one that was renamed is none to it. */
function tableOf({ table, options }) {
    return options.table !== undefined || table?.table === prisma_TABLE ? table : undefined;
}
function lockOf({ companions }) {
    return companions.find(({ path }) => path === 'migration_lock.toml');
}
/** `NAME/migration.sql`, in the order of their names as JavaScript compares texts of a language. */
function foldersOf({ files }) {
    const found = files.flatMap((source) => {
        const name = /^([^/]+)\/migration\.sql$/.exec(source.path)?.[1];
        return name === undefined ? [] : [{ name, source }];
    });
    if (found.length < 2)
        return found;
    const { compare } = new Intl.Collator('en');
    return found.toSorted((a, b) => compare(a.name, b.name));
}
/** The first thing at which Prisma stops, before it runs anything. */
function prisma_refusalOf(folder, state, rows) {
    const otherProvider = providerProblem(lockOf(folder));
    if (otherProvider !== undefined)
        return [otherProvider];
    // A snapshot has a table at least: without Prisma's own, all it has are foreign ones.
    if (tableOf(state) === undefined)
        return [prisma_refusal('invalid', NOT_EMPTY)];
    const failed = rows.filter(({ finished_at }) => finished_at === null);
    if (failed.length === 0)
        return undefined;
    const details = failed.map(({ migration_name, started_at }) => `The \`${migration_name}\` migration started at ${timeOf(started_at)} failed`);
    return [prisma_refusal('dirty', `${FAILED_BEFORE} ${details.join('. ')}`)];
}
const NOT_EMPTY = 'P3005: The database schema is not empty. Read more about how to baseline an existing production database: https://pris.ly/d/migrate-baseline';
const FAILED_BEFORE = 'P3009: migrate found failed migrations in the target database, new migrations will not be applied.';
function providerProblem(lock) {
    if (lock === undefined)
        return undefined;
    const line = lock.sql.split(/\r?\n/).find((text) => text.startsWith('provider'));
    const provider = line === undefined ? '<PROVIDER NOT FOUND>' : unquoted(line.replace(/^(provider = )+/, ''));
    if (provider === 'sqlite')
        return undefined;
    const sentence = `P3019: The datasource provider \`sqlite\` specified in your schema does not match the one specified in the migration_lock.toml, \`${provider.slice(0, 200)}\`. Please remove your current migration directory and start a new migration history with prisma migrate dev`;
    return { ...prisma_refusal('invalid', sentence), file: lock.file };
}
/** Without the quotes on either side, however many there are. */
function unquoted(text) {
    let [start, end] = [0, text.length];
    while (text[start] === '"')
        start += 1;
    while (end > start && text[end - 1] === '"')
        end -= 1;
    return text.slice(start, end);
}
function prisma_refusal(kind, sentence) {
    return { kind, sentence, refuses: true };
}
/** Prisma keeps unix time in ms; rows of other hands hold texts. */
function timeOf(value = null) {
    if (typeof value !== 'number')
        return String(value);
    return `${new Date(value).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}
/** What `migrate deploy` does not look at, or does without a word. */
function prisma_unnoticed(folders, rows) {
    const byName = new Map(rows.map((row) => [String(row.migration_name), row]));
    const edited = folders.filter(({ name, source }) => {
        const sum = byName.get(name)?.checksum;
        // Old rows lack the zeros in front.
        const isSame = (other) => other.replace(/^0+/, '') === String(sum).replace(/^0+/, '');
        return typeof sum === 'string' && !sha256OfEitherLineEnd(source).some(isSame);
    });
    const newest = folders.findLast(({ name }) => byName.has(name));
    const late = folders
        .slice(0, newest === undefined ? 0 : folders.indexOf(newest))
        .filter(({ name }) => !byName.has(name))
        .map(({ name, source }) => ({ id: name, file: source.file }));
    return [
        ...edited.map(({ name, source }) => ({
            kind: 'edited',
            sentence: `${name} was applied with another content, which prisma migrate deploy does not notice`,
            refuses: false,
            file: source.file,
        })),
        ...runsLate('prisma', late, newest?.name ?? ''),
    ];
}
function prisma_migration({ name, source }, tableName) {
    const table = quoteName(tableName);
    const own = `WHERE migration_name = ${quoteText(name)} AND rolled_back_at IS NULL`;
    return {
        id: name,
        file: source.file,
        steps: statementSteps(source.file, source.sql),
        records: {
            before: [
                `INSERT INTO ${table} (id, checksum, started_at, migration_name) VALUES (${UUID}, ${quoteText(sha256(source))}, ${NOW}, ${quoteText(name)})`,
            ],
            after: [
                `UPDATE ${table} SET applied_steps_count = applied_steps_count + 1 ${own}`,
                `UPDATE ${table} SET finished_at = ${NOW} ${own}`,
            ],
        },
    };
}
/** Unix time in ms, as an INTEGER. */
const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
/** Version 4, variant 1. */
const UUID = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

;// CONCATENATED MODULE: ./lib/plan/layout-kit/sql-migrate-parts.js

const COMMAND = '-- +migrate ';
const MORE = 'See https://github.com/rubenv/sql-migrate for details.';
const sql_migrate_parts_UNFINISHED = `ERROR: The last statement must be ended by a semicolon or '-- +migrate StatementEnd' marker. ${MORE}`;
const sql_migrate_parts_NO_END = "ERROR: saw '-- +migrate StatementBegin' with no matching '-- +migrate StatementEnd'";
const sql_migrate_parts_NOTHING = `ERROR: no Up/Down annotations found, so no statements were executed. ${MORE}`;
/**
 * Splits a file as rubenv/sql-migrate does (sqlparse/sqlparse.go), which is line based and knows no SQL. Annotations count
 * letter by letter, what stands before the first one counts for nothing, and lines that begin with `-- ` are dropped.
 */
function readParts(source) {
    return new SqlMigrateReader(source).read();
}
class SqlMigrateReader {
    #file;
    #lines;
    #up = { steps: [], optsOut: false };
    #down;
    #part;
    #inBlock = false;
    /** Lines of the statement that has begun; one that is dropped from the middle of it leaves an empty one. */
    #begun = [];
    /** There is more in it than comments. */
    #isUnfinished = false;
    #firstLine = 1;
    constructor(source) {
        this.#file = source.file;
        this.#lines = line_ends_linesOf(source);
    }
    read() {
        for (const [at, line] of this.#lines.entries()) {
            const problem = this.#take(line, at + 1);
            if (problem !== undefined)
                return { problem, line: at + 1 };
        }
        const line = this.#lines.length;
        if (this.#inBlock)
            return { problem: sql_migrate_parts_NO_END, line };
        if (this.#part === undefined)
            return { problem: sql_migrate_parts_NOTHING, line: 1 };
        if (this.#isUnfinished)
            return { problem: sql_migrate_parts_UNFINISHED, line: this.#firstLine };
        return { up: this.#up, ...(this.#down && { down: this.#down }) };
    }
    #take(line, number) {
        if (line.startsWith('-- ') && !line.startsWith('-- +'))
            this.#drop(line, number);
        else if (line.startsWith(COMMAND))
            return this.#command(line.slice(COMMAND.length));
        else if (this.#part !== undefined && !line.startsWith('-- +')) {
            this.#keep(line, number);
            if (!this.#inBlock && endsStatement(line))
                this.#close();
        }
        return undefined;
    }
    #command(text) {
        const [command, ...options] = text.split(/\s+/).filter((word) => word !== '');
        if (command === undefined)
            return 'ERROR: incomplete migration command';
        if (command === 'Up' || command === 'Down') {
            if (this.#isUnfinished)
                return sql_migrate_parts_UNFINISHED;
            this.#open(command, options);
        }
        else if (command === 'StatementBegin' && this.#part !== undefined)
            this.#inBlock = true;
        else if (command === 'StatementEnd' && this.#inBlock) {
            this.#inBlock = false;
            this.#close();
        }
        return undefined;
    }
    /** A second annotation of one kind goes on where the first ended. */
    #open(command, options) {
        if (command === 'Down')
            this.#down ??= { steps: [], optsOut: false };
        this.#part = command === 'Up' ? this.#up : this.#down;
        if (this.#part !== undefined && options.includes('notransaction'))
            this.#part.optsOut = true;
        this.#forget();
    }
    /** Comments above a statement are kept for its title. */
    #drop(line, number) {
        if (this.#part !== undefined)
            this.#keep(this.#isUnfinished ? '' : line, number);
    }
    #keep(line, number) {
        if (this.#begun.length === 0)
            this.#firstLine = number;
        this.#begun.push(line);
        this.#isUnfinished ||= line.trim() !== '' && !line.startsWith('-- ');
    }
    #forget() {
        this.#begun = [];
        this.#isUnfinished = false;
    }
    /** What was collected is handed to the database as one text. */
    #close() {
        const steps = statementSteps(this.#file, this.#begun.join('\n'), this.#firstLine);
        // One by one: a call takes no hundred thousand arguments.
        for (const step of steps)
            this.#part?.steps.push(step);
        this.#forget();
    }
}

;// CONCATENATED MODULE: ./lib/plan/layouts/sql-migrate.js

const sql_migrate_TABLE = 'gorp_migrations';
/**
 * rubenv/sql-migrate: migrate.go, sqlparse/sqlparse.go. The file's name is the key. A file runs in one transaction with its
 * row, unless its annotation says notransaction. All files are read before anything runs, the applied ones too.
 */
const sqlMigrate = {
    name: 'sql-migrate',
    tool: 'sql-migrate',
    description: '`NAME.sql` with `-- +migrate Up` and `Down`; the history is in `gorp_migrations`.',
    profile: { transaction: 'file', foreignKeys: false },
    driverDecides: true,
    command: 'sql-migrate up',
    history: { table: sql_migrate_TABLE, columns: ['id', 'applied_at'], common: true, vague: true },
    claims: ({ files }) => files.some(({ sql }) => /^-- \+migrate (Up|Down)\b/m.test(sql)),
    read(folder, { table, options }) {
        const { named, ignored } = sql_migrate_byName(folder);
        const rows = (table?.rows ?? []).map((row) => String(row.id)).toSorted(compareIds);
        const applied = new Set(rows);
        const pending = named.filter(({ id }) => !applied.has(id));
        const name = table?.table ?? options.table ?? sql_migrate_TABLE;
        const stops = sql_migrate_unreadable(named);
        return {
            applied: named.length - pending.length,
            pending: pending.map((one) => sql_migrate_migration(one, quoteName(name))),
            problems: [...(stops.length > 0 ? stops : unknown(rows, named)), ...sql_migrate_late(pending, rows.at(-1))],
            ignored,
            setup: table === undefined ? [sql_migrate_makeTable(quoteName(name))] : [],
            bookkeeping: { tables: [name], userVersion: false },
            idle: 'sql-migrate: Applied 0 migrations',
        };
    },
};
function sql_migrate_makeTable(table) {
    return `CREATE TABLE ${table} ("id" varchar(255) not null primary key, "applied_at" datetime)`;
}
function sql_migrate_byName(folder) {
    const { direct, below } = directFiles(folder);
    const isOurs = (source) => file_names_nameOf(source).endsWith('.sql');
    const named = direct
        .filter(isOurs)
        .map((source) => ({ id: file_names_nameOf(source), source, parts: readParts(source) }))
        .toSorted((a, b) => compareIds(a.id, b.id));
    const others = [...below, ...direct.filter((source) => !isOurs(source))];
    return { named, ignored: others.map(({ file }) => file) };
}
/** By the number in front, then by the name; names without a number come last. */
function compareIds(left, right) {
    const [a, b] = [leadingNumber(left), leadingNumber(right)];
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined) || compareKeys(left, right);
    return compareKeys(a, b) || compareKeys(left, right);
}
function sql_migrate_unreadable(named) {
    return named.flatMap(({ id, source: { file }, parts }) => {
        if ('up' in parts)
            return [];
        const sentence = `Error while parsing ${id}: Error parsing migration (${id}): ${parts.problem}`;
        return [{ kind: 'invalid', sentence, refuses: true, file, line: parts.line }];
    });
}
/** The tool stops at the first one. */
function unknown(rows, named) {
    const known = new Set(named.map(({ id }) => id));
    const gone = rows.find((row) => !known.has(row));
    if (gone === undefined)
        return [];
    const sentence = `Unable to create migration plan because of ${gone}: unknown migration in database`;
    return [{ kind: 'missing', sentence, refuses: true }];
}
function sql_migrate_migration({ id, source: { file }, parts }, table) {
    if (!('up' in parts))
        return { id, file, steps: [] };
    const { up, down } = parts;
    const now = "strftime('%Y-%m-%d %H:%M:%f+00:00', 'now')";
    return {
        id,
        file,
        steps: up.steps,
        records: { within: [`INSERT INTO ${table} ("id", "applied_at") VALUES (${quoteText(id)}, ${now})`] },
        ...(up.optsOut && { optsOut: true }),
        ...(down && {
            down: {
                steps: down.steps,
                records: { within: [`DELETE FROM ${table} WHERE "id" = ${quoteText(id)}`] },
                ...(down.optsOut && { optsOut: true }),
            },
        }),
    };
}
function sql_migrate_late(pending, newest) {
    if (newest === undefined)
        return [];
    const older = pending.filter(({ id }) => compareIds(id, newest) < 0);
    return runsLate('sql-migrate', older.map(({ id, source: { file } }) => ({ id, file })), newest);
}

;// CONCATENATED MODULE: ./lib/plan/layouts/sqlx.js

const sqlx_TABLE = '_sqlx_migrations';
const sqlx_MAX_VERSION = 2n ** 63n - 1n;
/**
 * launchbadge/sqlx: sqlx-cli/src/migrate.rs, sqlx-core/src/migrate/{source,migrator,error}.rs,
 * sqlx-sqlite/src/migrate.rs. A file runs in one transaction together with its row, unless its first bytes opt out. The
 * files are walked in order, and each is either run or held against its checksum, so an older pending file runs before a
 * later one is seen to be edited.
 */
const sqlx = {
    name: 'sqlx',
    tool: 'sqlx',
    description: '`NUMBER_name.sql` or `.up.sql` and `.down.sql`; the history is in `_sqlx_migrations`.',
    profile: { transaction: 'file', foreignKeys: true },
    command: 'sqlx migrate run --source DIRECTORY --database-url sqlite:DATABASE',
    history: {
        table: sqlx_TABLE,
        integers: 'version',
        columns: ['version', 'description', 'installed_on', 'success', 'checksum', 'execution_time'],
    },
    claims: () => false,
    read(folder, { table, options }) {
        const { versioned, ignored, misnamed } = sqlx_byVersion(folder);
        const rows = new Map((table?.rows ?? []).map((row) => [sqlx_versionOf(row), row]));
        const ups = versioned.filter(({ source }) => !isDown(source));
        const downs = new Map(versioned.filter(({ source }) => isDown(source)).map((one) => [one.version, one.source]));
        const pending = ups.filter(({ version }) => !rows.has(version));
        const name = table?.table ?? options.table ?? sqlx_TABLE;
        const edited = firstEdited(ups, rows);
        const runBefore = edited === undefined ? 0 : ups.slice(0, edited.at).filter(({ version }) => !rows.has(version)).length;
        const upFront = misnamed ?? dirty(rows) ?? sqlx_missing(rows, versioned) ?? (runBefore === 0 ? edited?.problem : undefined);
        return {
            applied: ups.length - pending.length,
            pending: pending.map((one, at) => ({
                ...sqlx_migration(one, downs.get(one.version), quoteName(name)),
                ...(edited && at === runBefore - 1 && { stop: edited.problem }),
            })),
            problems: [...(upFront === undefined ? [] : [upFront]), ...sqlx_late(pending, rows)],
            ignored,
            setup: table === undefined ? [sqlx_makeTable(quoteName(name))] : [],
            bookkeeping: { tables: [name], userVersion: false },
            // Before 0.9 it knows the line, and runs the file on SQLite in a transaction all the same.
            ...(pending.some(({ source }) => optsOut(source).optsOut) && { otherwise: { transaction: 'all' } }),
        };
    },
};
function sqlx_makeTable(table) {
    return `CREATE TABLE ${table} (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
)`;
}
/** Every `*_*.sql` must begin with an integer, in whichever way Rust reads one. */
function sqlx_byVersion(folder) {
    const { direct, below } = directFiles(folder);
    const versioned = [];
    const ignored = below.map(({ file }) => file);
    let misnamed;
    for (const source of direct) {
        const [, prefix, title] = /^([^_]*)_(.*\.sql)$/s.exec(file_names_nameOf(source)) ?? [];
        const version = prefix !== undefined && /^[+-]?\d+$/.test(prefix) ? BigInt(prefix.replace('+', '')) : 0n;
        if (prefix === undefined || title === undefined)
            ignored.push(source.file);
        else if (!/^[+-]?\d+$/.test(prefix) || version > sqlx_MAX_VERSION)
            misnamed ??= sqlx_wrongName(source);
        else
            versioned.push({ version, source, title });
    }
    return { versioned: versioned.toSorted((a, b) => compareKeys(a.version, b.version)), ignored, misnamed };
}
function sqlx_wrongName(source) {
    const name = JSON.stringify(file_names_nameOf(source));
    const sentence = `while resolving migrations: error parsing migration filename ${name}; expected integer version prefix (e.g. \`01_foo.sql\`)`;
    return { kind: 'invalid', sentence, refuses: true, file: source.file };
}
function isDown(source) {
    return source.path.endsWith('.down.sql');
}
function sqlx_versionOf(row) {
    return BigInt(row.version ?? 0);
}
function lowest(versions) {
    return [...versions].toSorted(compareKeys)[0];
}
function dirty(rows) {
    const failed = [...rows].filter(([, row]) => Number(row.success) === 0).map(([version]) => version);
    const version = lowest(failed);
    if (version === undefined)
        return undefined;
    const sentence = `migration ${version} is partially applied; fix and remove row from \`_sqlx_migrations\` table`;
    return { kind: 'dirty', sentence, refuses: true };
}
/** A down file alone is enough for the tool. */
function sqlx_missing(rows, versioned) {
    const there = new Set(versioned.map(({ version }) => version));
    const version = lowest([...rows.keys()].filter((one) => !there.has(one)));
    if (version === undefined)
        return undefined;
    const sentence = `migration ${version} was previously applied but is missing in the resolved migrations`;
    return { kind: 'missing', sentence, refuses: true };
}
/** `at`: its place among the files. */
function firstEdited(ups, rows) {
    for (const [at, { version, source }] of ups.entries()) {
        const row = rows.get(version);
        if (row === undefined || checksumIn(row) === checksum(textOf(source)))
            continue;
        const sentence = `migration ${version} was previously applied but has been modified${otherLineEnds(source, row)}`;
        return { at, problem: { kind: 'edited', sentence, refuses: true, file: source.file } };
    }
    return undefined;
}
/** The usual reason: Git changed the line ends of the checkout. */
function otherLineEnds(source, row) {
    const lf = textOf(source).replaceAll('\r\n', '\n');
    const was = checksumIn(row);
    if (was === checksum(lf))
        return '. With LF line ends it is the file that was applied';
    if (was === checksum(lf.replaceAll('\n', '\r\n')))
        return '. With CRLF line ends it is the file that was applied';
    return '';
}
/** Over the file's bytes. */
function checksum(text) {
    return (0,external_node_crypto_.createHash)('sha384').update(text).digest('hex');
}
function checksumIn({ checksum: value }) {
    return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}
function sqlx_migration({ version, source, title }, down, table) {
    const suffix = title.endsWith('.up.sql') ? /(\.up\.sql)+$/ : /(\.sql)+$/;
    const description = title.replace(suffix, '').replaceAll('_', ' ');
    const values = `${version}, ${quoteText(description)}, TRUE, x'${checksum(textOf(source))}', -1`;
    return {
        id: String(version),
        file: source.file,
        steps: statementSteps(source.file, source.sql),
        records: {
            within: [
                `INSERT INTO ${table} (version, description, success, checksum, execution_time) VALUES (${values})`,
            ],
            // The tool writes the nanoseconds that it took.
            after: [`UPDATE ${table} SET execution_time = 0 WHERE version = ${version}`],
        },
        ...optsOut(source),
        ...(down && {
            down: {
                steps: statementSteps(down.file, down.sql),
                records: { within: [`DELETE FROM ${table} WHERE version = ${version}`] },
                ...optsOut(down),
            },
        }),
    };
}
/** Only as the very first bytes, which a byte order mark would be. */
function optsOut(source) {
    return textOf(source).startsWith('-- no-transaction') ? { optsOut: true } : {};
}
function sqlx_late(pending, rows) {
    const newest = [...rows.keys()].toSorted(compareKeys).at(-1);
    if (newest === undefined)
        return [];
    const older = pending.filter(({ version }) => version < newest);
    return runsLate('sqlx', older.map(({ version, source }) => ({ id: String(version), file: source.file })), String(newest));
}

;// CONCATENATED MODULE: ./lib/plan/layouts/user-version.js

/**
 * Numbered files, of which those beyond `PRAGMA user_version` are run; each sets the version in its own transaction
 * (mtlynch/go-evolutionary-migrate). With folders, `1-name/up.sql`, the version is the number of migrations applied
 * (cljoly/rusqlite_migration).
 */
const userVersion = {
    name: 'user-version',
    tool: 'user_version',
    description: '`NUMBER_name.sql` or `NUMBER_name/up.sql`; `PRAGMA user_version` holds the last number.',
    profile: { transaction: 'file', foreignKeys: false },
    driverDecides: true,
    claims(folder, history) {
        if (history.userVersion === 0 || history.tables.length > 0)
            return false;
        return numbered(folder).some(({ version }) => version === BigInt(history.userVersion));
    },
    read(folder, state) {
        const migrations = numbered(folder);
        const current = BigInt(state.userVersion);
        const pending = migrations.filter(({ version }) => version > current);
        const formers = formerVersions(migrations);
        const known = new Set(migrations.flatMap(({ up, down }) => [up.file, down?.file]));
        return {
            ...NOTHING,
            applied: migrations.length - pending.length,
            pending: pending.map((migration) => pendingOf(migration, formers)),
            problems: ahead(migrations, current),
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            bookkeeping: { tables: [], userVersion: true },
        };
    },
};
function numbered({ files }) {
    const folders = files.filter(({ path }) => /^\d+[^/]*\/up\.sql$/i.test(path));
    const byPath = new Map(files.map((file) => [file.path.toLowerCase(), file]));
    const isDown = ({ path }) => /\.down\.sql$/i.test(path);
    const ups = folders.length > 0 ? folders : files.filter((file) => !isDown(file));
    const ordered = ups
        .flatMap((up) => {
        const version = leadingNumber(folders.length > 0 ? up.path : file_names_nameOf(up));
        const down = byPath.get(downOf(up));
        return version === undefined ? [] : [{ version, up, ...(down && { down }) }];
    })
        .toSorted((a, b) => compareKeys(a.version, b.version));
    // In folders, the version is the place in the order; else it is the number in the name.
    return folders.length > 0 ? ordered.map((one, at) => ({ ...one, version: BigInt(at + 1) })) : ordered;
}
/** `1-name/down.sql` beside `1-name/up.sql`; `1-name.down.sql` beside `1-name.up.sql` or `1-name.sql`. */
function downOf({ path }) {
    const down = path.replace(/(^|\/)up\.sql$/i, '$1down.sql');
    return (down === path ? path.replace(/(\.up)?\.sql$/i, '.down.sql') : down).toLowerCase();
}
/** The version before each one; files may share theirs. */
function formerVersions(ordered) {
    const versions = [...new Set(ordered.map(({ version }) => version))];
    return new Map(versions.map((version, at) => [version, versions[at - 1] ?? 0n]));
}
function pendingOf({ version, up, down }, formers) {
    const former = formers.get(version) ?? 0n;
    return {
        id: String(version),
        file: up.file,
        steps: statementSteps(up.file, up.sql),
        // Inside the transaction, so that the version goes back with it.
        records: { within: [`PRAGMA user_version = ${version}`] },
        ...(down && {
            down: {
                steps: statementSteps(down.file, down.sql),
                records: { within: [`PRAGMA user_version = ${former}`] },
            },
        }),
    };
}
/** The snapshot knows a version that no file has: mostly one of another branch. */
function ahead(migrations, current) {
    const last = migrations.at(-1)?.version;
    if (last === undefined || current <= last)
        return [];
    const sentence = `user_version is ${current}, and the last file has ${last}: nothing is run`;
    return [{ kind: 'missing', sentence, refuses: false }];
}

;// CONCATENATED MODULE: ./lib/plan/layouts/index.js

/**
 * Every layout, the most particular first: the first that claims the files has them. A layout is its file, this line,
 * its test, its golden cases and its page in docs/recipes.
 */
const layouts = [
    d1,
    drizzle,
    prisma,
    goose,
    dbmate,
    sqlMigrate,
    userVersion,
    golangMigrate,
    diesel,
    sqlx,
    plain,
];

;// CONCATENATED MODULE: ./lib/plan/history-tables.js

const KNOWN = [
    ...codeTools.filter(({ beside }) => beside !== undefined).map(known),
    ...layouts.flatMap(({ name, history }) => (history === undefined ? [] : [{ tool: name, history }])),
    ...codeTools.filter(({ beside }) => beside === undefined).map(known),
];
/**
 * The tool whose migration history this table is, by its columns: a layout's name, or a tool that only `command` can run.
 * `columns` in any case and order; `tables`: every table of the database; `named`: the user says that it is one.
 */
function toolOf(table, columns, tables, named = false) {
    const has = columns.map(quote_foldName).toSorted().join();
    const isThere = (name) => tables.some((other) => quote_foldName(other) === quote_foldName(name));
    return KNOWN.find(({ history, beside }) => history.columns.toSorted().join() === has &&
        (!history.common || named || /schema/i.test(table) || speaksOfMigrations(table)) &&
        (beside === undefined || isThere(beside)))?.tool;
}
/** Whether a table with this definition may be a tool's: saves asking SQLite for the columns of all others. */
function mayBeTracking(definition) {
    const text = definition.toLowerCase();
    return KNOWN.some(({ history }) => history.columns.every((column) => text.includes(column)));
}
/** By its name, which is a tool's usual one or says so: many tables of applications have columns as those of a tool. */
function speaksOfMigrations(table) {
    const isUsual = ({ history }) => quote_foldName(table) === quote_foldName(history.table);
    return /migrat/i.test(table) || KNOWN.some(isUsual);
}
/** The same of one tool's table, in whose name the usual one may stand: `app_alembic_version`. */
function isNamedFor(table, tool) {
    const isIn = ({ history }) => foldName(table).includes(foldName(history.table));
    return speaksOfMigrations(table) || KNOWN.some((one) => one.tool === tool && isIn(one));
}
/** It may be a migration history, by its name. */
function mayKeepAccount(table) {
    return speaksOfMigrations(table) || /^_*(schema|db|database)_?(version|history|change|patch)/i.test(table);
}
function known({ name, history, beside }) {
    return { tool: name, history, ...(beside !== undefined && { beside }) };
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/read-history.js

/** No project has so many migrations: a table with more rows is the application's own. */
const read_history_MOST_ROWS = 20_000;
/**
 * Reads the tables in which migration tools record what they applied, in the database at `path`; `named`: one that the
 * user named. These rows are the only ones that leave the engine: they name migrations, not data.
 */
function readHistory(path, named) {
    return withConnection(path, 'read', (connection) => {
        const schema = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
        const definitions = connection.rows(schema).map(([name, sql]) => [String(name), String(sql)]);
        const names = definitions.map(([name]) => name);
        const isNamed = (name) => named !== undefined && quote_foldName(name) === quote_foldName(named);
        const candidates = definitions.filter(([name, sql]) => isNamed(name) || mayBeTracking(sql));
        const tables = candidates.flatMap(([name]) => read_history_readTable(connection, name, names, isNamed(name)));
        const unknown = names.filter((name) => !tables.some(({ table }) => table === name));
        return {
            tables,
            others: unknown.filter((name) => mayKeepAccount(name) && hasRows(connection, name)),
            userVersion: connection.number('PRAGMA user_version'),
        };
    });
}
function read_history_readTable(connection, table, tables, isNamed) {
    try {
        const info = connection.rows('SELECT name FROM pragma_table_info(?)', table);
        const columns = info.map(([column]) => String(column));
        const tool = toolOf(table, columns, tables, isNamed);
        if (tool === undefined && !isNamed)
            return [];
        const rows = connection.rows(`SELECT * FROM main.${quoteName(table)} LIMIT ${read_history_MOST_ROWS + 1}`);
        if (rows.length > read_history_MOST_ROWS)
            return [];
        const keys = columns.map((column) => column.toLowerCase());
        const row = (values) => Object.fromEntries(keys.map((key, at) => [key, plainNumber(values[at] ?? null)]));
        return [{ table, rows: rows.map(row), ...(tool !== undefined && { tool }) }];
    }
    catch (error) {
        // On a damaged page: the measurements say so.
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return [];
    }
}
function hasRows(connection, table) {
    try {
        return connection.number(`SELECT EXISTS (SELECT 1 FROM main.${quoteName(table)})`) === 1;
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return false;
    }
}
function plainNumber(value) {
    const isSafe = typeof value === 'bigint' && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value));
    return isSafe ? Number(value) : value;
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/finalize.js

/**
 * Turns what a program left behind into a database in one file: opening it recovers it, and a checkpoint brings its WAL
 * into the file. The journal mode stays.
 */
function finalize({ snapshot, sha256, after }) {
    const snapshotIsSame = (0,external_node_fs_.existsSync)(snapshot) && hashOf(snapshot) === sha256;
    if (!(0,external_node_fs_.existsSync)(after))
        return { snapshotIsSame };
    try {
        withConnection(after, 'write', (connection) => {
            connection.number('SELECT count(*) FROM sqlite_schema');
            if (connection.text('PRAGMA journal_mode') === 'wal')
                connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        });
        return { snapshotIsSame, history: readHistory(after) };
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return { snapshotIsSame };
    }
}

// EXTERNAL MODULE: ./lib/system-error.js
var system_error = __webpack_require__("lib/system-error.js");
;// CONCATENATED MODULE: ./lib/engine/snapshot/file-content.js
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
    return isText(head) ? file_content_text(head, name) : file_content_unknown();
}
function cutDatabase(bytes) {
    return refuse(`it was cut off: ${bytes} bytes are fewer than the smallest database has (${SMALLEST_DATABASE}).`, 'Fetch the snapshot again and compare its size with the original.');
}
function file_content_text(head, name) {
    if (head.toString('latin1').startsWith('version https://git-lfs')) {
        return refuse('it is a Git LFS pointer, not the database that it points to.', 'Let actions/checkout fetch it: `with: { lfs: true }`.');
    }
    if (/\.sql(\.gz|\.zst)?$/i.test(name))
        return { content: 'sql' };
    return refuse('it is text, not a SQLite database.', 'Give the database file itself; a dump must have a name that ends in .sql.');
}
function file_content_unknown() {
    return refuse('it is not a SQLite database, or it is encrypted.', 'Give an unencrypted SQLite file, or one packed as .gz or .zst.');
}
function isText(head) {
    // Text has no control characters but tab, line feed, form feed and carriage return.
    return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__("node:buffer");
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
        return restore_cutAt(last.line);
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
    return connection.inTransaction ? restore_cutAt(statements.at(-1)?.line ?? 1) : undefined;
}
/** Those that the dump writes straight into the schema, where SQLite does not see them before it opens the file anew. */
function virtualTables(statements) {
    const written = /^INSERT INTO sqlite_(?:master|schema)\b[^']*'table','((?:[^']|'')+)'/i;
    const names = statements.flatMap(({ sql }) => written.exec(sql)?.[1] ?? []);
    return new Set(names.map((name) => name.replaceAll("''", "'")));
}
/** What went wrong, without a value of the dump. */
function restore_attempt(connection, { sql }) {
    const refusal = confine(connection, sql);
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
        return (0,sqlite_message/* publicMessage */.j)(failure);
    }
}
function restore_cutAt(line) {
    return refuse(`the dump was cut off: its last statement, on line ${line}, does not end it.`, 'Make the dump again and fetch it whole.');
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__("node:stream");
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__("node:stream/promises");
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__("node:zlib");
;// CONCATENATED MODULE: ./lib/engine/snapshot/unpack.js

/** *before*, *after* and a journal must fit beside each other. */
const DISK_SHARE = 1 / 4;
/** A database packs to a tenth, seldom to a fiftieth; what packs much better is a bomb, unless it is small anyway. */
const MOST_TIMES_PACKED = 250;
const ALWAYS_ALLOWED = 1024 ** 3;
function limitFor(packed, target) {
    const byRatio = Math.max(ALWAYS_ALLOWED, MOST_TIMES_PACKED * (0,external_node_fs_.statSync)(packed).size);
    return Math.min(byRatio, freeBytes(target) * DISK_SHARE);
}
/** Unpacks `from` to the new file `to`, at most `limit` bytes of it: a few packed kilobytes can become terabytes. */
async function unpack(from, to, format, limit = limitFor(from, to)) {
    const packed = (0,external_node_fs_.statSync)(from).size;
    let left = limit;
    try {
        // The zstd decoder stops at the end of a frame, and a file may hold many. What follows a gzip stream is padding.
        for (let start = 0, flags = 'wx'; start < packed; flags = 'a') {
            const decoder = format === 'gz' ? (0,external_node_zlib_.createGunzip)() : (0,external_node_zlib_.createZstdDecompress)();
            const count = (bytes) => {
                left -= bytes;
                return left >= 0;
            };
            const target = (0,external_node_fs_.createWriteStream)(to, { flags, mode: 0o600 });
            await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(from, { start }), decoder, counted(count), target);
            start = format === 'gz' || decoder.bytesWritten === 0 ? packed : start + decoder.bytesWritten;
        }
        return undefined;
    }
    catch (error) {
        const refusal = unpack_refusalOf(error, limit);
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
function unpack_refusalOf(error, limit) {
    const code = (0,system_error/* systemCode */.x)(error) ?? '';
    if (error instanceof TooLarge) {
        const most = Math.floor(limit / 1_000_000);
        return refuse(`unpacked, it has more than ${most} MB: at most a quarter of the free disk is filled, and at most 1 GiB or ${MOST_TIMES_PACKED} times the packed size.`, 'Check that it is the right file; if it is, run where there is more disk space.');
    }
    if (code === 'Z_BUF_ERROR')
        return refuse('it was cut off while it was packed.', FETCH_AGAIN);
    if (code === 'ZSTD_error_frameParameter_windowTooLarge') {
        return refuse('unpacking it needs more memory than 128 MB.', 'Pack it without `--long`.');
    }
    if (/^(Z|ZSTD)_/.test(code))
        return refuse('it is packed, and damaged.', FETCH_AGAIN);
    return undefined;
}
const FETCH_AGAIN = 'Fetch the snapshot again and compare its checksum with the original.';
function freeBytes(path) {
    const { bavail, bsize } = (0,external_node_fs_.statfsSync)((0,external_node_path_.dirname)(path));
    return bavail * bsize;
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/validate.js

/** As many bytes as the smallest database has; enough to recognise every other kind of file. */
const HEAD = 512;
/**
 * Decides from the file's type and its first bytes what the snapshot is. `name`: as the user wrote it. Never opens it
 * with SQLite, and never waits: a FIFO is refused before it is opened.
 */
function validate(path, name) {
    try {
        return byType((0,external_node_fs_.statSync)(path)) ?? byContent(path, name);
    }
    catch (error) {
        const code = (0,system_error/* systemCode */.x)(error);
        if (code === undefined || MACHINE_FAULTS.has(code))
            throw error;
        return bySystemError(code, path);
    }
}
/** They say something of this machine, and nothing of the file. */
const MACHINE_FAULTS = new Set(['EIO', 'EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EINTR']);
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
    // Without O_NONBLOCK, a pipe that took the place of the file since would block for ever.
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

;// CONCATENATED MODULE: ./lib/engine/snapshot/inspect.js

/**
 * Makes the two private copies. The snapshot is read as bytes only: opening it, even read-only, could change it or
 * its neighbours (WAL), and miss commits that are only in `-wal` or undo ones that are only in `-journal`
 * (sqlite.org/howtocorrupt.html section 1). The first opening of the copy recovers it.
 */
async function inspect(request) {
    const validated = validate(request.snapshot, request.name);
    if ('unusable' in validated)
        return validated;
    const { content } = validated;
    return content === 'sqlite' ? inspectDatabase(request) : await inspectPacked(request, content);
}
/** The copies of a database file, its sidecars included. */
function inspectDatabase(request) {
    const { snapshot, name, folder } = request;
    const before = (0,external_node_path_.join)(folder, 'before.db');
    // SQLite keeps -wal and -journal beside the file that a link leads to.
    const source = (0,external_node_fs_.realpathSync)(snapshot);
    const refusal = refuseOddSidecars(source);
    if (refusal !== undefined)
        return refusal;
    const main = copyAndHash(source, before);
    const sidecars = sidecarsOf(source).map((suffix) => ({
        suffix,
        ...copyAndHash(source + suffix, before + suffix),
    }));
    // Only when all are copied: a checkpoint between two copies would tear the set apart.
    const stable = isUnchanged(source, main, sidecars);
    const facts = fileFacts(source, name, main);
    const kept = sidecars.map(({ suffix, bytes }) => ({ suffix, bytes }));
    return twoCopies(request, { ...facts, kind: 'sqlite', sidecars: kept, stable });
}
/** The copies of what must first be unpacked, restored, or both. */
async function inspectPacked(request, content) {
    const { snapshot, name, folder } = request;
    const source = (0,external_node_fs_.realpathSync)(snapshot);
    let file = (0,external_node_path_.join)(folder, 'snapshot');
    const copied = copyAndHash(source, file);
    const stable = isUnchanged(source, copied, []);
    let inner = content;
    if (content !== 'sql') {
        const packed = file;
        file = (0,external_node_path_.join)(folder, 'unpacked');
        const refusal = await unpack(packed, file, content);
        (0,external_node_fs_.rmSync)(packed);
        const unpacked = refusal ?? byContent(file, name);
        if ('unusable' in unpacked)
            return unpacked;
        inner = unpacked.content;
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
    return twoCopies(request, {
        ...fileFacts(source, name, copied),
        kind: inner === content ? content : inner === 'sql' ? `sql.${content}` : content,
        sidecars: [],
        stable,
    });
}
function fileFacts(source, path, { bytes, sha256 }) {
    return { path, bytes, sha256, modifiedAt: (0,external_node_fs_.statSync)(source).mtime.toISOString() };
}
/** Seals *before*, and makes *after* of it. */
function twoCopies({ folder, historyTable }, facts) {
    const before = (0,external_node_path_.join)(folder, 'before.db');
    const after = (0,external_node_path_.join)(folder, 'after.db');
    const sealed = seal(before);
    if ('unusable' in sealed)
        return sealed;
    (0,external_node_fs_.copyFileSync)(before, after, external_node_fs_.constants.COPYFILE_FICLONE);
    const snapshot = { ...facts, ...sealed, databaseBytes: (0,external_node_fs_.statSync)(before).size };
    const history = readHistory(before, historyTable);
    return { snapshot, history, before, after, sqlite: sqliteVersion() };
}
/**
 * -shm is left behind: SQLite rebuilds it from -wal. Throws where it cannot be asked whether one is there: taken for
 * "not there", its commits would be missing without a word.
 */
function sidecarsOf(source) {
    return ['-wal', '-journal'].filter((suffix) => lookUp(source + suffix) !== undefined);
}
function lookUp(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
}
/** Reading a pipe or a device beside the snapshot could wait, or go on, for ever. */
function refuseOddSidecars(source) {
    const odd = sidecarsOf(source).find((suffix) => lookUp(source + suffix)?.isFile() === false);
    if (odd === undefined)
        return undefined;
    return refuse(`what stands beside it as ${odd} is no file.`, 'Remove it, or give a copy of the database.');
}
function isUnchanged(source, main, sidecars) {
    const copied = sidecars.map(({ suffix }) => suffix).join();
    try {
        return sidecarsOf(source).join() === copied && [main, ...sidecars].every((file) => file.isStill());
    }
    catch (error) {
        // A file that is gone has changed.
        if ((0,system_error/* systemCode */.x)(error) === 'ENOENT')
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

;// CONCATENATED MODULE: ./lib/engine/snapshot/restore-backup.js

/** Puts the backup in the place of the migrated database, as `cp` would. */
function restoreBackup({ backup, target }) {
    const started = performance.now();
    (0,external_node_fs_.copyFileSync)(backup, target);
    const ms = performance.now() - started;
    return { ms, identical: hashOf(target) === hashOf(backup) };
}

;// CONCATENATED MODULE: ./lib/engine/handlers.js

/** One function per task; loaded only after the Node version is known to be right. */
function handlers(tell) {
    return {
        inspect: inspect,
        measure: measure,
        rehearse: (request) => withPauses(rehearse(request, tell)),
        compare: (request) => compare(request),
        locate: locate,
        tracking: ({ database, table }) => readHistory(database, table),
        restore: restoreBackup,
        finalize: finalize,
    };
}
/** What SQLite's library has given up is freed when the event loop runs; of 100,000 statements it is gigabytes. */
const STATEMENTS_BETWEEN_PAUSES = 500;
/** Runs to the end, and lets the event loop run in between. */
async function withPauses(steps) {
    for (let count = 1;; count += 1) {
        const { done, value } = steps.next();
        if (done)
            return value;
        if (count % STATEMENTS_BETWEEN_PAUSES === 0)
            await (0,promises_.setImmediate)();
    }
}


/***/ }),

/***/ "node_modules/better-sqlite3/lib/ sync":
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

};
