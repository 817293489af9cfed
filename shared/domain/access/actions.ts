/** What can be asked of the hub; each use case asks for exactly one of them. */
export const actions = [
  'referral.submit',
  'referral.list',
  'referral.read',
  'referral.explain',
  'referral.feedback',
  'referral.acknowledge',
  'referral.close',
  'referral.release-feedback',
  'referral.close-loop',
  'referral.except',
  'referral.return',
  'referral.withdraw',
  'question.ask',
  'question.read',
  'question.answer',
  'statement.make',
  'statement.read',
  'statement.consider',
  'case.read',
  'case.add-task',
  'case.decide-safety',
  'safety.read',
  'waiver.ask',
  'waiver.confirm',
  'waiver.read',
  'conditions.read',
  'task.list',
  'task.read',
  'task.transition',
  'task.redirect',
  'feed.read',
  'endpoint.manage',
  'directory.read',
  'duty.publish',
  'duty.read',
  'oversight.read',
] as const;
export type Action = (typeof actions)[number];

/** Actions that show a record and change nothing: each leaves an entry before it is answered. */
export const isRead = (action: Action): boolean =>
  action.endsWith('.read') || action.endsWith('.explain');
