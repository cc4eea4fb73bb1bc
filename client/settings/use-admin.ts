import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { adminRoutes } from '../../shared/api/admin.ts';
import { toSentence } from '../api/api-problem.ts';
import { call } from '../api/call.ts';

/** Settings hang together: a department counts its people. So one change reads all that is shown again. */
const root = 'admin';
const key = (area: string): QueryKey => [root, area];

/** Everybody with an account or an invitation. */
export const usePeople = () =>
  useQuery({
    queryKey: key('people'),
    queryFn: async ({ signal }) => (await call(adminRoutes.peopleList, { signal })).people,
  });

/** The departments, with their numbers of people and of waiting customers. */
export const useDepartments = () =>
  useQuery({
    queryKey: key('departments'),
    queryFn: async ({ signal }) => (await call(adminRoutes.departmentList, { signal })).departments,
  });

/** The API keys, without their secrets. */
export const useKeys = () =>
  useQuery({
    queryKey: key('keys'),
    queryFn: async ({ signal }) => (await call(adminRoutes.keyList, { signal })).keys,
  });

/** The names of the secrets; their values never leave the server. */
export const useSecrets = () =>
  useQuery({
    queryKey: key('secrets'),
    queryFn: async ({ signal }) => (await call(adminRoutes.secretList, { signal })).secrets,
  });

/** What holds for all bots of this server. */
export const useServerSettings = () =>
  useQuery({
    queryKey: key('settings'),
    queryFn: async ({ signal }) => (await call(adminRoutes.settingsRead, { signal })).settings,
  });

interface Telling {
  /** A form that shows its failures itself wants no notice beside it. */
  quiet?: boolean;
}

/** Makes a change in the settings; what is shown of them is read again, a failure is told. */
export function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  { quiet = false }: Telling = {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [root] }),
    onError: (error) => {
      if (!quiet)
        notifications.show({
          color: 'red',
          title: i18next.t('common:notSaved'),
          message: toSentence(error),
        });
    },
  });
}

/** Tells in a corner that a change is kept. */
export function tellSaved(): void {
  notifications.show({ message: i18next.t('common:saved'), autoClose: 2500 });
}
