// Fails when a folder differs from what is committed, new files included.
import { execFileSync } from 'node:child_process';

const folder = process.argv[2];
const changes = execFileSync('git', ['status', '--porcelain', '--', folder], { encoding: 'utf8' });
if (changes !== '') {
  console.error(`${folder}/ is not what the sources make. Commit the result of "npm run build":\n${changes}`);
  process.exitCode = 1;
}
