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

;// CONCATENATED MODULE: ./lib/sql/quoted-text.js
/**
 * The text in double quotes that SQLite took for a name, quotes included, where it fails for that alone: where they are
 * enabled, such literals are texts (sqlite.org/quirks.html section 8). `message`: SQLite's own.
 */
function textInDoubleQuotes(message) {
    return /no such column: (".*") - should this be a string literal in single-quotes\?/s.exec(message)?.[1];
}

// EXTERNAL MODULE: ./node_modules/better-sqlite3/lib/index.js
var lib = __webpack_require__("node_modules/better-sqlite3/lib/index.js");
;// CONCATENATED MODULE: ./lib/engine/sqlite/node-driver.js
/**
 * Opens the file with Node's own SQLite, which takes text in double quotes; foreign keys and defences are SQLite's
 * defaults. `strict`: all three as better-sqlite3 has them.
 */
function nodeDriver(path, mode, strict = false) {
    // Loaded only when it is needed: it prints a warning that it is new.
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
    const db = new Database(path, {
        enableDoubleQuotedStringLiterals: !strict,
        enableForeignKeyConstraints: strict,
        defensive: strict,
        readOnly: mode === 'read',
    });
    if (mode !== 'write')
        db.exec('PRAGMA trusted_schema=OFF');
    const usual = { ...db.limits };
    return {
        exec: (sql) => named(() => db.exec(sql)),
        rows: (sql, parameters) => named(() => rowsOf(db, sql, parameters)),
        objects: (sql, parameters) => named(() => db.prepare(sql).all(...parameters)),
        iterate: (sql) => oneByOne(named(() => db.prepare(sql))),
        // Arrays, as it is told to return; the types only know objects.
        each: (sql) => oneByOne(named(() => prepared(db, sql))),
        compile: (sql) => named(() => void db.prepare(sql)),
        isReadOnly: (sql) => named(() => isReadOnly(db, sql)),
        program: (sql) => named(() => programOf(db, sql)),
        limit: (limits) => void Object.assign(db.limits, usual, limits),
        get inTransaction() {
            return db.isTransaction;
        },
        close: () => db.close(),
    };
}
function rowsOf(db, sql, parameters) {
    // Arrays, as it was told to return; the types only know objects.
    return prepared(db, sql).all(...parameters);
}
function prepared(db, sql) {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    statement.setReadBigInts(true);
    return statement;
}
/** Errors can also be thrown between rows. */
function* oneByOne(statement) {
    const rows = named(() => statement.iterate());
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
        if (driver === 'node:sqlite' || driver === 'limited')
            return new Connection(nodeDriver(path, mode, driver === 'limited'));
        const db = new lib(path, { readonly: mode === 'read', fileMustExist: true });
        // With its defences up, SQLite does not even read a schema with a trigger on a table that has the name of a shadow
        // table. They keep nobody from reading.
        if (driver === 'undefended' || mode !== 'write')
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
    /** Rows as arrays, none kept; integers as bigint. */
    each(sql) {
        return this.#driver.each(sql);
    }
    /** Runs `act` under lower limits, where the library can set them: our own statements may be longer than the migration's. */
    limited(limits, act) {
        if (limits === undefined || this.#driver.limit === undefined)
            return act();
        this.#driver.limit(limits);
        try {
            return act();
        }
        finally {
            this.#driver.limit(undefined);
        }
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
        each: (sql) => prepare(sql).iterate(),
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

// EXTERNAL MODULE: ./lib/engine/sqlite/errors.js
var errors = __webpack_require__("lib/engine/sqlite/errors.js");
// EXTERNAL MODULE: ./lib/engine/sqlite/message.js
var sqlite_message = __webpack_require__("lib/engine/sqlite/message.js");
;// CONCATENATED MODULE: ./lib/engine/ask/row-hash.js
/** Digits of a real that do not depend on the order in which a sum is added. */
const DIGITS = 12;
/** A number of 53 bits for the values of a row: equal rows, by storage class and bytes, have equal ones. */
function rowHash(row, { rounded }) {
    return hashOf(row.map((value) => spelt(value, rounded)).join('\0'));
}
/** The value with its storage class. */
function spelt(value, rounded) {
    if (value === null)
        return 'n';
    switch (typeof value) {
        case 'bigint':
            return `i${value}`;
        case 'number':
            return `r${rounded ? value.toPrecision(DIGITS) : value}`;
        case 'string':
            return `t${value.length} ${value}`;
        default:
            return `b${Buffer.from(value).toString('latin1')}`;
    }
}
/** Two FNV-1a hashes of 32 bits with different starts, 53 bits of them. */
function hashOf(text) {
    let low = 0x811c9dc5;
    let high = 0x9dc5811c;
    for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        low = Math.imul(low ^ unit, 0x01000193);
        high = Math.imul(high ^ (unit + at), 0x85ebca6b);
    }
    return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

;// CONCATENATED MODULE: ./lib/engine/ask/ask-view.js

/** More rows than these are not compared: their number is enough to see what a view gives. */
const MOST_ROWS = 1_000_000;
const TOO_MANY = 'it gives more than a million rows';
/** Reads a view on both sides and compares its rows, in whatever order they come. A view need not end: bound the time. */
function askView({ before, after, question }) {
    const { view, former, columns, rounded } = question;
    const options = { rounded };
    const then = readRows(before, former, columns.map(([column]) => column), options);
    // What did not work before is no measure.
    if ('failure' in then)
        return told(question);
    if (then.rows > MOST_ROWS)
        return { ...told(question), unasked: TOO_MANY };
    const now = readRows(after, view, columns.map(([, column]) => column), options);
    if ('failure' in now) {
        return { meaning: { view, change: { kind: 'fails', message: now.failure }, hints: question.hints } };
    }
    if (now.rows > MOST_ROWS)
        return { ...told(question), unasked: TOO_MANY };
    // Where nothing is in it, nothing is proven.
    if (then.rows + now.rows === 0)
        return told(question);
    const { gone, came } = difference(then, now);
    if (gone + came === 0)
        return {};
    const { cause, hints, meant } = question;
    const counts = { before: then.rows, after: now.rows, gone, came };
    const change = { kind: 'rows', ...counts, ...(cause && { cause }), ...(meant && { meant }) };
    return { meaning: { view, change, hints } };
}
/** What is known without an answer. */
function told({ view, cause, hints }) {
    return cause === undefined ? {} : { meaning: { view, change: cause, hints } };
}
function readRows(path, view, columns, options) {
    const name = quoteName(view);
    const shown = columns.length === 0 ? '1' : columns.map((column) => `v.${quoteName(column)}`).join(', ');
    const sql = `SELECT ${shown} FROM main.${name} AS v LIMIT ${MOST_ROWS + 1}`;
    const read = (connection) => countRows(connection, sql, options);
    try {
        return withConnection(path, 'read', read);
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        if (textInDoubleQuotes(failure.message) === undefined)
            return { failure: (0,sqlite_message/* publicMessage */.j)(failure) };
    }
    try {
        return withConnection(path, 'read', read, 'node:sqlite');
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        return { failure: (0,sqlite_message/* publicMessage */.j)(failure) };
    }
}
function countRows(connection, sql, options) {
    const seen = new Map();
    let rows = 0;
    for (const row of connection.each(sql)) {
        rows += 1;
        const hash = rowHash(row, options);
        seen.set(hash, (seen.get(hash) ?? 0) + 1);
    }
    return { rows, seen };
}
function difference(then, now) {
    let common = 0;
    for (const [hash, count] of then.seen)
        common += Math.min(count, now.seen.get(hash) ?? 0);
    return { gone: then.rows - common, came: now.rows - common };
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
/** What stands between the outer parentheses of a CREATE, split at its commas. */
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

;// CONCATENATED MODULE: ./lib/sql/expression/expression.js
const NUMBER = /^-?[0-9]/;
function literal(text) {
    return { op: 'literal', text, of: [] };
}
function isLiteral(expression) {
    return expression?.op === 'literal';
}
/** The number that a literal spells; `undefined` for anything else, and where JavaScript would round it. */
function numberOf({ op, text = '' }) {
    if (op !== 'literal' || !NUMBER.test(text))
        return undefined;
    const number = Number(text);
    return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}
/** Its conditions, all of which must hold. */
function conjuncts(expression) {
    return expression.op === 'and' ? expression.of : [expression];
}
/** A text that is equal for equal trees. It is no SQL. */
function spell({ op, text, of }) {
    if (of.length === 0)
        return text ?? op;
    const parts = of.map(spell);
    return `${op}${text === undefined ? '' : ` ${text}`}(${parts.join(', ')})`;
}

;// CONCATENATED MODULE: ./lib/sql/expression/simplify.js

/*
 * The one form of what can be written in several ways. Nothing here changes which rows pass, or what is neither true nor
 * false because of a NULL.
 */
const MIRRORED = new Map([
    ['<', '>'],
    ['<=', '>='],
    ['>', '<'],
    ['>=', '<='],
]);
/** `0 < a` is `a > 0`, and `a = 1` is `a IN (1)`. Between two columns the side decides which collation counts. */
function comparison(op, left, right) {
    if (isLiteral(left) && !isLiteral(right))
        return comparison(MIRRORED.get(op) ?? op, right, left);
    return op === '=' && isLiteral(right) && !isLiteral(left)
        ? membership(left, [right])
        : { op, of: [left, right] };
}
/** The first is what is looked for; the values follow, sorted where they are literals. */
function membership(subject, values) {
    const sorted = values.every(isLiteral) ? sortedOnce(values) : values;
    return { op: 'in', of: [subject, ...sorted] };
}
function sortedOnce(values) {
    const texts = [...new Set(values.map(({ text = '' }) => text))];
    return texts.toSorted().map((text) => ({ op: 'literal', text, of: [] }));
}
function negation(expression) {
    const [inner] = expression.of;
    // Twice NOT makes 1 of every number that is not 0: the same only where it says yes or no by itself.
    if (expression.op === 'not' && inner !== undefined && isCondition(inner))
        return inner;
    return { op: 'not', of: [expression] };
}
const CONDITIONS = new Set(['in', 'is', 'is-true', '=', '<', '<=', '>', '>=', 'like', 'glob', 'and', 'or']);
function isCondition({ op }) {
    return CONDITIONS.has(op) || op === 'not';
}
function allOf(operands) {
    return joined('and', operands);
}
/** `a = 1 OR a = 2` is `a IN (1, 2)`. */
function anyOf(operands) {
    if (operands.length < 2)
        return joined('or', operands);
    const flat = flattened('or', operands);
    const merged = new Map();
    for (const [at, operand] of flat.entries()) {
        const [subject, ...values] = operand.of;
        const isList = operand.op === 'in' && subject !== undefined && values.every(isLiteral);
        const key = isList ? spell(subject) : String(at);
        const known = merged.get(key);
        merged.set(key, known && isList ? membership(subject, [...known.of.slice(1), ...values]) : operand);
    }
    return joined('or', [...merged.values()]);
}
function joined(op, operands) {
    const [only, ...others] = operands;
    if (only !== undefined && others.length === 0)
        return only;
    return { op, of: flattened(op, operands) };
}
function flattened(op, operands) {
    return operands.flatMap((operand) => (operand.op === op ? operand.of : [operand]));
}
/** A number in one spelling: `1_000`, `1E3` and `007` as SQLite reads them. */
function numeral(text) {
    const plain = text.replaceAll('_', '').toLowerCase();
    return plain.replace(/^0+(?=[0-9])/, (zeros) => (plain.startsWith('0x') ? zeros : ''));
}

;// CONCATENATED MODULE: ./lib/sql/expression/parse.js

/** Deeper ones, and longer ones, are compared as texts. */
const MOST_DEPTH = 100;
const MOST_TOKENS = 20_000;
/** From the loosest to the tightest (sqlite.org/lang_expr.html); those of one line bind equally. */
const BINARY = [
    ['<', '<=', '>', '>='],
    ['&', '|', '<<', '>>'],
    ['+', '-'],
    ['*', '/', '%'],
    ['||', '->', '->>'],
];
const PATTERNS = new Set(['LIKE', 'GLOB', 'REGEXP', 'MATCH']);
const CONSTANTS = new Set(['NULL', 'CURRENT_TIME', 'CURRENT_DATE', 'CURRENT_TIMESTAMP']);
const BOOLEANS = new Map([
    ['TRUE', '1'],
    ['FALSE', '0'],
]);
/** What begins or goes on with something that is no plain expression. */
const FOREIGN = new Set(['SELECT', 'EXISTS', 'RAISE', 'OVER', 'FILTER', 'WITH', 'VALUES']);
/** `undefined` for what is no expression, or one with a query inside. */
function parseExpression(sql) {
    const tokens = meaningfulTokens(sql);
    if (tokens.length === 0 || tokens.length > MOST_TOKENS)
        return undefined;
    const parser = new Parser(sql, tokens);
    try {
        return parser.whole();
    }
    catch (error) {
        if (error instanceof NotUnderstood)
            return undefined;
        throw error;
    }
}
class NotUnderstood extends Error {
}
class Parser {
    #sql;
    #tokens;
    #at = 0;
    #depth = 0;
    constructor(sql, tokens) {
        this.#sql = sql;
        this.#tokens = tokens;
    }
    whole() {
        const expression = this.#any();
        if (this.#at < this.#tokens.length)
            throw new NotUnderstood();
        return expression;
    }
    #any() {
        this.#depth += 1;
        if (this.#depth > MOST_DEPTH)
            throw new NotUnderstood();
        const operands = [this.#and()];
        while (this.#accept('OR'))
            operands.push(this.#and());
        this.#depth -= 1;
        return anyOf(operands);
    }
    #and() {
        const operands = [this.#not()];
        while (this.#accept('AND'))
            operands.push(this.#not());
        return allOf(operands);
    }
    #not() {
        let times = 0;
        while (this.#accept('NOT'))
            times += 1;
        let expression = this.#equality();
        for (; times > 0; times -= 1)
            expression = negation(expression);
        return expression;
    }
    #equality() {
        let left = this.#binary(0);
        for (;;) {
            const next = this.#equalityAfter(left);
            if (next === undefined)
                return left;
            left = next;
        }
    }
    #equalityAfter(left) {
        const nothing = literal('null');
        if (this.#accept('=') || this.#accept('=='))
            return comparison('=', left, this.#binary(0));
        if (this.#accept('<>') || this.#accept('!='))
            return negation(comparison('=', left, this.#binary(0)));
        if (this.#accept('ISNULL'))
            return comparison('is', left, nothing);
        if (this.#accept('NOTNULL'))
            return negation(comparison('is', left, nothing));
        if (this.#accept('IS'))
            return this.#isAfter(left);
        const negated = this.#word() === 'NOT';
        const word = this.#word(negated ? 1 : 0);
        if (word !== 'IN' && word !== 'BETWEEN' && !PATTERNS.has(word) && !(negated && word === 'NULL'))
            return undefined;
        this.#at += negated ? 2 : 1;
        if (word === 'NULL')
            return negation(comparison('is', left, nothing));
        const found = this.#matchAfter(left, word);
        return negated ? negation(found) : found;
    }
    #isAfter(left) {
        const negated = this.#accept('NOT');
        if (this.#word() === 'DISTINCT' && this.#word(1) === 'FROM') {
            this.#at += 2;
            const found = comparison('is', left, this.#binary(0));
            return negated ? found : negation(found);
        }
        const found = BOOLEANS.has(this.#word())
            ? { op: 'is-true', of: [left, this.#primary()] }
            : comparison('is', left, this.#binary(0));
        return negated ? negation(found) : found;
    }
    #matchAfter(left, word) {
        if (word === 'IN') {
            if (!this.#accept('('))
                throw new NotUnderstood();
            return membership(left, this.#list());
        }
        const first = this.#binary(0);
        if (word === 'BETWEEN') {
            this.#expect('AND');
            return allOf([comparison('>=', left, first), comparison('<=', left, this.#binary(0))]);
        }
        const escaped = this.#accept('ESCAPE') ? [this.#binary(0)] : [];
        return { op: word.toLowerCase(), of: [left, first, ...escaped] };
    }
    #binary(level) {
        const operators = BINARY[level];
        if (operators === undefined)
            return this.#collated();
        let left = this.#binary(level + 1);
        for (;;) {
            const operator = this.#word();
            if (!operators.includes(operator))
                return left;
            this.#at += 1;
            const right = this.#binary(level + 1);
            left = level === 0 ? comparison(operator, left, right) : { op: operator, of: [left, right] };
        }
    }
    #collated() {
        let expression = this.#unary();
        while (this.#accept('COLLATE'))
            expression = { op: 'collate', text: this.#name().toUpperCase(), of: [expression] };
        return expression;
    }
    #unary() {
        let signs = '';
        while (['-', '+', '~'].includes(this.#word())) {
            signs = `${signs}${this.#word()}`;
            this.#at += 1;
            if (signs.length > MOST_DEPTH)
                throw new NotUnderstood();
        }
        let expression = this.#primary();
        for (const sign of [...signs].toReversed()) {
            const isNumber = isLiteral(expression) && /^[0-9.]/.test(expression.text ?? '');
            if (isNumber && sign === '-')
                expression = literal(`-${expression.text}`);
            else if (!(isNumber && sign === '+'))
                expression = { op: `unary${sign}`, of: [expression] };
        }
        return expression;
    }
    #primary() {
        const token = this.#tokens[this.#at];
        if (token === undefined)
            throw new NotUnderstood();
        const text = this.#sql.slice(token.start, token.end);
        if (token.kind === 'string')
            return this.#literal(text.startsWith("'") ? text : text.toLowerCase());
        if (token.kind === 'number')
            return this.#literal(numeral(text));
        if (this.#accept('(')) {
            const items = this.#list();
            const [only] = items;
            return items.length === 1 && only !== undefined ? only : { op: 'row', of: items };
        }
        if (token.kind === 'quoted')
            return this.#reference();
        if (token.kind !== 'word' || FOREIGN.has(this.#word()))
            throw new NotUnderstood();
        return this.#worded();
    }
    #worded() {
        const word = this.#word();
        if (word === 'CASE')
            return this.#case();
        if (this.#word(1) === '(')
            return this.#call(word);
        const value = BOOLEANS.get(word);
        if (value !== undefined)
            return this.#literal(value);
        if (CONSTANTS.has(word))
            return this.#literal(word.toLowerCase());
        return this.#reference();
    }
    #literal(text) {
        this.#at += 1;
        return literal(text);
    }
    #reference() {
        const parts = [this.#name()];
        while (this.#accept('.'))
            parts.push(this.#name());
        // The table in front says nothing: an expression of a schema knows no other.
        return { op: 'name', text: quote_foldName(parts.at(-1) ?? ''), of: [] };
    }
    #call(name) {
        this.#at += 2;
        if (name === 'CAST')
            return this.#cast();
        const distinct = this.#accept('DISTINCT');
        const star = this.#accept('*');
        if (star)
            this.#expect(')');
        const args = star ? [literal('*')] : this.#list();
        if (FOREIGN.has(this.#word()))
            throw new NotUnderstood();
        return { op: 'call', text: `${name.toLowerCase()}${distinct ? ' distinct' : ''}`, of: args };
    }
    #cast() {
        const value = this.#any();
        this.#expect('AS');
        let type = '';
        for (let depth = 0; depth > 0 || this.#word() !== ')'; this.#at += 1) {
            if (this.#at >= this.#tokens.length)
                throw new NotUnderstood();
            if (this.#word() === '(')
                depth += 1;
            if (this.#word() === ')')
                depth -= 1;
            type += ` ${this.#word()}`;
        }
        this.#at += 1;
        return { op: 'cast', text: type.trim(), of: [value] };
    }
    #case() {
        this.#at += 1;
        const parts = [];
        const shape = [];
        const take = (word) => {
            shape.push(word);
            parts.push(this.#any());
        };
        if (this.#word() !== 'WHEN')
            take('of');
        while (this.#accept('WHEN')) {
            take('when');
            this.#expect('THEN');
            take('then');
        }
        if (this.#accept('ELSE'))
            take('else');
        this.#expect('END');
        return { op: 'case', text: shape.join(' '), of: parts };
    }
    /** Behind an opening parenthesis, up to the closing one. */
    #list() {
        if (this.#accept(')'))
            return [];
        const items = [this.#any()];
        while (this.#accept(','))
            items.push(this.#any());
        this.#expect(')');
        return items;
    }
    #name() {
        const token = this.#tokens[this.#at];
        if (token?.kind !== 'word' && token?.kind !== 'quoted')
            throw new NotUnderstood();
        this.#at += 1;
        return nameOf(this.#sql, token);
    }
    /** In upper case; empty for what is quoted. */
    #word(ahead = 0) {
        const token = this.#tokens[this.#at + ahead];
        if (token === undefined || !['word', 'punctuation'].includes(token.kind))
            return '';
        return this.#sql.slice(token.start, token.end).toUpperCase();
    }
    #accept(word) {
        if (this.#word() !== word)
            return false;
        this.#at += 1;
        return true;
    }
    #expect(word) {
        if (!this.#accept(word))
            throw new NotUnderstood();
    }
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/index-text.js

/** Reads a CREATE INDEX as SQLite stores it. */
function readIndexText(sql) {
    const tokens = meaningfulTokens(sql);
    const word = (token) => token?.kind === 'word' || token?.kind === 'punctuation'
        ? sql.slice(token.start, token.end).toLowerCase()
        : '';
    const on = tokens.findIndex((token) => word(token) === 'on');
    const open = tokens.findIndex((token, at) => at > on && word(token) === '(');
    const items = [[]];
    let depth = 1;
    let at = open + 1;
    for (; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (word(token) === ')')
            depth -= 1;
        if (depth === 0)
            break;
        if (word(token) === '(')
            depth += 1;
        if (depth === 1 && word(token) === ',')
            items.push([]);
        else
            items.at(-1)?.push(token);
    }
    const condition = word(tokens[at + 1]) === 'where' ? tokens.slice(at + 2) : [];
    return {
        columns: items.map((item) => withoutOuterParentheses(canonicalSlice(sql, bare(item, word)))),
        ...(condition.length > 0 && { where: withoutOuterParentheses(canonicalSlice(sql, condition)) }),
    };
}
/** An indexed column without ASC, DESC, NULLS FIRST, and COLLATE. */
function bare(item, word) {
    let end = item.length;
    if (word(item[end - 2]) === 'nulls')
        end -= 2;
    if (['asc', 'desc'].includes(word(item[end - 1])))
        end -= 1;
    if (end > 2 && word(item[end - 2]) === 'collate')
        end -= 2;
    return item.slice(0, end);
}
/** An expression in a spelling that is equal for what means the same. */
function spelled(text) {
    const parsed = parseExpression(text);
    if (parsed === undefined)
        return text;
    // Its collation counts by what SQLite makes of it.
    const [inner] = parsed.op === 'collate' ? parsed.of : [parsed];
    return spell(inner ?? parsed);
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/virtual-text.js

const DEFAULTS = {
    columnsize: '1',
    detail: 'full',
    prefix: '',
    order: 'asc',
    contentless_delete: '0',
    contentless_unindexed: '0',
    locale: '0',
};
/** What FTS3 and FTS4 take for options; anything else with `=` in it is a column (sqlite.org/fts3.html section 6). */
const FTS4 = new Set(['matchinfo', 'prefix', 'order', 'content', 'compress', 'uncompress', 'languageid']);
function readVirtualText(sql) {
    const module = /\busing\s+["'`[]?([\w$]+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
    const options = new Map();
    const unindexed = [];
    if (!module.startsWith('fts'))
        return { module, options };
    for (const definition of definitions(sql)) {
        const [name = '', ...rest] = definition.map((token) => nameOf(sql, token));
        const values = rest[0] === '=' ? rest.slice(1) : undefined;
        if (values === undefined) {
            // FTS3 also takes `tokenize porter`.
            if (quote_foldName(name) === 'tokenize' && module !== 'fts5')
                setOption(options, module, 'tokenize', rest);
            else if (module === 'fts5' && rest.some((word) => quote_foldName(word) === 'unindexed'))
                unindexed.push(name);
        }
        else if (quote_foldName(name) === 'notindexed' && module === 'fts4')
            unindexed.push(values.join(' '));
        else if (isOption(module, quote_foldName(name)))
            setOption(options, module, quote_foldName(name), values);
    }
    if (unindexed.length > 0)
        options.set('unindexed', unindexed.map(quote_foldName).join(', '));
    return { module, options };
}
function isOption(module, name) {
    return module === 'fts5' || name === 'tokenize' || (module === 'fts4' && FTS4.has(name));
}
function setOption(options, module, name, values) {
    const text = values.join(' ');
    if (name === 'tokenize') {
        const tokenizer = tokenizerOf(module, text);
        if (tokenizer !== (module === 'fts5' ? 'unicode61' : 'simple'))
            options.set(name, tokenizer);
    }
    else if (name === 'content')
        options.set(name, text);
    else {
        const value = name === 'prefix' ? lengths(text) : quote_foldName(text);
        if (value !== DEFAULTS[name])
            options.set(name, value);
    }
}
/** The tokenizers of SQLite's own, whatever their case and quotes; `porter` stems what another one has split. */
function tokenizerOf(module, text) {
    const words = text.replaceAll(/["']/g, ' ').trim().split(/\s+/);
    const named = words.map((word) => (OWN.has(word.toLowerCase()) ? word.toLowerCase() : word));
    const spelt = named.join(' ').replaceAll(/[ =]*\bremove_diacritics[ =]+1\b/g, '');
    if (module !== 'fts5')
        return spelt;
    return spelt === 'porter' ? 'porter unicode61' : spelt;
}
const OWN = new Set(['porter', 'unicode61', 'ascii', 'trigram', 'simple', 'icu', 'remove_diacritics']);
/** Lengths of indexed prefixes, in order. */
function lengths(text) {
    const numbers = text.match(/[0-9]+/g) ?? [];
    return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b).join(' ');
}
/** How the tables end in which it keeps its data, behind its name and `_` (fts3.c, fts5_storage.c, rtree.c). */
function shadowEndings({ module, options }) {
    const content = options.get('content');
    switch (module) {
        case 'fts3':
            return ['content', 'segments', 'segdir'];
        case 'fts4':
            return [
                ...(content === undefined ? ['content'] : []),
                ...['segments', 'segdir', 'stat'],
                ...(options.get('matchinfo') === 'fts3' ? [] : ['docsize']),
            ];
        case 'fts5':
            return [
                ...['data', 'idx', 'config'],
                ...(content === undefined || options.has('contentless_unindexed') ? ['content'] : []),
                ...(options.get('columnsize') === '0' ? [] : ['docsize']),
            ];
        case 'rtree':
        case 'rtree_i32':
        case 'geopoly':
            return ['node', 'parent', 'rowid'];
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/read-virtual-table.js

/** What FTS5 keeps of `INSERT INTO t(t, rank) VALUES(…)`, and is no mere tuning. */
const CONFIGURED = "('rank', 'secure-delete')";
function readVirtualTable(connection, name, sql) {
    const { module, options } = readVirtualText(sql);
    const content = options.get('content');
    const configured = module === 'fts5' ? readConfig(connection, name) : [];
    const all = Object.fromEntries([...options, ...configured]);
    const shape = {
        strict: false,
        withoutRowid: false,
        primaryKey: [],
        autoincrement: false,
        foreignKeys: [],
        keys: [],
        checks: [],
    };
    return {
        name,
        kind: 'virtual',
        module,
        ...(Object.keys(all).length > 0 && { options: all }),
        ...(content !== undefined && { content }),
        columns: readColumns(connection, name),
        rowid: 'rowid',
        ...shape,
        sql,
    };
}
function readColumns(connection, name) {
    return (orNothing(() => connection
        .objects('SELECT * FROM pragma_table_xinfo(?)', name)
        .filter(({ hidden }) => hidden !== 1)
        .map(({ name: column, type }) => ({ name: column, type, notNull: false }))) ?? []);
}
function readConfig(connection, name) {
    const config = quoteName(`${name}_config`);
    const read = () => connection.rows(`SELECT k, v FROM main.${config} WHERE k IN ${CONFIGURED}`);
    return (orNothing(read) ?? []).map(([key, value]) => [String(key), String(value).trim()]);
}
/** The module is missing here, or its tables are. Whatever reads the table's content will report it. */
function orNothing(read) {
    try {
        return read();
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return undefined;
    }
}
/**
 * Folded names of the tables that belong to the virtual ones. SQLite itself goes by the name alone, and takes a table of
 * the user's for one of these where its name ends in the same way.
 */
function shadowTables(connection, virtual) {
    return new Set(virtual.flatMap(({ name, sql }) => {
        const text = readVirtualText(sql ?? '');
        const endings = shadowEndings(text);
        // FTS3 gets this one when it is told to merge by itself.
        const merged = text.module === 'fts3' && isStatistics(connection, `${name}_stat`) ? ['stat'] : [];
        return [...endings, ...merged].map((ending) => quote_foldName(`${name}_${ending}`));
    }));
}
function isStatistics(connection, table) {
    const columns = connection.objects('SELECT name, type, pk FROM pragma_table_info(?)', table);
    const described = columns.map(({ name, type, pk }) => `${name} ${type} ${pk}`).join(', ');
    return described === 'id INTEGER 1, value BLOB 0';
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/read-schema.js

const read_schema_BINARY = 'BINARY';
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
    const shadows = shadowTables(connection, catalogue.filter(({ name }) => kinds.get(name)?.type === 'virtual'));
    const ownTables = catalogue.filter(({ type, name }) => type === 'table' && (kinds.get(name)?.type !== 'shadow' || !shadows.has(quote_foldName(name))));
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
    return { columns: [alias], collations: [collations.get(quote_foldName(alias)) ?? read_schema_BINARY] };
}
function keyOf(columns) {
    return {
        columns: columns.map(({ name }) => name ?? ''),
        collations: columns.map(({ coll }) => coll.toUpperCase()),
    };
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
        ...(row.dflt_value !== null && { default: defaultOf(row.dflt_value) }),
        ...(collate !== undefined && collate !== read_schema_BINARY && { collate }),
        ...(row.hidden >= 2 && { generated: { stored: row.hidden === 3, expression: expression ?? '' } }),
    };
}
const KEYWORDS = /^(current_(time|date|timestamp)|null|true|false)$/i;
/** A name alone is a text there, in quotes or not (sqlite.org/lang_createtable.html section 3.2). */
function defaultOf(written) {
    const inner = withoutOuterParentheses(written.trim());
    const [only, ...more] = meaningfulTokens(inner);
    const isName = only?.kind === 'quoted' || (only?.kind === 'word' && !KEYWORDS.test(inner));
    if (only !== undefined && more.length === 0 && isName)
        return quoteText(nameOf(inner, only));
    return withoutOuterParentheses(canonical(inner));
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
    const rows = indexColumns(connection, name);
    const text = sql ?? '';
    const { columns: texts, where } = readIndexText(text);
    const unique = /^\s*create\s+unique/i.test(text);
    // A column's own COLLATE reaches the index without standing in its text.
    const columns = rows.map(({ name: column, coll, desc }, at) => ({
        text: column ?? texts[at] ?? '',
        collation: coll.toUpperCase(),
        descending: desc === 1,
    }));
    return {
        name,
        table: tbl_name,
        unique,
        ...(unique && where === undefined && rows.every(isPlain) && { key: keyOf(rows) }),
        columns,
        ...(where !== undefined && { where }),
        definition: definitionOf(unique, columns, where),
    };
}
function definitionOf(unique, columns, where) {
    const listed = columns.map(({ text, collation, descending }) => `${spelled(text)}${collation === read_schema_BINARY ? '' : ` collate ${collation}`}${descending ? ' desc' : ''}`);
    const condition = where === undefined ? '' : ` where ${spelled(where)}`;
    return `${unique ? 'unique ' : ''}(${listed.join(', ')})${condition}`;
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
const row_samples_MOST_ROWS = 5;
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
        .rows(`SELECT ${expressions.join(', ')} FROM ${from} LIMIT ${row_samples_MOST_ROWS}`)
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

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/strict-sql.js

/** `alias.column` without the affinity that a column brings into a comparison. */
function strict_sql_bare(alias, column) {
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
const SUMS = 6;
/** The sums of a column, in the order of ColumnChange: filled, changed, nulled, retyped, jsonBroken, jsonStringified. */
function columnSums(pair) {
    const { before, after } = pair;
    const kinds = ['filled', 'changed', 'nulled', 'retyped'].map((kind) => isOfKind(kind, pair));
    const broken = `CASE WHEN ${isJsonContainer(before)} THEN typeof(${after}) = 'text' AND NOT json_valid(${after}) ELSE 0 END`;
    const stringified = `CASE WHEN ${isJsonContainer(before)} THEN ${isJsonOfText(after)} ELSE 0 END`;
    return [...kinds, broken, stringified].map((condition) => `sum(${condition})`).join(', ');
}
/** Text that is a JSON object or array. Only text that begins like one is parsed, because parsing is expensive. */
function isJsonContainer(value) {
    const first = `substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1)`;
    return `(typeof(${value}) = 'text' AND ${first} IN ('{', '[') AND json_valid(${value}))`;
}
/** Text that is a JSON string which holds, as its text, a JSON object or array. */
function isJsonOfText(value) {
    const held = `json_extract(${value}, '$')`;
    const isString = `typeof(${value}) = 'text' AND substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1) = '"' AND json_valid(${value})`;
    return `CASE WHEN ${isString} THEN ${isJsonContainer(held)} ELSE 0 END`;
}

;// CONCATENATED MODULE: ./lib/engine/compare/content/sql/keyed-rows.js

/** Pairs rows by a key that is unique on both sides. */
function matchByKey(connection, pair, key) {
    const from = pairsByKey(pair, key);
    return {
        matched: connection.number(`SELECT count(*) FROM ${from}`),
        from,
        values: ({ before, after }) => ({ before: strict_sql_bare('b', before.name), after: strict_sql_bare('a', after.name) }),
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
    const conditions = key.flatMap((column) => {
        const now = asOther(strict_sql_bare('a', column.after.name), column.after, column.before);
        return [
            `b.${quoteName(column.before.name)} = ${now}`,
            same({ before: strict_sql_bare('b', column.before.name), after: now }),
        ];
    });
    return conditions.join(' AND ');
}
/** The condition on a row of *before*, as `b`, that no row of *after* has its key. */
function isGone({ after }, key) {
    const conditions = key.flatMap((column) => {
        const then = asOther(strict_sql_bare('b', column.before.name), column.before, column.after);
        return [
            `a.${quoteName(column.after.name)} = ${then}`,
            same({ before: then, after: strict_sql_bare('a', column.after.name) }),
        ];
    });
    return `NOT EXISTS (SELECT 1 FROM main.${quoteName(after.name)} AS a WHERE ${conditions.join(' AND ')})`;
}
/** A key may change between number and text, as from 7 to '7': it is the same key then, and its column has other values. */
function changesClass({ before, after }) {
    return classChange(before, after) !== undefined;
}
/** A value of one side as the other one would hold it; a text that is no number written as such stays what it is. */
function asOther(value, from, to) {
    switch (classChange(from, to)) {
        case 'to text':
            return `CASE WHEN typeof(${value}) = 'integer' THEN CAST(${value} AS TEXT) ELSE ${value} END`;
        case 'to number':
            return `CASE WHEN typeof(${value}) = 'text' AND CAST(CAST(${value} AS INTEGER) AS TEXT) = ${value} COLLATE BINARY
        THEN CAST(${value} AS INTEGER) ELSE ${value} END`;
        default:
            return value;
    }
}
function classChange(from, to) {
    const [then, now] = [affinityOf(from.type, false), affinityOf(to.type, false)];
    if (then === 'INTEGER' && now === 'TEXT')
        return 'to text';
    return then === 'TEXT' && now === 'INTEGER' ? 'to number' : undefined;
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
    const equal = columns.map((column) => same({ before: strict_sql_bare('b', column.before.name), after: strict_sql_bare('a', column.after.name) }));
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
        const values = columns.map((column) => strict_sql_bare(alias, side === 0 ? column.before.name : column.after.name));
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
    const key = commonKey(pair);
    if (isUnique(pair.before) && isUnique(pair.after))
        return key;
    // Of a key that became a text without NOT NULL, what is NULL has no partner, and all else has one.
    const isOwn = key?.length === pair.after.primaryKey.length && key.every(({ after }) => isKeyOf(pair.after, after));
    return isOwn && key.some(changesClass) ? key : undefined;
}
function isKeyOf({ primaryKey }, { name }) {
    return primaryKey.some((own) => quote_foldName(own) === quote_foldName(name));
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
        const values = { before: strict_sql_bare('b', column.before.name), after: strict_sql_bare('a', column.after.name) };
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
                before: strict_sql_bare('b', column.before.name),
            })),
        },
        added: {
            from: `${afterRows} WHERE NOT EXISTS (SELECT 1 FROM ${beforeRows} WHERE ${equal('before')})`,
            key: row_samples_keyOf(after, 'a'),
            values: columns.map((column) => ({ column: column.after.name, after: strict_sql_bare('a', column.after.name) })),
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
 * Rows that the migration added and that equal another row of their table in every column but the key. Only where rows
 * were added to others: that is what a join in a copy does. A table that is nothing but its key cannot have them.
 */
function countDuplicates(connection, pair, change) {
    const { before, added } = change;
    if (added === 0 || before === 0 || pair.after.kind !== 'table')
        return undefined;
    const key = uniqueKey(pair);
    if (key === undefined)
        return change.changed > 0 ? undefined : amongAll(connection, pair, change);
    const found = amongAdded(connection, pair, change, key);
    if (found !== undefined || change.changed === 0)
        return found;
    const columns = contentColumns(pair).map(quote_foldName);
    const content = pair.columns.filter(({ after }) => columns.includes(quote_foldName(after.name)));
    const moved = amongAll(connection, { ...pair, columns: content }, change);
    return moved && { ...moved, otherKeys: true };
}
/** A key tells which rows were added. What an UPDATE made of the others counts for nothing but to be equal to. */
function amongAdded(connection, pair, { added, after }, key) {
    const columns = contentColumns(pair);
    const known = new Set(columns.map(quote_foldName));
    const hasFormer = pair.columns.some((column) => known.has(quote_foldName(column.after.name)));
    if (!hasFormer || columns.length > MOST_COLUMNS_TO_SORT)
        return undefined;
    const near = added * 2 < after ? rowsLikeAdded(connection, pair, columns, key) : '1';
    const rows = connection.number(`SELECT sum(news - (news = n)) FROM (
       SELECT count(*) AS n, sum(${isAdded(pair, key)}) AS news FROM main.${quoteName(pair.after.name)} AS a NOT INDEXED
       WHERE ${near} GROUP BY ${terms('a', columns)} HAVING n > 1 AND news > 0)`);
    return rows > 0 ? { rows, columns } : undefined;
}
/**
 * Where no key tells which row was added, how often each content stands there can be compared with *before*, as far as no
 * row became another one. A new column makes copies of a row differ: it is left out where all others are there.
 */
function amongAll(connection, pair, { removed, added }) {
    const stored = pair.columns.filter(({ before, after }) => !before.generated && !after.generated);
    const key = new Set(pair.before.primaryKey.map(quote_foldName));
    const isWhole = pair.before.columns.every((column) => column.generated !== undefined ||
        key.has(quote_foldName(column.name)) ||
        stored.some(({ before }) => before === column));
    if (!isWhole || removed >= added)
        return undefined;
    if (stored.length === 0 || stored.length > MOST_COLUMNS_TO_SORT)
        return undefined;
    const names = stored.map((_, at) => `c${at}`);
    const side = (from, columns, mark) => {
        const values = columns.map((column, at) => `+${quoteName(column)} AS c${at}`);
        return `SELECT ${[`${mark} AS side`, ...values].join(', ')} FROM ${from} NOT INDEXED`;
    };
    const after = stored.map((column) => column.after.name);
    const before = stored.map((column) => column.before.name);
    const rows = connection.number(`SELECT sum(n - max(1, m)) FROM (SELECT sum(side) AS n, sum(1 - side) AS m FROM (
         ${side(`main.${quoteName(pair.after.name)}`, after, 1)}
         UNION ALL ${side(`old.${quoteName(pair.before.name)}`, before, 0)})
       GROUP BY ${termsOf(names)}) WHERE n > max(1, m)`);
    return rows > 0 ? { rows, columns: after } : undefined;
}
/**
 * A condition that all rows equal to an added row meet, so that not every row must be sorted: each value is NULL, or some
 * added row has it in that column.
 */
function rowsLikeAdded(connection, pair, columns, key) {
    const values = columns.map((column, at) => `+a.${quoteName(column)} AS c${at}`);
    connection.exec(`DROP TABLE IF EXISTS temp.added;
     CREATE TEMP TABLE added AS SELECT ${values.join(', ')} FROM main.${quoteName(pair.after.name)} AS a WHERE ${isAdded(pair, key)}`);
    const likely = columns.map((column, at) => {
        const value = `+a.${quoteName(column)}`;
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
/** What to group by so that a group holds equal rows. */
function terms(alias, columns) {
    return termsOf(columns.map((column) => `+${alias}.${quoteName(column)}`));
}
function termsOf(values) {
    return [...storageClasses(values), ...values.map((value) => `${value} COLLATE BINARY`)].join(', ');
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
/** Of one table: a migration that copies row by row is not followed further. */
const MOST_TRANSFERS = 100;
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
        if (!('copies' in named))
            return;
        const target = this.live.get(quote_foldName(named.name));
        const also = 'alsoCopies' in named ? (named.alsoCopies ?? []) : [];
        for (const copies of [named.copies ?? [], also].flat())
            this.#copy(target, copies, statement);
    }
    #create(name, columns, statement) {
        // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
        if (this.live.has(name))
            return;
        const traced = columns.map((column) => newColumn(quote_foldName(column)));
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
            version.columns.push(newColumn(name));
        else if (named.verb === 'drop-column')
            version.columns = version.columns.filter((other) => other !== column);
        else {
            version.renamedColumns.push({ statement, from: name, to: quote_foldName(named.to) });
            if (column !== undefined)
                column.name = quote_foldName(named.to);
        }
    }
    #copy(target, { table, into, from, uses }, statement) {
        const source = this.live.get(quote_foldName(table));
        if (target === undefined || source === undefined)
            return;
        const filled = into?.map((name) => columnNamed(target, quote_foldName(name))) ?? target.columns;
        const read = from?.map((name) => columnNamed(source, quote_foldName(name ?? ''))) ?? source.columns;
        // Generated columns take no value: which column got which is not told then.
        if (filled.length !== read.length)
            return;
        if (target.transfers.length < MOST_TRANSFERS)
            target.transfers.push(...transfersOf(source, filled, read, statement));
        filled.forEach((column, at) => {
            if (column !== undefined && column.needs.size > MOST_TRANSFERS)
                return;
            for (const origin of read[at]?.sources ?? [])
                column?.sources.add(origin);
            for (const [earlier, known] of read[at]?.needs ?? [])
                column?.needs.set(earlier, known);
            const used = [read[at], ...(uses?.[at] ?? []).map((name) => columnNamed(source, quote_foldName(name)))];
            const origins = used.flatMap(originsOf);
            const others = column?.needs.get(statement) ?? [];
            if (origins.length > 0)
                column?.needs.set(statement, new Set([...others, ...origins]));
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
    return { born, names: [{ since: born, name }], renamedColumns: [], columns: [], transfers: [] };
}
function newColumn(name) {
    return { name, sources: new Set(), needs: new Map() };
}
function originsOf(column) {
    return column === undefined ? [] : column.origin ? [column.origin] : [...column.sources];
}
/** From a table of *before* what it copies; from one that the plan made what was copied there from such tables. */
function transfersOf(source, filled, read, statement) {
    const pairsOf = (fromOf) => filled.flatMap((into, at) => {
        const column = read[at];
        const from = column && fromOf(column);
        return into === undefined || from === undefined ? [] : [{ from, into }];
    });
    const name = source.names[0]?.name ?? '';
    const direct = {
        statement,
        source: name,
        columns: source.born === -1 ? pairsOf(({ origin }) => origin) : [],
    };
    const through = source.transfers.map((known) => ({
        statement,
        source: known.source,
        columns: pairsOf((column) => known.columns.find(({ into }) => into === column)?.from),
    }));
    return [direct, ...through].filter(({ columns }) => columns.length > 0);
}
function ofBefore({ name, columns }) {
    const traced = columns.map((column) => ({
        ...newColumn(quote_foldName(column.name)),
        sources: new Set([column]),
        origin: column,
    }));
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
        const needs = new Map((version?.columns ?? []).flatMap((column) => column.needs.size === 0 ? [] : [[column.name, [...column.needs.values()]]]));
        const columns = pairColumns(origin, table, renamed);
        const pair = { before: origin, after: table, columns, ...(needs.size > 0 && { needs }) };
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
 * Columns in which rows of *before* have a value only now, new columns included, while other rows have none; and of all
 * new columns, in how many such rows.
 * `counted`: the values of new columns, where the comparison has counted them already.
 */
function findPartlyFilled(connection, pair, { columns, before, after, added: addedRows }, counted) {
    if (before === 0 || pair.after.kind !== 'table')
        return {};
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
    const partlyFilled = partly.flatMap(([column, values]) => {
        const rows = filled.get(column) ?? own.get(column) ?? 0;
        const explained = explainedBy(connection, pair, column);
        const empty = after - values - (explained?.rows ?? 0);
        if (rows === 0 || empty === 0)
            return [];
        return [{ column, filled: rows, empty, ...(explained?.rows && { sources: explained.sources }) }];
    });
    const newFilled = added
        .map((column) => {
        const isWhole = valuesAfter.get(column) === after;
        return { column, filled: isWhole ? after - addedRows : (own.get(column) ?? 0) };
    })
        .filter(({ filled: rows }) => rows > 0);
    return {
        ...(partlyFilled.length > 0 && { partlyFilled }),
        ...(newFilled.length > 0 && { newColumns: newFilled }),
    };
}
/**
 * Rows without a value that had nothing to be filled from: in each statement that filled the column, a column that its
 * expression or its condition demands is NULL, or an empty text; of a parent that the row refers to as well. `sources`:
 * these columns of *after*, by statement.
 */
function explainedBy(connection, pair, name) {
    const nameOf = (column) => pair.columns.find(({ before }) => before === column)?.after.name;
    const isOwn = (column) => pair.before.columns.includes(column);
    // That it had no value itself explains nothing.
    const needs = (pair.needs?.get(quote_foldName(name)) ?? [])
        .map((columns) => [...columns].filter((column) => nameOf(column) !== name))
        .filter((columns) => columns.some(isOwn));
    if (needs.length === 0)
        return undefined;
    const key = uniqueKey(pair);
    let isReadingBefore = false;
    const explanations = needs.map((columns) => {
        const empty = columns.flatMap((column) => {
            if (!isOwn(column))
                return ofParent(connection, pair.after, column.name);
            const now = nameOf(column);
            if (now !== undefined)
                return isEmpty(`a.${quoteName(now)}`);
            if (key === undefined)
                return [];
            isReadingBefore = true;
            return isEmpty(`b.${quoteName(column.name)}`);
        });
        return balanced('OR', empty);
    });
    const condition = `a.${quoteName(name)} IS NULL AND ${balanced('AND', explanations)}`;
    // What is gone from *after* is read from the row's partner.
    const from = isReadingBefore
        ? pairsByKey(pair, key ?? [])
        : `main.${quoteName(pair.after.name)} AS a NOT INDEXED`;
    const rows = connection.number(`SELECT count(*) FROM ${from} WHERE ${condition}`);
    const sources = needs.map((columns) => columns.flatMap((column) => nameOf(column) ?? []));
    const isPlain = needs.every((columns) => columns.every((column) => nameOf(column) !== undefined));
    return { rows, sources: isPlain ? sources : [] };
}
function isEmpty(value) {
    return `ifnull(${value}, '') IS ''`;
}
/** A parent that the row refers to has no value in its column of this name. */
function ofParent(connection, { foreignKeys }, name) {
    return foreignKeys.flatMap(({ parent, columns, parentColumns }) => {
        const known = connection.number('SELECT count(*) FROM pragma_table_xinfo(?) WHERE name = ?', parent, name);
        if (known === 0)
            return [];
        const match = columns.map((own, at) => `p.${quoteName(parentColumns[at] ?? '')} = a.${quoteName(own)}`);
        return [
            `EXISTS (SELECT 1 FROM main.${quoteName(parent)} AS p WHERE ${match.join(' AND ')} AND ${isEmpty(`p.${quoteName(name)}`)})`,
        ];
    });
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
        return { ...(duplicates && { duplicates }), ...findPartlyFilled(connection, pair, change, newValues) };
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
            const [filled = 0, changed = 0, nulled = 0, retyped = 0, jsonBroken = 0, jsonStringified = 0] = counts;
            const json = { ...(jsonBroken > 0 && { jsonBroken }), ...(jsonStringified > 0 && { jsonStringified }) };
            const change = { filled, changed, nulled, retyped, ...json };
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
    /** Per column: a count for each outcome, and two for what became of JSON. */
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
            const json = outcome === CHANGED ? this.#jsonOutcome(before, after, column) : undefined;
            if (json !== undefined)
                this.#add(column, json);
        }
    }
    /** The columns with a difference, under the names of *after*. */
    columns() {
        return this.#after.flatMap(({ name }, column) => {
            const of = (outcome) => this.#counts[column * WIDTH + outcome];
            const change = { filled: of(FILLED), changed: of(CHANGED), nulled: of(NULLED), retyped: of(RETYPED) };
            if (Object.values(change).every((count) => count === 0))
                return [];
            const [jsonBroken, jsonStringified] = [of(JSON_BROKEN), of(JSON_STRINGIFIED)];
            const json = { ...(jsonBroken > 0 && { jsonBroken }), ...(jsonStringified > 0 && { jsonStringified }) };
            return [{ column: name, ...change, ...json }];
        });
    }
    #add(column, outcome) {
        const at = column * WIDTH + outcome;
        this.#counts[at] = this.#counts[at] + 1;
    }
    /** What became of a JSON object or array that is another text now. */
    #jsonOutcome(before, after, column) {
        const from = this.#before[column];
        if (before.classOf(from) !== TEXT)
            return undefined;
        if (!isContainer(parseJson(this.#decode(before.bytes(from.at)))))
            return undefined;
        const json = parseJson(this.#decode(after.bytes(this.#after[column].at)));
        if (json === undefined)
            return JSON_BROKEN;
        return typeof json === 'string' && isContainer(parseJson(json)) ? JSON_STRINGIFIED : undefined;
    }
}
const JSON_BROKEN = 5;
const JSON_STRINGIFIED = 6;
const WIDTH = 7;
function isContainer(json) {
    return typeof json === 'object' && json !== null;
}
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
                prove: (pair) => proof_orNothing(() => proveTable(context, pair)),
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
function proof_orNothing(prove) {
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
    if (key.some(changesClass))
        return undefined;
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

;// CONCATENATED MODULE: ./lib/engine/compare/declared/text-defaults.js

/** Defaults that were an expression and are a text now; and, of columns that are new, texts that spell an expression. */
function findTextDefaults(context, { pairs }) {
    const pairOf = new Map(pairs.map((pair) => [pair.after, pair]));
    const candidates = context.after.tables.flatMap((table) => {
        const pair = pairOf.get(table);
        return table.columns.flatMap((column) => {
            const before = pair?.columns.find(({ after }) => after === column)?.before;
            const former = pair && before && { former: { table: pair.before, column: before } };
            const became = isText(column) && (before === undefined ? spellsExpression(column) : lostMeaning(before, column));
            return became ? [{ table, column, ...former }] : [];
        });
    });
    return candidates.map((candidate) => measured(context, candidate));
}
function measured({ connection, unchecked }, { table, column, former }) {
    const text = column.default ?? '';
    const count = (schema, owner, { name }) => {
        const value = `t.${quoteName(name)}`;
        const isText = `typeof(${value}) = 'text' AND ${value} COLLATE BINARY = ${text}`;
        return connection.number(`SELECT count(*) FROM ${schema}.${quoteName(owner.name)} AS t WHERE ${isText}`);
    };
    const rows = attemptRead(unchecked, { check: 'content', table: table.name }, () => {
        const earlier = former === undefined ? 0 : count('old', former.table, former.column);
        return Math.max(0, count('main', table, column) - earlier);
    });
    const expression = former?.column.default;
    return {
        table: table.name,
        column: column.name,
        default: text,
        ...(expression !== undefined && expression !== text && { former: expression }),
        rows: rows ?? 0,
    };
}
function isText({ default: text = '' }) {
    return text.startsWith("'");
}
/** What SQLite asked anew for each row, or took for a value of its own, is the same text for all of them now. */
function lostMeaning(before, after) {
    const { default: former = 'null' } = before;
    if (former === after.default)
        return false;
    if (spellsExpression(after))
        return true;
    if (isText(before))
        return false;
    const parsed = parseExpression(former);
    const isSameWord = /^(null|true|false)$/.test(former) && quote_foldName(contentOf(after)) === former;
    return parsed === undefined || asks(parsed, () => true) || isSameWord;
}
function spellsExpression(column) {
    const content = contentOf(column);
    if (content === 'NULL')
        return true;
    const parsed = parseExpression(content);
    return parsed !== undefined && asks(parsed, (name, count) => count === 0 || KNOWN.has(name));
}
/** A keyword of the time, or a call of a function that `isFunction`, stands somewhere in it. */
function asks({ op, text = '', of }, isFunction) {
    if (op === 'literal')
        return text.startsWith('current_');
    if (op === 'call' && isFunction(text, of.length))
        return true;
    return of.some((operand) => asks(operand, isFunction));
}
function contentOf({ default: text = '' }) {
    return text.slice(1, -1).replaceAll("''", "'");
}
/** What is written in defaults, here or under another database. */
const KNOWN = new Set([
    ...['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff', 'now', 'getdate'],
    ...['random', 'randomblob', 'hex', 'lower', 'upper', 'abs', 'printf', 'format', 'cast', 'uuid'],
    ...['json', 'jsonb', 'json_array', 'json_object', 'nextval', 'to_timestamp', 'extract'],
]);

;// CONCATENATED MODULE: ./lib/engine/compare/declared/unconverted.js

/** Types that a reader takes for numbers; others of NUMERIC affinity, such as DATETIME or JSON, and INTERVAL are written for texts. */
const NUMBERS = /(?<!po|pr)int(?!erval)|real|floa|doub|(?<!e)num|dec|bool|money|currency|^bit\b/i;
/** Those among them that a reader takes for whole numbers. */
const INTEGERS = /(?<!po|pr)int(?!erval)|bool|^bit\b/i;
/**
 * Columns that are declared for numbers now and were not, with the values that SQLite could not or did not convert; and
 * new columns for numbers that the migration or their default filled with others. `tables`: how their content has changed.
 */
function findUnconverted(context, { pairs }, tables) {
    // Rows on unchanged pages have nothing but the default in a new column: only a text there can be a misfit.
    const rewritten = new Set(tables.filter(({ proof }) => proof !== 'pages').map(({ table }) => table));
    return pairs
        .filter(({ after }) => after.kind === 'table' && !after.strict)
        .flatMap((pair) => {
        const kept = pair.columns
            .filter(({ after }) => after.generated === undefined)
            .map(({ before, after }) => ({ name: after.name, from: before.type, to: after.type }));
        const added = newColumns(pair).filter((column) => rewritten.has(pair.after.name) || column.default?.startsWith("'"));
        const declared = [...kept, ...added.map(({ name, type }) => ({ name, to: type }))];
        return declared.filter(isNarrower).flatMap((column) => countMisfits(context, pair.after, column));
    });
}
function isNarrower({ from, to }) {
    if (from !== undefined && quote_foldName(from) === quote_foldName(to))
        return false;
    return isNewly(NUMBERS, from, to) || isNewly(INTEGERS, from, to);
}
function isNewly(types, from, to) {
    return types.test(to) && !(from !== undefined && types.test(from));
}
function countMisfits({ connection, unchecked }, table, { name, from, to }) {
    const value = `t.${quoteName(name)}`;
    const isFraction = `typeof(${value}) = 'real' AND ${value} <> CAST(${value} AS INTEGER)`;
    const sums = [
        isNewly(NUMBERS, from, to) ? `sum(typeof(${value}) IN ('text', 'blob'))` : '0',
        isNewly(INTEGERS, from, to) ? `sum(${isFraction})` : '0',
        `count(${value})`,
    ];
    const counted = attemptRead(unchecked, { check: 'content', table: table.name }, () => {
        const [row = []] = connection.rows(`SELECT ${sums.join(', ')} FROM main.${quoteName(table.name)} AS t NOT INDEXED`);
        return row.map(Number);
    });
    const [texts = 0, fractions = 0, of = 0] = counted ?? [];
    if (texts + fractions === 0)
        return [];
    return [{ table: table.name, column: name, ...(from !== undefined && { from }), to, texts, fractions, of }];
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/renumbered.js

/** So many words of one index are read; of a larger one nothing is told. */
const MOST_WORDS = 3_000_000;
/**
 * Full-text indexes that are joined by rowid, and were filled again with other ones: whoever searches gets other rows. No
 * integrity check can see that.
 */
function findRenumbered(context, { pairs }, { tables, untouched }) {
    return pairs.flatMap((pair) => {
        const { before, after } = pair;
        if (!isFullText(before) || !isFullText(after) || before.content !== after.content)
            return [];
        const shadow = before.content === '' ? 'docsize' : 'content';
        if (before.name === after.name && untouched.includes(`${after.name}_${shadow}`))
            return [];
        if (!meansRows(context.connection, pair, pairs, tables))
            return [];
        const index = attemptRead([], { check: 'search' }, () => compareIndex(context.connection, pair));
        return index === undefined || index.moved === 0 ? [] : [index];
    });
}
/** One whose rows nobody else holds: its content lies in it, or nowhere. */
function isFullText({ module = '', content }) {
    return (module === 'fts5' || module === 'fts4') && (content === undefined || content === '');
}
/**
 * Whether its rowids are those of other rows. Without content there is nothing else to tell a hit by. One with its content
 * is told so by a table with a column of the same name, in which all its rowids are ids, and which has not changed itself.
 */
function meansRows(connection, { before }, pairs, tables) {
    const named = pairs.filter((pair) => pair.before.rowidAlias !== undefined &&
        pair.before.columns.some(({ name }) => before.columns.some((column) => sameName(column.name, name))));
    const changeOf = ({ after }) => tables.find(({ table }) => sameName(table, after.name));
    // Its rows have got other ids too.
    if (named.some((pair) => (changeOf(pair)?.added ?? 0) > 0 && (changeOf(pair)?.removed ?? 0) > 0))
        return false;
    if (before.content === '')
        return true;
    if (/\bunindexed\b|\bnotindexed\b/i.test(before.sql))
        return false;
    const index = `old.${quoteName(before.name)}`;
    return named.some((pair) => {
        const missing = attemptRead([], { check: 'search' }, () => connection.number(`SELECT EXISTS (SELECT rowid FROM ${index} EXCEPT SELECT rowid FROM old.${quoteName(pair.before.name)})`));
        return missing === 0;
    });
}
function compareIndex(connection, { before, after }) {
    const then = documentsOf(connection, 'old', before);
    const now = then && documentsOf(connection, 'main', after);
    if (then === undefined || now === undefined)
        return undefined;
    return { table: after.name, documents: then.size, moved: countMoved(then, now) };
}
function documentsOf(connection, side, table) {
    if (table.content !== '')
        return contentsOf(connection, side, table);
    return table.module === 'fts5' ? wordsOf(connection, side, table) : idsOf(connection, side, table);
}
function contentsOf(connection, side, { name, columns }) {
    const documents = new Map();
    const shown = columns.map((column) => quoteName(column.name)).join(', ');
    for (const [rowid, ...values] of connection.each(`SELECT rowid, ${shown} FROM ${side}.${quoteName(name)}`))
        documents.set(BigInt(Number(rowid)), rowHash(values, { rounded: false }));
    return documents;
}
const VOCABULARY = quoteName('preflight vocabulary');
/** Sums up the words of each document, as the index itself has them (sqlite.org/fts5.html section 5). */
function wordsOf(connection, side, { name }) {
    connection.exec(`CREATE VIRTUAL TABLE temp.${VOCABULARY} USING fts5vocab(${quoteText(side)}, ${quoteText(name)}, 'instance')`);
    try {
        const documents = new Map();
        let words = 0;
        for (const [doc, ...word] of connection.each(`SELECT doc, term, col, offset FROM temp.${VOCABULARY}`)) {
            words += 1;
            if (words > MOST_WORDS)
                return undefined;
            const rowid = BigInt(Number(doc));
            const hash = rowHash(word, { rounded: false });
            documents.set(rowid, ((documents.get(rowid) ?? 0) + hash) % Number.MAX_SAFE_INTEGER);
        }
        return documents;
    }
    finally {
        connection.exec(`DROP TABLE temp.${VOCABULARY}`);
    }
}
/** FTS4 does not tell which words a document has: only its number counts. */
function idsOf(connection, side, { name }) {
    const rows = connection.each(`SELECT docid FROM ${side}.${quoteName(`${name}_docsize`)}`);
    return new Map([...rows].map(([docid]) => [BigInt(Number(docid)), Number(docid)]));
}
/**
 * Documents that are under another rowid now. Documents that changed are none of them, so that many of what differs must
 * have moved; where all words are other ones, because they are cut otherwise, only the rowids can tell.
 */
function countMoved(then, now) {
    const differing = [...then].filter(([rowid, hash]) => now.get(rowid) !== hash);
    const elsewhere = new Set([...now].flatMap(([rowid, hash]) => (then.get(rowid) === hash ? [] : hash)));
    const moved = differing.filter(([, hash]) => elsewhere.has(hash)).length;
    if (moved > 0)
        return moved * 2 >= differing.length ? moved : 0;
    const gone = differing.filter(([rowid]) => !now.has(rowid)).length;
    return differing.length === then.size && then.size === now.size ? gone : 0;
}

;// CONCATENATED MODULE: ./lib/engine/sqlite/resolver.js

/** Action codes of the authorizer (sqlite.org/c3ref/c_alter_table.html). */
const VERBS = {
    9: 'delete',
    18: 'insert',
    20: 'read',
    23: 'update',
};
const ALLOW = 0;
const PROBE = '"preflight probe"';
const PROBING = 'preflight trigger';
/**
 * Tells which columns the names in views and triggers mean: SQLite asks an authorizer about each while it compiles them,
 * in the order of the text. Nothing runs. Text in double quotes is taken as most drivers of production take it.
 */
class Resolver {
    #db;
    #seen = [];
    #tableInfo;
    #known = new Set();
    /** `path`: a sealed copy. */
    constructor(path) {
        // Loaded only when it is needed: it prints a warning that it is new.
        const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
        this.#db = new Database(path, {
            readOnly: true,
            enableDoubleQuotedStringLiterals: true,
            enableForeignKeyConstraints: false,
            // With its defences up, SQLite reads no schema with a trigger on a table that is called like a shadow table.
            defensive: false,
        });
        this.#db.setAuthorizer((action, table, column, _schema, within) => {
            const verb = VERBS[action];
            if (verb !== undefined && table !== null)
                this.#seen.push({ access: { verb, table, ...(column && { column }) }, within: within ?? '' });
            return ALLOW;
        });
    }
    /** `own`: what the view does itself; `all`: with the views that it reads. `undefined`: it does not compile here. */
    view(name) {
        const seen = this.#compile(() => this.#db.prepare(`SELECT * FROM main.${quoteName(name)} LIMIT 0`));
        if (seen === undefined)
            return undefined;
        const within = seen.filter((one) => one.within !== '');
        return {
            own: within.filter((one) => one.within === name).map(({ access }) => access),
            all: within.map(({ access }) => access),
        };
    }
    /** What the trigger does itself, alone on an empty table with the columns of its own. */
    trigger({ event, action, columns, table }) {
        const names = columns.map(quoteName);
        try {
            this.#db.exec(`CREATE TEMP TABLE ${PROBE} (${names.join(', ')})`);
            this.#db.exec(`CREATE TEMP TRIGGER ${quoteName(PROBING)} AFTER ${event} ON ${PROBE} ${action}`);
            const seen = this.#compile(() => this.#db.prepare(firing(event, names)));
            return seen
                ?.filter(({ within }) => within === PROBING)
                .map(({ access }) => (quoteName(access.table) === PROBE ? { ...access, table } : access));
        }
        catch {
            return undefined;
        }
        finally {
            this.#db.exec(`DROP TABLE IF EXISTS temp.${PROBE}`);
        }
    }
    /** Columns of a table or view, as PRAGMA table_xinfo tells them; none where it does not compile. */
    columns(name) {
        this.#tableInfo ??= this.#db.prepare('SELECT name, hidden FROM pragma_table_xinfo(?)');
        try {
            return this.#tableInfo.all(name).map((row) => ({ name: String(row.name), hidden: Number(row.hidden) }));
        }
        catch {
            return [];
        }
    }
    close() {
        this.#db.close();
    }
    #compile(act) {
        this.#seen = [];
        try {
            act();
            return this.#seen;
        }
        catch (error) {
            const missing = /^(?:no such|unknown) function: (.+?)(?:\(\))?$/.exec(error instanceof Error ? error.message : '')?.[1];
            // The application's own: what its arguments are does not depend on what it does.
            if (missing === undefined || this.#known.has(missing))
                return undefined;
            this.#known.add(missing);
            this.#db.function(missing, { varargs: true }, () => null);
            return this.#compile(act);
        }
    }
}
function firing(event, columns) {
    if (event === 'insert')
        return `INSERT INTO temp.${PROBE} DEFAULT VALUES`;
    if (event === 'delete')
        return `DELETE FROM temp.${PROBE}`;
    return `UPDATE temp.${PROBE} SET ${columns.map((name) => `${name} = ${name}`).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/sql/expression/implication.js

/** What is compared in any order. */
const UNORDERED = new Set(['and', 'or']);
/** More operands are compared in their order. */
const MOST_UNORDERED = 200;
function sameExpressions(left, right, sameName) {
    if (left.op !== right.op || left.of.length !== right.of.length)
        return false;
    if (left.op === 'name')
        return sameName(left.text ?? '', right.text ?? '');
    if (left.text !== right.text)
        return false;
    const same = (one, other) => sameExpressions(one, other, sameName);
    if (!UNORDERED.has(left.op) || left.of.length > MOST_UNORDERED)
        return left.of.every((operand, at) => same(operand, right.of[at]));
    const rest = [...right.of];
    return left.of.every((operand) => {
        const at = rest.findIndex((other) => same(operand, other));
        if (at !== -1)
            rest.splice(at, 1);
        return at !== -1;
    });
}
/** Whether every row that passes `left` passes `right`, as far as the texts tell. */
function implies(left, right, reading) {
    return conjuncts(right).every((needed) => conjuncts(left).some((given) => implied(given, needed, reading)));
}
function implied(given, needed, reading) {
    const { sameName, nullPasses } = reading;
    if (sameExpressions(given, needed, sameName))
        return true;
    if (given.op === 'or')
        return given.of.every((one) => implies(one, needed, reading));
    if (needed.op === 'or')
        return needed.of.some((one) => implies(given, one, reading));
    return isWithin(given, needed, sameName) || (!nullPasses && isPresence(given, needed, sameName));
}
/** A shorter list of values, or a tighter bound. */
function isWithin(given, needed, sameName) {
    const [left, ...values] = given.of;
    const [right, ...others] = needed.of;
    if (left === undefined || right === undefined || !sameExpressions(left, right, sameName))
        return false;
    if (given.op !== 'in')
        return isTighter(given, needed);
    if (needed.op === 'in')
        return isSubset(values, others);
    return values.every((value) => isTighter({ op: `${needed.op[0]}=`, of: [left, value] }, needed));
}
/** Compared with a value, it is not NULL. */
function isPresence(given, needed, sameName) {
    const [inner] = needed.op === 'not' ? needed.of : [];
    const [subject, nothing] = inner?.op === 'is' ? inner.of : [];
    const [compared] = COMPARED.has(given.op) ? given.of : [];
    return (subject !== undefined &&
        compared !== undefined &&
        nothing?.text === 'null' &&
        sameExpressions(compared, subject, sameName));
}
const COMPARED = new Set(['in', '=', '<', '<=', '>', '>=', 'like', 'glob']);
function isSubset(few, many) {
    if (![...few, ...many].every(isLiteral))
        return false;
    const known = new Set(many.map(spell));
    return few.every((value) => known.has(spell(value)));
}
function isTighter(given, needed) {
    const bound = given.of[1] && numberOf(given.of[1]);
    const limit = needed.of[1] && numberOf(needed.of[1]);
    if (bound === undefined || limit === undefined || given.of.length !== 2)
        return false;
    const [direction, other] = [given.op[0], needed.op[0]];
    if (direction !== other || (direction !== '<' && direction !== '>'))
        return false;
    // `a < 5` is tighter than `a <= 5`, not the other way round.
    if (bound === limit)
        return given.op === needed.op || given.op.length < needed.op.length;
    return direction === '<' ? bound < limit : bound > limit;
}
/**
 * Whether `right` is `left` with other values, and lets in more: a longer list, a wider bound. What it says is the same
 * otherwise: no condition is gone, none is an alternative of another.
 */
function isRelaxed(left, right, sameName) {
    if (left.op !== right.op)
        return false;
    if (UNORDERED.has(left.op)) {
        const operands = left.of.length === right.of.length ? left.of : [];
        const pairs = operands.map((operand, at) => [operand, right.of[at]]);
        return (pairs.length > 0 &&
            pairs.every(([one, other]) => sameExpressions(one, other, sameName) || isRelaxed(one, other, sameName)));
    }
    if (left.op === 'not') {
        const [excluded, still] = [left.of[0], right.of[0]];
        return excluded?.op === 'in' && still?.op === 'in' && isWithin(still, excluded, sameName);
    }
    return isWithin(left, right, sameName);
}

;// CONCATENATED MODULE: ./lib/engine/compare/lineage/renamer.js

function renamer(renames) {
    const tables = new Map(renames.filter(({ kind }) => kind === 'table').map(({ from, to }) => [quote_foldName(from), to]));
    const columns = renames.filter(({ kind }) => kind === 'column');
    const table = (name) => tables.get(quote_foldName(name)) ?? name;
    const isOf = (rename, name) => quote_foldName(rename.table) === quote_foldName(table(name));
    const sameColumn = (owner) => {
        const known = renames.filter((rename) => isOf(rename, owner.before.name));
        const taken = namesTakenAgain(known, owner.after);
        return (from, to) => (from === to && !taken.includes(from)) ||
            known.some((rename) => quote_foldName(rename.from) === from && quote_foldName(rename.to) === to);
    };
    const renaming = {
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
        sameColumn,
        sameExpression(before, after, owner) {
            if (renaming.sameText(before, after, owner))
                return true;
            const [left, right] = [parseExpression(before), parseExpression(after)];
            return left !== undefined && right !== undefined && sameExpressions(left, right, sameColumn(owner));
        },
    };
    return renaming;
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

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/sides.js

/** Opens both copies for `act`; nothing is opened where no table, view or trigger is another one. */
function withSides({ connection, before, after }, paths, { pairs, renames }, act) {
    const texts = { before: textsOf(connection, 'old'), after: textsOf(connection, 'main') };
    const touched = touchedNames({ before, after }, texts, pairs);
    const isSame = [...texts.before].every(([name, text]) => texts.after.get(name) === text);
    if (texts.before.size + texts.after.size === 0)
        return undefined;
    if (touched.size === 0 && isSame && texts.before.size === texts.after.size)
        return undefined;
    const resolvers = [new Resolver(paths.before)];
    try {
        const [former] = resolvers;
        const current = new Resolver(paths.after);
        resolvers.push(current);
        if (former === undefined)
            return undefined;
        return act({
            before: { schema: before, resolver: former, texts: texts.before, ...columnsOf(former) },
            after: { schema: after, resolver: current, texts: texts.after, ...columnsOf(current) },
            rename: renamer(renames),
            ...pairsByName(pairs),
            touched,
        });
    }
    finally {
        for (const resolver of resolvers)
            resolver.close();
    }
}
function pairsByName(pairs) {
    const before = new Map(pairs.map((pair) => [quote_foldName(pair.before.name), pair]));
    const after = new Map(pairs.map((pair) => [quote_foldName(pair.after.name), pair]));
    return {
        pairBefore: (name) => before.get(quote_foldName(name)),
        pairAfter: (name) => after.get(quote_foldName(name)),
    };
}
function textsOf(connection, schema) {
    const rows = connection.objects(`SELECT name, sql FROM ${schema}.sqlite_schema WHERE type IN ('view', 'trigger')`);
    return new Map(rows.map(({ name, sql }) => [quote_foldName(name), sql ?? '']));
}
function columnsOf(resolver) {
    const known = new Map();
    const read = (name) => {
        const columns = known.get(name) ?? resolver.columns(name);
        known.set(name, columns);
        return columns;
    };
    return {
        columns: (name) => read(name).flatMap((column) => (column.hidden === 1 ? [] : column.name)),
        filled: (name) => read(name).flatMap((column) => (column.hidden === 0 ? column.name : [])),
    };
}
function touchedNames({ before, after }, texts, pairs) {
    const same = new Set(pairs.flatMap((pair) => pair.before.sql === pair.after.sql && pair.before.name === pair.after.name ? pair.after.name : []));
    const touched = new Set([...before.tables, ...after.tables].flatMap(({ name }) => (same.has(name) ? [] : quote_foldName(name))));
    const views = [...new Set([...before.views, ...after.views].map(({ name }) => quote_foldName(name)))];
    for (const name of views)
        if (texts.before.get(name) !== texts.after.get(name))
            touched.add(name);
    const readers = readersOf(views, texts);
    // Views read views. Iterating over a set also visits what is added to it meanwhile.
    for (const name of touched)
        for (const reader of readers.get(name) ?? [])
            touched.add(reader);
    return touched;
}
/** By every name in a text: the views that have it there. */
function readersOf(views, texts) {
    const readers = new Map();
    for (const view of views) {
        for (const name of namesIn(texts.after.get(view) ?? texts.before.get(view) ?? '')) {
            const known = readers.get(name);
            if (known === undefined)
                readers.set(name, [view]);
            else
                known.push(view);
        }
    }
    return readers;
}
/** Whether a text holds one of the folded names. */
function mentions(sql, names) {
    return meaningfulTokens(sql).some((token) => (token.kind === 'word' || token.kind === 'quoted') && names.has(quote_foldName(nameOf(sql, token))));
}
/** Folded names that stand in the text. */
function namesIn(sql) {
    const names = meaningfulTokens(sql).filter(({ kind }) => kind === 'word' || kind === 'quoted');
    return new Set(names.map((token) => quote_foldName(nameOf(sql, token))));
}
/** Folded names in double quotes. */
function inDoubleQuotes(sql) {
    const quoted = meaningfulTokens(sql).filter(({ kind, start }) => kind === 'quoted' && sql[start] === '"');
    return new Set(quoted.map((token) => quote_foldName(nameOf(sql, token))));
}
/** `table.column`, for people. */
function dotted(table, column) {
    return column === undefined ? table : `${table}.${column}`;
}
function isNamed(name) {
    const folded = quote_foldName(name);
    return (item) => quote_foldName(item.name) === folded;
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/swaps.js

/**
 * Names of *before* that another table of *before* has now, with what their former rows have become there. The
 * comparison follows both tables to their new names and finds nothing changed; whoever reads by the name does.
 */
function findSwaps(context, { pairs }) {
    const { before, after } = context;
    const namesakes = new Map(before.tables.map((table) => [quote_foldName(table.name), table]));
    return after.tables.flatMap((current) => {
        const former = namesakes.get(quote_foldName(current.name));
        const origin = pairs.find((pair) => pair.after === current)?.before;
        if (former === undefined || origin === undefined || origin === former)
            return [];
        const counts = former.kind === 'table' && current.kind === 'table' && rowsLacking(context, former, current);
        if (!counts)
            return [];
        const to = pairs.find((pair) => pair.before === former)?.after.name;
        return [{ table: current.name, from: origin.name, ...(to !== undefined && { to }), ...counts }];
    });
}
function rowsLacking({ connection }, before, after) {
    const pair = { before, after, columns: namesakesOf(before, after) };
    // What cannot be read here, the comparison has noted already.
    const all = attemptRead([], { check: 'content' }, () => connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`));
    if (all === undefined)
        return undefined;
    if (pair.columns.length === 0)
        return { rows: all, missing: all, changed: 0 };
    const change = compareContent(connection, pair, []);
    return change && { rows: change.before, missing: change.removed, changed: change.changed };
}
function namesakesOf(before, after) {
    return before.columns.flatMap((column) => {
        const partner = after.columns.find(({ name }) => sameName(name, column.name));
        return partner === undefined ? [] : [{ before: column, after: partner }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/accesses.js

/** Compares what two equal texts do, `before` under the names that the comparison followed. */
function compareAccesses(before, after, rename) {
    const left = before.filter(isTelling);
    const right = after.filter(isTelling);
    const isSame = (one, other) => keysAfter(one, rename).includes(accesses_keyOf(other));
    if (left.length === right.length && left.every((one, at) => isSame(one, right[at])))
        return { kind: 'none' };
    const added = beyond(left, right, isSame);
    if (added !== undefined)
        return { kind: 'more', added };
    const gone = beyond(right, left, (one, other) => isSame(other, one));
    if (gone !== undefined)
        return { kind: 'less', gone };
    const counts = (keys) => keys.toSorted().join('\n');
    if (counts(left.map((one) => keysAfter(one, rename)[0] ?? '')) === counts(right.map(accesses_keyOf)))
        return { kind: 'order' };
    const at = left.findIndex((one, place) => right[place] === undefined || !isSame(one, right[place]));
    const from = left[at];
    const to = right[at];
    // One is not the beginning of the other: both would be longer than what they share.
    return from && to ? { kind: 'other', from, to } : { kind: 'none' };
}
/** A table of which no column is read depends on how SQLite goes about it. */
function isTelling({ verb, column }) {
    return verb !== 'read' || column !== undefined;
}
/** What `longer` has beyond `shorter`, where that is a part of it in order. */
function beyond(shorter, longer, isSame) {
    if (shorter.length >= longer.length)
        return undefined;
    let at = 0;
    const rest = longer.filter((other) => {
        const next = shorter[at];
        if (next === undefined || !isSame(next, other))
            return true;
        at += 1;
        return false;
    });
    return at === shorter.length ? rest : undefined;
}
/**
 * A column among those that are read besides, whose name the text has: what stood there was a text in double quotes, or the
 * name of a result column.
 */
function capturedColumn(sql, added) {
    const quoted = inDoubleQuotes(sql);
    const names = namesIn(sql);
    const named = (known) => added.find(({ column = '' }) => known.has(quote_foldName(column)));
    const text = named(quoted);
    if (text !== undefined)
        return { kind: 'resolved', to: textOf(text) };
    const column = named(names);
    return column === undefined
        ? undefined
        : { kind: 'resolved', from: column.column ?? '', to: textOf(column) };
}
function accesses_keyOf({ verb, table, column = '' }) {
    // So SQLite calls the rowid of a table in which no column has such a name.
    const own = column === 'ROWID' ? column : quote_foldName(column);
    return JSON.stringify([verb, quote_foldName(table), own]);
}
/** What an access of *before* may be in *after*: under the new names, or under the table name that it still uses. */
function keysAfter({ verb, table, column }, rename) {
    const to = rename.table(table);
    const name = column === undefined ? {} : { column: rename.column(table, column) };
    const followed = accesses_keyOf({ verb, table: to, ...name });
    const stayed = accesses_keyOf({ verb, table, ...(column !== undefined && { column }) });
    return quote_foldName(to) === quote_foldName(table) ? [followed] : [followed, stayed];
}
function textOf({ table, column }) {
    return dotted(table, column);
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/natural-joins.js

/**
 * Folded names of columns by which tables of the same text are joined now and were not before, or no more: NATURAL JOIN
 * takes all that both sides share, and USING the first table on the left that has the column.
 */
function joinedOtherwise({ before, after, rename }, texts) {
    const joins = openJoins(texts.before, before);
    const current = openJoins(texts.after, after);
    if (joins.length !== current.length)
        return [];
    return joins.flatMap((join, at) => {
        const then = join.columns.map(({ table, column }) => ({
            table: quote_foldName(rename.table(table)),
            column: quote_foldName(rename.column(table, column)),
        }));
        const now = current[at]?.columns ?? [];
        const known = [new Set(then.map(natural_joins_keyOf)), new Set(now.map(natural_joins_keyOf))];
        const other = [...then, ...now].filter((one) => !known.every((keys) => keys.has(natural_joins_keyOf(one))));
        return [...new Set(other.map(({ column }) => column))];
    });
}
function natural_joins_keyOf({ table, column }) {
    return JSON.stringify([table, column]);
}
/** In the order of the text; on the left are all tables since FROM. */
function openJoins(sql, side) {
    const tokens = meaningfulTokens(sql);
    const names = tokens.map((token) => token.kind === 'word' || token.kind === 'quoted' ? quote_foldName(nameOf(sql, token)) : '');
    const columnsOf = (table) => side.columns(table).map((column) => ({ table, column: quote_foldName(column) }));
    return names.flatMap((name, at) => {
        if (tokens[at]?.kind !== 'word' || (name !== 'natural' && name !== 'using'))
            return [];
        const tables = new Set(names.slice(names.lastIndexOf('from', at) + 1, at).filter((one) => one !== ''));
        const wanted = name === 'natural'
            ? columnsOf(names[names.indexOf('join', at) + 1] ?? '').map(({ column }) => column)
            : natural_joins_listed(names, tokens.map((token) => sql.slice(token.start, token.end)), at + 1);
        const left = [...tables].flatMap(columnsOf);
        return [{ columns: left.filter(({ column }) => wanted.includes(column)) }];
    });
}
/** The names in the parentheses that open at `at`. */
function natural_joins_listed(names, texts, at) {
    const close = texts.indexOf(')', at);
    return names.slice(at, close === -1 ? undefined : close).filter((name) => name !== '');
}

;// CONCATENATED MODULE: ./lib/sql/edit-distance.js
/** How many letters to add, drop, change or swap with their neighbour. */
function editDistance(left, right) {
    let before = [];
    let row = Array.from({ length: right.length + 1 }, (_, at) => at);
    for (let i = 0; i < left.length; i += 1) {
        const next = [i + 1];
        for (let j = 0; j < right.length; j += 1) {
            const changed = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
            const swapped = i > 0 && j > 0 && left[i] === right[j - 1] && left[i - 1] === right[j];
            const ways = [(next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, changed];
            next.push(Math.min(...ways, ...(swapped ? [(before[j - 1] ?? 0) + 1] : [])));
        }
        before = row;
        row = next;
    }
    return row.at(-1) ?? 0;
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/resembles.js

/** Whether one name may be the other, misspelt: at most two letters are too many, missing, other ones or exchanged. */
function resembles(left, right) {
    return editDistance(lettersOf(left), lettersOf(right)) <= 2;
}
/** Without the signs between words. */
function lettersOf(name) {
    return quote_foldName(name).replace(/[^a-z0-9\u0080-\uffff]/g, '');
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/trigger-parts.js

const EVENTS = {
    insert: 'insert',
    update: 'update',
    delete: 'delete',
};
function readTriggerParts(sql) {
    const clause = { sql, tokens: meaningfulTokens(sql) };
    const words = trigger_parts_wordsOf(clause);
    // None of these words can be a name without quotes, so that the first one is the event.
    const at = words.findIndex((word) => word in EVENTS);
    const event = EVENTS[words[at] ?? ''];
    const on = words.indexOf('on', at);
    if (event === undefined || on === -1)
        return undefined;
    const table = textAt(clause, on + 2) === '.' ? on + 3 : on + 1;
    const begin = words.indexOf('begin', table + 1);
    const end = words.lastIndexOf('end');
    if (begin === -1 || end < begin)
        return undefined;
    const when = words.slice(table, begin).indexOf('when');
    // BEFORE, AFTER and INSTEAD OF stand before the event; without one of them, it is BEFORE.
    const start = at - timingLength(words, at);
    const columns = clause.tokens.slice(at + 2, on).filter(({ kind }) => kind === 'word' || kind === 'quoted');
    return {
        event,
        timing: timingOf(words[at - 1]),
        ...(words[at + 1] === 'of' && { of: columns.map((token) => quote_foldName(nameOf(sql, token))) }),
        when: when === -1 ? '' : canonicalSlice(sql, clause.tokens.slice(table + when + 1, begin)),
        body: canonicalSlice(sql, [...clause.tokens.slice(start, on), ...clause.tokens.slice(table + 1)]),
        action: sql.slice(clause.tokens[table]?.end ?? 0),
        statements: splitAt({ sql, tokens: clause.tokens.slice(begin + 1, end) }, ';'),
    };
}
/** Folded words by position; empty for anything else, quoted names too. */
function trigger_parts_wordsOf({ sql, tokens }) {
    return tokens.map((token) => (token.kind === 'word' ? quote_foldName(sql.slice(token.start, token.end)) : ''));
}
/** Parts between separators that stand in no parentheses; empty ones are left out. */
function splitAt({ sql, tokens }, separator) {
    const parts = [[]];
    let depth = 0;
    for (const token of tokens) {
        const text = sql.slice(token.start, token.end);
        if (text === '(')
            depth += 1;
        if (text === ')')
            depth -= 1;
        if (depth === 0 && text === separator)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts.filter((part) => part.length > 0).map((part) => ({ sql, tokens: part }));
}
function canonicalOf({ sql, tokens }) {
    return canonicalSlice(sql, tokens);
}
/** The name that stands at a position, without quotes; empty where none does. */
function trigger_parts_nameAt({ sql, tokens }, at) {
    const token = tokens[at];
    return token !== undefined && (token.kind === 'word' || token.kind === 'quoted') ? nameOf(sql, token) : '';
}
function textAt({ sql, tokens }, at) {
    const token = tokens[at];
    return token === undefined ? '' : sql.slice(token.start, token.end);
}
function timingLength(words, event) {
    const before = words[event - 1] ?? '';
    if (before === 'of')
        return 2;
    return before === 'before' || before === 'after' ? 1 : 0;
}
/** The word before the event; without one, it is BEFORE. */
function timingOf(word) {
    if (word === 'of')
        return 'instead of';
    return word === 'after' ? 'after' : 'before';
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/writes.js

/** `undefined` for a SELECT, and where the statement begins with WITH. */
function readWrite(clause) {
    const words = trigger_parts_wordsOf(clause);
    const [first = ''] = words;
    const or = words[1] === 'or' ? 2 : 0;
    const yields = (or > 0 && words[2] !== 'abort') || words.includes('conflict') || first === 'replace';
    if (first === 'update')
        return readUpdate(clause, words, { at: 1 + or, yields });
    if (first === 'delete') {
        const where = words.indexOf('where');
        const rest = where === -1 ? '' : canonicalOf(from(clause, where));
        return { ...writes_bare('delete', trigger_parts_nameAt(clause, 2)), where: rest };
    }
    if (first !== 'insert' && first !== 'replace')
        return undefined;
    return readInsert(clause, words, { at: 1 + or, yields });
}
function writes_bare(verb, table) {
    return { verb, table: quote_foldName(table), values: new Map(), where: '', yields: false, positional: false };
}
function readUpdate(clause, words, { at, yields }) {
    const set = words.indexOf('set');
    const stop = topLevel(clause, words, set + 1, ['where', 'from']);
    const where = topLevel(clause, words, set + 1, ['where']);
    const assignments = splitAt({ ...clause, tokens: clause.tokens.slice(set + 1, stop) }, ',');
    const values = assignments.map((assignment) => {
        const equals = assignment.tokens.findIndex((_, position) => textAt(assignment, position) === '=');
        const target = { ...assignment, tokens: assignment.tokens.slice(0, equals) };
        return [canonicalOf(target), canonicalOf(from(assignment, equals + 1))];
    });
    return {
        ...writes_bare('update', trigger_parts_nameAt(clause, at)),
        values: new Map(values),
        where: where >= words.length ? '' : canonicalOf(from(clause, where)),
        yields,
    };
}
function readInsert(clause, words, { at, yields }) {
    const name = words[at] === 'into' ? at + 1 : at;
    const open = words[name + 1] === 'as' ? name + 3 : name + 1;
    const listed = textAt(clause, open) === '(';
    const close = listed ? writes_closing(clause, open) : open - 1;
    const columns = listed
        ? splitAt(inside(clause, open, close), ',').map((one) => quote_foldName(trigger_parts_nameAt(one, 0)))
        : [];
    const source = close + 1;
    const stop = topLevel(clause, words, source, ['from', 'where', 'on', 'returning', 'order', 'limit']);
    const list = words[source] === 'values'
        ? inside(clause, source + 1, writes_closing(clause, source + 1))
        : { ...clause, tokens: clause.tokens.slice(source + 1, stop) };
    const expressions = splitAt(list, ',').map(canonicalOf);
    const values = expressions.map((text, place) => [
        columns[place] ?? `#${place + 1}`,
        text,
    ]);
    const rest = words[source] === 'values' ? '' : canonicalOf(from(clause, stop));
    return {
        ...writes_bare('insert', trigger_parts_nameAt(clause, name)),
        values: new Map(values),
        where: rest,
        yields,
        positional: !listed && words[source] !== 'default',
    };
}
function from(clause, at) {
    return { ...clause, tokens: clause.tokens.slice(at) };
}
function inside(clause, open, close) {
    return { ...clause, tokens: clause.tokens.slice(open + 1, close) };
}
/** Position of the parenthesis that closes the one at `open`. */
function writes_closing(clause, open) {
    let depth = 0;
    for (let at = open; at < clause.tokens.length; at += 1) {
        const text = textAt(clause, at);
        if (text === '(')
            depth += 1;
        if (text === ')')
            depth -= 1;
        if (depth === 0)
            return at;
    }
    return clause.tokens.length;
}
/** Position of the first of these words outside parentheses; the end where there is none. */
function topLevel(clause, words, start, wanted) {
    let depth = 0;
    for (let at = start; at < words.length; at += 1) {
        const text = textAt(clause, at);
        if (text === '(')
            depth += 1;
        if (text === ')')
            depth -= 1;
        if (depth === 0 && wanted.includes(words[at] ?? ''))
            return at;
    }
    return words.length;
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/doubled-triggers.js

/**
 * Triggers of *before* that stay, beside a new one that does the same to the same table once more: a counter goes up by
 * two, a line is logged twice. What is done twice to the same end is none of them.
 */
function doneTwice(sides, { kept, added }, executed) {
    const missed = dropsThatMetNothing(sides, executed).filter(
    // Whoever drops a trigger and makes it means no other one.
    (name) => !added.some(isNamed(name)));
    return kept.flatMap(({ after: old }) => {
        for (const other of added) {
            if (!sameName(other.table, old.table) || other.parts.event !== old.parts.event)
                continue;
            const meant = missed.some((name) => resembles(name, old.name));
            const target = repeated(sides, old, other, meant);
            if (target === undefined)
                continue;
            return [{ trigger: old.name, table: old.table, change: { kind: 'beside', other: other.name, target } }];
        }
        return [];
    });
}
/** Names of triggers that a statement would have dropped, had there been one. */
function dropsThatMetNothing({ before }, executed) {
    return executed.flatMap((named, at) => {
        if (named.verb !== 'drop' || named.kind !== 'trigger')
            return [];
        const made = executed
            .slice(0, at)
            .some((other) => other.verb === 'create' && other.kind === 'trigger' && sameName(other.name, named.name));
        return made || before.schema.triggers.some(isNamed(named.name)) ? [] : [named.name];
    });
}
/** `meant`: a statement tried to drop a trigger of nearly this name, so that less is needed to tell that it meant this one. */
function repeated(sides, old, other, meant) {
    const sameCondition = old.parts.when === other.parts.when;
    const again = other.parts.statements.flatMap((clause) => readWrite(clause) ?? []);
    for (const clause of old.parts.statements) {
        const write = readWrite(clause);
        if (write === undefined || (write.yields && !meant))
            continue;
        const same = again.filter(({ verb, table }) => verb === write.verb && table === write.table);
        const isTwice = same.some((one) => write.verb === 'insert'
            ? insertsTwice(sides, write, one, { meant, sameCondition })
            : updatesTwice(write, one, { meant, sameCondition }));
        if (isTwice)
            return write.table;
    }
    return undefined;
}
/** All that the one inserts, the other inserts too. */
function insertsTwice(sides, write, other, { meant, sameCondition }) {
    if (meant)
        return true;
    const [left, right] = [doubled_triggers_named(sides, write), doubled_triggers_named(sides, other)];
    const [fewer, more] = left.size <= right.size ? [left, right] : [right, left];
    return sameCondition && fewer.size > 0 && [...fewer].every(([column, text]) => more.get(column) === text);
}
/** With the names of the columns where the statement lists none. */
function doubled_triggers_named({ after }, { table, values, positional }) {
    if (!positional)
        return new Map(values);
    const columns = after.filled(table).map(quote_foldName);
    return new Map([...values.values()].map((text, at) => [columns[at] ?? '', text]));
}
/**
 * Both write the same column of the same rows: each counts it on from what it is, or one does and the other computes it
 * anew. What only bounds it, as max(n, 0) does, is another thing.
 */
function updatesTwice(write, other, { meant, sameCondition }) {
    if (write.verb !== 'update' || !(meant || write.where === other.where))
        return false;
    return [...write.values].some(([column, text]) => {
        const again = other.values.get(column);
        if (again === undefined)
            return false;
        const uses = [useOf(text, column), useOf(again, column)];
        if (!uses.includes('counts on') || uses.includes('reads'))
            return false;
        return meant || sameCondition || text === again;
    });
}
const OPERATORS = new Set(['+', '-', '*', '/', '||']);
/** What an expression does with the column that it is assigned to; that of NEW or OLD is another value. */
function useOf(expression, column) {
    const tokens = meaningfulTokens(expression);
    const textAt = (at) => {
        const token = tokens[at];
        return token === undefined ? '' : quote_foldName(nameOf(expression, token));
    };
    const places = tokens.flatMap((_, at) => {
        const isOther = textAt(at - 1) === '.' && ['new', 'old'].includes(textAt(at - 2));
        return textAt(at) === column && !isOther ? [at] : [];
    });
    const counts = places.some((at) => OPERATORS.has(textAt(at + 1)) || OPERATORS.has(textAt(textAt(at - 1) === '.' ? at - 3 : at - 1)));
    if (counts)
        return 'counts on';
    return places.length > 0 ? 'reads' : 'none';
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/positions.js

/**
 * The table that an INSERT without a list of columns, or from a `*`, fills otherwise than before. Both sides may have got
 * another order alike.
 */
function movedPositions(sides, { before, after }) {
    const former = before.parts.statements.map(readWrite);
    const current = after.parts.statements.map(readWrite);
    const moved = current.find((now, at) => {
        const then = former[at];
        if (now?.verb !== 'insert' || then?.verb !== 'insert')
            return false;
        const sources = new Map(fillings(sides.after, now, undefined));
        return fillings(sides.before, then, sides.rename).some(([column, source]) => {
            const known = sources.get(column);
            return known !== undefined && known !== source;
        });
    });
    return moved?.table;
}
/** Of each column that the statement fills, folded, from what; under the names that `rename` gives. */
function fillings(side, write, rename) {
    const { table, values, positional } = write;
    const called = (owner, column) => quote_foldName(rename?.column(owner, column) ?? column);
    const expressions = [...values.values()];
    const star = expressions.length === 1 && expressions[0] === '*' ? starColumns(side, write) : undefined;
    if (!positional && star === undefined)
        return [];
    const filled = positional ? side.filled(table) : [...values.keys()];
    const sources = star?.map(({ owner, column }) => called(owner, column)) ?? expressions.map((_, at) => `#${at}`);
    return filled.slice(0, sources.length).map((column, at) => [called(table, column), sources[at] ?? '']);
}
/** What `SELECT * FROM table` gives; nothing is told of several tables. */
function starColumns(side, { where }) {
    const [word, table, next] = meaningfulTokens(where);
    const text = (token = word) => (token === undefined ? '' : quote_foldName(nameOf(where, token)));
    if (text() !== 'from' || table === undefined || (next !== undefined && text(next) !== 'where'))
        return undefined;
    return side.columns(text(table)).map((column) => ({ owner: text(table), column }));
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/read-triggers.js

function readTriggers(sides) {
    const before = byName(readAll(sides.before));
    const after = byName(readAll(sides.after));
    return {
        kept: [...before].flatMap(([name, trigger]) => {
            const partner = after.get(name);
            return partner === undefined ? [] : [{ before: trigger, after: partner }];
        }),
        removed: [...before].flatMap(([name, trigger]) => (after.has(name) ? [] : trigger)),
        added: [...after].flatMap(([name, trigger]) => (before.has(name) ? [] : trigger)),
    };
}
function byName(triggers) {
    return new Map(triggers.map((trigger) => [quote_foldName(trigger.name), trigger]));
}
function readAll({ schema, texts }) {
    return schema.triggers.flatMap((trigger) => {
        const sql = texts.get(quote_foldName(trigger.name)) ?? '';
        const parts = readTriggerParts(sql);
        return parts === undefined ? [] : [{ ...trigger, sql, parts }];
    });
}
/** What the trigger does itself, as SQLite understands it; `undefined` where it does not compile. */
function accessesOf(side, { table, parts: { event, action } }) {
    return side.resolver.trigger({ event, action, table, columns: side.columns(table) });
}
/** Columns of *after*, whose UPDATE fired the trigger in *before* and fires it no more. */
function missingEvents({ before: { columns }, after, rename, pairBefore }, pair) {
    const { of } = pair.after.parts;
    if (of === undefined || pair.before.parts.event !== 'update')
        return [];
    const former = columns(pair.before.table).filter((column) => pair.before.parts.of?.includes(quote_foldName(column)) ?? true);
    const tables = pairBefore(pair.before.table);
    return former
        .flatMap((column) => {
        const partner = tables?.columns.find((one) => sameName(one.before.name, column))?.after.name;
        return partner ?? (tables === undefined ? rename.column(pair.before.table, column) : []);
    })
        .filter((column) => !of.includes(quote_foldName(column)) && after.columns(pair.after.table).includes(column));
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/rewritten-triggers.js

/**
 * What a trigger that was made again in other words does no more. That it does something in another way is what its
 * author meant.
 */
function rewrittenChange(sides, pair, triggers) {
    const { before, after } = pair;
    const helpers = companions(triggers, after);
    const now = [after, ...helpers].map((trigger) => accessesOf(sides.after, trigger));
    const then = accessesOf(sides.before, before);
    // What does not compile is told of elsewhere.
    if (then === undefined || now.some((one) => one === undefined))
        return undefined;
    const current = now.flatMap((one) => one ?? []);
    const { event } = before.parts;
    const table = sides.rename.table(before.table);
    const fires = [after, ...triggers.added].some((one) => one.parts.event === event && sameName(one.table, table));
    if (!fires)
        return { kind: 'other-event', from: eventOf(event, table), to: eventOf(after.parts.event, after.table) };
    if (isTooEarly(pair))
        return { kind: 'too-early' };
    const used = new Set(current.filter(({ table }) => sameName(table, after.table)).map(({ column = '' }) => quote_foldName(column)));
    const { primaryKey = [] } = sides.after.schema.tables.find(isNamed(after.table)) ?? {};
    // Keys are used to find the row, and stay.
    const missing = missingEvents(sides, pair).filter((column) => used.has(quote_foldName(column)) && !primaryKey.some((key) => sameName(key, column)));
    const covered = helpers.some(({ parts }) => parts.event === event);
    if (missing.length > 0 && !covered)
        return { kind: 'fires-less', columns: missing };
    const lost = lostWrite(sides, then, current);
    if (lost !== undefined)
        return { kind: 'does-less', what: textOf(lost) };
    if (refuses(before) && ![after, ...helpers].some(refuses))
        return { kind: 'does-less', what: 'RAISE' };
    return undefined;
}
/** Other triggers of the same table that the migration made. */
function companions({ added, kept }, { name, table }) {
    const rewritten = kept.flatMap(({ before, after }) => before.definition === after.definition ? [] : after);
    return [...added, ...rewritten].filter((other) => sameName(other.table, table) && other.name !== name);
}
/**
 * Something that was written and is not any more, though it is still there. A table or column that is new may have taken
 * its place.
 */
function lostWrite(sides, then, now) {
    const writes = now.filter(({ verb }) => verb !== 'read');
    const keys = new Set(writes.map(accesses_keyOf));
    return then.find((access) => {
        if (access.verb === 'read' || keysAfter(access, sides.rename).some((key) => keys.has(key)))
            return false;
        const { table, column } = access;
        const pair = sides.pairBefore(table);
        if (pair === undefined)
            return false;
        // What was done by one verb can be done by another: an upsert, a soft delete.
        const others = writes.filter((one) => sameName(one.table, pair.after.name));
        if (others.some((one) => column === undefined || one.verb !== 'update'))
            return false;
        const stays = column === undefined || pair.columns.some((one) => sameName(one.before.name, column));
        return stays && !writes.some((one) => isNew(sides, one));
    });
}
/** It writes where nothing could be written before. */
function isNew({ before, pairAfter }, { table, column }) {
    if (before.schema.views.some(isNamed(table)))
        return false;
    const pair = pairAfter(table);
    if (pair === undefined)
        return true;
    return column !== undefined && !pair.columns.some((one) => sameName(one.after.name, column));
}
/** Whether it can stop the statement that fires it. */
function refuses({ parts }) {
    return /\braise\s*\(\s*(?:abort|fail|rollback)\b/i.test(parts.action);
}
function eventOf(event, table) {
    return `${event.toUpperCase()} of ${table}`;
}
/** Ran after the row was written and runs before it now, though it reads the table, or the id that a new row gets. */
function isTooEarly({ before, after }) {
    const { parts } = after;
    if (before.parts.timing !== 'after' || parts.timing !== 'before' || parts.event === 'delete')
        return false;
    return mentions(parts.statements.map(canonicalOf).join(' ; '), new Set([quote_foldName(after.table)]));
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/replaced-triggers.js

/** Triggers that are gone and whose work others do that the migration made: under another name, in one or in several. */
function findReplaced(sides, { removed, added, kept }) {
    const rewritten = kept.flatMap(({ before, after }) => before.definition === after.definition ? [] : after);
    return removed.flatMap((former) => {
        const table = sides.rename.table(former.table);
        const candidates = [...added, ...rewritten].filter((other) => sameName(other.table, table) && other.parts.event === former.parts.event);
        const twin = candidates.find((other) => sides.rename.sameText(former.parts.body, other.parts.body));
        const successors = twin === undefined ? covering(sides, former, candidates) : [twin];
        if (successors.length === 0)
            return [];
        const by = successors.map(({ name }) => name);
        const change = { kind: 'replaced', by, ...(twin !== undefined && { renamed: true }) };
        return [{ trigger: former.name, table, change }];
    });
}
/** Those that together write all that it wrote, and refuse where it refused. */
function covering(sides, former, candidates) {
    const then = accessesOf(sides.before, former)?.filter(({ verb }) => verb !== 'read');
    if (then === undefined || (then.length === 0 && !refuses(former)))
        return [];
    const now = candidates.map((trigger) => ({
        trigger,
        keys: new Set(accessesOf(sides.after, trigger)?.map(accesses_keyOf)),
    }));
    const isDone = then.every((access) => {
        const wanted = keysAfter(access, sides.rename);
        return now.some(({ keys }) => wanted.some((key) => keys.has(key)));
    });
    if (!isDone || (refuses(former) && !candidates.some(refuses)))
        return [];
    const own = new Set(then.flatMap((access) => keysAfter(access, sides.rename)));
    return now
        .filter(({ trigger, keys }) => refuses(trigger) || [...own].some((key) => keys.has(key)))
        .map(({ trigger }) => trigger);
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/triggers/compare-triggers.js

/** Triggers that do something else than before, though most of them have the text that they had. */
function compareTriggers(sides, executed) {
    const triggers = readTriggers(sides);
    const changes = [
        ...triggers.kept.map((pair) => ({ trigger: pair.after, change: changeOf(sides, pair, triggers) })),
        ...triggers.added.map((trigger) => ({ trigger, change: neverFires(sides.after, trigger) })),
    ];
    return [
        ...changes.flatMap(({ trigger: { name, table }, change }) => change === undefined ? [] : [{ trigger: name, table, change }]),
        ...doneTwice(sides, triggers, executed),
        ...findReplaced(sides, triggers),
    ];
}
function changeOf(sides, pair, triggers) {
    const { before, after } = pair;
    const isSame = sameName(sides.rename.table(before.table), after.table) &&
        sides.rename.sameText(before.definition, after.definition);
    if (isSame && !mentions(after.sql, sides.touched))
        return undefined;
    const never = neverFires(sides.after, after);
    if (never !== undefined)
        return neverFires(sides.before, before) === undefined ? never : undefined;
    if (!isSame)
        return rewrittenChange(sides, pair, triggers);
    return firesLess(sides, pair) ?? resolvedChange(sides, pair);
}
/** UPDATE OF nothing that is there: SQLite takes any name. */
function neverFires(side, { table, parts: { of } }) {
    const columns = side.columns(table);
    // A view that does not compile has no columns to ask for.
    if (of === undefined || columns.length === 0)
        return undefined;
    if (columns.some((column) => of.includes(quote_foldName(column))))
        return undefined;
    return { kind: 'never-fires', columns: of };
}
/** A column whose UPDATE fired it, and is still there, fires it no more. */
function firesLess(sides, { before, after }) {
    const missing = missingEvents(sides, { before, after });
    return missing.length === 0 ? undefined : { kind: 'fires-less', columns: missing };
}
function resolvedChange(sides, { before, after }) {
    const then = accessesOf(sides.before, before);
    const now = accessesOf(sides.after, after);
    if (then === undefined || now === undefined)
        return undefined;
    const difference = compareAccesses(then, now, sides.rename);
    if (difference.kind === 'other')
        return { kind: 'resolved', from: textOf(difference.from), to: textOf(difference.to) };
    if (difference.kind === 'more') {
        const captured = capturedColumn(after.sql, difference.added);
        // A `*` may read it besides.
        const isSure = captured !== undefined && (!('from' in captured) || !after.sql.includes('*'));
        if (isSure)
            return captured;
    }
    const target = movedPositions(sides, { before, after });
    if (target !== undefined)
        return { kind: 'positions', target };
    const columns = joinedOtherwise(sides, { before: before.sql, after: after.sql });
    return columns.length === 0 ? undefined : { kind: 'joined', columns };
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/views/view-text.js

/** The text of a view and those of all views that it reads. */
function viewTexts({ schema, texts }, { name }) {
    const found = new Map();
    const waiting = [quote_foldName(name)];
    const views = new Set(schema.views.map((view) => quote_foldName(view.name)));
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const text = texts.get(next);
        if (text === undefined || found.has(next))
            continue;
        found.set(next, text);
        for (const token of meaningfulTokens(text)) {
            const mentioned = token.kind === 'word' || token.kind === 'quoted' ? quote_foldName(nameOf(text, token)) : '';
            if (views.has(mentioned))
                waiting.push(mentioned);
        }
    }
    return [...found.values()];
}
/** Whether one of these words stands in the text, as no more than a name or a function. */
function wordsIn(sql, wanted) {
    return meaningfulTokens(sql).some(({ kind, start, end }) => kind === 'word' && wanted.includes(quote_foldName(sql.slice(start, end))));
}
const VOLATILE = [
    ...['random', 'randomblob', 'changes', 'total_changes', 'last_insert_rowid'],
    ...['current_timestamp', 'current_date', 'current_time'],
];
const CLOCKS = ['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff'];
/** Whether it gives other rows each time that it is asked. */
function differsByPlan(sql) {
    if (wordsIn(sql, VOLATILE))
        return true;
    const tokens = meaningfulTokens(sql);
    const text = (at) => {
        const token = tokens[at];
        return token === undefined ? '' : quote_foldName(sql.slice(token.start, token.end));
    };
    return tokens.some((_, at) => text(at) === "'now'" || (CLOCKS.includes(text(at)) && text(at + 1) === '(' && text(at + 2) === ')'));
}
const ORDERED = [
    ...['limit', 'group_concat', 'string_agg', 'json_group_array', 'json_group_object', 'over'],
    ...['jsonb_group_array', 'jsonb_group_object'],
];
/** Whether what it gives may depend on the order in which SQLite reads the rows: then only their number is compared. */
function hasOwnOrder(sql) {
    return wordsIn(sql, ORDERED);
}
/** One SELECT that gives a row for each that it finds, under the names of the columns themselves. */
function isPlainSelect(sql) {
    if (wordsIn(sql, ['union', 'intersect', 'except', 'distinct', 'true', 'false']))
        return false;
    const tokens = meaningfulTokens(sql);
    const as = tokens.findIndex(({ kind, start, end }) => kind === 'word' && quote_foldName(sql.slice(start, end)) === 'as');
    const before = tokens[as - 1];
    // `v(a, b) AS`: the names stand apart from what they name.
    return before !== undefined && sql.slice(before.start, before.end) !== ')';
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/views/answerable.js

/** Functions that stand where tables do, and give the same for the same arguments. */
const TABLE_FUNCTIONS = new Set(['json_each', 'json_tree', 'jsonb_each', 'jsonb_tree', 'generate_series']);
/**
 * Whether nothing has changed in what the view reads, through views too, so that the same rows are due. Rows that came or
 * went, and values that changed in columns that it reads, are reason enough for others.
 */
function isAnswerable(sides, pair, tables) {
    const { before, after } = sides;
    // The columns that such a join compares are announced nowhere.
    const readsAll = viewTexts(before, pair.before).some((text) => wordsIn(text, ['natural', 'using']));
    const isSteady = (access) => isUnchanged(sides, access, tables, readsAll);
    const isKnown = ({ table }) => after.schema.views.some(isNamed(table)) ||
        TABLE_FUNCTIONS.has(quote_foldName(table)) ||
        sides.pairAfter(table) !== undefined;
    return pair.reads.before.all.every(isSteady) && pair.reads.after.all.every(isKnown);
}
/** Nothing has changed in what an access of *before* reads. */
function isUnchanged({ before, pairBefore }, { table, column = '' }, tables, readsAll) {
    if (before.schema.views.some(isNamed(table)) || TABLE_FUNCTIONS.has(quote_foldName(table)))
        return true;
    const pair = pairBefore(table);
    const change = tables.find((one) => sameName(one.table, pair?.after.name ?? ''));
    if (pair === undefined || change === undefined || change.added + change.removed > 0)
        return false;
    const read = pair.columns.find((one) => sameName(one.before.name, column))?.after.name;
    return readsAll ? change.columns.length === 0 : !change.columns.some((one) => one.column === read);
}
/** Words behind which it is said which rows a view gives. */
const answerable_CONDITIONS = ['where', 'on', 'having'];
/** Which rows it gives depends on a column that was not there: its author meant others. */
function choosesByNew({ pairAfter }, { after, reads }) {
    const tokens = meaningfulTokens(after.sql);
    const names = tokens.map((token) => quote_foldName(nameOf(after.sql, token)));
    const start = names.findIndex((name, at) => tokens[at]?.kind === 'word' && answerable_CONDITIONS.includes(name));
    const chosen = new Set(start === -1 ? [] : names.slice(start));
    return reads.after.all.some(({ table, column = '' }) => {
        const pair = pairAfter(table);
        const isNew = pair !== undefined && !pair.columns.some((one) => sameName(one.after.name, column));
        return isNew && chosen.has(quote_foldName(column));
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/views/output-columns.js

/** Columns of the view that are compared: of *before* and of *after*. */
function pairOutputs(sides, { before, after, isSame }) {
    const former = sides.before.columns(before.name);
    const current = sides.after.columns(after.name);
    const partners = new Map(current.map((column) => [quote_foldName(column), column]));
    const byName = former.flatMap((column) => {
        const partner = partners.get(quote_foldName(column));
        return partner === undefined ? [] : [[column, partner]];
    });
    const rest = former.filter((column) => !partners.has(quote_foldName(column)));
    const others = current.filter((column) => !former.some((one) => sameName(one, column)));
    // Of one text, a column that has another name is the same one.
    if (!isSame || rest.length !== others.length)
        return byName;
    return [...byName, ...rest.map((column, at) => [column, others[at] ?? ''])];
}
/** Output columns that are not there under their name; that others came says nothing. */
function lostColumns(sides, { before, after, isSame, reads }) {
    const current = new Set(sides.after.columns(after.name).map(quote_foldName));
    if (current.size === 0)
        return undefined;
    const columns = sides.before.columns(before.name).filter((column) => !current.has(quote_foldName(column)));
    if (columns.length === 0)
        return undefined;
    const isRead = (column) => reads.before.all.some((access) => sameName(access.column ?? '', column) && isElsewhere(sides, access));
    // One that was made again may give another name to what is gone.
    const isFollowed = columns.every(isRead) || (!isSame && reads.before.all.some((one) => isElsewhere(sides, one)));
    return { kind: 'columns', columns, ...(isFollowed && { followed: true }) };
}
/** The table, or its column, is gone or has another name. */
function isElsewhere({ pairBefore, before }, { table, column = '' }) {
    if (column === '' || !before.schema.tables.some(({ name }) => sameName(name, table)))
        return false;
    const pair = pairBefore(table);
    const partner = pair?.columns.find((one) => sameName(one.before.name, column));
    const isColumn = pair?.before.columns.some(({ name }) => sameName(name, column)) ?? true;
    return isColumn && (partner === undefined || !sameName(partner.after.name, column));
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/views/views-for-tables.js

/**
 * Views of *after* that have the name of a table of *before*, as where a table was renamed and its old name is kept for
 * those who read it. They must give the rows of that table, in the columns that they have.
 */
function viewsForTables(sides, tables) {
    const { before, after } = sides;
    const formers = new Map(before.schema.tables.map((table) => [quote_foldName(table.name), table]));
    return after.schema.views.flatMap((view) => {
        const former = formers.get(quote_foldName(view.name));
        const reads = former && after.resolver.view(view.name);
        if (former === undefined || reads === undefined)
            return [];
        const isSteady = reads.all.every((access) => {
            const origin = sides.pairAfter(access.table);
            if (origin === undefined)
                return after.schema.views.some(isNamed(access.table));
            const column = origin.columns.find((pair) => sameName(pair.after.name, access.column ?? ''));
            const read = { ...access, table: origin.before.name, column: column?.before.name ?? '' };
            return isUnchanged(sides, read, tables, false);
        });
        const texts = viewTexts(after, view);
        if (!isSteady || texts.some(differsByPlan) || texts.some(hasOwnOrder))
            return [];
        const given = after.columns(view.name);
        const columns = former.columns.flatMap(({ name }) => {
            const partner = given.find((column) => quote_foldName(column) === quote_foldName(name));
            return partner === undefined ? [] : [[name, partner]];
        });
        return [{ view: view.name, former: former.name, columns, rounded: false, hints: [] }];
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/views/compare-views.js

/**
 * Views that may give something else than before. SQLite tells what their names mean: where that is what it was, so are the
 * rows, and nothing is asked.
 */
function compareViews(sides, tables) {
    const partners = new Map(sides.after.schema.views.map((view) => [quote_foldName(view.name), view]));
    const pairs = sides.before.schema.views.flatMap((view) => {
        const partner = partners.get(quote_foldName(view.name));
        return (partner && pairOf(sides, view, partner)) ?? [];
    });
    const compared = pairs.map((pair) => compareView(sides, pair, tables));
    return {
        views: compared.flatMap(({ views }) => views),
        questions: [...compared.flatMap(({ questions }) => questions), ...viewsForTables(sides, tables)],
    };
}
function pairOf({ before, after, rename, touched }, view, partner) {
    const isSame = rename.sameText(view.definition, partner.definition);
    const sql = {
        before: before.texts.get(quote_foldName(view.name)) ?? '',
        after: after.texts.get(quote_foldName(view.name)) ?? '',
    };
    if (isSame && !mentions(sql.after, touched))
        return undefined;
    const reads = { before: before.resolver.view(view.name), after: after.resolver.view(partner.name) };
    // What does not compile is told of elsewhere.
    if (reads.before === undefined || reads.after === undefined)
        return undefined;
    return {
        before: { ...view, sql: sql.before },
        after: { ...partner, sql: sql.after },
        isSame,
        reads: { before: reads.before, after: reads.after },
    };
}
function compareView(sides, pair, tables) {
    const view = pair.after.name;
    const lost = lostColumns(sides, pair);
    const views = lost === undefined ? [] : [{ view, change: lost, hints: [] }];
    const suspicion = suspicionOf(sides, pair);
    if (suspicion === undefined)
        return { views, questions: [] };
    const { cause, ordersOtherwise = false } = suspicion;
    const hints = [...suspicion.hints, ...touchedTables(sides, pair)];
    const fallback = cause && { view, change: cause, hints };
    const texts = [...viewTexts(sides.before, pair.before), ...viewTexts(sides.after, pair.after)];
    if (texts.some(differsByPlan) || !isAnswerable(sides, pair, tables))
        return { views: [...views, ...(fallback ? [fallback] : [])], questions: [] };
    const question = {
        view,
        former: pair.before.name,
        columns: texts.some(hasOwnOrder) && !ordersOtherwise ? [] : pairOutputs(sides, pair),
        rounded: texts.some((text) => wordsIn(text, ['sum', 'avg', 'total'])),
        hints,
        ...(cause && { cause }),
        ...(!pair.isSame && choosesByNew(sides, pair) && { meant: true }),
    };
    return { views, questions: [question] };
}
/** Tables that it reads and that are not what they were. */
function touchedTables({ touched }, { reads }) {
    return [...new Set(reads.after.own.map(({ table }) => table))].filter((table) => touched.has(quote_foldName(table)));
}
/** Why the view may give other rows from the same tables; `undefined` where it cannot. */
function suspicionOf(sides, pair) {
    if (!pair.isSame)
        return { hints: [] };
    const columns = joinedOtherwise(sides, { before: pair.before.sql, after: pair.after.sql });
    if (columns.length > 0)
        return {
            cause: { kind: 'joined', columns },
            hints: columns.map((column) => `.${column}`),
            ordersOtherwise: true,
        };
    const difference = compareAccesses(pair.reads.before.own, pair.reads.after.own, sides.rename);
    const isPlain = isPlainSelect(pair.after.sql);
    switch (difference.kind) {
        case 'none':
            return comparesOtherwise(sides, pair) ? { hints: [] } : undefined;
        case 'other': {
            const to = textOf(difference.to);
            return {
                cause: { kind: 'resolved', from: textOf(difference.from), to },
                hints: [to],
                ordersOtherwise: true,
            };
        }
        case 'more': {
            const captured = capturedColumn(pair.after.sql, difference.added);
            const hints = difference.added.map(textOf);
            // A `*` may read it besides.
            const isSure = captured !== undefined && (!('from' in captured) || !pair.after.sql.includes('*'));
            if (isSure)
                return { cause: captured, hints, ordersOtherwise: true };
            if (captured !== undefined)
                return { hints };
            // A `*` that reads more columns gives the same rows.
            return isPlain ? undefined : { hints };
        }
        case 'order':
        case 'less':
            return isPlain && !hasOwnOrder(pair.after.sql) ? undefined : { hints: [], ordersOtherwise: true };
    }
}
/** A column that it reads has another type or collation, so that the same values may compare otherwise. */
function comparesOtherwise({ pairBefore }, { reads }) {
    return reads.before.own.some(({ table, column = '' }) => {
        const columns = pairBefore(table)?.columns;
        const pair = columns?.find(({ before }) => sameName(before.name, column));
        if (pair === undefined)
            return false;
        const { before, after } = pair;
        return quote_foldName(before.type) !== quote_foldName(after.type) || before.collate !== after.collate;
    });
}

;// CONCATENATED MODULE: ./lib/engine/compare/meaning/compare-meaning.js

/** What means something else than in *before*, whatever its text says. */
function compareMeaning(context, paths, { pairing, tables, executed, untouched }) {
    const resolved = withSides(context, paths, pairing, (sides) => ({
        triggers: compareTriggers(sides, executed),
        ...compareViews(sides, tables),
    }));
    const { triggers = [], views = [], questions = [] } = resolved ?? {};
    const swaps = findSwaps(context, pairing);
    const indexes = findRenumbered(context, pairing, { tables, untouched });
    return { meaning: { triggers, views, swaps, indexes }, questions };
}

;// CONCATENATED MODULE: ./lib/engine/compare/moves/count-missing.js
/** Counts the rows of `source` that `targets` do not hold; all have `width` values. Sorts both sides once for each count. */
function countMissing(connection, source, targets, width) {
    const names = Array.from({ length: width }, (_, at) => `v${at}`);
    const sides = [
        `SELECT 1 AS side, * FROM (${source})`,
        ...targets.map((one) => `SELECT 0, * FROM (${one})`),
    ];
    const all = `WITH sides(side, ${names.join(', ')}) AS (${sides.join(' UNION ALL ')})`;
    const exact = [...names.map((name) => `typeof(${name})`), ...names.map((name) => `${name} COLLATE BINARY`)];
    const [strict = []] = connection.rows(`${all} SELECT ifnull(sum(m), 0), ifnull(sum(max(m - n, 0)), 0) FROM (
       SELECT sum(side) AS m, sum(1 - side) AS n FROM sides GROUP BY ${exact.join(', ')})`);
    const [rows = 0, unpaired = 0] = strict.map(Number);
    if (unpaired === 0)
        return { rows, unpaired, nowhere: 0 };
    const nowhere = connection.number(`${all} SELECT ifnull(sum(m), 0) FROM (
       SELECT sum(side) AS m, sum(1 - side) AS n FROM sides GROUP BY ${names.map(asText).join(', ')}) WHERE n = 0`);
    return { rows, unpaired, nowhere };
}
/** The same for a value in whatever storage class a declared type may have given it: 7, 7.0 and '7'. */
function asText(value) {
    return `CASE typeof(${value})
    WHEN 'real' THEN CAST(CASE WHEN ${value} = CAST(${value} AS INTEGER) THEN CAST(${value} AS INTEGER) ELSE ${value} END AS TEXT)
    WHEN 'blob' THEN ${value} ELSE CAST(${value} AS TEXT) END COLLATE BINARY`;
}

;// CONCATENATED MODULE: ./lib/engine/compare/moves/destinations.js

/** Where statements copied columns of a table of *before* to, as far as those tables are still there. */
function destinationsOf({ name }, { last }, tables) {
    return tables.flatMap((table) => {
        if (table.kind !== 'table')
            return [];
        const transfers = last.get(quote_foldName(table.name))?.transfers ?? [];
        return transfers
            .filter(({ source }) => source === quote_foldName(name))
            .map(({ statement, columns }) => ({
            statement,
            table,
            columns: columns.flatMap(({ from, into }) => {
                const column = table.columns.find((own) => quote_foldName(own.name) === into.name);
                return column === undefined ? [] : [{ from, into: column }];
            }),
        }))
            .filter(({ columns }) => columns.length > 0);
    });
}
/**
 * How rows of a destination lead back to the rows whose values they got: the key was copied too; they are the rows of the
 * table itself; or a foreign key leads from one to the other. `key`: unique in *before*. `pair`: the source where it is
 * still there.
 */
function linkOf(source, key, { table, columns }, pair) {
    const own = `main.${quoteName(table.name)} AS v`;
    const columnOf = (alias, name) => `${alias}.${quoteName(name)}`;
    const partnerOf = (column) => pair?.columns.find(({ before }) => before === column)?.after.name;
    const kept = key.map(partnerOf);
    if (pair?.after === table)
        return kept.every((name) => name !== undefined)
            ? { from: own, key: kept.map((name) => columnOf('v', name)) }
            : undefined;
    const copied = key.map((column) => columns.find(({ from }) => from === column)?.into.name);
    if (copied.every((name) => name !== undefined))
        return { from: own, key: copied.map((name) => columnOf('v', name)) };
    const keyNames = key.map(({ name }) => name);
    const child = table.foreignKeys.find(({ parent, parentColumns }) => sameName(parent, pair?.after.name ?? source.name) &&
        sameNames(parentColumns, kept.map((name, at) => name ?? keyNames[at] ?? '')));
    if (child !== undefined)
        return { from: own, key: child.columns.map((name) => columnOf('v', name)) };
    // The source refers to the destination, after the migration or already before it.
    const [referring, alias, names] = pair
        ? [pair.after, `main.${quoteName(pair.after.name)}`, kept]
        : [source, `old.${quoteName(source.name)}`, keyNames];
    const parent = referring.foreignKeys.find((one) => sameName(one.parent, table.name));
    if (parent === undefined || !names.every((name) => name !== undefined))
        return undefined;
    return {
        from: `${alias} AS s JOIN ${own} ON ${destinations_joined(parent)}`,
        key: names.map((name) => columnOf('s', name)),
    };
}
function destinations_joined({ columns, parentColumns }) {
    return columns
        .map((name, at) => `v.${quoteName(parentColumns[at] ?? '')} = s.${quoteName(name)}`)
        .join(' AND ');
}

;// CONCATENATED MODULE: ./lib/engine/compare/moves/find-moves.js

/**
 * Follows what is gone from where it was to where statements copied it: values of dropped columns, rows of dropped tables
 * and deleted rows. Nothing is read where nothing was copied. What follows is proven row by row, by the key or a foreign
 * key; without them by how often each value is there.
 */
function findMoves(search, objects, changes) {
    const { context, pairing } = search;
    const gone = objects.filter(({ change, held = 0 }) => change === 'removed' && held > 0);
    const attempted = (table, act) => attemptRead([], { check: 'content', table }, act) ?? [];
    return [
        ...gone.flatMap((object) => {
            const { kind, name, table = name } = object;
            if (kind === 'table') {
                const source = context.before.tables.find((one) => one.name === name);
                return source === undefined ? [] : attempted(name, () => movedRows(search, source));
            }
            const pair = pairing.pairs.find(({ after }) => after.name === table);
            const column = pair?.before.columns.find((one) => one.name === name);
            if (kind !== 'column' || pair === undefined || column === undefined)
                return [];
            return attempted(table, () => movedColumn(search, pair, column));
        }),
        ...changes.flatMap(({ table, removed }) => {
            const pair = pairing.pairs.find(({ after }) => after.name === table);
            return removed === 0 || pair === undefined
                ? []
                : attempted(table, () => movedRows(search, pair.before, pair));
        }),
    ];
}
/** The values of a dropped column, each in the row that belongs to its own. An empty text is no value. */
function movedColumn({ context, lineage }, pair, column) {
    const { connection, after } = context;
    const all = destinationsOf(pair.before, lineage, after.tables);
    const destinations = all.flatMap((one) => {
        const own = one.columns.find(({ from }) => from === column);
        return own === undefined ? [] : [{ ...one, into: own.into }];
    });
    if (destinations.length === 0)
        return undefined;
    const key = uniqueKey(pair)?.map(({ before }) => before);
    const linked = key && destinations.map((one) => linkOf(pair.before, key, one, pair));
    const isLinked = linked?.every((link) => link !== undefined) ?? false;
    const keys = isLinked && key ? key.map(({ name }) => `b.${quoteName(name)}`) : [];
    const value = `b.${quoteName(column.name)}`;
    const source = `SELECT ${find_moves_named([...keys, value])} FROM old.${quoteName(pair.before.name)} AS b
    WHERE ${value} IS NOT NULL AND ${value} IS NOT ''`;
    const targets = destinations.map(({ table, into }, at) => {
        const link = isLinked ? linked?.[at] : undefined;
        const from = link?.from ?? `main.${quoteName(table.name)} AS v`;
        return `SELECT ${find_moves_named([...(link?.key ?? []), `v.${quoteName(into.name)}`])} FROM ${from}`;
    });
    const { rows, unpaired, nowhere } = countMissing(connection, source, [...new Set(targets)], keys.length + 1);
    return moveOf({ kind: 'column', table: pair.after.name, column: column.name }, destinations, {
        ...{ of: rows, nowhere, isProven: unpaired === 0 },
        columns: new Set([column]),
    });
}
/** Rows of a table that is gone, or that are gone from one: each with all that it held. */
function movedRows({ context, lineage }, source, pair) {
    const { connection, after } = context;
    if (source.kind !== 'table')
        return undefined;
    const elsewhere = after.tables.filter((table) => table !== pair?.after);
    const destinations = destinationsOf(source, lineage, elsewhere);
    if (destinations.length === 0)
        return undefined;
    const key = pair && uniqueKey(pair);
    // Without a key nobody knows which of the rows are gone.
    if (pair !== undefined && key === undefined)
        return undefined;
    const rows = pair === undefined || key === undefined
        ? `old.${quoteName(source.name)} AS b`
        : `old.${quoteName(source.name)} AS b WHERE ${isGone(pair, key)}`;
    const held = heldColumns(context, source, rows);
    // A number that the table gave itself is no content where its rows get other ones.
    const isCopied = (column) => destinations.some(({ columns }) => columns.some(({ from }) => from === column));
    const needed = held.filter((column) => isCopied(column) || !sameName(column.name, source.rowidAlias ?? ''));
    const whole = destinations.filter(({ columns }) => needed.every((column) => columns.some(({ from }) => from === column)));
    if (needed.length === 0 || needed.length > MOST_COLUMNS_TO_SORT)
        return undefined;
    const kind = pair === undefined ? 'table' : 'rows';
    const subject = { kind, table: pair?.after.name ?? source.name };
    if (whole.length === 0)
        return dividedRows(connection, { source, rows, needed, destinations }, subject);
    const values = needed.map(({ name }) => `b.${quoteName(name)}`);
    const targets = whole.map(({ table, columns }) => {
        const into = needed.map((column) => columns.find(({ from }) => from === column)?.into.name ?? '');
        return `SELECT ${find_moves_named(into.map((name) => `v.${quoteName(name)}`))} FROM main.${quoteName(table.name)} AS v`;
    });
    const counts = countMissing(connection, `SELECT ${find_moves_named(values)} FROM ${rows}`, [...new Set(targets)], needed.length);
    return moveOf({ kind: pair === undefined ? 'table' : 'rows', table: pair?.after.name ?? source.name }, whole, {
        ...{ of: counts.rows, nowhere: counts.nowhere, isProven: counts.unpaired === 0 },
        columns: new Set(needed),
    });
}
/** Rows whose columns went to several tables, each with the key; only where nothing is missing. */
function dividedRows(connection, { source, rows, needed, destinations }, subject) {
    const key = needed.filter(({ name }) => source.primaryKey.some((own) => sameName(own, name)));
    if (key.length === 0 || key.length !== source.primaryKey.length)
        return undefined;
    const rest = needed.filter((column) => !key.includes(column));
    const keys = key.map(({ name }) => `b.${quoteName(name)}`);
    const isWhole = rest.every((column) => {
        const value = `b.${quoteName(column.name)}`;
        const targets = destinations.flatMap((one) => {
            const into = one.columns.find(({ from }) => from === column)?.into;
            const link = into && linkOf(source, key, one, undefined);
            return link ? [`SELECT ${find_moves_named([...link.key, `v.${quoteName(into.name)}`])} FROM ${link.from}`] : [];
        });
        if (targets.length === 0)
            return false;
        const held = `SELECT ${find_moves_named([...keys, value])} FROM ${rows} ${rows.includes(' WHERE ') ? 'AND' : 'WHERE'} ${value} IS NOT NULL`;
        return countMissing(connection, held, [...new Set(targets)], key.length + 1).unpaired === 0;
    });
    if (!isWhole)
        return undefined;
    const of = connection.number(`SELECT count(*) FROM ${rows}`);
    return moveOf(subject, destinations, { of, nowhere: 0, isProven: true, columns: new Set(needed) });
}
/** The columns that hold a value in one of the rows. */
function heldColumns({ connection }, { columns }, rows) {
    const stored = columns.filter(({ generated }) => generated === undefined);
    const counts = stored.map(({ name }) => `count(b.${quoteName(name)})`);
    const [held = []] = connection.rows(`SELECT ${counts.join(', ')} FROM ${rows}`);
    return stored.filter((_, at) => Number(held[at]) > 0);
}
function moveOf(subject, destinations, { of, nowhere, isProven, columns }) {
    if (of === 0 || (nowhere === 0 && !isProven))
        return undefined;
    const places = new Map(destinations.map(({ table, columns: copied }) => {
        const own = copied.filter(({ from }) => columns.has(from));
        return [
            table.name,
            { table: table.name, columns: own.map(({ from, into }) => ({ from: from.name, into: into.name })) },
        ];
    }));
    const statement = Math.max(...destinations.map((one) => one.statement));
    return { ...subject, of, nowhere, places: [...places.values()], statement };
}
function find_moves_named(values) {
    return values.map((value, at) => `+${value} AS v${at}`).join(', ');
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
/**
 * Pairs two tables where *after* has every column of *before*, and the very same rows, at least one. A column may have
 * another name where the key tells which rows belong together.
 */
function sameTable(connection, before, after) {
    if (before.kind !== 'table' || after.kind !== 'table')
        return undefined;
    const byName = new Map(after.columns.map((column) => [quote_foldName(column.name), column]));
    const columns = before.columns.flatMap((column) => {
        const partner = byName.get(quote_foldName(column.name));
        return partner === undefined ? [] : [{ before: column, after: partner }];
    });
    const pair = { before, after, columns };
    const isWhole = columns.length === before.columns.length;
    if (!isWhole && (after.columns.length < before.columns.length || pairedRows(pair) === undefined))
        return undefined;
    const unread = [];
    const rows = attemptRead(unread, { check: 'content' }, () => [
        connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`),
        connection.number(`SELECT count(*) FROM main.${quoteName(after.name)} NOT INDEXED`),
    ]);
    if (rows === undefined || rows[0] === 0 || rows[0] !== rows[1])
        return undefined;
    const change = compareContent(connection, pair, unread);
    const isSame = unread.length === 0 && change !== undefined && change.removed + change.changed === 0;
    return isSame && (isWhole || hasOtherNames(connection, pair)) ? pair : undefined;
}
/** Each column without a namesake is one of another name, or held nothing; and not the key alone is equal. */
function hasOtherNames(connection, pair) {
    const { before, columns } = pair;
    const { found, alike } = movedColumns(connection, pair, undefined);
    const known = new Set([...columns, ...found, ...alike].map((column) => column.before));
    const rest = before.columns.filter((column) => column.generated === undefined && !known.has(column));
    const isEmpty = rest.every(({ name }) => connection.number(`SELECT count(${quoteName(name)}) FROM old.${quoteName(before.name)}`) === 0);
    const isKey = ({ name }) => before.primaryKey.some((key) => quote_foldName(key) === quote_foldName(name));
    return isEmpty && [...columns, ...found].some((column) => !isKey(column.before));
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
            const values = { before: strict_sql_bare('b', column.before.name), after: strict_sql_bare('a', column.after.name) };
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
    const values = { before: strict_sql_bare('b', before.name), after: strict_sql_bare('a', after.name) };
    const holds = attemptRead([], { check: 'content' }, () => connection.number(`SELECT NOT EXISTS (SELECT 1 FROM ${rows} WHERE ${differs(values)})
          AND EXISTS (SELECT 1 FROM ${rows} WHERE ${values.before} IS NOT NULL)`));
    return holds === 1;
}
/** Not every pair of rows holds one and the same value. */
function variesIn(connection, { before }, rows) {
    const value = strict_sql_bare('b', before.name);
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

;// CONCATENATED MODULE: ./lib/engine/compare/schema/check-constraints.js

/** More conditions than so many are compared as texts. */
const MOST_CONDITIONS = 500;
/**
 * The CHECKs of a table on both sides. A condition may move to another CHECK, and be written in another way; one that is
 * gone is told with what took its place, if anything did.
 */
function diffChecks(pair, rename) {
    const before = pair.before.checks.map((text) => readCheck(text, pair, rename));
    const after = pair.after.checks.map((text) => readCheck(text, pair));
    const isSame = (left, right) => rename.sameText(left.text, right.text, pair);
    const conditions = after.flatMap((check) => check.conditions ?? []).slice(0, MOST_CONDITIONS);
    const reading = { sameName: rename.sameColumn(pair), nullPasses: true };
    const free = after.filter((check) => !before.some((other) => isSame(other, check)));
    const kept = (check) => after.some((other) => isSame(check, other)) || isKept(check, conditions, reading);
    const changes = before
        .filter((check) => !kept(check) && !wentWithColumns(check, pair))
        .map((check) => successorOf(check, free, { conditions, reading }));
    const taken = new Set(changes.map(({ successor }) => successor));
    const added = free.filter((check) => !taken.has(check) && !before.some((other) => isPartOf(check, other, reading)));
    return [
        ...changes.map(({ change }) => change),
        ...added.map(({ text, columns }) => check_constraints_describe(columns, { change: 'added', detail: `CHECK (${text})` })),
    ];
}
function isKept({ conditions = [] }, given, reading) {
    return (conditions.length > 0 && conditions.every((needed) => given.some((one) => implies(one, needed, reading))));
}
/** It says no more than a former one did: nothing was added. */
function isPartOf(check, former, reading) {
    const sameName = (left, right) => reading.sameName(right, left);
    return isKept(check, former.conditions ?? [], { ...reading, sameName });
}
/** All columns that it spoke of are gone: they are told of. */
function wentWithColumns({ columns }, { after }) {
    const isGone = (column) => !after.columns.some(({ name }) => sameName(name, column));
    return columns.length > 0 && columns.every(isGone);
}
function successorOf(check, free, { conditions, reading }) {
    const { text, columns } = check;
    const related = free.filter((other) => other.columns.some((name) => columns.some((own) => sameName(own, name))));
    const [successor] = related.toSorted((a, b) => distance(check, a) - distance(check, b));
    if (successor === undefined)
        return { change: check_constraints_describe(columns, { change: 'removed', detail: `CHECK (${text})` }) };
    const still = (needed) => conditions.some((one) => implies(one, needed, reading) || isRelaxed(needed, one, reading.sameName));
    const isWider = (check.conditions ?? []).length > 0 && check.conditions?.every(still);
    const detail = `CHECK (${text}) → CHECK (${successor.text})`;
    return {
        successor,
        change: { ...check_constraints_describe(columns, { change: 'changed', detail }), ...(isWider && { effect: 'relaxed' }) },
    };
}
/** How many columns only one of them names. */
function distance(left, right) {
    const onlyIn = (one, other) => one.columns.filter((name) => !other.columns.some((own) => sameName(own, name))).length;
    return onlyIn(left, right) + onlyIn(right, left);
}
function check_constraints_describe(columns, change) {
    return { kind: 'constraint', name: 'CHECK', ...(columns.length > 0 && { columns }), ...change };
}
function readCheck(text, { before, after }, rename) {
    const owner = rename === undefined ? after : before;
    const names = new Set(meaningfulTokens(text)
        .filter(({ kind }) => kind === 'word' || kind === 'quoted')
        .map((token) => quote_foldName(nameOf(text, token))));
    const columns = owner.columns
        .filter(({ name }) => names.has(quote_foldName(name)))
        .map(({ name }) => rename?.column(before.name, name) ?? name);
    const parsed = parseExpression(text);
    return { text, columns, ...(parsed && { conditions: conjuncts(parsed).map(withoutNull) }) };
}
const STRICT = new Set(['in', '<', '<=', '>', '>=', 'like', 'glob']);
/** `a IS NULL OR a > 0` is `a > 0` in a CHECK: what is neither true nor false passes. */
function withoutNull(condition) {
    if (condition.op !== 'or')
        return condition;
    const rest = condition.of.filter(({ op, of }) => op !== 'is' || of[1]?.text !== 'null');
    const [only] = rest;
    if (only === undefined || rest.length !== 1 || condition.of.length !== 2)
        return condition;
    const [presence] = condition.of.filter((operand) => operand !== only);
    const subject = presence?.of[0];
    const isStrict = conjuncts(only).every(({ op, of }) => STRICT.has(op) && of[0]?.op === 'name' && of[0].text === subject?.text);
    return subject?.op === 'name' && isStrict ? only : condition;
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/unique-keys.js

/** Whatever `before` lets stand only once, `after` lets stand only once too, and both meet a second one in the same way. */
function guards(before, after, rename) {
    const names = before.key.columns.map((column) => rename.column(before.table.name, column));
    return (before.key.onConflict === after.key.onConflict &&
        // Fewer columns let in less.
        after.key.columns.every((column, at) => {
            const place = names.findIndex((name) => sameName(name, column));
            const collation = before.key.collations[place];
            // What is equal in bytes is equal under every collation; another one of the column's own is told of the column.
            const isKept = collation === after.key.collations[at] || collation === 'BINARY';
            return place !== -1 && (isKept || (isOwn(before, place) && isOwn(after, at)));
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
    const sameText = (before = '', after = '') => rename.sameExpression(before, after, tables);
    return Object.entries(constraintsAfter).flatMap(([name, after]) => {
        const before = constraintsBefore[name];
        const isSame = before?.kind === after?.kind && sameText(before?.expression, after?.expression);
        return isSame
            ? []
            : [constraints_changeOf(name, [column.after.name], { before: constraints_textOf(before), after: constraints_textOf(after) })];
    });
}
function constraints_textOf(constraint) {
    return constraint?.kind.replace('…', () => constraint.expression ?? '');
}
function columnConstraints(column, { rowidAlias }) {
    const { generated } = column;
    // A rowid is never NULL, said or not; and no default is DEFAULT NULL.
    const notNull = column.notNull || column.name === rowidAlias;
    const defaults = column.default !== undefined && column.default !== 'null';
    return {
        'NOT NULL': notNull ? { kind: `NOT NULL${onConflict(column)}` } : undefined,
        DEFAULT: defaults ? { kind: 'DEFAULT …', expression: column.default ?? '' } : undefined,
        COLLATE: column.collate === undefined ? undefined : { kind: `COLLATE ${column.collate}` },
        GENERATED: generated && {
            kind: `AS (…) ${generated.stored ? 'STORED' : 'VIRTUAL'}`,
            expression: generated.expression,
        },
    };
}
function diffTableConstraints(pair, indexes, rename) {
    const { before, after } = pair;
    return [
        ...diffPrimaryKey(pair, rename),
        ...flag('STRICT', before.strict, after.strict),
        ...flag('WITHOUT ROWID', before.withoutRowid, after.withoutRowid),
        ...diffUnique(pair, indexes, rename),
        ...diffChecks(pair, rename),
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
        return [constraints_changeOf('PRIMARY KEY', keyBefore === undefined ? after.primaryKey : columns, texts)];
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
            const columns = namesAfter(owned);
            const successor = keysAfter.find(({ key }) => sameSet(columns, key.columns)) ??
                keysAfter.find(({ key }) => key.kind === 'UNIQUE' && isPart(columns, key.columns));
            const texts = { before: describeKey(owned), after: successor && describeKey(successor) };
            return constraints_changeOf('UNIQUE', columns, texts);
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
function constraints_changeOf(name, columns, { before, after }) {
    if (before === undefined)
        return changed(name, columns, 'added', after ?? '');
    return after === undefined
        ? changed(name, columns, 'removed', before)
        : changed(name, columns, 'changed', `${before} → ${after}`);
}
function changed(name, columns, change, detail) {
    return { kind: 'constraint', name, ...(columns.length > 0 && { columns }), change, detail };
}
function isPart(few, many) {
    return few.every((name) => many.some((other) => sameName(name, other)));
}
function sameSet(left, right) {
    return left.length === right.length && isPart(left, right);
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/foreign-keys.js

/** Foreign keys lost, added, or pointing or acting otherwise, compared under the names of *after*. */
function diffForeignKeys(pair, rename) {
    const { before, after } = pair;
    const keysBefore = before.foreignKeys.map((key) => renamed(key, before.name, rename));
    const table = after.name;
    const removed = keysBefore.filter((key) => !after.foreignKeys.some((other) => foreign_keys_same(key, other)));
    const added = after.foreignKeys.filter((key) => !keysBefore.some((other) => foreign_keys_same(key, other)));
    const changes = removed.map((key) => {
        const successor = foreign_keys_successorOf(key, added);
        const subject = {
            kind: 'foreign-key',
            name: key.columns.join(', '),
            table,
            columns: key.columns,
        };
        if (successor === undefined)
            return { ...subject, change: 'removed', detail: foreign_keys_describe(key) };
        added.splice(added.indexOf(successor), 1);
        const effect = effectOf(key, successor, after);
        const name = sameNames(key.columns, successor.columns) ? '' : `(${successor.columns.join(', ')}) `;
        const detail = `${foreign_keys_describe(key)} → ${name}${foreign_keys_describe(successor)}`;
        return { ...subject, change: 'changed', detail, ...(effect && { effect }) };
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
/** The key on the same columns, else one on these and more, else one that shares some of them. */
function foreign_keys_successorOf(key, added) {
    const has = (other, name) => other.columns.some((one) => sameName(one, name));
    return (added.find((other) => sameNames(other.columns, key.columns)) ??
        added.find((other) => widens(key, other)) ??
        added.find((other) => key.columns.some((name) => has(other, name))));
}
/** Each column still means the same one of the same parent, with the same actions; there are more of them. */
function widens(key, other) {
    return (sameName(key.parent, other.parent) &&
        acts(key) === acts(other) &&
        key.columns.every((name, at) => {
            const place = other.columns.findIndex((one) => sameName(one, name));
            return place !== -1 && sameName(other.parentColumns[place] ?? '', key.parentColumns[at] ?? '');
        }));
}
function acts({ onDelete, onUpdate, deferred }) {
    return `${onDelete} ${onUpdate} ${deferred}`;
}
/**
 * A key of more columns guards no row of which one of them is NULL. One that is only asked at the COMMIT now lets no
 * broken row stay; one that no longer waits for it refuses what was allowed, so the other way round is no such case.
 */
function effectOf(key, other, { columns }) {
    if (!widens({ ...key, deferred: key.deferred || other.deferred }, other))
        return undefined;
    const isFilled = (name) => columns.some((one) => sameName(one.name, name) && one.notNull);
    const more = other.columns.filter((name) => !key.columns.some((one) => sameName(one, name)));
    return more.every(isFilled) ? 'kept' : 'relaxed';
}
function renamed(key, table, rename) {
    return {
        ...key,
        columns: key.columns.map((column) => rename.column(table, column)),
        parent: rename.table(key.parent),
        parentColumns: key.parentColumns.map((column) => rename.column(key.parent, column)),
    };
}
/** The same columns in whatever order. */
function foreign_keys_same(left, right) {
    return left.columns.length === right.columns.length && widens(left, right);
}
function foreign_keys_describe({ parent, parentColumns, onDelete, onUpdate, deferred }) {
    const more = [
        onDelete !== 'NO ACTION' && `ON DELETE ${onDelete}`,
        onUpdate !== 'NO ACTION' && `ON UPDATE ${onUpdate}`,
        deferred && 'DEFERRABLE INITIALLY DEFERRED',
    ];
    return [`REFERENCES ${parent}(${parentColumns.join(', ')})`, ...more.filter(Boolean)].join(' ');
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/indexes.js

/** What became of each index, and whether what a unique one kept out is still kept out. */
function diffIndexes(before, after, rename) {
    const schemas = { before, after };
    const partners = new Map(after.indexes.map((index) => [quote_foldName(index.name), index]));
    const known = new Set(before.indexes.map(({ name }) => quote_foldName(name)));
    const added = after.indexes.filter(({ name }) => !known.has(quote_foldName(name)));
    const changes = [];
    for (const index of before.indexes) {
        const { name } = index;
        const table = rename.table(index.table);
        const owner = ownerOf(index, schemas, rename);
        const isSame = (other) => owner !== undefined && sameIndexes(index, other, owner, rename);
        const described = { kind: 'index', name, table, ...indexes_columnsOf(index, rename, owner) };
        const partner = partners.get(quote_foldName(name));
        if (partner !== undefined) {
            if (isSame(partner))
                continue;
            const effect = owner && indexes_effectOf(index, partner, schemas, owner, rename);
            const detail = `${indexes_textOf(index, rename)} → ${indexes_textOf(partner)}`;
            changes.push({ ...described, change: 'changed', detail, ...(effect && { effect }) });
            continue;
        }
        const twin = added.findIndex(isSame);
        const [successor] = twin === -1 ? [] : added.splice(twin, 1);
        if (successor !== undefined) {
            changes.push({ kind: 'index', name: successor.name, table, change: 'renamed', from: name });
        }
        else if (owner === undefined || !becameConstraint(index, owner, rename)) {
            const effect = owner && indexes_effectOf(index, undefined, schemas, owner, rename);
            changes.push({
                ...described,
                change: 'removed',
                detail: indexes_textOf(index, rename),
                ...(effect && { effect }),
            });
        }
    }
    return [
        ...changes,
        ...added.map(({ name, table }) => ({ kind: 'index', name, table, change: 'added' })),
    ];
}
/** The table of an index of *before*, on both sides; `undefined` where it is gone. */
function ownerOf({ table }, schemas, rename) {
    const before = schemas.before.tables.find(({ name }) => sameName(name, table));
    const after = schemas.after.tables.find(({ name }) => sameName(name, rename.table(table)));
    return before && after && { before, after };
}
/** Only of a unique one the columns are what it is about. */
function indexes_columnsOf({ columns, unique, table }, rename, owner) {
    const isPlain = columns.every(({ text }) => owner?.before.columns.some(({ name }) => name === text));
    return unique && isPlain ? { columns: columns.map(({ text }) => rename.column(table, text)) } : {};
}
function sameIndexes(left, right, owner, rename) {
    return (sameName(owner.after.name, right.table) &&
        left.unique === right.unique &&
        left.columns.length === right.columns.length &&
        startsWith(right, left, owner, rename) &&
        sameCondition(left, right, owner, rename));
}
/** The first columns of `long` are those of `short`, in the same order: it serves the same queries. */
function startsWith(long, short, owner, rename) {
    return short.columns.every((column, at) => {
        const other = long.columns[at];
        return (other !== undefined &&
            column.collation === other.collation &&
            column.descending === other.descending &&
            sameColumns(column, other, owner, rename));
    });
}
function sameColumns(left, right, owner, rename) {
    return rename.sameExpression(left.text, right.text, owner);
}
function sameCondition({ where: left }, { where: right }, owner, rename) {
    if (left === undefined || right === undefined)
        return left === right;
    return rename.sameExpression(left, right, owner);
}
/** `partner`: the index that has its name now. */
function indexes_effectOf(index, partner, { after }, owner, rename) {
    if (!index.unique) {
        const isServed = partner !== undefined &&
            sameName(owner.after.name, partner.table) &&
            sameCondition(index, partner, owner, rename) &&
            startsWith(partner, index, owner, rename);
        return isServed ? 'kept' : undefined;
    }
    const guarding = [
        ...after.indexes.filter((other) => other.unique && sameName(other.table, owner.after.name) && covers(index, other, owner, rename)),
        ...owner.after.keys
            .filter((key) => index.key !== undefined &&
            guards({ key: index.key, table: owner.before }, { key, table: owner.after }, rename))
            .map(({ columns }) => ({ columns: columns.map((text) => ({ text })) })),
    ];
    if (guarding.length === 0)
        return 'unguarded';
    return guarding.some((other) => serves(other, index, owner, rename)) ? 'kept' : undefined;
}
/**
 * Of two unique ones, whether `other` finds what `index` found: either begins with all the columns of the other, and
 * behind a unique value there is but one row.
 */
function serves(other, index, owner, rename) {
    const common = Math.min(index.columns.length, other.columns.length);
    return index.columns.slice(0, common).every((column, at) => {
        const beside = other.columns[at];
        return beside !== undefined && sameColumns(column, beside, owner, rename);
    });
}
/** Whatever `index` lets stand only once, `other` lets stand only once too. */
function covers(index, other, owner, rename) {
    return (reaches(index, other, owner, rename) &&
        other.columns.every((column) => index.columns.some((own) => (own.collation === column.collation || own.collation === 'BINARY') &&
            sameColumns(own, column, owner, rename))));
}
/** Each row that `index` lets stand only once is in `other` too. */
function reaches(index, other, owner, rename) {
    if (other.where === undefined || sameCondition(index, other, owner, rename))
        return true;
    const needed = parseExpression(other.where);
    const conditions = index.where === undefined ? undefined : parseExpression(index.where);
    const given = { op: 'and', of: [...(conditions ? conjuncts(conditions) : []), ...present(index, owner)] };
    const reading = { sameName: rename.sameColumn(owner), nullPasses: false };
    return needed !== undefined && implies(given, needed, reading);
}
/** What is not NULL in these rows: columns that are never, and those of the index, where a NULL is no second one. */
function present({ columns }, { before, after }) {
    const isNeverNull = ({ name }) => after.columns.some((column) => sameName(column.name, name) && (column.notNull || name === after.rowidAlias));
    const names = before.columns.filter(isNeverNull).map(({ name }) => name);
    const indexed = columns.flatMap(({ text }) => parseExpression(text) ?? []);
    return [...names.map((name) => ({ op: 'name', text: quote_foldName(name), of: [] })), ...indexed].map((subject) => ({ op: 'not', of: [{ op: 'is', of: [subject, literal('null')] }] }));
}
/**
 * A plain unique index whose columns are now UNIQUE or the PRIMARY KEY is the same constraint, written differently; with
 * its columns in another order it would serve other queries.
 */
function becameConstraint({ table, key }, { before, after }, rename) {
    if (key === undefined)
        return false;
    const columns = key.columns.map((name) => rename.column(table, name));
    return after.keys.some((other) => sameNames(columns, other.columns) &&
        guards({ key, table: before }, { key: other, table: after }, rename));
}
/** With a `rename`, under the names of *after*. */
function indexes_textOf({ table, unique, columns, where }, rename) {
    const listed = columns.map(({ text, collation, descending }) => `${rename?.column(table, text) ?? text}${collation === 'BINARY' ? '' : ` COLLATE ${collation}`}${descending ? ' DESC' : ''}`);
    return `${unique ? 'UNIQUE ' : ''}(${listed.join(', ')})${where === undefined ? '' : ` WHERE ${where}`}`;
}

;// CONCATENATED MODULE: ./lib/engine/compare/schema/search-options.js

/** A search index that works otherwise now: another module, or other options. Its columns are told of as those of any table. */
function diffSearchIndex(pair, rename) {
    const { before, after } = pair;
    if (before.module === undefined || after.module === undefined)
        return [];
    const changes = before.module === after.module ? diffOptions(pair, rename) : [moduleChange(before, after)];
    if (changes.length === 0)
        return [];
    return [
        {
            kind: 'search-index',
            name: after.name,
            table: after.name,
            change: 'changed',
            detail: changes.map(({ text }) => text).join('; '),
            ...(changes.every(({ kept }) => kept) && { effect: 'kept' }),
        },
    ];
}
/** Another release of full-text search splits texts and ranks in its own ways. What stems no more finds less, for sure. */
function moduleChange(before, after) {
    const { module: from = '', options: former = {} } = before;
    const { module: to = '', options: now = {} } = after;
    const bothSearch = from.startsWith('fts') && to.startsWith('fts');
    const stems = (tokenizer = '') => tokenizer.split(' ')[0] === 'porter';
    const losesStems = stems(former.tokenize) && !stems(now.tokenize);
    const more = losesStems ? `, tokenize ${former.tokenize} → ${now.tokenize ?? 'default'}` : '';
    return { text: `${from} → ${to}${more}`, kept: bothSearch && !losesStems };
}
function diffOptions(pair, rename) {
    const { options: before = {} } = pair.before;
    const { options: after = {} } = pair.after;
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => {
        if (name === 'unindexed')
            return diffUnindexed(pair);
        const [from, to] = [before[name], after[name]];
        const same = name === 'content' ? sameContent(from, to, rename) : from === to;
        if (same)
            return [];
        return [
            { text: `${name} ${from ?? 'default'} → ${to ?? 'default'}`, kept: BETTER[name]?.(from, to) ?? false },
        ];
    });
}
/** Changes of an option that take nothing away. */
const BETTER = {
    prefix: (from = '', to = '') => from.split(' ').every((length) => to.split(' ').includes(length)),
    columnsize: (_, to) => to === undefined,
    detail: (_, to) => to === undefined,
    'secure-delete': (from) => from === undefined || from === '0',
    // Only how the rows are stored.
    compress: () => true,
    uncompress: () => true,
    order: () => true,
};
function sameContent(from, to, rename) {
    if (from === undefined || to === undefined || from === '' || to === '')
        return from === to;
    return sameName(from, to) || sameName(rename.table(from), to);
}
/** Columns that are not searched any more, or are now. */
function diffUnindexed({ before, after, columns }) {
    const listed = ({ options = {} }) => (options.unindexed ?? '').split(', ');
    const [former, now] = [listed(before), listed(after)];
    return columns.flatMap((column) => {
        const was = former.includes(quote_foldName(column.before.name));
        const is = now.includes(quote_foldName(column.after.name));
        if (was === is)
            return [];
        const words = is ? 'indexed → unindexed' : 'unindexed → indexed';
        return [{ text: `${column.after.name} ${words}`, kept: was }];
    });
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
            ...diffSearchIndex(pair, rename),
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
    return { objects, pairing, lineage };
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
        const { objects, pairing, lineage } = compareSchemas(context, request.executed);
        const schemaDone = performance.now();
        const { tables, untouched } = withProof(context.connection, request, (proof) => ({
            tables: compareTables(context, pairing, proof),
            untouched: proof.untouched,
        }));
        const { meaning, questions } = compareMeaning(context, request, {
            pairing,
            tables,
            executed: request.executed,
            untouched,
        });
        const textDefaults = findTextDefaults(context, pairing);
        const unconverted = findUnconverted(context, pairing, tables);
        const moves = findMoves({ context, pairing, lineage }, objects, tables);
        return {
            changes: {
                tables,
                objects,
                renames: pairing.renames,
                ...(textDefaults.length > 0 && { textDefaults }),
                ...(unconverted.length > 0 && { unconverted }),
                ...(moves.length > 0 && { moves }),
                unchecked: context.unchecked,
                ...(isQuiet(meaning) && questions.length === 0 ? {} : { meaning }),
            },
            untouched,
            questions,
            schemaMs: schemaDone - started,
            contentMs: performance.now() - schemaDone,
        };
    });
}
function isQuiet(meaning) {
    return Object.values(meaning).every((found) => found.length === 0);
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

;// CONCATENATED MODULE: ./lib/sql/pragma.js

/** EXPLAIN QUERY PLAN PRAGMA schema . name */
const LONGEST = 7;
/**
 * The pragma that a statement names, in lower case; `undefined` for another statement. One that is only explained counts
 * too: SQLite runs some pragmas while it compiles them.
 */
function pragmaOf(sql) {
    const names = leadingTokens(sql, LONGEST).map((token) => nameOf(sql, token).toLowerCase());
    const at = names[0] !== 'explain' ? 0 : names[1] === 'query' ? 3 : 1;
    if (names[at] !== 'pragma')
        return undefined;
    return names[at + 2] === '.' ? names[at + 3] : names[at + 1];
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/confine.js

/** Pragmas that set something for the whole process, and so for every later task; SQLite runs them while it compiles. */
const PROCESS_PRAGMAS = {
    temp_store_directory: 'it moves temporary files outside the scratch folder',
    data_store_directory: 'it moves files outside the scratch folder',
    hard_heap_limit: 'it takes the memory of whatever runs next',
};
/**
 * Why a statement may not run in a rehearsal: ATTACH and VACUUM INTO can write to any path of the machine, the
 * snapshot's included. In-memory and temporary databases are harmless. Whether a statement attaches is read from the
 * program that SQLite compiles it to, whatever way it is written.
 */
function confine(connection, sql) {
    const pragma = /_store_directory|hard_heap_limit/i.test(sql) ? pragmaOf(sql) : undefined;
    const reason = PROCESS_PRAGMAS[pragma ?? ''];
    if (reason !== undefined)
        return `PRAGMA ${pragma} is refused in a rehearsal: ${reason}`;
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
    /** What SQLite said of a statement, or of a COMMIT, that failed. */
    stopped;
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
            const { limits } = this.#plan.profile;
            if (limits !== undefined)
                this.#connection.limited(limits, () => this.#connection.compile(step.sql));
            facts.writes = !this.#connection.isReadOnly(step.sql) && !TRANSACTION_VERBS.has(keyword);
            compiling = false;
            const before = this.#totalChanges();
            this.#connection.limited(limits, () => this.#connection.exec(step.sql));
            // Where this statement touched nothing, changes() still has the number of the last one that did.
            if (DATA_VERBS.has(keyword)) {
                const touched = this.#totalChanges() !== before;
                facts.rows = touched ? this.#connection.number('SELECT changes()') : 0;
                facts.writes &&= touched;
            }
            return undefined;
        }
        catch (error) {
            return this.#failure(error, compiling, step);
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
            const failure = this.#failure(error, false, { sql, names: [] });
            return { ...failure, file: step.do === 'pragma' ? '' : step.file, during: step.do };
        }
    }
    #failure(error, compiling, { sql, names }) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        const fault = (0,errors/* machineFault */.MG)(failure.code);
        if (fault !== undefined)
            throw new errors/* MachineFault */.MW(fault, failure.code);
        this.stopped = { failure, sql, names };
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

;// CONCATENATED MODULE: ./lib/sql/by-name.js

/**
 * Items of a list by a name of theirs, in any case of letters, in the order of the list. It is gone through once, at the
 * first question: searched for each of ten thousand tables, it would take ten thousand times as long.
 */
function by_name_byName(nameOf) {
    const grouped = once((items) => Map.groupBy(items, (item) => quote_foldName(nameOf(item))));
    return (items, name) => items === undefined ? [] : (grouped(items).get(quote_foldName(name)) ?? []);
}
/** What `make` gives for an object, made once: facts do not change while they are judged. */
function once(make) {
    const known = new WeakMap();
    return (subject) => {
        const entry = known.get(subject) ?? { result: make(subject) };
        known.set(subject, entry);
        return entry.result;
    };
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
    const sums = followed.map(({ before, after }) => columnSums({ before: strict_sql_bare('b', before.name), after: strict_sql_bare('a', after.name) }));
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
    const values = pair.columns.map(({ before, after }) => strict_sql_bare(alias, (side === 0 ? before : after).name));
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
const INNER = new Set(['column', 'constraint', 'foreign-key', 'search-index']);
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
    const diff = {
        constraint: () => diffConstraints(pair, current.indexes, rename),
        'foreign-key': () => diffForeignKeys(pair, rename),
        'search-index': () => diffSearchIndex(pair, rename),
    };
    const changes = kind in diff ? diff[kind]() : [];
    return changes.some((found) => found.change === change &&
        // On the way, the search index may have another name.
        (found.name === name || kind === 'search-index') &&
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
function reachedTables(names, schema) {
    if (names.length === 0)
        return undefined;
    const { withTriggers, children } = actionsOf(schema);
    const reached = new Set(names.flatMap((named) => targetOf(named) ?? []).map(quote_foldName));
    // Iterating over a set also visits what is added to it meanwhile.
    for (const parent of reached) {
        if (parent.startsWith('sqlite_') || withTriggers.has(parent))
            return undefined;
        for (const { child } of children.get(parent) ?? [])
            reached.add(child);
    }
    return reached;
}
/** By folded names: the tables with triggers, and of each parent the children on which its foreign keys act. */
const actionsOf = once(({ tables, triggers }) => {
    const acting = tables.flatMap(({ name, foreignKeys }) => foreignKeys
        .filter(({ onDelete, onUpdate }) => !(PASSIVE.has(onDelete) && PASSIVE.has(onUpdate)))
        .map(({ parent }) => ({ parent: quote_foldName(parent), child: quote_foldName(name) })));
    const children = Map.groupBy(acting, ({ parent }) => parent);
    return { withTriggers: new Set(triggers.map(({ table }) => quote_foldName(table))), children };
});
function targetOf(named) {
    if ('table' in named)
        return named.table;
    if ('kind' in named && named.kind !== 'table')
        return undefined;
    return named.verb === 'rename-table' ? named.to : named.name;
}

;// CONCATENATED MODULE: ./lib/engine/locate/observer.js

function versionsOf(table) {
    return table.versions.flatMap((version) => [...new Set(version.names.map(({ name }) => name))].map((name) => ({ table, version, name })));
}
const tablesNamed = by_name_byName(({ name }) => name);
/** Observes what is watched between two statements. It only selects, so that the plan goes the same way. */
class Observer {
    #connection;
    #watch;
    #references;
    /** All versions by each name that they ever have. Thousands of tables would take long for each statement. */
    #byName;
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
        this.#byName = Map.groupBy(watch.tables.flatMap(versionsOf), ({ name }) => name);
        this.#schema = watch.before;
        this.#before = definitionsOf(watch.before);
        this.#definitions = this.#before;
        this.#version = this.#schemaVersion();
    }
    /** `statement` has just run, and names `names`. */
    look(statement, names) {
        const { objects } = this.#watch;
        const schemaVersion = this.#schemaVersion();
        if (schemaVersion !== this.#version) {
            this.#version = schemaVersion;
            this.#schema = readSchema(this.#connection, this.#cache);
            this.#definitions = definitionsOf(this.#schema);
            for (const object of objects)
                this.#lookAtObject(object, statement);
        }
        for (const { table, version, name } of this.#worthALook(names)) {
            if (nameAt(version, statement) !== name || this.#blind.has(table))
                continue;
            this.#lookAtTable(table, version, statement);
        }
    }
    /** What the statement may have touched, whenever it had the name. */
    #worthALook(names) {
        const reached = reachedTables(names, this.#schema);
        if (reached === undefined)
            return [...this.#byName.values()].flat();
        return [...reached].flatMap((name) => this.#byName.get(name) ?? []);
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
        const [current] = own === undefined ? [] : tablesNamed(this.#schema.tables, own);
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
        const kept = [...watched, ...reference_shadowTables(connection, watched)].map(({ name }) => quoteText(name));
        connection.exec(`DELETE FROM sqlite_schema WHERE tbl_name NOT IN (${kept.join(', ')}) OR type NOT IN ('table', 'index')
         OR (type = 'index' AND sql IS NOT NULL);
       PRAGMA writable_schema=RESET;`);
        const others = renameInSchema(connection, watched);
        for (const [table, unique] of others) {
            connection.exec(`ALTER TABLE ${quoteName(table.name)} RENAME TO ${quoteName(unique)}`);
        }
        return watched.map((_, at) => `${REFERENCE}.${quoteName(nameInReference(at))}`);
    }
    finally {
        connection.close();
    }
}
function nameInReference(at) {
    return `preflight watched ${at}`;
}
/**
 * Renames in the schema itself: ALTER TABLE reads all other definitions each time, which of thousands of tables takes
 * minutes. Gives those that only ALTER TABLE can rename, with their new names.
 */
function renameInSchema(connection, watched) {
    const rest = new Map(watched.map((table, at) => [table, nameInReference(at)]));
    const byName = new Map(watched.map((table, at) => [quote_foldName(table.name), { table, unique: nameInReference(at) }]));
    const rows = connection.objects('SELECT rowid, type, name, tbl_name, sql FROM sqlite_schema');
    const updates = rows.flatMap((row) => {
        const { table, unique } = byName.get(quote_foldName(row.tbl_name)) ?? {};
        const sql = table?.kind === 'table' ? underName(table, unique) : undefined;
        if (table === undefined || unique === undefined || sql === undefined)
            return [];
        rest.delete(table);
        // An index of a UNIQUE or PRIMARY KEY has no text, and its name holds that of its table.
        const [name, text] = row.type === 'table'
            ? [unique, quoteText(sql)]
            : [`${AUTOINDEX}${unique}${row.name.slice(AUTOINDEX.length + row.tbl_name.length)}`, 'NULL'];
        return `UPDATE sqlite_schema SET name = ${quoteText(name)}, tbl_name = ${quoteText(unique)}, sql = ${text} WHERE rowid = ${row.rowid};`;
    });
    connection.exec('PRAGMA writable_schema=ON; BEGIN');
    for (const update of updates)
        connection.exec(update);
    connection.exec('COMMIT; PRAGMA writable_schema=RESET');
    return rest;
}
const AUTOINDEX = 'sqlite_autoindex_';
/** The definition under another name, which it may use inside too, as `CHECK (t.a > 0)` does. */
function underName({ name, sql }, unique = '') {
    const all = meaningfulTokens(sql);
    const words = all.map((token) => quote_foldName(nameOf(sql, token)));
    // As SQLite itself writes it; a schema that was edited by hand may begin otherwise.
    if (words[0] !== 'create' || words[1] !== 'table' || words[2] !== quote_foldName(name))
        return undefined;
    const own = all.filter((_, at) => at === 2 || (at > 2 && words[at] === words[2] && words[at + 1] === '.'));
    const kept = own.map((token, at) => sql.slice(own[at - 1]?.end ?? 0, token.start));
    return [...kept, sql.slice(own.at(-1)?.end)].join(quoteName(unique));
}
/** The tables in which a virtual table keeps its content; they are renamed with it. */
function reference_shadowTables(connection, watched) {
    const owners = watched.filter(({ kind }) => kind === 'virtual');
    const shadows = connection.objects("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'");
    return shadows.filter(({ name }) => owners.some((owner) => name.startsWith(`${owner.name}_`)));
}

;// CONCATENATED MODULE: ./lib/engine/locate/cause.js
/**
 * The statement that caused the difference which a version of a table shows last. It is the first statement after the
 * last observation without a difference. Some tables that a rebuild makes are never without one. Of these:
 *
 * - One that was never filled lost its rows when its predecessor was dropped; or earlier, where that one had lost as much
 *   by then, or was never filled either.
 * - Any other differs since the statement that filled it best, which is where the difference is least.
 * - But where its predecessor differed as much by then, that statement copied faithfully, and the cause is looked for in
 *   the predecessor.
 *
 * `until`: the last statement that counts.
 */
function causingStatement(version, observationsOf, until = Number.POSITIVE_INFINITY) {
    const { born, predecessor } = version;
    const all = observationsOf(version).filter(({ statement }) => statement <= until);
    const last = all.at(-1);
    if (last?.difference === 0)
        return undefined;
    const start = all.findIndex((observation) => observation.filled);
    if (start === -1)
        return beforeItWasEmpty(version, observationsOf, last?.difference ?? 0) ?? born;
    const filled = all.slice(start);
    const cause = afterLastZero(filled) ?? leastDifferent(filled);
    if (born === -1 || predecessor === undefined)
        return cause.statement;
    const inPredecessor = observationsOf(predecessor).findLast(({ statement }) => statement <= cause.statement)?.difference ?? 0;
    if (inPredecessor < cause.difference)
        return cause.statement;
    return causingStatement(predecessor, observationsOf, cause.statement) ?? cause.statement;
}
/** Of a version that no row ever came to: what took them from its predecessor, which is at last the one that dropped it. */
function beforeItWasEmpty({ predecessor }, observationsOf, difference) {
    if (predecessor?.died === undefined)
        return undefined;
    const { born, died } = predecessor;
    const seen = observationsOf(predecessor).filter(({ statement }) => statement < died);
    const wasEmpty = born !== -1 && !seen.some(({ filled }) => filled);
    const hadLost = (seen.at(-1)?.difference ?? 0) >= difference && difference > 0;
    if (!wasEmpty && !hadLost)
        return died;
    return causingStatement(predecessor, observationsOf, died - 1) ?? died;
}
function afterLastZero(observations) {
    const zero = observations.findLastIndex(({ difference }) => difference === 0);
    return zero === -1 ? undefined : observations[zero + 1];
}
function leastDifferent(observations) {
    return observations.reduce((least, other) => (other.difference < least.difference ? other : least));
}

;// CONCATENATED MODULE: ./lib/engine/locate/shares.js
/**
 * How much of the difference that a version of a table shows last each statement brought: what it added and no later one
 * took back. The way leads from *before* to the table that is there now; of a table that a rebuild made it begins with the
 * statement that filled it best, because its rows only came until then.
 */
function sharesOf(version, observationsOf) {
    const way = wayTo(version, observationsOf, Number.POSITIVE_INFINITY);
    const shares = [];
    // What stays to the end: the least difference from each point on.
    let least = Number.POSITIVE_INFINITY;
    const kept = way.map(() => 0);
    for (let at = way.length - 1; at >= 0; at -= 1) {
        least = Math.min(least, way[at]?.difference ?? 0);
        kept[at] = least;
    }
    for (const [at, { statement }] of way.entries()) {
        const count = (kept[at] ?? 0) - (kept[at - 1] ?? 0);
        if (count > 0)
            shares.push({ statement, count });
    }
    return shares;
}
function wayTo(version, observationsOf, until) {
    const { born, predecessor } = version;
    const all = observationsOf(version).filter(({ statement }) => statement <= until);
    if (born === -1 || predecessor === undefined)
        return all;
    const filled = all.slice(all.findIndex((observation) => observation.filled));
    const start = filled.reduce((least, one) => (least === undefined || one.difference < least.difference ? one : least), undefined);
    if (start === undefined)
        return wayTo(predecessor, observationsOf, until);
    return [...wayTo(predecessor, observationsOf, start.statement - 1), ...filled.slice(filled.indexOf(start))];
}

;// CONCATENATED MODULE: ./lib/engine/locate/watch.js

const pairsNamed = by_name_byName(({ after }) => after.name);
/** Tables in which something was lost, changed or added to what was there. */
function tablesToWatch(changes, { pairs }, { first, last }) {
    return changes.tables.flatMap((change) => {
        const differences = contentDifferences(change);
        const [pair] = pairsNamed(pairs, change.table);
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
        const [pair] = pairsNamed(pairs, object.table ?? '');
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
        return statement === undefined ? [] : [{ ...subject, statement, ...partsOf(followed) }];
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
/** Only where they add up to what was counted, and one statement did not do it all. */
function partsOf({ observations, last, expected }) {
    const shares = sharesOf(last, (version) => observations.get(version) ?? []);
    const sum = shares.reduce((total, { count }) => total + count, 0);
    return shares.length > 1 && sum === expected ? { shares } : {};
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
    // Kept from call to call: looked for anew each time, the end of a long line is read as often as it has statements.
    let next = text.indexOf('\n');
    return (offset) => {
        for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1))
            line += 1;
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
const split_KEYWORDS = {
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
const split_LONGEST = 'temporary'.length;
function wordOf(sql, { kind, start, end }) {
    if (kind === 'semicolon')
        return 'semicolon';
    if (kind !== 'word' || end - start > split_LONGEST)
        return 'other';
    return split_KEYWORDS[sql.slice(start, end).toLowerCase()] ?? 'other';
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
    if (pragmaOf(sql) !== undefined)
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
    /** A reader of these tokens alone, which are of the same text. */
    over(tokens) {
        return new Reader(this.#sql, tokens);
    }
    /** The tokens from here on. */
    rest() {
        return this.#tokens.slice(this.#at);
    }
    /** The name that a token spells; `undefined` for what is no name, a text in single quotes included. */
    nameOf(token) {
        const isName = token?.kind === 'word' || token?.kind === 'quoted';
        return isName ? nameOf(this.#sql, token) : undefined;
    }
    text(token) {
        return token === undefined ? '' : this.#sql.slice(token.start, token.end);
    }
    /** To what stands behind the next such word; `false`: there is none. */
    skipTo(word) {
        while (this.#at < this.#tokens.length && this.keyword() !== word)
            this.next();
        return this.accept(word);
    }
    /** The text of tokens that follow each other. */
    slice(tokens) {
        return this.#sql.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
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

;// CONCATENATED MODULE: ./lib/engine/measure/integrity/real-texts.js

/*
 * SQLite writes a REAL as a text with 17 digits since 3.53, and with 15 before. A file of an older release in which an
 * index, a CHECK or a generated column rests on such a text is sound there, and looks damaged here.
 */
/** Lines of integrity_check about an index, or a CHECK. */
const ABOUT_INDEX = /^a row missing from index (.+)$/;
const ABOUT_CHECK = /^CHECK constraint failed in (.+)$/;
const TEXT_FUNCTIONS = new Set([
    ...[
        'LENGTH',
        'SUBSTR',
        'SUBSTRING',
        'INSTR',
        'REPLACE',
        'TRIM',
        'LTRIM',
        'RTRIM',
        'UPPER',
        'LOWER',
        'HEX',
        'QUOTE',
    ],
    ...['OCTET_LENGTH', 'UNICODE', 'LIKE', 'GLOB'],
]);
/**
 * The indexes by name, and tables for their CHECK, that integrity_check complains of only because of that: each entry is
 * what one of both ways to write gives, and each row fulfils the CHECK when written the old way.
 */
function differingRealTexts(connection, { tables }, lines) {
    const indexes = new Set(lines.flatMap((line) => ABOUT_INDEX.exec(line)?.[1] ?? []));
    const checked = new Set(lines.flatMap((line) => ABOUT_CHECK.exec(line)?.[1] ?? []));
    const holds = (act) => attemptRead([], { check: 'integrity' }, act) === true;
    return [
        ...[...indexes].filter((name) => holds(() => isIndexOfRealTexts(connection, tables, name))),
        ...[...checked].filter((name) => holds(() => isCheckOfRealTexts(connection, tables, name))),
    ];
}
/** The lines that speak of none of them. */
function withoutRealTexts(lines, known) {
    return lines.filter((line) => {
        const name = ABOUT_INDEX.exec(line)?.[1] ?? ABOUT_CHECK.exec(line)?.[1];
        return name === undefined || !known.includes(name);
    });
}
function isIndexOfRealTexts(connection, tables, name) {
    const [index] = connection.objects("SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND name = ?", name);
    const table = tables.find((one) => sameName(one.name, index?.tbl_name ?? ''));
    const parts = index?.sql ? real_texts_partsOf(index.sql) : undefined;
    if (table?.rowid === undefined || parts === undefined)
        return false;
    const old = parts.map((part) => asBefore(part, table));
    if (old.every((part, at) => part === parts[at]))
        return false;
    const select = (values, from) => `SELECT ${[...values.map((value) => `(${value}) COLLATE BINARY`), table.rowid].join(', ')} FROM ${quoteName(table.name)} ${from}`;
    const rows = `SELECT count(*) FROM ${quoteName(table.name)} NOT INDEXED`;
    const others = `SELECT count(*) FROM (SELECT * FROM (${select(parts, `INDEXED BY ${quoteName(name)}`)})
    EXCEPT ${select(parts, 'NOT INDEXED')} EXCEPT ${select(old, 'NOT INDEXED')})`;
    return (connection.number(others) === 0 &&
        connection.number(entriesInPlace(connection, { table, name, parts })) === connection.number(rows));
}
/** Counts the rows that have an entry where the order of the index wants it; it is read as it lies, and then sorted. */
function entriesInPlace(connection, { table, name, parts }) {
    const keys = connection.objects('SELECT "desc", coll FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno', name);
    const order = keys.map(({ desc, coll }, at) => `v${at} COLLATE ${quoteName(coll)}${desc === 1 ? ' DESC' : ''}`);
    const values = parts.map((_, at) => `v${at}`).join(', ');
    // A window beside the expressions would compute them anew instead of reading them from the index.
    return `WITH entry(${values}, id) AS MATERIALIZED
      (SELECT ${parts.join(', ')}, ${table.rowid} FROM ${quoteName(table.name)} INDEXED BY ${quoteName(name)}),
    lying AS MATERIALIZED (SELECT *, row_number() OVER () AS place FROM entry)
    SELECT count(DISTINCT id) FROM (SELECT *, row_number() OVER (ORDER BY ${[...order, 'id'].join(', ')}) AS due FROM lying)
    WHERE place = due`;
}
function isCheckOfRealTexts(connection, tables, name) {
    const table = tables.find((one) => sameName(one.name, name));
    if (table === undefined)
        return false;
    const old = table.checks.map((check) => asBefore(check, table));
    if (old.every((check, at) => check === table.checks[at]))
        return false;
    const broken = (checks) => checks.map((check) => `NOT (${check})`).join(' OR ');
    return connection.number(`SELECT count(*) FROM ${quoteName(table.name)} WHERE ${broken(old)}`) === 0;
}
/** The expressions of CREATE INDEX; `undefined` for a partial one. */
function real_texts_partsOf(sql) {
    const reader = new Reader(sql);
    reader.items('ON');
    reader.next();
    reader.name();
    if (!reader.accept('('))
        return undefined;
    const items = reader.items(')');
    reader.next();
    if (reader.keyword() === 'WHERE')
        return undefined;
    return items.map((item) => {
        const end = item.findIndex((token) => /^(COLLATE|ASC|DESC)$/i.test(reader.text(token)));
        const [first, last] = [item[0], item.at(end === -1 ? -1 : end - 1)];
        return sql.slice(first?.start, last?.end);
    });
}
/** The expression as an older release evaluates it: where a column is taken as a text, with 15 digits. */
function asBefore(expression, table) {
    const tokens = meaningfulTokens(expression);
    let text = '';
    let end = 0;
    for (const [at, token] of tokens.entries()) {
        const column = columnOf(expression, token, table);
        if (column === undefined || expression.slice(token.end).trimStart().startsWith('('))
            continue;
        const value = quoteName(column.name);
        // What is stored was written once, and the index has it from there.
        const replaced = column.generated?.stored === false
            ? `(${asBefore(column.generated.expression, table)})`
            : isTakenAsText(expression, tokens, at)
                ? `(CASE typeof(${value}) WHEN 'real' THEN printf('%!.15g', ${value}) ELSE ${value} END)`
                : value;
        text += expression.slice(end, token.start) + replaced;
        end = token.end;
    }
    return end === 0 || text + expression.slice(end) === expression ? expression : text + expression.slice(end);
}
function columnOf(sql, token, { columns }) {
    if (token.kind !== 'word' && token.kind !== 'quoted')
        return undefined;
    const name = nameOf(sql, token);
    return columns.find((column) => sameName(column.name, name));
}
function isTakenAsText(sql, tokens, at) {
    const word = (ahead) => {
        const token = tokens[at + ahead];
        return token === undefined ? '' : sql.slice(token.start, token.end).toUpperCase();
    };
    if (word(-1) === '||' || word(1) === '||' || word(1) === 'LIKE' || word(1) === 'GLOB')
        return true;
    if (word(-1) !== '(')
        return false;
    return TEXT_FUNCTIONS.has(word(-2)) || (word(-2) === 'CAST' && word(1) === 'AS' && word(2) === 'TEXT');
}

;// CONCATENATED MODULE: ./lib/engine/measure/integrity/integrity.js

/** integrity_check looks every row up in every index, all over the file: the more pages stay in memory the better. */
const LOOKUP_CACHE = -50_000;
/** Sorting is fastest in small runs, which stay in the processor's caches. */
const SORTING_CACHE = -2000;
const MOST_LINES = 100;
const ALL_LINES = 2 ** 31 - 1;
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
        const found = lines ?? schema.tables.flatMap((table) => checkTable(context, table));
        const realTexts = found.length === 0 ? [] : differingRealTexts(connection, schema, found);
        if (realTexts.length === 0)
            return verdict(found);
        // Among the first lines there may be no room for others.
        const others = found.length < MOST_LINES ? withoutRealTexts(found, realTexts) : checkBeside(context, realTexts);
        return { ...verdict(others), realTexts };
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
        return check(connection, `PRAGMA integrity_check(${MOST_LINES})`);
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
/** What is wrong beside those lines that are known to be none of damage, however many they are. */
function checkBeside({ connection, unchecked }, known) {
    const lines = attempt(unchecked, { check: 'integrity' }, () => {
        const others = [];
        for (const row of connection.each(`PRAGMA integrity_check(${ALL_LINES})`)) {
            others.push(...withoutRealTexts(wrongIn([row]), known));
            if (others.length >= MOST_LINES)
                break;
        }
        return others;
    });
    return lines ?? [];
}
function check(connection, sql) {
    return wrongIn(connection.rows(sql));
}
function wrongIn(rows) {
    const lines = rows.flatMap(([line]) => linesOf(String(line)));
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
    }, 'undefended');
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

const trigger_text_EVENTS = ['insert', 'update', 'delete'];
/** Reads a CREATE TRIGGER as SQLite stores it (sqlite.org/lang_createtrigger.html). */
function readTrigger(name, sql) {
    const tokens = meaningfulTokens(sql);
    // None of these words can be a name without quotes, so that the first one is the event.
    const [event] = tokens.flatMap((token) => trigger_text_EVENTS.find((name) => name === word(sql, token)) ?? []);
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
        const uses = broken_objects_namesIn(definition);
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
        return [{ object, uses: broken_objects_namesIn(`${quoteName(table)} ${trigger.action}`) }];
    });
}
const broken_objects_PROBE = '"preflight probe"';
/** Compiles one trigger without its neighbours: as a temporary one, on an empty table with the same columns. */
function failureAlone(connection, { table, event, action }) {
    return attemptCompile(() => {
        const columns = writableColumns(connection, table);
        const all = connection.objects('SELECT name FROM pragma_table_xinfo(?)', table);
        try {
            connection.exec(`CREATE TEMP TABLE ${broken_objects_PROBE} (${all.map(({ name }) => quoteName(name)).join(', ')})`);
            connection.exec(`CREATE TEMP TRIGGER "preflight trigger" AFTER ${event} ON ${broken_objects_PROBE} ${action}`);
            connection.compile(firingStatement(event, `temp.${broken_objects_PROBE}`, columns));
        }
        finally {
            connection.exec(`DROP TABLE IF EXISTS temp.${broken_objects_PROBE}`);
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
function broken_objects_namesIn(sql) {
    const names = meaningfulTokens(sql).filter(({ kind }) => kind === 'word' || kind === 'quoted');
    return new Set(names.map((token) => quote_foldName(nameOf(sql, token))));
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
        const own = parents_columnOf(child, name);
        const other = parents_columnOf(parent, key.parentColumns[at]);
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
    return isRowid || (parents_columnOf(table, name)?.notNull ?? false);
}
function parents_columnOf({ columns }, name) {
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
    const isRowid = parent.rowidAlias !== undefined && count_orphans_sameColumns(parentColumns, [parent.rowidAlias]);
    if (isRowid || uniqueKeys(connection, parent).some((unique) => count_orphans_sameColumns(unique, parentColumns)))
        return undefined;
    // Only where the key names no columns it may rest on a primary key in another collation than the columns'.
    const isImplicit = count_orphans_sameColumns(parentColumns, parent.primaryKey) && namesNoColumns(connection, child, at);
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
function count_orphans_sameColumns(left, right) {
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
function withoutParent({ child, key, parent }, schema = 'main') {
    const parentColumns = key.parentColumns.map((name) => `p.${quoteName(name)}`);
    const values = key.columns.map((column, at) => {
        const name = quote_foldName(key.parentColumns[at] ?? '');
        const { collate = 'BINARY' } = parent.columns.find((own) => quote_foldName(own.name) === name) ?? {};
        return `+c.${quoteName(column)} COLLATE ${quoteName(collate)}`;
    });
    const known = parentColumns.map((name) => `${name} IS NOT NULL`);
    return `${schema}.${quoteName(child.name)} AS c WHERE ${hasKey(key)} AND (${values.join(', ')})
     NOT IN (SELECT ${parentColumns.join(', ')} FROM ${schema}.${quoteName(parent.name)} AS p WHERE ${known.join(' AND ')})`;
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
    const own = child && declared_references_columnsOf(child, columns);
    const others = owner && declared_references_columnsOf(owner, parentColumns);
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
function declared_references_columnsOf(table, names) {
    const found = names.flatMap((name) => table.columns.find((column) => sameName(column.name, name))?.name ?? []);
    return found.length === names.length ? found : undefined;
}

;// CONCATENATED MODULE: ./lib/engine/measure/references/introduced-orphans.js

/**
 * Tells of each foreign key that had orphans before how many of those of now are others: as many may have found a parent
 * as have lost theirs. Nothing is read where one side has none.
 */
function withIntroduced(context, orphans, earlier) {
    if (earlier === undefined || earlier.health.orphans.length === 0 || orphans.length === 0)
        return [...orphans];
    const { connection, unchecked } = context;
    connection.exec(`ATTACH ${quoteText(earlier.database)} AS old`);
    try {
        return orphans.map((now) => {
            const then = earlier.health.orphans.find((one) => isSame(now, one, earlier.renames));
            if (then === undefined)
                return now;
            const introduced = attemptRead(unchecked, { check: 'orphans', table: now.table }, () => countOthers(connection, sideOf(now, context.schema), sideOf(then, earlier.health.schema)));
            return introduced === undefined ? now : { ...now, introduced };
        });
    }
    finally {
        connection.exec('DETACH old');
    }
}
/** The same key, under the names of now. */
function isSame(now, then, renames) {
    const table = (name) => renames.find(({ kind, from }) => kind === 'table' && sameName(from, name))?.to ?? name;
    const column = (name) => renames.find((one) => one.kind === 'column' && sameName(one.table, now.table) && sameName(one.from, name))
        ?.to ?? name;
    return (sameName(table(then.table), now.table) &&
        sameName(table(then.parent), now.parent) &&
        sameNames(then.columns.map(column), now.columns));
}
function sideOf(key, { tables }) {
    const child = tables.find(({ name }) => sameName(name, key.table));
    const parent = tables.find(({ name }) => sameName(name, key.parent));
    return { key, ...(child && { child }), ...(parent && { parent }) };
}
/** Orphans of now that were none: by the table's key, or where it has none by how often each value lacks its parent. */
function countOthers(connection, now, then) {
    const isKeyed = (now.child?.rowidAlias !== undefined && then.child?.rowidAlias !== undefined) ||
        (now.child?.withoutRowid === true &&
            then.child?.withoutRowid === true &&
            now.child.primaryKey.length === then.child.primaryKey.length);
    const [after, before] = [introduced_orphans_rowsOf(now, 'main', isKeyed), introduced_orphans_rowsOf(then, 'old', isKeyed)];
    if (after === undefined || before === undefined)
        return undefined;
    return connection.number(`SELECT count(*) FROM (${after} EXCEPT ${before})`);
}
function introduced_orphans_rowsOf({ key, child, parent }, schema, isKeyed) {
    if (child === undefined || parent === undefined)
        return undefined;
    const columns = isKeyed ? child.primaryKey : key.columns;
    const values = columns.map((name) => `+c.${quoteName(name)}`);
    const terms = values.flatMap((value) => [`typeof(${value})`, `${value} COLLATE BINARY`]);
    const place = isKeyed ? [] : [`row_number() OVER (PARTITION BY ${terms.join(', ')})`];
    return `SELECT ${[...terms, ...place].join(', ')} FROM ${withoutParent({ child, key, parent }, schema)}`;
}

;// CONCATENATED MODULE: ./lib/engine/measure/row-counts.js

/** Rows of every table, in the schema's order. */
function row_counts_countRows({ connection, schema, unchecked }) {
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
    const marks = connection.objects('SELECT name, CAST(seq AS INTEGER) AS seq FROM sqlite_sequence WHERE name IS NOT NULL ORDER BY rowid');
    const byName = Map.groupBy(marks, ({ name }) => quote_foldName(name));
    return counting.flatMap(({ name }) => {
        const own = byName.get(quote_foldName(name)) ?? [];
        // SQLite looks for the very spelling that the table has, and takes the first row.
        const exact = own.filter((mark) => mark.name === name);
        if (own.length === 0)
            return [];
        const highest = () => connection.number(`SELECT max(rowid) FROM main.${quoteName(name)} NOT INDEXED`);
        const surplus = { doubled: Math.max(0, exact.length - 1), otherCase: own.length - exact.length };
        return [
            {
                table: name,
                seq: exact[0]?.seq ?? highest(),
                ...(surplus.doubled + surplus.otherCase > 0 && { surplus }),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/engine/measure/measure.js

/**
 * The health of one sealed copy. *Before* and *after* go through here alike, so that a difference between them is never
 * one of measuring; only what *before* proved of `untouched` tables is not proven again. Throws SQLite's error when the
 * file cannot even be read.
 */
function measure({ database, checks, samples = 'none', untouched = [], earlier, }) {
    const statements = measureStatements(database, checks.statements);
    const unchecked = [];
    const health = withConnection(database, 'read', (connection) => {
        const context = { connection, schema: readSchema(connection), samples, unchecked };
        const { orphans: declared, mismatches } = measureOrphans(context);
        const configured = measureReferences(context, checks.references);
        const tables = row_counts_countRows(context);
        const required = measureRequired(context, checks.required);
        const queries = measureQueries(context, checks.queries);
        const integrity = withConnection(database, 'check', (checking) => measureIntegrity({ ...context, connection: checking }, untouched));
        const sequences = attemptRead(unchecked, { check: 'schema' }, () => readSequences(context));
        const broken = measureBroken(context);
        return {
            integrity: withDamageSeen(integrity, unchecked),
            tables,
            orphans: withIntroduced(context, [...declared, ...configured], earlier),
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

;// CONCATENATED MODULE: ./lib/statements/selections.js
/** What ends a FROM clause. */
const ENDS = [
    'WHERE',
    'GROUP',
    'HAVING',
    'WINDOW',
    'UNION',
    'INTERSECT',
    'EXCEPT',
    'ORDER',
    'LIMIT',
    'RETURNING',
];
const NO_ALIAS = new Set([
    ...[
        'ON',
        'USING',
        'JOIN',
        'LEFT',
        'RIGHT',
        'FULL',
        'INNER',
        'OUTER',
        'CROSS',
        'NATURAL',
        'INDEXED',
        'NOT',
        'SET',
    ],
    ...ENDS,
]);
/** The SELECTs of a compound one that stand here; none where something else does. */
function selectionsFrom(reader) {
    const selections = [];
    while (reader.accept('SELECT')) {
        reader.accept('DISTINCT', 'ALL');
        const selection = selectionIn(reader, reader.items('FROM', 'UNION'));
        selections.push(selection);
        // Up to the next SELECT of a compound one.
        reader.items('UNION');
        if (!reader.accept('UNION'))
            break;
        reader.accept('ALL');
    }
    return selections;
}
/** From FROM on. `target`: the table of an UPDATE, which its own FROM clause joins. */
function selectionIn(reader, items, target) {
    const joined = reader.accept('FROM') ? reader.items(...ENDS).flat() : [];
    const where = reader.accept('WHERE') ? reader.items(...ENDS.slice(1)).flat() : [];
    const sources = sourcesIn(reader, joined);
    const [only] = items;
    const isStar = items.length === 1 && reader.text(only?.at(-1)) === '*' && target === undefined;
    // Of several tables, `*` has the columns of all.
    return {
        items,
        isAll: isStar && sources.length === 1,
        sources: isStar && sources.length > 1 ? [] : sources,
        joined,
        where,
    };
}
function sourcesIn(reader, joined) {
    const sources = [];
    let depth = 0;
    let isTable = true;
    for (let at = 0; at < joined.length; at += 1) {
        const token = joined[at];
        const word = reader.text(token).toUpperCase();
        if (word === '(')
            depth += 1;
        if (word === ')')
            depth -= 1;
        if (depth > 0)
            continue;
        if (isTable && word !== '(') {
            if (reader.text(joined[at + 1]) === '.')
                at += 2;
            const table = reader.nameOf(joined[at]);
            const alias = aliasAt(reader, joined, at + 1);
            if (table !== undefined && word !== ')')
                sources.push({ table, owners: [alias ?? table] });
        }
        isTable = word === 'JOIN' || word === ',';
    }
    return sources;
}
function aliasAt(reader, joined, at) {
    const word = reader.text(joined[at]).toUpperCase();
    if (word === 'AS')
        return reader.nameOf(joined[at + 1]);
    return NO_ALIAS.has(word) ? undefined : reader.nameOf(joined[at]);
}

;// CONCATENATED MODULE: ./lib/statements/fills.js

/** Which expression fills which column; `undefined` for a statement that fills none from an expression. */
function fillsOf(sql) {
    const reader = new Reader(sql, meaningfulTokens(sql));
    if (reader.keyword() === 'WITH' && !reader.skipToVerb())
        return undefined;
    const verb = reader.keyword();
    reader.next();
    if (verb !== 'UPDATE' && verb !== 'INSERT' && verb !== 'REPLACE')
        return undefined;
    reader.conflictClause();
    reader.accept('INTO');
    const table = reader.name();
    if (table === undefined)
        return undefined;
    if (reader.accept('AS'))
        reader.next();
    return { table, fills: verb === 'UPDATE' ? updated(reader) : inserted(reader) };
}
function updated(reader) {
    if (!reader.accept('SET'))
        return [];
    return reader.items('FROM', 'WHERE', 'RETURNING').flatMap(([column, equals, ...value]) => {
        const name = reader.text(equals) === '=' ? reader.nameOf(column) : undefined;
        return name === undefined ? [] : [{ column: name, value }];
    });
}
function inserted(reader) {
    let into;
    if (reader.accept('(')) {
        into = reader.items(')').map(([name]) => reader.nameOf(name));
        reader.next();
    }
    return selectionsFrom(reader).flatMap(({ items }) => items.map((value, at) => ({ column: into?.[at] ?? at, value })));
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/quoted-fills.js

/** Far more than anybody writes by hand. */
const quoted_fills_LONGEST = 100_000;
const MOST_TEXTS = 50;
/**
 * Which columns a statement that has just run filled with text in double quotes, because no column has that name. Such a
 * statement does not compile any more when the text stands in backticks, which enclose nothing but names. Only compiles
 * and selects, on a connection whose driver takes such texts.
 */
function quotedFills(connection, sql, at, facts) {
    const { status, rows = 0 } = facts;
    if (status !== 'done' || rows === 0 || sql.length > quoted_fills_LONGEST || !sql.includes('"'))
        return [];
    const filled = fillsOf(sql);
    if (filled === undefined)
        return [];
    const quoted = meaningfulTokens(sql).filter(({ kind, start }) => kind === 'quoted' && sql[start] === '"');
    const byText = Map.groupBy(quoted, ({ start, end }) => sql.slice(start, end));
    const texts = [...byText].slice(0, MOST_TEXTS).filter(([, tokens]) => quoted_fills_isText(connection, sql, tokens));
    return texts.flatMap(([text, tokens]) => {
        const own = filled.fills.filter(({ value }) => value.some(({ start }) => tokens.some((one) => one.start === start)));
        return own.map((fill) => ({
            statement: at,
            table: filled.table,
            column: quoted_fills_columnOf(connection, filled.table, fill),
            text,
            rows,
            isWhole: rows >= connection.number(`SELECT count(*) FROM ${quoteName(filled.table)}`),
        }));
    });
}
function quoted_fills_isText(connection, sql, tokens) {
    let named = '';
    let end = 0;
    for (const token of tokens) {
        const name = nameOf(sql, token).replaceAll('`', '``');
        named += `${sql.slice(end, token.start)}\`${name}\``;
        end = token.end;
    }
    try {
        connection.compile(named + sql.slice(end));
        return false;
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        return failure.message.startsWith('no such column: ');
    }
}
function quoted_fills_columnOf(connection, table, { column }) {
    if (typeof column === 'string')
        return column;
    const columns = connection.objects('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid', table);
    return columns[column]?.name ?? '';
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/related-schema.js

/**
 * The current schema while a plan runs, if anything in it can write to a table that a statement does not name: a trigger,
 * or a foreign key that acts. It is read again when it has changed.
 */
class RelatedSchema {
    #connection;
    #cache = new SchemaCache();
    #schema;
    #version = -1;
    constructor(connection) {
        this.#connection = connection;
    }
    /** As it was at the last call of `now`. */
    get last() {
        return this.#schema;
    }
    /** Without the foreign keys while they are off. */
    now() {
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
        return orUnmeasured(() => readSchema(this.#connection, this.#cache));
    }
}
function withoutForeignKeys(schema) {
    return { ...schema, tables: schema.tables.map((table) => ({ ...table, foreignKeys: [] })) };
}
/** A missing collation or module, or a damaged page, must not end the rehearsal: the measurements say so. */
function orUnmeasured(act) {
    try {
        return act();
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/violation/stopped.js

function tableNamed({ tables }, name) {
    return tables.find((table) => sameName(table.name, name));
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/violation/ddl-violations.js

/** CREATE UNIQUE INDEX: rows that hold the same as another one in all that is indexed. */
function brokenByIndex({ sql, names, schema }) {
    const [named] = names;
    if (named?.verb !== 'create' || named.kind !== 'index' || named.on === undefined)
        return [];
    const table = tableNamed(schema, named.on);
    const index = indexParts(sql);
    if (table === undefined || index === undefined)
        return [];
    const columns = index.items.flatMap((item) => ddl_violations_plainName(item) ?? []);
    return [
        {
            constraint: 'UNIQUE',
            table: table.name,
            columns,
            keyOf: table.name,
            query: selectEqual(quoteName(table.name), index.items, index.where),
        },
    ];
}
/** Rows of `from` that equal another one in all of `items`; one without a value there equals none. */
function selectEqual(from, items, where) {
    const known = items.map((item) => `${item} IS NOT NULL`);
    const all = [...known, ...(where === undefined ? [] : [`(${where})`])].join(' AND ');
    return `SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY ${items.join(', ')}) AS "equal rows" FROM ${from} WHERE ${all}) WHERE "equal rows" > 1 ORDER BY ${items.join(', ')}`;
}
/** ALTER TABLE: rows that have no value for a column that must have one, or that break a new CHECK. */
function brokenByAlter({ sql, names, schema, failure }) {
    const [named] = names;
    if (named?.verb !== 'add-column' && named?.verb !== 'alter')
        return [];
    const table = tableNamed(schema, named.verb === 'alter' ? named.name : named.table);
    if (table === undefined)
        return [];
    const from = `SELECT * FROM ${quoteName(table.name)}`;
    const subject = { table: table.name, keyOf: table.name };
    if (named.verb === 'add-column') {
        // Every row would get the same value.
        const isNull = /NOT NULL/i.test(failure.message);
        return isNull ? [{ constraint: 'NOT NULL', ...subject, columns: [named.name], query: from }] : [];
    }
    const column = /\balter\s+(?:column\s+)?(\S+)\s+set\s+not\s+null/i.exec(sql)?.[1];
    if (column !== undefined) {
        const name = column.replace(/^["[`](.*)["\]`]$/, '$1');
        return [
            {
                constraint: 'NOT NULL',
                ...subject,
                columns: [name],
                query: `${from} WHERE ${quoteName(name)} IS NULL`,
            },
        ];
    }
    const check = /\badd\s+(?:constraint\s+\S+\s+)?check\s*\((.*)\)\s*;?$/is.exec(sql)?.[1];
    return check === undefined
        ? []
        : [{ constraint: 'CHECK', ...subject, columns: [], query: `${from} WHERE NOT (${check})` }];
}
/** What stands in the parentheses behind ON, without the order, and what stands behind WHERE. */
function indexParts(sql) {
    const tokens = meaningfulTokens(sql).filter(({ kind }) => kind !== 'semicolon');
    const text = (token) => (token === undefined ? '' : sql.slice(token.start, token.end));
    const open = tokens.findIndex((token) => text(token) === '(');
    if (open === -1)
        return undefined;
    const items = [[]];
    let depth = 0;
    let at = open;
    for (; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (text(token) === ')')
            depth -= 1;
        if (depth === 0 && text(token) === ')')
            break;
        if (depth === 1 && text(token) === ',')
            items.push([]);
        else if (depth > 0)
            items.at(-1)?.push(token);
        if (text(token) === '(')
            depth += 1;
    }
    const whole = items.map((item) => {
        const isOrdered = /^(asc|desc)$/i.test(text(item.at(-1)));
        const own = isOrdered ? item.slice(0, -1) : item;
        return sql.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
    });
    const condition = tokens.slice(at + 2);
    const isPartial = /^where$/i.test(text(tokens[at + 1])) && condition.length > 0;
    return {
        items: whole,
        ...(isPartial && { where: sql.slice(condition[0]?.start, condition.at(-1)?.end) }),
    };
}
/** The name that a text is, where it is nothing else. */
function ddl_violations_plainName(text) {
    const [first, second] = meaningfulTokens(text);
    const isName = first?.kind === 'word' || first?.kind === 'quoted';
    return isName && second === undefined ? nameOf(text, first) : undefined;
}

;// CONCATENATED MODULE: ./lib/statements/data-parts.js

/** Longer ones are dumps: nobody reads what is made of them. */
const MOST_TEXT = 20_000;
/** `undefined` for any other statement, and for one in which these parts cannot be told apart. */
function dataPartsOf(sql) {
    if (sql.length > MOST_TEXT)
        return undefined;
    const clauses = new Clauses(sql);
    const verbAt = clauses.find(['INSERT', 'REPLACE', 'UPDATE', 'DELETE'], 0);
    if (verbAt === -1 || (verbAt > 0 && clauses.word(0) !== 'WITH'))
        return undefined;
    const lead = clauses.text(0, verbAt);
    switch (clauses.word(verbAt)) {
        case 'UPDATE':
            return updateParts(clauses, verbAt, lead);
        case 'DELETE':
            return deleteParts(clauses, verbAt, lead);
        default:
            return insertParts(clauses, verbAt, lead);
    }
}
function updateParts(clauses, verbAt, lead) {
    const start = clauses.word(verbAt + 1) === 'OR' ? verbAt + 3 : verbAt + 1;
    const setAt = clauses.find(['SET'], start);
    const table = clauses.name(start);
    if (setAt === -1 || table === undefined)
        return undefined;
    const fromAt = clauses.find(['FROM'], setAt, 'DISTINCT');
    const whereAt = clauses.find(['WHERE'], setAt);
    const end = clauses.endFrom(setAt);
    const setEnd = [fromAt, whereAt].find((at) => at !== -1) ?? end;
    const sets = clauses.items(setAt + 1, setEnd).map(([from, to]) => clauses.assignment(from, to));
    if (sets.some((set) => set === undefined))
        return undefined;
    return {
        verb: 'update',
        lead,
        table,
        target: clauses.text(start, setAt).replace(/\s+(not\s+indexed|indexed\s+by\s+\S+)\s*$/i, ''),
        sets: sets.flatMap((set) => set ?? []),
        ...(fromAt !== -1 && { from: clauses.text(fromAt + 1, whereAt === -1 ? end : whereAt) }),
        ...(whereAt !== -1 && { where: clauses.text(whereAt + 1, end) }),
    };
}
function deleteParts(clauses, verbAt, lead) {
    const table = clauses.name(verbAt + 2);
    if (clauses.word(verbAt + 1) !== 'FROM' || table === undefined)
        return undefined;
    const end = clauses.endFrom(verbAt);
    const whereAt = clauses.find(['WHERE'], verbAt);
    return {
        verb: 'delete',
        lead,
        table,
        target: clauses.text(verbAt + 2, whereAt === -1 ? end : whereAt),
        ...(whereAt !== -1 && { where: clauses.text(whereAt + 1, end) }),
    };
}
function insertParts(clauses, verbAt, lead) {
    const intoAt = clauses.find(['INTO'], verbAt);
    const table = intoAt === -1 ? undefined : clauses.name(intoAt + 1);
    if (table === undefined)
        return undefined;
    const sourceAt = clauses.find(['SELECT', 'VALUES', 'WITH'], intoAt + 1);
    if (sourceAt === -1)
        return undefined;
    const open = clauses.findText('(', intoAt + 1, sourceAt);
    const columns = open === -1 ? undefined : clauses.namesIn(open);
    return {
        verb: 'insert',
        lead,
        table,
        target: clauses.text(intoAt + 1, open === -1 ? sourceAt : open),
        ...(columns && { columns }),
        source: clauses.text(sourceAt, clauses.endFrom(sourceAt)),
    };
}
/** A cursor over the words of a statement that stand in no parentheses. */
class Clauses {
    #sql;
    #tokens;
    #depths;
    constructor(sql) {
        this.#sql = sql;
        this.#tokens = meaningfulTokens(sql);
        let depth = 0;
        this.#depths = this.#tokens.map(({ start }) => {
            if (sql[start] === ')')
                depth -= 1;
            const own = depth;
            if (sql[start] === '(')
                depth += 1;
            return own;
        });
    }
    /** Upper case; empty for what is quoted. */
    word(at) {
        const token = this.#tokens[at];
        return token === undefined || token.kind === 'quoted' || token.kind === 'string'
            ? ''
            : this.#sql.slice(token.start, token.end).toUpperCase();
    }
    /** The first of these words from `from` on that stands in no parentheses, and not behind the word `not`. */
    find(words, from, not) {
        return this.#tokens.findIndex((_, at) => at >= from &&
            this.#depths[at] === 0 &&
            words.includes(this.word(at)) &&
            (not === undefined || this.word(at - 1) !== not));
    }
    findText(text, from, to) {
        const at = this.#tokens.findIndex((_, index) => index >= from && this.word(index) === text);
        return at < to ? at : -1;
    }
    /** Where ON CONFLICT, RETURNING or the statement itself ends what begins at `from`. */
    endFrom(from) {
        const at = this.#tokens.findIndex((token, index) => index > from &&
            this.#depths[index] === 0 &&
            (token.kind === 'semicolon' ||
                this.word(index) === 'RETURNING' ||
                (this.word(index) === 'ON' && this.word(index + 1) === 'CONFLICT')));
        return at === -1 ? this.#tokens.length : at;
    }
    text(from, to) {
        const [first, last] = [this.#tokens[from], this.#tokens[to - 1]];
        return first === undefined || last === undefined || to <= from
            ? ''
            : this.#sql.slice(first.start, last.end);
    }
    /** A name with an optional schema in front, which is dropped. */
    name(at) {
        const own = this.word(at + 1) === '.' ? this.#tokens[at + 2] : this.#tokens[at];
        const isName = own?.kind === 'word' || own?.kind === 'quoted';
        return isName ? nameOf(this.#sql, own) : undefined;
    }
    /** From and to of each part between commas that no parentheses enclose. */
    items(from, to) {
        const items = [];
        const depth = this.#depths[from] ?? 0;
        let start = from;
        for (let at = from; at <= to; at += 1) {
            const ends = at === to || (this.#depths[at] === depth && this.word(at) === ',');
            if (!ends)
                continue;
            items.push([start, at]);
            start = at + 1;
        }
        return items;
    }
    /** `column = value`; `undefined` for several columns at once. */
    assignment(from, to) {
        const column = this.word(from) === '(' ? undefined : this.name(from);
        if (column === undefined || this.word(from + 1) !== '=')
            return undefined;
        return { column, value: this.text(from + 2, to) };
    }
    /** The names in the parentheses that open at `open`. */
    namesIn(open) {
        const close = this.#tokens.findIndex((_, at) => at > open && this.#depths[at] === this.#depths[open]);
        return this.items(open + 1, close).flatMap(([at]) => this.name(at) ?? []);
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/violation/incoming.js

/** No table of the user's is called so. */
const INCOMING = '"new rows"';
function incomingOf({ sql, schema }) {
    const parts = dataPartsOf(sql);
    const target = parts && tableNamed(schema, parts.table);
    if (parts === undefined || target === undefined || parts.verb === 'delete')
        return undefined;
    const own = target.columns.filter(({ generated }) => generated === undefined).map(({ name }) => name);
    const columns = parts.verb === 'insert' ? (parts.columns ?? own) : own;
    const source = parts.verb === 'insert' ? parts.source : incoming_updated(parts, columns);
    if (source === undefined)
        return undefined;
    const names = columns.map(quoteName).join(', ');
    const rows = `${INCOMING}(${names}) AS (${source})`;
    return { target, parts, columns, lead: parts.lead === '' ? `WITH ${rows}` : `${parts.lead}, ${rows}` };
}
/** The rows of an UPDATE as it would leave them. */
function incoming_updated({ target, table, sets = [], from, where }, columns) {
    const alias = /\bas\s+(\S+)\s*$/i.exec(target)?.[1] ?? quoteName(table);
    const values = columns.map((column) => {
        const set = sets.find((one) => sameName(one.column, column));
        return set === undefined ? `${alias}.${quoteName(column)}` : set.value;
    });
    const tables = from === undefined ? target : `${target}, ${from}`;
    return `SELECT ${values.join(', ')} FROM ${tables}${where === undefined ? '' : ` WHERE ${where}`}`;
}
/** All rows of the table as an UPDATE would leave it; `undefined` where it reads other tables too. */
function tableAfter({ target: { name }, parts, columns }) {
    const { sets = [], where, from, lead, target } = parts;
    if (parts.verb !== 'update' || from !== undefined)
        return undefined;
    const alias = /\bas\s+(\S+)\s*$/i.exec(target)?.[1] ?? quoteName(name);
    const values = columns.map((column) => {
        const own = `${alias}.${quoteName(column)}`;
        const set = sets.find((one) => sameName(one.column, column));
        if (set === undefined)
            return own;
        return where === undefined ? set.value : `CASE WHEN ${where} THEN ${set.value} ELSE ${own} END`;
    });
    const rows = `${INCOMING}(${columns.map(quoteName).join(', ')}) AS (SELECT ${values.join(', ')} FROM ${target})`;
    return lead === '' ? `WITH ${rows}` : `${lead}, ${rows}`;
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/violation/key-violations.js

/** Rows that an INSERT or UPDATE would write without a parent. */
function brokenKeys(stopped) {
    const incoming = incomingOf(stopped);
    if (incoming === undefined)
        return [];
    const { target, lead } = incoming;
    return target.foreignKeys.map((key) => {
        const parents = sameName(key.parent, target.name) ? [key.parent, undefined] : [key.parent];
        const missing = parents.map((parent) => noParent(INCOMING, key, parent));
        return {
            constraint: 'FOREIGN KEY',
            ...subjectOf(target, key),
            query: `${lead} SELECT * FROM ${INCOMING} WHERE ${key_violations_hasKey(INCOMING, key)} AND ${missing.join(' AND ')}`,
        };
    });
}
/** Rows that refer to what a DELETE, a DROP TABLE or a change of keys would take away. */
function childrenInTheWay({ sql, names, schema }) {
    const [named] = names;
    const parts = dataPartsOf(sql);
    const isDrop = named?.verb === 'drop' && named.kind === 'table';
    const parent = isDrop ? named.name : parts?.table;
    if (parent === undefined)
        return [];
    const { lead = '', target = quoteName(parent), where } = (isDrop ? undefined : parts) ?? {};
    const alias = /\bas\s+(\S+)\s*$/i.exec(target)?.[1] ?? quoteName(parent);
    return keysTo(schema, parent).map(({ child, key }) => {
        const match = key.columns.map((column, at) => `${alias}.${quoteName(key.parentColumns[at] ?? '')} = child.${quoteName(column)}`);
        const going = [...match, ...(where === undefined ? [] : [`(${where})`])].join(' AND ');
        return {
            constraint: 'FOREIGN KEY',
            refers: true,
            ...subjectOf(child, key),
            query: `${lead} SELECT child.* FROM ${quoteName(child.name)} AS child WHERE EXISTS (SELECT 1 FROM ${target} WHERE ${going})`.trim(),
        };
    });
}
/** Rows without a parent that a deferred foreign key has let pass until the COMMIT. */
function withoutParentAtCommit(connection, { schema }) {
    const broken = connection.objects('SELECT DISTINCT "table", fkid FROM pragma_foreign_key_check');
    return broken.flatMap(({ table, fkid }) => {
        const child = tableNamed(schema, table);
        // SQLite numbers the keys from the last declared to the first.
        const key = child?.foreignKeys[child.foreignKeys.length - 1 - fkid];
        if (child === undefined || key === undefined)
            return [];
        const parent = tableNamed(schema, key.parent);
        const missing = parent === undefined ? 'true' : noParent('child', key, parent.name);
        return [
            {
                constraint: 'FOREIGN KEY',
                ...subjectOf(child, key),
                query: `SELECT child.* FROM ${quoteName(child.name)} AS child WHERE ${key_violations_hasKey('child', key)} AND ${missing}`,
            },
        ];
    });
}
function keysTo({ tables }, parent) {
    return tables.flatMap((child) => child.foreignKeys.filter((key) => sameName(key.parent, parent)).map((key) => ({ child, key })));
}
function subjectOf(child, { columns, parent }) {
    return { table: child.name, columns, parent, keyOf: child.name };
}
function key_violations_hasKey(rows, { columns }) {
    return columns.map((column) => `${rows}.${quoteName(column)} IS NOT NULL`).join(' AND ');
}
/** `parent` absent: among the rows that come along. */
function noParent(rows, { columns, parentColumns }, parent) {
    const from = parent === undefined ? INCOMING : quoteName(parent);
    // The plus lets the parent's affinity decide, as when SQLite enforces the key.
    const match = columns.map((column, at) => `parent.${quoteName(parentColumns[at] ?? '')} = +${rows}.${quoteName(column)}`);
    return `NOT EXISTS (SELECT 1 FROM ${from} AS parent WHERE ${match.join(' AND ')})`;
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/violation/row-violations.js

/** Rows that an INSERT or UPDATE would write and that a constraint of its table does not let in. */
function brokenByRows(stopped) {
    const incoming = incomingOf(stopped);
    if (incoming === undefined)
        return [];
    const { message, code } = stopped.failure;
    const columns = columnsIn(message, incoming.target);
    const subject = { table: incoming.target.name, keyOf: incoming.target.name };
    const listed = (where) => `${incoming.lead} SELECT * FROM ${INCOMING} WHERE ${where}`;
    if (code === 'SQLITE_MISMATCH') {
        const { rowidAlias } = incoming.target;
        if (rowidAlias === undefined)
            return [];
        const query = listed(`${quoteName(rowidAlias)} IS NOT NULL AND NOT (${fits(rowidAlias, 'INTEGER')})`);
        return [{ constraint: 'datatype', ...subject, columns: [rowidAlias], query }];
    }
    if (message.startsWith('NOT NULL')) {
        const [column = ''] = columns;
        const isGiven = incoming.columns.some((name) => sameName(name, column));
        const where = isGiven ? `${quoteName(column)} IS NULL` : 'true';
        return column === '' ? [] : [{ constraint: 'NOT NULL', ...subject, columns, query: listed(where) }];
    }
    if (message.startsWith('CHECK')) {
        return checksMeant(message, incoming.target).map((check) => ({
            constraint: 'CHECK',
            ...subject,
            columns: [],
            query: listed(`NOT (${check})`),
        }));
    }
    if (message.startsWith('UNIQUE'))
        return notUnique(incoming, columns).map((one) => ({ ...one, ...subject }));
    const [, type = '', column = ''] = /^cannot store \S+ value in (\S+) column (?:.*\.)?(.+)$/.exec(message) ?? [];
    if (column === '')
        return [];
    const query = listed(`${quoteName(column)} IS NOT NULL AND NOT (${fits(column, type)})`);
    return [{ constraint: 'datatype', ...subject, columns: [column], query }];
}
/** `t.a, t.b` behind the colon, where they are columns of the table. */
function columnsIn(message, { name: table, columns }) {
    const names = message.slice(message.indexOf(': ') + 2);
    const found = columns.filter(({ name }) => names.split(', ').includes(`${table}.${name}`));
    return found.map(({ name }) => name);
}
function notUnique(incoming, columns) {
    const { target, lead } = incoming;
    if (columns.length === 0)
        return [];
    const key = target.keys.find((one) => sameNames(one.columns, columns));
    const items = columns.map((column) => {
        const at = key?.columns.findIndex((name) => sameName(name, column)) ?? -1;
        const collation = key?.collations[at] ?? 'BINARY';
        return `${quoteName(column)}${collation === 'BINARY' ? '' : ` COLLATE ${quoteName(collation)}`}`;
    });
    const subject = { constraint: 'UNIQUE', columns: [...columns] };
    const after = tableAfter(incoming);
    if (after !== undefined)
        return [{ ...subject, query: `${after} ${selectEqual(INCOMING, items)}` }];
    const taken = columns.map((column, at) => `t.${quoteName(column)} = ${INCOMING}.${items[at]}`);
    const there = `EXISTS (SELECT 1 FROM ${quoteName(target.name)} AS t WHERE ${taken.join(' AND ')})`;
    // Of an UPDATE with FROM it is not known which rows are written over.
    const others = incoming.parts.verb === 'insert'
        ? [{ ...subject, query: `${lead} SELECT * FROM ${INCOMING} WHERE ${there}` }]
        : [];
    return [{ ...subject, query: `${lead} ${selectEqual(INCOMING, items)}` }, ...others];
}
/** The CHECK that SQLite names by its text, or by the name that it has; else all of the table. */
function checksMeant(message, { checks, sql }) {
    const said = message.slice(message.indexOf(': ') + 2);
    const named = checks.filter((check) => canonical(said) === check);
    if (named.length > 0)
        return named;
    const text = canonical(sql);
    const at = text.indexOf(`constraint ${canonical(said)} check`);
    const behind = (check) => text.indexOf(check, at);
    const own = at === -1 ? [] : checks.filter((check) => behind(check) !== -1);
    const first = own.toSorted((left, right) => behind(left) - behind(right));
    return first.length > 0 ? first : checks;
}
/** Whether a column takes the value as it is, or makes of it what it takes (sqlite.org/stricttables.html). */
function fits(column, type) {
    const value = quoteName(column);
    const number = `typeof(${value}) IN ('integer', 'real') OR (typeof(${value}) = 'text' AND CAST(CAST(${value} AS NUMERIC) AS TEXT) = trim(${value}))`;
    switch (type.toUpperCase()) {
        case 'INTEGER':
        case 'INT':
            return `(${number}) AND CAST(${value} AS NUMERIC) = CAST(${value} AS INTEGER)`;
        case 'REAL':
            return number;
        case 'TEXT':
            return `typeof(${value}) <> 'blob'`;
        case 'BLOB':
            return `typeof(${value}) = 'blob'`;
        default:
            return 'true';
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/violation/violation.js

/**
 * Which rows break the constraint that stopped a statement: what SQLite says of the first of them is not enough to act on.
 * Only selects, on the connection as the failure left it. `undefined` where nothing that was counted explains it.
 */
function violationOf(connection, request) {
    const { code } = request.failure;
    if (!violation_CODES.has(code) && !/^Cannot add a NOT NULL column/.test(request.failure.message))
        return undefined;
    const schema = orUnmeasured(() => readSchema(connection));
    if (schema === undefined)
        return undefined;
    const stopped = { ...request, schema };
    for (const suspicion of suspicionsOf(connection, stopped)) {
        const rows = countOf(connection, suspicion.query);
        if (rows === undefined || rows === 0)
            continue;
        const samples = samplesOf(connection, suspicion, stopped, request.samples);
        const isOlder = withConnection(request.before, 'read', (before) => countOf(before, suspicion.query)) === rows;
        return {
            ...suspicion,
            rows,
            runsIn: isOlder ? 'before' : 'statement',
            ...(samples && samples.length > 0 && { samples }),
        };
    }
    return undefined;
}
const violation_CODES = new Set([
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_CONSTRAINT_PRIMARYKEY',
    'SQLITE_CONSTRAINT_ROWID',
    'SQLITE_CONSTRAINT_NOTNULL',
    'SQLITE_CONSTRAINT_CHECK',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_DATATYPE',
    'SQLITE_CONSTRAINT',
    'SQLITE_MISMATCH',
]);
function suspicionsOf(connection, stopped) {
    if (stopped.failure.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
        return /^(commit|end)\b/i.test(stopped.sql)
            ? withoutParentAtCommit(connection, stopped)
            : [...brokenKeys(stopped), ...childrenInTheWay(stopped)];
    }
    return [...brokenByIndex(stopped), ...brokenByAlter(stopped), ...brokenByRows(stopped)];
}
/** `undefined` where the SELECT does not fit the schema: what could be read of the statement was not enough. */
function countOf(connection, query) {
    try {
        return connection.number(`SELECT count(*) FROM (${query})`);
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return undefined;
    }
}
function samplesOf(connection, { query, keyOf }, { schema }, samples) {
    const key = tableNamed(schema, keyOf)?.primaryKey ?? [];
    const shown = key.map((column) => ({ column, sql: `v.${quoteName(column)}` }));
    return orUnmeasured(() => sampleRows({ connection, samples }, { from: `(${query}) AS v`, key: shown, values: [] }));
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/peak.js

/** A statement that was faster changed little. */
const WORTH_A_LOOK_MS = 5;
/**
 * How large database, WAL and rollback journal became while a plan ran. A WAL never shrinks while it is open. A rollback
 * journal does with every commit, unless it is kept for the next transaction: then its size is that of the largest.
 */
class PeakWatch {
    #path;
    #peak = { database: 0, wal: 0, journal: 0 };
    constructor(path, connection) {
        this.#path = path;
        // In the file, and for everybody but this connection, PERSIST and DELETE are the same.
        if (connection.text('PRAGMA journal_mode') === 'delete')
            connection.exec('PRAGMA journal_mode=PERSIST');
        this.look(WORTH_A_LOOK_MS);
    }
    /** `ms`: how long the last statement took. */
    look(ms) {
        if (ms < WORTH_A_LOOK_MS)
            return;
        const { database, wal, journal } = this.#peak;
        this.#peak = {
            database: Math.max(database, sizeOf(this.#path)),
            wal: Math.max(wal, sizeOf(`${this.#path}-wal`)),
            journal: Math.max(journal, sizeOf(`${this.#path}-journal`)),
        };
    }
    /** To be called before the connection is closed. */
    end() {
        this.look(WORTH_A_LOOK_MS);
        return this.#peak;
    }
}
/** After the connection is closed: a journal that was only kept for its size goes, one that would be rolled back stays. */
function removeKeptJournal(path) {
    const journal = `${path}-journal`;
    if ((0,external_node_fs_.existsSync)(journal) && isOver(journal))
        (0,external_node_fs_.rmSync)(journal);
}
/** With PERSIST the first bytes are overwritten with zeros at the end of a transaction. */
function isOver(journal) {
    const head = Buffer.alloc(8);
    const file = (0,external_node_fs_.openSync)(journal, 'r');
    try {
        return (0,external_node_fs_.readSync)(file, head) === 0 || head.every((byte) => byte === 0);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function sizeOf(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/made-history.js

const BEFORE_STAR = new Set(['select', 'distinct', 'all', ',', '.']);
/** What the statements of a plan that stayed did, asked of one table at a time. */
class MadeHistory {
    #steps;
    #names;
    #before;
    #after;
    constructor(steps, names, before, after) {
        this.#steps = steps;
        this.#names = names;
        this.#before = before;
        this.#after = after;
    }
    lostBetween(one, dying) {
        const { statement, last } = one;
        const now = this.#after.tables.find(({ name }) => quote_foldName(name) === last);
        if (now === undefined)
            return [];
        const columns = this.#columns(one, dying, now);
        const lost = { table: now.name, statement };
        return [
            ...columns.map((name) => ({ kind: 'column', name, ...lost })),
            ...this.#objects('index', dying.indexes, statement, now).map((name) => ({
                kind: 'index',
                name,
                ...lost,
            })),
            ...this.#objects('trigger', dying.triggers, statement, now).map((name) => ({
                kind: 'trigger',
                name,
                ...lost,
            })),
            ...this.#content(one, dying, now).map((content) => ({ ...content, ...lost })),
        ];
    }
    /** Columns that the plan made in the old table, and that the new one never had. */
    #columns({ from, to, statement }, { table }, now) {
        const root = this.#rootOf(from);
        const former = columnNamesBefore(from, statement);
        const known = this.#columnsOf(to);
        if (known === undefined)
            return [];
        const copies = this.#copyText(to, statement);
        return table.columns
            .map(({ name }) => name)
            .filter((name) => {
            const folded = quote_foldName(name);
            const wasThere = root?.columns.some((column) => quote_foldName(column.name) === (former.get(folded) ?? folded));
            const isThere = known.has(folded) || now.columns.some((column) => sameName(column.name, name));
            return !wasThere && !isThere && !copies.has(folded) && !copies.has('*');
        });
    }
    /** Names of indexes or triggers that the plan made, and that are neither there nor dropped by name. */
    #objects(kind, dying, statement, now) {
        const before = kind === 'index' ? this.#before.indexes : this.#before.triggers;
        const after = kind === 'index' ? this.#after.indexes : this.#after.triggers;
        return dying
            .filter((object) => {
            const isMeant = (verb) => (named) => named.verb === verb && 'kind' in named && named.kind === kind && sameName(named.name, object.name);
            const isMade = this.#names.slice(0, statement).some((names) => names.some(isMeant('create')));
            const isDropped = this.#names.slice(statement).some((names) => names.some(isMeant('drop')));
            const isThere = after.some((one) => sameName(one.name, object.name) ||
                (sameName(one.table, now.name) && bodyOf(one) === bodyOf(object)));
            // What was there before is told by the comparison.
            const wasThere = before.some((one) => sameName(one.name, object.name));
            return isMade && !isDropped && !isThere && !wasThere && !made_history_isKeyOf(now, object);
        })
            .map(({ name }) => name);
    }
    /** Rows that nothing copied, or values of columns that the copy leaves out. */
    #content({ to, statement }, { rows, values }, now) {
        const writes = this.#writesTo(to);
        if (writes.length === 0)
            return rows > 0 ? [{ kind: 'rows', name: now.name, count: rows }] : [];
        // Without a list, all columns get a value.
        if (writes.some((named) => named.fills === undefined))
            return [];
        const filled = new Set(writes.flatMap(({ fills = [] }) => fills.map(quote_foldName)));
        const copies = this.#copyText(to, statement);
        return now.columns.flatMap(({ name, generated }) => {
            const count = values.get(quote_foldName(name)) ?? 0;
            const isLost = count > 0 && generated === undefined && !filled.has(quote_foldName(name)) && !copies.has(quote_foldName(name));
            return isLost ? [{ kind: 'values', name, count }] : [];
        });
    }
    /** What gives rows or values to a version of a table. */
    #writesTo(version) {
        return this.#names.flatMap((names, at) => names.flatMap((named) => {
            const writes = named.verb === 'insert' ||
                named.verb === 'upsert' ||
                named.verb === 'update' ||
                (named.verb === 'create' &&
                    (named.copies !== undefined || named.columns === undefined) &&
                    named.kind === 'table');
            const isMeant = writes && nameAt(version, at) === quote_foldName(named.name);
            return isMeant ? [{ ...('fills' in named && named.fills && { fills: named.fills }) }] : [];
        }));
    }
    /** All words of the statements that filled a version up to a statement: a column that is read there was not forgotten. */
    #copyText(version, until) {
        const words = new Set();
        for (const [at, { sql }] of this.#steps.slice(0, until).entries()) {
            const fills = this.#names[at]?.some((named) => (['insert', 'upsert', 'update'].includes(named.verb) ||
                (named.verb === 'create' && named.copies)) &&
                'name' in named &&
                nameAt(version, at) === quote_foldName(named.name));
            if (!fills)
                continue;
            let last = '';
            for (const token of meaningfulTokens(sql)) {
                const word = quote_foldName(nameOf(sql, token));
                // A factor is no star.
                if (word !== '*' || BEFORE_STAR.has(last))
                    words.add(word);
                last = word;
            }
        }
        return words;
    }
    /** All columns that a version ever had; `undefined` where its text does not tell. */
    #columnsOf(version) {
        const columns = new Set();
        let isTold = false;
        for (const [at, names] of this.#names.entries()) {
            for (const named of names) {
                const owner = 'table' in named ? named.table : named.name;
                if (nameAt(version, at) !== quote_foldName(owner))
                    continue;
                if (named.verb === 'create' && named.kind === 'table') {
                    isTold = named.columns !== undefined;
                    for (const column of named.columns ?? [])
                        columns.add(quote_foldName(column));
                }
                if (named.verb === 'add-column' || named.verb === 'drop-column')
                    columns.add(quote_foldName(named.name));
                if (named.verb === 'rename-column')
                    columns.add(quote_foldName(named.to));
            }
        }
        return isTold ? columns : undefined;
    }
    #rootOf(version) {
        const name = nameBefore(version);
        return name === undefined
            ? undefined
            : this.#before.tables.find((table) => quote_foldName(table.name) === name);
    }
}
/** Without its name, which may be another one. */
function bodyOf(object) {
    if ('unique' in object)
        return object.definition;
    return object.definition.replace(/^create trigger (if not exists )?("([^"]|"")*"|\S+) /, '');
}
/** A unique index that became a constraint of the table. */
function made_history_isKeyOf({ keys }, object) {
    if (!('unique' in object) || object.key === undefined)
        return false;
    const { columns } = object.key;
    return keys.some((key) => sameNames(key.columns, columns));
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/made-watch.js

/**
 * Finds what the plan itself made and lost again when it rebuilt a table: columns, indexes, triggers, values and rows that
 * the new table does not take over and that no statement drops by name. The comparison of both ends cannot see them.
 */
class MadeWatch {
    #connection;
    #steps;
    #cache = new SchemaCache();
    #before;
    /** Statements that drop a table of which something the plan made may be lost. */
    #deaths;
    #dying = new Map();
    constructor(connection, plan) {
        this.#connection = connection;
        this.#steps = plan.steps.filter((step) => step.do === 'exec');
        const names = this.#steps.map((step) => step.names);
        this.#before = dropsWhatItMade(names)
            ? orUnmeasured(() => readSchema(connection, this.#cache))
            : undefined;
        const lineage = this.#before && followTables(this.#before.tables, names);
        this.#deaths = new Map(successions(lineage).map(({ from, statement }) => [statement, from]));
    }
    /** To be called before each statement. */
    hear(progress) {
        if (!('started' in progress))
            return;
        const version = this.#deaths.get(progress.started);
        if (version === undefined)
            return;
        const dying = orUnmeasured(() => this.#lookAt(version, progress.started));
        if (dying !== undefined)
            this.#dying.set(progress.started, dying);
    }
    /** By statements that stay. */
    found(stays) {
        const before = this.#before;
        if (before === undefined || this.#dying.size === 0)
            return [];
        const names = this.#steps.map((step, at) => (stays(at) ? step.names : []));
        const after = orUnmeasured(() => readSchema(this.#connection, this.#cache));
        if (after === undefined)
            return [];
        const history = new MadeHistory(this.#steps, names, before, after);
        return successions(followTables(before.tables, names)).flatMap((one) => {
            const dying = this.#dying.get(one.statement);
            return dying === undefined ? [] : history.lostBetween(one, dying);
        });
    }
    #lookAt(version, statement) {
        const schema = readSchema(this.#connection, this.#cache);
        const name = nameAt(version, statement - 1);
        const table = schema.tables.find((one) => quote_foldName(one.name) === name);
        if (table === undefined)
            return undefined;
        const own = (items) => items.filter((item) => sameName(item.table, table.name));
        const filled = filledColumns(this.#steps, version, statement);
        const columns = table.columns.filter((column) => filled.has(quote_foldName(column.name)));
        const counts = columns.map((column) => `, count(${quoteName(column.name)})`).join('');
        const [row = []] = this.#connection.rows(`SELECT count(*)${counts} FROM main.${quoteName(table.name)}`);
        const [rows = 0, ...values] = row.map(Number);
        return {
            table,
            indexes: own(schema.indexes),
            triggers: own(schema.triggers),
            rows,
            values: new Map(columns.map((column, at) => [quote_foldName(column.name), values[at] ?? 0])),
        };
    }
}
/** A statement makes something in a table, and a later one drops a table: most plans have no such two. */
function dropsWhatItMade(names) {
    const made = new Set();
    for (const named of names.flat()) {
        if (named.verb === 'add-column')
            made.add(quote_foldName(named.table));
        else if (named.verb === 'create' && named.kind === 'table')
            made.add(quote_foldName(named.name));
        else if (named.verb === 'create' && named.on !== undefined)
            made.add(quote_foldName(named.on));
        else if (named.verb === 'insert' || named.verb === 'upsert' || named.verb === 'update')
            made.add(quote_foldName(named.name));
        else if (named.verb === 'rename-table' && made.delete(quote_foldName(named.name)))
            made.add(quote_foldName(named.to));
        else if (named.verb === 'drop' && named.kind === 'table' && made.has(quote_foldName(named.name)))
            return true;
    }
    return false;
}
/** Of the tables that are there at the end. */
function successions(lineage) {
    return [...(lineage?.last ?? [])].flatMap(([last, version]) => {
        const chain = ancestry(version);
        return chain.flatMap((to, at) => {
            const from = chain[at + 1];
            return from?.died === undefined ? [] : [{ from, to, statement: from.died, last }];
        });
    });
}
/** Columns to which statements gave values in a version of a table, up to a statement. */
function filledColumns(steps, version, until) {
    const filled = new Set();
    for (const [at, { names }] of steps.slice(0, until).entries()) {
        for (const named of names) {
            if (!('fills' in named) || nameAt(version, at) !== quote_foldName(named.name))
                continue;
            for (const column of named.fills ?? [])
                filled.add(quote_foldName(column));
        }
    }
    return filled;
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/catalogue.js

/** What there is between two statements, by its names. */
class Catalogue {
    #byName;
    #indexes;
    constructor(rows) {
        this.#byName = new Map(rows.map((row) => [`${row.type} ${quote_foldName(row.name)}`, row]));
        const written = rows.filter(({ type, sql }) => type === 'index' && sql !== null);
        this.#indexes = Map.groupBy(written, ({ table }) => quote_foldName(table));
    }
    /** The object whose name a new one of this kind cannot have. Tables and views have their names in common. */
    find(kind, name) {
        const key = quote_foldName(name);
        if (kind === 'index' || kind === 'trigger')
            return this.#byName.get(`${kind} ${key}`);
        return this.#byName.get(`table ${key}`) ?? this.#byName.get(`view ${key}`);
    }
    /** Those that a CREATE INDEX made. */
    indexesOf(table) {
        return this.#indexes.get(quote_foldName(table)) ?? [];
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/existing-object.js

const NO_RENAMES = renamer([]);
/**
 * What the object of that name lacks of what a CREATE … IF NOT EXISTS asks for; it may have more. Both are made in
 * databases of their own, so that SQLite reads them. `catalogue`: what else there is. Throws what SQLite throws.
 */
function lackingParts(sql, kind, existing, catalogue) {
    if (existing.type !== kind)
        return [`it is a ${existing.type}`];
    if (canonical(existing.sql ?? '') === unconditional(sql))
        return [];
    if (kind === 'view' || kind === 'trigger')
        return [`another ${kind}`];
    return kind === 'index'
        ? lackingOfIndex(sql, existing, catalogue)
        : lackingOfTable(sql, existing, catalogue);
}
function lackingOfTable(sql, existing, catalogue) {
    // What it was to be filled with is elsewhere.
    if (isSelection(sql))
        return ['the rows of its SELECT'];
    const indexes = catalogue.indexesOf(existing.name);
    const isVirtual = /^\s*create\s+virtual/i.test(existing.sql ?? '');
    const wanted = schemaOf([sql]);
    const present = schemaOf([existing, ...indexes].map((row) => row.sql ?? '').filter((text) => text !== ''));
    const [before] = wanted.tables;
    const [after] = present.tables;
    if (before === undefined || after === undefined)
        return [];
    fillParentColumns(before, after);
    fillParentColumns(after, before);
    if ((before.kind === 'virtual') !== isVirtual)
        return [`it is ${isVirtual ? 'a virtual' : 'an ordinary'} table`];
    return lackingOfPair(before, after, present);
}
/** A foreign key without parent columns means the key of the parent, which is not there to be asked. */
function fillParentColumns({ foreignKeys }, { foreignKeys: others }) {
    for (const key of foreignKeys.filter(({ parentColumns }) => parentColumns.length === 0)) {
        const same = others.find(({ columns, parent }) => sameNames(columns, key.columns) && sameName(parent, key.parent));
        key.parentColumns = same?.parentColumns ?? [];
    }
}
function lackingOfPair(before, after, present) {
    const columns = before.columns.flatMap((column) => {
        const other = after.columns.find(({ name }) => sameName(name, column.name));
        return other === undefined ? [] : [{ before: column, after: other }];
    });
    const pair = { before, after, columns };
    const missing = before.columns.filter((column) => !columns.some((known) => known.before === column));
    const retyped = columns.filter((column) => affinityOf(column.before.type, before.strict) !== affinityOf(column.after.type, after.strict));
    const isGone = ({ columns: names = [] }) => names.some((name) => missing.some((column) => sameName(column.name, name)));
    const changes = [
        ...diffConstraints(pair, present.indexes, NO_RENAMES),
        ...diffForeignKeys(pair, NO_RENAMES),
        ...diffSearchIndex(pair, NO_RENAMES),
    ].filter((change) => change.change !== 'added' && change.effect !== 'kept' && !isGone(change));
    return [
        ...missing.map(({ name }) => `column ${name}`),
        ...retyped.map(({ before: { name, type } }) => `${name} ${type}`),
        ...changes.map(wantedPart),
    ];
}
/** What was asked for, without what is there instead. */
function wantedPart({ kind, columns = [], detail = '' }) {
    const [wanted = ''] = detail.split(' → ');
    return kind === 'constraint' && /^(NOT NULL|DEFAULT|COLLATE|AS)/.test(wanted)
        ? `${columns.join(', ')} ${wanted}`
        : wanted;
}
function lackingOfIndex(sql, existing, catalogue) {
    const owner = catalogue.find('table', existing.table);
    const present = schemaOf([owner?.sql ?? '', existing.sql ?? '']);
    const on = existing_object_targetOf(sql);
    if (on !== quote_foldName(existing.table))
        return [`it is on ${existing.table}`];
    const wanted = schemaOf([owner?.sql ?? '', sql]);
    return diffIndexes(wanted, present, NO_RENAMES).flatMap(({ change, effect, detail = '' }) => {
        const [asked, there] = detail.split(' → ');
        return change === 'added' || effect === 'kept' ? [] : [`${asked}: it is ${there}`];
    });
}
/** The folded name of the table that CREATE INDEX names. */
function existing_object_targetOf(sql) {
    const tokens = meaningfulTokens(sql);
    const on = tokens.findIndex(({ kind, start, end }) => kind === 'word' && /^on$/i.test(sql.slice(start, end)));
    return canonicalSlice(sql, tokens.slice(on + 1, on + 2)).replaceAll('"', '');
}
function isSelection(sql) {
    const words = meaningfulTokens(sql).map(({ start, end }) => sql.slice(start, end).toLowerCase());
    const open = words.indexOf('(');
    const as = words.indexOf('as');
    return as !== -1 && (open === -1 || as < open);
}
/** The text as SQLite would keep it: without IF NOT EXISTS and the schema's name. */
function unconditional(sql) {
    const tokens = meaningfulTokens(sql);
    const text = (at) => sql.slice(tokens[at]?.start, tokens[at]?.end).toLowerCase();
    const at = tokens.findIndex((_, place) => text(place) === 'if');
    const name = at + (text(at + 4) === '.' ? 5 : 3);
    const end = text(tokens.length - 1) === ';' ? -1 : tokens.length;
    return canonicalSlice(sql, [...tokens.slice(0, at), ...tokens.slice(name, end)]);
}
function schemaOf(statements) {
    const connection = Connection.create(':memory:');
    try {
        for (const sql of statements)
            connection.exec(sql);
        return readSchema(connection);
    }
    finally {
        connection.close();
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/no-effects.js

/** Finds statements that SQLite passes over: IF NOT EXISTS over something else of that name, IF EXISTS over nothing. */
class NoEffectWatch {
    #connection;
    #steps;
    #found = [];
    #catalogue = new Catalogue([]);
    #version = -1;
    constructor(connection, plan) {
        this.#connection = connection;
        this.#steps = plan.steps.flatMap((step) => (step.do === 'exec' ? [step] : []));
    }
    /** To be called before each statement. */
    hear(progress) {
        if (!('started' in progress))
            return;
        const { sql, names } = this.#steps[progress.started] ?? { sql: '', names: [] };
        const named = names.find((one) => one.verb === 'create' || one.verb === 'drop');
        if (named === undefined || !isConditional(sql))
            return;
        const found = this.#look(named, sql);
        if (found !== undefined)
            this.#found.push({ ...found, statement: progress.started });
    }
    /** Of the statements that stay. */
    found(stays) {
        return this.#found.filter(({ statement }) => stays(statement));
    }
    #look({ verb, kind, name }, sql) {
        try {
            this.#read();
            const existing = this.#catalogue.find(kind, name);
            if (verb === 'drop')
                return existing ? undefined : { kind: 'absent', object: { kind, name } };
            const lacks = existing && lackingParts(sql, kind, existing, this.#catalogue);
            return lacks && lacks.length > 0 ? { kind: 'exists', object: { kind, name }, lacks } : undefined;
        }
        catch (error) {
            // What cannot be read here must not end the rehearsal.
            if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
                throw error;
            return undefined;
        }
    }
    #read() {
        const version = this.#connection.number('PRAGMA schema_version');
        if (version === this.#version)
            return;
        this.#version = version;
        const columns = 'type, name, tbl_name AS "table", sql';
        const rows = this.#connection.objects(`SELECT ${columns} FROM temp.sqlite_schema UNION ALL SELECT ${columns} FROM main.sqlite_schema`);
        this.#catalogue = new Catalogue(rows);
    }
}
/** `CREATE UNIQUE INDEX IF` is the longest. */
function isConditional(sql) {
    return leadingTokens(sql, 4).some(({ kind, start, end }) => kind === 'word' && sql.slice(start, end).toLowerCase() === 'if');
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
        for (const { child, key } of side_effects_keysTo(schema, table)) {
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
function side_effects_keysTo({ tables }, parent) {
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

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/transient-losses.js

/**
 * Finds what one statement of the plan made and a later one took from a table that it does not name: rows, by a foreign
 * key's ON DELETE CASCADE or by a trigger, and links, by SET NULL or SET DEFAULT. The comparison of the finished migration
 * cannot see them. Only tables that may be concerned are counted, before and after the statement, with SELECTs alone.
 */
class LossWatch {
    #connection;
    #related;
    #names;
    #found = [];
    /** Folded names of the tables that may hold rows or values which the plan made. */
    #made = new Set();
    /** What the running statement may take rows or values from, with the counts before it. */
    #counts = [];
    constructor(connection, plan, related) {
        this.#connection = connection;
        this.#related = related;
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
        const schema = names.length === 0 ? undefined : this.#related.now();
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
        const known = this.#related.last?.tables.find(({ name }) => quote_foldName(name) === table)?.columns ?? [];
        return columns.map((name) => {
            const preset = known.find((column) => sameName(column.name, name))?.default ?? 'NULL';
            return { table, column: { name, empty: to === 'null' ? 'NULL' : preset } };
        });
    }
    #count({ table, column }) {
        const filled = column === undefined ? '' : ` WHERE ${quoteName(column.name)} IS NOT (${column.empty})`;
        return orUnmeasured(() => this.#connection.number(`SELECT count(*) FROM main.${quoteName(table)} NOT INDEXED${filled}`));
    }
    #nameOf(folded) {
        return this.#related.last?.tables.find(({ name }) => quote_foldName(name) === folded)?.name ?? folded;
    }
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/trigger-effects.js

/** Counting may take so long altogether, whatever a plan of many statements does; the comparison tells of the rest. */
const MOST_MS = 2000;
/**
 * Finds what triggers do while a plan runs: rows and values that they give to tables which the statement does not name,
 * and rows that they keep a statement from touching. Counted before and after the statement, with SELECTs alone.
 */
class TriggerWatch {
    #connection;
    #related;
    #steps;
    #found = [];
    #ignored = [];
    /** What is known of a table until a statement may have written to it. */
    #known = new Map();
    #watched = [];
    #met;
    #changes = 0;
    #spentMs = 0;
    constructor(connection, plan, related) {
        this.#connection = connection;
        this.#related = related;
        this.#steps = plan.steps.filter((step) => step.do === 'exec');
    }
    /** To be called before and after each statement. */
    hear(progress) {
        if ('started' in progress) {
            const step = this.#steps[progress.started];
            if (step !== undefined)
                this.#before(step);
        }
        else if (progress.facts.status === 'done')
            this.#after(progress.at, progress.facts);
    }
    /** What statements that stay did, in tables that are still there. */
    sideEffects(stays) {
        return this.#found.flatMap(({ table, filled, statement, ...others }) => {
            if (!stays(statement))
                return [];
            const later = this.#steps
                .slice(statement + 1)
                .flatMap(({ names }, at) => (stays(statement + 1 + at) ? names : []));
            const values = [...filled].map(([column, count]) => ({ column, values: count }));
            return [{ table: subjectAfter({ table }, later).table, ...others, filled: values, statement }];
        });
    }
    /** Counting took too long, so that some may not have been seen. */
    get gaveUp() {
        return this.#spentMs > MOST_MS;
    }
    ignored(stays) {
        return this.#ignored.filter(({ statement }) => stays(statement));
    }
    #before({ sql, names }) {
        this.#watched = [];
        this.#met = undefined;
        const target = names.find(isData);
        if (target === undefined) {
            // A statement that renames, drops or makes: what is known may be of another table.
            this.#known.clear();
            return;
        }
        const schema = this.#related.now();
        if (schema === undefined || schema.triggers.length === 0)
            return;
        this.#met = this.#rowsMet(sql, target, schema);
        const targets = names.flatMap((named) => ('name' in named ? [quote_foldName(named.name)] : []));
        const { given } = sideEffects(names, schema);
        targets.push(...meantByView(target, schema));
        for (const table of given) {
            if (!targets.includes(table))
                this.#watch(table, schema, target);
        }
        for (const name of targets)
            this.#known.delete(name);
        if (this.#watched.length > 0)
            this.#changes = this.#connection.number('SELECT total_changes()');
    }
    #watch(folded, schema, target) {
        const table = schema.tables.find(({ name }) => quote_foldName(name) === folded);
        // A search index is kept in step with what it indexes: nobody would name it.
        if (table === undefined || table.kind === 'virtual')
            return;
        const before = this.#known.get(folded) ??
            this.#fillingOf(table.name, table.columns.map(({ name }) => name));
        if (before === undefined)
            return;
        this.#watched.push({ table: table.name, before, triggers: trigger_effects_firing(schema, target, table.name) });
    }
    #after(statement, { rows = 0 }) {
        if (this.#met !== undefined && this.#met.rows > rows && (rows === 0 || this.#met.isExact)) {
            const { trigger, rows: met } = this.#met;
            this.#ignored.push({ statement, trigger, rows: met, skipped: met - rows });
        }
        if (this.#watched.length === 0)
            return;
        const all = this.#connection.number('SELECT total_changes()') - this.#changes;
        // Those of triggers are counted here alone (sqlite.org/c3ref/total_changes.html).
        const byTriggers = all > rows;
        for (const { table, before, triggers } of this.#watched) {
            const now = byTriggers ? this.#fillingOf(table, [...before.values.keys()]) : before;
            if (now === undefined)
                this.#known.delete(quote_foldName(table));
            else
                this.#known.set(quote_foldName(table), now);
            const added = Math.max(0, (now?.rows ?? 0) - before.rows);
            const filled = [...before.values].map(([column, count]) => [column, (now?.values.get(column) ?? 0) - count]);
            // Values that came with their rows are told with the rows.
            const some = new Map(added > 0 ? [] : filled.filter(([, count]) => count > 0));
            if (added + some.size > 0)
                this.#found.push({ table, rows: added, filled: some, statement, triggers });
        }
    }
    /** The rows that a statement should touch, where a trigger may pass over them. */
    #rowsMet(sql, target, { triggers }) {
        const own = triggers.filter((trigger) => quote_foldName(trigger.table) === quote_foldName(target.name));
        const guard = own.find((trigger) => mayIgnore(trigger, target));
        // What OR IGNORE passes over is nobody's else.
        if (guard === undefined || /\b(or|conflict)\b[^;]{0,99}\b(ignore|nothing)\b/i.test(sql))
            return undefined;
        const parts = dataPartsOf(sql);
        const count = parts && trigger_effects_countOf(parts);
        const rows = count && this.#timed(() => this.#connection.number(count));
        return rows ? { trigger: guard.name, rows, isExact: parts.from === undefined } : undefined;
    }
    #fillingOf(table, columns) {
        const counts = columns.map((column) => `, count(${quoteName(column)})`).join('');
        const sql = `SELECT count(*)${counts} FROM main.${quoteName(table)} NOT INDEXED`;
        const [row] = this.#timed(() => this.#connection.rows(sql)) ?? [];
        if (row === undefined)
            return undefined;
        const [rows = 0, ...values] = row.map(Number);
        return { rows, values: new Map(columns.map((column, at) => [column, values[at] ?? 0])) };
    }
    #timed(act) {
        if (this.#spentMs > MOST_MS)
            return undefined;
        const start = performance.now();
        const result = orUnmeasured(act);
        this.#spentMs += performance.now() - start;
        return result;
    }
}
function isData(named) {
    return (named.verb === 'insert' || named.verb === 'upsert' || named.verb === 'update' || named.verb === 'delete');
}
const trigger_effects_EVENTS = {
    insert: / insert on /,
    upsert: / (insert on|update (of|on)) /,
    update: / update (of|on) /,
    delete: / delete on /,
};
/** Folded names of the tables that a write to a view means: its INSTEAD OF triggers write to them. */
function meantByView({ name }, { tables, triggers }) {
    if (tables.some((table) => quote_foldName(table.name) === quote_foldName(name)))
        return [];
    const texts = triggers
        .filter(({ table }) => quote_foldName(table) === quote_foldName(name))
        .map(({ definition }) => definition);
    return tables
        .map((table) => quote_foldName(table.name))
        .filter((table) => texts.some((text) => text.includes(table)));
}
/** Triggers of the statement's target on its event that name the table. */
function trigger_effects_firing({ triggers }, target, table) {
    const isMeant = ({ table: owner, definition }) => quote_foldName(owner) === quote_foldName(target.name) &&
        trigger_effects_EVENTS[target.verb].test(headOf(definition)) &&
        definition.includes(quote_foldName(table));
    return triggers.filter(isMeant).map(({ name }) => name);
}
/** It fires before rows are touched, or in their place, and can pass over them. */
function mayIgnore({ definition }, { verb }) {
    // Rows of a view are never counted as touched.
    if (/ instead of /.test(headOf(definition)))
        return false;
    return trigger_effects_EVENTS[verb].test(headOf(definition)) && /\braise ?\( ?ignore ?\)/.test(definition);
}
/** Up to its body. */
function headOf(definition) {
    return definition.slice(0, Math.max(0, definition.search(/ begin /)));
}
function trigger_effects_countOf({ verb, lead, target, from, where, source }) {
    if (verb === 'insert')
        return source === undefined ? undefined : `${lead} SELECT count(*) FROM (${source})`;
    const tables = from === undefined ? target : `${target}, ${from}`;
    return `${lead} SELECT count(*) FROM ${tables}${where === undefined ? '' : ` WHERE ${where}`}`;
}

;// CONCATENATED MODULE: ./lib/engine/rehearse/watch/plan-watch.js

/** All that is watched while a plan runs and that both ends of it do not show. It only selects. */
class PlanWatch {
    #losses;
    #triggers;
    #made;
    #noEffects;
    constructor(connection, plan) {
        const related = new RelatedSchema(connection);
        this.#losses = new LossWatch(connection, plan, related);
        this.#triggers = new TriggerWatch(connection, plan, related);
        this.#made = new MadeWatch(connection, plan);
        this.#noEffects = new NoEffectWatch(connection, plan);
    }
    /** To be called before and after each statement. */
    hear(progress) {
        this.#losses.hear(progress);
        this.#triggers.hear(progress);
        this.#made.hear(progress);
        this.#noEffects.hear(progress);
    }
    /** What was seen of statements that stay; each is absent where there is nothing. */
    found(stays) {
        const seen = {
            transientLosses: this.#losses.found(stays),
            noEffects: this.#noEffects.found(stays),
            sideEffects: this.#triggers.sideEffects(stays),
            ignored: this.#triggers.ignored(stays),
            madeAndLost: this.#made.found(stays),
        };
        const some = Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length > 0));
        return { ...some, ...(this.#triggers.gaveUp && { sideEffectsUncounted: true }) };
    }
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
    const usual = profile.limits === undefined ? 'better-sqlite3' : 'limited';
    if (fresh === undefined || driver !== undefined)
        return yield* runPlan(request, driver ?? usual, tell);
    function* anew(next, source) {
        removeDatabase(database);
        (0,external_node_fs_.copyFileSync)(source, database);
        return { ...(yield* runPlan(request, next, tell)), driver: next };
    }
    const readable = isReadable(database) ? usual : 'undefended';
    const ran = yield* runPlan(request, readable, tell);
    const first = readable === 'better-sqlite3' ? ran : { ...ran, driver: readable };
    const isDefensive = profile.defensive || readable === 'undefended';
    const facts = !isDefensive && isDefended(first) ? yield* anew('undefended', fresh) : first;
    const quoted = profile.doubleQuotedText ? quotedText(facts) : undefined;
    return quoted === undefined ? facts : { ...(yield* anew('node:sqlite', fresh)), doubleQuotedText: quoted };
}
/** With its defences up, SQLite does not read a schema with a trigger on a table that has the name of a shadow table. */
function isReadable(database) {
    try {
        withConnection(database, 'write', (connection) => connection.number('SELECT count(*) FROM sqlite_schema'));
        return true;
    }
    catch (error) {
        const failure = (0,errors/* sqliteFailure */.nj)(error);
        if (failure === undefined)
            throw error;
        return !failure.message.endsWith('cannot create triggers on shadow tables');
    }
}
const DEFENCES = [
    /^table .* may not be (modified|dropped|altered)$/s,
    /^cannot create triggers on shadow tables$/,
    /^object name reserved for internal use: (?!sqlite_)/i,
];
/** Whether the statement failed in a way in which SQLite's defensive mode makes it fail. */
function isDefended({ failure }) {
    return failure?.code === 'SQLITE_ERROR' && DEFENCES.some((shape) => shape.test(failure.message));
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
        removeKeptJournal(request.database);
    }
    return { ...facts, ...opened(request.database, facts, request.samples) };
}
function* executed(connection, { plan, samples, fresh, database }, driver, tell) {
    const peak = new PeakWatch(database, connection);
    const watch = new PlanWatch(connection, plan);
    const hear = (progress) => {
        tell(progress);
        watch.hear(progress);
        if ('facts' in progress)
            peak.look(progress.facts.ms ?? 0);
    };
    const run = new PlanRun(connection, plan, { tell: hear, samples });
    const sql = plan.steps.flatMap((step) => (step.do === 'exec' ? [step.sql] : []));
    const fills = [];
    for (const at of run.eachStatement()) {
        const facts = run.statements[at];
        if (driver === 'node:sqlite' && facts)
            fills.push(...quotedFills(connection, sql[at] ?? '', at, facts));
        yield;
    }
    const { failure } = run;
    const { stopped } = run;
    const violation = failure === undefined || stopped === undefined || fresh === undefined
        ? undefined
        : violationOf(connection, { ...stopped, before: fresh, samples });
    const leftOpen = failure === undefined && connection.inTransaction;
    markRolledBack(run.statements, run.transactions.openSince);
    const stayed = (statement) => stays(run, statement);
    return {
        outcome: failure === undefined ? 'done' : ranNothing(run) ? 'refused' : 'failed',
        commits: run.transactions.commits,
        leftOpen,
        sqlite: isNodes(driver) ? (process.versions.sqlite ?? '') : sqliteVersion(),
        statements: run.statements,
        ...(failure !== undefined && { failure: { ...failure, ...(violation && { violation }) } }),
        ...watch.found(stayed),
        ...(fills.length > 0 && { quotedFills: fills }),
        peak: peak.end(),
        ...(run.boundaries.length > 0 && { boundaries: run.boundaries }),
    };
}
function stays({ statements }, at) {
    const { status, rolledBack } = statements[at] ?? {};
    return status === 'done' && rolledBack !== true;
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
function isNodes(driver) {
    return driver === 'node:sqlite' || driver === 'limited';
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
function copy_hashOf(path) {
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
    tool('Rails', 'schema_migrations', 'version', { beside: 'ar_internal_metadata' }),
    tool('Django', 'django_migrations', 'id app name applied', { quietly: '--noinput' }),
    tool('Alembic', 'alembic_version', 'version_num'),
    tool('Knex', 'knex_migrations', 'id name batch migration_time', { own: ['knex_migrations_lock'] }),
    tool('TypeORM', 'migrations', 'id timestamp name', { name: 'common', own: ['typeorm_metadata'] }),
    tool('Laravel', 'migrations', 'id migration batch', { name: 'common', quietly: '--force' }),
    tool('Sequelize', 'SequelizeMeta', 'name', { name: 'common' }),
    tool('EF Core', '__EFMigrationsHistory', 'migrationid productversion', { own: ['__EFMigrationsLock'] }),
    tool('Kysely', 'kysely_migration', 'name timestamp', { name: 'common', own: ['kysely_migration_lock'] }),
    tool('yoyo', '_yoyo_migration', 'migration_hash migration_id applied_at_utc', {
        own: ['_yoyo_log', '_yoyo_version', 'yoyo_lock'],
        quietly: '--batch',
    }),
    tool('refinery', 'refinery_schema_history', 'version name applied_on checksum'),
    tool('Atlas', 'atlas_schema_revisions', 'version description type applied total executed_at execution_time error error_stmt hash partial_hashes operator_version'),
    tool('Flyway', 'flyway_schema_history', 'installed_rank version description type script checksum installed_by installed_on execution_time success'),
    tool('Liquibase', 'DATABASECHANGELOG', 'id author filename dateexecuted orderexecuted exectype md5sum description comments tag liquibase contexts labels deployment_id', { own: ['DATABASECHANGELOGLOCK'] }),
    tool('mautrix', 'version', 'version compat', { name: 'common' }),
    tool('morph', 'schema_migrations', 'version name', { name: 'common', filesOf: 'golang-migrate' }),
    tool('Sequel', 'schema_info', 'version', { name: 'usual' }),
    tool('Sequel', 'schema_migrations', 'filename', { name: 'common' }),
    tool('Phinx', 'phinxlog', 'version migration_name start_time end_time breakpoint'),
    tool('Doctrine', 'doctrine_migration_versions', 'version executed_at execution_time', {
        quietly: '--no-interaction',
    }),
    tool('FluentMigrator', 'VersionInfo', 'version appliedon description', { name: 'usual' }),
    tool('SeaORM', 'seaql_migrations', 'version applied_at', { name: 'usual' }),
    tool('gormigrate', 'migrations', 'id', { name: 'usual', isVague: true }),
    tool('PocketBase', '_migrations', 'file applied', { name: 'usual' }),
    tool('Grafana', 'migration_log', 'id migration_id sql success error timestamp'),
    tool('Gitea', 'version', 'id version', { name: 'usual', isVague: true }),
    tool('xorm', 'migrations', 'id description', { name: 'usual', isVague: true }),
    tool('Room', 'room_master_table', 'id identity_hash', { name: 'usual' }),
    tool('GRDB', 'grdb_migrations', 'identifier', { name: 'usual' }),
    tool('peewee-migrate', 'migratehistory', 'id name migrated_at', { name: 'usual' }),
    tool('sqlite-utils', '_sqlite_migrations', 'migration_set name applied_at', { name: 'usual' }),
    tool('Ecto', 'schema_migrations', 'version inserted_at', { name: 'common' }),
    tool('DbUp', 'SchemaVersions', 'schemaversionid scriptname applied', { name: 'common' }),
    tool('Home Assistant', 'schema_changes', 'change_id schema_version changed', {
        name: 'usual',
        own: ['migration_changes'],
    }),
];
function tool(called, table, columns, { name, isVague, ...more } = {}) {
    return {
        name: called,
        history: {
            table,
            columns: columns.split(' '),
            ...(name === 'common' && { common: true }),
            ...(name === 'usual' && { usualName: true }),
            ...(isVague && { vague: true }),
        },
        ...more,
    };
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
function leading_words_wordsOf(sql, tokens = meaningfulTokens(sql)) {
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

;// CONCATENATED MODULE: ./lib/plan/layout-kit/d1-limits.js
/**
 * Measured with wrangler 4.164.0 on both sides of each limit; workerd sets them in util/sqlite.c++. The documentation
 * (developers.cloudflare.com/d1/platform/limits) says 32 arguments of a function, of which the engine takes 127; `length` is
 * by the documentation alone, because the local engine takes more.
 */
const d1Limits = {
    length: 2_000_000,
    sqlLength: 100_000,
    column: 100,
    exprDepth: 100,
    compoundSelect: 5,
    vdbeOp: 25_000,
    functionArg: 127,
    likePatternLength: 50,
    triggerDepth: 10,
};

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
/** The file's own name; of `NAME/migration.sql` and `NAME/up.sql` the folder's, because all files are called so. */
function titleOf(file) {
    return /([^/]+)\/(?:migration|up)\.sql$/i.exec(file.path)?.[1] ?? file_names_nameOf(file);
}
/** What a runner may write down of a file that it applied: path, name with or without .sql, or number. */
function namesInHistory(file) {
    const name = titleOf(file);
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
/**
 * The down migrations of others: `x.down.sql`, `x.rollback.sql`, `x.undo.sql`, and `down.sql` beside `up.sql`; none where
 * there is nothing else, because then they are what is to be run.
 */
function downMigrations({ files }) {
    const paths = new Set(files.map(({ path }) => path.toLowerCase()));
    const isDown = ({ path }) => /\.(down|rollback|undo)\.sql$/i.test(path) ||
        (/(^|\/)down\.sql$/i.test(path) && paths.has(path.replace(/down\.sql$/i, 'up.sql').toLowerCase()));
    const downs = files.filter(isDown);
    return new Set(downs.length === files.length ? [] : downs);
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

;// CONCATENATED MODULE: ./lib/plan/layout-kit/without-file.js
/** Of the rows that are named. */
const MOST_NAMED = 3;
/**
 * For tools that do not ask whether what they have applied is still a file: one notice on all such rows, which says where
 * a pending file seems to be one of them under another name, and so runs a second time.
 */
function withoutFile({ tool, table, gone, pending }) {
    if (gone.length === 0)
        return [];
    const named = gone.slice(0, MOST_NAMED).map(({ id }) => id);
    const more = gone.length > named.length ? ` and ${gone.length - named.length} more` : '';
    const what = gone.length === 1 ? 'which is no file here' : 'which are no files here';
    const renamed = gone.flatMap((one) => without_file_successorOf(one, pending) ?? []);
    const sentence = `${table} records ${named.join(', ')}${more}, ${what}; ${tool} does not look for ${gone.length === 1 ? 'it' : 'them'}`;
    const [first] = renamed;
    if (first === undefined)
        return [{ kind: 'missing', sentence, refuses: false }];
    const { row, file, by } = first;
    return [
        {
            kind: 'missing',
            sentence: `${sentence}. ${file}, which is pending, has ${by} ${row}: was it renamed? Then it runs a second time`,
            refuses: false,
            remedy: `If ${file} is ${row} under another name, give it its old name back, or correct the name in ${table}; else restore the file.`,
        },
    ];
}
function without_file_successorOf(row, pending) {
    const { hash } = row;
    const same = hash === undefined ? undefined : pending.find((one) => one.hash === hash);
    if (same !== undefined)
        return { row: row.id, file: same.id, by: 'the content of' };
    const title = titleIn(row.id);
    const named = title === '' ? undefined : pending.find(({ id }) => titleIn(id) === title);
    if (named !== undefined)
        return { row: row.id, file: named.id, by: 'the title of' };
    const number = numberIn(row.id);
    const numbered = number === undefined ? undefined : pending.find(({ id }) => numberIn(id) === number);
    return numbered && { row: row.id, file: numbered.id, by: 'the number of' };
}
/** What stands behind the number. */
function titleIn(id) {
    return /^\d+[_.-]+(.*?)(\.sql)?$/i.exec(id)?.[1]?.toLowerCase() ?? '';
}
function numberIn(id) {
    return /^0*(\d+)[_.-]/.exec(id)?.[1];
}

;// CONCATENATED MODULE: ./lib/statements/literal-arguments.js

/*
 * What stands in the texts that functions get: an older release knows the function, and not the modifier or the format.
 * It then gives NULL without an error (sqlite.org/lang_datefunc.html, section 3).
 */
/** By name: where the modifiers begin among the arguments. */
const DATE_FUNCTIONS = new Map([
    ...['DATE', 'TIME', 'DATETIME', 'JULIANDAY', 'UNIXEPOCH'].map((name) => [name, 0]),
    ['STRFTIME', 1],
]);
const MODIFIERS = [
    { since: '3.38', pattern: /^(auto|julianday)$/i },
    { since: '3.42', pattern: /^subsec(ond)?$/i },
    { since: '3.43', pattern: /^[+-]\d{4}-\d\d-\d\d/ },
    { since: '3.46', pattern: /^(floor|ceiling)$/i },
];
const FORMATS = [
    { since: '3.44', letters: 'eFIklpPRTu' },
    { since: '3.46', letters: 'GgUV' },
];
const ACTIONS = new Set(['ABORT', 'FAIL', 'ROLLBACK']);
/** What the texts that a statement gives to functions need of SQLite. `tokens`: those of one statement in a longer text. */
function argumentNeeds(sql, tokens = meaningfulTokens(sql)) {
    const needs = new Map();
    const add = (feature, since) => needs.set(feature, { feature, since });
    for (const [at, token] of tokens.entries()) {
        if (token.kind !== 'word' || literal_arguments_textOf(sql, tokens[at + 1]) !== '(')
            continue;
        const name = literal_arguments_textOf(sql, token).toUpperCase();
        const modifiers = DATE_FUNCTIONS.get(name);
        if (modifiers === undefined && name !== 'RAISE')
            continue;
        const given = argumentsAt(sql, tokens, at + 2);
        if (name === 'RAISE') {
            const [action, message] = given;
            if (message &&
                ACTIONS.has(literal_arguments_textOf(sql, action?.[0]).toUpperCase()) &&
                literalOf(sql, message) === undefined)
                add('RAISE() with an expression', '3.47');
            continue;
        }
        const texts = given.map((argument) => literalOf(sql, argument));
        if (name === 'STRFTIME')
            for (const [part, since] of formatNeeds(texts[0] ?? ''))
                add(`strftime() with ${part}`, since);
        for (const text of texts.slice(modifiers)) {
            const known = text === undefined ? undefined : MODIFIERS.find(({ pattern }) => pattern.test(text.trim()));
            if (known !== undefined)
                add(`${name.toLowerCase()}() with '${text?.trim()}'`, known.since);
        }
    }
    return [...needs.values()];
}
function formatNeeds(format) {
    return [...format.matchAll(/%(.)/gs)].flatMap(([part, letter = '']) => {
        const since = FORMATS.find(({ letters }) => letters.includes(letter))?.since;
        return since === undefined ? [] : [[part, since]];
    });
}
/** The arguments of a call, from behind its parenthesis on. */
function argumentsAt(sql, tokens, start) {
    const found = [[]];
    let depth = 0;
    for (let at = start; at < tokens.length; at += 1) {
        const token = tokens[at];
        const sign = token.kind === 'punctuation' ? literal_arguments_textOf(sql, token) : '';
        if (sign === ')' && depth === 0)
            break;
        if (sign === '(')
            depth += 1;
        if (sign === ')')
            depth -= 1;
        if (sign === ',' && depth === 0)
            found.push([]);
        else
            found.at(-1)?.push(token);
    }
    return found;
}
function literalOf(sql, argument) {
    const [only] = argument;
    return argument.length === 1 && only?.kind === 'string' ? nameOf(sql, only) : undefined;
}
function literal_arguments_textOf(sql, token) {
    return token === undefined ? '' : sql.slice(token.start, token.end);
}

;// CONCATENATED MODULE: ./lib/statements/features.js

const ALTERATIONS = {
    'rename-column': { feature: 'RENAME COLUMN', since: '3.25' },
    'drop-column': { feature: 'DROP COLUMN', since: '3.35' },
    alter: { feature: 'ALTER TABLE for a constraint', since: '3.53' },
};
const FUNCTIONS = [
    { since: '3.32', names: ['iif'] },
    { since: '3.34', names: ['substring'] },
    {
        since: '3.35',
        names: [
            ...['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'ceil', 'ceiling', 'cos', 'cosh'],
            ...['degrees', 'exp', 'floor', 'ln', 'log', 'log10', 'log2', 'mod', 'pi', 'pow', 'power', 'radians'],
            ...['sign', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc'],
        ],
    },
    { since: '3.38', names: ['format', 'unixepoch'] },
    { since: '3.41', names: ['unhex'] },
    { since: '3.42', names: ['json_error_position'] },
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
const features_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'SELECT']);
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
    { feature: 'VACUUM INTO', since: '3.27', isIn: (words) => words.starts('VACUUM') && words.has('INTO') },
    {
        feature: 'GROUPS and EXCLUDE of a window',
        since: '3.28',
        isIn: (words) => words.has('GROUPS', 'BETWEEN') ||
            ['NO', 'CURRENT', 'GROUP', 'TIES'].some((what) => words.has('EXCLUDE', what)),
    },
    {
        feature: 'NULLS FIRST and NULLS LAST',
        since: '3.30',
        isIn: (words) => words.has('NULLS', 'FIRST') || words.has('NULLS', 'LAST'),
    },
    { feature: 'FILTER', since: '3.30', isIn: (words) => words.has(')', 'FILTER', '(', 'WHERE') },
    { feature: 'generated columns', since: '3.31', isIn: hasGeneratedColumn },
    { feature: 'UPDATE … FROM', since: '3.33', isIn: isUpdateFrom },
    { feature: 'sqlite_schema', since: '3.33', isIn: (words) => words.has('SQLITE_SCHEMA') },
    {
        feature: 'several ON CONFLICT clauses',
        since: '3.35',
        isIn: (words) => words.has('ON', 'CONFLICT', 'DO') && words.text.filter((word) => word === 'CONFLICT').length > 1,
    },
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
    {
        feature: 'PRAGMA table_list',
        since: '3.37',
        isIn: (words) => words.has('PRAGMA', 'TABLE_LIST') || words.has('PRAGMA_TABLE_LIST'),
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
    const parts = bodies(leading_words_wordsOf(sql, tokens));
    const found = FEATURES.filter(({ isIn }) => parts.some((words) => isIn(words)));
    const syntax = found.map(({ feature, since }) => ({ feature, since }));
    return [...alterations, ...syntax, ...functionsIn(parts), ...argumentNeeds(sql, tokens)];
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
    const verb = outer.findIndex((word) => features_VERBS.has(word));
    const set = outer.indexOf('SET', verb);
    if (outer[verb] !== 'UPDATE' || set === -1)
        return false;
    return outer.some((word, at) => word === 'FROM' && at > set && outer[at - 1] !== 'DISTINCT');
}

;// CONCATENATED MODULE: ./lib/statements/conversions.js

/** Functions that give back one of their arguments, or the same text shorter. */
const PASSING = new Set([
    'coalesce',
    'ifnull',
    'nullif',
    'min',
    'max',
    'trim',
    'ltrim',
    'rtrim',
    'lower',
    'upper',
]);
/** Whether it is written to make another value of a column: CAST, CASE over constants, a calculation, most functions. */
function isConversion(sql) {
    const parsed = parseExpression(sql);
    return parsed !== undefined && yieldOf(parsed) === 'converted';
}
function yieldOf({ op, text = '', of }) {
    switch (op) {
        case 'name':
            return 'passed';
        case 'literal':
            return 'constant';
        case 'collate':
        case 'unary+':
            return conversions_joined(of);
        case 'case': {
            const words = text.split(' ');
            const branches = conversions_joined(of.filter((_, at) => words[at] === 'then' || words[at] === 'else'));
            // Which constant it is depends on the row.
            return branches === 'constant' ? 'converted' : branches;
        }
        case 'call':
            if (text === 'iif' || text === 'if')
                return conversions_joined(of.slice(1)) === 'passed' ? 'passed' : 'converted';
            return PASSING.has(text) ? conversions_joined(of) : 'converted';
        default:
            return 'converted';
    }
}
function conversions_joined(operands) {
    const yields = operands.map(yieldOf);
    if (yields.includes('converted'))
        return 'converted';
    return yields.includes('passed') ? 'passed' : 'constant';
}

;// CONCATENATED MODULE: ./lib/statements/reads.js
/** What ends a FROM clause. */
const reads_ENDS = new Set([
    'WHERE',
    'GROUP',
    'HAVING',
    'WINDOW',
    'UNION',
    'INTERSECT',
    'EXCEPT',
    'ORDER',
    'LIMIT',
    'ON',
    'RETURNING',
    ';',
]);
/** Behind the target of an INSERT: where its rows come from; `undefined` where it gives them itself. */
function readsOf(reader) {
    if (reader.keyword() === 'VALUES')
        return undefined;
    const outer = outerTokens(reader);
    const words = outer.map((token) => reader.text(token).toUpperCase());
    const isName = ({ kind }) => kind === 'word' || kind === 'quoted';
    const first = outer.findIndex((token, at) => token.kind === 'word' && /^(VALUES|SELECT|WITH)$/.test(words[at] ?? ''));
    // What a common table expression gives can be anything.
    if (words[first] === 'WITH')
        return { tables: [], joins: true };
    if (words[first] !== 'SELECT')
        return undefined;
    const reads = { tables: [], joins: false };
    let inFrom = false;
    for (let at = first; at < outer.length; at += 1) {
        const token = outer[at];
        const word = token.kind === 'word' ? words[at] : undefined;
        if (word === 'FROM' && words[at - 1] !== 'DISTINCT') {
            inFrom = true;
            const named = outer[at + 1];
            if (named === undefined || !isName(named))
                reads.joins = true;
            // `main.t` names t.
            else
                reads.tables.push(reader.nameOf(words[at + 2] === '.' ? outer[at + 3] : named) ?? '');
        }
        else if (inFrom && (word === 'JOIN' || words[at] === ','))
            reads.joins = true;
        else if (word !== undefined && reads_ENDS.has(word))
            inFrom = false;
    }
    return reads.tables.length === 0 && !reads.joins ? undefined : reads;
}
/** The tokens that stand in no parentheses, with the opening ones. */
function outerTokens(reader) {
    let depth = 0;
    return reader.rest().filter((token) => {
        const sign = reader.text(token);
        if (sign === ')')
            depth -= 1;
        const isOuter = depth === 0 && sign !== ')';
        if (sign === '(')
            depth += 1;
        return isOuter;
    });
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
    const [selection] = reader.accept('AS') ? selectionsFrom(reader) : [];
    if (selection === undefined || selection.isAll)
        return {};
    const [source] = selection.sources;
    if (source === undefined)
        return {};
    const names = selection.items.map((item) => reader.nameOf(item.at(-1)) ?? '');
    const copies = copiesOf(reader, selection, source, true);
    return { columns: names, copies, ...copies_named(conversions(reader, selection, copies.from), names) };
}
/** Behind the table's name in INSERT. */
function insertedCopies(reader) {
    let into;
    if (reader.accept('(')) {
        into = reader.items(')').map(([name]) => reader.nameOf(name) ?? '');
        reader.next();
    }
    const reads = readsOf(reader);
    const selections = selectionsFrom(reader);
    const copies = selections.flatMap((selection) => selection.sources
        .map((source, at) => copiesOf(reader, selection, source, at === 0))
        .filter((one, at) => at === 0 || one.from?.some((column) => column !== null)));
    const [first, ...others] = copies.map((one) => ({ ...one, ...(into && { into }) }));
    const [main] = selections;
    return {
        ...(into && { fills: into }),
        ...(first && { copies: first }),
        ...(others.length > 0 && { alsoCopies: others }),
        ...(main && copies_named(conversions(reader, main, main.sources.length > 0 ? first?.from : undefined), into)),
        ...(reads && { reads }),
    };
}
/** The values that are made by an expression which converts, by position. */
function conversions(reader, { items }, from) {
    return withoutAliases(reader, items).flatMap((value, at) => (from?.[at] ?? null) === null && isConversion(reader.slice(value)) ? [at] : []);
}
/** Names in place of positions, where they are known. */
function copies_named(positions, names) {
    return positions.length === 0 ? {} : { converts: positions.map((at) => names?.[at] ?? at) };
}
/** Behind the table's name in UPDATE: `SET a = b`, `SET a = (SELECT b FROM t …)` and `SET a = t.b FROM t`. */
function updatedCopies(reader, table) {
    // `UPDATE t AS u SET …`
    const alias = reader.accept('AS') ? reader.name() : undefined;
    if (!reader.skipTo('SET'))
        return {};
    const own = { table, owners: alias === undefined ? [table] : [alias] };
    const assignments = reader.items('FROM', 'WHERE', 'RETURNING');
    const fills = assignments.flatMap((item) => setColumns(reader, item));
    const filled = assignments.flatMap((item) => assigned(reader, item));
    const converts = filled.flatMap(({ into, value }) => (isConversion(reader.slice(value)) ? [into] : []));
    const { sources, where, joined } = selectionIn(reader, [], own);
    // What joins the tables of an UPDATE stands in its condition.
    const whole = {
        items: filled.map(({ value }) => value),
        sources: [own, ...sources],
        where,
        joined: [...joined, ...where],
    };
    const all = whole.sources.map((source, at) => copiesOf(reader, whole, source, at === 0));
    const inner = filled.flatMap(({ into, value }) => subselected(reader, into, value));
    const copies = all.flatMap((one) => {
        const known = filled.flatMap(({ into }, at) => one.from?.[at] || one.uses?.[at]?.length
            ? [{ into, from: one.from?.[at] ?? null, uses: one.uses?.[at] ?? [] }]
            : []);
        if (known.length === 0)
            return [];
        const uses = known.some((each) => each.uses.length > 0) && { uses: known.map((each) => each.uses) };
        return [
            {
                table: one.table,
                into: known.map((each) => each.into),
                from: known.map((each) => each.from),
                ...uses,
            },
        ];
    });
    const [first, ...others] = [...copies, ...inner];
    return {
        fills,
        ...(first && { copies: first }),
        ...(others.length > 0 && { alsoCopies: others }),
        ...(converts.length > 0 && { converts }),
    };
}
/** What stands before the first `=`: a column, or several in parentheses. */
function setColumns(reader, item) {
    const equals = item.findIndex((token) => reader.text(token) === '=');
    return item.slice(0, Math.max(0, equals)).flatMap((token) => reader.nameOf(token) ?? []);
}
/** `column = value`, and `(a, b) = (SELECT …)` as one for each column. */
function assigned(reader, item) {
    const equals = item.findIndex((token) => reader.text(token) === '=');
    if (equals === 1)
        return [{ into: reader.nameOf(item[0]) ?? '', value: item.slice(2) }];
    return [];
}
/** What a scalar subquery gives: `(SELECT column FROM t …)`. */
function subselected(reader, into, value) {
    const isSubquery = reader.text(value[0]) === '(' && reader.text(value.at(-1)) === ')';
    if (!isSubquery)
        return [];
    const [selection] = selectionsFrom(reader.over(value.slice(1, -1)));
    const [source] = selection?.sources ?? [];
    const [item] = selection?.items ?? [];
    if (source === undefined || item === undefined || selection?.items.length !== 1)
        return [];
    const from = plainColumn(reader, item, source, true);
    return from === undefined ? [] : [{ table: source.table, into: [into], from: [from] }];
}
function withoutAliases(reader, items) {
    return items.map((item) => {
        // CAST(a AS INTEGER) has one of its own inside.
        const end = item.length - 2;
        return reader.text(item[end]).toUpperCase() === 'AS' ? item.slice(0, end) : item;
    });
}
/** `isMain`: a column without a qualifier may be one of this source. */
function copiesOf(reader, selection, source, isMain) {
    const { table } = source;
    const { items, where, joined, isAll = false } = selection;
    if (isAll)
        return { table };
    const values = withoutAliases(reader, items);
    const from = values.map((value) => plainColumn(reader, value, source, isMain) ?? null);
    if (!isMain)
        return { table, from };
    const demanded = demandedColumns(reader, where, source);
    const uses = values.map((value, at) => from[at] === null ? [...new Set([...usedColumns(reader, value, source, joined), ...demanded])] : []);
    return { table, from, ...(uses.some((names) => names.length > 0) && { uses }) };
}
/** `column` or `owner.column`, and nothing else. */
function plainColumn(reader, item, { owners }, isMain) {
    const [first, dot, second] = item;
    if (item.length === 1)
        return isMain ? reader.nameOf(first) : undefined;
    const isOwned = item.length === 3 && reader.text(dot) === '.' && isOneOf(owners, reader.nameOf(first));
    return isOwned ? reader.nameOf(second) : undefined;
}
/**
 * Columns of the source without which an expression has no value, as far as names tell: those in it, and where another
 * table gives the value those that lead to its row. Names in a subquery count only with their table.
 */
function usedColumns(reader, value, source, joined) {
    const { own, others } = copies_namesIn(reader, value, source);
    return others ? [...own, ...joiningColumns(reader, joined, source)] : own;
}
/** Columns that a FROM clause names with their table, or in USING. */
function joiningColumns(reader, joined, { owners }) {
    return joined.flatMap((token, at) => {
        const isOwned = reader.text(joined[at - 1]) === '.' && isOneOf(owners, reader.nameOf(joined[at - 2]));
        if (isOwned)
            return reader.nameOf(token) ?? [];
        if (reader.text(token).toUpperCase() !== 'USING')
            return [];
        const end = joined.findIndex((other, place) => place > at && reader.text(other) === ')');
        return joined.slice(at + 2, end).flatMap((name) => reader.nameOf(name) ?? []);
    });
}
function copies_namesIn(reader, value, { owners }) {
    const own = [];
    let others = false;
    let subquery = 0;
    let depth = 0;
    for (const [at, token] of value.entries()) {
        const word = reader.text(token).toUpperCase();
        if (word === '(')
            depth += 1;
        if (word === ')')
            depth -= 1;
        if (depth < subquery)
            subquery = 0;
        if (word === 'SELECT' && token.kind === 'word') {
            others = true;
            subquery ||= depth;
        }
        const name = reader.nameOf(token);
        if (name === undefined || reader.text(value[at + 1]) === '.' || reader.text(value[at + 1]) === '(')
            continue;
        if (reader.text(value[at - 1]) === '.') {
            if (isOneOf(owners, reader.nameOf(value[at - 2])))
                own.push(name);
            else
                others = true;
        }
        else if (subquery === 0 && word !== 'AS' && reader.text(value[at - 1]).toUpperCase() !== 'AS')
            own.push(name);
    }
    return { own, others };
}
/** Columns of which a condition at the outermost level says that they must have a value: IS NOT NULL, and not ''. */
function demandedColumns(reader, where, source) {
    const words = where.map((token) => reader.text(token).toUpperCase());
    if (words.includes('OR'))
        return [];
    return where.flatMap((_, at) => {
        const isDemand = (words[at] === 'IS' && words[at + 1] === 'NOT' && words[at + 2] === 'NULL') ||
            words[at] === 'NOTNULL' ||
            (words[at] === 'NOT' && words[at - 1] !== 'IS' && words[at + 1] === 'NULL') ||
            (/^(<>|!=)$/.test(words[at] ?? '') && words[at + 1] === "''");
        if (!isDemand)
            return [];
        const start = words[at - 2] === '.' ? at - 3 : at - 1;
        return plainColumn(reader, where.slice(start, at), source, true) ?? [];
    });
}
function isOneOf(owners, name) {
    return owners.some((owner) => owner.toLowerCase() === name?.toLowerCase());
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
        ...((kind === 'index' || kind === 'trigger') && targets_ownerOf(reader)),
    }));
}
/** Behind the name of an index or a trigger: whose it is. */
function targets_ownerOf(reader) {
    // BEFORE UPDATE OF a, b ON t
    if (!reader.skipTo('ON'))
        return {};
    const on = reader.name();
    return on === undefined ? {} : { on };
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
            title: statement_steps_titleOf(statement),
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
function statement_steps_titleOf({ sql, comments }) {
    const prose = comments.findLast(({ text, adjacent }) => adjacent && proseOf(text) !== '');
    const text = prose === undefined ? sql : proseOf(prose.text);
    // A statement may be as long as a dump: what a title can hold stands at its beginning.
    const words = text.slice(0, MOST_READ).replace(/\s+/g, ' ').replace(/;$/, '');
    const isWhole = words.length <= TITLE_LENGTH && text.length <= MOST_READ;
    return isWhole ? words : `${cutAt(words, TITLE_LENGTH - 1)}…`;
}
/** A comment without what it says to us or to a tool; empty where that leaves no word. */
function proseOf(text) {
    const own = statement_steps_linesOf(text).filter((line) => !MARKER.test(line));
    return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}
/** `--> statement-breakpoint` is written by drizzle-kit, behind every statement. */
const MARKER = /^((phase|preflight):|> statement-breakpoint\b|\+(goose|migrate)\b|migrate:(up|down)\b|no-transaction$)/i;
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
    profile: {
        transaction: 'file',
        foreignKeys: true,
        defensive: true,
        limits: d1Limits,
        foreignKeysOff: 'never',
    },
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
            problems: [...late(migrations, applied), ...gone(name, folder, { applied, pending })],
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
    return (compareKeys(d1_numberOf(left), d1_numberOf(right)) || compareKeys(left, right) || comparePaths(lefts, rights));
}
function d1_numberOf(part) {
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
/** A row is known by the file's name alone. */
function gone(table, { files }, { applied, pending }) {
    const paths = new Set(files.map(({ path }) => path));
    return withoutFile({
        ...{ tool: 'wrangler', table },
        gone: [...applied].filter((name) => !paths.has(name)).map((id) => ({ id })),
        pending: pending.map(({ path }) => ({ id: path })),
    });
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
    const { text } = leading_words_wordsOf(step.sql, leadingTokens(step.sql, 5));
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
function line_ends_textOf({ sql, bom }) {
    return bom ? `\uFEFF${sql}` : sql;
}
/** Its lines as Go's scanner gives them: without the carriage return that ends one. */
function line_ends_linesOf(source) {
    return line_ends_textOf(source)
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
    profile: {
        transaction: 'file',
        foreignKeys: false,
        withoutTransaction: '`-- migrate:up transaction:false`',
    },
    driverDecides: true,
    command: 'dbmate --url sqlite:DATABASE --migrations-dir DIRECTORY migrate',
    history: { table: dbmate_TABLE, columns: ['version'], common: true, vague: true },
    claims: ({ files }) => files.some((file) => line_ends_textOf(file).search(UP) !== -1),
    read(folder, { table, options }) {
        const { versioned, ignored } = dbmate_byName(folder);
        const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
        const pending = versioned.filter(({ version }) => !applied.has(version));
        const name = table?.table ?? options.table ?? dbmate_TABLE;
        const newest = versioned.findLast(({ version }) => applied.has(version));
        return {
            applied: versioned.length - pending.length,
            pending: pending.flatMap((one) => migrations(one, quoteName(name))),
            problems: [...dbmate_late(pending, newest), ...dbmate_gone(name, versioned, applied)],
            ignored,
            setup: table === undefined ? [`CREATE TABLE ${quoteName(name)} (version varchar(128) primary key)`] : [],
            bookkeeping: { tables: [name], userVersion: false },
        };
    },
};
function dbmate_byName(folder) {
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
    const sections = sectionsOf(line_ends_textOf(source));
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
function dbmate_gone(table, versioned, applied) {
    const known = new Set(versioned.map(({ version }) => version));
    const rows = [...applied].filter((version) => !known.has(version)).map((id) => ({ id }));
    return withoutFile({ tool: 'dbmate', table, gone: rows, pending: [] });
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
    profile: {
        transaction: 'file',
        foreignKeys: false,
        withoutTransaction: '`run_in_transaction = false` in the metadata.toml beside it',
    },
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
                ...diesel_gone(name, taken, applied),
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
                skips: one.name,
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
function diesel_gone(table, taken, applied) {
    const known = new Set(taken.map(({ version }) => version));
    const rows = [...applied].filter((version) => !known.has(version)).map((id) => ({ id }));
    return withoutFile({ tool: 'diesel', table, gone: rows, pending: [] });
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/checksum.js

/** SHA-256 in hex of the file's bytes, as tools compute it that read the file as UTF-8. */
function sha256(source) {
    return (0,external_node_crypto_.createHash)('sha256').update(line_ends_textOf(source)).digest('hex');
}
/** The sums of a file whatever became of its line ends since: a checkout changes them, and no statement. */
function sha256OfEitherLineEnd(source) {
    const unix = source.sql.replaceAll('\r\n', '\n');
    const forms = [source.sql, unix, unix.replaceAll('\n', '\r\n')];
    return forms.map((sql) => sha256({ ...source, sql }));
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/drizzle-account.js

/** Holds the table against the journal: drizzle compares times alone, and who looks at the hashes sees more. */
function accountOf(listed, rows) {
    const latest = rows.length === 0 ? undefined : Math.max(...rows.map(timeOf));
    const isPending = ({ when }) => latest === undefined || when > latest;
    const older = listed.filter((entry) => !isPending(entry));
    const { known, edited, skipped, used } = match(older, rows);
    return {
        ...(latest !== undefined && { latest }),
        pending: listed.filter(isPending),
        applied: older.filter((entry) => known.has(entry) || edited.includes(entry)),
        edited,
        skipped,
        gone: rows.filter((row) => !used.has(row)),
    };
}
/**
 * A row belongs to the entry with its hash; else to one with its time, the first that has no row yet. Several entries may
 * have one time, of which only those that ran together have a row.
 */
function match(older, rows) {
    const byHash = Map.groupBy(rows, ({ hash }) => String(hash));
    const used = new Set();
    const known = new Set();
    for (const entry of older) {
        const own = hashesOf(entry.source).flatMap((hash) => byHash.get(hash) ?? []);
        if (own.length > 0 || entry.source === undefined)
            known.add(entry);
        for (const row of own)
            used.add(row);
    }
    const edited = [];
    const skipped = [];
    const byTime = Map.groupBy(rows, timeOf);
    for (const entry of older.filter((one) => !known.has(one) || one.source === undefined)) {
        const row = byTime.get(entry.when)?.find((one) => !used.has(one));
        if (row !== undefined)
            used.add(row);
        if (known.has(entry))
            continue;
        // Bundled drivers record no hash.
        if (row?.hash === '')
            known.add(entry);
        else
            (row === undefined ? skipped : edited).push(entry);
    }
    return { known, edited, skipped, used };
}
function timeOf({ created_at }) {
    return Number(created_at);
}
const hashes = new WeakMap();
/** Whatever became of its line ends since; computed once for each file. */
function hashesOf(source) {
    if (source === undefined)
        return [];
    const found = hashes.get(source) ?? [...new Set(sha256OfEitherLineEnd(source))];
    hashes.set(source, found);
    return found;
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/drizzle-chunks.js

const BREAKPOINT = '--> statement-breakpoint';
function chunksOf({ file, sql }) {
    let line = 1;
    return sql.split(BREAKPOINT).map((text) => {
        const chunk = { file, statements: statementSteps(file, text, line), line };
        line += text.split('\n').length - 1;
        return chunk;
    });
}
/** What the driver makes of a chunk: it runs one statement, or refuses the text. */
function drizzle_chunks_stepsOf({ file, statements, line }, { called, second: becomes, empty }) {
    const [first, second] = statements;
    if (first === undefined) {
        if (empty === undefined)
            return [];
        const reason = 'nothing stands between two breakpoints, or before the first or after the last';
        return [drizzle_chunks_refusal({ file, line, sentence: `${called}: ${empty} (${reason})` })];
    }
    if (second === undefined || becomes === 'dropped')
        return [first];
    if (becomes === 'run')
        return statements;
    const sentence = `${called}: The supplied SQL string contains more than one statement ("${BREAKPOINT}" must stand before this one)`;
    return [drizzle_chunks_refusal({ file, line: second.line, sentence })];
}
function drizzle_chunks_refusal(place) {
    return { do: 'refuse', problem: { kind: 'invalid', refuses: true, ...place } };
}
/** The statements that the driver drops without a word, the first of each chunk. */
function droppedFrom(chunks, { called, second: becomes }) {
    if (becomes !== 'dropped')
        return [];
    return chunks.flatMap(({ file, statements: [, second] }) => {
        if (second === undefined)
            return [];
        const sentence = `drizzle on ${called} runs only the first statement between two breakpoints, drops "${second.title}" without a word, and records the file as applied: "${BREAKPOINT}" must stand before it`;
        const { line } = second;
        return [{ kind: 'dropped', sentence, refuses: false, skips: `${file}:${line}`, file, line }];
    });
}
/** `ALTER TABLE t ALTER COLUMN c TO …`, which drizzle-kit writes for Turso, and only libSQL knows. */
const ALTER_COLUMN = /^ALTER\s+TABLE\s+(?:"[^"]*"|`[^`]*`|\[[^\]]*\]|\w+)\s+ALTER\s+(?:COLUMN\s+)?(?:"[^"]*"|`[^`]*`|\[[^\]]*\]|\w+)\s+TO\s/i;
/** Why these files cannot be rehearsed with SQLite: a statement is an extension of libSQL. */
function needsLibsql(chunks, profile) {
    // Where the user says that it is another driver, that one fails in production as it does here.
    if (profile !== undefined && profile !== 'drizzle-libsql')
        return undefined;
    const own = chunks.flatMap(({ statements }) => statements).find(({ sql }) => ALTER_COLUMN.test(sql));
    if (own === undefined)
        return undefined;
    return `${own.file}, line ${own.line}, has ALTER COLUMN … TO, which is libSQL's own and which SQLite does not know. Turso runs it; no fault of the migration is seen here`;
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/drizzle-drivers.js

/** Turns foreign keys on, takes no text in double quotes and is in defensive mode. */
const usualDriver = {
    name: 'drizzle',
    called: 'better-sqlite3',
    second: 'refused',
    empty: 'The supplied SQL string contains no statements',
    profile: {
        transaction: 'all',
        foreignKeys: true,
        doubleQuotedText: false,
        defensive: true,
        foreignKeysOff: 'run `PRAGMA foreign_keys=OFF` on the connection before `migrate()`, and ON after it',
    },
};
const otherDrivers = [
    {
        name: 'drizzle-libsql',
        called: 'libsql',
        second: 'dropped',
        empty: 'not an error',
        // The client turns them off around a migration.
        profile: { transaction: 'all', foreignKeys: false, doubleQuotedText: false, defensive: true },
    },
    {
        // Measured with bun 1.4.5.
        name: 'drizzle-bun',
        called: 'bun:sqlite',
        second: 'dropped',
        empty: 'Invalid SQL statement',
        profile: { transaction: 'all', foreignKeys: false, doubleQuotedText: true, defensive: true },
    },
    {
        // expo-sqlite 57: NativeDatabaseBinding.cpp prepares the first statement and steps it; SQLite's own defaults.
        name: 'drizzle-expo',
        called: 'expo-sqlite',
        second: 'dropped',
        empty: 'bad parameter or other API misuse',
        bundled: true,
        profile: { transaction: 'all', foreignKeys: false },
    },
    {
        // op-sqlite 18: OPBridge.cpp compiles every statement and steps the first. Its session's transaction() does not wait for
        // what runs in it (drizzle-orm, op-sqlite/session.js): COMMIT is sent behind the first statement.
        name: 'drizzle-op-sqlite',
        called: 'op-sqlite',
        second: 'dropped',
        bundled: true,
        profile: { transaction: 'none', foreignKeys: false },
    },
    {
        // drizzle-kit 0.31: each text is one request of D1's HTTP API.
        name: 'drizzle-d1-http',
        called: "D1's HTTP API",
        second: 'run',
        empty: 'No SQL statements detected',
        profile: { transaction: 'none', foreignKeys: true, defensive: true, limits: d1Limits },
    },
];
/** Of a profile that is none of drizzle's: all drivers that were measured but the usual one drop a second statement. */
const anotherDriver = {
    ...usualDriver,
    called: 'a driver other than better-sqlite3',
    second: 'dropped',
    empty: 'no statement',
};
/** The driver of the profile that the user declared; better-sqlite3 where nobody did. */
function driverNamed(profile) {
    if (profile === undefined || profile === 'drizzle' || profile === 'drizzle-1')
        return usualDriver;
    return otherDrivers.find(({ name }) => name === profile) ?? anotherDriver;
}

;// CONCATENATED MODULE: ./lib/plan/layout-kit/drizzle-journal.js

/** As many files as are ever read. */
const MOST_ENTRIES = 10_000;
/** The 1-based line on which the time of an entry stands; `undefined` where the journal is not written as usual. */
function lineOfTime({ text }, { tag, when }) {
    for (const { 0: object, index } of text.matchAll(/\{[^{}]*\}/g)) {
        const time = object.search(/"when"\s*:/);
        if (time === -1 || !object.includes(JSON.stringify(tag)))
            continue;
        const value = /"when"\s*:\s*(-?\d+)/.exec(object)?.[1];
        if (Number(value) === when)
            return text.slice(0, index + time).split('\n').length;
    }
    return undefined;
}
/** `meta/_journal.json` of a folder; `undefined` where it has none. */
function journalOf({ companions }) {
    const source = companions.find(({ path }) => path === 'meta/_journal.json');
    if (source === undefined)
        return undefined;
    const { file } = source;
    try {
        // drizzle hands a byte order mark on to JSON.parse, which refuses it.
        const { entries } = Object(JSON.parse(line_ends_textOf(source)));
        if (!Array.isArray(entries))
            return { problem: unreadable(file, 'it has no list "entries"') };
        if (entries.length > MOST_ENTRIES)
            return { problem: unreadable(file, `it has more than ${MOST_ENTRIES} entries`) };
        const wrong = entries.findIndex((entry) => !isEntry(entry));
        if (wrong !== -1)
            return { problem: unreadable(file, `entry ${wrong} has no "tag" or no "when"`) };
        return { entries, file, text: source.sql };
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
/**
 * drizzle-team/drizzle-orm: drizzle-orm/src/migrator.ts, sqlite-core/dialect.ts, libsql/migrator.ts. The journal gives
 * the order; all that is pending runs in one transaction, and only the time in the journal says what is pending.
 */
const drizzle = {
    name: 'drizzle',
    tool: 'Drizzle',
    description: 'SQL files listed in `meta/_journal.json`; the history is in `__drizzle_migrations`.',
    profile: usualDriver.profile,
    otherDrivers: otherDrivers.map(({ name, profile }) => ({ name, ...profile })),
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
        const account = accountOf(listed, table?.rows ?? []);
        const again = twice(account.pending, journal);
        if (again.length > 0)
            return { ...reading, problems: again };
        const chunked = account.pending.flatMap(({ source, ...entry }) => source === undefined ? [] : [{ ...entry, source, chunks: chunksOf(source) }]);
        const driver = driverNamed(profile);
        const chunks = chunked.flatMap((one) => one.chunks);
        const libsql = needsLibsql(chunks, profile);
        const known = new Set(listed.map(({ source }) => source?.file));
        return {
            ...reading,
            applied: account.applied.length,
            pending: chunked.map((one) => ({
                id: one.tag,
                file: one.source.file,
                steps: one.chunks.flatMap((chunk) => drizzle_chunks_stepsOf(chunk, driver)),
                records: { within: [recordOf(one, quoteName(name), driver)] },
            })),
            problems: [
                ...missing(listed, folder, journal),
                ...unnoticed(account, journal),
                ...droppedFrom(chunks, driver),
                ...drizzle_gone(name, account),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [drizzle_makeTable(quoteName(name))] : [],
            ...(libsql !== undefined && { unsupported: libsql }),
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
function recordOf({ source, when }, table, { bundled }) {
    const hash = quoteText(bundled ? '' : sha256(source));
    return `INSERT INTO ${table} ("hash", "created_at") VALUES(${hash}, ${when})`;
}
function withoutJournal({ name, files }) {
    // A file or a pattern leaves the journal out, wherever it is: nothing is recognised then.
    if (/[*?[\]{}]|\.sql$/i.test(name))
        return {};
    if (files.some(({ path }) => /\/migration\.sql$/.test(path)))
        return {
            unsupported: `${name} has the folders of Drizzle 1.0, and the table of the snapshot is of an older release, which Drizzle 1.0 changes before it migrates`,
        };
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
/** All files are read before the first is run, those too that are applied. */
function missing(listed, { name }, { file }) {
    const lost = listed.find(({ source }) => source === undefined);
    if (lost === undefined)
        return [];
    const sentence = `No file ${name}/${lost.tag}.sql found in ${name} folder`;
    return [{ kind: 'missing', sentence, refuses: true, file }];
}
/** What drizzle does not see: it compares times, and no file. */
function unnoticed({ skipped, edited, latest = 0 }, journal) {
    const { file } = journal;
    return [
        ...skipped.map((entry) => {
            const { tag, when } = entry;
            const line = lineOfTime(journal, entry);
            return {
                kind: 'out-of-order',
                sentence: `drizzle passes over ${tag} without a word and never runs it: its time ${when} in the journal is not after ${latest}, the latest that was applied`,
                refuses: false,
                skips: tag,
                remedy: `Set "when" of ${tag} in ${file} to more than ${latest}. If what it does is done already, allow this with a reason.`,
                file,
                ...(line !== undefined && { line }),
            };
        }),
        ...edited.map(({ tag, source }) => ({
            kind: 'edited',
            sentence: `${tag} was applied with another content, which drizzle does not notice`,
            refuses: false,
            ...(source && { file: source.file }),
        })),
    ];
}
function drizzle_gone(table, { gone: rows, pending }) {
    if (rows.length === 0)
        return [];
    return withoutFile({
        ...{ tool: 'drizzle', table },
        gone: rows.map(({ hash, created_at }) => ({ id: `a migration of ${created_at}`, hash: String(hash) })),
        pending: pending.flatMap(({ tag, source }) => source === undefined ? [] : [{ id: tag, hash: sha256(source) }]),
    });
}

;// CONCATENATED MODULE: ./lib/plan/layouts/drizzle-1.js

const drizzle_1_TABLE = '__drizzle_migrations';
/**
 * drizzle-orm 1.0.0-rc.4: migrator.js, migrator.utils.js, sqlite-core/async/session.js, up-migrations/sqlite.js. Folders in
 * the order of their names, of which the table records each; all that is pending runs in one transaction.
 */
const drizzle1 = {
    name: 'drizzle-1',
    tool: 'Drizzle 1.0',
    description: '`TIME_NAME/migration.sql` and `snapshot.json`; the history is in `__drizzle_migrations`.',
    profile: usualDriver.profile,
    // Those of `drizzle`, which have their profiles there.
    otherDrivers: [],
    command: 'npx drizzle-kit migrate',
    history: { table: drizzle_1_TABLE, columns: ['id', 'hash', 'created_at', 'name', 'applied_at'] },
    claims: (folder) => foldersOf(folder).length > 0 &&
        folder.ignored.some((file) => /^\d{14}_[^/]*\/snapshot\.json$/.test(pathIn(folder, file))),
    read(folder, { table, options, profile }) {
        const name = table?.table ?? options.table ?? drizzle_1_TABLE;
        const reading = { ...NOTHING, bookkeeping: { tables: [name], userVersion: false } };
        if (journalOf(folder) !== undefined)
            return { ...reading, problems: [oldFolder(folder)] };
        const folders = foldersOf(folder);
        const rows = new Map((table?.rows ?? []).map((row) => [String(row.name), row]));
        const pending = folders.filter((one) => !rows.has(one.name));
        const driver = driverNamed(profile);
        const chunked = pending.map((one) => ({ ...one, chunks: chunksOf(one.source) }));
        const chunks = chunked.flatMap((one) => one.chunks);
        const libsql = needsLibsql(chunks, profile);
        const known = new Set(folders.map(({ source }) => source.file));
        return {
            ...reading,
            applied: folders.length - pending.length,
            pending: chunked.map((one) => ({
                id: one.name,
                file: one.source.file,
                steps: one.chunks.flatMap((chunk) => drizzle_chunks_stepsOf(chunk, driver)),
                records: { within: [drizzle_1_recordOf(one, quoteName(name), driver)] },
            })),
            problems: [
                ...drizzle_1_unnoticed(folders, rows),
                ...droppedFrom(chunks, driver),
                ...drizzle_1_gone(name, rows, { folders, pending }),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [drizzle_1_makeTable(quoteName(name))] : [],
            ...(libsql !== undefined && { unsupported: libsql }),
        };
    },
};
function drizzle_1_makeTable(table) {
    return `CREATE TABLE IF NOT EXISTS ${table} (
				id INTEGER PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric,
				name text,
				applied_at TEXT
			)`;
}
/** In the order of their names as JavaScript compares texts of a language. */
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
function oldFolder({ name }) {
    const sentence = `We detected that you have old drizzle-kit migration folders (${name}/meta/_journal.json). You must upgrade drizzle-kit and run "drizzle-kit up"`;
    return { kind: 'invalid', sentence, refuses: true };
}
function drizzle_1_recordOf({ name, source }, table, { bundled }) {
    const values = [quoteText(bundled ? '' : sha256(source)), timeIn(name), quoteText(name), NOW];
    return `INSERT INTO ${table} ("hash", "created_at", "name", "applied_at") values(${values.join(', ')})`;
}
const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
/** The first 14 digits as a time; NULL where they are none. */
function timeIn(name) {
    const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
    const [year = Number.NaN, month = 1, ...rest] = parts.map(Number);
    const time = Date.UTC(year, month - 1, ...rest);
    return Number.isNaN(time) ? 'NULL' : String(time);
}
function drizzle_1_unnoticed(folders, rows) {
    const edited = folders.filter(({ name, source }) => {
        const hash = rows.get(name)?.hash;
        // Bundled drivers record no hash.
        return typeof hash === 'string' && hash !== '' && !sha256OfEitherLineEnd(source).includes(hash);
    });
    const newest = folders.findLast(({ name }) => rows.has(name));
    const late = folders
        .slice(0, newest === undefined ? 0 : folders.indexOf(newest))
        .filter(({ name }) => !rows.has(name))
        .map(({ name, source }) => ({ id: name, file: source.file }));
    return [
        ...edited.map(({ name, source }) => ({
            kind: 'edited',
            sentence: `${name} was applied with another content, which drizzle does not notice`,
            refuses: false,
            file: source.file,
        })),
        ...runsLate('drizzle', late, newest?.name ?? ''),
    ];
}
function drizzle_1_gone(table, rows, { folders, pending }) {
    const known = new Set(folders.map(({ name }) => name));
    const lost = [...rows].filter(([name, row]) => row.name !== null && !known.has(name));
    return withoutFile({
        ...{ tool: 'drizzle', table },
        gone: lost.map(([id, { hash }]) => ({ id, hash: String(hash) })),
        pending: lost.length === 0 ? [] : pending.map(({ name, source }) => ({ id: name, hash: sha256(source) })),
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
    profile: {
        transaction: 'file',
        foreignKeys: false,
        withoutTransaction: '`x-no-tx-wrap=true` in the database URL',
    },
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
        const remedy = `Find out what of version ${version} is applied, and fix the database by hand. Then \`migrate force ${version}\` where all of it is applied, or \`migrate force\` with the version before it where none is; then take a new snapshot.`;
        return [{ kind: 'dirty', sentence, refuses: true, remedy, ...(file && { file: file.file }) }];
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
    profile: {
        transaction: 'file',
        foreignKeys: false,
        withoutTransaction: '`-- +goose NO TRANSACTION` at its top',
    },
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
            problems: [
                ...misnamed,
                ...duplicates(versioned),
                ...withoutVersion(table),
                ...goose_missing(pending, known),
                ...goose_gone(table, folder, versioned),
            ],
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
/** Migrations in Go are files too. A version that went down again is applied no more. */
function goose_gone(table, folder, versioned) {
    if (table === undefined)
        return [];
    const code = folder.ignored.map((file) => versionIn(pathIn(folder, file)));
    const known = new Set([...versioned.map(({ version }) => version), ...code, 0n]);
    const last = new Map(table.rows.map((row) => [versionOf(row), Number(row.is_applied) === 1]));
    const rows = [...last].filter(([version, isApplied]) => isApplied && !known.has(version));
    const ids = rows.map(([version]) => ({ id: `version ${version}` }));
    return withoutFile({ tool: 'goose', table: table.table, gone: ids, pending: [] });
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

;// CONCATENATED MODULE: ./lib/plan/layout-kit/up-part.js

/** Saves reading a file token by token. */
const MAY_GO_DOWN = /^[ \t]*--.*\b(?:downs?|undo|rollback)\b/im;
/** `-- +migrate Down`, `-- migrate:down`, `-- Down`, `-- ==== DOWN ====`, `-- !Downs`, `-- //@UNDO`, `-- Down Migration`. */
const MARK = /^([\s\-=+!@#/:*]*)((?:goose|migrat(?:e|ion)|micrate|sql-migrate|direction)[\s:]+)?(ups?|downs?|undo|rollback)(?:[\s:]+(?:migration|section|script|part|sql|no ?transaction|transaction:\w+))*[\s\-=#/:*]*$/i;
/**
 * The up part of a file that holds the way back too, by whatever annotation: a comment on a line of its own that says no
 * more than the direction. One that only could be a remark counts where the other direction is marked as well. What stands
 * before the first mark belongs to the way up.
 */
function directionsOf(sql) {
    if (!MAY_GO_DOWN.test(sql))
        return { up: sql };
    const marks = marksIn(sql);
    const downs = marks.filter(({ way }) => way === 'down');
    const isMeant = downs.some(({ isSure }) => isSure) || marks.some(({ way }) => way === 'up');
    if (downs.length === 0 || !isMeant)
        return { up: sql };
    const bounds = [{ way: 'up', start: 0 }, ...marks];
    const only = (wanted) => bounds
        .map(({ way, start }, at) => {
        const text = sql.slice(start, bounds[at + 1]?.start ?? sql.length);
        return way === wanted ? text : text.replace(/[^\n]/g, ' ');
    })
        .join('');
    return { up: only('up'), down: only('down') };
}
function marksIn(sql) {
    const marks = [];
    let lineStart = 0;
    for (const { kind, start, end } of tokens(sql)) {
        const text = sql.slice(start, end);
        const isAlone = sql.slice(lineStart, start).trim() === '';
        if (kind === 'comment' && isAlone && text.startsWith('--')) {
            const [, signs = '', tool, word] = MARK.exec(text.slice(2).trimEnd()) ?? [];
            const way = word === undefined ? undefined : /^up/i.test(word) ? 'up' : 'down';
            if (way !== undefined)
                marks.push({ way, isSure: tool !== undefined || /[+!@]/.test(signs), start });
        }
        const lastBreak = text.lastIndexOf('\n');
        if (lastBreak !== -1)
            lineStart = start + lastBreak + 1;
    }
    return marks;
}

;// CONCATENATED MODULE: ./lib/plan/layouts/plain.js

/**
 * SQL files of no known tool, in natural order of their paths: `2.sql` before `10.sql`. All but down migrations are pending,
 * of a file with an up and a down part the former, unless the user names the table and the column of their own tool's migration history.
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
            pending: pending.map(plain_migration),
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
/** Of a file with both directions in it, a runner runs one. */
function plain_migration(source) {
    const { file, sql } = source;
    const { up, down } = directionsOf(sql);
    return {
        id: titleOf(source).replace(/\.sql$/i, ''),
        file,
        steps: statementSteps(file, up),
        ...(down !== undefined && { down: { steps: statementSteps(file, down) } }),
    };
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
    profile: {
        transaction: 'none',
        foreignKeys: true,
        foreignKeysOff: 'put `PRAGMA foreign_keys=OFF` before the rebuild and `PRAGMA foreign_keys=ON` behind it, as `prisma migrate dev` does',
    },
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
    claims: (folder) => lockOf(folder) !== undefined && prisma_foldersOf(folder).length > 0,
    read(folder, state) {
        const table = tableOf(state);
        const folders = prisma_foldersOf(folder);
        const rows = (table?.rows ?? []).filter(({ rolled_back_at }) => rolled_back_at === null);
        const names = new Set(rows.map(({ migration_name }) => String(migration_name)));
        const pending = folders.filter(({ name }) => !names.has(name));
        const known = new Set(folders.map(({ source }) => source.file));
        return {
            ...NOTHING,
            applied: folders.length - pending.length,
            pending: pending.map((one) => prisma_migration(one, table?.table ?? prisma_TABLE)),
            problems: prisma_refusalOf(folder, state, rows) ?? [
                ...prisma_unnoticed(folders, rows),
                ...prisma_gone(table?.table ?? prisma_TABLE, rows, { folders, pending }),
            ],
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
function prisma_foldersOf({ files }) {
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
        return [{ ...prisma_refusal('invalid', NOT_EMPTY), remedy: BASELINE }];
    const failed = rows.filter(({ finished_at }) => finished_at === null);
    if (failed.length === 0)
        return undefined;
    const details = failed.map(({ migration_name, started_at }) => `The \`${migration_name}\` migration started at ${prisma_timeOf(started_at)} failed`);
    const [name] = failed.map(({ migration_name }) => String(migration_name));
    return [
        { ...prisma_refusal('dirty', `${FAILED_BEFORE} ${details.join('. ')}`), remedy: resolveFailed(name ?? '') },
    ];
}
const NOT_EMPTY = 'P3005: The database schema is not empty. Read more about how to baseline an existing production database: https://pris.ly/d/migrate-baseline';
const FAILED_BEFORE = 'P3009: migrate found failed migrations in the target database, new migrations will not be applied.';
const BASELINE = 'Baseline the database: `npx prisma migrate resolve --applied NAME` for each migration whose changes it has already, the oldest first; then take a new snapshot. Nothing was run, and no statement is to be corrected.';
function resolveFailed(name) {
    return `Find out what of ${name} is applied. Either take that back by hand and run \`npx prisma migrate resolve --rolled-back ${name}\`, so that it runs again; or apply the rest by hand and run it with \`--applied\`. Then take a new snapshot.`;
}
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
function prisma_timeOf(value = null) {
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
function prisma_gone(table, rows, { folders, pending }) {
    const known = new Set(folders.map(({ name }) => name));
    const lost = rows.filter(({ migration_name }) => !known.has(String(migration_name)));
    return withoutFile({
        ...{ tool: 'prisma migrate deploy', table },
        gone: lost.map(({ migration_name, checksum }) => ({
            id: String(migration_name),
            hash: String(checksum),
        })),
        pending: lost.length === 0 ? [] : pending.map(({ name, source }) => ({ id: name, hash: sha256(source) })),
    });
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
                `INSERT INTO ${table} (id, checksum, started_at, migration_name) VALUES (${UUID}, ${quoteText(sha256(source))}, ${prisma_NOW}, ${quoteText(name)})`,
            ],
            after: [
                `UPDATE ${table} SET applied_steps_count = applied_steps_count + 1 ${own}`,
                `UPDATE ${table} SET finished_at = ${prisma_NOW} ${own}`,
            ],
        },
    };
}
/** Unix time in ms, as an INTEGER. */
const prisma_NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
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
    profile: {
        transaction: 'file',
        foreignKeys: false,
        withoutTransaction: '`-- +migrate Up notransaction`',
    },
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
    profile: {
        transaction: 'file',
        foreignKeys: true,
        withoutTransaction: '`-- no-transaction` as its first line',
    },
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
        if (row === undefined || checksumIn(row) === checksum(line_ends_textOf(source)))
            continue;
        const sentence = `migration ${version} was previously applied but has been modified${otherLineEnds(source, row)}`;
        return { at, problem: { kind: 'edited', sentence, refuses: true, file: source.file } };
    }
    return undefined;
}
/** The usual reason: Git changed the line ends of the checkout. */
function otherLineEnds(source, row) {
    const lf = line_ends_textOf(source).replaceAll('\r\n', '\n');
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
    const values = `${version}, ${quoteText(description)}, TRUE, x'${checksum(line_ends_textOf(source))}', -1`;
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
    return line_ends_textOf(source).startsWith('-- no-transaction') ? { optsOut: true } : {};
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
    drizzle1,
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

const history_tables_KNOWN = [
    ...codeTools.filter(({ beside }) => beside !== undefined).map(known),
    ...layouts.flatMap(({ name, history, own = [] }) => history === undefined ? [] : [{ tool: name, history, own }]),
    ...codeTools.filter(({ beside }) => beside === undefined).map(known),
];
/**
 * The tool whose migration history this table is, by its columns, and by its name where several have such columns: a
 * layout's name, or a tool that only `command` can run. `columns` in any case and order; `tables`: every table of the
 * database; `named`: the user says that it is one.
 */
function toolOf(table, columns, tables, named = false) {
    const has = columns.map(quote_foldName).toSorted().join();
    const isThere = (name) => tables.some((other) => quote_foldName(other) === quote_foldName(name));
    const fitting = history_tables_KNOWN.filter(({ history, beside }) => history.columns.toSorted().join() === has &&
        (named || mayBeCalled(table, history)) &&
        (beside === undefined || isThere(beside)));
    const usual = fitting.find(({ history }) => quote_foldName(history.table) === quote_foldName(table));
    return (usual ?? fitting[0])?.tool;
}
function mayBeCalled(table, { table: usual, common, usualName }) {
    if (usualName)
        return quote_foldName(table) === quote_foldName(usual);
    return !common || /schema/i.test(table) || speaksOfMigrations(table);
}
/** Whether a table with this definition may be a tool's: saves asking SQLite for the columns of all others. */
function mayBeTracking(table, definition) {
    const text = definition.toLowerCase();
    return history_tables_KNOWN.some(({ history }) => mayBeCalled(table, history) && history.columns.every((column) => text.includes(column)));
}
/** The tables that a tool writes for itself, beside its history. */
function tablesBeside(tool) {
    return history_tables_KNOWN.filter((one) => one.tool === tool).flatMap(({ beside, own = [] }) => [beside ?? [], own].flat());
}
/** By its name, which is a tool's usual one or says so: many tables of applications have columns as those of a tool. */
function speaksOfMigrations(table) {
    const isUsual = ({ history }) => quote_foldName(table) === quote_foldName(history.table);
    return /migrat/i.test(table) || history_tables_KNOWN.some(isUsual);
}
/** The same of one tool's table, in whose name the usual one may stand: `app_alembic_version`. */
function isNamedFor(table, tool) {
    const isIn = ({ history }) => foldName(table).includes(foldName(history.table));
    return speaksOfMigrations(table) || history_tables_KNOWN.some((one) => one.tool === tool && isIn(one));
}
/** It may be a migration history, by its name. */
function mayKeepAccount(table) {
    return speaksOfMigrations(table) || /^_*(schema|db|database)_?(version|history|change|patch)/i.test(table);
}
function known({ name, history, beside, own = [] }) {
    return { tool: name, history, own, ...(beside !== undefined && { beside }) };
}

;// CONCATENATED MODULE: ./lib/plan/unfinished.js

/**
 * From the tools' sources: knex lib/migrations/migrate/table-creator.js; dotnet/efcore SqliteHistoryRepository.cs;
 * liquibase LockServiceImpl; yoyo backends/base.py. Others lock the database, or nothing, under SQLite.
 */
const LOCKS = [
    {
        tool: 'Knex',
        ending: '_lock',
        columns: 'index is_locked',
        flag: 'is_locked',
        release: 'run `npx knex migrate:unlock`',
    },
    {
        tool: 'EF Core',
        ending: '__EFMigrationsLock',
        columns: 'id timestamp',
        release: 'delete its row',
    },
    {
        tool: 'Liquibase',
        ending: 'DATABASECHANGELOGLOCK',
        columns: 'id locked lockgranted lockedby',
        flag: 'locked',
        release: 'run `liquibase release-locks`',
    },
    { tool: 'yoyo', ending: 'yoyo_lock', columns: 'locked ctime pid', release: 'run `yoyo break-lock`' },
];
/** How a tool marks in its history that a migration did not end; the row's own key is named. */
const DIRTY = [
    { tool: 'golang-migrate', key: 'version', isDirty: ({ dirty }) => isSet(dirty) },
    { tool: 'sqlx', key: 'version', isDirty: ({ success }) => !isSet(success) },
    {
        tool: 'prisma',
        key: 'migration_name',
        isDirty: ({ finished_at, rolled_back_at }) => finished_at === null && rolled_back_at === null,
    },
    { tool: 'Flyway', key: 'version', isDirty: ({ success }) => !isSet(success) },
    {
        tool: 'Atlas',
        key: 'version',
        isDirty: ({ applied = 0, total = 0 }) => Number(applied) < Number(total),
    },
];
/** Whether a table may be a lock, by its name: saves asking SQLite for the columns of all others. */
function mayBeLock(table) {
    return LOCKS.some(({ ending }) => quote_foldName(table).endsWith(quote_foldName(ending)));
}
/** The tool whose lock a table is, by its name and columns. */
function unfinished_lockOf(table, columns) {
    const has = columns.map(quote_foldName).toSorted().join();
    const own = LOCKS.find(({ ending, columns: wanted }) => quote_foldName(table).endsWith(quote_foldName(ending)) && wanted.split(' ').toSorted().join() === has);
    return own?.tool;
}
/** What tools have noted of migrations that began and did not end. */
function unfinishedStates({ tables, locks = [] }) {
    return [...tables.flatMap(dirtyIn), ...locks.flatMap(heldIn)];
}
function dirtyIn({ tool, table, rows }) {
    const mark = DIRTY.find((one) => one.tool === tool);
    if (mark === undefined)
        return [];
    return rows.filter(mark.isDirty).map((row) => ({
        kind: 'dirty',
        ...{ tool: mark.tool, table },
        sentence: `${table} says that migration ${String(row[mark.key])} of ${mark.tool} began and did not end`,
        remedy: `Find out what of that migration is applied, and mend both by hand: ${mark.tool} runs nothing, or something else than is expected, until then.`,
    }));
}
function heldIn({ tool, table, rows }) {
    const lock = LOCKS.find((one) => one.tool === tool);
    const { flag } = lock ?? {};
    const isHeld = rows.some((row) => flag === undefined || isSet(row[flag]));
    if (lock === undefined || !isHeld)
        return [];
    return [
        {
            kind: 'locked',
            ...{ tool: lock.tool, table },
            sentence: `${table} says that a migration of ${lock.tool} is running`,
            remedy: `If none was running when the snapshot was taken, a run that was killed left it, and every later one waits or stops: ${lock.release}, in production too.`,
        },
    ];
}
function isSet(value) {
    return value !== undefined && value !== null && Number(value) !== 0;
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
        const candidates = definitions.filter(([name, sql]) => isNamed(name) || mayBeTracking(name, sql));
        const tables = candidates.flatMap(([name]) => read_history_readTable(connection, name, names, isNamed(name)));
        const locks = names.filter(mayBeLock).flatMap((name) => readLock(connection, name));
        const unknown = names.filter((name) => !tables.some(({ table }) => table === name));
        return {
            tables,
            ...(locks.length > 0 && { locks }),
            others: unknown.filter((name) => mayKeepAccount(name) && hasRows(connection, name)),
            userVersion: connection.number('PRAGMA user_version'),
        };
    });
}
function read_history_readTable(connection, table, tables, isNamed) {
    return read_history_readWhole(connection, table, (columns) => {
        const tool = toolOf(table, columns, tables, isNamed);
        return tool === undefined && !isNamed ? undefined : { ...(tool !== undefined && { tool }) };
    });
}
function readLock(connection, table) {
    return read_history_readWhole(connection, table, (columns) => {
        const tool = unfinished_lockOf(table, columns);
        return tool === undefined ? undefined : { tool };
    });
}
/** The rows of a table that is some tool's, which `owner` tells by its columns. */
function read_history_readWhole(connection, table, owner) {
    try {
        const info = connection.rows('SELECT name FROM pragma_table_info(?)', table);
        const columns = info.map(([column]) => String(column));
        const whose = owner(columns);
        if (whose === undefined)
            return [];
        const rows = connection.rows(`SELECT * FROM main.${quoteName(table)} LIMIT ${read_history_MOST_ROWS + 1}`);
        if (rows.length > read_history_MOST_ROWS)
            return [];
        const keys = columns.map((column) => column.toLowerCase());
        const row = (values) => Object.fromEntries(keys.map((key, at) => [key, plainNumber(values[at] ?? null)]));
        return [{ table, rows: rows.map(row), ...whose }];
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
    const snapshotIsSame = (0,external_node_fs_.existsSync)(snapshot) && copy_hashOf(snapshot) === sha256;
    if (!(0,external_node_fs_.existsSync)(after))
        return { snapshotIsSame };
    try {
        withConnection(after, 'write', (connection) => {
            connection.number('SELECT count(*) FROM sqlite_schema');
            if (connection.text('PRAGMA journal_mode') === 'wal')
                connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        }, 'undefended');
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
    return file_content_isText(head) ? file_content_text(head, name) : file_content_unknown();
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
function file_content_isText(head) {
    // Text has no control characters but tab, line feed, form feed and carriage return.
    return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/file-header.js

const LENGTH = 100;
/** `undefined` for bytes that no first page begins with; SQLite then says what is wrong. */
function parseHeader(bytes) {
    if (bytes.length < LENGTH)
        return undefined;
    const size = bytes.readUInt16BE(16);
    const pageSize = size === 1 ? 65_536 : size;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0)
        return undefined;
    const changeCounter = bytes.readUInt32BE(24);
    const pages = bytes.readUInt32BE(28);
    const isValid = pages > 0 && changeCounter === bytes.readUInt32BE(92);
    return {
        pageSize,
        wal: bytes[18] === 2,
        changeCounter,
        schemaCookie: bytes.readUInt32BE(40),
        pages: isValid ? pages : undefined,
    };
}
/** A file of which single places are read; never more of it than is asked for. */
class FileBytes {
    #file;
    size;
    constructor(file) {
        this.#file = file;
        this.size = (0,external_node_fs_.fstatSync)(file).size;
    }
    /** Opens the file for `act`, and closes it whatever happens. */
    static with(path, act) {
        const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        try {
            return act(new FileBytes(file));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    /** Shorter where the file ends sooner. */
    read(position, length) {
        const buffer = Buffer.alloc(length);
        return position < 0 ? buffer.subarray(0, 0) : buffer.subarray(0, this.#fill(buffer, position));
    }
    header() {
        return parseHeader(this.read(0, LENGTH));
    }
    #fill(buffer, position) {
        return (0,external_node_fs_.readSync)(this.#file, buffer, 0, buffer.length, position);
    }
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/claims.js

/** What the files of a snapshot claim of themselves is looked at before SQLite, or a copy, believes it. */
/** A file holds a part of what it seems to hold; what holds less than this much of it is a bomb, unless it is small. */
const MOST_TIMES_HELD = 250;
const ALWAYS_ALLOWED = 1024 ** 3;
/** Refuses a file with holes: the copy would have the zeros in them, which can be terabytes. */
function refuseSparse(path) {
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    // Some file systems do not tell how much they hold.
    if (stats === undefined || !stats.blocks)
        return undefined;
    const held = stats.blocks * 512;
    if (stats.size <= Math.max(ALWAYS_ALLOWED, MOST_TIMES_HELD * held))
        return undefined;
    return refuse(`it is a sparse file: ${megabytes(stats.size)} by its size, of which the disk holds ${megabytes(held)}.`, 'Copy it with `sqlite3 FILE ".backup COPY"`, which writes the pages that there are.');
}
/** Free pages that a transaction cuts off are in neither file, so that the database may have been longer than both. */
const MOST_TIMES_PLAYED_BACK = 4;
const ALWAYS_PLAYED_BACK = 64 * 1024 ** 2;
/**
 * Refuses a private copy that claims to be larger than it is. SQLite makes the file as large as a hot journal says it
 * was: two kilobytes beside it become terabytes.
 */
function refuseClaims(database) {
    const journal = hotJournal(`${database}-journal`);
    if (journal !== undefined)
        return refuseJournal(journal, (0,external_node_fs_.statSync)(database).size);
    const hasLog = ((0,external_node_fs_.statSync)(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    // A log has the pages that the file has not yet.
    return hasLog ? undefined : refuseHeader(database);
}
function refuseHeader(database) {
    const { header, size } = FileBytes.with(database, (bytes) => ({
        header: bytes.header(),
        size: bytes.size,
    }));
    if (header?.pages === undefined)
        return undefined;
    const there = Math.ceil(size / header.pageSize);
    if (header.pages <= there)
        return undefined;
    const counted = `its header counts ${header.pages} pages, and the file has ${there}: it was cut off`;
    return header.wal
        ? refuse(`${counted}, or the others are in a -wal that was left behind.`, 'Take the snapshot with `sqlite3 FILE ".backup COPY"`, or copy the -wal with it.')
        : refuse(`${counted}.`, 'Fetch the snapshot again and compare its size with the original.');
}
const JOURNAL_MAGIC = Buffer.from([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
/** `undefined` where there is none, or one that has ended. */
function hotJournal(path) {
    if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) === undefined)
        return undefined;
    return FileBytes.with(path, (bytes) => {
        const head = bytes.read(0, 28);
        if (head.length < 28 || !head.subarray(0, 8).equals(JOURNAL_MAGIC))
            return undefined;
        const end = bytes.read(bytes.size - 8, 8);
        return {
            size: bytes.size,
            original: head.readUInt32BE(16) * head.readUInt32BE(24),
            isOneOfSeveral: bytes.size >= 28 + 16 && end.equals(JOURNAL_MAGIC),
        };
    });
}
function refuseJournal({ size, original, isOneOfSeveral }, bytes) {
    // Its end names a file anywhere on the machine, which SQLite reads, and removes.
    if (isOneOfSeveral) {
        return refuse('its -journal is of a transaction over several databases: without the others nobody can tell whether it was committed.', 'Open the original once with its own program, so that it recovers; then take the snapshot again.');
    }
    const held = bytes + size;
    if (original <= Math.max(ALWAYS_PLAYED_BACK, MOST_TIMES_PLAYED_BACK * held))
        return undefined;
    return refuse(`its -journal is damaged: it says that the database had ${megabytes(original)}, of which file and journal hold ${megabytes(held)}.`, 'Fetch the snapshot again, with `sqlite3 FILE ".backup COPY"` where that is possible.');
}
function megabytes(bytes) {
    return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.ceil(bytes / 1_000_000)} MB`;
}

;// CONCATENATED MODULE: ./lib/engine/snapshot/log-gap.js

const INDEX_VERSION = 3_007_000;
const INDEX_HEADER = 48;
/** `undefined` where there is no -shm that can be understood; read before the snapshot is copied. */
function readLogIndex(database) {
    const path = `${database}-shm`;
    if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() !== true)
        return undefined;
    const bytes = FileBytes.with(path, (file) => file.read(0, 2 * INDEX_HEADER + 4));
    const isWhole = bytes.length === 2 * INDEX_HEADER + 4;
    const first = bytes.subarray(0, INDEX_HEADER);
    // The second header differs while somebody writes.
    if (!isWhole || !first.equals(bytes.subarray(INDEX_HEADER, 2 * INDEX_HEADER)))
        return undefined;
    const isLittle = first.readUInt32LE(0) === INDEX_VERSION;
    if (!isLittle && first.readUInt32BE(0) !== INDEX_VERSION)
        return undefined;
    const at = (position) => (isLittle ? bytes.readUInt32LE(position) : bytes.readUInt32BE(position));
    return {
        frames: at(16),
        writtenBack: at(2 * INDEX_HEADER),
        // As they stand in the log, not as numbers.
        salt: first.subarray(32, 40).toString('hex'),
    };
}
/** `database`: a private copy, with the log that was beside it. */
function logGap(database, index) {
    return FileBytes.with(database, (file) => {
        const header = file.header();
        if (header?.wal !== true)
            return undefined;
        const log = readLog(`${database}-wal`);
        if (index !== undefined && index.frames > index.writtenBack) {
            const there = log !== undefined && log.salt === index.salt ? log.frames : 0;
            if (there < index.frames)
                return 'frames';
        }
        if (log?.header !== undefined && isBehind(log.header, header))
            return 'older';
        const isAlone = log === undefined || log.frames === 0;
        return isAlone && header.pages !== undefined && hasMore(file, header.pages * header.pageSize)
            ? 'pages'
            : undefined;
    });
}
/** The first page is written back from the log, and so never ahead of it. Both numbers begin anew after the largest. */
function isBehind(log, file) {
    const isLess = (one, other) => ((one - other) | 0) < 0;
    return isLess(log.changeCounter, file.changeCounter) || isLess(log.schemaCookie, file.schemaCookie);
}
/** Programs that let a file grow in large steps leave zeros at its end. */
const LOOK_AT = 1024 * 1024;
function hasMore(file, counted) {
    return file.size > counted && file.read(counted, LOOK_AT).some((byte) => byte !== 0);
}
const LOG_MAGIC = 0x377f0682;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
/** `undefined` where there is no log with a header (sqlite.org/fileformat2.html section 4.1). */
function readLog(path) {
    if (((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0) < LOG_HEADER)
        return undefined;
    return FileBytes.with(path, (file) => {
        const head = file.read(0, LOG_HEADER);
        if ((head.readUInt32BE(0) & ~1) >>> 0 !== LOG_MAGIC)
            return undefined;
        const pageSize = head.readUInt32BE(8);
        const salt = head.subarray(16, 24);
        const log = { salt: salt.toString('hex'), frames: 0 };
        let header;
        for (let frame = 0;; frame += 1) {
            const at = LOG_HEADER + frame * (FRAME_HEADER + pageSize);
            const own = file.read(at, FRAME_HEADER);
            if (own.length < FRAME_HEADER || !own.subarray(8, 16).equals(salt))
                return log;
            if (own.readUInt32BE(0) === 1)
                header = parseHeader(file.read(at + FRAME_HEADER, 100));
            // Only the last frame of a transaction says how large the database is.
            if (own.readUInt32BE(4) === 0)
                continue;
            log.frames = frame + 1;
            if (header !== undefined)
                log.header = header;
        }
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__("node:buffer");
;// CONCATENATED MODULE: ./lib/engine/snapshot/renumbered-indexes.js

/**
 * A dump carries no rowids: those of a table without an INTEGER PRIMARY KEY are numbered anew, and a full-text index over
 * such a table fits its rows no more, as it would in no production. Makes it anew, so that what the migration does is
 * judged; gives the names of these indexes.
 */
function fitSearchIndexes(path) {
    const connection = Connection.undefended(path);
    try {
        const { tables } = readSchema(connection);
        const indexes = tables.filter(({ module = '', content = '' }) => {
            const owner = tables.find(({ name }) => sameName(name, content));
            const isNumbered = owner?.kind === 'table' && owner.rowidAlias === undefined && !owner.withoutRowid;
            return /^fts[345]$/.test(module) && isNumbered;
        });
        return indexes.filter((index) => madeAnew(connection, index)).map(({ name }) => name);
    }
    finally {
        connection.close();
    }
}
/** Only where its own check refuses it; what cannot be asked or made here stays as the dump has it. */
function madeAnew(connection, { name, module }) {
    const index = quoteName(name);
    const check = module === 'fts5'
        ? `${index}(${index}, rank) VALUES('integrity-check', 1)`
        : `${index}(${index}) VALUES('integrity-check')`;
    return (!runs(connection, `INSERT INTO ${check}`) &&
        runs(connection, `INSERT INTO ${index}(${index}) VALUES('rebuild')`));
}
function runs(connection, sql) {
    try {
        connection.exec(sql);
        return true;
    }
    catch (error) {
        if ((0,errors/* sqliteFailure */.nj)(error) === undefined)
            throw error;
        return false;
    }
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
        return restore_cutAt(last.line);
    if (/^ROLLBACK\b/i.test(last?.sql ?? '')) {
        return refuse('the dump says at its end that it is incomplete (ROLLBACK).', 'The database that it was made from is damaged: give that file itself, or what `.recover` makes of it.');
    }
    const connection = Connection.create(to);
    try {
        const refusal = execute(connection, statements);
        if (refusal !== undefined)
            return refusal;
    }
    finally {
        connection.close();
    }
    return { renumbered: /\bfts[345]\b/i.test(text) ? fitSearchIndexes(to) : [] };
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
const unpack_ALWAYS_ALLOWED = 1024 ** 3;
function limitFor(packed, target) {
    const byRatio = Math.max(unpack_ALWAYS_ALLOWED, MOST_TIMES_PACKED * (0,external_node_fs_.statSync)(packed).size);
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
    const refusal = refuseOddSidecars(source) ?? refuseHoles(source);
    if (refusal !== undefined)
        return refusal;
    const index = readLogIndex(source);
    const main = copyAndHash(source, before);
    const sidecars = sidecarsOf(source).map((suffix) => ({
        suffix,
        ...copyAndHash(source + suffix, before + suffix),
    }));
    // Only when all are copied: a checkpoint between two copies would tear the set apart.
    const stable = inspect_isUnchanged(source, main, sidecars);
    const facts = fileFacts(source, name, main);
    const kept = sidecars.map(({ suffix, bytes }) => ({ suffix, bytes }));
    // Of files that somebody was writing, the index may be older or newer.
    return twoCopies(request, { ...facts, kind: 'sqlite', sidecars: kept, stable }, stable ? index : undefined);
}
/** The copies of what must first be unpacked, restored, or both. */
async function inspectPacked(request, content) {
    const { snapshot, name, folder } = request;
    const source = (0,external_node_fs_.realpathSync)(snapshot);
    let file = (0,external_node_path_.join)(folder, 'snapshot');
    const refusal = refuseSparse(source);
    if (refusal !== undefined)
        return refusal;
    const copied = copyAndHash(source, file);
    const stable = inspect_isUnchanged(source, copied, []);
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
    let renumbered = [];
    if (inner === 'sqlite')
        (0,external_node_fs_.renameSync)(file, before);
    else {
        const restored = restore(file, before);
        if ('unusable' in restored)
            return restored;
        renumbered = restored.renumbered;
        (0,external_node_fs_.rmSync)(file);
    }
    return twoCopies(request, {
        ...fileFacts(source, name, copied),
        kind: inner === content ? content : inner === 'sql' ? `sql.${content}` : content,
        sidecars: [],
        stable,
        ...(renumbered.length > 0 && { renumbered }),
    });
}
function fileFacts(source, path, { bytes, sha256 }) {
    return { path, bytes, sha256, modifiedAt: (0,external_node_fs_.statSync)(source).mtime.toISOString() };
}
/** Seals *before*, and makes *after* of it. */
function twoCopies({ folder, historyTable }, facts, index) {
    const before = (0,external_node_path_.join)(folder, 'before.db');
    const after = (0,external_node_path_.join)(folder, 'after.db');
    const refusal = refuseClaims(before);
    if (refusal !== undefined)
        return refusal;
    const gap = logGap(before, index);
    const sealed = seal(before);
    if ('unusable' in sealed)
        return sealed;
    (0,external_node_fs_.copyFileSync)(before, after, external_node_fs_.constants.COPYFILE_FICLONE);
    const databaseBytes = (0,external_node_fs_.statSync)(before).size;
    const snapshot = { ...facts, ...sealed, databaseBytes, ...(gap !== undefined && { logGap: gap }) };
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
/** Their copies would be as large as they seem. */
function refuseHoles(source) {
    for (const suffix of ['', ...sidecarsOf(source)]) {
        const refusal = refuseSparse(source + suffix);
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}
function inspect_isUnchanged(source, main, sidecars) {
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
        }, 'undefended');
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
    return { ms, identical: copy_hashOf(target) === copy_hashOf(backup) };
}

;// CONCATENATED MODULE: ./lib/engine/handlers.js

/** One function per task; loaded only after the Node version is known to be right. */
function handlers(tell) {
    return {
        inspect: inspect,
        measure: measure,
        rehearse: (request) => withPauses(rehearse(request, tell)),
        compare: (request) => compare(request),
        ask: askView,
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
