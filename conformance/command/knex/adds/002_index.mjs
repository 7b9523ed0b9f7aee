export const up = (knex) => knex.schema.alterTable('goals', (table) => table.index('root_id'));
export const down = () => {};
