/** What a test file gets for `@jest/globals` outside of jest. */
export { expect } from 'expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'jest-circus';
