export const id = 146;
export const ids = [146];
export const modules = {

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nearest: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word nearest to `word`, when it is at most a third of its letters away. */
function nearest(word, known) {
    const ranked = known.map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate) }));
    const best = ranked.toSorted((a, b) => a.away - b.away)[0];
    return best !== undefined && best.away <= Math.max(1, Math.floor(word.length / 3))
        ? best.candidate
        : undefined;
}
/** Levenshtein distance. */
function distance(left, right) {
    let row = Array.from({ length: right.length + 1 }, (_, at) => at);
    for (const [i, letter] of [...left].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...right].entries()) {
            next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ })

};
