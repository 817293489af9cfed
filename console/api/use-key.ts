import { useState } from 'react';

/** One key for as long as the form is there: pressed twice, or sent again, it is done once. */
export function useKey(): string {
  const [key] = useState(() => crypto.randomUUID() as string);
  return key;
}
