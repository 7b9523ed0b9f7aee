'use strict';
// Types are erased in place: columns stay, so no source map is needed.
const { createHash } = require('node:crypto');
const { stripTypeScriptTypes } = require('node:module');

module.exports = {
  getCacheKey: (source, file, options) =>
    createHash('sha256').update([source, file, process.version, options.instrument].join('\0')).digest('hex'),
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
