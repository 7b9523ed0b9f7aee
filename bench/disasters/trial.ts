/** A database before and after a migration, as anybody would have it who ran it on a copy. */
export interface Trial {
  before: string;
  /** Absent for a health check. */
  after?: string;
  /** The migration ended with an error. */
  failed: boolean;
}
