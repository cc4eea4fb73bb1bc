import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';

/** Around every screen: what shows while texts and code of a screen load. */
export function RootLayout() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Outlet />
    </Suspense>
  );
}
