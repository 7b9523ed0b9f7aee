import { judgesProblems } from '../../support/plan-problems.ts';
import { forRule } from '../../support/preflight.ts';

judgesProblems(forRule('migration-edited'), 'edited');
