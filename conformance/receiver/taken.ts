/** One entry of the receiver's list: what it acted upon, in the order in which it did. */
export interface Taken {
  readonly id: string;
  readonly sequence: number;
  readonly subject: string;
}

/** The list cannot be read: the address is wrong, or what it answers is no such list. */
export class TakenUnreadable extends Error {
  override readonly name = 'TakenUnreadable';
}

const WAIT_MS = 10_000;

interface Place {
  readonly taken?: URL | undefined;
}

/** The list as it stands, without what others sent. */
export async function readTaken(
  { taken }: Place,
  isOurs: (id: string) => boolean,
): Promise<readonly Taken[]> {
  if (!taken) return [];
  const { status, failure = status, body } = await listAt(taken);
  if (status !== 200) throw new TakenUnreadable(`${failure}`);
  return parsed(body).filter(({ id }) => isOurs(id));
}

async function listAt(url: URL) {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) });
    return { status: answer.status, body: await answer.text() };
  } catch (error) {
    const { cause, name } = error as { readonly cause?: { code?: string }; readonly name: string };
    return { status: 0, failure: cause?.code ?? name, body: '' };
  }
}

function parsed(text: string): readonly Taken[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new TakenUnreadable('not JSON');
  }
  if (!Array.isArray(list)) throw new TakenUnreadable('not a list');
  return list.map(entryOf);
}

/** A subject may be its id alone, or as the webhook has it: kind and id. */
function entryOf(entry: unknown): Taken {
  const { id, sequence, subject } = (entry ?? {}) as Record<string, unknown>;
  const about = typeof subject === 'string' ? subject : (subject as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || typeof sequence !== 'number' || typeof about !== 'string') {
    throw new TakenUnreadable('an entry without id, sequence or subject');
  }
  return { id, sequence, subject: about };
}
