#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1514);


/** Starts the program with the terminal host. */
await (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .start */ .n)(async (signal) => {
    const [{ terminal }, { nearest }, { inputs }, { VERSION }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 403).then(__nccwpck_require__.bind(__nccwpck_require__, 4403)),
        __nccwpck_require__.e(/* import() */ 146).then(__nccwpck_require__.bind(__nccwpck_require__, 146)),
        __nccwpck_require__.e(/* import() */ 411).then(__nccwpck_require__.bind(__nccwpck_require__, 792)),
        __nccwpck_require__.e(/* import() */ 649).then(__nccwpck_require__.bind(__nccwpck_require__, 3411)),
    ]);
    const place = { cwd: process.cwd(), env: process.env, version: VERSION, nearest };
    const request = terminal(process.argv.slice(2), inputs, place);
    if ('host' in request) {
        return await (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .withSupervisor */ .F)(import.meta.dirname, (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), signal, async (supervisor) => {
            const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(395), __nccwpck_require__.e(607)]).then(__nccwpck_require__.bind(__nccwpck_require__, 607));
            return await main(request.host, supervisor, signal);
        });
    }
    (request.exitCode === 0 ? process.stdout : process.stderr).write(`${request.print}\n`);
    return request.exitCode;
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start),
  F: () => (/* binding */ withSupervisor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/host/writer.js
var writer = __nccwpck_require__(5335);
;// CONCATENATED MODULE: ./lib/node-version.js
/** better-sqlite3 needs Node-API 10; on an older Node loading it ends the process without a word. */
const NEEDED = 10;
/** What is wrong with this Node for the engine, or `undefined`. */
function nodeProblem(versions = process.versions) {
    if (Number(versions.napi) >= NEEDED)
        return undefined;
    return `SQLite Migration Preflight needs Node 24 or newer; this is Node ${versions.node}. In the project's own folder, start it through npm, which brings Node 24.`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./lib/supervisor/limits.js

/** Node needs address space far beyond what it uses; below this it does not start reliably. */
const MEMORY_KB = 2_000_000;
/** Part of the free disk that one file may take: a database and its journal together leave something over. */
const DISK_SHARE = 0.45;
/** Limits for processes that write below `folder`. */
function limitsFor(folder) {
    const { bavail, bsize } = (0,external_node_fs_.statfsSync)(folder);
    return { memoryKb: MEMORY_KB, fileBytes: Math.floor(bavail * bsize * DISK_SHARE) };
}
/**
 * How to start Node under the limits: a statement that allocates or writes without end then fails by itself, with
 * SQLITE_NOMEM or SQLITE_IOERR_WRITE, before the machine does. Only Linux enforces all of it; elsewhere the deadline
 * is the only limit.
 */
function launcher({ memoryKb, fileBytes }) {
    if (process.platform !== 'linux')
        return { execPath: process.execPath, execArgv: [] };
    // POSIX counts files in blocks of 512 bytes.
    const script = `ulimit -d ${memoryKb}; ulimit -f ${Math.floor(fileBytes / 512)}; exec "$0" "$@"`;
    return { execPath: '/bin/sh', execArgv: ['-c', script, process.execPath] };
}

;// CONCATENATED MODULE: ./lib/supervisor/engine-process.js


/** One that is not up by then gets its task all the same, and with it the task's deadline. */
const PATIENCE_MS = 5000;
/**
 * One child process that does one task at a time. It is started before its task is known, so that it is up when the
 * task comes. Only SIGKILL ends a process that is inside a statement.
 */
class EngineProcess {
    #child;
    #hear;
    #gone;
    #errors = '';
    #exited = Promise.withResolvers();
    #ready = Promise.withResolvers();
    /** `engine`: path of the child's entry; `scratch`: folder for its temporary files, and its working directory. */
    constructor(engine, scratch, limits) {
        const { execPath, execArgv } = launcher(limits);
        this.#child = (0,external_node_child_process_namespaceObject.fork)(engine, [], {
            execPath,
            cwd: scratch,
            env: environment(scratch),
            execArgv: engine.endsWith('.ts') ? [...execArgv, '--disable-warning=ExperimentalWarning'] : execArgv,
            serialization: 'advanced',
            stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        });
        this.#child.stderr?.on('data', (chunk) => {
            this.#errors = (this.#errors + chunk.toString()).slice(-2000);
        });
        this.#child.on('message', (message) => {
            if (message.say === 'ready')
                this.#ready.resolve();
            else
                this.#hear?.(message);
        });
        setTimeout(() => this.#ready.resolve(), PATIENCE_MS).unref();
        this.#child.once('error', (error) => this.#end(`the engine process did not start: ${error.message}`));
        this.#child.once('exit', (code, signal) => this.#end(endOf(code, signal, this.#errors)));
    }
    /** Resolves when it can take a task, or never will. */
    get ready() {
        return this.#ready.promise;
    }
    /** It can take a task. */
    get usable() {
        return this.#gone === undefined && !this.#child.killed;
    }
    /** Gives the process a task and waits for the end, whatever it is. Never rejects. */
    async run(task, request, { deadline, signal, progress }) {
        const { promise, resolve } = Promise.withResolvers();
        const fail = (kind, detail) => resolve({ ok: false, kind, detail });
        const cancelled = () => fail('cancelled', 'the run was cancelled');
        const started = performance.now();
        const late = () => fail('timeout', `killed after ${Math.round(performance.now() - started)} ms`);
        const timer = setTimeout(late, Math.max(0, deadline - started));
        signal.addEventListener('abort', cancelled);
        this.#hear = (heard) => {
            if (heard.say === 'progress')
                progress?.(heard.progress);
            else if (heard.say === 'gone')
                fail('crash', heard.detail);
            else if (heard.say === 'fault')
                fail(heard.kind, heard.detail);
            else
                resolve({ ok: true, result: heard.result, ms: heard.ms });
        };
        if (signal.aborted)
            cancelled();
        else if (this.#gone !== undefined)
            fail('crash', this.#gone);
        else
            this.#child.send({ task, request }, () => { });
        const outcome = await promise;
        clearTimeout(timer);
        signal.removeEventListener('abort', cancelled);
        this.#hear = undefined;
        return outcome;
    }
    /** Ends the process at once, and resolves when it is gone. */
    async kill() {
        this.#child.kill('SIGKILL');
        await this.#exited.promise;
    }
    #end(detail) {
        this.#gone ??= detail;
        this.#exited.resolve();
        this.#ready.resolve();
        this.#hear?.({ say: 'gone', detail: this.#gone });
    }
}
function endOf(code, signal, errors) {
    const end = signal === null ? `exit code ${code}` : `signal ${signal}`;
    const reason = /^\w*Error: .*$/m.exec(errors)?.[0];
    return `the engine process ended by ${end}${reason === undefined ? '' : `: ${reason}`}`;
}
/** No secret of the parent reaches the engine: it gets only what a process needs to start and to find its folder. */
function environment(scratch) {
    const { PATH, SystemRoot } = process.env;
    return {
        ...(PATH !== undefined && { PATH }),
        ...(SystemRoot !== undefined && { SystemRoot }),
        TMPDIR: scratch,
        TEMP: scratch,
        SQLITE_TMPDIR: scratch,
    };
}

;// CONCATENATED MODULE: ./lib/supervisor/engine-room.js

/** A task that has waited so long gets a process of its own: starting one takes about as long. */
const engine_room_PATIENCE_MS = 60;
/**
 * The engine processes of a run: one from the start, more where tasks wait, at most `most`. On a small database all
 * tasks together take less time than starting a second process. A process whose task ended well takes the next one; any
 * other is ended and replaced.
 */
class EngineRoom {
    #start;
    /** Tasks at once. */
    most;
    #idle = [];
    /** Processes that are coming up, and those that have a task. */
    #starting = 0;
    #busy = 0;
    #queue = [];
    #all = new Set();
    #ending = [];
    constructor(engine, scratch, most, limits) {
        this.#start = () => new EngineProcess(engine, scratch, limits);
        this.most = most;
        this.#add();
    }
    /** Does one task, in its turn. */
    async run(task, request, limits) {
        const process = await this.#take();
        const outcome = await process.run(task, request, limits);
        this.#busy -= 1;
        if (outcome.ok)
            this.#idle.push(process);
        else
            this.#end(process);
        this.#serve();
        return outcome;
    }
    /** Ends every process and resolves when all are gone; none has a task any more. */
    async close() {
        for (const process of this.#all)
            this.#end(process);
        await Promise.all(this.#ending);
    }
    #take() {
        const { promise, resolve } = Promise.withResolvers();
        this.#queue.push(resolve);
        this.#serve();
        const impatient = setTimeout(() => this.#add(), engine_room_PATIENCE_MS);
        void promise.then(() => clearTimeout(impatient));
        return promise;
    }
    #serve() {
        this.#idle = this.#idle.filter(({ usable }) => usable);
        while (this.#queue.length > 0 && this.#idle.length > 0) {
            this.#busy += 1;
            this.#queue.shift()?.(this.#idle.shift());
        }
        // Nobody is left who could take what waits.
        if (this.#queue.length > 0 && this.#busy + this.#starting === 0)
            this.#add();
    }
    /** Starts one more process; one that does not come up is given to a task all the same, which says why. */
    #add() {
        if (this.#busy + this.#starting + this.#idle.length >= this.most)
            return;
        const process = this.#start();
        this.#all.add(process);
        this.#starting += 1;
        void process.ready.then(() => {
            this.#starting -= 1;
            const waiting = this.#queue.shift();
            if (waiting === undefined)
                this.#idle.push(process);
            else {
                this.#busy += 1;
                waiting(process);
            }
        });
    }
    #end(process) {
        this.#all.delete(process);
        this.#ending.push(process.kill());
    }
}

// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __nccwpck_require__(8104);
;// CONCATENATED MODULE: ./lib/plan/code-tools.js
/** Tools that are known by their tracking table, and rehearsed with `command`. */
const codeTools = [
    { name: 'Rails', tracking: shape('schema_migrations', 'version'), beside: 'ar_internal_metadata' },
    { name: 'Django', tracking: shape('django_migrations', 'id app name applied') },
    { name: 'Alembic', tracking: shape('alembic_version', 'version_num') },
    { name: 'Knex', tracking: shape('knex_migrations', 'id name batch migration_time') },
    { name: 'TypeORM', tracking: { ...shape('migrations', 'id timestamp name'), common: true } },
    { name: 'Laravel', tracking: { ...shape('migrations', 'id migration batch'), common: true } },
    { name: 'Sequelize', tracking: { ...shape('SequelizeMeta', 'name'), common: true } },
    { name: 'EF Core', tracking: shape('__EFMigrationsHistory', 'migrationid productversion') },
    { name: 'Kysely', tracking: { ...shape('kysely_migration', 'name timestamp'), common: true } },
    { name: 'yoyo', tracking: shape('_yoyo_migration', 'migration_hash migration_id applied_at_utc') },
    { name: 'refinery', tracking: shape('refinery_schema_history', 'version name applied_on checksum') },
    {
        name: 'Atlas',
        tracking: shape('atlas_schema_revisions', 'version description type applied total executed_at execution_time error error_stmt hash partial_hashes operator_version'),
    },
    {
        name: 'Flyway',
        tracking: shape('flyway_schema_history', 'installed_rank version description type script checksum installed_by installed_on execution_time success'),
    },
    {
        name: 'Liquibase',
        tracking: shape('DATABASECHANGELOG', 'id author filename dateexecuted orderexecuted exectype md5sum description comments tag liquibase contexts labels deployment_id'),
    },
    { name: 'mautrix', tracking: { ...shape('version', 'version compat'), common: true } },
    { name: 'morph', tracking: { ...shape('schema_migrations', 'version name'), common: true } },
];
function shape(table, columns) {
    return { table, columns: columns.split(' ') };
}

// EXTERNAL MODULE: ./lib/sql/tokens.js
var tokens = __nccwpck_require__(2684);
;// CONCATENATED MODULE: ./lib/plan/words.js

/** Before a name with parentheses that is no function: `CREATE TABLE log(…)`, `INSERT INTO log(…)`, `schema.log(…)`. */
const BEFORE_TABLE = new Set(['TABLE', 'EXISTS', 'INTO', 'REFERENCES', 'WITH', 'RECURSIVE', 'VIEW', '.']);
/** The meaningful tokens of a statement as words: upper case, and something that is no word for what is quoted. */
class Words {
    text;
    /** A number with `_` between its digits. */
    hasGroupedNumber;
    /** How many parentheses are open around each word; a pair itself counts as outside. */
    #depths;
    constructor(text) {
        this.text = text;
        this.hasGroupedNumber = text.some((word) => /^\.?\d.*_/.test(word));
        let depth = 0;
        this.#depths = text.map((word) => {
            if (word === ')')
                depth -= 1;
            const own = depth;
            if (word === '(')
                depth += 1;
            return own;
        });
    }
    starts(word) {
        return this.text[0] === word;
    }
    /** These words stand somewhere, one after the other. */
    has(...words) {
        return this.text.some((_, at) => words.every((word, ahead) => this.text[at + ahead] === word));
    }
    /** The words that stand in no parentheses, with the parentheses. */
    outer() {
        return this.text.filter((_, at) => this.#depths[at] === 0);
    }
    calls() {
        return this.text.flatMap((name, at) => {
            if (!/^[A-Z]/.test(name) || this.text[at + 1] !== '(')
                return [];
            const close = this.#depths.indexOf(this.#depths[at] ?? 0, at + 2);
            if (this.#namesTable(at, close))
                return [];
            return [{ name, inside: new Words(this.text.slice(at + 2, close === -1 ? undefined : close)) }];
        });
    }
    #namesTable(at, close) {
        if (BEFORE_TABLE.has(this.text[at - 1] ?? ''))
            return true;
        // CREATE INDEX i ON log(…), and the columns of a common table expression.
        const indexed = this.starts('CREATE') && this.text.slice(1, 3).includes('INDEX');
        if (indexed && this.text[at - 1] === 'ON')
            return true;
        const [as, next] = this.text.slice(close + 1, close + 3);
        return as === 'AS' && (next === '(' || next === 'NOT' || next === 'MATERIALIZED');
    }
}
function wordsOf(sql) {
    return new Words((0,tokens/* meaningfulTokens */.BE)(sql).map(({ kind, start, end }) => kind === 'quoted' || kind === 'string' || kind === 'unterminated'
        ? '"'
        : sql.slice(start, end).toUpperCase()));
}
/** The statements of a trigger's body, with its head in front; any other statement is the only one. */
function bodies(words) {
    const isTrigger = words.starts('CREATE') && words.text.slice(1, 3).includes('TRIGGER');
    const begin = words.text.indexOf('BEGIN');
    if (!isTrigger || begin === -1)
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
/** How many arguments stand between the parentheses of a call. */
function argumentsOf(inside) {
    return inside.text.length === 0 ? 0 : inside.outer().filter((word) => word === ',').length + 1;
}

;// CONCATENATED MODULE: ./lib/plan/features.js

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
            words.outer().some((word, at, all) => word === 'STRICT' && at > all.indexOf(')')),
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
        isIn: (words) => words.calls().some(({ name, inside }) => AGGREGATES.has(name) && inside.has('ORDER', 'BY')),
    },
    { feature: 'numbers with _', since: '3.46', isIn: (words) => words.hasGroupedNumber },
    {
        feature: 'iif() with two arguments',
        since: '3.48',
        isIn: (words) => words.calls().some(({ name, inside }) => name === 'IIF' && argumentsOf(inside) === 2),
    },
    ...FUNCTIONS.flatMap(({ since, names }) => names.map((name) => ({
        feature: `${name}()`,
        since,
        isIn: (words) => words.calls().some((call) => call.name === name.toUpperCase()),
    }))),
];
/**
 * What a statement needs of SQLite beyond release 3.23, from its text alone; `names` is what it names. A function of the
 * application's own with the name of a newer built-in one looks the same.
 */
function needsOf(sql, names) {
    const alterations = names.flatMap(({ verb }) => ALTERATIONS[verb] ?? []);
    const parts = bodies(wordsOf(sql));
    const found = FEATURES.filter(({ isIn }) => parts.some((words) => isIn(words)));
    return [...alterations, ...found.map(({ feature, since }) => ({ feature, since }))];
}
function isTableDefinition(words) {
    return words.starts('CREATE') && words.text.slice(1, 3).includes('TABLE') && !words.has('SELECT');
}
function hasGeneratedColumn(words) {
    const defines = isTableDefinition(words) || words.starts('ALTER');
    return defines && words.has('AS', '(');
}
function isUpdateFrom(words) {
    const outer = words.outer();
    // Behind common table expressions, which stand in parentheses.
    const verb = outer.findIndex((word) => VERBS.has(word));
    const set = outer.indexOf('SET', verb);
    if (outer[verb] !== 'UPDATE' || set === -1)
        return false;
    return outer.some((word, at) => word === 'FROM' && at > set && outer[at - 1] !== 'DISTINCT');
}

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
        return renamed(reader, table);
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
function renamed(reader, table) {
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
        this.#tokens = (0,tokens/* meaningfulTokens */.BE)(sql);
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
            return (0,tokens/* nameOf */.Vb)(this.#sql, first);
        this.next();
        const second = this.#tokens[this.#at];
        this.next();
        return second === undefined ? undefined : (0,tokens/* nameOf */.Vb)(this.#sql, second);
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
    for (const token of (0,tokens/* tokens */.LU)(sql)) {
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

;// CONCATENATED MODULE: ./lib/plan/statement-steps.js



const TITLE_LENGTH = 80;
/**
 * The statements of one migration file, or of a part of it, as steps of a plan; `file` is relative to the workspace,
 * `firstLine` is where the part begins in it.
 */
function statementSteps(file, sql, firstLine = 1) {
    let phase;
    return splitStatements(sql).map((statement) => {
        phase = phaseOf(statement) ?? phase;
        const names = namesOf(statement.sql);
        const needs = needsOf(statement.sql, names);
        return {
            do: 'exec',
            sql: statement.sql,
            file,
            line: statement.line + firstLine - 1,
            title: titleOf(statement),
            ...(phase !== undefined && { phase }),
            names,
            ...(needs.length > 0 && { needs }),
        };
    });
}
/** `-- phase: name` groups the statements from here on; in a block comment it is a line of its own. */
function phaseOf({ comments }) {
    const lines = comments.flatMap(({ text }) => linesOf(text));
    return lines.map((line) => /^phase:\s*(\S.*)$/i.exec(line)?.[1]).findLast(Boolean);
}
/** The author's own words right above the statement, else the statement's first words. */
function titleOf({ sql, comments }) {
    const prose = comments.filter(({ adjacent }) => adjacent).map(({ text }) => proseOf(text));
    const words = (prose.findLast(Boolean) ?? sql).split(/\s+/).join(' ').replace(/;$/, '');
    return words.length <= TITLE_LENGTH ? words : `${cutAt(words, TITLE_LENGTH - 1)}…`;
}
/** A comment without what it says to us; empty where that leaves no word. */
function proseOf(text) {
    const own = linesOf(text).filter((line) => !/^(phase|preflight):/i.test(line));
    return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}
function linesOf(text) {
    return text.split('\n').map((line) => line.replace(/^[\s*]+|\s+$/g, ''));
}
function cutAt(text, length) {
    // A surrogate pair is not cut in half.
    return text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();
}

;// CONCATENATED MODULE: ./lib/plan/layouts/annotated.js

const UNFINISHED = 'unexpected unfinished SQL query: missing semicolon?';
/**
 * Splits as goose (internal/sqlparser/parser.go) and sql-migrate (sqlparse/sqlparse.go) do, which are line based and
 * know no SQL: a statement ends with a line whose last word before a comment ends in a semicolon, unless it stands
 * between StatementBegin and StatementEnd. `mark`: what follows `-- ` in an annotation, such as `+goose`.
 */
function readAnnotated(source, mark) {
    return new annotated_Reader(source, mark).read();
}
class annotated_Reader {
    #source;
    #annotation;
    #result = { words: new Set() };
    #part;
    #direction;
    #inBlock = false;
    #lines = [];
    #firstLine = 1;
    constructor(source, mark) {
        this.#source = source;
        this.#annotation = new RegExp(`^--\\s*${mark.replace('+', '\\+')}\\s+(.*\\S)\\s*$`, 'i');
    }
    read() {
        const lines = this.#source.sql.split('\n');
        for (const [at, line] of lines.entries()) {
            this.#take(line.replace(/\r$/, ''), at + 1);
            if (this.#result.problem !== undefined)
                return this.#result;
        }
        if (this.#inBlock)
            this.#fail('StatementBegin without StatementEnd', lines.length);
        else if (this.#isUnfinished())
            this.#fail(UNFINISHED, this.#firstLine);
        else
            this.#close();
        return this.#result;
    }
    #take(line, number) {
        const words = this.#annotation.exec(line)?.[1]?.toLowerCase();
        if (words !== undefined)
            this.#annotate(words, number);
        else if (this.#part !== undefined)
            this.#collect(line, number);
        else if (line.trim() !== '' && !line.trimStart().startsWith('--') && this.#direction === undefined)
            this.#fail('a statement stands before the first annotation', number);
    }
    #annotate(words, number) {
        const [first = '', ...others] = words.split(/\s+/);
        if (first === 'statementbegin') {
            this.#close();
            this.#inBlock = true;
        }
        else if (first === 'statementend') {
            this.#inBlock = false;
            this.#close();
        }
        else if (first === 'up' || first === 'down')
            this.#open(first, others, number);
        else
            this.#result.words.add(words);
    }
    #open(direction, words, number) {
        if (this.#isUnfinished())
            this.#fail(UNFINISHED, this.#firstLine);
        else if (this.#result[direction] !== undefined)
            this.#fail(`a second ${direction} annotation`, number);
        this.#close();
        for (const word of words)
            this.#result.words.add(word);
        const steps = [];
        this.#direction = direction;
        this.#part = { steps };
        this.#result[direction] = steps;
    }
    #collect(line, number) {
        if (this.#lines.length === 0)
            this.#firstLine = number;
        this.#lines.push(line);
        if (!this.#inBlock && endsStatement(line))
            this.#close();
    }
    /** What was collected is handed to the database as one text. */
    #close() {
        if (this.#lines.length > 0)
            this.#part?.steps.push(...statementSteps(this.#source.file, this.#lines.join('\n'), this.#firstLine));
        this.#lines = [];
    }
    #isUnfinished() {
        return statementSteps(this.#source.file, this.#lines.join('\n')).length > 0;
    }
    #fail(sentence, line) {
        this.#result.problem = { sentence, line };
    }
}
/** The last word before a comment ends in a semicolon. */
function endsStatement(line) {
    const words = line.split(/\s+/).filter((word) => word !== '');
    const comment = words.findIndex((word) => word.startsWith('--'));
    return (comment === -1 ? words : words.slice(0, comment)).at(-1)?.endsWith(';') ?? false;
}

;// CONCATENATED MODULE: external "node:path/posix"
const posix_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
;// CONCATENATED MODULE: ./lib/plan/layouts/names.js

/** The file's own name, without its folders. */
function nameOf({ path }) {
    return (0,posix_namespaceObject.basename)(path);
}
/** The digits that a name begins with. A bigint: version numbers may be timestamps beyond 2^53. */
function leadingNumber(name) {
    const digits = /^\d+/.exec(name)?.[0];
    return digits === undefined ? undefined : BigInt(digits);
}
/** For sorting by a number, a text, or one after the other. */
function compareKeys(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/plan/layouts/goose.js



const TABLE = 'goose_db_version';
/**
 * pressly/goose: internal/sqlparser/parser.go, internal/dialects/sqlite3.go, provider_run.go,
 * internal/gooseutil/resolve.go. A file runs in one transaction together with its row, unless it says NO TRANSACTION.
 */
const goose = {
    name: 'goose',
    driverDecides: true,
    command: 'goose -dir DIRECTORY sqlite3 DATABASE up',
    tracking: { table: TABLE, columns: ['id', 'version_id', 'is_applied', 'tstamp'] },
    claims: ({ files }) => files.some(({ sql }) => /^-- *\+goose +up/im.test(sql)),
    read(folder, { table }) {
        const { versioned, ignored } = byVersion(folder);
        const state = new Map((table?.rows ?? []).map((row) => [versionOf(row), isApplied(row)]));
        const isDone = ({ version }) => state.get(version) === true;
        const current = [...state]
            .filter(([, done]) => done)
            .reduce((most, [version]) => (version > most ? version : most), 0n);
        const pending = versioned.filter((one) => !isDone(one));
        const parsed = pending.map((one) => ({ ...one, parts: readAnnotated(one.source, '+goose') }));
        const name = table?.table ?? TABLE;
        return {
            applied: versioned.length - pending.length,
            pending: parsed.map(({ version, source, parts }) => migration(version, source, parts, (0,quote/* quoteName */.AB)(name))),
            problems: [...duplicates(versioned), ...unreadable(parsed), ...outOfOrder(pending, current)],
            ignored,
            setup: table === undefined ? makeTable : [],
            bookkeeping: { tables: [name], userVersion: false },
            idle: `goose: no migrations to run. current version: ${current}`,
            ...unsupported(folder, parsed, state),
        };
    },
};
const makeTable = [
    `CREATE TABLE ${TABLE} (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))`,
    `INSERT INTO ${TABLE} (version_id, is_applied) VALUES (0, 1)`,
];
/** The integer before the first underscore, above 0. */
function byVersion({ files }) {
    const versioned = [];
    const ignored = [];
    for (const source of files) {
        const version = /^\d+_/.test(nameOf(source)) ? leadingNumber(nameOf(source)) : undefined;
        if (version === undefined || version === 0n)
            ignored.push(source.file);
        else
            versioned.push({ version, source });
    }
    return { versioned: versioned.toSorted((a, b) => compareKeys(a.version, b.version)), ignored };
}
function versionOf(row) {
    return BigInt(row.version_id ?? 0);
}
/** The latest row of a version says how it stands: going down deletes its rows, or once added one. */
function isApplied(row) {
    return Number(row.is_applied) === 1;
}
function migration(version, { file }, parts, table) {
    const { up = [], down, words } = parts;
    return {
        id: String(version),
        file,
        steps: up,
        records: { within: [`INSERT INTO ${table} (version_id, is_applied) VALUES (${version}, 1)`] },
        ...(words.has('no transaction') && { optsOut: true }),
        ...(down && {
            down: { steps: down, records: { within: [`DELETE FROM ${table} WHERE version_id = ${version}`] } },
        }),
    };
}
/** All pending files are parsed before the first is run. */
function unreadable(parsed) {
    return parsed.flatMap(({ source: { file }, parts: { problem, up } }) => {
        const sentence = problem?.sentence ??
            (up === undefined ? "no Up annotation found, must have at least one '-- +goose Up'" : '');
        if (sentence === '')
            return [];
        const text = `goose: failed to parse ${file}: ${sentence}`;
        return [{ kind: 'invalid', sentence: text, refuses: true, file, ...(problem && { line: problem.line }) }];
    });
}
function duplicates(versioned) {
    return versioned.flatMap(({ version, source: { file } }, at) => {
        const former = versioned[at - 1];
        if (former?.version !== version)
            return [];
        const sentence = `goose: found duplicate migration version ${version}: existing:${former.source.file}, current:${file}`;
        return [{ kind: 'invalid', sentence, refuses: true, file }];
    });
}
function outOfOrder(pending, current) {
    const missing = pending.filter(({ version }) => version < current);
    const [first] = missing;
    if (first === undefined)
        return [];
    const one = missing.length === 1;
    const versions = missing.map(({ version }) => version).join(',');
    const sentence = `goose: detected ${missing.length} missing (out-of-order) ${one ? 'migration' : 'migrations'} lower than database version (${current}): ${one ? 'version' : 'versions'} ${versions}`;
    return [{ kind: 'out-of-order', sentence, refuses: true, file: first.source.file }];
}
function unsupported({ ignored }, parsed, state) {
    const isCode = (file) => /(^|\/)\d+_[^/]*(?<!_test)\.go$/.test(file);
    const code = ignored.find((file) => isCode(file) && state.get(leadingNumber(nameOf({ path: file })) ?? 0n) !== true);
    if (code !== undefined)
        return { unsupported: `${code} is written in Go` };
    const substitutes = parsed.find(({ parts }) => parts.words.has('envsub on'));
    if (substitutes === undefined)
        return {};
    return { unsupported: `${substitutes.source.file} takes values from production's environment (ENVSUB)` };
}

;// CONCATENATED MODULE: ./lib/plan/layouts/layout.js
/** A reading without anything; `bookkeeping` of no table. */
const NOTHING = {
    applied: 0,
    pending: [],
    problems: [],
    ignored: [],
    setup: [],
    bookkeeping: { tables: [], userVersion: false },
};

;// CONCATENATED MODULE: ./lib/plan/layouts/plain.js



/**
 * SQL files of no known tool, in natural order of their paths: `2.sql` before `10.sql`. All are pending, unless the user
 * names the table and the column in which a tool of their own keeps account of them.
 */
const plain = {
    name: 'plain',
    claims: () => false,
    read({ files }, { table, wish }) {
        const applied = table === undefined ? () => false : appliedIn(table.rows, wish.column);
        const pending = inOrder(files, wish.order).filter((file) => !applied(file));
        return {
            ...NOTHING,
            applied: files.length - pending.length,
            pending: pending.map((migration) => ({
                id: stem(migration),
                file: migration.file,
                steps: statementSteps(migration.file, migration.sql),
            })),
            bookkeeping: { tables: table === undefined ? [] : [table.table], userVersion: false },
        };
    },
};
function inOrder(files, order) {
    if (files.length < 2)
        return [...files];
    if (order === 'name')
        return files.toSorted((a, b) => compareKeys(a.path, b.path));
    // Making one takes milliseconds, which one file need not wait for.
    const { compare } = new Intl.Collator('en', { numeric: true });
    return files.toSorted((a, b) => compare(a.path, b.path) || compareKeys(a.path, b.path));
}
/** A row may hold the file's path, its name with or without .sql, or the number that the name begins with. */
function appliedIn(rows, column = '') {
    const values = new Set(rows.map((row) => String(row[column.toLowerCase()] ?? '')));
    return (file) => {
        const number = leadingNumber(nameOf(file));
        const forms = [file.path, nameOf(file), stem(file), /^\d+/.exec(nameOf(file))?.[0], number?.toString()];
        return forms.some((form) => form !== undefined && values.has(form));
    };
}
function stem(file) {
    return nameOf(file).replace(/\.sql$/i, '');
}

;// CONCATENATED MODULE: ./lib/plan/layouts/user-version.js



/**
 * Numbered files, of which those beyond `PRAGMA user_version` are run; each sets the version in its own transaction
 * (mtlynch/go-evolutionary-migrate). With folders, `1-name/up.sql`, the version is the number of migrations applied
 * (cljoly/rusqlite_migration).
 */
const userVersion = {
    name: 'user-version',
    driverDecides: true,
    claims(folder, tracking) {
        if (tracking.userVersion === 0 || tracking.tables.length > 0)
            return false;
        const { migrations } = numbered(folder);
        return migrations.some(({ version }) => version === BigInt(tracking.userVersion));
    },
    read(folder, ledger) {
        const { migrations, downs, ignored } = numbered(folder);
        const isNew = ({ version }) => version > BigInt(ledger.userVersion);
        const pending = migrations.filter(isNew);
        return {
            ...NOTHING,
            applied: migrations.length - pending.length,
            pending: pending.map((migration) => pendingOf(migration, migrations, downs)),
            ignored,
            bookkeeping: { tables: [], userVersion: true },
        };
    },
};
/** In folders, the version is the place in the order; else it is the number in the name. */
function numbered({ files }) {
    const folders = files.filter(({ path }) => /^\d+[^/]*\/up\.sql$/i.test(path));
    const sources = folders.length > 0 ? folders : files;
    const found = sources.flatMap((source) => {
        const version = leadingNumber(folders.length > 0 ? source.path : nameOf(source));
        return version === undefined ? [] : [{ version, source }];
    });
    const ordered = found.toSorted((a, b) => compareKeys(a.version, b.version));
    const migrations = folders.length > 0 ? ordered.map((one, at) => ({ ...one, version: BigInt(at + 1) })) : ordered;
    const downs = new Map(files
        .filter(({ path }) => folders.length > 0 && /\/down\.sql$/i.test(path))
        .map((file) => [file.path, file]));
    const known = new Set([
        ...migrations.map(({ source }) => source.file),
        ...[...downs.values()].map(({ file }) => file),
    ]);
    return { migrations, downs, ignored: files.map(({ file }) => file).filter((file) => !known.has(file)) };
}
function pendingOf({ version, source }, all, downs) {
    const down = downs.get(source.path.replace(/up\.sql$/i, 'down.sql'));
    const former = all.filter((one) => one.version < version).at(-1)?.version ?? 0n;
    return {
        id: String(version),
        file: source.file,
        steps: statementSteps(source.file, source.sql),
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

;// CONCATENATED MODULE: ./lib/plan/layouts/index.js



/**
 * Every layout, the most particular first: the first that claims the files has them. A layout is its file, this line,
 * its test, its golden cases and its page in docs/recipes.
 */
const layouts = [goose, userVersion, plain];

;// CONCATENATED MODULE: ./lib/plan/choose.js



/**
 * Whose files these are. What the user says counts first, then the tracking table, because tools share file names and
 * the same files mean different things to them; then what is written in the files.
 */
function chooseLayout(folder, tracking, wish) {
    if (wish.name !== 'auto')
        return chosen(layoutNamed(wish.name), tracking, wish);
    const tracked = layouts.filter((layout) => tableOf(layout, tracking, wish) !== undefined);
    const claimed = layouts.filter((layout) => layout.claims(folder, tracking));
    const own = tracked.find((layout) => claimed.includes(layout)) ?? tracked[0];
    if (own !== undefined)
        return chosen(own, tracking, wish);
    const [first] = claimed;
    if (first !== undefined)
        return chosen(first, tracking, wish);
    const foreign = tracking.tables.find(({ tool }) => codeTools.some(({ name }) => name === tool));
    if (foreign?.tool !== undefined)
        return { codeTool: foreign.tool, table: foreign.table };
    return { ...chosen(layoutNamed('plain'), tracking, wish), recognised: wish.column !== undefined };
}
function chosen(layout, tracking, wish) {
    const table = tableOf(layout, tracking, wish);
    return { layout, recognised: layout.name !== 'plain' || table !== undefined, ...(table && { table }) };
}
/** The table that the user named, else the one that has the tool's columns. */
function tableOf({ name }, { tables }, wish) {
    const named = wish.table;
    const tool = tables.filter((one) => one.tool === name || (name === 'plain' && wish.name === 'plain'));
    if (named !== undefined)
        return tool.find(({ table }) => (0,quote/* foldName */.zN)(table) === (0,quote/* foldName */.zN)(named));
    return name === 'plain' ? undefined : tool[0];
}
function layoutNamed(name) {
    return layouts.find((layout) => layout.name === name);
}

;// CONCATENATED MODULE: ./lib/plan/compose.js
/** The steps of a reading under a profile. */
function stepsOf({ setup, pending }, profile) {
    return pending.length === 0
        ? []
        : [foreignKeys(profile), ...setup.map(own('')), ...scoped(pending, profile)];
}
/** The steps back over what was pending, the last migration first; `undefined` where one of them knows none. */
function wayBackOf({ pending }, profile) {
    const downs = pending
        .toReversed()
        .flatMap(({ file, optsOut, down }) => down === undefined ? [] : [{ ...down, file: fileOf(down.steps) ?? file, ...(optsOut && { optsOut }) }]);
    if (downs.length === 0 || downs.length < pending.length)
        return undefined;
    return [foreignKeys(profile), ...scoped(downs, profile)];
}
/** Inside a transaction this pragma does nothing (sqlite.org/pragma.html), so it stands before the first BEGIN. */
function foreignKeys({ foreignKeys: on }) {
    return { do: 'pragma', sql: `PRAGMA foreign_keys=${on ? 'ON' : 'OFF'}` };
}
function scoped(runs, { transaction }) {
    const [first] = runs;
    if (transaction !== 'all' || first === undefined)
        return runs.flatMap((run) => stepsOfOne(run, transaction));
    const inside = runs.flatMap((run) => stepsOfOne(run, 'none'));
    return [{ do: 'begin', file: first.file }, ...inside, { do: 'commit', file: runs.at(-1)?.file ?? '' }];
}
function stepsOfOne({ file, steps, records = {}, optsOut }, transaction) {
    const { before = [], within = [], after = [] } = records;
    const inside = [...steps, ...within.map(own(file))];
    const wraps = transaction === 'file' && !optsOut && inside.length > 0;
    return [
        ...before.map(own(file)),
        ...(wraps ? [{ do: 'begin', file }, ...inside, { do: 'commit', file }] : inside),
        ...after.map(own(file)),
    ];
}
function own(file) {
    return (sql) => ({ do: 'record', sql, file });
}
function fileOf(steps) {
    return steps
        .map((step) => (step.do === 'exec' ? step.file : step.problem.file))
        .find((file) => file !== undefined);
}

;// CONCATENATED MODULE: ./lib/plan/profiles.js
/**
 * The ways in which production executes SQL files: those of the layouts' own tools with their usual driver, and four of
 * no tool. `plain` is the sqlite3 shell: foreign keys off, each statement commits by itself unless the file says BEGIN.
 */
const profiles = [
    profile('plain', 'none', false),
    profile('autocommit-fk-on', 'none', true),
    profile('transaction', 'file', true),
    profile('transaction-fk-off', 'file', false),
    // better-sqlite3 turns foreign keys on and takes no text in double quotes.
    { ...profile('drizzle', 'all', true), doubleQuotedText: false },
    // The libsql client turns them off around a migration.
    profile('drizzle-libsql', 'all', false),
    profile('prisma', 'none', true),
    profile('d1', 'file', true),
    profile('goose', 'file', false),
    profile('golang-migrate', 'file', false),
    profile('sqlx', 'file', true),
    profile('diesel', 'file', false),
    profile('dbmate', 'file', false),
    profile('sql-migrate', 'file', false),
    profile('user-version', 'file', false),
];
/** For "no tool was recognised": what else production may be. */
const genericProfiles = profiles.slice(0, 4);
function profileNamed(name) {
    return profiles.find((one) => one.name === name);
}
function profile(name, transaction, foreignKeys) {
    return { name, transaction, foreignKeys, doubleQuotedText: true };
}

;// CONCATENATED MODULE: ./lib/plan/plan.js



/**
 * The pending migrations as data, to be executed as production would: those of the files which, by what the database
 * says, are not applied. A mistake where the files are no migrations of the tool, or of one that only `command` can run.
 */
function makePlan(assignment, tracking) {
    const { migrations, layout: wish } = assignment;
    const choice = chooseLayout(migrations, tracking, wish);
    if ('codeTool' in choice)
        return { mistake: onlyByCommand(choice) };
    const { layout, table, recognised } = choice;
    const reading = layout.read(migrations, {
        userVersion: tracking.userVersion,
        wish,
        ...(table && { table }),
    });
    if (reading.unsupported !== undefined)
        return { mistake: notAsSql(reading.unsupported) };
    if (reading.applied + reading.pending.length + reading.problems.length === 0)
        return { mistake: noneRecognised(layout, migrations) };
    return planOf(layout, reading, assignment, recognised);
}
function planOf(layout, reading, { migrations, profile: wish }, recognised) {
    const { applied, pending, problems, bookkeeping, idle } = reading;
    const { profile, basis, alternatives } = profileOf(layout, wish, recognised);
    const isRefused = problems.some(({ refuses }) => refuses);
    const wayBack = isRefused ? undefined : wayBackOf(reading, profile);
    return {
        layout: layout.name,
        profile,
        basis,
        alternatives,
        applied,
        pending: pending.map(({ id, file, steps }) => ({ id, file, statements: statementsIn(steps) })),
        problems,
        ignored: [...reading.ignored, ...migrations.ignored].toSorted(),
        bookkeeping,
        ...(idle !== undefined && pending.length === 0 && { idle }),
        ...(layout.command !== undefined && { command: layout.command }),
        steps: isRefused ? [] : stepsOf(reading, profile),
        ...(wayBack && { wayBack }),
    };
}
/** An explicit `foreign-keys` or `transaction` wins over what the profile says. What nobody said was guessed. */
function profileOf(layout, wish, recognised) {
    const base = profileNamed(wish.name === 'auto' ? layout.name : wish.name);
    const { transaction = base.transaction } = wish;
    const foreignKeys = wish.foreignKeys === 'auto' ? base.foreignKeys : wish.foreignKeys;
    const profile = { ...base, transaction, foreignKeys };
    if (wish.name !== 'auto')
        return { profile, basis: 'declared', alternatives: [] };
    if (!recognised) {
        const others = genericProfiles.filter(({ name }) => name !== base.name);
        const fixed = wish.foreignKeys !== 'auto';
        const alternatives = others.filter((other) => !fixed || other.foreignKeys === foreignKeys);
        return { profile, basis: 'assumed', alternatives };
    }
    const guessed = layout.driverDecides === true && wish.foreignKeys === 'auto';
    const alternatives = guessed ? [{ ...profile, foreignKeys: !foreignKeys }] : [];
    return { profile, basis: 'recognised', alternatives };
}
function statementsIn(steps) {
    return steps.filter((step) => step.do === 'exec').length;
}
function onlyByCommand({ codeTool, table }) {
    return {
        key: 'migrations',
        message: `the table ${table} of the snapshot says that ${codeTool} migrates this database, and only ${codeTool} itself can run its migrations.`,
        remedy: `Give \`command\`, which starts ${codeTool}, instead of \`migrations\`; or, if these files are run by hand, \`layout: plain\`.`,
    };
}
function notAsSql(reason) {
    return {
        key: 'migrations',
        message: `the migrations cannot be rehearsed: ${reason}.`,
        remedy: 'Give `command`, which starts the tool itself, instead of `migrations`.',
    };
}
function noneRecognised({ name }, { name: given }) {
    return {
        key: 'migrations',
        message: `no migration was recognised in ${given}: no file there is one of the layout ${name}.`,
        remedy: "Give the folder that holds the tool's own files, or another `layout`.",
    };
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

;// CONCATENATED MODULE: ./lib/supervisor/migrated.js


/** Moves the migrated copy out of the scratch folder before that is removed. Returns where it is now. */
function keepMigrated(from, to) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
    try {
        (0,external_node_fs_.renameSync)(from, to);
    }
    catch (error) {
        if (error.code !== 'EXDEV')
            throw error;
        (0,external_node_fs_.copyFileSync)(from, to);
    }
    return to;
}

;// CONCATENATED MODULE: ./lib/supervisor/unfinished.js

/** Keeps what a running rehearsal tells, so that a killed one leaves facts behind. */
class RehearsalNotes {
    #steps;
    #commits = 0;
    #openSince;
    #running;
    constructor(plan) {
        this.#steps = untouchedSteps(plan);
    }
    take(progress) {
        if ('started' in progress) {
            this.#running = this.#steps[progress.started];
            return;
        }
        this.#steps[progress.at] = progress.facts;
        this.#commits = progress.commits;
        this.#openSince = progress.openSince;
        this.#running = undefined;
    }
    /** The facts of a rehearsal that was cut off: its open transaction is lost, the running statement has failed. */
    facts(outcome, sqlite) {
        if (this.#running !== undefined)
            this.#running.status = 'failed';
        markRolledBack(this.#steps, this.#openSince);
        return { outcome, commits: this.#commits, leftOpen: false, sqlite, steps: this.#steps };
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/preflight.js





/** A second pass over the plan may take this long, or twice as long as the first. */
const LEAST_BUDGET_MS = 60_000;
/**
 * One database through all engine tasks: inspect, then *before* is measured while *after* is migrated and compared with
 * it, then *after* is measured while what differs is traced to its statements. What a task could not do is an incident; the facts of the others stay.
 */
async function preflight(request, room, limits) {
    const run = new DatabaseRun(request, room, limits);
    await run.all();
    return run.facts;
}
class DatabaseRun {
    facts;
    #request;
    #room;
    #limits;
    #started = performance.now();
    constructor(request, room, limits) {
        this.#request = request;
        this.#room = room;
        this.#limits = limits;
        this.facts = {
            path: request.name,
            mistakes: [],
            rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', steps: [] },
            incidents: [],
            timings: { total: 0 },
        };
    }
    async all() {
        const { snapshot, name, folder, assignment } = this.#request;
        const { table: trackingTable } = assignment?.layout ?? {};
        const request = { snapshot, name, folder, ...(trackingTable !== undefined && { trackingTable }) };
        const copies = await this.#task('inspect', 'inspect', request, 'copy');
        if (copies !== undefined && 'unusable' in copies)
            this.facts.unusable = copies.unusable;
        if (copies !== undefined && 'snapshot' in copies) {
            this.facts.snapshot = copies.snapshot;
            this.facts.rehearsal.sqlite = copies.sqlite;
            if (this.#plan(copies.tracking))
                await this.#carryOut(copies);
        }
        this.facts.timings.total = performance.now() - this.#started;
    }
    /** Lays down what is to be run; `false` where that cannot be said. */
    #plan(tracking) {
        const { assignment } = this.#request;
        if (assignment === undefined)
            return true;
        const plan = makePlan(assignment, tracking);
        if ('mistake' in plan)
            this.facts.mistakes.push(plan.mistake);
        else {
            this.facts.plan = plan;
            this.facts.rehearsal.steps = untouchedSteps(plan);
        }
        return !('mistake' in plan);
    }
    async #carryOut(copies) {
        const { plan } = this.facts;
        const before = this.#measure('before', copies.before);
        const isRefused = plan?.problems.some(({ refuses }) => refuses) ?? false;
        if (isRefused)
            this.facts.rehearsal.outcome = 'refused';
        await Promise.all([before, plan && !isRefused && this.#migrate(plan, copies, before)]);
    }
    async #measure(side, database, untouched = []) {
        const { checks, samples } = this.#request;
        const timing = side === 'before' ? 'healthBefore' : 'healthAfter';
        const request = { database, checks, samples, untouched };
        const health = await this.#task(`measure-${side}`, 'measure', request, timing);
        if (health !== undefined)
            this.facts[side] = health;
    }
    async #migrate(plan, copies, measured) {
        await this.#rehearse(plan, copies.after);
        const { outcome, steps } = this.facts.rehearsal;
        if (outcome !== 'done' && outcome !== 'failed')
            return;
        const executed = steps
            .filter((step) => step.status === 'done' && !step.rolledBack)
            .flatMap(({ names }) => names);
        const untouched = await this.#compare(copies, executed);
        const { changes } = this.facts;
        await Promise.all([
            this.#measureAfter(copies.after, untouched, measured),
            changes && outcome === 'done' && hasCauses(changes) && this.#locate(plan, copies, changes),
        ]);
        this.#keep(copies.after);
    }
    /** Gives the tables that the migration left alone. */
    async #compare(copies, executed) {
        const { samples } = this.#request;
        const compared = await this.#task('compare', 'compare', { ...copies, executed, samples });
        if (compared === undefined)
            return [];
        this.facts.changes = compared.changes;
        this.facts.timings.schemaDiff = compared.schemaMs;
        this.facts.timings.dataDiff = compared.contentMs;
        return compared.untouched;
    }
    /** Only what was sound in *before* need not be checked again. */
    async #measureAfter(database, untouched, measured) {
        await measured;
        const { before } = this.facts;
        const isSound = before?.integrity.result === 'ok' && !before.degraded.some(({ check }) => check === 'integrity');
        await this.#measure('after', database, isSound ? untouched : []);
    }
    /** A run without it is whole: what goes wrong here costs places in the reports, and is no incident. */
    async #locate(plan, copies, changes) {
        const { folder } = this.#request;
        const { steps } = this.facts.rehearsal;
        const budgetMs = Math.max(LEAST_BUDGET_MS, 2 * (this.facts.timings.rehearsal ?? 0));
        const request = { ...copies, folder, plan, steps, changes, budgetMs };
        const located = await this.#room.run('locate', request, this.#limits);
        if (!located.ok)
            return;
        changes.causes = located.result.causes;
        this.facts.timings.locate = located.ms;
    }
    #keep(migrated) {
        try {
            this.facts.migratedDatabase = keepMigrated(migrated, (0,external_node_path_.join)(this.#request.output, this.#migratedName()));
        }
        catch (error) {
            // The code alone: the message names a folder of this machine.
            const { code = 'unknown' } = error;
            const kind = code === 'ENOSPC' ? 'disk-full' : 'error';
            this.facts.incidents.push({
                task: 'rehearse',
                kind,
                detail: `the migrated database was not kept (${code})`,
            });
        }
    }
    async #rehearse(plan, database) {
        const notes = new RehearsalNotes(plan);
        const progress = (told) => notes.take(told);
        const { samples } = this.#request;
        const request = { database, plan, samples };
        const result = await this.#task('rehearse', 'rehearse', request, 'rehearsal', progress);
        if (result !== undefined) {
            this.facts.rehearsal = result;
            return;
        }
        const timedOut = this.facts.incidents.some(({ task, kind }) => task === 'rehearse' && kind === 'timeout');
        this.facts.rehearsal = notes.facts(timedOut ? 'timeout' : 'crashed', this.facts.rehearsal.sqlite);
    }
    /** Runs one task; what goes wrong becomes an incident and `undefined`. */
    async #task(task, kind, request, timing, progress) {
        const limits = { ...this.#limits, ...(progress && { progress }) };
        const outcome = await this.#room.run(kind, request, limits);
        if (!outcome.ok) {
            const incident = { task, kind: outcome.kind, detail: outcome.detail };
            this.facts.incidents.push(incident);
            return undefined;
        }
        if (timing !== undefined)
            this.facts.timings[timing] = outcome.ms;
        return outcome.result;
    }
    #migratedName() {
        const { label, snapshot } = this.#request;
        const extension = (0,external_node_path_.extname)(snapshot.replace(/\.(gz|zst)$/i, ''));
        return `${label}.migrated${/^(\.sql)?$/i.test(extension) ? '.db' : extension}`;
    }
}
/** Something differs that a statement may be to blame for; what was only added is what was meant. */
function hasCauses({ tables, objects }) {
    return (tables.some(({ added, removed, changed }) => added + removed + changed > 0) ||
        objects.some(({ change }) => change === 'removed' || change === 'changed'));
}

;// CONCATENATED MODULE: ./lib/supervisor/supervisor.js






/**
 * A scratch folder with engine processes coming up in it. Whatever happens, `close` ends the processes and removes
 * the copies.
 */
class Supervisor {
    #scratch;
    #room;
    #signal;
    constructor({ engine, temp, signal, limits }) {
        (0,external_node_fs_.mkdirSync)(temp, { recursive: true });
        this.#scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temp, 'preflight-copies-'));
        // Two at least: *before* is measured while *after* is migrated.
        const most = Math.max(2, (0,external_node_os_.availableParallelism)());
        this.#room = new EngineRoom(engine, this.#scratch, most, limits ?? limitsFor(this.#scratch));
        this.#signal = signal;
    }
    /**
     * Each database through all tasks, as many at once as there are processes, in the order of `requests`. What still
     * runs at the deadline is killed. Never rejects for what the tasks do, and what one database does costs no other.
     */
    async run(requests, timeoutMs) {
        const deadline = performance.now() + timeoutMs;
        const results = [];
        const waiting = requests.entries();
        const takeTurns = async () => {
            for (const [at, request] of waiting)
                results[at] = await this.#one(request, deadline);
        };
        await Promise.all(Array.from({ length: this.#room.most }, takeTurns));
        return results;
    }
    async close() {
        await this.#room.close();
        remove(this.#scratch);
    }
    async #one(request, deadline) {
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(this.#scratch, 'database-'));
        try {
            return await preflight({ ...request, folder }, this.#room, { deadline, signal: this.#signal });
        }
        finally {
            // With many databases, their copies would fill the disk.
            remove(folder);
        }
    }
}
function remove(folder) {
    // On Windows a process that was just killed holds its files a moment longer.
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

;// CONCATENATED MODULE: ./lib/entry.js





/**
 * What both entries do: refuse a Node that would end the engine without a word, hand signals on as cancellation, and
 * end with the exit code. Anything thrown, an Error or not, is our own fault: exit code 3.
 */
async function start(run) {
    const problem = nodeProblem();
    if (problem !== undefined) {
        process.stderr.write(`${problem}\n`);
        process.exitCode = 2;
        return;
    }
    const cancel = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => cancel.abort());
    try {
        process.exitCode = await run(cancel.signal);
    }
    catch (error) {
        const text = `The preflight broke: ${error instanceof Error ? error.stack : String(error)}`;
        process.stderr.write(`${text.split('\n').map(writer/* neutralise */.$).join('\n')}\n`);
        process.exitCode = 3;
    }
}
/** Lets an engine process come up while the rest of the program is loaded, and ends it whatever happens. */
async function withSupervisor(directory, temp, signal, act) {
    const supervisor = new Supervisor({ engine: enginePath(directory), temp, signal });
    try {
        return await act(supervisor);
    }
    finally {
        await supervisor.close();
    }
}
/** The engine's entry, beside the bundle (dist/engine), beside dist/cli, or in the sources. */
function enginePath(directory) {
    const places = [
        (0,external_node_path_.join)(directory, 'engine/index.js'),
        (0,external_node_path_.join)(directory, '../engine/index.js'),
        (0,external_node_path_.join)(directory, 'engine/task.ts'),
    ];
    return places.find((place) => (0,external_node_fs_.existsSync)(place)) ?? (0,external_node_path_.join)(directory, 'engine/task.js');
}


/***/ }),

/***/ 5335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ neutralise),
/* harmony export */   K: () => (/* binding */ writer)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _text_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1981);


/**
 * The runner reads commands out of every line that a step prints: `::name …::` at the start of a line, after any white
 * space, and `##[name]` anywhere in it (actions/runner, ActionCommand.cs). Names and messages come from databases and
 * files, so every line goes through here; real commands are made by @actions/core alone.
 */
/** A comparison that knows about cultures passes over variation selectors; the runner's may be one. */
const COMMAND = /^((?:\s|\ufe0f)*):(?=\ufe0f*:)/u;
const LEGACY_COMMAND = /(#\ufe0f*#\ufe0f*)(?=\[)/gu;
/** One line of text in which the runner finds no command and a terminal no control sequence. */
function neutralise(line) {
    // A tab does no harm.
    return line.split('\t').map(_text_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R).join('\t').replace(COMMAND, '$1\\:').replace(LEGACY_COMMAND, '$1\\');
}
/** Writes lines to a stream, each neutralised; only with `colours` does a style become control codes. */
function writer(target, { colours = false } = {}) {
    // A reader that went away (`| head`) must not cost the reports.
    target.on('error', () => { });
    return (line, style) => {
        const text = neutralise(line);
        const shown = colours && style !== undefined ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text;
        target.write(`${shown}\n`);
    };
}


/***/ }),

/***/ 8104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   zN: () => (/* binding */ foldName)
/* harmony export */ });
/* unused harmony export quoteText */
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


/***/ }),

/***/ 2684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ meaningfulTokens),
/* harmony export */   LU: () => (/* binding */ tokens),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
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


/***/ }),

/***/ 1981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
/**
 * Control and format characters (bidirectional ones among them), line separators, lone surrogates, and whatever is
 * shown as nothing. The variation selector stays: it makes an emoji of what it follows, and ours are in the log.
 */
const INVISIBLE = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** `text` on one line, with every invisible character spelt out: `\u{202e}`. */
function visible(text) {
    return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
