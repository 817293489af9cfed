import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { listOwedChecks, type OwedCheck } from '../../shared/contract/directory.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

type Owed = z.output<typeof OwedCheck>;

/** What of the policy pack a lawyer still has to confirm: nobody should take it for settled law. */
export function OwedChecks() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [wanted, want] = useState('');
  const owed = useRead(['policy', 'owed'], listOwedChecks, {});
  return (
    <Page title={t('oversight.owed.title')} lead={t('oversight.owed.lead')}>
      <Read of={owed}>
        {({ edition, since, items }) => {
          const titleOf = (file: string) =>
            t(`oversight.owed.file.${file}`, { defaultValue: file });
          const found = items.filter((one) => isWanted(one, titleOf(one.file), wanted));
          const files = [...Map.groupBy(found, ({ file }) => file)];
          return (
            <>
              <Notice
                tone="warn"
                title={t('oversight.owed.count', { count: items.length, edition })}
              >
                <p>
                  {t('oversight.owed.since', {
                    day: dayInWords(since, lang),
                    year: since.slice(0, 4),
                  })}
                </p>
              </Notice>
              <Field
                short
                label={t('oversight.owed.search')}
                value={wanted}
                onChange={want}
                maxLength={60}
              />
              <p role="status">{t('oversight.owed.found', { found: found.length })}</p>
              {files.map(([file, own]) => (
                <Card key={file} title={titleOf(file)}>
                  <Entries of={own} none="" line={(one) => <One key={one.item} owed={one} />} />
                </Card>
              ))}
            </>
          );
        }}
      </Read>
    </Page>
  );
}

/** By every word of it on the page, and by the name of its file in the pack. */
const isWanted = ({ file, item, check, source = '' }: Owed, title: string, wanted: string) =>
  `${file} ${title} ${item} ${check} ${source}`.toLowerCase().includes(wanted.trim().toLowerCase());

function One({ owed: { item, check, source } }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  const said = source && { said: t('oversight.owed.source', { source }) };
  return (
    <Entry title={<code className="hash">{item}</code>} {...said}>
      <p>{check}</p>
    </Entry>
  );
}
