import type { ContactAttribute } from '#contracts';
import { IdCard, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { attempt, useConsole } from '../session/console-context.js';
import { maySetUp } from '../session/roles.js';
import { Button, IconButton } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { fieldClass } from '../ui/field.js';
import { Loaded } from '../ui/loaded.js';
import { Overtaken } from '../ui/overtaken.js';
import { Page } from '../ui/page.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { Select } from '../ui/select.js';
import { Placeholder } from '../ui/states.js';
import { useDraft } from '../ui/use-draft.js';
import { keyFor } from './attribute-key.js';
import { useContactAttributes, useSaveContactAttributes } from './queries.js';
import { t } from '../language/t.js';

const types = [
  { value: 'text', label: t('Text') },
  { value: 'number', label: t('Number') },
  { value: 'date', label: t('Date') },
  { value: 'yes_no', label: t('Yes or no') },
] as const;
const most = 40;

export default function AttributesSettings() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const attributes = useContactAttributes();
  return (
    <Page
      title={t('Contact attributes')}
      description={t(
        'What you keep about customers besides name and e-mail: their shop, their size, since when they buy.',
      )}
    >
      <Loaded query={attributes} what={t('The contact attributes')}>
        {(saved) => <Attributes saved={saved.attributes} mayChange={mayChange} />}
      </Loaded>
    </Page>
  );
}

function Attributes({ saved, mayChange }: { saved: ContactAttribute[]; mayChange: boolean }) {
  const save = useSaveContactAttributes();
  const { draft, setDraft, changed, overtaken, discard } = useDraft(saved);
  const [title, setTitle] = useState('');
  const add = () => {
    setDraft([...draft, { key: keyFor(title, draft), title: title.trim(), type: 'text' }]);
    setTitle('');
  };
  const taken = draft.some((attribute) => attribute.title.toLowerCase() === title.trim().toLowerCase());
  return (
    <Card title={t('Attributes')}>
      {!mayChange && <ReadOnlyNote />}
      {draft.length === 0 && (
        <Placeholder icon={IdCard} title={t('No attribute yet')}>
          {t('Those you make appear beside every conversation, and agents fill them in.')}
        </Placeholder>
      )}
      <ul aria-label={t('Attributes')} className="divide-y divide-line">
        {draft.map((attribute, index) => (
          <li key={attribute.key} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <span className="min-w-40 flex-1">
              <span dir="auto" className="block text-compact font-medium">
                {attribute.title}
              </span>
              <code className="text-xs text-muted">{attribute.key}</code>
            </span>
            <Select
              label={t('Type of {title}', { title: attribute.title })}
              value={attribute.type}
              disabled={!mayChange}
              onChange={(type) => setDraft(draft.with(index, { ...attribute, type }))}
              options={types}
              className="w-36"
            />
            {mayChange && (
              <IconButton
                label={t('Remove {title}', { title: attribute.title })}
                onClick={() => setDraft(draft.toSpliced(index, 1))}
              >
                <X size={15} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line p-4">
          <form
            className="flex min-w-60 flex-1 gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (title.trim() && !taken && draft.length < most) add();
            }}
          >
            <input
              aria-label={t('Title of a new attribute')}
              placeholder={t('A new attribute')}
              maxLength={60}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              className={fieldClass}
            />
            <Button type="submit" className="h-9" disabled={!title.trim() || taken || draft.length >= most}>
              <Plus size={15} aria-hidden /> {t('Add')}
            </Button>
          </form>
          <Overtaken by={{ overtaken, discard }} />
          <Button
            tone="primary"
            className="h-9"
            disabled={!changed || save.isPending}
            onClick={() => void attempt(save.mutateAsync({ attributes: draft }), t('Saved.'))}
          >
            {save.isPending ? t('Saving…') : t('Save')}
          </Button>
        </div>
      )}
    </Card>
  );
}
