import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportJournal } from '../../shared/contract/journal.ts';
import { useHub } from '../api/use-hub.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Failed } from '../design/components/states.tsx';

/** The journal as a file, page by page, up to the newest head; nothing of what is told is in it. */
function useTakingOut() {
  const call = useHub();
  const [lines, count] = useState(0);
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: async () => {
      const parts: string[] = [];
      let at: string | undefined;
      let taken = 0;
      do {
        const { body } = await call(exportJournal, at ? { at } : {});
        parts.push(...body.lines.map((line) => `${line}\n`));
        taken += body.lines.length;
        count(taken);
        at = body.next;
      } while (at);
      save(new Blob(parts, { type: 'application/x-ndjson' }));
    },
  });
  return { take: () => mutate(), lines, isPending, error, isSuccess };
}

/** As a file of the browser: its own way to keep something that came with a token. */
function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'ertad-journal.ndjson';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Taken out, it is checked without the hub. */
export function TakeOutJournal() {
  const { t } = useTranslation();
  const { take, lines, isPending, error, isSuccess } = useTakingOut();
  return (
    <Card title={t('oversight.journal.export')}>
      <p>{t('oversight.journal.exportLead')}</p>
      <div className="row">
        <Button pending={isPending} onPress={take}>
          {t('oversight.journal.take')}
        </Button>
        {(isPending || isSuccess) && (
          <span role="status">{t('oversight.journal.lines', { lines })}</span>
        )}
      </div>
      {error && <Failed error={error} />}
    </Card>
  );
}
