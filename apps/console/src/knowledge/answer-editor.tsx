import type { IntentDetail, Locale } from '#contracts';
import { useId, useState, type ReactNode } from 'react';
import { useActions } from '../actions/queries.js';
import { FieldRow } from '../ui/field-row.js';
import { Select } from '../ui/select.js';
import { useSettled } from '../ui/use-settled.js';
import { variablesIn, variablesOf, type AnswerDraft } from './answer-draft.js';
import { AnswerTextField } from './answer-text-field.js';
import { ConditionsTable } from './conditions-table.js';
import { PreviewPanel } from './preview-panel.js';
import { useAnswerPreview } from './queries.js';
import { TypicalReplies } from './typical-replies.js';
import { t } from '../language/t.js';

const none = 'none';
/** The preview follows the keys after this pause, ms. */
const pause = 300;

/** One answer in one language: text, action, table, typical replies and preview. Saving is its owner's business. */
export function AnswerEditor({
  detail,
  locale,
  draft,
  onChange,
  mayChange,
  children,
}: {
  detail: IntentDetail;
  locale: Locale;
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
  mayChange: boolean;
  /** What is to be done with the draft. */
  children: ReactNode;
}) {
  const id = useId();
  const actions = useActions().data?.actions ?? [];
  const [values, setValues] = useState<Record<string, string>>({ 'contact.name': 'Ada' });
  const variables = variablesOf(actions.find((entry) => entry.id === draft.actionId));
  const settled = useSettled(draft, pause);
  const known = useSettled(values, pause);
  const preview = useAnswerPreview(settled.text, settled.conditions, withoutEmpty(known)).data;
  const set = (part: Partial<AnswerDraft>) => onChange({ ...draft, ...part });
  const chosen = preview && preview.condition !== null ? draft.conditions[preview.condition]?.text : draft.text;

  const hasTable = draft.conditions.length > 0;
  const text = (
    <AnswerTextField
      key="text"
      id={`${id}-text`}
      label={hasTable ? t('Else the bot says') : t('The bot says')}
      text={draft.text}
      marks={variables}
      onChange={(changed) => set({ text: changed })}
    />
  );
  const action = (
    <FieldRow
      key="action"
      label={t('Action')}
      htmlFor={`${id}-action`}
      hint={t('Asks your shop first, for what changes from customer to customer.')}
    >
      <Select
        id={`${id}-action`}
        label={t('Action')}
        className="max-w-80"
        value={draft.actionId ?? none}
        onChange={(actionId) => set({ actionId: actionId === none ? null : actionId })}
        options={[
          { value: none, label: t('None: the same answer for everybody') },
          ...actions.map((entry) => ({ value: entry.id, label: entry.title })),
        ]}
      />
    </FieldRow>
  );
  const table = (
    <ConditionsTable
      key="table"
      conditions={draft.conditions}
      variables={variables}
      matching={preview?.condition ?? null}
      onChange={(conditions) => set({ conditions })}
    />
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem] xl:grid-cols-[1fr_23rem]">
      <div className="min-w-0 space-y-5">
        <fieldset disabled={!mayChange} className="min-w-0 space-y-5">
          {/* Read from above: the tests in their order, then what is left. */}
          {hasTable ? [action, table, text] : [text, action, table]}
        </fieldset>
        {children}
        <TypicalReplies
          replies={detail.typicalReplies}
          mayUse={mayChange}
          draft={draft.text}
          onUse={(text) => set({ text })}
        />
      </div>
      <div className="lg:sticky lg:top-4">
        <PreviewPanel
          question={detail.examples[0]?.text ?? null}
          said={preview?.text ?? chosen ?? draft.text}
          locale={locale}
          missing={preview?.missing ?? []}
          variables={variablesIn(draft)}
          values={values}
          onValues={setValues}
        />
      </div>
    </div>
  );
}

function withoutEmpty(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
