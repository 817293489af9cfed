import { type ChangeEvent, useId } from 'react';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Endings and types that are offered: `.ics,text/calendar`. */
  readonly accept: string;
  /** What stands in the file that was chosen; nothing where none is chosen any more. */
  readonly onText: (text: string | undefined) => void;
}

/** A file of words from this computer: read here, and sent only as what is made of it. */
export function FileField({ label, hint, error, accept, onText }: FileFieldProps) {
  const id = useId();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) =>
    onText(await target.files?.[0]?.text());
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="soft small">
          {hint}
        </span>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint ? `${id}-hint ${id}-error` : `${id}-error`}
        onChange={(event) => void read(event)}
      />
      <span id={`${id}-error`} className="error">
        {error}
      </span>
    </div>
  );
}
