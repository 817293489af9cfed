import type {
  CallMessage,
  CallsMessage,
  DigestMessage,
  EndpointMessage,
  NoticeMessage,
} from '../../shared/domain/journal/call-messages.ts';

interface Deps {
  readonly reachDuty: (owed: CallMessage) => Promise<void>;
  readonly passNotice: (owed: NoticeMessage) => Promise<void>;
  readonly sendDigest: (owed: DigestMessage) => Promise<void>;
  readonly warnOwner: (owed: EndpointMessage) => Promise<void>;
}

/**
 * What waits in the queue of calls: calls to people on duty, notices to safe contacts, digests to
 * agencies without a system, and warnings to the owners of endpoints.
 */
export const takeMessage =
  ({ reachDuty, passNotice, sendDigest, warnOwner }: Deps) =>
  (owed: CallsMessage): Promise<void> => {
    if ('notice' in owed) return passNotice(owed);
    if ('digest' in owed) return sendDigest(owed);
    return 'endpoint' in owed ? warnOwner(owed) : reachDuty(owed);
  };
