/** Name and version as reports show them; the version is that of package.json. */
export const NAME = 'sqlite-preflight';
export const VERSION = '0.1.0';
