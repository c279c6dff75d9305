import type { AnswerCondition } from '#contracts';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button, IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { areaClass, fieldClass } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { conditionWords, operatorOptions } from './words.js';
import { t } from '../language/t.js';

/** The contract's limit. */
const most = 20;

/** Other texts for what the shop says: the first row whose test holds is said, else the answer itself. */
export function ConditionsTable({
  conditions,
  variables,
  matching,
  onChange,
}: {
  conditions: AnswerCondition[];
  variables: string[];
  /** The row that holds for the values of the preview. */
  matching: number | null;
  onChange: (conditions: AnswerCondition[]) => void;
}) {
  const move = (from: number, to: number) =>
    onChange(conditions.toSpliced(from, 1).toSpliced(to, 0, conditions[from]!));
  return (
    <div className="space-y-2">
      {conditions.map((condition, index) => (
        <div
          key={index}
          role="group"
          aria-label={t('Row {index}: if {condition}', { index: index + 1, condition: conditionWords(condition) })}
          className={cx(
            'rounded-xl border p-3',
            index === matching ? 'border-accent bg-accent-soft/50' : 'border-line',
          )}
        >
          <div className="flex items-center justify-between">
            <span className="text-compact font-medium">{index === 0 ? t('If') : t('Else if')}</span>
            <span className="-mt-1 -me-1 flex">
              <IconButton label={t('Move up')} disabled={index === 0} onClick={() => move(index, index - 1)}>
                <ArrowUp size={15} aria-hidden />
              </IconButton>
              <IconButton
                label={t('Move down')}
                disabled={index === conditions.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown size={15} aria-hidden />
              </IconButton>
              <IconButton label={t('Remove this row')} onClick={() => onChange(conditions.toSpliced(index, 1))}>
                <Trash2 size={15} aria-hidden />
              </IconButton>
            </span>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Test
              condition={condition}
              variables={variables}
              onChange={(changed) => onChange(conditions.with(index, changed))}
            />
          </div>
          <textarea
            aria-label={t('Then the bot says')}
            className={`${areaClass} mt-2 min-h-14`}
            dir="auto"
            placeholder={t('Then the bot says …')}
            value={condition.text}
            maxLength={4000}
            onChange={(event) => onChange(conditions.with(index, { ...condition, text: event.target.value }))}
          />
        </div>
      ))}
      {conditions.length < most && (
        <Button
          small
          onClick={() =>
            onChange([...conditions, { variable: variables[0] ?? '', operator: 'is', value: '', text: '' }])
          }
        >
          <Plus size={14} aria-hidden /> {conditions.length === 0 ? t('Answer differently if …') : t('Add a row')}
        </Button>
      )}
    </div>
  );
}

function Test({
  condition,
  variables,
  onChange,
}: {
  condition: AnswerCondition;
  variables: string[];
  onChange: (condition: AnswerCondition) => void;
}) {
  const known = variables.includes(condition.variable) ? variables : [condition.variable, ...variables];
  return (
    <>
      <div className="w-40">
        <Select
          label={t('Variable')}
          className="font-mono text-compact"
          value={condition.variable}
          onChange={(variable) => onChange({ ...condition, variable })}
          options={known.map((name) => ({ value: name, label: name }))}
        />
      </div>
      <div className="w-54">
        <Select
          label={t('Comparison')}
          value={condition.operator}
          onChange={(operator) =>
            onChange({ ...condition, operator, value: operator === 'is_empty' ? '' : condition.value })
          }
          options={operatorOptions}
        />
      </div>
      {condition.operator !== 'is_empty' && (
        <div className="min-w-24 flex-1">
          <input
            aria-label={t('Value')}
            className={fieldClass}
            value={condition.value}
            maxLength={200}
            onChange={(event) => onChange({ ...condition, value: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
