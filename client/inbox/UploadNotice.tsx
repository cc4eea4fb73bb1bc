import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toSentence } from '../api/api-problem.ts';
import type { Upload } from './use-upload.ts';

/** Above the composer while a file is on its way, or when it did not get there. */
export function UploadNotice({ upload }: { upload: Upload }) {
  const { t } = useTranslation('inbox');
  const file = upload.variables;
  if (!file) return null;
  if (upload.isPending)
    return (
      <Text size="xs" c="dimmed" role="status">
        {t('upload.pending', { name: file.name })}
      </Text>
    );
  if (!upload.isError) return null;
  return (
    <Group gap="xs" role="alert">
      <Text size="xs" c="var(--baton-failed-ink)" flex={1}>
        {t('upload.failed', { name: file.name })} {toSentence(upload.error)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => upload.mutate(file)}>
        {t('common:failed.retry')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => upload.reset()}>
        {t('common:action.cancel')}
      </Button>
    </Group>
  );
}
