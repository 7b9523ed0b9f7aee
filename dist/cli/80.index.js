export const id = 80;
export const ids = [80];
export const modules = {

/***/ 2080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminal: () => (/* binding */ terminal)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/report/escape.js
/**
 * Nothing out of a database, a file name or an SQL text may become markup, a link, a mention or a control sequence.
 * Everything shown goes through one of these.
 */
/** Control characters, line and paragraph separators, and bidirectional controls: invisible, or able to mislead. */
const INVISIBLE = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** `text` on one line, with every invisible character spelt out: `\u{202e}`. */
function visible(text) {
    return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
/** A word joiner that ends no line: it keeps GitHub from making a link of what it stands in. */
const BREAK = '\u2060';
/** `text` as plain words in GitHub-flavoured markdown. */
function words(text) {
    return visible(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*[\]|~$]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/^(\s*)([-+#=]|\d+[.)])/, '$1\\$2')
        .replace(/@(?=\S)/g, `@${BREAK}`)
        .replace(/(?<=#|GH-)(?=\d)/gi, BREAK)
        .replace(/(?<=https?:|ftp:|mailto:)(?=\S)/gi, BREAK)
        .replace(/(?<=www)(?=\.)/gi, BREAK);
}
/** `text` as an inline code span that also holds in a table cell. */
function code(text) {
    const shown = visible(text);
    if (shown === '')
        return '` `';
    const fence = '`'.repeat(longestRun(shown) + 1);
    const padding = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
    return `${fence}${padding}${shown.replaceAll('|', '\\|')}${padding}${fence}`;
}
/** `text` as a fenced block, line by line; `language` is ours. */
function codeBlock(text, language = '') {
    const lines = text.split(/\r?\n/).map(visible);
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return [`${fence}${language}`, ...lines, fence].join('\n');
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

;// CONCATENATED MODULE: ./lib/report/icons.js
const icons = { cleared: '✅', warned: '⚠️', blocked: '❌', failed: '💥' };
const severityIcons = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

;// CONCATENATED MODULE: ./lib/report/numbers.js
/** `1,234`. */
function whole(number) {
    return number.toLocaleString('en-US');
}
/** Bytes in the unit that reads best: `45.1 kB`. */
function size(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}
/** Milliseconds in the unit that reads best: `0.4 ms`, `12.3 s`. */
function duration(ms) {
    return ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
/** `1 row`, `3 rows`. */
function counted(number, one, many = `${one}s`) {
    return `${whole(number)} ${number === 1 ? one : many}`;
}
/** `file.sql:12`. */
function placeText({ file, line }) {
    return line === undefined ? file : `${file}:${line}`;
}

;// CONCATENATED MODULE: ./lib/report/log.js



/** The log: a group for each phase with a line per statement, then what was verified, then the verdict. */
function renderLog(record) {
    const groups = record.databases.flatMap((database) => [...phaseGroups(database), verification(database)]);
    return [...groups, conclusion(record)]
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => ({ title: visible(title), lines: lines.map(visible) }));
}
function phaseGroups({ facts }) {
    const groups = new Map();
    for (const step of facts.rehearsal.steps) {
        const title = step.phase === undefined ? step.file : `${step.file}: ${step.phase}`;
        const lines = groups.get(title) ?? [];
        groups.set(title, lines);
        const isFailure = step === facts.rehearsal.steps[facts.rehearsal.failure?.step ?? -1];
        lines.push(stepLine(step, isFailure ? facts.rehearsal.failure?.message : undefined));
    }
    return [...groups].map(([title, lines]) => ({ title, lines }));
}
function stepLine(step, failure) {
    const { status, title, ms, rows, line, rolledBack } = step;
    if (status === 'not-run')
        return `- ${title} (line ${line}): not run`;
    const measured = [ms !== undefined && duration(ms), rows !== undefined && counted(rows, 'row')]
        .filter(Boolean)
        .join(', ');
    if (status === 'failed')
        return `✗ ${title} (line ${line}): ${failure ?? 'did not end'}`;
    return `✓ ${title} (${measured})${rolledBack ? ', rolled back' : ''}`;
}
function verification({ facts }) {
    const { before, after, changes } = facts;
    const now = after ?? before;
    if (now === undefined)
        return { title: 'Verification', lines: [] };
    const former = (table, column) => after === undefined
        ? undefined
        : before?.required.find((entry) => entry.table === table && entry.column === column)?.nulls;
    const added = changes?.objects.filter(({ kind, change }) => kind === 'index' && change === 'added').length ?? 0;
    return {
        title: `Verification of ${facts.path}`,
        lines: [
            `${now.integrity.result === 'ok' ? '✓' : '✗'} integrity: ${now.integrity.result}`,
            `${now.orphans.length === 0 ? '✓' : '✗'} orphans: ${whole(now.orphans.reduce((sum, { rows }) => sum + rows, 0))}`,
            ...now.required.map(({ table, column, nulls }) => {
                const earlier = former(table, column);
                return `${nulls === 0 ? '✓' : '✗'} ${table}.${column}: ${whole(nulls)} NULLs${earlier === undefined ? '' : ` (before: ${whole(earlier)})`}`;
            }),
            ...(changes === undefined ? [] : [`  indexes added: ${added}`]),
            ...(changes?.tables ?? [])
                .filter(({ added: rows, removed, changed }) => rows + removed + changed > 0)
                .map(({ table, added: rows, removed, changed }) => `  ${table}: ${whole(rows)} added, ${whole(removed)} removed, ${whole(changed)} changed`),
        ],
    };
}
function conclusion({ verdict, findings }) {
    return {
        title: 'Verdict',
        lines: [
            `${icons[verdict]} ${verdict.toUpperCase()}`,
            ...findings.map(({ severity, rule, message, location, allowed }) => {
                const where = location === undefined ? '' : ` (${placeText(location)})`;
                return `${severityIcons[severity]} ${rule}${where}: ${message}${allowed === undefined ? '' : ` Allowed: ${allowed}`}`;
            }),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/host/publish/outputs.js
/** The step's outputs by name, apart from those of the artifacts. Several databases: one line each. */
function outputsOf(record, files) {
    const number = (severity) => String(record.findings.filter((finding) => finding.severity === severity).length);
    const sides = record.databases.map(({ facts }) => facts.after ?? facts.before);
    const orphans = sides.flatMap((side) => side?.orphans ?? []).reduce((sum, { rows }) => sum + rows, 0);
    return {
        verdict: record.verdict,
        errors: number('error'),
        warnings: number('warning'),
        orphans: String(orphans),
        'report-json': files.json,
        'report-markdown': files.markdown,
        'migrated-database': migratedDatabases(record).join('\n'),
    };
}
function migratedDatabases({ databases }) {
    return databases.flatMap(({ facts }) => facts.migratedDatabase ?? []);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/report/json.js
/** report.json, in the shape of report.schema.json. What does not apply is left out. */
function renderJson(record) {
    const { verdict, generatedAt, tool, databases, findings } = record;
    const report = {
        schemaVersion: 1,
        verdict,
        generatedAt,
        tool,
        databases: databases.map(database),
        findings,
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
function database({ verdict, facts, risk, criteria, recommendation, nextSteps }) {
    const { path, unusable, snapshot, plan, before, rehearsal, after, changes, incidents, timings } = facts;
    return {
        verdict,
        snapshot: snapshot ?? { path, ...(unusable && { unusable: unusable.reason }) },
        plan: plan && planOf(plan),
        before: before && healthOf(before),
        rehearsal: rehearsalOf(rehearsal),
        after: after && healthOf(after),
        changes,
        incidents: incidents.length > 0 ? incidents : undefined,
        migratedDatabase: baseName(facts),
        risk,
        criteria,
        recommendation,
        nextSteps,
        timings: roundedAll(timings),
    };
}
function planOf({ layout, profile, applied, pending }) {
    const { name, foreignKeys, transaction } = profile;
    return { layout, profile: name, foreignKeys, transaction, applied, pending };
}
function healthOf({ integrity, tables, orphans, mismatches, required, header, degraded }) {
    return {
        integrity: integrity.result,
        integrityMessages: integrity.messages.length > 0 ? integrity.messages : undefined,
        tables,
        orphans,
        mismatches: mismatches.length > 0 ? mismatches : undefined,
        required,
        header,
        degraded: degraded.length > 0 ? degraded : undefined,
    };
}
function rehearsalOf({ outcome, commits, leftOpen, steps, failure }) {
    return {
        outcome,
        commits,
        leftOpen: leftOpen || undefined,
        steps: steps.map(({ names: _, ms, ...step }) => ({
            ...step,
            ...(ms !== undefined && { ms: rounded(ms) }),
        })),
        failure,
    };
}
/** The folder is the machine's business; the outputs give the whole path. */
function baseName({ migratedDatabase }) {
    return migratedDatabase?.split(/[\\/]/).at(-1);
}
function roundedAll(timings) {
    return Object.fromEntries(Object.entries(timings).map(([name, ms]) => [name, rounded(ms)]));
}
function rounded(ms) {
    return Math.round(ms * 1000) / 1000;
}

;// CONCATENATED MODULE: ./lib/report/markdown/parts.js

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
/** A numbered list of plain sentences. */
function numbered(sentences) {
    return sentences.map((sentence, at) => `${at + 1}. ${words(sentence)}`).join('\n');
}

;// CONCATENATED MODULE: ./lib/report/markdown/assessment.js



const NAMES = {
    copy: 'Copy and hash the snapshot',
    healthBefore: 'Check before',
    rehearsal: 'Rehearse',
    healthAfter: 'Check after',
    schemaDiff: 'Compare the schemas',
    dataDiff: 'Compare every row',
    total: 'Total (some of it at the same time)',
};
/** Risk, timeline and success criteria. */
function assessment({ facts, risk, criteria }) {
    if (facts.snapshot === undefined)
        return [];
    const timeline = Object.entries(facts.timings).map(([name, ms]) => [NAMES[name] ?? name, duration(ms)]);
    const sections = [];
    if (risk.level !== 'unknown')
        sections.push({ title: `Risk: ${risk.level}`, body: bullets(risk.reasons.map(words)) });
    sections.push({ title: 'Timeline', body: table(['step', 'time:'], timeline) });
    if (criteria.length > 0) {
        const met = criteria.filter((criterion) => criterion.met).length;
        const body = criteria
            .map((criterion) => `- [${criterion.met ? 'x' : ' '}] ${words(criterion.text)}`)
            .join('\n');
        sections.push({ title: `Success criteria: ${met} of ${criteria.length} met`, body });
    }
    return sections;
}

;// CONCATENATED MODULE: ./lib/report/markdown/decision.js



/** The first lines: recommendation, what was rehearsed on what, and the risk. */
function decision({ facts, recommendation, risk }) {
    const lines = [databaseLine(facts), ...rehearsalLine(facts), ...resultLine(facts)];
    if (risk.level !== 'unknown')
        lines.push(`**Risk:** ${risk.level}`);
    return `**${words(recommendation)}**\n\n${bullets(lines)}`;
}
function databaseLine({ path, snapshot, before }) {
    const parts = [code(path === '' ? '(none)' : path)];
    if (snapshot !== undefined)
        parts.push(size(snapshot.bytes));
    if (before !== undefined) {
        const rows = before.tables.reduce((sum, table) => sum + table.rows, 0);
        parts.push(counted(before.tables.length, 'table'), counted(rows, 'row'));
    }
    return `**Database:** ${parts.join(', ')}`;
}
function rehearsalLine({ plan, rehearsal, timings }) {
    if (plan === undefined)
        return [];
    const { profile, pending } = plan;
    const how = `profile ${code(profile.name)}, foreign keys ${profile.foreignKeys ? 'on' : 'off'}`;
    const spent = timings.rehearsal === undefined ? '' : ` in ${duration(timings.rehearsal)}`;
    const outcome = {
        done: 'ran to its end',
        failed: 'failed',
        refused: 'refused',
        timeout: 'did not end in time',
        crashed: 'was interrupted',
        'not-run': 'not run',
    };
    return [
        `**Rehearsal:** ${counted(pending.length, 'migration')}, ${counted(rehearsal.steps.length, 'statement')}, ${how}: ${outcome[rehearsal.outcome]}${spent}`,
    ];
}
/** What happened to the data, in one line: the proof that the reader came for. */
function resultLine({ changes, rehearsal, before, after }) {
    if (changes === undefined || rehearsal.outcome !== 'done')
        return [];
    const { tables } = changes;
    const sum = (of) => tables.reduce((total, table) => total + of(table), 0);
    const values = (kind) => sum(({ columns }) => columns.reduce((total, column) => total + column[kind], 0));
    const rows = `rows ${whole(sum(({ added }) => added))} added, ${whole(sum(({ removed }) => removed))} removed`;
    const cells = `values ${whole(values('filled'))} filled, ${whole(values('changed'))} changed, ${whole(values('cleared'))} cleared, ${whole(values('retyped'))} retyped`;
    const orphans = (side) => side?.orphans.reduce((total, entry) => total + entry.rows, 0) ?? 0;
    return [`**Result:** ${rows}; ${cells}; orphans ${whole(orphans(before))} → ${whole(orphans(after))}`];
}

;// CONCATENATED MODULE: ./lib/report/markdown/findings.js




/** Why it was decided so: errors and warnings open, notices folded. */
function findingList(findings) {
    const open = findings.filter(({ severity }) => severity !== 'notice');
    const notices = findings.filter(({ severity }) => severity === 'notice');
    const why = open.length === 0 ? [] : ['## Why', open.map(described).join('\n\n')];
    if (notices.length === 0)
        return why;
    const title = `${notices.length} ${notices.length === 1 ? 'notice' : 'notices'}`;
    return [...why, folded({ title, body: notices.map(described).join('\n\n') })];
}
function described({ severity, rule, title, message, remedy, query, location, allowed }) {
    const where = location === undefined ? '' : `, ${code(placeText(location))}`;
    const advice = allowed === undefined ? `→ ${words(remedy)}` : `→ Allowed: ${words(allowed)}`;
    const lines = [
        `- ${severityIcons[severity]} **${words(title)}** (${code(rule)}${where})<br>`,
        `  ${words(message)}<br>`,
        `  ${advice}`,
    ];
    if (query === undefined)
        return lines.join('\n');
    const block = codeBlock(query, 'sql').replace(/^/gm, '  ');
    return `${lines.join('\n')}\n\n${block}`;
}

// EXTERNAL MODULE: ./lib/sql/quote.js
var quote = __webpack_require__(8104);
;// CONCATENATED MODULE: ./lib/report/markdown/guide.js



/** What to do by hand around the migration: before it, to verify it, when it goes wrong. */
function guide({ facts }) {
    if (facts.snapshot === undefined)
        return [];
    const verify = { title: 'Verification by hand', body: codeBlock(guide_verification(facts).join('\n'), 'sql') };
    return facts.plan === undefined
        ? [verify]
        : [before(facts.path), verify, ...knownIssues(facts), rollback(facts.path)];
}
function before(path) {
    const database = shell(path);
    const commands = [
        '# Back up: the WAL is taken along, and nobody needs to stop.',
        `sqlite3 ${database} ".backup 'backup.db'"`,
        '# Verify the backup.',
        'sqlite3 backup.db "PRAGMA integrity_check;"',
    ];
    const advice = 'Keep the backup until the application has run on the migrated database for some days, and not on the same disk alone.';
    return { title: 'Before you execute', body: `${codeBlock(commands.join('\n'), 'sh')}\n\n${advice}` };
}
function guide_verification({ before, after }) {
    const now = after ?? before;
    if (now === undefined)
        return [];
    const counts = now.tables.map(({ table, rows }) => `SELECT count(*) FROM ${(0,quote/* quoteName */.AB)(table)}; -- ${rows}`);
    const nulls = now.required.map(({ table, column, nulls: found }) => `SELECT count(*) FROM ${(0,quote/* quoteName */.AB)(table)} WHERE ${(0,quote/* quoteName */.AB)(column)} IS NULL; -- ${found}`);
    return ['PRAGMA integrity_check;', 'PRAGMA foreign_key_check;', ...nulls, ...counts];
}
/** Failures that the report's reader may meet again, with what to do: only what happened here. */
function knownIssues({ rehearsal }) {
    if (rehearsal.failure === undefined)
        return [];
    const body = bullets([
        words(`${rehearsal.failure.message}: see the remedy above; production stops at the same statement.`),
    ]);
    return [{ title: 'Known issues met', body }];
}
function rollback(path) {
    const database = shell(path);
    const commands = [
        '# Stop the application, then put the backup in place of the database and of its WAL.',
        `rm -f ${database}-wal ${database}-shm`,
        `cp backup.db ${database}`,
        `sqlite3 ${database} "PRAGMA integrity_check;"`,
    ];
    return {
        title: 'Rollback',
        body: `${codeBlock(commands.join('\n'), 'sh')}\n\nThe restore was not rehearsed in this run.`,
    };
}
/** A path as one word of a POSIX shell. */
function shell(path) {
    return `'${path.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./lib/report/markdown/health.js



/** Integrity, orphans, required values and row counts, before -> after. */
function health({ before, after }) {
    if (before === undefined)
        return undefined;
    const parts = [
        table(after === undefined ? ['check', 'found'] : ['check', 'before', 'after'], checks(before, after)),
        rows(before, after),
        ...damage(before, after),
        ...degraded(before, after),
    ];
    return { title: after === undefined ? 'Health' : 'Health before → after', body: parts.join('\n\n') };
}
function checks(before, after) {
    const sides = after === undefined ? [before] : [before, after];
    const line = (name, of) => [name, ...sides.map(of)];
    const keys = new Map(sides
        .flatMap((side) => side.orphans)
        .map((entry) => [`${entry.table}(${entry.columns.join(', ')}) → ${entry.parent}`, entry]));
    const required = new Map(sides.flatMap((side) => side.required).map((entry) => [`${entry.table}.${entry.column}`, entry]));
    return [
        line('integrity_check', ({ integrity }) => `${integrity.result === 'ok' ? '✅' : '❌'} ${integrity.result}`),
        line('orphans', ({ orphans }) => ticked(orphans.reduce((sum, entry) => sum + entry.rows, 0))),
        ...[...keys].map(([name, key]) => line(`orphans of ${code(name)}`, ({ orphans }) => ticked(orphans.find((entry) => entry.table === key.table &&
            entry.columns.join() === key.columns.join() &&
            entry.parent === key.parent)?.rows ?? 0))),
        line('foreign keys that cannot be enforced', ({ mismatches }) => ticked(mismatches.length)),
        ...[...required].map(([name, entry]) => line(`NULLs in ${code(name)}`, (side) => {
            const measured = side.required.find((other) => other.table === entry.table && other.column === entry.column);
            return measured === undefined
                ? 'no such column'
                : side === before && after !== undefined
                    ? whole(measured.nulls)
                    : ticked(measured.nulls);
        })),
    ];
}
function ticked(found) {
    return `${found === 0 ? '✅' : '❌'} ${whole(found)}`;
}
function rows(before, after) {
    if (after === undefined) {
        return table(['table', 'rows:'], before.tables.map((entry) => [code(entry.table), whole(entry.rows)]));
    }
    const later = new Map(after.tables.map((entry) => [entry.table, entry.rows]));
    const earlier = new Map(before.tables.map((entry) => [entry.table, entry.rows]));
    const names = [...new Set([...earlier.keys(), ...later.keys()])];
    const cell = (count) => (count === undefined ? '–' : whole(count));
    return table(['table', 'rows before:', 'rows after:'], names.map((name) => [code(name), cell(earlier.get(name)), cell(later.get(name))]));
}
function damage(before, after) {
    const messages = [...before.integrity.messages, ...(after?.integrity.messages ?? [])];
    return messages.length === 0 ? [] : [bullets([...new Set(messages)].map(words))];
}
function degraded(before, after) {
    const notes = [...before.degraded, ...(after?.degraded ?? [])].map(({ check, table: owner, missing }) => `${check}${owner === undefined ? '' : ` of ${code(owner)}`} not checked: ${words(missing)}`);
    return notes.length === 0 ? [] : [bullets([...new Set(notes)])];
}

;// CONCATENATED MODULE: ./lib/report/markdown/modified.js



/** What the migration did, phase by phase as executed, and in the end as compared. */
function modified({ plan, rehearsal, changes }) {
    if (plan === undefined || changes === undefined)
        return undefined;
    const empty = plan.pending
        .filter(({ statements }) => statements === 0)
        .map(({ file }) => `${code(file)}: no statement`);
    const parts = [bullets([...phases(rehearsal.steps), ...empty]), content(changes), objects(changes.objects)];
    const title = rehearsal.outcome === 'done' ? 'What was modified' : 'What was modified before the failure';
    return { title, body: parts.filter((part) => part !== '').join('\n\n') };
}
function phases(steps) {
    const byPhase = Map.groupBy(steps, ({ file, phase }) => (phase === undefined ? file : `${file}: ${phase}`));
    return [...byPhase].map(([phase, own]) => {
        const done = own.filter(({ status }) => status === 'done');
        const undone = done.filter(({ rolledBack }) => rolledBack).length;
        const rows = done.reduce((sum, step) => sum + (step.rows ?? 0), 0);
        const notes = [
            `${counted(done.length, 'statement')} of ${whole(own.length)} ran`,
            ...(rows > 0 ? [`${counted(rows, 'row')} written`] : []),
            ...(undone > 0 ? [`${whole(undone)} rolled back`] : []),
        ];
        return `${code(phase)}: ${notes.join(', ')}`;
    });
}
function content({ tables }) {
    const touched = tables.filter(({ added, removed, changed }) => added + removed + changed > 0);
    const same = tables.length - touched.length;
    const note = `${counted(same, 'table')} with every row and value unchanged (compared exactly, storage class and bytes).`;
    if (touched.length === 0)
        return note;
    const rows = touched.map(({ table: name, added, removed, changed, columns }) => {
        const values = columns.map(({ column, ...kinds }) => {
            const found = Object.entries(kinds).filter(([, count]) => count > 0);
            return `${code(column)} ${found.map(([kind, count]) => `${whole(count)} ${kind}`).join(', ')}`;
        });
        return [code(name), whole(added), whole(removed), whole(changed), values.join('; ')];
    });
    return `${table(['table', 'rows added:', 'removed:', 'changed:', 'values'], rows)}\n\n${note}`;
}
function objects(all) {
    const groups = Map.groupBy(all, ({ kind, change }) => `${kind} ${change}`);
    return bullets([...groups].map(([, group]) => {
        const [first] = group;
        const names = group.map(({ kind, name, table: owner, detail }) => {
            const text = kind === 'constraint' ? (detail ?? name) : name;
            const inside = kind === 'column' || kind === 'constraint' || kind === 'foreign-key';
            return code(inside && owner !== undefined ? `${owner}.${text}` : text);
        });
        const shown = names.slice(0, 40).join(', ');
        const rest = names.length > 40 ? ` and ${names.length - 40} more` : '';
        return `${words(`${plural(first?.kind ?? '', group.length)} ${first?.change ?? ''}`)}: ${shown}${rest}`;
    }));
}
function plural(kind, number) {
    const many = kind === 'index' ? 'indexes' : `${kind}s`;
    return `${number} ${number === 1 ? kind : many}`.replace('-', ' ');
}

;// CONCATENATED MODULE: ./lib/report/markdown/statement-log.js



/** Every statement with its place, status, time and rows. */
function statementLog({ rehearsal }) {
    const { steps, outcome } = rehearsal;
    if (steps.length === 0 || outcome === 'not-run')
        return undefined;
    const rows = steps.map(({ file, line, title, status, ms, rows: touched, rolledBack }) => [
        code(`${file}:${line}`),
        words(title),
        `${{ done: '✅ done', failed: '❌ failed', 'not-run': '– not run' }[status]}${rolledBack ? ', rolled back' : ''}`,
        ms === undefined ? '' : duration(ms),
        touched === undefined ? '' : whole(touched),
    ]);
    const note = 'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
    return {
        title: 'Statement log',
        body: `${table(['place', 'statement', 'status', 'time:', 'rows:'], rows)}\n\n${note}`,
    };
}

;// CONCATENATED MODULE: ./lib/report/markdown/validation.js



/** How the script behaved: as rehearsed, an error and all; and what this run did not rehearse. */
function validation({ plan, rehearsal }) {
    if (plan === undefined || rehearsal.outcome === 'not-run')
        return undefined;
    const { failure, steps, commits, leftOpen } = rehearsal;
    const undone = steps.filter(({ rolledBack }) => rolledBack).length;
    const missing = steps.filter(({ status }) => status === 'not-run').length;
    const lines = [
        `Commits: ${commits}. Statements rolled back: ${undone}. Statements not run: ${missing}.`,
        ...(leftOpen ? ['A transaction was still open at the end.'] : []),
        ...(failure === undefined
            ? ['No statement failed.']
            : [
                `Error: ${words(failure.message)} (${code(failure.code)}${failure.file === '' ? '' : `, ${code(placeText(failure))}`}).`,
                ...kept(rehearsal),
            ]),
        'Not rehearsed in this run: a second run of the same migration, a crash in the middle of it, a way back.',
    ];
    return { title: 'Script validation', body: bullets(lines) };
}
function kept({ steps }) {
    const stays = steps.filter(({ status, writes, rolledBack }) => status === 'done' && writes && !rolledBack);
    if (stays.length === 0)
        return ['After the error nothing stays applied.'];
    const names = stays.map(({ title, file, line }) => `  - ${words(title)} (${code(`${file}:${line}`)})`);
    return [
        `After the error ${counted(stays.length, 'statement stays', 'statements stay')} applied:\n${names.join('\n')}`,
    ];
}

;// CONCATENATED MODULE: ./lib/report/markdown/index.js












/** report.md: what was decided, why and what to do next; then the evidence, folded. */
function renderMarkdown(record, detail = 'full') {
    const several = record.databases.length > 1;
    const title = several
        ? `# ${icons[record.verdict]} Migration preflight: ${record.verdict}, ${counted(record.databases.length, 'database')}`
        : `# ${icons[record.verdict]} Migration preflight: ${record.verdict}`;
    const order = ['failed', 'blocked', 'warned', 'cleared'];
    const databases = record.databases.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
    const parts = databases.flatMap((database) => [
        ...(several ? [`## ${icons[database.verdict]} ${code(database.facts.path)}: ${database.verdict}`] : []),
        ...databaseParts(database, findingsOf(record, database), detail),
    ]);
    return `${[title, ...parts, footer(record)].join('\n\n')}\n`;
}
function databaseParts(database, findings, detail) {
    const head = [decision(database)];
    if (detail === 'counts')
        return [...head, tally(findings)];
    const next = database.nextSteps.length === 0 ? [] : ['## What to do next', numbered(database.nextSteps)];
    const shown = [...head, ...findingList(findings), ...next];
    if (detail === 'decision')
        return shown;
    const evidence = [
        health(database.facts),
        modified(database.facts),
        validation(database.facts),
        detail === 'full' ? statementLog(database.facts) : undefined,
        ...guide(database),
        ...assessment(database),
    ];
    const sections = evidence.filter((section) => section !== undefined).map(folded);
    return sections.length === 0 ? shown : [...shown, '## Evidence', ...sections];
}
function findingsOf({ findings }, { facts }) {
    return findings.filter(({ database }) => database === facts.path);
}
function tally(findings) {
    const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return `${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('notice'), 'notice')}.`;
}
function footer({ generatedAt, tool }) {
    const sqlite = tool.sqlite === '' ? '' : `, SQLite ${tool.sqlite}`;
    return `<sub>${tool.name} ${tool.version}${sqlite}, Node ${tool.node}, ${generatedAt}. Only what was measured is stated; no value of a row is shown.</sub>`;
}

;// CONCATENATED MODULE: ./lib/host/publish/reports.js




/** Writes report.json and report.md into `folder`, each whole or not at all. Throws when the folder cannot be written. */
function writeReports(record, folder) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    return {
        json: write((0,external_node_path_.join)(folder, 'report.json'), renderJson(record)),
        markdown: write((0,external_node_path_.join)(folder, 'report.md'), renderMarkdown(record)),
    };
}
function write(path, text) {
    const draft = `${path}.${process.pid}.tmp`;
    (0,external_node_fs_.writeFileSync)(draft, text);
    (0,external_node_fs_.renameSync)(draft, path);
    return path;
}

;// CONCATENATED MODULE: ./lib/host/writer.js
/**
 * The runner reads commands out of every line that a step prints: `::name …::` at the start of a line, after any white
 * space, and `##[name]` anywhere in it (actions/runner, ActionCommand.cs). Names and messages come from databases and
 * files, so every line goes through here; real commands are made by @actions/core alone.
 */
/** Control characters, line separators and bidirectional controls: they would end the line early or disguise it. */
const CONTROL = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** One line of text in which the runner finds no command and a terminal no control sequence. */
function neutralise(line) {
    return line
        .replace(CONTROL, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
        .replace(/^([\p{White_Space}\uFEFF]*):(?=:)/u, '$1\\:')
        .replaceAll('##[', '##\\[');
}
/** Writes lines to a stream, each neutralised. */
function writer(stream) {
    return (line) => {
        stream.write(`${neutralise(line)}\n`);
    };
}

;// CONCATENATED MODULE: ./lib/host/terminal.js







/** The terminal: the inputs as flags, `--fail-on error` or `--fail-on=error`. Needs no variable of GitHub's. */
function terminal(argv, flags, place) {
    const options = Object.fromEntries(flags.map(({ name }) => [name, { type: 'string' }]));
    try {
        const { values } = (0,external_node_util_.parseArgs)({
            args: [...argv],
            options: { ...options, help: { type: 'boolean' }, version: { type: 'boolean' } },
            strict: true,
        });
        if (values.help === true)
            return { print: help(flags), exitCode: 0 };
        if (values.version === true)
            return { print: place.version, exitCode: 0 };
        return { host: terminalHost(values, place.cwd, place.env) };
    }
    catch (error) {
        const [sentence] = error.message.split('. ');
        return { print: `The set-up is wrong: ${sentence}. See --help.`, exitCode: 2 };
    }
}
function help(flags) {
    const width = Math.max(...flags.map(({ name }) => name.length)) + 4;
    const lines = flags.map(({ name, description }) => `  ${`--${name}`.padEnd(width)}${description}`);
    return [
        'Rehearses a SQLite migration on a copy of a database and proves what happens to every row.',
        '',
        'sqlite-preflight --database FILE [--migrations FOLDER] [FLAG VALUE …]',
        '',
        ...lines,
        '',
        'Exit code: 0 nothing reached fail-on, 1 the migration has problems, 2 the set-up is wrong, 3 the preflight broke.',
    ].join('\n');
}
function terminalHost(inputs, cwd, env) {
    const write = writer(process.stdout);
    const defaultOutput = env.RUNNER_TEMP ? (0,external_node_path_.join)(env.RUNNER_TEMP, 'preflight') : (0,external_node_path_.join)(cwd, 'preflight-out');
    return {
        inputs,
        workspace: cwd,
        defaultOutput,
        temp: env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(),
        progress: write,
        publish: async (record, options) => publish(record, options, write),
    };
}
function publish(record, { output }, write) {
    for (const { title, lines } of renderLog(record)) {
        write('');
        write(title);
        for (const line of lines)
            write(`  ${line}`);
    }
    for (const database of record.databases) {
        write('');
        write(database.recommendation);
        for (const [at, step] of database.nextSteps.entries())
            write(`  ${at + 1}. ${step}`);
    }
    try {
        const { json, markdown } = writeReports(record, output);
        write('');
        for (const path of [markdown, json, ...migratedDatabases(record)])
            write(path);
        return record.exitCode;
    }
    catch (error) {
        write(`The preflight broke: the reports cannot be written to ${output}: ${error.message}. Give another folder as --output.`);
        return 3;
    }
}


/***/ }),

/***/ 8104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};
