import { testCases } from '../support/golden/suite.ts';

testCases(1);
