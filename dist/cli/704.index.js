export const id = 704;
export const ids = [704];
export const modules = {

/***/ 9704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/facts/database.js
var database = __webpack_require__(6654);
// EXTERNAL MODULE: ./lib/text/scopes.js
var scopes = __webpack_require__(9694);
// EXTERNAL MODULE: ./lib/judge/kit/command-commits.js
var command_commits = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/judge/kit/plan-problems.js
var plan_problems = __webpack_require__(8018);
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
    const passedOver = (0,plan_problems/* nothingWillRun */.HO)(facts.plan);
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
    return isIdle && (0,command_commits/* changedNothing */.u4)(facts) ? 'The command changed nothing.' : undefined;
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
    return [...places].map(([remedy, at]) => at.length === 0 ? remedy : `${at.slice(0, 3).join(', ')}: ${remedy}`);
}

// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __webpack_require__(8104);
// EXTERNAL MODULE: ./lib/text/numbers.js
var numbers = __webpack_require__(5825);
// EXTERNAL MODULE: ./lib/judge/kit/view.js
var view = __webpack_require__(9027);
// EXTERNAL MODULE: ./lib/judge/rules/allowance-unused.js
var allowance_unused = __webpack_require__(8984);
;// CONCATENATED MODULE: ./lib/judge/allow.js




/**
 * Turns each finding that an allowance covers into a notice with its reason. An allowance covers one rule on one
 * subject, in each database up to `max`, and through the day of `expires` (UTC). One whose migration was rehearsed
 * somewhere and that covered nothing anywhere is a warning of its own.
 */
function applyAllowances(findings, allowances, databases, now) {
    const used = new Set();
    const today = now.toISOString().slice(0, 10);
    const current = allowances.filter(({ expires }) => expires === undefined || expires >= today);
    const byPath = Map.groupBy(databases, ({ path }) => path);
    const judged = findings.map((finding) => {
        const own = byPath.get(finding.database) ?? [];
        const fits = current.filter((allowance) => covers(allowance, finding) && isPending(allowance, own));
        for (const allowance of fits)
            used.add(allowance);
        return fits.length === 0 ? finding : allowed(finding, fits);
    });
    // A health check, or a rehearsal that did not come to its end, could not meet what is allowed.
    const rehearsed = databases.filter((facts) => (0,view/* wasRehearsed */.di)(facts) && facts.plan?.pending.length !== 0);
    const idle = allowances.filter((allowance) => !used.has(allowance) && rehearsed.length > 0 && isPending(allowance, rehearsed));
    return [...judged, ...idle.map((allowance) => unusedFinding(allowance, current, databases))];
}
function allowed(finding, fits) {
    const enough = fits.find(({ max }) => max === undefined || (finding.count ?? 1) <= max);
    if (enough !== undefined)
        return { ...finding, severity: 'notice', allowed: enough.reason };
    const most = Math.max(...fits.map(({ max = 0 }) => max));
    return { ...finding, message: `${finding.message} Allowed are at most ${(0,numbers/* whole */.W)(most)}.` };
}
function covers({ rule, table, column, object, subject }, finding) {
    const { table: owner = '', object: own = '', columns = [] } = finding;
    if (rule !== finding.rule)
        return false;
    if (table !== undefined && !(0,quote/* sameName */.q)(table, owner))
        return false;
    if (object !== undefined && !(0,quote/* sameName */.q)(object, own))
        return false;
    if (subject !== undefined && !(0,quote/* sameName */.q)(subject, owner) && !(0,quote/* sameName */.q)(subject, own))
        return false;
    // One column allowed does not allow its neighbours in the same finding.
    return column === undefined || (columns.length === 1 && (0,quote/* sameName */.q)(column, columns[0] ?? ''));
}
/** Its migration is among those that are pending in one of the databases; one that names none belongs to all. */
function isPending({ migration }, databases) {
    if (migration === undefined)
        return true;
    const pending = databases.flatMap(({ plan, command }) => [
        ...(plan?.pending ?? []),
        ...(command?.recorded ?? []).flatMap(({ ids }) => ids.map((id) => ({ id, file: id }))),
    ]);
    return pending.some(({ id, file }) => {
        const base = file.slice(file.lastIndexOf('/') + 1);
        return [id, file, base].includes(migration) || [id, base].some((name) => hasNumber(name, migration));
    });
}
/** `13` and `0013` are the number of `0013_purge.sql`, and not of `00130_purge.sql`. */
function hasNumber(name, migration) {
    const own = /^0*(\d+)(?![a-z\d])/i.exec(name)?.[1];
    return own !== undefined && own === /^0*(\d+)$/.exec(migration)?.[1];
}
function unusedFinding({ rule, table, column, object, subject, expires, source }, current, databases) {
    const named = [table, column, object, subject].filter((part) => part !== undefined).join('.');
    const expired = expires !== undefined && !current.some((allowance) => allowance.source === source);
    const [only] = databases;
    return {
        rule: allowance_unused/* rule */.H.id,
        severity: allowance_unused/* rule */.H.severity,
        kind: allowance_unused/* rule */.H.kind,
        about: allowance_unused/* rule */.H.about,
        title: allowance_unused/* rule */.H.title,
        message: `The allowance of ${rule} for ${named} ${expired ? `expired on ${expires}` : 'matched no finding'}.`,
        remedy: expired ? 'Remove it, or give it a new date.' : allowance_unused/* rule */.H.remedy,
        // No one database of several is to blame.
        database: databases.length === 1 ? (only?.path ?? '') : '',
        ...(table !== undefined && { table }),
        location: source,
    };
}

// EXTERNAL MODULE: ./lib/judge/checks/evaluate.js + 1 modules
var evaluate = __webpack_require__(6791);
// EXTERNAL MODULE: ./lib/judge/checks/failed-statements.js
var failed_statements = __webpack_require__(7311);
// EXTERNAL MODULE: ./lib/judge/checks/known-names.js
var known_names = __webpack_require__(2939);
// EXTERNAL MODULE: ./lib/judge/rules/index.js + 68 modules
var rules = __webpack_require__(9355);
;// CONCATENATED MODULE: ./lib/judge/criteria.js








/**
 * What must be true for success, with a tick where it was measured to be. Only what was measured is listed; the last one
 * sees to it that success is never claimed beside a finding that blocks. `findings`: after the allowances.
 */
function criteriaOf(facts, settings, findings) {
    const { now } = (0,view/* judgedSides */._o)(facts);
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
        ...((0,known_names/* wasMeasuredWhole */.Pv)(facts) ? [...required(facts, settings), ...application(facts)] : []),
        ...(0,evaluate/* evaluateRequirements */.C)(facts, settings).map(({ text, met }) => ({
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
const LOSSES = new Map(rules.rules.map(({ id, loss }) => [id, loss]));
function losses(facts, findings) {
    const { changes } = facts;
    if (!(0,view/* wasRehearsed */.di)(facts) || changes === undefined)
        return [];
    const isLoss = ({ rule, severity }) => LOSSES.get(rule) === 'always'
        ? severity !== 'notice'
        : LOSSES.get(rule) === 'errors' && severity === 'error';
    const met = changes.unchecked.length === 0 && !findings.some(isLoss);
    return [{ text: 'No row, value or object is lost, unless allowed', met }];
}
function required(facts, { checks }) {
    const measured = (0,view/* judgedSides */._o)(facts).now?.required ?? [];
    const known = checks.required.filter(({ table, column }) => (0,known_names/* isKnownColumn */.eH)(facts, table, column));
    return known.map(({ table, column }) => {
        const entry = measured.find((one) => (0,quote/* sameName */.q)(one.table, table) && (0,quote/* sameName */.q)(one.column, column));
        return { text: `Zero NULLs in ${table}.${column}`, met: entry?.nulls === 0 };
    });
}
function application(facts) {
    const total = facts.after?.statements.total ?? 0;
    if (total === 0)
        return [];
    const text = `The migration breaks none of ${(0,numbers/* counted */.h)(total, 'statement')} of the application`;
    return [{ text, met: !(0,failed_statements/* failedStatements */.C)(facts).some(({ broken }) => broken) }];
}

;// CONCATENATED MODULE: ./lib/judge/risk.js




/** The risk of migrating: the highest level among reasons that are each a measured fact (docs/risk.md). */
function riskOf(facts, findings) {
    if ((0,database/* isHealthCheck */.v)(facts) || facts.before === undefined)
        return { level: 'unknown', reasons: ['Nothing was rehearsed.'] };
    if (!(0,view/* wasRehearsed */.di)(facts))
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
        return `The command did not run to its end; ${(0,command_commits/* commitsText */.Am)(facts)}.`;
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
    const tables = (0,view/* tableChanges */.Gu)(facts);
    const values = tables.flatMap(({ columns }) => columns);
    return {
        removed: sum(tables, (table) => table.removed),
        rewritten: sum(values, ({ changed, nulled, retyped }) => changed + nulled + retyped),
    };
}
/** Whether the migrated database still holds all that the former one held; a dropped table takes its rows along. */
function reversible(facts) {
    const { removed, rewritten } = lostContent(facts);
    const dropped = facts.changes?.objects.filter(({ change }) => change === 'removed') ?? [];
    const heldIn = (kind) => sum(dropped.filter((object) => object.kind === kind), ({ held = 0 }) => held);
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
        return { level: 'low', text: `Not atomic as a whole: ${(0,command_commits/* commitsText */.Am)(facts)}.` };
    }
    const files = new Set((0,view/* executedStatements */.oU)(facts).map(({ file }) => file)).size;
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
        return first === -1 ? 0 : sum(own.slice(first), ({ ms = 0 }) => ms);
    });
    return Math.max(0, ...times);
}
const MUCH_GROWTH = 100_000_000;
/** Bytes that the migrated database takes more. */
function disk({ before, after }) {
    const [from, to] = [before?.bytes ?? 0, after?.bytes ?? 0];
    const text = to > from
        ? `Extra disk: ${(0,numbers/* whole */.W)(to - from)} bytes (${(0,numbers/* whole */.W)(from)} → ${(0,numbers/* whole */.W)(to)}).`
        : `No extra disk: ${(0,numbers/* whole */.W)(from)} → ${(0,numbers/* whole */.W)(to)} bytes.`;
    return { level: to - from > MUCH_GROWTH && to > 2 * from ? 'medium' : 'low', text };
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
    const text = `Size: ${(0,numbers/* counted */.h)(sum(tables, ({ rows }) => rows), 'row')} in ${(0,numbers/* counted */.h)(tables.length, 'table')}.`;
    return { level: 'low', text };
}
function sum(items, of) {
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
        databases: databases.map((facts) => databaseRecord(facts, settings, own.get(facts.path) ?? [])),
        findings,
    };
}
function databaseRecord(facts, settings, findings) {
    const verdict = verdictOf(findings);
    return {
        verdict,
        facts,
        risk: riskOf(facts, findings),
        criteria: criteriaOf(facts, settings, findings),
        ...adviceOf(facts, verdict, findings),
    };
}
function findingsOf(facts, settings) {
    return rules.rules.flatMap((rule) => rule.check(facts, settings).map((finding) => completed(rule, finding, facts.path)));
}
function completed(rule, finding, database) {
    const { id, severity, kind, about, title, remedy } = rule;
    return { rule: id, severity, kind, about, title, remedy, ...finding, database };
}
/** Most severe first; within a severity what made the run itself fail, then the failure that explains the others. */
function bySeverity(left, right) {
    const rank = ({ severity, kind, about }) => ORDER.indexOf(severity) * 3 + (kind !== 'problem' ? 0 : about === 'failure' ? 1 : 2);
    return rank(left) - rank(right) || compareText(subject(left), subject(right));
}
function subject({ rule, database, table = '', object = '', columns = [], location }) {
    return [rule, database, table, object, ...columns, location?.file, location?.line].join('\0');
}
function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/report/formats/index.js + 22 modules
var formats = __webpack_require__(3215);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/settings/config/config.js
var config_config = __webpack_require__(6828);
// EXTERNAL MODULE: ./lib/settings/did-you-mean.js
var did_you_mean = __webpack_require__(146);
// EXTERNAL MODULE: ./lib/settings/told.js
var told = __webpack_require__(4712);
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
        message: `there is no rule ${(0,told/* short */.h)(rule)} that can be allowed.`,
        remedy: meant === undefined ? 'See docs/rules.md for the rules there are.' : `Did you mean ${meant}?`,
    };
}
/** A name written as a pattern. It would be taken literally, and cover nothing. */
function isPattern(name) {
    return /[*%]/.test(name);
}
function tooWide(name) {
    return {
        message: `${(0,told/* short */.h)(name)} is a pattern; an allowance is for one table, column or object.`,
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
        return [`${(0,told/* short */.h)(text.trim())} must have one ->`];
    const [child, parent] = [sideOf(left), sideOf(right)];
    if (child === undefined || parent === undefined) {
        const wrong = [...(child === undefined ? [left] : []), ...(parent === undefined ? [right] : [])];
        return wrong.map((side) => `${side === '' ? 'nothing' : (0,told/* short */.h)(side)} is no table with its columns`);
    }
    if (child.columns.length !== parent.columns.length) {
        return [
            `${(0,told/* short */.h)(left)} has ${child.columns.length} columns, and ${(0,told/* short */.h)(right)} has ${parent.columns.length}`,
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
function sideOf(text) {
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
        required: columnsOf(required, config, ['checks', 'required']),
        references: references.flatMap((text, at) => {
            const parsed = parseReference(text);
            const source = sourceOf(config, ['checks', 'references', at]);
            return Array.isArray(parsed) ? [] : [{ ...parsed, source }];
        }),
        queries: queries.map((query, at) => ({ ...query, source: sourceOf(config, ['checks', 'queries', at]) })),
    };
}
/** A map of tables to columns as a list, in the order of the file; `path` is where the map stands. */
function columnsOf(tables = {}, config, path) {
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
        ...wrongNames.map((message) => ({ key: 'pass-env', message, remedy: NAMES })),
    ];
}
const BOTH = 'command and migrations are both set, and only one of them can migrate the copy.';
const NAMES = 'Write NAME or PREFIX_* for what stays, -NAME or -PREFIX_* for what goes.';
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
var lines = __webpack_require__(8439);
// EXTERNAL MODULE: ./lib/sql/tokens.js
var tokens = __webpack_require__(2684);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
// EXTERNAL MODULE: ./lib/plan/layouts/index.js + 26 modules
var layouts = __webpack_require__(8860);
// EXTERNAL MODULE: ./lib/plan/profiles.js
var profiles = __webpack_require__(7145);
// EXTERNAL MODULE: ./lib/settings/inputs.js
var inputs = __webpack_require__(792);
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
    })),
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
    expires: schemas/* exactOptional */.yqP(schemas/* string */.YjP(day).check(api/* _regex */.Fk(/^\d{4}-\d{2}-\d{2}$/, { ...day, abort: true }), schemas/* refine */.YPB(exists, day))),
}, { error: 'must be a map with rule, reason and what it is for' });
/** The inputs in the form of the config file, and what it has besides: what is refused here is a mistake of the user's. */
const settingsSchema = schemas/* strictObject */.rej({
    allow: schemas/* optional */.lqM(schemas/* array */.YOg(allowance, { error: 'must be a list of allowances' })),
    'artifact-name': schemas/* optional */.lqM(settings_schema_text.check(api/* _regex */.Fk(/^[^":<>|*?\r\n\\/]*$/, { error: 'must not hold any of " : < > | * ? \\ / or a line break' }))),
    checks: schemas/* optional */.lqM(checks),
    command: schemas/* optional */.lqM(script),
    'command-timeout-minutes': schemas/* optional */.lqM(minutes),
    database: schemas/* optional */.lqM(schemas/* union */.KCZ([settings_schema_text, schemas/* array */.YOg(settings_schema_text).check(api/* _minLength */.m9(1, { error: 'must name one file at least' }))], {
        error: 'must be a path or a glob, or a list of them',
    })),
    'database-url': schemas/* optional */.lqM(oneOf('file:', 'sqlite:', 'sqlite:///', 'sqlite3:')),
    expect: schemas/* optional */.lqM(expectations),
    'fail-on': schemas/* optional */.lqM(oneOf('error', 'warning', 'never')),
    'foreign-keys': schemas/* optional */.lqM(foreignKeys),
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
function exists(date) {
    const time = Date.parse(`${date}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

;// CONCATENATED MODULE: ./lib/settings/checks/directive.js
/** Ends a word that is not quoted. */
const AROUND = /[\s:="'`[\]]/;
/**
 * `allow RULE SUBJECT[ max=N][ expires=YYYY-MM-DD]: reason`, each part possibly missing; `undefined` for anything else.
 * Read from left to right, so that no text can make it look twice.
 */
function parseDirective(text) {
    const cursor = new Cursor(text);
    if (cursor.word(AROUND).toLowerCase() !== 'allow')
        return undefined;
    const parts = { options: [] };
    const rule = cursor.behindBlank(() => cursor.plainWord(AROUND));
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
    return { allow, mistakes: (0,told/* told */.E)(mistakes) };
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
    for (const { kind, start, end } of (0,tokens/* tokens */.LU)(sql)) {
        if (kind !== 'comment')
            continue;
        const line = lineAt(start);
        for (const [at, own] of sql.slice(start, end).split('\n').entries()) {
            const text = directiveIn(own);
            if (text !== undefined)
                yield { text, file, line: line + at };
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
        refuse(unreadable(text));
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
function unreadable(text) {
    const [word = ''] = text.split(/\s/);
    if (word.toLowerCase() === 'allow') {
        return { message: `"preflight: ${(0,told/* short */.h)(text)}" is no allowance that can be read.`, remedy: EXAMPLE };
    }
    const remedy = (0,did_you_mean/* nearest */.p)(word, ['allow']) === undefined ? EXAMPLE : 'Did you mean allow?';
    const message = word === '' ? 'preflight: says nothing.' : `there is no directive preflight: ${(0,told/* short */.h)(word)}.`;
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
        else if (key === 'expires' && /^\d{4}-\d{2}-\d{2}$/.test(value) && exists(value))
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
    return isQuoted(name) ? (0,tokens/* nameOf */.Vb)(name, { kind: 'quoted', start: 0, end: name.length }) : name;
}

;// CONCATENATED MODULE: ./lib/settings/files/budget.js
/** How much text of one file is read, in bytes. */
const MOST_BYTES = { config: 128 * 2 ** 10, sql: 64 * 2 ** 20 };
/** What all settings of a run may read together, and what is said beyond it. */
const MOST = {
    entries: { amount: 200_000, problem: 'leads through more than 200,000 files and folders' },
    files: { amount: 10_000, problem: 'leads to more than 10,000 SQL files' },
    bytes: { amount: 256 * 2 ** 20, problem: 'leads to more than 256 MiB of SQL' },
    steps: { amount: 50_000_000, problem: 'has too many wildcards for so many names' },
};
/** A search that was given up: nothing is cut short without a word. */
class OverBudget extends Error {
}
/** Counts what is looked at, because a pull request can fill its repository with anything. Throws an OverBudget. */
class ReadBudget {
    #left;
    constructor({ entries, files, bytes, steps } = {}) {
        this.#left = {
            entries: entries ?? MOST.entries.amount,
            files: files ?? MOST.files.amount,
            bytes: bytes ?? MOST.bytes.amount,
            steps: steps ?? MOST.steps.amount,
        };
    }
    spend(kind, amount = 1) {
        this.#left[kind] -= amount;
        if (this.#left[kind] < 0)
            throw new OverBudget(MOST[kind].problem);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/settings/files/file-access.js



/** What is at `path`, links followed; `undefined` where there is nothing. */
function lookUp(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch (error) {
        return isNothing(error) ? undefined : file_access_unreadable(error);
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
function file_access_unreadable(error) {
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

;// CONCATENATED MODULE: ./lib/settings/files/reach.js


/** A place outside that the step names by itself: whoever wrote the workflow knows what is there. */
const ANYWHERE = { holds: () => true };
/** Inside of these folders, links followed. */
function within(...folders) {
    const roots = folders
        .map((folder) => realOf(folder))
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
function realOf(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        return folder;
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
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
        return file_access_unreadable(error);
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

;// CONCATENATED MODULE: ./lib/settings/config/read-config.js






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
    const text = readText(path, { reach, most: MOST_BYTES.config, mark: 'drop' });
    if (typeof text !== 'string')
        return refused(file, text);
    // Most runs have no config file: they need not load the parser.
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(804)]).then(__webpack_require__.bind(__webpack_require__, 8804));
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
        refuse(folder, file_access_unreadable(error));
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
        refuse(folder, file_access_unreadable(error));
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
    return { kind: 'pattern', signs: ignoresCase ? signs.map(lowered) : signs };
}
function lowered(sign) {
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
    const states = alternatives.map((segments, alternative) => ({ alternative, segments: stepsOf(segments, root), at: 0 }));
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
function stepsOf(segments, root) {
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
            const message = `no ${noun} was recognised in ${JSON.stringify(given)}: nothing is there.`;
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
        return { ...sources, mistakes: [mistake(`${given} ${error.message}.`, NARROWER)] };
    }
    if (sources.files.length === 0 && sources.mistakes.length === 0) {
        const message = `no ${noun} was recognised in ${given}: no file there has a name that ends in .sql.`;
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
    const text = textOf(path, { reach, most: MOST_BYTES.sql, mark: 'keep' });
    if (typeof text !== 'string') {
        refuse(path, text);
        return;
    }
    budget.spend('files');
    budget.spend('bytes', text.length);
    const bom = text.startsWith('\uFEFF');
    const own = { file, path: nameIn(top, path), sql: bom ? text.slice(1) : text };
    (isSql ? sources.files : sources.companions).push({ ...own, ...(bom && { bom }) });
}
function textOf(path, reading) {
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
function usableOutput({ wanted, name, fallback, reportFiles }, databases, rehearses) {
    const mistakes = overwrittenSnapshots(wanted, databases, rehearses, reportFiles);
    if (mistakes.length === 0) {
        const reason = whyUnwritable(wanted);
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
    const read = given.map((text) => filesOf(text, place, reader));
    const paths = new Map();
    for (const name of read.flatMap(({ names }) => names)) {
        const path = (0,external_node_path_.resolve)(folder, name);
        if (!paths.has(path))
            paths.set(path, name.replaceAll('\\', '/'));
    }
    const mistakes = read.flatMap((one) => one.mistakes);
    return { databases: named([...paths].map(([path, name]) => ({ path, name }))), mistakes };
}
function filesOf(text, place, { author, budget }) {
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
            return databases_refused(`no database matches ${text}.`, CHECK);
        const outside = names.filter((name) => !isWithin((0,external_node_path_.resolve)(folder, name), reach));
        mistakes.push(...outside.map((name) => said(name, LEADS_OUT)));
        return { names: names.filter((name) => !outside.includes(name)), mistakes };
    }
    catch (error) {
        if (!(error instanceof OverBudget))
            throw error;
        return databases_refused(`${text} ${error.message}.`, 'Write a narrower glob.');
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
    return { key: 'database', message: `the database ${name} ${problem}.`, remedy };
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
        const label = unused(isAlone ? stem : slug(stemOf(file.name)), used);
        used.add(label.toLowerCase());
        return { ...file, migrated: migratedName(label, file.path) };
    });
}
/** A dump becomes a database. */
function migratedName(label, path) {
    const extension = (0,external_node_path_.extname)(unpackedName(path));
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
/** Without what a path or the name of an artifact must not hold. */
function slug(path) {
    return path.replace(/^[./\\]+/, '').replace(/[":<>|*?\r\n\\/]+/g, '-');
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
            ...(needsDatabase && names.length === 0 ? [missing] : []),
            ...at('database', databases.mistakes),
            ...at('migrations', mistakes),
            ...application.mistakes,
        ],
    };
}
const missing = {
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
    const key = path.map((part) => (0,told/* short */.h)(String(part))).join('.');
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
    return `is ${(0,told/* short */.h)(typeof input === 'string' ? JSON.stringify(input) : String(input))}`;
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
    const full = (0,told/* short */.h)([...path, key].join('.'));
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
        // Timers take whole milliseconds, and 0 would be at once.
        timeoutMs: Math.ceil((values['timeout-minutes'] ?? 30) * 60_000),
        checks: checksOf(values.checks ?? {}, config),
        expect: trusted_expectations(values.expect, config),
        allow: allowances(values.allow, config),
        ...(production !== undefined && { productionSqlite: String(production) }),
        ...(config.file !== undefined && { configFile: config.file }),
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
        columns: columnsOf(columns, config, ['expect', 'columns']),
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
function allowances(allow = [], config) {
    return allow.map(({ migration, ...allowance }, at) => ({
        ...allowance,
        ...(migration !== undefined && { migration: String(migration) }),
        source: sourceOf(config, ['allow', at]),
    }));
}

;// CONCATENATED MODULE: ./lib/settings/read-settings.js

















/**
 * Inputs over config file over defaults, each validated by itself. All mistakes come back at once; then `settings`
 * still has usable values, with defaults for what was wrong, because the report must be written somewhere.
 */
async function readSettings(source) {
    const { workspace, defaultOutput, ruleIds, reportFiles } = source;
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
    mistakes.push(...stepOnly);
    mistakes.push(...(0,told/* told */.E)(allowanceMistakes(config, ruleIds)), ...(0,told/* told */.E)(checkMistakes(config)));
    mistakes.push(...contradictions(fromConfig.values, config));
    const isRefused = config.broken || mistakes.some(({ key }) => key === 'database');
    const writtenIn = (key) => (given[key] === undefined && key in config.values ? config : config_config/* NO_CONFIG */.H);
    mistakes.push(...commandMistakes(values));
    const wanted = values.output === undefined ? defaultOutput : (0,external_node_path_.resolve)(folder, values.output);
    const place = { folder, workspace, output: wanted, reportFiles };
    const wish = { needsDatabase: !isRefused, budget: new ReadBudget() };
    const files = isReadable ? readNamedFiles(values, place, writtenIn, wish) : NO_FILES;
    const { databases, migrations, application } = files;
    const inSql = allowancesInSql(migrations?.files ?? [], ruleIds);
    const choice = {
        wanted,
        name: values.output ?? (0,external_node_path_.basename)(defaultOutput),
        fallback: defaultOutput,
        reportFiles,
    };
    const rehearses = values.migrations !== undefined || values.command !== undefined;
    const output = usableOutput(choice, databases, rehearses);
    mistakes.push(...files.mistakes, ...inSql.mistakes, ...output.mistakes);
    const own = trusted(values, { output: output.folder, artifactName: artifactName(given) }, config);
    const allow = [...own.allow, ...inSql.allow];
    const checks = { ...own.checks, statements: application };
    const command = commandOf(values, folder);
    const settings = {
        ...{ ...own, allow, checks, databases, workspace },
        ...(migrations && { migrations }),
        ...(command && { command }),
    };
    return { settings, mistakes: mistakes.toSorted(byPlace) };
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
/** Drops what is wrong, key by key, so that the rest can still be used. `config` is where the values were written. */
function validated(values, config) {
    const raw = read_settings_lowered(values);
    const result = settingsSchema.safeParse(raw, { reportInput: true });
    if (result.success)
        return { values: result.data, mistakes: [] };
    const issues = result.error.issues;
    const wrong = new Set(issues.flatMap(({ path, keys }) => (path.length === 0 ? (keys ?? []) : [String(path[0])])));
    const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
    return {
        values: settingsSchema.parse(rest),
        mistakes: (0,told/* told */.E)(mistakesOfAll(issues, config)),
    };
}
function* mistakesOfAll(issues, config) {
    for (const issue of issues)
        yield* mistakesOf(issue, config);
}
/** YAML knows its switches in any case: `On` and `ON` are `on`. */
function read_settings_lowered(values) {
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
var facts_part = __webpack_require__(7431);
;// CONCATENATED MODULE: ./lib/supervisor/not-started.js

/** The facts of a run that was not started, because of mistakes in its settings. `path`: of the database, or empty. */
function notStarted(path, mistakes) {
    return (0,facts_part/* assemble */.f)(path, [{ facts: { mistakes } }], { total: 0 });
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/main.js






/** Settings, facts, judgement, words: one run from the user's settings to the exit code. `signal`: aborts when cancelled. */
async function main(host, supervisor, signal) {
    const { inputs, workspace, defaultOutput, event } = host;
    const ruleIds = rules.rules.filter(({ allowable }) => allowable).map(({ id }) => id);
    const reportFiles = formats/* formats */.F.map(({ file }) => file);
    const source = {
        inputs,
        workspace,
        defaultOutput,
        ruleIds,
        reportFiles,
        ...(event !== undefined && { event }),
    };
    const { settings, mistakes } = await readSettings(source);
    const facts = mistakes.length > 0
        ? [notStarted(settings.databases[0]?.name ?? '', mistakes)]
        : await measure(host, supervisor, settings);
    const sqlite = facts.find(({ rehearsal }) => rehearsal.sqlite !== '')?.rehearsal.sqlite ?? '';
    const tool = { name: version/* NAME */.o, version: version/* VERSION */.x, sqlite, node: process.versions.node };
    const record = judge(facts, settings, { now: new Date(), tool });
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
    return await supervisor.run(requests, Math.max(0, timeoutMs - performance.now()));
}
function intention({ databases, migrations, command, configFile }) {
    const config = configFile === undefined ? 'no config file' : `config file ${configFile}`;
    const subject = databases.length === 1 ? databases[0]?.name : `${databases.length} databases`;
    if (migrations)
        return `Rehearsing the migrations of ${migrations.name} on a copy of ${subject}; ${config}`;
    return `${command ? 'Running the command on a copy of' : 'Checking'} ${subject}; ${config}`;
}


/***/ }),

/***/ 6828:
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

/***/ 4712:
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


/***/ })

};
