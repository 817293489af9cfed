/**
 * The addresses at which the console is served. They are routes of the same gateway and no part of
 * the published contract: what a program calls is under `/v1`.
 */
const page = <const P extends string>(operation: string, path: P) =>
  ({ method: 'GET', path, operation, function: 'console', public: true }) as const;

export const pages = [
  page('consoleHome', '/'),
  page('consoleReturn', '/signed-in'),
  page('consoleComponents', '/_components'),
  /** Every other page of the console. */
  page('consolePage', '/app/{page+}'),
  /** Its code, styles and type: named by their own hash, so they never change. */
  page('consoleFile', '/assets/{file}'),
];
