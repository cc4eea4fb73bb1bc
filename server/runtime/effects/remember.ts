import type { Perform } from './effect.ts';

/** Keeps a value on the contact, for this conversation and later ones. */
export const performRemember: Perform<'remember'> = ({ name, value }, { contact }) => {
  // A new object, since facts that are on their way into the log hold the old one.
  contact.attributes = { ...contact.attributes, [name]: value };
};
