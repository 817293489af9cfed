import { useState } from 'react';
import { Button, LinkButton } from './components/button.tsx';
import { Changes } from './components/changes.tsx';
import { ManyOf, OneOf } from './components/choice.tsx';
import { Entries, Entry } from './components/entry.tsx';
import { Facts } from './components/facts.tsx';
import { Field } from './components/field.tsx';
import { Figures } from './components/figures.tsx';
import { FileField } from './components/file-field.tsx';
import { Fold } from './components/fold.tsx';
import { Notice, Tag } from './components/notice.tsx';
import { Page } from './components/page.tsx';
import { Parts } from './components/parts.tsx';
import { Pick } from './components/pick.tsx';
import { Empty, Failed, Waiting } from './components/states.tsx';
import { Table } from './components/table.tsx';
import { Verbatim } from './components/verbatim.tsx';

const OPTIONS = [
  { value: 'one', label: 'ერთი · one' },
  { value: 'two', label: 'ორი · two' },
];

/** All components the console is made of, in each of their states; for whoever builds with them. */
export function ComponentsPage() {
  const [text, setText] = useState('');
  const [one, setOne] = useState<string>();
  const [many, setMany] = useState<string[]>([]);
  return (
    <Page title="კომპონენტები · Components">
      <section className="card" aria-label="Buttons">
        <div className="row">
          <Button look="first">first</Button>
          <Button>second</Button>
          <Button look="danger">danger</Button>
          <Button look="plain">plain</Button>
          <Button look="first" pending>
            pending
          </Button>
          <LinkButton to="/_components">link</LinkButton>
        </div>
      </section>
      <section className="card" aria-label="Fields">
        <Field label="სახელი · name" hint="hint" value={text} onChange={setText} />
        <Field label="error" error="what is wrong. What to do." value={text} onChange={setText} />
        <Field long label="long" value={text} onChange={setText} />
        <FileField label="file" hint="hint" accept=".txt" onText={(text) => setText(text ?? '')} />
        <Pick label="pick" none="—" options={OPTIONS} value={one ?? ''} onChange={setOne} />
        <OneOf label="one of" options={OPTIONS} value={one} onChange={setOne} />
        <ManyOf label="many of" options={OPTIONS} value={many} onChange={setMany} />
      </section>
      <section className="card" aria-label="Notices">
        <Notice title="plain">text</Notice>
        <Notice tone="good" title="good" />
        <Notice tone="warn" title="warn" />
        <Notice tone="danger" title="danger" />
        <div className="row">
          <Tag>plain</Tag>
          <Tag tone="good">good</Tag>
          <Tag tone="warn">warn</Tag>
          <Tag tone="danger">danger</Tag>
        </div>
      </section>
      <Entries
        of={['plain', 'good', 'warn', 'danger'] as const}
        none="—"
        line={(tone) => (
          <Entry
            key={tone}
            title={tone}
            tone={tone}
            tags={<Tag tone={tone}>{tone}</Tag>}
            said="who, when"
          />
        )}
      />
      <Facts
        facts={[
          { name: 'name', value: 'value' },
          { name: 'left out', value: undefined },
        ]}
      />
      <Parts
        label="parts"
        parts={[
          { to: '/_components', label: 'one', current: true },
          { to: '/_components?two', label: 'two', current: false },
        ]}
      />
      <Changes of={[{ name: 'name', before: 'before', now: 'now' }]} />
      <Figures
        label="Figures"
        of={[
          { label: 'to do', count: 3, tone: 'danger', to: '/_components' },
          { label: 'not known yet', count: undefined, to: '/' },
        ]}
      />
      <Table
        caption="table"
        columns={['row', 'count']}
        rows={[{ key: 'one', tone: 'danger', cells: ['first', 1] }]}
      />
      <Fold title="fold" aside="what is in it">
        text
      </Fold>
      <Verbatim text="whsec_…" />
      <Waiting />
      <Empty title="empty">what to do now</Empty>
      <Failed error={new TypeError()} onAgain={() => undefined} />
    </Page>
  );
}
