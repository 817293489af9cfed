import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { challengeEndpoint, testEndpoint } from '../../shared/contract/endpoint-trials.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Fold } from '../design/components/fold.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Failed } from '../design/components/states.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import type { Endpoint } from './draft.ts';

type Sent = z.output<(typeof testEndpoint)['answers'][200]>;

/** Sends something now, and shows what was sent and what the system answered. */
export function TryOut({ endpoint: { id, state } }: { readonly endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [sent, setSent] = useState<Sent>();
  const about = [['endpoint', id], ['endpoints']];
  const path = { path: { endpointId: id } };
  const challenge = useAct(challengeEndpoint, about, (answer) => setSent(answer.sent));
  const test = useAct(testEndpoint, [], setSent);
  const error = challenge.error ?? test.error;
  return (
    <Card title={t('systems.try.title')}>
      <p className="soft">{t(state === 'unproven' ? 'systems.try.prove' : 'systems.try.lead')}</p>
      <div className="row">
        {state === 'unproven' && (
          <Button pending={challenge.isPending} onPress={() => challenge.act(path)}>
            {t('systems.try.challenge')}
          </Button>
        )}
        <Button pending={test.isPending} onPress={() => test.act(path)}>
          {t('systems.try.test')}
        </Button>
      </div>
      {error && <Failed error={error} />}
      {sent && <WhatCame key={sent.event} sent={sent} />}
    </Card>
  );
}

function WhatCame({ sent }: { readonly sent: Sent }) {
  const { t } = useTranslation();
  const { arrived, problem, status, excerpt, milliseconds, headers } = sent;
  return (
    <>
      <Notice
        tone={arrived ? 'good' : 'danger'}
        title={problem?.label ?? t('systems.try.arrived')}
        live
      >
        {problem && <p>{problem.instead}</p>}
      </Notice>
      <Facts
        facts={[
          { name: t('systems.try.status'), value: status && String(status) },
          { name: t('systems.try.excerpt'), value: excerpt && <Verbatim text={excerpt} /> },
          { name: t('systems.try.took'), value: t('systems.milliseconds', { milliseconds }) },
        ]}
      />
      <Fold title={t('systems.try.headers')}>
        <Facts
          facts={Object.entries(headers).map(([name, value]) => ({
            name,
            value: <Verbatim text={value} />,
          }))}
        />
      </Fold>
    </>
  );
}
