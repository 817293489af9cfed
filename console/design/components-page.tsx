import { useState } from 'react';
import { Button, LinkButton } from './components/button.tsx';
import { ManyOf, OneOf } from './components/choice.tsx';
import { Facts } from './components/facts.tsx';
import { Field } from './components/field.tsx';
import { Notice, Tag } from './components/notice.tsx';
import { Page } from './components/page.tsx';
import { Pick } from './components/pick.tsx';
import { Empty, Failed, Waiting } from './components/states.tsx';

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
      <Facts
        facts={[
          { name: 'name', value: 'value' },
          { name: 'left out', value: undefined },
        ]}
      />
      <Waiting />
      <Empty title="empty">what to do now</Empty>
      <Failed error={new TypeError()} onAgain={() => undefined} />
    </Page>
  );
}
