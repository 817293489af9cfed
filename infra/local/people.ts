/** Someone who can sign in at the local hub: a person, not a system. */
export interface Person {
  readonly sub: string;
  readonly name: { readonly ka: string; readonly en: string };
  readonly agency: string;
  readonly roles: readonly Role[];
}

/** A system of an agency, with client credentials. Its subject is its id. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly agency: string;
  readonly roles: readonly Role[];
}

export type Role = 'worker' | 'duty' | 'safety-person' | 'supervisor' | 'system';
