/** The names in the example's database. All of them are invented. */
export interface Tree {
  /** Fifteen goals, each below the one at half its place: 1 ultimate, 2 long, 4 mid and 8 short term. */
  goals: string[];
  groups: string[];
  templates: string[];
  activities: Activity[];
}

export interface Activity {
  name: string;
  metric: string;
  unit: string;
  split: string;
}

export const trees: Tree[] = [
  {
    goals: [
      'Run a mountain marathon',
      'Build the endurance for 42 kilometres',
      'Get strong on steep ground',
      'Run a half marathon without a break',
      'Run four days a week for a season',
      'Climb 1000 metres in one outing',
      'Descend without sore knees',
      'Run 15 kilometres at an easy pace',
      'Run 18 kilometres with a light pack',
      'Keep a training diary for a month',
      'Find a running partner for Sundays',
      'Climb 400 metres without walking',
      'Climb 700 metres with poles',
      'Hold a wall sit for three minutes',
      'Run down the quarry path in six minutes',
    ],
    groups: ['Running', 'Strength'],
    templates: ['Long Sunday run', 'Hill evening'],
    activities: [
      { name: 'Easy run', metric: 'Distance', unit: 'km', split: 'First half' },
      { name: 'Hill repeats', metric: 'Ascent', unit: 'm', split: 'Last repeat' },
      { name: 'Wall sit', metric: 'Duration', unit: 's', split: 'Left leg first' },
      { name: 'Step-ups', metric: 'Repetitions', unit: 'times', split: 'Right leg' },
    ],
  },
  {
    goals: [
      'Give a cello recital at home',
      'Learn a programme of forty minutes',
      'Play in front of people without fear',
      'Learn the first suite by heart',
      'Learn two songs with piano',
      'Play for the family once a month',
      'Join the amateur orchestra',
      'Play the prelude at half speed',
      'Play the minuets without the score',
      'Find a pianist to rehearse with',
      'Write bowings into both songs',
      'Play one piece for a neighbour',
      'Record a practice and listen to it',
      'Sight-read one page a day',
      'Pass the audition for the back desk',
    ],
    groups: ['Technique', 'Repertoire'],
    templates: ['Morning scales', 'Evening practice'],
    activities: [
      { name: 'Scales', metric: 'Tempo', unit: 'bpm', split: 'Thumb position' },
      { name: 'Bow changes', metric: 'Clean changes', unit: 'times', split: 'Up-bow' },
      { name: 'Prelude, slowly', metric: 'Bars learned', unit: 'bars', split: 'Second page' },
      { name: 'Sight-reading', metric: 'Lines read', unit: 'lines', split: 'Tenor clef' },
    ],
  },
  {
    goals: [
      'Spend a summer working in Lisbon',
      'Speak Portuguese well enough for work',
      'Prepare the move',
      'Follow a radio programme',
      'Hold a phone call with a client',
      'Find a flat for three months',
      'Save a quarter of each salary',
      'Understand the news at slow speed',
      'Learn the 1500 most frequent words',
      'Order a meal without switching language',
      'Explain my job in ten sentences',
      'List five districts with good trains',
      'Ask two colleagues about landlords',
      'Cook at home on working days',
      'Sell the second bicycle',
    ],
    groups: ['Listening', 'Speaking'],
    templates: ['Commute lesson', 'Conversation hour'],
    activities: [
      { name: 'Slow news', metric: 'Words not known', unit: 'words', split: 'Second listening' },
      { name: 'Word cards', metric: 'Cards known', unit: 'cards', split: 'New cards' },
      { name: 'Conversation', metric: 'Minutes spoken', unit: 'min', split: 'Without notes' },
      { name: 'Reading aloud', metric: 'Pages', unit: 'pages', split: 'Recorded' },
    ],
  },
];

export const noteTexts = [
  'Better than last week.',
  'Short of time, but done.',
  'Slow start, good end.',
  'Ask for advice before the next one.',
  'Same again in three days.',
];
