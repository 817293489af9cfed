import type {
  CallMessage,
  CallsMessage,
  NoticeMessage,
} from '../../shared/domain/journal/messages.ts';

interface Deps {
  readonly reachDuty: (owed: CallMessage) => Promise<void>;
  readonly passNotice: (owed: NoticeMessage) => Promise<void>;
}

/** Two kinds of messages wait in the queue of calls: to people on duty, and to safe contacts. */
export const takeMessage =
  ({ reachDuty, passNotice }: Deps) =>
  (owed: CallsMessage): Promise<void> =>
    'notice' in owed ? passNotice(owed) : reachDuty(owed);
