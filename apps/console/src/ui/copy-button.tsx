import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './button.js';
import { say } from './toasts.js';
import { t } from '../language/t.js';

const saidFor = 2_000;

export function CopyButton({ text, children = t('Copy'), ...props }: ButtonProps & { text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Without https a browser gives no clipboard.
      say('bad', t('The browser does not allow copying. Select the text and copy it by hand.'));
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button {...props} onClick={() => void copy()}>
      <Icon size={14} aria-hidden />
      <span aria-live="polite">{copied ? t('Copied') : children}</span>
    </Button>
  );
}
