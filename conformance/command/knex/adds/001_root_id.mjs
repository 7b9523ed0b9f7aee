export const up = async (knex) => {
  await knex.schema.alterTable('goals', (table) => table.integer('root_id'));
  await knex('goals').update({ root_id: knex.ref('id') });
};
export const down = () => {};
