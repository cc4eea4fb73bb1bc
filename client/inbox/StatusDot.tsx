import type { AgentStatus } from '../../shared/api/inbox-conversation.ts';

const looks: Record<AgentStatus, { background: string; border: string }> = {
  online: { background: 'var(--baton-person)', border: 'var(--baton-person)' },
  away: { background: 'var(--baton-waiting)', border: 'var(--baton-waiting)' },
  offline: { background: 'transparent', border: 'var(--baton-quiet)' },
};

/** A dot in the colour of a status; the word beside it says the same. */
export function StatusDot({ status }: { status: AgentStatus }) {
  const { background, border } = looks[status];
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-block',
        width: 10,
        height: 10,
        borderRadius: '50%',
        background,
        border: `2px solid ${border}`,
      }}
    />
  );
}
