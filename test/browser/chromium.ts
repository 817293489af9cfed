import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's own browser; on a bare Debian, as root, it is installed. */
export function chromiumPath(): string {
  const found = [process.env.CHROMIUM ?? '', ...KNOWN].find((path) => path && existsSync(path));
  return found ?? installed();
}

function installed(): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0;
    run('update');
    run('install', '-y', '--no-install-recommends', 'chromium');
  }
  const [path = ''] = KNOWN;
  if (existsSync(path)) return path;
  throw new Error('The browser tests need Chromium: install it, or name it in CHROMIUM.');
}
