export class RootId1700000000001 {
  name = 'RootId1700000000001';
  async up(runner) {
    await runner.query('ALTER TABLE goals ADD COLUMN root_id INTEGER');
    await runner.query('UPDATE goals SET root_id = id');
  }
  async down() {}
}
