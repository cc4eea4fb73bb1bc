import type { Perform } from './effect.ts';

/** Keeps a value on the contact, for this conversation and later ones. */
export const performRemember: Perform<'remember'> = ({ name, value }, { contact, remember }) => {
  contact[name] = value;
  remember[name] = value;
};
