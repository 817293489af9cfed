import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { confirmWaiver, type WaiverView, waivers } from '../../shared/contract/safety.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { useWhen } from './use-when.ts';

type Waiver = z.output<typeof WaiverView>;

/** Tracks of a case that somebody asks to waive: a second person confirms, or talks to the lead. */
export function WaiversPage() {
  const { t } = useTranslation();
  const caseId = useParams().caseId as CaseId;
  const asked = useRead(['oversight', 'waivers', caseId], waivers, { path: { caseId } });
  return (
    <Page title={t('oversight.waivers.title')} lead={t('oversight.waivers.lead')}>
      <Read of={asked}>
        {({ items }) => (
          <Entries
            of={items}
            none={t('oversight.waivers.none')}
            line={(one) => <One key={one.number} caseId={caseId} waiver={one} />}
          />
        )}
      </Read>
    </Page>
  );
}

function One({ caseId, waiver }: { readonly caseId: CaseId; readonly waiver: Waiver }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const tracks = useCodes('tracks');
  const doing = useAct(confirmWaiver, [['oversight']]);
  const { number, version, reason, note, askedBy, confirmed } = waiver;
  const what = waiver.track ? word(tracks, waiver.track) : t('oversight.waivers.task');
  return (
    <Entry
      title={what}
      tags={<Tag tone={confirmed ? 'good' : 'warn'}>{reason.label}</Tag>}
      said={[askedBy, confirmed && `${nameOf(confirmed.agency)}, ${when.at(confirmed.at)}`]
        .filter(Boolean)
        .join(' · ')}
    >
      {note && <p>{note}</p>}
      {!confirmed && (
        <ActForm
          doing={doing}
          does={t('oversight.waivers.confirm')}
          onDo={() => doing.act({ path: { caseId, number }, ifMatch: version })}
        />
      )}
    </Entry>
  );
}
