import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Button } from '../design/components/button.tsx';
import { session } from '../session/session.ts';

/** A page nobody wonders about. */
const ELSEWHERE = 'https://ka.wikipedia.org/';
/** Pressed so often within the time: as the British government's pages do, who tested it. */
const PRESSES = 3;
const WITHIN_MS = 3000;

/** Leaves nothing on the screen or in the tab, and signs out behind it. */
function leave(): void {
  const token = session.forget();
  queries.clear();
  document.body.replaceChildren();
  document.title = '';
  if (token) {
    void fetch('/v1/session/end', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
      keepalive: true,
    });
  }
  location.replace(ELSEWHERE);
}

/** For somebody whose screen may be seen: a button, and the shift key three times. */
export function LeaveQuickly() {
  const { t } = useTranslation();
  useEffect(() => {
    let pressed: number[] = [];
    const onKey = ({ key }: KeyboardEvent) => {
      const now = performance.now();
      pressed = key === 'Shift' ? [...pressed.filter((at) => now - at < WITHIN_MS), now] : [];
      if (pressed.length >= PRESSES) leave();
    };
    addEventListener('keyup', onKey);
    return () => removeEventListener('keyup', onKey);
  }, []);
  return (
    <div className="leave no-print">
      <Button look="danger" onPress={leave}>
        {t('leave.button')}
      </Button>
      <span className="soft small">{t('leave.key')}</span>
    </div>
  );
}
