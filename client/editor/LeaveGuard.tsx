import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { hasUnsaved } from './document/document-store.ts';
import { useEditor } from './editor-context.ts';

/** Leaving waits until everything is saved; where that does not work, the designer decides. */
export function LeaveGuard() {
  const { t } = useTranslation('editor');
  const { document, autosave } = useEditor();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && hasUnsaved(document.getState()),
  );
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (blocker.state !== 'blocked') return undefined;
    let current = true;
    void autosave.flush().then(() => {
      if (!current) return;
      if (hasUnsaved(document.getState())) setFailed(true);
      else blocker.proceed();
    });
    return () => {
      current = false;
      setFailed(false);
    };
  }, [blocker, autosave, document]);
  return (
    <Modal
      opened={blocker.state === 'blocked' && failed}
      onClose={() => blocker.reset?.()}
      title={t('leave.title')}
    >
      <Text size="sm">{t('leave.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('leave.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
