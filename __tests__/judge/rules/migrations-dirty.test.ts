import { judgesProblems } from '../../support/plan-problems.ts';
import { forRule } from '../../support/preflight.ts';

judgesProblems(forRule('migrations-dirty'), 'dirty');
