/** What can be asked of the hub; each use case asks for exactly one of them. */
export const actions = [
  'referral.submit',
  'referral.list',
  'referral.read',
  'referral.explain',
  'referral.feedback',
  'referral.acknowledge',
  'referral.close',
  'case.read',
  'case.add-task',
  'task.list',
  'task.read',
  'task.transition',
  'task.redirect',
  'feed.read',
  'endpoint.manage',
  'directory.read',
] as const;
export type Action = (typeof actions)[number];

/** Actions that show a record and change nothing: each leaves an entry before it is answered. */
export const isRead = (action: Action): boolean =>
  action.endsWith('.read') || action.endsWith('.explain');
