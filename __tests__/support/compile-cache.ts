import { join } from 'node:path';

/** Where processes that tests start keep their compiled code: loading the sources takes 0.3 s without it, 0.1 s with it. */
export const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/node-compile-cache');
