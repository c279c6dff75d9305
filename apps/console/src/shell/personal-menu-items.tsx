import { Bell, Check, CircleUserRound, Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Link } from 'react-router';
import { setPreferences, usePreferences } from '../session/preferences.js';
import { useSignOut } from '../session/session.js';
import { menuItemClass, menuLabelClass, menuLineClass } from '../ui/menu.js';
import { t } from '../language/t.js';

const themes = [
  { theme: 'light', title: t('Light'), icon: Sun },
  { theme: 'dark', title: t('Dark'), icon: Moon },
  { theme: 'system', title: t('As the system'), icon: Monitor },
] as const;

export function PersonalMenuItems({ onShortcuts }: { onShortcuts: () => void }) {
  const { theme } = usePreferences();
  const signOut = useSignOut();
  const indicator = (
    <DropdownMenu.ItemIndicator>
      <Check size={15} aria-hidden />
    </DropdownMenu.ItemIndicator>
  );
  return (
    <>
      <DropdownMenu.Separator className={menuLineClass} />
      <DropdownMenu.Label className={menuLabelClass}>{t('Theme')}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={theme}>
        {themes.map(({ theme: value, title, icon: Icon }) => (
          <DropdownMenu.RadioItem
            key={value}
            value={value}
            onSelect={(event) => {
              event.preventDefault();
              setPreferences({ theme: value });
            }}
            className={menuItemClass}
          >
            <Icon size={15} className="text-muted" aria-hidden />
            <span className="flex-1">{title}</span>
            {indicator}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator className={menuLineClass} />
      <DropdownMenu.Item asChild className={menuItemClass}>
        <Link to="/settings/notifications">
          <Bell size={15} className="text-muted" aria-hidden />
          {t('Notifications')}
        </Link>
      </DropdownMenu.Item>
      <DropdownMenu.Item asChild className={menuItemClass}>
        <Link to="/settings/account">
          <CircleUserRound size={15} className="text-muted" aria-hidden />
          {t('Your account')}
        </Link>
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={onShortcuts} className={menuItemClass}>
        <Keyboard size={15} className="text-muted" aria-hidden />
        {t('Keyboard shortcuts')}
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => signOut.mutate()} className={menuItemClass}>
        <LogOut size={15} className="text-muted" aria-hidden />
        {t('Sign out')}
      </DropdownMenu.Item>
    </>
  );
}
