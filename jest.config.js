import { COMPILE_CACHE } from './__tests__/support/compile-cache.ts';

if (Number(process.versions.napi) < 10) {
  throw new Error(
    `The tests need Node 24; this is ${process.version}. Run them with "npm test" after "npm ci".`,
  );
}

if (process.argv.some((arg) => arg.startsWith('--watch'))) {
  throw new Error('Jest cannot watch here: modules are loaded once, see scripts/jest/run-natively.cjs.');
}

// For jest's workers, and for what the tests start.
process.env.NODE_COMPILE_CACHE ??= COMPILE_CACHE;

export default {
  testEnvironment: 'node',
  testRunner: '<rootDir>/scripts/jest/run-natively.cjs',
  transform: {},
  // What takes long and tells little more each time is only in jest.all.config.js.
  testMatch: ['<rootDir>/__tests__/**/!(*.slow).test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/', '<rootDir>/conformance/'],
  testTimeout: 30_000,
  // Jest leaves one processor to itself, which then does nothing.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
};
