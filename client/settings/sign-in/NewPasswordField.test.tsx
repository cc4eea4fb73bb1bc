import { expect, it } from 'vitest';
import { renderScreen } from '../../ui/testing/render-screen.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';

const rule = 'At least 8 characters.';

it.each([
  ['before anything was tried', undefined, [rule]],
  ['when the password was too short', rule, [rule]],
  [
    'beside another problem',
    'This password is known from a leak.',
    [rule, 'This password is known from a leak.'],
  ],
])('says the rule once %s', async (_, error, texts) => {
  const { screen } = renderScreen([{ path: '/', element: <NewPasswordField error={error} /> }], '/');
  await screen.findByLabelText('Choose a password');
  for (const text of texts) expect(screen.getAllByText(text)).toHaveLength(1);
});
