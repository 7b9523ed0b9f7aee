export const id = "preflight";
export const ids = ["preflight"];
export const modules = {

/***/ "lib/facts/database.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isHealthCheck)
/* harmony export */ });
/** Nothing was to be migrated, or what is to be is not known. */
function isHealthCheck({ plan, command }) {
    return plan === undefined && command === undefined;
}


/***/ }),

/***/ "lib/facts/rehearsal/rehearsal.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ extraWhileItRuns)
/* harmony export */ });
/** What a database of so many bytes needs besides itself at the worst moment: the peaks of all files may be one moment. */
function extraWhileItRuns({ database, wal, journal, temp = 0 }, bytes) {
    return Math.max(0, database - bytes) + wal + journal + temp;
}


/***/ }),

/***/ "lib/host/failure.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y2: () => (/* binding */ FAULTS),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* unused harmony export failureOf */
/* harmony import */ var _facts_database_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/facts/database.js");
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("lib/text/numbers.js");


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
            const rehearsed = databases.some(({ facts }) => !(0,_facts_database_js__WEBPACK_IMPORTED_MODULE_0__/* .isHealthCheck */ .v)(facts));
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
        return number === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(number, severity)];
    });
    return parts.join(', ');
}
function reasons(findings, concerns) {
    const [first, ...others] = findings.filter(({ kind, severity }) => severity === 'error' && concerns(kind));
    if (first === undefined)
        return 'see the report.';
    return others.length === 0 ? first.message : `${first.message} And ${others.length} more: see the report.`;
}


/***/ }),

/***/ "lib/host/github.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubHost: () => (/* binding */ githubHost)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __webpack_require__("lib/text/numbers.js");
;// CONCATENATED MODULE: ./lib/host/activity-log.js

const FIRST_MS = 5000;
const AGAIN_MS = 30_000;
/**
 * Says in lines what takes long: a first one when a part of the work, or a statement in it, has taken five seconds, then
 * one every thirty. Nothing is said of what is quick.
 */
class ActivityLog {
    #write;
    #running = new Map();
    constructor(write) {
        this.#write = write;
    }
    watch = (activity, state) => {
        const key = `${activity.database}\0${activity.doing}`;
        const known = this.#running.get(key);
        if (state === 'ended') {
            this.#running.delete(key);
            return;
        }
        const now = performance.now();
        if (known === undefined) {
            this.#running.set(key, { activity, since: now, detailSince: now, toldAt: undefined });
        }
        else if (known.activity.detail !== activity.detail) {
            Object.assign(known, { activity, detailSince: now });
        }
    };
    /** To be called about once a second. */
    tick(now = performance.now()) {
        for (const running of this.#running.values()) {
            const { activity, since, detailSince, toldAt } = running;
            // Many short statements of one long rehearsal are told as the rehearsal.
            const isDue = toldAt === undefined ? now - since >= FIRST_MS : now - toldAt >= AGAIN_MS;
            const isStuck = (toldAt ?? 0) < detailSince && now - detailSince >= FIRST_MS;
            if (!isDue && !isStuck)
                continue;
            running.toldAt = now;
            this.#write(activityLine(activity, now - since));
        }
    }
    /** What is going on, in one line for a terminal: the newest, and how many more there are. */
    newest(now = performance.now()) {
        const running = [...this.#running.values()];
        const last = running.at(-1);
        if (last === undefined)
            return undefined;
        const others = running.length > 1 ? ` (and ${(0,numbers/* whole */.W)(running.length - 1)} more)` : '';
        return `${activityLine(last.activity, now - last.since)}${others}`;
    }
}
/** Watches a run for whoever reads lines. The timer alone keeps no process alive. */
function watchedInLines(write) {
    const log = new ActivityLog(write);
    setInterval(() => log.tick(), 1000).unref();
    return log.watch;
}
function activityLine({ database, doing, detail }, ms) {
    const spent = `${(0,numbers/* whole */.W)(Math.floor(ms / 1000))} s`;
    return `${database}: ${doing}${detail === undefined ? '' : `, ${detail}`}, ${spent}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
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

// EXTERNAL MODULE: ./lib/host/failure.js
var failure = __webpack_require__("lib/host/failure.js");
// EXTERNAL MODULE: ./lib/host/reason.js
var reason = __webpack_require__("lib/host/reason.js");
// EXTERNAL MODULE: ./lib/host/writer.js
var writer = __webpack_require__("lib/host/writer.js");
;// CONCATENATED MODULE: ./lib/host/publish/step.js

/** The step as a person sees it: plain lines through the writer, commands through @actions/core. */
class Step {
    #core;
    #write;
    constructor(core, write) {
        this.#core = core;
        this.#write = write;
    }
    /** Folded lines. */
    group({ title, lines }) {
        this.#core.startGroup((0,writer/* neutralise */.$)(title));
        this.lines(lines);
        this.#core.endGroup();
    }
    lines(lines) {
        for (const line of lines)
            this.#write(line);
    }
    /** What `work` prints by other ways than this one is folded too. */
    async folded(title, work) {
        this.#core.startGroup(title);
        try {
            return await work();
        }
        finally {
            this.#core.endGroup();
        }
    }
    /** An annotation. */
    say(severity, message, { title, file, line } = {}) {
        this.#core[severity]((0,writer/* neutralise */.$)(message), {
            ...(title !== undefined && { title: (0,writer/* neutralise */.$)(title) }),
            ...(file !== undefined && { file: (0,writer/* neutralise */.$)(file) }),
            ...(line !== undefined && { startLine: line }),
        });
    }
    /** Best effort: outputs that cannot be written are a warning. */
    outputs(outputs) {
        try {
            for (const [name, value] of Object.entries(outputs))
                this.#core.setOutput(name, value);
        }
        catch (error) {
            this.say('warning', `The outputs were not written: ${(0,reason/* reasonOf */.A)(error)}.`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/host/github.js

/** A step of a GitHub Actions job: inputs from INPUT_*, everything else through the runner's files and commands. */
function githubHost(env) {
    const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const write = (0,writer/* writer */.K)(process.stdout);
    const change = changeBase(env);
    // Loading it takes longer than a small database: it happens while the engine works.
    const loading = __webpack_require__.e(/* import() | actions-core */ "actions-core").then(__webpack_require__.bind(__webpack_require__, "node_modules/@actions/core/lib/core.js"));
    // Nobody waits for it yet: a rejection must not end the process before the run has said why.
    loading.catch(() => { });
    return {
        inputs: inputsOf(env),
        workspace: env.GITHUB_WORKSPACE || process.cwd(),
        defaultOutput: (0,external_node_path_.join)(temp, 'preflight'),
        ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
        ...(change && { change }),
        progress: (text) => write(text),
        watch: watchedInLines((line) => write(line)),
        publish: async (record, options) => {
            const core = await loading.catch((error) => (0,reason/* reasonOf */.A)(error));
            if (typeof core !== 'string') {
                // With the reports, which nobody needs before.
                const { publishInStep } = await Promise.all(/* import() | preflight */[__webpack_require__.e("zod"), __webpack_require__.e("preflight")]).then(__webpack_require__.bind(__webpack_require__, "lib/host/publish/in-step.js"));
                return await publishInStep(new Step(core, write), env, record, options);
            }
            // Without it no output and no annotation can be made, so nothing may look as if the gate had opened.
            write(`${failure/* FAULTS */.y2.preflight}: a part of the program could not be loaded: ${core}.`);
            return 3;
        },
    };
}
/** The runner keeps the dashes of an input's name, and puts it in upper case. */
function inputsOf(env) {
    const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'));
    return Object.fromEntries(inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]));
}


/***/ }),

/***/ "lib/host/publish/in-step.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishInStep: () => (/* binding */ publishInStep)
});

// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __webpack_require__("lib/text/numbers.js");
// EXTERNAL MODULE: ./lib/text/visible.js
var visible = __webpack_require__("lib/text/visible.js");
// EXTERNAL MODULE: ./lib/report/shared/groups.js
var shared_groups = __webpack_require__("lib/report/shared/groups.js");
;// CONCATENATED MODULE: ./lib/report/formats/annotations/annotations.js

/** GitHub keeps ten of each severity for a step, and 4,096 characters of each (actions/runner, ExecutionContext.cs). */
const MOST = 10;
const LONGEST = 4096;
/**
 * Annotations at the SQL lines, equal ones of several databases as one, the most severe first, else in the order of the findings. Of more than `most` of a
 * severity the last one counts what is not shown; a host that needs some of the ten for itself asks for fewer.
 */
function renderAnnotations({ databases, findings }, most = {}) {
    return ['error', 'warning', 'notice'].flatMap((severity) => {
        const limit = most[severity] ?? MOST;
        const all = (0,shared_groups/* groupFindings */.kG)(findings).filter(({ finding }) => finding.severity === severity);
        const several = databases.length > 1;
        const of = (group) => annotation(group, several);
        if (all.length <= limit)
            return all.map(of);
        const shown = all.slice(0, limit - 1);
        return [...shown.map(of), more(severity, all.length - shown.length)];
    });
}
function annotation({ finding, databases }, several) {
    const { severity, title, message, remedy, allowed, location } = finding;
    const where = several && databases.length > 0 ? ` (${(0,shared_groups/* inDatabases */.cD)(databases)})` : '';
    const advice = allowed === undefined ? remedy : `Allowed: ${allowed}`;
    return {
        severity,
        title: (0,visible/* visible */.R)(title),
        message: cut((0,visible/* visible */.R)(`${message}${where} ${advice}`)),
        ...(location !== undefined && { file: location.file }),
        ...(location?.line !== undefined && { line: location.line }),
    };
}
function more(severity, rest) {
    const message = `And ${(0,numbers/* whole */.W)(rest)} more of severity ${severity}, see the report.`;
    return { severity, title: 'And more', message };
}
function cut(text) {
    // A surrogate pair is not cut in half.
    return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

// EXTERNAL MODULE: ./lib/report/shared/declared-items.js
var declared_items = __webpack_require__("lib/report/shared/declared-items.js");
// EXTERNAL MODULE: ./lib/report/shared/icons.js
var icons = __webpack_require__("lib/report/shared/icons.js");
// EXTERNAL MODULE: ./lib/report/shared/reading.js
var reading = __webpack_require__("lib/report/shared/reading.js");
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __webpack_require__("lib/report/shared/sample-lines.js");
// EXTERNAL MODULE: ./lib/report/shared/units.js
var units = __webpack_require__("lib/report/shared/units.js");
;// CONCATENATED MODULE: ./lib/report/formats/log/log.js

/** Of more databases than this only the worst have groups of their own. */
const MOST_DATABASES = 20;
/**
 * The log: for each database a group per phase with a line per statement, its health, the required columns and what
 * changed; then a last group with the verdict and the findings. Empty groups are left out.
 */
function renderLog(record) {
    const several = record.databases.length > 1;
    const shown = record.databases.length > MOST_DATABASES ? (0,shared_groups/* worstDatabases */.QO)(record).shown : record.databases;
    const groups = shown.flatMap((database) => databaseGroups(database).map(({ title, lines }) => ({
        title: several ? `${database.facts.path}: ${title}` : title,
        lines,
    })));
    return [...groups, conclusion(record)]
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => ({ title: (0,visible/* visible */.R)(title), lines: lines.map(visible/* visible */.R) }));
}
function databaseGroups({ facts }) {
    return [
        ...(facts.command === undefined ? phaseGroups(facts.rehearsal) : [commandGroup(facts)]),
        { title: 'Health', lines: healthLines(facts) },
        { title: 'Verification', lines: requiredLines(facts) },
        { title: 'Changes', lines: changeLines(facts) },
    ];
}
function phaseGroups({ statements, failure, outcome }) {
    const failed = failure?.statement === undefined ? undefined : statements[failure.statement];
    const groups = Map.groupBy(statements, reading/* phaseName */.zu);
    const lines = [...groups].map(([title, own]) => ({
        title,
        lines: own.map((statement) => statementLine(statement, statement === failed ? failure?.message : undefined)),
    }));
    // The profile's own BEGIN, COMMIT or PRAGMA is no statement of the plan.
    if (failure !== undefined && failed === undefined) {
        const place = failure.file === '' ? '' : ` (${(0,units/* placeText */.Z9)(failure)})`;
        lines.push({ title: 'Failure', lines: [`✗ ${failure.during}${place}: ${failure.message}`] });
    }
    return outcome === 'not-run' ? [] : lines;
}
/** What it printed stands in the log above, and nowhere else. */
function commandGroup(facts) {
    const { command, rehearsal } = facts;
    if (command === undefined || rehearsal.outcome === 'not-run')
        return { title: 'Command', lines: [] };
    const recorded = command.recorded.map(({ tool, ids }) => `${tool}: ${ids.join(', ')}`);
    const mark = rehearsal.outcome === 'done' ? '✓' : '✗';
    return {
        title: 'Command',
        lines: [`${mark} ${(0,reading/* endOf */.pJ)(facts)}, ${(0,reading/* commandCommits */.Ef)(facts)}`, ...recorded],
    };
}
function statementLine({ status, title, ms, rows, line, rolledBack }, failure) {
    if (status === 'not-run')
        return `- ${title}: not run`;
    if (status === 'failed')
        return `✗ ${title} (line ${line}): ${failure ?? 'did not end'}`;
    const measured = [
        ...(ms === undefined ? [] : [(0,units/* duration */.p0)(ms)]),
        ...(rows === undefined ? [] : [(0,numbers/* counted */.h)(rows, 'row')]),
    ];
    return `✓ ${title}${measured.length === 0 ? '' : `  (${measured.join(', ')})`}${rolledBack ? ', rolled back' : ''}`;
}
function healthLines({ before, after }) {
    const now = after ?? before;
    if (now === undefined)
        return [];
    const earlier = after === undefined ? undefined : before;
    const orphans = (side) => (0,units/* total */.X5)(side.orphans, ({ rows }) => rows);
    const found = orphans(now);
    const complete = (0,reading/* wasMeasured */.su)(now, 'orphans');
    const line = (met, text, formerly) => `${met ? '✓' : '✗'} ${text}${formerly === undefined ? '' : ` (before: ${formerly})`}`;
    return [
        line(now.integrity.result === 'ok', `integrity: ${now.integrity.result}`, earlier?.integrity.result),
        line(found === 0 && complete, `rows without a parent: ${(0,numbers/* whole */.W)(found)}${complete ? '' : ', not every table could be checked'}`, earlier && (0,numbers/* whole */.W)(orphans(earlier))),
        ...now.unchecked.map(({ check, table, missing }) => line(false, `${check}${table === undefined ? '' : ` of ${table}`} not checked: ${missing}`, undefined)),
    ];
}
function requiredLines(facts) {
    const { before, after } = facts;
    const earlier = after === undefined ? [] : (before?.required ?? []);
    return ((after ?? before)?.required ?? []).map(({ table, column, nulls }) => {
        const formerly = earlier.find((entry) => entry.table === (0,reading/* formerTable */.ie)(facts, table) && entry.column === (0,reading/* columnBefore */.k5)(facts, table, column));
        const was = formerly === undefined ? '' : ` (before: ${(0,numbers/* whole */.W)(formerly.nulls)})`;
        return `${nulls === 0 ? '✓' : '✗'} ${table}.${column}: ${(0,numbers/* whole */.W)(nulls)} NULLs${was}`;
    });
}
function changeLines({ changes }) {
    if (changes === undefined)
        return [];
    const rows = changes.tables
        .filter(({ added, removed, changed }) => added + removed + changed > 0)
        .map(({ table, before, after, added, removed, changed }) => `${table}: ${(0,numbers/* whole */.W)(added)} added, ${(0,numbers/* whole */.W)(removed)} removed, ${(0,numbers/* whole */.W)(changed)} changed (${(0,numbers/* whole */.W)(before)} → ${(0,numbers/* counted */.h)(after, 'row')})`);
    return [...rows, ...(0,reading/* objectCounts */.eD)(changes.objects)];
}
function conclusion({ verdict, databases, findings, declared }) {
    const several = databases.length > 1;
    const count = several ? `, ${(0,numbers/* counted */.h)(databases.length, 'database')}: ${(0,shared_groups/* verdictCounts */.US)(databases)}` : '';
    return {
        title: 'Verdict',
        lines: [
            `${icons/* icons */.Pt[verdict]} ${verdict.toUpperCase()}${count}`,
            ...(declared === undefined ? [] : declaredLines(declared)),
            ...(0,shared_groups/* groupFindings */.kG)(findings).flatMap(({ finding, databases: own }) => findingLines(finding, several ? own : [])),
        ],
    };
}
/** What makes this check look away, by the word of the config or of a comment in SQL. */
function declaredLines(declared) {
    const { shown, others, unknown } = (0,declared_items/* shownDeclarations */.X)(declared);
    return [
        ...shown.map(({ text, source, mark }) => {
            const place = source.file === '' ? '' : ` (${(0,units/* placeText */.Z9)(source)})`;
            return `Declared: ${text}${place}${mark === '' ? '' : `, ${mark}`}`;
        }),
        ...(others === 0 ? [] : [`Declared: ${(0,numbers/* whole */.W)(others)} more`]),
        ...(unknown === '' ? [] : [`Declared: ${unknown}`]),
    ];
}
function findingLines(finding, databases) {
    const { severity, rule, message, remedy, location, samples = [], allowed } = finding;
    const where = location === undefined ? '' : ` (${(0,units/* placeText */.Z9)(location)})`;
    const reason = allowed === undefined ? '' : ` Allowed: ${allowed}`;
    const line = `${icons/* severityIcons */.iE[severity]} ${rule}${where}: ${message}${reason}`;
    const found = databases.length === 0 ? [] : [`   ${(0,shared_groups/* inDatabases */.cD)(databases)}`];
    const rows = samples.map((row) => `   · ${(0,sample_lines/* sampleText */.E)(row)}`);
    return [line, ...found, ...(severity === 'notice' ? [] : [`   → ${remedy}`]), ...rows];
}

// EXTERNAL MODULE: ./lib/host/failure.js
var host_failure = __webpack_require__("lib/host/failure.js");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/report/formats/index.js
var formats = __webpack_require__("lib/report/formats/index.js");
;// CONCATENATED MODULE: ./lib/host/publish/outputs.js

const known = [
    {
        name: 'comment-url',
        description: 'Where the comment on the pull request is; empty where there is none.',
    },
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
    ...formats/* formats */.F.map(({ file, output }) => ({ name: output, description: `Path of ${file}.` })),
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
    const paths = formats/* formats */.F.map(({ output }) => [output, pathOf(output, written)]);
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

;// CONCATENATED MODULE: ./lib/host/publish/artifacts.js

/** What goes up, decided before anything is sent. */
function planUploads(record, reports, { upload, artifactName, signal }, knownPrivate) {
    if (upload === 'never')
        return { uploads: [] };
    // A cancelled job has seconds left, and they belong to the report.
    if (signal?.aborted || wasCancelled(record)) {
        return { uploads: [], notice: 'Nothing is uploaded, because the run was cancelled.' };
    }
    const report = {
        kind: 'report',
        name: artifactName,
        files: reports.map(({ path }) => path).toSorted(),
    };
    const files = migratedDatabases(record);
    const database = `${artifactName}-database`;
    if (upload === 'report' || files.length === 0)
        return { uploads: [report] };
    if (upload === 'auto' && !knownPrivate)
        return { uploads: [report], notice: keptBack(files) };
    // A job has at most 500 artifacts, and a person reads no list of hundreds.
    if (record.databases.length === 1 || files.length > MOST_ARTIFACTS) {
        return { uploads: [report, { kind: 'database', name: database, files }] };
    }
    const each = files.map((file) => {
        return { kind: 'database', name: `${database}-${labelOf(file)}`, files: [file] };
    });
    return { uploads: [report, ...each] };
}
/** More databases than this share one artifact. */
const MOST_ARTIFACTS = 20;
/** What a database of several is called by, out of `label.migrated.db`. */
function labelOf(file) {
    return (0,external_node_path_.basename)(file).replace(/\.migrated\.[^.]*$/, '');
}
/** Whether the event's payload says that the repository is private or internal; anything else counts as public. */
function isKnownPrivate(eventPath) {
    if (!eventPath)
        return false;
    try {
        const event = JSON.parse((0,external_node_fs_.readFileSync)(eventPath, 'utf8'));
        const { private: isPrivate, visibility } = event?.repository ?? {};
        return isPrivate === true || visibility === 'private' || visibility === 'internal';
    }
    catch {
        return false;
    }
}
function wasCancelled({ databases }) {
    return databases.some(({ facts }) => facts.incidents.some(({ kind }) => kind === 'cancelled'));
}
function keptBack(files) {
    return `The migrated database is not uploaded: this repository is not known to be private, and whoever can read it could download the data. Set \`upload: all\` to upload it all the same. It is here: ${files.join(', ')}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./lib/report/shared/escape.js
var shared_escape = __webpack_require__("lib/report/shared/escape.js");
// EXTERNAL MODULE: ./lib/report/formats/markdown/markdown.js
var markdown = __webpack_require__("lib/report/formats/markdown/markdown.js");
// EXTERNAL MODULE: ./lib/report/formats/markdown/tally.js
var tally = __webpack_require__("lib/report/formats/markdown/tally.js");
;// CONCATENATED MODULE: ./lib/report/formats/comment/comment.js

/** GitHub refuses a longer one (422); the marker has to fit too. */
const LIMIT = 65_000;
/** The comment on a pull request: the first screen of the report, with what it was before where that is another verdict. */
function renderComment(record, { key, commit, former }) {
    const changed = former === undefined || former.verdict === record.verdict
        ? ''
        : `\n\nIt was ${(0,shared_escape/* code */.aY)(former.verdict)} at ${(0,shared_escape/* code */.aY)(former.commit)}.`;
    const body = `${shortEnough(record)}${changed}\n\n<sub>At ${(0,shared_escape/* code */.aY)(commit)}.</sub>`;
    return `${markerOf({ digest: digestOf(record), verdict: record.verdict, commit }, key)}\n${body}\n`;
}
/** What is left of a comment whose problem is gone. */
function renderNeutral(record, { key, commit, former }) {
    const marker = markerOf({ digest: digestOf(record), verdict: record.verdict, commit }, key);
    const text = `${icons/* icons */.Pt[record.verdict]} Migration preflight: ${record.verdict} at ${(0,shared_escape/* code */.aY)(commit)}; it was ${(0,shared_escape/* code */.aY)(former.verdict)} at ${(0,shared_escape/* code */.aY)(former.commit)}.`;
    return `${marker}\n${text}\n`;
}
/** Of all that a reader would call another result: neither times nor versions are in it. */
function digestOf({ verdict, databases, findings }) {
    const parts = [
        verdict,
        databases.map(({ headline, facts }) => [facts.path, headline]),
        findings.map(({ rule, severity, message, database, location, allowed }) => [
            ...[rule, severity, message, database, location?.file, location?.line, allowed],
        ]),
    ];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
/** Hidden in the comment: a reader does not see it, and no text of a database can hold it, since `<` is escaped. */
function markerOf({ digest, verdict, commit }, key) {
    return `<!-- sqlite-preflight ${keyText(key)} ${digest} ${verdict} ${commit} -->`;
}
/** The marker that a comment begins with, if it is one of `key`. */
function formerOf(comment, key) {
    const [, own, digest = '', verdict = '', commit = ''] = /^<!-- sqlite-preflight ([0-9a-f]+) ([0-9a-f]+) ([a-z]+) ([0-9a-f]*) -->/.exec(comment) ?? [];
    return own === keyText(key) ? { digest, verdict, commit } : undefined;
}
/** A key is whatever the user wrote: as digits it cannot end the marker. */
function keyText(key) {
    return Buffer.from(key).toString('hex') || '00';
}
function shortEnough(record) {
    for (const detail of markdown/* DETAILS */.Dl.slice(markdown/* DETAILS */.Dl.indexOf('decision'))) {
        const text = (0,markdown/* renderMarkdown */.Gc)(record, detail);
        if (Buffer.byteLength(text) <= LIMIT)
            return text.trimEnd();
    }
    const { verdict, databases, findings } = record;
    return `# ${icons/* icons */.Pt[verdict]} Migration preflight: ${(0,shared_escape/* words */.aL)(verdict)}\n\n${(0,numbers/* counted */.h)(databases.length, 'database')}; ${(0,tally/* tally */.N)(findings)}`;
}

// EXTERNAL MODULE: ./lib/host/reason.js
var host_reason = __webpack_require__("lib/host/reason.js");
;// CONCATENATED MODULE: ./lib/host/publish/pull-request-comment.js

/** Comments that are looked through; the one that is looked for is among the first of a pull request. */
const MOST_PAGES = 10;
const PAGE = 100;
const TIMEOUT_MS = 20_000;
/**
 * Keeps one comment for each key on the pull request that started the run: written, rewritten where its result is another
 * one, made neutral when the problem is gone. Best effort: what does not work comes back in a sentence.
 */
async function comment(record, wish, env) {
    if (wish.when === 'never')
        return undefined;
    const target = targetOf(wish, env);
    if (target === undefined)
        return undefined;
    if ('problem' in target)
        return target;
    try {
        return await write(record, wish, target);
    }
    catch (error) {
        return { problem: `The comment was not written: ${(0,host_reason/* reasonOf */.A)(error)}.` };
    }
}
function targetOf({ token }, env) {
    const pull = pullOf(env.GITHUB_EVENT_PATH);
    if (pull === undefined || !env.GITHUB_REPOSITORY)
        return undefined;
    if (token === undefined) {
        return {
            problem: 'The comment was not written: `comment` needs `github-token`, such as `github.token`.',
        };
    }
    const api = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/$/, '');
    return { repository: `${api}/repos/${env.GITHUB_REPOSITORY}`, ...pull, token };
}
function pullOf(path) {
    try {
        const { pull_request: pull } = JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8'));
        const sha = pull?.head?.sha;
        const commit = typeof sha === 'string' && /^[0-9a-f]{7,64}$/.test(sha) ? sha.slice(0, 7) : '';
        return Number.isSafeInteger(pull?.number) ? { pull: Number(pull?.number), commit } : undefined;
    }
    catch {
        return undefined;
    }
}
async function write(record, { key, when }, target) {
    const { commit, repository } = target;
    const known = await ownComments(key, target);
    const [first] = known;
    const former = first && formerOf(first.body ?? '', key);
    const isWanted = when === 'always' || (when === 'changes' ? isWorthReading(record) : record.verdict !== 'cleared');
    if (first === undefined || former === undefined) {
        if (!isWanted)
            return undefined;
        const made = await call(target, 'POST', `${repository}/issues/${target.pull}/comments`, {
            body: renderComment(record, { key, commit }),
        });
        return (await withoutDoubles(key, target, made)) ?? { url: made.html_url ?? '' };
    }
    if (former.digest === digestOf(record))
        return { url: first.html_url ?? '' };
    const body = isWanted
        ? renderComment(record, { key, commit, former })
        : renderNeutral(record, { key, commit, former });
    const edited = await call(target, 'PATCH', `${repository}/issues/comments/${first.id}`, { body });
    return { url: edited.html_url ?? '' };
}
/** Something is to be migrated, or to be decided. */
function isWorthReading({ verdict, databases }) {
    const changes = databases.some(({ facts }) => facts.command !== undefined || (facts.plan?.pending.length ?? 0) > 0);
    return verdict !== 'cleared' || changes;
}
/** Two runs at once may both have found none: the first one stays. */
async function withoutDoubles(key, target, made) {
    const [first] = await ownComments(key, target);
    if (first === undefined || first.id >= made.id)
        return undefined;
    await call(target, 'DELETE', `${target.repository}/issues/comments/${made.id}`);
    return { url: first.html_url ?? '' };
}
/** By whoever may write to the repository: a stranger could copy the marker into a comment of their own. */
const WRITERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
async function ownComments(key, target) {
    const found = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const address = `${target.repository}/issues/${target.pull}/comments?per_page=${PAGE}&page=${page}`;
        const comments = await call(target, 'GET', address);
        found.push(...comments.filter(({ body, user, author_association: author = '' }) => formerOf(body ?? '', key) !== undefined && (user?.type === 'Bot' || WRITERS.includes(author))));
        if (comments.length < PAGE)
            break;
    }
    return found.toSorted((left, right) => left.id - right.id);
}
async function call({ token }, method, address, body) {
    const answer = await fetch(address, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'x-github-api-version': '2022-11-28',
            'user-agent': 'sqlite-preflight',
            ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.ok)
        return (answer.status === 204 ? undefined : await answer.json());
    throw new Error(refusal(answer));
}
function refusal({ status, headers }) {
    if (status === 429 || headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')) {
        return 'GitHub asks to wait (rate limit); the next run tries again';
    }
    if (status === 401)
        return 'GitHub does not take the token (401): give `github.token` as github-token';
    if (status === 403 || status === 404) {
        return `the token may not write comments (${status}): add to the job "permissions: { contents: read, pull-requests: write }"; pull requests of forks have a token that may only read`;
    }
    return `GitHub answers ${status}`;
}

// EXTERNAL MODULE: ./lib/host/writer.js
var writer = __webpack_require__("lib/host/writer.js");
;// CONCATENATED MODULE: ./lib/host/publish/upload.js

const LIMIT_MS = 15 * 60_000;
/** How long a process with an abandoned upload may live on: time to remove the copies. */
const GRACE_MS = 3000;
/**
 * Uploads through the official client, all at once. Never rejects, and ends within its limit or when the run is
 * cancelled: a report that is on disk has nothing to wait for.
 */
async function uploadArtifacts(uploads, limits) {
    if (uploads.length === 0)
        return [];
    const { env, signal, limitMs = LIMIT_MS } = limits;
    const problem = serviceProblem(env);
    if (problem !== undefined)
        return uploads.map((upload) => ({ upload, problem }));
    const end = new EarlyEnd(limitMs, signal);
    try {
        return await Promise.all(uploads.map((upload) => attempt(upload, limits, end)));
    }
    finally {
        end.clear();
    }
}
/** Known beforehand, so that the client need neither be loaded nor say it in its own words. */
function serviceProblem(env) {
    if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL)
        return 'there is no artifact service here.';
    const server = URL.parse(env.GITHUB_SERVER_URL || 'https://github.com')?.hostname ?? '';
    if (/^github\.com$|\.ghe\.com$|\.localhost$/i.test(server))
        return undefined;
    return `the artifact client works with github.com only, and this is ${server}; a step of its own can upload them.`;
}
async function attempt(upload, limits, end) {
    try {
        const id = String(await Promise.race([send(upload, limits), end.reached]));
        const url = urlOf(limits.env, id);
        return { upload, id, ...(url !== undefined && { url }) };
    }
    catch (error) {
        return { upload, problem: explain((0,host_reason/* reasonOf */.A)(error), upload.name) };
    }
}
async function send({ name, files }, { retentionDays }) {
    // The client prints the name as it is.
    if ((0,writer/* neutralise */.$)(name) !== name)
        throw new Error('its name holds what a log must not show');
    // The client is nearly all of the bundle: it is loaded only when something is uploaded.
    const { DefaultArtifactClient } = await Promise.all(/* import() | artifact-client */[__webpack_require__.e("actions-core"), __webpack_require__.e("artifact-client")]).then(__webpack_require__.bind(__webpack_require__, "node_modules/@actions/artifact/lib/artifact.js"));
    const options = retentionDays === undefined ? {} : { retentionDays };
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, (0,external_node_path_.dirname)(files[0] ?? ''), options);
    if (id === undefined)
        throw new Error('the service gave it no id');
    return id;
}
function urlOf(env, id) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    if (!server || !repository || !run)
        return undefined;
    return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}
function explain(reason, name) {
    if (/\(409\)/.test(reason)) {
        return `this run already has an artifact named ${name}. Give each job its own \`artifact-name\`, for example with \${{ strategy.job-index }} in it.`;
    }
    return `${reason.replace(/\.$/, '')}.`;
}
/** Rejects when time is up or the run is cancelled. */
class EarlyEnd {
    reached;
    #timer;
    #signal;
    #cancel = () => { };
    constructor(limitMs, signal) {
        this.#signal = signal;
        const { promise, reject } = Promise.withResolvers();
        const abandon = (reason) => {
            reject(new Error(reason));
            // The client cannot be stopped and would keep the process up; by now everything else has been said.
            setTimeout(() => process.exit(process.exitCode ?? 3), GRACE_MS).unref();
        };
        this.#cancel = () => abandon('the run was cancelled');
        this.#timer = setTimeout(() => abandon(`it took longer than ${limitMs / 60_000} minutes`), limitMs);
        signal?.addEventListener('abort', this.#cancel, { once: true });
        this.reached = promise;
        // Nobody may be listening when it comes.
        promise.catch(() => { });
    }
    clear() {
        clearTimeout(this.#timer);
        this.#signal?.removeEventListener('abort', this.#cancel);
    }
}

;// CONCATENATED MODULE: ./lib/host/publish/write-reports.js

/** Writes every report into `folder`, all of them whole or none; or says in a sentence why not. */
function writeReports(record, folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        const drafts = formats/* formats */.F.map((format) => {
            const path = (0,external_node_path_.join)(folder, format.file);
            return { format, path, draft: `${path}.${process.pid}.tmp`, text: format.render(record) };
        });
        writeTogether(drafts);
        return drafts.map(({ format, path }) => ({ format, path }));
    }
    catch (error) {
        const reason = (0,host_reason/* reasonOf */.A)(error);
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

;// CONCATENATED MODULE: ./lib/report/formats/summary/summary.js

/**
 * GitHub drops a job summary above 1,048,576 bytes as a whole (actions/runner, FileCommandManager.cs), and users report
 * trouble at the limit itself; this stays well below.
 */
const summary_LIMIT = 1_000_000;
/**
 * The job summary in at most `maxBytes` bytes of UTF-8: whole parts of report.md are left out, and named, until it
 * fits. Below some 200 bytes nothing fits, and the shortest form comes back.
 */
function renderSummary(record, maxBytes = summary_LIMIT) {
    for (const detail of markdown/* DETAILS */.Dl) {
        const text = (0,markdown/* renderMarkdown */.Gc)(record, detail);
        if (Buffer.byteLength(text) <= maxBytes)
            return text;
    }
    return `# Migration preflight: ${record.verdict}\n\n${(0,tally/* tally */.N)(record.findings)}\n\nAll else is left out here for its size: see report.md of the report artifact.\n`;
}

;// CONCATENATED MODULE: ./lib/host/publish/write-summary.js

/** Appends the job summary. Best effort: the problem comes back, and a runner without summaries is none. */
function writeSummary(record, path) {
    if (!path)
        return {};
    try {
        (0,external_node_fs_.appendFileSync)(path, renderSummary(record));
        return {};
    }
    catch (error) {
        return { problem: (0,host_reason/* reasonOf */.A)(error) };
    }
}

;// CONCATENATED MODULE: ./lib/host/publish/in-step.js

/** GitHub keeps ten errors of a step; the last word on a run that failed is one of them. */
const ERRORS_BEFORE_THE_LAST = 9;
/** Everything that is said once the record is there. All outputs are written before the step fails. */
async function publishInStep(step, env, record, options) {
    log(step, record);
    const reports = writeReports(record, options.output);
    const { exitCode, failure } = (0,host_failure/* endingOf */.z6)(record, reports);
    annotate(step, record, failure !== undefined);
    const { problem } = writeSummary(record, env.GITHUB_STEP_SUMMARY);
    if (problem !== undefined)
        step.say('warning', `The job summary was not written: ${problem}.`);
    step.outputs(outputsOf(record, reports));
    if (!('problem' in reports))
        await upload(step, env, record, reports, options);
    await commentOn(step, env, record, options);
    if (failure !== undefined)
        step.say('error', failure);
    return exitCode;
}
/** The evidence folded, the conclusion in the open. */
function log(step, record) {
    const groups = renderLog(record);
    for (const group of groups.slice(0, -1))
        step.group(group);
    step.lines(groups.at(-1)?.lines ?? []);
}
function annotate(step, record, fails) {
    const most = fails ? { error: ERRORS_BEFORE_THE_LAST } : {};
    for (const annotation of renderAnnotations(record, most)) {
        step.say(annotation.severity, annotation.message, annotation);
    }
}
/** Best effort: a comment that is not written is a notice, and changes no verdict. */
async function commentOn(step, env, record, { comment: wish }) {
    if (wish === undefined || wish.when === 'never')
        return;
    const result = await comment(record, wish, env);
    if (result === undefined)
        return;
    if ('problem' in result)
        step.say('notice', result.problem);
    else
        step.outputs({ 'comment-url': result.url });
}
/** Best effort: what is not uploaded is a warning with the paths, and the verdict stays as it is. */
async function upload(step, env, record, reports, options) {
    const { uploads, notice } = planUploads(record, reports, options, isKnownPrivate(env.GITHUB_EVENT_PATH));
    if (notice !== undefined)
        step.say('notice', notice);
    if (uploads.length === 0)
        return;
    const results = await step.folded('Uploading', () => uploadArtifacts(uploads, { ...options, env }));
    const sent = results.flatMap((result) => ('problem' in result ? [] : [result]));
    for (const [kind, own] of Map.groupBy(sent, (result) => result.upload.kind)) {
        const lines = inLines(own, record);
        step.outputs({
            [`${kind}-artifact-id`]: linesOf(lines.map((one) => one?.id)),
            [`${kind}-artifact-url`]: linesOf(lines.map((one) => one?.url)),
        });
    }
    const failed = results.filter((result) => 'problem' in result);
    for (const [problem, same] of Map.groupBy(failed, (result) => result.problem)) {
        const kinds = [...new Set(same.map((result) => result.upload.kind))].join(' and ');
        const files = same.flatMap((result) => result.upload.files).join(', ');
        step.say('warning', `Not uploaded: ${kinds}, because ${problem} The files are: ${files}`);
    }
}
/** Artifacts with a database each stand in its line; what is shared has one line. */
function inLines(sent, { databases }) {
    if (sent.some(({ upload }) => upload.files.length > 1))
        return sent;
    return databases.map(({ facts }) => sent.find(({ upload }) => upload.files[0] === facts.migratedDatabase));
}


/***/ }),

/***/ "lib/host/reason.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf)
/* harmony export */ });
/** What was thrown, in one line. */
function reasonOf(thrown) {
    // Not `instanceof Error`: what comes out of another realm is none.
    const message = thrown?.message;
    const text = typeof message === 'string' && message !== '' ? message : String(thrown);
    return text.split(/[\r\n]/, 1)[0] ?? '';
}


/***/ }),

/***/ "lib/main.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/facts/database.js
var database = __webpack_require__("lib/facts/database.js");
// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __webpack_require__("lib/text/numbers.js");
// EXTERNAL MODULE: ./lib/text/scopes.js
var scopes = __webpack_require__("lib/text/scopes.js");
// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __webpack_require__("lib/sql/quote.js");
;// CONCATENATED MODULE: ./lib/sql/by-name.js

/**
 * Items of a list by a name of theirs, in any case of letters, in the order of the list. It is gone through once, at the
 * first question: searched for each of ten thousand tables, it would take ten thousand times as long.
 */
function byName(nameOf) {
    const grouped = once((items) => Map.groupBy(items, (item) => (0,quote/* foldName */.zN)(nameOf(item))));
    return (items, name) => items === undefined ? [] : (grouped(items).get((0,quote/* foldName */.zN)(name)) ?? []);
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

;// CONCATENATED MODULE: ./lib/judge/kit/view.js

/** What several rules ask of the facts. */
/** The plan was executed to its end, so *after* is what production would have. */
function wasRehearsed({ rehearsal, after }) {
    return rehearsal.outcome === 'done' && after !== undefined;
}
/** The side that is judged, and the other one where both count: *before* alone when nothing was rehearsed to the end. */
function judgedSides(facts) {
    const { before, after } = facts;
    if (!wasRehearsed(facts))
        return before === undefined ? {} : { now: before };
    return { ...(after && { now: after }), ...(before && { earlier: before }) };
}
/** Content that changed, judged only where the plan ran to its end; what a tool writes in its own tables is its affair. */
const tableChanges = once((facts) => {
    const tables = wasRehearsed(facts) ? (facts.changes?.tables ?? []) : [];
    return tables.filter(({ table }) => !isBookkeeping(facts, table));
});
function objectChanges(facts) {
    return wasRehearsed(facts) ? (facts.changes?.objects ?? []) : [];
}
/** It is the tool's migration history. */
function isBookkeeping({ plan, command }, table) {
    const tables = plan?.bookkeeping.tables ?? command?.bookkeeping ?? [];
    return tables.some((own) => (0,quote/* sameName */.q)(own, table));
}
const renamesFrom = byName(({ from }) => from);
const renamesTo = byName(({ to }) => to);
/** The name that a table of *before* has now. */
function nameAfter({ changes }, table) {
    return renamesFrom(changes?.renames, table).find(({ kind }) => kind === 'table')?.to ?? table;
}
/** The name that a table of *after* had. */
function nameBefore({ changes }, table) {
    return renamesTo(changes?.renames, table).find(({ kind }) => kind === 'table')?.from ?? table;
}
/** The name that a column of *after* had; `table` is its table's name in *after*. */
function columnBefore({ changes }, table, column) {
    const renames = renamesTo(changes?.renames, column);
    return renames.find((one) => one.kind === 'column' && (0,quote/* sameName */.q)(one.table, table))?.from ?? column;
}
/** Tables of a schema by their name. */
const tablesNamed = byName(({ name }) => name);
/** Statements that ran and stayed. */
function executedStatements({ rehearsal }) {
    return executed(rehearsal.statements);
}
const executed = once((statements) => statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack));
const namings = once((statements) => statements.flatMap((statement, at) => statement.names.map((named) => ({ at, statement, named }))));
const namingsOf = byName(({ named }) => named.name);
const namingsOfTable = byName(({ named }) => ('table' in named ? named.table : named.name));
/** The last statement that drops or creates the object by its name. */
function lastNaming(facts, verb, kind, name) {
    const all = namingsOf(namings(executedStatements(facts)), name);
    return all.findLast(({ named }) => named.verb === verb && named.kind === kind);
}
/** The statement that drops or creates the object by its name, the last one where there are several. */
function namedStatement(...[facts, verb, kind, name]) {
    return lastNaming(facts, verb, kind, name)?.statement;
}
/** The statement that drops the object by its name, where none makes it again afterwards. */
function droppedByName(facts, kind, name) {
    const dropped = lastNaming(facts, 'drop', kind, name);
    const created = lastNaming(facts, 'create', kind, name);
    return dropped !== undefined && dropped.at > (created?.at ?? -1) ? dropped.statement : undefined;
}
/** The statement that drops by its name an index that is gone or another one now. */
function namingIndex(facts, { change, name }) {
    return change === 'removed'
        ? droppedByName(facts, 'index', name)
        : namedStatement(facts, 'drop', 'index', name);
}
/** Renames of tables in the executed statements, by the new name. */
const tableRenamesTo = byName(({ named }) => (named.verb === 'rename-table' ? named.to : ''));
/** All names under which statements may have spoken of a table: its own, its former one, a rebuild's new table. */
function aliases(facts, table) {
    const all = namings(executedStatements(facts));
    // Until when a statement may have meant this table by the name, counted in statements.
    const known = new Map([[(0,quote/* foldName */.zN)(table), Number.POSITIVE_INFINITY]]);
    const waiting = [(0,quote/* foldName */.zN)(table)];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        const until = known.get(name) ?? 0;
        for (const { at, named } of tableRenamesTo(all, name)) {
            const former = (0,quote/* foldName */.zN)(named.name);
            if (named.verb !== 'rename-table' || at >= until || (known.get(former) ?? -1) >= at)
                continue;
            known.set(former, at);
            waiting.push(former);
        }
    }
    return [...known.keys()];
}
/** The statements that write to a table by its name with one of the verbs. */
function writingStatements(facts, table, verbs) {
    const all = namings(executedStatements(facts));
    const meant = aliases(facts, table)
        .flatMap((name) => namingsOfTable(all, name))
        .filter(({ named }) => verbs.includes(named.verb));
    const inOrder = meant.toSorted((left, right) => left.at - right.at);
    return [...new Set(inOrder.map(({ statement }) => statement))];
}
/** Where the reader should look: the only statement concerned, else the only file concerned, else nowhere. */
function placeOf(facts, statements) {
    const [only] = statements;
    if (only !== undefined && statements.length === 1)
        return { location: { file: only.file, line: only.line } };
    const files = filesOf(statements.length > 0 ? statements : executedStatements(facts));
    const [file] = files;
    return files.size === 1 && file !== undefined ? { location: { file } } : {};
}
const filesOf = once((statements) => new Set(statements.map(({ file }) => file)));
/** The rows for a finding; none measured, none shown. */
function samplesOf(samples) {
    return samples === undefined || samples.length === 0 ? {} : { samples };
}

;// CONCATENATED MODULE: ./lib/judge/kit/command-commits.js

/** After a failure too; `undefined` where nothing was compared. */
function leftByCommand(facts) {
    const { changes } = facts;
    if (changes === undefined)
        return undefined;
    const isOwn = ({ kind, name, table = '' }) => isBookkeeping(facts, table) || (kind === 'table' && isBookkeeping(facts, name));
    return {
        tables: changes.tables.filter(({ table, added, removed, changed }) => added + removed + changed > 0 && !isBookkeeping(facts, table)),
        objects: changes.objects.filter((object) => !isOwn(object)),
    };
}
/** It left the database as it was, whatever tools wrote for themselves. */
function changedNothing(facts) {
    const { command, before, after } = facts;
    if (command === undefined)
        return false;
    if (command.copy !== 'changed')
        return true;
    const left = leftByCommand(facts);
    if (left === undefined || before === undefined || after === undefined)
        return false;
    const { journalMode: _, ...header } = before.header;
    const { journalMode: __, ...now } = after.header;
    const isSame = left.tables.length + left.objects.length + command.recorded.length === 0;
    return isSame && JSON.stringify(header) === JSON.stringify(now);
}
/** Something in the database, a table of the tool's or a version, says which migrations are applied. */
function keepsAccount({ keepsAccount: known, bookkeeping }) {
    return known === true || bookkeeping.length > 0;
}
/** `at least 3 commits`. */
function commitsText({ command, rehearsal }) {
    if (rehearsal.commitsUnknown)
        return 'commits unknown';
    return `${command?.commitsAtLeast ? 'at least ' : ''}${(0,numbers/* counted */.h)(rehearsal.commits, 'commit')}`;
}
/** What differs, in numbers: `1 table added, 2 columns added; rows of 3 tables`. */
function leftText({ tables, objects }) {
    const kinds = Map.groupBy(objects, ({ kind, change }) => `${kind.replace('-', ' ')}\0${change}`);
    const made = [...kinds].map(([key, own]) => {
        const [kind = '', change = ''] = key.split('\0');
        return `${(0,numbers/* counted */.h)(own.length, kind, kind === 'index' ? 'indexes' : `${kind}s`)} ${change}`;
    });
    const names = new Set(tables.map(({ table }) => (0,quote/* foldName */.zN)(table)));
    const rows = names.size === 0 ? [] : [`rows of ${(0,numbers/* counted */.h)(names.size, 'table')}`];
    return [...made, ...rows].join(', ');
}

;// CONCATENATED MODULE: ./lib/judge/kit/words.js
/** A text of others as a whole sentence: with a full stop, unless it ends in one. */
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
/** `a, b and c`; more than `most` are counted instead of named. */
function list(items, most = 10) {
    const shown = items.slice(0, most);
    const rest = items.length - shown.length;
    if (rest > 0)
        return `${shown.join(', ')} and ${rest} more`;
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

;// CONCATENATED MODULE: ./lib/judge/kit/failures/plan-problems.js

/** What to do where a tool has marked a migration that did not end. */
const FIX_BY_HAND = "Find out what of that migration is applied, fix the database by hand, and mark it with the tool's own command";
/**
 * What the tool finds wrong of one kind, before it runs anything or when a migration's turn comes: an error where it
 * stops there or passes over something for ever. Only the latter has a name, and can be allowed.
 */
function planProblems({ plan, rehearsal }, kind) {
    const met = rehearsal.failure?.problem;
    const problems = [...(plan?.problems ?? []), ...(met === undefined ? [] : [met])];
    return problems
        .filter((problem) => problem.kind === kind)
        .map(({ sentence: said, refuses, skips, remedy, file, line }) => ({
        message: sentence(said),
        severity: refuses || skips !== undefined ? 'error' : 'notice',
        ...(skips !== undefined && { object: skips }),
        ...(remedy !== undefined && { remedy }),
        ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
    }));
}
/** Nothing is pending, and yet not every migration is applied: the tool passes some over for ever. */
function nothingWillRun(plan) {
    const skipped = plan?.problems.filter(({ kind, skips }) => kind === 'out-of-order' && skips).length ?? 0;
    if (plan?.pending.length !== 0 || skipped === 0)
        return undefined;
    return `Nothing will be run: ${(0,numbers/* counted */.h)(skipped, 'migration is', 'migrations are')} passed over.`;
}

;// CONCATENATED MODULE: ./lib/judge/advice.js

/** What to do now, from the verdict and the findings that led to it. */
function adviceOf(facts, verdict, findings) {
    if (verdict === 'failed')
        return {
            recommendation: 'Nothing was proven: do not migrate on the strength of this run.',
            nextSteps: fixes(findings),
        };
    if ((0,database/* isHealthCheck */.v)(facts))
        return healthAdvice(verdict, findings);
    const passedOver = nothingWillRun(facts.plan);
    if (passedOver !== undefined)
        return { recommendation: passedOver, nextSteps: [...fixes(findings), 'Rehearse again.'] };
    const idle = idleness(facts);
    if (idle !== undefined) {
        const { recommendation, nextSteps } = healthAdvice(verdict, findings);
        return { recommendation: `${idle} ${recommendation}`, nextSteps };
    }
    if (verdict === 'blocked') {
        return { recommendation: 'Do not migrate.', nextSteps: [...fixes(findings), 'Rehearse again.'] };
    }
    const steps = [
        `Back up the database, its WAL included: sqlite3 DATABASE ".backup 'backup.db'"`,
        `Migrate as rehearsed: ${manner(facts)}.`,
        'Verify: the report has the queries, with the results to expect.',
    ];
    if (verdict === 'warned') {
        return {
            recommendation: 'Migrate only when each warning below is meant.',
            nextSteps: [...fixes(findings), ...steps],
        };
    }
    return { recommendation: 'Proceed with the migration.', nextSteps: steps };
}
/** Why there was nothing to migrate. */
function idleness(facts) {
    if (facts.plan?.pending.length === 0)
        return 'Every migration is applied already.';
    const isIdle = facts.rehearsal.outcome === 'done' && facts.command?.copy !== 'untouched';
    return isIdle && changedNothing(facts) ? 'The command changed nothing.' : undefined;
}
function manner({ plan }) {
    if (plan === undefined)
        return 'with the same command';
    const { name, transaction, foreignKeys } = plan.profile;
    return `profile ${name}, ${scopes/* SCOPES */.i[transaction]}, foreign keys ${foreignKeys ? 'on' : 'off'}`;
}
function healthAdvice(verdict, findings) {
    if (verdict === 'cleared')
        return { recommendation: 'The database is healthy.', nextSteps: [] };
    return { recommendation: 'Fix the database before it is migrated.', nextSteps: fixes(findings) };
}
const MOST_PLACES = 3;
/** One step per remedy, the most severe first, with the places it is for. */
function fixes(findings) {
    const open = findings.filter(({ severity }) => severity !== 'notice');
    const places = new Map();
    for (const { remedy, location } of open) {
        const known = places.get(remedy) ?? [];
        const place = location && (location.line === undefined ? location.file : `${location.file}:${location.line}`);
        if (place !== undefined && !known.includes(place))
            known.push(place);
        places.set(remedy, known);
    }
    return [...places].map(([remedy, at]) => {
        const others = at.length > MOST_PLACES ? ` and ${(0,numbers/* counted */.h)(at.length - MOST_PLACES, 'more place')}` : '';
        return at.length === 0 ? remedy : `${at.slice(0, MOST_PLACES).join(', ')}${others}: ${remedy}`;
    });
}

;// CONCATENATED MODULE: ./lib/judge/kit/pending.js
/** The migrations that are pending in one of the databases, by all that an allowance may call them. */
class Pending {
    #names = new Set();
    #namesByFile = new Map();
    constructor(databases) {
        for (const { plan, command } of databases) {
            for (const { id, file } of plan?.pending ?? [])
                this.#namesByFile.set(file, new Set(namesOf(id, file)));
            for (const { ids } of command?.recorded ?? [])
                for (const id of ids)
                    this.#add(namesOf(id, id));
        }
        for (const names of this.#namesByFile.values())
            this.#add(names);
    }
    /** The allowance's migration is among them, by its id, file or number; one that names none belongs to all. */
    has(migration) {
        return migration === undefined || isNamed(migration, this.#names);
    }
    /** What is known to be done by one of them, only an allowance for that one covers, or one that names none. */
    covers({ migration }, { location }) {
        const names = location && this.#namesByFile.get(location.file);
        return migration === undefined || names === undefined || isNamed(migration, names);
    }
    #add(names) {
        for (const name of names)
            this.#names.add(name);
    }
}
/** What is declared and counts in one of the databases: an allowance of a migration that is applied does nothing. */
function declarationsFor(databases, { declared }) {
    const pending = new Pending(databases);
    return declared.items.filter(({ migration }) => pending.has(migration));
}
/** `13` and `0013` are the number of `0013_purge.sql`, and not of `00130_purge.sql`. */
function isNamed(migration, names) {
    return names.has(migration) || (/^\d+$/.test(migration) && names.has(numbered(migration)));
}
function namesOf(id, file) {
    const base = file.slice(file.lastIndexOf('/') + 1);
    const numbers = [id, base].flatMap((name) => {
        const digits = /^\d+/.exec(name)?.[0] ?? '';
        return digits === '' || /[a-z]/i.test(name[digits.length] ?? '') ? [] : [numbered(digits)];
    });
    return [id, file, base, ...numbers];
}
/** A number among names: no name begins so. */
function numbered(digits) {
    return `\0${digits.replace(/^0+(?=\d)/, '')}`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/allowance-unused.js
/** Raised in allow.ts, once the allowances have met the findings; no facts alone can tell. */
const allowance_unused_rule = {
    id: 'allowance-unused',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'An allowance matched nothing',
    why: 'What it was written for did not happen; left in place, it may hide a later loss.',
    remedy: 'Remove it, or correct its rule and subject.',
    check: () => [],
};

;// CONCATENATED MODULE: ./lib/judge/allow.js

/**
 * Turns each finding that allowances cover into a notice with their reasons. An allowance covers one rule on one
 * subject, in each database up to `max`, and through the day of `expires` (UTC); several, each of one column, cover a
 * finding of these columns. One whose migration was rehearsed
 * somewhere and that covered nothing anywhere is a warning of its own.
 */
function applyAllowances(findings, allowances, databases, now) {
    const used = new Set();
    const today = now.toISOString().slice(0, 10);
    const current = allowances.filter(({ expires }) => expires === undefined || expires >= today);
    const bySubject = Map.groupBy(current, (allowance) => keyOf(allowance.rule, subjectOf(allowance)));
    const byPath = Map.groupBy(databases, ({ path }) => path);
    const pendingIn = once((own) => new Pending(own));
    const judged = findings.map((finding) => {
        const pending = pendingIn(byPath.get(finding.database) ?? NONE);
        const near = [...new Set(subjectsOf(finding))].flatMap((name) => bySubject.get(keyOf(finding.rule, name)) ?? []);
        const fits = near.filter((allowance) => concerns(allowance, finding) &&
            pending.has(allowance.migration) &&
            pending.covers(allowance, finding));
        for (const allowance of [...fits, ...allowancesOfMoved(finding, bySubject)])
            used.add(allowance);
        return fits.length === 0 ? finding : allowed(finding, fits, byPath.get(finding.database) ?? NONE);
    });
    // A health check, or a rehearsal that did not come to its end, could not meet what is allowed.
    const rehearsed = databases.filter((facts) => wasRehearsed(facts) && facts.plan?.pending.length !== 0);
    const pending = new Pending(rehearsed);
    const idle = allowances.filter((allowance) => !used.has(allowance) && rehearsed.length > 0 && pending.has(allowance.migration));
    const sources = new Set(current.map(({ source }) => source));
    return [...judged, ...idle.map((allowance) => unusedFinding(allowance, sources, databases))];
}
/** In whose place a move stands. */
const LOSSES = ['column-dropped', 'table-dropped', 'rows-lost', 'rows-replaced'];
/** Allowances of a loss that turned out to be a move: they are not needed, and were not written for nothing. */
function allowancesOfMoved(finding, bySubject) {
    if (finding.rule !== 'moved')
        return [];
    const names = [...new Set(subjectsOf(finding))];
    return LOSSES.flatMap((rule) => names
        .flatMap((name) => bySubject.get(keyOf(rule, name)) ?? [])
        .filter((allowance) => concerns(allowance, { ...finding, rule })));
}
const NONE = [];
/** The name by which an allowance is looked up: it has one at least. */
function subjectOf({ table, object, subject, column }) {
    return table ?? object ?? subject ?? column ?? '';
}
/** The names under which an allowance of a finding may stand. */
function subjectsOf({ table, object, columns = [] }) {
    return [table, object, ...columns].flatMap((name) => (name === undefined ? [] : [(0,quote/* foldName */.zN)(name)]));
}
function keyOf(rule, name) {
    return `${rule}\0${(0,quote/* foldName */.zN)(name)}`;
}
/** A finding of several columns is allowed as a whole, or by allowances that together name all of them. */
function allowed(finding, fits, databases) {
    const { columns = [], count = 1 } = finding;
    const whole = fits.filter(({ column }) => column === undefined || columns.length === 1);
    const enough = whole.find(({ max = count }) => count <= max);
    if (enough !== undefined)
        return { ...finding, severity: 'notice', allowed: enough.reason };
    const each = columns.map((name) => {
        const values = valuesOf(finding, name, databases);
        return fits.find(({ column = '', max = values }) => (0,quote/* sameName */.q)(column, name) && values <= max);
    });
    if (each.length > 0 && each.every((one) => one !== undefined)) {
        const reasons = new Set(each.map(({ reason }) => reason));
        return { ...finding, severity: 'notice', allowed: [...reasons].join('; ') };
    }
    return { ...finding, message: `${finding.message} ${limitOf(finding, whole, fits)}` };
}
/** What is allowed, where that is not all. */
function limitOf({ columns = [] }, whole, fits) {
    if (whole.length > 0)
        return `Allowed are at most ${(0,numbers/* whole */.W)(Math.max(...whole.map(({ max = 0 }) => max)))}.`;
    const named = columns.filter((name) => fits.some(({ column = '' }) => (0,quote/* sameName */.q)(column, name)));
    const limits = fits.flatMap(({ column = '', max }) => max === undefined ? [] : [` (${column}: at most ${(0,numbers/* whole */.W)(max)})`]);
    return `Allowed is that of ${list(named)} alone${limits.join('')}.`;
}
/** The values of one column in a finding of several; of a finding that counts no values, all that it counts. */
function valuesOf({ rule, table, count = 1 }, column, databases) {
    const kind = COUNTS[rule];
    if (kind === undefined)
        return count;
    const changes = databases.flatMap(({ changes: own }) => own?.tables ?? []);
    const counts = changes
        .filter((change) => change.table === table)
        .flatMap(({ columns }) => columns.filter((one) => one.column === column).map((one) => one[kind] ?? 0));
    return counts.length === 0 ? count : Math.max(...counts);
}
/** By rule: what it counts of a column. */
const COUNTS = {
    'values-changed': 'changed',
    'values-cleared': 'nulled',
    'values-retyped': 'retyped',
    'json-broken': 'jsonBroken',
    'json-stringified': 'jsonStringified',
};
/** The allowance speaks of the finding, or of one of its columns. */
function concerns({ rule, table, column, object, subject }, finding) {
    const { table: owner = '', object: own = '', columns = [] } = finding;
    if (rule !== finding.rule)
        return false;
    if (table !== undefined && !(0,quote/* sameName */.q)(table, owner))
        return false;
    if (object !== undefined && !(0,quote/* sameName */.q)(object, own))
        return false;
    if (subject !== undefined && !(0,quote/* sameName */.q)(subject, owner) && !(0,quote/* sameName */.q)(subject, own))
        return false;
    return column === undefined || columns.some((name) => (0,quote/* sameName */.q)(name, column));
}
function unusedFinding({ rule, table, column, object, subject, expires, source }, current, databases) {
    const named = [table, column, object, subject].filter((part) => part !== undefined).join('.');
    const expired = expires !== undefined && !current.has(source);
    const [only] = databases;
    return {
        rule: allowance_unused_rule.id,
        severity: allowance_unused_rule.severity,
        kind: allowance_unused_rule.kind,
        about: allowance_unused_rule.about,
        title: allowance_unused_rule.title,
        message: `The allowance of ${rule} for ${named} ${expired ? `expired on ${expires}` : 'matched no finding'}.`,
        remedy: expired ? 'Remove it, or give it a new date.' : allowance_unused_rule.remedy,
        // No one database of several is to blame.
        database: databases.length === 1 ? (only?.path ?? '') : '',
        ...(table !== undefined && { table }),
        location: source,
    };
}

;// CONCATENATED MODULE: ./lib/judge/checks/known-names.js

/**
 * Whether a name of the settings means anything: it is there before or after the migration, or a statement of the plan
 * makes it. While that is not certain it counts as known: a migration that failed may just not have come to it.
 */
function isKnownTable(facts, table) {
    if (!wasMeasuredWhole(facts) || tablesOfBoth(facts, table).length > 0)
        return true;
    return made(facts.rehearsal.statements).has((0,quote/* foldName */.zN)(table));
}
/** The same of a column; one of an unknown table is unknown. */
function isKnownColumn(facts, table, column) {
    if (!wasMeasuredWhole(facts))
        return true;
    if (!isKnownTable(facts, table))
        return false;
    const tables = tablesOfBoth(facts, table);
    // What columns a table had that came and went, or whose module is missing, nobody has seen.
    if (tables.length === 0 || tables.some(({ columns }) => columns.length === 0))
        return true;
    if (tables.some(({ columns }) => columns.some(({ name }) => (0,quote/* sameName */.q)(name, column))))
        return true;
    return made(facts.rehearsal.statements).has(known_names_keyOf(table, column));
}
/** Every side that the run has was seen: a name that is on none of them is nowhere. */
function wasMeasuredWhole(facts) {
    return facts.before !== undefined && ((0,database/* isHealthCheck */.v)(facts) || wasRehearsed(facts));
}
function tablesOfBoth({ before, after }, table) {
    return [before, after].flatMap((side) => tablesNamed(side?.schema.tables, table));
}
/** Every name of a table or column that a statement makes, whether it ran or not. */
const made = once((statements) => {
    const names = new Set();
    for (const named of statements.flatMap((statement) => statement.names)) {
        if (named.verb === 'create' && named.kind === 'table')
            names.add((0,quote/* foldName */.zN)(named.name));
        if (named.verb === 'rename-table')
            names.add((0,quote/* foldName */.zN)(named.to));
        if (named.verb === 'add-column')
            names.add(known_names_keyOf(named.table, named.name));
        if (named.verb === 'rename-column')
            names.add(known_names_keyOf(named.table, named.to));
    }
    return names;
});
/** No name holds a NUL. */
function known_names_keyOf(table, column) {
    return `${(0,quote/* foldName */.zN)(table)}\0${(0,quote/* foldName */.zN)(column)}`;
}

;// CONCATENATED MODULE: ./lib/judge/checks/like.js
/**
 * SQLite's LIKE for names: `%` any text, `_` any character, case ignored in ASCII only. The work is at most the pattern's
 * length times the name's, whatever signs there are.
 */
function likePattern(pattern) {
    const signs = likeText(pattern);
    return (name) => matches(signs, name);
}
/** A name as patterns meet it: its characters, folded. */
function likeText(name) {
    return [...name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())];
}
function matches(signs, text) {
    let [at, sign] = [0, 0];
    // Only the last `%` is ever gone back to: what an earlier one took is settled by then.
    let any;
    while (at < text.length) {
        const current = signs[sign];
        if (current === '%') {
            any = { at, sign };
            sign += 1;
        }
        else if (current === '_' || current === text[at]) {
            at += 1;
            sign += 1;
        }
        else if (any !== undefined) {
            any.at += 1;
            at = any.at;
            sign = any.sign + 1;
        }
        else
            return false;
    }
    return signs.slice(sign).every((left) => left === '%');
}

;// CONCATENATED MODULE: ./lib/judge/checks/expectations.js

/**
 * Holds `expect` against *after*. It says what a migration must lead to: where none ran to its end, as in a health check,
 * there is nothing to hold it against. A table that never existed is a mistake of the settings, unless it is to be made.
 */
function evaluateExpectations(facts, expect) {
    if (!wasRehearsed(facts))
        return [];
    const { now, earlier } = judgedSides(facts);
    if (now === undefined)
        return [];
    const known = ({ table }) => isKnownTable(facts, table);
    return [
        ...expect.tables.map((table) => tableExists(now, table)),
        ...expect.columns.filter(known).map(({ table, column }) => columnExists(now, table, column)),
        ...expect.indexes.map(({ pattern, count: wanted }) => indexCount(now, pattern, wanted)),
        ...expect.rows.filter(known).flatMap(({ table, count: wanted }) => rowCount(now, earlier, table, wanted)),
    ];
}
function tableExists({ schema }, table) {
    const met = tablesNamed(schema.tables, table).length > 0;
    return { text: `table ${table} exists`, met, found: met ? 'it exists' : 'no such table', table };
}
function columnExists({ schema }, table, column) {
    const [owner] = tablesNamed(schema.tables, table);
    const met = owner?.columns.some(({ name }) => (0,quote/* sameName */.q)(name, column)) ?? false;
    const found = met ? 'it exists' : owner === undefined ? 'no such table' : 'no such column';
    return { text: `column ${table}.${column} exists`, met, found, table, columns: [column] };
}
const countsOf = byName(({ table }) => table);
const indexesNamed = byName(({ name }) => name);
const namesIn = once((indexes) => indexes.map(({ name }) => likeText(name)));
/** A name without signs of LIKE needs no look at every index. */
function indexesLike(indexes, pattern) {
    if (!/[%_]/.test(pattern))
        return indexesNamed(indexes, pattern).length;
    return namesIn(indexes).filter(likePattern(pattern)).length;
}
function indexCount({ schema }, pattern, wanted) {
    const found = indexesLike(schema.indexes, pattern);
    const isName = !/[%]/.test(pattern) && wanted.operator === '>=' && wanted.value === 1;
    const text = isName ? `index ${pattern} exists` : `${spell(wanted)} indexes named ${pattern}`;
    return { text, met: holds(found, wanted), found: (0,numbers/* counted */.h)(found, 'index', 'indexes'), object: pattern };
}
function rowCount(now, earlier, table, wanted) {
    const rows = countsOf(now.tables, table)[0]?.rows;
    const former = countsOf(earlier?.tables, table)[0]?.rows;
    // How many there were was not measured.
    if (wanted === 'unchanged' && earlier === undefined)
        return [];
    const text = wanted === 'unchanged'
        ? `row count of ${table} unchanged (${former ?? 'no table'})`
        : `${spell(wanted)} rows in ${table}`;
    const met = rows !== undefined && (wanted === 'unchanged' ? rows === former : holds(rows, wanted));
    return [{ text, met, found: rows === undefined ? 'no such table' : (0,numbers/* counted */.h)(rows, 'row'), table }];
}
function holds(found, { operator, value }) {
    switch (operator) {
        case '>=':
            return found >= value;
        case '<=':
            return found <= value;
        case '>':
            return found > value;
        case '<':
            return found < value;
        case '=':
            return found === value;
    }
}
function spell({ operator, value }) {
    const words = { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'fewer than', '=': 'exactly' };
    return `${words[operator]} ${(0,numbers/* whole */.W)(value)}`;
}

;// CONCATENATED MODULE: ./lib/judge/checks/lost-references.js

/**
 * Foreign keys of `checks.references` that could be checked before the migration and cannot be after it, because a
 * table or column went or has another name. One that never existed is a mistake of the settings.
 */
function lostReferences(facts, references) {
    const { now } = judgedSides(facts);
    if (now === undefined || !wasRehearsed(facts))
        return [];
    return references.flatMap((key) => {
        const missing = missingEnds(now, key);
        if (missing.length === 0 || !isKnown(facts, key))
            return [];
        const { table, columns, parent, parentColumns } = key;
        const text = `the reference ${table}(${list(columns)}) -> ${parent}(${list(parentColumns)}) can be checked`;
        return [{ text, met: false, found: `no ${list(missing)}`, table, columns }];
    });
}
/** The tables and columns of a key that a side lacks. */
function missingEnds(side, { table, columns, parent, parentColumns }) {
    return [...missingNames(side, table, columns), ...missingNames(side, parent, parentColumns)];
}
function missingNames({ schema }, table, columns) {
    const [owner] = tablesNamed(schema.tables, table);
    if (owner === undefined)
        return [`table ${table}`];
    const missing = columns.filter((column) => !owner.columns.some(({ name }) => (0,quote/* sameName */.q)(name, column)));
    return missing.map((column) => `column ${table}.${column}`);
}
function isKnown(facts, { table, columns, parent, parentColumns }) {
    return (isKnownTable(facts, table) &&
        isKnownTable(facts, parent) &&
        columns.every((column) => isKnownColumn(facts, table, column)) &&
        parentColumns.every((column) => isKnownColumn(facts, parent, column)));
}

;// CONCATENATED MODULE: ./lib/judge/checks/query-results.js

/**
 * Holds each of `checks.queries` against *after*, or in a health check against *before*: it must return no row. One
 * that could not be right on any side is a mistake of the settings and is left out here.
 */
function evaluateQueries(facts) {
    if (!wasMeasuredWhole(facts))
        return [];
    const queries = judgedSides(facts).now?.queries ?? [];
    return queries.filter((query) => wrongQuery(facts, query.id) === undefined).map(evaluated);
}
function evaluated({ id, sql, rows = 0, failure }) {
    const found = failure === undefined ? (0,numbers/* counted */.h)(rows, 'row') : `it fails: ${failure.message}`;
    return {
        text: `no row from query ${id}`,
        met: failure === undefined && rows === 0,
        found,
        object: id,
        ...(failure === undefined && { count: rows }),
        query: sql,
    };
}
/** What is wrong with a query, whatever the migration did: it is no SELECT, or compiles neither before nor after. */
function wrongQuery(facts, id) {
    const sides = [facts.before, facts.after].flatMap((side) => side?.queries.find((query) => query.id === id) ?? []);
    const never = wasMeasuredWhole(facts) && sides.every(({ failure }) => failure?.while === 'compiling');
    const wrong = never ? sides.at(-1) : sides.find(({ failure }) => failure?.while === 'parsing');
    return wrong?.failure;
}

;// CONCATENATED MODULE: ./lib/judge/checks/evaluate.js

/** All that the settings say must be true, held against what was measured. */
function evaluateRequirements(facts, { checks, expect }) {
    return [
        ...evaluateExpectations(facts, expect),
        ...lostReferences(facts, checks.references),
        ...evaluateQueries(facts),
    ];
}

;// CONCATENATED MODULE: ./lib/judge/checks/failed-statements.js

/** The application's statements that do not prepare now; after a migration that failed, none is judged. */
function failedStatements(facts) {
    if (!wasMeasuredWhole(facts))
        return [];
    const { now, earlier } = judgedSides(facts);
    return (now?.statements.failed ?? []).map((statement) => {
        const before = earlier?.statements.failed.find(({ file, offset }) => file === statement.file && offset === statement.offset);
        const broken = earlier !== undefined && before === undefined;
        return { ...statement, broken, ...(before && { earlier: before.message }) };
    });
}

;// CONCATENATED MODULE: ./lib/judge/rules/account-unread.js

const rule = {
    id: 'account-unread',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'What is applied already may stand in the database',
    why: 'What the snapshot says of applied migrations was not recognised, or does not fit the files: migrations may have been rehearsed that production has already, or others left out.',
    remedy: 'Say how to read it, as in `layout: { name: plain, table: schema_migrations, column: version }` or `layout: user-version`; or `layout: plain`, where all files are new.',
    check: (facts) => planProblems(facts, 'unread').map((finding) => ({ ...finding, severity: 'warning' })),
};

;// CONCATENATED MODULE: ./lib/judge/kit/places/causes.js

/** What a replay found of who did it, and the names of statements where it found nothing. */
/** The statements with which rows or values of a table began to differ, in order. */
function contentStatements({ changes, rehearsal }, table, isMeant) {
    const causes = causesIn(changes?.causes, table).filter((cause) => 'what' in cause && cause.table === table && isMeant(cause));
    const statements = new Set(causes.map(({ statement }) => statement).toSorted((left, right) => left - right));
    return [...statements].flatMap((statement) => rehearsal.statements[statement] ?? []);
}
/** Where rows or values began to differ first; where no replay found it, what `named` tells. */
function placeOfContent(facts, table, isMeant, named) {
    const [first] = contentStatements(facts, table, isMeant);
    return placeOf(facts, first === undefined ? named : [first]);
}
/** Where an object went or became another one; where no replay found it, what `named` tells. */
function placeOfObject(facts, object, named) {
    const { causes } = facts.changes ?? {};
    const cause = causes && causesOfObjects(causes).get(identity(object));
    const statement = cause && facts.rehearsal.statements[cause.statement];
    return placeOf(facts, statement === undefined ? named : [statement]);
}
const causesIn = byName(({ table = '' }) => table);
const causesOfObjects = once((causes) => new Map(causes.flatMap((cause) => ('kind' in cause ? [[identity(cause), cause]] : [])).toReversed()));
function identity({ kind, name, table, columns, detail }) {
    return JSON.stringify([kind, name, table, columns, detail]);
}

;// CONCATENATED MODULE: ./lib/judge/kit/places/places.js

/** Where a foreign key began to be none that SQLite can enforce: its parent went, or it came. */
function placeOfMismatch(facts, { table, columns, parent, parentColumns }) {
    const executed = executedStatements(facts);
    const isGone = (named) => (named.verb === 'drop' && named.kind === 'table' && (0,quote/* sameName */.q)(named.name, parent)) ||
        (named.verb === 'rename-table' && (0,quote/* sameName */.q)(named.name, parent));
    const gone = executed.findLastIndex(({ names }) => names.some(isGone));
    const maker = wasKeyOf(facts, table, columns) ? undefined : madeBy(facts, table, columns);
    const made = maker === undefined ? -1 : executed.indexOf(maker);
    const at = Math.max(gone, made);
    const [statement] = at === -1 ? [] : [executed[at]];
    if (statement !== undefined && (gone !== -1 || !changesParent(facts, parent, parentColumns)))
        return placeOf(facts, [statement]);
    const lost = changesParent(facts, parent, parentColumns);
    const named = statementsNaming(facts, parent, (one) => one.verb === 'create' && one.kind === 'table');
    return lost === undefined ? placeOf(facts, named) : placeOfObject(facts, lost, named);
}
/** The table had a foreign key on these columns before. */
function wasKeyOf(facts, table, columns) {
    const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
    return former?.foreignKeys.some((key) => (0,quote/* sameNames */.Fk)(key.columns, columns)) ?? false;
}
/** The statement that made the child, or the column that holds the key. */
function madeBy(facts, table, columns) {
    const made = statementsNaming(facts, table, (named) => (named.verb === 'create' && named.kind === 'table') ||
        (named.verb === 'add-column' && columns.some((column) => (0,quote/* sameName */.q)(column, named.name))));
    return made.at(-1);
}
/** What the parent lost of the columns, or of what made them unique. */
function changesParent(facts, parent, columns) {
    return objectChanges(facts).find(({ kind, name, table = '', columns: own = [], change }) => {
        if (!['column', 'constraint', 'index'].includes(kind) || !(0,quote/* sameName */.q)(table, parent))
            return false;
        const concerned = kind === 'column' ? [name] : own;
        // Of an index the columns are not always known.
        const isConcerned = (kind === 'index' && own.length === 0) || concerned.some(isKey);
        return isConcerned && (change === 'removed' || change === 'changed');
    });
    function isKey(column) {
        return columns.some((one) => (0,quote/* sameName */.q)(one, column));
    }
}
/** Where the number of an AUTOINCREMENT table went: with the table that had it, or by a write to the numbers. */
function placeOfSequence(facts, former) {
    const writes = writingStatements(facts, 'sqlite_sequence', ['update', 'delete', 'upsert', 'insert']);
    const executed = executedStatements(facts);
    const drop = dropOf(executed, former);
    const later = drop === undefined ? writes : writes.filter((one) => executed.indexOf(one) > executed.indexOf(drop));
    const taking = later.findLast(({ names }) => names.some(({ verb }) => verb !== 'insert')) ?? drop;
    return placeOf(facts, taking === undefined ? writes : [taking]);
}
/** The statement that dropped a table of *before*, which may have set it aside under another name first. */
function dropOf(executed, former) {
    let name = former;
    for (const statement of executed) {
        for (const named of statement.names) {
            if (named.verb === 'rename-table' && (0,quote/* sameName */.q)(named.name, name))
                name = named.to;
            if (named.verb === 'drop' && named.kind === 'table' && (0,quote/* sameName */.q)(named.name, name))
                return statement;
        }
    }
    return undefined;
}
/** The statement that gave the name; where a copy has it, the one that made the copy. */
function placeOfRename(facts, { kind, table, from, to }) {
    const executed = executedStatements(facts);
    const last = (isMeant) => executed.findLast(({ names }) => names.some(isMeant));
    const statement = kind === 'table'
        ? (last((named) => named.verb === 'rename-table' && (0,quote/* sameName */.q)(named.to, to)) ??
            last((named) => named.verb === 'create' && named.kind === 'table' && (0,quote/* sameName */.q)(named.name, to)))
        : (statementsNaming(facts, table, (named) => named.verb === 'rename-column' && (0,quote/* sameName */.q)(named.to, to)).at(-1) ??
            statementsNaming(facts, table, (named) => (named.verb === 'add-column' && (0,quote/* sameName */.q)(named.name, to)) ||
                (named.verb === 'create' && (named.columns ?? []).some((name) => (0,quote/* sameName */.q)(name, to))) ||
                (named.verb === 'drop-column' && (0,quote/* sameName */.q)(named.name, from)))[0]);
    return placeOf(facts, statement === undefined ? [] : [statement]);
}
/** The last statement that gave values to the column; where none lists it, as before. */
function placeOfBackfill(facts, table, column) {
    const statements = writingStatements(facts, table, ['update', 'insert', 'upsert']);
    const filling = statements.filter(({ names, rows }) => rows !== 0 &&
        names.some((named) => 'fills' in named && (named.fills ?? []).some((name) => (0,quote/* sameName */.q)(name, column))));
    const last = filling.findLast(({ names }) => names.some(({ verb }) => verb === 'update')) ?? filling.at(-1);
    return placeOf(facts, last === undefined ? statements : [last]);
}
/** Where the way back goes wrong: the step of a down migration that names the table, else where the first of them begins. */
function placeOfRollback({ plan }, names) {
    const steps = (plan?.rollback ?? []).flatMap((step) => (step.do === 'exec' ? [step] : []));
    const isMeant = (named) => names.some((name) => (0,quote/* sameName */.q)(name, 'table' in named ? named.table : named.name) || (0,quote/* sameName */.q)(name, named.name));
    const step = steps.find((one) => one.names.some(isMeant)) ?? steps[0];
    return step === undefined ? {} : { location: { file: step.file, line: step.line } };
}
/** Statements that name the table, under whatever name it had then. */
function statementsNaming(facts, table, isMeant) {
    const verbs = ['create', 'drop', 'add-column', 'drop-column', 'rename-column'];
    return writingStatements(facts, table, verbs).filter(({ names }) => names.some(isMeant));
}

;// CONCATENATED MODULE: ./lib/judge/kit/selects.js

/**
 * The SELECTs that list the rows which a finding is about, for the reader to run in the migrated database. What is gone
 * is read from the snapshot, attached as `before`. Values compare as in the comparison: storage class, then bytes.
 * Column names stand with their table: alone in double quotes, SQLite may take one that does not exist for a text
 * (sqlite.org/quirks.html section 8).
 */
/** A finding may concern 2,000 columns. So many are shown on both sides, and so many decide which rows are listed. */
const MOST_SHOWN = 10;
const MOST_COMPARED = 100;
/** Rows of *before* that are gone: without their key, or in a table without a key without an equal row. */
function selectRemoved(facts, change) {
    const { table, pairedBy } = change;
    if (pairedBy === undefined)
        return selectUnequal(facts, table);
    const former = `before.${(0,quote/* quoteName */.AB)(nameBefore(facts, table))}`;
    return `SELECT b.* FROM ${former} AS b WHERE ${conditionOfRemoved(facts, { table, pairedBy })};`;
}
/** The condition on a row of *before*, as `b`, that it is gone; of a table with a key. */
function conditionOfRemoved(facts, { table, pairedBy = [] }) {
    const key = keyCondition(facts, table, pairedBy);
    return `NOT EXISTS (SELECT 1 FROM main.${(0,quote/* quoteName */.AB)(table)} AS a WHERE ${key})`;
}
/** Rows of which a value of one of the columns is now NULL, of another storage class, another one, or broken JSON. */
function selectDiffering(facts, { table, pairedBy }, kind, columns) {
    const key = pairedBy ?? sharedKey(facts, table);
    if (key.length === 0)
        return selectUnequal(facts, table);
    const names = columns
        .slice(0, MOST_COMPARED)
        .map((column) => ({ before: columnBefore(facts, table, column), after: column }));
    const differences = names.map(({ before, after }) => CONDITIONS[kind](`a.${(0,quote/* quoteName */.AB)(after)}`, `b.${(0,quote/* quoteName */.AB)(before)}`));
    const where = differences.length > 1 ? differences.map((one) => `(${one})`) : differences;
    const shown = names
        .slice(0, MOST_SHOWN)
        .flatMap(({ before, after }) => [
        `b.${(0,quote/* quoteName */.AB)(before)} AS ${(0,quote/* quoteName */.AB)(`${after} before`)}`,
        `a.${(0,quote/* quoteName */.AB)(after)} AS ${(0,quote/* quoteName */.AB)(`${after} after`)}`,
    ]);
    const former = (0,quote/* quoteName */.AB)(nameBefore(facts, table));
    return `SELECT ${[...key.map((column) => `b.${(0,quote/* quoteName */.AB)(column)}`), ...shown].join(', ')}
FROM main.${(0,quote/* quoteName */.AB)(table)} AS a JOIN before.${former} AS b ON ${keyCondition(facts, table, key)}
WHERE ${where.join(' OR ')};`;
}
const CONDITIONS = {
    nulled: (now, then) => `${now} IS NULL AND ${then} IS NOT NULL`,
    retyped: (now, then) => `typeof(${now}) <> typeof(${then}) AND ${now} IS NOT NULL AND ${then} IS NOT NULL`,
    changed: (now, then) => `typeof(${now}) = typeof(${then}) AND ${now} COLLATE BINARY IS NOT ${then}`,
    // As the comparison counts it; json_type() would throw on what never was JSON.
    jsonBroken: (now, then) => `typeof(${now}) = 'text' AND NOT json_valid(${now}) AND ${isJsonContainer(then)}`,
    jsonStringified: (now, then) => `${isJsonContainer(then)} AND CASE WHEN typeof(${now}) = 'text' AND json_valid(${now}) AND ${first(now)} = '"' THEN ${isJsonContainer(`json_extract(${now}, '$')`)} ELSE 0 END`,
};
function isJsonContainer(value) {
    return `typeof(${value}) = 'text' AND json_valid(${value}) AND ${first(value)} IN ('{', '[')`;
}
/** The first character of a JSON text. */
function first(value) {
    return `substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1)`;
}
/** All rows of a table that is gone. */
function selectDropped(table) {
    return `SELECT * FROM before.${(0,quote/* quoteName */.AB)(table)};`;
}
/** The values of a column that is gone. */
function selectDroppedColumn(facts, { name, table = '' }) {
    const former = nameBefore(facts, table);
    const key = tableOf(facts, 'before', former)?.primaryKey ?? [];
    const shown = [...key.filter((column) => !(0,quote/* sameName */.q)(column, name)), name];
    return `SELECT ${shown.map((column) => `b.${(0,quote/* quoteName */.AB)(column)}`).join(', ')} FROM before.${(0,quote/* quoteName */.AB)(former)} AS b WHERE b.${(0,quote/* quoteName */.AB)(name)} IS NOT NULL;`;
}
/** Rows whose key has a value in every column and no parent; `side`: where they are read, in *after* or a lone database. */
function selectOrphans({ table, columns, parent, parentColumns }, side = '') {
    const match = columns.map(
    // The plus lets the parent's affinity decide, as when SQLite enforces the key.
    (column, at) => `p.${(0,quote/* quoteName */.AB)(parentColumns[at] ?? '')} = +c.${(0,quote/* quoteName */.AB)(column)}`);
    const parents = `SELECT 1 FROM ${side}${(0,quote/* quoteName */.AB)(parent)} AS p WHERE ${match.join(' AND ')}`;
    return `SELECT c.* FROM ${side}${(0,quote/* quoteName */.AB)(table)} AS c WHERE ${hasKey(columns)} AND NOT EXISTS (${parents});`;
}
/** Rows that refer to something: their key has a value in every column. */
function selectReferring({ table, columns }) {
    return `SELECT c.* FROM ${(0,quote/* quoteName */.AB)(table)} AS c WHERE ${hasKey(columns)};`;
}
function hasKey(columns) {
    return columns.map((column) => `c.${(0,quote/* quoteName */.AB)(column)} IS NOT NULL`).join(' AND ');
}
/** Rows without a value, but for those that had none in one of the columns of each list of `sources`. */
function selectNulls(table, column, sources = []) {
    const owner = (0,quote/* quoteName */.AB)(table);
    const demanded = sources.map((names) => names.map((name) => `ifnull(${owner}.${(0,quote/* quoteName */.AB)(name)}, '') IS NOT ''`).join(' AND '));
    const where = demanded.length === 0 ? '' : ` AND (${demanded.join(' OR ')})`;
    return `SELECT * FROM ${owner} WHERE ${owner}.${(0,quote/* quoteName */.AB)(column)} IS NULL${where};`;
}
/**
 * Rows that were added and equal another one in `columns`: each but the first where no older row is equal. Without a key
 * nothing tells which were added: each beyond the first, and beyond those of *before*.
 */
function selectSurplus(facts, { table, pairedBy }, { columns, otherKeys }) {
    if (pairedBy !== undefined && !otherKeys)
        return selectAddedTwins(facts, { table, pairedBy }, columns);
    const shared = sharedColumns(facts, table).filter(({ after }) => columns.some((name) => (0,quote/* sameName */.q)(name, after)));
    if (shared.length === 0)
        return undefined;
    const after = sideOf(facts, table, 'a', shared);
    const first = `SELECT ${[...after.values, after.classes, '1'].join(', ')} FROM ${after.from}`;
    return [selects_numbered(after), selects_numbered(sideOf(facts, table, 'b', shared)), `${first};`].join('\nEXCEPT\n');
}
function selectAddedTwins(facts, { table, pairedBy = [] }, columns) {
    const former = `before.${(0,quote/* quoteName */.AB)(nameBefore(facts, table))}`;
    const values = columns.map((column) => `a.${(0,quote/* quoteName */.AB)(column)} COLLATE BINARY`);
    const classes = values.map((value) => `typeof(${value})`).join(` || ' ' || `);
    const isNew = `NOT EXISTS (SELECT 1 FROM ${former} AS b WHERE ${keyCondition(facts, table, pairedBy)})`;
    const [fresh, copy] = ['is new', 'copy'].map((name) => (0,quote/* quoteName */.AB)(unlike(name, tableOf(facts, 'after', table))));
    return `SELECT * FROM (
  SELECT a.*, ${isNew} AS ${fresh},
    row_number() OVER (PARTITION BY ${[...values, classes].join(', ')} ORDER BY ${isNew}) AS ${copy}
  FROM main.${(0,quote/* quoteName */.AB)(table)} AS a)
WHERE ${fresh} AND ${copy} > 1;`;
}
/** A name that no column of the table has: of two that are called alike, SQLite takes the first. */
function unlike(name, table) {
    return table?.columns.some((column) => (0,quote/* sameName */.q)(column.name, name)) ? unlike(`${name} `, table) : name;
}
/** Rows of *before* without an equal row in *after*, the n-th of several equal ones without an n-th. */
function selectUnequal(facts, table) {
    const columns = sharedColumns(facts, table);
    if (columns.length === 0)
        return undefined;
    const side = (alias) => selects_numbered(sideOf(facts, table, alias, columns));
    return `${side('b')}\nEXCEPT\n${side('a')};`;
}
function sideOf(facts, table, alias, columns) {
    const owner = alias === 'b' ? `before.${(0,quote/* quoteName */.AB)(nameBefore(facts, table))}` : `main.${(0,quote/* quoteName */.AB)(table)}`;
    const names = columns.map(({ before, after }) => (0,quote/* quoteName */.AB)(alias === 'b' ? before : after));
    const values = names.map((name) => `${alias}.${name} COLLATE BINARY`);
    const classes = values.map((value) => `typeof(${value})`).join(` || ' ' || `);
    return { from: `${owner} AS ${alias}`, names, values, classes };
}
/** Every row, and which of several equal ones it is. */
function selects_numbered({ from, names, values, classes }) {
    const named = values.map((value, at) => `${value} AS ${names[at]}`);
    const copy = `row_number() OVER (PARTITION BY ${[...values, classes].join(', ')})`;
    return `SELECT ${[...named, `${classes} AS "storage classes"`, `${copy} AS "copy"`].join(', ')} FROM ${from}`;
}
function keyCondition(facts, table, key) {
    const columns = sharedColumns(facts, table);
    const conditions = key.map((before) => {
        const after = columns.find((column) => (0,quote/* sameName */.q)(column.before, before))?.after ?? before;
        const [now, then] = [`a.${(0,quote/* quoteName */.AB)(after)}`, `b.${(0,quote/* quoteName */.AB)(before)}`];
        // The rowid is an integer, always.
        if (isRowid(facts, 'after', table, after) && isRowid(facts, 'before', nameBefore(facts, table), before))
            return `${now} = ${then}`;
        const value = asBefore(now, typeOf(facts, 'after', table, after), typeOf(facts, 'before', nameBefore(facts, table), before));
        return `typeof(${value}) = typeof(${then}) AND ${value} COLLATE BINARY IS ${then}`;
    });
    return conditions.join(' AND ');
}
function typeOf(facts, side, table, column) {
    return tableOf(facts, side, table)?.columns.find(({ name }) => (0,quote/* sameName */.q)(name, column))?.type ?? '';
}
/** A key as *before* holds it, where it changed between number and text: 7 and '7' are the same key. */
function asBefore(value, now, then) {
    const [isNumber, wasNumber] = [now, then].map((type) => /int/i.test(type));
    const [isText, wasText] = [now, then].map((type) => /char|clob|text/i.test(type) && !/int/i.test(type));
    if (isText && wasNumber)
        return `CASE WHEN CAST(CAST(${value} AS INTEGER) AS TEXT) = ${value} COLLATE BINARY THEN CAST(${value} AS INTEGER) ELSE ${value} END`;
    if (isNumber && wasText)
        return `CASE typeof(${value}) WHEN 'integer' THEN CAST(${value} AS TEXT) ELSE ${value} END`;
    return value;
}
/** The primary key of *before* where all of it is still there; else nothing. */
function sharedKey(facts, table) {
    const columns = sharedColumns(facts, table);
    const key = tableOf(facts, 'before', nameBefore(facts, table))?.primaryKey ?? [];
    return key.every((name) => columns.some(({ before }) => (0,quote/* sameName */.q)(before, name))) ? key : [];
}
/** Columns that exist on both sides, under both names. */
function sharedColumns(facts, table) {
    const former = tableOf(facts, 'before', nameBefore(facts, table))?.columns ?? [];
    return (tableOf(facts, 'after', table)?.columns ?? []).flatMap(({ name }) => {
        const before = former.find((column) => (0,quote/* sameName */.q)(column.name, columnBefore(facts, table, name)));
        return before === undefined ? [] : [{ before: before.name, after: name }];
    });
}
function isRowid(facts, side, table, column) {
    return (0,quote/* sameName */.q)(tableOf(facts, side, table)?.rowidAlias ?? '', column);
}
function tableOf(facts, side, table) {
    return tablesNamed(facts[side]?.schema.tables, table)[0];
}
/** A query as part of a finding; none where nothing tells which rows are meant. */
function withQuery(query) {
    return query === undefined ? {} : { query };
}

;// CONCATENATED MODULE: ./lib/judge/rules/backfill-incomplete.js

const requiredIn = byName(({ table }) => table);
const backfill_incomplete_rule = {
    id: 'backfill-incomplete',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A backfill left rows out',
    why: 'The migration gave some rows a value and left the others NULL: code that relies on the column fails on those.',
    remedy: 'Fill the other rows too, and look at the condition or the join of the UPDATE; if NULL is meant there, allow it with a reason, in the config or the migration.',
    check(facts, { checks }) {
        return tableChanges(facts).flatMap(({ table, partlyFilled = [] }) => {
            const statements = writingStatements(facts, table, ['update', 'insert', 'upsert']);
            // What nobody wrote by name (a default, a trigger) is no backfill; a required column has its own rule.
            const backfilled = partlyFilled.filter(({ column }) => statements.length > 0 &&
                !requiredIn(checks.required, table).some((check) => (0,quote/* sameName */.q)(check.column, column)));
            return backfilled.map(({ column, filled, empty, sources }) => ({
                message: `${table}.${column}: ${(0,numbers/* counted */.h)(filled, 'row was', 'rows were')} filled, ${(0,numbers/* counted */.h)(empty, 'row is', 'rows are')} still NULL${sources === undefined ? '' : ', those left out that had nothing to be filled from'}.`,
                table,
                columns: [column],
                count: empty,
                query: selectNulls(table, column, sources),
                ...placeOfBackfill(facts, table, column),
            }));
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/checks/measured-mistakes.js

/**
 * Mistakes of the settings that only the database shows: a table or column that never existed, a query that cannot be
 * right. What `expect` says must be made (tables, columns, indexes) may be missing everywhere: that is unmet, no mistake.
 * In a health check only what is wrong whatever the schema: the rest may be there once the database is migrated.
 */
function measuredMistakes(facts, settings) {
    const named = (0,database/* isHealthCheck */.v)(facts) ? [] : [...checked(settings), ...expected(settings)];
    const mistakes = measured_mistakes_missingNames(facts, named).map(({ key, name, source }) => ({
        key,
        message: `${key}: there is no ${name}, neither before nor after the migration.`,
        remedy: 'Correct the name, or remove it.',
        ...source,
    }));
    return [...mistakes, ...wrongQueries(facts, settings)];
}
/** What a health check passes over, because the database does not have what it names: in words, with its place. */
function notThereYet(facts, settings) {
    if (!(0,database/* isHealthCheck */.v)(facts))
        return [];
    const names = measured_mistakes_missingNames(facts, checked(settings)).map(({ key, name, source }) => ({
        message: `${key}: the database has no ${name}.`,
        source,
    }));
    const queries = settings.checks.queries.flatMap(({ id, source }) => {
        const wrong = wrongQuery(facts, id);
        if (wrong?.while !== 'compiling')
            return [];
        return [{ message: `checks.queries: ${id} cannot be run: ${wrong.message}.`, source }];
    });
    return [...names, ...queries];
}
function measured_mistakes_missingNames(facts, named) {
    const all = named.flatMap(({ key, table, columns, source }) => unknownNames(facts, table, columns).map((name) => ({ key, name, source })));
    // Each column of an unknown table says the same.
    return [...new Map(all.map((missing) => [`${missing.key} ${missing.name}`, missing])).values()];
}
/** Every table that the checks name as being there, with the columns that they name in it. */
function checked({ checks }) {
    return [
        ...checks.required.map(({ table, column, source }) => ({
            key: 'checks.required',
            table,
            columns: [column],
            source,
        })),
        ...checks.references.flatMap(({ table, columns, parent, parentColumns, source }) => [
            { key: 'checks.references', table, columns, source },
            { key: 'checks.references', table: parent, columns: parentColumns, source },
        ]),
    ];
}
/** The same of the tables of `expect` that are there already. */
function expected({ expect }) {
    return [
        ...expect.columns.map(({ table, source }) => ({ key: 'expect.columns', table, columns: [], source })),
        ...expect.rows.map(({ table, source }) => ({ key: 'expect.rows', table, columns: [], source })),
    ];
}
function unknownNames(facts, table, columns) {
    if (!isKnownTable(facts, table))
        return [`table ${table}`];
    return columns
        .filter((column) => !isKnownColumn(facts, table, column))
        .map((column) => `column ${table}.${column}`);
}
function wrongQueries(facts, { checks }) {
    return checks.queries.flatMap(({ id, source }) => {
        const wrong = wrongQuery(facts, id);
        if (wrong === undefined || ((0,database/* isHealthCheck */.v)(facts) && wrong.while === 'compiling'))
            return [];
        const message = `checks.queries: ${id} cannot be run: ${wrong.message}.`;
        const remedy = 'Correct the query: one SELECT that fits the schema, with text in single quotes.';
        return [{ key: 'checks.queries', message, remedy, ...source }];
    });
}

;// CONCATENATED MODULE: ./lib/judge/rules/check-degraded.js

const check_degraded_rule = {
    id: 'check-degraded',
    severity: 'warning',
    kind: 'problem',
    about: 'run',
    loss: 'never',
    allowable: true,
    title: 'Something could not be checked',
    why: 'The schema needs a function, collation or module that this SQLite does not have, so some checks are blind here.',
    remedy: 'Check those tables where the application runs, with its own functions and extensions loaded.',
    check(facts, settings) {
        const { before, after, changes } = facts;
        const all = [...(before?.unchecked ?? []), ...(after?.unchecked ?? []), ...(changes?.unchecked ?? [])];
        const byMissing = Map.groupBy(all.filter(({ check, damaged }) => !damaged && check !== 'view'), ({ missing }) => missing);
        const blind = [...byMissing].map(([missing, notes]) => {
            const queries = notes.flatMap(({ object }) => object ?? []);
            const others = notes.filter(({ object }) => object === undefined);
            const tables = [...new Set(others.flatMap(({ table }) => table ?? []))];
            const unchecked = [...placesOf(others, tables), ...queriesOf([...new Set(queries)])];
            const [table] = tables;
            return {
                message: `${missing}. Not checked: ${list(unchecked)}.`,
                object: missing.replace(/^.*: /, ''),
                ...(tables.length === 1 && table !== undefined && { table }),
            };
        });
        return [...blind, ...unaskedViews(all), ...notYet(facts, settings)];
    },
};
/** Nothing is missing here: it would take too long. */
function unaskedViews(notes) {
    return notes.flatMap(({ check, table: view, missing }) => {
        if (check !== 'view' || view === undefined)
            return [];
        const message = `Whether ${view} gives the same rows as before was not compared: ${missing}.`;
        return [{ severity: 'notice', message, remedy: 'Compare what it gives by hand.', object: view }];
    });
}
/** In a health check only: what the settings name may be there once the database is migrated. */
function notYet(facts, settings) {
    return notThereYet(facts, settings).map(({ message, source }) => ({
        severity: 'notice',
        message: `${message} Not checked.`,
        remedy: 'Nothing, where a migration to come makes it; else correct the setting.',
        location: source,
    }));
}
function placesOf(notes, tables) {
    if (notes.length === 0)
        return [];
    const checks = [...new Set(notes.map(({ check }) => check))];
    const [one, many] = checks.includes('schema') ? ['table or view', 'tables or views'] : ['table', 'tables'];
    const where = tables.length === 0 ? 'the whole file' : `${(0,numbers/* counted */.h)(tables.length, one, many)} (${list(tables, 5)})`;
    return [`${list(checks)} of ${where}`];
}
function queriesOf(ids) {
    return ids.length === 0 ? [] : [`${(0,numbers/* counted */.h)(ids.length, 'query', 'queries')} (${list(ids, 5)})`];
}

;// CONCATENATED MODULE: ./lib/judge/kit/content/moves.js

/** What is gone from its place because a statement copied it to another one. */
function movesOf(facts) {
    return wasRehearsed(facts) ? (facts.changes?.moves ?? []) : [];
}
function moveOf(facts, kind, table, column) {
    return movesOf(facts).find((move) => move.kind === kind &&
        (0,quote/* sameName */.q)(move.table, table) &&
        (move.column ?? '').toLowerCase() === (column ?? '').toLowerCase());
}
/** All of it was found: nothing is lost. */
function isMoved(...subject) {
    return moveOf(...subject)?.nowhere === 0;
}
/** What a finding of the loss adds where a part was found elsewhere. */
function partlyMoved(...subject) {
    const move = moveOf(...subject);
    if (move === undefined || move.nowhere === 0)
        return '';
    const { of, nowhere } = move;
    const found = of - nowhere;
    const rest = `${(0,numbers/* whole */.W)(nowhere)} of ${(0,numbers/* whole */.W)(of)} ${nowhere === 1 ? 'is' : 'are'} nowhere`;
    return found === 0
        ? ` ${rest}.`
        : ` ${(0,numbers/* whole */.W)(found)} ${found === 1 ? 'is' : 'are'} in ${moves_placesOf(move)} now, ${rest}.`;
}
/** The places in words: a column, or a table where whole rows went. */
function moves_placesOf({ kind, places }) {
    return list(places.map(({ table, columns }) => kind === 'column' ? `${table}.${columns.map(({ into }) => into).join('+')}` : table));
}
/** The statement that copied. */
function movingStatement(facts, { statement }) {
    const byName = executedStatements(facts).flatMap((one) => one.names.map(() => one));
    const found = byName[statement];
    return found === undefined ? [] : [found];
}
/** What was copied and is in none of the places, told by the columns that were copied; of a column, its values. */
function selectNowhere({ kind, table, column, places }, former, gone) {
    const absent = places.map(({ table: place, columns }) => {
        const equal = columns.map(({ from, into }) => `v.${(0,quote/* quoteName */.AB)(into)} IS b.${(0,quote/* quoteName */.AB)(from)}`);
        return `NOT EXISTS (SELECT 1 FROM main.${(0,quote/* quoteName */.AB)(place)} AS v WHERE ${equal.join(' AND ')})`;
    });
    const held = column === undefined ? [] : [`b.${(0,quote/* quoteName */.AB)(column)} IS NOT NULL`];
    const from = kind === 'table' ? table : former;
    const conditions = [...held, ...(gone === undefined ? [] : [gone]), ...absent];
    return `SELECT b.* FROM before.${(0,quote/* quoteName */.AB)(from)} AS b WHERE ${conditions.join(' AND ')};`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/column-dropped.js

const column_dropped_rule = {
    id: 'column-dropped',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A column is gone',
    why: 'The values that it held are lost with it.',
    remedy: 'Keep the column until nothing needs it; if this loss is meant, allow it with a reason, in the config or the migration.',
    check(facts) {
        const gone = objectChanges(facts).filter(({ kind, change }) => kind === 'column' && change === 'removed');
        const lost = gone.filter(({ name, table = '' }) => !isMoved(facts, 'column', table, name));
        return lost.map((object) => {
            const { name, table = '', held, alike } = object;
            const statements = writingStatements(facts, table, ['drop-column']).filter(({ names }) => names.some((named) => named.verb === 'drop-column' && named.name.toLowerCase() === name.toLowerCase()));
            // A statement that drops the column leaves no doubt.
            const doubt = alike !== undefined && statements.length === 0;
            const question = ` ${table}.${alike} is new and has the same value, one in all rows: is it this column?`;
            return {
                ...(doubt && { severity: 'warning' }),
                ...(held === 0 && { severity: 'notice' }),
                message: `${table}.${name} is gone${held === undefined ? '' : `, with ${(0,numbers/* counted */.h)(held, 'value')}`}.${partlyMoved(facts, 'column', table, name)}${doubt ? question : ''}`,
                table,
                columns: [name],
                ...(held !== undefined && { count: held }),
                ...(held !== 0 && { query: selectDroppedColumn(facts, object) }),
                ...placeOfObject(facts, object, statements),
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/command-asked.js

const command_asked_rule = {
    id: 'command-asked',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'The command seems to have asked, and migrated nothing',
    why: 'A tool that asks before it migrates gets no answer in a workflow: it ends well without having done anything, here and in the deploy.',
    remedy: 'Give it the flag with which it does not ask, such as --force, --noinput or --yes.',
    check(facts) {
        const { command, rehearsal } = facts;
        if (!command?.asked || rehearsal.outcome !== 'done' || !changedNothing(facts))
            return [];
        const { quietly } = command;
        return [
            {
                message: 'The command read its standard input, which is empty, and left everything in the copy as it was.',
                ...(quietly !== undefined && {
                    remedy: `Give it \`${quietly}\`, with which this tool does not ask.`,
                }),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/command-left-running.js

const command_left_running_rule = {
    id: 'command-left-running',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'The command left processes running',
    why: 'A process that leaves the process group of its command outlives it: it may still write to the copy while that is measured, and to the database after a deploy.',
    remedy: 'Let the tool end, or wait for, what it starts.',
    check({ command }) {
        const { ended, remains } = command?.leftRunning ?? { ended: 0, remains: false };
        const findings = [];
        if (ended > 0) {
            const those = ended === 1 ? 'it was' : 'they were';
            const message = `The command left ${(0,numbers/* counted */.h)(ended, 'process', 'processes')} running outside its process group; ${those} ended.`;
            findings.push({ message });
        }
        if (remains) {
            const message = 'Something that the command started outside its process group still runs and could not be ended: what was measured on the copy may have changed since.';
            findings.push({ severity: 'warning', message });
        }
        return findings;
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/command-missed-copy.js

const command_missed_copy_rule = {
    id: 'command-missed-copy',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'The command did not work on the copy',
    why: 'A command that migrates another database, or none, ends well and proves nothing.',
    remedy: 'Let the tool take the path of its database from DATABASE_PATH or DATABASE_URL, in the form that `database-url` chooses.',
    check(facts) {
        const { command, rehearsal } = facts;
        if (command === undefined || rehearsal.outcome !== 'done')
            return [];
        if (command.wroteBeside !== undefined && changedNothing(facts)) {
            const others = list(command.wroteBeside, 3);
            return [{ message: `The command ended well, left the copy as it was, and wrote to ${others}.` }];
        }
        if (command.copy === 'untouched')
            return [{ message: 'The command ended well and never read the copy.' }];
        if (command.copy === 'read' || command.copy === 'changed') {
            // What is known of the account, or was asked, other rules say.
            if (keepsAccount(command) || command.asked || !changedNothing(facts))
                return [];
            return [{ severity: 'warning', message: IDLE, remedy: IDLE_REMEDY }];
        }
        if (command.copy !== 'unchanged')
            return [];
        return [
            {
                severity: 'warning',
                message: 'The command ended well and changed nothing; whether it read the copy at all cannot be told, because this file system keeps no access times.',
                remedy: 'If something was to be migrated, let the tool take its database from DATABASE_PATH or DATABASE_URL; where the scratch folder is on a file system that keeps access times, this is told apart.',
            },
        ];
    },
};
const IDLE = 'The command read the copy and left everything in it as it was, and nothing in it says that no migration was pending.';
const IDLE_REMEDY = 'If something was to be migrated, see in its output why it was not; else the tool has nothing to do here, and no harm was done.';

;// CONCATENATED MODULE: ./lib/judge/rules/constraint-lost.js

/** Another default holds for new rows only and is written on purpose. */
const MAY_CHANGE = new Set(['DEFAULT']);
const constraint_lost_rule = {
    id: 'constraint-lost',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A constraint is gone or is another one',
    why: 'Rows that it kept out can now be written. A table rebuild keeps only the constraints that the new CREATE TABLE repeats.',
    remedy: 'Repeat the constraint in the new table; if it is to go, allow it with a reason, in the config or the migration.',
    check(facts) {
        const lost = objectChanges(facts).filter((object) => object.kind === 'constraint' &&
            (object.change === 'removed' || (object.change === 'changed' && !MAY_CHANGE.has(object.name))) &&
            !isSequenceReset(facts, object));
        return [
            ...unguarded(facts),
            ...lost.map((object) => {
                const { name, table = '', columns, change, detail, effect } = object;
                const subject = columns === undefined ? table : `${table}.${columns.join(', ')}`;
                const words = change === 'removed' ? `${detail ?? name} is gone` : `${detail ?? name}`;
                return {
                    ...(effect !== undefined && { severity: 'notice' }),
                    message: `${subject}: ${words}${effect === 'relaxed' ? ', which lets in more' : ''}.`,
                    table,
                    object: detail ?? name,
                    ...(columns !== undefined && { columns }),
                    ...placeOfObject(facts, object, writingStatements(facts, table, ['create'])),
                };
            }),
        ];
    },
};
/** Unique indexes that were dropped by name. Of one that a rebuild lost, index-lost tells. */
function unguarded(facts) {
    return objectChanges(facts).flatMap((object) => {
        const { kind, name, table, columns, change, detail = '', effect, withOwner } = object;
        const statement = kind === 'index' && effect === 'unguarded' && !withOwner ? namingIndex(facts, object) : undefined;
        if (statement === undefined)
            return [];
        const what = change === 'removed' ? `${detail} is gone` : detail;
        return [
            {
                message: `${name} on ${table}: ${what}. Rows that it kept out can be written now.`,
                object: name,
                ...(table !== undefined && { table }),
                ...(columns !== undefined && { columns }),
                remedy: MAKE_AGAIN,
                ...placeOfObject(facts, object, [statement]),
            },
        ];
    });
}
const MAKE_AGAIN = 'Make it again as it was, UNIQUE and with the same columns and condition; if the guarantee is to go, allow it with a reason.';
/** Where an id was given, sequence-reset says what is lost with AUTOINCREMENT. */
function isSequenceReset(facts, { name, table = '' }) {
    const former = nameBefore(facts, table);
    const marks = facts.before?.sequences ?? [];
    return name === 'AUTOINCREMENT' && marks.some((mark) => mark.seq > 0 && (0,quote/* sameName */.q)(mark.table, former));
}

;// CONCATENATED MODULE: ./lib/judge/kit/scenario-words.js

/** In what two databases differ, in a few words. */
function spelledOut({ tables, objects }) {
    const rows = tables.map(({ table, removed, added, changed, columns }) => {
        const parts = [
            ...(removed > 0 ? [`${(0,numbers/* counted */.h)(removed, 'row')} missing`] : []),
            ...(added > 0 ? [`${(0,numbers/* counted */.h)(added, 'row')} too many`] : []),
            ...(changed > 0 ? [`${(0,numbers/* counted */.h)(changed, 'row')} with other values in ${list(columns, 3)}`] : []),
        ];
        return `${table}: ${parts.join(', ')}`;
    });
    const others = objects.map(({ kind, name, table, change }) => {
        const owner = table === undefined || kind === 'table' ? '' : ` of ${table}`;
        return `${kind} ${name}${owner} ${OBJECT[change]}`;
    });
    return list([...rows, ...others], 4);
}
const OBJECT = { added: 'too many', removed: 'missing', changed: 'different', renamed: 'renamed' };
function locationOfStop({ file, line }) {
    return file === '' ? {} : { location: { file, ...(line !== undefined && { line }) } };
}

;// CONCATENATED MODULE: ./lib/judge/rules/crash-sticks.js

const crash_sticks_rule = {
    id: 'crash-sticks',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'It is not resumable after a crash',
    why: 'The next run cannot go on from what the interrupted one left. Nothing is lost, but somebody must fix the database by hand while the application waits.',
    remedy: 'Put the statements into one transaction, or write them so that they can be repeated: IF NOT EXISTS, and an UPDATE that passes over what is done.',
    check({ scenarios }) {
        const points = scenarios?.crash?.points.filter(({ outcome }) => outcome === 'sticks') ?? [];
        const isMarked = ({ stop }) => stop?.kind === 'dirty';
        return [
            ...atItsMark(points.filter(isMarked)),
            ...atLeftovers(points.filter((point) => !isMarked(point))),
        ];
    },
};
/** The tool waits for a hand wherever it is stopped: no way of writing the migration helps. */
function atItsMark({ length }) {
    if (length === 0)
        return [];
    const message = "A stop leaves the tool's own mark, and it runs nothing more until somebody has cleared it.";
    return [{ message, remedy: `After a crash: ${FIX_BY_HAND}.`, count: length }];
}
function atLeftovers(points) {
    const [first] = points;
    if (first === undefined)
        return [];
    const { title, stop, differences, file, line } = first;
    const left = differences === undefined ? '' : spelledOut(differences);
    const end = stop === undefined ? `ends with ${left}` : `fails: ${stop.message}`;
    const more = points.length === 1 ? '' : ` The same kind at ${points.length - 1} more.`;
    const message = `A stop after "${title}": the next run ${sentence(end)}${more}`;
    return [{ message, count: points.length, location: { file, line } }];
}

;// CONCATENATED MODULE: ./lib/judge/rules/crash-unsafe.js

const crash_unsafe_rule = {
    id: 'crash-unsafe',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'After a crash, running it again does harm',
    why: 'Processes are killed while they migrate, and the next start runs the migration again on what is left.',
    remedy: 'Put the statements into one transaction, so that a crash takes all of them back; never drop a table that may be the only copy, and let an UPDATE pass over rows that have their new value.',
    check({ scenarios, plan }) {
        const severity = plan?.basis === 'assumed' ? 'warning' : 'error';
        const points = scenarios?.crash?.points.filter(({ outcome }) => outcome === 'unsafe') ?? [];
        return [...Map.groupBy(points, crash_unsafe_subjectOf)].flatMap(([table, own]) => findings(table, own, severity));
    },
};
/** One for each table that is harmed first, at the first stop that harms it. */
function findings(table, points, severity) {
    const [first] = points;
    if (first === undefined)
        return [];
    const { title, stop, differences, file, line } = first;
    const more = points.length === 1 ? '' : ` The same at ${points.length - 1} more.`;
    const end = stop === undefined ? 'ends, and leaves' : `fails (${stop.message}), and leaves`;
    return [
        {
            severity,
            message: `A stop after "${title}": the next run ${end} ${spelledOut(differences ?? { tables: [], objects: [] })}.${more}`,
            ...(table !== '' && { table }),
            count: points.length,
            location: { file, line },
        },
    ];
}
function crash_unsafe_subjectOf({ differences }) {
    const gone = differences?.objects.find(({ kind, change }) => kind === 'table' && change === 'removed');
    return differences?.tables[0]?.table ?? gone?.name ?? '';
}

;// CONCATENATED MODULE: ./lib/judge/rules/default-changed.js

const default_changed_rule = {
    id: 'default-changed',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A default is another one, or a text that only spells an expression',
    why: 'New rows get it. In quotes, CURRENT_TIMESTAMP is a text as any other: all rows get the same word, and no time.',
    remedy: "Write the expression without quotes around it: DEFAULT CURRENT_TIMESTAMP, DEFAULT (datetime('now')).",
    check(facts) {
        if (!wasRehearsed(facts))
            return [];
        const texts = (facts.changes?.textDefaults ?? []).filter(({ table }) => !isBookkeeping(facts, table));
        return [...texts.map((text) => textFinding(facts, text)), ...otherFindings(facts, texts)];
    },
};
function textFinding(facts, { table, column, default: text, former, rows }) {
    const was = former === undefined ? '' : `, and was ${former}`;
    const got = rows === 0 ? '' : ` ${(0,numbers/* counted */.h)(rows, 'row')} got it.`;
    return {
        message: `${table}.${column}: the default is the text ${text} now${was}.${got}`,
        table,
        columns: [column],
        ...(rows > 0 && { count: rows }),
        ...placeOfDefault(facts, table, column),
    };
}
function otherFindings(facts, told) {
    return objectChanges(facts).flatMap((object) => {
        const { kind, name, change, table = '', columns: [column = ''] = [], detail = '' } = object;
        const isTold = told.some((one) => (0,quote/* sameName */.q)(one.table, table) && (0,quote/* sameName */.q)(one.column, column));
        if (kind !== 'constraint' || name !== 'DEFAULT' || change !== 'changed' || isTold)
            return [];
        return [
            {
                severity: 'notice',
                message: `${table}.${column}: ${detail}, for new rows.`,
                table,
                columns: [column],
                remedy: 'Nothing to do if it was to change.',
                ...placeOfObject(facts, object, writingStatements(facts, table, ['create'])),
            },
        ];
    });
}
function placeOfDefault(facts, table, column) {
    const object = objectChanges(facts).find((one) => (0,quote/* sameName */.q)(one.table ?? '', table) &&
        (one.kind === 'constraint'
            ? one.name === 'DEFAULT' && (0,quote/* sameName */.q)(one.columns?.[0] ?? '', column)
            : one.kind === 'column' && (0,quote/* sameName */.q)(one.name, column)));
    const named = writingStatements(facts, table, ['add-column', 'create']);
    const adding = named.filter(({ names }) => names.some((one) => one.verb === 'add-column' && (0,quote/* sameName */.q)(one.name, column)));
    const statements = adding.length > 0 ? adding : named.filter(({ names }) => names.some(({ verb }) => verb === 'create'));
    return placeOfObject(facts, object ?? { kind: 'table', name: table, change: 'added' }, statements);
}

;// CONCATENATED MODULE: ./lib/sql/quoted-text.js
/**
 * The text in double quotes that SQLite took for a name, quotes included, where it fails for that alone: where they are
 * enabled, such literals are texts (sqlite.org/quirks.html section 8). `message`: SQLite's own.
 */
function textInDoubleQuotes(message) {
    return /no such column: (".*") - should this be a string literal in single-quotes\?/s.exec(message)?.[1];
}

// EXTERNAL MODULE: ./lib/sql/edit-distance.js
var edit_distance = __webpack_require__("lib/sql/edit-distance.js");
;// CONCATENATED MODULE: ./lib/judge/kit/content/resembling-names.js

/** Whether one name is the other with a slip of the pen: another case, up to two letters wrong, and not a third of it. */
function resembles(left, right) {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return (0,edit_distance/* editDistance */.Y)(a, b) <= Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
}

;// CONCATENATED MODULE: ./lib/judge/kit/failures/profile-remedies.js
/** What to do that depends on how production executes: the words of its own tool, where it has some. */
/** To rebuild a table without its children being touched. `command`: the project's own tool, of which no profile is known. */
function rebuildWithoutCascade(profile, parent) {
    const rebuild = `Rebuild ${parent} with foreign keys off`;
    if (profile === undefined) {
        return `${rebuild}: PRAGMA foreign_keys=OFF must stand before the tool begins its transaction, inside it does nothing.`;
    }
    const { transaction, withoutTransaction, foreignKeysOff } = profile;
    if (foreignKeysOff === 'never') {
        return `Nothing turns foreign keys off there: change ${parent} by ADD, RENAME or DROP COLUMN instead of a rebuild, or copy the rows of its children away before the DROP TABLE and put them back behind the rename, in the same file.`;
    }
    if (foreignKeysOff !== undefined)
        return `${rebuild}: ${foreignKeysOff}.`;
    if (transaction !== 'none' && withoutTransaction !== undefined) {
        return `${rebuild}: inside a transaction PRAGMA foreign_keys does nothing. Put the rebuild into a file of its own with ${withoutTransaction}; in it PRAGMA foreign_keys=OFF, then BEGIN, the rebuild and COMMIT. ${OFF_ANYWAY}`;
    }
    return `${rebuild}: PRAGMA foreign_keys=OFF must stand before the transaction begins, inside it does nothing. ${OFF_ANYWAY}`;
}
const OFF_ANYWAY = 'Where production has them off anyway, set `foreign-keys: off`.';
/** For a statement that SQLite takes in no transaction, where the profile opens one. */
function outsideTransaction({ withoutTransaction, name }) {
    if (withoutTransaction !== undefined)
        return `put it into a file of its own with ${withoutTransaction}`;
    return GENERIC.has(name)
        ? 'put it elsewhere, or declare `profile: plain` if production opens none'
        : 'this tool opens one for every file, so run it by hand, apart from the migrations';
}
/** Profiles of no tool: what production has may be another one. */
const GENERIC = new Set(['transaction', 'transaction-fk-off']);

;// CONCATENATED MODULE: ./lib/judge/kit/failures/failure-causes.js

/** Failures that many migrations share, and the way out of each. The first that fits counts. */
const CAUSES = [
    {
        message: /^Cannot add a column with non-constant default/,
        remedy: 'SQLite cannot add a column with a default such as CURRENT_TIMESTAMP to a table that has rows. Add it with DEFAULT NULL, and fill it with an UPDATE.',
    },
    {
        message: /^Cannot add a NOT NULL column with default value NULL/,
        remedy: 'Give the column a constant default, or add it without NOT NULL and fill it with an UPDATE.',
    },
    {
        message: /^Cannot add a REFERENCES column with non-NULL default value/,
        remedy: 'Add the column with DEFAULT NULL, and fill it with an UPDATE.',
    },
    {
        message: /should this be a string literal in single-quotes\?/,
        remedy: 'Write text in single quotes, and correct the name where a column was meant.',
    },
    {
        message: /^duplicate column name: /,
        remedy: 'The column is already there: was this migration applied before?',
    },
    {
        message: /^(table|index|view|trigger) .* already exists/,
        remedy: 'It is already there: was this migration applied before?',
    },
    {
        message: /^UNIQUE constraint failed/,
        remedy: 'Existing rows hold the same value twice. Merge or delete them first.',
    },
    {
        message: /^datatype mismatch/,
        remedy: 'An INTEGER PRIMARY KEY takes integers alone. Correct those values, or convert them in the copy.',
    },
    {
        message: /^cannot store /,
        remedy: 'A STRICT table takes no value of another type. Correct those values, or convert them in the copy.',
    },
    { message: /^NOT NULL constraint failed/, remedy: 'Some rows have no value there. Fill them first.' },
    { message: /^CHECK constraint failed/, remedy: 'Some rows break the new rule. Correct them first.' },
    {
        message: /^FOREIGN KEY constraint failed/,
        remedy: (profile) => `Rows refer to parents that are missing or being removed. Correct them first${profile?.foreignKeysOff === 'never' ? '' : ', or migrate with foreign keys off where production does'}.`,
    },
    {
        message: /^error in (view|trigger) /,
        remedy: 'Drop the view or trigger before the table is rebuilt, and make it again afterwards.',
    },
    {
        message: /^cannot start a transaction within a transaction/,
        remedy: (profile) => `The profile opens a transaction already: remove BEGIN and COMMIT from the file${outsideWords(profile, ', or ')}.`,
        inTransaction: true,
    },
    {
        message: /^cannot VACUUM/,
        remedy: (profile) => `VACUUM cannot run in the transaction that the profile opens${outsideWords(profile, ': ')}.`,
        inTransaction: true,
    },
    {
        message: /^malformed database schema/,
        remedy: 'No program can open what the migration left: correct what it writes to sqlite_schema.',
    },
    {
        message: /^near "\.": syntax error/,
        remedy: 'Commands such as .read belong to the sqlite3 shell and are no SQL.',
    },
];
function outsideWords(profile, lead) {
    return profile === undefined ? '' : `${lead}${outsideTransaction(profile)}`;
}
/** What to do about a failure, where its cause is a well-known one. */
function explain({ message }, profile) {
    const wraps = profile !== undefined && profile.transaction !== 'none';
    const found = CAUSES.find((cause) => cause.message.test(message) && (!cause.inTransaction || wraps));
    return typeof found?.remedy === 'function' ? found.remedy(profile) : found?.remedy;
}
/** The function, collation, module or tokenizer that the statement, or the schema it touches, needs and this SQLite lacks. */
function missingPart({ code, message }) {
    // A RAISE() text can say anything.
    if (code !== 'SQLITE_ERROR' && code !== 'SQLITE_ERROR_MISSING_COLLSEQ')
        return undefined;
    return /(?:^|: )(?:no such|unknown) (?:function|collation sequence|module|tokenizer): ([^()]+)/.exec(message)?.[1];
}
function locationOf({ file, line }) {
    return file === '' ? {} : { location: { file, ...(line !== undefined && { line }) } };
}

;// CONCATENATED MODULE: ./lib/judge/rules/double-quoted-text.js

const double_quoted_text_rule = {
    id: 'double-quoted-text',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Text in double quotes',
    why: 'Double quotes enclose names. Many SQLite drivers take "x" for a text where no column has that name, so that a misspelt column becomes its own name in every row; others refuse the statement.',
    remedy: 'Write text in single quotes, and correct the name where a column was meant.',
    check(facts) {
        const { rehearsal } = facts;
        const { failure, outcome, doubleQuotedText: quoted, quotedFills = [] } = rehearsal;
        if (quoted !== undefined) {
            const { text, file, line, statement } = quoted;
            const filled = quotedFills.map((fill) => filledBy(facts, fill));
            // The first one may fill nothing, as in a condition.
            if (quotedFills.some((fill) => fill.statement === statement && fill.text === text))
                return filled;
            const message = `${text} is no column here, so production takes it for a text. So did the rehearsal, with Node's own SQLite ${rehearsal.sqlite}.`;
            return [...filled, { message, location: { file, line } }];
        }
        // A RAISE() text can say anything.
        if (outcome !== 'failed' || failure?.code !== 'SQLITE_ERROR')
            return [];
        const text = textInDoubleQuotes(failure.message);
        if (text === undefined)
            return [];
        return [
            {
                message: `${text} is no column here. Many drivers take it for a text; this one does not.`,
                ...locationOf(failure),
            },
        ];
    },
};
/** An error where every row has it, and where a column was meant: it is new, it was copied, or one is called alike. */
function filledBy(facts, fill) {
    const { statement, column, text, rows, isWhole } = fill;
    const { file, line } = facts.rehearsal.statements[statement] ?? { file: '', line: 0 };
    const table = nameAtTheEnd(facts, fill);
    const isMistake = isWhole && (isCopied(facts, fill) || isNew(facts, table, column) || isNearColumn(facts, table, fill));
    return {
        ...(isMistake && { severity: 'error' }),
        message: `${table}.${column}: ${(0,numbers/* counted */.h)(rows, 'row gets', 'rows get')} ${text} as a text, because no column has that name.`,
        table,
        columns: [column],
        count: rows,
        location: { file, line },
    };
}
/** It stands where a copy takes a column. */
function isCopied({ rehearsal }, { statement }) {
    const { names = [] } = rehearsal.statements[statement] ?? {};
    return names.some(({ verb }) => verb === 'insert' || verb === 'upsert');
}
function isNew(facts, table, column) {
    const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
    return former === undefined || !former.columns.some(({ name }) => (0,quote/* sameName */.q)(name, column));
}
function isNearColumn(facts, table, { column, text }) {
    const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
    const names = [column, ...(former?.columns ?? []).map(({ name }) => name)];
    return names.some((name) => resembles(name, text.slice(1, -1)));
}
/** The name that a table has at the end which the statement calls so. */
function nameAtTheEnd({ rehearsal }, { statement, table }) {
    return rehearsal.statements
        .slice(statement + 1)
        .flatMap(({ names, status, rolledBack }) => (status === 'done' && !rolledBack ? names : []))
        .reduce((name, named) => (named.verb === 'rename-table' && (0,quote/* sameName */.q)(named.name, name) ? named.to : name), table);
}

;// CONCATENATED MODULE: ./lib/judge/rules/dump-incomplete.js

const dump_incomplete_rule = {
    id: 'dump-incomplete',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A dump does not carry everything',
    why: 'user_version, application_id, page size and journal mode are not in it, and rows without an INTEGER PRIMARY KEY may get other rowids. A tool that counts its migrations in user_version would run them all again.',
    remedy: 'Give the database file itself, made with `sqlite3 FILE ".backup COPY"`, where one of these matters.',
    check({ path, snapshot, plan }) {
        if (snapshot === undefined || !/^sql(\.|$)/.test(snapshot.kind))
            return [];
        const isD1 = plan?.profile.name === 'd1' || plan?.bookkeeping.tables.includes('d1_migrations');
        const { renumbered = [] } = snapshot;
        const made = `${list(renumbered)} ${renumbered.length === 1 ? 'was' : 'were'} made anew for these rowids, because a dump does not tell whether production's fits its rows.`;
        const sentences = [
            `${path} is a dump: header values and rowids are those of the restored database.`,
            ...(isD1 ? ["D1's export rounds integers beyond 2^53."] : []),
            ...(renumbered.length > 0 ? [made] : []),
        ];
        return [{ message: sentences.join(' ') }];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/expectation-unmet.js

const expectation_unmet_rule = {
    id: 'expectation-unmet',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'An expectation is not met',
    why: 'The settings say what must be true after the migration, and it is not.',
    remedy: 'Correct the migration, or the expectation.',
    check(facts, settings) {
        return evaluateRequirements(facts, settings)
            .filter(({ met }) => !met)
            .map(({ met: _, text, found, ...subject }) => ({
            message: `Expected: ${text}. Found: ${found}.`,
            ...subject,
            // There only queries are judged.
            ...((0,database/* isHealthCheck */.v)(facts) && { remedy: 'Mend these rows, or correct the query.' }),
        }));
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/foreign-key-changed.js

const foreign_key_changed_rule = {
    id: 'foreign-key-changed',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A foreign key is gone or is another one',
    why: 'It no longer guards the same rows in the same way; a rename can point it to a table that is dropped afterwards.',
    remedy: 'Repeat the foreign key in the new table; if it is to change, allow it with a reason, in the config or the migration.',
    check(facts) {
        const objects = objectChanges(facts);
        const goneColumns = new Set(objects
            .filter(({ kind, change }) => kind === 'column' && change === 'removed')
            .map(({ table = '', name }) => `${(0,quote/* foldName */.zN)(table)}\0${(0,quote/* foldName */.zN)(name)}`));
        const changed = objects.filter(({ kind, change, table = '', columns = [] }) => kind === 'foreign-key' &&
            change !== 'added' &&
            // It went with its column, which is reported itself.
            !columns.some((column) => goneColumns.has(`${(0,quote/* foldName */.zN)(table)}\0${(0,quote/* foldName */.zN)(column)}`)));
        return changed.map((object) => {
            const { name, table = '', columns = [], change, detail, effect } = object;
            return {
                ...(effect !== undefined && {
                    severity: effect === 'kept' ? 'notice' : 'warning',
                }),
                message: `${table}(${name}): ${detail}${change === 'removed' ? ' is gone' : ''}.`,
                table,
                columns,
                ...placeOfObject(facts, object, writingStatements(facts, table, ['create'])),
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/kit/orphan-keys.js

/** The child's side of a key in words, and that the settings have it where the schema does not declare it. */
function keyWords({ table, columns, declared }) {
    return `${table}(${list(columns)})${declared === false ? ' (checks.references)' : ''}`;
}
/** The same foreign key on both sides, with renamed tables and columns followed. */
function sameKey(facts, before, after) {
    return ((0,quote/* sameName */.q)(nameAfter(facts, before.table), after.table) &&
        (0,quote/* sameName */.q)(nameAfter(facts, before.parent), after.parent) &&
        before.columns.length === after.columns.length &&
        before.columns.every((column, at) => (0,quote/* sameName */.q)(columnAfter(facts, after.table, column), after.columns[at] ?? '')));
}
/** Orphans of *after* that had a parent in *before*, or were not there. */
function introducedOrphans(facts, { introduced, ...after }) {
    if (introduced !== undefined)
        return introduced;
    const earlier = facts.before?.orphans.find((before) => sameKey(facts, before, after))?.rows ?? 0;
    return Math.max(0, after.rows - earlier);
}
function columnAfter({ changes }, table, column) {
    const renames = changes?.renames.filter(({ kind }) => kind === 'column') ?? [];
    return (renames.find((rename) => (0,quote/* sameName */.q)(rename.table, table) && (0,quote/* sameName */.q)(rename.from, column))?.to ?? column);
}

;// CONCATENATED MODULE: ./lib/judge/rules/foreign-key-mismatch.js

const foreign_key_mismatch_CAUSES = {
    'no-parent-table': 'that table does not exist',
    'no-parent-column': 'a column of it does not exist',
    'parent-not-unique': 'those columns are not UNIQUE or the primary key there',
};
const foreign_key_mismatch_rule = {
    id: 'foreign-key-mismatch',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A foreign key that SQLite cannot enforce',
    why: 'With foreign keys on, every write to the child fails; with foreign keys off, nothing guards its rows.',
    remedy: 'Let the foreign key point to a primary key or a UNIQUE column of an existing table.',
    check(facts) {
        const { now, earlier } = judgedSides(facts);
        const mismatches = (now?.mismatches ?? []).map((mismatch) => {
            const { table, columns, parent, parentColumns, rows, cause } = mismatch;
            const known = earlier?.mismatches.some((before) => before.cause === cause && sameKey(facts, before, mismatch));
            const target = parentColumns.length === 0 ? parent : `${parent}(${list(parentColumns)})`;
            return {
                ...(known && { severity: 'notice' }),
                message: `${table}(${list(columns)}) refers to ${target}, but ${foreign_key_mismatch_CAUSES[cause]}; ${(0,numbers/* counted */.h)(rows, 'row is', 'rows are')} concerned${known ? ', as before' : ''}.`,
                table,
                columns,
                count: rows,
                ...(rows > 0 && { query: selectReferring(mismatch) }),
                ...(!known && wasRehearsed(facts) && placeOfMismatch(facts, mismatch)),
            };
        });
        const repaired = (earlier?.mismatches ?? []).filter((before) => !now?.mismatches.some((after) => sameKey(facts, before, after)));
        return [
            ...mismatches,
            ...repaired.map(({ table, columns, parent }) => ({
                severity: 'notice',
                message: `${table}(${list(columns)}): the foreign key to ${parent} could not be enforced before: repaired here.`,
                table,
                columns,
            })),
        ];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/gate-loosened.js

const gate_loosened_rule = {
    id: 'gate-loosened',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    // It would be excused by what it warns of.
    allowable: false,
    title: 'The change makes this check look away',
    why: 'The same pull request that brings the migration says what of it is not to be looked at, or what is to be excused. That may be right, and somebody has to see it.',
    remedy: 'Review these lines as the migration itself. What is always true of production, the step can say: then no pull request changes it.',
    check(facts, settings) {
        // Of a run that was not started nothing was let through.
        if (facts.mistakes.length > 0)
            return [];
        const { change } = settings.declared;
        const fresh = declarationsFor([facts], settings).filter(({ isNew }) => isNew);
        const where = `new in this ${change?.kind ?? 'pull request'}`;
        const settled = fresh.filter(({ kind }) => kind === 'setting').map((one) => setting(one, where));
        return [
            ...settled,
            ...byFile(fresh, 'allowance', (count) => `${(0,numbers/* counted */.h)(count, 'allowance is', 'allowances are')} ${where}`),
            ...byFile(fresh, 'withdrawn', (count) => `${(0,numbers/* counted */.h)(count, 'check is', 'checks are')} no longer made as before`).map((finding) => ({ ...finding, severity: 'notice' })),
        ];
    },
};
function setting({ text, source }, where) {
    return { message: `${text} is ${where}.`, object: text, location: source };
}
/** Some of a file stand for all of it. */
const MOST_LISTED = 5;
function byFile(declarations, kind, words) {
    const own = declarations.filter((one) => one.kind === kind);
    return [...Map.groupBy(own, ({ source }) => source.file).values()].map((group) => ({
        message: `${words(group.length)}: ${list(group.map(({ text }) => text), MOST_LISTED)}.`,
        count: group.length,
        ...(group[0] && { location: group[0].source }),
    }));
}

;// CONCATENATED MODULE: ./lib/judge/kit/failures/migration-names.js
/** Names that all migrations of a tool share: their folder tells them apart. */
const SHARED = new Set(['up.sql', 'down.sql', 'migration.sql']);
/** A file as its tool's users call it: without its folder, unless only that tells it from the others. */
function shortName(file) {
    const parts = file.split('/');
    const base = parts.at(-1) ?? file;
    return SHARED.has(base) ? parts.slice(-2).join('/') : base;
}

;// CONCATENATED MODULE: ./lib/judge/kit/failures/kept.js

function keptAfterFailure(facts) {
    const { plan, rehearsal } = facts;
    const stopped = rehearsal.statements.find(({ status }) => status !== 'done')?.file;
    const failed = new Set([stopped, rehearsal.failure?.file]);
    const records = new Set(plan?.steps.flatMap((step) => (step.do === 'record' ? [step.file] : [])));
    const executed = executedStatements(facts);
    const isWhole = (file) => records.has(file) && !failed.has(file);
    return {
        recorded: [...new Set(executed.map(({ file }) => file))].filter(isWhole),
        statements: executed.filter(({ writes, file }) => writes && !isWhole(file)),
    };
}
/** `002.sql stays applied and recorded: the next run goes on behind it.`, or nothing. */
function recordedWords(facts) {
    const { recorded } = keptAfterFailure(facts);
    if (recorded.length === 0)
        return '';
    const [stays, them] = recorded.length === 1 ? ['stays', 'it'] : ['stay', 'them'];
    return ` ${list(recorded.map(shortName), 3)} ${stays} applied and recorded: the next run goes on behind ${them}.`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/half-migrated.js

const half_migrated_rule = {
    id: 'half-migrated',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'A failure leaves the database half migrated',
    why: 'What was committed before the failure stays: the schema is neither the old nor the new one, and running the migration again meets its own leftovers.',
    remedy: 'Put BEGIN and COMMIT around each migration (PRAGMA foreign_keys works only before BEGIN), or let the tool run each file in one transaction; in production, restore the backup.',
    check(facts) {
        const { rehearsal } = facts;
        if (rehearsal.outcome !== 'failed' && rehearsal.outcome !== 'timeout')
            return [];
        // What cannot be opened is not half migrated: it is gone, which `migration-failed` says.
        if (rehearsal.unreadable)
            return [];
        if (facts.command !== undefined)
            return byCommand(facts);
        const { statements: kept } = keptAfterFailure(facts);
        if (kept.length === 0)
            return [];
        const failed = rehearsal.statements.find(({ status }) => status === 'failed');
        const missing = rehearsal.statements.filter(({ status }) => status === 'not-run').length;
        return [
            {
                message: `${(0,numbers/* counted */.h)(kept.length, 'statement stays', 'statements stay')} applied, ${(0,numbers/* counted */.h)(missing, 'was', 'were')} not run. Applied: ${appliedOf(kept)}.${recordedWords(facts)}`,
                count: kept.length,
                ...(failed !== undefined && { location: { file: failed.file, line: failed.line } }),
            },
        ];
    },
};
/** Seen from the file alone: what is committed, and what differs where it could be compared. */
function byCommand(facts) {
    const { rehearsal, command } = facts;
    const left = leftByCommand(facts);
    const differs = left === undefined ? undefined : left.tables.length + left.objects.length > 0;
    // Tools commit in tables of their own, such as a lock, whatever becomes of the migrations.
    if (differs === false || (differs === undefined && rehearsal.commits === 0))
        return [];
    const what = left === undefined ? '' : `: ${leftText(left)}`;
    const recorded = (command?.recorded ?? []).flatMap(({ ids }) => ids);
    const applied = recorded.length === 0 ? '' : ` Recorded as applied: ${list(recorded, 5)}.`;
    const stays = rehearsal.commits === 1 ? 'stays' : 'stay';
    const message = `${capital(commitsText(facts))} ${stays} applied${what}.${applied}`;
    return [{ message, count: rehearsal.commits, remedy: COMMAND_REMEDY }];
}
const COMMAND_REMEDY = 'Let the tool run each migration in one transaction; in production, restore the backup.';
function capital(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/** The last file's statements by their titles, those of the files before it by their number. */
function appliedOf(kept) {
    const byFile = [...Map.groupBy(kept, ({ file }) => file)];
    const [file, last] = byFile.at(-1) ?? ['', []];
    const titles = last.map(({ title }) => title);
    const earlier = kept.length - last.length;
    const others = `; ${(0,numbers/* counted */.h)(earlier, 'statement')} of ${(0,numbers/* counted */.h)(byFile.length - 1, 'file')} before it`;
    return `${shortName(file)}: ${list(titles, 3)}${earlier === 0 ? '' : others}`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/header-changed.js

const FIELDS = {
    userVersion: 'user_version',
    applicationId: 'application_id',
    pageSize: 'page_size',
    encoding: 'encoding',
    autoVacuum: 'auto_vacuum',
    journalMode: 'journal_mode',
};
const header_changed_rule = {
    id: 'header-changed',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A value of the file header changed',
    why: 'Applications and tools read these values: a schema version that goes back makes migrations run again.',
    remedy: 'Set the value again at the end of the migration, or allow the change with a reason, in the config or the migration.',
    check(facts) {
        const { before, after } = facts;
        if (!wasRehearsed(facts) || before === undefined || after === undefined)
            return [];
        return Object.keys(FIELDS).flatMap((field) => {
            const [from, to] = [before.header[field], after.header[field]];
            const meant = field === 'userVersion' && (isOwned(facts) || (to > from && setsUserVersion(facts)));
            return from === to || meant
                ? []
                : [
                    {
                        // Tools set it on every connection: it says nothing of a migration.
                        ...(field === 'journalMode' && facts.command !== undefined && { severity: 'notice' }),
                        message: `${FIELDS[field]}: ${from} → ${to}.`,
                        object: FIELDS[field],
                    },
                ];
        });
    },
};
/** The tool counts its migrations there. */
function isOwned({ plan }) {
    return plan?.bookkeeping.userVersion ?? false;
}
/** The migration's own SQL says that it moves the version. */
function setsUserVersion({ plan }) {
    const setting = /^pragma\s+(\S+\s*\.\s*)?user_version\s*[=(]/i;
    return plan?.steps.some((step) => step.do === 'exec' && setting.test(step.sql)) ?? false;
}

;// CONCATENATED MODULE: ./lib/judge/rules/history-changed.js

const history_changed_rule = {
    id: 'history-changed',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'The migration changes what the tool knows of migrations',
    why: 'By these rows the tool decides what is to be run: it runs a migration a second time, or never.',
    remedy: "Leave the tool's table to the tool, or use its own command for it; if the change is meant, allow it with a reason, in the config or the migration.",
    check(facts) {
        const { plan, changes } = facts;
        if (!wasRehearsed(facts) || plan === undefined)
            return [];
        return plan.bookkeeping.tables.flatMap((table) => [
            ...written(facts, table),
            ...dropped(facts, table, changesOf(changes?.tables, table)[0]),
        ]);
    },
};
const changesOf = byName(({ table }) => table);
const VERBS = ['delete', 'update', 'upsert', 'insert'];
const WORDS = { delete: 'deletes', update: 'changes', upsert: 'writes', insert: 'adds' };
/** By the migration's own SQL: what the tool writes itself are other steps of the plan. */
function written(facts, table) {
    return writingStatements(facts, table, VERBS).flatMap((statement) => {
        const { rows = 0 } = statement;
        const named = statement.names.find((one) => one.verb in WORDS);
        // A table that is being rebuilt has another name while it is filled.
        if (rows === 0 || named === undefined || !(0,quote/* sameName */.q)(named.name, table))
            return [];
        return [
            {
                message: `${table}: the migration's own SQL ${WORDS[named.verb]} ${(0,numbers/* counted */.h)(rows, 'row')} of the tool's history.`,
                table,
                count: rows,
                ...placeOf(facts, [statement]),
            },
        ];
    });
}
function dropped(facts, table, change) {
    const drops = writingStatements(facts, table, ['drop']);
    const lost = (change?.removed ?? 0) + (change?.changed ?? 0);
    if (drops.length === 0 || lost === 0)
        return [];
    return [
        {
            message: `${table}: ${(0,numbers/* counted */.h)(lost, 'row')} of the tool's history ${lost === 1 ? 'is' : 'are'} gone, or others, since the table was made anew.`,
            table,
            count: lost,
            ...placeOf(facts, drops.slice(-1)),
        },
    ];
}

;// CONCATENATED MODULE: ./lib/judge/rules/index-lost.js

const index_lost_rule = {
    id: 'index-lost',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'An index is gone or is another one',
    why: 'Queries that used it become slow, and a unique index no longer guards its columns. A table rebuild drops every index of the table.',
    remedy: 'Make the index again at the end of the migration.',
    check(facts) {
        const lost = objectChanges(facts).filter((object) => object.kind === 'index' &&
            (object.change === 'removed' || object.change === 'changed') &&
            !object.withOwner &&
            // Of a unique one that is gone by name, constraint-lost says what is no longer kept out.
            !(object.effect === 'unguarded' && namingIndex(facts, object) !== undefined));
        return lost.map((object) => {
            const { name, table, change, detail = '', effect } = object;
            const statement = namingIndex(facts, object);
            const where = table === undefined ? '' : ` on ${table}`;
            const what = change === 'removed' ? 'is gone' : `is another index now: ${detail}`;
            return {
                ...((statement !== undefined || effect === 'kept') && { severity: 'notice' }),
                message: `${name}${where} ${what}${statement === undefined ? '' : ', by name'}.`,
                object: name,
                ...(table !== undefined && { table }),
                ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/kit/content/releases.js
/** Negative where `left` is the older release. */
function compareReleases(left, right) {
    const [ours, theirs] = [left, right].map((release) => release.split('.').map(Number));
    const differing = [0, 1, 2, 3].find((at) => (ours?.[at] ?? 0) !== (theirs?.[at] ?? 0)) ?? 0;
    return (ours?.[differing] ?? 0) - (theirs?.[differing] ?? 0);
}

;// CONCATENATED MODULE: ./lib/judge/kit/search-failures.js
/** How integrity_check begins a line about a virtual table (SQLite's fts3.c, fts5_main.c, rtree.c). */
const ABOUT_INDEX = /^(malformed inverted index for FTS|unable to validate the inverted index for FTS|fts5: |In RTree )/;
/** Lines of integrity_check about the file itself and its tables: a search index that is refused has a rule of its own. */
function fileLines({ integrity, searchFailures }) {
    return integrity.messages.filter((line) => !searchFailures.some(({ table }) => isAbout(line, table)));
}
/** PRAGMA integrity_check, too, refuses the index of that name. */
function reportsIndex({ integrity }, table) {
    return integrity.messages.some((line) => isAbout(line, table));
}
function isAbout(line, table) {
    if (!ABOUT_INDEX.test(line))
        return false;
    const named = line.split(/: (?=SQL logic error|entries are wrong)/)[0] ?? '';
    return named.endsWith(` main.${table}`) || line.includes(`"${table}"`);
}

;// CONCATENATED MODULE: ./lib/judge/rules/integrity-damaged.js

/** Lines of integrity_check about rows that a constraint should have kept out: the file itself is sound. */
const BROKEN_ROWS = /^(CHECK constraint failed in|NULL value in|(NUMERIC|TEXT|non-\w+) value in) /;
const CORRECT = 'Correct these rows, or the constraint, before you migrate: every write to them fails, and so does a copy of the table.';
const integrity_damaged_rule = {
    id: 'integrity-damaged',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'The database file is damaged',
    why: 'Queries on a damaged file can fail or give wrong rows, and a migration can spread the damage.',
    remedy: 'Restore a sound backup, or recover what can be read with `sqlite3 FILE .recover`, before you migrate.',
    check({ before, after }, { productionSqlite }) {
        const texts = [...new Set([before, after].flatMap((side) => side?.integrity.realTexts ?? []))];
        return [...damage(before, after), ...texts.map((name) => ofRealText(name, productionSqlite))];
    },
};
/** What another release of SQLite would call sound: an error only where production has one that does not. */
function ofRealText(name, production) {
    const isOlder = production === undefined ? undefined : compareReleases(production, '3.53') < 0;
    const there = production === undefined
        ? 'Which of both production has is not known: say it as `production-sqlite`.'
        : isOlder
            ? `Production has ${production}, where it is sound.`
            : `Production has ${production}.`;
    return {
        severity: isOlder === undefined ? 'warning' : isOlder ? 'notice' : 'error',
        message: `${name} rests on REAL numbers written as text: SQLite before 3.53 writes 15 digits, later releases 17, and to them it looks damaged. ${there}`,
        remedy: `After an update of SQLite to 3.53 make it anew (REINDEX ${(0,quote/* quoteName */.AB)(name)}; correct the rows of a CHECK), or round the numbers: round(x, 6), printf('%.6f', x).`,
        object: name,
    };
}
function damage(before, after) {
    const sides = [
        { name: 'before the migration', messages: before && fileLines(before) },
        { name: 'after the migration', messages: after && fileLines(after) },
    ].filter(({ messages = [] }) => messages.length > 0);
    const [first] = sides;
    if (first === undefined)
        return [];
    const { messages = [] } = first;
    const when = sides.map(({ name }) => name).join(' and ');
    const text = `${when}: ${list(messages, 5)}.`;
    const onlyRows = messages.length > 0 && messages.every((message) => BROKEN_ROWS.test(message));
    return [
        onlyRows
            ? { message: `Rows break a constraint ${text}`, remedy: CORRECT, count: messages.length }
            : { message: `Damaged ${text}`, count: messages.length },
    ];
}

;// CONCATENATED MODULE: ./lib/judge/kit/content/parts-by-file.js
/**
 * A difference of a table, divided by the files that brought it, so that what one file declares says nothing of another
 * one's work. `counts`: by column, or for whole rows without a name. One part where one file did all, or where a replay
 * did not find out.
 */
function partsByFile({ changes, rehearsal }, table, what, counts) {
    const whole = { counts: new Map(counts), statements: [] };
    const byFile = new Map();
    for (const [column, count] of counts) {
        const cause = changes?.causes?.find((one) => 'what' in one && one.table === table && one.column === column && one.what === what);
        if (cause === undefined)
            return [whole];
        for (const share of cause.shares ?? [{ statement: cause.statement, count }]) {
            const statement = rehearsal.statements[share.statement];
            if (statement === undefined)
                return [whole];
            const part = byFile.get(statement.file) ?? { counts: new Map(), statements: [] };
            part.counts.set(column, (part.counts.get(column) ?? 0) + share.count);
            if (!part.statements.includes(statement))
                part.statements.push(statement);
            byFile.set(statement.file, part);
        }
    }
    return byFile.size > 1 ? [...byFile.values()] : [whole];
}

;// CONCATENATED MODULE: ./lib/judge/kit/failures/statement-text.js

/** The plan's step of each statement of the rehearsal: both are in the order of the plan. */
const stepsOf = once(({ plan, rehearsal }) => {
    const steps = (plan?.steps ?? []).filter((step) => step.do === 'exec');
    return new Map(rehearsal.statements.map((statement, at) => [statement, steps[at]]));
});
/** What a statement of the rehearsal says, as it stands in its file. */
function sqlOf(facts, statement) {
    return stepsOf(facts).get(statement)?.sql;
}
const statement_text_MOST_SHOWN = 200;
/** SQL in one line, cut where it is long. */
function shortened(sql, most = statement_text_MOST_SHOWN) {
    const line = sql
        .slice(0, 4 * most)
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/;$/, '');
    if (line.length <= most && sql.length <= 4 * most)
        return line;
    // A surrogate pair is not cut in half.
    return `${line
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

;// CONCATENATED MODULE: ./lib/judge/kit/places/cascade.js

/** What a foreign key does to its rows when their parent goes. */
const ACTIONS = new Set(['CASCADE', 'SET NULL', 'SET DEFAULT']);
/**
 * The finding with its cause in words where the guilty statement took rows of a parent of the table, or of a parent's
 * parent: with foreign keys on, DROP TABLE deletes the rows first, and the foreign key acts on their children
 * (sqlite.org/lang_droptable.html). After a command nobody knows the statements: there the structure alone tells.
 */
function withCascade(facts, finding, isMeant) {
    const { table = '' } = finding;
    if (facts.command !== undefined)
        return withLikelyCascade(facts, finding);
    for (const statement of contentStatements(facts, table, isMeant)) {
        const told = cascadeOf(facts, nameBefore(facts, table), statement);
        if (told !== undefined)
            return { ...finding, ...told, message: `${finding.message} ${told.message}` };
    }
    return finding;
}
function cascadeOf(facts, table, statement) {
    for (const named of statement.names) {
        const isDrop = named.verb === 'drop' && named.kind === 'table';
        if (!isDrop && named.verb !== 'delete' && named.verb !== 'upsert')
            continue;
        const root = nameAtStart(facts, named.name, statement);
        const way = (0,quote/* sameName */.q)(root, table) ? undefined : wayFrom(facts, table, (name) => (0,quote/* sameName */.q)(name, root));
        if (way === undefined)
            continue;
        const went = `ON DELETE ${way.key.onDelete} went on from there${throughWords(way)}`;
        if (isDrop) {
            const remedy = rebuildWithoutCascade(facts.plan?.profile, way.root);
            return { message: `DROP TABLE ${named.name} deletes its rows first, and ${went}.`, remedy };
        }
        if (named.verb === 'delete')
            return { message: `DELETE FROM ${named.name} took its parents, and ${went}.` };
        if (!/\breplace\b/i.test(sqlOf(facts, statement) ?? ''))
            continue;
        const remedy = 'Write INSERT … ON CONFLICT … DO UPDATE instead of REPLACE: it changes the row where it is.';
        return { message: `REPLACE deletes the row of ${named.name} that it replaces, and ${went}.`, remedy };
    }
    return undefined;
}
/** The shortest way; only the table's own key may do something else than delete. */
function wayFrom(facts, table, isRoot) {
    const known = new Set([(0,quote/* foldName */.zN)(table)]);
    let level = keysOf(facts, table).map((key) => ({ root: key.parent, key, through: [] }));
    while (level.length > 0) {
        const found = level.find(({ root }) => isRoot(root));
        if (found !== undefined)
            return found;
        level = level.flatMap(({ root, key, through }) => {
            if (known.has((0,quote/* foldName */.zN)(root)))
                return [];
            known.add((0,quote/* foldName */.zN)(root));
            return keysOf(facts, root)
                .filter(({ onDelete }) => onDelete === 'CASCADE')
                .map(({ parent }) => ({ root: parent, key, through: [root, ...through] }));
        });
    }
    return undefined;
}
/** Those that act, of a table by its name in *before*; of one that the migration made, as it is now. */
function keysOf({ before, after }, name) {
    const [table] = [
        ...tablesNamed(before?.schema.tables, name),
        ...tablesNamed(after?.schema.tables, name),
    ];
    return (table?.foreignKeys ?? []).filter(({ onDelete }) => ACTIONS.has(onDelete));
}
function throughWords({ through }) {
    return through.length === 0 ? '' : ` by way of ${list(through)}`;
}
/** The name in *before* of what a statement calls so: a rebuild may have set it aside under another one. */
function nameAtStart(facts, name, statement) {
    const executed = executedStatements(facts);
    const earlier = executed.slice(0, executed.indexOf(statement)).flatMap(({ names }) => names);
    return earlier.reduceRight((current, named) => (named.verb === 'rename-table' && (0,quote/* sameName */.q)(named.to, current) ? named.name : current), name);
}
/** A parent that is another table now, with all its rows, while its child lost some: it was dropped on the way. */
function withLikelyCascade(facts, finding) {
    const way = wayFrom(facts, nameBefore(facts, finding.table ?? ''), (name) => wasRebuilt(facts, name));
    if (way === undefined)
        return finding;
    const { root, key } = way;
    return {
        ...finding,
        message: `${finding.message} Probably ${root} was rebuilt with foreign keys on: DROP TABLE deletes its rows first, and ON DELETE ${key.onDelete} went on from there${throughWords(way)}.`,
        remedy: rebuildWithoutCascade(undefined, root),
    };
}
/** The same text, or the longer one that ADD COLUMN leaves. */
function isAltered(before, after) {
    return after.startsWith(before.slice(0, Math.max(0, before.lastIndexOf(')'))).trimEnd());
}
function wasRebuilt(facts, name) {
    const now = nameAfter(facts, name);
    const [former] = tablesNamed(facts.before?.schema.tables, name);
    const [current] = tablesNamed(facts.after?.schema.tables, now);
    if (former === undefined || current === undefined || isAltered(former.sql, current.sql))
        return false;
    return !tableChanges(facts).some(({ table, removed }) => removed > 0 && (0,quote/* sameName */.q)(table, now));
}

;// CONCATENATED MODULE: ./lib/judge/kit/value-findings.js

/** JSON that is no longer what it was is among the changed values, and so are its samples. */
const CHANGED = new Set(['jsonBroken', 'jsonStringified']);
/**
 * One finding for each table in which values differ in this way, naming every column concerned; where several files did
 * it, one for each of them.
 */
function valueFindings(facts, kind, describe, isConcerned = () => true) {
    const what = CHANGED.has(kind) ? 'changed' : kind;
    return tableChanges(facts).flatMap((change) => {
        const counts = new Map(change.columns.flatMap((column) => {
            const count = isConcerned(change.table, column.column) ? (column[kind] ?? 0) : 0;
            return count > 0 ? [[column.column, count]] : [];
        }));
        if (counts.size === 0)
            return [];
        const parts = what === kind ? partsByFile(facts, change.table, what, counts) : [];
        if (parts.length < 2)
            return [wholeFinding(facts, change, { kind, what, counts, describe })];
        return parts.map((part) => partFinding(facts, change, part, { kind, describe }));
    });
}
function wholeFinding(facts, change, { kind, what, counts, describe }) {
    const { table, samples } = change;
    const isMeant = (cause) => cause.what === what;
    const finding = {
        ...described(change, counts, { kind, describe }),
        ...(kind === what && samplesOf(samples?.[kind])),
        ...withQuery(selectDiffering(facts, change, kind, [...counts.keys()])),
        ...placeOfContent(facts, table, isMeant, writingStatements(facts, table, ['update', 'upsert'])),
    };
    return withCascade(facts, finding, isMeant);
}
/** What one of several files did; the samples and the query are of all of them. */
function partFinding(facts, change, part, as) {
    const counts = new Map([...part.counts].flatMap(([column, count]) => (column === undefined ? [] : [[column, count]])));
    return {
        ...described(change, counts, as),
        ...withQuery(selectDiffering(facts, change, as.kind, [...counts.keys()])),
        ...placeOf(facts, part.statements.slice(0, 1)),
    };
}
function described({ table }, counts, { describe }) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const detail = [...counts].map(([column, count]) => `${column} (${(0,numbers/* whole */.W)(count)})`);
    return {
        message: `${table}: ${describe((0,numbers/* counted */.h)(total, 'value'))}: ${detail.join(', ')}.`,
        table,
        columns: [...counts.keys()],
        count: total,
    };
}

;// CONCATENATED MODULE: ./lib/judge/rules/json-broken.js

const json_broken_rule = {
    id: 'json-broken',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'JSON does not parse any more',
    why: 'These values were JSON objects or arrays before the migration; code that reads them as JSON fails on them.',
    remedy: 'Change JSON with json_set(), json_replace() and their likes, not as text.',
    check: (facts) => valueFindings(facts, 'jsonBroken', (values) => `${values} no longer parse as JSON`),
};

;// CONCATENATED MODULE: ./lib/judge/rules/json-stringified.js

const json_stringified_rule = {
    id: 'json-stringified',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'JSON became a text inside of JSON',
    why: 'These values were JSON objects or arrays and are encoded twice now: they still parse, but what comes out is a text, in which no path finds anything.',
    remedy: 'Do not quote what is JSON already: leave out json_quote(), or take json() instead.',
    check: (facts) => valueFindings(facts, 'jsonStringified', (values) => `${values} that held JSON objects or arrays are JSON strings which hold them`),
};

;// CONCATENATED MODULE: ./lib/judge/rules/made-and-lost.js

const made_and_lost_rule = {
    id: 'made-and-lost',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'What the migration made is gone again',
    why: 'A later rebuild of the table was written without it, as where two branches change one table: nothing that was there before is lost, and what the first of them was for is not there.',
    remedy: 'Take it over in the rebuild: columns and values in the new table and its INSERT, indexes and triggers made again after the rename. If it is to go, drop it by name.',
    check(facts) {
        if (!wasRehearsed(facts))
            return [];
        const found = (facts.rehearsal.madeAndLost ?? []).filter((one) => isNews(facts, one));
        return found.map((one) => {
            const statement = facts.rehearsal.statements[one.statement];
            return {
                ...told(one),
                ...(one.count !== undefined && { count: one.count }),
                ...placeOf(facts, statement === undefined ? [] : [statement]),
            };
        });
    },
};
/** Rows of a table that had some before are told by `rows-lost`. */
function isNews(facts, { kind, table }) {
    const former = nameBefore(facts, table);
    const before = facts.before?.tables.find((one) => (0,quote/* sameName */.q)(one.table, former));
    return kind !== 'rows' || (before?.rows ?? 0) === 0;
}
function told({ kind, name, table, count = 0 }) {
    const rebuilt = `the rebuild that drops ${table}`;
    switch (kind) {
        case 'column':
            return {
                message: `${table}.${name}: the column that the migration itself made is gone again: ${rebuilt} does not take it over.`,
                table,
                columns: [name],
            };
        case 'values':
            return {
                message: `${table}.${name}: ${(0,numbers/* counted */.h)(count, 'value')} that the migration itself wrote ${count === 1 ? 'is' : 'are'} gone again: ${rebuilt} does not copy the column.`,
                table,
                columns: [name],
            };
        case 'rows':
            return {
                message: `${table}: ${(0,numbers/* counted */.h)(count, 'row')} that the migration itself made ${count === 1 ? 'is' : 'are'} gone again: ${rebuilt} copies none.`,
                table,
            };
        default:
            return {
                message: `${name}: the ${kind} that the migration itself made on ${table} is gone again: ${rebuilt} does not make it again.`,
                table,
                object: name,
            };
    }
}

;// CONCATENATED MODULE: ./lib/judge/rules/migration-edited.js

const migration_edited_rule = {
    id: 'migration-edited',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'An applied migration was edited',
    why: 'The file is not the one that the database was migrated with, so nobody can say from the files what the schema is. Other line ends are another file too.',
    remedy: 'Restore the file as it was applied (mind CRLF: `*.sql text eol=lf` in .gitattributes), and put the change into a new migration.',
    check: (facts) => planProblems(facts, 'edited'),
};

;// CONCATENATED MODULE: ./lib/judge/kit/failures/violation-words.js

/** Which rows break the constraint that a statement stopped at, and where the query lists them; or nothing. */
function violationWords(violation) {
    if (violation === undefined)
        return '';
    const where = violation.runsIn === 'before'
        ? 'the query lists them in the snapshot'
        : 'the query lists them in the database as it is at this statement';
    return ` ${rowsWords(violation)}; ${where}.`;
}
function rowsWords({ constraint, table, columns, parent = '', refers, rows }) {
    const place = columns.length === 0 ? table : `${table}(${list(columns)})`;
    switch (constraint) {
        case 'UNIQUE':
            return `${(0,numbers/* counted */.h)(rows, 'row holds', 'rows hold')} in ${place} what another one holds`;
        case 'NOT NULL':
            return `${(0,numbers/* counted */.h)(rows, 'row has', 'rows have')} no value for ${place}`;
        case 'CHECK':
            return `${(0,numbers/* counted */.h)(rows, 'row breaks', 'rows break')} it`;
        case 'FOREIGN KEY':
            return refers
                ? `${(0,numbers/* counted */.h)(rows, 'row', 'rows')} of ${place} ${rows === 1 ? 'refers' : 'refer'} to what is to go from ${parent}`
                : `${(0,numbers/* counted */.h)(rows, 'row', 'rows')} of ${place} ${rows === 1 ? 'has' : 'have'} no parent in ${parent}`;
        case 'datatype':
            return `${(0,numbers/* counted */.h)(rows, 'row holds', 'rows hold')} in ${place} what its type does not take`;
    }
}
function violation_words_subjectOf(violation) {
    if (violation === undefined)
        return {};
    const { table, columns, rows, query, samples } = violation;
    return {
        table,
        ...(columns.length > 0 && { columns }),
        count: rows,
        query: `${query};`,
        ...samplesOf(samples),
    };
}

;// CONCATENATED MODULE: ./lib/judge/rules/migration-failed.js

const migration_failed_rule = {
    id: 'migration-failed',
    severity: 'error',
    kind: 'problem',
    about: 'failure',
    loss: 'never',
    allowable: false,
    title: 'The migration fails',
    why: 'Production would stop at the same statement.',
    remedy: 'Correct the statement, and rehearse again.',
    check(facts) {
        const { rehearsal, plan, command } = facts;
        const { failure, statements, outcome } = rehearsal;
        const invalid = withRecorded(facts, planProblems(facts, 'invalid'));
        if (outcome !== 'failed' || failure === undefined || failure.during === 'refusal')
            return invalid;
        if (missingPart(failure) !== undefined)
            return invalid;
        const statement = failure.statement === undefined ? undefined : statements[failure.statement];
        const what = statement === undefined ? ACTS[failure.during] : `"${textOf(facts, statement)}"`;
        const halfWay = keptAfterFailure(facts).statements.length > 0;
        const remedy = command === undefined ? explain(failure, plan?.profile) : commandRemedy(command.exitCode);
        return [
            ...invalid,
            {
                message: `${what} fails: ${failure.message}.${violationWords(failure.violation)}${halfWay ? '' : recordedWords(facts)}`,
                ...(remedy !== undefined && { remedy }),
                ...violation_words_subjectOf(failure.violation),
                ...locationOf(failure),
            },
        ];
    },
};
/** Where the tool stops at a file that it cannot use, what it ran before stays. */
function withRecorded(facts, problems) {
    const { outcome, failure } = facts.rehearsal;
    if (outcome !== 'failed' || failure?.during !== 'refusal')
        return [...problems];
    const words = recordedWords(facts);
    return problems.map((problem, at) => at === problems.length - 1 ? { ...problem, message: `${problem.message}${words}` } : problem);
}
/** Of the failing statement one wants to see the SQL itself, whatever its author wrote above it. */
function textOf(facts, statement) {
    return shortened(sqlOf(facts, statement) ?? statement.title);
}
const ACTS = {
    statement: 'The statement',
    begin: 'BEGIN',
    commit: 'COMMIT',
    pragma: 'PRAGMA',
    record: "The tool's own record of the migration",
    refusal: 'The tool',
    opening: 'The next opening of the database',
    command: 'The command',
};
/** What a shell means by its own exit codes (POSIX, Shell Command Language, 2.8.2). */
function commandRemedy(exitCode) {
    if (exitCode === 127) {
        return 'The shell found no such program: install it in a step before this one, or correct its path, which starts from `working-directory`.';
    }
    if (exitCode === 126)
        return 'The program may not be executed: give it permission, or name its interpreter.';
    return "Read what it printed in the job's log, where this step runs the command; no report holds it.";
}

;// CONCATENATED MODULE: ./lib/judge/rules/migration-missing.js

const migration_missing_rule = {
    id: 'migration-missing',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'A migration has no file',
    why: 'The database or the journal names a migration whose file is not there.',
    remedy: 'Restore the file; if the snapshot comes from another branch, take one of the right one.',
    check: (facts) => planProblems(facts, 'missing'),
};

;// CONCATENATED MODULE: ./lib/judge/rules/migration-out-of-order.js

const migration_out_of_order_rule = {
    id: 'migration-out-of-order',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A migration is older than what is applied',
    why: 'It was merged after a younger one had been applied. Some tools refuse to go on, some pass over it for ever, without a word.',
    remedy: 'Give it a number or time after the last applied one; if what it does is done already, allow it with a reason.',
    check: (facts) => planProblems(facts, 'out-of-order'),
};

;// CONCATENATED MODULE: ./lib/judge/rules/migration-timeout.js

const migration_timeout_rule = {
    id: 'migration-timeout',
    severity: 'error',
    kind: 'problem',
    about: 'run',
    loss: 'never',
    allowable: false,
    title: 'The migration did not end in time',
    why: 'In production the database would be locked for writers at least as long.',
    remedy: 'Look for a query without end or without an index; if the migration is meant to take this long, raise `timeout-minutes` (and `command-timeout-minutes`, where it is set).',
    check({ incidents, rehearsal, command, unfinished = [] }) {
        const incident = incidents.find(({ task, kind }) => task === 'rehearse' && kind === 'timeout');
        if (incident === undefined)
            return [];
        const running = rehearsal.statements.find(({ status }) => status === 'failed');
        const whole = command === undefined ? 'The rehearsal' : 'The command';
        const where = running === undefined ? whole : `"${running.title}"`;
        const { file, line } = running ?? {};
        // A tool waits for its own lock, however old it is.
        const lock = command && unfinished.find(({ kind }) => kind === 'locked');
        return [
            {
                message: `${where} was still running and was ${incident.detail}.${lock === undefined ? '' : ` ${sentence(lock.sentence)}`}`,
                ...(lock !== undefined && { remedy: lock.remedy }),
                ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/judge/kit/failures/interrupted-rebuilds.js

/** What tools call the new table of a rebuild until it takes the old one's name. */
const WORKING_NAMES = [
    { pattern: /^_alembic_tmp_(.+)$/i, tool: 'Alembic' },
    { pattern: /^__new_(.+)$/i, tool: 'Drizzle' },
    { pattern: /^new__(.+)$/i, tool: 'Django' },
    { pattern: /^ef_temp_(.+)$/i, tool: 'EF Core' },
    { pattern: /^__temp__(.+)$/i, tool: 'Laravel or Doctrine' },
    { pattern: /^_knex_temp_alter\d+$/i, tool: 'Knex' },
    { pattern: /^sqlb_temp_table_\d+$/i, tool: 'DB Browser for SQLite' },
    { pattern: /^(?:new|temporary|temp|tmp)_+(.+)$/i },
    { pattern: /^(.+?)_+(?:new|temporary|temp|tmp)$/i },
];
/**
 * Tables with the working name of a rebuild that were there before; not those that the migration has taken away. A name
 * that could be anybody's counts only beside its original, where one of the two has all columns of the other.
 */
function leftovers(facts) {
    const tables = (facts.before?.schema.tables ?? []).filter(({ kind }) => kind === 'table');
    const byName = new Map(tables.map((table) => [(0,quote/* foldName */.zN)(table.name), table]));
    const after = wasRehearsed(facts) ? facts.after?.schema.tables : undefined;
    const still = after && new Set(after.map(({ name }) => (0,quote/* foldName */.zN)(name)));
    return tables
        .filter(({ name }) => still?.has((0,quote/* foldName */.zN)(name)) ?? true)
        .flatMap((table) => leftoverOf(table, byName) ?? []);
}
function leftoverOf(table, tables) {
    for (const { pattern, tool } of WORKING_NAMES) {
        const found = pattern.exec(table.name);
        if (found === null)
            continue;
        const original = tables.get((0,quote/* foldName */.zN)(found[1] ?? ''));
        if (tool === undefined && (original === undefined || !isVersionOf(table, original)))
            continue;
        return {
            table: table.name,
            ...(original && { original: original.name }),
            ...(tool !== undefined && { tool }),
        };
    }
    return undefined;
}
function isVersionOf(one, other) {
    const [fewer, more] = [columnsOf(one), columnsOf(other)].toSorted((a, b) => a.length - b.length);
    return fewer?.every((name) => more?.includes(name)) ?? false;
}
function columnsOf({ columns }) {
    return columns.map(({ name }) => (0,quote/* foldName */.zN)(name));
}

;// CONCATENATED MODULE: ./lib/judge/rules/migration-unfinished.js

const migration_unfinished_rule = {
    id: 'migration-unfinished',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'An earlier migration seems not to have ended',
    why: 'A mark, a lock or a working table that an interrupted migration left stops the next one, or sends it another way.',
    remedy: 'Find out what that migration has done, and clear what it left.',
    check: (facts) => [...marks(facts), ...leftovers(facts).map((leftover) => working(leftover, facts))],
};
/** Where a plan was made, its own layout has judged its account; a tool that migrated well was not stopped by it. */
function marks({ unfinished = [], plan, command, rehearsal }) {
    if (plan !== undefined || (command !== undefined && rehearsal.outcome === 'done'))
        return [];
    return unfinished.map(({ sentence: said, remedy, table }) => ({ message: sentence(said), remedy, table }));
}
function working({ table, original, tool }, { before }) {
    const rows = before?.tables.find((counted) => counted.table === table)?.rows;
    const whose = tool === undefined ? 'as a rebuild names its new table' : `as ${tool} names it in a rebuild`;
    const beside = original === undefined ? ', and the table that it was to become is gone' : ` beside ${original}`;
    return {
        message: `${table} stands there${beside}, ${whose}.`,
        remedy: original === undefined
            ? `Its rows may be all that is left of the table: look at them before anything else, and rename it if they are.`
            : `If a rebuild of ${original} was interrupted, compare the two, and drop ${table} in production: the next rebuild stops at it.`,
        table,
        ...(rows !== undefined && { count: rows }),
    };
}

;// CONCATENATED MODULE: ./lib/judge/rules/migrations-dirty.js

const migrations_dirty_rule = {
    id: 'migrations-dirty',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'An earlier migration did not end well',
    why: 'The tool has noted that a migration began and did not end, and runs nothing until somebody has looked at it.',
    remedy: `${FIX_BY_HAND}; then take a new snapshot.`,
    check: (facts) => planProblems(facts, 'dirty'),
};

;// CONCATENATED MODULE: ./lib/judge/rules/moved.js

const moved_rule = {
    id: 'moved',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'What was to move did not arrive whole',
    why: 'A statement copied this to another place before it was dropped or deleted. What is in neither place is lost, also where it was allowed to go.',
    remedy: 'Look at the condition, the join or the conflict clause of the statement that copies; if the rest is meant to go, allow it with a reason, in the config or the migration.',
    check(facts) {
        return movesOf(facts).map((move) => {
            const { kind, table, column, of, nowhere } = move;
            const subject = column === undefined ? table : `${table}.${column}`;
            const what = column === undefined ? (0,numbers/* counted */.h)(of, 'row') : (0,numbers/* counted */.h)(of, 'value');
            const place = moves_placesOf(move);
            const common = {
                table,
                ...(column !== undefined && { columns: [column] }),
                ...placeOf(facts, movingStatement(facts, move)),
            };
            if (nowhere === 0) {
                return {
                    ...common,
                    severity: 'notice',
                    message: `${subject}: ${whatMoved(kind, what, of)} in ${place} now.`,
                    remedy: 'Deploy the code that knows the new place together with the migration.',
                    count: of,
                };
            }
            const change = tableChanges(facts).find((one) => one.table === table);
            const gone = kind === 'rows' && change ? conditionOfRemoved(facts, change) : undefined;
            return {
                ...common,
                message: `${subject}: ${(0,numbers/* whole */.W)(nowhere)} of ${what} ${nowhere === 1 ? 'is' : 'are'} not in ${place}, where the migration copies them, and nowhere else.`,
                count: nowhere,
                query: selectNowhere(move, nameBefore(facts, table), gone),
            };
        });
    },
};
function whatMoved(kind, what, of) {
    const verb = of === 1 ? 'is' : 'are';
    if (kind === 'rows')
        return `the ${what} that ${verb} gone from there ${verb}`;
    return of === 1 ? `it is gone, and its ${what} is` : `it is gone, and all of its ${what} are`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/needs-app-function.js

const needs_app_function_rule = {
    id: 'needs-app-function',
    severity: 'error',
    kind: 'problem',
    about: 'failure',
    loss: 'never',
    allowable: false,
    title: 'The migration needs a function, collation, module or tokenizer that SQLite does not have',
    why: 'What an application registers, or loads as an extension, exists in its own connections only: a migration that needs it runs nowhere else.',
    remedy: "Run it with the application's own tool, and rehearse it so: `command` instead of `migrations`. If the name is misspelt, correct it.",
    check({ rehearsal }) {
        const { failure, outcome } = rehearsal;
        const name = failure && missingPart(failure);
        if (outcome !== 'failed' || failure === undefined || name === undefined)
            return [];
        return [{ message: `${failure.message}.`, object: name, ...locationOf(failure) }];
    },
};

;// CONCATENATED MODULE: ./lib/judge/kit/effects/passed-over.js

/** Statements that SQLite passed over: IF NOT EXISTS over something else of that name, IF EXISTS over nothing. */
function passedOver(facts) {
    return (facts.rehearsal.noEffects ?? []).flatMap((one) => {
        const statement = facts.rehearsal.statements[one.statement];
        if (statement === undefined || isBookkeeping(facts, one.object.name))
            return [];
        return passed_over_findings[one.kind](facts, one, statement).map((finding) => ({
            ...passed_over_subjectOf(one),
            ...finding,
            ...placeOf(facts, [statement]),
        }));
    });
}
/** What is said of each kind. */
const passed_over_findings = {
    exists: (_, { object, lacks = [] }) => [
        {
            message: `CREATE ${object.kind.toUpperCase()} IF NOT EXISTS ${object.name} did nothing: there is one of that name already, and it lacks ${lacks.join('; ')}.`,
            remedy: 'Change what is there instead: ALTER TABLE or a rebuild for a table; DROP … IF EXISTS and CREATE for an index, trigger or view.',
        },
    ],
    absent: (facts, one) => isMadeAgain(facts, one)
        ? []
        : [
            {
                severity: 'notice',
                message: `DROP ${one.object.kind.toUpperCase()} IF EXISTS ${one.object.name} met nothing of that name.`,
                remedy: 'Check the name.',
            },
        ],
};
function passed_over_subjectOf({ object: { kind, name } }) {
    return kind === 'table' ? { table: name } : { object: name };
}
/** DROP … IF EXISTS before a CREATE is there to be able to run again. */
function isMadeAgain({ rehearsal }, { object, statement }) {
    return rehearsal.statements
        .slice(statement + 1)
        .some(({ names }) => names.some((named) => (named.verb === 'create' && named.kind === object.kind && (0,quote/* sameName */.q)(named.name, object.name)) ||
        (named.verb === 'rename-table' && object.kind === 'table' && (0,quote/* sameName */.q)(named.to, object.name))));
}

// EXTERNAL MODULE: ./lib/sql/tokens.js
var sql_tokens = __webpack_require__("lib/sql/tokens.js");
;// CONCATENATED MODULE: ./lib/sql/canonical.js

const SYNONYMS = { '!=': '<>', '==': '=' };
/**
 * One spelling for SQL that differs only in case, white space, comments and the quotes around names:
 * equal results mean the same schema text. String literals and numbers stay as they are.
 */
function canonical(sql) {
    return join(canonicalTokens(sql, (0,sql_tokens/* meaningfulTokens */.BE)(sql)));
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
            return (0,quote/* foldName */.zN)(text);
        if (token.kind === 'quoted')
            return plainName((0,quote/* foldName */.zN)((0,sql_tokens/* nameOf */.Vb)(sql, token)));
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

;// CONCATENATED MODULE: ./lib/judge/kit/effects/without-effect.js

/** What a file itself takes back again: everything ran, and nothing of it is there. */
function rolledBackByItself(facts) {
    const { statements, leftOpen } = facts.rehearsal;
    if (!wasRehearsed(facts) || leftOpen)
        return [];
    const groups = Map.groupBy(statements.filter(({ rolledBack, writes }) => rolledBack && writes), (statement) => undoing(facts, statement));
    return [...groups].flatMap(([rollback, undone]) => {
        const lost = undone.filter((statement) => !isDoneAgain(facts, statement));
        if (rollback === undefined || lost.length === 0)
            return [];
        const tables = [
            ...new Set(lost.flatMap(({ names }) => names.map((named) => ('table' in named ? named.table : named.name)))),
        ];
        const [table] = tables;
        return [
            {
                message: `ROLLBACK takes back ${(0,numbers/* counted */.h)(lost.length, 'statement')} of the same file: ${list(lost.map((one) => without_effect_textOf(facts, one)), 2)}.`,
                remedy: 'End the transaction with COMMIT, or remove what was only a trial.',
                count: lost.length,
                ...(table !== undefined && tables.length === 1 && { table }),
                ...placeOf(facts, [rollback]),
            },
        ];
    });
}
/** The ROLLBACK that took it back. */
function undoing(facts, statement) {
    const { statements } = facts.rehearsal;
    return statements
        .slice(statements.indexOf(statement) + 1)
        .find((later) => /^rollback\b/i.test(sqlOf(facts, later) ?? ''));
}
/** The same statement ran once more, and stayed: the first time was a trial. */
function isDoneAgain(facts, statement) {
    const sql = canonical(sqlOf(facts, statement) ?? '');
    return facts.rehearsal.statements.some((other) => other.status === 'done' && !other.rolledBack && canonical(sqlOf(facts, other) ?? '') === sql);
}
/** Rows that a statement meets, and that a trigger keeps it from touching: a warning where none is left. */
function ignoredByTrigger(facts) {
    if (!wasRehearsed(facts))
        return [];
    return (facts.rehearsal.ignored ?? []).flatMap(({ statement: at, trigger, rows, skipped }) => {
        const statement = facts.rehearsal.statements[at];
        if (statement === undefined)
            return [];
        const [target] = statement.names;
        const met = skipped === rows ? (0,numbers/* counted */.h)(rows, 'row') : `${(0,numbers/* whole */.W)(skipped)} of ${(0,numbers/* counted */.h)(rows, 'row')}`;
        return [
            {
                ...(skipped < rows && { severity: 'notice' }),
                message: `"${without_effect_textOf(facts, statement)}" passes over ${met} that it meets: the trigger ${trigger} says RAISE(IGNORE).`,
                remedy: 'Drop the trigger before the statement and make it again afterwards, or leave out in the condition what it guards.',
                count: skipped,
                object: trigger,
                ...(target !== undefined && { table: target.name }),
                ...placeOf(facts, [statement]),
            },
        ];
    });
}
function without_effect_textOf(facts, statement) {
    return shortened(sqlOf(facts, statement) ?? statement.title, 80);
}

;// CONCATENATED MODULE: ./lib/judge/rules/no-effect.js

const no_effect_rule = {
    id: 'no-effect',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A statement ran and did nothing',
    why: 'What it was to make is not there, and nothing fails: the application relies on what does not exist.',
    remedy: 'Correct what keeps the statement from having its effect, or remove it.',
    check: (facts) => [...passedOver(facts), ...rolledBackByItself(facts), ...ignoredByTrigger(facts)],
};

;// CONCATENATED MODULE: ./lib/judge/rules/not-atomic.js

const not_atomic_rule = {
    id: 'not-atomic',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'The migration is not atomic',
    why: 'Whatever interrupts it, a crash or a full disk, leaves some of it applied and some not.',
    remedy: 'Put BEGIN and COMMIT around each migration (PRAGMA foreign_keys works only before BEGIN), or let the tool run each file in one transaction.',
    check({ rehearsal, plan, command }) {
        // A tool that records its migrations commits for itself in between.
        if (command !== undefined && command.bookkeeping.length > 0)
            return [];
        const migrations = plan?.pending.filter(({ statements }) => statements > 0).length ?? 0;
        if (rehearsal.outcome !== 'done' || rehearsal.commits <= Math.max(1, migrations))
            return [];
        const subject = command ? 'The command makes' : (0,numbers/* counted */.h)(migrations, 'migration makes', 'migrations make');
        return [
            {
                message: `${subject} ${(0,numbers/* counted */.h)(rehearsal.commits, 'commit')}.`,
                count: rehearsal.commits,
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/not-rerunnable.js

const not_rerunnable_rule = {
    id: 'not-rerunnable',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A second run does not end as the first',
    why: 'Where no migration history says what was applied, somebody, or a restarted deployment, will start it a second time.',
    remedy: 'Let a tool record what was applied, or write the statements so that they can be repeated: IF NOT EXISTS, and an UPDATE that passes over what is done.',
    check({ scenarios }) {
        const { outcome, stop, differences } = scenarios?.rerun ?? {};
        if (outcome !== 'fails' && outcome !== 'differs')
            return [];
        const changes = differences === undefined ? '' : spelledOut(differences);
        const what = changes === '' ? '' : ` It changes: ${changes}.`;
        const how = stop === undefined
            ? 'A second run ends, and changes the database once more.'
            : `A second run fails: ${sentence(stop.message)}`;
        return [{ message: `${how}${what}`, ...(stop && locationOfStop(stop)) }];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/nothing-pending.js

const nothing_pending_rule = {
    id: 'nothing-pending',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Nothing to migrate',
    why: 'There was nothing to rehearse, so only the health of the database was judged.',
    remedy: 'Check that `migrations` names the right folder, if something was to be rehearsed.',
    check(facts) {
        const { plan, rehearsal, command } = facts;
        if (command !== undefined) {
            const isIdle = command.copy === 'read' || command.copy === 'changed';
            if (rehearsal.outcome !== 'done' || !isIdle || !changedNothing(facts))
                return [];
            // What was asked, or went elsewhere, was pending; and where nobody keeps account, nobody knows.
            if (command.asked || command.wroteBeside || !keepsAccount(command))
                return [];
            return [
                { message: nothing_pending_IDLE, remedy: 'Check that the tool has its migrations, if something was to be run.' },
            ];
        }
        if (plan === undefined || rehearsal.outcome === 'refused')
            return [];
        if (plan.pending.some(({ statements }) => statements > 0))
            return [];
        if (plan.pending.length > 0)
            return [{ message: 'No pending migration has a statement.' }];
        const said = plan.idle === undefined ? '' : ` ${plan.idle}.`;
        const why = nothingWillRun(plan) ?? `Every migration is applied already (${plan.applied}).`;
        return [{ message: `${why}${said}` }];
    },
};
const nothing_pending_IDLE = 'The command read the copy and left everything in it as it was: nothing was pending.';

;// CONCATENATED MODULE: ./lib/judge/rules/orphans-introduced.js

const orphans_introduced_rule = {
    id: 'orphans-introduced',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'The migration leaves rows without a parent',
    why: 'Before it these rows had a parent, or did not exist; now joins lose them.',
    remedy: 'Delete or move the children before their parents, or run the migration with foreign keys enforced.',
    check(facts) {
        if (!wasRehearsed(facts))
            return [];
        return (judgedSides(facts).now?.orphans ?? []).flatMap((orphans) => {
            const { table, columns, parent, parentColumns, rows, samples } = orphans;
            const introduced = introducedOrphans(facts, orphans);
            if (introduced === 0)
                return [];
            const found = [
                ...contentStatements(facts, parent, ({ what, column }) => takesKey(what, column, parentColumns)),
                ...contentStatements(facts, table, ({ what, column }) => bringsKey(what, column, columns)),
            ];
            const named = [
                ...writingStatements(facts, parent, ['delete', 'update']),
                ...writingStatements(facts, table, ['insert', 'update', 'upsert']),
            ];
            return [
                {
                    message: `${keyWords(orphans)}: ${(0,numbers/* counted */.h)(introduced, 'row lost its parent', 'rows lost their parent')} in ${parent}, or came without one.`,
                    table,
                    columns,
                    count: introduced,
                    // Among older orphans it is not known which are new.
                    ...samplesOf(introduced === rows ? samples : undefined),
                    query: selectOrphans(orphans),
                    ...placeOf(facts, found.length > 0 ? [...new Set(found)] : named),
                },
            ];
        });
    },
};
function takesKey(what, column, key) {
    return what === 'removed' || (column !== undefined && key.includes(column));
}
function bringsKey(what, column, key) {
    return what === 'added' || (column !== undefined && key.includes(column));
}

;// CONCATENATED MODULE: ./lib/judge/rules/orphans-present.js

const orphans_present_rule = {
    id: 'orphans-present',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Rows without a parent',
    why: 'A row that refers to a parent that does not exist breaks joins, and every rebuild of its table under foreign keys.',
    remedy: 'Delete those rows or give them a parent; to fail only on orphans that a migration introduces, set `orphans: introduced`.',
    check(facts, { orphans: policy }) {
        const { now } = judgedSides(facts);
        const severity = policy === 'any' ? 'error' : 'notice';
        const failed = facts.command !== undefined && facts.rehearsal.outcome === 'failed';
        const older = (now?.orphans ?? []).flatMap((orphans) => {
            // Without a rehearsal there is no earlier state: what is there now was there before.
            const rows = orphans.rows - (wasRehearsed(facts) ? introducedOrphans(facts, orphans) : 0);
            const isOlder = !(0,database/* isHealthCheck */.v)(facts);
            return rows === 0 ? [] : [finding(orphans, { rows, severity, isOlder, failed })];
        });
        return [...older, ...repaired(facts)];
    },
};
/** The tool's own message is in the job's log, and may not say which rows it means. */
const REFUSED = ' Many tools check foreign keys at the end of a rebuild and refuse: these rows may be why the command failed.';
function finding(orphans, { rows, severity, isOlder, failed }) {
    const { table, columns, parent, rows: all, samples } = orphans;
    return {
        severity,
        message: `${isOlder ? 'Already before the migration, ' : ''}${keyWords(orphans)}: ${(0,numbers/* counted */.h)(rows, 'row refers', 'rows refer')} to no row of ${parent}.${failed ? REFUSED : ''}`,
        table,
        columns,
        count: rows,
        // Among new orphans it is not known which are older.
        ...samplesOf(rows === all ? samples : undefined),
        query: selectOrphans(orphans),
    };
}
function repaired(facts) {
    const { now, earlier } = judgedSides(facts);
    const gone = (earlier?.orphans ?? []).filter((before) => now !== undefined &&
        !now.orphans.some((after) => sameKey(facts, before, after)) &&
        // What cannot be checked any more is not repaired.
        (before.declared !== false || missingEnds(now, before).length === 0));
    return gone.map((orphans) => {
        const { table, columns, parent, rows } = orphans;
        return {
            severity: 'notice',
            message: `${keyWords(orphans)}: ${(0,numbers/* counted */.h)(rows, 'row')} without a parent in ${parent} before, none after: repaired here.`,
            remedy: 'Nothing: migrate, and they are repaired.',
            table,
            columns,
            count: rows,
            query: selectOrphans(orphans, 'before.'),
        };
    });
}

;// CONCATENATED MODULE: ./lib/judge/rules/preflight-incomplete.js
const REMEDIES = {
    timeout: 'Raise `timeout-minutes`, or give a smaller snapshot.',
    cancelled: 'Run it again.',
    crash: 'Run it again; if it happens again, please report it with the version and this message.',
    error: 'Run it again; if it happens again, please report it with the version and this message.',
    'disk-full': 'Free disk space: the copies need about three times the size of the database.',
    'out-of-memory': 'Give the job more memory.',
};
const preflight_incomplete_rule = {
    id: 'preflight-incomplete',
    severity: 'error',
    kind: 'internal',
    about: 'run',
    loss: 'never',
    allowable: false,
    title: 'The preflight was not carried out to its end',
    why: 'What was not measured is not known, so nothing can be cleared.',
    remedy: REMEDIES.error,
    check({ incidents }) {
        return incidents
            .filter(({ task, kind }) => task !== 'rehearse' || kind !== 'timeout')
            .map(({ task, kind, detail }) => ({
            message: `${task} did not end: ${detail}.`,
            remedy: REMEDIES[kind],
            object: task,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/production-sqlite.js

const production_sqlite_rule = {
    id: 'production-sqlite',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: "Production's SQLite does not understand a statement",
    why: 'The rehearsal runs on a newer SQLite: what passes here is a syntax error or an unknown function in production, and the migration stops there; an unknown argument gives NULL, and the migration goes on.',
    remedy: 'Write the statement without it, or update SQLite in production first and raise `production-sqlite`.',
    check({ plan }, { productionSqlite }) {
        if (productionSqlite === undefined)
            return [];
        return (plan?.steps ?? []).flatMap((step) => {
            if (step.do !== 'exec')
                return [];
            const missing = (step.needs ?? [])
                .filter(({ since }) => compareReleases(since, productionSqlite) > 0)
                .toSorted((left, right) => compareReleases(right.since, left.since));
            const [newest] = missing;
            if (newest === undefined)
                return [];
            const needs = missing.map(({ feature, since }) => `${feature} needs SQLite ${since}`);
            return [
                {
                    message: `"${step.title}": ${list(needs)}; production has ${productionSqlite}.`,
                    object: newest.feature,
                    location: { file: step.file, line: step.line },
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/rehearsal-skipped.js

const NAMES = {
    profiles: 'other ways to execute',
    rerun: 'a second run',
    rollback: 'the rollback',
    crash: 'a crash',
};
const rehearsal_skipped_rule = {
    id: 'rehearsal-skipped',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Not everything was rehearsed',
    why: 'The migration itself was; what else can happen to it takes as long again, several times over.',
    remedy: 'Set `rehearse: all` where that time is worth it, such as in a nightly run, or `rehearse: none`.',
    check({ scenarios }) {
        const missed = scenarios?.skipped.filter((one) => one.missed) ?? [];
        return [...Map.groupBy(missed, ({ reason }) => reason)].map(([reason, own]) => ({
            message: `Not rehearsed: ${list(own.map(({ rehearsal }) => NAMES[rehearsal]), 4)}: ${reason}.`,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/renamed.js

const renamed_rule = {
    id: 'renamed',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A table or column has a new name',
    why: 'Its content was compared under the new name; code that uses the old one will fail.',
    remedy: 'Deploy the code that knows the new name together with the migration.',
    check(facts) {
        if (!wasRehearsed(facts))
            return [];
        const renames = facts.changes?.renames ?? [];
        return renames.map((rename) => {
            const { kind, table, from, to } = rename;
            return {
                message: kind === 'table' ? `${from} is ${to} now.` : `${table}.${from} is ${table}.${to} now.`,
                table,
                ...(kind === 'column' && { columns: [to] }),
                ...(isExchanged(rename, renames) && EXCHANGED),
                ...placeOfRename(facts, rename),
            };
        });
    },
};
/** Code that uses the old names does not fail: it reads the wrong column. Of tables, `table-swapped` tells that. */
const EXCHANGED = {
    severity: 'warning',
    title: 'Columns have exchanged their names',
    why: 'No value is lost, and nothing fails: code that reads by the old names gets the values of the other column.',
    remedy: 'Leave the names as they are; if one column was called what the other is, deploy the code in the same moment, and allow it with a reason.',
};
/** Whether the names go round: the last of those that took one another's is the first again. */
function isExchanged({ kind, table, from, to }, renames) {
    const columns = renames.filter((one) => one.kind === 'column' && (0,quote/* sameName */.q)(one.table, table));
    let name = kind === 'column' && !(0,quote/* sameName */.q)(from, to) ? to : undefined;
    for (let left = columns.length; name !== undefined && left > 0; left--) {
        if ((0,quote/* sameName */.q)(name, from))
            return true;
        const at = name;
        name = columns.find((one) => (0,quote/* sameName */.q)(one.from, at))?.to;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/judge/rules/required-null.js

const required_null_columnsOf = byName(({ table }) => table);
const required_null_rule = {
    id: 'required-null',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A required column holds NULL',
    why: 'The settings say that every row has a value there; code that relies on it will fail on these rows.',
    remedy: 'Let the migration fill the column for every row.',
    check(facts, { checks }) {
        // After a migration that failed, the NULLs it was to fill are its failure's consequence, not one more cause.
        if (!(0,database/* isHealthCheck */.v)(facts) && !wasRehearsed(facts))
            return [];
        const { now } = judgedSides(facts);
        if (now === undefined)
            return [];
        // A column that never existed is a mistake of the settings.
        const known = checks.required.filter(({ table, column }) => isKnownColumn(facts, table, column));
        return known.flatMap(({ table, column }) => {
            const measured = required_null_columnsOf(now.required, table).find((entry) => (0,quote/* sameName */.q)(entry.column, column));
            const subject = { table: measured?.table ?? table, columns: [measured?.column ?? column] };
            if (measured === undefined) {
                const unread = now.unchecked.some((note) => note.check === 'required' && (0,quote/* sameName */.q)(note.table ?? '', table));
                return unread
                    ? []
                    : [{ ...subject, message: `${table}.${column} is required, but there is no such column.` }];
            }
            if (measured.nulls === 0)
                return [];
            return [
                {
                    ...subject,
                    message: `${measured.table}.${measured.column} is NULL in ${(0,numbers/* counted */.h)(measured.nulls, 'row')}.`,
                    count: measured.nulls,
                    ...samplesOf(measured.samples),
                    query: selectNulls(measured.table, measured.column),
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/rollback-lossy.js

const rollback_lossy_rule = {
    id: 'rollback-lossy',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'The down migration does not bring everything back',
    why: 'Whoever goes back by it finds another database than the one that was migrated.',
    remedy: 'Correct the down migration, or go back by the backup alone and remove it.',
    check(facts) {
        const { scenarios } = facts;
        const { outcome, stop, differences } = scenarios?.rollback?.down ?? {};
        if (outcome === undefined || differences === undefined)
            return [];
        const changes = spelledOut(differences);
        if (outcome === 'done' && changes === '')
            return [];
        const failure = stop && `The down migration fails: ${sentence(stop.message)}`;
        const how = failure === undefined ? 'Up and down again' : `${failure} It`;
        const [table] = differences.tables;
        const [object] = differences.objects;
        const concerned = [table?.table, object?.name, object?.table].filter((name) => name !== undefined);
        return [
            {
                message: failure !== undefined && changes === '' ? failure : `${how} leaves ${changes}.`,
                ...(table && { table: table.table }),
                ...(stop ? locationOfStop(stop) : placeOfRollback(facts, concerned)),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/rows-duplicated.js

const rows_duplicated_rule = {
    id: 'rows-duplicated',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Rows were added that equal another one',
    why: 'A join in a backfill gives a row once for each match, and every total over the table counts it again.',
    remedy: 'Join on a unique column, or select DISTINCT; if equal rows are meant, allow it with a reason, in the config or the migration.',
    check(facts) {
        return tableChanges(facts).flatMap((change) => {
            const { table, duplicates, pairedBy } = change;
            if (duplicates === undefined || areMeant(facts, change))
                return [];
            const { rows, columns, otherKeys } = duplicates;
            const equal = (0,numbers/* counted */.h)(rows, 'new row equals', 'new rows equal');
            const alike = pairedBy && !otherKeys ? 'every column but the key' : `all that it held before (${list(columns)})`;
            return [
                {
                    message: `${table}: ${equal} another row in ${alike}.`,
                    table,
                    count: rows,
                    ...withQuery(selectSurplus(facts, change, duplicates)),
                    ...placeOf(facts, multiplying(facts, table)),
                },
            ];
        });
    },
};
/** Statements that put rows into the table which they did not give themselves. */
function multiplying(facts, table) {
    return writingStatements(facts, table, ['insert', 'upsert']).filter(({ names }) => names.some((named) => 'reads' in named && named.reads !== undefined));
}
/**
 * Rows that the migration gives itself, as VALUES, are as it wants them. Rows that it moves were as equal where they come
 * from: no join multiplied them, and as many as came are gone there. What no statement inserts by name, a trigger wrote.
 */
function areMeant(facts, { table, added, duplicates }) {
    if (executedStatements(facts).length === 0)
        return duplicates?.otherKeys === true;
    if (duplicates?.otherKeys && writingStatements(facts, table, ['update']).length > 0)
        return true;
    const sources = new Set();
    for (const { names } of multiplying(facts, table)) {
        for (const named of names) {
            const reads = 'reads' in named ? named.reads : undefined;
            if (reads?.joins)
                return false;
            for (const name of reads?.tables ?? [])
                sources.add(name.toLowerCase());
        }
    }
    const gone = [...sources]
        .filter((name) => !(0,quote/* sameName */.q)(name, table))
        .reduce((sum, name) => sum + goneFrom(facts, name), 0);
    return sources.size === 0 || gone >= added;
}
/** Rows of *before* that are no longer in that table, or went with it. */
function goneFrom(facts, table) {
    const now = nameAfter(facts, table);
    const removed = tableChanges(facts).find((change) => (0,quote/* sameName */.q)(change.table, now))?.removed ?? 0;
    const dropped = objectChanges(facts).find(({ kind, change, name }) => kind === 'table' && change === 'removed' && (0,quote/* sameName */.q)(name, table));
    return removed + (dropped?.held ?? 0);
}

;// CONCATENATED MODULE: ./lib/judge/kit/places/lost-on-the-way.js

/**
 * Only of tables that are still there, and without what the comparison tells of the same table or column: it says where.
 * What came back since then is not lost.
 */
function transientLosses(facts) {
    const { rehearsal } = facts;
    if (!wasRehearsed(facts))
        return [];
    const losses = Map.groupBy(rehearsal.transientLosses ?? [], ({ table, column = '' }) => JSON.stringify([(0,quote/* foldName */.zN)(table), (0,quote/* foldName */.zN)(column)]));
    return [...losses.values()].flatMap((group) => {
        const [{ table, column, now } = { table: '', now: 0 }] = group;
        const taken = group.reduce((sum, { rows }) => sum + rows, 0);
        const missing = Math.max(...group.map(({ of }) => of)) - now;
        const rows = Math.min(taken, missing) - toldOf(facts, table, column);
        const statements = group.flatMap(({ statement }) => rehearsal.statements[statement] ?? []);
        return rows > 0 ? [{ table, ...(column !== undefined && { column }), rows, statements }] : [];
    });
}
const lost_on_the_way_changesOf = byName(({ table }) => table);
/** What the comparison counts there; where it tells of any row, all of them are its to tell. */
function toldOf(facts, table, column) {
    const [change] = lost_on_the_way_changesOf(tableChanges(facts), table);
    if (change === undefined)
        return 0;
    if (column === undefined)
        return change.removed > 0 ? Number.POSITIVE_INFINITY : 0;
    const values = change.columns.find((one) => (0,quote/* sameName */.q)(one.column, column));
    return values === undefined ? 0 : values.nulled + values.changed + values.retyped;
}

;// CONCATENATED MODULE: ./lib/judge/rules/rows-lost.js

const rows_lost_rule = {
    id: 'rows-lost',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'Rows are lost',
    why: 'Rows that were there before the migration are gone after it.',
    remedy: 'Keep the rows; if this loss is meant, allow it with a reason, in the config or the migration.',
    check(facts) {
        const lost = transientLosses(facts).filter(({ column }) => column === undefined);
        const onTheWay = lost.map(({ table, rows, statements }) => ({
            message: `${table}: ${(0,numbers/* counted */.h)(rows, 'row')} that the migration itself made ${rows === 1 ? 'is' : 'are'} gone again, by a statement that does not name the table.`,
            table,
            count: rows,
            ...(statements.every((statement) => deletesItsOwn(facts, statement)) && {
                severity: 'warning',
            }),
            ...placeOf(facts, statements),
        }));
        const former = tableChanges(facts).flatMap((change) => {
            const { table, before, added, removed, samples } = change;
            if (removed <= added || isMoved(facts, 'rows', table))
                return [];
            const parts = partsByFile(facts, table, 'removed', new Map([[undefined, removed]]));
            if (parts.length > 1)
                return parts.map((part) => lostBy(facts, change, part));
            const finding = {
                message: `${table}: ${(0,numbers/* counted */.h)(removed, 'row')} of ${(0,numbers/* whole */.W)(before)} ${removed === 1 ? 'is' : 'are'} gone${others(added)}.${partlyMoved(facts, 'rows', table)}`,
                table,
                count: removed,
                ...samplesOf(samples?.removed),
                ...withQuery(selectRemoved(facts, change)),
                ...placeOfContent(facts, table, isRemoval, writingStatements(facts, table, ['delete', 'upsert'])),
            };
            return [withCascade(facts, finding, isRemoval)];
        });
        return [...former, ...onTheWay];
    },
};
/** What one of several files lost of a table; the samples and the query are of all of them. */
function lostBy(facts, change, { counts, statements }) {
    const { table, before, removed } = change;
    const count = counts.get(undefined) ?? 0;
    const verb = count === 1 ? 'is' : 'are';
    return {
        message: `${table}: ${(0,numbers/* counted */.h)(count, 'row')} of ${(0,numbers/* whole */.W)(before)} ${verb} gone by this file, ${(0,numbers/* whole */.W)(removed)} by all that is pending.`,
        table,
        count,
        ...withQuery(selectRemoved(facts, change)),
        ...placeOf(facts, statements.slice(0, 1)),
    };
}
/** A DELETE from tables that have all their former rows: it takes back what the migration itself had put there. */
function deletesItsOwn(facts, { names }) {
    const isWhole = (name) => !tableChanges(facts).some(({ table, removed }) => removed > 0 && (0,quote/* sameName */.q)(table, name));
    return names.every((named) => named.verb === 'delete' && isWhole(named.name));
}
/** What came is no remedy for what went. */
function others(added) {
    return added === 0 ? '' : `, ${(0,numbers/* whole */.W)(added)} ${added === 1 ? 'other' : 'others'} came`;
}
function isRemoval({ what }) {
    return what === 'removed';
}

;// CONCATENATED MODULE: ./lib/judge/rules/rows-replaced.js

const rows_replaced_rule = {
    id: 'rows-replaced',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'Rows are replaced by others',
    why: 'The row count holds or grows, but keys that were there are gone: whatever refers to them now meets nothing, or another row.',
    remedy: 'Keep the keys; if this is meant, allow it with a reason, in the config or the migration.',
    check(facts) {
        return tableChanges(facts).flatMap((change) => {
            const { table, added, removed, samples } = change;
            if (removed === 0 || added < removed || isMoved(facts, 'rows', table))
                return [];
            return [
                {
                    message: `${table}: ${(0,numbers/* counted */.h)(removed, 'key is', 'keys are')} gone and ${(0,numbers/* counted */.h)(added, 'other came', 'others came')}.${partlyMoved(facts, 'rows', table)}`,
                    table,
                    count: removed,
                    ...samplesOf(samples?.removed),
                    ...withQuery(selectRemoved(facts, change)),
                    ...placeOfContent(facts, table, ({ what }) => what === 'removed', writingStatements(facts, table, ['delete', 'upsert', 'update'])),
                },
            ];
        });
    },
};

// EXTERNAL MODULE: ./lib/text/profile-words.js
var profile_words = __webpack_require__("lib/text/profile-words.js");
;// CONCATENATED MODULE: ./lib/judge/rules/runner-sensitive.js

const runner_sensitive_rule = {
    id: 'runner-sensitive',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Whether rows survive depends on how production runs this',
    why: 'The same files lose these rows or keep them, depending on foreign keys and transactions of whatever runs them. Nobody has said which it is.',
    remedy: 'Declare how production executes, in the config or as an input.',
    check(facts) {
        const { scenarios, plan } = facts;
        if (plan === undefined)
            return [];
        const severity = plan.basis === 'assumed' ? 'error' : 'warning';
        return tablesOf(scenarios?.profiles ?? []).map(({ table, rows, nulled, columns, profiles }) => ({
            severity,
            message: `${table}: under ${profiles.map(profile_words/* profileWords */.P).join(' and ')} ${lossWords(rows, nulled, losesAnyway(facts, table), (0,profile_words/* profileWords */.P)(plan.profile))}`,
            remedy: `If production runs it as rehearsed, declare it: \`${declaration(plan.profile, profiles)}\`. If not, correct the migration: PRAGMA foreign_keys=OFF does nothing inside a transaction.`,
            table,
            ...(columns.length > 0 && { columns }),
            count: Math.max(rows, nulled),
        }));
    },
};
/** The numbers are those beyond the rehearsal: where that loses rows or values too, they are not all. */
function lossWords(rows, nulled, losesAnyway, rehearsed) {
    const more = losesAnyway ? ' more' : '';
    const losses = [
        ...(rows > 0 ? [`${(0,numbers/* counted */.h)(rows, 'row')}${more} would be lost`] : []),
        ...(nulled > 0 ? [`${(0,numbers/* counted */.h)(nulled, 'value')}${more} would become NULL`] : []),
    ].join(' and ');
    return losesAnyway ? `${losses} than under ${rehearsed}.` : `${losses}; under ${rehearsed} none.`;
}
function losesAnyway(facts, table) {
    const change = tableChanges(facts).find((one) => (0,quote/* sameName */.q)(one.table, table));
    if (change === undefined)
        return false;
    return change.removed > 0 || change.columns.some(({ nulled }) => nulled > 0);
}
/** The worst of all profiles for each table, with the profiles under which it loses anything. */
function tablesOf(variants) {
    const tables = new Map();
    for (const { profile, losses } of variants) {
        for (const { table, rows, nulled } of losses) {
            const known = tables.get(table) ?? { table, rows: 0, nulled: 0, columns: [], profiles: [] };
            const values = nulled.reduce((sum, column) => sum + column.values, 0);
            const columns = [...new Set([...known.columns, ...nulled.map(({ column }) => column)])];
            const profiles = [...known.profiles, profile];
            tables.set(table, {
                ...{ table, columns, profiles },
                rows: Math.max(known.rows, rows),
                nulled: Math.max(known.nulled, values),
            });
        }
    }
    return [...tables.values()];
}
/** What rules the others out. */
function declaration({ name, foreignKeys }, others) {
    if (others.some((other) => other.foreignKeys === foreignKeys && other.name === name))
        return `profile: ${name}`;
    return `foreign-keys: ${foreignKeys ? 'on' : 'off'}`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/search-index-changed.js

const search_index_changed_rule = {
    id: 'search-index-changed',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A search index finds something else',
    why: 'The same words find other rows, in another order, or can no longer be searched for. An index that is made again has only the options that its new CREATE repeats, and only the rowids that it is filled with.',
    remedy: 'Repeat the options in the new CREATE VIRTUAL TABLE, and configure the rank again; if they are to change, allow it with a reason.',
    check: (facts) => [...otherOptions(facts), ...renumbered(facts)],
};
function otherOptions(facts) {
    const changed = objectChanges(facts).filter(({ kind }) => kind === 'search-index');
    return changed.map((object) => {
        const { name, detail = '', effect } = object;
        const made = namedStatement(facts, 'create', 'table', name);
        return {
            ...(effect === 'kept' && { severity: 'notice' }),
            message: `${name}: ${detail}.`,
            table: name,
            object: name,
            ...placeOfObject(facts, object, made === undefined ? [] : [made]),
        };
    });
}
/** Indexes whose rowids now mean other rows. */
function renumbered(facts) {
    const indexes = wasRehearsed(facts) ? (facts.changes?.meaning?.indexes ?? []) : [];
    return indexes.map(({ table, documents, moved }) => ({
        message: `${table}: ${(0,numbers/* counted */.h)(moved, 'document')} of ${(0,numbers/* whole */.W)(documents)} ${moved === 1 ? 'has' : 'have'} another rowid, so that hits lead to other rows.`,
        remedy: `Fill the index with the rowids of its rows: INSERT INTO ${table} (rowid, …) SELECT id, ….`,
        table,
        object: table,
        count: moved,
        ...placeOf(facts, writingStatements(facts, table, ['insert', 'upsert']).slice(-1)),
    }));
}

;// CONCATENATED MODULE: ./lib/judge/rules/search-index-stale.js

const search_index_stale_MAKE_AGAIN = 'Make the index again and fill it from its rows, at the end of the migration.';
const search_index_stale_rule = {
    id: 'search-index-stale',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A search index does not fit its content',
    why: 'Searches find rows that do not hold what was searched for, and miss rows that do; or they fail.',
    remedy: "Rebuild the index at the end of the migration: `INSERT INTO name(name) VALUES('rebuild')`; triggers on its content keep it right afterwards.",
    check(facts) {
        const { now, earlier } = judgedSides(facts);
        if (now === undefined)
            return [];
        const stale = now.searchFailures.map((failure) => {
            const { table } = failure;
            const known = earlier !== undefined && failureOf(earlier, nameBefore(facts, table)) !== undefined;
            const index = indexOf(now, table);
            return {
                // What integrity_check itself objects to is never excused by what was before.
                ...(known && !reportsIndex(now, table) && { severity: 'notice' }),
                message: `${table} ${search_index_stale_textOf(failure)}${known ? ', as before' : ''}.`,
                table,
                ...(index?.module?.startsWith('rtree') && { remedy: search_index_stale_MAKE_AGAIN }),
                ...(!known && earlier !== undefined && placeOfIndex(facts, table, index)),
            };
        });
        return [...stale, ...search_index_stale_repaired(facts, now, earlier)];
    },
};
function search_index_stale_textOf({ failure, message = '' }) {
    return failure === 'unreadable'
        ? `cannot read its content: ${message}`
        : 'does not find what its content holds: its own integrity check fails';
}
/** What made it or its content another one. */
function placeOfIndex(facts, table, index) {
    const made = namedStatement(facts, 'create', 'table', table);
    if (made !== undefined)
        return placeOf(facts, [made]);
    const content = index?.content ?? table;
    const [first] = contentStatements(facts, content, () => true);
    if (first !== undefined)
        return placeOf(facts, [first]);
    const written = writingStatements(facts, content, ['insert', 'upsert', 'update', 'delete']);
    return placeOf(facts, written.length > 0 ? written : search_index_stale_statementsNaming(facts, content));
}
/** Statements that drop, rename or alter a table by its name. */
function search_index_stale_statementsNaming(facts, table) {
    return executedStatements(facts).filter(({ names }) => names.some((named) => (0,quote/* sameName */.q)('table' in named ? named.table : named.name, table)));
}
function search_index_stale_repaired(facts, now, earlier) {
    return (earlier?.searchFailures ?? []).flatMap(({ table: former }) => {
        const table = nameAfter(facts, former);
        const unchecked = now.unchecked.some(({ check, table: other }) => check === 'search' && other !== undefined && (0,quote/* sameName */.q)(other, table));
        if (indexOf(now, table) === undefined || failureOf(now, table) !== undefined || unchecked)
            return [];
        return [
            { severity: 'notice', message: `${table} did not fit its content before: repaired here.`, table },
        ];
    });
}
function failureOf({ searchFailures }, name) {
    return searchFailures.find(({ table }) => (0,quote/* sameName */.q)(table, name));
}
function indexOf({ schema }, name) {
    return schema.tables.find((table) => (0,quote/* sameName */.q)(table.name, name));
}

;// CONCATENATED MODULE: ./lib/judge/rules/sequence-doubled.js

const sequencesOf = byName(({ table }) => table);
const sequence_doubled_rule = {
    id: 'sequence-doubled',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'sqlite_sequence has a row that SQLite does not read',
    why: 'SQLite takes the first row of the very name as the highest id that AUTOINCREMENT gave. What another row says has no effect, so ids of deleted rows can be given again.',
    remedy: 'UPDATE the row that the copy has made itself instead of adding one, under the name in the spelling of CREATE TABLE; delete the others.',
    check(facts) {
        const { now, earlier } = judgedSides(facts);
        return (now?.sequences ?? []).flatMap(({ table, surplus }) => {
            if (surplus === undefined)
                return [];
            const [former] = sequencesOf(earlier?.sequences, nameBefore(facts, table));
            const known = former?.surplus !== undefined;
            return [
                {
                    ...(known && { severity: 'notice' }),
                    message: `${table}: sqlite_sequence has ${sequence_doubled_textOf(surplus)}${known ? ', as before' : ''}.`,
                    table,
                    ...(!known &&
                        earlier !== undefined &&
                        placeOf(facts, writingStatements(facts, 'sqlite_sequence', ['insert', 'upsert', 'update']))),
                },
            ];
        });
    },
};
function sequence_doubled_textOf({ doubled, otherCase }) {
    return list([
        ...(doubled > 0 ? [`${(0,numbers/* counted */.h)(doubled, 'row')} of that name behind the one that SQLite reads`] : []),
        ...(otherCase > 0
            ? [`${(0,numbers/* counted */.h)(otherCase, 'row')} of that name in another case of letters, which SQLite does not read`]
            : []),
    ]);
}

;// CONCATENATED MODULE: ./lib/judge/rules/sequence-reset.js

const sequence_reset_sequencesOf = byName(({ table }) => table);
const sequence_reset_rule = {
    id: 'sequence-reset',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'An AUTOINCREMENT table can give ids a second time',
    why: 'AUTOINCREMENT promises that the id of a deleted row never comes back. Whatever still refers to that id (logs, links, other systems) would meet another row.',
    remedy: 'Repeat AUTOINCREMENT in the new table, and carry its number in sqlite_sequence over from the old one.',
    check(facts) {
        const { before, after } = facts;
        if (!wasRehearsed(facts) || before === undefined || after === undefined)
            return [];
        return before.sequences.flatMap(({ table: former, seq }) => {
            const table = nameAfter(facts, former);
            // A key that is no number, and a table that is gone, give no ids.
            const givesIds = tablesNamed(after.schema.tables, table)[0]?.rowidAlias !== undefined;
            const [now] = sequence_reset_sequencesOf(after.sequences, table);
            // A mark of 0 promised nothing.
            if (!givesIds || seq <= (now?.seq ?? 0))
                return [];
            return [
                {
                    message: `${table}: the highest id that was ever given is ${now === undefined ? 'not known any more' : 'lower than before'}.`,
                    table,
                    // A second row hides that the copy has made a lower mark.
                    ...(now?.surplus === undefined
                        ? placeOfSequence(facts, former)
                        : placeOf(facts, writingStatements(facts, 'sqlite_sequence', ['insert']))),
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/settings-invalid.js

const settings_invalid_rule = {
    id: 'settings-invalid',
    severity: 'error',
    kind: 'setup',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'The settings are wrong',
    why: 'A mistake that is passed over would let the wrong thing be checked.',
    remedy: 'Correct the setting.',
    check(facts, settings) {
        const mistakes = [...facts.mistakes, ...measuredMistakes(facts, settings)];
        return mistakes.map(({ key, message, remedy, file, line }) => ({
            message,
            remedy,
            object: key,
            ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
        }));
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/side-effect.js

const side_effect_rule = {
    id: 'side-effect',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A trigger wrote where no statement does',
    why: 'The triggers of a table do not know a migration from the application: a backfill can queue a mail for every customer, or fill a log with what nobody did.',
    remedy: 'Drop the trigger before the statement and make it again afterwards, in the same transaction; if what it wrote is meant, allow it with a reason, in the config or the migration.',
    check(facts) {
        const seen = Map.groupBy(facts.rehearsal.sideEffects ?? [], ({ table }) => (0,quote/* foldName */.zN)(table));
        return tableChanges(facts).flatMap((change) => {
            const effects = seen.get((0,quote/* foldName */.zN)(change.table)) ?? unseen(facts, change);
            return [...addedRows(facts, change, effects), ...filledValues(facts, change, effects)];
        });
    },
};
/** Where nobody could count in time: what came to a table that no statement writes to. */
function unseen(facts, { table, added, columns }) {
    const writes = writingStatements(facts, table, ['insert', 'upsert', 'update', 'create', 'rename-table']);
    const isVirtual = tablesNamed(facts.after?.schema.tables, table)[0]?.kind === 'virtual';
    if (!facts.rehearsal.sideEffectsUncounted || isVirtual || writes.length > 0)
        return [];
    const filled = columns.map((column) => ({ column: column.column, values: column.filled }));
    return [{ table, rows: added, filled, statement: -1, triggers: [] }];
}
function addedRows(facts, change, effects) {
    const { table, added } = change;
    const own = effects.filter(({ rows }) => rows > 0);
    // What a later statement took out again did no harm.
    const rows = Math.min(added, sum(own, (one) => one.rows));
    if (rows <= 0)
        return [];
    return [
        {
            message: `${table}: ${(0,numbers/* counted */.h)(rows, 'row was', 'rows were')} added by ${triggerWords(own)}, in ${statementWords(own)} that ${own.length > 1 ? 'do' : 'does'} not name the table.`,
            table,
            count: rows,
            ...placeOfEffects(facts, table, own),
        },
    ];
}
const side_effect_valuesOf = byName((one) => one.column);
function filledValues(facts, change, effects) {
    const { table } = change;
    const filled = change.columns.flatMap(({ column, filled: net }) => {
        const values = sum(effects, (one) => side_effect_valuesOf(one.filled, column)[0]?.values ?? 0);
        const stays = Math.min(net, values);
        return stays > 0 ? [{ column, values: stays }] : [];
    });
    if (filled.length === 0)
        return [];
    const own = effects.filter((one) => one.filled.some(({ column }) => filled.some((some) => (0,quote/* sameName */.q)(some.column, column))));
    const total = sum(filled, ({ values }) => values);
    const detail = filled.map(({ column, values }) => `${column} (${(0,numbers/* whole */.W)(values)})`);
    return [
        {
            message: `${table}: ${(0,numbers/* counted */.h)(total, 'value was', 'values were')} filled by ${triggerWords(own)}, in ${statementWords(own)} that ${own.length > 1 ? 'do' : 'does'} not name the table: ${detail.join(', ')}.`,
            table,
            columns: filled.map(({ column }) => column),
            count: total,
            ...placeOfEffects(facts, table, own),
        },
    ];
}
function placeOfEffects(facts, table, effects) {
    const statements = effects.flatMap(({ statement }) => facts.rehearsal.statements[statement] ?? []);
    if (statements.length === 0)
        return placeOfContent(facts, table, ({ what }) => what === 'added', []);
    // The first of many: each fires the same triggers.
    return placeOf(facts, statements.slice(0, 1));
}
function triggerWords(effects) {
    const names = [...new Set(effects.flatMap(({ triggers }) => triggers))];
    return names.length === 0 ? 'a trigger' : `the trigger${names.length > 1 ? 's' : ''} ${list(names, 3)}`;
}
function statementWords({ length }) {
    return length > 1 ? `${(0,numbers/* whole */.W)(length)} statements` : 'a statement';
}
function sum(items, of) {
    return items.reduce((total, item) => total + of(item), 0);
}

;// CONCATENATED MODULE: ./lib/judge/rules/snapshot-changed.js
const snapshot_changed_rule = {
    id: 'snapshot-changed',
    severity: 'error',
    kind: 'setup',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'The snapshot changed during the run',
    why: 'A copy of a file that somebody is writing to is no state that the database ever had.',
    remedy: 'Take the snapshot with `sqlite3 FILE ".backup COPY"`, and give the copy.',
    check({ path, snapshot, command }) {
        if (command?.snapshotTouched)
            return [{ message: `${path} ${TOUCHED}`, remedy: TOUCHED_REMEDY }];
        if (snapshot === undefined || snapshot.stable)
            return [];
        return [{ message: `${path} was written to while it was being read.` }];
    },
};
const TOUCHED = 'is another file than before the command ran, or there are others beside it: the command worked on the snapshot itself, or somebody else did meanwhile.';
const TOUCHED_REMEDY = 'Let the tool take its database from DATABASE_PATH or DATABASE_URL, and fetch the snapshot again: it is no longer what it was.';

;// CONCATENATED MODULE: ./lib/judge/rules/snapshot-unusable.js
const snapshot_unusable_rule = {
    id: 'snapshot-unusable',
    severity: 'error',
    kind: 'setup',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'The snapshot cannot be used',
    why: 'Only a rehearsal on the real rows says what the migration does to them.',
    remedy: 'Give a copy of the real database.',
    check({ path, unusable }) {
        if (unusable === undefined)
            return [];
        return [{ message: `${path}: ${unusable.reason}`, remedy: unusable.remedy }];
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/statement-broken.js

const statement_broken_rule = {
    id: 'statement-broken',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: "The application's SQL does not fit the schema",
    why: 'The application fails as soon as it comes to that statement, although the migration went well.',
    remedy: 'Keep what the statement needs until no released application uses it, or change both together.',
    check(facts) {
        return failedStatements(facts).map((statement) => {
            const { file, line, broken } = statement;
            return {
                ...(!broken && {
                    severity: 'notice',
                    remedy: 'Correct the statement, or leave its file out of checks.statements.',
                }),
                message: messageOf(statement),
                object: file,
                location: { file, line },
            };
        });
    },
};
function messageOf({ broken, message, earlier }) {
    if (broken)
        return `This statement prepared before the migration, and does not after it: ${message}.`;
    if (earlier === undefined)
        return `This statement does not prepare: ${message}.`;
    const before = earlier === message ? '' : ` (before: ${earlier})`;
    return `This statement prepared neither before nor after the migration: ${message}${before}.`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/statement-skipped.js

const statement_skipped_rule = {
    id: 'statement-skipped',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'The tool drops a statement without a word',
    why: 'It reports success and records the file as applied, so that the statement is never run, now or later.',
    remedy: 'Write the file so that the tool sees each statement by itself.',
    check: (facts) => planProblems(facts, 'dropped'),
};

;// CONCATENATED MODULE: ./lib/judge/rules/table-dropped.js

const table_dropped_rule = {
    id: 'table-dropped',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A table is gone',
    why: 'Everything that it held is lost with it.',
    remedy: 'Keep the table until nothing needs it; if this loss is meant, allow it with a reason, in the config or the migration.',
    check(facts) {
        const gone = objectChanges(facts).filter(({ kind, change }) => kind === 'table' && change === 'removed');
        const lost = gone.filter(({ name }) => !isMoved(facts, 'table', name));
        return lost.map((object) => {
            const { name, held } = object;
            const rest = partlyMoved(facts, 'table', name);
            const statement = namedStatement(facts, 'drop', 'table', name);
            const successor = successorOf(facts, object);
            const kept = successor === undefined ? '' : `: the former ${successor} has its name now, and all of them`;
            return {
                ...((held === 0 || successor !== undefined) && { severity: 'notice' }),
                message: held === undefined
                    ? `${name} is gone.`
                    : `${name} is gone, with ${(0,numbers/* counted */.h)(held, 'row')}${kept}.${rest}`,
                table: name,
                ...(held !== undefined && { count: held }),
                // What could not be counted cannot be listed either.
                ...(held !== undefined && held > 0 && { query: selectDropped(name) }),
                ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
            };
        });
    },
};
/** The former name of the table that has taken its name, and has every column and row of it. */
function successorOf({ before, after, changes }, { name }) {
    const swap = changes?.meaning?.swaps.find(({ table }) => (0,quote/* sameName */.q)(table, name));
    if (swap === undefined || swap.missing + swap.changed > 0)
        return undefined;
    const [former] = tablesNamed(before?.schema.tables, name);
    const [current] = tablesNamed(after?.schema.tables, name);
    const keepsAll = former?.columns.every((column) => current?.columns.some((other) => (0,quote/* sameName */.q)(other.name, column.name)));
    return keepsAll ? swap.from : undefined;
}

;// CONCATENATED MODULE: ./lib/judge/rules/table-swapped.js

const table_swapped_rule = {
    id: 'table-swapped',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A table name shows other rows',
    why: 'Another table took the name. No row is lost, but whoever reads by the name does not find what was there before.',
    remedy: 'Bring the table that takes the name up to date in the same transaction, right before the names are swapped.',
    check(facts) {
        if (!wasRehearsed(facts))
            return [];
        return (facts.changes?.meaning?.swaps ?? []).flatMap((swap) => {
            const { table, from, to, rows, missing, changed } = swap;
            // Where the former table is gone, table-dropped says what went with it.
            if (to === undefined || missing + changed === 0)
                return [];
            const differing = changed === 0 ? '' : `${missing === 0 ? '' : ', and '}${(0,numbers/* whole */.W)(changed)} hold other values`;
            const lacking = missing === 0
                ? ''
                : `${(0,numbers/* counted */.h)(missing, 'row')} of ${(0,numbers/* whole */.W)(rows)} ${missing === 1 ? 'is' : 'are'} not there`;
            return [
                {
                    message: `${table} is the former ${from} now, and what it was is ${to}: ${lacking}${differing}.`,
                    table,
                    count: missing + changed,
                    ...(changed === 0 && withQuery(selectMissing(facts, swap))),
                    ...placeOf(facts, table_swapped_renamesTo(facts, table)),
                },
            ];
        });
    },
};
function table_swapped_renamesTo(facts, table) {
    const all = executedStatements(facts).filter(({ names }) => names.some((named) => named.verb === 'rename-table' && (0,quote/* sameName */.q)(named.to, table)));
    return all.slice(-1);
}
/** The rows of the former table whose key the present one does not have. */
function selectMissing({ before }, { table }) {
    const [former] = tablesNamed(before?.schema.tables, table);
    // Without a key that tells all rows apart, rows were paired by their content.
    if (former === undefined || !(former.rowidAlias !== undefined || former.withoutRowid))
        return undefined;
    const key = former.primaryKey.map((column) => {
        const [now, then] = [`a.${(0,quote/* quoteName */.AB)(column)}`, `b.${(0,quote/* quoteName */.AB)(column)}`];
        return `typeof(${now}) = typeof(${then}) AND ${now} COLLATE BINARY IS ${then}`;
    });
    return `SELECT b.* FROM before.${(0,quote/* quoteName */.AB)(former.name)} AS b WHERE NOT EXISTS (SELECT 1 FROM main.${(0,quote/* quoteName */.AB)(table)} AS a WHERE ${key.join(' AND ')});`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/transaction-left-open.js

const transaction_left_open_rule = {
    id: 'transaction-left-open',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: false,
    title: 'A transaction is still open at the end',
    why: 'Closing the connection takes back everything since its BEGIN, while the tool reports success.',
    remedy: 'Add the missing COMMIT.',
    check({ rehearsal }) {
        if (!rehearsal.leftOpen)
            return [];
        const lost = rehearsal.statements.filter(({ rolledBack }) => rolledBack);
        const start = rehearsal.statements.findLast(({ rolledBack, title }, at, all) => rolledBack && !all[at - 1]?.rolledBack && title !== '');
        return [
            {
                message: `${(0,numbers/* counted */.h)(lost.length, 'statement is', 'statements are')} lost when the connection closes.`,
                count: lost.length,
                ...(start !== undefined && { location: { file: start.file, line: start.line } }),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/judge/kit/meaning/meanings.js

const triggersNamed = byName(({ trigger }) => trigger);
/** What became of triggers; nothing where the plan did not run to its end. */
function triggerMeanings(facts) {
    return wasRehearsed(facts) ? (facts.changes?.meaning?.triggers ?? []) : [];
}
/** What does the work of a trigger that is gone. */
function meanings_successorOf(facts, trigger) {
    const [found] = triggersNamed(triggerMeanings(facts), trigger).flatMap(({ change }) => change.kind === 'replaced' ? [change] : []);
    return found;
}
/** What names in its text mean now, behind its name. */
function nameChangeText(change) {
    if (change.kind === 'joined')
        return `joins its tables by other columns than before: ${list(change.columns)}`;
    const { from, to } = change;
    return from === undefined
        ? `takes for ${to} what was a text in double quotes`
        : `means ${to} where it meant ${from}`;
}
function viewMeanings(facts) {
    return wasRehearsed(facts) ? (facts.changes?.meaning?.views ?? []) : [];
}
/**
 * The statement that made the object by its name; else the one that brought or renamed a `table.column` of those in
 * `names`; else the last one that altered one of their tables.
 */
function placeOfMeaning(facts, kind, name, names) {
    const made = namedStatement(facts, 'create', kind, name);
    if (made !== undefined)
        return placeOf(facts, [made]);
    const subjects = names.flatMap((text) => (text === undefined ? [] : [meanings_subjectOf(text)]));
    const all = executedStatements(facts);
    const column = all.filter((statement) => statement.names.some((named) => subjects.some((subject) => brings(named, subject))));
    if (column.length > 0)
        return placeOf(facts, column.slice(-1));
    const table = all.filter((statement) => statement.names.some((named) => subjects.some((subject) => alters(named, subject.table))));
    return placeOf(facts, table.slice(-1));
}
function meanings_subjectOf(text) {
    const [table = '', column] = text.split('.');
    return { table, ...(column !== undefined && { column }) };
}
function brings(named, { table, column }) {
    if (column === undefined)
        return false;
    if (named.verb === 'add-column')
        return isColumn(named.table, named.name);
    if (named.verb === 'rename-column')
        return isColumn(named.table, named.to) || isColumn(named.table, named.name);
    return false;
    function isColumn(owner, name) {
        return (table === '' || (0,quote/* sameName */.q)(owner, table)) && (0,quote/* sameName */.q)(name, column ?? '');
    }
}
function alters(named, table) {
    if ('table' in named)
        return (0,quote/* sameName */.q)(named.table, table);
    if (named.verb === 'rename-table')
        return (0,quote/* sameName */.q)(named.to, table);
    return named.verb === 'create' && named.kind === 'table' && (0,quote/* sameName */.q)(named.name, table);
}

;// CONCATENATED MODULE: ./lib/judge/kit/broken-findings.js

/** One finding for each view or trigger that does not compile, or did not before and does now. */
function brokenSightings(facts, kind) {
    const { now, earlier } = judgedSides(facts);
    if (now === undefined)
        return [];
    const findings = causes(now, kind).map((object) => {
        const { name, message } = object;
        const known = findBroken(earlier, object) !== undefined;
        const former = known || earlier === undefined ? undefined : definitionOf(earlier, object);
        const isMeant = facts.plan?.profile.doubleQuotedText === true && former !== definitionOf(now, object);
        const worked = former !== undefined && !isMeant;
        const through = now.broken.filter((other) => other.through === name).map((other) => other.name);
        const others = through.length === 0 ? '' : ` So do not, because they use it: ${list(through)}.`;
        const statement = namedStatement(facts, 'create', kind, name);
        return {
            ...severityOf(known, worked, message),
            message: `${name}${subject(object)} does not compile${known ? ', as before' : ''}: ${message}.${others}`,
            object: name,
            ...(object.table !== undefined && { table: object.table }),
            ...placeOf(facts, statement === undefined ? [] : [statement]),
        };
    });
    const reread = new Set([
        ...viewMeanings(facts).map(({ view }) => view),
        ...triggerMeanings(facts).map(({ trigger }) => trigger),
    ].map(quote/* foldName */.zN));
    // What was a text in double quotes until a column took its place is not repaired.
    const mended = broken_findings_repaired(now, earlier, kind).filter(({ object = '' }) => !reread.has((0,quote/* foldName */.zN)(object)));
    return [...findings, ...mended];
}
/**
 * Text in double quotes compiles with many drivers. It is known to be broken now only where it compiled here too; what
 * was written anew since then says nothing of that where production takes such text.
 */
function severityOf(known, worked, message) {
    if (known)
        return { severity: 'notice' };
    return textInDoubleQuotes(message) !== undefined && !worked ? { severity: 'warning' } : {};
}
function broken_findings_repaired(now, earlier, kind) {
    const fixed = earlier === undefined
        ? []
        : causes(earlier, kind).filter((object) => exists(now, object) &&
            findBroken(now, object) === undefined &&
            !now.unchecked.some(({ check, table = '' }) => check === 'schema' && (0,quote/* sameName */.q)(table, object.table ?? object.name)));
    return fixed.map((object) => ({
        severity: 'notice',
        message: `${object.name}${subject(object)} did not compile before: repaired here.`,
        object: object.name,
        ...(object.table !== undefined && { table: object.table }),
    }));
}
function causes({ broken }, kind) {
    return broken.filter((object) => object.kind === kind && object.through === undefined);
}
function findBroken(side, { kind, name }) {
    return side?.broken.find((other) => other.kind === kind && (0,quote/* sameName */.q)(other.name, name));
}
function exists(side, object) {
    return definitionOf(side, object) !== undefined;
}
function definitionOf({ schema }, { kind, name }) {
    const objects = kind === 'view' ? schema.views : schema.triggers;
    return objects.find((other) => (0,quote/* sameName */.q)(other.name, name))?.definition;
}
function subject({ table }) {
    return table === undefined ? '' : ` on ${table}`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/trigger-broken.js

const trigger_broken_rule = {
    id: 'trigger-broken',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A trigger does not compile',
    why: 'SQLite looks at a trigger only when a write fires it: then every such write of the application fails.',
    remedy: 'Drop the trigger and make it again with the columns and tables that there are now.',
    check: (facts) => brokenSightings(facts, 'trigger'),
};

;// CONCATENATED MODULE: ./lib/judge/rules/trigger-changed.js

const trigger_changed_rule = {
    id: 'trigger-changed',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A trigger does something else',
    why: 'Its text still compiles, but a name in it means another column now, it runs less often, or twice. SQLite says nothing when a table changes under a trigger.',
    remedy: 'Drop the trigger, and make it again with the names of the tables that there are now.',
    check: (facts) => triggerMeanings(facts).flatMap((meaning) => findingOf(facts, meaning)),
};
function findingOf(facts, { trigger, table, change }) {
    const told = trigger_changed_textOf(change);
    if (told === undefined)
        return [];
    return [
        {
            message: `${trigger} on ${table} ${told.text}.`,
            object: trigger,
            table,
            ...(told.remedy !== undefined && { remedy: told.remedy }),
            ...placeOfChange(facts, { trigger, table, change }),
        },
    ];
}
/** `undefined` for what trigger-lost tells. */
function trigger_changed_textOf(change) {
    switch (change.kind) {
        case 'never-fires':
        case 'replaced':
            return undefined;
        case 'fires-less':
            return {
                text: `no longer fires when ${list(change.columns)} ${change.columns.length === 1 ? 'is' : 'are'} updated`,
            };
        case 'other-event':
            return { text: `fires on ${change.to} now, and not on ${change.from}` };
        case 'too-early':
            return { text: 'runs before the row is written now, and reads the table in which it will be' };
        case 'resolved':
        case 'joined':
            return { text: nameChangeText(change) };
        case 'positions':
            return {
                text: `fills the columns of ${change.target} in another order, because it lists none and they have moved`,
                remedy: 'List the columns in the INSERT of the trigger.',
            };
        case 'does-less':
            return change.what === 'RAISE'
                ? { text: 'was made again, and refuses nothing any more' }
                : { text: `was made again, and no longer writes ${change.what}` };
        case 'beside':
            return {
                text: `is still there, and ${change.other} does the same to ${change.target} once more`,
                remedy: 'Drop the old trigger by its name; DROP TRIGGER IF EXISTS says nothing of a misspelt one.',
            };
    }
}
function placeOfChange(facts, { trigger, table, change }) {
    if (change.kind === 'beside') {
        const made = namedStatement(facts, 'create', 'trigger', change.other);
        return placeOf(facts, made === undefined ? [] : [made]);
    }
    const names = 'to' in change ? [change.to] : [];
    const target = 'target' in change ? [change.target] : [];
    const columns = 'columns' in change ? change.columns.map((column) => `${table}.${column}`) : [];
    return placeOfMeaning(facts, 'trigger', trigger, [...names, ...target, ...columns, table]);
}

;// CONCATENATED MODULE: ./lib/judge/rules/trigger-lost.js

const trigger_lost_rule = {
    id: 'trigger-lost',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A trigger is gone or was rewritten',
    why: 'What it kept in step (audit rows, search indexes, counters) silently stops. A table rebuild drops every trigger of the table.',
    remedy: 'Make the trigger again at the end of the migration.',
    check(facts) {
        const lost = objectChanges(facts).filter(({ kind, name, change, withOwner }) => kind === 'trigger' &&
            !withOwner &&
            // A trigger that the migration makes again in other words is what its author meant.
            (change === 'removed' ||
                (change === 'changed' && namedStatement(facts, 'create', 'trigger', name) === undefined)));
        return [...lost.flatMap((object) => lostFinding(facts, object)), ...neverFiring(facts)];
    },
};
function lostFinding(facts, object) {
    const { name, table, change } = object;
    const statement = droppedByName(facts, 'trigger', name);
    const successor = change === 'removed' ? meanings_successorOf(facts, name) : undefined;
    const where = table === undefined ? '' : ` on ${table}`;
    const subject = { object: name, ...(table !== undefined && { table }) };
    const place = placeOfObject(facts, object, statement === undefined ? [] : [statement]);
    if (successor !== undefined) {
        const { by, renamed } = successor;
        const text = renamed
            ? `is ${list(by)} now`
            : `is gone; ${list(by)} ${by.length === 1 ? 'does' : 'do'} what it did`;
        return [{ severity: 'notice', message: `${name}${where} ${text}.`, ...subject, ...place }];
    }
    return [
        {
            ...(statement !== undefined && { severity: 'warning' }),
            message: `${name}${where} ${change === 'removed' ? 'is gone' : 'was rewritten by a rename'}${statement === undefined ? '' : ', by name, and not made again'}.`,
            ...subject,
            ...place,
        },
    ];
}
/** Triggers that are there and that nothing fires any more. */
function neverFiring(facts) {
    return triggerMeanings(facts).flatMap(({ trigger, table, change }) => {
        if (change.kind !== 'never-fires')
            return [];
        const one = change.columns.length === 1;
        return [
            {
                message: `${trigger} on ${table} never fires: of UPDATE OF ${list(change.columns)} ${one ? 'there is no such column' : 'no column is there'}.`,
                remedy: 'Make the trigger again with the names that the columns have now.',
                object: trigger,
                table,
                ...placeOfMeaning(facts, 'trigger', trigger, [table]),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/judge/kit/values/meant-conversions.js

/**
 * Tells of a column whose values are of another storage class whether the migration meant it: it declares another type,
 * and fills the column by an expression that converts. A value that only meets the new type on its way is not meant.
 */
function conversions(facts) {
    const retyped = new Set(objectChanges(facts)
        .filter(({ kind, change }) => kind === 'column' && change === 'changed')
        .map(({ table = '', name }) => meant_conversions_keyOf(table, name)));
    return (table, column) => {
        if (!retyped.has(meant_conversions_keyOf(table, column)))
            return false;
        const guilty = contentStatements(facts, table, (cause) => cause.what === 'retyped' && (cause.column === undefined || (0,quote/* sameName */.q)(cause.column, column)));
        const written = writingStatements(facts, table, ['create', 'insert', 'upsert', 'update']);
        // A column that was filled under another name differs only since it was renamed.
        const filling = guilty.filter((statement) => written.includes(statement));
        const statements = filling.length > 0 ? filling : written;
        const names = formerNames(facts, column);
        return statements.some((statement) => converts(facts, statement, table, names));
    };
}
function meant_conversions_keyOf(table, column) {
    return `${(0,quote/* foldName */.zN)(table)}\0${(0,quote/* foldName */.zN)(column)}`;
}
/** All names under which statements may have filled the column. */
function formerNames(facts, column) {
    const known = [column];
    for (const { names } of executedStatements(facts).toReversed()) {
        for (const named of names)
            if (named.verb === 'rename-column' && known.some((one) => (0,quote/* sameName */.q)(one, named.to)))
                known.push(named.name);
    }
    return known;
}
function converts(facts, { names }, table, known) {
    return names.some((named) => {
        if (!('converts' in named) || named.converts === undefined)
            return false;
        const columns = meant_conversions_columnsOf(facts, named.name) ?? columnsNow(facts, table);
        return named.converts.some((one) => {
            const filled = typeof one === 'string' ? one : (columns[one] ?? '');
            return known.some((name) => (0,quote/* sameName */.q)(name, filled));
        });
    });
}
/** The columns that a statement of the plan made the table with, in order. */
function meant_conversions_columnsOf(facts, table) {
    const made = executedStatements(facts)
        .flatMap(({ names }) => names)
        .findLast((named) => named.verb === 'create' && named.kind === 'table' && (0,quote/* sameName */.q)(named.name, table));
    return made?.verb === 'create' ? made.columns : undefined;
}
function columnsNow(facts, table) {
    return (tablesNamed(facts.after?.schema.tables, table)[0]?.columns ?? []).map(({ name }) => name);
}

;// CONCATENATED MODULE: ./lib/judge/rules/values-changed.js

const values_changed_rule = {
    id: 'values-changed',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    // An UPDATE changes values on purpose; what changed on the way is lost.
    loss: 'errors',
    allowable: true,
    title: 'Values changed',
    why: 'Values that were there before are other ones now. Where no UPDATE of the table did it, a copy, a cascade or a trigger did, and probably nobody meant it.',
    remedy: 'Check that these values were to change; if so, allow it with a reason, in the config or the migration.',
    check(facts) {
        const changed = valueFindings(facts, 'changed', (values) => `${values} changed`).map((finding) => {
            const table = finding.table ?? '';
            const changing = changingStatements(facts, table);
            const guilty = guiltyOf(facts, finding);
            const meant = executedStatements(facts).length === 0 ||
                (changing.length > 0 && guilty.every((statement) => changing.includes(statement)));
            return meant ? { ...finding, severity: 'warning' } : finding;
        });
        const says = (values) => `${values} changed with the declared type, by the migration's own expression`;
        const converted = valueFindings(facts, 'retyped', says, conversions(facts));
        return [...changed, ...converted.map((finding) => ({ ...finding, severity: 'warning' }))];
    },
};
/** The statements that brought what the finding tells: of several files, those of its own. */
function guiltyOf(facts, { table = '', columns = [], location }) {
    const changed = new Map(columns.map((column) => [column, 0]));
    const parts = partsByFile(facts, table, 'changed', changed);
    const own = parts.find(({ statements }) => statements.some(({ file }) => file === location?.file));
    if (own !== undefined)
        return own.statements;
    const isMeant = ({ what, column = '' }) => what === 'changed' && columns.includes(column);
    return contentStatements(facts, table, isMeant);
}
/** The statements that changed values of the table on purpose: those that met a row, and not a rebuild's copy. */
function changingStatements(facts, table) {
    const isCopy = ({ names }) => names.some((named) => named.verb === 'upsert' &&
        !(0,quote/* sameName */.q)(named.name, table) &&
        namedStatement(facts, 'create', 'table', named.name) !== undefined);
    return writingStatements(facts, table, ['update', 'upsert']).filter((statement) => statement.rows !== 0 && !isCopy(statement));
}

;// CONCATENATED MODULE: ./lib/judge/rules/values-cleared.js

const values_cleared_rule = {
    id: 'values-cleared',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'Values became NULL',
    why: 'Data that was there before the migration is gone, while every row count stays the same.',
    remedy: 'Keep the values; if this loss is meant, allow it with a reason, in the config or the migration.',
    check: (facts) => [
        ...valueFindings(facts, 'nulled', (values) => `${values} became NULL`),
        ...erasedOnTheWay(facts),
    ],
};
function erasedOnTheWay(facts) {
    const lost = transientLosses(facts).flatMap(({ column, ...others }) => column === undefined ? [] : [{ column, ...others }]);
    return [...Map.groupBy(lost, ({ table }) => table)].map(([table, columns]) => {
        const total = columns.reduce((sum, { rows }) => sum + rows, 0);
        const detail = columns.map(({ column, rows }) => `${column} (${(0,numbers/* whole */.W)(rows)})`);
        const statements = new Set(columns.flatMap((one) => one.statements));
        return {
            message: `${table}: ${(0,numbers/* counted */.h)(total, 'value')} that the migration itself made ${total === 1 ? 'is' : 'are'} erased again by a foreign key, in a statement that does not name the table: ${detail.join(', ')}.`,
            table,
            columns: columns.map(({ column }) => column),
            count: total,
            ...placeOf(facts, [...statements]),
        };
    });
}

;// CONCATENATED MODULE: ./lib/judge/rules/values-retyped.js

const values_retyped_rule = {
    id: 'values-retyped',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'Values changed their storage class',
    why: "Another column type can turn '00501' into 501 or a large integer into a rounded real; comparisons and ordering change too.",
    remedy: 'Keep the declared type, or convert on purpose and allow it with a reason, in the config or the migration.',
    check(facts) {
        const isMeant = conversions(facts);
        const says = (values) => `${values} changed the storage class`;
        return valueFindings(facts, 'retyped', says, (table, column) => !isMeant(table, column));
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/values-unconverted.js

const values_unconverted_rule = {
    id: 'values-unconverted',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'Values do not have the type that their column is declared with now',
    why: 'SQLite keeps what it cannot convert. Every text is greater than every number: comparisons, sums and joins that expect numbers find nothing, and drivers fail or read 0.',
    remedy: "Convert the values where they are copied, such as CAST(strftime('%s', at) AS INTEGER) or CASE done WHEN 'true' THEN 1 ELSE 0 END; or keep the declared type.",
    check(facts) {
        if (!wasRehearsed(facts))
            return [];
        const found = (facts.changes?.unconverted ?? []).filter(({ table }) => !isBookkeeping(facts, table));
        return found.map((one) => values_unconverted_findingOf(facts, one));
    },
};
function values_unconverted_findingOf(facts, one) {
    const { table, column, from, to, texts, fractions, of } = one;
    const object = objectChanges(facts).find(({ kind, name, table: owner = '', change }) => kind === 'column' && change === 'changed' && (0,quote/* sameName */.q)(name, column) && (0,quote/* sameName */.q)(owner, table));
    const former = from === undefined ? '' : ` now and was ${from || 'without a type'}`;
    const value = `t.${(0,quote/* quoteName */.AB)(column)}`;
    const conditions = [
        texts > 0 && `typeof(${value}) IN ('text', 'blob')`,
        fractions > 0 && `typeof(${value}) = 'real' AND ${value} <> CAST(${value} AS INTEGER)`,
    ].filter((condition) => condition !== false);
    const parts = [
        texts > 0 &&
            `${(0,numbers/* counted */.h)(texts, 'value')} of ${(0,numbers/* whole */.W)(of)} ${texts === 1 ? 'is a text or blob that does' : 'are texts or blobs that do'} not convert`,
        fractions > 0 &&
            `${(0,numbers/* counted */.h)(fractions, 'value')} of ${(0,numbers/* whole */.W)(of)} ${fractions === 1 ? 'has' : 'have'} a fraction`,
    ].filter((part) => part !== false);
    return {
        message: `${table}.${column} is declared ${to}${former}: ${parts.join(', ')}.`,
        table,
        columns: [column],
        count: texts + fractions,
        query: `SELECT t.* FROM main.${(0,quote/* quoteName */.AB)(table)} AS t WHERE ${conditions.join(' OR ')};`,
        ...placeOfObject(facts, object ?? { kind: 'column', name: column, table, change: 'changed' }, from === undefined ? fillingStatements(facts, one) : writingStatements(facts, table, ['create'])),
    };
}
/** Of a new column: what filled it; else the statement that added it, whose default did. */
function fillingStatements(facts, { table, column }) {
    const filling = writingStatements(facts, table, ['insert', 'upsert', 'update']);
    if (filling.length > 0)
        return filling;
    return writingStatements(facts, table, ['add-column']).filter(({ names }) => names.some((named) => named.verb === 'add-column' && (0,quote/* sameName */.q)(named.name, column)));
}

;// CONCATENATED MODULE: ./lib/judge/rules/view-broken.js

const view_broken_rule = {
    id: 'view-broken',
    severity: 'error',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A view does not compile',
    why: 'SQLite looks at a view only when a query reads it: then the query fails.',
    remedy: 'Drop the view and make it again with the columns and tables that there are now.',
    check: (facts) => brokenSightings(facts, 'view'),
};

;// CONCATENATED MODULE: ./lib/judge/rules/view-changed.js

const view_changed_rule = {
    id: 'view-changed',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A view gives something else',
    why: 'Its text still compiles, but NATURAL JOIN compares one more column, a name means another one, or `*` stands for other columns. SQLite says nothing when a table changes under a view.',
    remedy: 'Make the view again, with its joins, names and columns written out.',
    check: (facts) => viewMeanings(facts).flatMap((meaning) => view_changed_findingOf(facts, meaning)),
};
function view_changed_findingOf(facts, { view, change, hints }) {
    // What does not compile gives nothing, and is told of by view-broken.
    const { broken = [] } = facts.after ?? {};
    if (broken.some(({ kind, name }) => kind === 'view' && (0,quote/* sameName */.q)(name, view)))
        return [];
    return [
        {
            ...(isMeant(change) && { severity: 'notice' }),
            message: `${view} ${view_changed_textOf(change)}.`,
            object: view,
            ...(change.kind === 'rows' && { count: Math.max(change.gone, change.came) }),
            ...placeOfMeaning(facts, 'view', view, hints),
        },
    ];
}
function isMeant(change) {
    return ((change.kind === 'rows' && change.meant === true) ||
        (change.kind === 'columns' && change.followed === true));
}
function view_changed_textOf(change) {
    switch (change.kind) {
        case 'rows':
            return rowsText(change);
        case 'fails':
            return `cannot be read to its end any more: ${change.message}`;
        case 'columns': {
            const one = change.columns.length === 1;
            const reason = change.followed ? ', as in the tables that it reads' : '';
            return `has no ${one ? 'column' : 'columns'} ${list(change.columns)} any more${reason}`;
        }
        case 'resolved':
        case 'joined':
            return nameChangeText(change);
    }
}
function rowsText({ before, after, gone, came, cause, meant, }) {
    const reason = cause === undefined ? '' : `: it ${nameChangeText(cause)}`;
    const steady = meant ? '' : ', though nothing that it reads has changed';
    if (before !== after)
        return `gave ${(0,numbers/* counted */.h)(before, 'row')} and gives ${(0,numbers/* whole */.W)(after)} now${steady}${reason}`;
    const most = Math.max(gone, came);
    return `gives ${(0,numbers/* whole */.W)(most)} of its ${(0,numbers/* counted */.h)(before, 'row')} otherwise${steady}${reason}`;
}

;// CONCATENATED MODULE: ./lib/judge/rules/view-lost.js

const view_lost_rule = {
    id: 'view-lost',
    severity: 'warning',
    kind: 'problem',
    about: 'database',
    loss: 'always',
    allowable: true,
    title: 'A view is gone or was rewritten',
    why: 'Queries that read it fail.',
    remedy: 'Make the view again at the end of the migration.',
    check(facts) {
        const lost = objectChanges(facts).filter(({ kind, name, change }) => kind === 'view' &&
            (change === 'removed' ||
                (change === 'changed' && namedStatement(facts, 'create', 'view', name) === undefined)));
        return lost.map((object) => {
            const { name, change } = object;
            const statement = droppedByName(facts, 'view', name);
            return {
                message: `${name} ${change === 'removed' ? 'is gone' : 'was rewritten by a rename'}${statement === undefined ? '' : ', by name, and was not made again'}.`,
                object: name,
                ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/judge/rules/wal-missing.js
const GAPS = {
    frames: 'its -shm counts commits that no -wal beside it holds',
    older: 'the -wal beside it is of an earlier state than the file: SQLite mixes both',
    pages: 'the file has more pages than its header counts: it was copied in the middle of a checkpoint, without its -wal',
};
const wal_missing_rule = {
    id: 'wal-missing',
    severity: 'notice',
    kind: 'problem',
    about: 'database',
    loss: 'never',
    allowable: true,
    title: 'A WAL database without its -wal file',
    why: 'Where the file was copied by itself, the last commits are in a -wal that stayed behind; mostly nothing in the file tells. One made by `.backup` looks the same and is complete.',
    remedy: 'Make sure that the snapshot was taken with `sqlite3 FILE ".backup COPY"`, or copy the -wal with it.',
    check({ path, snapshot, before }) {
        if (snapshot === undefined || snapshot.journalMode !== 'wal')
            return [];
        const { logGap, sidecars } = snapshot;
        if (logGap !== undefined)
            return [missing(`Commits are missing from ${path}: ${GAPS[logGap]}.`)];
        if (sidecars.some(({ suffix, bytes }) => suffix === '-wal' && bytes > 0))
            return [];
        const alone = `${path} is in WAL mode, and no -wal was beside it`;
        if (before?.integrity.result !== 'damaged')
            return [{ message: `${alone}.`, object: '-wal' }];
        return [missing(`${alone}; it is damaged, as a file is that was copied without it.`)];
    },
};
function missing(message) {
    return { severity: 'warning', message, object: '-wal' };
}

;// CONCATENATED MODULE: ./lib/judge/rules/index.js

/** Every rule, in alphabetical order. A rule is its file, this line, its test and its section in docs/rules.md. */
const rules = [
    rule,
    allowance_unused_rule,
    backfill_incomplete_rule,
    check_degraded_rule,
    column_dropped_rule,
    command_asked_rule,
    command_left_running_rule,
    command_missed_copy_rule,
    constraint_lost_rule,
    crash_sticks_rule,
    crash_unsafe_rule,
    default_changed_rule,
    double_quoted_text_rule,
    dump_incomplete_rule,
    expectation_unmet_rule,
    foreign_key_changed_rule,
    foreign_key_mismatch_rule,
    gate_loosened_rule,
    half_migrated_rule,
    header_changed_rule,
    history_changed_rule,
    index_lost_rule,
    integrity_damaged_rule,
    json_broken_rule,
    json_stringified_rule,
    made_and_lost_rule,
    migration_edited_rule,
    migration_failed_rule,
    migration_missing_rule,
    migration_out_of_order_rule,
    migration_timeout_rule,
    migration_unfinished_rule,
    migrations_dirty_rule,
    moved_rule,
    needs_app_function_rule,
    no_effect_rule,
    not_atomic_rule,
    not_rerunnable_rule,
    nothing_pending_rule,
    orphans_introduced_rule,
    orphans_present_rule,
    preflight_incomplete_rule,
    production_sqlite_rule,
    rehearsal_skipped_rule,
    renamed_rule,
    required_null_rule,
    rollback_lossy_rule,
    rows_duplicated_rule,
    rows_lost_rule,
    rows_replaced_rule,
    runner_sensitive_rule,
    search_index_changed_rule,
    search_index_stale_rule,
    sequence_doubled_rule,
    sequence_reset_rule,
    settings_invalid_rule,
    side_effect_rule,
    snapshot_changed_rule,
    snapshot_unusable_rule,
    statement_broken_rule,
    statement_skipped_rule,
    table_dropped_rule,
    table_swapped_rule,
    transaction_left_open_rule,
    trigger_broken_rule,
    trigger_changed_rule,
    trigger_lost_rule,
    values_changed_rule,
    values_cleared_rule,
    values_retyped_rule,
    values_unconverted_rule,
    view_broken_rule,
    view_changed_rule,
    view_lost_rule,
    wal_missing_rule,
];

;// CONCATENATED MODULE: ./lib/judge/criteria.js

/**
 * What must be true for success, with a tick where it was measured to be. Only what was measured is listed; the last one
 * sees to it that success is never claimed beside a finding that blocks. `findings`: after the allowances.
 */
function criteriaOf(facts, settings, findings) {
    const { now } = judgedSides(facts);
    if (now === undefined)
        return [];
    const { outcome } = facts.rehearsal;
    const success = facts.command
        ? 'The command ends with exit code 0'
        : 'Every statement runs without an error';
    const ran = (0,database/* isHealthCheck */.v)(facts) ? [] : [{ text: success, met: outcome === 'done' }];
    return [
        ...ran,
        { text: 'The file is sound (integrity_check)', met: now.integrity.result === 'ok' },
        { text: 'No row lacks its parent', met: now.orphans.length === 0 },
        ...losses(facts, findings),
        ...(wasMeasuredWhole(facts) ? [...required(facts, settings), ...application(facts)] : []),
        ...evaluateRequirements(facts, settings).map(({ text, met }) => ({
            text: `${text[0]?.toUpperCase()}${text.slice(1)}`,
            met,
        })),
        {
            text: 'No finding of severity error',
            met: !findings.some(({ severity }) => severity === 'error'),
        },
    ];
}
/** Whether the findings of a rule break the criterion, by its id. */
const criteria_LOSSES = new Map(rules.map(({ id, loss }) => [id, loss]));
function losses(facts, findings) {
    const { changes } = facts;
    if (!wasRehearsed(facts) || changes === undefined)
        return [];
    const isLoss = ({ rule, severity }) => criteria_LOSSES.get(rule) === 'always'
        ? severity !== 'notice'
        : criteria_LOSSES.get(rule) === 'errors' && severity === 'error';
    const met = changes.unchecked.length === 0 && !findings.some(isLoss);
    return [{ text: 'No row, value or object is lost, unless allowed', met }];
}
const criteria_columnsOf = byName(({ table }) => table);
function required(facts, { checks }) {
    const measured = judgedSides(facts).now?.required ?? [];
    const known = checks.required.filter(({ table, column }) => isKnownColumn(facts, table, column));
    return known.map(({ table, column }) => {
        const entry = criteria_columnsOf(measured, table).find((one) => (0,quote/* sameName */.q)(one.column, column));
        return { text: `Zero NULLs in ${table}.${column}`, met: entry?.nulls === 0 };
    });
}
function application(facts) {
    const total = facts.after?.statements.total ?? 0;
    if (total === 0)
        return [];
    const text = `The migration breaks none of ${(0,numbers/* counted */.h)(total, 'statement')} of the application`;
    return [{ text, met: !failedStatements(facts).some(({ broken }) => broken) }];
}

;// CONCATENATED MODULE: ./lib/judge/headline.js

/** Of a finding's message in the headline. */
const LONGEST = 160;
/** The verdict as a sentence with its consequence, without a full stop: `Do not migrate: posts: 2,000 rows of 2,000 are gone`. */
function headlineOf(facts, verdict, findings) {
    const severe = findings.filter(({ severity }) => severity === 'error');
    const told = severe.length > 0 ? severe : findings.filter(({ severity }) => severity === 'warning');
    const [first, ...others] = told;
    if (first === undefined)
        return calm(facts);
    const more = others.length === 0 ? '' : ` (and ${(0,numbers/* counted */.h)(others.length, `more ${first.severity}`)})`;
    return `${ADVICE[(0,database/* isHealthCheck */.v)(facts) ? 'healthCheck' : 'migration'][verdict]}: ${firstSentence(first.message)}${more}`;
}
const ADVICE = {
    migration: {
        cleared: 'Migrate',
        warned: 'Migrate only if this is meant',
        blocked: 'Do not migrate',
        failed: 'Nothing is proven',
    },
    healthCheck: {
        cleared: 'Healthy',
        warned: 'Look at this before the next migration',
        blocked: 'Not healthy',
        failed: 'Nothing is proven',
    },
};
function calm(facts) {
    if ((0,database/* isHealthCheck */.v)(facts))
        return 'Healthy: nothing was found';
    if (facts.plan?.pending.length === 0)
        return 'Nothing to migrate: every migration is applied already';
    return 'Safe to migrate as rehearsed: nothing is lost that was not allowed';
}
/** Without its full stop. What a name holds does not matter: it is cut, not understood. */
function firstSentence(message) {
    const end = message.search(/[.] |[.]$/);
    const sentence = end === -1 ? message : message.slice(0, end);
    return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1)}…`;
}

// EXTERNAL MODULE: ./lib/facts/rehearsal/rehearsal.js
var rehearsal = __webpack_require__("lib/facts/rehearsal/rehearsal.js");
;// CONCATENATED MODULE: ./lib/judge/risk.js

/** The risk of migrating: the highest level among reasons that are each a measured fact (docs/risk.md). */
function riskOf(facts, findings) {
    if ((0,database/* isHealthCheck */.v)(facts) || facts.before === undefined)
        return { level: 'unknown', reasons: ['Nothing was rehearsed.'] };
    if (!wasRehearsed(facts))
        return { level: 'high', reasons: [unfinished(facts)] };
    const reasons = [
        ...risk_losses(findings),
        additive(facts),
        reversible(facts),
        atomicity(facts),
        ...longest(facts),
        disk(facts),
        health(facts),
        size(facts),
    ];
    const order = ['low', 'medium', 'high'];
    const level = order[Math.max(...reasons.map((reason) => order.indexOf(reason.level)))] ?? 'unknown';
    return { level, reasons: reasons.map(({ text }) => text) };
}
function unfinished(facts) {
    const { rehearsal, command } = facts;
    if (command !== undefined)
        return `The command did not run to its end; ${commitsText(facts)}.`;
    const done = rehearsal.statements.filter(({ status }) => status === 'done').length;
    return `The rehearsal did not run to its end: ${done} of ${(0,numbers/* counted */.h)(rehearsal.statements.length, 'statement')} ran.`;
}
function risk_losses(findings) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.filter(({ severity }) => severity === 'warning').length;
    if (errors > 0)
        return [{ level: 'high', text: `${(0,numbers/* counted */.h)(errors, 'finding')} of severity error.` }];
    return warnings > 0
        ? [{ level: 'medium', text: `${(0,numbers/* counted */.h)(warnings, 'finding')} of severity warning.` }]
        : [];
}
function additive(facts) {
    const { removed, rewritten } = lostContent(facts);
    const gone = facts.changes?.objects.filter(({ change }) => change === 'removed').length ?? 0;
    if (removed + rewritten + gone === 0) {
        return { level: 'low', text: 'Additive: no row, value or object that was there is removed or changed.' };
    }
    const parts = [
        `${(0,numbers/* counted */.h)(removed, 'row')} removed`,
        `${(0,numbers/* counted */.h)(rewritten, 'value')} changed`,
        `${(0,numbers/* counted */.h)(gone, 'object')} removed`,
    ];
    return { level: 'medium', text: `Not additive: ${parts.join(', ')}.` };
}
/** Rows and values of *before* that *after* does not hold, in tables and columns that are still there. */
function lostContent(facts) {
    const tables = tableChanges(facts);
    const values = tables.flatMap(({ columns }) => columns);
    return {
        removed: risk_sum(tables, (table) => table.removed),
        rewritten: risk_sum(values, ({ changed, nulled, retyped }) => changed + nulled + retyped),
    };
}
/** Whether the migrated database still holds all that the former one held; a dropped table takes its rows along. */
function reversible(facts) {
    const { removed, rewritten } = lostContent(facts);
    const dropped = facts.changes?.objects.filter(({ change }) => change === 'removed') ?? [];
    const heldIn = (kind) => risk_sum(dropped.filter((object) => object.kind === kind), ({ held = 0 }) => held);
    const rows = removed + heldIn('table');
    const values = rewritten + heldIn('column');
    if (rows + values === 0) {
        return { level: 'low', text: 'Reversible: every row and value that was there is still there.' };
    }
    const lost = [
        ...(rows > 0 ? [(0,numbers/* counted */.h)(rows, 'row')] : []),
        ...(values > 0 ? [(0,numbers/* counted */.h)(values, 'value')] : []),
    ];
    return { level: 'medium', text: `Not reversible: only a backup brings back ${lost.join(' and ')}.` };
}
function atomicity(facts) {
    const { commits } = facts.rehearsal;
    const { command } = facts;
    if (command !== undefined && (commits > 1 || command.commitsAtLeast)) {
        return { level: 'low', text: `Not atomic as a whole: ${commitsText(facts)}.` };
    }
    const files = new Set(executedStatements(facts).map(({ file }) => file)).size;
    if (commits <= 1)
        return { level: 'low', text: 'Atomic: at most one commit, so a failure leaves nothing behind.' };
    if (commits <= files)
        return { level: 'low', text: `One commit for each of ${(0,numbers/* counted */.h)(files, 'file')}.` };
    return {
        level: 'low',
        text: `Not atomic: ${(0,numbers/* counted */.h)(commits, 'commit')}; an interruption leaves the earlier ones applied.`,
    };
}
const LONG_MS = 5000;
/** From the first write of a transaction to its end all other writers wait (sqlite.org/lang_transaction.html). */
function longest({ rehearsal, command }) {
    const ms = command === undefined ? longestTransaction(rehearsal.statements) : command.longestWriteMs;
    if (ms === undefined)
        return [];
    const text = `Longest write transaction: ${ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`}; other writers wait that long at least.`;
    return [{ level: ms > LONG_MS ? 'medium' : 'low', text }];
}
function longestTransaction(statements) {
    const transactions = Map.groupBy(statements, ({ transaction }) => transaction);
    const times = [...transactions.values()].map((own) => {
        const first = own.findIndex(({ writes }) => writes);
        return first === -1 ? 0 : risk_sum(own.slice(first), ({ ms = 0 }) => ms);
    });
    return Math.max(0, ...times);
}
const MUCH_GROWTH = 100_000_000;
/** Bytes that the migration needs while it runs, and that the migrated database takes more afterwards. */
function disk({ before, after, rehearsal: { peak } }) {
    const [from, to] = [before?.bytes ?? 0, after?.bytes ?? 0];
    const grown = to - from;
    const most = peak === undefined ? grown : (0,rehearsal/* extraWhileItRuns */.l)(peak, from);
    const level = most > MUCH_GROWTH && most > from ? 'medium' : 'low';
    const stays = `(${(0,numbers/* whole */.W)(from)} → ${(0,numbers/* whole */.W)(to)})`;
    if (peak !== undefined && most > Math.max(0, grown)) {
        const parts = Object.entries({ WAL: peak.wal, journal: peak.journal, 'temporary files': peak.temp ?? 0 })
            .filter(([, bytes]) => bytes > 0)
            .map(([name, bytes]) => `${name} ${(0,numbers/* whole */.W)(bytes)}`);
        const afterwards = grown > 0 ? `${(0,numbers/* whole */.W)(grown)} bytes afterwards` : 'none afterwards';
        const of = parts.length === 0 ? '' : `, of it ${parts.join(', ')}`;
        return {
            level,
            text: `Extra disk: up to ${(0,numbers/* whole */.W)(most)} bytes while it runs${of}; ${afterwards} ${stays}.`,
        };
    }
    const text = grown > 0
        ? `Extra disk: ${(0,numbers/* whole */.W)(grown)} bytes ${stays}.`
        : `No extra disk: ${(0,numbers/* whole */.W)(from)} → ${(0,numbers/* whole */.W)(to)} bytes.`;
    return { level, text };
}
function health({ before }) {
    const orphans = before?.orphans.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
    if (before?.integrity.result === 'damaged')
        return { level: 'high', text: 'The file was damaged before the migration.' };
    return orphans > 0
        ? { level: 'medium', text: `${(0,numbers/* counted */.h)(orphans, 'row')} had no parent before the migration.` }
        : { level: 'low', text: 'Sound before the migration: integrity ok, no orphans.' };
}
function size({ before }) {
    const tables = before?.tables ?? [];
    const text = `Size: ${(0,numbers/* counted */.h)(risk_sum(tables, ({ rows }) => rows), 'row')} in ${(0,numbers/* counted */.h)(tables.length, 'table')}.`;
    return { level: 'low', text };
}
function risk_sum(items, of) {
    return items.reduce((total, item) => total + of(item), 0);
}

;// CONCATENATED MODULE: ./lib/judge/verdict.js
const REACHES = {
    error: ['error'],
    warning: ['error', 'warning'],
    never: [],
};
/** What the findings say of one database, or of a run. `failed`: the preflight could not be carried out. */
function verdictOf(findings) {
    if (findings.some(({ kind }) => kind !== 'problem'))
        return 'failed';
    if (findings.some(({ severity }) => severity === 'error'))
        return 'blocked';
    return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'cleared';
}
/** 3: we broke; 2: the set-up is wrong; 1: findings that reach `fail-on`; 0: none. The worst counts. */
function exitCodeOf(findings, failOn) {
    const present = new Set(findings.map(({ kind }) => kind));
    if (present.has('internal'))
        return 3;
    if (present.has('setup'))
        return 2;
    return findings.some(({ severity }) => REACHES[failOn].includes(severity)) ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/judge/judge.js

const ORDER = ['error', 'warning', 'notice'];
/** Turns facts into findings, and findings into verdict, exit code and advice. Same facts, same record. */
function judge(databases, settings, context) {
    const raised = databases.flatMap((facts) => findingsOf(facts, settings));
    const findings = applyAllowances(raised, settings.allow, databases, context.now).toSorted(bySeverity);
    const own = Map.groupBy(findings, ({ database }) => database);
    return {
        verdict: verdictOf(findings),
        exitCode: exitCodeOf(findings, settings.failOn),
        generatedAt: context.now.toISOString(),
        tool: context.tool,
        samples: settings.samples,
        ...(settings.configFile !== undefined && { configFile: settings.configFile }),
        ...declaredOf(databases, settings),
        databases: databases.map((facts) => databaseRecord(facts, settings, own.get(facts.path) ?? [])),
        findings,
        rules: textsOf(findings),
        excerpts: [],
    };
}
function textsOf(findings) {
    const raised = new Set(findings.map(({ rule }) => rule));
    return rules
        .filter(({ id }) => raised.has(id))
        .map(({ id, title, why, remedy, allowable }) => ({ id, title, why, remedy, allowable }))
        .toSorted((left, right) => compareText(left.id, right.id));
}
function declaredOf(databases, settings) {
    const items = declarationsFor(databases, settings);
    return items.length === 0 ? {} : { declared: { ...settings.declared, items } };
}
function databaseRecord(facts, settings, findings) {
    const verdict = verdictOf(findings);
    return {
        verdict,
        facts,
        risk: riskOf(facts, findings),
        criteria: criteriaOf(facts, settings, findings),
        headline: headlineOf(facts, verdict, findings),
        ...adviceOf(facts, verdict, findings),
    };
}
function findingsOf(facts, settings) {
    return rules.flatMap((rule) => rule.check(facts, settings).map((finding) => completed(rule, finding, facts.path)));
}
function completed(rule, finding, database) {
    const { id, severity, kind, about, title, remedy } = rule;
    return { rule: id, severity, kind, about, title, remedy, ...finding, database };
}
/** Most severe first; within a severity what made the run itself fail, then the failure that explains the others. */
function bySeverity(left, right) {
    const rank = ({ severity, kind, about }) => ORDER.indexOf(severity) * 3 + (kind !== 'problem' ? 0 : about === 'failure' ? 1 : 2);
    return rank(left) - rank(right) || compareText(judge_subject(left), judge_subject(right));
}
function judge_subject({ rule, database, table = '', object = '', columns = [], location }) {
    return [rule, database, table, object, ...columns, location?.file, location?.line].join('\0');
}
function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/report/formats/index.js
var formats = __webpack_require__("lib/report/formats/index.js");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
;// CONCATENATED MODULE: ./lib/settings/files/reach.js

/** A place outside that the step names by itself: whoever wrote the workflow knows what is there. */
const ANYWHERE = { holds: () => true };
/** Inside of these folders, links followed. */
function within(...folders) {
    const roots = folders
        .map((folder) => realAs(folder))
        .map((root) => (root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep));
    return { holds: (real) => roots.some((root) => `${real}${external_node_path_.sep}`.startsWith(root)) };
}
/**
 * Where a path may lead that is given relative to `folder`: out of the workspace only where the step says so in so many
 * words, and never by a link.
 */
function reachOf(given, author, { folder, workspace }) {
    if (author === 'step' && !isInside(workspace, (0,external_node_path_.resolve)(folder, given)))
        return ANYWHERE;
    // A working directory outside is the step's own word too.
    return isInside(workspace, folder) ? within(workspace) : within(workspace, folder);
}
/** By its spelling alone. */
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
/** The path without links, as far as it is there. */
function realAs(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return (0,external_node_path_.dirname)(path) === path ? path : (0,external_node_path_.join)(realAs((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__("node:buffer");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__("node:util");
;// CONCATENATED MODULE: ./lib/settings/files/file-access.js

/** What is at `path`, links followed; `undefined` where there is nothing. */
function lookUp(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch (error) {
        return isNothing(error) ? undefined : unreadable(error);
    }
}
/** Whether there is anything of this name, be it a link to nothing. */
function isThere(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path) !== undefined;
    }
    catch (error) {
        return !isNothing(error);
    }
}
function isNothing(error) {
    const { code } = error;
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** A path as locations name it: relative to the workspace, with `/`. */
function nameIn(workspace, path) {
    return (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/') || '.';
}
/** Why a file is of no use here. */
function unreadable(error) {
    return {
        problem: `cannot be read: ${systemReason(error)}`,
        remedy: 'Correct the path, or its permissions.',
    };
}
/** What the system said, in its words and without the path. */
function systemReason(error) {
    const { code, errno, message } = error;
    return (errno !== undefined && (0,external_node_util_.getSystemErrorMap)().get(errno)?.[1]) || (code ?? message);
}
/** Out of reach. */
const LEADS_OUT = {
    problem: 'leads out of the repository',
    remedy: 'Put into the repository what is to be read; a place outside of it only the step may name.',
};

;// CONCATENATED MODULE: ./lib/settings/files/read-text.js

/**
 * The text of a UTF-8 file. Refused is what could not be read whole, what is no file, and what lies out of reach: a pipe
 * could be waited for without end, a device be read without end, and a link lead to a secret.
 */
function readText(path, { reach, most, mark }) {
    try {
        const bytes = readWhole(path, reach, most);
        return bytes instanceof Uint8Array ? decoded(bytes, mark) : bytes;
    }
    catch (error) {
        return unreadable(error);
    }
}
/** Windows knows the last two not. */
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0) | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
function readWhole(path, reach, most) {
    const real = (0,external_node_fs_.realpathSync)(path);
    if (!reach.holds(real))
        return LEADS_OUT;
    // Before it is opened, because opening alone moves some devices.
    const problem = kindProblem((0,external_node_fs_.lstatSync)(real));
    if (problem !== undefined)
        return problem;
    const file = (0,external_node_fs_.openSync)(real, FLAGS);
    try {
        return isStill(file, path, real) ? readOpen(file, most) : CHANGING;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** Somebody may have put another file, or another link, in its place since. */
function isStill(file, path, real) {
    const opened = (0,external_node_fs_.fstatSync)(file, { bigint: true });
    const there = (0,external_node_fs_.lstatSync)(real, { bigint: true });
    return (0,external_node_fs_.realpathSync)(path) === real && opened.dev === there.dev && opened.ino === there.ino;
}
function readOpen(file, most) {
    const { size } = (0,external_node_fs_.fstatSync)(file);
    if (size > most)
        return tooLarge(most);
    const bytes = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= size; length += read) {
        read = (0,external_node_fs_.readSync)(file, bytes, length, bytes.length - length, null);
    }
    return length === size ? bytes.subarray(0, size) : CHANGING;
}
function kindProblem(stats) {
    if (stats.isFile())
        return undefined;
    // Without links it was a moment ago.
    if (stats.isSymbolicLink())
        return CHANGING;
    const kind = stats.isDirectory()
        ? 'a folder'
        : stats.isFIFO()
            ? 'a named pipe'
            : stats.isSocket()
                ? 'a socket'
                : 'a device';
    return { problem: `is ${kind}, not a file`, remedy: 'Put a file there.' };
}
const CHANGING = {
    problem: 'was changed while it was read',
    remedy: 'Let nothing write there meanwhile.',
};
function decoded(bytes, mark) {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
        return { problem: 'is UTF-16', remedy: 'Save it as UTF-8.', line: 1 };
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
        const problem = `holds a NUL byte at offset ${nul}`;
        return { problem, remedy: 'Remove the byte, or save the file as UTF-8.', line: lineAt(bytes, nul) };
    }
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        const at = firstInvalid(bytes);
        return { problem: `is not UTF-8 at offset ${at}`, remedy: 'Save it as UTF-8.', line: lineAt(bytes, at) };
    }
    return new TextDecoder('utf-8', { ignoreBOM: mark === 'keep' }).decode(bytes);
}
function tooLarge(most) {
    const limit = most < 2 ** 20 ? `${most / 2 ** 10} KiB` : `${most / 2 ** 20} MiB`;
    return { problem: `is larger than ${limit}`, remedy: 'Split it, or remove what is not needed.' };
}
function lineAt(bytes, offset) {
    let line = 1;
    for (let at = bytes.indexOf('\n'); at !== -1 && at < offset; at = bytes.indexOf('\n', at + 1))
        line += 1;
    return line;
}
/** Where the first sequence starts that is no character. */
function firstInvalid(bytes) {
    let at = 0;
    while (at < bytes.length) {
        const length = lengthAfter(bytes[at] ?? 0);
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(at, at + length)))
            return at;
        at += length;
    }
    return at;
}
/** Bytes of the character that starts with `lead`; a byte that starts none is found invalid by itself. */
function lengthAfter(lead) {
    if (lead < 0x80)
        return 1;
    if (lead < 0xe0)
        return 2;
    return lead < 0xf0 ? 3 : 4;
}

;// CONCATENATED MODULE: ./lib/settings/files/excerpts.js

/** Lines before and after the one that it is about. */
const AROUND = 2;
/** Of places; who has more findings reads the file. */
const MOST = 500;
/** Of a line, in UTF-16 units; a seed can have a megabyte in one. */
const excerpts_LONGEST = 400;
/** Of a file, in bytes, as for a migration. */
const MOST_BYTES = 64 * 2 ** 20;
/**
 * The lines around the first places, in their order, each place once. A file that is gone or out of reach by now has
 * none: an excerpt is a help, and nothing depends on it.
 */
function excerptsOf(places, workspace) {
    const known = new Map();
    const reach = within(workspace);
    const linesOf = (file) => {
        if (!known.has(file)) {
            const text = readText((0,external_node_path_.join)(workspace, file), { reach, most: MOST_BYTES, mark: 'drop' });
            known.set(file, typeof text === 'string' ? text.split(/\r?\n/) : undefined);
        }
        return known.get(file);
    };
    const seen = new Map();
    for (const { file, line } of places.filter((place) => place !== undefined)) {
        if (line !== undefined && seen.size < MOST)
            seen.set(`${line}:${file}`, { file, line });
    }
    return [...seen.values()].flatMap(({ file, line }) => {
        const lines = linesOf(file);
        if (lines === undefined || line > lines.length)
            return [];
        const first = Math.max(1, line - AROUND);
        const shown = lines.slice(first - 1, line + AROUND).map((text) => text.slice(0, excerpts_LONGEST));
        return [{ file, line, first, lines: shown }];
    });
}

// EXTERNAL MODULE: ./lib/settings/config/config.js
var config_config = __webpack_require__("lib/settings/config/config.js");
// EXTERNAL MODULE: ./lib/settings/did-you-mean.js
var did_you_mean = __webpack_require__("lib/settings/did-you-mean.js");
// EXTERNAL MODULE: ./lib/settings/told.js
var settings_told = __webpack_require__("lib/settings/told.js");
;// CONCATENATED MODULE: ./lib/settings/checks/allowances.js

/** What the schema cannot know. Looks at the file as it is, so that it is said together with everything else. */
function* allowanceMistakes(config, ruleIds) {
    const { allow } = config.values;
    if (!Array.isArray(allow))
        return;
    for (const [at, allowance] of allow.entries()) {
        if (typeof allowance !== 'object' || allowance === null || Array.isArray(allowance))
            continue;
        const { rule, table, column, object } = allowance;
        if (typeof rule === 'string' && rule !== '' && !ruleIds.includes(rule)) {
            const place = (0,config_config/* placeOf */.$)(config, ['allow', at, 'rule']);
            yield { key: `allow.${at}.rule`, ...noSuchRule(rule, ruleIds), ...place };
        }
        for (const [key, name] of Object.entries({ table, column, object })) {
            if (typeof name !== 'string' || !isPattern(name))
                continue;
            yield { key: `allow.${at}.${key}`, ...tooWide(name), ...(0,config_config/* placeOf */.$)(config, ['allow', at, key]) };
        }
        if (table !== undefined || column !== undefined || object !== undefined)
            continue;
        yield {
            key: `allow.${at}`,
            message: 'an allowance must name the table, column or object that it is for.',
            remedy: 'Add for example `table: sessions`.',
            ...(0,config_config/* placeOf */.$)(config, ['allow', at]),
        };
    }
}
/** Rules that no reason can make safe are not among `ruleIds`. */
function noSuchRule(rule, ruleIds) {
    const meant = (0,did_you_mean/* nearest */.p)(rule, ruleIds);
    return {
        message: `there is no rule ${(0,settings_told/* short */.h)(rule)} that can be allowed.`,
        remedy: meant === undefined ? 'See docs/rules.md for the rules there are.' : `Did you mean ${meant}?`,
    };
}
/** A name written as a pattern. It would be taken literally, and cover nothing. */
function isPattern(name) {
    return /[*%]/.test(name);
}
function tooWide(name) {
    return {
        message: `${(0,settings_told/* short */.h)(name)} is a pattern; an allowance is for one table, column or object.`,
        remedy: 'Write an allowance for each, by its name.',
    };
}

;// CONCATENATED MODULE: ./lib/settings/checks/config-references.js

/** Without blanks of other scripts: they stand around a name, and no sign may be read in two ways. */
const NAME = String.raw `(?:"(?:[^"]|"")+"|(?:(?!\s)[\w$\u0080-\uffff])+)`;
const SIDE = new RegExp(String.raw `^(?<table>${NAME})\s*(?:\.\s*(?<column>${NAME})|\(\s*(?<columns>${NAME}(?:\s*,\s*${NAME})*)\s*\))$`);
const FORM = 'Write child.column -> parent.column, or child(a, b) -> parent(x, y); odd names in double quotes.';
/** Reads `child.column -> parent.column`, or `child(a, b) -> parent(x, y)`; else all that is wrong with it. */
function parseReference(text) {
    const sides = splitAtArrows(text).map((side) => side.trim());
    const [left = '', right = ''] = sides;
    if (sides.length !== 2)
        return [`${(0,settings_told/* short */.h)(text.trim())} must have one ->`];
    const [child, parent] = [config_references_sideOf(left), config_references_sideOf(right)];
    if (child === undefined || parent === undefined) {
        const wrong = [...(child === undefined ? [left] : []), ...(parent === undefined ? [right] : [])];
        return wrong.map((side) => `${side === '' ? 'nothing' : (0,settings_told/* short */.h)(side)} is no table with its columns`);
    }
    if (child.columns.length !== parent.columns.length) {
        return [
            `${(0,settings_told/* short */.h)(left)} has ${child.columns.length} columns, and ${(0,settings_told/* short */.h)(right)} has ${parent.columns.length}`,
        ];
    }
    return {
        table: child.table,
        columns: child.columns,
        parent: parent.table,
        parentColumns: parent.columns,
    };
}
/** At each -> that stands in no quoted name. */
function splitAtArrows(text) {
    const sides = [];
    let start = 0;
    let isQuoted = false;
    for (let at = 0; at < text.length; at += 1) {
        if (text[at] === '"')
            isQuoted = !isQuoted;
        if (isQuoted || text[at] !== '-' || text[at + 1] !== '>')
            continue;
        sides.push(text.slice(start, at));
        start = at + 2;
    }
    return [...sides, text.slice(start)];
}
function config_references_sideOf(text) {
    const { table, column, columns = column } = SIDE.exec(text)?.groups ?? {};
    if (table === undefined || columns === undefined)
        return undefined;
    const names = columns.match(new RegExp(NAME, 'g')) ?? [];
    return { table: unquoted(table), columns: names.map(unquoted) };
}
function unquoted(name) {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
/** What is wrong with the texts of `checks.references`, each with its place. */
function* referenceMistakes(config) {
    const { references } = (config.values.checks ?? {});
    if (!Array.isArray(references))
        return;
    for (const [at, text] of references.entries()) {
        const parsed = typeof text === 'string' && text !== '' ? parseReference(text) : undefined;
        if (!Array.isArray(parsed))
            continue;
        const key = `checks.references.${at}`;
        const place = (0,config_config/* placeOf */.$)(config, ['checks', 'references', at]);
        for (const problem of parsed)
            yield { key, message: `${key}: ${problem}.`, remedy: FORM, ...place };
    }
}

;// CONCATENATED MODULE: ./lib/settings/checks/checks.js

/** The checks of the config, but for the application's SQL, which is read from its files. */
function checksOf({ required, references = [], queries = [] }, config) {
    return {
        required: checks_columnsOf(required, config, ['checks', 'required']),
        references: references.flatMap((text, at) => {
            const parsed = parseReference(text);
            const source = sourceOf(config, ['checks', 'references', at]);
            return Array.isArray(parsed) ? [] : [{ ...parsed, source }];
        }),
        queries: queries.map((query, at) => ({ ...query, source: sourceOf(config, ['checks', 'queries', at]) })),
    };
}
/** A map of tables to columns as a list, in the order of the file; `path` is where the map stands. */
function checks_columnsOf(tables = {}, config, path) {
    return Object.entries(tables).flatMap(([table, columns]) => columns.map((column, at) => ({ table, column, source: sourceOf(config, [...path, table, at]) })));
}
/** Where the config declares what stands at `path`. */
function sourceOf(config, path) {
    const { file = '', line } = (0,config_config/* placeOf */.$)(config, path);
    return { file, ...(line !== undefined && { line }) };
}
/** What the schema cannot know. Looks at the file as it is, so that it is said together with everything else. */
function* checkMistakes(config) {
    yield* referenceMistakes(config);
    yield* repeatedIds(config);
}
/** A finding names the query by its id. */
function* repeatedIds(config) {
    const { queries } = (config.values.checks ?? {});
    if (!Array.isArray(queries))
        return;
    const known = new Set();
    for (const [at, query] of queries.entries()) {
        const { id } = Object(query);
        if (typeof id !== 'string')
            continue;
        const key = `checks.queries.${at}.id`;
        const place = (0,config_config/* placeOf */.$)(config, ['checks', 'queries', at, 'id']);
        const message = `${key}: a query before it has the same id.`;
        if (known.has(id))
            yield { key, message, remedy: 'Give it its own.', ...place };
        known.add(id);
    }
}

;// CONCATENATED MODULE: ./lib/settings/checks/command-settings.js
/** The command as the user wants it run; `folder`: where. Absent where none is given. */
function commandOf(values, folder) {
    const { command, 'database-url': urlForm = 'sqlite:///', 'command-timeout-minutes': minutes } = values;
    if (command === undefined)
        return undefined;
    return {
        line: command,
        folder,
        urlForm,
        passEnv: entriesOf(values['pass-env']).flatMap((entry) => ruleOf(entry) ?? []),
        ...(minutes !== undefined && { timeoutMs: Math.ceil(minutes * 60_000) }),
    };
}
/** What the schema cannot know. */
function commandMistakes(values) {
    const wrongNames = entriesOf(values['pass-env']).flatMap((entry) => mistakeOf(entry) ?? []);
    const isTwofold = values.command !== undefined && values.migrations !== undefined;
    return [
        ...(isTwofold ? [{ key: 'command', message: BOTH, remedy: 'Remove one of the two.' }] : []),
        ...wrongNames.map((message) => ({ key: 'pass-env', message, remedy: command_settings_NAMES })),
    ];
}
const BOTH = 'command and migrations are both set, and only one of them can migrate the copy.';
const command_settings_NAMES = 'Write NAME or PREFIX_* for what stays, -NAME or -PREFIX_* for what goes.';
/** A list, or one a line. */
function entriesOf(given = []) {
    const entries = typeof given === 'string' ? given.split(/[\s,]+/) : given;
    return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}
function ruleOf(entry) {
    const [, minus, pattern] = /^(-?)([A-Za-z_*][\w*]*)$/.exec(entry) ?? [];
    return pattern === undefined ? undefined : { pattern, keeps: minus === '' };
}
function mistakeOf(entry) {
    const rule = ruleOf(entry);
    if (rule === undefined)
        return `pass-env: ${JSON.stringify(entry)} is no name of a variable.`;
    const isRunners = /^GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/i.test(rule.pattern);
    return rule.keeps && isRunners
        ? `pass-env: ${rule.pattern} is a file through which the job is steered; no command gets it.`
        : undefined;
}

// EXTERNAL MODULE: ./lib/sql/lines.js
var lines = __webpack_require__("lib/sql/lines.js");
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__("node_modules/zod/v4/mini/schemas.js");
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__("node_modules/zod/v4/core/api.js");
// EXTERNAL MODULE: ./lib/plan/layouts/index.js
var layouts = __webpack_require__("lib/plan/layouts/index.js");
// EXTERNAL MODULE: ./lib/plan/profiles.js
var profiles = __webpack_require__("lib/plan/profiles.js");
// EXTERNAL MODULE: ./lib/settings/inputs.js
var inputs = __webpack_require__("lib/settings/inputs.js");
;// CONCATENATED MODULE: ./lib/settings/config/settings-schema.js

const LAYOUTS = ['auto', ...layouts/* layouts */.Y.map(({ name }) => name)];
const PROFILES = ['auto', ...profiles/* profiles */.xD.map(({ name }) => name)];
const MUST_BE_TEXT = 'must be text';
const settings_schema_text = schemas/* string */.YjP({ error: MUST_BE_TEXT }).check(api/* _minLength */.m9(1, { error: 'must not be empty' }));
const path = settings_schema_text.check(schemas/* refine */.YPB((value) => !/[\r\n]/.test(value) && !value.includes('\0'), { error: 'must be one path' }));
const script = settings_schema_text.check(schemas/* refine */.YPB((value) => value.trim() !== '', { error: 'must not be empty' }), schemas/* refine */.YPB((value) => !value.includes('\0'), { error: 'must not hold a NUL character' }));
const minutes = schemas/* number */.aig({ error: 'must be a number' })
    .check(api/* _positive */.NC({ error: 'must be more than 0' }), api/* _lte */.Zm(1440, { error: 'must be at most 1440, which is a day' }));
const number = schemas/* number */.aig({ error: 'must be a number' });
const names = schemas/* array */.YOg(settings_schema_text, { error: 'must be a list of names' });
const columns = schemas/* record */.g1P(schemas/* string */.YjP(), names, { error: 'must map tables to lists of columns' });
function oneOf(...values) {
    return schemas/* enum */.k5n(values, { error: `must be ${alternatives(values)}` });
}
function alternatives(values) {
    return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
/** `on` and `off` are text in YAML, and an input is always text. */
const foreignKeys = schemas/* union */.KCZ([schemas/* enum */.k5n(['auto', 'on', 'off', 'true', 'false']), schemas/* boolean */.zMY()], {
    error: 'must be auto, on or off',
});
/** A number of rows or indexes, a comparison with one, or a word. */
function countOr(word, said) {
    const error = `must be ${said}, a whole number, or a comparison such as ">= 26"`;
    const whole = schemas/* number */.aig().check(schemas/* int */.Whr({ error }), api/* _nonnegative */.UI({ error }));
    const comparison = schemas/* string */.YjP().check(api/* _regex */.Fk(/^(>=|<=|>|<|=)\s*\d{1,15}$/, { error }));
    return schemas/* union */.KCZ([word, whole, comparison], { error });
}
const profile = schemas/* union */.KCZ([
    oneOf(...PROFILES),
    schemas/* strictObject */.rej({
        name: oneOf(...PROFILES),
        'foreign-keys': schemas/* optional */.lqM(foreignKeys),
        transaction: schemas/* exactOptional */.yqP(oneOf('file', 'all', 'none')),
    }),
], { error: `must be ${alternatives(PROFILES)}, or { name, foreign-keys, transaction }` });
const layout = schemas/* union */.KCZ([
    oneOf(...LAYOUTS),
    schemas/* strictObject */.rej({
        name: oneOf(...LAYOUTS),
        table: schemas/* exactOptional */.yqP(settings_schema_text),
        column: schemas/* exactOptional */.yqP(settings_schema_text),
        order: schemas/* exactOptional */.yqP(oneOf('natural', 'name')),
    }),
], { error: `must be ${alternatives(LAYOUTS)}, or { name, table, column, order }` });
const REHEARSALS = ['profiles', 'rerun', 'rollback', 'crash'];
/** An input is one text. It aborts, so that the union around it has the word. */
const rehearsals = schemas/* string */.YjP()
    .check(api/* _regex */.Fk(new RegExp(`^(${REHEARSALS.join('|')})([,\\s]+(${REHEARSALS.join('|')}))*$`), { abort: true }));
const query = schemas/* strictObject */.rej({
    id: settings_schema_text.check(schemas/* refine */.YPB((id) => !/[\r\n]/.test(id), { error: 'must be one line' })),
    sql: settings_schema_text.check(schemas/* refine */.YPB((sql) => !sql.includes('\0'), { error: 'must not hold a NUL character' })),
}, { error: 'must be a map with id and sql' });
const checks = schemas/* strictObject */.rej({
    required: schemas/* optional */.lqM(columns),
    references: schemas/* optional */.lqM(schemas/* array */.YOg(settings_schema_text, { error: 'must be a list of foreign keys, child.column -> parent.column' })),
    statements: schemas/* optional */.lqM(schemas/* union */.KCZ([path, schemas/* array */.YOg(path)], { error: 'must be a folder, file or glob, or a list of them' })),
    queries: schemas/* optional */.lqM(schemas/* array */.YOg(query, { error: 'must be a list of queries' })),
}, { error: 'must be a map with required, references, statements or queries' });
const expectations = schemas/* strictObject */.rej({
    tables: schemas/* optional */.lqM(names),
    columns: schemas/* optional */.lqM(columns),
    indexes: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), countOr(schemas/* union */.KCZ([schemas/* literal */.euz(true), schemas/* literal */.euz('on')]), 'true'), {
        error: 'must map names or patterns of indexes to true or a number',
    })
        // Each is held against every index.
        .check(schemas/* refine */.YPB((map) => Object.keys(map).length <= 1000, { error: 'must have 1,000 entries at most' }))),
    rows: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), countOr(schemas/* literal */.euz('unchanged'), 'unchanged'), {
        error: 'must map tables to unchanged or a number',
    })),
}, { error: 'must be a map with tables, columns, indexes or rows' });
const RELEASE = { error: 'must be a release of SQLite, such as 3.40 or 3.40.1' };
/** Without quotes it is a number for editors; here it stays as it was written. */
const release = schemas/* union */.KCZ([schemas/* string */.YjP().check(api/* _regex */.Fk(/^3\.\d{1,3}(\.\d{1,3}){0,2}$/, RELEASE)), schemas/* number */.aig()], RELEASE);
const why = { error: 'must say why this is meant' };
const day = { error: 'must be a date that exists, such as 2027-01-31' };
const allowance = schemas/* strictObject */.rej({
    rule: settings_schema_text,
    table: schemas/* exactOptional */.yqP(settings_schema_text),
    column: schemas/* exactOptional */.yqP(settings_schema_text),
    object: schemas/* exactOptional */.yqP(settings_schema_text),
    migration: schemas/* exactOptional */.yqP(schemas/* union */.KCZ([settings_schema_text, number], { error: 'must be the id or file of a migration' })),
    reason: schemas/* string */.YjP(why).check(api/* _regex */.Fk(/\S/, why)),
    max: schemas/* exactOptional */.yqP(number.check(schemas/* int */.Whr({ error: 'must be a whole number' }), api/* _nonnegative */.UI({ error: 'must be 0 or more' }))),
    expires: schemas/* exactOptional */.yqP(schemas/* string */.YjP(day).check(api/* _regex */.Fk(/^\d{4}-\d{2}-\d{2}$/, { ...day, abort: true }), schemas/* refine */.YPB(settings_schema_exists, day))),
}, { error: 'must be a map with rule, reason and what it is for' });
/** The inputs in the form of the config file, and what it has besides: what is refused here is a mistake of the user's. */
const settingsSchema = schemas/* strictObject */.rej({
    allow: schemas/* optional */.lqM(schemas/* array */.YOg(allowance, { error: 'must be a list of allowances' })),
    'artifact-name': schemas/* optional */.lqM(settings_schema_text.check(api/* _regex */.Fk(/^[^":<>|*?\r\n\\/]*$/, { error: 'must not hold any of " : < > | * ? \\ / or a line break' }))),
    checks: schemas/* optional */.lqM(checks),
    command: schemas/* optional */.lqM(script),
    comment: schemas/* optional */.lqM(oneOf('never', 'on-problems', 'changes', 'always')),
    'comment-key': schemas/* optional */.lqM(settings_schema_text),
    'command-timeout-minutes': schemas/* optional */.lqM(minutes),
    database: schemas/* optional */.lqM(schemas/* union */.KCZ([settings_schema_text, schemas/* array */.YOg(settings_schema_text).check(api/* _minLength */.m9(1, { error: 'must name one file at least' }))], {
        error: 'must be a path or a glob, or a list of them',
    })),
    'database-url': schemas/* optional */.lqM(oneOf('file:', 'sqlite:', 'sqlite:///', 'sqlite3:')),
    expect: schemas/* optional */.lqM(expectations),
    'fail-on': schemas/* optional */.lqM(oneOf('error', 'warning', 'never')),
    'foreign-keys': schemas/* optional */.lqM(foreignKeys),
    'github-token': schemas/* optional */.lqM(settings_schema_text),
    layout: schemas/* optional */.lqM(layout),
    migrations: schemas/* optional */.lqM(path),
    orphans: schemas/* optional */.lqM(oneOf('any', 'introduced')),
    output: schemas/* optional */.lqM(path),
    'pass-env': schemas/* optional */.lqM(schemas/* union */.KCZ([settings_schema_text, names], { error: 'must be a list of names, NAME, PREFIX_* or -NAME' })),
    'production-sqlite': schemas/* optional */.lqM(release),
    profile: schemas/* optional */.lqM(profile),
    rehearse: schemas/* optional */.lqM(schemas/* union */.KCZ([oneOf('auto', 'all', 'none'), rehearsals, schemas/* array */.YOg(oneOf(...REHEARSALS))], {
        error: `must be auto, all, none, or a list of ${alternatives(REHEARSALS)}`,
    })),
    'retention-days': schemas/* optional */.lqM(number.check(schemas/* int */.Whr({ error: 'must be a whole number of days', abort: true }), api/* _gte */.qm(1, { error: 'must be 1 to 90' }), api/* _lte */.Zm(90, { error: 'must be 1 to 90' }))),
    samples: schemas/* optional */.lqM(oneOf('none', 'keys', 'values')),
    'timeout-minutes': schemas/* optional */.lqM(minutes),
    upload: schemas/* optional */.lqM(oneOf('auto', 'report', 'all', 'never')),
});
/** The keys there are inside of a key; inside of nothing those of the whole file, which cannot set every input. */
const knownKeys = {
    '': Object.keys(settingsSchema.def.shape).filter((key) => inputs/* inputs */.QL.find(({ name }) => name === key)?.inConfig !== false),
    allow: Object.keys(allowance.def.shape),
    checks: Object.keys(checks.def.shape),
    'checks.queries': Object.keys(query.def.shape),
    expect: Object.keys(expectations.def.shape),
    layout: ['name', 'table', 'column', 'order'],
    profile: ['name', 'foreign-keys', 'transaction'],
};
/** A day of the calendar, in the form that the other check asks for. */
function settings_schema_exists(date) {
    const time = Date.parse(`${date}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

;// CONCATENATED MODULE: ./lib/settings/checks/directive.js
/** Ends a word that is not quoted. */
const directive_AROUND = /[\s:="'`[\]]/;
/**
 * `allow RULE SUBJECT[ max=N][ expires=YYYY-MM-DD]: reason`, each part possibly missing; `undefined` for anything else.
 * Read from left to right, so that no text can make it look twice.
 */
function parseDirective(text) {
    const cursor = new Cursor(text);
    if (cursor.word(directive_AROUND).toLowerCase() !== 'allow')
        return undefined;
    const parts = { options: [] };
    const rule = cursor.behindBlank(() => cursor.plainWord(directive_AROUND));
    if (rule !== undefined)
        parts.rule = rule;
    const first = cursor.behindBlank(() => cursor.name());
    if (first !== undefined)
        parts.first = first;
    if (first !== undefined && cursor.accept('.')) {
        const second = cursor.name();
        if (second === undefined)
            return undefined;
        parts.second = second;
    }
    for (let option = cursor.option(); option !== undefined; option = cursor.option())
        parts.options.push(option);
    cursor.blanks();
    if (cursor.isAtEnd())
        return parts;
    return cursor.accept(':') ? { ...parts, reason: cursor.rest().trim() } : undefined;
}
class Cursor {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    isAtEnd() {
        return this.#at === this.#text.length;
    }
    rest() {
        return this.#text.slice(this.#at);
    }
    accept(sign) {
        const isHere = this.#text[this.#at] === sign;
        if (isHere)
            this.#at += 1;
        return isHere;
    }
    /** Whether there was any. */
    blanks() {
        const start = this.#at;
        while (/\s/.test(this.#text[this.#at] ?? ''))
            this.#at += 1;
        return this.#at > start;
    }
    /** Up to one of the signs of `end`; possibly nothing. */
    word(end) {
        const start = this.#at;
        while (!this.isAtEnd() && !end.test(this.#text[this.#at] ?? ''))
            this.#at += 1;
        return this.#text.slice(start, this.#at);
    }
    /** A word that is no option and has nothing stuck to it. */
    plainWord(end) {
        const start = this.#at;
        const word = this.word(end);
        const isWhole = word !== '' && (this.isAtEnd() || /[\s:.]/.test(this.#text[this.#at] ?? ''));
        if (!isWhole)
            this.#at = start;
        return isWhole ? word : undefined;
    }
    /** A name as SQLite spells them, its quotes included. */
    name() {
        const open = this.#text[this.#at] ?? '';
        if (!`"'\`[`.includes(open) || open === '')
            return this.plainWord(/[\s:.="'`[\]]/);
        const close = open === '[' ? ']' : open;
        for (let end = this.#at + 1;; end += 2) {
            end = this.#text.indexOf(close, end);
            if (end === -1)
                return undefined;
            // A quote that stands twice is one of the name's own.
            if (open !== '[' && this.#text[end + 1] === close)
                continue;
            const name = this.#text.slice(this.#at, end + 1);
            this.#at = end + 1;
            return name.length > 2 ? name : undefined;
        }
    }
    /** What `read` gives behind a blank; without either, the cursor stays. */
    behindBlank(read) {
        const start = this.#at;
        const found = this.blanks() ? read() : undefined;
        if (found === undefined)
            this.#at = start;
        return found;
    }
    option() {
        const start = this.#at;
        const key = this.blanks() ? this.word(/[^\w-]/) : '';
        if (key === '' || !this.accept('=')) {
            this.#at = start;
            return undefined;
        }
        return { key, value: this.word(/[\s:]/) };
    }
}

;// CONCATENATED MODULE: ./lib/settings/checks/sql-allowances.js

/** More than anybody writes by hand, in all files together. */
const MOST_DIRECTIVES = 1000;
const MOST_LENGTH = 1000;
/**
 * The allowances that stand in comments of the migrations, each for the migration it stands in:
 * `-- preflight: allow rows-lost sessions: expired sessions are purged`. In a block comment every line may hold one.
 */
function allowancesInSql(files, ruleIds) {
    const allow = [];
    const mistakes = [];
    let count = 0;
    for (const file of files) {
        for (const directive of directives(file)) {
            count += 1;
            if (count > MOST_DIRECTIVES)
                return { allow: [], mistakes: [tooMany(directive)] };
            const read = parse(directive, ruleIds);
            if (read.allowance !== undefined)
                allow.push(read.allowance);
            mistakes.push(...read.mistakes);
        }
    }
    return { allow, mistakes: (0,settings_told/* told */.E)(mistakes) };
}
function tooMany({ file, line }) {
    const message = `the migrations hold more than ${MOST_DIRECTIVES} directives.`;
    return { key: 'migrations', message, remedy: 'Remove those of migrations that are applied.', file, line };
}
function* directives({ file, sql }) {
    // Most migrations have none, and need not be taken apart.
    if (!/preflight:/i.test(sql))
        return;
    const lineAt = (0,lines/* lineCounter */.L)(sql);
    for (const { kind, start, end } of (0,sql_tokens/* tokens */.LU)(sql)) {
        if (kind !== 'comment')
            continue;
        let line = lineAt(start);
        for (let from = start; from < end; line += 1) {
            const next = sql.indexOf('\n', from);
            const to = next === -1 || next > end ? end : next;
            const text = directiveIn(sql.slice(from, to));
            if (text !== undefined)
                yield { text, file, line };
            from = to + 1;
        }
    }
}
/** What stands behind `preflight:` at the beginning of a line of a comment, without the comment's own signs. */
function directiveIn(line) {
    const start = line.search(/[^\s\-/*]/);
    const [head, rest] = [line.slice(start, start + KEYWORD.length), line.slice(start + KEYWORD.length)];
    if (start === -1 || head.toLowerCase() !== KEYWORD)
        return undefined;
    const text = rest.trim().replace(/\*\/$/, '');
    let end = text.length;
    while (/[\s*]/.test(text[end - 1] ?? ''))
        end -= 1;
    const own = text.slice(0, end);
    return /[\r\u2028\u2029]/.test(own) ? undefined : own;
}
const KEYWORD = 'preflight:';
const EXAMPLE = 'Write for example `preflight: allow rows-lost sessions: expired sessions are purged`.';
function parse({ text, file, line }, ruleIds) {
    const source = { file, line };
    const mistakes = [];
    const refuse = (words) => mistakes.push({ key: 'migrations', ...words, ...source });
    if (text.length > MOST_LENGTH) {
        refuse({
            message: `a directive has ${MOST_LENGTH} characters at most.`,
            remedy: 'Write a shorter reason.',
        });
        return { mistakes };
    }
    const parts = parseDirective(text);
    if (parts === undefined) {
        refuse(sql_allowances_unreadable(text));
        return { mistakes };
    }
    const { rule = '', first, second, options, reason = '' } = parts;
    if (rule === '')
        refuse({ message: 'an allowance must name the rule that it is for.', remedy: EXAMPLE });
    else if (!ruleIds.includes(rule))
        refuse(noSuchRule(rule, ruleIds));
    if (first === undefined) {
        const message = 'an allowance must name the table, table.column or object that it is for.';
        refuse({ message, remedy: EXAMPLE });
    }
    for (const name of [first, second]) {
        if (name !== undefined && !isQuoted(name) && isPattern(name))
            refuse(tooWide(name));
    }
    if (reason === '')
        refuse({ message: 'an allowance must say why this is meant.', remedy: EXAMPLE });
    const { limits, wrong } = limitsOf(options);
    for (const words of wrong)
        refuse(words);
    if (mistakes.length > 0 || first === undefined)
        return { mistakes };
    const subject = second === undefined ? { subject: plain(first) } : { table: plain(first), column: plain(second) };
    return { allowance: { rule, ...subject, migration: file, reason, ...limits, source }, mistakes };
}
function sql_allowances_unreadable(text) {
    const [word = ''] = text.split(/\s/);
    if (word.toLowerCase() === 'allow') {
        return { message: `"preflight: ${(0,settings_told/* short */.h)(text)}" is no allowance that can be read.`, remedy: EXAMPLE };
    }
    const remedy = (0,did_you_mean/* nearest */.p)(word, ['allow']) === undefined ? EXAMPLE : 'Did you mean allow?';
    const message = word === '' ? 'preflight: says nothing.' : `there is no directive preflight: ${(0,settings_told/* short */.h)(word)}.`;
    return { message, remedy };
}
/** `max=N` and `expires=YYYY-MM-DD`, in any order. */
function limitsOf(options) {
    const limits = {};
    const wrong = [];
    for (const { key, value } of options) {
        if (key === 'max' && /^\d{1,15}$/.test(value))
            limits.max = Number(value);
        else if (key === 'max')
            wrong.push({ message: `max is ${value}; it must be a whole number.`, remedy: 'Write max=500.' });
        else if (key === 'expires' && /^\d{4}-\d{2}-\d{2}$/.test(value) && settings_schema_exists(value))
            limits.expires = value;
        else if (key === 'expires') {
            const message = `expires is ${value}; it must be a date that exists.`;
            wrong.push({ message, remedy: 'Write expires=2027-01-31.' });
        }
        else
            wrong.push({
                message: `an allowance has no ${key}=.`,
                remedy: 'It may have max=N and expires=YYYY-MM-DD.',
            });
    }
    return { limits, wrong };
}
function isQuoted(name) {
    return /^["'`[]/.test(name);
}
function plain(name) {
    return isQuoted(name) ? (0,sql_tokens/* nameOf */.Vb)(name, { kind: 'quoted', start: 0, end: name.length }) : name;
}

;// CONCATENATED MODULE: ./lib/settings/files/budget.js
/** How much text of one file is read, in bytes. */
const budget_MOST_BYTES = { config: 128 * 2 ** 10, sql: 64 * 2 ** 20 };
/** What all settings of a run may read together, and what is said beyond it. */
const budget_MOST = {
    entries: { amount: 200_000, problem: 'leads through more than 200,000 files and folders' },
    files: { amount: 10_000, problem: 'leads to more than 10,000 SQL files' },
    bytes: { amount: 128 * 2 ** 20, problem: 'leads to more than 128 MiB of SQL' },
    lines: { amount: 2_000_000, problem: 'leads to more than 2,000,000 lines of SQL' },
    steps: { amount: 50_000_000, problem: 'has too many wildcards for so many names' },
};
/** A search that was given up: nothing is cut short without a word. */
class OverBudget extends Error {
}
/** Counts what is looked at, because a pull request can fill its repository with anything. Throws an OverBudget. */
class ReadBudget {
    #left;
    constructor({ entries, files, bytes, lines, steps } = {}) {
        this.#left = {
            entries: entries ?? budget_MOST.entries.amount,
            files: files ?? budget_MOST.files.amount,
            bytes: bytes ?? budget_MOST.bytes.amount,
            lines: lines ?? budget_MOST.lines.amount,
            steps: steps ?? budget_MOST.steps.amount,
        };
    }
    spend(kind, amount = 1) {
        this.#left[kind] -= amount;
        if (this.#left[kind] < 0)
            throw new OverBudget(budget_MOST[kind].problem);
    }
}

;// CONCATENATED MODULE: ./lib/settings/config/read-config.js

/** Where a config is looked for. */
const DEFAULT_PLACES = ['preflight.yml', '.github/preflight.yml'];
/** Where a config file is looked for in vain, and what was meant: passed over, nothing of it would be checked. */
const NEAR_MISSES = {
    'preflight.yaml': 'preflight.yml',
    '.preflight.yml': 'preflight.yml',
    '.preflight.yaml': 'preflight.yml',
    '.github/preflight.yaml': '.github/preflight.yml',
    '.github/.preflight.yml': '.github/preflight.yml',
    '.github/.preflight.yaml': '.github/preflight.yml',
};
/**
 * Reads the config: `named`, relative to `folder`, must be there; without it, the one in the default places of `folder`,
 * or else of the workspace.
 */
async function readConfig(named, folder, workspace) {
    if (named !== undefined) {
        if (lookUp((0,external_node_path_.resolve)(folder, named)) !== undefined)
            return await readFrom(named, 'step', { folder, workspace });
        const message = `there is no config file ${named}.`;
        return mistaken(message, 'Correct the path, relative to working-directory, or leave `config` out.');
    }
    for (const place of new Set([folder, workspace])) {
        const names = [...DEFAULT_PLACES, ...Object.keys(NEAR_MISSES)];
        const [first, second] = names.filter((name) => isThere((0,external_node_path_.resolve)(place, name)));
        if (first === undefined)
            continue;
        const said = (name) => nameIn(workspace, (0,external_node_path_.resolve)(place, name));
        if (second !== undefined) {
            const message = `${said(first)} and ${said(second)} are both there, and only one can be the config file.`;
            return mistaken(message, 'Remove one of the two, or name the one that counts as `config`.');
        }
        const meant = NEAR_MISSES[first];
        if (meant === undefined)
            return await readFrom((0,external_node_path_.resolve)(place, first), 'file', { folder, workspace });
        const message = `a config file is not looked for in ${said(first)}.`;
        return mistaken(message, `Did you mean ${said(meant)}? Rename it, or name it as \`config\`.`);
    }
    return config_config/* NO_CONFIG */.H;
}
async function readFrom(name, author, place) {
    const path = (0,external_node_path_.resolve)(place.folder, name);
    const file = nameIn(place.workspace, path);
    const there = lookUp(path);
    if (there !== undefined && 'problem' in there)
        return refused(file, there);
    if (there?.isDirectory())
        return refused(file, { problem: 'is a folder', remedy: 'Name a YAML file.' });
    const reach = reachOf(name, author, place);
    const text = readText(path, { reach, most: budget_MOST_BYTES.config, mark: 'drop' });
    if (typeof text !== 'string')
        return refused(file, text);
    // Most runs have no config file: they need not load the parser.
    const { parseConfig } = await Promise.all(/* import() | config-file */[__webpack_require__.e("yaml"), __webpack_require__.e("config-file")]).then(__webpack_require__.bind(__webpack_require__, "lib/settings/config/yaml.js"));
    return parseConfig(text, file);
}
/** Which file it is remains open. */
function mistaken(message, remedy) {
    return { ...config_config/* NO_CONFIG */.H, broken: true, mistakes: [{ key: 'config', message, remedy }] };
}
function refused(file, { problem, remedy, line }) {
    const place = { file, ...(line !== undefined && { line }) };
    const mistake = { key: 'config', message: `the config file ${file} ${problem}.`, remedy, ...place };
    return { ...config_config/* NO_CONFIG */.H, file, broken: true, mistakes: [mistake] };
}

;// CONCATENATED MODULE: ./lib/settings/config/step-only.js

/**
 * The config without what only the step may say, with a mistake for each: whoever opens a pull request could else start
 * a command of their own, let data leave, or open the gate.
 */
function withoutStepOnly(config) {
    const isRefused = (key) => inputs/* inputs */.QL.some(({ name, trusted }) => name === key && trusted);
    const entries = Object.entries(config.values);
    const refused = entries.map(([key]) => key).filter(isRefused);
    const values = Object.fromEntries(entries.filter(([key]) => !isRefused(key)));
    const mistakes = refused.map((key) => ({
        key,
        message: `${key} is no key of the config file: a pull request can change that file, and this is for the step alone to say.`,
        remedy: sayInTheStep(key),
        ...(0,config_config/* placeOf */.$)(config, [], key),
    }));
    return { config: { ...config, values }, mistakes };
}
/** Where an input goes that is no key of the config file. */
function sayInTheStep(name) {
    return `Set it where the action is used, as \`${name}\` under \`with:\`, or as the flag --${name}.`;
}

;// CONCATENATED MODULE: ./lib/settings/trusted.js

/** Valid values with the defaults for what is unset. */
function trusted(values, { output, artifactName }, config) {
    const retentionDays = values['retention-days'];
    const production = values['production-sqlite'];
    return {
        layout: typeof values.layout === 'object' ? values.layout : { name: values.layout ?? 'auto' },
        profile: profileWish(values),
        rehearse: trusted_rehearsals(values.rehearse),
        failOn: values['fail-on'] ?? 'error',
        orphans: values.orphans ?? 'any',
        samples: values.samples ?? 'none',
        output,
        upload: values.upload ?? 'auto',
        artifactName: values['artifact-name'] ?? artifactName,
        ...(retentionDays !== undefined && { retentionDays }),
        comment: commentWish(values, values['artifact-name'] ?? artifactName),
        // Timers take whole milliseconds, and 0 would be at once.
        timeoutMs: Math.ceil((values['timeout-minutes'] ?? 30) * 60_000),
        checks: checksOf(values.checks ?? {}, config),
        expect: trusted_expectations(values.expect, config),
        allow: allowancesIn(values, config),
        ...(production !== undefined && { productionSqlite: String(production) }),
        ...(config.file !== undefined && { configFile: config.file }),
    };
}
function commentWish(values, name) {
    const token = values['github-token'];
    return {
        when: values.comment ?? 'never',
        key: values['comment-key'] ?? name,
        ...(token !== undefined && { token }),
    };
}
/** A list, in YAML or as one text with commas, blanks or lines between. */
function trusted_rehearsals(given = 'auto') {
    if (given === 'auto')
        return given;
    if (given === 'all')
        return ['profiles', 'rerun', 'rollback', 'crash'];
    if (given === 'none')
        return [];
    const names = typeof given === 'string' ? given.split(/[,\s]+/) : given;
    return names;
}
function profileWish({ profile = 'auto', 'foreign-keys': given }) {
    const { name, transaction, 'foreign-keys': own, } = typeof profile === 'object' ? profile : { name: profile };
    return {
        name,
        foreignKeys: switched(given ?? own ?? 'auto'),
        ...(transaction !== undefined && { transaction }),
    };
}
/** One meaning for on and true, and for off and false. */
function switched(value) {
    return value === 'auto' ? value : value === true || value === 'on' || value === 'true';
}
function trusted_expectations(expected = {}, config) {
    const { tables = [], columns, indexes = {}, rows = {} } = expected;
    return {
        tables,
        columns: checks_columnsOf(columns, config, ['expect', 'columns']),
        indexes: Object.entries(indexes).map(([pattern, count]) => ({
            pattern,
            count: count === true || count === 'on' ? atLeastOne : countOf(count),
        })),
        rows: Object.entries(rows).map(([table, count]) => ({
            table,
            count: count === 'unchanged' ? count : countOf(count),
            source: sourceOf(config, ['expect', 'rows', table]),
        })),
    };
}
const atLeastOne = { operator: '>=', value: 1 };
/** A plain number is exact; text is a comparison of the form that the schema let through. */
function countOf(count) {
    if (typeof count === 'number')
        return { operator: '=', value: count };
    const operator = /^[<>=]+/.exec(count)?.[0] ?? '=';
    return { operator: operator, value: Number(count.slice(operator.length)) };
}
/** The allowances of the config, each with its place. */
function allowancesIn({ allow = [] }, config) {
    return allow.map(({ migration, ...allowance }, at) => ({
        ...allowance,
        ...(migration !== undefined && { migration: String(migration) }),
        source: sourceOf(config, ['allow', at]),
    }));
}

;// CONCATENATED MODULE: ./lib/settings/mistakes.js

/** Turns one issue into sentences with a place. `config` is where the value was written. */
function* mistakesOf(issue, config) {
    const inside = issue.errors?.find((issues) => issues.every(mistakes_isInside));
    if (inside !== undefined) {
        for (const own of inside)
            yield* mistakesOf({ ...own, path: [...issue.path, ...own.path] }, config);
        return;
    }
    const { code, path, message, input, keys = [] } = issue;
    if (code === 'unrecognized_keys') {
        for (const key of keys)
            yield unknownKey(key, path, config);
        return;
    }
    const key = path.map((part) => (0,settings_told/* short */.h)(String(part))).join('.');
    yield {
        key,
        message: `${key} ${shown(input)}; it ${message}.`,
        remedy: remedy(issue),
        ...(0,config_config/* placeOf */.$)(config, path),
    };
}
/** Not about the value as a whole: the value is of this alternative's kind. */
function mistakes_isInside({ code, path }) {
    return path.length > 0 || code === 'unrecognized_keys';
}
function shown(input) {
    if (input === undefined)
        return 'is missing';
    if (input === null)
        return 'has no value';
    if (Array.isArray(input))
        return 'is a list';
    if (typeof input === 'object')
        return 'is a map';
    return `is ${(0,settings_told/* short */.h)(typeof input === 'string' ? JSON.stringify(input) : String(input))}`;
}
/** One right line for each key, by the path without what the user named. */
const EXAMPLES = {
    allow: 'allow: [{ rule: rows-lost, table: sessions, reason: "expired sessions are purged" }]',
    'allow.column': 'column: root_id',
    'allow.expires': 'expires: 2027-01-31',
    'allow.max': 'max: 500',
    'allow.migration': 'migration: "0013"',
    'allow.object': 'object: idx_goals_root_id',
    'allow.reason': 'reason: "expired sessions are purged"',
    'allow.rule': 'rule: rows-lost',
    'allow.table': 'table: sessions',
    'artifact-name': 'artifact-name: migration-preflight',
    checks: 'checks: { required: { goals: [root_id] } }',
    'checks.queries': 'queries: [{ id: negative-durations, sql: "SELECT id FROM sessions WHERE duration < 0" }]',
    'checks.references': 'references: ["sessions.goal_id -> goals.id"]',
    'checks.required': 'required: { goals: [root_id] }',
    'checks.statements': 'statements: app/queries/*.sql',
    command: 'command: bin/rails db:migrate',
    'command-timeout-minutes': 'command-timeout-minutes: 10',
    database: 'database: snapshots/app.db',
    'database-url': 'database-url: "sqlite3:"',
    expect: 'expect: { tables: [goals] }',
    'expect.columns': 'columns: { goals: [root_id] }',
    'expect.indexes': 'indexes: { idx_goals_root_id: true, "idx_%": ">= 26" }',
    'expect.rows': 'rows: { goals: unchanged, audit_log: ">= 100" }',
    'expect.tables': 'tables: [goals, sessions]',
    'fail-on': 'fail-on: error',
    'foreign-keys': 'foreign-keys: off',
    layout: 'layout: { name: plain, table: schema_history, column: filename }',
    migrations: 'migrations: db/migrations',
    orphans: 'orphans: introduced',
    output: 'output: preflight-reports',
    'pass-env': 'pass-env: [ACTIONS_CACHE_URL, -AWS_*]',
    'production-sqlite': 'production-sqlite: 3.40',
    profile: 'profile: { name: transaction, foreign-keys: off }',
    rehearse: 'rehearse: [rerun, crash]',
    'retention-days': 'retention-days: 30',
    comment: 'comment: on-problems',
    samples: 'samples: keys',
    'timeout-minutes': 'timeout-minutes: 2.5',
    upload: 'upload: report',
};
/** What others write for on and off. */
const SWITCHES = {
    ...{ yes: 'on', y: 'on', true: 'on', 1: 'on' },
    ...{ no: 'off', n: 'off', false: 'off', 0: 'off' },
};
function remedy({ path, input, message, ...issue }) {
    const words = [issue, ...(issue.errors?.flat() ?? [])].flatMap(({ values = [] }) => values);
    const known = words.filter((word) => typeof word === 'string');
    const switched = SWITCHES[String(input).toLowerCase()];
    const isSwitch = switched !== undefined && known.includes(switched);
    const meant = isSwitch ? switched : typeof input === 'string' ? (0,did_you_mean/* nearest */.p)(input, known) : undefined;
    if (meant !== undefined && meant !== input)
        return `Did you mean ${meant}?`;
    if (message === MUST_BE_TEXT && (typeof input === 'number' || typeof input === 'boolean')) {
        return `Put it in quotes: "${input}".`;
    }
    const names = path.filter((part) => typeof part === 'string');
    // What a user named has no example of its own: the key around it has one.
    const example = EXAMPLES[names.join('.')] ?? EXAMPLES[names.slice(0, 2).join('.')] ?? EXAMPLES[String(names[0])];
    const otherwise = input === null ? ', or remove the key' : '';
    return `Write for example \`${example}\`${otherwise}.`;
}
function unknownKey(key, path, config) {
    const full = (0,settings_told/* short */.h)([...path, key].join('.'));
    return {
        key: full,
        message: `there is no setting ${full}.`,
        remedy: remedyOfUnknown(key, path),
        ...(0,config_config/* placeOf */.$)(config, path, key),
    };
}
function remedyOfUnknown(key, path) {
    const around = path.filter((part) => typeof part === 'string').join('.');
    const siblings = knownKeys[around] ?? [];
    const meant = (0,did_you_mean/* nearest */.p)(key, siblings);
    if (meant !== undefined)
        return `Did you mean ${meant}?`;
    const ofTheStep = inputs/* inputs */.QL.filter(({ inConfig }) => !inConfig).map(({ name }) => name);
    const input = ofTheStep.includes(key) ? key : around === '' ? (0,did_you_mean/* nearest */.p)(key, ofTheStep) : undefined;
    if (input === key)
        return `This is an input only. ${sayInTheStep(input)}`;
    if (input !== undefined)
        return `Did you mean ${input}? That is an input only. ${sayInTheStep(input)}`;
    if (knownKeys['']?.includes(key))
        return `Write ${key} at the top level, without indentation.`;
    for (const level of ['checks', 'expect']) {
        const inside = (0,did_you_mean/* nearest */.p)(key, knownKeys[level] ?? []);
        if (inside !== undefined)
            return `Did you mean ${level}.${inside}, that is ${inside} under ${level}?`;
    }
    return `The keys ${around === '' ? 'of this file' : `of ${around}`} are ${siblings.join(', ')}.`;
}

;// CONCATENATED MODULE: ./lib/settings/validated.js

/** Drops what is wrong, key by key, so that the rest can still be used. `config` is where the values were written. */
function validated(values, config) {
    const raw = lowered(values);
    const result = settingsSchema.safeParse(raw, { reportInput: true });
    if (result.success)
        return { values: result.data, mistakes: [] };
    const issues = result.error.issues;
    const wrong = new Set(issues.flatMap(({ path, keys }) => (path.length === 0 ? (keys ?? []) : [String(path[0])])));
    const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
    return {
        values: settingsSchema.parse(rest),
        mistakes: (0,settings_told/* told */.E)(mistakesOfAll(issues, config)),
    };
}
function* mistakesOfAll(issues, config) {
    for (const issue of issues)
        yield* mistakesOf(issue, config);
}
/** YAML knows its switches in any case: `On` and `ON` are `on`. */
function lowered(values) {
    const lower = (value) => (typeof value === 'string' ? value.toLowerCase() : value);
    const result = { ...values };
    const key = 'foreign-keys';
    if (key in result)
        result[key] = lower(result[key]);
    const { profile } = result;
    if (typeof profile === 'object' && profile !== null && key in profile) {
        result.profile = { ...profile, [key]: lower(profile[key]) };
    }
    return result;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__("node:child_process");
;// CONCATENATED MODULE: ./lib/settings/declared/git.js

const TIMEOUT_MS = 10_000;
const git_MOST_BYTES = 64 * 2 ** 20;
/**
 * What git prints; `undefined` where it is not there, refuses, takes too long or prints too much. It only reads the objects
 * that the checkout holds: no network, no hooks, no filters, no pager, and nothing of the step's environment.
 */
async function git({ folder, signal }, args, input = '') {
    const fixed = ['--no-pager', '--no-replace-objects', '-c', 'protocol.allow=never', '-C', folder];
    return await new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)('git', [...fixed, ...args], {
            env: environment(),
            // On Windows a program is looked for in the current folder first, and that is the repository's.
            cwd: (0,external_node_path_.dirname)(process.execPath),
            stdio: ['pipe', 'pipe', 'ignore'],
            windowsHide: true,
            ...(signal && { signal }),
            timeout: TIMEOUT_MS,
            killSignal: 'SIGKILL',
        });
        const parts = [];
        let bytes = 0;
        child.stdout.on('data', (part) => {
            bytes += part.length;
            parts.push(part);
            if (bytes > git_MOST_BYTES)
                child.kill('SIGKILL');
        });
        child.on('error', () => resolve(undefined));
        child.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts) : undefined));
        // It may have ended before it read all of it.
        child.stdin.on('error', () => { });
        child.stdin.end(input);
    });
}
/** HOME, because a container's checkout is declared safe in the user's config. */
function environment() {
    const { PATH, HOME, USERPROFILE, SystemRoot } = process.env;
    const fixed = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const own = Object.entries({ PATH, HOME, USERPROFILE, SystemRoot });
    return { ...Object.fromEntries(own.filter(([, value]) => value !== undefined)), ...fixed };
}

;// CONCATENATED MODULE: ./lib/settings/declared/base.js

/** The files before the change in the repository that holds the place; `undefined` where the checkout does not have them. */
async function baseFiles(place, { commits, head }) {
    const folder = (await git(place, ['rev-parse', '--show-toplevel']))?.toString().trimEnd();
    if (folder === undefined || folder === '')
        return undefined;
    const top = { ...place, folder };
    const base = await firstCommit(top, commits, head);
    return base === undefined ? undefined : { read: (paths) => filesBefore(top, base, paths) };
}
/**
 * GitHub checks out a pull request merged into its base: that merge's first parent is what it was merged into, which the
 * payload may be behind.
 */
async function firstCommit(top, commits, head) {
    const names = ['HEAD^1', 'HEAD^2', ...commits].filter((name) => !/\s/.test(name));
    const input = names.map((name) => `${name}^{commit}\n`).join('');
    const found = await git(top, ['cat-file', '--batch-check=%(objectname)'], input);
    const [first, second, ...others] = (found?.toString().split('\n') ?? []).map((line) => /^[0-9a-f]{40,64}$/.test(line) ? line : undefined);
    const merged = head !== undefined && second === head ? first : undefined;
    return merged ?? others.find((commit) => commit !== undefined);
}
async function filesBefore(top, base, paths) {
    const names = paths.map((path) => nameInRepository(top.folder, path));
    const asked = names.filter((name) => name !== undefined);
    const [now, before] = await Promise.all([blobs(top, 'HEAD', asked), blobs(top, base, asked)]);
    if (now === undefined || before === undefined)
        return undefined;
    return new Map(paths.map((path, at) => {
        const name = names[at] ?? '';
        const text = before.get(name);
        return [path, { isTracked: now.has(name) || text !== undefined, ...(text !== undefined && { text }) }];
    }));
}
/** With `/`; `undefined` outside of the repository, and for a name that git cannot be asked for by lines. */
function nameInRepository(top, path) {
    const name = (0,external_node_path_.relative)(realAs(top), realAs(path)).split(external_node_path_.sep).join('/');
    return name.startsWith('../') || name === '' || /[\r\n]/.test(name) ? undefined : name;
}
/** The texts of those files that a commit has; `undefined` where git does not answer. */
async function blobs(top, commit, names) {
    if (names.length === 0)
        return new Map();
    const output = await git(top, ['cat-file', '--batch'], names.map((name) => `${commit}:${name}\n`).join(''));
    if (output === undefined)
        return undefined;
    const found = new Map();
    let at = 0;
    for (const name of names) {
        const end = output.indexOf('\n', at);
        const [, kind, length] = / (\w+) (\d+)$/.exec(output.subarray(at, end).toString()) ?? [];
        at = end + 1;
        if (length === undefined)
            continue;
        if (kind === 'blob')
            found.set(name, output.subarray(at, at + Number(length)).toString());
        at += Number(length) + 1;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/settings/declared/declarations.js

/** What each key of the config may say that takes nothing away from what is looked at. */
const HARMLESS = {
    database: [],
    'foreign-keys': ['auto'],
    layout: ['auto'],
    migrations: [],
    orphans: ['any'],
    profile: ['auto'],
    rehearse: ['auto', 'all'],
};
/** What the config declares; `values`: those that count, because no input of the step overrides them. */
function declarationsIn(values, config) {
    const keys = Object.keys(HARMLESS).filter((key) => values[key] !== undefined && !HARMLESS[key].includes(values[key]));
    return keys.map((key) => ({
        kind: 'setting',
        text: `${key}: ${declarations_written(values[key])}`,
        source: sourceOf(config, [key]),
    }));
}
/** A value as YAML takes it in one line. */
function declarations_written(value) {
    if (Array.isArray(value))
        return `[${value.map(declarations_written).join(', ')}]`;
    if (typeof value !== 'object' || value === null)
        return String(value);
    const parts = Object.entries(value).filter(([, own]) => own !== undefined);
    return `{ ${parts.map(([key, own]) => `${key}: ${declarations_written(own)}`).join(', ')} }`;
}
/** An allowance, without its reason: another reason loosens nothing. */
function allowanceDeclaration(allowance) {
    const { rule, table, column, object, subject, migration, max, expires, source } = allowance;
    const named = [table, column].filter((name) => name !== undefined).join('.');
    const what = [rule, named, object, subject].filter((name) => name !== undefined && name !== '');
    const limits = [
        ...(max === undefined ? [] : [`max=${max}`]),
        ...(expires === undefined ? [] : [`expires=${expires}`]),
    ];
    const owner = migration === undefined || migration === source.file ? [] : [`of ${migration}`];
    return {
        kind: 'allowance',
        text: ['allow', ...what, ...limits, ...owner].join(' '),
        source,
        ...(migration !== undefined && { migration }),
    };
}
function checksIn({ checks = {}, 'production-sqlite': release }) {
    const { required = {}, references = [], queries = [], statements = [] } = checks;
    const plain = [
        ...Object.entries(required).flatMap(([table, columns]) => (columns ?? []).map((column) => `checks.required: ${table}.${column}`)),
        ...references.map((text) => `checks.references: ${text.replace(/\s+/g, ' ').trim()}`),
        ...[statements].flat().map((path) => `checks.statements: ${path}`),
        ...(release === undefined ? [] : [`production-sqlite: ${release}`]),
    ];
    return [
        ...plain.map((text) => ({ identity: text, text })),
        ...queries.map(({ id, sql }) => ({ identity: `${id}\0${sql.trim()}`, text: `checks.queries: ${id}` })),
    ];
}

;// CONCATENATED MODULE: ./lib/settings/declared/declared.js

/** All that is declared; where the change is known that started the run, with what is new in it. */
async function declaredIn(read, change) {
    const items = [...declarationsIn(read.values, read.config), ...read.allow.map(allowanceDeclaration)];
    if (change === undefined)
        return { items };
    const { kind } = change;
    const files = await baseFiles(read, change);
    const before = files && (await beforeChange(read, items, files));
    if (before === undefined)
        return { items, change: { kind, isUnknown: true } };
    const marked = items.map((item) => (before.isNew(item) ? { ...item, isNew: true } : item));
    return { items: [...marked, ...before.withdrawn], change: { kind } };
}
async function beforeChange(read, items, files) {
    const { workspace } = read;
    const configs = declared_placesOf(read);
    const pathOf = ({ source }) => (0,external_node_path_.join)(workspace, source.file);
    const found = await files.read([...new Set([...configs, ...items.map(pathOf)])]);
    if (found === undefined)
        return undefined;
    const former = await configBefore(configs, found, workspace);
    const inConfig = former && [
        ...declarationsIn(former.values, former.config),
        ...allowancesIn(former.values, former.config).map(allowanceDeclaration),
    ];
    const inSql = allowancesBefore(found, read).map(allowanceDeclaration);
    const known = new Set([...(inConfig ?? []).map(({ text }) => text), ...inSql.map(inItsFile)]);
    const isNew = (item) => {
        const isConfig = item.source.file === read.config.file;
        const isKnown = known.has(isConfig ? item.text : inItsFile(item));
        return found.get(pathOf(item))?.isTracked === true && !isKnown;
    };
    return { isNew, withdrawn: former === undefined ? [] : withdrawn(former, read) };
}
/** Where the config may have been before the change. */
function declared_placesOf({ configPath, folder, workspace }) {
    if (configPath !== undefined)
        return [configPath];
    return [folder, workspace].flatMap((place) => DEFAULT_PLACES.map((name) => (0,external_node_path_.resolve)(place, name)));
}
/** An allowance in a comment is for its own migration. */
function inItsFile({ source, text }) {
    return `${source.file}\0${text}`;
}
/** `undefined` where there was none, or none that says anything. */
async function configBefore(places, found, workspace) {
    const path = places.find((place) => found.get(place)?.text !== undefined);
    const text = path === undefined ? undefined : found.get(path)?.text;
    if (path === undefined || text === undefined || text.length > budget_MOST_BYTES.config)
        return undefined;
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e("yaml"), __webpack_require__.e("config-file")]).then(__webpack_require__.bind(__webpack_require__, "lib/settings/config/yaml.js"));
    const { config } = withoutStepOnly(parseConfig(text, nameIn(workspace, path)));
    return { values: validated(config.values, config).values, config };
}
function allowancesBefore(found, { workspace, ruleIds }) {
    const files = [...found].flatMap(([path, { text }]) => {
        const file = nameIn(workspace, path);
        return text === undefined || !/\.sql$/i.test(path) ? [] : [{ file, path: file, sql: text }];
    });
    return allowancesInSql(files, ruleIds).allow;
}
function withdrawn(former, { values, config }) {
    const now = new Set(checksIn(values).map(({ identity }) => identity));
    const gone = checksIn(former.values).filter(({ identity }) => !now.has(identity));
    const { file = '' } = config.file === undefined ? former.config : config;
    return gone.map(({ text }) => ({ kind: 'withdrawn', text, source: { file }, isNew: true }));
}

;// CONCATENATED MODULE: ./lib/settings/files/folders.js

/** The folder's path without links; `undefined` where it cannot be looked at, or lies out of reach. */
function realFolder(folder, { reach, refuse }) {
    try {
        const real = (0,external_node_fs_.realpathSync)(folder);
        if (reach.holds(real))
            return real;
        refuse(folder, LEADS_OUT);
    }
    catch (error) {
        refuse(folder, unreadable(error));
    }
    return undefined;
}
/** What lies in a folder, in the order of its characters. */
function folders_entriesOf(folder, { budget, refuse }) {
    const entries = [];
    try {
        // One by one, because a folder may hold more names than are ever looked at.
        const open = (0,external_node_fs_.opendirSync)(folder);
        try {
            for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
                budget.spend('entries');
                entries.push(entry);
            }
        }
        finally {
            open.closeSync();
        }
    }
    catch (error) {
        if (error.code === undefined)
            throw error;
        refuse(folder, unreadable(error));
        return [];
    }
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
/**
 * Every file below a folder, hidden ones left out. Each folder is walked once, however many links lead to it, and by its
 * own path rather than by that of a link.
 */
function filesBelow(top, walk) {
    const files = [];
    const walked = new Set();
    const own = [top];
    const links = [];
    for (let folder = own.pop() ?? links.shift(); folder !== undefined; folder = own.pop() ?? links.shift()) {
        const real = realFolder(folder, walk);
        if (real === undefined || walked.has(real))
            continue;
        walked.add(real);
        for (const entry of folders_entriesOf(folder, walk)) {
            if (entry.name.startsWith('.'))
                continue;
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (entry.isDirectory())
                own.push(path);
            else if (entry.isSymbolicLink() && isFolder(path))
                links.push(path);
            else
                files.push(path);
        }
    }
    return files;
}
function isFolder(path) {
    const there = lookUp(path);
    return there !== undefined && !('problem' in there) && there.isDirectory();
}

;// CONCATENATED MODULE: ./lib/settings/files/glob-pattern.js
/*
 * Globs without backtracking: `*` and `?` within a name, `[a-z]` and `[!a]`, `{a,b}` and `{1..9}`, `**` over folders,
 * and `\` before a sign that is meant as it stands. The work is at most the pattern's length times the name's.
 */
/** As long as a path can be. */
const glob_pattern_MOST_LENGTH = 4096;
const MOST_ALTERNATIVES = 256;
/** Whether a path that does not exist may be meant as a glob. */
function isGlob(text) {
    if (/[*?[\]]|\{\d+\.\.\d+\}/.test(text))
        return true;
    const comma = text.indexOf(',', text.indexOf('{') + 1);
    return text.includes('{') && comma !== -1 && text.includes('}', comma);
}
/** The alternatives of a glob, each as the parts of a path; a string says why it is refused. */
function parseGlob(glob) {
    if (glob.length > glob_pattern_MOST_LENGTH)
        return `is a glob of more than ${glob_pattern_MOST_LENGTH} characters`;
    const texts = expandBraces(glob, MOST_ALTERNATIVES);
    if (texts === undefined)
        return `is a glob with more than ${MOST_ALTERNATIVES} alternatives`;
    return texts.map((text) => text.split('/').map(segmentOf));
}
/** How a name is matched: without regard to case where file systems have none. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';
/** Whether the signs match the whole name; hidden names only where the first sign is a dot. `spent`: each comparison. */
function matchesName(signs, name, spent) {
    const [first] = signs;
    if (name.startsWith('.') && (first?.kind !== 'one' || first.character !== '.'))
        return false;
    const text = [...(ignoresCase ? name.toLowerCase() : name)];
    let [at, sign] = [0, 0];
    // Only the last star is ever gone back to: what an earlier one took is settled by then.
    let star;
    while (at < text.length) {
        spent();
        const current = signs[sign];
        if (current?.kind === 'star') {
            star = { sign, at };
            sign += 1;
        }
        else if (current !== undefined && matchesOne(current, text[at] ?? '')) {
            at += 1;
            sign += 1;
        }
        else if (star !== undefined) {
            star.at += 1;
            at = star.at;
            sign = star.sign + 1;
        }
        else
            return false;
    }
    return signs.slice(sign).every(({ kind }) => kind === 'star');
}
function matchesOne(sign, character) {
    if (sign.kind === 'any')
        return true;
    if (sign.kind === 'one')
        return sign.character === character;
    return sign.ranges.some(([from, to]) => from <= character && character <= to) !== sign.negated;
}
function segmentOf(text) {
    if (text === '**')
        return { kind: 'globstar' };
    const signs = signsOf([...text]);
    const isPlain = signs.every((sign) => sign.kind === 'one');
    if (isPlain)
        return { kind: 'name', name: signs.map((sign) => sign.character).join('') };
    return { kind: 'pattern', signs: ignoresCase ? signs.map(glob_pattern_lowered) : signs };
}
function glob_pattern_lowered(sign) {
    if (sign.kind === 'one')
        return { ...sign, character: sign.character.toLowerCase() };
    if (sign.kind !== 'class')
        return sign;
    return { ...sign, ranges: sign.ranges.map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]) };
}
function signsOf(text) {
    const signs = [];
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        const group = character === '[' ? classAt(text, at) : undefined;
        if (group !== undefined) {
            signs.push(group.sign);
            at = group.end;
        }
        else if (character === '*') {
            if (signs.at(-1)?.kind !== 'star')
                signs.push({ kind: 'star' });
        }
        else if (character === '?')
            signs.push({ kind: 'any' });
        else if (character === '\\' && at + 1 < text.length) {
            at += 1;
            signs.push({ kind: 'one', character: text[at] });
        }
        else
            signs.push({ kind: 'one', character });
    }
    return signs;
}
/** `[a-z_]` at `start`; a bracket that is never closed stands for itself. */
function classAt(text, start) {
    const negated = text[start + 1] === '!' || text[start + 1] === '^';
    const from = start + (negated ? 2 : 1);
    // The first sign inside is one of the class, also where it is the bracket that closes.
    const end = text.indexOf(']', from + 1);
    if (end === -1)
        return undefined;
    const ranges = [];
    for (let at = from; at < end; at += 1) {
        const low = text[at];
        const isRange = text[at + 1] === '-' && at + 2 < end;
        ranges.push([low, isRange ? text[at + 2] : low]);
        if (isRange)
            at += 2;
    }
    return { sign: { kind: 'class', negated, ranges }, end };
}
/** Every text that the braces stand for, in order; `undefined` where there are more than `most`. */
function expandBraces(text, most) {
    let texts = [''];
    let plain = 0;
    for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
        const group = groupAt(text, at);
        if (group === undefined)
            continue;
        const inner = [];
        for (const part of group.parts) {
            const own = expandBraces(part, most);
            if (own === undefined || inner.length + own.length > most)
                return undefined;
            inner.push(...own);
        }
        if (texts.length * inner.length > most)
            return undefined;
        const before = text.slice(plain, at);
        texts = texts.flatMap((start) => inner.map((end) => start + before + end));
        plain = group.end + 1;
        at = group.end;
    }
    return texts.map((start) => start + text.slice(plain));
}
/** The parts of the braces that open at `start`; `undefined` where they are never closed or hold no choice. */
function groupAt(text, start) {
    const commas = [start];
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
        const character = text[at];
        if (character === '\\')
            at += 1;
        else if (character === '{')
            depth += 1;
        else if (character === ',' && depth === 1)
            commas.push(at);
        else if (character === '}')
            depth -= 1;
        if (depth > 0)
            continue;
        const bounds = [...commas, at];
        const parts = commas.map((from, part) => text.slice(from + 1, bounds[part + 1]));
        if (parts.length > 1)
            return { parts, end: at };
        const range = rangeOf(parts[0] ?? '');
        return range === undefined ? undefined : { parts: range, end: at };
    }
    return undefined;
}
/** `1..3`, either way. */
function rangeOf(text) {
    const [, first, last] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
    if (first === undefined || last === undefined)
        return undefined;
    const [from, to] = [Number(first), Number(last)];
    // One more than may be: the caller refuses it.
    const length = Math.min(Math.abs(to - from), MOST_ALTERNATIVES) + 1;
    return Array.from({ length }, (_, step) => String(from + (from <= to ? step : -step)));
}

;// CONCATENATED MODULE: ./lib/settings/files/globs.js

/**
 * What matches, relative like the glob, in the order of its characters; folders are no match, and hidden names only
 * where the glob spells their dot. `undefined` where nothing at all is there.
 */
function matchesOf(glob, folder, walk) {
    const text = external_node_path_.sep === '\\' ? glob.replaceAll('\\', '/') : glob;
    const alternatives = parseGlob(text);
    if (typeof alternatives === 'string')
        throw new OverBudget(alternatives);
    const root = (0,external_node_path_.isAbsolute)(text) ? (0,external_node_path_.parse)(text).root : '';
    const search = new Search(walk);
    const states = alternatives.map((segments, alternative) => ({ alternative, segments: globs_stepsOf(segments, root), at: 0 }));
    search.enter(root === '' ? folder : root, root, states);
    return search.metSomething ? [...search.files].toSorted() : undefined;
}
/** The folder that was given, or the one that a file or a glob is in. */
function rootOf(given, folder) {
    const path = (0,external_node_path_.resolve)(folder, given);
    const there = lookUp(path);
    if (there !== undefined)
        return !('problem' in there) && there.isDirectory() ? path : (0,external_node_path_.dirname)(path);
    const fixed = given.split('/').findIndex((part) => /[*?{}[\]!]/.test(part));
    return (0,external_node_path_.resolve)(folder, given
        .split('/')
        .slice(0, fixed === -1 ? undefined : fixed)
        .join('/'));
}
/** Without what says nothing of the way: `./`, `//` and the root, where the search begins. */
function globs_stepsOf(segments, root) {
    const inner = root === '' ? segments : segments.slice(1);
    return inner.filter((segment) => segment.kind !== 'name' || (segment.name !== '' && segment.name !== '.'));
}
/** Follows all alternatives at once, so that no folder is listed twice for the same question. */
class Search {
    files = new Set();
    metSomething = false;
    #walk;
    #asked = new Set();
    constructor(walk) {
        this.#walk = walk;
    }
    /** `shown`: the folder's path as the glob spells it. */
    enter(folder, shown, arrived) {
        const states = withoutFolders(arrived);
        const real = realFolder(folder, this.#walk);
        if (real === undefined)
            return;
        const question = [real, ...states.map(({ alternative, at }) => `${alternative}:${at}`)].join('\0');
        if (this.#asked.has(question))
            return;
        this.#asked.add(question);
        const prefix = shown === '' || shown.endsWith('/') ? shown : `${shown}/`;
        for (const [name, next] of this.#steps(folder, states)) {
            this.#arrive((0,external_node_path_.join)(folder, name), prefix + name, next);
        }
    }
    #arrive(path, shown, states) {
        const there = lookUp(path);
        // A link to nothing matches by its name: whoever reads it says what is wrong.
        if (there === undefined && !isThere(path))
            return;
        const isFolder = there !== undefined && !('problem' in there) && there.isDirectory();
        const goesOn = states.filter(({ segments, at }) => at < segments.length);
        if (goesOn.length < states.length) {
            this.metSomething = true;
            if (!isFolder)
                this.files.add(shown);
        }
        if (isFolder && goesOn.length > 0)
            this.enter(path, shown, goesOn);
    }
    /** The names below `folder` that the states ask for, each with the states that it leads to. */
    #steps(folder, states) {
        const steps = new Map();
        const add = (name, state) => {
            const known = steps.get(name);
            if (known === undefined)
                steps.set(name, [state]);
            else
                known.push(state);
        };
        const { budget } = this.#walk;
        const asking = states.filter(({ segments, at }) => segments[at]?.kind !== 'name');
        for (const state of states) {
            const segment = state.segments[state.at];
            if (segment?.kind === 'name')
                add(segment.name, { ...state, at: state.at + 1 });
        }
        if (asking.length === 0)
            return steps;
        const spent = () => budget.spend('steps');
        for (const entry of folders_entriesOf(folder, this.#walk)) {
            for (const state of asking) {
                const segment = state.segments[state.at];
                spent();
                if (segment?.kind === 'pattern' && matchesName(segment.signs, entry.name, spent)) {
                    add(entry.name, { ...state, at: state.at + 1 });
                }
                if (segment?.kind !== 'globstar' || entry.name.startsWith('.'))
                    continue;
                // It goes into no folder by a link, which may lead in a circle.
                if (entry.isDirectory())
                    add(entry.name, state);
                if (state.at + 1 === state.segments.length)
                    add(entry.name, { ...state, at: state.at + 1 });
            }
        }
        return steps;
    }
}
/** With what follows each `**`, which may stand for no folder at all. Each state once. */
function withoutFolders(states) {
    const found = new Map();
    for (const { alternative, segments, at } of states) {
        for (let next = at; next < segments.length; next += 1) {
            found.set(`${alternative}:${next}`, { alternative, segments, at: next });
            if (segments[next]?.kind !== 'globstar')
                break;
        }
    }
    return [...found.values()];
}

;// CONCATENATED MODULE: ./lib/settings/files/sql-files.js

/** Reads the SQL files of a folder (with everything below it), a file or a glob. Hidden files are passed over. */
function readSqlFiles(given, place, { key, noun, companions }, { author, budget }) {
    const mistake = (message, remedy) => ({ key, message, remedy });
    const sources = { files: [], companions: [], ignored: [], mistakes: [] };
    const refuse = (path, { problem, remedy, line }) => {
        const file = nameIn(place.workspace, path);
        // A place outside of the workspace is none that a reader can be sent to.
        const where = file.startsWith('../') || file === '..' ? {} : { file, ...(line !== undefined && { line }) };
        sources.mistakes.push({ ...mistake(`${file} ${problem}.`, remedy), ...where });
    };
    const walk = { reach: reachOf(given, author, place), budget, refuse };
    try {
        const found = find(given, place.folder, walk);
        if (found === undefined && sources.mistakes.length === 0) {
            const message = `no ${noun} was recognised in ${JSON.stringify((0,settings_told/* short */.h)(given))}: nothing is there.`;
            return { ...sources, mistakes: [mistake(message, ONE)] };
        }
        // The same order on every machine; which order counts is for the reader of the files to say.
        const names = { workspace: place.workspace, top: rootOf(given, place.folder) };
        for (const path of (found ?? []).toSorted())
            read(path, sources, walk, names, companions);
    }
    catch (error) {
        if (!(error instanceof OverBudget))
            throw error;
        return { ...sources, mistakes: [mistake(`${(0,settings_told/* short */.h)(given)} ${error.message}.`, NARROWER)] };
    }
    if (sources.files.length === 0 && sources.mistakes.length === 0) {
        const message = `no ${noun} was recognised in ${(0,settings_told/* short */.h)(given)}: no file there has a name that ends in .sql.`;
        sources.mistakes.push(mistake(message, 'Give a folder, file or glob with .sql files.'));
    }
    return sources;
}
const ONE = 'Give one folder, file or glob, relative to working-directory.';
const NARROWER = 'Name the folder that holds the files, and nothing else.';
/** Reads one file into `sources`, or refuses it. What is no SQL is listed only. */
function read(path, sources, { reach, budget, refuse }, { workspace, top }, companions = []) {
    const file = nameIn(workspace, path);
    const isSql = /\.sql$/i.test(path);
    if (!isSql && !companions.includes((0,external_node_path_.basename)(path))) {
        sources.ignored.push(file);
        return;
    }
    const text = sql_files_textOf(path, { reach, most: budget_MOST_BYTES.sql, mark: 'keep' });
    if (typeof text !== 'string') {
        refuse(path, text);
        return;
    }
    budget.spend('files');
    budget.spend('bytes', text.length);
    budget.spend('lines', linesIn(text));
    const bom = text.startsWith('\uFEFF');
    const own = { file, path: nameIn(top, path), sql: bom ? text.slice(1) : text };
    (isSql ? sources.files : sources.companions).push({ ...own, ...(bom && { bom }) });
}
function linesIn(text) {
    let count = 1;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        count += 1;
    return count;
}
function sql_files_textOf(path, reading) {
    if (lookUp(path) === undefined) {
        return { problem: 'is a link to nothing', remedy: 'Correct or remove the link.' };
    }
    return readText(path, reading);
}
/** Paths of files, SQL or not; `undefined` where nothing is there. A path that exists is no glob. */
function find(given, folder, walk) {
    const path = (0,external_node_path_.resolve)(folder, given);
    const there = lookUp(path);
    if (there === undefined) {
        const matches = isGlob(given) ? matchesOf(given, folder, walk) : undefined;
        return matches?.map((match) => (0,external_node_path_.resolve)(folder, match));
    }
    if ('problem' in there)
        walk.refuse(path, there);
    else if (there.isDirectory())
        return filesBelow(path, walk);
    else
        return [path];
    return [];
}

;// CONCATENATED MODULE: ./lib/settings/files/application.js

/**
 * Reads the application's SQL files of `checks.statements`: a path, a glob, or a list of them, each relative to
 * `folder`. A file that several of them find is read once. Files that are no SQL are passed over.
 */
function readApplication(given, place, config, budget) {
    const path = ['checks', 'statements'];
    const meaning = { key: path.join('.'), noun: 'SQL file' };
    const read = [given].flat().map((entry, at) => {
        const { files, mistakes } = readSqlFiles(entry, place, meaning, { author: 'file', budget });
        const written = (0,config_config/* placeOf */.$)(config, typeof given === 'string' ? path : [...path, at]);
        return {
            files,
            mistakes: mistakes.map((own) => (own.file === undefined ? { ...own, ...written } : own)),
        };
    });
    const files = new Map(read.flatMap((one) => one.files).map(({ file, sql }) => [file, { file, sql }]));
    return { files: [...files.values()], mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

;// CONCATENATED MODULE: ./lib/settings/files/output-folder.js

/** Where a run may write: the folder that is `wanted`, or, with the mistakes, another one for the reports. */
function usableOutput({ wanted, name, fallback, reportFiles, reach }, databases, rehearses) {
    const mistakes = overwrittenSnapshots(wanted, databases, rehearses, reportFiles);
    if (mistakes.length === 0) {
        const reason = reach.holds(realAs(wanted)) ? whyUnwritable(wanted) : 'it leads out of the repository';
        if (reason === undefined)
            return { folder: wanted, mistakes };
        const message = `the output folder ${name} cannot be written: ${reason}.`;
        mistakes.push({
            key: 'output',
            message,
            remedy: 'Give another folder as `output`, or correct its permissions.',
        });
    }
    const isSafe = overwrittenSnapshots(fallback, databases, false, reportFiles).length === 0;
    return { folder: isSafe ? fallback : (0,external_node_path_.join)(fallback, 'refused'), mistakes };
}
/** Tries it, because permissions do not say it all; known only at the end, it would cost the whole run. */
function whyUnwritable(folder) {
    const there = lookUp(folder);
    if (there !== undefined && !('problem' in there) && !there.isDirectory())
        return 'it is no folder';
    const probe = (0,external_node_path_.join)(folder, `.preflight-${process.pid}.tmp`);
    try {
        make(folder);
        (0,external_node_fs_.writeFileSync)(probe, '');
        (0,external_node_fs_.rmSync)(probe);
        return undefined;
    }
    catch (error) {
        return systemReason(error);
    }
}
/** With the folders around it. Node's own `recursive` never ends where a file system makes no folders, such as /proc. */
function make(folder) {
    if (lookUp(folder) !== undefined)
        return;
    if ((0,external_node_path_.dirname)(folder) !== folder)
        make((0,external_node_path_.dirname)(folder));
    try {
        (0,external_node_fs_.mkdirSync)(folder);
    }
    catch (error) {
        // A job beside this one may have been faster.
        if (error.code !== 'EEXIST')
            throw error;
    }
}
/**
 * A snapshot where a run writes its reports or, where it `rehearses`, a migrated copy: it would be lost, and another
 * database be judged under its name.
 */
function overwrittenSnapshots(output, databases, rehearses, reportFiles) {
    const copies = databases.map(({ name, migrated }) => [migrated, `the migrated copy of ${name}`]);
    const written = [...reportFiles.map((name) => [name, name]), ...(rehearses ? copies : [])];
    const targets = new Map(written.map(([file, what]) => [identityOf((0,external_node_path_.join)(output, file)), what]));
    const lost = databases.flatMap(({ path, name }) => {
        // What SQLite keeps beside a snapshot is a part of it.
        const parts = ['', '-wal', '-journal'].map((suffix) => identityOf(path + suffix));
        const what = parts.map((part) => targets.get(part)).find((target) => target !== undefined);
        return what === undefined ? [] : [{ name, what }];
    });
    const [first, ...others] = lost;
    if (first === undefined)
        return [];
    const more = others.length === 0 ? '' : `, and ${others.length} more like it`;
    const message = `the snapshot ${first.name} stands where ${first.what} is to be written${more}.`;
    const remedy = 'Give another folder as `output`, or name no result of an earlier run as database.';
    return [{ key: 'output', message, remedy }];
}
/** What earlier runs have left in `output`, among what a glob found; where the glob names that folder, it is asked for. */
function resultsAmong(matches, glob, { folder, output, reportFiles }) {
    const place = realPath(output);
    if (realPath(rootOf(glob, folder)) === place)
        return new Set();
    const results = matches.filter((match) => (reportFiles.includes((0,external_node_path_.basename)(match)) || /\.migrated\.[^.]+$/.test(match)) &&
        realPath((0,external_node_path_.dirname)((0,external_node_path_.resolve)(folder, match))) === place);
    return new Set(results);
}
/** Paths with one identity lead to one file, through links and other spellings too. */
function identityOf(path) {
    const there = lookUp(path);
    if (there === undefined || 'problem' in there)
        return (0,external_node_path_.join)(realPath((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    return `${there.dev}:${there.ino}`;
}
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./lib/settings/files/databases.js

/**
 * The snapshots that `given` names: paths or globs, relative to `folder`. A path that exists is no glob; one that does
 * not exist stays, because the engine says why it cannot be used. A snapshot given twice counts once.
 * What the step names may be anywhere, and behind a link. What the config names, and what a glob finds in the repository,
 * must be in the repository: a pull request could have put a link there.
 */
function readDatabases(given, place, reader) {
    const { folder } = place;
    const read = given.map((text) => databases_filesOf(text, place, reader));
    const paths = new Map();
    for (const name of read.flatMap(({ names }) => names)) {
        const path = (0,external_node_path_.resolve)(folder, name);
        if (!paths.has(path))
            paths.set(path, name.replaceAll('\\', '/'));
    }
    const mistakes = read.flatMap((one) => one.mistakes);
    return { databases: named([...paths].map(([path, name]) => ({ path, name }))), mistakes };
}
function databases_filesOf(text, place, { author, budget }) {
    if (text.includes('\0'))
        return databases_refused('database holds a NUL character.', 'Correct the path.');
    if (text === ':memory:') {
        return databases_refused('database is :memory:, which is always empty.', 'Give the path of a file.');
    }
    const { folder } = place;
    const reach = reachOf(text, author, place);
    if (!isGlob(text) || lookUp((0,external_node_path_.resolve)(folder, text)) !== undefined) {
        const isAllowed = author === 'step' || isWithin((0,external_node_path_.resolve)(folder, text), reach);
        return isAllowed ? { names: [text], mistakes: [] } : { names: [], mistakes: [said(text, LEADS_OUT)] };
    }
    const mistakes = [];
    const refuse = (path, problem) => mistakes.push(said(path, problem));
    try {
        const matches = matchesOf(text, folder, { reach, budget, refuse }) ?? [];
        const results = resultsAmong(matches, text, place);
        const own = new Set(matches);
        const names = matches.filter((name) => !belongsTo(name, own) && !results.has(name));
        if (names.length + mistakes.length === 0)
            return databases_refused(`no database matches ${(0,settings_told/* short */.h)(text)}.`, CHECK);
        const outside = names.filter((name) => !isWithin((0,external_node_path_.resolve)(folder, name), reach));
        const left = new Set(outside);
        const leading = outside.map((name) => said(name, LEADS_OUT));
        return { names: names.filter((name) => !left.has(name)), mistakes: [...mistakes, ...leading] };
    }
    catch (error) {
        if (!(error instanceof OverBudget))
            throw error;
        return databases_refused(`${(0,settings_told/* short */.h)(text)} ${error.message}.`, 'Write a narrower glob.');
    }
}
/** What is not there leads nowhere. */
function isWithin(path, reach) {
    try {
        return reach.holds((0,external_node_fs_.realpathSync)(path));
    }
    catch {
        return reach.holds(path);
    }
}
function said(name, { problem, remedy }) {
    return { key: 'database', message: `the database ${(0,settings_told/* short */.h)(name)} ${problem}.`, remedy };
}
function databases_refused(message, remedy) {
    return { names: [], mistakes: [{ key: 'database', message, remedy }] };
}
/** SQLite's own files beside a database are a part of it. */
function belongsTo(name, databases) {
    const owner = /^(.*)-(?:wal|shm|journal)$/s.exec(name)?.[1];
    return owner !== undefined && databases.has(owner);
}
const CHECK = 'Check the glob, and that the step which fetches the snapshots ran before this one.';
/** Each copy is called by its file's name; where files of several folders share one, by its path. */
function named(files) {
    const stems = Map.groupBy(files, ({ path }) => stemOf((0,external_node_path_.basename)(path)).toLowerCase());
    const used = new Set();
    return files.map((file) => {
        const stem = stemOf((0,external_node_path_.basename)(file.path));
        const isAlone = stems.get(stem.toLowerCase())?.length === 1;
        const label = unused(isAlone ? databases_plain(stem) : slug(stemOf(file.name)), used);
        used.add(label.toLowerCase());
        return { ...file, migrated: migratedName(label, file.path) };
    });
}
/** A dump becomes a database. */
function migratedName(label, path) {
    const extension = databases_plain((0,external_node_path_.extname)(unpackedName(path)));
    return `${label}.migrated${/^(\.sql)?$/i.test(extension) ? '.db' : extension}`;
}
/** `tenants/a/app.db.zst` to `tenants/a/app`. */
function stemOf(name) {
    const unpacked = unpackedName(name);
    return unpacked.slice(0, unpacked.length - (0,external_node_path_.extname)(unpacked).length) || unpacked;
}
function unpackedName(name) {
    return name.replace(/\.(gz|zst)$/i, '');
}
function slug(path) {
    return databases_plain(path.replace(/^[./\\]+/, ''));
}
/** Without what the name of a file in an artifact, or a line of an output, must not hold. */
function databases_plain(name) {
    return name.replace(/[":<>|*?\\/\p{Cc}\p{Zl}\p{Zp}]+/gu, '-');
}
function unused(label, used) {
    for (let number = 1;; number += 1) {
        const candidate = number === 1 ? label : `${label}-${number}`;
        if (!used.has(candidate.toLowerCase()))
            return candidate;
    }
}

;// CONCATENATED MODULE: ./lib/settings/files/migration-files.js

/** Files that say how the SQL beside them is ordered, or run. */
const COMPANIONS = ['_journal.json', 'metadata.toml', 'migration_lock.toml'];
/**
 * Reads the files of `migrations`, in an order that is the same on every machine.
 * The names that come out are relative to the workspace.
 */
function readMigrations(given, place, reader) {
    const meaning = { key: 'migrations', noun: 'migration', companions: COMPANIONS };
    const { mistakes, ...sources } = readSqlFiles(given, place, meaning, reader);
    return { migrations: { name: given, ...sources }, mistakes };
}

;// CONCATENATED MODULE: ./lib/settings/files/named-files.js

const NO_FILES = {
    databases: [],
    application: [],
    mistakes: [],
};
/** `place`: all absolute; `writtenIn`: where a key was set; `needsDatabase`: it is no mistake yet that there is none. */
function readNamedFiles(values, place, writtenIn, { needsDatabase, budget }) {
    const names = linesOf(values.database);
    const readerOf = (key) => ({
        author: writtenIn(key).file === undefined ? 'step' : 'file',
        budget,
    });
    const databases = readDatabases(names, place, readerOf('database'));
    const { migrations, mistakes } = migrationsOf(values, place, readerOf('migrations'));
    const { statements } = values.checks ?? {};
    const application = statements === undefined
        ? { files: [], mistakes: [] }
        : readApplication(statements, place, writtenIn('checks'), budget);
    const at = (key, mistakes) => {
        const line = (0,config_config/* placeOf */.$)(writtenIn(key), [key]);
        return mistakes.map((own) => (own.file === undefined ? { ...own, ...line } : own));
    };
    return {
        databases: databases.databases,
        ...(migrations && { migrations }),
        application: application.files,
        mistakes: [
            ...(needsDatabase && names.length === 0 ? [named_files_missing] : []),
            ...at('database', databases.mistakes),
            ...at('migrations', mistakes),
            ...application.mistakes,
        ],
    };
}
const named_files_missing = {
    key: 'database',
    message: 'database is missing.',
    remedy: 'Give the path of a snapshot of the real database.',
};
/** A list, or one a line. */
function linesOf(database = []) {
    const texts = typeof database === 'string' ? database.split(/\r?\n/) : database;
    return texts.map((text) => text.trim()).filter((text) => text !== '');
}
function migrationsOf({ migrations }, place, reader) {
    if (migrations === undefined)
        return { mistakes: [] };
    return readMigrations(migrations, place, reader);
}

;// CONCATENATED MODULE: ./lib/settings/read-settings.js

/**
 * Inputs over config file over defaults, each validated by itself. All mistakes come back at once; then `settings`
 * still has usable values, with defaults for what was wrong, because the report must be written somewhere.
 */
async function readSettings(source) {
    const { workspace, ruleIds } = source;
    const { given, mistakes } = (0,inputs/* givenInputs */.PC)(source.inputs);
    const { folder, mistakes: folderMistakes } = workingDirectory(given, workspace);
    folderMistakes.push(...eventMistakes(source.event));
    // Without the folder, what is looked for in it would only be missing once more.
    const isReadable = folderMistakes.length === 0;
    const written = isReadable ? await readConfig(given.config, folder, workspace) : config_config/* NO_CONFIG */.H;
    const { config, mistakes: stepOnly } = withoutStepOnly(written);
    const fromInputs = validated((0,inputs/* settingsOf */.f5)(given), config_config/* NO_CONFIG */.H);
    const fromConfig = validated(config.values, config);
    const values = { ...fromConfig.values, ...fromInputs.values };
    mistakes.push(...folderMistakes, ...fromInputs.mistakes, ...config.mistakes, ...fromConfig.mistakes);
    mistakes.push(...stepOnly, ...(0,settings_told/* told */.E)(allowanceMistakes(config, ruleIds)), ...(0,settings_told/* told */.E)(checkMistakes(config)));
    mistakes.push(...contradictions(fromConfig.values, config), ...commandMistakes(values));
    const isRefused = config.broken || mistakes.some(({ key }) => key === 'database');
    const writtenIn = (key) => (given[key] === undefined && key in config.values ? config : config_config/* NO_CONFIG */.H);
    const choice = outputChoice(values, folder, source);
    const place = { folder, workspace, output: choice.wanted, reportFiles: source.reportFiles };
    const wish = { needsDatabase: !isRefused, budget: new ReadBudget() };
    const files = isReadable ? readNamedFiles(values, place, writtenIn, wish) : NO_FILES;
    const inSql = allowancesInSql(files.migrations?.files ?? [], ruleIds);
    const rehearses = values.migrations !== undefined || values.command !== undefined;
    const output = usableOutput(choice, files.databases, rehearses);
    mistakes.push(...(0,settings_told/* told */.E)(files.mistakes), ...inSql.mistakes, ...output.mistakes);
    const own = trusted(values, { output: output.folder, artifactName: artifactName(given) }, config);
    const allow = [...own.allow, ...inSql.allow];
    const countsHere = Object.entries(fromConfig.values).filter(([key]) => given[key] === undefined);
    const read = { values: Object.fromEntries(countsHere), config, allow, folder, workspace, ruleIds };
    const named = {
        ...(given.config !== undefined && { configPath: (0,external_node_path_.resolve)(folder, given.config) }),
        ...(source.signal && { signal: source.signal }),
    };
    const declared = mistakes.length > 0 ? { items: [] } : await declaredIn({ ...read, ...named }, source.change);
    const command = commandOf(values, folder);
    const settings = {
        ...{ ...own, allow, declared, databases: files.databases, workspace },
        checks: { ...own.checks, statements: files.application },
        ...(files.migrations && { migrations: files.migrations }),
        ...(command && { command }),
    };
    return { settings, mistakes: mistakes.toSorted(byPlace) };
}
function outputChoice({ output }, folder, { defaultOutput, reportFiles, workspace }) {
    const wanted = output === undefined ? defaultOutput : (0,external_node_path_.resolve)(folder, output);
    const reach = reachOf(wanted, 'step', { folder, workspace });
    return { wanted, name: output ?? (0,external_node_path_.basename)(defaultOutput), fallback: defaultOutput, reportFiles, reach };
}
/** Jobs of one matrix must not upload under the same name. */
function artifactName({ 'job-index': index = '' }) {
    return /^\d+$/.test(index) ? `migration-preflight-${index}` : 'migration-preflight';
}
/** Nothing of the pull request is looked at then: no file of it could be worth the secrets beside it. */
function eventMistakes(event) {
    if (event !== 'pull_request_target')
        return [];
    const message = 'under pull_request_target nothing is read and nothing is run: a pull request of a stranger would meet the secrets and the write token of this repository.';
    return [{ key: 'event', message, remedy: 'Run on `pull_request`, where a fork gets no secrets.' }];
}
function workingDirectory({ 'working-directory': name = '.' }, workspace) {
    const folder = (0,external_node_path_.resolve)(workspace, name);
    const there = lookUp(folder);
    if (there !== undefined && !('problem' in there) && there.isDirectory())
        return { folder, mistakes: [] };
    const problem = there === undefined ? 'does not exist' : 'problem' in there ? there.problem : 'is no folder';
    const message = `the working-directory ${name} ${problem}.`;
    const remedy = 'Give a folder, relative to the workspace; check out the repository first.';
    return { folder: workspace, mistakes: [{ key: 'working-directory', message, remedy }] };
}
/** An input may override the file; two places of one file that differ leave open which is meant. */
function contradictions({ 'foreign-keys': own, profile }, config) {
    const other = typeof profile === 'object' ? profile['foreign-keys'] : undefined;
    if (own === undefined || other === undefined || switched(own) === switched(other))
        return [];
    const message = 'foreign-keys is set twice, and profile.foreign-keys says otherwise.';
    const remedy = 'Remove one of the two.';
    return [{ key: 'foreign-keys', message, remedy, ...(0,config_config/* placeOf */.$)(config, ['foreign-keys']) }];
}
/** Inputs first, then file by file and line by line. */
function byPlace(a, b) {
    const [left = '', right = ''] = [a.file, b.file];
    return left === right ? (a.line ?? 0) - (b.line ?? 0) : left < right ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/supervisor/facts-part.js
var facts_part = __webpack_require__("lib/supervisor/facts-part.js");
;// CONCATENATED MODULE: ./lib/supervisor/not-started.js

/** The facts of a run that was not started, because of mistakes in its settings. `path`: of the database, or empty. */
function notStarted(path, mistakes) {
    return (0,facts_part/* assemble */.f)(path, [{ facts: { mistakes } }], { total: 0 });
}

;// CONCATENATED MODULE: ./lib/version.js
/** Name and version as reports show them; the version is that of package.json. */
const version_NAME = 'sqlite-preflight';
const VERSION = '0.1.0';

;// CONCATENATED MODULE: ./lib/main.js

/** Settings, facts, judgement, words: one run from the user's settings to the exit code. `signal`: aborts when cancelled. */
async function main(host, supervisor, signal) {
    const { inputs, workspace, defaultOutput, event, change } = host;
    const ruleIds = rules.filter(({ allowable }) => allowable).map(({ id }) => id);
    const reportFiles = formats/* formats */.F.map(({ file }) => file);
    const source = {
        inputs,
        workspace,
        defaultOutput,
        ruleIds,
        reportFiles,
        ...(event !== undefined && { event }),
        ...(change !== undefined && { change }),
        signal,
    };
    const { settings, mistakes } = await readSettings(source);
    const facts = mistakes.length > 0
        ? [notStarted(settings.databases[0]?.name ?? '', mistakes)]
        : await measure(host, supervisor, settings);
    const sqlite = facts.find(({ rehearsal }) => rehearsal.sqlite !== '')?.rehearsal.sqlite ?? '';
    const tool = { name: version_NAME, version: VERSION, sqlite, node: process.versions.node };
    const judged = judge(facts, settings, { now: new Date(), tool });
    const places = judged.findings.map(({ location }) => location);
    const record = { ...judged, excerpts: excerptsOf(places, workspace) };
    return await host.publish(record, { ...settings, signal });
}
async function measure(host, supervisor, settings) {
    const { databases, migrations, command, layout, profile, rehearse, checks } = settings;
    const { samples, output, timeoutMs } = settings;
    host.progress(intention(settings));
    const tell = (line) => host.progress(line);
    const requests = databases.map(({ path, name, migrated }) => ({
        ...{ snapshot: path, name, migrated, rehearse, checks, samples, output },
        ...(migrations && { assignment: { migrations, layout, profile } }),
        ...(command && { command: { ...command, tell } }),
    }));
    // What came before has used up some of it.
    return await supervisor.run(requests, Math.max(0, timeoutMs - performance.now()), host.watch);
}
function intention({ databases, migrations, command, configFile }) {
    const config = configFile === undefined ? 'no config file' : `config file ${configFile}`;
    const subject = databases.length === 1 ? databases[0]?.name : `${databases.length} databases`;
    if (migrations)
        return `Rehearsing the migrations of ${migrations.name} on a copy of ${subject}; ${config}`;
    return `${command ? 'Running the command on a copy of' : 'Checking'} ${subject}; ${config}`;
}


/***/ }),

/***/ "lib/report/formats/index.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ formats)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./lib/report/shared/groups.js
var shared_groups = __webpack_require__("lib/report/shared/groups.js");
// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __webpack_require__("lib/text/numbers.js");
// EXTERNAL MODULE: ./lib/report/shared/icons.js
var icons = __webpack_require__("lib/report/shared/icons.js");
// EXTERNAL MODULE: ./lib/report/shared/results.js
var shared_results = __webpack_require__("lib/report/shared/results.js");
// EXTERNAL MODULE: ./lib/report/shared/units.js
var units = __webpack_require__("lib/report/shared/units.js");
// EXTERNAL MODULE: ./lib/report/shared/verification-queries.js
var verification_queries = __webpack_require__("lib/report/shared/verification-queries.js");
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/line.js
var line = __webpack_require__("node_modules/diff/libesm/diff/line.js");
// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __webpack_require__("lib/sql/quote.js");
// EXTERNAL MODULE: ./lib/sql/tokens.js
var tokens = __webpack_require__("lib/sql/tokens.js");
// EXTERNAL MODULE: ./lib/text/visible.js
var visible = __webpack_require__("lib/text/visible.js");
;// CONCATENATED MODULE: ./lib/report/shared/markup-text.js

/**
 * `text` as the text of an XML or HTML element, or the value of an attribute in double quotes. Control characters, which
 * XML 1.0 has no way to write, are spelt out; so are the invisible ones.
 */
function markupText(text) {
    return (0,visible/* visible */.R)(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
/** The same, line by line; a tab is two blanks. */
function markupLines(text) {
    return text.replaceAll('\t', '  ').split(/\r?\n/).map(markupText).join('\n');
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Attributes of an element, those left out that are not there. */
function attributes(values) {
    return Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}="${markupText(String(value))}"`)
        .join('');
}

;// CONCATENATED MODULE: ./lib/report/formats/html/element.js

/** Markup that may stand in the page as it is: made by `el` alone, which escapes every text. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** Elements that have no end tag. */
const VOID = new Set(['br', 'input', 'meta']);
/** An element. An attribute that is `true` has no value, one that is `false` or undefined is left out. */
function el(tag, attributes, ...children) {
    const set = Object.entries(attributes)
        .filter(([, value]) => value !== undefined && value !== false)
        .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${markupText(String(value))}"`));
    const open = `<${tag}${set.join('')}>`;
    return new Html(VOID.has(tag) ? open : `${open}${textOf(children)}</${tag}>`);
}
function textOf(child) {
    if (child === undefined || child === false)
        return '';
    if (child instanceof Html)
        return child.text;
    return typeof child === 'object' ? child.map(textOf).join('') : markupText(String(child));
}
/** A table with its head; a title that ends in `:` is of numbers. */
function table(head, rows) {
    const numeric = head.map((title) => title.endsWith(':'));
    const titles = head.map((title, at) => el('th', { scope: 'col', class: numeric[at] ? 'n' : undefined }, title.replace(/:$/, '')));
    const lines = rows.map((cells) => el('tr', {}, ...cells.map((cell, at) => el('td', { class: numeric[at] ? 'n' : undefined }, cell))));
    // Wide tables scroll by themselves, and by keyboard too.
    return el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': `Table: ${head[0]?.replace(/:$/, '')}` }, el('table', {}, el('thead', {}, el('tr', {}, ...titles)), el('tbody', {}, ...lines)));
}
/** Text over several lines, with a button that copies it. */
function copyable(text, label, content = text) {
    return el('div', { class: 'copyable' }, el('pre', { tabindex: 0, 'aria-label': label }, el('code', {}, content)), el('button', { type: 'button', class: 'copy', 'aria-label': `Copy: ${label}` }, 'Copy'));
}

;// CONCATENATED MODULE: ./lib/report/formats/html/sql-text.js

/** Words that are marked; a list for the eye, not a grammar. */
const KEYWORDS = new Set(`ADD ALTER AND AS ASC AUTOINCREMENT BEGIN BEFORE AFTER BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT
CREATE CROSS DEFAULT DEFERRABLE DEFERRED DELETE DESC DISTINCT DROP EACH ELSE END EXCEPT EXISTS FOR FOREIGN FROM FULL
GENERATED GLOB GROUP HAVING IF IGNORE IN INDEX INITIALLY INNER INSERT INTERSECT INTO IS JOIN KEY LEFT LIKE LIMIT NATURAL NOT
NULL OF ON OR ORDER OUTER PRAGMA PRIMARY REFERENCES RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW SELECT SET STORED
STRICT TABLE THEN TO TRIGGER UNION UNIQUE UPDATE USING VALUES VIEW VIRTUAL WHEN WHERE WITH WITHOUT`.split(/\s+/));
const CLASSES = {
    comment: 'c',
    string: 's',
    number: 'm',
    unterminated: 's',
};
/** SQL with its keywords, strings, numbers and comments marked; it may begin or end in the middle of a statement. */
function sqlText(sql) {
    const parts = [];
    for (const { kind, start, end } of (0,tokens/* tokens */.LU)(sql)) {
        const text = sql.slice(start, end);
        const name = kind === 'word' && KEYWORDS.has(text.toUpperCase()) ? 'k' : CLASSES[kind];
        const shown = new Html(markupLines(text));
        parts.push(name === undefined ? shown : el('span', { class: name }, shown));
    }
    return parts;
}

;// CONCATENATED MODULE: ./lib/report/formats/html/definitions.js

/** Text longer than this is not compared line by line. */
const LONGEST = 20_000;
/** Every object whose definition differs, both side by side. */
function schemaList({ before, after, changes }, id) {
    if (before === undefined || after === undefined)
        return { id, items: [], first: 20 };
    const renamed = new Map(changes?.renames
        .filter(({ kind }) => kind === 'table')
        .map(({ from, to }) => [(0,quote/* foldName */.zN)(from), (0,quote/* foldName */.zN)(to)]));
    const pairs = new Map();
    for (const definition of definitionsOf(before.schema)) {
        const name = (0,quote/* foldName */.zN)(definition.name);
        pairs.set(`${definition.kind} ${renamed.get(name) ?? name}`, { before: definition });
    }
    for (const definition of definitionsOf(after.schema)) {
        const key = `${definition.kind} ${(0,quote/* foldName */.zN)(definition.name)}`;
        pairs.set(key, { ...pairs.get(key), after: definition });
    }
    const items = [...pairs.values()].filter((pair) => pair.before?.sql !== pair.after?.sql).map(item);
    return { id, items, first: 20 };
}
function definitionsOf({ tables, indexes, triggers, views }) {
    return [
        ...tables.map(({ name, sql }) => ({ kind: 'table', name, sql })),
        ...indexes.map(({ name, definition }) => ({ kind: 'index', name, sql: definition })),
        ...triggers.map(({ name, definition }) => ({ kind: 'trigger', name, sql: definition })),
        ...views.map(({ name, definition }) => ({ kind: 'view', name, sql: definition })),
    ];
}
function item({ before, after }) {
    const { kind, name } = (after ?? before);
    const what = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    const [left, right] = sides(inLines(before?.sql ?? ''), inLines(after?.sql ?? ''));
    return el('li', {}, el('details', { open: what === 'changed' }, el('summary', {}, el('span', { class: `badge ${what}` }, what), ` ${kind} `, el('code', {}, name)), el('div', { class: 'sides' }, side('Before', left), side('After', right))));
}
function side(title, lines) {
    const shown = lines.map(({ text, change }) => el('span', { class: change === undefined ? 'line' : `line ${change}` }, ...sqlText(text)));
    const body = lines.length === 0
        ? el('p', { class: 'note' }, 'It is not there.')
        : el('pre', { tabindex: 0, 'aria-label': title }, el('code', {}, ...shown));
    return el('div', {}, el('h3', {}, title), body);
}
function sides(before, after) {
    const linesOf = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
    if (before.length + after.length > LONGEST) {
        return [linesOf(before).map((text) => ({ text })), linesOf(after).map((text) => ({ text }))];
    }
    const left = [];
    const right = [];
    for (const { value, added, removed } of (0,line/* diffLines */.Pp)(before, after)) {
        for (const text of linesOf(value)) {
            if (added)
                right.push({ text, change: 'added' });
            else if (removed)
                left.push({ text, change: 'removed' });
            else {
                left.push({ text });
                right.push({ text });
            }
        }
    }
    return [left, right];
}
/** A definition on one line is broken at its columns, so that a difference can be seen. */
function inLines(sql) {
    const end = (text) => (text === '' ? '' : `${text}\n`);
    if (sql.includes('\n'))
        return end(sql.replaceAll('\r', ''));
    let depth = 0;
    let [text, from] = ['', 0];
    for (const { start, end: stop } of (0,tokens/* meaningfulTokens */.BE)(sql)) {
        const sign = sql.slice(start, stop);
        if (sign === ')')
            depth -= 1;
        const breaks = depth === 0 && sign === ')' && text !== '';
        if (breaks)
            [text, from] = [`${text}${sql.slice(from, start).trimEnd()}\n`, start];
        if (sign === '(')
            depth += 1;
        if (depth === 1 && (sign === ',' || sign === '(')) {
            [text, from] = [`${text}${sql.slice(from, stop).trim()}\n  `, stop];
        }
    }
    return end(`${text}${sql.slice(from).trim()}`);
}
function schemaNote({ items }) {
    return items.length === 0
        ? 'No definition differs.'
        : `${(0,numbers/* counted */.h)(items.length, 'definition')} differ${items.length === 1 ? 's' : ''}.`;
}

;// CONCATENATED MODULE: ./lib/report/formats/html/diagram.js

/** More would be no picture any more. */
const MOST_TABLES = 24;
const MOST_COLUMNS = 10;
const [WIDTH, LINE, GAP] = [190, 16, 50];
/** The tables that the migration changed, with their neighbours, and the foreign keys between them. */
function diagram(facts) {
    const boxes = placed(boxesOf(facts));
    if (boxes.length === 0)
        return undefined;
    const byName = new Map(boxes.map((box) => [(0,quote/* foldName */.zN)(box.table.name), box]));
    const edges = boxes.flatMap((box) => box.table.foreignKeys.flatMap(({ parent }) => {
        const target = byName.get((0,quote/* foldName */.zN)(parent));
        return target === undefined || target === box ? [] : [edge(box, target)];
    }));
    const width = Math.max(...boxes.map(({ x }) => x + WIDTH)) + 4;
    const height = Math.max(...boxes.map(({ y, height: own }) => y + own)) + 4;
    const label = `Tables: ${boxes.map(({ table, state }) => `${table.name} (${state})`).join(', ')}`;
    return el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Diagram of the tables' }, el('svg', {
        class: 'diagram',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        'aria-label': label,
    }, ...edges, ...boxes.map(drawn)));
}
function boxesOf({ before, after, changes }) {
    if (before === undefined || after === undefined || changes === undefined)
        return [];
    const touched = new Set(changes.objects
        .flatMap(({ kind, name, table, change }) => kind === 'table' && change !== 'removed' ? [name] : (table ?? []))
        .map(quote/* foldName */.zN));
    for (const { table, added, removed, changed } of changes.tables) {
        if (added + removed + changed > 0)
            touched.add((0,quote/* foldName */.zN)(table));
    }
    const gone = before.schema.tables.filter(({ name }) => changes.objects.some((one) => one.kind === 'table' && one.change === 'removed' && (0,quote/* sameName */.q)(one.name, name)));
    const isTouched = ({ name }) => touched.has((0,quote/* foldName */.zN)(name));
    const isNeighbour = (table) => table.foreignKeys.some(({ parent }) => touched.has((0,quote/* foldName */.zN)(parent))) ||
        after.schema.tables.some((other) => isTouched(other) && other.foreignKeys.some(({ parent }) => (0,quote/* sameName */.q)(parent, table.name)));
    const shown = after.schema.tables.filter((table) => isTouched(table) || isNeighbour(table));
    const stateOf = (table) => {
        if (changes.objects.some((one) => one.kind === 'table' && one.change === 'added' && (0,quote/* sameName */.q)(one.name, table.name)))
            return 'added';
        return isTouched(table) ? 'changed' : 'same';
    };
    return [
        ...gone.map((table) => box(table, 'removed', [])),
        ...shown
            .toSorted((left, right) => Number(isTouched(right)) - Number(isTouched(left)))
            .map((table) => box(table, stateOf(table), changes.objects)),
    ].slice(0, MOST_TABLES);
}
function box(table, state, objects) {
    const own = objects.filter((one) => one.kind === 'column' && one.table !== undefined && (0,quote/* sameName */.q)(one.table, table.name));
    const columns = [
        ...table.columns.map(({ name, type }) => ({
            text: `${name} ${type}`,
            state: own.find((one) => (0,quote/* sameName */.q)(one.name, name))?.change ?? 'same',
        })),
        ...own.filter(({ change }) => change === 'removed').map(({ name }) => ({ text: name, state: 'removed' })),
    ].toSorted((left, right) => Number(right.state !== 'same') - Number(left.state !== 'same'));
    const shown = columns.slice(0, MOST_COLUMNS);
    const rest = columns.length - shown.length;
    const all = rest > 0 ? [...shown, { text: `… ${rest} more`, state: 'same' }] : shown;
    return { table, state, columns: all, height: (all.length + 1) * LINE + 12 };
}
/** In rows, as wide as high. */
function placed(boxes) {
    const inRow = Math.max(1, Math.min(4, Math.ceil(Math.sqrt(boxes.length))));
    const found = [];
    let y = 4;
    for (let at = 0; at < boxes.length; at += inRow) {
        const row = boxes.slice(at, at + inRow);
        for (const [column, one] of row.entries())
            found.push({ ...one, x: 4 + column * (WIDTH + GAP), y });
        y += Math.max(...row.map(({ height }) => height)) + GAP;
    }
    return found;
}
function edge(from, to) {
    const centre = ({ x, y, height }) => [x + WIDTH / 2, y + height / 2];
    const [[x1, y1], [x2, y2]] = [centre(from), centre(to)];
    return el('line', { class: 'edge', x1, y1, x2, y2 });
}
const MARKS = {
    added: '+',
    removed: '−',
    changed: '~',
    renamed: '~',
    same: '',
};
function drawn({ table, state, columns, x, y, height }) {
    const short = (text) => ((0,visible/* visible */.R)(text).length > 24 ? `${(0,visible/* visible */.R)(text).slice(0, 23)}…` : text);
    const line = (text, name, at) => el('text', { class: name, x: x + 8, y: y + 16 + at * LINE }, short(text));
    return el('g', {}, el('rect', { class: `box ${state}`, x, y, width: WIDTH, height, rx: 4 }), line(`${MARKS[state] ?? ''} ${table.name}`.trim(), 'name', 0), ...columns.map(({ text, state: own }, at) => line(`${MARKS[own] ?? ''} ${text}`.trim(), own, at + 1)));
}

// EXTERNAL MODULE: ./lib/report/shared/reading.js
var reading = __webpack_require__("lib/report/shared/reading.js");
;// CONCATENATED MODULE: ./lib/report/formats/html/health-sides.js

/** The same measurements on both sides, beside each other. */
function health(facts) {
    const { before, after } = facts;
    if (before === undefined)
        return [];
    const sides = after === undefined ? [before] : [before, after];
    const row = (name, of) => [name, ...sides.map(of)];
    const rows = [
        row('integrity_check', ({ integrity }) => integrity.result),
        row('rows without a parent', ({ orphans }) => (0,numbers/* whole */.W)((0,units/* total */.X5)(orphans, (key) => key.rows))),
        row('foreign keys that SQLite cannot enforce', ({ mismatches }) => (0,numbers/* whole */.W)(mismatches.length)),
        row('views and triggers that do not compile', ({ broken }) => (0,numbers/* whole */.W)(broken.length)),
        row('search indexes that do not fit their content', ({ searchFailures }) => (0,numbers/* whole */.W)(searchFailures.length)),
        row('tables', ({ tables }) => (0,numbers/* whole */.W)(tables.length)),
        row('rows', ({ tables }) => (0,numbers/* whole */.W)((0,units/* total */.X5)(tables, ({ rows: count }) => count))),
        row('indexes', ({ schema }) => (0,numbers/* whole */.W)(schema.indexes.length)),
        row('size', ({ bytes }) => (0,units/* size */.Ej)(bytes)),
        row('user_version', ({ header }) => String(header.userVersion)),
        row('journal mode', ({ header }) => header.journalMode),
    ];
    const heads = sides.length === 2 ? ['before', 'after'] : ['found'];
    const messages = [
        ...new Set(sides.flatMap(({ integrity, unchecked }) => [
            ...integrity.messages,
            ...unchecked.map(({ check, table: name, missing }) => `${check}${name === undefined ? '' : ` of ${name}`} not checked: ${missing}`),
        ])),
    ];
    const notes = messages.length === 0 ? [] : [el('ul', {}, ...messages.map((text) => el('li', {}, text)))];
    return [table(['check', ...heads], rows), ...notes, ...required(facts)];
}
function required(facts) {
    const { before, after } = facts;
    const now = (after ?? before)?.required ?? [];
    if (now.length === 0)
        return [];
    const rows = now.map(({ table: owner, column, nulls }) => {
        const earlier = before?.required.find((one) => one.table === (0,reading/* formerTable */.ie)(facts, owner) && one.column === (0,reading/* columnBefore */.k5)(facts, owner, column));
        return [
            el('code', {}, `${owner}.${column}`),
            earlier === undefined ? '–' : (0,numbers/* whole */.W)(earlier.nulls),
            (0,numbers/* whole */.W)(nulls),
        ];
    });
    return [
        el('h3', {}, 'Columns that must have a value'),
        table(['column', 'NULLs before:', 'NULLs now:'], rows),
    ];
}

;// CONCATENATED MODULE: ./lib/report/formats/html/paged.js

function pagedList({ id, items, first }) {
    const rest = items.length - first;
    return el('div', { class: 'paged', 'data-first': first }, el('ol', { id, class: 'plain-list' }, ...items.slice(0, first)), rest <= 0
        ? undefined
        : el('p', {}, el('button', { type: 'button', class: 'more', 'aria-controls': id }, `Show more of ${(0,numbers/* whole */.W)(items.length)}`)), rest <= 0
        ? undefined
        : el('p', { class: 'only-print' }, `And ${(0,numbers/* counted */.h)(rest, 'more entry', 'more entries')}: see report.json.`));
}
/** What the lists hold beyond their first page, for the script. */
function restOf(lists) {
    const rest = lists
        .filter(({ items, first }) => items.length > first)
        .map(({ id, items, first }) => [id, items.slice(first).map(textOf)]);
    // Nothing in it may end the element.
    const json = JSON.stringify(Object.fromEntries(rest)).replaceAll('<', '\\u003c');
    return new Html(`<script type="application/json" id="rest">${json}</script>`);
}

// EXTERNAL MODULE: ./lib/report/shared/runbook.js
var runbook = __webpack_require__("lib/report/shared/runbook.js");
// EXTERNAL MODULE: ./lib/report/shared/scenario-lines.js
var scenario_lines = __webpack_require__("lib/report/shared/scenario-lines.js");
;// CONCATENATED MODULE: ./lib/report/formats/html/rehearsed-parts.js

const TITLES = {
    rerun: 'A second run',
    crash: 'A crash in the middle, and a run after it',
    rollback: 'Rollback',
    profiles: 'Other ways in which production may execute',
};
/** What else was rehearsed, and what came of it. */
function whatIf({ facts }) {
    const { scenarios } = facts;
    if (scenarios === undefined)
        return [];
    const lines = (0,scenario_lines/* scenarioLines */.O)(scenarios);
    const names = ['rerun', 'crash', 'rollback', 'profiles'];
    const points = (scenarios.crash?.points ?? []).map(({ title, outcome, stop, ...place }) => [
        title,
        el('code', {}, (0,units/* placeText */.Z9)(place)),
        outcome,
        stop?.message ?? '',
    ]);
    return [
        table(['if', 'then'], names.map((name) => [TITLES[name], lines[name]])),
        ...(points.length === 0
            ? []
            : [
                el('details', {}, el('summary', {}, (0,numbers/* counted */.h)(points.length, 'moment at which it was stopped', 'moments at which it was stopped')), table(['stopped after', 'place', 'outcome', 'the next run'], points)),
            ]),
    ];
}
/** The steps in production, each with a box to tick; nothing is stored. */
function rehearsed_parts_runbook(database) {
    const steps = (0,runbook/* runbookOf */.Y)(database).map(({ title, note, commands }) => el('li', {}, el('label', {}, el('input', { type: 'checkbox' }), ' ', el('strong', {}, title)), el('p', {}, note), ...commands.map((command) => copyable(command, `${title}: ${command}`))));
    const next = database.nextSteps.map((step) => el('li', {}, step));
    return [
        ...(next.length === 0 ? [] : [el('h3', {}, 'What to do next'), el('ol', {}, ...next)]),
        ...(steps.length === 0 ? [] : [el('h3', {}, 'Runbook'), el('ol', { class: 'runbook' }, ...steps)]),
    ];
}
/** What must be true for success; what is not comes first. */
function criteria({ criteria: all, risk }) {
    if (all.length === 0)
        return [];
    const lines = all
        .toSorted((left, right) => Number(left.met) - Number(right.met))
        .map(({ text, met }) => el('li', { class: met ? 'met' : 'unmet' }, `${met ? '✓' : '✗'} ${text}`));
    const reasons = risk.reasons.map((text) => el('li', {}, text));
    return [
        el('ul', { class: 'plain-list' }, ...lines),
        el('h3', {}, `Risk: ${risk.level}`),
        el('ul', {}, ...reasons),
    ];
}
/** The checks by hand with what was measured. */
function verification(queries) {
    if (queries.length === 0)
        return [];
    const text = queries.join('\n');
    return [el('h3', {}, 'Verify by hand'), copyable(text, 'Verification queries', sqlText(text))];
}

;// CONCATENATED MODULE: ./lib/report/formats/html/statement-bars.js

/** Of a phase; the log of the job has the others. */
const MOST = 300;
/** Where the time and the write lock went, phase by phase: each statement's bar lies where its time lay in the run. */
function statements({ rehearsal }) {
    const all = rehearsal.statements;
    if (all.length === 0 || rehearsal.outcome === 'not-run')
        return [];
    const spent = Math.max((0,units/* total */.X5)(all, ({ ms = 0 }) => ms), 0.001);
    let at = 0;
    const placed = all.map((statement) => {
        const start = at;
        at += statement.ms ?? 0;
        return { statement, start: (start / spent) * 300, width: ((statement.ms ?? 0) / spent) * 300 };
    });
    const locked = lockedStatements(all);
    const phases = [...Map.groupBy(placed, ({ statement }) => (0,reading/* phaseName */.zu)(statement))].map(([name, own]) => {
        const rows = own
            .slice(0, MOST)
            .map(({ statement, start, width }) => [
            statement.line,
            statement.title,
            statement_bars_status(statement),
            statement.ms === undefined ? '' : (0,units/* duration */.p0)(statement.ms),
            statement.rows === undefined ? '' : (0,numbers/* whole */.W)(statement.rows),
            bar(start, width, locked.has(statement)),
        ]);
        const rest = own.length > MOST ? el('p', {}, `And ${(0,numbers/* counted */.h)(own.length - MOST, 'more statement')}.`) : undefined;
        const sum = (0,units/* duration */.p0)((0,units/* total */.X5)(own, ({ statement: { ms = 0 } }) => ms));
        return el('details', { open: own.some(({ statement }) => statement.status === 'failed') || all.length <= 20 }, el('summary', {}, el('code', {}, name), ` ${(0,numbers/* counted */.h)(own.length, 'statement')}, ${sum}`), table(['line:', 'statement', 'status', 'time:', 'rows:', 'when'], rows), rest);
    });
    const note = 'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds. Dark bars hold the write lock.';
    return [...phases, el('p', { class: 'note' }, note)];
}
function statement_bars_status({ status: ended, rolledBack }) {
    const words = { done: '✓ done', failed: '✗ failed', 'not-run': '– not run' };
    return `${words[ended]}${rolledBack ? ', rolled back' : ''}`;
}
/** From the first write of a transaction to its end all other writers wait (sqlite.org/lang_transaction.html). */
function lockedStatements(all) {
    const byTransaction = Map.groupBy(all, ({ transaction }) => transaction);
    byTransaction.delete(undefined);
    const held = [...byTransaction.values()].flatMap((own) => {
        const first = own.findIndex(({ writes }) => writes === true);
        return first === -1 ? [] : own.slice(first);
    });
    return new Set(held);
}
function bar(start, width, isLocked) {
    return el('svg', { class: 'bar', viewBox: '0 0 300 12', 'aria-hidden': 'true' }, el('rect', {
        class: isLocked ? 'locked' : 'same',
        x: start.toFixed(2),
        y: 0,
        width: Math.max(width, 1).toFixed(2),
        height: 12,
    }));
}

;// CONCATENATED MODULE: ./lib/report/formats/html/table-bars.js

/** What happened to the rows of every table: those that changed first, each with its columns. */
function tableList(facts, id) {
    const all = facts.changes?.tables ?? [];
    const weight = ({ added, removed, changed }) => removed * 4 + changed * 2 + added;
    const sorted = all.toSorted((left, right) => weight(right) - weight(left));
    const items = sorted.map((one) => table_bars_item(facts, one));
    return { id, items, first: 30 };
}
function table_bars_item(facts, change) {
    const { table: name, before, after, added, removed, changed } = change;
    const former = (0,reading/* formerTable */.ie)(facts, name);
    const filledAnew = (0,reading/* backfilled */.uX)(facts, change).map((column) => ({
        ...column,
        changed: 0,
        nulled: 0,
        retyped: 0,
    }));
    const columns = [...change.columns, ...filledAnew];
    const title = former === name ? name : `${former} → ${name}`;
    const isSame = added + removed + changed + filledAnew.length === 0;
    const what = isSame
        ? 'unchanged'
        : [
            ...(removed > 0 ? [`−${(0,numbers/* whole */.W)(removed)}`] : []),
            ...(added > 0 ? [`+${(0,numbers/* whole */.W)(added)}`] : []),
            ...(changed > 0 ? [`${(0,numbers/* whole */.W)(changed)} changed`] : []),
            ...(filledAnew.length > 0
                ? [(0,numbers/* counted */.h)(filledAnew.length, 'new column filled', 'new columns filled')]
                : []),
        ].join(', ');
    const head = el('span', { class: 'table-line' }, el('code', {}, title), el('span', { class: 'n' }, `${(0,numbers/* whole */.W)(before)} → ${(0,numbers/* counted */.h)(after, 'row')}`), table_bars_bar(change), el('span', {}, what));
    if (columns.length === 0)
        return el('li', { class: isSame ? 'same' : '' }, head);
    const rows = columns.map(({ column, filled, changed: other, nulled, retyped }) => [
        el('code', {}, column),
        ...[filled, other, nulled, retyped].map(numbers/* whole */.W),
    ]);
    return el('li', {}, el('details', {}, el('summary', {}, head), table(['column', 'filled:', 'changed:', 'nulled:', 'retyped:'], rows)));
}
/** Rows that stayed, changed, went and came, as parts of all. */
function table_bars_bar({ before, after, added, removed, changed }) {
    const all = Math.max(1, before + added);
    const same = Math.max(0, before - removed - changed);
    let x = 0;
    const parts = [
        ['same', same],
        ['changed', changed],
        ['removed', removed],
        ['added', added],
    ].map(([name, rows]) => {
        const width = (rows / all) * 200;
        const part = el('rect', { class: name, x: x.toFixed(2), y: 0, width: width.toFixed(2), height: 12 });
        x += width;
        return part;
    });
    const label = `${(0,numbers/* whole */.W)(same)} the same, ${(0,numbers/* whole */.W)(changed)} changed, ${(0,numbers/* whole */.W)(removed)} removed, ${(0,numbers/* whole */.W)(added)} added; ${(0,numbers/* whole */.W)(after)} now`;
    return el('svg', { class: 'bar', viewBox: '0 0 200 12', role: 'img', 'aria-label': label }, ...parts);
}

;// CONCATENATED MODULE: ./lib/report/formats/html/database-part.js

const PARTS = [
    ['data', 'Data'],
    ['schema', 'Schema'],
    ['health', 'Health'],
    ['statements', 'Statements'],
    ['what-if', 'What if'],
    ['runbook', 'Runbook'],
    ['criteria', 'Criteria'],
];
function strip({ facts }) {
    const results = (0,shared_results/* resultsOf */.q)(facts);
    if (results.length === 0)
        return undefined;
    const items = results.map(({ title, state, text }) => el('li', { class: state }, el('b', {}, title), `${icons/* resultIcons */.Ch[state]} ${text}`));
    return el('ul', { class: 'strip', 'aria-label': 'Results' }, ...items);
}
/** Of several databases a line each; of one its results. */
function overview(record) {
    const { databases } = record;
    if (databases.length === 1)
        return databases.flatMap((database) => strip(database) ?? []);
    const { shown, others } = (0,shared_groups/* worstDatabases */.QO)(record);
    const rows = [...shown, ...others]
        .slice(0, 200)
        .map(({ verdict, facts, headline }) => [
        el('code', {}, facts.path),
        `${icons/* icons */.Pt[verdict]} ${verdict}`,
        headline,
        facts.snapshot === undefined ? '' : (0,units/* size */.Ej)(facts.snapshot.databaseBytes),
    ]);
    const rest = databases.length - rows.length;
    return [
        el('h2', {}, (0,numbers/* counted */.h)(databases.length, 'database')),
        table(['database', 'verdict', 'what it means', 'size:'], rows),
        ...(rest > 0 ? [el('p', {}, `And ${(0,numbers/* whole */.W)(rest)} more: report.json has them all.`)] : []),
    ];
}
/** All that was measured of one database. */
function databasePart(database, at, several) {
    const { facts } = database;
    const tables = tableList(facts, `tables-${at}`);
    const schema = schemaList(facts, `schema-${at}`);
    const content = {
        data: tables.items.length === 0 ? [] : [pagedList(tables)],
        schema: facts.after === undefined ? [] : [el('p', {}, schemaNote(schema)), diagram(facts), pagedList(schema)],
        health: health(facts),
        statements: statements(facts),
        'what-if': whatIf(database),
        runbook: [...rehearsed_parts_runbook(database), ...verification((0,verification_queries/* verificationQueries */.u)(facts))],
        criteria: criteria(database),
    };
    const level = several ? 'h3' : 'h2';
    const measured = PARTS.filter(([id]) => content[id].length > 0);
    const sections = measured.map(([id, title]) => el('section', { id: `${id}-${at}` }, el(level, {}, title), ...content[id]));
    const page = several
        ? el('details', { class: 'database' }, el('summary', {}, `${icons/* icons */.Pt[database.verdict]} `, el('code', {}, facts.path), ` ${database.headline}`), strip(database), ...sections)
        : new Html(sections.map(textOf).join(''));
    const links = several ? [] : measured.map(([id, title]) => ({ id: `${id}-${at}`, title }));
    return { html: page, lists: [tables, schema], links };
}

// EXTERNAL MODULE: ./lib/report/shared/allowance-text.js
var allowance_text = __webpack_require__("lib/report/shared/allowance-text.js");
// EXTERNAL MODULE: ./lib/report/shared/code-frame.js
var code_frame = __webpack_require__("lib/report/shared/code-frame.js");
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __webpack_require__("lib/report/shared/sample-lines.js");
;// CONCATENATED MODULE: ./lib/report/formats/html/finding-items.js

const WORDS = { error: 'Error', warning: 'Warning', notice: 'Notice' };
/** Findings by rule, the most severe first; of each an item of the list, its detail folded but for the first of a rule. */
function findingItems(record) {
    const several = record.databases.length > 1;
    const groups = several
        ? (0,shared_groups/* groupFindings */.kG)(record.findings)
        : record.findings.map((finding) => ({ finding, databases: [] }));
    return (0,shared_groups/* findingsByRule */.O6)(groups).flatMap(({ findings }) => findings.map((group, at) => finding_items_item(group, record, at === 0 ? findings.length : 0)));
}
/** `rank`: how many there are of the rule, for the first of them; 0 for the others. */
function finding_items_item({ finding, databases }, record, rank) {
    const { rule, severity, title, message, table = '', location, database } = finding;
    const why = record.rules.find(({ id }) => id === rule)?.why;
    const many = rank > 1 ? el('span', { class: 'count' }, (0,numbers/* counted */.h)(rank, 'finding')) : undefined;
    const place = location === undefined ? undefined : el('code', { class: 'place' }, (0,units/* placeText */.Z9)(location));
    return el('li', {
        class: `finding ${severity}`,
        'data-severity': severity,
        'data-table': table,
        'data-file': location?.file ?? '',
        'data-database': databases.length > 0 ? databases.join('\n') : database,
    }, rank === 0
        ? undefined
        : el('h3', {}, el('span', { class: 'badge' }, WORDS[severity]), ' ', title, ' ', el('code', {}, rule), many), rank === 0 || why === undefined ? undefined : el('p', { class: 'why' }, why), el('p', { class: 'message' }, message, ' ', place), databases.length === 0 ? undefined : el('p', {}, (0,shared_groups/* inDatabases */.cD)(databases)), details(finding, record, rank > 0));
}
function details(finding, record, isOpen) {
    const { remedy, query, samples = [], allowed } = finding;
    const allow = (0,allowance_text/* allowance */.n)(finding, record.rules);
    const lines = (0,code_frame/* codeFrame */.l)(finding, record.excerpts).map(({ number, text, isMarked }) => el('span', { class: isMarked ? 'line marked' : 'line' }, el('span', { class: 'number' }, `${isMarked ? '>' : ' '} ${number}`), ' ', ...sqlText(text)));
    const frame = lines.length === 0
        ? []
        : [el('pre', { class: 'frame', tabindex: 0, 'aria-label': 'The statement' }, el('code', {}, ...lines))];
    const advice = allowed === undefined
        ? el('p', { class: 'fix' }, el('strong', {}, 'Fix: '), remedy)
        : el('p', { class: 'fix' }, el('strong', {}, 'Allowed: '), allowed);
    const rows = samples.length === 0
        ? []
        : [el('ul', {}, ...samples.map((row) => el('li', {}, el('code', {}, (0,sample_lines/* sampleText */.E)(row)))))];
    const folds = [
        ...(query === undefined ? [] : [fold('SELECT that lists the rows', query)]),
        ...(allow === undefined ? [] : [fold('To allow it', allow)]),
    ];
    return isOpen || frame.length === 0
        ? [...frame, advice, ...rows, ...folds]
        : [el('details', {}, el('summary', {}, 'Statement and fix'), ...frame, advice, ...rows, ...folds)];
}
function fold(title, sql) {
    return el('details', {}, el('summary', {}, title), copyable(sql, title, sqlText(sql)));
}
/** What the list of findings can be narrowed to. */
function filters({ findings, databases }) {
    const values = (of) => [...new Set(findings.map(of))].filter((value) => value !== undefined && value !== '').sort();
    const choice = (name, label, options) => options.length < 2
        ? undefined
        : el('label', {}, label, ' ', el('select', { 'data-filter': name }, el('option', { value: '' }, 'all'), ...options.map((value) => el('option', { value }, value))));
    return el('form', { class: 'filters', role: 'search', 'aria-label': 'Filter the findings' }, choice('severity', 'Severity', values(({ severity }) => severity)), choice('table', 'Table', values(({ table }) => table)), choice('file', 'File', values(({ location }) => location?.file)), choice('database', 'Database', databases.length < 2 ? [] : databases.map(({ facts }) => facts.path)), el('label', {}, 'Text ', el('input', { type: 'search', 'data-filter': 'text' })), el('output', { class: 'found', 'aria-live': 'polite' }));
}
function findingList(record) {
    return { id: 'finding-list', items: findingItems(record), first: 30 };
}

// EXTERNAL MODULE: ./lib/report/shared/declared-items.js
var declared_items = __webpack_require__("lib/report/shared/declared-items.js");
;// CONCATENATED MODULE: ./lib/report/formats/html/page-head.js

/** The verdict as a sentence, or as numbers of several databases. */
function titleOf({ databases, verdict }) {
    const [only] = databases;
    return databases.length === 1 && only !== undefined
        ? only.headline
        : `${verdict}: ${(0,shared_groups/* verdictCounts */.US)(databases)} of ${(0,numbers/* counted */.h)(databases.length, 'database')}`;
}
/** The verdict and what it is about; it stays in sight. */
function head(record, links) {
    const { verdict, databases, declared } = record;
    const [only] = databases;
    const about = databases.length === 1 && only !== undefined ? aboutLine(only, record) : [];
    return el('header', { class: verdict }, el('h1', {}, `${icons/* icons */.Pt[verdict]} `, titleOf(record)), about.length === 0 ? undefined : el('p', {}, about.join(' · ')), declared === undefined ? undefined : declaredLine(declared), navigation(links));
}
/** What was rehearsed on what. */
function aboutLine({ facts }, { generatedAt, configFile }) {
    const { path, snapshot, before, plan } = facts;
    return [
        path,
        ...(snapshot === undefined
            ? []
            : [`snapshot ${(0,units/* age */.KW)(snapshot.modifiedAt, generatedAt)} old`, (0,units/* size */.Ej)(snapshot.databaseBytes)]),
        ...(before === undefined
            ? []
            : [
                `${(0,numbers/* counted */.h)(before.tables.length, 'table')}, ${(0,numbers/* counted */.h)((0,units/* total */.X5)(before.tables, ({ rows }) => rows), 'row')}`,
            ]),
        ...(plan === undefined
            ? []
            : [
                `${plan.layout}: ${(0,numbers/* whole */.W)(plan.applied)} applied, ${(0,numbers/* whole */.W)(plan.pending.length)} pending, profile ${plan.profile.name}`,
            ]),
        ...(configFile === undefined ? [] : [`config ${configFile}`]),
    ].filter((part) => part !== '');
}
function declaredLine(declared) {
    const { shown, others, unknown } = (0,declared_items/* shownDeclarations */.X)(declared);
    const items = shown.map(({ text, source, mark }) => el('li', {}, el('code', {}, text), source.file === '' ? '' : ` (${(0,units/* placeText */.Z9)(source)})`, mark === '' ? '' : ` ${mark}`));
    return el('details', { class: 'declared' }, el('summary', {}, `Declared: ${(0,numbers/* counted */.h)(declared.items.length, 'thing')} that this check does not look at, or judges otherwise`), el('ul', {}, ...items, others === 0 ? undefined : el('li', {}, `and ${(0,numbers/* whole */.W)(others)} more`)), unknown === '' ? undefined : el('p', {}, unknown));
}
function navigation(links) {
    if (links.length === 0)
        return undefined;
    return el('nav', { 'aria-label': 'Sections' }, ...links.map(({ id, title }) => el('a', { href: `#${id}` }, title)));
}

;// CONCATENATED MODULE: ./lib/report/formats/html/page-script.js
/**
 * The page's only script. It pages and filters the lists, copies, and opens every fold for the printer; without it the
 * page still shows the first part of each list. It runs as it stands here: no build step reads it.
 */
const script = `
'use strict';
const rest = JSON.parse(document.getElementById('rest').textContent);
const lists = [...document.querySelectorAll('.paged')].map((paged) => {
  const list = paged.querySelector('ol');
  const more = paged.querySelector('.more');
  const step = Number(paged.dataset.first);
  const own = { list, more, step, shown: step, matches: () => true, items: [...list.children] };
  more?.addEventListener('click', () => {
    const next = own.shown;
    own.shown += step;
    show(own);
    const first = list.children[next];
    if (first) { first.tabIndex = -1; first.focus(); }
  });
  return own;
});
function all(own) {
  const markup = rest[own.list.id];
  if (markup) {
    const template = document.createElement('template');
    template.innerHTML = markup.join('');
    own.items.push(...template.content.children);
    delete rest[own.list.id];
  }
  return own.items;
}
function show(own) {
  const found = all(own).filter(own.matches);
  own.list.replaceChildren(...found.slice(0, own.shown));
  if (own.more) own.more.hidden = found.length <= own.shown;
  return found.length;
}
const form = document.querySelector('.filters');
const findings = lists.find(({ list }) => list.id === 'finding-list');
function filter() {
  const wanted = [...form.querySelectorAll('[data-filter]')].map((field) => [field.dataset.filter, field.value]);
  const tests = wanted.filter(([, value]) => value !== '').map(([name, value]) => {
    if (name === 'text') { const text = value.toLowerCase(); return (item) => item.textContent.toLowerCase().includes(text); }
    return (item) => (item.dataset[name] ?? '').split('\\n').includes(value);
  });
  findings.matches = (item) => tests.every((test) => test(item));
  findings.shown = findings.step;
  const found = show(findings);
  form.querySelector('output').textContent = tests.length === 0 ? '' : found + (found === 1 ? ' finding' : ' findings');
}
if (form && findings) {
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
}
document.addEventListener('click', async (event) => {
  const button = event.target.closest('.copy');
  if (!button) return;
  const code = button.parentElement.querySelector('code');
  try { await navigator.clipboard.writeText(code.textContent); button.textContent = 'Copied'; }
  catch { getSelection().selectAllChildren(code); button.textContent = 'Selected'; }
});
addEventListener('beforeprint', () => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
`;

;// CONCATENATED MODULE: ./lib/report/formats/html/page-style.js
/** The page's only style sheet. Colours meet WCAG AA on their grounds, light and dark. */
const style = `
:root{color-scheme:light dark;--ground:#fff;--soft:#f4f5f7;--line:#d0d4da;--text:#1b1f24;--dim:#545d68;--red:#b3151d;--amber:#8a5200;--green:#176d2d;--blue:#0b57b0;--redsoft:#fde8e8;--greensoft:#e3f6e6;--ambersoft:#fdf0d8}
@media (prefers-color-scheme:dark){:root{--ground:#14171b;--soft:#1e2329;--line:#3a424c;--text:#e6e9ed;--dim:#a9b3be;--red:#ff8f8a;--amber:#f0b35a;--green:#6fd389;--blue:#80b8ff;--redsoft:#43191b;--greensoft:#17361e;--ambersoft:#3b2c10}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:8px;z-index:2}
header{position:sticky;top:0;z-index:1;background:var(--ground);border-bottom:3px solid var(--line);padding:8px 16px}
header.blocked,header.failed{border-color:var(--red)}header.warned{border-color:var(--amber)}header.cleared{border-color:var(--green)}
h1{font-size:1.3rem;line-height:1.3;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1.02rem;margin:0}h4{margin:1rem 0 .25rem}
header p{margin:.25rem 0;color:var(--dim);font-size:.9rem}
main{padding:0 16px 48px;max-width:1280px;margin:auto}
nav a{margin-right:12px;white-space:nowrap;font-size:.9rem}a{color:var(--blue)}
.strip{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:8px;margin:16px 0;padding:0;list-style:none}
.strip li{border:1px solid var(--line);border-radius:6px;padding:8px;background:var(--soft)}.strip b{display:block;font-size:.8rem;color:var(--dim)}
.strip .bad{border-color:var(--red)}.strip .attention{border-color:var(--amber)}.strip .good{border-color:var(--green)}
.filters{display:flex;flex-wrap:wrap;gap:8px 16px;margin:8px 0}.filters label{font-size:.9rem}.filters select,.filters input{font:inherit;max-width:220px;background:var(--ground);color:var(--text);border:1px solid var(--line);border-radius:4px;padding:2px 4px}
.plain-list{list-style:none;margin:0;padding:0}.plain-list>li{border:1px solid var(--line);border-radius:6px;margin:8px 0;padding:8px 12px}
.finding.error{border-left:4px solid var(--red)}.finding.warning{border-left:4px solid var(--amber)}.finding.notice{border-left:4px solid var(--blue)}
.badge{font-size:.78rem;border:1px solid currentColor;border-radius:10px;padding:0 8px;margin-right:4px}.error .badge,.badge.removed{color:var(--red)}.warning .badge,.badge.changed{color:var(--amber)}.badge.added{color:var(--green)}
.why,.note,.count{color:var(--dim);font-size:.9rem}.count{margin-left:8px}.finding p{margin:.35rem 0}.place{color:var(--dim)}
pre{background:var(--soft);padding:8px;border-radius:6px;overflow:auto;margin:6px 0;white-space:pre}
.line{display:block}.marked{background:var(--redsoft)}.line.removed{background:var(--redsoft)}.line.added{background:var(--greensoft)}.number{color:var(--dim)}
.k{color:var(--blue);font-weight:600}.s{color:var(--green)}.m{color:var(--amber)}.c{color:var(--dim);font-style:italic}
.copyable{position:relative}.copy{position:absolute;top:4px;right:4px}button{font:inherit;font-size:.85rem;color:var(--text);background:var(--ground);border:1px solid var(--line);border-radius:4px;padding:2px 8px;cursor:pointer}
:focus-visible{outline:3px solid var(--blue);outline-offset:1px}summary{cursor:pointer}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{border:1px solid var(--line);padding:3px 8px;text-align:left;vertical-align:top}th{background:var(--soft)}.n{text-align:right;font-variant-numeric:tabular-nums}
.table-line{display:inline-grid;grid-template-columns:minmax(120px,1fr) 150px 200px minmax(100px,1fr);gap:12px;align-items:center;width:calc(100% - 24px);vertical-align:top}
.bar{width:200px;height:12px}td .bar{width:300px}.bar .same{fill:var(--line)}.bar .changed{fill:var(--amber)}.bar .removed{fill:var(--red)}.bar .added{fill:var(--green)}.bar .locked{fill:var(--text)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:12px}.sides>div{min-width:0}
.diagram{max-width:none}.diagram .box{fill:var(--soft);stroke:var(--line)}.diagram .box.added{stroke:var(--green);stroke-width:2}.diagram .box.removed{stroke:var(--red);stroke-width:2}.diagram .box.changed{stroke:var(--amber);stroke-width:2}.diagram text{fill:var(--text);font:12px ui-monospace,monospace}.diagram .name{font-weight:700}.diagram text.added{fill:var(--green)}.diagram text.removed{fill:var(--red)}.diagram text.changed,.diagram text.renamed{fill:var(--amber)}.diagram .edge{stroke:var(--dim)}
.met{color:var(--green)}.unmet{color:var(--red);font-weight:600}.declared{background:var(--ambersoft);border:1px solid var(--amber);border-radius:6px;padding:8px 12px}
.only-print{display:none}[hidden]{display:none!important}footer{color:var(--dim);font-size:.85rem;margin-top:32px}
@media (max-width:700px){.table-line,.sides{grid-template-columns:1fr;gap:4px}header{position:static}h1{font-size:1.15rem}}
@media print{header{position:static}.filters,.copy,.more,nav,.skip{display:none}.only-print{display:block}pre{white-space:pre-wrap}.wide{overflow:visible}.plain-list>li{break-inside:avoid}body{font-size:12px}}
`;

;// CONCATENATED MODULE: ./lib/report/formats/html/html.js

const html = {
    file: 'report.html',
    output: 'report-html',
    title: 'To look at',
    render: renderHtml,
};
/** One page that asks for nothing else: it works from a disk, from an artifact and on paper. */
function renderHtml(record) {
    const { databases } = record;
    const several = databases.length > 1;
    const shown = several ? (0,shared_groups/* worstDatabases */.QO)(record).shown : databases;
    const findings = findingList(record);
    const parts = shown.map((database, at) => databasePart(database, at, several));
    const hasFindings = findings.items.length > 0;
    const links = [
        ...(hasFindings ? [{ id: 'findings', title: 'Findings' }] : []),
        ...parts.flatMap((part) => part.links),
    ];
    const body = el('body', {}, el('a', { class: 'skip', href: '#main' }, 'Skip to the results'), head(record, links), el('main', { id: 'main' }, ...overview(record), hasFindings &&
        el('section', { id: 'findings' }, el('h2', {}, 'Findings'), filters(record), pagedList(findings)), ...parts.map(({ html: part }) => part), footer(record)), restOf([findings, ...parts.flatMap((part) => part.lists)]), new Html(`<script>${script}</script>`));
    const page = el('html', { lang: 'en' }, documentHead(record), body);
    return `<!doctype html>\n${textOf(page)}\n`;
}
/** Nothing may be loaded, and nothing run but what stands here. */
function documentHead(record) {
    const hash = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
    const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
    return el('head', {}, el('meta', { charset: 'utf-8' }), el('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }), el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }), el('title', {}, `${titleOf(record)} · SQLite migration preflight`), new Html(`<style>${style}</style>`));
}
function footer({ generatedAt, tool, samples }) {
    const rows = {
        none: 'no value of a row is shown',
        keys: 'of rows, keys are shown (samples: keys)',
        values: 'values of rows are shown (samples: values)',
    };
    const sqlite = tool.sqlite === '' ? '' : `, SQLite ${tool.sqlite}`;
    return el('footer', {}, `${tool.name} ${tool.version}${sqlite}, Node ${tool.node}, ${generatedAt}. Only what was measured is stated; ${rows[samples]}.`);
}

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
    const { outcome, commits, commitsUnknown, leftOpen, statements, failure, unreadable } = facts;
    const { transientLosses, doubleQuotedText, peak } = facts;
    const open = leftOpen || undefined;
    return {
        outcome,
        commits: commitsUnknown ? undefined : commits,
        peak,
        leftOpen: open,
        steps: statements.map(statementOf),
        failure: failure && withStep(withoutViolation(failure)),
        unreadable,
        lostOnTheWay: transientLosses?.map(withStep),
        doubleQuotedText: doubleQuotedText && withStep(doubleQuotedText),
    };
}
/** Which rows stood in the way is told by the finding. */
function withoutViolation({ violation: _, ...failure }) {
    return failure;
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

;// CONCATENATED MODULE: ./lib/report/formats/junit/junit.js

const junit = {
    file: 'report.junit.xml',
    output: 'report-junit',
    title: 'For test reports',
    render: renderJunit,
};
/**
 * JUnit XML, as CI systems read it: a suite for each database, with a test case for each criterion of success and for
 * each rule that found something. An error fails its case, a notice or a warning passes and is told; a run that could
 * not be carried out is an `error` of the case, not a failure.
 */
function renderJunit({ databases, findings, generatedAt, tool }) {
    const own = Map.groupBy(findings, ({ database }) => database);
    const known = new Set(databases.map(({ facts }) => facts.path));
    const others = findings.filter(({ database }) => !known.has(database));
    const suites = [
        ...databases.map((database) => suiteOf(database, own.get(database.facts.path) ?? [])),
        ...(others.length === 0 ? [] : [{ name: 'Settings', seconds: 0, cases: casesOf('settings', others) }]),
    ];
    const lines = suites.flatMap(({ name, seconds, cases }) => [
        `<testsuite${attributes({ name, ...countsOf(cases), time: seconds, timestamp: generatedAt })}>`,
        ...cases.map(caseText),
        '</testsuite>',
    ]);
    const all = suites.flatMap(({ cases }) => cases);
    const head = `<testsuites${attributes({ name: tool.name, ...countsOf(all) })}>`;
    return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...lines, '</testsuites>'].join('\n')}\n`;
}
function suiteOf({ facts, criteria }, findings) {
    const name = facts.path === '' ? 'Settings' : facts.path;
    return {
        name,
        seconds: Math.round(facts.timings.total) / 1000,
        cases: [...criteria.map((criterion) => criterionCase(name, criterion)), ...casesOf(name, findings)],
    };
}
function criterionCase(suite, { text, met }) {
    const failures = met ? [] : ['not met'];
    return { classname: `${suite} criteria`, name: text, failures, errors: [], told: [] };
}
/** One case for each rule, at the place of its first finding. */
function casesOf(suite, findings) {
    return [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, own]) => {
        const place = own.find(({ location }) => location !== undefined)?.location;
        const of = (kinds) => own.filter(kinds).map(findingText);
        return {
            classname: `${suite} rules`,
            name: rule,
            file: place?.file,
            line: place?.line,
            failures: of(({ severity, kind }) => severity === 'error' && kind === 'problem'),
            errors: of(({ kind }) => kind !== 'problem'),
            told: of(({ severity, kind }) => severity !== 'error' && kind === 'problem'),
        };
    });
}
function findingText({ severity, message, remedy, location, query, samples = [], allowed }) {
    return [
        `${severity}: ${message}`,
        ...(location === undefined ? [] : [`at ${(0,units/* placeText */.Z9)(location)}`]),
        allowed === undefined ? `Fix: ${remedy}` : `Allowed: ${allowed}`,
        ...samples.map((row) => `- ${(0,sample_lines/* sampleText */.E)(row)}`),
        ...(query === undefined ? [] : [query]),
    ].join('\n');
}
function countsOf(cases) {
    const errors = cases.filter((one) => one.errors.length > 0).length;
    const failures = cases.filter((one) => one.errors.length === 0 && one.failures.length > 0).length;
    return { tests: cases.length, failures, errors };
}
/** Readers take one result for a case: what could not be carried out comes before what failed. */
function caseText({ classname, name, file, line, failures, errors, told }) {
    const result = errors.length > 0 ? 'error' : failures.length > 0 ? 'failure' : 'system-out';
    const texts = [...errors, ...failures, ...told];
    const open = `<testcase${attributes({ classname, name, file, line, time: 0 })}`;
    if (texts.length === 0)
        return `${open}/>`;
    const [first = ''] = texts;
    const message = result === 'system-out' ? {} : { message: first.split('\n')[0], type: name };
    const body = markupLines(texts.join('\n\n'));
    return `${open}>\n<${result}${attributes(message)}>${body}</${result}>\n</testcase>`;
}

// EXTERNAL MODULE: ./lib/report/formats/markdown/markdown.js
var markdown = __webpack_require__("lib/report/formats/markdown/markdown.js");
;// CONCATENATED MODULE: ./lib/report/formats/sarif/sarif.js

const sarif = {
    file: 'report.sarif',
    output: 'report-sarif',
    title: 'For code scanning',
    render: renderSarif,
};
const LEVELS = {
    error: 'error',
    warning: 'warning',
    notice: 'note',
};
/** GitHub takes 25,000 results of a run, and drops a file with more (docs.github.com, SARIF support for code scanning). */
const sarif_MOST = 5000;
/**
 * SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): a result for each finding, the rules' own texts as help, what is
 * allowed as a suppressed result. A fingerprint holds no line, so that a finding stays the same when lines move.
 */
function renderSarif({ findings, rules, tool, databases, excerpts }) {
    const shown = findings.slice(0, sarif_MOST);
    const fallback = databases.flatMap(({ facts }) => facts.plan?.pending.map(({ file }) => file) ?? [])[0];
    const log = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(ruleOf) } },
                columnKind: 'utf16CodeUnits',
                results: shown.map((finding) => resultOf(finding, { rules, excerpts, fallback })),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function ruleOf({ id, title, why, remedy }) {
    return {
        id,
        shortDescription: { text: title },
        fullDescription: { text: why },
        help: { text: `${why} ${remedy}`, markdown: `${why}\n\n**Fix:** ${remedy}` },
    };
}
function resultOf(finding, { rules, excerpts, fallback }) {
    const { rule, severity, message, remedy, database, location, allowed } = finding;
    const where = database === '' ? '' : ` (${database})`;
    const file = location?.file ?? fallback;
    return {
        ruleId: rule,
        ruleIndex: rules.findIndex(({ id }) => id === rule),
        level: LEVELS[severity],
        message: {
            text: (0,visible/* visible */.R)(`${message}${where} ${allowed === undefined ? remedy : `Allowed: ${allowed}`}`),
        },
        locations: file === undefined ? [] : [placeOf(file, location?.line, excerpts)],
        partialFingerprints: { 'finding/v1': fingerprintOf(finding) },
        ...(allowed !== undefined && { suppressions: [{ kind: 'inSource', justification: (0,visible/* visible */.R)(allowed) }] }),
    };
}
function placeOf(file, line, excerpts) {
    const excerpt = excerpts.find((one) => one.file === file && one.line === line);
    const text = line === undefined ? undefined : excerpt?.lines[line - excerpt.first];
    return {
        physicalLocation: {
            artifactLocation: {
                uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/'),
                uriBaseId: '%SRCROOT%',
            },
            region: { startLine: line ?? 1, ...(text !== undefined && { snippet: { text } }) },
        },
    };
}
/** What makes a finding the same one in another commit. */
function fingerprintOf({ rule, database, table, columns, object, location }) {
    const parts = JSON.stringify([rule, database, table, columns, object, location?.file]);
    return (0,external_node_crypto_.createHash)('sha256').update(parts).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./lib/report/formats/index.js

/** Every report file, in the order in which people are told of them. A format is its file, this line and its test. */
const formats = [markdown/* markdown */.wD, html, json, junit, sarif];


/***/ }),

/***/ "lib/report/formats/markdown/markdown.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dl: () => (/* binding */ DETAILS),
  wD: () => (/* binding */ markdown),
  Gc: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./lib/text/numbers.js
var text_numbers = __webpack_require__("lib/text/numbers.js");
// EXTERNAL MODULE: ./lib/report/shared/escape.js
var shared_escape = __webpack_require__("lib/report/shared/escape.js");
// EXTERNAL MODULE: ./lib/report/shared/icons.js
var icons = __webpack_require__("lib/report/shared/icons.js");
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
    return sentences.map((sentence, at) => `${at + 1}. ${(0,shared_escape/* prose */.CS)(sentence)}`).join('\n');
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
var units = __webpack_require__("lib/report/shared/units.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/assessment.js

/** The level of the risk and the measured reasons for it. */
function riskSection({ risk }) {
    if (risk.level === 'unknown')
        return undefined;
    return { title: `Risk: ${risk.level}`, body: bullets(risk.reasons.map(shared_escape/* words */.aL)) };
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
    const lines = missedFirst.map((criterion) => `${criterion.met ? TICK : CROSS} ${(0,shared_escape/* words */.aL)(criterion.text)}`);
    return { title: `Success criteria: ${met} of ${criteria.length} met`, body: bullets(lines) };
}

// EXTERNAL MODULE: ./lib/facts/database.js
var database = __webpack_require__("lib/facts/database.js");
// EXTERNAL MODULE: ./lib/report/shared/declared-items.js
var declared_items = __webpack_require__("lib/report/shared/declared-items.js");
// EXTERNAL MODULE: ./lib/report/shared/reading.js
var reading = __webpack_require__("lib/report/shared/reading.js");
// EXTERNAL MODULE: ./lib/report/shared/results.js
var shared_results = __webpack_require__("lib/report/shared/results.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/decision.js

/** The first lines: the recommendation, what was rehearsed on what, what came of it, and the risk. */
function decision({ facts, recommendation, risk, criteria }, run = {}) {
    const lines = [databaseLine(facts), ...rehearsalLine(facts), ...settingsLines(run), ...resultLines(facts)];
    const met = criteria.filter((criterion) => criterion.met).length;
    if (criteria.length > 0)
        lines.push(`**Success criteria:** ${met} of ${criteria.length} met`);
    if (risk.level !== 'unknown')
        lines.push(`**Risk:** ${risk.level}`);
    return paragraphs(`**${(0,shared_escape/* words */.aL)(recommendation)}**`, strip(facts), bullets(lines));
}
/** The questions that every reader asks, with their answers, side by side. */
function strip(facts) {
    const results = (0,shared_results/* resultsOf */.q)(facts);
    if (results.length === 0)
        return '';
    return table(results.map(({ title }) => title), [results.map(({ state, text }) => `${icons/* resultIcons */.Ch[state]} ${(0,shared_escape/* words */.aL)(text)}`)]);
}
/** Which file the settings come from: another one than was meant would check less. And what makes this check look away. */
function settingsLines({ configFile, declared, }) {
    return [
        ...(configFile === undefined ? [] : [`**Config file:** ${(0,shared_escape/* code */.aY)(configFile)}`]),
        ...(declared === undefined ? [] : [`**Declared:** ${declaredText(declared)}`]),
    ];
}
function declaredText(declared) {
    const { shown, others, unknown } = (0,declared_items/* shownDeclarations */.X)(declared);
    const items = shown.map(({ text, source, mark }) => {
        const place = source.file === '' ? '' : ` (${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(source))})`;
        return `${(0,shared_escape/* code */.aY)(text)}${place}${mark === '' ? '' : ` *${mark}*`}`;
    });
    const more = others === 0 ? [] : [`and ${(0,text_numbers/* whole */.W)(others)} more`];
    return [...items, ...more, ...(unknown === '' ? [] : [(0,shared_escape/* words */.aL)(unknown)])].join('; ');
}
function databaseLine({ path, snapshot, before }) {
    const parts = [path === '' ? 'none given' : (0,shared_escape/* code */.aY)(path)];
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
        return [`**Rehearsal:** the command ${(0,reading/* endOf */.pJ)(facts)}; ${(0,reading/* commandCommits */.Ef)(facts)}${recorded}`];
    }
    if (plan === undefined)
        return [];
    const { profile, pending } = plan;
    const { outcome, statements } = rehearsal;
    const how = `profile ${(0,shared_escape/* code */.aY)(profile.name)}, foreign keys ${profile.foreignKeys ? 'on' : 'off'}`;
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
    const place = last === undefined || last.file === '' ? '' : ` at ${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(last))}`;
    return `${place}; ${(0,text_numbers/* counted */.h)((0,reading/* keptStatements */.xN)(rehearsal).length, 'statement stays', 'statements stay')} applied`;
}
/** What happened to the data: the proof that the reader came for. */
function resultLines(facts) {
    const { changes, rehearsal, before, after } = facts;
    if ((0,database/* isHealthCheck */.v)(facts) && before !== undefined) {
        return [`**Health:** integrity ${before.integrity.result}, orphans ${orphans(before)}`];
    }
    if (changes === undefined || rehearsal.outcome !== 'done' || before === undefined || after === undefined)
        return [];
    const lines = [`**Data:** ${dataLine(facts, changes)}; orphans ${orphans(before)} → ${orphans(after)}`];
    const objects = (0,reading/* objectCounts */.eD)(changes.objects);
    return objects.length === 0 ? lines : [...lines, `**Schema:** ${objects.join(', ')}`];
}
/** What differs, in numbers, and what does not, in words. */
function dataLine(facts, { tables, unchecked }) {
    const rows = parted('row', [
        ['added', (0,units/* total */.X5)(tables, ({ added }) => added)],
        ['removed', (0,units/* total */.X5)(tables, ({ removed }) => removed)],
    ]);
    const cells = parted('value', reading/* WAYS */.dk.map((way) => [way, (0,reading/* valuesOf */.sm)(facts, way)]));
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
    return (0,reading/* wasMeasured */.su)(side, 'orphans') ? found : `${found} (not every table could be checked)`;
}

// EXTERNAL MODULE: ./lib/report/shared/allowance-text.js
var allowance_text = __webpack_require__("lib/report/shared/allowance-text.js");
// EXTERNAL MODULE: ./lib/report/shared/code-frame.js
var code_frame = __webpack_require__("lib/report/shared/code-frame.js");
// EXTERNAL MODULE: ./lib/report/shared/groups.js
var shared_groups = __webpack_require__("lib/report/shared/groups.js");
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __webpack_require__("lib/report/shared/sample-lines.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/findings.js

/** Rules told in the open; the others are a fold away. */
const OPEN_RULES = 10;
/** Findings of a rule told in full; a report of thousands helps nobody. */
const MOST = 100;
/** Why it was decided so, rule by rule: errors and warnings in the open, notices folded. `level` is that of the heading. */
function findingList(groups, texts, level) {
    const rules = (0,shared_groups/* findingsByRule */.O6)(groups);
    const open = rules.filter(({ severity }) => severity !== 'notice');
    const notices = rules.filter(({ severity }) => severity === 'notice');
    const rest = open.slice(OPEN_RULES);
    const why = open.length === 0 ? [] : [`${level} Why`, list(open.slice(0, OPEN_RULES), texts)];
    const folds = [
        ...(rest.length === 0 ? [] : [{ title: `${countOf(rest)} more`, body: list(rest, texts) }]),
        ...(notices.length === 0
            ? []
            : [{ title: (0,text_numbers/* counted */.h)(sizeOf(notices), 'notice'), body: list(notices, texts) }]),
    ];
    return [...why, ...folds.map(folded)];
}
function sizeOf(rules) {
    return rules.reduce((sum, { findings }) => sum + findings.length, 0);
}
function countOf(rules) {
    return (0,text_numbers/* counted */.h)(sizeOf(rules), 'finding');
}
function list(rules, texts) {
    const findings = rules.flatMap((own) => own.findings);
    const reachesBack = findings.some(({ finding }) => finding.query?.includes(' before."'));
    const how = reachesBack ? [HOW_TO_REACH_BACK] : [];
    return [...rules.map((own) => ruleText(own, texts)), ...how].join('\n\n');
}
/** A copy: to open a database in WAL mode can change it. */
const HOW_TO_REACH_BACK = `Queries with ${(0,shared_escape/* code */.aY)('before.')} run in the migrated database, after ${(0,shared_escape/* code */.aY)("ATTACH 'copy-of-the-snapshot.db' AS before;")}.`;
function ruleText({ severity, rule, title, findings }, texts) {
    const [first, ...others] = findings;
    if (first === undefined)
        return '';
    const many = others.length === 0 ? '' : `, ${(0,text_numbers/* whole */.W)(findings.length)}`;
    const head = `- ${icons/* severityIcons */.iE[severity]} **${(0,shared_escape/* words */.aL)(title)}** (${(0,shared_escape/* code */.aY)(rule)}${many}${placeOf(first.finding)})<br>`;
    const shown = others.slice(0, MOST - 1).map((group) => furtherText(group, first.finding));
    const rest = findings.length - MOST;
    const more = rest > 0 ? [`  - And ${(0,text_numbers/* whole */.W)(rest)} more: report.json has them all.`] : [];
    const also = shown.length === 0 ? [] : [['  The others:', ...shown, ...more].join('\n')];
    return [`${head}\n${firstText(first, texts)}`, ...also].join('\n\n');
}
function placeOf({ location }) {
    return location === undefined ? '' : `, ${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(location))}`;
}
function advice({ allowed, remedy }) {
    return allowed === undefined ? (0,shared_escape/* prose */.CS)(remedy) : `Allowed: ${(0,shared_escape/* words */.aL)(allowed)}`;
}
/** With the lines at fault, what lists the rows, and what would allow it. */
function firstText({ finding, databases }, texts) {
    const { message, query, samples = [] } = finding;
    const lines = [
        `  ${(0,shared_escape/* words */.aL)(message)}<br>`,
        ...(databases.length === 0 ? [] : [`  ${(0,shared_groups/* inDatabases */.cD)(databases, shared_escape/* code */.aY)}<br>`]),
        `  → ${advice(finding)}`,
    ];
    if (samples.length > 0)
        lines.push('', ...samples.map((row) => `  - ${(0,shared_escape/* code */.aY)((0,sample_lines/* sampleText */.E)(row))}`));
    const frame = (0,code_frame/* frameText */.R)((0,code_frame/* codeFrame */.l)(finding, texts.excerpts));
    const allow = (0,allowance_text/* allowance */.n)(finding, texts.rules);
    const blocks = [
        ...(frame.length === 0 ? [] : [(0,shared_escape/* codeBlock */.DV)(frame.join('\n'), 'sql')]),
        ...(query === undefined ? [] : [sqlFold('The rows concerned', query)]),
        ...(allow === undefined ? [] : [sqlFold('To allow it', allow)]),
    ];
    // Indented, a block belongs to the list item.
    return [lines.join('\n'), ...blocks.map((block) => block.replace(/^(?=.)/gm, '  '))].join('\n\n');
}
function sqlFold(title, sql) {
    return folded({ title, body: (0,shared_escape/* codeBlock */.DV)(sql, 'sql') });
}
/** In a line; what is as for the first is not said again. */
function furtherText({ finding, databases }, first) {
    const where = databases.length === 0 ? '' : ` ${(0,shared_groups/* inDatabases */.cD)(databases, shared_escape/* code */.aY)}`;
    const same = finding.remedy === first.remedy && finding.allowed === first.allowed;
    const at = finding.location === undefined ? '' : ` (${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(finding.location))})`;
    return `  - ${(0,shared_escape/* words */.aL)(finding.message)}${at}${where}${same ? '' : ` → ${advice(finding)}`}`;
}

// EXTERNAL MODULE: ./lib/facts/rehearsal/rehearsal.js
var rehearsal = __webpack_require__("lib/facts/rehearsal/rehearsal.js");
// EXTERNAL MODULE: ./lib/report/shared/runbook.js
var runbook = __webpack_require__("lib/report/shared/runbook.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/guide.js

/** Backup, and the command of the shell where the profile is the shell's. */
function beforeYouExecute(database) {
    const { snapshot, timings } = database.facts;
    const steps = (0,runbook/* runbookOf */.Y)(database).filter(({ title }) => title !== 'Roll back');
    if (steps.length === 0 || snapshot === undefined)
        return undefined;
    const advice = [
        'On the machine of the database; its path there may be another.',
        'Keep the backup until the application has run on the migrated database for some days, and a copy of it on another disk.',
        `It takes about ${(0,units/* size */.Ej)(snapshot.databaseBytes)}.`,
        ...diskAdvice(database.facts),
        ...(timings.rehearsal === undefined ? [] : [`The rehearsal took ${(0,units/* duration */.p0)(timings.rehearsal)}.`]),
    ];
    return { title: 'Before you execute', body: paragraphs(shellBlock(steps), advice.join(' ')) };
}
function diskAdvice({ before, rehearsal: { peak } }) {
    const bytes = peak === undefined || before === undefined ? 0 : (0,rehearsal/* extraWhileItRuns */.l)(peak, before.bytes);
    return bytes === 0 ? [] : [`While it runs, the migration needs up to ${(0,units/* size */.Ej)(bytes)} more on the disk.`];
}
/** Back to the backup. */
function rollback(database) {
    const steps = (0,runbook/* runbookOf */.Y)(database).filter(({ title }) => title === 'Roll back');
    if (steps.length === 0)
        return undefined;
    const note = `${rehearsed(database.facts)} What is written after the backup is lost by it. The row counts to find again are under Data volume.`;
    return { title: 'Rollback', body: paragraphs(shellBlock(steps), note) };
}
function shellBlock(steps) {
    const lines = steps.flatMap(({ title, note, commands }) => [`# ${title}. ${note}`, ...commands]);
    return (0,shared_escape/* codeBlock */.DV)(lines.join('\n'), 'sh');
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
        const damage = side.integrity.messages.map(shared_escape/* words */.aL);
        const texts = [...damage, ...side.mismatches.map(mismatchNote), ...side.unchecked.map(degradedNote)];
        return texts.map((text) => ({ name, text }));
    });
    return [...Map.groupBy(all, ({ text }) => text)].map(([text, where]) => where.length < sides.length ? `${where[0]?.name}: ${text}` : text);
}
function checks(facts, sides) {
    const line = (name, of) => [name, ...sides.map(of)];
    return [
        line('integrity_check', integrity),
        line('rows without a parent', (side) => ticked((0,units/* total */.X5)(side.orphans, ({ rows }) => rows), (0,reading/* wasMeasured */.su)(side, 'orphans'))),
        ...orphanLines(facts, sides),
        line('foreign keys that SQLite cannot enforce', ({ mismatches }) => ticked(mismatches.length)),
        line('views and triggers that do not compile', (side) => ticked(side.broken.length, (0,reading/* wasMeasured */.su)(side, 'schema'))),
        ...searchLine(sides),
        ...queryLines(sides),
        ...statementLine(sides),
        line('user_version', ({ header }) => String(header.userVersion)),
        line('journal mode', ({ header }) => (0,shared_escape/* words */.aL)(header.journalMode)),
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
    const name = ({ table: child, columns, parent, declared }, of) => `${(0,shared_escape/* code */.aY)(`${of(child)}(${columns.join(', ')}) → ${of(parent)}`)}${configured(declared)}`;
    const named = sides.map((side) => {
        const of = side === facts.before ? later : (own) => own;
        const keys = new Map(side.orphans.map((entry) => [name(entry, of), entry.rows]));
        return { keys, complete: (0,reading/* wasMeasured */.su)(side, 'orphans') };
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
        `rows of the query ${(0,shared_escape/* code */.aY)(id)}`,
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
    const told = sides.some((side) => side.searchFailures.length > 0 || !(0,reading/* wasMeasured */.su)(side, 'search'));
    if (!told)
        return [];
    const cells = sides.map((side) => ticked(side.searchFailures.length, (0,reading/* wasMeasured */.su)(side, 'search')));
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
    return `${(0,shared_escape/* code */.aY)(key)} cannot be enforced: ${CAUSES[cause]}; ${(0,text_numbers/* counted */.h)(rows, 'row')} with a key`;
}
function degradedNote({ check, table: owner, object, missing }) {
    const what = object === undefined ? check : `${check} ${(0,shared_escape/* code */.aY)(object)}`;
    return `${CAUTION} ${what}${owner === undefined ? '' : ` of ${(0,shared_escape/* code */.aY)(owner)}`} not checked: ${(0,shared_escape/* words */.aL)(missing)}`;
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
        const lines = before.tables.map((entry) => [(0,shared_escape/* code */.aY)(entry.table), (0,text_numbers/* whole */.W)(entry.rows)]);
        return { title: 'Data volume', body: paragraphs(table(['table', 'rows:'], lines), fileLine(facts)) };
    }
    const former = new Map(after.tables.map((entry) => [entry.table, (0,reading/* formerTable */.ie)(facts, entry.table)]));
    const renamed = new Set(former.values());
    const kept = after.tables.map(({ table: name }) => {
        const from = former.get(name) ?? name;
        const shown = from === name ? (0,shared_escape/* code */.aY)(name) : `${(0,shared_escape/* code */.aY)(from)} → ${(0,shared_escape/* code */.aY)(name)}`;
        return [shown, rows(before, from), rows(after, name)];
    });
    const gone = before.tables
        .filter(({ table: name }) => !renamed.has(name))
        .map(({ table: name }) => [(0,shared_escape/* code */.aY)(name), rows(before, name), '–']);
    const body = table(['table', 'rows before:', 'rows after:'], [...kept, ...gone]);
    return { title: 'Data volume', body: paragraphs(body, fileLine(facts)) };
}
function fileLine({ snapshot, after }) {
    if (snapshot === undefined)
        return '';
    const { bytes, pageSize, journalMode, sha256, sidecars } = snapshot;
    const beside = sidecars.map(({ suffix, bytes: more }) => `, with its ${(0,shared_escape/* code */.aY)(suffix)} (${(0,text_numbers/* whole */.W)(more)} bytes)`);
    const migrated = after === undefined ? '' : ` Migrated: ${(0,text_numbers/* whole */.W)(after.bytes)} bytes.`;
    return `Snapshot: ${(0,text_numbers/* whole */.W)(bytes)} bytes, pages of ${(0,text_numbers/* whole */.W)(pageSize)}, journal mode ${journalMode}, sha256 ${(0,shared_escape/* code */.aY)(sha256)}${beside.join('')}.${migrated}`;
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
        const issue = failed === undefined ? (0,shared_escape/* words */.aL)(message) : `${(0,shared_escape/* words */.aL)(failed.message)} (${(0,shared_escape/* code */.aY)(failed.code)})`;
        const where = location === undefined ? [] : [`Where: ${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(location))}`];
        return nested(`${icons/* severityIcons */.iE[severity]} ${issue}`, [...where, `Resolution: ${(0,shared_escape/* prose */.CS)(remedy)}`]);
    });
    return { title: 'Known issues met', body: bullets(items) };
}

// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __webpack_require__("lib/sql/quote.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/object-list.js

/** A line for each kind of object and way of change, with the names. */
function objectLines(objects) {
    const groups = Map.groupBy(objects, ({ kind, change }) => `${kind} ${change}`);
    return [...groups.values()].map((group) => {
        const { kind, change } = group[0];
        return `${(0,text_numbers/* counted */.h)(group.length, ...(0,reading/* kindWords */.Gk)(kind))} ${change}: ${listed(group.map(shown))}`;
    });
}
function shown(object) {
    const { kind, from, held, change } = object;
    const former = from === undefined ? '' : `${(0,shared_escape/* code */.aY)(from)} → `;
    return `${former}${(0,shared_escape/* code */.aY)(fullName(object))}${heldText(kind, change, held)}`;
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
    const phases = [...Map.groupBy(statements, reading/* phaseName */.zu)].map(([name, own]) => ({
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
            ...(empty.includes(file) ? [`${(0,shared_escape/* code */.aY)(file)}: no statement`] : []),
        ]),
        rest: objects.filter((object) => owners.get(object) === undefined),
    };
}
function item(phase, owners) {
    const made = [...owners].filter(([, owner]) => owner === phase).map(([object]) => object);
    const lines = [...objectLines(made), ...rowLines(stayed(phase.statements))];
    return nested(`${(0,shared_escape/* code */.aY)(phase.name)}: ${progress(phase.statements)}`, lines);
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
        const tables = [...Map.groupBy(own, ({ name }) => name)].map(([name, entries]) => `${(0,shared_escape/* code */.aY)(name)} ${(0,text_numbers/* whole */.W)((0,units/* total */.X5)(entries, ({ rows }) => rows))}`);
        return `rows ${WORDS[verb]}: ${listed(tables)}`;
    });
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/modified.js

/** What the migration did, phase by phase as executed, and in the end as compared. */
function modified(facts) {
    const { plan, command, rehearsal, changes } = facts;
    if ((plan ?? command) === undefined || changes === undefined)
        return undefined;
    const { items, rest } = phasesOf(plan?.pending ?? [], rehearsal.statements, changes.objects);
    // Of a command no statement is known.
    const lead = command === undefined ? 'Named by no statement:\n\n' : '';
    const others = rest.length === 0 ? '' : `${lead}${bullets(objectLines(rest))}`;
    const title = rehearsal.outcome === 'done' ? 'What was modified' : 'What stays modified after the failure';
    return { title, body: paragraphs(bullets(items), others, content(facts, changes)) };
}
const KINDS = ['filled', 'changed', 'nulled', 'retyped'];
/** Rows and values of the tables that are on both sides. */
function content(facts, { tables, unchecked }) {
    const unread = unchecked.filter(({ check }) => check === 'content' || check === 'rows');
    const compared = tables.filter(({ table: name }) => !unread.some((note) => (0,quote/* sameName */.q)(note.table ?? '', name)));
    const isChanged = ({ added, removed, changed }) => added + removed + changed > 0;
    const touched = tables.filter((entry) => isChanged(entry) || (0,reading/* backfilled */.uX)(facts, entry).length > 0);
    const same = compared.filter((entry) => !isChanged(entry)).length;
    const note = `${(0,text_numbers/* counted */.h)(same, 'table')} with every row and value unchanged, in the columns of both sides (compared exactly: storage class and bytes).`;
    const gaps = unchecked.map(({ check, table: name, missing }) => `${CAUTION} ${check}${name === undefined ? '' : ` of ${(0,shared_escape/* code */.aY)(name)}`} not compared: ${(0,shared_escape/* words */.aL)(missing)}`);
    return paragraphs(touched.length === 0 ? '' : changedTables(facts, touched), note, bullets(gaps));
}
function changedTables(facts, touched) {
    const head = ['table', 'rows before:', 'after:', 'added:', 'removed:', 'changed:', 'values', 'proof'];
    const rows = touched.map((entry) => {
        const { table: name, before, after, added, removed, changed, columns, proof } = entry;
        const numbers = [before, after, added, removed, changed].map(text_numbers/* whole */.W);
        const filled = (0,reading/* backfilled */.uX)(facts, entry).map((one) => `${(0,shared_escape/* code */.aY)(one.column)} ${(0,text_numbers/* whole */.W)(one.filled)} filled (new)`);
        return [(0,shared_escape/* code */.aY)(name), ...numbers, [...columns.map(valueText), ...filled].join('; '), proof];
    });
    return table(head, rows);
}
function valueText(change) {
    const found = KINDS.filter((kind) => change[kind] > 0).map((kind) => `${(0,text_numbers/* whole */.W)(change[kind])} ${kind}`);
    return `${(0,shared_escape/* code */.aY)(change.column)} ${found.join(', ')}`;
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
    const earlier = facts.before?.required.find((entry) => entry.table === (0,reading/* formerTable */.ie)(facts, owner) && entry.column === (0,reading/* columnBefore */.k5)(facts, owner, column));
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
    const known = new Set(after.required.map(({ table: owner, column }) => JSON.stringify([(0,reading/* formerTable */.ie)(facts, owner), (0,reading/* columnBefore */.k5)(facts, owner, column)])));
    return (facts.before?.required ?? [])
        .filter(({ table: owner, column }) => !known.has(JSON.stringify([owner, column])))
        .map((entry) => [required_values_name(entry), (0,text_numbers/* whole */.W)(entry.nulls), '–', '–', `${CROSS} not measured after`]);
}
function required_values_name({ table: owner, column }) {
    return (0,shared_escape/* code */.aY)(`${owner}.${column}`);
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/statement-log.js

const STATUSES = { done: `${TICK} done`, failed: `${CROSS} failed`, 'not-run': '– not run' };
/** Every statement with its line, status, time and rows, phase by phase. */
function statementLog({ rehearsal }) {
    const { statements, outcome } = rehearsal;
    if (statements.length === 0 || outcome === 'not-run')
        return undefined;
    const phases = [...Map.groupBy(statements, reading/* phaseName */.zu)].map(([name, own]) => `In ${(0,shared_escape/* code */.aY)(name)}:\n\n${logOf(own)}`);
    const note = 'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
    return { title: 'Statement log', body: paragraphs(...phases, note) };
}
function logOf(statements) {
    const rows = statements.map((statement) => [
        String(statement.line),
        (0,shared_escape/* words */.aL)(statement.title),
        `${STATUSES[statement.status]}${statement.rolledBack ? ', rolled back' : ''}`,
        statement.ms === undefined ? '' : (0,units/* duration */.p0)(statement.ms),
        statement.rows === undefined ? '' : (0,text_numbers/* whole */.W)(statement.rows),
    ]);
    return table(['line:', 'statement', 'status', 'time:', 'rows:'], rows);
}

// EXTERNAL MODULE: ./lib/report/shared/scenario-lines.js
var scenario_lines = __webpack_require__("lib/report/shared/scenario-lines.js");
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
        `The command ${(0,reading/* endOf */.pJ)(facts)}.`,
        ...(copy === undefined ? [] : [COPIES[copy]]),
        `Counted from the file: ${(0,reading/* commandCommits */.Ef)(facts)} with a change.`,
        longestWriteMs === undefined
            ? 'How long it held the write lock was not measured: a rollback journal shows it, and none was seen (under WAL there is none).'
            : `Longest write lock: ${(0,units/* duration */.p0)(longestWriteMs)} at least, by how long the rollback journal was seen.`,
        ...(snapshotTouched ? ['The snapshot itself is another one than before the command.'] : []),
        ...recorded.map(({ tool, table, ids }) => `${(0,shared_escape/* words */.aL)(tool)} recorded in ${(0,shared_escape/* code */.aY)(table)}: ${listed(ids.map((id) => (0,shared_escape/* code */.aY)(id)))}.`),
        ...facts.incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${(0,shared_escape/* words */.aL)(detail)}`),
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
        ...incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${(0,shared_escape/* words */.aL)(detail)}`),
        ...beyond(facts),
    ];
    return { title: 'Script validation', body: bullets(lines) };
}
/** What else was rehearsed; every stop of the crash by itself. */
function beyond({ scenarios }) {
    if (scenarios === undefined)
        return ['A second run, the rollback and a crash: not rehearsed.'];
    const { profiles, rerun, rollback, crash } = (0,scenario_lines/* scenarioLines */.O)(scenarios);
    const points = scenarios.crash?.points ?? [];
    const stops = points.map(({ title, outcome, stop, ...place }) => `${(0,shared_escape/* words */.aL)(title)} (${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(place))}): ${outcome}${stop === undefined ? '' : `, ${(0,shared_escape/* words */.aL)(stop.message)}`}`);
    const crashed = `A crash in the middle, and a run after it: ${(0,shared_escape/* words */.aL)(crash)}`;
    return [
        `Other ways in which production may execute: ${(0,shared_escape/* words */.aL)(profiles)}.`,
        `A second run: ${(0,shared_escape/* words */.aL)(rerun)}.`,
        `Rollback: ${(0,shared_escape/* words */.aL)(rollback)}.`,
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
        const place = failure.file === '' ? '' : `, ${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(failure))}`;
        const during = DURING[failure.during];
        const about = failure.code === '' ? `${during}${place}` : `${(0,shared_escape/* code */.aY)(failure.code)}${place}${during}`;
        return [`Error: ${(0,shared_escape/* words */.aL)(failure.message)} (${about}).`, kept(rehearsal)];
    }
    if (outcome === 'done')
        return ['No statement failed.'];
    const running = statements.find(({ status }) => status === 'failed');
    const where = running === undefined ? '' : ` in ${(0,shared_escape/* words */.aL)(running.title)} (${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(running))})`;
    const how = outcome === 'timeout' ? 'Stopped at the deadline' : `The rehearsal ended as ${outcome}`;
    return [`${how}${where}.`, kept(rehearsal)];
}
/** The report's statement log has them all. */
const validation_MOST = 40;
function kept(rehearsal) {
    const stays = (0,reading/* keptStatements */.xN)(rehearsal);
    if (stays.length === 0)
        return 'After that nothing stays applied.';
    const names = stays
        .slice(0, validation_MOST)
        .map((statement) => `${(0,shared_escape/* words */.aL)(statement.title)} (${(0,shared_escape/* code */.aY)((0,units/* placeText */.Z9)(statement))})`);
    const rest = stays.length > validation_MOST ? [`and ${stays.length - validation_MOST} more`] : [];
    const title = (0,text_numbers/* counted */.h)(stays.length, 'statement stays', 'statements stay');
    return nested(`After that ${title} applied:`, [...names, ...rest]);
}

// EXTERNAL MODULE: ./lib/report/shared/verification-queries.js
var verification_queries = __webpack_require__("lib/report/shared/verification-queries.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/verification.js

/** The same checks by hand, with the results of the rehearsal. */
function verification(facts) {
    const queries = (0,verification_queries/* verificationQueries */.u)(facts);
    if (queries.length === 0)
        return undefined;
    const isWhole = queries.every((query) => query.includes('; -- '));
    const silence = isWhole ? '' : '; after what has more to say than a line, or could not be checked, nothing';
    const note = `After each stands what was measured ${(0,database/* isHealthCheck */.v)(facts) ? 'here' : 'after the rehearsal'}${silence}.`;
    return { title: 'Verification by hand', body: paragraphs((0,shared_escape/* codeBlock */.DV)(queries.join('\n'), 'sql'), note) };
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/several.js

/** The first lines of a run over several databases: how many came to which verdict, and what to do. */
function severalVerdicts(record) {
    const { shown, others } = (0,shared_groups/* worstDatabases */.QO)(record);
    const databases = [...shown, ...others];
    const groups = Map.groupBy(databases, ({ verdict, recommendation }) => `${verdict} ${recommendation}`);
    const rows = [...groups.values()].map((group) => {
        const { verdict, recommendation } = group[0];
        return [`${icons/* icons */.Pt[verdict]} ${verdict}`, (0,text_numbers/* whole */.W)(group.length), (0,shared_escape/* words */.aL)(recommendation)];
    });
    const counts = `**${(0,shared_groups/* verdictCounts */.US)(databases)}.**`;
    return paragraphs(counts, table(['verdict', 'databases:', 'what to do'], rows), ...settingsLines(record));
}
/** Why: each finding once, with the databases that have it. */
function severalFindings(record) {
    return findingList((0,shared_groups/* groupFindings */.kG)(record.findings), record, '##');
}
/** Rows of the table of those that have no section of their own. */
const MOST_LINES = 50;
/** A folded section for each of the worst databases, and a line for each of the others. */
function severalSections(record, evidence) {
    const { shown, others } = (0,shared_groups/* worstDatabases */.QO)(record);
    const sections = shown.map((database) => {
        const own = record.findings.filter((finding) => finding.database === database.facts.path);
        const list = own.map(({ severity, rule, message }) => `- ${icons/* severityIcons */.iE[severity]} ${(0,shared_escape/* code */.aY)(rule)}: ${(0,shared_escape/* words */.aL)(message)}`);
        const next = database.nextSteps.length === 0 ? '' : `Next:\n\n${numbered(database.nextSteps)}`;
        const body = paragraphs(decision(database), list.join('\n'), next, ...evidence(database));
        const title = `${icons/* icons */.Pt[database.verdict]} ${(0,shared_escape/* words */.aL)(database.facts.path)}: ${database.verdict}`;
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
            (0,shared_escape/* code */.aY)(path),
            `${icons/* icons */.Pt[verdict]} ${verdict}`,
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

// EXTERNAL MODULE: ./lib/report/formats/markdown/tally.js
var tally = __webpack_require__("lib/report/formats/markdown/tally.js");
;// CONCATENATED MODULE: ./lib/report/formats/markdown/markdown.js

const markdown = {
    file: 'report.md',
    output: 'report-markdown',
    title: 'Report',
    render: (record) => renderMarkdown(record),
};
/** How much of a report is shown, from most to least. */
const DETAILS = ['full', 'without-log', 'decision', 'counts'];
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
    const [only] = databases;
    const what = several || only === undefined ? `Migration preflight: ${verdict}${number}` : (0,shared_escape/* words */.aL)(only.headline);
    const title = `# ${icons/* icons */.Pt[verdict]} ${what}`;
    const parts = several
        ? severalParts(record, detail)
        : databases.flatMap((one) => databaseParts(one, record, detail));
    return `${[title, ...parts, ...note(detail), footer(record)].join('\n\n')}\n`;
}
function severalParts(record, detail) {
    const head = severalVerdicts(record);
    if (detail === 'counts')
        return [head, (0,tally/* tally */.N)(record.findings)];
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
        return [head, (0,tally/* tally */.N)(findings)];
    const { nextSteps } = database;
    const next = nextSteps.length === 0 ? [] : ['## What to do next', numbered(nextSteps)];
    const groups = findings.map((finding) => ({ finding, databases: [] }));
    const decided = [head, ...findingList(groups, record, '##'), ...next];
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
        beforeYouExecute(database),
        withLog ? statementLog(facts) : undefined,
        verification(facts),
        knownIssues(facts, findings),
        rollback(database),
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
    return `<sub>${versions.map(shared_escape/* words */.aL).join(', ')}. Only what was measured is stated; ${rows[samples]}.</sub>`;
}


/***/ }),

/***/ "lib/report/formats/markdown/tally.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ tally)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/numbers.js");

/** `2 errors, 1 warning, 0 notices.` */
function tally(findings) {
    const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(of('error'), 'error')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(of('warning'), 'warning')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(of('notice'), 'notice')}.`;
}


/***/ }),

/***/ "lib/report/shared/allowance-text.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ allowance)
/* harmony export */ });
/* harmony import */ var _text_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/visible.js");

/** A name that a comment can hold without quotes. */
const PLAIN = /^[A-Za-z_]\w*$/;
/**
 * What would allow a finding, with the reason left to write: the comment in the migration, or where no line holds the
 * name, the entry of the config file. `undefined` where no reason excuses it, or it has no subject.
 */
function allowance(finding, rules) {
    const { rule, severity, table, columns = [], object, count, allowed } = finding;
    const parts = table === undefined ? [object] : [table, ...(columns.length === 1 ? columns : [])];
    const names = parts.filter((name) => name !== undefined);
    const isAllowable = rules.find(({ id }) => id === rule)?.allowable === true;
    if (!isAllowable || names.length === 0 || severity === 'notice' || allowed !== undefined)
        return undefined;
    if (names.some((name) => (0,_text_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(name) !== name))
        return configEntry(finding);
    const most = count === undefined ? '' : ` max=${count}`;
    return `-- preflight: allow ${rule} ${names.map(quoted).join('.')}${most}: REASON`;
}
/** In YAML, of which JSON is a part. */
function configEntry({ rule, table, columns = [], object, count }) {
    const subject = table === undefined ? { object } : { table, ...(columns.length === 1 && { column: columns[0] }) };
    const entry = { rule, ...subject, ...(count !== undefined && { max: count }), reason: 'REASON' };
    return `allow:\n  - ${JSON.stringify(entry).replace(/[^ -~]/g, escapedUnit)}`;
}
function escapedUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
function quoted(name) {
    return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}


/***/ }),

/***/ "lib/report/shared/code-frame.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ frameText),
/* harmony export */   l: () => (/* binding */ codeFrame)
/* harmony export */ });
/** The lines around the place of a finding; empty where they are not known. */
function codeFrame({ location }, excerpts) {
    const { file, line } = location ?? {};
    const excerpt = excerpts.find((one) => one.file === file && one.line === line);
    return (excerpt?.lines ?? []).map((text, at) => {
        const number = (excerpt?.first ?? 1) + at;
        return { number, text, isMarked: number === line };
    });
}
/** As text: `> 9 │ DROP TABLE users;`. */
function frameText(frame) {
    const width = String(frame.at(-1)?.number ?? '').length;
    return frame.map(({ number, text, isMarked }) => `${isMarked ? '>' : ' '} ${String(number).padStart(width)} │ ${text.replaceAll('\t', '  ')}`.trimEnd());
}


/***/ }),

/***/ "lib/report/shared/declared-items.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ shownDeclarations)
/* harmony export */ });
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


/***/ }),

/***/ "lib/report/shared/escape.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
/* harmony import */ var _text_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/visible.js");

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
    return escaped((0,_text_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text).trim());
}
/** What stands between backticks within a sentence, with nothing at them that could join on either side. */
const SPAN = /(?<=^|[\s(])`([^`]+)`(?=$|[\s.,;:)])/;
/** A sentence of ours that names settings or SQL between backticks: those as code, all else as words. */
function prose(text) {
    const parts = (0,_text_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text).trim().split(SPAN);
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
    const shown = (0,_text_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text);
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
    const lines = text.split(/\r?\n/).map(_text_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R);
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return [`${fence}${language}`, ...lines, fence].join('\n');
}
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}


/***/ }),

/***/ "lib/report/shared/groups.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ findingsByRule),
/* harmony export */   QO: () => (/* binding */ worstDatabases),
/* harmony export */   US: () => (/* binding */ verdictCounts),
/* harmony export */   cD: () => (/* binding */ inDatabases),
/* harmony export */   kG: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/numbers.js");

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
/** In the order of the first finding of each rule. */
function findingsByRule(groups) {
    const rules = Map.groupBy(groups, ({ finding: { severity, rule } }) => `${severity} ${rule}`);
    return [...rules.values()].flatMap((own) => {
        const [first] = own;
        if (first === undefined)
            return [];
        const { severity, rule, title } = first.finding;
        return [{ severity, rule, title, findings: own.toSorted(byPlace) }];
    });
}
function byPlace({ finding: left }, { finding: right }) {
    const [a, b] = [left.location?.file ?? '', right.location?.file ?? ''];
    return a === b ? (left.location?.line ?? 0) - (right.location?.line ?? 0) : a < b ? -1 : 1;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ resultIcons),
/* harmony export */   Pt: () => (/* binding */ icons),
/* harmony export */   iE: () => (/* binding */ severityIcons)
/* harmony export */ });
const icons = { cleared: '✅', warned: '⚠️', blocked: '❌', failed: '💥' };
const severityIcons = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/** Of the answer to a question that every reader asks. */
const resultIcons = { good: '✅', attention: '⚠️', bad: '❌', unknown: '–' };


/***/ }),

/***/ "lib/report/shared/reading.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ commandCommits),
/* harmony export */   Gk: () => (/* binding */ kindWords),
/* harmony export */   dk: () => (/* binding */ WAYS),
/* harmony export */   eD: () => (/* binding */ objectCounts),
/* harmony export */   ie: () => (/* binding */ formerTable),
/* harmony export */   k5: () => (/* binding */ columnBefore),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   sm: () => (/* binding */ valuesOf),
/* harmony export */   su: () => (/* binding */ wasMeasured),
/* harmony export */   uX: () => (/* binding */ backfilled),
/* harmony export */   xN: () => (/* binding */ keptStatements),
/* harmony export */   zu: () => (/* binding */ phaseName)
/* harmony export */ });
/* harmony import */ var _sql_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("lib/sql/quote.js");
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/numbers.js");
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("lib/report/shared/units.js");



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
    if (rehearsal.commitsUnknown)
        return 'commits unknown';
    return `${command?.commitsAtLeast ? 'at least ' : ''}${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(rehearsal.commits, 'commit')}`;
}
/** How a command ended: a verb and what goes with it. */
function endOf({ command, rehearsal }) {
    const { exitCode, signal, ms } = command ?? {};
    const spent = ms === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}`;
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
        return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(group.length, ...kindWords(kind))} ${change}`;
    });
}
/** The word for one object of a kind, and for several. */
function kindWords(kind) {
    const word = kind.replace('-', ' ');
    return [word, word.endsWith('index') ? `${word}es` : `${word}s`];
}
const WAYS = ['filled', 'changed', 'nulled', 'retyped'];
/** Values that differ in one way, in all tables; those that statements filled into new columns among them. */
function valuesOf(facts, way) {
    const tables = facts.changes?.tables ?? [];
    const changed = (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(tables, ({ columns }) => (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(columns, (column) => column[way]));
    return way === 'filled'
        ? changed + (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(tables, (table) => (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .total */ .X5)(backfilled(facts, table), ({ filled }) => filled))
        : changed;
}
/** Values that statements gave to rows which were there before, in columns that are new. */
function backfilled({ rehearsal }, { table, newColumns = [] }) {
    if (newColumns.length === 0)
        return [];
    const kept = rehearsal.statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack);
    const names = kept.flatMap((statement) => statement.names);
    // A rebuild fills its table under another name.
    const own = names.flatMap((named) => named.verb === 'rename-table' && (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(named.to, table) ? [named.name] : []);
    const writes = names.filter((named) => FILLING.has(named.verb) && [table, ...own].some((name) => (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(name, named.name)));
    return newColumns.filter(({ column }) => writes.some((named) => !('fills' in named) ||
        named.fills === undefined ||
        named.fills.some((name) => (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(name, column))));
}
const FILLING = new Set(['insert', 'upsert', 'update']);


/***/ }),

/***/ "lib/report/shared/results.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ resultsOf)
/* harmony export */ });
/* harmony import */ var _facts_database_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("lib/facts/database.js");
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("lib/text/numbers.js");
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/report/shared/reading.js");
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("lib/report/shared/units.js");




/** The results at a glance, in the order of the questions; a health check asks two of them. */
function resultsOf(facts) {
    const { before, after, rehearsal, scenarios } = facts;
    if (before === undefined)
        return [];
    if ((0,_facts_database_js__WEBPACK_IMPORTED_MODULE_1__/* .isHealthCheck */ .v)(facts))
        return [integrity(before), orphans(before, undefined)];
    const compared = rehearsal.outcome === 'done' ? after : undefined;
    return [
        data(facts),
        schema(facts),
        orphans(compared ?? before, compared && before),
        rerun(scenarios?.rerun),
        crash(scenarios?.crash),
        rollback(scenarios?.rollback),
    ];
}
function integrity({ integrity: { result } }) {
    const state = { ok: 'good', damaged: 'bad', unknown: 'unknown' }[result];
    return { title: 'Integrity', state, text: result };
}
function data(facts) {
    const { changes, rehearsal } = facts;
    if (changes === undefined || rehearsal.outcome !== 'done')
        return unknown('Data', 'not compared');
    const removed = (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .total */ .X5)(changes.tables, (table) => table.removed);
    const added = (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .total */ .X5)(changes.tables, (table) => table.added);
    const values = (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .total */ .X5)(_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .WAYS */ .dk, (way) => (0,_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesOf */ .sm)(facts, way));
    const parts = [
        ...(removed > 0 ? [`−${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(removed, 'row')}`] : []),
        ...(added > 0 ? [`+${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(added, 'row')}`] : []),
        ...(values > 0 ? [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(values, 'value')] : []),
    ];
    const state = changes.unchecked.length > 0 ? 'attention' : removed > 0 ? 'attention' : 'good';
    return { title: 'Data', state, text: parts.length === 0 ? 'unchanged' : parts.join(', ') };
}
function schema({ changes, rehearsal }) {
    if (changes === undefined || rehearsal.outcome !== 'done')
        return unknown('Schema', 'not compared');
    const gone = changes.objects.some(({ change }) => change === 'removed');
    const text = (0,_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .objectCounts */ .eD)(changes.objects).join(', ');
    return { title: 'Schema', state: gone ? 'attention' : 'good', text: text === '' ? 'unchanged' : text };
}
function orphans(now, earlier) {
    const count = (side) => (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .total */ .X5)(side.orphans, ({ rows }) => rows);
    const text = earlier === undefined ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .W)(count(now)) : `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .W)(count(earlier))} → ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .W)(count(now))}`;
    const state = count(now) > 0 ? 'bad' : (0,_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .wasMeasured */ .su)(now, 'orphans') ? 'good' : 'attention';
    return { title: 'Orphans', state, text };
}
const RERUNS = {
    'nothing-pending': ['good', 'nothing pending'],
    same: ['good', 'changes nothing'],
    differs: ['attention', 'changes more'],
    fails: ['attention', 'fails'],
    refused: ['good', 'refused'],
};
function rerun(facts) {
    if (facts === undefined)
        return unknown('Second run');
    const [state, text] = RERUNS[facts.outcome];
    return { title: 'Second run', state, text };
}
function crash(facts) {
    if (facts === undefined)
        return unknown('Crash');
    const of = (outcome) => facts.points.filter((point) => point.outcome === outcome).length;
    if (of('unsafe') > 0)
        return { title: 'Crash', state: 'bad', text: `${of('unsafe')} points lose data` };
    if (of('sticks') > 0)
        return { title: 'Crash', state: 'attention', text: `${of('sticks')} points stick` };
    const text = facts.boundaries === 0 ? 'atomic' : `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(facts.points.length, 'point')} safe`;
    return { title: 'Crash', state: 'good', text };
}
function rollback(facts) {
    if (facts === undefined)
        return unknown('Rollback');
    const { identical, ms } = facts.backup;
    return {
        title: 'Rollback',
        state: identical ? 'good' : 'bad',
        text: identical ? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(ms) : 'not identical',
    };
}
function unknown(title, text = 'not rehearsed') {
    return { title, state: 'unknown', text };
}


/***/ }),

/***/ "lib/report/shared/runbook.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runbookOf)
/* harmony export */ });
/* harmony import */ var _text_scopes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/scopes.js");

/** What to do around the migration, with the commands; empty where nothing is to be executed, or must not be. */
function runbookOf({ facts, verdict }) {
    const { path: given, plan, snapshot, rehearsal } = facts;
    const isOpen = verdict === 'cleared' || verdict === 'warned';
    if (!isOpen || !migrates(facts) || snapshot === undefined)
        return [];
    const path = databaseName(given, snapshot);
    const database = shell(path);
    const beside = ['-wal', '-shm', '-journal'].map((suffix) => shell(`${path}${suffix}`));
    return [
        {
            title: 'Back up',
            note: 'This takes the WAL along, and nobody needs to stop; a plain copy of the file does not.',
            commands: [`sqlite3 ${database} ".backup 'backup.db'"`],
        },
        {
            title: 'Check the backup',
            note: 'It must answer ok.',
            commands: ['sqlite3 backup.db "PRAGMA integrity_check;"'],
        },
        ...(rehearsal.outcome === 'done' ? [execution(plan, database)] : []),
        {
            title: 'Roll back',
            note: 'Stop the application first. What lies beside the database belongs to the migrated one, and would damage the other.',
            commands: [
                `rm -f ${beside.join(' ')}`,
                `cp backup.db ${database}`,
                `sqlite3 ${database} "PRAGMA integrity_check;"`,
            ],
        },
    ];
}
/** There is something to execute. */
function migrates({ plan, command, rehearsal }) {
    if (command !== undefined)
        return rehearsal.outcome !== 'done' || command.copy === 'changed';
    return plan !== undefined && plan.pending.length > 0;
}
function execution(plan, database) {
    const step = (note, commands = []) => ({ title: 'Migrate', note, commands });
    if (plan === undefined)
        return step('As rehearsed, with the same command.');
    const { profile, pending, command } = plan;
    const { name, foreignKeys, transaction } = profile;
    if (command !== undefined)
        return step('As rehearsed.', [command.replaceAll('DATABASE', database)]);
    if (name === 'plain' && !foreignKeys) {
        const runs = pending.map(({ file }) => `sqlite3 -bail ${database} < ${shell(file)}`);
        return step('As rehearsed: stop at the first error.', [runs.join(' &&\n')]);
    }
    // Other profiles stand for a runner of the project's own, whose command is not known here.
    return step(`With the project's own tool, as rehearsed: ${_text_scopes_js__WEBPACK_IMPORTED_MODULE_0__/* .SCOPES */ .i[transaction]}, foreign keys ${foreignKeys ? 'on' : 'off'}.`);
}
/** What the database of a snapshot is called once it is unpacked or restored. */
function databaseName(path, { kind }) {
    const unpacked = path.replace(/\.(gz|zst)$/i, '');
    return kind.startsWith('sql.') || kind === 'sql' ? unpacked.replace(/\.sql$/i, '.db') : unpacked;
}
/** A path as one word of a POSIX shell, and no option of the command that it is given to. */
function shell(path) {
    const safe = path.startsWith('-') ? `./${path}` : path;
    return `'${safe.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ "lib/report/shared/sample-lines.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ "lib/report/shared/scenario-lines.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ scenarioLines)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("lib/text/numbers.js");
/* harmony import */ var _text_profile_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/text/profile-words.js");
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("lib/report/shared/units.js");



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
        const how = (0,_text_profile_words_js__WEBPACK_IMPORTED_MODULE_0__/* .profileWords */ .P)(profile);
        if (outcome === 'cannot-run')
            return `${how}: the files do not run there`;
        return `${how}: ${losses.length === 0 ? 'loses nothing more' : `loses from ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(losses.length, 'table')}`}`;
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
    const restored = `backup restored in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(backup.ms)}, ${backup.identical ? 'byte for byte' : 'NOT equal to the snapshot'}`;
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
    const tried = `${points.length} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(boundaries, 'commit boundary', 'commit boundaries')} tried`;
    return `${tried}: ${results.join(', ')}${stopped === undefined ? '' : `; then ${stopped}`}`;
}


/***/ }),

/***/ "lib/report/shared/units.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   KW: () => (/* binding */ age),
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
/** Whole minutes, hours or days between two ISO 8601 times: `9 h`. */
function age(from, to) {
    const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
    if (minutes < 120)
        return `${minutes} min`;
    return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}


/***/ }),

/***/ "lib/report/shared/verification-queries.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ verificationQueries)
/* harmony export */ });
/* harmony import */ var _facts_database_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("lib/facts/database.js");
/* harmony import */ var _sql_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("lib/sql/quote.js");
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("lib/text/numbers.js");



/**
 * The same checks by hand, each with the result of the rehearsal in a comment; they hold no value, only names. Empty
 * where there is no state that anybody wants: after a failure.
 */
function verificationQueries(facts) {
    const { before, after, rehearsal, changes } = facts;
    const now = (0,_facts_database_js__WEBPACK_IMPORTED_MODULE_0__/* .isHealthCheck */ .v)(facts) ? before : after;
    if (now === undefined || (!(0,_facts_database_js__WEBPACK_IMPORTED_MODULE_0__/* .isHealthCheck */ .v)(facts) && rehearsal.outcome !== 'done'))
        return [];
    return [
        ...pragmas(now),
        ...now.required.map(nullQuery),
        ...now.queries.flatMap(ownQuery),
        ...newColumns(changes?.objects ?? []),
        `SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL; -- ${now.schema.indexes.length}`,
        ...now.tables.map(({ table, rows }) => `SELECT count(*) FROM ${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(table)}; -- ${rows}`),
    ];
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
    return rows === 0 ? 'no row' : (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(rows, 'row');
}
/**
 * Column names stand with their table: alone in double quotes, SQLite may take one that does not exist for a text
 * (sqlite.org/quirks.html section 8), and the check would pass.
 */
function nullQuery({ table, column, nulls }) {
    const owner = (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(table);
    return `SELECT count(*) FROM ${owner} WHERE ${owner}.${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(column)} IS NULL; -- ${nulls}`;
}
function newColumns(objects) {
    const added = objects.filter(({ kind, change }) => kind === 'column' && change === 'added');
    return [...Map.groupBy(added, ({ table }) => table ?? '')].map(([table, columns]) => {
        const owner = (0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(table);
        const names = columns.map(({ name }) => `${owner}.${(0,_sql_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(name)}`);
        return `SELECT ${names.join(', ')} FROM ${owner} LIMIT 0; -- no error`;
    });
}


/***/ }),

/***/ "lib/settings/config/config.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   H: () => (/* binding */ NO_CONFIG)
/* harmony export */ });
/** No config file. Also stands in for it where a value came from an input. */
const NO_CONFIG = { values: {}, broken: false, mistakes: [], line: () => undefined };
/** Where the value at `path` was written, for a mistake. */
function placeOf({ file, line }, path, key) {
    const at = line(path, key);
    return { ...(file !== undefined && { file }), ...(at !== undefined && { line: at }) };
}


/***/ }),

/***/ "lib/settings/told.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ told),
/* harmony export */   h: () => (/* binding */ short)
/* harmony export */ });
/** A longer list helps nobody, and takes time to be made. */
const MOST_TOLD = 100;
/** The first mistakes of one kind; that there are more is said, without making them. */
function told(mistakes) {
    const first = [];
    for (const mistake of mistakes) {
        if (first.length === MOST_TOLD)
            return [...first, more(mistake)];
        first.push(mistake);
    }
    return first;
}
/** A text of a stranger's within a sentence: as much of it as one can read. */
function short(text) {
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
/** Stands where the first one stands that is left out. */
function more({ file, line }) {
    return {
        key: 'config',
        message: `there are more than ${MOST_TOLD} mistakes of this kind: the others are not listed.`,
        remedy: 'Correct those first.',
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
    };
}


/***/ }),

/***/ "lib/text/numbers.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ profileWords)
/* harmony export */ });
/** How production executes, in a few words. */
function profileWords({ name, foreignKeys, transaction }) {
    const keys = `${name} with foreign keys ${foreignKeys ? 'on' : 'off'}`;
    return transaction === 'all' ? `${keys} (all in one transaction)` : keys;
}


/***/ }),

/***/ "lib/text/scopes.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SCOPES)
/* harmony export */ });
/** The transaction that a profile puts around the files, in words. */
const SCOPES = {
    none: 'no transaction around the files',
    file: 'one transaction for each file',
    all: 'one transaction for all files',
};


/***/ }),

};
