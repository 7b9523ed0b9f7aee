/** The transaction that a profile puts around the files, in words. */
export const SCOPES = {
  none: 'no transaction around the files',
  file: 'one transaction for each file',
  all: 'one transaction for all files',
} as const;
