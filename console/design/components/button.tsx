import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link } from 'react-router';

type Look = 'first' | 'second' | 'danger' | 'plain';

interface ButtonProps {
  /** `first`: what the page is there for; there is one of it. */
  readonly look?: Look;
  readonly type?: 'button' | 'submit';
  /** Under way: it can be reached and says so, and does nothing when it is pressed again. */
  readonly pending?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

export const Button = ({
  look = 'second',
  type = 'button',
  pending,
  onPress,
  ...rest
}: ButtonProps) => (
  <AriaButton
    className="button"
    data-look={look}
    data-pending={pending || undefined}
    type={type}
    onPress={() => !pending && onPress?.()}
    // Not disabled: it would lose the focus, and whoever does not see it its place on the page.
    render={(given) => <button {...given} aria-disabled={pending || undefined} />}
    {...rest}
  />
);

interface LinkButtonProps {
  readonly look?: Look;
  readonly to: string;
  readonly children: ReactNode;
}

/** Leads to another page, and looks like a button. */
export const LinkButton = ({ look = 'second', to, children }: LinkButtonProps) => (
  <Link className="button" data-look={look} to={to}>
    {children}
  </Link>
);
