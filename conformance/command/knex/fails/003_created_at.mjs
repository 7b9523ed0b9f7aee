export const up = async (knex) => {
  await knex.schema.alterTable('goals', (table) => table.string('note'));
  await knex.raw('ALTER TABLE goals ADD COLUMN created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP');
};
export const down = () => {};
