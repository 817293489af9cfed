import { type Client, client } from '../../shared/contract/client.ts';
import type { Lang } from '../../shared/domain/labels.ts';

interface VisitsOptions {
  readonly hub: string;
  readonly lang: Lang;
  readonly token: () => Promise<string>;
}

/** One account at work on a visit: calls what the contract declares. */
export const visitsOf = ({ hub, lang, token }: VisitsOptions): Client['call'] =>
  client({ baseUrl: hub, lang, token }).call;
