import type { IntentRow, TriedMessage } from '#contracts';
import { CircleCheck, ThumbsDown } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { IntentPicker } from '../training-data/intent-picker.js';
import { useCreateIntent } from '../knowledge/queries.js';
import { intentNameFrom } from '../knowledge/words.js';
import { useAddExample } from '../training-data/queries.js';
import { Card } from '../ui/card.js';
import { Choice } from '../ui/choice.js';
import { Button } from '../ui/button.js';
import { FieldRow } from '../ui/field-row.js';
import { fieldClass } from '../ui/field.js';
import { GoOn } from '../ui/go-on.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { t } from '../language/t.js';

type Fix = 'other_intent' | 'better_answer' | 'new_intent';
const fixes: { value: Fix; label: string; about: string }[] = [
  {
    value: 'other_intent',
    label: t('It is about something else'),
    about: t('Choose the right intent, or none of your topics.'),
  },
  { value: 'better_answer', label: t('It understood, but the answer is not good'), about: t('Write a better one.') },
  { value: 'new_intent', label: t('It is a topic that the bot does not know yet'), about: t('Give it a title.') },
];

/** From a mistake to the row, or the answer, that mends it. */
export function WasWrong({ text, tried, intents }: { text: string; tried: TriedMessage; intents: IntentRow[] }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [fix, setFix] = useState<Fix>('other_intent');
  const [intentId, setIntentId] = useState<string | null>();
  const [title, setTitle] = useState('');
  const create = useCreateIntent();
  const add = useAddExample();
  const understood = intents.find(({ name }) => name === tried.reading?.intent);

  if (add.isSuccess) {
    return (
      <Card title={t('Noted')}>
        <p role="status" className="flex items-start gap-2.5 p-4 text-compact text-muted">
          <CircleCheck size={16} className="mt-0.5 shrink-0 text-good" aria-hidden />
          <span>
            {t(
              'The message is training data now. It counts from the next training on; a few more rows like it help more than one.',
            )}{' '}
            <Link to="/set-up/train" className="underline underline-offset-2">
              {t('Train')}
            </Link>
          </span>
        </p>
      </Card>
    );
  }
  if (!open) {
    return (
      <Button className="w-full" onClick={() => setOpen(true)}>
        <ThumbsDown size={14} aria-hidden /> {t('This was wrong')}
      </Button>
    );
  }
  const isReady = fix === 'other_intent' ? intentId !== undefined : intentNameFrom(title) !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fix === 'new_intent') {
      const intent = { name: intentNameFrom(title), title: title.trim(), description: '' };
      create.mutate(intent, { onSuccess: (made) => add.mutate({ text, intentId: made.id }) });
    } else if (intentId !== undefined) add.mutate({ text, intentId });
  };
  return (
    <Card title={t('This was wrong')}>
      <form onSubmit={submit} className="space-y-4 p-4">
        <Choice label={t('What was wrong')} value={fix} onChange={setFix} options={fixes} />
        {fix === 'other_intent' && (
          <IntentPicker
            intents={intents}
            value={intentId}
            onPick={setIntentId}
            label={t('The right intent')}
            placeholder={t('Choose the right intent')}
          />
        )}
        {fix === 'new_intent' && (
          <FieldRow label={t('Title of the new intent')} htmlFor={`${id}-title`}>
            <input
              id={`${id}-title`}
              maxLength={100}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              className={fieldClass}
            />
          </FieldRow>
        )}
        <Problem error={create.error ?? add.error} />
        <div className="flex justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            {t('Cancel')}
          </Button>
          {fix === 'better_answer' ? (
            <GoOn to={understood ? `/settings/intents?intent=${understood.id}` : '/settings/intents'}>
              {t('Write a better answer')}
            </GoOn>
          ) : (
            <SubmitButton pending={create.isPending || add.isPending} doing={t('Adding…')} disabled={!isReady}>
              {t('Add it to the training data')}
            </SubmitButton>
          )}
        </div>
      </form>
    </Card>
  );
}
