import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { getDelivery, replayDelivery } from '../../shared/contract/deliveries.ts';
import { getEndpoint } from '../../shared/contract/partners.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Failed } from '../design/components/states.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { eventInWords } from '../words/events.ts';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { AttemptEntry } from './attempt-entry.tsx';
import { SystemsFrame } from './systems-frame.tsx';
import { TONES } from './tones.ts';

type Delivery = z.output<(typeof getDelivery)['answers'][200]>;

/** One webhook: every attempt, what the system answered, and sending it again. */
export function DeliveryPage() {
  const { t } = useTranslation();
  const { endpointId, sequence } = useParams() as { endpointId: EndpointId; sequence: string };
  const path = { endpointId, sequence: Number(sequence) };
  const about = ['deliveries', endpointId, sequence];
  const delivery = useRead(about, getDelivery, { path }, { every: 5000 });
  return (
    <SystemsFrame title={t('systems.delivery')}>
      <div>
        <LinkButton look="plain" to={`/app/systems/endpoints/${endpointId}/deliveries`}>
          {t('systems.log')}
        </LinkButton>
      </div>
      <Read of={delivery}>
        {(data) => (
          <>
            <WhatItSays delivery={data} />
            <Card title={t('systems.tries')}>
              {data.attempts.length === 0 && <p className="soft">{t('systems.noTries')}</p>}
              <ul className="entries">
                {data.attempts.map((attempt) => (
                  <AttemptEntry key={attempt.at} attempt={attempt} />
                ))}
              </ul>
              <Again endpointId={endpointId} delivery={data} />
            </Card>
          </>
        )}
      </Read>
    </SystemsFrame>
  );
}

function WhatItSays({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const urgencies = useCodes('urgencies');
  const { sequence, event, type, at, deadline, urgency, status, nextAttemptAt } = delivery;
  const shown = (moment: string | undefined) => moment && momentOf(moment, lang);
  const tag = <Tag tone={TONES[status]}>{t(`systems.status.${status}`)}</Tag>;
  return (
    <Card title={eventInWords(type, lang)} aside={tag}>
      <p className="soft">{t(`systems.statusText.${status}`)}</p>
      <Facts
        facts={[
          { name: t('systems.happenedAt'), value: shown(at) },
          { name: t('systems.dueAt'), value: shown(deadline) },
          { name: t('systems.urgency'), value: urgency && word(urgencies, urgency) },
          { name: t('systems.nextAt'), value: shown(nextAttemptAt) },
          { name: t('systems.inFeed'), value: String(sequence) },
          { name: 'webhook-id', value: <Verbatim text={event} /> },
          { name: 'type', value: <Verbatim text={type} /> },
        ]}
      />
    </Card>
  );
}

interface AgainProps {
  readonly endpointId: EndpointId;
  readonly delivery: Delivery;
}

/** By hand, with the same id; what waits goes anyway, and of what is withheld nobody may be told. */
function Again({ endpointId, delivery: { sequence, status } }: AgainProps) {
  const { t } = useTranslation();
  const { data } = useRead(['endpoint', endpointId], getEndpoint, { path: { endpointId } });
  const doing = useAct(replayDelivery, [['deliveries', endpointId]]);
  if (status === 'waiting' || status === 'withheld') return null;
  if (data?.state !== 'active') {
    return data ? <Notice tone="warn">{t('systems.replay.notNow')}</Notice> : null;
  }
  return (
    <>
      {doing.error && <Failed error={doing.error} />}
      <div>
        <Button
          look="first"
          pending={doing.isPending}
          onPress={() => doing.act({ path: { endpointId, sequence } })}
        >
          {t('systems.replay.one')}
        </Button>
      </div>
    </>
  );
}
