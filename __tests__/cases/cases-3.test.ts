import { testCases } from '../support/golden/suite.ts';

testCases(3);
