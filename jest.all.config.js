import quick from './jest.config.js';

/** `npm run test:all`: also the test files that end in `.slow.test.ts`. */
export default { ...quick, testMatch: ['<rootDir>/__tests__/**/*.test.ts'] };
