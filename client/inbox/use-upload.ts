import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { call } from '../api/call.ts';

/** Uploads a file and then has it sent. A failed upload keeps the file for another try. */
export function useUpload(conversation: string, send: (file: { id: string; name: string }) => void) {
  return useMutation({
    mutationFn: async (file: File) => {
      if (file.size > inboxRoutes.inboxUpload.limit)
        throw new ApiProblem(413, 'too-large', i18next.t('inbox:upload.tooLarge', { name: file.name }));
      return call(inboxRoutes.inboxUpload, { params: { id: conversation }, body: {}, file });
    },
    onSuccess: ({ file }) => send(file),
  });
}
export type Upload = ReturnType<typeof useUpload>;
