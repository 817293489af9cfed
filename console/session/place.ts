/** Where one signs in and out; functions/console writes it into the page. */
export interface SignInPlace {
  readonly authorize: string;
  readonly token: string;
  readonly signOut: string;
  readonly client: string;
}

/** Read once from `<meta name="ertad:sign-in">`: addresses and the console's client id. */
export function signInPlace(): SignInPlace {
  const written = document.querySelector<HTMLMetaElement>('meta[name="ertad:sign-in"]')?.content;
  return JSON.parse(written ?? '') as SignInPlace;
}

/** The console's one address to which people come back. */
export const RETURN_PATH = '/signed-in';
