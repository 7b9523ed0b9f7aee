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
  /** What the rules of the findings say of themselves, in the order of their ids. */
  rules: RuleText[];
  /** Lines of the migrations around the places of the findings. */
  excerpts: Excerpt[];
}

/** A rule in words, whatever it found. */
export interface RuleText {
  id: string;
  title: string;
  why: string;
  remedy: string;
  /** A reason can excuse what it finds. */
  allowable: boolean;
}

/** Some lines of a file, as they stand there. */
export interface Excerpt {
  /** Relative to the workspace, with `/`. */
  file: string;
  /** The line that it is about, 1-based. */
  line: number;
  /** Number of the first of `lines`. */
  first: number;
  lines: string[];
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
  /** The verdict as a sentence with its consequence. */
  headline: string;
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
