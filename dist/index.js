import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 53916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 56823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start),
  F: () => (/* binding */ withSupervisor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
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
var external_node_os_ = __nccwpck_require__(48161);
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
            rehearsal: notRun(request.plan),
            incidents: [],
            timings: { total: 0 },
            ...(request.plan !== undefined && { plan: request.plan }),
        };
    }
    async all() {
        const { plan, snapshot, name, folder } = this.#request;
        const copies = await this.#task('inspect', 'inspect', { snapshot, name, folder }, 'copy');
        if (copies !== undefined && 'unusable' in copies)
            this.facts.unusable = copies.unusable;
        if (copies !== undefined && 'snapshot' in copies) {
            this.facts.snapshot = copies.snapshot;
            this.facts.rehearsal.sqlite = copies.sqlite;
            const before = this.#measure('before', copies.before);
            await Promise.all([before, plan && this.#migrate(plan, copies, before)]);
        }
        this.facts.timings.total = performance.now() - this.#started;
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
function notRun(plan) {
    const steps = plan === undefined ? [] : untouchedSteps(plan);
    return { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', steps };
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
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var _text_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81981);


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

/***/ 75691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(56823);


/** Starts the program with the GitHub host. */
await (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .start */ .n)(async (signal) => {
    const temp = process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
    return await (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .withSupervisor */ .F)(import.meta.dirname, temp, signal, async (supervisor) => {
        const [{ githubHost }, { main }] = await Promise.all([__nccwpck_require__.e(/* import() */ 806).then(__nccwpck_require__.bind(__nccwpck_require__, 76806)), Promise.all(/* import() */[__nccwpck_require__.e(395), __nccwpck_require__.e(193)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94193))]);
        return await main(githubHost(process.env), supervisor, signal);
    });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 81981:
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
/******/ var __webpack_exports__ = __nccwpck_require__(75691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
