import { readFileSync } from 'node:fs';
import type { OpenApiDocument } from '../../shared/contract/openapi/document.ts';

interface SignIn {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/** The contract that was made when the code was bundled and lies beside it (infra/bundle.ts). */
export const documentBeside = (code: string): OpenApiDocument =>
  JSON.parse(readFileSync(new URL('openapi.json', code), 'utf8'));

/** What the hub sends, as it was derived from that contract: nothing in it depends on the deployment. */
export const asyncDocumentBeside = (code: string): string =>
  readFileSync(new URL('asyncapi.json', code), 'utf8');

/** The contract with the addresses of this deployment at which one signs in. */
export function signedInAt(
  { components, ...document }: OpenApiDocument,
  { authorizationUrl, tokenUrl }: SignIn,
): OpenApiDocument {
  const schemes = Object.entries(components.securitySchemes).map(([name, scheme]) => {
    // A signature is no way to sign in.
    if (!scheme.flows) return [name, scheme] as const;
    const { clientCredentials, authorizationCode } = scheme.flows;
    const flows = {
      clientCredentials: { ...clientCredentials, tokenUrl },
      authorizationCode: { ...authorizationCode, authorizationUrl, tokenUrl },
    };
    return [name, { ...scheme, flows }] as const;
  });
  return {
    ...document,
    components: { ...components, securitySchemes: Object.fromEntries(schemes) },
  };
}
