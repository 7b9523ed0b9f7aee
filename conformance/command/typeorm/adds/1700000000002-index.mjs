export class Index1700000000002 {
  name = 'Index1700000000002';
  async up(runner) {
    await runner.query('CREATE INDEX idx_goals_root_id ON goals(root_id)');
  }
  async down() {}
}
