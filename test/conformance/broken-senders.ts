/** A sender with one bad habit, and the ids of the checks that have to name it: no others. */
export interface BrokenSender {
  readonly habit: string;
  /** What `startSender` is told to do badly. */
  readonly does: string;
  readonly fails: readonly string[];
}

export const brokenSenders: readonly BrokenSender[] = [
  { habit: 'makes a new id for every try', does: 'new-id', fails: ['send.same-id'] },
  { habit: 'repeats with the old timestamp', does: 'old-time', fails: ['send.new-timestamp'] },
  { habit: 'does not wait as long as asked', does: 'hasty', fails: ['send.retry-after'] },
  {
    habit: 'repeats what was refused for ever',
    does: 'stubborn',
    fails: ['send.moved', 'send.conflict', 'send.unauthorised', 'send.unprocessable'],
  },
  { habit: 'signs other bytes than it sends', does: 'respelled', fails: ['send.signature'] },
  {
    habit: 'never tries twice',
    does: 'once',
    fails: ['send.busy', 'send.retry-after', 'send.cut', 'send.no-answer'],
  },
  { habit: 'waits for ever for an answer', does: 'patient', fails: ['send.no-answer'] },
  { habit: 'counts milliseconds', does: 'milliseconds', fails: ['send.timestamp'] },
  { habit: 'follows a redirect', does: 'follows', fails: ['send.redirect'] },
  { habit: 'has one id for everything', does: 'one-id', fails: ['send.id-unique'] },
  { habit: 'sends a form', does: 'form', fails: ['send.content-type'] },
  { habit: 'writes the version as text', does: 'text-version', fails: ['send.body'] },
];
