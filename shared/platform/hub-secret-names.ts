/** Every secret that functions share: a rotation of the keys goes over all of them. */
export const HUB_SECRETS = [
  'cursor',
  'proposal',
  'journal-entry',
  'journal-head',
  'break-glass',
  'blind-number-1',
  'blind-name-1',
  'blind-person-1',
] as const;
export type HubSecretName = (typeof HUB_SECRETS)[number];

/** Where a secret stands in the hub's table, wrapped. */
export const secretKey = (name: HubSecretName) => ({ pk: `SECRET#${name}`, sk: 'STATE' });
