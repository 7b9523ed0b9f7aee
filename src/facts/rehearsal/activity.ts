/** Something that a run is doing at a moment, for whoever watches it. */
export interface Activity {
  /** The snapshot's path as the user wrote it. */
  database: string;
  /** What is going on, such as `comparing every row`; of one database two things may. */
  doing: string;
  /** More of it, such as the statement that is running. */
  detail?: string;
}

/** Hears of an activity when it begins and whenever its detail changes; `ended` when it is over. */
export type Watch = (activity: Activity, state: 'runs' | 'ended') => void;
