import { useId } from 'react';
import type { Option } from './choice.tsx';

interface PickProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  /** What stands there before anything was chosen. */
  readonly none: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly at?: string;
}

/**
 * One of many. The browser's own list: on a telephone it is the one people know, and it costs
 * nothing to load.
 */
export function Pick({ label, hint, error, options, none, value, onChange, at }: PickProps) {
  const id = useId();
  return (
    <div className="field" data-short data-at={at} data-invalid={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="soft small">
          {hint}
        </span>
      )}
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          `${hint ? `${id}-hint` : ''} ${error ? `${id}-error` : ''}`.trim() || undefined
        }
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
    </div>
  );
}
