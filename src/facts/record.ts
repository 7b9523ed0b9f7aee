import type { DatabaseFacts } from './database.ts';
import type { Finding, Verdict } from './finding.ts';
import type { Samples } from './samples.ts';
import type { Declarations } from './settings.ts';

/** Everything that a report may show. */
export interface PreflightRecord {
  verdict: Verdict;
  exitCode: 0 | 1 | 2 | 3;
  /** ISO 8601, UTC. */
  generatedAt: string;
  tool: Tool;
  /** What of a row the user allowed to be shown. */
  samples: Samples;
  /** The config file that was read, relative to the workspace. */
  configFile?: string;
  /** What the config, or a comment in SQL, says that makes the gate look away; absent where there is nothing. */
  declared?: Declarations;
  databases: DatabaseRecord[];
  findings: Finding[];
}

export interface Tool {
  name: string;
  version: string;
  sqlite: string;
  node: string;
}

export interface DatabaseRecord {
  verdict: Verdict;
  facts: DatabaseFacts;
  risk: Risk;
  criteria: Criterion[];
  recommendation: string;
  nextSteps: string[];
}

export interface Risk {
  level: 'low' | 'medium' | 'high' | 'unknown';
  /** Each a measured fact. */
  reasons: string[];
}

export interface Criterion {
  text: string;
  met: boolean;
}
