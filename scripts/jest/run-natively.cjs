'use strict';
/**
 * Jest's own runner of a test file, except that the file and all that it imports are modules of Node itself. In jest's
 * sandbox every test file would load the program anew, would run it more slowly, and would never free it: that takes
 * twice the processor time. So modules are shared between test files, and `jest.mock` does not reach them.
 */
const { registerHooks } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: circus } = require('jest-circus/runner');

const GLOBALS = pathToFileURL(require.resolve('./globals.js')).href;

/** The test file that is imported right now. */
let testFile;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@jest/globals') return next(specifier, context);
    const url = context.parentURL === testFile ? `${GLOBALS}?of=${encodeURIComponent(testFile)}` : GLOBALS;
    return { url, format: 'module', shortCircuit: true };
  },
});

module.exports = (globalConfig, config, environment, runtime, ...rest) => {
  runtime.requireInternalModule = (file) => {
    // What it keeps of one test file must not reach the next.
    delete require.cache[file];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(file);
  };
  runtime.setGlobalsForRuntime = (globals) => Object.assign(globalThis, globals);
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = async (path) => {
    testFile = pathToFileURL(path).href;
    await import(testFile);
  };
  return circus(globalConfig, config, environment, runtime, ...rest);
};
