import type { Unchecked } from '../../facts/health.ts';
import type { Samples } from '../../facts/samples.ts';
import type { Schema } from '../../facts/schema.ts';
import type { Connection } from '../sqlite/connection.ts';

/** One side while it is measured. */
export interface MeasurementContext {
  /** To the sealed copy. */
  connection: Connection;
  schema: Schema;
  samples: Samples;
  /** Takes a note of each check that cannot be carried out here. */
  unchecked: Unchecked[];
}
