import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { LazyPage } from '../ui/lazy-page.js';
import { LoginPage } from './login-page.js';

const SetUpPage = lazy(() => import('../set-up/set-up-page.js'));

/** What nobody in particular sees. */
export function SignedOut() {
  return (
    <Routes>
      <Route
        path="set-up"
        element={
          <LazyPage name="set-up">
            <SetUpPage />
          </LazyPage>
        }
      />
      <Route path="*" element={<LoginPage />} />
    </Routes>
  );
}
