import { roleWords } from '../people/words.js';
import { useConsole } from '../session/console-context.js';
import { Avatar } from '../ui/avatar.js';
import { Card } from '../ui/card.js';
import { Page } from '../ui/page.js';
import { LanguageSelect } from './language-select.js';
import { PasswordForm } from './password-form.js';
import { Sessions } from './sessions.js';
import { t } from '../language/t.js';

export default function AccountSettings() {
  const { name, email, role } = useConsole((state) => state.me);
  return (
    <Page title={t('Your account')} description={t('How you sign in, and where you are signed in.')}>
      <div className="max-w-3xl space-y-6">
        <section
          aria-label={t('You')}
          className="flex items-center gap-3 rounded-2xl border border-line bg-surface p-4"
        >
          <Avatar name={name} large />
          <div className="min-w-0">
            <p className="truncate font-medium">{name}</p>
            <p className="truncate text-compact text-muted">
              {email} · {roleWords[role].title}
            </p>
          </div>
        </section>
        <Card title={t('Password')}>
          <PasswordForm about={[name, email]} />
        </Card>
        <Card title={t('Language of the console')}>
          <div className="space-y-2 p-4">
            <LanguageSelect className="max-w-72" />
            <p className="text-xs text-muted">
              {t('For this device. What customers read follows their own language.')}
            </p>
          </div>
        </Card>
        <Card title={t('Sessions')}>
          <Sessions />
        </Card>
      </div>
    </Page>
  );
}
