import { expect, it } from '@jest/globals';
import { codeFrame, frameText } from '../../../src/report/shared/code-frame.ts';
import { finding } from '../../support/record.ts';

const location = { file: 'm/1.sql', line: 10 };
const excerpt = { ...location, first: 9, lines: ['\tBEGIN;', 'DROP TABLE t;', ''] };

it('marks the line at fault, with numbers under each other', () => {
  expect(frameText(codeFrame(finding({ location }), [excerpt]))).toEqual([
    '   9 │   BEGIN;',
    '> 10 │ DROP TABLE t;',
    '  11 │',
  ]);
});

it('is empty where the lines are not known', () => {
  expect(codeFrame(finding({ location }), [{ ...excerpt, line: 11 }])).toEqual([]);
  expect(codeFrame(finding({ location: { file: 'm/1.sql' } }), [excerpt])).toEqual([]);
});
