import type { InboxDetail } from '#contracts';
import { Card } from '../ui/card.js';
import { CodeBlock } from '../ui/code-block.js';
import { Tabs } from '../ui/tabs.js';
import { snippets } from './snippets.js';
import { t } from '../language/t.js';

export function SnippetCard({ inbox, publicUrl }: { inbox: InboxDetail; publicUrl: string }) {
  return (
    <Card title={t('Put it on your page')}>
      <Tabs
        label={t('Where your shop runs')}
        tabs={snippets.map(({ platform, title, where, code }) => ({
          value: platform,
          label: title,
          content: (
            <div className="space-y-3">
              <p className="text-compact text-muted">{where}</p>
              <CodeBlock label={t('Code for {title}', { title })} code={code(publicUrl, inbox.key)} />
            </div>
          ),
        }))}
      />
    </Card>
  );
}
