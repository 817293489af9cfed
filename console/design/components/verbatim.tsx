import type { Ref } from 'react';

interface VerbatimProps {
  readonly text: string;
  readonly ref?: Ref<HTMLElement>;
}

/** A key, an address, an answer of a machine: sign for sign, in lines as long as the page allows. */
export const Verbatim = ({ text, ref }: VerbatimProps) => (
  <code ref={ref} className="verbatim">
    {text}
  </code>
);
