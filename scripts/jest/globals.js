/**
 * What is imported as '@jest/globals'. Jest makes all of it anew for each test file. A test file gets its own; a module
 * that several test files share gets what reaches those of the file under way.
 */
const isOfTestFile = new URL(import.meta.url).searchParams.has('of');

function given(name) {
  if (isOfTestFile) return globalThis[name];
  return new Proxy(() => {}, {
    apply: (_target, _self, args) => globalThis[name](...args),
    get: (_target, key) => globalThis[name][key],
  });
}

export const afterAll = given('afterAll');
export const afterEach = given('afterEach');
export const beforeAll = given('beforeAll');
export const beforeEach = given('beforeEach');
export const describe = given('describe');
export const expect = given('expect');
export const it = given('it');
export const test = given('test');
