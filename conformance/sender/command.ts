import { type ChildProcess, spawn } from 'node:child_process';

/** The partner's program while it runs. */
export interface Running {
  readonly ended: () => boolean;
  /** What it wrote last on its error output; shown on the screen, never in a report. */
  readonly said: () => string;
  stop(): void;
}

const SAID_MOST = 2_000;

/** Starts the partner's command in a shell, with what it needs in its environment. */
export function runCommand(command: string, env: Readonly<Record<string, string>>): Running {
  const posix = process.platform !== 'win32';
  const child = spawn(command, {
    shell: true,
    // A group of its own, so that what the shell started ends with it.
    detached: posix,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-SAID_MOST);
  });
  let ended = false;
  const over = () => {
    ended = true;
  };
  child.on('exit', over);
  child.on('error', over);
  return { ended: () => ended, said: () => said, stop: () => stop(child, posix) };
}

function stop(child: ChildProcess, posix: boolean): void {
  try {
    if (posix && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It had ended already.
  }
}
