/** Of the policy pack (hotlines.json): whom to call, written in by build/hotlines.ts. */
declare module 'virtual:hotlines' {
  interface Both {
    readonly ka: string;
    readonly en: string;
  }
  export const hotlines: readonly {
    readonly number: string;
    readonly name: Both;
    readonly use: Both;
  }[];
}
