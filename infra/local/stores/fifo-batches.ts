interface Waiting {
  readonly messageGroupId?: string;
  readonly sequenceNumber?: string;
}
type Receipt = { readonly ReceiptHandle: string };

/** What of fauxqs' FIFO queue is needed here; it is no part of its published surface. */
interface FifoQueue {
  /** Waiting messages by group. */
  readonly fifoMessages: ReadonlyMap<string, Waiting[]>;
  /** How many messages of a group somebody holds; the others of that group wait. */
  readonly fifoLockedGroups: Map<string, number>;
  readonly inflightMessages: ReadonlyMap<string, { readonly message: Waiting }>;
  processTimers(): void;
  dequeueFifo(most: number, visibilitySeconds?: number, ...rest: unknown[]): Receipt[];
}

/** SQS gives out no more at once. */
const MOST = 10;

/**
 * Lets fauxqs give out FIFO messages as SQS does: up to ten of a group at once, in their order. By
 * itself it gives one of a group at a time, and what comes back it puts in reverse order; an
 * agency's feed would then be slower here than deployed, and no batch of it ever be seen.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 */
export async function giveOutFifoBatches(): Promise<void> {
  const module = new URL('sqs/sqsStore.js', import.meta.resolve('fauxqs'));
  const { SqsQueue } = (await import(module.href)) as { SqsQueue: { prototype: FifoQueue } };
  const giveOneOfEach = SqsQueue.prototype.dequeueFifo;
  SqsQueue.prototype.dequeueFifo = function (most, visibilitySeconds, ...rest) {
    this.processTimers();
    for (const group of this.fifoMessages.values()) group.sort(bySequence);
    const give = (left: number) => giveOneOfEach.call(this, left, visibilitySeconds, ...rest);
    // What is not hidden at all would be given out again and again.
    if (visibilitySeconds === 0) return give(most);
    return giveAll(this, Math.min(most, MOST), give);
  };
}

function giveAll(queue: FifoQueue, most: number, give: (left: number) => Receipt[]): Receipt[] {
  const given: Receipt[] = [];
  const held = new Map<string, number>();
  while (given.length < most) {
    const more = give(most - given.length);
    if (more.length === 0) break;
    given.push(...more);
    for (const { ReceiptHandle } of more) {
      const group = queue.inflightMessages.get(ReceiptHandle)?.message.messageGroupId;
      if (group === undefined) continue;
      held.set(group, (held.get(group) ?? 0) + 1);
      // Open again until this call has taken all it may.
      queue.fifoLockedGroups.delete(group);
    }
  }
  for (const [group, count] of held) queue.fifoLockedGroups.set(group, count);
  return given;
}

const bySequence = (a: Waiting, b: Waiting): number =>
  (a.sequenceNumber ?? '').localeCompare(b.sequenceNumber ?? '');
