import { execFileSync } from 'node:child_process';

/** Two hosts with one cable between them, and no way to anywhere else. */
export interface Network extends Disposable {
  readonly sender: string;
  readonly receiver: string;
  /** Public in form, so that the guard lets it pass; it exists between these two hosts only. */
  readonly address: string;
  /** What the cable does to every packet, both ways, in the words of `tc`; none is a good cable. */
  weather(...discipline: string[]): void;
  /** Whether the machine's kernel can lose and delay packets. */
  readonly netem: boolean;
  cable(state: 'up' | 'down'): void;
}

/** Of iproute2; whoever lacks it runs these tests elsewhere. */
export const IP = 'ip';

const ip = (...args: string[]) => execFileSync(IP, args, { stdio: 'pipe' });
const inside = (host: string, ...command: string[]) => ip('netns', 'exec', host, ...command);

/** The network, or why this machine cannot have one. */
export function twoHosts(): Network | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root';
  const [sender, receiver] = [`ertad-s-${process.pid}`, `ertad-r-${process.pid}`];
  const remove = () => {
    for (const host of [sender, receiver]) {
      try {
        ip('netns', 'delete', host);
      } catch {
        // It was never made.
      }
    }
  };
  try {
    for (const host of [sender, receiver]) ip('netns', 'add', host);
    inside(sender, 'tc', '-V');
    ip('link', 'add', 'cable', 'netns', sender, 'type', 'veth', 'peer', 'cable', 'netns', receiver);
    for (const [host, address] of [
      [sender, '45.33.32.1/30'],
      [receiver, '45.33.32.2/30'],
    ] as const) {
      inside(host, 'ip', 'address', 'add', address, 'dev', 'cable');
      inside(host, 'ip', 'link', 'set', 'cable', 'up');
    }
  } catch (error) {
    remove();
    return `needs network namespaces: ${(error as Error).message.split('\n')[0]}`;
  }
  const works = (...discipline: string[]): boolean => {
    try {
      inside(sender, 'tc', 'qdisc', 'add', 'dev', 'lo', 'root', ...discipline);
      return true;
    } catch {
      return false;
    }
  };
  return {
    sender,
    receiver,
    address: '45.33.32.2',
    netem: works('netem', 'delay', '1ms'),
    weather(...discipline) {
      for (const host of [sender, receiver]) {
        const cable = ['dev', 'cable', 'root'];
        if (discipline.length === 0) inside(host, 'tc', 'qdisc', 'delete', ...cable);
        else inside(host, 'tc', 'qdisc', 'replace', ...cable, ...discipline);
      }
    },
    cable: (state) => inside(sender, 'ip', 'link', 'set', 'cable', state),
    [Symbol.dispose]: remove,
  };
}
