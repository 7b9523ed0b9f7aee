/** `DRIVER` and `MIGRATIONS` come from the scenario; `ELSEWHERE` makes it a project that does not read DATABASE_PATH. */
export default {
  client: process.env.DRIVER,
  connection: { filename: process.env.ELSEWHERE ?? process.env.DATABASE_PATH },
  useNullAsDefault: true,
  migrations: {
    directory: process.env.MIGRATIONS.split(','),
    loadExtensions: ['.mjs'],
    sortDirsSeparately: true,
  },
};
