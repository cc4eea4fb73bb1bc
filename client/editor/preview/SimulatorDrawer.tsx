import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgentTab } from './AgentTab.tsx';
import styles from './SimulatorPanel.module.css';
import { ValuesTab } from './ValuesTab.tsx';
import { WorldTab } from './WorldTab.tsx';

const tabs = { values: ValuesTab, world: WorldTab, agent: AgentTab };

/** What the bot knows, the world around it, and the agent; pressing the open one folds it away. */
export function SimulatorDrawer() {
  const { t } = useTranslation('simulator');
  const [open, setOpen] = useState<string | null>('values');
  return (
    <Tabs
      className={styles.drawer}
      value={open}
      onChange={setOpen}
      allowTabDeactivation
      keepMounted={false}
      variant="default"
    >
      <Tabs.List grow>
        {Object.keys(tabs).map((tab) => (
          <Tabs.Tab key={tab} value={tab} className={styles.tab}>
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {Object.entries(tabs).map(([tab, Content]) => (
        <Tabs.Panel key={tab} value={tab} className={styles.tabPanel} tabIndex={0}>
          <Content />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
