import { LoaderCircle } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { sentence } from '../connection/rest.js';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { Logo } from '../ui/logo.js';
import { useSignIn } from './session.js';

export function LoginPage() {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password });
  };

  return (
    <main className="flex min-h-full items-center justify-center p-4">
      <form
        onSubmit={submit}
        className="w-full max-w-92 rounded-2xl border border-line bg-surface p-8 shadow-pop"
        aria-labelledby="login-title"
      >
        <Logo className="mb-6 size-9" />
        <h1 id="login-title" className="text-lg font-semibold tracking-tight">
          Sign in to Baton
        </h1>
        <p className="mt-1 mb-6 text-compact text-muted">The console for agents and supervisors.</p>

        <label className="mb-1 block text-compact font-medium" htmlFor="email">
          E-mail
        </label>
        <input
          id="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          className={`${fieldClass} mb-4`}
        />
        <label className="mb-1 block text-compact font-medium" htmlFor="password">
          Password
        </label>
        <input
          id="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby={signIn.isError ? 'login-problem' : undefined}
          className={fieldClass}
        />
        {signIn.isError && (
          <p id="login-problem" role="alert" className="mt-3 rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
            {sentence(signIn.error)}
          </p>
        )}
        <Button type="submit" tone="primary" className="mt-6 h-9 w-full" disabled={signIn.isPending}>
          {signIn.isPending && <LoaderCircle size={15} className="animate-spin" aria-hidden />}
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </main>
  );
}
