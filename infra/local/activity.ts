/** What is going on in the hub: what runs now, and how much has been begun so far. */
export interface Activity {
  /** Marks something as running until the returned function is called. */
  begin(): () => void;
  readonly running: number;
  readonly begun: number;
}

export function activity(): Activity {
  let running = 0;
  let begun = 0;
  return {
    begin() {
      running += 1;
      begun += 1;
      let open = true;
      return () => {
        if (open) running -= 1;
        open = false;
      };
    },
    get running() {
      return running;
    },
    get begun() {
      return begun;
    },
  };
}
