export const id = 921;
export const ids = [921];
export const modules = {

/***/ 77921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubHost: () => (/* binding */ githubHost)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __webpack_require__(25825);
// EXTERNAL MODULE: ./lib/text/visible.js
var visible = __webpack_require__(81981);
// EXTERNAL MODULE: ./lib/report/shared/groups.js
var shared_groups = __webpack_require__(54816);
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

// EXTERNAL MODULE: ./lib/report/shared/icons.js
var icons = __webpack_require__(26536);
// EXTERNAL MODULE: ./lib/report/shared/reading.js
var reading = __webpack_require__(67882);
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __webpack_require__(75492);
// EXTERNAL MODULE: ./lib/report/shared/units.js
var units = __webpack_require__(60865);
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
function conclusion({ verdict, databases, findings }) {
    const several = databases.length > 1;
    const count = several ? `, ${(0,numbers/* counted */.h)(databases.length, 'database')}: ${(0,shared_groups/* verdictCounts */.US)(databases)}` : '';
    return {
        title: 'Verdict',
        lines: [
            `${icons/* icons */.P[verdict]} ${verdict.toUpperCase()}${count}`,
            ...(0,shared_groups/* groupFindings */.kG)(findings).flatMap(({ finding, databases: own }) => findingLines(finding, several ? own : [])),
        ],
    };
}
function findingLines(finding, databases) {
    const { severity, rule, message, remedy, location, samples = [], allowed } = finding;
    const where = location === undefined ? '' : ` (${(0,units/* placeText */.Z9)(location)})`;
    const reason = allowed === undefined ? '' : ` Allowed: ${allowed}`;
    const line = `${icons/* severityIcons */.i[severity]} ${rule}${where}: ${message}${reason}`;
    const found = databases.length === 0 ? [] : [`   ${(0,shared_groups/* inDatabases */.cD)(databases)}`];
    const rows = samples.map((row) => `   · ${(0,sample_lines/* sampleText */.E)(row)}`);
    return [line, ...found, ...(severity === 'notice' ? [] : [`   → ${remedy}`]), ...rows];
}

// EXTERNAL MODULE: ./lib/facts/database.js
var database = __webpack_require__(6654);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/report/formats/index.js + 1 modules
var formats = __webpack_require__(70537);
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

;// CONCATENATED MODULE: ./lib/host/reason.js
/** What was thrown, in one line. */
function reasonOf(thrown) {
    // Not `instanceof Error`: what comes out of another realm is none.
    const message = thrown?.message;
    const text = typeof message === 'string' && message !== '' ? message : String(thrown);
    return text.split(/[\r\n]/, 1)[0] ?? '';
}

// EXTERNAL MODULE: ./lib/host/writer.js
var writer = __webpack_require__(5335);
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
            this.say('warning', `The outputs were not written: ${reasonOf(error)}.`);
        }
    }
}

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
        return { upload, problem: explain(reasonOf(error), upload.name) };
    }
}
async function send({ name, files }, { retentionDays }) {
    // The client prints the name as it is.
    if ((0,writer/* neutralise */.$)(name) !== name)
        throw new Error('its name holds what a log must not show');
    // The client is nearly all of the bundle: it is loaded only when something is uploaded.
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 20584));
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
    try {
        for (const { draft, text } of drafts)
            (0,external_node_fs_.writeFileSync)(draft, text);
        for (const { draft, path } of drafts)
            (0,external_node_fs_.renameSync)(draft, path);
    }
    catch (error) {
        for (const { draft } of drafts)
            (0,external_node_fs_.rmSync)(draft, { force: true });
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/report/formats/markdown/markdown.js + 18 modules
var markdown = __webpack_require__(46695);
// EXTERNAL MODULE: ./lib/report/formats/markdown/tally.js
var markdown_tally = __webpack_require__(19373);
;// CONCATENATED MODULE: ./lib/report/formats/summary/summary.js


/**
 * GitHub drops a job summary above 1,048,576 bytes as a whole (actions/runner, FileCommandManager.cs), and users report
 * trouble at the limit itself; this stays well below.
 */
const LIMIT = 1_000_000;
/**
 * The job summary in at most `maxBytes` bytes of UTF-8: whole parts of report.md are left out, and named, until it
 * fits. Below some 200 bytes nothing fits, and the shortest form comes back.
 */
function renderSummary(record, maxBytes = LIMIT) {
    for (const detail of markdown/* DETAILS */.Dl) {
        const text = (0,markdown/* renderMarkdown */.Gc)(record, detail);
        if (Buffer.byteLength(text) <= maxBytes)
            return text;
    }
    return `# Migration preflight: ${record.verdict}\n\n${(0,markdown_tally/* tally */.N)(record.findings)}\n\nAll else is left out here for its size: see report.md of the report artifact.\n`;
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
        return { problem: reasonOf(error) };
    }
}

;// CONCATENATED MODULE: ./lib/host/github.js













/** GitHub keeps ten errors of a step; the last word on a run that failed is one of them. */
const ERRORS_BEFORE_THE_LAST = 9;
/** A step of a GitHub Actions job: inputs from INPUT_*, everything else through the runner's files and commands. */
function githubHost(env) {
    const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const write = (0,writer/* writer */.K)(process.stdout);
    // Loading it takes longer than a small database: it happens while the engine works.
    const loading = __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 91659));
    // Nobody waits for it yet: a rejection must not end the process before the run has said why.
    loading.catch(() => { });
    return {
        inputs: inputsOf(env),
        workspace: env.GITHUB_WORKSPACE || process.cwd(),
        defaultOutput: (0,external_node_path_.join)(temp, 'preflight'),
        ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
        progress: (text) => write(text),
        publish: async (record, options) => {
            const core = await loading.catch((error) => reasonOf(error));
            if (typeof core !== 'string')
                return await publish(new Step(core, write), env, record, options);
            // Without it no output and no annotation can be made, so nothing may look as if the gate had opened.
            write(`${FAULTS.preflight}: a part of the program could not be loaded: ${core}.`);
            return 3;
        },
    };
}
/** The runner keeps the dashes of an input's name, and puts it in upper case. */
function inputsOf(env) {
    const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'));
    return Object.fromEntries(inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]));
}
/** Everything that is said once the record is there. All outputs are written before the step fails. */
async function publish(step, env, record, options) {
    log(step, record);
    const reports = writeReports(record, options.output);
    const { exitCode, failure } = endingOf(record, reports);
    annotate(step, record, failure !== undefined);
    const { problem } = writeSummary(record, env.GITHUB_STEP_SUMMARY);
    if (problem !== undefined)
        step.say('warning', `The job summary was not written: ${problem}.`);
    step.outputs(outputsOf(record, reports));
    if (!('problem' in reports))
        await upload(step, env, record, reports, options);
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


/***/ })

};
