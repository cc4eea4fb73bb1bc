import { CloseButton, createTheme, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createQueryClient } from '../api/query-client.ts';
import { cssVariables, theme as look } from '../ui/theme.ts';

/** Everything the screens take for granted: the look, the cache of what the server said, notices, dialogs. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(createQueryClient);
  const theme = useSpokenTheme();
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={readStyleNonce}
      >
        <ModalsProvider>
          <Notifications position="top-center" autoClose={6000} />
          {children}
        </ModalsProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** The server lets only those style tags in that carry the page's own nonce. */
export function readStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}

/** The look, with names for screen readers where Mantine has none. */
function useSpokenTheme() {
  const { t } = useTranslation();
  const close = t('action.close');
  return useMemo(() => {
    const named: object = { 'aria-label': close };
    const components = { CloseButton: CloseButton.extend({ defaultProps: { ...named } }) };
    return mergeThemeOverrides(look, createTheme({ components }));
  }, [close]);
}
