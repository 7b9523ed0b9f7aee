import { Worker } from 'node:worker_threads';

const POLL_MS = 200;

// Read once, at the start: once the parent has died, `ppid` is the id of another process.
const { ppid } = process;
let watching = false;

/**
 * Ends this process soon after its parent has gone. Inside a statement the event loop stands still and 'disconnect'
 * never arrives; a worker thread still runs. SIGKILL, because process.exit() waits for the blocked thread for ever.
 */
export function dieWithParent(): void {
  if (watching) return;
  watching = true;
  const source = `
    const alive = () => { try { process.kill(${ppid}, 0); return true; } catch (error) { return error.code === 'EPERM'; } };
    setInterval(() => { if (process.ppid !== ${ppid} || !alive()) process.kill(process.pid, 'SIGKILL'); }, ${POLL_MS});
  `;
  new Worker(source, { eval: true, stdin: false, env: {} }).unref();
}
