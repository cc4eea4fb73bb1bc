import { Alert, Code, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toSentence } from '../../api/api-problem.ts';
import { ImportRefused } from './use-import.ts';

const mostShown = 30;

/** Why a file was refused: each problem with its place in the file and what to do. */
export function ImportRefusal({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { t } = useTranslation('editor');
  const refusal = error instanceof ImportRefused ? error.refusal : null;
  const problems = refusal?.type === 'refused' ? refusal.problems : [];
  return (
    <Alert
      color="red"
      role="alert"
      withCloseButton
      closeButtonLabel={t('common:action.close')}
      onClose={onClose}
      title={t('import.refused', { file: refusal?.file ?? '' })}
    >
      <Text size="sm">{toText(refusal, error, t)}</Text>
      {problems.length > 0 && (
        <List size="sm" mt="xs" spacing={4}>
          {problems.slice(0, mostShown).map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>
              {path !== '' && <Code mr={6}>{path}</Code>}
              {message}
            </List.Item>
          ))}
        </List>
      )}
      {problems.length > mostShown && (
        <Text size="sm" mt="xs">
          {t('import.more', { count: problems.length - mostShown })}
        </Text>
      )}
    </Alert>
  );
}

function toText(
  refusal: ImportRefused['refusal'] | null,
  error: unknown,
  t: (key: string) => string,
): string {
  if (refusal === null) return toSentence(error);
  return refusal.type === 'refused' ? refusal.sentence : t(`import.${refusal.type}`);
}
