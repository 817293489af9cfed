import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Failed } from './states.tsx';

interface ActFormProps {
  /** As api/use-act.ts gives it. */
  readonly doing: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly isStale: boolean;
    readonly again: () => Promise<void>;
  };
  readonly title?: string;
  /** What the button says: what is done by it. */
  readonly does: string;
  readonly look?: 'first' | 'second' | 'danger';
  readonly onDo: () => void;
  readonly onBack?: () => void;
  /** Said where somebody else was faster: what is different now. */
  readonly changed?: ReactNode;
  readonly children?: ReactNode;
}

/** Something to do, with what it needs: says what the hub has against it, and what changed meanwhile. */
export function ActForm(props: ActFormProps) {
  const { doing, title, does, look = 'first', onDo, onBack, changed, children } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The Enter key sends too, also while the first sending is under way.
    if (doing.isPending) return;
    setTries(tries + 1);
    onDo();
  };
  // On a telephone what is wrong may stand far above the button.
  useEffect(() => {
    if (tries > 0 || doing.error) goToFirstWrong(form.current);
  }, [tries, doing.error]);
  return (
    <form ref={form} className="stack act" onSubmit={submit} noValidate>
      {title && <h3>{title}</h3>}
      {children}
      {doing.isStale && (
        <Notice tone="warn" title={t('changed.title')} live>
          {changed ?? <p>{t('changed.lead')}</p>}
          <div>
            <Button onPress={() => void doing.again()}>{t('changed.show')}</Button>
          </div>
        </Notice>
      )}
      {doing.error && !doing.isStale && <Failed error={doing.error} />}
      <div className="row">
        <Button type="submit" look={look} pending={doing.isPending}>
          {does}
        </Button>
        {onBack && <Button onPress={onBack}>{t('steps.back')}</Button>}
      </div>
    </form>
  );
}

function goToFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]');
  const fields = 'input, textarea, select';
  const field = wrong?.matches(fields) ? wrong : wrong?.querySelector<HTMLElement>(fields);
  field?.focus();
}

export interface Act {
  readonly code: string;
  readonly label: string;
  /** What the page is there for. */
  readonly look?: 'first';
  /** What it needs, once it was chosen; `back` closes it, also after it was done. */
  readonly form: (back: () => void) => ReactNode;
}

/** What can be done here: one is chosen, then what it needs is asked in its place. */
export function Acts({ acts }: { readonly acts: readonly Act[] }) {
  const [chosen, choose] = useState<string>();
  const open = acts.find(({ code }) => code === chosen);
  if (open) return open.form(() => choose(undefined));
  if (acts.length === 0) return null;
  return (
    <div className="row no-print">
      {acts.map(({ code, label, look }) => (
        <Button key={code} look={look ?? 'second'} onPress={() => choose(code)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
