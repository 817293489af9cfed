import type { Identity } from './constructs/identity.ts';
import { ConsoleEnv } from './function-envs.ts';

/** Serves the console's files; it may reach nothing, and knows only where one signs in. */
export const consoleFunction = ({ signIn, console }: Identity) => ({
  env: ConsoleEnv,
  environment: {
    AUTHORIZATION_URL: `${signIn}/oauth2/authorize`,
    TOKEN_URL: `${signIn}/oauth2/token`,
    SIGN_OUT_URL: `${signIn}/logout`,
    CONSOLE_CLIENT_ID: console.userPoolClientId,
  },
  errorImpact: 'nobody can open the console; systems go on, people have to phone.',
});
