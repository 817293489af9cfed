/**
 * `node guard.ts OWNER PIDFILE COMMAND ARGUMENT…`: runs DynamoDB Local and outlives the hub. However
 * the hub ends, also by SIGKILL, its end of this process's standard input closes; then Java gets the
 * SIGTERM without which it would lose acknowledged transactions. Never a SIGKILL from here.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const [owner, pidFile = '', command = '', ...args] = process.argv.slice(2);
const java = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const entry = JSON.stringify({ java: java.pid, owner: Number(owner) });
if (java.pid) writeFileSync(pidFile, entry);

java.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
java.once('exit', (code) => {
  // 143 is Java's own answer to SIGTERM; the log is the hub's `dynamodb.log`.
  console.error(`DynamoDB Local ${java.pid} ended: ${code}`);
  // On a folder emptied meanwhile the file may already speak of the next Java.
  if (existsSync(pidFile) && readFileSync(pidFile, 'utf8') === entry) rmSync(pidFile);
  process.exit(code ?? 0);
});

const end = () => java.kill('SIGTERM');
process.stdin.resume().once('end', end).once('error', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
