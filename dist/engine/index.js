import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ "fs":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ "lib/engine/sqlite/errors.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ missingPart),
/* harmony export */   MG: () => (/* binding */ machineFault),
/* harmony export */   MW: () => (/* binding */ MachineFault),
/* harmony export */   e6: () => (/* binding */ isDamage),
/* harmony export */   nj: () => (/* binding */ sqliteFailure),
/* harmony export */   ys: () => (/* binding */ isCorruption)
/* harmony export */ });
function sqliteFailure(error) {
    if (typeof error !== 'object' || error === null)
        return undefined;
    const { code, message } = error;
    if (typeof code !== 'string' || !code.startsWith('SQLITE_'))
        return undefined;
    return { code, message: String(message) };
}
/** What a failed check lacks, or `undefined` where the error means something else. Names no value. */
function missingPart({ code, message }) {
    if (code === 'SQLITE_ERROR_MISSING_COLLSEQ')
        return message;
    const known = /^(no such function: |unknown function: |no such module: |no such collation sequence: |no such tokenizer: |unknown tokenizer: )/;
    return known.test(message) ? message : undefined;
}
/** Thrown where the machine failed during a task: nothing is known about the database then. */
class MachineFault extends Error {
    kind;
    constructor(kind, code) {
        super(code);
        this.kind = kind;
    }
}
/**
 * Codes that no SQL text can bring about on a copy that nobody else has open: input/output, locks that the system does
 * not give (SQLITE_BUSY), and the read-only files that a failed recovery leaves. Of a family the extended codes count too.
 */
const OF_THE_MACHINE = /^SQLITE_(IOERR|CANTOPEN|BUSY|PROTOCOL|NOLFS)(_|$)|^SQLITE_READONLY_/;
/** The machine's fault, not the migration's: disk full, no memory, input/output. */
function machineFault(code) {
    if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE')
        return 'disk-full';
    if (code === 'SQLITE_NOMEM' || code === 'SQLITE_IOERR_NOMEM')
        return 'out-of-memory';
    return OF_THE_MACHINE.test(code) ? 'error' : undefined;
}
/** The file is not what it should be. Only a virtual table names a table that it lacks together with its schema. */
function isDamage({ code, message }) {
    return isCorruption(code) || (code === 'SQLITE_ERROR' && message.startsWith('no such table: main.'));
}
function isCorruption(code) {
    return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}


/***/ }),

/***/ "lib/engine/sqlite/message.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ publicMessage)
/* harmony export */ });
/**
 * Messages of a running statement that name objects of the schema or numbers of SQLite's own, never a value of a row
 * (SQLite's sources: vdbe.c, vdbeaux.c, alter.c, fkey.c, insert.c, json.c).
 */
const KNOWN_SHAPES = [
    /^(UNIQUE|NOT NULL|CHECK|PRIMARY KEY|FOREIGN KEY|rtree) constraint failed/,
    /^cannot store [A-Z]+ value in [A-Z]+ column /,
    /^datatype mismatch$/,
    /^error in (view|trigger|index|table) /,
    /^Cannot add a /,
    /^cannot (drop|start a transaction|commit|rollback|VACUUM|open savepoint|release savepoint|change|detach|modify) /,
    /^foreign key mismatch - /,
    /^(malformed JSON|integer overflow|string or blob too big|constraint failed|interrupted|not authorized|SQL logic error)$/,
    /^(database|database table|database schema) is locked/,
    /^(database disk image is malformed|database or disk is full|disk I\/O error|out of memory|file is not a database)$/,
    /^attempt to write a readonly database$/,
    /^malformed database schema \([^)]*\)/,
    /^(LIKE or GLOB pattern too complex|too many levels of trigger recursion|triggers nested too deep|statement too long)$/,
];
/**
 * While a statement runs these name what somebody looked up by a name: mostly an object of the schema, but a tokenizer, a
 * savepoint or a column of a virtual table can be called by what a row holds.
 */
const NAMING = /^((?:unknown (?:function|tokenizer)|no such (?:table|column|function|module|index|savepoint|collation sequence|tokenizer)): )(.+)$/s;
/** SQLite's message where it cannot hold a cell value, or where values are asked for; else a sentence in its place. */
function publicMessage({ code, message }, { compiling = false, texts = [], samples = 'none' } = {}) {
    if (compiling || samples === 'values')
        return message;
    const literal = `'${message.replaceAll("'", "''")}'`;
    if (texts.some((text) => text.includes(literal)))
        return message;
    const withheld = `withheld (samples: ${samples})`;
    // A RAISE() text can look like any of them.
    if (code === 'SQLITE_CONSTRAINT_TRIGGER')
        return `message ${withheld}`;
    if (KNOWN_SHAPES.some((shape) => shape.test(message)))
        return message;
    const [, lead, name] = NAMING.exec(message) ?? [];
    if (lead === undefined || name === undefined)
        return `message ${withheld}`;
    return standsIn(name, texts) ? message : `${lead}name ${withheld}`;
}
/** A qualified name stands in a text where each of its parts does. */
function standsIn(name, texts) {
    const known = ['main', 'temp', ...texts.map((text) => text.toLowerCase())];
    const parts = name.toLowerCase().replace(/\(\)$/, '').split('.');
    return parts.every((part) => known.some((text) => text.includes(part.replaceAll('"', ''))));
}


/***/ }),

/***/ "lib/system-error.js":
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
/** The code of an error of the operating system, such as `ENOSPC`; `undefined` for any other error. */
function systemCode(error) {
    const isCoded = typeof error === 'object' && error !== null && 'code' in error;
    return isCoded && typeof error.code === 'string' ? error.code : undefined;
}


/***/ }),

/***/ "node:buffer":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ "node:crypto":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ "node:fs":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ "node:path":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ "node:path/posix":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ "node:stream":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ "node:stream/promises":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ "node:timers/promises":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ "node:zlib":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ "path":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ "util":
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

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
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./lib/dirname-shim.js
// The bundler's ESM output does not define __dirname, and better-sqlite3 looks for its binary with it (vercel/ncc#749).
globalThis.__dirname ??= import.meta.dirname;


;// CONCATENATED MODULE: ./lib/node-version.js
/** better-sqlite3 needs Node-API 10; on an older Node loading it ends the process without a word. */
const NEEDED = 10;
/** What is wrong with this Node for the engine, or `undefined`. */
function nodeProblem(versions = process.versions) {
    if (Number(versions.napi) >= NEEDED)
        return undefined;
    return `SQLite Migration Preflight needs Node 24 or newer; this is Node ${versions.node}. In the project's own folder, start it through npm, which brings Node 24.`;
}

// EXTERNAL MODULE: ./lib/system-error.js
var system_error = __nccwpck_require__("lib/system-error.js");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__("node:fs");
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
            written += (0,external_node_fs_.writeSync)(PROGRESS_PIPE, bytes, written);
        }
        catch (error) {
            // The pipe is full: the parent is reading.
            if ((0,system_error/* systemCode */.x)(error) !== 'EAGAIN')
                throw error;
            Atomics.wait(sleeper, 0, 0, RETRY_MS);
        }
    }
}

// EXTERNAL MODULE: ./lib/engine/sqlite/errors.js
var errors = __nccwpck_require__("lib/engine/sqlite/errors.js");
// EXTERNAL MODULE: ./lib/engine/sqlite/message.js
var message = __nccwpck_require__("lib/engine/sqlite/message.js");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./lib/engine/watchdog.js

const POLL_MS = 200;
// Read once, at the start: once the parent has died, `ppid` is the id of another process.
const { ppid } = process;
let watching = false;
/**
 * Ends this process soon after its parent has gone. Inside a statement the event loop stands still and 'disconnect'
 * never arrives; a worker thread still runs. SIGKILL, because process.exit() waits for the blocked thread for ever.
 */
function dieWithParent() {
    if (watching)
        return;
    watching = true;
    const source = `
    const alive = () => { try { process.kill(${ppid}, 0); return true; } catch (error) { return error.code === 'EPERM'; } };
    setInterval(() => { if (process.ppid !== ${ppid} || !alive()) process.kill(process.pid, 'SIGKILL'); }, ${POLL_MS});
  `;
    new external_node_worker_threads_namespaceObject.Worker(source, { eval: true, stdin: false, env: {} }).unref();
}

;// CONCATENATED MODULE: ./lib/engine/task.js

/** The child's entry: does one task at a time until its parent ends it. Everything that touches SQLite happens here. */
/** Number of the task at work. */
let current = 0;
async function loadHandlers() {
    const problem = nodeProblem();
    if (problem !== undefined)
        throw new Error(problem);
    const { handlers } = await Promise.all(/* import() | handlers */[__nccwpck_require__.e("better-sqlite3"), __nccwpck_require__.e("handlers")]).then(__nccwpck_require__.bind(__nccwpck_require__, "lib/engine/handlers.js"));
    return handlers((progress) => tellProgress({ task: current, progress }));
}
function say(message) {
    process.send?.(message);
}
function faultOf(error) {
    const failure = (0,errors/* sqliteFailure */.nj)(error);
    if (failure !== undefined) {
        const detail = `${failure.code}: ${(0,message/* publicMessage */.j)(failure)}`;
        return { say: 'fault', kind: (0,errors/* machineFault */.MG)(failure.code) ?? 'error', detail };
    }
    const kind = (0,system_error/* systemCode */.x)(error) === 'ENOSPC' ? 'disk-full' : 'error';
    return {
        say: 'fault',
        kind: error instanceof errors/* MachineFault */.MW ? error.kind : kind,
        detail: error instanceof Error ? error.message : String(error),
    };
}
async function act(all, task, request) {
    return await all[task](request);
}
process.on('message', async ({ task, request, number }) => {
    current = number;
    try {
        // Any of them can take long: a dump, a slow CHECK, a file that is a pipe.
        dieWithParent();
        const all = await loading;
        const started = performance.now();
        const result = await act(all, task, request);
        say({ say: 'result', result, ms: performance.now() - started });
    }
    catch (error) {
        say(faultOf(error));
    }
});
process.once('disconnect', () => process.exit(0));
// Ctrl+C reaches the whole process group; the parent decides what becomes of the task.
process.on('SIGINT', () => { });
const loading = loadHandlers();
// A failure to load is answered when the task arrives.
loading.catch(() => { }).finally(() => say({ say: 'ready' }));

