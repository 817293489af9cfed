import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { CheckedAddress } from './address-guard.ts';

/** Longest wait for a connection and its TLS handshake. */
const CONNECT_MS = 10_000;

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Certificates trusted beside or instead of the usual ones: a test has its own authority. */
export interface Trust {
  readonly ca?: string;
}

type Connected = (...answer: [error: null, socket: Socket] | [error: Error, socket: null]) => void;

/**
 * Opens a socket to the checked address, whatever the host's name leads to by now. The certificate
 * is that of the host in the URL. Nothing of the environment changes where it goes or what it trusts.
 */
export function openSocket(
  { protocol, hostname, port }: Pick<URL, 'protocol' | 'hostname' | 'port'>,
  { address, family }: CheckedAddress,
  trust: Trust,
): Socket {
  const to = { host: address, family, port: port ? Number(port) : (PORTS[protocol] ?? 0) };
  const socket = protocol === 'https:' ? overTls(to, hostname, trust) : connect(to);
  return socket.setNoDelay(true).setKeepAlive(true);
}

function overTls(to: { host: string; port: number }, hostname: string, trust: Trust): Socket {
  const name = hostname.replace(/\.$/, '');
  return connectTls({
    ...to,
    ...trust,
    // A literal address has no server name; the certificate is then checked against the address.
    ...(isIP(name) || name.startsWith('[') ? {} : { servername: name }),
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
  });
}

/** The same, told when it is ready to be written to, or why it never will be. */
export function openConnection(
  url: Pick<URL, 'protocol' | 'hostname' | 'port'>,
  checked: CheckedAddress,
  trust: Trust,
  connected: Connected,
): Socket {
  const socket = openSocket(url, checked, trust);
  const late = () =>
    socket.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' }));
  const timer = setTimeout(late, CONNECT_MS);
  const failed = (error: Error) => {
    clearTimeout(timer);
    connected(error, null);
  };
  socket.once('error', failed);
  socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
    clearTimeout(timer);
    socket.off('error', failed);
    connected(null, socket);
  });
  return socket;
}
