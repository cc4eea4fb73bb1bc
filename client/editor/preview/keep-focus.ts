import type { SyntheticEvent } from 'react';

/** Moves the keyboard to what stands around a button that its own press takes away. */
export function keepFocus({ currentTarget }: SyntheticEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[role="log"], [role="tabpanel"]')?.focus({ preventScroll: true });
}

/** What a button does that may take itself away. */
export function keepingFocus(act: () => void): (event: SyntheticEvent<HTMLElement>) => void {
  return (event) => {
    keepFocus(event);
    act();
  };
}
