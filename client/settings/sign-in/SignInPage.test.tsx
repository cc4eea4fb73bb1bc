import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem, startFakeServer } from '../../api/testing/fake-server.ts';
import { renderScreen } from '../../ui/testing/render-screen.tsx';
import { SignInPage, toOwnPath } from './SignInPage.tsx';

const person = {
  id: 'anna',
  name: 'Anna',
  email: 'anna@example.com',
  avatar: null,
  language: null,
  roles: ['agent'],
  departments: [],
};

function openSignIn(address: string) {
  return renderScreen(
    [
      { path: '/sign-in', element: <SignInPage /> },
      { path: '*', element: <p>Inside</p> },
    ],
    address,
  );
}

describe('the sign-in', () => {
  it('says what is wrong and keeps the e-mail address, then goes on to where the person wanted to be', async () => {
    let right = false;
    startFakeServer({
      'POST /api/auth/sign-in/email': () =>
        right
          ? { body: { person } }
          : problem(401, 'sign-in', 'The e-mail address or the password is not right.'),
    });
    const { screen, router } = openSignIn('/sign-in?to=%2Finbox%2Fc1');
    const email = (await screen.findByLabelText(/E-mail/)) as HTMLInputElement;
    const password = screen.getByLabelText(/^Password/) as HTMLInputElement;
    fireEvent.change(email, { target: { value: 'anna@example.com' } });
    fireEvent.change(password, { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(
      await screen.findByText('Refused. The e-mail address or the password is not right.'),
    ).toBeDefined();
    expect([email.value, password.value]).toEqual(['anna@example.com', '']);
    right = true;
    fireEvent.change(password, { target: { value: 'right-one' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/c1'));
  });

  it('goes on only to paths of our own', () => {
    expect(toOwnPath('/inbox/c1?folder=mine')).toBe('/inbox/c1?folder=mine');
    expect(toOwnPath('https://elsewhere.example')).toBe('/');
    expect(toOwnPath('//elsewhere.example')).toBe('/');
    expect(toOwnPath('/\\elsewhere.example')).toBe('/');
    expect(toOwnPath(null)).toBe('/');
  });
});
