import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ "assert":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ "buffer":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ "child_process":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ "constants":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ "crypto":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ "events":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ "fs":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ "fs/promises":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ "http":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ "https":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ "lib/commands/rehearse.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ rehearse)
/* harmony export */ });
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("lib/settings/inputs.js");

const rehearse = {
    name: 'rehearse',
    summary: 'Rehearses a SQLite migration on a copy of a database and proves what happens to every row.',
    inputs: _settings_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputs */ .QL,
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


/***/ }),

/***/ "lib/entry.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ entry_start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__("node:path");
;// CONCATENATED MODULE: ./lib/hide-environment.js

/**
 * Takes the environment that this process was started with out of /proc/PID/environ, where every process of the same
 * user can read it: a command of a pull request would find the tokens there that it was not given. Deleting a variable
 * does not do it: that file shows the memory in which the system has put the variables, whatever became of them. Each is
 * set anew first, which moves it elsewhere; so nothing is lost. `false` where that is impossible, as it is without /proc.
 *
 * Only for a process of its own, before it starts anything: under a test runner `process.env` is a copy.
 */
function hideEnvironment() {
    if (process.platform !== 'linux')
        return false;
    try {
        const { start, length } = placeOfEnvironment();
        for (const [name, value] of Object.entries(process.env))
            process.env[name] = value;
        const memory = (0,external_node_fs_.openSync)('/proc/self/mem', 'r+');
        try {
            return (0,external_node_fs_.writeSync)(memory, Buffer.alloc(length), 0, length, start) === length;
        }
        finally {
            (0,external_node_fs_.closeSync)(memory);
        }
    }
    catch {
        // A hardened kernel, or no /proc: SECURITY.md says what then remains.
        return false;
    }
}
/** Fields 50 and 51 of proc(5); the name of the program, the second field, may hold anything. */
function placeOfEnvironment() {
    const text = (0,external_node_fs_.readFileSync)('/proc/self/stat', 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [start, end] = [Number(fields[47]), Number(fields[48])];
    if (!(start > 0 && end > start))
        throw new RangeError('the system does not tell where the environment is');
    return { start, length: end - start };
}

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
/** More than any task opens: a database, its neighbours, and what Node needs. */
const OPEN_FILES = 512;
/**
 * How to start Node under the limits: a statement that allocates or writes without end then fails by itself, with
 * SQLITE_NOMEM or SQLITE_IOERR_WRITE, before the machine does. A core file would hold rows, and there is none. Only Linux
 * enforces all of it; elsewhere the deadline is the only limit.
 */
function launcher({ memoryKb, fileBytes }) {
    if (process.platform !== 'linux')
        return { execPath: process.execPath, execArgv: [] };
    const script = [
        `ulimit -c 0; ulimit -n ${OPEN_FILES} 2>/dev/null; ulimit -d ${memoryKb}`,
        // POSIX counts files in blocks of 512 bytes.
        `ulimit -f ${Math.floor(fileBytes / 512)}`,
        ...sandboxes().map((way) => `if ${way} true 2>/dev/null; then exec ${way} "$0" "$@"; fi`),
        'exec "$0" "$@"',
    ];
    return { execPath: '/bin/sh', execArgv: ['-c', script.join('\n'), process.execPath] };
}
/**
 * Ways to take away what no engine needs, the best first, by programs of util-linux: the network, and all that `sudo` and
 * the like could give. Whether a way is open to this user is found out by trying it: many machines let no user make a
 * namespace, and some have no such programs. Each way ends in `exec`, so the engine is still a child of this process.
 */
function sandboxes() {
    const isRoot = process.getuid?.() === 0;
    const noNetwork = isRoot ? 'unshare --net' : 'unshare --user --map-current-user --net';
    const noPrivileges = 'setpriv --no-new-privs';
    return [`${noNetwork} ${noPrivileges}`, noPrivileges];
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
async function runTask({ request: { name: database }, pool, limits }, [name, task], request, hears = {}) {
    const activity = { database, doing: DOING[name] };
    limits.watch(activity, 'runs');
    const outcome = await pool.run(task, request, { ...limits, ...hears });
    limits.watch(activity, 'ended');
    if (outcome.ok)
        return { result: outcome.result, ms: outcome.ms, incidents: [] };
    return { result: undefined, incidents: [{ task: name, kind: outcome.kind, detail: outcome.detail }] };
}
/** What a task does, for whoever watches. */
const DOING = {
    inspect: 'copying',
    'measure-before': 'checking the database before the migration',
    rehearse: 'rehearsing',
    'measure-after': 'checking the migrated database',
    compare: 'comparing every row',
};
/** A second pass over the plan may take this long, or twice as long as the first. */
const LEAST_BUDGET_MS = 60_000;
/** How long something may take that is not needed for a verdict. `rehearsalMs`: how long the rehearsal took. */
function budgetFor(rehearsalMs) {
    return Math.max(LEAST_BUDGET_MS, 2 * rehearsalMs);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__("node:fs/promises");
// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __nccwpck_require__("lib/sql/quote.js");
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
    const foreign = history.tables.find((table) => isDecisive(table, first));
    if (foreign?.tool !== undefined)
        return { codeTool: foreign.tool, table: foreign };
    if (first !== undefined)
        return chosen(first);
    return { ...chosen(layoutNamed('plain')), recognised: options.column !== undefined };
}
/** The table of a tool that only `command` can run, and no layout has the files but one whose files look like that tool's. */
function isDecisive({ tool }, claimed) {
    return codeTools.some(({ name, history, filesOf }) => name === tool && !history.vague && (claimed === undefined || claimed.name === filesOf));
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
    ...layouts/* layouts */.Y.flatMap(({ name, history, own = [] }) => history === undefined ? [] : [{ tool: name, history, own }]),
    ...codeTools.filter(({ beside }) => beside === undefined).map(known),
];
/**
 * The tool whose migration history this table is, by its columns, and by its name where several have such columns: a
 * layout's name, or a tool that only `command` can run. `columns` in any case and order; `tables`: every table of the
 * database; `named`: the user says that it is one.
 */
function toolOf(table, columns, tables, named = false) {
    const has = columns.map(foldName).toSorted().join();
    const isThere = (name) => tables.some((other) => foldName(other) === foldName(name));
    const fitting = KNOWN.filter(({ history, beside }) => history.columns.toSorted().join() === has &&
        (named || mayBeCalled(table, history)) &&
        (beside === undefined || isThere(beside)));
    const usual = fitting.find(({ history }) => foldName(history.table) === foldName(table));
    return (usual ?? fitting[0])?.tool;
}
function mayBeCalled(table, { table: usual, common, usualName }) {
    if (usualName)
        return foldName(table) === foldName(usual);
    return !common || /schema/i.test(table) || speaksOfMigrations(table);
}
/** Whether a table with this definition may be a tool's: saves asking SQLite for the columns of all others. */
function mayBeTracking(table, definition) {
    const text = definition.toLowerCase();
    return KNOWN.some(({ history }) => mayBeCalled(table, history) && history.columns.every((column) => text.includes(column)));
}
/** The tables that a tool writes for itself, beside its history. */
function tablesBeside(tool) {
    return KNOWN.filter((one) => one.tool === tool).flatMap(({ beside, own = [] }) => [beside ?? [], own].flat());
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
function known({ name, history, beside, own = [] }) {
    return { tool: name, history, own, ...(beside !== undefined && { beside }) };
}

// EXTERNAL MODULE: ./lib/plan/layout-kit/file-names.js
var file_names = __nccwpck_require__("lib/plan/layout-kit/file-names.js");
;// CONCATENATED MODULE: ./lib/plan/declared-history.js

/**
 * Looks at the table that the user named as the migration history of a runner of their own. Whatever stands there counts as applied
 * and is not run, so a table of data would let migrations pass unseen: it is refused where some rows are files, others name no
 * migration, and its name does not speak of migrations either; else what does not fit is told.
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
    if (others.length === 0)
        return { problems: [] };
    const all = others.length === rows.length;
    // Where no row is a file, nothing is left out for it.
    if (strange > 0 && !all && !mayKeepAccount(named))
        return { mistake: noHistory(named, strange, rows.length) };
    const consequence = all ? ': every file counts as pending' : '';
    const sentence = `${others.length} of ${rows.length} rows of ${named}, which \`layout\` names as the migration history, are no file of ${folder.name}${consequence}`;
    // Files of long ago may have been removed; anything else there is what nobody expects.
    const kind = strange > 0 || all ? 'unread' : 'missing';
    return { problems: [{ kind, sentence, refuses: false }] };
}
/** It may name a migration whose file was removed: it ends in .sql, or has a number before those of all files. */
function formerMigration({ files }) {
    const numbers = files.flatMap((file) => (0,file_names/* leadingNumber */.Qt)((0,file_names/* titleOf */.Gg)(file)) ?? []);
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
;// CONCATENATED MODULE: ./lib/plan/recorded.js

/** Columns that name a migration, the one that says most first. */
const KEYS = [
    'migration_name',
    'migration',
    'migration_id',
    'migrationid',
    'name',
    'script',
    'scriptname',
    'filename',
    'file',
    'identifier',
    'schema_version',
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
    const tools = new Set(tables.flatMap(({ tool = [] }) => tool));
    return [...new Set([...own, ...[...tools].flatMap(tablesBeside)])];
}
/** The flag with which the tool that keeps account here does not ask before it migrates. */
function quietFlag({ tables }) {
    const tools = tables.filter(isTools).map(({ tool }) => tool);
    const asking = [...layouts/* layouts */.Y, ...codeTools].filter(({ quietly }) => quietly !== undefined);
    return asking.find(({ name }) => tools.includes(name))?.quietly;
}
function isTools({ tool, table }) {
    return tool !== undefined && isNamedFor(table, tool);
}
/** The column of a migration history that names the migrations; `undefined` where no row tells. */
function keyColumn(rows) {
    const [row] = rows;
    return row && [...KEYS, ...LAST_KEYS].find((column) => isKey(row[column]));
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
 * What the snapshot seems to say of applied migrations where nobody reads it, so that every file counts as pending: a table
 * by its name, or, where no tool was recognised by its files either, a `user_version` that one of several files has reached.
 */
function unreadAccounts({ files }, history, recognised) {
    const { tables, others, userVersion } = history;
    const known = tables.filter(({ table, rows }) => rows.length > 0 && mayKeepAccount(table));
    const numbers = files.map((file) => (0,file_names/* leadingNumber */.Qt)((0,file_names/* titleOf */.Gg)(file))).filter((number) => number !== undefined);
    // One file is what is to be run, whatever the application means by its version; several are a history.
    const isReached = !recognised && numbers.length > 1 && numbers.some((number) => number <= userVersion);
    return [
        ...known.map((table) => unreadTable(table)),
        ...others.map((table) => unread(`The table ${table} seems to say which migrations are applied`)),
        ...(isReached ? [unread(`PRAGMA user_version is ${userVersion}, which a file has reached`)] : []),
    ];
}
function unreadTable({ table, tool, rows }) {
    const called = codeTools.some(({ name }) => name === tool) ? `, as ${tool} has it,` : '';
    const problem = unread(`The table ${table}${called} seems to say which migrations are applied`);
    const column = keyColumn(rows);
    if (column === undefined)
        return problem;
    return {
        ...problem,
        remedy: `If what runs these files keeps account there, say so: \`layout: { name: plain, table: ${table}, column: ${column} }\`; or name its layout. If all files are new, declare the \`layout\` alone.`,
    };
}
function unread(seen) {
    const sentence = `${seen}, and nothing reads it: every file counts as pending`;
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
    const isRead = options.name !== 'auto' || table !== undefined || reading.applied > 0;
    const unread = isRead ? [] : unreadAccounts(migrations, history, recognised);
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
        bookkeeping: { ...bookkeeping, tables: [...bookkeeping.tables, ...(layout.own ?? [])] },
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
    const column = keyColumn(table.rows);
    const account = column === undefined ? '' : `, table: ${table.table}, column: ${column}`;
    return {
        key: 'migrations',
        message: `the table ${table.table} of the snapshot says that ${codeTool} migrates this database, and only ${codeTool} itself can run its migrations.`,
        remedy: `Give \`command\`, which starts ${codeTool}, instead of \`migrations\`; or, if something else runs these files, \`layout: { name: plain${account} }\`.`,
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
        await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => (0,promises_.rm)(to + suffix, { force: true })));
        await (0,promises_.copyFile)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
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
async function rehearseScenarios(context, copies, finished) {
    const activity = {
        database: context.request.name,
        doing: 'rehearsing a second run, a rollback and crashes',
    };
    context.limits.watch(activity, 'runs');
    const part = await scenariosOf(context, copies, finished);
    context.limits.watch(activity, 'ended');
    return part;
}
async function scenariosOf({ request: { assignment, rehearse, folder }, pool, limits }, copies, finished) {
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

;// CONCATENATED MODULE: ./lib/supervisor/stages/ask-stage.js
/** A view that gives no end is not waited for: each has so long, and all together so long. */
const ONE_VIEW_MS = 10_000;
const ALL_VIEWS_MS = 30_000;
/** Asks the views one after the other, each in a task that can be killed, and adds what they answer to the changes. */
async function withAnswers(context, copies, changes, questions) {
    const { meaning } = changes;
    if (meaning === undefined || questions.length === 0)
        return changes;
    const until = performance.now() + ALL_VIEWS_MS;
    const views = [...meaning.views];
    const unchecked = [...changes.unchecked];
    for (const question of questions) {
        const answer = await ask(context, copies, question, until);
        if (answer.meaning !== undefined)
            views.push(answer.meaning);
        if (answer.unasked !== undefined)
            unchecked.push({ check: 'view', table: question.view, missing: answer.unasked });
    }
    return { ...changes, unchecked, meaning: { ...meaning, views } };
}
async function ask({ pool, limits }, { before, after }, question, until) {
    const { view, cause, hints } = question;
    const known = cause === undefined ? {} : { meaning: { view, change: cause, hints } };
    const deadline = Math.min(performance.now() + ONE_VIEW_MS, until, limits.deadline);
    if (performance.now() >= deadline)
        return { ...known, unasked: 'there was no time left to read it' };
    const outcome = await pool.run('ask', { before, after, question }, { ...limits, deadline });
    if (outcome.ok)
        return outcome.result;
    return {
        ...known,
        unasked: outcome.kind === 'timeout' ? 'reading it takes too long' : 'reading it does not end well',
    };
}

;// CONCATENATED MODULE: ./lib/supervisor/stages/compare-stage.js

/** Compares the two copies: schema, content, and what views and triggers mean. */
async function compare(context, { before, after }, { statements }) {
    const { samples } = context.request;
    const request = { before, after, executed: namesExecuted(statements), samples };
    const { result, incidents } = await runTask(context, ['compare', 'compare'], request);
    if (result === undefined)
        return { facts: {}, incidents, untouched: [] };
    const { untouched, questions, schemaMs, contentMs } = result;
    const changes = await withAnswers(context, { before, after }, result.changes, questions);
    return { facts: { changes }, timings: { schemaDiff: schemaMs, dataDiff: contentMs }, untouched };
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
    return LOCKS.some(({ ending }) => foldName(table).endsWith(foldName(ending)));
}
/** The tool whose lock a table is, by its name and columns. */
function lockOf(table, columns) {
    const has = columns.map(foldName).toSorted().join();
    const own = LOCKS.find(({ ending, columns: wanted }) => foldName(table).endsWith(foldName(ending)) && wanted.split(' ').toSorted().join() === has);
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
    const { snapshot: found, history } = end.result;
    const unfinished = unfinishedStates(history);
    const facts = { snapshot: found, ...(unfinished.length > 0 && { unfinished }) };
    return { facts, timings, copies: end.result };
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
/** Tables that the migration left alone are not checked again where they were sound in *before*. */
async function measureAfter(context, copies, measuring, { untouched, facts: { changes } }) {
    const { before } = (await measuring).facts;
    const earlier = before && {
        database: copies.before,
        health: { schema: before.schema, orphans: before.orphans },
        renames: changes?.renames ?? [],
    };
    const end = await measure(context, 'measure-after', copies.after, {
        untouched: isSound(before) ? untouched : [],
        ...(earlier && { earlier }),
    });
    if (end.result === undefined)
        return { facts: {}, incidents: end.incidents };
    return { facts: { after: end.result }, timings: { healthAfter: end.ms } };
}
function isSound(health) {
    return health?.integrity.result === 'ok' && !health.unchecked.some(({ check }) => check === 'integrity');
}
async function measure(context, name, database, known = {}) {
    const { checks, samples } = context.request;
    return await runTask(context, [name, 'measure'], { database, checks, samples, ...known });
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

;// CONCATENATED MODULE: ./lib/supervisor/command/databases-beside.js

const MAGIC = 'SQLite format 3\0';
/** A working folder may be a home: what lies deeper, or beyond so many files, is not looked at. */
const DEEPEST = 4;
const MOST_FILES = 5_000;
/** Never the application's database. */
const PASSED_OVER = new Set(['node_modules', 'vendor', 'target', 'venv', '__pycache__', 'dist', 'build']);
/** The files below the folder that a command works in, to see afterwards which databases it wrote instead of the copy. */
class DatabasesBeside {
    #folder;
    #except;
    #marks;
    /** `except`: the snapshot, which is watched by its own means, and our own folder. */
    constructor(folder, except) {
        this.#folder = folder;
        this.#except = except;
        this.#marks = marksBelow(folder);
    }
    /** Databases that have changed, relative to the folder; one that is new may be a backup. */
    written() {
        const changed = [...marksBelow(this.#folder)].filter(([path, mark]) => (this.#marks.get(path) ?? mark) !== mark);
        const isOurs = (path) => this.#except.some((own) => path === own || path.startsWith((0,external_node_path_.join)(own, '/')));
        return changed
            .filter(([path]) => !isOurs(path) && isDatabase(path))
            .map(([path]) => (0,external_node_path_.relative)(this.#folder, path).replaceAll('\\', '/'))
            .toSorted();
    }
}
function marksBelow(root) {
    const marks = new Map();
    const waiting = [{ folder: root, depth: 1 }];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        for (const entry of entriesOf(next.folder)) {
            if (marks.size >= MOST_FILES)
                return marks;
            if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name))
                continue;
            const path = (0,external_node_path_.join)(next.folder, entry.name);
            if (entry.isDirectory() && next.depth < DEEPEST)
                waiting.push({ folder: path, depth: next.depth + 1 });
            if (!entry.isFile())
                continue;
            const stats = (0,external_node_fs_.statSync)(path, { bigint: true, throwIfNoEntry: false });
            if (stats !== undefined)
                marks.set(path, `${stats.ino} ${stats.size} ${stats.mtimeNs}`);
        }
    }
    return marks;
}
/** Empty where it cannot be read: nobody's database is looked for there. */
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function isDatabase(path) {
    const bytes = Buffer.alloc(MAGIC.length);
    try {
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            return (0,external_node_fs_.readSync)(file, bytes, 0, bytes.length, 0) === bytes.length && bytes.toString('latin1') === MAGIC;
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        // It is gone again, or not ours to read.
        return false;
    }
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
const wal_commits_MAGIC = 0x377f0682;
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
    #largest = 0;
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
    /** It does not shrink while somebody works with it. */
    get bytes() {
        return Math.max(this.#largest, (0,external_node_fs_.fstatSync)(this.#file).size);
    }
    look() {
        this.#largest = this.bytes;
        const header = this.#read(0, HEADER);
        const last = this.#current;
        if (header === undefined || (header.readUInt32BE(0) & ~1) >>> 0 !== wal_commits_MAGIC) {
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
    #largest = 0;
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
        const wal = Math.max(0, ...this.#wals.map(({ bytes }) => bytes));
        for (const one of this.#wals)
            one.close();
        const peak = { database: this.#largest, wal, journal: this.#journal.end() };
        return { ...this.#result(this.#walEvents > known), peak };
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
        const size = (0,external_node_fs_.statSync)(this.#path, { throwIfNoEntry: false })?.size ?? 0;
        this.#largest = Math.max(this.#largest, size);
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
    /** Open, it can still be asked for its size when it has lost its name. */
    #open;
    #largest = 0;
    constructor(path) {
        this.#path = path;
    }
    /** `counter`: the change counter of the database, which tells one transaction from the next. */
    look(counter) {
        const stats = (0,external_node_fs_.statSync)(this.#path, { bigint: true, throwIfNoEntry: false });
        this.#measure(stats?.ino);
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
    /** The largest size; nothing is watched any more. */
    end() {
        this.#measure(undefined);
        return this.#largest;
    }
    /** `ino`: of the journal that is there now. */
    #measure(ino) {
        if (this.#open !== undefined) {
            this.#largest = Math.max(this.#largest, (0,external_node_fs_.fstatSync)(this.#open.file).size);
            if (this.#open.ino === ino)
                return;
            (0,external_node_fs_.closeSync)(this.#open.file);
            this.#open = undefined;
        }
        if (ino === undefined)
            return;
        try {
            this.#open = { ino, file: (0,external_node_fs_.openSync)(this.#path, 'r') };
            this.#largest = Math.max(this.#largest, (0,external_node_fs_.fstatSync)(this.#open.file).size);
        }
        catch {
            // It is gone again.
        }
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__("node:crypto");
;// CONCATENATED MODULE: ./lib/supervisor/command/cgroup.js

const ROUNDS = 20;
const ROUND_MS = 25;
/**
 * A group of processes that none of them can leave by itself (cgroup v2, Linux 5.14 and later). Only where this user may
 * write to its own: as root, in a container with such a file system, in a session that systemd delegates.
 */
class Cgroup {
    folder;
    constructor(folder) {
        this.folder = folder;
    }
    /** Makes one below that of this process; `undefined` where that is impossible. */
    static make(name) {
        const own = ownFolder();
        if (own === undefined)
            return undefined;
        const folder = (0,external_node_path_.join)(own, `preflight-${process.pid}-${name}`);
        try {
            removeAbandoned(own);
            (0,external_node_fs_.mkdirSync)(folder);
        }
        catch {
            return undefined;
        }
        try {
            (0,external_node_fs_.accessSync)((0,external_node_path_.join)(folder, 'cgroup.kill'), external_node_fs_.constants.W_OK);
            // A process that moves must be allowed to leave where it is.
            (0,external_node_fs_.accessSync)((0,external_node_path_.join)(own, 'cgroup.procs'), external_node_fs_.constants.W_OK);
            return new Cgroup(folder);
        }
        catch {
            remove(folder);
            return undefined;
        }
    }
    members() {
        try {
            const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.folder, 'cgroup.procs'), 'latin1');
            return new Set(text.split('\n').filter(Boolean).map(Number));
        }
        catch {
            return new Set();
        }
    }
    /** Ends all members at once, those that are being forked too. */
    kill() {
        try {
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.folder, 'cgroup.kill'), '1');
        }
        catch {
            // Its members are killed one by one then.
        }
    }
    /** `false` where members remain. */
    async remove() {
        for (let round = 0; round < ROUNDS; round += 1) {
            if (remove(this.folder))
                return true;
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(ROUND_MS);
        }
        return this.members().size === 0;
    }
}
/** A run that was killed leaves its own behind, empty. */
function removeAbandoned(own) {
    for (const name of (0,external_node_fs_.readdirSync)(own)) {
        const pid = /^preflight-(\d+)-/.exec(name)?.[1];
        if (pid !== undefined && !(0,external_node_fs_.existsSync)(`/proc/${pid}`))
            remove((0,external_node_path_.join)(own, name));
    }
}
function remove(folder) {
    try {
        (0,external_node_fs_.rmdirSync)(folder);
        return true;
    }
    catch {
        return false;
    }
}
/** The folder of this process in the file system of cgroup v2 (cgroups(7)). */
function ownFolder() {
    if (process.platform !== 'linux')
        return undefined;
    try {
        const path = /^0::(.*)$/m.exec((0,external_node_fs_.readFileSync)('/proc/self/cgroup', 'latin1'))?.[1];
        const mount = (0,external_node_fs_.readFileSync)('/proc/self/mountinfo', 'latin1')
            .split('\n')
            .find((line) => line.includes(' - cgroup2 '));
        const [, , , root = '', place] = mount?.split(' ') ?? [];
        if (path === undefined || place === undefined)
            return undefined;
        return (0,external_node_path_.join)(place, root !== '/' && path.startsWith(root) ? path.slice(root.length) : path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/command/leftovers.js

/** Every program that a command starts inherits it, unless it is started with an environment of its own. */
const MARK_VARIABLE = 'SQLITE_PREFLIGHT_COMMAND';
/** A process that was killed may take a moment, and one that forks all the time must be looked for again. */
const leftovers_ROUNDS = 20;
const leftovers_ROUND_MS = 25;
/**
 * Knows the processes of one command again after they have left its process group: by a cgroup where this user may make
 * one, by a mark in their environment, and by their parents as long as these live. Only Linux shows these.
 */
class Descent {
    mark = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    #cgroup;
    #known = new Set();
    constructor() {
        this.#cgroup = Cgroup.make(this.mark);
    }
    /** Folder of the cgroup that the command must enter before it starts anything; empty where there is none. */
    get cgroup() {
        return this.#cgroup?.folder ?? '';
    }
    /** Notes the descendants of `pid`, which is about to be killed: afterwards nobody knows whose children they were. */
    note(pid) {
        this.#known = descendantsOf(pid, processes());
    }
    /** Ends what has left the group of `group`, which was killed. */
    async end(group) {
        const ended = new Set();
        let left = [];
        for (let round = 0; round < leftovers_ROUNDS; round += 1) {
            left = this.#outside(group);
            if (left.length === 0)
                break;
            for (const pid of left) {
                ended.add(pid);
                kill(pid);
            }
            this.#cgroup?.kill();
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(leftovers_ROUND_MS);
        }
        const removed = await this.#cgroup?.remove();
        return { ended: ended.size - left.length, remains: left.length > 0 || removed === false };
    }
    #outside(group) {
        const inCgroup = this.#cgroup?.members() ?? new Set();
        return processes()
            .filter(({ pid, state }) => pid !== process.pid && state !== 'Z')
            .filter((one) => one.group !== group)
            .filter(({ pid, since }) => inCgroup.has(pid) || this.#known.has(since) || isMarked(pid, this.mark))
            .map(({ pid }) => pid);
    }
}
/** Empty where there is no /proc. */
function processes() {
    if (process.platform !== 'linux')
        return [];
    return (0,external_node_fs_.readdirSync)('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
}
/** Empty where it has gone meanwhile. */
function processOf(pid) {
    const text = read(`/proc/${pid}/stat`);
    // The name, in parentheses, may hold anything (proc(5)).
    const [state = '', parent, group, ...more] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (text === '')
        return [];
    const started = Number(more[16]);
    return [{ pid, state, parent: Number(parent), group: Number(group), since: started * 2 ** 22 + pid }];
}
/** By `since`. */
function descendantsOf(pid, all) {
    const found = new Set();
    const children = Map.groupBy(all, ({ parent }) => parent);
    const waiting = [pid];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const child of children.get(next) ?? []) {
            if (found.has(child.since))
                continue;
            found.add(child.since);
            waiting.push(child.pid);
        }
    }
    return found;
}
/** `false` for a process of another user, whose environment may not be read. */
function isMarked(pid, mark) {
    return read(`/proc/${pid}/environ`).includes(`${MARK_VARIABLE}=${mark}`);
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        return '';
    }
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has gone, or is another user's: the next look tells.
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__("node:util");
;// CONCATENATED MODULE: ./lib/supervisor/command/output.js

/** Of what a command prints, this much is told from its beginning, and as much from its end. */
const HEAD = 8 * 1024 * 1024;
const TAIL = 8 * 1024 * 1024;
/** A longer line is passed on in parts: what a program prints must not fill the memory. */
const LONGEST = 16_384;
/** What a kept line costs beside its letters: a program can print empty ones. */
const LINE = 64;
/**
 * What a command prints, line by line and without control sequences, up to a bound: the beginning at once, the end when
 * the command has ended, and of what lies between them how much it is. A log of gigabytes helps nobody.
 */
class Output {
    #tell;
    #bounds;
    #told = 0;
    #last = [];
    /** Where the kept ones begin in `#last`. */
    #first = 0;
    #kept = 0;
    #left = { lines: 0, letters: 0 };
    constructor(tell, bounds = { head: HEAD, tail: TAIL }) {
        this.#tell = tell;
        this.#bounds = bounds;
    }
    /** Passes a stream on, and resolves at its end. A carriage return alone, as of a progress bar, ends a line too. */
    read(stream) {
        const { promise, resolve } = Promise.withResolvers();
        let rest = '';
        stream.setEncoding('utf8').on('data', (text) => {
            const lines = (rest + text).split(/\r*\n|\r+(?!\n)(?=.)/s);
            rest = lines.pop() ?? '';
            for (const line of lines)
                this.#take(line);
            if (rest.length > LONGEST) {
                this.#take(rest);
                rest = '';
            }
        });
        stream.once('error', () => { });
        stream.once('close', () => {
            if (rest !== '')
                this.#take(rest.replace(/\r$/, ''));
            resolve();
        });
        return promise;
    }
    /** Tells what was kept back, when nothing more is coming. */
    end() {
        const { lines, letters } = this.#left;
        if (lines > 0)
            this.#tell(`[${lines} lines with ${letters} characters are left out here]`);
        for (const line of this.#last.slice(this.#first))
            this.#say(line);
        this.#last = [];
    }
    #take(line) {
        const cost = line.length + LINE;
        if (this.#told + cost <= this.#bounds.head) {
            this.#told += cost;
            this.#say(line);
            return;
        }
        if (Number.isFinite(this.#told)) {
            this.#told = Number.POSITIVE_INFINITY;
            this.#tell('[it prints very much: the end is shown when it has ended]');
        }
        this.#last.push(line);
        this.#kept += cost;
        while (this.#kept > this.#bounds.tail && this.#first < this.#last.length - 1)
            this.#drop();
    }
    #drop() {
        const line = this.#last[this.#first] ?? '';
        this.#first += 1;
        this.#kept -= line.length + LINE;
        this.#left.lines += 1;
        this.#left.letters += line.length;
        // To cut off each one as it goes would move all others each time.
        if (this.#first * 2 < this.#last.length)
            return;
        this.#last = this.#last.slice(this.#first);
        this.#first = 0;
    }
    #say(line) {
        this.#tell((0,external_node_util_.stripVTControlCharacters)(line));
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/command/shell.js

const NOTHING_LEFT = { ended: 0, remains: false };
/** All output of ended processes is read within this time; only a process that left the group can hold the pipe longer. */
const GRACE_MS = 500;
/**
 * Becomes bash as GitHub's `shell: bash` starts it: with pipefail, else `migrate | tee log` never fails. What reads from
 * the pipe at 3 ends the group when this process is gone, killed too, and before it those that left the group; it is
 * nobody's child, because some programs wait for all of theirs. $2 is the mark that all others bear, $3 their cgroup.
 */
const SHELL = `
if [ -n "$3" ]; then { echo $$ >"$3/cgroup.procs"; } 2>/dev/null; fi
(
  (
    read -r _
    if [ -n "$3" ]; then echo 1 >"$3/cgroup.kill"; fi
    for one in $(grep -lzsxF "${MARK_VARIABLE}=$2" /proc/[0-9]*/environ); do
      one="\${one%/environ}"
      kill -9 "\${one#/proc/}"
    done
    kill -9 -$$
  ) <&3 3<&- >/dev/null 2>&1 &
)
exec 3<&-
export ${MARK_VARIABLE}="$2"
if command -v bash >/dev/null; then exec bash --noprofile --norc -eo pipefail -c "$1"; fi
exec /bin/sh -e -c "$1"`;
/**
 * Runs a command by the shell, in a process group of its own, and waits for its end. Then the whole group is killed, with
 * what was left in the background. A script stops at its first line that fails, as one of a workflow does.
 */
async function runShell(command, limits) {
    if (limits.signal.aborted)
        return { end: { by: 'cancel' }, leftovers: NOTHING_LEFT };
    if (limits.deadline <= performance.now())
        return { end: { by: 'deadline' }, leftovers: NOTHING_LEFT };
    const descent = new Descent();
    const child = start(command, descent);
    const outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
    const output = new Output(command.tell);
    const told = Promise.all(outputs.map((stream) => output.read(stream))).then(() => true);
    const end = await endOf(child, limits);
    const leftovers = await endAll(child, descent);
    const isHeld = (await Promise.race([told, (0,external_node_timers_promises_namespaceObject.setTimeout)(GRACE_MS, undefined, { ref: false })])) === undefined;
    // A process that nobody found may hold the pipes for ever.
    for (const stream of child.stdio)
        stream?.destroy();
    await told;
    output.end();
    return { end, leftovers: { ...leftovers, remains: leftovers.remains || isHeld } };
}
function start(command, { mark, cgroup }) {
    const { folder, env, line, input = 'ignore' } = command;
    const options = { cwd: folder, env, stdio: [input, 'pipe', 'pipe', 'pipe'] };
    return process.platform === 'win32'
        ? (0,external_node_child_process_.spawn)(line, { ...options, shell: true, windowsHide: true })
        : (0,external_node_child_process_.spawn)('/bin/sh', ['-c', SHELL, 'sh', line, mark, cgroup], { ...options, detached: true });
}
async function endOf(child, { deadline, signal }) {
    const { promise, resolve } = Promise.withResolvers();
    child.once('error', ({ code = 'unknown' }) => resolve({ by: 'start', code }));
    child.once('exit', (exitCode, by) => resolve(by === null ? { by: 'itself', exitCode: exitCode ?? 0 } : { by: 'signal', signal: by }));
    const cancelled = () => resolve({ by: 'cancel' });
    const timer = setTimeout(() => resolve({ by: 'deadline' }), Math.max(0, deadline - performance.now()));
    signal.addEventListener('abort', cancelled);
    const end = await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancelled);
    return end;
}
/** Ends the group, and what has left it. */
async function endAll(child, descent) {
    const { pid } = child;
    if (pid === undefined)
        return await descent.end(0);
    descent.note(pid);
    killGroup(child);
    return await descent.end(pid);
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

;// CONCATENATED MODULE: ./lib/supervisor/command/standard-input.js

/**
 * What a command gets as its standard input: an empty file, so that a question is answered by the end of input, as in a
 * workflow, and the question shows.
 */
class StandardInput {
    descriptor;
    #path;
    constructor(folder) {
        this.#path = (0,external_node_path_.join)(folder, 'standard-input');
        (0,external_node_fs_.writeFileSync)(this.#path, '');
        setBack(this.#path);
        this.descriptor = (0,external_node_fs_.openSync)(this.#path, 'r');
    }
    /** Whether anybody read from it; only where the file system keeps access times. */
    end() {
        (0,external_node_fs_.closeSync)(this.descriptor);
        return wasRead(this.#path);
    }
}

;// CONCATENATED MODULE: ./lib/supervisor/command/run-command.js

/** The facts of a command that has not run. */
function idleCommand(history) {
    const quietly = quietFlag(history);
    return {
        recorded: [],
        bookkeeping: bookkeepingTables(history),
        ...(quietly !== undefined && { quietly }),
        ...(keepsAccount(history) && { keepsAccount: true }),
    };
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
        rehearsal: { ...idle.rehearsal, ...outcomeOf(end), commits: watched.commits, peak: watched.peak },
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
            // Its counter is read from what is no database.
            rehearsal: { ...rehearsal, ...failure, commits: 0, commitsUnknown: true, unreadable: true },
        };
    }
    const recorded = recordedMigrations(before, after);
    const bookkeeping = bookkeepingTables(before, after);
    return { command: { ...command, ...touched, recorded, bookkeeping }, rehearsal };
}
/** A tool's table, one that may be a runner's own, or a version in the header. */
function keepsAccount(history) {
    return bookkeepingTables(history).length + history.others.length > 0 || history.userVersion !== 0;
}
function seen({ end, leftovers, ms, watched, isRead, asked, beside, marked }) {
    const { changed, atLeast, longestWriteMs } = watched;
    return {
        ms,
        ...(end.by === 'itself' && { exitCode: end.exitCode }),
        ...(end.by === 'signal' && { signal: end.signal }),
        copy: changed ? 'changed' : isRead === undefined ? 'unchanged' : isRead ? 'read' : 'untouched',
        ...(atLeast && { commitsAtLeast: true }),
        ...(longestWriteMs !== undefined && { longestWriteMs }),
        ...(asked && { asked: true }),
        ...(beside.length > 0 && { wroteBeside: beside }),
        ...(!marked && { snapshotTouched: true }),
        ...((leftovers.ended > 0 || leftovers.remains) && { leftRunning: leftovers }),
    };
}
async function run({ line, folder, urlForm, passEnv, timeoutMs = Number.POSITIVE_INFINITY, tell }, { path: snapshot, after }, { deadline, signal }) {
    const scratch = (0,external_node_path_.dirname)(after);
    const notes = notesReading(scratch);
    const input = new StandardInput(scratch);
    const databases = new DatabasesBeside(folder, [snapshot, (0,external_node_path_.dirname)(scratch)]);
    const marks = snapshotMarks(snapshot);
    const watch = new FileWatch(after);
    const env = environmentFor(process.env, passEnv, { path: after, urlForm });
    const started = performance.now();
    const ends = Math.min(deadline, started + timeoutMs);
    const command = { line, folder, env, tell, input: input.descriptor };
    const shell = await runShell(command, { deadline: ends, signal });
    const ms = performance.now() - started;
    // Before the watch reads the file for the last time.
    const isRead = notes ? wasRead(after) : undefined;
    return {
        ...{ ...shell, ms, isRead },
        watched: await watch.end(),
        asked: input.end() && notes,
        beside: databases.written(),
        marked: hasMarks(snapshot, marks),
    };
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

;// CONCATENATED MODULE: ./lib/supervisor/temporary-files.js

const temporary_files_LOOK_EVERY_MS = 10;
/** SQLite sorts in memory what fits into its cache: of a small database nothing reaches the disk. */
const LEAST_BYTES = 4_000_000;
/**
 * The most that SQLite's temporary files of a process take together. They have no name any more once they are open, so
 * that only Linux tells of them.
 */
class TemporaryFiles {
    #most;
    #timer;
    start(pid) {
        if (process.platform !== 'linux')
            return;
        this.#most = 0;
        this.#timer = setInterval(() => {
            this.#most = Math.max(this.#most ?? 0, sizeOfAll(`/proc/${pid}/fd`));
        }, temporary_files_LOOK_EVERY_MS);
    }
    /** `undefined` where it is not known. */
    end() {
        clearInterval(this.#timer);
        return this.#most;
    }
}
function sizeOfAll(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).reduce((sum, name) => sum + sizeOf(`${folder}/${name}`), 0);
    }
    catch {
        // The process is gone.
        return 0;
    }
}
/** By its own prefix; or without a name from the start (O_TMPFILE), where the file system can. */
const TEMPORARY = /\/(etilqs_\w+|#\d+)( \(deleted\))?$/;
function sizeOf(descriptor) {
    try {
        return TEMPORARY.test((0,external_node_fs_.readlinkSync)(descriptor)) ? (0,external_node_fs_.statSync)(descriptor).size : 0;
    }
    catch {
        // It was closed meanwhile.
        return 0;
    }
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
async function rehearsePlan(context, { before, after, sqlite, snapshot }, plan) {
    const notes = new RehearsalNotes(plan);
    const positionOf = positions(plan);
    const { request: { samples, name: database }, limits, } = context;
    const request = { database: after, fresh: before, plan, samples };
    const isSmall = snapshot.databaseBytes < LEAST_BYTES;
    const files = new TemporaryFiles();
    const end = await runTask(context, ['rehearse', 'rehearse'], request, {
        progress: (progress) => {
            notes.take(progress);
            if (!('started' in progress))
                return;
            const detail = positionOf(progress.started);
            limits.watch({ database, doing: DOING.rehearse, detail }, 'runs');
        },
        ...(!isSmall && { started: (pid) => files.start(pid) }),
    });
    const temp = isSmall ? 0 : files.end();
    if (end.result !== undefined) {
        return { facts: { rehearsal: withTemp(end.result, temp) }, timings: { rehearsal: end.ms } };
    }
    const [{ kind }] = end.incidents;
    const rehearsal = notes.facts(kind === 'timeout' ? 'timeout' : 'crashed', sqlite);
    return { facts: { rehearsal }, incidents: end.incidents };
}
/** Says where a rehearsal is: `m/0002.sql:9, statement 3 of 7`. */
function positions({ steps }) {
    const statements = steps.filter((step) => step.do === 'exec');
    return (at) => {
        const { file = '', line = '' } = statements[at] ?? {};
        return `${file}:${line}, statement ${at + 1} of ${statements.length}`;
    };
}
function withTemp(rehearsal, temp) {
    const { peak } = rehearsal;
    return peak === undefined || temp === undefined ? rehearsal : { ...rehearsal, peak: { ...peak, temp } };
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
        measureAfter(context, copies, measuring, compared),
        locate(context, copies, { ...ended, ...(changes && { changes }) }),
    ]);
    const finished = { ...ended, ...compared.facts, ...before.facts };
    const scenarios = await rehearseScenarios(context, copies, finished);
    return [compared, after, located, scenarios, keep(context.request, copies)];
}

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

/** A process that was killed and is not known to be gone by then is not waited for. */
const END_MS = 5000;
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
        // What cannot be read any more must not end the whole run; how the process ends is heard all the same.
        this.#child.stderr?.on('error', () => { });
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
        this.#child.on('error', (error) => this.#end(`the engine process did not start: ${error.message}`));
        this.#child.once('exit', () => this.#exited.resolve());
        // What it told before it ended is read by then.
        this.#child.once('close', (code, signal) => this.#end(engine_process_endOf(code, signal, this.#errors)));
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
    async run(task, request, { deadline, signal, progress, started: hearStart }) {
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
        else if (this.#child.pid !== undefined)
            hearStart?.(this.#child.pid);
        if (!signal.aborted && this.#gone === undefined)
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
        const timer = setTimeout(() => this.#exited.resolve(), END_MS);
        await this.#exited.promise;
        clearTimeout(timer);
    }
    #listen(pipe) {
        const lines = (0,external_node_readline_namespaceObject.createInterface)({ input: pipe });
        lines.on('line', (line) => {
            const told = progressIn(line);
            if (told?.task === this.#number)
                this.#progress?.(told.progress);
        });
        // Readline hands on the errors of its input, and they end the program where nobody listens.
        for (const source of [pipe, lines])
            source.on('error', () => { });
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
function engine_process_endOf(code, signal, errors) {
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
    async run(requests, timeoutMs, watch = () => { }) {
        const deadline = performance.now() + timeoutMs;
        const results = [];
        const waiting = requests.entries();
        const takeNext = async () => {
            for (const [at, request] of waiting) {
                const rehearse = optionsFor(request.rehearse, at);
                results[at] = await this.#one({ ...request, rehearse }, { deadline, watch });
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
    async #one(request, run) {
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(this.#scratch, 'database-'));
        try {
            const limits = { ...run, signal: this.#signal, mutex: this.#mutex };
            return await preflight({ ...request, folder }, this.#pool, limits);
        }
        finally {
            // With many databases, their copies would fill the disk.
            removeFolder(folder);
        }
    }
}

;// CONCATENATED MODULE: ./lib/entry.js

/** What still keeps the process up so long after its last word, or after an error that nobody expected, is not waited for. */
const LAST_MS = 5000;
/**
 * What both entries do: refuse a Node that would end the engine without a word, hide the environment, hand signals on as cancellation, and
 * end with the exit code. Anything thrown, an Error or not, is our own fault: exit code 3.
 */
async function entry_start(command, entry) {
    const problem = nodeProblem();
    if (problem !== undefined) {
        process.stderr.write(`${problem}\n`);
        process.exitCode = 2;
        return;
    }
    hideEnvironment();
    const cancel = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, () => cancel.abort());
    // Node would end with 1, which is the exit code of a migration with problems.
    process.on('uncaughtException', (error) => {
        tell(error);
        cancel.abort();
        setTimeout(() => process.exit(process.exitCode ?? 3), LAST_MS);
    });
    try {
        process.exitCode = await command.run(contextOf(entry, cancel.signal));
    }
    catch (error) {
        tell(error);
        process.exitCode = 3;
    }
    setTimeout(() => process.exit(), LAST_MS).unref();
}
function tell(error) {
    const text = `The preflight broke: ${error instanceof Error ? error.stack : String(error)}`;
    process.stderr.write(`${text.split('\n').map(writer/* neutralise */.$).join('\n')}\n`);
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

/***/ "lib/index.js":
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:os");
/* harmony import */ var _commands_rehearse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("lib/commands/rehearse.js");
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("lib/entry.js");



/** Starts a rehearsal with the GitHub host. */
await (0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .start */ .n)(_commands_rehearse_js__WEBPACK_IMPORTED_MODULE_1__/* .rehearse */ .K, {
    directory: import.meta.dirname,
    temp: process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(),
    host: async () => (await Promise.all(/* import() | preflight */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("preflight")]).then(__nccwpck_require__.bind(__nccwpck_require__, "lib/host/github.js"))).githubHost(process.env),
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
  lW: () => (/* binding */ pathIn),
  Gg: () => (/* binding */ titleOf)
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
/** The file's own name; of `NAME/migration.sql` and `NAME/up.sql` the folder's, because all files are called so. */
function titleOf(file) {
    return /([^/]+)\/(?:migration|up)\.sql$/i.exec(file.path)?.[1] ?? nameOf(file);
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
    const renamed = gone.flatMap((one) => successorOf(one, pending) ?? []);
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
function successorOf(row, pending) {
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
function argumentNeeds(sql, tokens = (0,sql_tokens/* meaningfulTokens */.BE)(sql)) {
    const needs = new Map();
    const add = (feature, since) => needs.set(feature, { feature, since });
    for (const [at, token] of tokens.entries()) {
        if (token.kind !== 'word' || textOf(sql, tokens[at + 1]) !== '(')
            continue;
        const name = textOf(sql, token).toUpperCase();
        const modifiers = DATE_FUNCTIONS.get(name);
        if (modifiers === undefined && name !== 'RAISE')
            continue;
        const given = argumentsAt(sql, tokens, at + 2);
        if (name === 'RAISE') {
            const [action, message] = given;
            if (message &&
                ACTIONS.has(textOf(sql, action?.[0]).toUpperCase()) &&
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
        const sign = token.kind === 'punctuation' ? textOf(sql, token) : '';
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
    return argument.length === 1 && only?.kind === 'string' ? (0,sql_tokens/* nameOf */.Vb)(sql, only) : undefined;
}
function textOf(sql, token) {
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
    const parts = bodies(wordsOf(sql, tokens));
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
    const verb = outer.findIndex((word) => VERBS.has(word));
    const set = outer.indexOf('SET', verb);
    if (outer[verb] !== 'UPDATE' || set === -1)
        return false;
    return outer.some((word, at) => word === 'FROM' && at > set && outer[at - 1] !== 'DISTINCT');
}

// EXTERNAL MODULE: ./lib/statements/split.js
var split = __nccwpck_require__("lib/statements/split.js");
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
    const tokens = (0,sql_tokens/* meaningfulTokens */.BE)(sql);
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
        return { op: 'name', text: (0,quote/* foldName */.zN)(parts.at(-1) ?? ''), of: [] };
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
        return (0,sql_tokens/* nameOf */.Vb)(this.#sql, token);
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
const ENDS = new Set([
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
        else if (word !== undefined && ENDS.has(word))
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

;// CONCATENATED MODULE: ./lib/statements/selections.js
/** What ends a FROM clause. */
const selections_ENDS = [
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
    ...selections_ENDS,
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
    const joined = reader.accept('FROM') ? reader.items(...selections_ENDS).flat() : [];
    const where = reader.accept('WHERE') ? reader.items(...selections_ENDS.slice(1)).flat() : [];
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
    return { columns: names, copies, ...named(conversions(reader, selection, copies.from), names) };
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
        ...(main && named(conversions(reader, main, main.sources.length > 0 ? first?.from : undefined), into)),
        ...(reads && { reads }),
    };
}
/** The values that are made by an expression which converts, by position. */
function conversions(reader, { items }, from) {
    return withoutAliases(reader, items).flatMap((value, at) => (from?.[at] ?? null) === null && isConversion(reader.slice(value)) ? [at] : []);
}
/** Names in place of positions, where they are known. */
function named(positions, names) {
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
    const { own, others } = namesIn(reader, value, source);
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
function namesIn(reader, value, { owners }) {
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
        return isName ? (0,sql_tokens/* nameOf */.Vb)(this.#sql, token) : undefined;
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
    return targets_named(reader.name(), (name) => ({
        verb: 'create',
        kind,
        name,
        ...(kind === 'table' && createdColumns(reader)),
        ...((kind === 'index' || kind === 'trigger') && ownerOf(reader)),
    }));
}
/** Behind the name of an index or a trigger: whose it is. */
function ownerOf(reader) {
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
        return renamed(reader, table);
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
function renamed(reader, table) {
    if (reader.accept('TO'))
        return targets_named(reader.name(), (to) => ({ verb: 'rename-table', name: table, to }));
    reader.accept('COLUMN');
    const name = reader.name();
    if (name === undefined || !reader.accept('TO'))
        return [];
    return targets_named(reader.name(), (to) => ({ verb: 'rename-column', table, name, to }));
}
function written(reader) {
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
    if (!KINDS.has(word))
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
/** A comment without what it says to us or to a tool; empty where that leaves no word. */
function proseOf(text) {
    const own = linesOf(text).filter((line) => !MARKER.test(line));
    return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}
/** `--> statement-breakpoint` is written by drizzle-kit, behind every statement. */
const MARKER = /^((phase|preflight):|> statement-breakpoint\b|\+(goose|migrate)\b|migrate:(up|down)\b|no-transaction$)/i;
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
            pending: pending.map((source) => migration(source, (0,quote/* quoteName */.AB)(name))),
            problems: [...late(migrations, applied), ...gone(name, folder, { applied, pending })],
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
    return ((0,file_names/* compareKeys */.YD)(d1_numberOf(left), d1_numberOf(right)) || (0,file_names/* compareKeys */.YD)(left, right) || comparePaths(lefts, rights));
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
        const { versioned, ignored } = byName(folder);
        const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
        const pending = versioned.filter(({ version }) => !applied.has(version));
        const name = table?.table ?? options.table ?? dbmate_TABLE;
        const newest = versioned.findLast(({ version }) => applied.has(version));
        return {
            applied: versioned.length - pending.length,
            pending: pending.flatMap((one) => migrations(one, (0,quote/* quoteName */.AB)(name))),
            problems: [...dbmate_late(pending, newest), ...dbmate_gone(name, versioned, applied)],
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
            pending: pending.map((one) => diesel_migration(one, (0,quote/* quoteName */.AB)(name))),
            problems: [
                ...withoutUp(folder),
                ...sharedVersions(taken, shadowed, applied),
                ...diesel_late(pending, [...applied].toSorted(file_names/* compareKeys */.YD).at(-1)),
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__("node:crypto");
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
                records: { within: [recordOf(one, (0,quote/* quoteName */.AB)(name), driver)] },
            })),
            problems: [
                ...missing(listed, folder, journal),
                ...unnoticed(account, journal),
                ...droppedFrom(chunks, driver),
                ...drizzle_gone(name, account),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [drizzle_makeTable((0,quote/* quoteName */.AB)(name))] : [],
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
    const hash = (0,quote/* quoteText */.ol)(bundled ? '' : sha256(source));
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
        folder.ignored.some((file) => /^\d{14}_[^/]*\/snapshot\.json$/.test((0,file_names/* pathIn */.lW)(folder, file))),
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
                records: { within: [drizzle_1_recordOf(one, (0,quote/* quoteName */.AB)(name), driver)] },
            })),
            problems: [
                ...drizzle_1_unnoticed(folders, rows),
                ...droppedFrom(chunks, driver),
                ...drizzle_1_gone(name, rows, { folders, pending }),
            ],
            ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
            setup: table === undefined ? [drizzle_1_makeTable((0,quote/* quoteName */.AB)(name))] : [],
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
    const values = [(0,quote/* quoteText */.ol)(bundled ? '' : sha256(source)), timeIn(name), (0,quote/* quoteText */.ol)(name), NOW];
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
            pending: parsed.map((one) => goose_migration(one, (0,quote/* quoteName */.AB)(name))),
            problems: [
                ...misnamed,
                ...duplicates(versioned),
                ...withoutVersion(table),
                ...goose_missing(pending, known),
                ...goose_gone(table, folder, versioned),
            ],
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
/** Migrations in Go are files too. A version that went down again is applied no more. */
function goose_gone(table, folder, versioned) {
    if (table === undefined)
        return [];
    const code = folder.ignored.map((file) => versionIn((0,file_names/* pathIn */.lW)(folder, file)));
    const known = new Set([...versioned.map(({ version }) => version), ...code, 0n]);
    const last = new Map(table.rows.map((row) => [versionOf(row), Number(row.is_applied) === 1]));
    const rows = [...last].filter(([version, isApplied]) => isApplied && !known.has(version));
    const ids = rows.map(([version]) => ({ id: `version ${version}` }));
    return withoutFile({ tool: 'goose', table: table.table, gone: ids, pending: [] });
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
    for (const { kind, start, end } of (0,sql_tokens/* tokens */.LU)(sql)) {
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
        const downs = (0,file_names/* downMigrations */.eU)(folder);
        const files = folder.files.filter((file) => !downs.has(file));
        const pending = inOrder(files, options.order).filter((file) => !applied(file));
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
/** Of a file with both directions in it, a runner runs one. */
function plain_migration(source) {
    const { file, sql } = source;
    const { up, down } = directionsOf(sql);
    return {
        id: (0,file_names/* titleOf */.Gg)(source).replace(/\.sql$/i, ''),
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
            problems: refusalOf(folder, state, rows) ?? [
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
function refusalOf(folder, state, rows) {
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
    const table = (0,quote/* quoteName */.AB)(tableName);
    const own = `WHERE migration_name = ${(0,quote/* quoteText */.ol)(name)} AND rolled_back_at IS NULL`;
    return {
        id: name,
        file: source.file,
        steps: statementSteps(source.file, source.sql),
        records: {
            before: [
                `INSERT INTO ${table} (id, checksum, started_at, migration_name) VALUES (${UUID}, ${(0,quote/* quoteText */.ol)(sha256(source))}, ${prisma_NOW}, ${(0,quote/* quoteText */.ol)(name)})`,
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
    const values = `${version}, ${(0,quote/* quoteText */.ol)(description)}, TRUE, x'${checksum(line_ends_textOf(source))}', -1`;
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

/***/ "lib/settings/did-you-mean.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _sql_edit_distance_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("lib/sql/edit-distance.js");

/** The known word nearest to `word`, when it is at most a third of its letters away, and so of three letters at least. */
function nearest(word, known) {
    if (word.length < 3)
        return undefined;
    const most = Math.floor(word.length / 3);
    const possible = known.filter(({ length }) => Math.abs(length - word.length) <= most);
    const ranked = possible.map((candidate) => ({
        candidate,
        away: (0,_sql_edit_distance_js__WEBPACK_IMPORTED_MODULE_0__/* .editDistance */ .Y)(word.toLowerCase(), candidate),
    }));
    const best = ranked.toSorted((a, b) => a.away - b.away)[0];
    return best !== undefined && best.away <= most ? best.candidate : undefined;
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
    trusted('comment', 'When a comment is kept on the pull request: never, on-problems, changes (also where something is to be migrated) or always. It needs github-token. Default: never.'),
    trusted('comment-key', 'Which comment is meant where several jobs write one each. Default: the artifact-name.'),
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
    trusted('github-token', 'Token for the comment alone, with pull-requests: write. Nothing else uses it.'),
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

/***/ "lib/sql/edit-distance.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ editDistance)
/* harmony export */ });
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


/***/ }),

/***/ "lib/sql/lines.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter)
/* harmony export */ });
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


/***/ }),

/***/ "lib/sql/quote.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   Fk: () => (/* binding */ sameNames),
/* harmony export */   ol: () => (/* binding */ quoteText),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   zN: () => (/* binding */ foldName)
/* harmony export */ });
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

/***/ "net":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ "node:assert":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ "node:async_hooks":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ "node:buffer":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ "node:child_process":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ "node:console":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ "node:crypto":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ "node:diagnostics_channel":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ "node:dns":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ "node:events":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ "node:fs":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ "node:fs/promises":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ "node:http":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ "node:http2":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ "node:https":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ "node:module":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ "node:net":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ "node:os":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ "node:path":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ "node:perf_hooks":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ "node:process":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ "node:querystring":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ "node:stream":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ "node:string_decoder":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ "node:tls":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ "node:url":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ "node:util":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ "node:util/types":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ "node:worker_threads":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ "node:zlib":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ "os":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ "path":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ "process":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ "stream":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ "string_decoder":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ "timers":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ "tls":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ "tty":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ "url":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ "util":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ "zlib":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

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
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
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
/******/ var __webpack_exports__ = __nccwpck_require__("lib/index.js");
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
