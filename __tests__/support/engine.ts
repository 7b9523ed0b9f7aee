import { enableCompileCache, flushCompileCache } from 'node:module';
import { COMPILE_CACHE } from './compile-cache.ts';

/**
 * The engine from its sources, started by the supervisor like any other entry. It gets no environment that could name a
 * compile cache, and is killed before Node would write one.
 */
enableCompileCache(COMPILE_CACHE);
await import('../../src/engine/task.ts');
await import('../../src/engine/handlers.ts');
flushCompileCache();
