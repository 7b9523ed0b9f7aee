export class CreatedAt1700000000003 {
  name = 'CreatedAt1700000000003';
  async up(runner) {
    await runner.query('ALTER TABLE goals ADD COLUMN note');
    await runner.query('ALTER TABLE goals ADD COLUMN created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP');
  }
  async down() {}
}
