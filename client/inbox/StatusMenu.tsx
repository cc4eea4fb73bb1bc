import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { agentStatusSchema } from '../../shared/api/inbox-conversation.ts';
import { areDesktopNoticesPossible, desktopNotices, setDesktopNotices } from './desktop-notice.ts';
import { useSetStatus } from './inbox-actions.ts';
import { meQuery } from './inbox-queries.ts';
import { StatusDot } from './StatusDot.tsx';
import styles from './StatusMenu.module.css';

/** One's own status: whether conversations are offered. */
export function StatusMenu() {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const setStatus = useSetStatus();
  const notices = useStore(desktopNotices, ({ on }) => on);
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
        <Menu.RadioGroup value={status} onChange={(next) => setStatus.mutate(agentStatusSchema.parse(next))}>
          {agentStatusSchema.options.map((option) => (
            <Menu.RadioItem
              key={option}
              value={option}
              closeMenuOnClick
              checkIcon={<Check size={16} />}
              rightSection={<StatusDot status={option} />}
            >
              {t(`status.${option}`)}
              <small className={styles.hint}>{t(`statusHint.${option}`)}</small>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {areDesktopNoticesPossible() && (
          <>
            <Menu.Divider />
            <Menu.CheckboxItem
              checked={notices}
              onChange={(on) => void setDesktopNotices(on)}
              checkIcon={<Check size={16} />}
            >
              {t('desktopNotices')}
            </Menu.CheckboxItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
