import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';

interface SecretProps {
  readonly secret: string;
  /** Where to keep it, and what it is for. */
  readonly note: string;
  /** It is kept: it goes from the page, and nobody shows it again. */
  readonly onKept: () => void;
}

/** A secret that the hub answers once. It is on this page only, and leaves with it. */
export function SecretOnce({ secret, note, onKept }: SecretProps) {
  const { t } = useTranslation();
  const shown = useRef<HTMLElement>(null);
  const [said, say] = useState('');
  const copy = async () => {
    // Where the browser does not let a page copy, what is to be copied is marked.
    const select = () => shown.current && getSelection()?.selectAllChildren(shown.current);
    const done = await navigator.clipboard.writeText(secret).then(
      () => true,
      () => false,
    );
    if (!done) select();
    say(t(done ? 'systems.secret.copied' : 'systems.secret.marked'));
  };
  return (
    <Notice tone="warn" title={t('systems.secret.title')} live>
      <Verbatim ref={shown} text={secret} />
      <p>{note}</p>
      <p>{t('systems.secret.once')}</p>
      <div className="row">
        <Button onPress={() => void copy()}>{t('systems.secret.copy')}</Button>
        <Button look="first" onPress={onKept}>
          {t('systems.secret.kept')}
        </Button>
        <span role="status">{said}</span>
      </div>
    </Notice>
  );
}
