export const id = 411;
export const ids = [411,146];
export const modules = {

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nearest: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word nearest to `word`, when it is at most a third of its letters away, and so of three letters at least. */
function nearest(word, known) {
    if (word.length < 3)
        return undefined;
    const ranked = known.map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate) }));
    const best = ranked.toSorted((a, b) => a.away - b.away)[0];
    return best !== undefined && best.away <= Math.floor(word.length / 3) ? best.candidate : undefined;
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

/***/ 792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   givenInputs: () => (/* binding */ givenInputs),
/* harmony export */   inputs: () => (/* binding */ inputs),
/* harmony export */   settingsOf: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var _did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(146);

/** Every input, in alphabetical order, as in action.yml. */
const inputs = [
    input('artifact-name', 'Name of the report artifact; the database artifact adds -database. Default: migration-preflight.'),
    input('command', "Shell command that migrates the copy with the project's own tool, instead of migrations; it gets DATABASE_PATH and DATABASE_URL."),
    input('command-timeout-minutes', 'Minutes after which the command is killed, within timeout-minutes; fractions are allowed. Default: timeout-minutes.'),
    {
        ...input('config', 'Config file, in YAML. Default: preflight.yml or .github/preflight.yml, in working-directory or else in the workspace.'),
        inConfig: false,
    },
    input('database', 'Snapshots of the real database, one a line: path or glob of a SQLite file (its -wal and -journal are taken along), one packed as .gz or .zst, or an .sql dump.'),
    input('database-url', 'What stands before the path in DATABASE_URL: file:, sqlite:, sqlite:/// or sqlite3:. Default: sqlite:///.'),
    input('fail-on', 'Findings that fail the step: error, warning or never. Default: error.'),
    input('foreign-keys', 'Whether production enforces foreign keys while it migrates: auto, on or off. Default: auto, which is as the profile says.'),
    {
        ...input('job-index', 'Number of this job in its matrix, which artifact-name adds by default; GitHub fills it in.'),
        inConfig: false,
    },
    input('layout', 'How the migration files are named, ordered and tracked: auto, drizzle, prisma, d1, goose, golang-migrate, sqlx, diesel, dbmate, sql-migrate, user-version or plain. Default: auto, which looks at the tracking table, then at the files.'),
    input('migrations', 'Folder, file or glob of the SQL migrations. Without it, and without command, the run is a health check.'),
    input('orphans', 'Which orphans fail: any, or only those that the migration introduced. Default: any.'),
    input('output', "Folder for the reports and the migrated database. Default: preflight in the runner's temporary folder; in a terminal ./preflight-out."),
    input('pass-env', 'Variables that the command gets or does not get, one a line: NAME or PREFIX_* stays, -NAME goes. Default: all of the step but GITHUB_TOKEN, ACTIONS_*, INPUT_* and the files of the runner.'),
    input('profile', "How production executes the files: auto, the name of a layout, drizzle-libsql, autocommit-fk-on, transaction or transaction-fk-off. Default: auto, which is the layout's own."),
    input('rehearse', 'What is rehearsed besides the migration itself: auto, all, none, or a list of profiles (other ways in which production may execute), rerun (a second start), rollback (the way back) and crash (a stop at each commit). Default: auto, which is all where the rehearsal took less than 10 seconds, on the first five databases.'),
    input('retention-days', "Days that the artifacts are kept, 1 to 90. Default: the repository's setting."),
    input('samples', 'What of a row may be shown in any output: none, keys (up to 5 rows of a finding by their keys) or values (also the values concerned). Default: none.'),
    input('timeout-minutes', 'Minutes after which the engine is killed; fractions are allowed. Default: 30.'),
    input('upload', 'What is uploaded as artifacts: auto, report, all or never. auto keeps the database back unless the repository is known to be private. Default: auto.'),
    {
        ...input('working-directory', 'Folder that relative paths start from. Default: the workspace.'),
        inConfig: false,
    },
];
function input(name, description) {
    return { name, description, inConfig: true };
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
        const meant = (0,_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__.nearest)(name, names);
        const remedy = meant === undefined ? `The inputs are ${names.join(', ')}.` : `Did you mean ${meant}?`;
        return [{ key: name, message: `there is no input ${name}.`, remedy }];
    });
    return { given: Object.fromEntries(set.filter(([name]) => names.includes(name))), mistakes };
}
const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
const numeric = ['command-timeout-minutes', 'retention-days', 'timeout-minutes'];
/** What inputs and the config file may both set, in the config's form: a number where the text is one. */
function settingsOf(given) {
    const settable = inputs.filter(({ name, inConfig }) => inConfig && given[name] !== undefined);
    return Object.fromEntries(settable.map(({ name }) => {
        const text = given[name] ?? '';
        return [name, numeric.includes(name) && NUMBER.test(text) ? Number(text) : text];
    }));
}


/***/ })

};
