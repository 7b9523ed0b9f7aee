export const id = 537;
export const ids = [537];
export const modules = {

/***/ 6654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isHealthCheck)
/* harmony export */ });
/** Nothing was to be migrated, or what is to be is not known. */
function isHealthCheck({ plan, command }) {
    return plan === undefined && command === undefined;
}


/***/ }),

/***/ 70537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
    const { verdict, generatedAt, tool, samples, configFile, databases, findings } = record;
    const report = {
        schemaVersion: 1,
        verdict,
        generatedAt,
        tool: { name: tool.name, version: tool.version, sqlite: tool.sqlite, node: tool.node },
        samples,
        configFile,
        databases: databases.map(databaseOf),
        findings: findings.map(findingOf),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
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

// EXTERNAL MODULE: ./lib/report/formats/markdown/markdown.js + 18 modules
var markdown = __webpack_require__(46695);
;// CONCATENATED MODULE: ./lib/report/formats/index.js


/** Every report file, in the order in which people are told of them. A format is its file, this line and its test. */
const formats = [markdown/* markdown */.wD, json];


/***/ }),

/***/ 46695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dl: () => (/* binding */ DETAILS),
  wD: () => (/* binding */ markdown),
  Gc: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./lib/text/numbers.js
var text_numbers = __webpack_require__(25825);
// EXTERNAL MODULE: ./lib/text/visible.js
var visible = __webpack_require__(81981);
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
const LINKING = /@(?=\S)|#(?=\d)|GH-(?=\d)|:(?=\/\/)|(?:mailto|xmpp):|www(?=\.)|:(?=[\d+\\_-]*[a-z_][\w+\\-]*:|[+-]1:)/gi;
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
    const padding = /^`|`$|^ .*[^ ].* $/.test(shown) ? ' ' : '';
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
var icons = __webpack_require__(26536);
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
var units = __webpack_require__(60865);
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
var database = __webpack_require__(6654);
// EXTERNAL MODULE: ./lib/report/shared/reading.js
var reading = __webpack_require__(67882);
;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/decision.js






/** The first lines: the recommendation, what was rehearsed on what, what came of it, and the risk. */
function decision({ facts, recommendation, risk, criteria }, configFile) {
    const config = configFile === undefined ? [] : [configLine(configFile)];
    const lines = [databaseLine(facts), ...rehearsalLine(facts), ...config, ...resultLines(facts)];
    const met = criteria.filter((criterion) => criterion.met).length;
    if (criteria.length > 0)
        lines.push(`**Success criteria:** ${met} of ${criteria.length} met`);
    if (risk.level !== 'unknown')
        lines.push(`**Risk:** ${risk.level}`);
    return `**${words(recommendation)}**\n\n${bullets(lines)}`;
}
/** Which file the settings come from: another one than was meant would check less. */
function configLine(file) {
    return `**Config file:** ${code(file)}`;
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
        return [`**Rehearsal:** the command ${(0,reading/* endOf */.pJ)(facts)}; ${(0,reading/* commandCommits */.Ef)(facts)}${recorded}`];
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
    const lines = [`**Data:** ${dataLine(changes)}; orphans ${orphans(before)} → ${orphans(after)}`];
    const objects = (0,reading/* objectCounts */.eD)(changes.objects);
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
    return (0,reading/* wasMeasured */.su)(side, 'orphans') ? found : `${found} (not every table could be checked)`;
}

// EXTERNAL MODULE: ./lib/report/shared/groups.js
var shared_groups = __webpack_require__(54816);
// EXTERNAL MODULE: ./lib/report/shared/sample-lines.js
var sample_lines = __webpack_require__(75492);
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
var scopes = __webpack_require__(59694);
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
        line('rows without a parent', (side) => ticked((0,units/* total */.X5)(side.orphans, ({ rows }) => rows), (0,reading/* wasMeasured */.su)(side, 'orphans'))),
        ...orphanLines(facts, sides),
        line('foreign keys that SQLite cannot enforce', ({ mismatches }) => ticked(mismatches.length)),
        line('views and triggers that do not compile', (side) => ticked(side.broken.length, (0,reading/* wasMeasured */.su)(side, 'schema'))),
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
    const former = new Map(after.tables.map((entry) => [entry.table, (0,reading/* formerTable */.ie)(facts, entry.table)]));
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
var quote = __webpack_require__(48104);
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
    return code(`${owner}.${column}`);
}

;// CONCATENATED MODULE: ./lib/report/formats/markdown/sections/statement-log.js





const STATUSES = { done: `${TICK} done`, failed: `${CROSS} failed`, 'not-run': '– not run' };
/** Every statement with its line, status, time and rows, phase by phase. */
function statementLog({ rehearsal }) {
    const { statements, outcome } = rehearsal;
    if (statements.length === 0 || outcome === 'not-run')
        return undefined;
    const phases = [...Map.groupBy(statements, reading/* phaseName */.zu)].map(([name, own]) => `In ${code(name)}:\n\n${logOf(own)}`);
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
var profile_words = __webpack_require__(79402);
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
        `The command ${(0,reading/* endOf */.pJ)(facts)}.`,
        ...(copy === undefined ? [] : [COPIES[copy]]),
        `Counted from the file: ${(0,reading/* commandCommits */.Ef)(facts)} with a change.`,
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
    const stays = (0,reading/* keptStatements */.xN)(rehearsal);
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
    const { configFile } = record;
    const config = configFile === undefined ? '' : configLine(configFile);
    const counts = `**${(0,shared_groups/* verdictCounts */.US)(databases)}.**`;
    return paragraphs(counts, table(['verdict', 'databases:', 'what to do'], rows), config);
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

// EXTERNAL MODULE: ./lib/report/formats/markdown/tally.js
var tally = __webpack_require__(19373);
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
    const title = `# ${icons/* icons */.P[verdict]} Migration preflight: ${verdict}${number}`;
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
    const { findings, configFile } = record;
    const head = decision(database, configFile);
    if (detail === 'counts')
        return [head, (0,tally/* tally */.N)(findings)];
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


/***/ }),

/***/ 19373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ tally)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25825);

/** `2 errors, 1 warning, 0 notices.` */
function tally(findings) {
    const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(of('error'), 'error')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(of('warning'), 'warning')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(of('notice'), 'notice')}.`;
}


/***/ }),

/***/ 54816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ worstDatabases),
/* harmony export */   US: () => (/* binding */ verdictCounts),
/* harmony export */   cD: () => (/* binding */ inDatabases),
/* harmony export */   kG: () => (/* binding */ groupFindings)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25825);

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

/***/ 26536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ icons),
/* harmony export */   i: () => (/* binding */ severityIcons)
/* harmony export */ });
const icons = { cleared: '✅', warned: '⚠️', blocked: '❌', failed: '💥' };
const severityIcons = { error: '❌', warning: '⚠️', notice: 'ℹ️' };


/***/ }),

/***/ 67882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ commandCommits),
/* harmony export */   Gk: () => (/* binding */ kindWords),
/* harmony export */   eD: () => (/* binding */ objectCounts),
/* harmony export */   ie: () => (/* binding */ formerTable),
/* harmony export */   k5: () => (/* binding */ columnBefore),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   su: () => (/* binding */ wasMeasured),
/* harmony export */   xN: () => (/* binding */ keptStatements),
/* harmony export */   zu: () => (/* binding */ phaseName)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25825);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60865);


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
    if (kind === 'index')
        return ['index', 'indexes'];
    const word = kind.replace('-', ' ');
    return [word, `${word}s`];
}


/***/ }),

/***/ 75492:
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

/***/ 60865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 25825:
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

/***/ 79402:
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

/***/ 59694:
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


/***/ })

};
