import { isConsistent } from './check-proof.ts';
import { leafOf } from './entry.ts';
import { type Line, readLine } from './export-line.ts';
import { bytesOfHex, type Digests, hex } from './hash.ts';
import { type HeadKeyId, headIdOf, keyIdOf, type SignedHead, signedBytes } from './head.ts';
import { type Edge, grow, rootCount, rootOf } from './tree.ts';
import type { Finding, Sound, Wrong } from './verdict.ts';

export interface Verifying extends Digests {
  /** Ed25519. */
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** What the reader knows from elsewhere than the export itself. */
export interface Trusted {
  /** Heads that a witness kept. */
  readonly heads?: readonly Pick<SignedHead, 'size' | 'root'>[];
  /** The only key whose signatures count. */
  readonly key?: string;
}

const ORDER = ['journal', 'head', 'consistency', 'entry'] as const;

/**
 * Reads an exported journal line by line and stops at the first thing that is wrong. It needs
 * nothing but the file: no network, no hub, and no trust in whoever made the export.
 */
export class ExportCheck {
  private readonly digests: Verifying;
  private readonly trusted: Trusted;
  private line = 0;
  private place = 0;
  private opening: Line<'journal'> | undefined;
  private edge: Edge = { size: 0, roots: [] };
  private readonly heads: SignedHead[] = [];
  /** Heads whose root was computed from the entries. */
  private reached = 0;
  private proven = 0;

  constructor(digests: Verifying, trusted: Trusted = {}) {
    this.digests = digests;
    this.trusted = trusted;
  }

  /** The next line, without its line feed; what is wrong with it, or nothing. */
  next(text: string): Finding | undefined {
    this.line += 1;
    const line = readLine(text);
    if (!line) return this.wrong('line-unreadable');
    const place = ORDER.indexOf(line.what);
    if (place < this.place || (place === 0) !== (this.line === 1)) return this.wrong('order-wrong');
    const before = this.place;
    this.place = place;
    if (line.what === 'journal') return this.begin(line);
    if (line.what === 'head') return this.head(line);
    if (line.what === 'consistency') return this.consistency(line);
    return (before < place ? this.atEntries() : undefined) ?? this.entry(line);
  }

  /** After the last line. */
  end(): Finding | Sound {
    const { opening, edge } = this;
    if (!opening) return this.wrong('empty');
    // A journal without a new entry has no line at which that would have been looked at.
    const open = this.place < ORDER.length - 1 ? this.atEntries() : undefined;
    if (open) return open;
    if (edge.size < opening.size) return this.wrong('entry-missing', { index: edge.size });
    const root = hex(rootOf(this.digests, edge));
    return { from: opening.from, size: edge.size, heads: this.heads.length, root };
  }

  private begin(line: Line<'journal'>): Finding | undefined {
    const { keys, from, size, edge } = line;
    this.opening = line;
    const isOwn = ({ id, publicKey }: (typeof keys)[number]) =>
      id === keyIdOf(this.digests, bytesOfHex(publicKey));
    if (!keys.every(isOwn)) return this.wrong('key-wrong');
    if (from > size || edge.length !== rootCount(from)) return this.wrong('line-unreadable');
    this.edge = { size: from, roots: edge.map(bytesOfHex) };
    return undefined;
  }

  private head({ what: _, ...head }: Line<'head'>): Finding | undefined {
    const publicKey = this.publicKey(head.key);
    if (!publicKey) return this.wrong('key-unknown');
    const { size, signature, id } = head;
    const last = this.heads.at(-1);
    const isLater = last ? size > last.size : size >= (this.opening?.from ?? 0);
    if (!isLater || id !== headIdOf(this.digests, head)) return this.wrong('head-wrong');
    const signed = this.digests.verify(publicKey, signedBytes(head), bytesOfHex(signature));
    if (!signed) return this.wrong('signature-wrong');
    this.heads.push(head);
    return undefined;
  }

  private publicKey(id: HeadKeyId): Uint8Array | undefined {
    const { key } = this.trusted;
    const found = this.opening?.keys.find((one) => one.id === id);
    if (!found || (key !== undefined && key !== id && key !== found.publicKey)) return undefined;
    return bytesOfHex(found.publicKey);
  }

  private consistency({ from, to, path }: Line<'consistency'>): Finding | undefined {
    const [earlier, later] = this.heads.slice(this.proven);
    this.proven += 1;
    if (earlier?.size !== from || later?.size !== to) return this.wrong('consistency-wrong');
    const roots = { earlier: bytesOfHex(earlier.root), later: bytesOfHex(later.root) };
    const proof = { from, to, path: path.map(bytesOfHex), ...roots };
    return isConsistent(this.digests, proof) ? undefined : this.wrong('consistency-wrong');
  }

  /** Heads and proofs are complete now: the first and the last vouch for both ends. */
  private atEntries(): Finding | undefined {
    const { heads, opening } = this;
    const begins = opening?.from === 0 || heads[0]?.size === opening?.from;
    if (!begins || heads.at(-1)?.size !== opening?.size) return this.wrong('head-missing');
    if (this.proven !== Math.max(heads.length - 1, 0)) return this.wrong('consistency-wrong');
    const kept = this.trusted.heads ?? [];
    const isKnown = ({ size, root }: (typeof kept)[number]) =>
      size < (opening?.from ?? 0) || heads.some((own) => own.size === size && own.root === root);
    return kept.every(isKnown) ? this.compare() : this.wrong('witness-differs');
  }

  private entry({ index, key, leaf, entry }: Line<'entry'>): Finding | undefined {
    const { size } = this.edge;
    if (index < size || size >= (this.opening?.size ?? 0)) {
      return this.wrong('entry-repeated', { index });
    }
    if (index > size) return this.wrong('entry-missing', { index: size });
    if (!entry) return this.wrong('entry-gone', { index });
    const own = leafOf(this.digests, bytesOfHex(key), entry);
    if (hex(own) !== leaf) return this.wrong('entry-changed', { index });
    this.edge = grow(this.digests, this.edge, [own]).edge;
    return this.compare();
  }

  /** Where a head says what the log must be by now, it must be that. */
  private compare(): Finding | undefined {
    const head = this.heads[this.reached];
    if (head?.size !== this.edge.size) return undefined;
    const from = this.heads[this.reached - 1]?.size ?? this.opening?.from ?? 0;
    this.reached += 1;
    if (head.root === hex(rootOf(this.digests, this.edge))) return undefined;
    const entries = from < head.size ? { between: [from, head.size] as const } : {};
    return this.wrong('root-differs', entries);
  }

  private wrong(wrong: Wrong, where: Pick<Finding, 'index' | 'between'> = {}): Finding {
    return { wrong, line: this.line, ...where };
  }
}
