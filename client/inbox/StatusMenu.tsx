import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { agentStatusSchema } from '../../shared/api/inbox-conversation.ts';
import { useSetStatus } from './inbox-actions.ts';
import { meQuery } from './inbox-queries.ts';
import { StatusDot } from './StatusDot.tsx';

/** One's own status: whether conversations are offered. */
export function StatusMenu() {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const setStatus = useSetStatus();
  const status = (setStatus.isPending ? setStatus.variables : me?.status) ?? 'offline';
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          fullWidth
          styles={{ inner: { justifyContent: 'flex-start' }, label: { flex: 1 } }}
          leftSection={<StatusDot status={status} />}
          rightSection={<ChevronDown size={16} aria-hidden />}
          aria-label={t('status.label', { status: t(`status.${status}`) })}
        >
          {t(`status.${status}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {agentStatusSchema.options.map((option) => (
          <Menu.Item
            key={option}
            leftSection={<StatusDot status={option} />}
            rightSection={option === status && <Check size={16} />}
            onClick={() => setStatus.mutate(option)}
          >
            {t(`status.${option}`)}
            <small style={{ display: 'block', color: 'var(--baton-quiet)' }}>
              {t(`statusHint.${option}`)}
            </small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
