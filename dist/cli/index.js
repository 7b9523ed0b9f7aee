#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ "buffer":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ "lib/cli.js":
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:os");
/* harmony import */ var _commands_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("lib/commands/index.js");
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("lib/entry.js");
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("lib/host/terminal.js");
/* harmony import */ var _settings_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("lib/settings/did-you-mean.js");
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("lib/version.js");






/** Starts a command with the terminal host. */
const asked = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .readCommandLine */ .y)(process.argv.slice(2), _commands_index_js__WEBPACK_IMPORTED_MODULE_1__/* .commands */ .P, { version: _version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x, nearest: _settings_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p });
if ('print' in asked) {
    process.exitCode = asked.exitCode;
    (asked.exitCode === 0 ? process.stdout : process.stderr).write(`${asked.print}\n`);
}
else {
    await (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .start */ .n)(asked.command, {
        directory: import.meta.dirname,
        temp: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(),
        operands: asked.operands,
        host: async () => (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .terminalHost */ .P)(asked.values, { cwd: process.cwd(), env: process.env }),
    });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ "lib/commands/index.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./lib/settings/did-you-mean.js
var did_you_mean = __nccwpck_require__("lib/settings/did-you-mean.js");
;// CONCATENATED MODULE: ./lib/commands/explain.js

const explain = {
    name: 'explain',
    summary: 'Prints what a rule means, why it matters and what to do.',
    operand: 'RULE',
    inputs: [],
    async run({ operands, print }) {
        // Loaded here, because a rehearsal starts its engine before it loads the judge.
        const { rules } = await Promise.all(/* import() | preflight */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("preflight")]).then(__nccwpck_require__.bind(__nccwpck_require__, "lib/judge/rules/index.js"));
        const [id = ''] = operands;
        const rule = rules.find((one) => one.id === id);
        if (rule === undefined || operands.length > 1) {
            print(rule === undefined
                ? unknown(id, rules.map((one) => one.id))
                : 'explain takes one rule.', 'problem');
            return 2;
        }
        const { severity, title, why, remedy, allowable } = rule;
        const allowance = allowable
            ? `To allow one finding, write in the migration: -- preflight: allow ${id} SUBJECT: REASON`
            : 'No allowance covers it.';
        for (const line of [`${id} (${severity}): ${title}.`, why, remedy, allowance])
            print(line, 'result');
        return 0;
    },
};
function unknown(id, known) {
    if (id === '')
        return 'explain needs a rule, such as rows-lost.';
    const meant = (0,did_you_mean/* nearest */.p)(id, known);
    return `there is no rule ${id}. ${meant === undefined ? `The rules are ${known.join(', ')}.` : `Did you mean ${meant}?`}`;
}

// EXTERNAL MODULE: ./lib/settings/inputs.js
var inputs = __nccwpck_require__("lib/settings/inputs.js");
;// CONCATENATED MODULE: ./lib/commands/rehearse.js

const rehearse = {
    name: 'rehearse',
    summary: 'Rehearses a SQLite migration on a copy of a database and proves what happens to every row.',
    inputs: inputs/* inputs */.QL,
    async run({ host, withSupervisor, signal }) {
        return await withSupervisor(async (supervisor) => {
            const [loaded, { main }] = await Promise.all([
                host(),
                Promise.all(/* import() | preflight */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("preflight")]).then(__nccwpck_require__.bind(__nccwpck_require__, "lib/main.js")),
            ]);
            return await main(loaded, supervisor, signal);
        });
    },
};

;// CONCATENATED MODULE: ./lib/commands/index.js

/** Every command; the first is meant where none is named. A command is its file, this line and its test. */
const commands = [rehearse, explain];


/***/ }),

/***/ "lib/entry.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__("node:path");
// EXTERNAL MODULE: ./lib/host/writer.js
var writer = __nccwpck_require__("lib/host/writer.js");
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
var external_node_os_ = __nccwpck_require__("node:os");
;// CONCATENATED MODULE: ./lib/supervisor/command/mutex.js
/** Runs one act at a time, in the order in which they were asked for. */
class Mutex {
    #last = Promise.resolve();
    take(act) {
        const turn = this.#last.then(act);
        // A failure concerns the caller of this act alone, not the next one.
        this.#last = turn.catch(() => { });
        return turn;
    }
}

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

// EXTERNAL MODULE: ./lib/supervisor/facts-part.js
var facts_part = __nccwpck_require__("lib/supervisor/facts-part.js");
;// CONCATENATED MODULE: ./lib/system-error.js
/** The code of an error of the operating system, such as `ENOSPC`; `undefined` for any other error. */
function system_error_systemCode(error) {
    const isCoded = typeof error === 'object' && error !== null && 'code' in error;
    return isCoded && typeof error.code === 'string' ? error.code : undefined;
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/stage-context.js
/** Runs one engine task, which incidents call `name`. Never rejects. */
async function runTask({ pool, limits }, [name, task], request, progress) {
    const outcome = await pool.run(task, request, { ...limits, ...(progress && { progress }) });
    if (outcome.ok)
        return { result: outcome.result, ms: outcome.ms, incidents: [] };
    return { result: undefined, incidents: [{ task: name, kind: outcome.kind, detail: outcome.detail }] };
}
/** A second pass over the plan may take this long, or twice as long as the first. */
const LEAST_BUDGET_MS = 60_000;
/** How long something may take that is not needed for a verdict. `rehearsalMs`: how long the rehearsal took. */
function budgetFor(rehearsalMs) {
    return Math.max(LEAST_BUDGET_MS, 2 * rehearsalMs);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __nccwpck_require__("lib/sql/quote.js");
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

// EXTERNAL MODULE: ./lib/plan/layouts/index.js
var layouts = __nccwpck_require__("lib/plan/layouts/index.js");
;// CONCATENATED MODULE: ./lib/plan/choose.js

/**
 * Whose files these are. What the user says counts first, then the history table, because tools share file names and
 * the same files mean different things to them; then what is written in the files.
 */
function chooseLayout(folder, history, options) {
    if (options.name !== 'auto') {
        const layout = layoutNamed(options.name);
        return chosen(layout, tableOf(layout, { folder, history, options, isTheirs: true }));
    }
    const claimed = layouts/* layouts */.Y.filter((layout) => layout.claims(folder, history));
    const candidates = layouts/* layouts */.Y.map((layout) => {
        const isTheirs = claimed.includes(layout);
        return { layout, isTheirs, table: tableOf(layout, { folder, history, options, isTheirs }) };
    });
    const tracked = candidates.filter(({ table }) => table !== undefined);
    const own = tracked.find(({ isTheirs }) => isTheirs) ?? tracked[0];
    if (own !== undefined)
        return chosen(own.layout, own.table);
    const [first] = claimed;
    if (first !== undefined)
        return chosen(first);
    const foreign = history.tables.find(({ tool }) => codeTools.some(({ name }) => name === tool));
    if (foreign?.tool !== undefined)
        return { codeTool: foreign.tool, table: foreign.table };
    return { ...chosen(layoutNamed('plain')), recognised: options.column !== undefined };
}
function chosen(layout, table) {
    return { layout, recognised: layout.name !== 'plain' || table !== undefined, ...(table && { table }) };
}
/**
 * The table that the user named; else the tool's by its usual name; else by its columns, and by its rows where others
 * have such columns.
 */
function tableOf(layout, { folder, history, options, isTheirs }) {
    const { name, history: shape } = layout;
    const called = (given) => (one) => (0,quote/* foldName */.zN)(one.table) === (0,quote/* foldName */.zN)(given);
    const named = options.table === undefined ? undefined : called(options.table);
    if (name === 'plain')
        return options.name === 'plain' && named ? history.tables.find(named) : undefined;
    if (shape === undefined || (shape.vague && !isTheirs))
        return undefined;
    const own = history.tables.filter(({ tool, rows }) => tool === name && areIntegers(rows, shape.integers));
    if (named)
        return own.find(named);
    const isKnown = (table) => layout.read(folder, { table, userVersion: history.userVersion, options }).applied > 0;
    return own.find(called(shape.table)) ?? (shape.common ? own.find(isKnown) : own[0]);
}
function areIntegers(rows, column) {
    if (column === undefined)
        return true;
    const values = rows.map((row) => row[column] ?? 0);
    return values.every((value) => /^-?\d+$/.test(String(value)) && !(value instanceof Uint8Array));
}
/** Throws for a name that no layout has: settings let none through. */
function layoutNamed(name) {
    const found = layouts/* layouts */.Y.find((layout) => layout.name === name);
    if (found === undefined)
        throw new Error(`there is no layout ${name}`);
    return found;
}

;// CONCATENATED MODULE: ./lib/plan/compose.js
/** The steps of a reading under a profile. */
function stepsOf({ setup, pending }, profile) {
    return pending.length === 0
        ? []
        : [foreignKeys(profile), ...setup.map(own('')), ...scoped(pending, profile)];
}
/** The steps back over what was pending, the last migration first; `undefined` where one of them knows none. */
function rollbackOf({ pending }, profile) {
    const downs = pending
        .toReversed()
        .flatMap(({ file, down }) => down === undefined ? [] : [{ ...down, file: fileOf(down.steps) ?? file }]);
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
function stepsOfOne({ file, steps, records = {}, optsOut, stop }, transaction) {
    const { before = [], within = [], after = [] } = records;
    const inside = [...steps, ...within.map(own(file))];
    const wraps = transaction === 'file' && !optsOut && inside.length > 0;
    return [
        ...before.map(own(file)),
        ...(wraps ? [{ do: 'begin', file }, ...inside, { do: 'commit', file }] : inside),
        ...after.map(own(file)),
        ...(stop === undefined ? [] : [{ do: 'refuse', problem: stop }]),
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

;// CONCATENATED MODULE: ./lib/plan/history-tables.js

const KNOWN = [
    ...codeTools.filter(({ beside }) => beside !== undefined).map(known),
    ...layouts/* layouts */.Y.flatMap(({ name, history }) => (history === undefined ? [] : [{ tool: name, history }])),
    ...codeTools.filter(({ beside }) => beside === undefined).map(known),
];
/**
 * The tool whose migration history this table is, by its columns: a layout's name, or a tool that only `command` can run.
 * `columns` in any case and order; `tables`: every table of the database; `named`: the user says that it is one.
 */
function toolOf(table, columns, tables, named = false) {
    const has = columns.map(foldName).toSorted().join();
    const isThere = (name) => tables.some((other) => foldName(other) === foldName(name));
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
    const isUsual = ({ history }) => (0,quote/* foldName */.zN)(table) === (0,quote/* foldName */.zN)(history.table);
    return /migrat/i.test(table) || KNOWN.some(isUsual);
}
/** The same of one tool's table, in whose name the usual one may stand: `app_alembic_version`. */
function isNamedFor(table, tool) {
    const isIn = ({ history }) => (0,quote/* foldName */.zN)(table).includes((0,quote/* foldName */.zN)(history.table));
    return speaksOfMigrations(table) || KNOWN.some((one) => one.tool === tool && isIn(one));
}
/** It may be a migration history, by its name. */
function mayKeepAccount(table) {
    return speaksOfMigrations(table) || /^_*(schema|db|database)_?(version|history|change|patch)/i.test(table);
}
function known({ name, history, beside }) {
    return { tool: name, history, ...(beside !== undefined && { beside }) };
}

// EXTERNAL MODULE: ./lib/plan/layout-kit/file-names.js
var file_names = __nccwpck_require__("lib/plan/layout-kit/file-names.js");
;// CONCATENATED MODULE: ./lib/plan/declared-history.js

/**
 * Looks at the table that the user named as the migration history of a runner of their own. Whatever stands there counts as applied
 * and is not run, so a table of data would let migrations pass unseen: it is refused where a row names no migration and
 * its name does not speak of migrations either; else what does not fit is told.
 */
function declaredHistory({ table: named, column = '' }, found, folder) {
    if (named === undefined)
        return { problems: [] };
    const missing = wrongName(named, column, found);
    if (missing !== undefined)
        return { mistake: missing };
    const rows = found?.rows ?? [];
    const values = rows.map((row) => String(row[column.toLowerCase()] ?? ''));
    const known = new Set(folder.files.flatMap(file_names/* namesInHistory */.KC));
    const others = values.filter((value) => !known.has(value));
    const isFormer = formerMigration(folder);
    const strange = others.filter((value) => !isFormer(value)).length;
    if (strange > 0 && !mayKeepAccount(named))
        return { mistake: noHistory(named, strange, rows.length) };
    if (others.length === 0)
        return { problems: [] };
    const all = others.length === rows.length;
    const consequence = all ? ': every file counts as pending' : '';
    const sentence = `${others.length} of ${rows.length} rows of ${named}, which \`layout\` names as the migration history, are no file of ${folder.name}${consequence}`;
    // Files of long ago may have been removed; anything else there is what nobody expects.
    const kind = strange > 0 || all ? 'unread' : 'missing';
    return { problems: [{ kind, sentence, refuses: false }] };
}
/** It may name a migration whose file was removed: it ends in .sql, or has a number before those of all files. */
function formerMigration({ files }) {
    const numbers = files.flatMap((file) => (0,file_names/* leadingNumber */.Qt)((0,file_names/* nameOf */.Vb)(file)) ?? []);
    const first = numbers.reduce((least, number) => (least === undefined || number < least ? number : least), undefined);
    return (value) => {
        const number = (0,file_names/* leadingNumber */.Qt)(value);
        return /\.sql$/i.test(value) || (number !== undefined && first !== undefined && number < first);
    };
}
/** With a wrong name, everything would count as pending. */
function wrongName(table, column, found) {
    const key = found === undefined ? 'layout.table' : 'layout.column';
    const [row] = found?.rows ?? [];
    if (found !== undefined && (row === undefined || column.toLowerCase() in row))
        return undefined;
    return {
        key,
        message: `${key} names ${found === undefined ? table : column}, which is not in the snapshot, or is no migration history.`,
        remedy: 'Correct the name. For a database without one, leave `table` and `column` out.',
    };
}
function noHistory(table, strange, rows) {
    return {
        key: 'layout.table',
        message: `layout.table names ${table}, and ${strange} of its ${rows} rows name no migration: it is data, and no migration history.`,
        remedy: 'Name the table in which your runner records what it applied. For a database without one, leave `table` and `column` out.',
    };
}

;// CONCATENATED MODULE: ./lib/plan/layout-reading.js
/** Of one folder and one history, by what else a reading depends on. */
const layout_reading_known = new WeakMap();
/**
 * What a layout makes of the files. The same question is answered once: a run plans the same files for each way in which
 * production may execute them, and taking two hundred thousand statements apart takes seconds.
 */
function layoutReading(layout, folder, history, state) {
    const histories = layout_reading_known.get(folder) ?? new WeakMap();
    layout_reading_known.set(folder, histories);
    const readings = histories.get(history) ?? new Map();
    histories.set(history, readings);
    const key = keyOf(layout, state.options, state);
    const reading = readings.get(key) ?? layout.read(folder, state);
    readings.set(key, reading);
    return reading;
}
/** A profile counts only where a tool's drivers differ in what they take as one statement. */
function keyOf(layout, options, { profile, table }) {
    const own = layout.otherDrivers === undefined ? '' : (profile ?? '');
    return JSON.stringify([layout.name, own, table?.table, options]);
}

// EXTERNAL MODULE: ./lib/plan/profiles.js
var profiles = __nccwpck_require__("lib/plan/profiles.js");
// EXTERNAL MODULE: ./lib/statements/split.js
var split = __nccwpck_require__("lib/statements/split.js");
;// CONCATENATED MODULE: ./lib/plan/statement-limit.js

/** Each takes a few hundred bytes of the plan, wherever it goes. */
const MOST_STATEMENTS = 500_000;
/** A mistake where the files together have more statements than a plan can hold; `most`: other than usual. */
function tooManyStatements({ name, files }, most = MOST_STATEMENTS) {
    const semicolons = files.reduce((sum, { sql }) => sum + semicolonsIn(sql), 0);
    // Most files hold fewer semicolons than that, texts and comments included, and need not be taken apart for it.
    if (semicolons + files.length <= most || !exceeds(files, most))
        return undefined;
    return {
        key: 'migrations',
        message: `${name} holds more than ${most.toLocaleString('en')} statements.`,
        remedy: 'Remove files that are applied, or write data as statements with many rows.',
    };
}
function semicolonsIn(sql) {
    let count = 0;
    for (let at = sql.indexOf(';'); at !== -1; at = sql.indexOf(';', at + 1))
        count += 1;
    return count;
}
function exceeds(files, most) {
    let count = 0;
    for (const { sql } of files) {
        for (const _ of (0,split/* statementsOf */.G)(sql)) {
            count += 1;
            if (count > most)
                return true;
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/plan/unread.js

/**
 * What the snapshot seems to say of applied migrations where no tool was recognised, so that every file counts as
 * pending: a table by its name, or a `user_version` that one of several files has reached.
 */
function unreadAccounts({ files }, history) {
    const { tables, others, userVersion } = history;
    const known = tables.filter(({ table, rows }) => rows.length > 0 && mayKeepAccount(table));
    const named = [...known.map(({ table }) => table), ...others];
    const numbers = files.map((file) => (0,file_names/* leadingNumber */.Qt)((0,file_names/* nameOf */.Vb)(file))).filter((number) => number !== undefined);
    // One file is what is to be run, whatever the application means by its version; several are a history.
    const isReached = numbers.length > 1 && numbers.some((number) => number <= userVersion);
    return [
        ...named.map((table) => unread(`The table ${table} seems to say which migrations are applied`)),
        ...(isReached ? [unread(`PRAGMA user_version is ${userVersion}, which a file has reached`)] : []),
    ];
}
function unread(seen) {
    const sentence = `${seen}, and no tool was recognised by it: every file counts as pending`;
    return { kind: 'unread', sentence, refuses: false };
}

;// CONCATENATED MODULE: ./lib/plan/make-plan.js

/**
 * The pending migrations as data, to be executed as production would: those of the files which, by what the database
 * says, are not applied. A mistake where the files are no migrations of the tool, or of one that only `command` can run.
 */
function makePlan(assignment, history) {
    const { migrations, layout: options, profile } = assignment;
    const tooMany = tooManyStatements(migrations);
    if (tooMany !== undefined)
        return { mistake: tooMany };
    const choice = chooseLayout(migrations, history, options);
    if ('codeTool' in choice)
        return { mistake: onlyByCommand(choice) };
    const { layout, table, recognised } = choice;
    const declared = layout.name === 'plain' ? declaredHistory(options, table, migrations) : { problems: NO_PROBLEMS };
    if ('mistake' in declared)
        return declared;
    const reading = layoutReading(layout, migrations, history, {
        userVersion: history.userVersion,
        options,
        ...(table && { table }),
        ...(profile.name !== 'auto' && { profile: profile.name }),
    });
    if (reading.unsupported !== undefined)
        return { mistake: notAsSql(reading.unsupported) };
    if (reading.applied + reading.pending.length + reading.problems.length === 0)
        return { mistake: noneRecognised(layout, migrations) };
    const unread = options.name === 'auto' && !recognised ? unreadAccounts(migrations, history) : [];
    const problems = [...reading.problems, ...declared.problems, ...unread];
    return planOf(layout, { ...reading, problems }, assignment, recognised);
}
const NO_PROBLEMS = [];
function planOf(layout, reading, { migrations, profile: options }, recognised) {
    const { applied, pending, problems, bookkeeping, idle } = reading;
    const { profile, basis, alternatives } = profileOf(layout, options, recognised, reading.otherwise);
    const isRefused = problems.some(({ refuses }) => refuses);
    const rollback = isRefused ? undefined : rollbackOf(reading, profile);
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
        ...(rollback && { rollback }),
    };
}
/** An explicit `foreign-keys` or `transaction` wins over what the profile says. What nobody said was guessed. */
function profileOf(layout, options, recognised, otherwise) {
    const base = (0,profiles/* profileNamed */.JD)(options.name === 'auto' ? layout.name : options.name);
    const { transaction = base.transaction } = options;
    const foreignKeys = options.foreignKeys === 'auto' ? base.foreignKeys : options.foreignKeys;
    const profile = { ...base, transaction, foreignKeys };
    if (options.name !== 'auto')
        return { profile, basis: 'declared', alternatives: [] };
    if (!recognised) {
        const others = profiles/* genericProfiles */.Ce.filter(({ name }) => name !== base.name);
        const fixed = options.foreignKeys !== 'auto';
        const alternatives = others.filter((other) => !fixed || other.foreignKeys === foreignKeys);
        return { profile, basis: 'assumed', alternatives };
    }
    const guessed = layout.driverDecides === true && options.foreignKeys === 'auto';
    const alternatives = [
        ...(guessed ? [{ ...profile, foreignKeys: !foreignKeys }] : []),
        ...(otherwise && options.transaction === undefined ? [{ ...profile, ...otherwise }] : []),
    ];
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

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/scenario-context.js

/** A task did not come to its end: the reason goes on "not rehearsed: ". */
class Unfinished extends Error {
}
/** What the scenarios of one database share: the two finished copies, and the means to run the plan on others. */
class ScenarioContext {
    before;
    after;
    history;
    /** With the layout of the plan: which tool the files belong to is not decided again by what the statements leave. */
    assignment;
    plan;
    #setup;
    constructor(setup) {
        const { before, after, history, assignment, plan } = setup;
        this.before = before;
        this.after = after;
        this.history = history;
        this.assignment = { ...assignment, layout: layoutOf(plan, assignment.layout) };
        this.plan = plan;
        this.#setup = setup;
    }
    /** Throws Unfinished where the task was killed, or broke. */
    async task(task, request) {
        const { pool, limits } = this.#setup;
        const outcome = await pool.run(task, request, limits);
        if (outcome.ok)
            return outcome.result;
        throw new Unfinished(outcome.kind === 'timeout' ? 'the time for it was used up' : `${task} ended by ${outcome.kind}`);
    }
    /** A fresh copy of a closed database, under a name that is used again and again. */
    async copy(from, name = 'further.db') {
        const to = (0,external_node_path_.join)(this.#setup.folder, name);
        await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => (0,promises_namespaceObject.rm)(to + suffix, { force: true })));
        await (0,promises_namespaceObject.copyFile)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
        return to;
    }
    /** `fresh`: what `database` was copied from. */
    async rehearse(database, fresh, plan) {
        const { driver } = this.#setup;
        return await this.task('rehearse', { database, fresh, plan, samples: 'none', ...(driver && { driver }) });
    }
    /** What the tool would run on this database now, by what the database itself says. */
    async planFor(database) {
        const { table } = this.assignment.layout;
        const history = await this.task('tracking', { database, ...(table !== undefined && { table }) });
        const plan = makePlan(this.assignment, history);
        if ('mistake' in plan)
            return { refused: { message: plan.mistake.message, file: '' } };
        const problem = plan.problems.find(({ refuses }) => refuses);
        if (problem === undefined)
            return plan;
        const { sentence, file = '', line, kind } = problem;
        return { refused: { message: sentence, file, ...(line !== undefined && { line }), kind } };
    }
}
function layoutOf({ layout, bookkeeping }, options) {
    const [table = options.table] = bookkeeping.tables;
    return { ...options, name: layout, ...(table !== undefined && { table }) };
}
/** Where a rehearsal failed; `undefined` where it came to its end. */
function stopOf({ failure, outcome, statements }) {
    if (outcome === 'done')
        return undefined;
    const { message = outcome, file = '', line = statements.find(({ status }) => status === 'failed')?.line, } = failure ?? {};
    return { message, file, ...(line !== undefined && { line }) };
}

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/state-differences.js
/** What differs, without the tool's own tables and without what differs from run to run. */
function differencesOf({ tables, objects }, { tables: own }, volatile = new Set()) {
    const isOwn = (name = '') => own.includes(name);
    const kept = tables.filter(({ table }) => !isOwn(table) && !volatile.has(table));
    return {
        tables: kept.flatMap(({ table, removed, added, changed, columns }) => {
            const names = columns
                .map(({ column }) => column)
                .filter((column) => !volatile.has(state_differences_keyOf(table, column)));
            const isChanged = changed > 0 && names.length > 0;
            if (removed + added === 0 && !isChanged)
                return [];
            return [{ table, removed, added, changed: isChanged ? changed : 0, columns: names }];
        }),
        objects: objects
            .filter(({ kind, name, table, change }) => change !== 'renamed' && !isOwn(table) && !(kind === 'table' && isOwn(name)))
            .map(({ kind, name, table, change }) => ({
            kind,
            name,
            change,
            ...(table !== undefined && { table }),
        })),
    };
}
/** What two undisturbed runs do not agree on. */
function volatileOf({ tables }) {
    return new Set(tables.flatMap(({ table, removed, added, columns }) => [
        ...columns.map(({ column }) => state_differences_keyOf(table, column)),
        ...(removed + added > 0 ? [table] : []),
    ]));
}
function isNone({ tables, objects }) {
    return tables.length + objects.length === 0;
}
function state_differences_keyOf(table, column) {
    return `${table}.${column}`;
}

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/crash.js

/** Stop points of a long plan, evenly chosen: each costs about a plain run. */
const MOST_POINTS = 20;
/**
 * Stops the plan at its commit boundaries, and starts the tool again on what is left: a connection that is closed there
 * leaves what a crash leaves once SQLite has recovered the file. `boundaries`: steps of the plan, from the undisturbed
 * run. `readsClock`: the statements, or the schema, may give other values at another time.
 */
async function rehearseCrash(context, boundaries, readsClock) {
    const { steps } = context.plan;
    const isRun = steps.some((step) => step.do === 'exec');
    const inside = isRun ? boundaries.filter((step) => steps.slice(step).some(isWork)) : [];
    const chosen = evenly(inside, MOST_POINTS);
    const crash = { boundaries: inside.length, points: [] };
    try {
        const volatile = chosen.length > 0 && readsClock ? await findVolatile(context) : new Set();
        for (const step of chosen)
            crash.points.push(await stopAt(context, step, volatile));
    }
    catch (error) {
        return { crash, error };
    }
    return { crash };
}
/** The tool's own row is work too: without it, the next run repeats what is done. */
function isWork(step) {
    return step.do === 'exec' || step.do === 'record';
}
/** Clocks that count seconds must have advanced, so that values that depend on them differ. */
const TICK_MS = 1100;
async function findVolatile(context) {
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    const database = await context.copy(context.before);
    await context.rehearse(database, context.before, context.plan);
    const { changes } = await context.task('compare', { before: context.after, after: database, executed: [] });
    return volatileOf(changes);
}
async function stopAt(context, step, volatile) {
    const { steps } = context.plan;
    const last = steps.slice(0, step).findLast(isStatement) ?? steps.slice(step).find(isStatement);
    const { file = '', line = 0, title = '' } = last ?? {};
    const stopped = await context.copy(context.before, 'stopped.db');
    await context.rehearse(stopped, context.before, { ...context.plan, steps: steps.slice(0, step) });
    return { file, line, title, ...(await startAgain(context, stopped, volatile)) };
}
function isStatement(step) {
    return step.do === 'exec';
}
async function startAgain(context, stopped, volatile) {
    const plan = await context.planFor(stopped);
    if ('refused' in plan)
        return { outcome: 'sticks', stop: plan.refused };
    const database = await context.copy(stopped);
    const stop = stopOf(await context.rehearse(database, stopped, plan));
    // After another failure the state to keep is the one that the crash left.
    const reference = stop === undefined ? context.after : stopped;
    const { changes } = await context.task('compare', { before: reference, after: database, executed: [] });
    const differences = differencesOf(changes, plan.bookkeeping, volatile);
    const outcome = isDestructive(differences, stop === undefined)
        ? 'unsafe'
        : isSafe(stop, differences)
            ? 'safe'
            : 'sticks';
    return { outcome, ...(stop && { stop }), ...(!isNone(differences) && { differences }) };
}
function isSafe(stop, differences) {
    return stop === undefined && isNone(differences);
}
/**
 * A run that came to its end must leave every row as an undisturbed one does. One that stopped again must not lose or
 * change anything that the crash had left.
 */
function isDestructive({ tables, objects }, isAtEnd) {
    if (tables.some(({ removed, changed, added }) => removed + changed > 0 || (isAtEnd && added > 0)))
        return true;
    return objects.some(({ kind, change }) => kind === 'table' && change === 'removed');
}
/** Both ends and what lies evenly between. */
function evenly(all, most) {
    if (all.length <= most)
        return all;
    const chosen = Array.from({ length: most }, (_, at) => Math.round((at * (all.length - 1)) / (most - 1)));
    return all.filter((_, at) => chosen.includes(at));
}

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

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/other-profiles.js

/** The plan under every other profile that production may have; `changes`: what the rehearsal itself did. */
async function rehearseProfiles(context, changes) {
    const variants = [];
    for (const profile of context.plan.alternatives)
        variants.push(await rehearseOne(context, changes, profile));
    return variants;
}
async function rehearseOne(context, changes, profile) {
    const { name, foreignKeys, transaction } = profile;
    const assignment = { ...context.assignment, profile: { name, foreignKeys, transaction } };
    const plan = makePlan(assignment, context.history);
    if ('mistake' in plan)
        return { profile, outcome: 'cannot-run', losses: [] };
    const database = await context.copy(context.before);
    const { outcome, statements } = await context.rehearse(database, context.before, plan);
    if (outcome !== 'done')
        return { profile, outcome: 'cannot-run', losses: [] };
    const executed = namesExecuted(statements);
    const compared = await context.task('compare', { before: context.before, after: database, executed });
    return { profile, outcome: 'done', losses: lossesBeyond(compared.changes, changes, plan.bookkeeping) };
}
/** Rows and values that are lost here, and were not in the rehearsal itself. */
function lossesBeyond(here, usual, { tables: own }) {
    return here.tables.flatMap((change) => {
        if (own.includes(change.table))
            return [];
        const other = usual.tables.find(({ table }) => table === change.table);
        const rows = change.removed - (other?.removed ?? 0);
        const nulled = change.columns.flatMap(({ column, nulled: values }) => {
            const known = other?.columns.find((one) => one.column === column)?.nulled ?? 0;
            return values > known ? [{ column, values: values - known }] : [];
        });
        return rows > 0 || nulled.length > 0 ? [{ table: change.table, rows: Math.max(0, rows), nulled }] : [];
    });
}

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/rerun.js

/** The tool is started once more on the migrated database. */
async function rehearseRerun(context) {
    const plan = await context.planFor(context.after);
    if ('refused' in plan)
        return { outcome: 'refused', stop: plan.refused };
    if (plan.pending.length === 0)
        return { outcome: 'nothing-pending' };
    const database = await context.copy(context.after);
    const rehearsal = await context.rehearse(database, context.after, plan);
    const stop = stopOf(rehearsal);
    const { changes } = await context.task('compare', { before: context.after, after: database, executed: [] });
    const differences = differencesOf(changes, plan.bookkeeping);
    if (stop !== undefined)
        return { outcome: 'fails', stop, differences };
    return isNone(differences) ? { outcome: 'same' } : { outcome: 'differs', differences };
}

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/rollback.js

/** Rollback: by the down migrations where all have one, and by the backup. `migrated`: the plan came to its end. */
async function rehearseRollback(context, migrated) {
    const down = migrated ? await goDown(context) : undefined;
    const target = await context.copy(context.after, 'restored.db');
    const backup = await context.task('restore', { backup: context.before, target });
    return { ...(down && { down }), backup };
}
async function goDown(context) {
    const { rollback, ...plan } = context.plan;
    if (rollback === undefined)
        return undefined;
    const database = await context.copy(context.after);
    const rehearsal = await context.rehearse(database, context.after, { ...plan, steps: rollback });
    const stop = stopOf(rehearsal);
    const { changes } = await context.task('compare', {
        before: context.before,
        after: database,
        executed: [],
    });
    const differences = differencesOf(changes, plan.bookkeeping);
    return { outcome: stop === undefined ? 'done' : 'failed', ...(stop && { stop }), differences };
}

;// CONCATENATED MODULE: ./lib/supervisor/scenarios/rehearse-scenarios.js

/** In the order in which they are rehearsed while the budget lasts. */
const ORDER = ['profiles', 'rerun', 'rollback', 'crash'];
/** By default a rehearsal that took longer is not repeated. */
const SHORT_MS = 10_000;
/** Databases of one run on which `auto` rehearses more than the migration. */
const MOST_DATABASES = 5;
/** The same plan on a thousand databases crashes in the same places. `at`: the database's place in the run, from 0. */
function optionsFor(wanted, at) {
    return wanted === 'auto' && at >= MOST_DATABASES ? 'elsewhere' : wanted;
}
/**
 * Rehearses what else can happen to the plan: another driver, a second start, a rollback, a crash. Nothing here makes
 * the run incomplete: what was not done is in `skipped`, with its reason.
 */
async function rehearseScenarios({ request: { assignment, rehearse, folder }, pool, limits }, copies, finished) {
    const { plan, rehearsal, ms } = finished;
    if (assignment === undefined || plan === undefined || plan.steps.length === 0)
        return { facts: {} };
    if (rehearsal.outcome === 'refused')
        return { facts: {} };
    const started = performance.now();
    const deadline = Math.min(limits.deadline, started + budgetFor(ms));
    const context = new ScenarioContext({
        ...{ before: copies.before, after: copies.after, history: copies.history },
        ...{ assignment, plan, driver: rehearsal.driver, folder, pool, limits: { ...limits, deadline } },
    });
    const scenarios = { skipped: [] };
    for (const name of ORDER) {
        const reason = reasonAgainst(name, rehearse, ms) ?? unfit(name, { ...finished, plan }, assignment);
        const { skipped, ...found } = reason === undefined
            ? await attempt(name, context, { ...finished, plan })
            : { skipped: [{ rehearsal: name, ...reason }] };
        Object.assign(scenarios, found);
        scenarios.skipped.push(...skipped);
    }
    return { facts: { scenarios }, timings: { scenarios: performance.now() - started } };
}
const ACTS = {
    async profiles(context, { changes, plan }) {
        if (changes === undefined || plan.alternatives.length === 0)
            return { found: {} };
        return { found: { profiles: await rehearseProfiles(context, changes) } };
    },
    async rerun(context) {
        return { found: { rerun: await rehearseRerun(context) } };
    },
    async rollback(context, { rehearsal }) {
        return { found: { rollback: await rehearseRollback(context, rehearsal.outcome === 'done') } };
    },
    async crash(context, finished) {
        const { boundaries = [] } = finished.rehearsal;
        const { crash, error } = await rehearseCrash(context, boundaries, readsClock(finished));
        return { found: { crash }, error };
    },
};
async function attempt(name, context, finished) {
    const end = await ACTS[name](context, finished).catch((error) => ({ found: {}, error }));
    return { ...end.found, skipped: end.error === undefined ? [] : [skippedBy(name, end.error)] };
}
function skippedBy(name, error) {
    const reason = error instanceof Unfinished
        ? error.message
        : `its copy could not be made (${system_error_systemCode(error) ?? 'unknown'})`;
    return { rehearsal: name, reason, missed: true };
}
function reasonAgainst(name, wanted, ms) {
    if (wanted === 'elsewhere')
        return { reason: 'rehearsed on the first databases of the run alone', missed: false };
    if (wanted !== 'auto')
        return wanted.includes(name) ? undefined : { reason: 'left out by `rehearse`', missed: false };
    if (ms < SHORT_MS)
        return undefined;
    const reason = `the rehearsal took ${Math.round(ms / 1000)} s, and beyond ${SHORT_MS / 1000} s only \`rehearse: all\` repeats it`;
    return { reason, missed: true };
}
/** After a plan that failed, only a rollback can be rehearsed; so it is where only the user's own tool writes the history. */
function unfit(name, { rehearsal, plan }, { layout }) {
    if (name === 'rollback')
        return undefined;
    if (rehearsal.outcome !== 'done')
        return { reason: 'the rehearsal did not come to its end', missed: false };
    if (plan.layout !== 'plain' || layout.column === undefined || name === 'profiles')
        return undefined;
    return { reason: 'only the tool itself writes its table', missed: false };
}
const CLOCK = /current_(time|date)|'now'|random|strftime|julianday|unixepoch|\b(date|time|datetime)\s*\(/i;
/** The statements, a default or a trigger may give other values at another time. */
function readsClock({ plan, before }) {
    const statements = plan.steps.some((step) => step.do === 'exec' && CLOCK.test(step.sql));
    return statements || CLOCK.test(JSON.stringify(before?.schema ?? {}));
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/compare-stage.js

/** Compares the two copies, schema and content. */
async function compare(context, { before, after }, { statements }) {
    const { samples } = context.request;
    const request = { before, after, executed: namesExecuted(statements), samples };
    const { result, incidents } = await runTask(context, ['compare', 'compare'], request);
    if (result === undefined)
        return { facts: {}, incidents, untouched: [] };
    const { changes, untouched, schemaMs, contentMs } = result;
    return { facts: { changes }, timings: { schemaDiff: schemaMs, dataDiff: contentMs }, untouched };
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/inspect-stage.js

/** Copies the snapshot twice and looks at what it is. */
async function inspect(context) {
    const { snapshot, name, folder, assignment } = context.request;
    const { table: historyTable } = assignment?.layout ?? {};
    const request = { snapshot, name, folder, ...(historyTable !== undefined && { historyTable }) };
    const end = await runTask(context, ['inspect', 'inspect'], request);
    if (end.result === undefined)
        return { facts: {}, incidents: end.incidents };
    const timings = { copy: end.ms };
    if ('unusable' in end.result)
        return { facts: { unusable: end.result.unusable }, timings };
    return { facts: { snapshot: end.result.snapshot }, timings, copies: end.result };
}

;// CONCATENATED MODULE: ./lib/supervisor/system-incident.js

/**
 * An incident of the rehearsal for an error of the operating system. `what`: the consequence, in words. Of the error only
 * its code is told: the message names folders of this machine.
 */
function systemIncident(error, what) {
    const code = system_error_systemCode(error) ?? 'unknown';
    return { task: 'rehearse', kind: code === 'ENOSPC' ? 'disk-full' : 'error', detail: `${what} (${code})` };
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/keep-stage.js

/** Keeps the migrated copy where the user wants it. */
function keep({ output, migrated }, { after }) {
    try {
        const left = neededBeside(after);
        if (left !== undefined) {
            const detail = `the migrated database was not kept: SQLite could not write all of it, and left a part in ${left}`;
            return { facts: {}, incidents: [{ task: 'rehearse', kind: 'error', detail }] };
        }
        return { facts: { migratedDatabase: keepMigrated(after, (0,external_node_path_.join)(output, migrated)) } };
    }
    catch (error) {
        return { facts: {}, incidents: [systemIncident(error, 'the migrated database was not kept')] };
    }
}
/** Moves the migrated copy out of the scratch folder before that is removed. Returns where it is now. */
function keepMigrated(from, to) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
    // A log that somebody left beside the copy of an earlier run would be played back into this one.
    for (const suffix of ['-wal', '-shm', '-journal'])
        (0,external_node_fs_.rmSync)(to + suffix, { force: true });
    try {
        (0,external_node_fs_.renameSync)(from, to);
    }
    catch (error) {
        if (system_error_systemCode(error) !== 'EXDEV')
            throw error;
        (0,external_node_fs_.copyFileSync)(from, to);
    }
    return to;
}
/**
 * The file beside a database that SQLite still needs: a log that was not written back, or a journal that would be rolled
 * back. Without it the main file alone is damaged.
 */
function neededBeside(database) {
    const hasLog = ((0,external_node_fs_.statSync)(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    if (hasLog)
        return '-wal';
    return isHot(`${database}-journal`) ? '-journal' : undefined;
}
/** With `journal_mode` PERSIST the journal stays, and its first bytes are overwritten with zeros. */
function isHot(journal) {
    if (!(0,external_node_fs_.existsSync)(journal))
        return false;
    const head = Buffer.alloc(8);
    const file = (0,external_node_fs_.openSync)(journal, 'r');
    try {
        return (0,external_node_fs_.readSync)(file, head) > 0 && head.some((byte) => byte !== 0);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/locate-stage.js

/**
 * Traces what differs to its statements. A run is complete without it: what goes wrong here costs places in the reports,
 * and is no incident.
 */
async function locate({ request: { folder }, pool, limits }, { before, after }, { plan, rehearsal, ms, changes }) {
    const { statements, driver, outcome } = rehearsal;
    if (plan === undefined || outcome !== 'done' || changes === undefined || !hasCauses(changes)) {
        return { facts: {} };
    }
    const request = {
        ...{ before, after, folder, plan, statements, changes },
        budgetMs: budgetFor(ms),
        ...(driver && { driver }),
    };
    const located = await pool.run('locate', request, limits);
    if (!located.ok)
        return { facts: {} };
    return {
        facts: { changes: { ...changes, causes: located.result.causes } },
        timings: { locate: located.ms },
    };
}
/** Whether anything differs that a statement may have done by mistake. What was only added is meant. */
function hasCauses({ tables, objects }) {
    return (tables.some(({ added, removed, changed }) => added + removed + changed > 0) ||
        objects.some(({ change }) => change === 'removed' || change === 'changed'));
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/measure-stage.js

async function measureBefore(context, { before }) {
    const end = await measure(context, 'measure-before', before);
    if (end.result === undefined)
        return { facts: {}, incidents: end.incidents };
    return { facts: { before: end.result }, timings: { healthBefore: end.ms } };
}
/** `untouched`: tables that the migration left alone. Those that were sound in *before* are not checked again. */
async function measureAfter(context, { after }, measuring, untouched) {
    const { before } = (await measuring).facts;
    const end = await measure(context, 'measure-after', after, isSound(before) ? untouched : []);
    if (end.result === undefined)
        return { facts: {}, incidents: end.incidents };
    return { facts: { after: end.result }, timings: { healthAfter: end.ms } };
}
function isSound(health) {
    return health?.integrity.result === 'ok' && !health.unchecked.some(({ check }) => check === 'integrity');
}
async function measure(context, name, database, untouched = []) {
    const { checks, samples } = context.request;
    return await runTask(context, [name, 'measure'], { database, checks, samples, untouched });
}

;// CONCATENATED MODULE: ./lib/plan/recorded.js

/** Columns that name a migration, the one that says most first. */
const KEYS = [
    'migration_name',
    'migration',
    'migration_id',
    'migrationid',
    'name',
    'script',
    'version',
    'version_id',
];
const LAST_KEYS = ['version_num', 'id', 'hash'];
/** What the tools' own tables hold only in `after`: the migrations that were run, as far as a tool records each. */
function recordedMigrations(before, after) {
    return after.tables.flatMap(({ table, tool, rows }) => {
        // A table of the application's may have such columns too, and its rows are data.
        if (tool === undefined || !isNamedFor(table, tool))
            return [];
        const former = before.tables.find((other) => (0,quote/* foldName */.zN)(other.table) === (0,quote/* foldName */.zN)(table));
        const known = new Set((former?.rows ?? []).map(recorded_keyOf));
        const ids = rows.map(recorded_keyOf).filter((id) => id !== '' && !known.has(id));
        return ids.length === 0 ? [] : [{ tool, table, ids }];
    });
}
/** Every migration history table, on either side, with those that it keeps beside. */
function bookkeepingTables(...sides) {
    const tables = sides.flatMap((side) => side.tables.filter(isTools));
    const own = tables.map(({ table }) => table);
    const beside = codeTools.filter(({ name }) => tables.some(({ tool }) => tool === name));
    return [...new Set([...own, ...beside.flatMap((tool) => [tool.beside ?? [], tool.own ?? []].flat())])];
}
function isTools({ tool, table }) {
    return tool !== undefined && isNamedFor(table, tool);
}
function recorded_keyOf(row) {
    // Django counts each application's migrations by itself.
    const app = 'app' in row && 'applied' in row ? `${String(row.app)}.` : '';
    const key = [...KEYS, ...LAST_KEYS].find((column) => isKey(row[column]));
    return key === undefined ? '' : `${app}${String(row[key])}`;
}
function isKey(value) {
    return ((typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint');
}

;// CONCATENATED MODULE: ./lib/supervisor/command/access-time.js

/** Older than any write: with `relatime`, the default of Linux, only then does the first read set a new access time. */
const LONG_AGO = new Date('2001-01-01T00:00:00Z');
/** Whether the file system of `folder` records access times; mounted with `noatime` it does not. */
function notesReading(folder) {
    const probe = (0,external_node_path_.join)(folder, 'access-time');
    (0,external_node_fs_.writeFileSync)(probe, 'probe');
    setBack(probe);
    (0,external_node_fs_.readFileSync)(probe);
    const noted = wasRead(probe);
    (0,external_node_fs_.rmSync)(probe);
    return noted;
}
/** Sets the access time back, so that the next read shows. */
function setBack(path) {
    (0,external_node_fs_.utimesSync)(path, LONG_AGO, (0,external_node_fs_.statSync)(path).mtime);
}
/** Whether the file was read since its access time was set back; true also for one that is gone or replaced. */
function wasRead(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.atimeMs !== LONG_AGO.getTime();
}

;// CONCATENATED MODULE: ./lib/supervisor/command/environment.js
/** With these a process can control the job that it runs in: no command gets them, whatever `pass-env` says. */
const RUNNER_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/** Tokens of the job, and what was meant for this action alone. */
const WITHHELD = ['GITHUB_TOKEN', 'ACTIONS_*', 'INPUT_*'].map((pattern) => ({
    pattern,
    keeps: false,
}));
/** The variables of the step that the command gets, and where its database is. */
function environmentFor(step, rules, database) {
    const ordered = [...WITHHELD, ...rules].map(({ pattern, keeps }) => ({ fits: matcher(pattern), keeps }));
    const stays = (name) => !RUNNER_FILES.includes(name.toUpperCase()) &&
        (ordered.findLast(({ fits }) => fits.test(name))?.keeps ?? true);
    return {
        ...Object.fromEntries(Object.entries(step).filter(([name]) => stays(name))),
        DATABASE_PATH: database.path,
        // Every tool takes slashes, and a URL has no backslashes.
        DATABASE_URL: `${database.urlForm}${database.path.replaceAll('\\', '/')}`,
    };
}
/** On Windows, names of variables are not case-sensitive. */
function matcher(pattern) {
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${source}$`, process.platform === 'win32' ? 'is' : 's');
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/supervisor/command/wal-commits.js

/** The WAL's header and the header of each frame (sqlite.org/fileformat2.html section 4.1); numbers are big-endian. */
const HEADER = 32;
const FRAME = 24;
const MAGIC = 0x377f0682;
/**
 * Counts the commits in a -wal file while others write it, without SQLite and without a lock. The open file outlives its
 * name, so that a WAL which the last connection deletes can still be read.
 */
class WalCommits {
    commits = 0;
    /** Frames were overwritten, or cut off, before they could be looked at. */
    incomplete = false;
    #file;
    #current;
    /** `undefined` where there is no such file. */
    static open(path) {
        try {
            return new WalCommits((0,external_node_fs_.openSync)(path, 'r'));
        }
        catch {
            // It is gone again, or cannot be opened: the watch knows that it missed one.
            return undefined;
        }
    }
    constructor(file) {
        this.#file = file;
    }
    /** Whether the file has lost its name. */
    get isGone() {
        return (0,external_node_fs_.fstatSync)(this.#file).nlink === 0;
    }
    look() {
        const header = this.#read(0, HEADER);
        const last = this.#current;
        if (header === undefined || (header.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) {
            // Cut to nothing by a checkpoint; what was written since the last look went with it.
            if (last !== undefined)
                this.incomplete = true;
            this.#current = undefined;
            return;
        }
        const salt = header.subarray(16, 24);
        if (last?.salt.equals(salt)) {
            this.#count(last);
            return;
        }
        const sequence = header.readUInt32BE(12);
        const pageSize = header.readUInt32BE(8);
        // A reset overwrites from the start: the tail of the last generation is still there.
        if (last !== undefined)
            this.#count(last);
        const next = { sequence, salt: Buffer.from(salt), pageSize, committed: 0, seen: 0 };
        this.#count(next);
        this.#current = next;
        const missed = last === undefined ? sequence > 0 && this.commits === 0 : sequence !== last.sequence + 1;
        if (missed || (last !== undefined && next.seen > last.committed))
            this.incomplete = true;
    }
    /** Looks once more at everything after the last commit, and closes the file. */
    close() {
        if (this.#current !== undefined)
            this.#current.seen = this.#current.committed;
        this.look();
        (0,external_node_fs_.closeSync)(this.#file);
    }
    #count(generation) {
        const { salt, pageSize } = generation;
        const frame = (at) => this.#read(HEADER + at * (FRAME + pageSize), FRAME);
        const first = frame(generation.committed)?.subarray(16);
        const isSame = first !== undefined && generation.first?.equals(first);
        if (!isSame)
            generation.seen = generation.committed;
        for (;;) {
            const head = frame(generation.seen);
            if (head === undefined || !head.subarray(8, 16).equals(salt))
                break;
            generation.seen += 1;
            // The last frame of a transaction says how large the database is now.
            if (head.readUInt32BE(4) === 0)
                continue;
            this.commits += 1;
            generation.committed = generation.seen;
        }
        const open = frame(generation.committed)?.subarray(16);
        if (open === undefined)
            delete generation.first;
        else
            generation.first = open;
    }
    #read(position, length) {
        const buffer = Buffer.alloc(length);
        return (0,external_node_fs_.readSync)(this.#file, buffer, 0, length, position) === length ? buffer : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/command/file-watch.js

const LOOK_EVERY_MS = 4;
/** Events that the file system had queued when the last process ended have arrived by then. */
const SETTLE_MS = 20;
/** Opens a file without changing its access time; where that is impossible, the header is not read during the watch. */
const UNSEEN = external_node_fs_.constants.O_NOATIME;
/**
 * Watches a database from outside, by its bytes alone, without SQLite: a connection of ours would hold locks, and the
 * last connection to close decides what becomes of the WAL.
 */
class FileWatch {
    #path;
    #start;
    #stats;
    #journal;
    #watcher;
    #timer;
    #wals = [];
    /** Events of -wal, which appears and vanishes; and whether it was there from the start. */
    #walEvents = 0;
    #hadWal;
    /** The counter when the first WAL was seen. */
    #counterAtWal;
    /** Begins to watch, and sets the access time back. The file must not be in use yet. */
    constructor(path) {
        this.#path = path;
        this.#start = readHeader(path, external_node_fs_.constants.O_RDONLY);
        // After our own reading, and before its times are noted.
        setBack(path);
        // SQLite takes an empty WAL for one without frames. Made by us, it is open before the first commit can be in it.
        if (this.#start.wal)
            (0,external_node_fs_.writeFileSync)(`${path}-wal`, '', { flag: 'a', mode: 0o600 });
        this.#hadWal = this.#start.wal;
        this.#journal = new JournalWatch(`${path}-journal`);
        this.#watcher = this.#events();
        this.#look();
        this.#stats = (0,external_node_fs_.statSync)(path, { bigint: true });
        this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    }
    /** Ends the watch; nobody may be writing any more. Reads the file. */
    async end() {
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(SETTLE_MS);
        clearInterval(this.#timer);
        this.#look();
        const gone = this.#wals.filter(({ isGone }) => isGone).length;
        // Each WAL appeared, except for one from the start, and each that is gone vanished.
        const known = this.#wals.length - (this.#hadWal ? 1 : 0) + gone;
        this.#watcher?.close();
        for (const wal of this.#wals)
            wal.close();
        return this.#result(this.#walEvents > known);
    }
    #result(missedWal) {
        const inWal = this.#wals.reduce((sum, { commits }) => sum + commits, 0);
        const incomplete = missedWal || this.#wals.some((wal) => wal.incomplete);
        const stats = (0,external_node_fs_.statSync)(this.#path, { bigint: true, throwIfNoEntry: false });
        const isSame = stats?.ino === this.#stats.ino;
        const written = !isSame || stats.mtimeNs !== this.#stats.mtimeNs || stats.size !== this.#stats.size;
        const changed = written || inWal > 0;
        const end = stats === undefined ? undefined : readHeader(this.#path, external_node_fs_.constants.O_RDONLY);
        const longestWriteMs = this.#wals.length === 0 ? this.#journal.longestMs() : undefined;
        const facts = { changed, ...(longestWriteMs !== undefined && { longestWriteMs }) };
        if (!isSame || end === undefined)
            return { ...facts, commits: Math.max(1, inWal), atLeast: true };
        const byCounter = (counter) => (counter - this.#start.counter) >>> 0;
        const mayHaveWal = this.#start.wal || end.wal || this.#walEvents > 0;
        if (!mayHaveWal)
            return { ...facts, commits: byCounter(end.counter), atLeast: false };
        // Before its WAL it had a journal; what it wrote under one afterwards cannot be told from the WAL's own.
        const before = this.#start.wal ? 0 : byCounter(this.#counterAtWal ?? end.counter);
        const commits = Math.max(before + inWal, changed ? 1 : 0);
        const unsure = this.#watcher === undefined || (this.#start.wal && !end.wal) || commits > before + inWal;
        return { ...facts, commits, atLeast: incomplete || unsure };
    }
    /** Only Linux tells of each file that appears or vanishes, one by one. */
    #events() {
        if (process.platform !== 'linux')
            return undefined;
        const wal = `${(0,external_node_path_.basename)(this.#path)}-wal`;
        try {
            const watcher = (0,external_node_fs_.watch)((0,external_node_path_.dirname)(this.#path), (event, name) => {
                if (event === 'rename' && name === wal)
                    this.#walEvents += 1;
                this.#look();
            });
            return watcher.on('error', () => { });
        }
        catch {
            // The machine has no watch left: looking at intervals must do.
            return undefined;
        }
    }
    #look() {
        const last = this.#wals.at(-1);
        if (last === undefined || last.isGone) {
            const next = WalCommits.open(`${this.#path}-wal`);
            if (next !== undefined) {
                this.#wals.push(next);
                this.#counterAtWal ??= this.#counter();
            }
        }
        for (const wal of this.#wals.slice(-2))
            wal.look();
        this.#journal.look(() => this.#counter());
    }
    #counter() {
        if (UNSEEN === undefined)
            return undefined;
        try {
            return readHeader(this.#path, external_node_fs_.constants.O_RDONLY | UNSEEN).counter;
        }
        catch {
            // It is being replaced, or has another owner.
            return undefined;
        }
    }
}
/** How long a rollback journal is there: from the first write of a transaction to its commit, which others wait for. */
class JournalWatch {
    #path;
    #longest;
    #span;
    constructor(path) {
        this.#path = path;
    }
    /** `counter`: the change counter of the database, which tells one transaction from the next. */
    look(counter) {
        const stats = (0,external_node_fs_.statSync)(this.#path, { bigint: true, throwIfNoEntry: false });
        if (stats === undefined || stats.size === 0n) {
            this.#span = undefined;
            return;
        }
        const key = [stats.birthtimeNs, counter()].join(':');
        const now = performance.now();
        if (this.#span?.key !== key)
            this.#span = { key, since: now };
        this.#longest = Math.max(this.#longest ?? 0, now - this.#span.since);
    }
    /** `undefined` where no journal was seen, or one that stays when its transaction has ended, and tells nothing. */
    longestMs() {
        const stays = ((0,external_node_fs_.statSync)(this.#path, { throwIfNoEntry: false })?.size ?? 0) > 0;
        return stays ? undefined : this.#longest;
    }
}
function readHeader(path, flags) {
    const file = (0,external_node_fs_.openSync)(path, flags);
    try {
        const bytes = Buffer.alloc(28);
        (0,external_node_fs_.readSync)(file, bytes, 0, bytes.length, 0);
        return { wal: bytes[18] === 2, counter: bytes.readUInt32BE(24) };
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__("node:child_process");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__("node:util");
;// CONCATENATED MODULE: ./lib/supervisor/command/shell.js

/** All output of ended processes is read within this time; only a process that left the group can hold the pipe longer. */
const GRACE_MS = 500;
/**
 * Becomes bash as GitHub's `shell: bash` starts it: with pipefail, else `migrate | tee log` never fails. What reads from
 * the pipe at 3 ends the group when this process is gone, killed too; it is nobody's child, because some programs wait
 * for all of theirs.
 */
const SHELL = `
( (read -r _; kill -9 -$$) <&3 3<&- >/dev/null 2>&1 & )
exec 3<&-
if command -v bash >/dev/null; then exec bash --noprofile --norc -eo pipefail -c "$1"; fi
exec /bin/sh -e -c "$1"`;
/**
 * Runs a command by the shell, in a process group of its own, and waits for its end. Then the whole group is killed, with
 * what was left in the background. A script stops at its first line that fails, as one of a workflow does.
 */
async function runShell(command, limits) {
    if (limits.signal.aborted)
        return { by: 'cancel' };
    if (limits.deadline <= performance.now())
        return { by: 'deadline' };
    const { folder, env, line } = command;
    const { promise, resolve } = Promise.withResolvers();
    const options = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] };
    const child = process.platform === 'win32'
        ? (0,external_node_child_process_.spawn)(line, { ...options, shell: true, windowsHide: true })
        : (0,external_node_child_process_.spawn)('/bin/sh', ['-c', SHELL, 'sh', line], { ...options, detached: true });
    const outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
    const told = outputs.map((stream) => tellLines(stream, command.tell));
    child.once('error', (error) => resolve({ by: 'start', code: error.code ?? 'unknown' }));
    child.once('exit', (exitCode, signal) => resolve(signal === null ? { by: 'itself', exitCode: exitCode ?? 0 } : { by: 'signal', signal }));
    const cancelled = () => resolve({ by: 'cancel' });
    const timer = setTimeout(() => resolve({ by: 'deadline' }), Math.max(0, limits.deadline - performance.now()));
    limits.signal.addEventListener('abort', cancelled);
    const end = await promise;
    clearTimeout(timer);
    limits.signal.removeEventListener('abort', cancelled);
    killGroup(child);
    await Promise.race([Promise.all(told), (0,external_node_timers_promises_namespaceObject.setTimeout)(GRACE_MS, undefined, { ref: false })]);
    // A process that left the group may hold the pipes for ever.
    for (const stream of child.stdio)
        stream?.destroy();
    return end;
}
function killGroup({ pid }) {
    if (pid === undefined)
        return;
    if (process.platform === 'win32') {
        (0,external_node_child_process_.spawnSync)('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
        return;
    }
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // The group is empty.
    }
}
/** A longer line is passed on in parts: what a program prints must not fill the memory. */
const LONGEST = 16_384;
/** Passes a stream on line by line, and resolves at its end. A carriage return alone, as of a progress bar, ends a line too. */
function tellLines(stream, tell) {
    const { promise, resolve } = Promise.withResolvers();
    let rest = '';
    const say = (line) => tell((0,external_node_util_.stripVTControlCharacters)(line));
    stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split(/\r*\n|\r+(?!\n)(?=.)/s);
        rest = lines.pop() ?? '';
        for (const line of lines)
            say(line);
        if (rest.length > LONGEST) {
            say(rest);
            rest = '';
        }
    });
    stream.once('error', () => { });
    stream.once('close', () => {
        if (rest !== '')
            say(rest.replace(/\r$/, ''));
        resolve();
    });
    return promise;
}

;// CONCATENATED MODULE: ./lib/supervisor/command/snapshot-guard.js

/**
 * Marks that change when the user's file is written to: size, time and identity of it and of SQLite's files beside it. Of
 * -shm only that it exists, because readers of a database in use write to it.
 */
function snapshotMarks(snapshot) {
    const path = (0,external_node_fs_.realpathSync)(snapshot);
    const marks = ['', '-wal', '-journal', '-shm'].map((suffix) => {
        const stats = (0,external_node_fs_.statSync)(path + suffix, { bigint: true, throwIfNoEntry: false });
        if (stats === undefined)
            return 'none';
        return suffix === '-shm' ? 'there' : [stats.ino, stats.size, stats.mtimeNs].join(':');
    });
    return marks.join();
}
/** `false` also where the file is gone. */
function hasMarks(snapshot, marks) {
    try {
        return snapshotMarks(snapshot) === marks;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/command/run-command.js

/** The facts of a command that has not run. */
function idleCommand(history) {
    return { recorded: [], bookkeeping: bookkeepingTables(history) };
}
/**
 * Rehearses by the project's own tool, which gets the copy's path and does what it likes. What it did is seen from the
 * file.
 */
async function rehearseByCommand({ pool, limits }, order, place) {
    const idle = { command: idleCommand(place.history), rehearsal: (0,facts_part/* notRehearsed */.F)(place.sqlite) };
    let ran;
    try {
        ran = await limits.mutex.take(() => run(order, place, limits));
    }
    catch (error) {
        return {
            facts: { ...idle, rehearsal: { ...idle.rehearsal, outcome: 'crashed' } },
            incidents: [systemIncident(error, 'the command could not be run')],
        };
    }
    const { end, ms, watched } = ran;
    const facts = {
        command: { ...idle.command, ...seen(ran) },
        rehearsal: { ...idle.rehearsal, ...outcomeOf(end), commits: watched.commits },
    };
    const incidents = incidentsOf(end, ms);
    const timings = { rehearsal: ms };
    if (end.by === 'cancel' || end.by === 'start')
        return { facts, incidents, timings };
    const finalized = await pool.run('finalize', requestFor(place), limits);
    if (finalized.ok)
        return { facts: withRemains(facts, place.history, finalized.result), incidents, timings };
    // One that was killed at the deadline has its incident already.
    if (end.by === 'deadline')
        return { facts, incidents, timings };
    const { kind, detail } = finalized;
    return {
        facts: { ...facts, rehearsal: { ...facts.rehearsal, outcome: 'crashed' } },
        incidents: [...incidents, { task: 'rehearse', kind, detail }],
        timings,
    };
}
function requestFor({ path, snapshot: { sha256 }, after }) {
    return { snapshot: path, sha256, after };
}
/** Adds what the command left behind, seen when nobody worked on it any more. */
function withRemains({ command, rehearsal }, before, { snapshotIsSame, history: after }) {
    const touched = snapshotIsSame ? {} : { snapshotTouched: true };
    if (after === undefined) {
        const isLate = rehearsal.outcome === 'timeout';
        const failure = isLate ? {} : failed('what it left in the place of the copy is no database');
        return {
            command: { ...command, ...touched },
            rehearsal: { ...rehearsal, ...failure, unreadable: true },
        };
    }
    const recorded = recordedMigrations(before, after);
    const bookkeeping = bookkeepingTables(before, after);
    return { command: { ...command, ...touched, recorded, bookkeeping }, rehearsal };
}
function seen({ end, ms, watched, isRead, marked }) {
    const { changed, atLeast, longestWriteMs } = watched;
    return {
        ms,
        ...(end.by === 'itself' && { exitCode: end.exitCode }),
        ...(end.by === 'signal' && { signal: end.signal }),
        copy: changed ? 'changed' : isRead === undefined ? 'unchanged' : isRead ? 'read' : 'untouched',
        ...(atLeast && { commitsAtLeast: true }),
        ...(longestWriteMs !== undefined && { longestWriteMs }),
        ...(!marked && { snapshotTouched: true }),
    };
}
async function run({ line, folder, urlForm, passEnv, timeoutMs = Number.POSITIVE_INFINITY, tell }, { path: snapshot, after }, { deadline, signal }) {
    const notes = notesReading((0,external_node_path_.dirname)(after));
    const marks = snapshotMarks(snapshot);
    const watch = new FileWatch(after);
    const env = environmentFor(process.env, passEnv, { path: after, urlForm });
    const started = performance.now();
    const ends = Math.min(deadline, started + timeoutMs);
    const end = await runShell({ line, folder, env, tell }, { deadline: ends, signal });
    const ms = performance.now() - started;
    // Before the watch reads the file for the last time.
    const isRead = notes ? wasRead(after) : undefined;
    return { end, ms, watched: await watch.end(), isRead, marked: hasMarks(snapshot, marks) };
}
function outcomeOf(end) {
    switch (end.by) {
        case 'itself':
            return end.exitCode === 0 ? { outcome: 'done' } : failed(`it ended with ${exitText(end.exitCode)}`);
        case 'signal':
            return failed(`it was ended by ${end.signal}`);
        case 'deadline':
            return { outcome: 'timeout' };
        case 'cancel':
        case 'start':
            return { outcome: 'crashed' };
    }
}
function failed(message) {
    return { outcome: 'failed', failure: { file: '', code: '', message, during: 'command' } };
}
/** An exit code above 128 is how a shell reports that a signal ended its program. */
function exitText(code) {
    return code > 128 && code < 160 ? `exit code ${code}, as by signal ${code - 128}` : `exit code ${code}`;
}
function incidentsOf(end, ms) {
    const task = 'rehearse';
    if (end.by === 'deadline')
        return [{ task, kind: 'timeout', detail: `killed after ${Math.round(ms)} ms` }];
    if (end.by === 'cancel')
        return [{ task, kind: 'cancelled', detail: 'the run was cancelled' }];
    if (end.by === 'start')
        return [{ task, kind: 'error', detail: `the shell did not start (${end.code})` }];
    return [];
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/plan-stage.js

/** Decides what is to be run on this database: a plan, the project's own tool, or nothing. */
function planRehearsal({ assignment, command }, { history }) {
    const facts = command === undefined ? {} : { command: idleCommand(history) };
    if (assignment === undefined)
        return { facts };
    const plan = makePlan(assignment, history);
    return { facts: { ...facts, ...('mistake' in plan ? { mistakes: [plan.mistake] } : { plan }) } };
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/rehearsal-notes.js

/** Keeps what a running rehearsal reports, so that one that is killed leaves facts behind. */
class RehearsalNotes {
    #statements;
    #commits = 0;
    #openSince;
    #running;
    constructor(plan) {
        this.#statements = untouchedStatements(plan);
    }
    take(progress) {
        if ('started' in progress) {
            this.#running = this.#statements[progress.started];
            return;
        }
        this.#statements[progress.at] = progress.facts;
        this.#commits = progress.commits;
        this.#openSince = progress.openSince;
        this.#running = undefined;
    }
    /** The facts of a rehearsal that was cut off: its open transaction is lost, the running statement has failed. */
    facts(outcome, sqlite) {
        if (this.#running !== undefined)
            this.#running.status = 'failed';
        markRolledBack(this.#statements, this.#openSince);
        return { outcome, commits: this.#commits, leftOpen: false, sqlite, statements: this.#statements };
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/rehearse-stage.js

/** Migrates *after*: by the project's own tool, by the plan, or not at all. */
async function rehearse(context, copies, plan) {
    const { command, snapshot } = context.request;
    if (command !== undefined)
        return await rehearseByCommand(context, command, { ...copies, path: snapshot });
    const idle = (0,facts_part/* notRehearsed */.F)(copies.sqlite);
    if (plan === undefined)
        return { facts: { rehearsal: idle } };
    if (plan.problems.some(({ refuses }) => refuses)) {
        return { facts: { rehearsal: { ...idle, outcome: 'refused', statements: untouchedStatements(plan) } } };
    }
    return await rehearsePlan(context, copies, plan);
}
async function rehearsePlan(context, { before, after, sqlite }, plan) {
    const notes = new RehearsalNotes(plan);
    const { samples } = context.request;
    const request = { database: after, fresh: before, plan, samples };
    const end = await runTask(context, ['rehearse', 'rehearse'], request, (progress) => notes.take(progress));
    if (end.result !== undefined) {
        return { facts: { rehearsal: end.result }, timings: { rehearsal: end.ms } };
    }
    const [{ kind }] = end.incidents;
    const rehearsal = notes.facts(kind === 'timeout' ? 'timeout' : 'crashed', sqlite);
    return { facts: { rehearsal }, incidents: end.incidents };
}

;// CONCATENATED MODULE: ./lib/supervisor/preflight.js

/**
 * Takes one database through all stages. A stage that fails leaves an incident, and the facts of the others stay. Never
 * rejects for what a stage does to the database.
 */
async function preflight(request, pool, limits) {
    const started = performance.now();
    const parts = await runStages({ request, pool, limits });
    return (0,facts_part/* assemble */.f)(request.name, parts, { total: performance.now() - started });
}
async function runStages(context) {
    const inspected = await inspect(context);
    const { copies } = inspected;
    if (copies === undefined)
        return [inspected];
    const planned = planRehearsal(context.request, copies);
    if (planned.facts.mistakes) {
        return [inspected, planned, { facts: { rehearsal: (0,facts_part/* notRehearsed */.F)(copies.sqlite) } }];
    }
    const measuring = measureBefore(context, copies);
    const rehearsed = await rehearse(context, copies, planned.facts.plan);
    const rehearsal = { ...planned.facts, ...rehearsed.facts, ms: rehearsed.timings?.rehearsal ?? 0 };
    const examined = await examine(context, copies, rehearsal, measuring);
    return [inspected, planned, await measuring, rehearsed, ...examined];
}
/** Measures what the rehearsal made of the copy; nothing where it left no database that is worth a look. */
async function examine(context, copies, ended, measuring) {
    const { outcome, unreadable } = ended.rehearsal;
    if (unreadable || (outcome !== 'done' && outcome !== 'failed'))
        return [];
    const compared = await compare(context, copies, ended.rehearsal);
    const { changes } = compared.facts;
    const [before, after, located] = await Promise.all([
        measuring,
        measureAfter(context, copies, measuring, compared.untouched),
        locate(context, copies, { ...ended, ...(changes && { changes }) }),
    ]);
    const finished = { ...ended, ...compared.facts, ...before.facts };
    const scenarios = await rehearseScenarios(context, copies, finished);
    return [compared, after, located, scenarios, keep(context.request, copies)];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__("node:crypto");
;// CONCATENATED MODULE: ./lib/supervisor/scratch-folder.js

/**
 * Folders for the private copies are called `preflight-copies-HOST-PID-RANDOM`. A run that was killed leaves its own
 * behind, with the data of production in it; the next run on the machine removes it.
 */
const PREFIX = 'preflight-copies-';
/** A process that is gone may have been replaced by another one of that number; a folder this old has no owner that works. */
const YOUNGEST_TO_REMOVE_MS = 60_000;
/** Makes a new scratch folder in `temp`, readable by this user alone, and removes what killed runs have left there. */
function makeScratch(temp) {
    (0,external_node_fs_.mkdirSync)(temp, { recursive: true });
    for (const folder of abandoned(temp))
        removeFolder(folder);
    return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temp, `${PREFIX}${host()}-${process.pid}-`));
}
/** Removes a folder and all in it; says in a sentence why it is still there. */
function removeFolder(folder) {
    try {
        // On Windows a process that was just killed holds its files a moment longer.
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        return {};
    }
    catch (error) {
        // Node gives no code for some of them.
        const code = error.code || 'unknown reason';
        return {
            problem: `the copies of the data in ${folder} could not be removed (${code}): remove them by hand.`,
        };
    }
}
/** Of this user and this host, whose process is gone. Another host may share the folder, and has numbers of its own. */
function abandoned(temp) {
    const own = new RegExp(`^${PREFIX}${host()}-(\\d+)-[A-Za-z0-9]{6}$`);
    return (0,external_node_fs_.readdirSync)(temp).flatMap((name) => {
        const pid = own.exec(name)?.[1];
        const folder = (0,external_node_path_.join)(temp, name);
        return pid !== undefined && isGone(Number(pid)) && isOldAndOurs(folder) ? [folder] : [];
    });
}
function isGone(pid) {
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        // EPERM: it is there, and somebody else's.
        return error.code === 'ESRCH';
    }
}
function isOldAndOurs(folder) {
    try {
        const { uid, mtimeMs } = (0,external_node_fs_.lstatSync)(folder);
        const isOurs = process.getuid === undefined || uid === process.getuid();
        return isOurs && Date.now() - mtimeMs > YOUNGEST_TO_REMOVE_MS;
    }
    catch {
        // Somebody else removed it meanwhile.
        return false;
    }
}
function host() {
    return (0,external_node_crypto_.createHash)('sha256').update((0,external_node_os_.hostname)()).digest('hex').slice(0, 8);
}

;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: ./lib/engine/progress-pipe.js

/** The file descriptor in the engine process, and the place in its `stdio` for the parent. */
const PROGRESS_PIPE = 4;
const RETRY_MS = 1;
const sleeper = new Int32Array(new SharedArrayBuffer(4));
/**
 * Tells the parent how far a rehearsal came, before the next statement begins. Messages of `process.send` wait in memory
 * until the event loop runs again, which is after the last statement: of 100,000 statements they fill the heap.
 */
function tellProgress(line) {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let written = 0; written < bytes.length;) {
        try {
            written += writeSync(PROGRESS_PIPE, bytes, written);
        }
        catch (error) {
            // The pipe is full: the parent is reading.
            if (systemCode(error) !== 'EAGAIN')
                throw error;
            Atomics.wait(sleeper, 0, 0, RETRY_MS);
        }
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/engine-process.js

/** A process that is not up by then gets its task all the same; the deadline of the task then counts. */
const PATIENCE_MS = 5000;
/**
 * One child process that does one task at a time. It is started before its task is known, so that it is up when the
 * task comes. Only SIGKILL ends a process that is inside a statement.
 */
class EngineProcess {
    #child;
    #hear;
    #progress;
    /** Of the task that it has now. */
    #number = 0;
    #gone;
    #errors = '';
    #exited = Promise.withResolvers();
    #ready = Promise.withResolvers();
    /** `engine`: path of the child's entry; `scratch`: folder for its temporary files, and its working directory. */
    constructor(engine, scratch, limits) {
        const { execPath, execArgv } = launcher(limits);
        this.#child = (0,external_node_child_process_.fork)(engine, [], {
            execPath,
            cwd: scratch,
            env: environment(scratch),
            execArgv: engine.endsWith('.ts') ? [...execArgv, '--disable-warning=ExperimentalWarning'] : execArgv,
            serialization: 'advanced',
            // The last one is PROGRESS_PIPE.
            stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
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
        this.#listen(this.#child.stdio[PROGRESS_PIPE]);
        setTimeout(() => this.#ready.resolve(), PATIENCE_MS).unref();
        this.#child.once('error', (error) => this.#end(`the engine process did not start: ${error.message}`));
        this.#child.once('exit', () => this.#exited.resolve());
        // What it told before it ended is read by then.
        this.#child.once('close', (code, signal) => this.#end(endOf(code, signal, this.#errors)));
    }
    /** Resolves when it can take a task, or never will. */
    get ready() {
        return this.#ready.promise;
    }
    /** Whether it can take a task. */
    get usable() {
        return this.#gone === undefined && !this.#child.killed;
    }
    /** Gives the process a task and waits until the task has ended in whatever way. Never rejects. */
    async run(task, request, { deadline, signal, progress }) {
        const { promise, resolve } = Promise.withResolvers();
        const fail = (kind, detail) => resolve({ ok: false, kind, detail });
        const cancelled = () => fail('cancelled', 'the run was cancelled');
        const started = performance.now();
        const late = () => fail('timeout', `killed after ${Math.round(performance.now() - started)} ms`);
        const timer = setTimeout(late, Math.max(0, deadline - started));
        signal.addEventListener('abort', cancelled);
        this.#number += 1;
        this.#progress = progress;
        this.#hear = (heard) => {
            if (heard.say === 'gone')
                fail('crash', heard.detail);
            else if (heard.say === 'fault')
                fail(heard.kind, heard.detail);
            // It answers the task that it was given.
            else
                resolve({ ok: true, result: heard.result, ms: heard.ms });
        };
        if (signal.aborted)
            cancelled();
        else if (this.#gone !== undefined)
            fail('crash', this.#gone);
        else
            this.#child.send({ task, request, number: this.#number }, () => { });
        const outcome = await promise;
        clearTimeout(timer);
        signal.removeEventListener('abort', cancelled);
        this.#hear = undefined;
        this.#progress = undefined;
        return outcome;
    }
    /** Ends the process at once, and resolves when it is gone. */
    async kill() {
        this.#child.kill('SIGKILL');
        await this.#exited.promise;
    }
    #listen(pipe) {
        (0,external_node_readline_namespaceObject.createInterface)({ input: pipe }).on('line', (line) => {
            const told = progressIn(line);
            if (told?.task === this.#number)
                this.#progress?.(told.progress);
        });
        pipe.on('error', () => { });
    }
    #end(detail) {
        this.#gone ??= detail;
        this.#exited.resolve();
        this.#ready.resolve();
        this.#hear?.({ say: 'gone', detail: this.#gone });
    }
}
/** `undefined` for a line that a killed process could not end. */
function progressIn(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
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

;// CONCATENATED MODULE: ./lib/supervisor/worker-pool.js

/** A task that has waited this long gets a process of its own: to start one takes about as long. */
const worker_pool_PATIENCE_MS = 60;
/**
 * The engine processes of a run: one from the start, more where tasks wait, at most `most`. On a small database all
 * tasks together take less time than starting a second process. A process whose task ended well takes the next one; any
 * other is ended and replaced.
 */
class WorkerPool {
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
    /** Runs one task as soon as a process is free. */
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
        const impatient = setTimeout(() => this.#add(), worker_pool_PATIENCE_MS);
        void promise.then(() => clearTimeout(impatient));
        return promise;
    }
    #serve() {
        this.#idle = this.#idle.filter(({ usable }) => usable);
        for (const process of this.#idle.splice(0, this.#queue.length)) {
            this.#busy += 1;
            this.#queue.shift()?.(process);
        }
        // No process is left that could take the waiting tasks.
        if (this.#queue.length > 0 && this.#busy + this.#starting === 0)
            this.#add();
    }
    /** Starts one more process. One that does not come up gets a task all the same, which then reports why. */
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

;// CONCATENATED MODULE: ./lib/supervisor/supervisor.js

/**
 * A scratch folder with engine processes coming up in it. Whatever happens, `close` ends the processes and removes
 * the copies.
 */
class Supervisor {
    #scratch;
    #pool;
    #signal;
    #mutex = new Mutex();
    constructor({ engine, temp, signal, limits }) {
        this.#scratch = makeScratch(temp);
        // Two at least: *before* is measured while *after* is migrated.
        const most = Math.max(2, (0,external_node_os_.availableParallelism)());
        this.#pool = new WorkerPool(engine, this.#scratch, most, limits ?? limitsFor(this.#scratch));
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
        const takeNext = async () => {
            for (const [at, request] of waiting) {
                const rehearse = optionsFor(request.rehearse, at);
                results[at] = await this.#one({ ...request, rehearse }, deadline);
            }
        };
        await Promise.all(Array.from({ length: this.#pool.most }, takeNext));
        return results;
    }
    /** Never rejects: what could not be removed comes back in a sentence, because by now everything has been said. */
    async close() {
        await this.#pool.close();
        return removeFolder(this.#scratch);
    }
    async #one(request, deadline) {
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(this.#scratch, 'database-'));
        try {
            const limits = { deadline, signal: this.#signal, mutex: this.#mutex };
            return await preflight({ ...request, folder }, this.#pool, limits);
        }
        finally {
            // With many databases, their copies would fill the disk.
            removeFolder(folder);
        }
    }
}

;// CONCATENATED MODULE: ./lib/entry.js

/**
 * What both entries do: refuse a Node that would end the engine without a word, hand signals on as cancellation, and
 * end with the exit code. Anything thrown, an Error or not, is our own fault: exit code 3.
 */
async function start(command, entry) {
    const problem = nodeProblem();
    if (problem !== undefined) {
        process.stderr.write(`${problem}\n`);
        process.exitCode = 2;
        return;
    }
    const cancel = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, () => cancel.abort());
    try {
        process.exitCode = await command.run(contextOf(entry, cancel.signal));
    }
    catch (error) {
        const text = `The preflight broke: ${error instanceof Error ? error.stack : String(error)}`;
        process.stderr.write(`${text.split('\n').map(writer/* neutralise */.$).join('\n')}\n`);
        process.exitCode = 3;
    }
}
function contextOf({ directory, temp, host, operands = [] }, signal) {
    return {
        host,
        operands,
        signal,
        async withSupervisor(act) {
            const supervisor = new Supervisor({ engine: enginePath(directory), temp, signal });
            try {
                return await act(supervisor);
            }
            finally {
                const { problem } = await supervisor.close();
                if (problem !== undefined)
                    process.stderr.write(`${(0,writer/* neutralise */.$)(problem)}\n`);
            }
        },
        print(line, kind) {
            (kind === 'result' ? process.stdout : process.stderr).write(`${(0,writer/* neutralise */.$)(line)}\n`);
        },
    };
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

/***/ "lib/facts/database.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isHealthCheck)
/* harmony export */ });
/** Nothing was to be migrated, or what is to be is not known. */
function isHealthCheck({ plan, command }) {
    return plan === undefined && command === undefined;
}


/***/ }),

/***/ "lib/host/terminal.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readCommandLine),
  P: () => (/* binding */ terminalHost)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__("node:path");
// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __nccwpck_require__("lib/text/numbers.js");
// EXTERNAL MODULE: ./lib/report/shared/groups.js
var groups = __nccwpck_require__("lib/report/shared/groups.js");
// EXTERNAL MODULE: ./lib/report/shared/icons.js
var icons = __nccwpck_require__("lib/report/shared/icons.js");
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __nccwpck_require__("lib/report/shared/sample-lines.js");
// EXTERNAL MODULE: ./lib/report/shared/units.js
var units = __nccwpck_require__("lib/report/shared/units.js");
;// CONCATENATED MODULE: ./lib/report/formats/terminal/terminal-text.js

const COLOURS = { cleared: 'green', warned: 'yellow', blocked: 'red', failed: 'red' };
const SEVERITY_COLOURS = { error: 'red', warning: 'yellow' };
/** The verdict, the findings that led to it, and what to do now. The rest is in the reports. */
function recordText(record) {
    const { databases, findings } = record;
    if (databases.length > 1)
        return severalText(record);
    return databases.flatMap((database) => [
        { text: '' },
        ...verdictLines(database),
        ...findings.flatMap((finding) => findingLines(finding, [])),
        ...nextLines(database),
    ]);
}
/** Of several databases: each finding once, then the worst databases with what to do about each. */
function severalText(record) {
    const { verdict, databases, findings } = record;
    const { shown, others } = (0,groups/* worstDatabases */.QO)(record);
    const title = `${icons/* icons */.P[verdict]} ${verdict.toUpperCase()} ${(0,numbers/* counted */.h)(databases.length, 'database')}`;
    return [
        { text: '' },
        { text: `${title}: ${(0,groups/* verdictCounts */.US)(databases)}`, style: COLOURS[verdict] },
        ...(0,groups/* groupFindings */.kG)(findings).flatMap(({ finding, databases: own }) => findingLines(finding, own)),
        { text: '' },
        ...shown.flatMap(verdictLines),
        ...(others.length === 0
            ? []
            : [{ text: `${shown.length === 0 ? '' : 'Others: '}${(0,groups/* verdictCounts */.US)(others)}` }]),
    ];
}
function verdictLines({ verdict, facts, recommendation }) {
    const subject = facts.path === '' ? '' : ` ${facts.path}`;
    return [
        { text: `${icons/* icons */.P[verdict]} ${verdict.toUpperCase()}${subject}`, style: COLOURS[verdict] },
        { text: `   ${recommendation}` },
    ];
}
/** A notice asks for nothing: it has one line. */
function findingLines(finding, databases) {
    const { severity, rule, message, remedy, location, samples = [], allowed } = finding;
    const found = databases.length === 0 ? [] : [{ text: `   ${(0,groups/* inDatabases */.cD)(databases)}` }];
    const rows = samples.map((row) => ({ text: `   · ${(0,sample_lines/* sampleText */.E)(row)}` }));
    const where = location === undefined ? '' : ` (${(0,units/* placeText */.Z9)(location)})`;
    if (severity === 'notice') {
        const reason = allowed === undefined ? '' : ` Allowed: ${allowed}`;
        return [
            { text: `${icons/* severityIcons */.i.notice} ${rule}${where}: ${message}${reason}`, style: 'dim' },
            ...found,
            ...rows,
        ];
    }
    return [
        { text: `${icons/* severityIcons */.i[severity]} ${rule}${where}`, style: SEVERITY_COLOURS[severity] },
        { text: `   ${message}` },
        ...found,
        { text: `   → ${remedy}` },
        ...rows,
    ];
}
function nextLines({ nextSteps }) {
    if (nextSteps.length === 0)
        return [];
    return [
        { text: 'Next:', style: 'bold' },
        ...nextSteps.map((step, at) => ({ text: `  ${at + 1}. ${step}` })),
    ];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__("node:fs");
;// CONCATENATED MODULE: ./lib/host/change-base.js

/**
 * Where the change begins that started the workflow, by the event's payload: before it, a pull request's declarations were
 * not there. `undefined` where nothing was changed, as in a scheduled run.
 */
function changeBase(env) {
    const { pull_request: pull, merge_group: group, before } = payloadAt(env.GITHUB_EVENT_PATH);
    if (pull !== undefined) {
        const head = shaOf(pull.head?.sha);
        const branch = env.GITHUB_BASE_REF ? [`refs/remotes/origin/${env.GITHUB_BASE_REF}`] : [];
        const commits = [...[shaOf(pull.base?.sha) ?? []].flat(), ...branch];
        return { kind: 'pull request', commits, ...(head !== undefined && { head }) };
    }
    if (group !== undefined)
        return { kind: 'merge group', commits: [shaOf(group.base_sha) ?? []].flat() };
    const pushed = shaOf(before);
    return pushed === undefined ? undefined : { kind: 'push', commits: [pushed] };
}
function payloadAt(path) {
    try {
        return Object(path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : {});
    }
    catch {
        return {};
    }
}
/** A commit; a new branch has none before it, which is all zeros. */
function shaOf(value) {
    const isCommit = typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) && !/^0+$/.test(value);
    return isCommit ? value : undefined;
}

// EXTERNAL MODULE: ./lib/facts/database.js
var database = __nccwpck_require__("lib/facts/database.js");
;// CONCATENATED MODULE: ./lib/host/failure.js

/** What begins the last word on a run that failed: whose fault it is. */
const FAULTS = {
    migration: 'The migration has problems',
    /** A health check has no migration that could be to blame. */
    database: 'The database has problems',
    setup: 'The set-up is wrong',
    preflight: 'The preflight broke',
};
/**
 * The exit code and the last word. A run that cannot write its reports is broken, unless its set-up is wrong: that may
 * be why.
 */
function endingOf(record, reports) {
    const { exitCode } = record;
    const failure = failureOf(record);
    if (!('problem' in reports))
        return { exitCode, failure };
    if (exitCode === 2)
        return { exitCode, failure: `${failure} And ${reports.problem}` };
    return { exitCode: 3, failure: `${FAULTS.preflight}: ${reports.problem}` };
}
/** Why the process ends with the record's exit code, in a sentence; `undefined` for 0. */
function failureOf({ exitCode, findings, databases }) {
    switch (exitCode) {
        case 0:
            return undefined;
        case 1: {
            const rehearsed = databases.some(({ facts }) => !(0,database/* isHealthCheck */.v)(facts));
            return `${rehearsed ? FAULTS.migration : FAULTS.database}: ${tally(findings)}.`;
        }
        case 2:
            return `${FAULTS.setup}: ${reasons(findings, (kind) => kind !== 'internal')}`;
        case 3:
            return `${FAULTS.preflight}: ${reasons(findings, (kind) => kind === 'internal')}`;
    }
}
function tally(findings) {
    const parts = ['error', 'warning'].flatMap((severity) => {
        const number = findings.filter((finding) => finding.severity === severity).length;
        return number === 0 ? [] : [(0,numbers/* counted */.h)(number, severity)];
    });
    return parts.join(', ');
}
function reasons(findings, concerns) {
    const [first, ...others] = findings.filter(({ kind, severity }) => severity === 'error' && concerns(kind));
    if (first === undefined)
        return 'see the report.';
    return others.length === 0 ? first.message : `${first.message} And ${others.length} more: see the report.`;
}

// EXTERNAL MODULE: ./lib/report/formats/index.js
var report_formats = __nccwpck_require__("lib/report/formats/index.js");
;// CONCATENATED MODULE: ./lib/host/publish/outputs.js

const known = [
    {
        name: 'database-artifact-id',
        description: 'Id of the artifact with the migrated database. Several databases: one line each, empty where there is none; one line where they share an artifact.',
    },
    { name: 'database-artifact-url', description: 'Where that artifact can be downloaded.' },
    {
        name: 'errors',
        description: 'Number of findings of severity error.',
        of: (record) => count(record, 'error'),
    },
    {
        name: 'migrated-database',
        description: 'Path of the migrated copy, in one file; written whenever a statement was tried. Several databases: one line each, empty where there is none.',
        of: ({ databases }) => linesOf(databases.map(({ facts }) => facts.migratedDatabase)),
    },
    {
        name: 'orphans',
        description: 'Rows without a parent after the migration, or now in a health check.',
        of: orphans,
    },
    { name: 'report-artifact-id', description: 'Id of the artifact with the reports.' },
    { name: 'report-artifact-url', description: 'Where that artifact can be downloaded.' },
    ...report_formats/* formats */.F.map(({ file, output }) => ({ name: output, description: `Path of ${file}.` })),
    { name: 'verdict', description: 'cleared, warned, blocked or failed.', of: ({ verdict }) => verdict },
    {
        name: 'warnings',
        description: 'Number of findings of severity warning.',
        of: (record) => count(record, 'warning'),
    },
];
/** Every output, in alphabetical order, as in action.yml. */
const outputs = known.toSorted((left, right) => (left.name < right.name ? -1 : 1));
/**
 * The step's outputs by name, apart from those of the artifacts. What is not known is empty. Several databases: one line
 * each, which is empty where there is nothing.
 */
function outputsOf(record, written) {
    const values = outputs.flatMap(({ name, of }) => (of === undefined ? [] : [[name, of(record)]]));
    const paths = formats.map(({ output }) => [output, pathOf(output, written)]);
    // A later step must not take a gate that broke for one that opened.
    const broken = 'problem' in written ? { verdict: 'failed' } : {};
    return { ...Object.fromEntries([...values, ...paths]), ...broken };
}
function pathOf(output, written) {
    if ('problem' in written)
        return '';
    return written.find(({ format }) => format.output === output)?.path ?? '';
}
function count({ findings }, severity) {
    return String(findings.filter((finding) => finding.severity === severity).length);
}
/** One line each, so that every database keeps its line; no line at all where all are empty. */
function linesOf(values) {
    return values.some(Boolean) ? values.map((value = '') => value).join('\n') : '';
}
function orphans({ databases }) {
    const measured = databases.flatMap(({ facts }) => facts.after ?? facts.before ?? []);
    if (measured.length === 0)
        return '';
    return String(measured.flatMap((side) => side.orphans).reduce((sum, { rows }) => sum + rows, 0));
}
/** The migrated copies, in the order of the databases. */
function migratedDatabases({ databases }) {
    return databases.flatMap(({ facts }) => facts.migratedDatabase ?? []);
}

;// CONCATENATED MODULE: ./lib/host/reason.js
/** What was thrown, in one line. */
function reasonOf(thrown) {
    // Not `instanceof Error`: what comes out of another realm is none.
    const message = thrown?.message;
    const text = typeof message === 'string' && message !== '' ? message : String(thrown);
    return text.split(/[\r\n]/, 1)[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/host/publish/write-reports.js

/** Writes every report into `folder`, all of them whole or none; or says in a sentence why not. */
function writeReports(record, folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        const drafts = report_formats/* formats */.F.map((format) => {
            const path = (0,external_node_path_.join)(folder, format.file);
            return { format, path, draft: `${path}.${process.pid}.tmp`, text: format.render(record) };
        });
        writeTogether(drafts);
        return drafts.map(({ format, path }) => ({ format, path }));
    }
    catch (error) {
        const reason = reasonOf(error);
        const isPlace = error?.code !== undefined;
        if (!isPlace)
            return { problem: `the reports cannot be made: ${reason}.` };
        const remedy = 'Give another folder as `output`.';
        return { problem: `the reports cannot be written to ${folder}: ${reason}. ${remedy}` };
    }
}
/** A disk that is full shows while the drafts are written; what an earlier run left is replaced only after that. */
function writeTogether(drafts) {
    const replaced = [];
    try {
        for (const { draft, text } of drafts)
            (0,external_node_fs_.writeFileSync)(draft, text);
        for (const { draft, path } of drafts) {
            (0,external_node_fs_.renameSync)(draft, path);
            replaced.push(path);
        }
    }
    catch (error) {
        // One alone would say something else than the exit code.
        for (const path of [...replaced, ...drafts.map(({ draft }) => draft)])
            (0,external_node_fs_.rmSync)(path, { force: true });
        throw error;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__("node:util");
;// CONCATENATED MODULE: ./lib/host/terminal-flags.js

/** Reads the command line; all mistakes come back at once. */
function readFlags(argv, { inputs, operand }, nearest) {
    const known = inputs.map(({ name }) => name);
    const given = { help: false, version: false, values: {}, operands: [], mistakes: [] };
    let unknownAt = Number.NaN;
    for (const token of tokensOf(argv, known)) {
        if (token.kind === 'positional') {
            // The value of an unknown flag is no second mistake.
            if (token.index === unknownAt + 1)
                continue;
            if (operand !== undefined)
                given.operands.push(token.value);
            else
                given.mistakes.push(`${token.value} stands alone. Name what it is for, such as --database=${token.value}.`);
        }
        else if (token.kind === 'option') {
            const { name, rawName, value, inlineValue } = token;
            if (name === 'help' || name === 'version')
                given[name] = true;
            else if (!known.includes(name)) {
                unknownAt = inlineValue === true ? Number.NaN : token.index;
                given.mistakes.push(unknown(rawName, nearest?.(name, [...known, 'help', 'version'])));
            }
            else if (value === undefined || (inlineValue !== true && value.startsWith('-'))) {
                given.mistakes.push(`${rawName} needs a value: ${rawName}=VALUE.`);
            }
            else
                given.values[name] = name in given.values ? `${given.values[name]}\n${value}` : value;
        }
    }
    return given;
}
function tokensOf(argv, known) {
    const flag = { type: 'string', multiple: true };
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...argv],
        options: {
            ...Object.fromEntries(known.map((name) => [name, flag])),
            help: { type: 'boolean', short: 'h' },
            version: { type: 'boolean' },
        },
        // Its own sentences stop at the first mistake.
        strict: false,
        tokens: true,
    });
    return tokens;
}
function unknown(name, meant) {
    return `there is no flag ${name}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}
const WIDTH = 100;
/** What `--help` prints of one of the commands. */
function help({ name, summary, inputs, operand }, commands) {
    const isFirst = name === commands[0]?.name;
    const flags = [
        ...inputs,
        { name: 'help', description: 'This text.' },
        { name: 'version', description: 'The version.' },
    ];
    const usage = operand === undefined ? '--database FILE [--migrations FOLDER] [--FLAG VALUE …]' : operand;
    return [
        summary,
        '',
        `sqlite-preflight ${isFirst ? '' : `${name} `}${usage}`,
        '',
        ...(isFirst ? listed(commands.map((one) => [one.name, one.summary])) : []),
        ...(isFirst ? [''] : []),
        ...listed(flags.map((flag) => [`--${flag.name}`, flag.description])),
        '',
        'Exit code: 0 nothing reached fail-on, 1 the migration has problems, 2 the set-up is wrong,',
        '3 the preflight broke.',
    ].join('\n');
}
/** Two columns: words, and what each means. */
function listed(entries) {
    const column = Math.max(...entries.map(([word]) => word.length)) + 4;
    return entries.flatMap(([word, meaning]) => {
        const [first = '', ...others] = wrapped(meaning, WIDTH - column);
        return [`  ${word}`.padEnd(column) + first, ...others.map((line) => ' '.repeat(column) + line)];
    });
}
function wrapped(text, width) {
    const lines = [''];
    for (const word of text.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line === '')
            lines[lines.length - 1] = word;
        else if (line.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}

// EXTERNAL MODULE: ./lib/host/writer.js
var writer = __nccwpck_require__("lib/host/writer.js");
;// CONCATENATED MODULE: ./lib/host/terminal.js

/**
 * `sqlite-preflight [COMMAND] [OPERAND] [--flag value | --flag=value …]`; without a command the first one is meant.
 * `nearest` finds the word that was meant by a misspelt one.
 */
function readCommandLine(argv, commands, { version, nearest }) {
    const named = commands.find(({ name }) => name === argv[0]);
    const command = named ?? commands[0];
    const flags = readFlags(named === undefined ? argv : argv.slice(1), command, nearest);
    if (flags.help)
        return { print: help(command, commands), exitCode: 0 };
    if (flags.version)
        return { print: version, exitCode: 0 };
    if (flags.mistakes.length === 0)
        return { command, operands: flags.operands, values: flags.values };
    const [first, ...others] = flags.mistakes.map(writer/* neutralise */.$);
    return { print: [`${FAULTS.setup}: ${first}`, ...others, 'See --help.'].join('\n'), exitCode: 2 };
}
/** The terminal, which needs no variable of GitHub's. The result goes to stdout; what is only for a person who watches goes to stderr. */
function terminalHost(inputs, { cwd, env }) {
    const out = (0,writer/* writer */.K)(process.stdout, { colours: hasColours(process.stdout, env) });
    const aside = (0,writer/* writer */.K)(process.stderr, { colours: hasColours(process.stderr, env) });
    const change = changeBase(env);
    return {
        inputs,
        workspace: cwd,
        defaultOutput: env.RUNNER_TEMP ? (0,external_node_path_.join)(env.RUNNER_TEMP, 'preflight') : (0,external_node_path_.join)(cwd, 'preflight-out'),
        ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
        ...(change && { change }),
        progress: (text) => aside(text, 'dim'),
        publish: async (record, options) => publish(record, options, out, aside),
    };
}
function hasColours(stream, env) {
    return stream.isTTY === true && !env.NO_COLOR && !env.GITHUB_ACTIONS;
}
function publish(record, { output }, out, aside) {
    for (const { text, style } of recordText(record))
        out(text, style);
    const reports = writeReports(record, output);
    if (!('problem' in reports))
        for (const { text, style } of places(record, reports))
            out(text, style);
    const { exitCode, failure } = endingOf(record, reports);
    if (failure !== undefined)
        aside(failure, 'red');
    return exitCode;
}
/** Where everything is. */
function places(record, reports) {
    const files = [
        ...reports.map(({ format, path }) => [`${format.title}:`, path]),
        ...migratedDatabases(record).map((path) => ['Migrated database:', path]),
    ];
    return [{ text: '' }, ...files.map(([title, path]) => ({ text: `${title.padEnd(19)}${path}` }))];
}


/***/ }),

/***/ "lib/host/writer.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ neutralise),
/* harmony export */   K: () => (/* binding */ writer)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:util");
/* harmony import */ var _text_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("lib/text/visible.js");


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

/***/ "lib/plan/layout-kit/file-names.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  YD: () => (/* binding */ compareKeys),
  Vt: () => (/* binding */ directFiles),
  eU: () => (/* binding */ downMigrations),
  Qt: () => (/* binding */ leadingNumber),
  Vb: () => (/* binding */ nameOf),
  KC: () => (/* binding */ namesInHistory),
  lW: () => (/* binding */ pathIn)
});

;// CONCATENATED MODULE: external "node:path/posix"
const posix_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
;// CONCATENATED MODULE: ./lib/plan/layout-kit/file-names.js

/** The file's own name, without its folders. */
function nameOf({ path }) {
    return (0,posix_namespaceObject.basename)(path);
}
/** The digits that a name begins with. A bigint: version numbers may be timestamps beyond 2^53. */
function leadingNumber(name) {
    const digits = /^\d+/.exec(name)?.[0];
    return digits === undefined ? undefined : BigInt(digits);
}
/** What a runner may write down of a file that it applied: path, name with or without .sql, or number. */
function namesInHistory(file) {
    const name = nameOf(file);
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


/***/ }),

/***/ "lib/plan/layouts/index.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ layouts)
});

// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __nccwpck_require__("lib/sql/quote.js");
// EXTERNAL MODULE: ./lib/sql/tokens.js
var sql_tokens = __nccwpck_require__("lib/sql/tokens.js");
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
function wordsOf(sql, tokens = (0,sql_tokens/* meaningfulTokens */.BE)(sql)) {
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

// EXTERNAL MODULE: ./lib/plan/layout-kit/file-names.js
var file_names = __nccwpck_require__("lib/plan/layout-kit/file-names.js");
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

// EXTERNAL MODULE: ./lib/statements/split.js
var split = __nccwpck_require__("lib/statements/split.js");
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
    constructor(sql, tokens = (0,sql_tokens/* meaningfulTokens */.BE)(sql)) {
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
            return (0,sql_tokens/* nameOf */.Vb)(this.#sql, first);
        this.next();
        const second = this.#tokens[this.#at];
        this.next();
        return second === undefined ? undefined : (0,sql_tokens/* nameOf */.Vb)(this.#sql, second);
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
        return isName ? (0,sql_tokens/* nameOf */.Vb)(this.#sql, token) : undefined;
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
    if (kind === undefined)
        return [];
    return named(reader.name(), (name) => ({
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
            return named(reader.name(), (name) => ({ verb: 'upsert', name, ...insertedCopies(reader) }));
        case 'INSERT': {
            reader.next();
            const replaces = reader.conflictClause() === 'REPLACE';
            reader.accept('INTO');
            const table = reader.name();
            const upserts = replaces || reader.contains('CONFLICT', 'DO', 'UPDATE');
            return named(table, (name) => ({
                verb: upserts ? 'upsert' : 'insert',
                name,
                ...insertedCopies(reader),
            }));
        }
        case 'UPDATE':
            reader.next();
            reader.conflictClause();
            return named(reader.name(), (name) => ({ verb: 'update', name, ...updatedCopies(reader, name) }));
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
    for (const statement of (0,split/* statementsOf */.G)(sql)) {
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
    const lines = comments.flatMap(({ text }) => linesOf(text));
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
    const own = linesOf(text).filter((line) => !/^(phase|preflight):/i.test(line));
    return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}
function linesOf(text) {
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
            pending: pending.map((source) => migration(source, (0,quote/* quoteName */.AB)(name))),
            problems: late(migrations, applied),
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [makeTable((0,quote/* quoteName */.AB)(name))] : [],
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
    return ((0,file_names/* compareKeys */.YD)(numberOf(left), numberOf(right)) || (0,file_names/* compareKeys */.YD)(left, right) || comparePaths(lefts, rights));
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
    const record = `INSERT INTO ${table} (name)\nvalues (${(0,quote/* quoteText */.ol)(path)});`;
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
    const { text } = wordsOf(step.sql, (0,sql_tokens/* leadingTokens */.ne)(step.sql, 5));
    const [verb = '', next = '', ...rest] = text;
    if (TRANSACTION_VERBS.has(verb))
        return refusal(NO_TRANSACTION, step.file, step.line);
    const pragma = rest[0] === '.' ? (rest[1] ?? '') : next;
    const isForbidden = verb === 'ATTACH' ||
        verb === 'DETACH' ||
        (verb === 'PRAGMA' && !PRAGMAS.has(pragma)) ||
        (verb === 'CREATE' && /^TEMP(ORARY)?$/.test(next));
    return isForbidden ? refusal(`not authorized: SQLITE_AUTH (${step.title})`, step.file, step.line) : step;
}
const TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
const NO_TRANSACTION = 'To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements';
/** Measured: every other pragma of SQLite is "not authorized". */
const PRAGMAS = new Set('CASE_SENSITIVE_LIKE DATA_VERSION DEFER_FOREIGN_KEYS FOREIGN_KEYS FOREIGN_KEY_CHECK FOREIGN_KEY_LIST IGNORE_CHECK_CONSTRAINTS INDEX_INFO INDEX_LIST INDEX_XINFO LEGACY_ALTER_TABLE OPTIMIZE PAGE_SIZE QUICK_CHECK RECURSIVE_TRIGGERS REVERSE_UNORDERED_SELECTS TABLE_INFO TABLE_LIST TABLE_XINFO'.split(' '));
function refusal(sentence, file, line) {
    return {
        do: 'refuse',
        problem: { kind: 'invalid', sentence: `D1: ${sentence}`, refuses: true, file, line },
    };
}

// EXTERNAL MODULE: ./lib/sql/lines.js
var lines = __nccwpck_require__("lib/sql/lines.js");
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
            pending: pending.flatMap((one) => migrations(one, (0,quote/* quoteName */.AB)(name))),
            problems: dbmate_late(pending, newest),
            ignored,
            setup: table === undefined ? [`CREATE TABLE ${(0,quote/* quoteName */.AB)(name)} (version varchar(128) primary key)`] : [],
            bookkeeping: { tables: [name], userVersion: false },
        };
    },
};
function byName(folder) {
    const { direct, below } = (0,file_names/* directFiles */.Vt)(folder);
    const versioned = [];
    const ignored = below.map(({ file }) => file);
    for (const source of direct) {
        const version = /^(\d+).*\.sql$/.exec((0,file_names/* nameOf */.Vb)(source))?.[1];
        if (version === undefined)
            ignored.push(source.file);
        else
            versioned.push({ version, source });
    }
    return {
        versioned: versioned.toSorted((a, b) => (0,file_names/* compareKeys */.YD)((0,file_names/* nameOf */.Vb)(a.source), (0,file_names/* nameOf */.Vb)(b.source))),
        ignored,
    };
}
/** Mostly one. Each further section of a file is run by itself, with a row of the same version. */
function migrations({ version, source }, table) {
    const { file } = source;
    const insert = `INSERT INTO ${table} (version) VALUES (${(0,quote/* quoteText */.ol)(version)})`;
    const remove = `DELETE FROM ${table} WHERE version = ${(0,quote/* quoteText */.ol)(version)}`;
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
    const lineAt = (0,lines/* lineCounter */.L)(text);
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
    const older = pending.filter(({ source }) => (0,file_names/* nameOf */.Vb)(source) < (0,file_names/* nameOf */.Vb)(newest.source));
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
            pending: pending.map((one) => diesel_migration(one, (0,quote/* quoteName */.AB)(name))),
            problems: [
                ...withoutUp(folder),
                ...sharedVersions(taken, shadowed, applied),
                ...diesel_late(pending, [...applied].toSorted(file_names/* compareKeys */.YD).at(-1)),
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
        .toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.version, b.version));
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
        records: { within: [`INSERT INTO ${table} (version) VALUES (${(0,quote/* quoteText */.ol)(version)})`] },
        ...optsOut,
        ...(down && {
            down: {
                steps: stepsOf(name, down),
                records: { within: [`DELETE FROM ${table} WHERE version = ${(0,quote/* quoteText */.ol)(version)}`] },
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
        ...ignored.map((file) => (0,file_names/* pathIn */.lW)(folder, file)),
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__("node:crypto");
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
            pending: pending.flatMap((entry) => drizzle_migration(entry, (0,quote/* quoteName */.AB)(name), profile === 'drizzle-libsql')),
            problems: [
                ...missing(listed, folder, journal),
                ...older.flatMap((entry) => unnoticed(entry, history, latest)),
                ...(profile === 'drizzle-libsql' ? pending.flatMap(passedOver) : []),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [drizzle_makeTable((0,quote/* quoteName */.AB)(name))] : [],
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
    const record = `INSERT INTO ${table} ("hash", "created_at") VALUES(${(0,quote/* quoteText */.ol)(sha256(source))}, ${when})`;
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
    claims: ({ files }) => files.some((file) => NAME.exec((0,file_names/* nameOf */.Vb)(file))?.[3] === 'up'),
    read(folder, { table, options }) {
        const { versions, twice, ignored, unread } = golang_migrate_byVersion(folder);
        const current = currentOf(table);
        const isApplied = ({ version }) => current !== undefined && version <= current.version;
        const pending = versions.filter((one) => !isApplied(one));
        const name = table?.table ?? options.table ?? golang_migrate_TABLE;
        return {
            applied: versions.length - pending.length,
            pending: versions.flatMap((one, at) => isApplied(one) ? [] : [golang_migrate_migration(one, versions[at - 1], (0,quote/* quoteName */.AB)(name))]),
            problems: firstProblem(versions, twice, current),
            ignored,
            setup: table === undefined ? golang_migrate_makeTable((0,quote/* quoteName */.AB)(name)) : [],
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
    const { direct, below } = (0,file_names/* directFiles */.Vt)(folder);
    const others = folder.ignored.map((file) => ({ file, path: (0,file_names/* pathIn */.lW)(folder, file) }));
    const versions = new Map();
    const seen = new Set();
    const ignored = below.map(({ file }) => file);
    let twice;
    let unread;
    for (const one of [...direct, ...others].toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.path, b.path))) {
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
    const ordered = [...versions.values()].toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.version, b.version));
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
        return [{ kind: 'invalid', sentence: `duplicate migration file: ${(0,file_names/* nameOf */.Vb)(twice)}`, refuses: true, file }];
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
function quoted(line) {
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
                return `failed to parse annotation line ${quoted(line)}: ${annotation.problem}`;
            return this.#annotate(annotation.name);
        }
        if (this.#begun.length === 0 && (line === '' || isComment(line)))
            this.#above.push(line);
        else if (this.#at === 'start') {
            if (isBlank(line))
                return undefined;
            return `failed to parse migration: unexpected state 0 on line ${quoted(line)}`;
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
        return { problem: `${quoted(line)} contains leading whitespace: invalid annotation` };
    const text = line.replaceAll('--', '').replace('+goose', '').trim();
    const name = ANNOTATIONS.find((one) => one === text.toLowerCase());
    if (name !== undefined)
        return { name };
    if (text === '')
        return { problem: 'empty annotation' };
    return { problem: `${quoted(text)} not supported: invalid annotation` };
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
            pending: parsed.map((one) => goose_migration(one, (0,quote/* quoteName */.AB)(name))),
            problems: [...misnamed, ...duplicates(versioned), ...withoutVersion(table), ...goose_missing(pending, known)],
            ignored,
            setup: table === undefined ? goose_makeTable((0,quote/* quoteName */.AB)(name)) : [],
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
    const { direct, below } = (0,file_names/* directFiles */.Vt)(folder);
    const versioned = [];
    const misnamed = [];
    const ignored = below.map(({ file }) => file);
    for (const source of direct) {
        if (!source.path.endsWith('.sql')) {
            ignored.push(source.file);
            continue;
        }
        const version = versionIn((0,file_names/* nameOf */.Vb)(source));
        if (typeof version === 'string')
            misnamed.push(wrongName(source, version));
        else
            versioned.push({ version, source });
    }
    return { versioned: versioned.toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.version, b.version)), ignored, misnamed };
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
    const sentence = `goose run: ERROR ${(0,file_names/* nameOf */.Vb)(source)}: failed to parse SQL migration file: ${problem}`;
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
    const newest = [...known].toSorted(file_names/* compareKeys */.YD).at(-1) ?? 0n;
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
        const name = (0,file_names/* pathIn */.lW)(folder, file);
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
        const downs = (0,file_names/* downMigrations */.eU)(folder);
        const files = folder.files.filter((file) => !downs.has(file));
        const pending = inOrder(files, options.order).filter((file) => !applied(file));
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
function inOrder(files, order) {
    if (files.length < 2)
        return [...files];
    if (order === 'name')
        return files.toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.path, b.path));
    // Making one takes milliseconds, which one file need not wait for.
    const { compare } = new Intl.Collator('en', { numeric: true });
    return files.toSorted((a, b) => compare(a.path, b.path) || (0,file_names/* compareKeys */.YD)(a.path, b.path));
}
function appliedIn(rows, column = '') {
    const values = new Set(rows.map((row) => String(row[column.toLowerCase()] ?? '')));
    return (file) => (0,file_names/* namesInHistory */.KC)(file).some((name) => values.has(name));
}
function stem(file) {
    return (0,file_names/* nameOf */.Vb)(file).replace(/\.sql$/i, '');
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
            problems: refusalOf(folder, state, rows) ?? prisma_unnoticed(folders, rows),
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
function refusalOf(folder, state, rows) {
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
    const table = (0,quote/* quoteName */.AB)(tableName);
    const own = `WHERE migration_name = ${(0,quote/* quoteText */.ol)(name)} AND rolled_back_at IS NULL`;
    return {
        id: name,
        file: source.file,
        steps: statementSteps(source.file, source.sql),
        records: {
            before: [
                `INSERT INTO ${table} (id, checksum, started_at, migration_name) VALUES (${UUID}, ${(0,quote/* quoteText */.ol)(sha256(source))}, ${NOW}, ${(0,quote/* quoteText */.ol)(name)})`,
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
            pending: pending.map((one) => sql_migrate_migration(one, (0,quote/* quoteName */.AB)(name))),
            problems: [...(stops.length > 0 ? stops : unknown(rows, named)), ...sql_migrate_late(pending, rows.at(-1))],
            ignored,
            setup: table === undefined ? [sql_migrate_makeTable((0,quote/* quoteName */.AB)(name))] : [],
            bookkeeping: { tables: [name], userVersion: false },
            idle: 'sql-migrate: Applied 0 migrations',
        };
    },
};
function sql_migrate_makeTable(table) {
    return `CREATE TABLE ${table} ("id" varchar(255) not null primary key, "applied_at" datetime)`;
}
function sql_migrate_byName(folder) {
    const { direct, below } = (0,file_names/* directFiles */.Vt)(folder);
    const isOurs = (source) => (0,file_names/* nameOf */.Vb)(source).endsWith('.sql');
    const named = direct
        .filter(isOurs)
        .map((source) => ({ id: (0,file_names/* nameOf */.Vb)(source), source, parts: readParts(source) }))
        .toSorted((a, b) => compareIds(a.id, b.id));
    const others = [...below, ...direct.filter((source) => !isOurs(source))];
    return { named, ignored: others.map(({ file }) => file) };
}
/** By the number in front, then by the name; names without a number come last. */
function compareIds(left, right) {
    const [a, b] = [(0,file_names/* leadingNumber */.Qt)(left), (0,file_names/* leadingNumber */.Qt)(right)];
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined) || (0,file_names/* compareKeys */.YD)(left, right);
    return (0,file_names/* compareKeys */.YD)(a, b) || (0,file_names/* compareKeys */.YD)(left, right);
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
        records: { within: [`INSERT INTO ${table} ("id", "applied_at") VALUES (${(0,quote/* quoteText */.ol)(id)}, ${now})`] },
        ...(up.optsOut && { optsOut: true }),
        ...(down && {
            down: {
                steps: down.steps,
                records: { within: [`DELETE FROM ${table} WHERE "id" = ${(0,quote/* quoteText */.ol)(id)}`] },
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
                ...sqlx_migration(one, downs.get(one.version), (0,quote/* quoteName */.AB)(name)),
                ...(edited && at === runBefore - 1 && { stop: edited.problem }),
            })),
            problems: [...(upFront === undefined ? [] : [upFront]), ...sqlx_late(pending, rows)],
            ignored,
            setup: table === undefined ? [sqlx_makeTable((0,quote/* quoteName */.AB)(name))] : [],
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
    const { direct, below } = (0,file_names/* directFiles */.Vt)(folder);
    const versioned = [];
    const ignored = below.map(({ file }) => file);
    let misnamed;
    for (const source of direct) {
        const [, prefix, title] = /^([^_]*)_(.*\.sql)$/s.exec((0,file_names/* nameOf */.Vb)(source)) ?? [];
        const version = prefix !== undefined && /^[+-]?\d+$/.test(prefix) ? BigInt(prefix.replace('+', '')) : 0n;
        if (prefix === undefined || title === undefined)
            ignored.push(source.file);
        else if (!/^[+-]?\d+$/.test(prefix) || version > sqlx_MAX_VERSION)
            misnamed ??= sqlx_wrongName(source);
        else
            versioned.push({ version, source, title });
    }
    return { versioned: versioned.toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.version, b.version)), ignored, misnamed };
}
function sqlx_wrongName(source) {
    const name = JSON.stringify((0,file_names/* nameOf */.Vb)(source));
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
    return [...versions].toSorted(file_names/* compareKeys */.YD)[0];
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
    const values = `${version}, ${(0,quote/* quoteText */.ol)(description)}, TRUE, x'${checksum(textOf(source))}', -1`;
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
    const newest = [...rows.keys()].toSorted(file_names/* compareKeys */.YD).at(-1);
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
        const version = (0,file_names/* leadingNumber */.Qt)(folders.length > 0 ? up.path : (0,file_names/* nameOf */.Vb)(up));
        const down = byPath.get(downOf(up));
        return version === undefined ? [] : [{ version, up, ...(down && { down }) }];
    })
        .toSorted((a, b) => (0,file_names/* compareKeys */.YD)(a.version, b.version));
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


/***/ }),

/***/ "lib/plan/profiles.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ genericProfiles),
/* harmony export */   JD: () => (/* binding */ profileNamed),
/* harmony export */   xD: () => (/* binding */ profiles)
/* harmony export */ });
/* harmony import */ var _layouts_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("lib/plan/layouts/index.js");

/** Ways to execute SQL files that are no tool's own: the user declares them, or production may be one of them. */
const withoutTool = [
    profileOf('autocommit-fk-on', { transaction: 'none', foreignKeys: true }),
    profileOf('transaction', { transaction: 'file', foreignKeys: true }),
    profileOf('transaction-fk-off', { transaction: 'file', foreignKeys: false }),
];
/** The ways in which production executes SQL files: those of the layouts' own tools and drivers, and three of no tool. */
const profiles = [
    ..._layouts_index_js__WEBPACK_IMPORTED_MODULE_0__/* .layouts */ .Y.map(({ name, profile }) => profileOf(name, profile)),
    ..._layouts_index_js__WEBPACK_IMPORTED_MODULE_0__/* .layouts */ .Y.flatMap(({ otherDrivers = [] }) => otherDrivers.map(({ name, ...one }) => profileOf(name, one))),
    ...withoutTool,
];
/** For "no tool was recognised": what else production may be. */
const genericProfiles = [profileNamed('plain'), ...withoutTool];
/** Throws for a name that no layout or driver has: settings let none through. */
function profileNamed(name) {
    const found = profiles.find((one) => one.name === name);
    if (found === undefined)
        throw new Error(`there is no profile ${name}`);
    return found;
}
function profileOf(name, profile) {
    return { name, doubleQuotedText: true, ...profile };
}


/***/ }),

/***/ "lib/report/formats/index.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F: () => (/* binding */ formats)
});

;// CONCATENATED MODULE: ./lib/report/formats/json/json.js
const json = {
    file: 'report.json',
    output: 'report-json',
    title: 'For machines',
    render: renderJson,
};
/**
 * report.json, in the shape of report.schema.json, whose keys keep the words of version 1: two spaces of indentation, a line feed at the end. What does not
 * apply is left out, never null. Schema, SQL of the statements and paths of this machine are not in it.
 */
function renderJson(record) {
    const { verdict, generatedAt, tool, samples, configFile, declared, databases, findings } = record;
    const report = {
        schemaVersion: 1,
        verdict,
        generatedAt,
        tool: { name: tool.name, version: tool.version, sqlite: tool.sqlite, node: tool.node },
        samples,
        configFile,
        declared: declared && declaredOf(declared),
        databases: databases.map(databaseOf),
        findings: findings.map(findingOf),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
function declaredOf({ items, change }) {
    return {
        change: change && { kind: change.kind, isUnknown: change.isUnknown },
        items: items.map(({ kind, text, migration, source, isNew }) => ({
            kind,
            text,
            migration,
            location: source,
            isNew,
        })),
    };
}
function databaseOf({ verdict, facts, risk, criteria, recommendation, nextSteps }) {
    const { path, unusable, snapshot, plan, command, before, rehearsal, after, changes } = facts;
    const { scenarios, incidents, timings } = facts;
    return {
        verdict,
        snapshot: snapshot ?? { path, ...(unusable && { unusable: unusable.reason }) },
        plan: plan && planOf(plan),
        command: command && commandOf(command),
        before: before && healthOf(before),
        rehearsal: rehearsalOf(rehearsal),
        after: after && healthOf(after),
        changes: changes && changesOf(changes),
        further: scenarios && scenariosOf(scenarios),
        incidents: filled(incidents),
        migratedDatabase: baseName(facts),
        risk,
        criteria,
        recommendation,
        nextSteps,
        timings: timingsOf(timings),
    };
}
function changesOf({ tables, objects, renames, unchecked, causes }) {
    return {
        tables: tables.map(withoutSamples).map((table) => ({ ...table, columns: table.columns.map(columnOf) })),
        objects,
        renames,
        degraded: filled(unchecked),
        causes: causes
            ?.map((cause) => ('what' in cause && cause.what === 'nulled' ? { ...cause, what: 'cleared' } : cause))
            .map(withStep),
    };
}
function columnOf({ column, filled: newly, changed, nulled, ...others }) {
    return { column, filled: newly, changed, cleared: nulled, ...others };
}
function scenariosOf({ profiles, rollback, ...others }) {
    return {
        ...others,
        profiles: profiles?.map(({ profile, losses, ...variant }) => ({
            profile: profile.name,
            foreignKeys: profile.foreignKeys,
            transaction: profile.transaction,
            ...variant,
            losses: losses.map(({ nulled, ...loss }) => ({ ...loss, cleared: nulled })),
        })),
        rollback: rollback && { ...rollback, backup: { ...rollback.backup, ms: rounded(rollback.backup.ms) } },
    };
}
function planOf({ layout, profile, basis, applied, pending, problems, ignored }) {
    const { name, foreignKeys, transaction } = profile;
    return {
        layout,
        profile: name,
        basis,
        foreignKeys,
        transaction,
        applied,
        pending,
        problems: filled(problems),
        ignored: filled(ignored),
    };
}
function commandOf({ bookkeeping: _, recorded, ms, longestWriteMs, ...command }) {
    return {
        ...command,
        ms: ms === undefined ? ms : rounded(ms),
        longestWriteMs: longestWriteMs === undefined ? longestWriteMs : rounded(longestWriteMs),
        recorded: filled(recorded),
    };
}
function healthOf(health) {
    const { integrity, tables, orphans, mismatches, required, queries, statements } = health;
    const { header, bytes, broken, searchFailures, unchecked } = health;
    return {
        integrity: integrity.result,
        integrityMessages: filled(integrity.messages),
        tables,
        orphans: orphans.map(withoutSamples),
        mismatches: filled(mismatches),
        required: required.map(withoutSamples),
        queries: filled(queries.map(({ id, rows, failure }) => ({ id, rows, failure: failure?.message }))),
        statements: statements.total > 0 ? statementsOf(statements) : undefined,
        header,
        bytes,
        broken: filled(broken),
        searchFailures: filled(searchFailures),
        degraded: filled(unchecked),
    };
}
/** Rows stand with the findings that they are for. */
function withoutSamples({ samples: _, ...item }) {
    return item;
}
function statementsOf({ total, failed }) {
    return { total, failed: failed.map(({ file, line, message }) => ({ file, line, message })) };
}
function rehearsalOf(facts) {
    const { outcome, commits, leftOpen, statements, failure, unreadable } = facts;
    const { transientLosses, doubleQuotedText } = facts;
    const open = leftOpen || undefined;
    return {
        outcome,
        commits,
        leftOpen: open,
        steps: statements.map(statementOf),
        failure: failure && withStep(failure),
        unreadable,
        lostOnTheWay: transientLosses?.map(withStep),
        doubleQuotedText: doubleQuotedText && withStep(doubleQuotedText),
    };
}
function statementOf(statement) {
    const { file, line, title, phase, status, ms, rows, writes, transaction, rolledBack } = statement;
    return {
        file,
        line,
        title,
        phase,
        status,
        ms: ms === undefined ? ms : rounded(ms),
        rows,
        writes,
        transaction,
        rolledBack,
    };
}
/** The index of a statement is called `step` here; every key keeps its place. */
function withStep(item) {
    return Object.fromEntries(Object.entries(item).map(([key, value]) => [key === 'statement' ? 'step' : key, value]));
}
function findingOf(finding) {
    const { rule, severity, title, message, remedy, query, database, table, columns, object } = finding;
    const { count, location, samples, allowed } = finding;
    const subject = { database, table, columns, object, count };
    return { rule, severity, title, message, remedy, query, ...subject, location, samples, allowed };
}
/** The folder is the machine's business; the outputs give the whole path. */
function baseName({ migratedDatabase }) {
    return migratedDatabase?.split(/[\\/]/).at(-1);
}
function timingsOf({ copy, healthBefore, rehearsal, healthAfter, ...rest }) {
    const { schemaDiff, dataDiff, locate, scenarios, total } = rest;
    const timings = {
        copy,
        healthBefore,
        rehearsal,
        healthAfter,
        schemaDiff,
        dataDiff,
        locate,
        further: scenarios,
        total,
    };
    const measured = Object.entries(timings).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(measured.map(([name, ms]) => [name, rounded(ms)]));
}
function filled(list) {
    return list.length > 0 ? list : undefined;
}
/** Whole microseconds, in ms. */
function rounded(ms) {
    return Math.round(ms * 1000) / 1000;
}

// EXTERNAL MODULE: ./lib/text/numbers.js
var text_numbers = __nccwpck_require__("lib/text/numbers.js");
// EXTERNAL MODULE: ./lib/text/visible.js
var visible = __nccwpck_require__("lib/text/visible.js");
;// CONCATENATED MODULE: ./lib/report/shared/escape.js

/**
 * Nothing out of a database, a file name or an SQL text may become markup, a link, a mention or a control sequence.
 * Everything shown goes through one of these.
 */
/** A space of no width. GitHub looks for links and mentions in the finished text, where a backslash is gone. */
const BREAK = '&#8203;';
/**
 * What GitHub makes something of without any markup: mentions, issues, addresses with and without a scheme (GFM 6.9),
 * and `:name:`, which could forge the icons of a verdict; an underscore in it may have its backslash already.
 */
const LINKING = /@(?=\S)|#(?=\d)|GH-(?=\d)|:(?=\/\/)|(?:mailto|xmpp):|www(?=\.)|:(?=[\d+\\-]*[a-z_][\w+\\-]*:|[+-]1:)/gi;
/** `text` as plain words in GitHub-flavoured markdown: in a paragraph, a list item, a table cell or an HTML element. */
function words(text) {
    return escaped((0,visible/* visible */.R)(text).trim());
}
/** What stands between backticks within a sentence, with nothing at them that could join on either side. */
const SPAN = /(?<=^|[\s(])`([^`]+)`(?=$|[\s.,;:)])/;
/** A sentence of ours that names settings or SQL between backticks: those as code, all else as words. */
function prose(text) {
    const parts = (0,visible/* visible */.R)(text).trim().split(SPAN);
    return parts.map((part, at) => (at % 2 === 1 ? code(part) : escaped(part))).join('');
}
function escaped(text) {
    return (text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*[\]~]/g, '\\$&')
        // Within a word it is no markup, and snake_case stays readable in the source.
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        // What begins a list, a heading or the rule under a table's head.
        .replace(/^[-+#=:]/, '\\$&')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
        .replace(LINKING, `$&${BREAK}`)
        // Readers of tables disagree on `\\|`; an entity is a pipe to none of them.
        .replace(/\|/g, '&#124;')
        // GitHub's own way to write a dollar that begins no formula.
        .replace(/\$/g, '<span>$$</span>'));
}
/** `text` as an inline code span that also holds in a table cell. */
function code(text) {
    const shown = (0,visible/* visible */.R)(text);
    if (shown === '')
        return '` `';
    // In a table a pipe ends the cell even inside a code span.
    if (shown.includes('|'))
        return `<code>${words(shown)}</code>`;
    const fence = '`'.repeat(longestRun(shown) + 1);
    // A reader takes one blank away on both sides, unless there is nothing else.
    const isBetween = shown.startsWith(' ') && shown.endsWith(' ') && /[^ ]/.test(shown);
    const padding = shown.startsWith('`') || shown.endsWith('`') || isBetween ? ' ' : '';
    return `${fence}${padding}${shown}${padding}${fence}`;
}
/** `text` as a fenced block, line by line; `language` is ours. */
function codeBlock(text, language = '') {
    const lines = text.split(/\r?\n/).map(visible/* visible */.R);
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return [`${fence}${language}`, ...lines, fence].join('\n');
}
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// EXTERNAL MODULE: ./lib/report/shared/icons.js
var icons = __nccwpck_require__("lib/report/shared/icons.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/parts.js

/** GitHub reads markdown inside the element only after an empty line. */
function folded({ title, body }) {
    return `<details><summary><b>${title}</b></summary>\n\n${body}\n\n</details>`;
}
/** A table; cells are markdown, escaped, and hold no line break. Columns with a right-aligned head end in `:`. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rule = head.map((title) => (title.endsWith(':') ? '---:' : '---'));
    return [line(head.map((title) => title.replace(/:$/, ''))), line(rule), ...rows.map(line)].join('\n');
}
function bullets(items) {
    return items.map((item) => `- ${item}`).join('\n');
}
/** One bullet, with a list of its own below it. */
function nested(item, items) {
    return [item, ...items.map((inner) => `  - ${inner}`)].join('\n');
}
/** A numbered list of sentences. */
function numbered(sentences) {
    return sentences.map((sentence, at) => `${at + 1}. ${prose(sentence)}`).join('\n');
}
/** Names of one kind; those beyond `most` are counted, and the facts for machines have them. */
function listed(items, most = 40) {
    const rest = items.length - most;
    return rest > 0 ? `${items.slice(0, most).join(', ')} and ${rest} more` : items.join(', ');
}
/** The parts that are there, as paragraphs. */
function paragraphs(...parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
const TICK = '✅';
const CROSS = '❌';
const CAUTION = '⚠️';

// EXTERNAL MODULE: ./lib/report/shared/units.js
var units = __nccwpck_require__("lib/report/shared/units.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/assessment.js

/** The level of the risk and the measured reasons for it. */
function riskSection({ risk }) {
    if (risk.level === 'unknown')
        return undefined;
    return { title: `Risk: ${risk.level}`, body: bullets(risk.reasons.map(words)) };
}
const STEPS = {
    copy: 'Copy and hash the snapshot',
    healthBefore: 'Check before',
    rehearsal: 'Rehearse',
    healthAfter: 'Check after',
    schemaDiff: 'Compare the schemas',
    dataDiff: 'Compare every row',
    scenarios: 'Rehearse a second run, the rollback, a crash and other ways to execute',
    total: 'Total (some of it at the same time)',
};
/** How long each part of this run took. */
function timeline({ facts }) {
    if (facts.snapshot === undefined)
        return undefined;
    const names = Object.keys(STEPS);
    const rows = names.flatMap((name) => {
        const ms = facts.timings[name];
        return ms === undefined ? [] : [[STEPS[name], (0,units/* duration */.p0)(ms)]];
    });
    return { title: 'Timeline', body: table(['step', 'time:'], rows) };
}
/** What must be true for success, with a tick where it was measured to be; what is not comes first. */
function successCriteria({ criteria }) {
    if (criteria.length === 0)
        return undefined;
    const met = criteria.filter((criterion) => criterion.met).length;
    const missedFirst = criteria.toSorted((a, b) => Number(a.met) - Number(b.met));
    const lines = missedFirst.map((criterion) => `${criterion.met ? TICK : CROSS} ${words(criterion.text)}`);
    return { title: `Success criteria: ${met} of ${criteria.length} met`, body: bullets(lines) };
}

// EXTERNAL MODULE: ./lib/facts/database.js
var database = __nccwpck_require__("lib/facts/database.js");
;// CONCATENATED MODULE: ./lib/report/shared/declared-items.js
/** Whoever declares more has it all in report.json. */
const MOST_SHOWN = 10;
/** Of one of them. */
const MOST_LENGTH = 200;
/** What the config and comments in SQL declare, what is new first, and cut where nobody would read on. */
function shownDeclarations({ items, change }) {
    const ordered = items.toSorted((a, b) => Number(b.isNew ?? false) - Number(a.isNew ?? false));
    const kind = change?.kind ?? '';
    const shown = ordered.slice(0, MOST_SHOWN).map(({ text, source, isNew, kind: what }) => ({
        text: text.length > MOST_LENGTH ? `${text.slice(0, MOST_LENGTH - 1)}…` : text,
        source,
        mark: what === 'withdrawn' ? `no longer, since this ${kind}` : isNew ? `new in this ${kind}` : '',
    }));
    const unknown = change?.isUnknown
        ? `what of it is new in this ${kind} is not known: the checkout lacks the commit before it (actions/checkout with fetch-depth: 2)`
        : '';
    return { shown, others: items.length - shown.length, unknown };
}

;// CONCATENATED MODULE: ./lib/report/shared/reading.js

/** What several reports read out of the facts. */
/** The name of a statement's phase: its file, and its `-- phase:` where it has one. */
function phaseName({ file, phase }) {
    return phase === undefined ? file : `${file}: ${phase}`;
}
/** The name that a table of *after* had in *before*. */
function formerTable({ changes }, table) {
    return changes?.renames.find(({ kind, to }) => kind === 'table' && to === table)?.from ?? table;
}
/** The name that a column of *after* had in *before*; `table` is the name in *after*. */
function columnBefore({ changes }, table, column) {
    const renamed = changes?.renames.find((rename) => rename.kind === 'column' && rename.table === table && rename.to === column);
    return renamed?.from ?? column;
}
/** Nothing stood in the way of this check on any table. */
function wasMeasured({ unchecked }, check) {
    return !unchecked.some((note) => note.check === check);
}
/** Statements that ran, changed something or may have, and stayed. */
function keptStatements({ statements }) {
    return statements.filter(({ status, writes, rolledBack }) => status === 'done' && writes === true && !rolledBack);
}
/** `at least 3 commits`. */
function commandCommits({ command, rehearsal }) {
    return `${command?.commitsAtLeast ? 'at least ' : ''}${(0,text_numbers/* counted */.h)(rehearsal.commits, 'commit')}`;
}
/** How a command ended: a verb and what goes with it. */
function endOf({ command, rehearsal }) {
    const { exitCode, signal, ms } = command ?? {};
    const spent = ms === undefined ? '' : ` after ${(0,units/* duration */.p0)(ms)}`;
    if (exitCode !== undefined)
        return `ended with exit code ${exitCode}${spent}`;
    if (signal !== undefined)
        return `was ended by ${signal}${spent}`;
    if (rehearsal.outcome === 'timeout')
        return `was killed at its deadline${spent}`;
    return rehearsal.outcome === 'not-run' ? 'was not run' : `was interrupted${spent}`;
}
/** `26 indexes added`, one entry for each kind and way of change, in the order of the facts. */
function objectCounts(objects) {
    const groups = Map.groupBy(objects, ({ kind, change }) => `${kind} ${change}`);
    return [...groups.values()].map((group) => {
        const { kind, change } = group[0];
        return `${(0,text_numbers/* counted */.h)(group.length, ...kindWords(kind))} ${change}`;
    });
}
/** The word for one object of a kind, and for several. */
function kindWords(kind) {
    if (kind === 'index')
        return ['index', 'indexes'];
    const word = kind.replace('-', ' ');
    return [word, `${word}s`];
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/decision.js

/** The first lines: the recommendation, what was rehearsed on what, what came of it, and the risk. */
function decision({ facts, recommendation, risk, criteria }, run = {}) {
    const lines = [databaseLine(facts), ...rehearsalLine(facts), ...settingsLines(run), ...resultLines(facts)];
    const met = criteria.filter((criterion) => criterion.met).length;
    if (criteria.length > 0)
        lines.push(`**Success criteria:** ${met} of ${criteria.length} met`);
    if (risk.level !== 'unknown')
        lines.push(`**Risk:** ${risk.level}`);
    return `**${words(recommendation)}**\n\n${bullets(lines)}`;
}
/** Which file the settings come from: another one than was meant would check less. And what makes this check look away. */
function settingsLines({ configFile, declared, }) {
    return [
        ...(configFile === undefined ? [] : [`**Config file:** ${code(configFile)}`]),
        ...(declared === undefined ? [] : [`**Declared:** ${declaredText(declared)}`]),
    ];
}
function declaredText(declared) {
    const { shown, others, unknown } = shownDeclarations(declared);
    const items = shown.map(({ text, source, mark }) => {
        const place = source.file === '' ? '' : ` (${code((0,units/* placeText */.Z9)(source))})`;
        return `${code(text)}${place}${mark === '' ? '' : ` *${mark}*`}`;
    });
    const more = others === 0 ? [] : [`and ${(0,text_numbers/* whole */.W)(others)} more`];
    return [...items, ...more, ...(unknown === '' ? [] : [words(unknown)])].join('; ');
}
function databaseLine({ path, snapshot, before }) {
    const parts = [path === '' ? 'none given' : code(path)];
    if (snapshot !== undefined)
        parts.push((0,units/* size */.Ej)(snapshot.databaseBytes));
    if (before !== undefined) {
        const rows = (0,units/* total */.X5)(before.tables, (table) => table.rows);
        parts.push((0,text_numbers/* counted */.h)(before.tables.length, 'table'), (0,text_numbers/* counted */.h)(rows, 'row'));
    }
    return `**Database:** ${parts.join(', ')}`;
}
const OUTCOMES = {
    done: 'ran to its end',
    failed: 'failed',
    refused: 'refused',
    timeout: 'did not end in time',
    crashed: 'was interrupted',
    'not-run': 'not run',
};
function rehearsalLine(facts) {
    const { plan, command, rehearsal, timings } = facts;
    if (command !== undefined) {
        const run = (0,units/* total */.X5)(command.recorded, ({ ids }) => ids.length);
        const recorded = run === 0 ? '' : `, ${(0,text_numbers/* counted */.h)(run, 'migration')} recorded`;
        return [`**Rehearsal:** the command ${endOf(facts)}; ${commandCommits(facts)}${recorded}`];
    }
    if (plan === undefined)
        return [];
    const { profile, pending } = plan;
    const { outcome, statements } = rehearsal;
    const how = `profile ${code(profile.name)}, foreign keys ${profile.foreignKeys ? 'on' : 'off'}`;
    const spent = timings.rehearsal === undefined ? '' : ` in ${(0,units/* duration */.p0)(timings.rehearsal)}`;
    const what = `${(0,text_numbers/* counted */.h)(pending.length, 'migration')}, ${(0,text_numbers/* counted */.h)(statements.length, 'statement')}, ${how}`;
    return [`**Rehearsal:** ${what}: ${OUTCOMES[outcome]}${spent}${stop(rehearsal)}`];
}
/** Where it stopped, and what a database would be left with. */
function stop(rehearsal) {
    const { outcome, failure, statements } = rehearsal;
    if (outcome !== 'failed' && outcome !== 'timeout' && outcome !== 'crashed')
        return '';
    const last = failure ?? statements.find(({ status }) => status === 'failed');
    const place = last === undefined || last.file === '' ? '' : ` at ${code((0,units/* placeText */.Z9)(last))}`;
    return `${place}; ${(0,text_numbers/* counted */.h)(keptStatements(rehearsal).length, 'statement stays', 'statements stay')} applied`;
}
/** What happened to the data: the proof that the reader came for. */
function resultLines(facts) {
    const { changes, rehearsal, before, after } = facts;
    if ((0,database/* isHealthCheck */.v)(facts) && before !== undefined) {
        return [`**Health:** integrity ${before.integrity.result}, orphans ${orphans(before)}`];
    }
    if (changes === undefined || rehearsal.outcome !== 'done' || before === undefined || after === undefined)
        return [];
    const lines = [`**Data:** ${dataLine(changes)}; orphans ${orphans(before)} → ${orphans(after)}`];
    const objects = objectCounts(changes.objects);
    return objects.length === 0 ? lines : [...lines, `**Schema:** ${objects.join(', ')}`];
}
const WAYS = ['filled', 'changed', 'nulled', 'retyped'];
/** What differs, in numbers, and what does not, in words. */
function dataLine({ tables, unchecked }) {
    const values = (kind) => (0,units/* total */.X5)(tables, ({ columns }) => (0,units/* total */.X5)(columns, (column) => column[kind]));
    const rows = parted('row', [
        ['added', (0,units/* total */.X5)(tables, ({ added }) => added)],
        ['removed', (0,units/* total */.X5)(tables, ({ removed }) => removed)],
    ]);
    const cells = parted('value', WAYS.map((kind) => [kind, values(kind)]));
    const unread = unchecked.length === 0 ? '' : ' (not everything could be compared)';
    return `${rows}; ${cells}${unread}`;
}
/** `20 values filled, none changed, nulled or retyped`. */
function parted(what, ways) {
    const some = ways.filter(([, count]) => count > 0);
    const none = ways.filter(([, count]) => count === 0).map(([way]) => way);
    const [first, ...others] = some.map(([way, count]) => [(0,text_numbers/* counted */.h)(count, what), (0,text_numbers/* whole */.W)(count), way]);
    const last = none.at(-1);
    const rest = none.length < 2 ? (last ?? '') : `${none.slice(0, -1).join(', ')} or ${last}`;
    if (first === undefined)
        return `no ${what} ${rest}`;
    const parts = [`${first[0]} ${first[2]}`, ...others.map(([, count, way]) => `${count} ${way}`)];
    return [...parts, ...(rest === '' ? [] : [`none ${rest}`])].join(', ');
}
function orphans(side) {
    const found = (0,text_numbers/* whole */.W)((0,units/* total */.X5)(side.orphans, ({ rows }) => rows));
    return wasMeasured(side, 'orphans') ? found : `${found} (not every table could be checked)`;
}

// EXTERNAL MODULE: ./lib/report/shared/groups.js
var shared_groups = __nccwpck_require__("lib/report/shared/groups.js");
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __nccwpck_require__("lib/report/shared/sample-lines.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/findings.js

/** Findings told in full; a report of thousands helps nobody. */
const MOST = 100;
/** Why it was decided so: errors and warnings in the open, notices folded. `level` is that of the heading. */
function findingList(groups, level) {
    const notices = groups.filter(({ finding }) => finding.severity === 'notice');
    const open = groups.filter((group) => !notices.includes(group));
    const why = open.length === 0 ? [] : [`${level} Why`, list(open)];
    if (notices.length === 0)
        return why;
    return [...why, folded({ title: (0,text_numbers/* counted */.h)(notices.length, 'notice'), body: list(notices) })];
}
function list(groups) {
    const rest = groups.length - MOST;
    const more = rest > 0 ? [`- And ${(0,text_numbers/* whole */.W)(rest)} more: report.json has them all.`] : [];
    const reachesBack = groups.some(({ finding }) => finding.query?.includes(' before."'));
    const how = reachesBack ? [HOW_TO_REACH_BACK] : [];
    return [...groups.slice(0, MOST).map(described), ...more, ...how].join('\n\n');
}
/** A copy: to open a database in WAL mode can change it. */
const HOW_TO_REACH_BACK = `Queries with ${code('before.')} run in the migrated database, after ${code("ATTACH 'copy-of-the-snapshot.db' AS before;")}.`;
/** `databases`: where the run has several. */
function described({ finding, databases }) {
    const { severity, rule, title, message, remedy, query, location, samples = [], allowed } = finding;
    const where = location === undefined ? '' : `, ${code((0,units/* placeText */.Z9)(location))}`;
    const advice = allowed === undefined ? prose(remedy) : `Allowed: ${words(allowed)}`;
    const lines = [
        `- ${icons/* severityIcons */.i[severity]} **${words(title)}** (${code(rule)}${where})<br>`,
        `  ${words(message)}<br>`,
        ...(databases.length === 0 ? [] : [`  ${(0,shared_groups/* inDatabases */.cD)(databases, code)}<br>`]),
        `  → ${advice}`,
    ];
    if (samples.length > 0)
        lines.push('', ...samples.map((row) => `  - ${code((0,sample_lines/* sampleText */.E)(row))}`));
    if (query === undefined)
        return lines.join('\n');
    // Indented, the block belongs to the list item.
    const block = codeBlock(query, 'sql').replace(/^/gm, '  ');
    return `${lines.join('\n')}\n\n${block}`;
}

// EXTERNAL MODULE: ./lib/text/scopes.js
var scopes = __nccwpck_require__("lib/text/scopes.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/guide.js

/** There is something to execute. */
function migrates({ plan, command, rehearsal }) {
    if (command !== undefined)
        return rehearsal.outcome !== 'done' || command.copy === 'changed';
    return plan !== undefined && plan.pending.length > 0;
}
/** Backup, and the command of the shell where the profile is the shell's. */
function beforeYouExecute(facts) {
    const { plan, snapshot, rehearsal, timings } = facts;
    if (!migrates(facts) || snapshot === undefined)
        return undefined;
    const database = shell(databaseName(facts.path, snapshot));
    const commands = [
        '# Back up. This takes the WAL along, and nobody needs to stop; a plain copy of the file does not.',
        `sqlite3 ${database} ".backup 'backup.db'"`,
        '# Verify the backup: it must answer ok.',
        'sqlite3 backup.db "PRAGMA integrity_check;"',
        ...(rehearsal.outcome === 'done' ? execution(plan, database) : []),
    ];
    const advice = [
        'On the machine of the database; its path there may be another.',
        'Keep the backup until the application has run on the migrated database for some days, and a copy of it on another disk.',
        `It takes about ${(0,units/* size */.Ej)(snapshot.databaseBytes)}.`,
        ...(timings.rehearsal === undefined ? [] : [`The rehearsal took ${(0,units/* duration */.p0)(timings.rehearsal)}.`]),
    ];
    return {
        title: 'Before you execute',
        body: paragraphs(codeBlock(commands.join('\n'), 'sh'), advice.join(' ')),
    };
}
function execution(plan, database) {
    if (plan === undefined)
        return ['# Migrate as rehearsed, with the same command.'];
    const { profile, pending, command } = plan;
    const { name, foreignKeys, transaction } = profile;
    if (command !== undefined)
        return ['# Migrate as rehearsed.', command.replaceAll('DATABASE', database)];
    if (name === 'plain' && !foreignKeys) {
        const runs = pending.map(({ file }) => `sqlite3 -bail ${database} < ${shell(file)}`);
        return ['# Migrate as rehearsed: stop at the first error.', runs.join(' &&\n')];
    }
    // Other profiles stand for a runner of the project's own, whose command is not known here.
    const how = `${scopes/* SCOPES */.i[transaction]}, foreign keys ${foreignKeys ? 'on' : 'off'}`;
    return [`# Migrate with the project's own tool, as rehearsed: ${how}.`];
}
/** What the database of a snapshot is called once it is unpacked or restored. */
function databaseName(path, { kind }) {
    const unpacked = path.replace(/\.(gz|zst)$/i, '');
    return kind.startsWith('sql.') || kind === 'sql' ? unpacked.replace(/\.sql$/i, '.db') : unpacked;
}
/** Back to the backup. */
function rollback(facts) {
    const { path: given, snapshot } = facts;
    if (!migrates(facts) || snapshot === undefined)
        return undefined;
    const path = databaseName(given, snapshot);
    const database = shell(path);
    const beside = ['-wal', '-shm', '-journal'].map((suffix) => shell(`${path}${suffix}`));
    const commands = [
        '# Stop the application. What lies beside the database belongs to the migrated one, and would damage the other.',
        `rm -f ${beside.join(' ')}`,
        `cp backup.db ${database}`,
        `sqlite3 ${database} "PRAGMA integrity_check;"`,
    ];
    const note = `${rehearsed(facts)} What is written after the backup is lost by it. The row counts to find again are under Data volume.`;
    return { title: 'Rollback', body: paragraphs(codeBlock(commands.join('\n'), 'sh'), note) };
}
function rehearsed({ scenarios }) {
    const { down, backup } = scenarios?.rollback ?? {};
    if (backup === undefined)
        return 'The rollback was not rehearsed.';
    const equal = backup.identical ? 'byte for byte the snapshot again' : '**not the snapshot again**';
    const restored = `Rehearsed: the backup was put in the place of the migrated database in ${(0,units/* duration */.p0)(backup.ms)}, and it is ${equal}.`;
    if (down === undefined)
        return restored;
    const { tables, objects } = down.differences;
    const isExact = down.outcome === 'done' && tables.length + objects.length === 0;
    return `${restored} The down migrations ${isExact ? 'bring everything back too' : 'do not bring everything back: see the findings'}.`;
}
/** A path as one word of a POSIX shell, and no option of the command that it is given to. */
function shell(path) {
    const safe = path.startsWith('-') ? `./${path}` : path;
    return `'${safe.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/health-tables.js

/** Integrity, rows without a parent, foreign keys and header values, before → after. */
function health(facts) {
    const sides = ['before', 'after'].flatMap((name) => {
        const side = facts[name];
        return side === undefined ? [] : [{ name, side }];
    });
    const [first] = sides;
    if (first === undefined)
        return undefined;
    const both = sides.length === 2;
    const heads = both ? ['before', 'after'] : [first.name === 'before' ? 'found' : 'after'];
    const found = checks(facts, sides.map(({ side }) => side));
    return {
        title: both ? 'Health before → after' : 'Health',
        body: paragraphs(table(['check', ...heads], found), bullets(notes(sides))),
    };
}
/** What a number cannot say; where it is true of one side only, of which. */
function notes(sides) {
    const all = sides.flatMap(({ name, side }) => {
        const damage = side.integrity.messages.map(words);
        const texts = [...damage, ...side.mismatches.map(mismatchNote), ...side.unchecked.map(degradedNote)];
        return texts.map((text) => ({ name, text }));
    });
    return [...Map.groupBy(all, ({ text }) => text)].map(([text, where]) => where.length < sides.length ? `${where[0]?.name}: ${text}` : text);
}
function checks(facts, sides) {
    const line = (name, of) => [name, ...sides.map(of)];
    return [
        line('integrity_check', integrity),
        line('rows without a parent', (side) => ticked((0,units/* total */.X5)(side.orphans, ({ rows }) => rows), wasMeasured(side, 'orphans'))),
        ...orphanLines(facts, sides),
        line('foreign keys that SQLite cannot enforce', ({ mismatches }) => ticked(mismatches.length)),
        line('views and triggers that do not compile', (side) => ticked(side.broken.length, wasMeasured(side, 'schema'))),
        ...searchLine(sides),
        ...queryLines(sides),
        ...statementLine(sides),
        line('user_version', ({ header }) => String(header.userVersion)),
        line('journal mode', ({ header }) => words(header.journalMode)),
    ];
}
function integrity({ integrity: { result }, unchecked }) {
    const icon = { ok: TICK, damaged: CROSS, unknown: CAUTION }[result];
    const partly = unchecked.some(({ check, damaged }) => check === 'integrity' && !damaged);
    return partly ? `${CAUTION} ${result}, not every table checked` : `${icon} ${result}`;
}
function ticked(found, complete = true) {
    if (found > 0)
        return `${CROSS} ${(0,text_numbers/* whole */.W)(found)}`;
    return complete ? `${TICK} 0` : `${CAUTION} 0, not every table checked`;
}
/** A line for each foreign key with a row without parent on any side, under its name of *after*. */
function orphanLines(facts, sides) {
    const later = (name) => facts.changes?.renames.find(({ kind, from }) => kind === 'table' && from === name)?.to ?? name;
    const name = ({ table: child, columns, parent, declared }, of) => `${code(`${of(child)}(${columns.join(', ')}) → ${of(parent)}`)}${configured(declared)}`;
    const named = sides.map((side) => {
        const of = side === facts.before ? later : (own) => own;
        const keys = new Map(side.orphans.map((entry) => [name(entry, of), entry.rows]));
        return { keys, complete: wasMeasured(side, 'orphans') };
    });
    const names = [...new Set(named.flatMap(({ keys }) => [...keys.keys()]))].sort();
    return names.map((key) => [
        `– ${key}`,
        ...named.map(({ keys, complete }) => ticked(keys.get(key) ?? 0, complete)),
    ]);
}
/** A line for each query of the settings: the rows that it returned. */
function queryLines(sides) {
    const ids = new Set(sides.flatMap(({ queries }) => queries.map(({ id }) => id)));
    return [...ids].map((id) => [
        `rows of the query ${code(id)}`,
        ...sides.map(({ queries }, at) => queryCell(queries.find((query) => query.id === id), at < sides.length - 1)),
    ]);
}
function queryCell(query, isEarlier) {
    if (query === undefined)
        return `${CAUTION} not checked`;
    // A query may speak of the new schema.
    if (query.failure?.while === 'compiling' && isEarlier)
        return '–';
    return query.rows === undefined ? `${CROSS} fails` : ticked(query.rows);
}
/** Only where an index is refused, or could not be checked. */
function searchLine(sides) {
    const told = sides.some((side) => side.searchFailures.length > 0 || !wasMeasured(side, 'search'));
    if (!told)
        return [];
    const cells = sides.map((side) => ticked(side.searchFailures.length, wasMeasured(side, 'search')));
    return [['search indexes that do not fit their content', ...cells]];
}
function statementLine(sides) {
    const total = sides[0]?.statements.total ?? 0;
    if (total === 0)
        return [];
    const cells = sides.map(({ statements }) => `${(0,text_numbers/* whole */.W)(statements.failed.length)} of ${(0,text_numbers/* whole */.W)(total)}`);
    return [["the application's statements that do not prepare", ...cells]];
}
/** A key of `checks.references`: SQLite does not know it. */
function configured(declared) {
    return declared === false ? ' (configured)' : '';
}
const CAUSES = {
    'no-parent-table': 'there is no such parent table',
    'no-parent-column': 'the parent has no such column',
    'parent-not-unique': 'the parent columns are not unique',
};
function mismatchNote({ table: child, columns, parent, parentColumns, rows, cause, }) {
    const key = `${child}(${columns.join(', ')}) → ${parent}(${parentColumns.join(', ')})`;
    return `${code(key)} cannot be enforced: ${CAUSES[cause]}; ${(0,text_numbers/* counted */.h)(rows, 'row')} with a key`;
}
function degradedNote({ check, table: owner, object, missing }) {
    const what = object === undefined ? check : `${check} ${code(object)}`;
    return `${CAUTION} ${what}${owner === undefined ? '' : ` of ${code(owner)}`} not checked: ${words(missing)}`;
}
/** Rows of each table, before → after, and the file itself. */
function volume(facts) {
    const { before, after } = facts;
    if (before === undefined)
        return undefined;
    const rows = (side, name) => {
        const found = side.tables.find((entry) => entry.table === name)?.rows;
        return found === undefined ? '–' : (0,text_numbers/* whole */.W)(found);
    };
    if (after === undefined) {
        const lines = before.tables.map((entry) => [code(entry.table), (0,text_numbers/* whole */.W)(entry.rows)]);
        return { title: 'Data volume', body: paragraphs(table(['table', 'rows:'], lines), fileLine(facts)) };
    }
    const former = new Map(after.tables.map((entry) => [entry.table, formerTable(facts, entry.table)]));
    const renamed = new Set(former.values());
    const kept = after.tables.map(({ table: name }) => {
        const from = former.get(name) ?? name;
        const shown = from === name ? code(name) : `${code(from)} → ${code(name)}`;
        return [shown, rows(before, from), rows(after, name)];
    });
    const gone = before.tables
        .filter(({ table: name }) => !renamed.has(name))
        .map(({ table: name }) => [code(name), rows(before, name), '–']);
    const body = table(['table', 'rows before:', 'rows after:'], [...kept, ...gone]);
    return { title: 'Data volume', body: paragraphs(body, fileLine(facts)) };
}
function fileLine({ snapshot, after }) {
    if (snapshot === undefined)
        return '';
    const { bytes, pageSize, journalMode, sha256, sidecars } = snapshot;
    const beside = sidecars.map(({ suffix, bytes: more }) => `, with its ${code(suffix)} (${(0,text_numbers/* whole */.W)(more)} bytes)`);
    const migrated = after === undefined ? '' : ` Migrated: ${(0,text_numbers/* whole */.W)(after.bytes)} bytes.`;
    return `Snapshot: ${(0,text_numbers/* whole */.W)(bytes)} bytes, pages of ${(0,text_numbers/* whole */.W)(pageSize)}, journal mode ${journalMode}, sha256 ${code(sha256)}${beside.join('')}.${migrated}`;
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/known-issues.js

/** Errors that SQLite or the machine gave in this run, each with its remedy; not what was found in the data. */
function knownIssues({ rehearsal }, findings) {
    const met = findings.filter(({ about }) => about !== 'database');
    if (met.length === 0)
        return undefined;
    const items = met.map(({ severity, about, message, remedy, location }) => {
        // What has a code has a message of SQLite's; the finding's own words say the rest.
        const failed = about === 'failure' && rehearsal.failure?.code !== '' ? rehearsal.failure : undefined;
        const issue = failed === undefined ? words(message) : `${words(failed.message)} (${code(failed.code)})`;
        const where = location === undefined ? [] : [`Where: ${code((0,units/* placeText */.Z9)(location))}`];
        return nested(`${icons/* severityIcons */.i[severity]} ${issue}`, [...where, `Resolution: ${prose(remedy)}`]);
    });
    return { title: 'Known issues met', body: bullets(items) };
}

// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __nccwpck_require__("lib/sql/quote.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/object-list.js

/** A line for each kind of object and way of change, with the names. */
function objectLines(objects) {
    const groups = Map.groupBy(objects, ({ kind, change }) => `${kind} ${change}`);
    return [...groups.values()].map((group) => {
        const { kind, change } = group[0];
        return `${(0,text_numbers/* counted */.h)(group.length, ...kindWords(kind))} ${change}: ${listed(group.map(shown))}`;
    });
}
function shown(object) {
    const { kind, from, held, change } = object;
    const former = from === undefined ? '' : `${code(from)} → `;
    return `${former}${code(fullName(object))}${heldText(kind, change, held)}`;
}
function fullName({ kind, name, table, columns = [], detail }) {
    if (kind === 'column')
        return table === undefined ? name : `${table}.${name}`;
    if (kind !== 'constraint' && kind !== 'foreign-key')
        return name;
    const owner = columns.length === 0 ? table : `${table ?? ''}(${columns.join(', ')})`;
    return [owner, detail ?? name].filter((part) => part !== undefined).join(' ');
}
function heldText(kind, change, held) {
    if (change !== 'removed' || held === undefined)
        return '';
    return ` (held ${kind === 'table' ? (0,text_numbers/* counted */.h)(held, 'row') : (0,text_numbers/* counted */.h)(held, 'value')})`;
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/phases.js

/**
 * What each phase did: a difference between before and after belongs to the last phase that names it, or its table, in
 * a statement that stayed applied. Statements alone prove nothing: CREATE IF NOT EXISTS may have found what it wanted.
 */
function phasesOf(pending, statements, objects) {
    const phases = [...Map.groupBy(statements, phaseName)].map(([name, own]) => ({
        file: own[0]?.file ?? '',
        name,
        statements: own,
        names: stayed(own).flatMap(({ names }) => names),
    }));
    const owners = new Map(objects.map((object) => [object, ownerOf(object, phases)]));
    const empty = pending.filter(({ statements }) => statements === 0).map(({ file }) => file);
    const files = new Set([...pending, ...phases].map(({ file }) => file));
    return {
        items: [...files].flatMap((file) => [
            ...phases.filter((phase) => phase.file === file).map((phase) => item(phase, owners)),
            ...(empty.includes(file) ? [`${code(file)}: no statement`] : []),
        ]),
        rest: objects.filter((object) => owners.get(object) === undefined),
    };
}
function item(phase, owners) {
    const made = [...owners].filter(([, owner]) => owner === phase).map(([object]) => object);
    const lines = [...objectLines(made), ...rowLines(stayed(phase.statements))];
    return nested(`${code(phase.name)}: ${progress(phase.statements)}`, lines);
}
function stayed(statements) {
    return statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack);
}
function ownerOf(object, phases) {
    return (phases.findLast(({ names }) => names.some((named) => namesItself(named, object))) ??
        phases.findLast(({ names }) => names.some((named) => namesTable(named, object))));
}
/** The statement has the object for its target. */
function namesItself(named, { kind, name, table = '', columns = [] }) {
    switch (named.verb) {
        case 'create':
        case 'drop':
            return named.kind === kind && (0,quote/* sameName */.q)(named.name, name);
        case 'rename-table':
            return kind === 'table' && (0,quote/* sameName */.q)(named.to, name);
        case 'rename-column':
            return kind === 'column' && (0,quote/* sameName */.q)(named.table, table) && (0,quote/* sameName */.q)(named.to, name);
        case 'add-column':
        case 'drop-column': {
            // A foreign key or constraint may come and go with its column.
            const concerned = kind === 'column' ? [name] : columns;
            const inTable = kind === 'column' || kind === 'constraint' || kind === 'foreign-key';
            return inTable && (0,quote/* sameName */.q)(named.table, table) && concerned.some((one) => (0,quote/* sameName */.q)(one, named.name));
        }
        default:
            return false;
    }
}
/** The statement makes, drops, renames or alters the table that the object belongs to. */
function namesTable(named, { table }) {
    if (table === undefined)
        return false;
    if (named.verb === 'rename-table')
        return (0,quote/* sameName */.q)(named.to, table);
    if (named.verb === 'create' || named.verb === 'drop')
        return named.kind === 'table' && (0,quote/* sameName */.q)(named.name, table);
    return named.verb === 'alter' && (0,quote/* sameName */.q)(named.name, table);
}
function progress(statements) {
    const done = statements.filter(({ status }) => status === 'done');
    const undone = done.filter(({ rolledBack }) => rolledBack).length;
    const ms = (0,units/* total */.X5)(statements, (statement) => statement.ms ?? 0);
    const ran = done.length === statements.length
        ? `${(0,text_numbers/* counted */.h)(done.length, 'statement')} ran`
        : `${(0,text_numbers/* whole */.W)(done.length)} of ${(0,text_numbers/* counted */.h)(statements.length, 'statement')} ran`;
    return [
        ran,
        ...(undone > 0 ? [`${(0,text_numbers/* whole */.W)(undone)} rolled back`] : []),
        ...(ms > 0 ? [(0,units/* duration */.p0)(ms)] : []),
    ].join(', ');
}
const WORDS = {
    insert: 'inserted',
    upsert: 'inserted or updated',
    update: 'updated',
    delete: 'deleted',
};
/** Rows that the statements themselves touched, for each way and table. */
function rowLines(statements) {
    const touched = statements.flatMap(({ names, rows = 0 }) => {
        const target = names.find((named) => named.verb in WORDS);
        return target === undefined || rows === 0
            ? []
            : [{ verb: target.verb, name: 'name' in target ? target.name : '', rows }];
    });
    return [...Map.groupBy(touched, ({ verb }) => verb)].map(([verb, own]) => {
        const tables = [...Map.groupBy(own, ({ name }) => name)].map(([name, entries]) => `${code(name)} ${(0,text_numbers/* whole */.W)((0,units/* total */.X5)(entries, ({ rows }) => rows))}`);
        return `rows ${WORDS[verb]}: ${listed(tables)}`;
    });
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/modified.js

/** What the migration did, phase by phase as executed, and in the end as compared. */
function modified({ plan, command, rehearsal, changes }) {
    if ((plan ?? command) === undefined || changes === undefined)
        return undefined;
    const { items, rest } = phasesOf(plan?.pending ?? [], rehearsal.statements, changes.objects);
    // Of a command no statement is known.
    const lead = command === undefined ? 'Named by no statement:\n\n' : '';
    const others = rest.length === 0 ? '' : `${lead}${bullets(objectLines(rest))}`;
    const title = rehearsal.outcome === 'done' ? 'What was modified' : 'What stays modified after the failure';
    return { title, body: paragraphs(bullets(items), others, content(changes)) };
}
const KINDS = ['filled', 'changed', 'nulled', 'retyped'];
/** Rows and values of the tables that are on both sides. */
function content({ tables, unchecked }) {
    const unread = unchecked.filter(({ check }) => check === 'content' || check === 'rows');
    const compared = tables.filter(({ table: name }) => !unread.some((note) => (0,quote/* sameName */.q)(note.table ?? '', name)));
    const touched = tables.filter(({ added, removed, changed }) => added + removed + changed > 0);
    const same = compared.filter((entry) => !touched.includes(entry)).length;
    const note = `${(0,text_numbers/* counted */.h)(same, 'table')} with every row and value unchanged, in the columns of both sides (compared exactly: storage class and bytes).`;
    const gaps = unchecked.map(({ check, table: name, missing }) => `${CAUTION} ${check}${name === undefined ? '' : ` of ${code(name)}`} not compared: ${words(missing)}`);
    return paragraphs(touched.length === 0 ? '' : changedTables(touched), note, bullets(gaps));
}
function changedTables(touched) {
    const head = ['table', 'rows before:', 'after:', 'added:', 'removed:', 'changed:', 'values', 'proof'];
    const rows = touched.map(({ table: name, before, after, added, removed, changed, columns, proof }) => {
        const numbers = [before, after, added, removed, changed].map(text_numbers/* whole */.W);
        return [code(name), ...numbers, columns.map(valueText).join('; '), proof];
    });
    return table(head, rows);
}
function valueText(change) {
    const found = KINDS.filter((kind) => change[kind] > 0).map((kind) => `${(0,text_numbers/* whole */.W)(change[kind])} ${kind}`);
    return `${code(change.column)} ${found.join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/required-values.js

/** Rows without a value that the settings require, and what became of them. */
function required(facts) {
    const { before, after } = facts;
    const title = 'Rows missing required values';
    if (after === undefined) {
        if (before === undefined || before.required.length === 0)
            return undefined;
        const rows = before.required.map((entry) => [required_values_name(entry), (0,text_numbers/* whole */.W)(entry.nulls)]);
        return { title: `${title}: ${(0,text_numbers/* whole */.W)(nulls(before))}`, body: table(['column', 'NULL:'], rows) };
    }
    const rows = [...after.required.map((entry) => line(facts, entry)), ...lostColumns(facts, after)];
    if (rows.length === 0)
        return undefined;
    return {
        title: `${title}: ${before === undefined ? '' : `${(0,text_numbers/* whole */.W)(nulls(before))} → `}${(0,text_numbers/* whole */.W)(nulls(after))}`,
        body: table(['column', 'NULL before:', 'filled:', 'NULL after:', 'what became of them'], rows),
    };
}
function nulls({ required: columns }) {
    return (0,units/* total */.X5)(columns, (column) => column.nulls);
}
function line(facts, { table: owner, column, nulls: left }) {
    const earlier = facts.before?.required.find((entry) => entry.table === formerTable(facts, owner) && entry.column === columnBefore(facts, owner, column));
    const compared = facts.changes?.tables.find((entry) => entry.table === owner);
    const filled = compared?.columns.find((entry) => entry.column === column)?.filled ?? 0;
    const became = left > 0 ? `${CROSS} still NULL` : `${TICK} ${resolution(earlier)}`;
    const was = earlier === undefined ? '–' : (0,text_numbers/* whole */.W)(earlier.nulls);
    return [
        required_values_name({ table: owner, column }),
        was,
        earlier === undefined || compared === undefined ? '–' : (0,text_numbers/* whole */.W)(filled),
        (0,text_numbers/* whole */.W)(left),
        became,
    ];
}
function resolution(earlier) {
    if (earlier === undefined)
        return 'new column, no NULL';
    return earlier.nulls === 0 ? 'none was NULL' : 'none left';
}
/** Required columns that only *before* had. */
function lostColumns(facts, after) {
    const known = new Set(after.required.map(({ table: owner, column }) => JSON.stringify([formerTable(facts, owner), columnBefore(facts, owner, column)])));
    return (facts.before?.required ?? [])
        .filter(({ table: owner, column }) => !known.has(JSON.stringify([owner, column])))
        .map((entry) => [required_values_name(entry), (0,text_numbers/* whole */.W)(entry.nulls), '–', '–', `${CROSS} not measured after`]);
}
function required_values_name({ table: owner, column }) {
    return code(`${owner}.${column}`);
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/statement-log.js

const STATUSES = { done: `${TICK} done`, failed: `${CROSS} failed`, 'not-run': '– not run' };
/** Every statement with its line, status, time and rows, phase by phase. */
function statementLog({ rehearsal }) {
    const { statements, outcome } = rehearsal;
    if (statements.length === 0 || outcome === 'not-run')
        return undefined;
    const phases = [...Map.groupBy(statements, phaseName)].map(([name, own]) => `In ${code(name)}:\n\n${logOf(own)}`);
    const note = 'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
    return { title: 'Statement log', body: paragraphs(...phases, note) };
}
function logOf(statements) {
    const rows = statements.map((statement) => [
        String(statement.line),
        words(statement.title),
        `${STATUSES[statement.status]}${statement.rolledBack ? ', rolled back' : ''}`,
        statement.ms === undefined ? '' : (0,units/* duration */.p0)(statement.ms),
        statement.rows === undefined ? '' : (0,text_numbers/* whole */.W)(statement.rows),
    ]);
    return table(['line:', 'statement', 'status', 'time:', 'rows:'], rows);
}

// EXTERNAL MODULE: ./lib/text/profile-words.js
var profile_words = __nccwpck_require__("lib/text/profile-words.js");
;// CONCATENATED MODULE: ./lib/report/shared/scenario-lines.js

/** A sentence for each further rehearsal; without markup and with SQLite's own words in it: escape it. */
function scenarioLines(scenarios) {
    const { profiles, rerun, rollback, crash, skipped } = scenarios;
    const reason = (name) => skipped.find(({ rehearsal }) => rehearsal === name)?.reason;
    const not = (name) => `not rehearsed${reason(name) === undefined ? '' : `: ${reason(name)}`}`;
    return {
        profiles: reason('profiles') === undefined ? variantsText(profiles) : not('profiles'),
        rerun: rerun === undefined ? not('rerun') : rerunText(rerun),
        rollback: rollback === undefined ? not('rollback') : rollbackText(rollback),
        crash: crash === undefined ? not('crash') : crashText(crash, reason('crash')),
    };
}
function variantsText(profiles) {
    if (profiles === undefined)
        return 'nothing had to be guessed';
    return profiles
        .map(({ profile, outcome, losses }) => {
        const how = (0,profile_words/* profileWords */.P)(profile);
        if (outcome === 'cannot-run')
            return `${how}: the files do not run there`;
        return `${how}: ${losses.length === 0 ? 'loses nothing more' : `loses from ${(0,text_numbers/* counted */.h)(losses.length, 'table')}`}`;
    })
        .join('; ');
}
function rerunText({ outcome, stop }) {
    const texts = {
        'nothing-pending': 'nothing is pending any more',
        same: 'every statement runs again and changes nothing',
        differs: 'every statement runs again, and the database is changed once more',
        fails: `fails: ${stop?.message}`,
        refused: `the tool refuses: ${stop?.message}`,
    };
    return texts[outcome];
}
function rollbackText({ down, backup }) {
    const restored = `backup restored in ${(0,units/* duration */.p0)(backup.ms)}, ${backup.identical ? 'byte for byte' : 'NOT equal to the snapshot'}`;
    if (down === undefined)
        return restored;
    if (down.outcome === 'failed')
        return `the down migrations fail: ${down.stop?.message}; ${restored}`;
    const { tables, objects } = down.differences;
    const isExact = tables.length + objects.length === 0;
    return `the down migrations ${isExact ? 'bring everything back' : 'do not bring everything back'}; ${restored}`;
}
function crashText({ boundaries, points }, stopped) {
    if (boundaries === 0)
        return 'no stop is possible between two commits';
    const number = (outcome) => points.filter((point) => point.outcome === outcome).length;
    const results = [
        `${number('safe')} end as an undisturbed run`,
        ...(number('sticks') > 0 ? [`${number('sticks')} cannot be resumed`] : []),
        ...(number('unsafe') > 0 ? [`${number('unsafe')} lose or change data`] : []),
    ];
    const tried = `${points.length} of ${(0,text_numbers/* counted */.h)(boundaries, 'commit boundary', 'commit boundaries')} tried`;
    return `${tried}: ${results.join(', ')}${stopped === undefined ? '' : `; then ${stopped}`}`;
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/command-run.js

const COPIES = {
    changed: 'It changed the copy.',
    read: 'It read the copy and did not change it.',
    untouched: 'It did not even read the copy.',
    unchanged: 'It did not change the copy; this file system does not tell whether it read it.',
};
/** How the project's own tool behaved, as far as the file shows it; and what this run did not rehearse. */
function commandValidation(facts, command) {
    const { recorded, copy, longestWriteMs, snapshotTouched } = command;
    const lines = [
        `The command ${endOf(facts)}.`,
        ...(copy === undefined ? [] : [COPIES[copy]]),
        `Counted from the file: ${commandCommits(facts)} with a change.`,
        longestWriteMs === undefined
            ? 'How long it held the write lock was not measured: a rollback journal shows it, and none was seen (under WAL there is none).'
            : `Longest write lock: ${(0,units/* duration */.p0)(longestWriteMs)} at least, by how long the rollback journal was seen.`,
        ...(snapshotTouched ? ['The snapshot itself is another one than before the command.'] : []),
        ...recorded.map(({ tool, table, ids }) => `${words(tool)} recorded in ${code(table)}: ${listed(ids.map((id) => code(id)))}.`),
        ...facts.incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${words(detail)}`),
        'Single statements: not seen. A second run: not-run. An interruption (crash) in the middle: not-run.',
    ];
    return { title: 'Script validation', body: bullets(lines) };
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/validation.js

const SCOPES = {
    none: 'the profile opens no transaction: each statement commits by itself unless the file says BEGIN',
    file: 'the profile opens one transaction for each file',
    all: 'the profile opens one transaction for all files together',
};
/** How the script behaved: as rehearsed, an error and all; and what this run did not rehearse. */
function validation(facts) {
    const { plan, rehearsal, incidents, command } = facts;
    if (command !== undefined && rehearsal.outcome !== 'not-run')
        return commandValidation(facts, command);
    if (plan === undefined || rehearsal.outcome === 'not-run')
        return undefined;
    const { statements, commits, leftOpen } = rehearsal;
    const undone = statements.filter(({ rolledBack }) => rolledBack).length;
    const missing = statements.filter(({ status }) => status === 'not-run').length;
    const scope = SCOPES[plan.profile.transaction];
    const lines = [
        `Commits with a change: ${commits} (${scope}).`,
        ...(leftOpen ? ['A transaction was still open at the end.'] : []),
        ...behaviour(rehearsal),
        `Statements rolled back: ${undone}. Statements not run: ${missing}.`,
        ...incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${words(detail)}`),
        ...beyond(facts),
    ];
    return { title: 'Script validation', body: bullets(lines) };
}
/** What else was rehearsed; every stop of the crash by itself. */
function beyond({ scenarios }) {
    if (scenarios === undefined)
        return ['A second run, the rollback and a crash: not rehearsed.'];
    const { profiles, rerun, rollback, crash } = scenarioLines(scenarios);
    const points = scenarios.crash?.points ?? [];
    const stops = points.map(({ title, outcome, stop, ...place }) => `${words(title)} (${code((0,units/* placeText */.Z9)(place))}): ${outcome}${stop === undefined ? '' : `, ${words(stop.message)}`}`);
    const crashed = `A crash in the middle, and a run after it: ${words(crash)}`;
    return [
        `Other ways in which production may execute: ${words(profiles)}.`,
        `A second run: ${words(rerun)}.`,
        `Rollback: ${words(rollback)}.`,
        stops.length === 0 ? `${crashed}.` : nested(`${crashed}. Stopped after:`, stops),
    ];
}
const DURING = {
    statement: '',
    begin: ", on the profile's BEGIN",
    commit: ", on the profile's COMMIT",
    pragma: ", on the profile's PRAGMA",
    record: ", on the tool's own record",
    refusal: 'the tool refuses',
    opening: ', when the database is opened again',
    command: '',
};
/** What happened on an error, and what it leaves behind. */
function behaviour(rehearsal) {
    const { failure, outcome, statements } = rehearsal;
    if (failure !== undefined) {
        const place = failure.file === '' ? '' : `, ${code((0,units/* placeText */.Z9)(failure))}`;
        const during = DURING[failure.during];
        const about = failure.code === '' ? `${during}${place}` : `${code(failure.code)}${place}${during}`;
        return [`Error: ${words(failure.message)} (${about}).`, kept(rehearsal)];
    }
    if (outcome === 'done')
        return ['No statement failed.'];
    const running = statements.find(({ status }) => status === 'failed');
    const where = running === undefined ? '' : ` in ${words(running.title)} (${code((0,units/* placeText */.Z9)(running))})`;
    const how = outcome === 'timeout' ? 'Stopped at the deadline' : `The rehearsal ended as ${outcome}`;
    return [`${how}${where}.`, kept(rehearsal)];
}
/** The report's statement log has them all. */
const validation_MOST = 40;
function kept(rehearsal) {
    const stays = keptStatements(rehearsal);
    if (stays.length === 0)
        return 'After that nothing stays applied.';
    const names = stays
        .slice(0, validation_MOST)
        .map((statement) => `${words(statement.title)} (${code((0,units/* placeText */.Z9)(statement))})`);
    const rest = stays.length > validation_MOST ? [`and ${stays.length - validation_MOST} more`] : [];
    const title = (0,text_numbers/* counted */.h)(stays.length, 'statement stays', 'statements stay');
    return nested(`After that ${title} applied:`, [...names, ...rest]);
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/verification.js

/** The same checks by hand, with the results of the rehearsal. They hold no value, only names. */
function verification(facts) {
    const { before, after, rehearsal, changes } = facts;
    const now = (0,database/* isHealthCheck */.v)(facts) ? before : after;
    // After a failure the results are those of a state that nobody wants.
    if (now === undefined || (!(0,database/* isHealthCheck */.v)(facts) && rehearsal.outcome !== 'done'))
        return undefined;
    const queries = [
        ...pragmas(now),
        ...now.required.map(nullQuery),
        ...now.queries.flatMap(ownQuery),
        ...newColumns(changes?.objects ?? []),
        `SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL; -- ${now.schema.indexes.length}`,
        ...now.tables.map(({ table, rows }) => `SELECT count(*) FROM ${(0,quote/* quoteName */.AB)(table)}; -- ${rows}`),
    ];
    const isWhole = queries.every((query) => query.includes('; -- '));
    const silence = isWhole ? '' : '; after what has more to say than a line, or could not be checked, nothing';
    const note = `After each stands what was measured ${(0,database/* isHealthCheck */.v)(facts) ? 'here' : 'after the rehearsal'}${silence}.`;
    return { title: 'Verification by hand', body: paragraphs(codeBlock(queries.join('\n'), 'sql'), note) };
}
function pragmas({ integrity, orphans, mismatches, unchecked }) {
    const sound = integrity.result === 'ok' && unchecked.length === 0 ? ' -- ok' : '';
    const declared = orphans.filter((key) => key.declared !== false);
    const rows = declared.reduce((sum, key) => sum + key.rows, 0);
    const found = mismatches.length + unchecked.length === 0 ? ` -- ${rowsWords(rows)}` : '';
    return [`PRAGMA integrity_check;${sound}`, `PRAGMA foreign_key_check;${found}`];
}
/** A query of the settings, as it stands there; it may have several lines. */
function ownQuery({ sql, rows }) {
    if (rows === undefined)
        return [];
    return [`${sql.replace(/;$/, '')}; -- ${rowsWords(rows)}`];
}
function rowsWords(rows) {
    return rows === 0 ? 'no row' : (0,text_numbers/* counted */.h)(rows, 'row');
}
/**
 * Column names stand with their table: alone in double quotes, SQLite may take one that does not exist for a text
 * (sqlite.org/quirks.html section 8), and the check would pass.
 */
function nullQuery({ table, column, nulls }) {
    const owner = (0,quote/* quoteName */.AB)(table);
    return `SELECT count(*) FROM ${owner} WHERE ${owner}.${(0,quote/* quoteName */.AB)(column)} IS NULL; -- ${nulls}`;
}
function newColumns(objects) {
    const added = objects.filter(({ kind, change }) => kind === 'column' && change === 'added');
    return [...Map.groupBy(added, ({ table }) => table ?? '')].map(([table, columns]) => {
        const owner = (0,quote/* quoteName */.AB)(table);
        const names = columns.map(({ name }) => `${owner}.${(0,quote/* quoteName */.AB)(name)}`);
        return `SELECT ${names.join(', ')} FROM ${owner} LIMIT 0; -- no error`;
    });
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/several.js

/** The first lines of a run over several databases: how many came to which verdict, and what to do. */
function severalVerdicts(record) {
    const { shown, others } = (0,shared_groups/* worstDatabases */.QO)(record);
    const databases = [...shown, ...others];
    const groups = Map.groupBy(databases, ({ verdict, recommendation }) => `${verdict} ${recommendation}`);
    const rows = [...groups.values()].map((group) => {
        const { verdict, recommendation } = group[0];
        return [`${icons/* icons */.P[verdict]} ${verdict}`, (0,text_numbers/* whole */.W)(group.length), words(recommendation)];
    });
    const counts = `**${(0,shared_groups/* verdictCounts */.US)(databases)}.**`;
    return paragraphs(counts, table(['verdict', 'databases:', 'what to do'], rows), ...settingsLines(record));
}
/** Why: each finding once, with the databases that have it. */
function severalFindings({ findings }) {
    return findingList((0,shared_groups/* groupFindings */.kG)(findings), '##');
}
/** Rows of the table of those that have no section of their own. */
const MOST_LINES = 50;
/** A folded section for each of the worst databases, and a line for each of the others. */
function severalSections(record, evidence) {
    const { shown, others } = (0,shared_groups/* worstDatabases */.QO)(record);
    const sections = shown.map((database) => {
        const own = record.findings.filter((finding) => finding.database === database.facts.path);
        const list = own.map(({ severity, rule, message }) => `- ${icons/* severityIcons */.i[severity]} ${code(rule)}: ${words(message)}`);
        const next = database.nextSteps.length === 0 ? '' : `Next:\n\n${numbered(database.nextSteps)}`;
        const body = paragraphs(decision(database), list.join('\n'), next, ...evidence(database));
        const title = `${icons/* icons */.P[database.verdict]} ${words(database.facts.path)}: ${database.verdict}`;
        return folded({ title, body });
    });
    return ['## Databases', ...sections, ...otherDatabases(others)];
}
function otherDatabases(others) {
    if (others.length === 0)
        return [];
    const rows = others.slice(0, MOST_LINES).map(({ verdict, facts }) => {
        const { path, snapshot, before, timings } = facts;
        return [
            code(path),
            `${icons/* icons */.P[verdict]} ${verdict}`,
            snapshot === undefined ? '' : (0,units/* size */.Ej)(snapshot.databaseBytes),
            before === undefined ? '' : (0,text_numbers/* whole */.W)((0,units/* total */.X5)(before.tables, ({ rows: count }) => count)),
            timings.rehearsal === undefined ? '' : (0,units/* duration */.p0)(timings.rehearsal),
        ];
    });
    const rest = others.slice(MOST_LINES);
    const more = rest.length === 0 ? '' : `And ${(0,shared_groups/* verdictCounts */.US)(rest)}: report.json has them all.`;
    const title = `${(0,text_numbers/* counted */.h)(others.length, 'other database')}: ${(0,shared_groups/* verdictCounts */.US)(others)}`;
    const head = ['database', 'verdict', 'size:', 'rows:', 'rehearsal:'];
    return [folded({ title, body: paragraphs(table(head, rows), more) })];
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/tally.js

/** `2 errors, 1 warning, 0 notices.` */
function tally(findings) {
    const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return `${(0,text_numbers/* counted */.h)(of('error'), 'error')}, ${(0,text_numbers/* counted */.h)(of('warning'), 'warning')}, ${(0,text_numbers/* counted */.h)(of('notice'), 'notice')}.`;
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/markdown.js

const markdown = {
    file: 'report.md',
    output: 'report-markdown',
    title: 'Report',
    render: (record) => renderMarkdown(record),
};
/** How much of a report is shown, from most to least. */
const DETAILS = (/* unused pure expression or super */ null && (['full', 'without-log', 'decision', 'counts']));
/** What the reader is told of the parts that are not there. */
const LEFT_OUT = {
    full: undefined,
    'without-log': 'The statement log is left out here',
    decision: 'The evidence is left out here',
    counts: 'The findings and the evidence are left out here',
};
/**
 * report.md: what was decided, why and what to do next; then the evidence, folded. Of several databases the findings
 * are told once, and the worst have a section each. Below `full`, whole parts are left out, and named.
 */
function renderMarkdown(record, detail = 'full') {
    const { verdict, databases } = record;
    const several = databases.length > 1;
    const number = several ? `, ${(0,text_numbers/* counted */.h)(databases.length, 'database')}` : '';
    const title = `# ${icons/* icons */.P[verdict]} Migration preflight: ${verdict}${number}`;
    const parts = several
        ? severalParts(record, detail)
        : databases.flatMap((one) => databaseParts(one, record, detail));
    return `${[title, ...parts, ...note(detail), footer(record)].join('\n\n')}\n`;
}
function severalParts(record, detail) {
    const head = severalVerdicts(record);
    if (detail === 'counts')
        return [head, tally(record.findings)];
    const decided = [head, ...severalFindings(record)];
    if (detail === 'decision')
        return decided;
    const sections = severalSections(record, (database) => evidenceOf(database, record.findings, detail));
    return [...decided, ...sections];
}
function databaseParts(database, record, detail) {
    const { findings } = record;
    const head = decision(database, record);
    if (detail === 'counts')
        return [head, tally(findings)];
    const { nextSteps } = database;
    const next = nextSteps.length === 0 ? [] : ['## What to do next', numbered(nextSteps)];
    const groups = findings.map((finding) => ({ finding, databases: [] }));
    const decided = [head, ...findingList(groups, '##'), ...next];
    if (detail === 'decision')
        return decided;
    const sections = evidenceOf(database, findings, detail);
    return sections.length === 0 ? decided : [...decided, '## Evidence', ...sections];
}
function evidenceOf(database, findings, detail) {
    const own = findings.filter((finding) => finding.database === database.facts.path);
    return evidence(database, own, detail === 'full').map(folded);
}
/** In the order in which a reader asks. What was not measured has no section. */
function evidence(database, findings, withLog) {
    const { facts } = database;
    const sections = [
        health(facts),
        volume(facts),
        required(facts),
        modified(facts),
        validation(facts),
        beforeYouExecute(facts),
        withLog ? statementLog(facts) : undefined,
        verification(facts),
        knownIssues(facts, findings),
        rollback(facts),
        riskSection(database),
        timeline(database),
        successCriteria(database),
    ];
    return sections.filter((section) => section !== undefined);
}
function note(detail) {
    const left = LEFT_OUT[detail];
    return left === undefined ? [] : [`> ${left}, for its size: see report.md of the report artifact.`];
}
function footer({ generatedAt, tool, samples }) {
    const versions = [
        `${tool.name} ${tool.version}`,
        ...(tool.sqlite === '' ? [] : [`SQLite ${tool.sqlite}`]),
        `Node ${tool.node}`,
        generatedAt,
    ];
    const rows = {
        none: 'no value of a row is shown',
        keys: 'of rows, keys are shown (samples: keys)',
        values: 'values of rows are shown (samples: values)',
    };
    return `<sub>${versions.map(words).join(', ')}. Only what was measured is stated; ${rows[samples]}.</sub>`;
}

;// CONCATENATED MODULE: ./lib/report/formats/index.js

/** Every report file, in the order in which people are told of them. A format is its file, this line and its test. */
const formats = [markdown, json];


/***/ }),

/***/ "lib/report/shared/groups.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ worstDatabases),
/* harmony export */   US: () => (/* binding */ verdictCounts),
/* harmony export */   cD: () => (/* binding */ inDatabases),
/* harmony export */   kG: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("lib/text/numbers.js");

/**
 * Findings of different databases that are equal in rule, severity, message, subject and place, as one, in the order of
 * the first of each. The first one's query and samples stand for all.
 */
function groupFindings(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const { rule, severity, message, table, columns, object, location, allowed } = finding;
        const key = JSON.stringify([rule, severity, message, table, columns, object, location, allowed]);
        const alike = groups.get(key) ?? [];
        const open = alike.find(({ databases }) => !databases.has(finding.database));
        if (open === undefined)
            alike.push({ finding, databases: new Set([finding.database]) });
        else
            open.databases.add(finding.database);
        groups.set(key, alike);
    }
    return [...groups.values()].flat().map(({ finding, databases }) => ({
        finding,
        databases: [...databases].filter((path) => path !== ''),
    }));
}
/** `in a.db`, or `in 12 databases: a.db, b.db, c.db and 9 more`; `name` spells one. Empty for none. */
function inDatabases(databases, name = (path) => path, most = 3) {
    const [first] = databases;
    if (first === undefined)
        return '';
    if (databases.length === 1)
        return `in ${name(first)}`;
    const shown = databases.slice(0, most).map(name).join(', ');
    const rest = databases.length > most ? ` and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .W)(databases.length - most)} more` : '';
    return `in ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(databases.length, 'database')}: ${shown}${rest}`;
}
const WORST_FIRST = ['failed', 'blocked', 'warned', 'cleared'];
/** `2 blocked, 10 cleared`, the worst first. */
function verdictCounts(databases) {
    return WORST_FIRST.flatMap((verdict) => {
        const own = databases.filter((database) => database.verdict === verdict).length;
        return own === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .W)(own)} ${verdict}`];
    }).join(', ');
}
/** Databases that a report tells of one by one. */
const MOST_DATABASES = 20;
/** Which databases are told of one by one, the worst first, and which are not: those that are cleared, or too many. */
function worstDatabases({ databases }) {
    const rank = ({ verdict }) => WORST_FIRST.indexOf(verdict);
    const sorted = databases.toSorted((a, b) => rank(a) - rank(b));
    const shown = sorted.filter(({ verdict }) => verdict !== 'cleared').slice(0, MOST_DATABASES);
    return { shown, others: sorted.filter((database) => !shown.includes(database)) };
}


/***/ }),

/***/ "lib/report/shared/icons.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ icons),
/* harmony export */   i: () => (/* binding */ severityIcons)
/* harmony export */ });
const icons = { cleared: '✅', warned: '⚠️', blocked: '❌', failed: '💥' };
const severityIcons = { error: '❌', warning: '⚠️', notice: 'ℹ️' };


/***/ }),

/***/ "lib/report/shared/sample-lines.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sampleText)
/* harmony export */ });
/** A row in one line: `id = 7 (name: 'Ada' → NULL)`. Values are the user's: escape it like any other text. */
function sampleText({ key, values = [] }) {
    const name = key.map(({ column, value }) => `${column} = ${value}`).join(', ');
    const shown = values.map(({ column, before, after }) => {
        const sides = [before, after].filter((side) => side !== undefined);
        return `${column}: ${sides.join(' → ')}`;
    });
    if (shown.length === 0)
        return name;
    return name === '' ? shown.join('; ') : `${name} (${shown.join('; ')})`;
}


/***/ }),

/***/ "lib/report/shared/units.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/** Bytes in the unit that reads best: `45.1 kB`. */
function size(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    let [shown, unit] = [bytes, 0];
    // 999,950 bytes and more would be rounded to 1000.0 kB.
    while (shown >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
        shown /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? bytes : shown.toFixed(1)} ${units[unit]}`;
}
/** Milliseconds in the unit that reads best: `0.4 ms`, `12.3 s`, `3 min 20 s`. */
function duration(ms) {
    if (ms < 999.95)
        return `${ms.toFixed(1)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `file.sql:12`. */
function placeText({ file, line }) {
    return line === undefined ? file : `${file}:${line}`;
}
/** The sum of what `of` gives for each item. */
function total(items, of) {
    return items.reduce((sum, item) => sum + of(item), 0);
}


/***/ }),

/***/ "lib/settings/did-you-mean.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word nearest to `word`, when it is at most a third of its letters away, and so of three letters at least. */
function nearest(word, known) {
    if (word.length < 3)
        return undefined;
    const most = Math.floor(word.length / 3);
    const possible = known.filter(({ length }) => Math.abs(length - word.length) <= most);
    const ranked = possible.map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate) }));
    const best = ranked.toSorted((a, b) => a.away - b.away)[0];
    return best !== undefined && best.away <= most ? best.candidate : undefined;
}
/** How many letters to add, drop, change or swap with their neighbour. */
function distance(left, right) {
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


/***/ }),

/***/ "lib/settings/inputs.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   QL: () => (/* binding */ inputs),
/* harmony export */   f5: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var _plan_layouts_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("lib/plan/layouts/index.js");
/* harmony import */ var _plan_profiles_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("lib/plan/profiles.js");
/* harmony import */ var _did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("lib/settings/did-you-mean.js");



const otherProfiles = _plan_profiles_js__WEBPACK_IMPORTED_MODULE_1__/* .profiles */ .xD.filter(({ name }) => !_plan_layouts_index_js__WEBPACK_IMPORTED_MODULE_0__/* .layouts */ .Y.some((layout) => layout.name === name));
/** Every input, in alphabetical order, as in action.yml. */
const inputs = [
    trusted('artifact-name', 'Name of the report artifact; the database artifact adds -database. Default: migration-preflight.'),
    trusted('command', "Shell command that migrates the copy with the project's own tool, instead of migrations; it gets DATABASE_PATH and DATABASE_URL."),
    trusted('command-timeout-minutes', 'Minutes after which the command is killed, within timeout-minutes; fractions are allowed. Default: timeout-minutes.'),
    {
        ...input('config', 'Config file, in YAML. Default: preflight.yml or .github/preflight.yml, in working-directory or else in the workspace.'),
        inConfig: false,
    },
    {
        ...input('database', 'Snapshots of the real database, one a line: path or glob of a SQLite file (its -wal and -journal are taken along), one packed as .gz or .zst, or an .sql dump.'),
        required: true,
    },
    trusted('database-url', 'What stands before the path in DATABASE_URL: file:, sqlite:, sqlite:/// or sqlite3:. Default: sqlite:///.'),
    trusted('fail-on', 'Findings that fail the step: error, warning or never. Default: error.'),
    input('foreign-keys', 'Whether production enforces foreign keys while it migrates: auto, on or off. Default: auto, which is as the profile says.'),
    {
        ...input('job-index', 'Number of this job in its matrix, which artifact-name adds by default; GitHub fills it in.'),
        inConfig: false,
        // The first job's number is 0, and gives no text: it has the name alone.
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of GitHub's
        actionDefault: "${{ strategy.job-total > 1 && strategy.job-index || '' }}",
    },
    input('layout', `How the migration files are named, ordered and recorded: auto, ${either(_plan_layouts_index_js__WEBPACK_IMPORTED_MODULE_0__/* .layouts */ .Y)}. Default: auto, which looks at the migration history table, then at the files.`),
    input('migrations', 'Folder, file or glob of the SQL migrations. Without it, and without command, the run is a health check.'),
    input('orphans', 'Which orphans fail: any, or only those that the migration introduced. Default: any.'),
    trusted('output', "Folder for the reports and the migrated database. Default: preflight in the runner's temporary folder; in a terminal ./preflight-out."),
    trusted('pass-env', 'Variables that the command gets or does not get, one a line: NAME or PREFIX_* stays, -NAME goes. Default: all of the step but GITHUB_TOKEN, ACTIONS_*, INPUT_* and the files of the runner.'),
    input('profile', `How production executes the files: auto, the name of a layout, ${either(otherProfiles)}. Default: auto, which is the layout's own.`),
    input('rehearse', 'What is rehearsed besides the migration itself: auto, all, none, or a list of profiles (other ways in which production may execute), rerun (a second start), rollback (the down migrations, or the backup) and crash (a stop at each commit). Default: auto, which is all where the rehearsal took less than 10 seconds, on the first five databases.'),
    trusted('retention-days', "Days that the artifacts are kept, 1 to 90. Default: the repository's setting."),
    trusted('samples', 'What of a row may be shown in any output: none, keys (up to 5 rows of a finding by their keys) or values (also the values concerned). Default: none.'),
    trusted('timeout-minutes', 'Minutes after which the engine is killed; fractions are allowed. Default: 30.'),
    trusted('upload', 'What is uploaded as artifacts: auto, report, all or never. auto keeps the database back unless the repository is known to be private. Default: auto.'),
    {
        ...input('working-directory', 'Folder that relative paths start from. Default: the workspace.'),
        inConfig: false,
    },
];
/** `a, b or c`. */
function either(named) {
    const names = named.map(({ name }) => name);
    return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
function input(name, description) {
    return { name, description, inConfig: true };
}
function trusted(name, description) {
    return { name, description, inConfig: false, trusted: true };
}
/**
 * The inputs that are set. The runner warns of one that action.yml does not have, and hands it over all the same:
 * passed over, a misspelt `migrations` would make a health check of the run.
 */
function givenInputs(texts) {
    const names = inputs.map(({ name }) => name);
    const set = Object.entries(texts)
        .map(([name, text = '']) => [name, text.trim()])
        .filter(([, text]) => text !== '');
    const mistakes = set.flatMap(([name]) => {
        if (names.includes(name))
            return [];
        const meant = (0,_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, names);
        const remedy = meant === undefined ? `The inputs are ${names.join(', ')}.` : `Did you mean ${meant}?`;
        return [{ key: name, message: `there is no input ${name}.`, remedy }];
    });
    return { given: Object.fromEntries(set.filter(([name]) => names.includes(name))), mistakes };
}
const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
const numeric = ['command-timeout-minutes', 'retention-days', 'timeout-minutes'];
/** The inputs that are settings, in the config's form: a number where the text is one. The others say where we run. */
function settingsOf(given) {
    const isSetting = ({ inConfig, trusted: isTrusted }) => inConfig || isTrusted;
    const settable = inputs.filter((one) => isSetting(one) && given[one.name] !== undefined);
    return Object.fromEntries(settable.map(({ name }) => {
        const text = given[name] ?? '';
        return [name, numeric.includes(name) && NUMBER.test(text) ? Number(text) : text];
    }));
}


/***/ }),

/***/ "lib/sql/lines.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter)
/* harmony export */ });
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


/***/ }),

/***/ "lib/sql/quote.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   ol: () => (/* binding */ quoteText),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   zN: () => (/* binding */ foldName)
/* harmony export */ });
/* unused harmony export sameNames */
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
/** The same names in the same order. */
function sameNames(left, right) {
    return left.length === right.length && left.every((name, at) => sameName(name, right[at]));
}
/** The key under which a name is looked up: ASCII letters in lower case, nothing else changed. */
function foldName(name) {
    return /[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : name;
}


/***/ }),

/***/ "lib/sql/tokens.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ meaningfulTokens),
/* harmony export */   LU: () => (/* binding */ tokens),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ne: () => (/* binding */ leadingTokens)
/* harmony export */ });
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


/***/ }),

/***/ "lib/statements/split.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ statementsOf)
});

// UNUSED EXPORTS: splitStatements

// EXTERNAL MODULE: ./lib/sql/lines.js
var lines = __nccwpck_require__("lib/sql/lines.js");
// EXTERNAL MODULE: ./lib/sql/tokens.js
var tokens = __nccwpck_require__("lib/sql/tokens.js");
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
    const lineAt = (0,lines/* lineCounter */.L)(sql);
    let state = 'start';
    let gap = [];
    let own = new TokenWindow(sql);
    for (const token of (0,tokens/* tokens */.LU)(sql)) {
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


/***/ }),

/***/ "lib/supervisor/facts-part.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ notRehearsed),
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/** The facts of a rehearsal that did not take place. `sqlite`: the version of the engine, or empty. */
function notRehearsed(sqlite) {
    return { outcome: 'not-run', commits: 0, leftOpen: false, sqlite, statements: [] };
}
/** Puts the facts of one database together; where two parts have the same facts, the later part wins. */
function assemble(path, parts, timings) {
    return {
        path,
        mistakes: [],
        rehearsal: notRehearsed(''),
        ...merged(parts.map(({ facts }) => facts)),
        incidents: parts.flatMap(({ incidents = [] }) => incidents),
        timings: { ...merged(parts.map((part) => part.timings ?? {})), ...timings },
    };
}
function merged(items) {
    return Object.assign({}, ...items);
}


/***/ }),

/***/ "lib/text/numbers.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ whole),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1,234`. Not toLocaleString: the first call of that loads tables that cost more than a small report. */
function whole(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 row`, `3 rows`. */
function counted(number, one, many = `${one}s`) {
    return `${whole(number)} ${number === 1 ? one : many}`;
}


/***/ }),

/***/ "lib/text/profile-words.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ profileWords)
/* harmony export */ });
/** How production executes, in a few words. */
function profileWords({ name, foreignKeys, transaction }) {
    const keys = `${name} with foreign keys ${foreignKeys ? 'on' : 'off'}`;
    return transaction === 'all' ? `${keys} (all in one transaction)` : keys;
}


/***/ }),

/***/ "lib/text/scopes.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SCOPES)
/* harmony export */ });
/** The transaction that a profile puts around the files, in words. */
const SCOPES = {
    none: 'no transaction around the files',
    file: 'one transaction for each file',
    all: 'one transaction for all files',
};


/***/ }),

/***/ "lib/text/visible.js":
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


/***/ }),

/***/ "lib/version.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ NAME),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Name and version as reports show them; the version is that of package.json. */
const NAME = 'sqlite-preflight';
const VERSION = '0.1.0';


/***/ }),

/***/ "node:buffer":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ "node:child_process":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ "node:crypto":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ "node:fs":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ "node:os":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ "node:path":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ "node:util":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ "process":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

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
/******/ 		return "" + chunkId + ".js";
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
/******/ 		"index": 0
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
/******/ var __webpack_exports__ = __nccwpck_require__("lib/cli.js");
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
