import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { agentStatusSchema } from '../../shared/api/inbox-conversation.ts';
import { usePerson } from '../api/session.ts';
import { areDesktopNoticesPossible, desktopNotices, setDesktopNotices } from './desktop-notice.ts';
import { useSetStatus } from './inbox-actions.ts';
import { agentsQuery, meQuery } from './inbox-queries.ts';
import { StatusDot } from './StatusDot.tsx';
import styles from './StatusMenu.module.css';

/** One's own status: whether conversations are offered. */
export function StatusMenu() {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const isLeftOut = useIsLeftOut();
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
        {isLeftOut && <p className={styles.note}>{t('noDepartment')}</p>}
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

/** Whether there are departments, but this agent serves none; administrators serve them all. */
function useIsLeftOut(): boolean {
  const { roles } = usePerson();
  const { data: me } = useQuery(meQuery);
  const departments = useQuery(agentsQuery).data?.departments ?? [];
  if (!me || departments.length === 0 || roles.includes('administrator')) return false;
  return !departments.some(({ id }) => me.departments.includes(id));
}
