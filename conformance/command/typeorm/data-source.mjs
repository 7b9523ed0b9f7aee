import 'reflect-metadata';
import { DataSource } from 'typeorm';

export default new DataSource({
  type: 'better-sqlite3',
  database: process.env.ELSEWHERE ?? process.env.DATABASE_PATH,
  migrations: process.env.MIGRATIONS.split(',').map((folder) => `${import.meta.dirname}/${folder}/*.mjs`),
});
