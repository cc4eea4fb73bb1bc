import { useLocation } from 'react-router';

/** The token of a one-time link: its fragment, which never travels to a server or into a log. */
export function useLinkToken(): string {
  return useLocation().hash.slice(1);
}
