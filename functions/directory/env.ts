import * as z from 'zod';
import type { Published } from '../../shared/contract/openapi.ts';
import { ApiEnv } from '../../shared/platform/config.ts';

export const Env = ApiEnv;

/** Where tokens are given out, where that is not below the issuer's own address. */
const SignInEnv = z.object({
  AUTHORIZATION_URL: z.url().optional(),
  TOKEN_URL: z.url().optional(),
});

/** The addresses that the published contract names for signing in. */
export function signInOf({ TOKEN_ISSUER }: z.infer<typeof Env>, variables: unknown): Published {
  const {
    AUTHORIZATION_URL: authorizationUrl = `${TOKEN_ISSUER}/authorize`,
    TOKEN_URL: tokenUrl = `${TOKEN_ISSUER}/token`,
  } = SignInEnv.parse(variables);
  return { authorizationUrl, tokenUrl };
}
