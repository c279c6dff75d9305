import { escalationReason, type RoutingRule, type TeamView } from '#contracts';
import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { reasonOf } from '../evidence/reasons.js';
import { useInboxes } from '../inboxes/queries.js';
import { useIntentTable } from '../knowledge/queries.js';
import { Button, IconButton } from '../ui/button.js';
import { Combobox } from '../ui/combobox.js';
import { Select } from '../ui/select.js';
import { languageOptions } from './languages.js';
import { t } from '../language/t.js';

const any = { value: '', label: t('Any') };

/** The first rule that fits wins; an empty condition fits everything. */
export function RulesTable({
  rules,
  teams,
  disabled,
  onChange,
}: {
  rules: RoutingRule[];
  teams: TeamView[];
  disabled: boolean;
  onChange: (rules: RoutingRule[]) => void;
}) {
  const inboxes = useInboxes().data?.inboxes ?? [];
  const intents = useIntentTable().data?.intents ?? [];
  const inboxOptions = [any, ...inboxes.map(({ id, name }) => ({ value: id, label: name }))];
  const intentOptions = [any, ...intents.map(({ name, title }) => ({ value: name, label: title }))];
  const reasonOptions = [any, ...escalationReason.options.map((value) => ({ value, label: reasonOf(value).title }))];
  const languages = [any, ...languageOptions()];
  const teamOptions = teams.map(({ id, name }) => ({ value: id, label: name }));
  const patch = (index: number, change: Partial<RoutingRule>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  if (teams.length === 0) {
    return <p className="p-4 text-compact text-muted">{t('Make a team first; then say here what it gets.')}</p>;
  }
  return (
    <div className="p-4">
      <p className="mb-3 text-compact text-muted">
        {rules.length === 0
          ? t('No rules: everything is for everybody.')
          : t('The first rule that fits decides. What fits none is for everybody.')}
      </p>
      <ol className="space-y-3">
        {rules.map((rule, index) => (
          <li key={index} className="grid gap-2 rounded-lg border border-line p-3 sm:grid-cols-2">
            <Labelled title={t('Inbox')}>
              <Select
                label={t('Inbox')}
                value={rule.inboxId ?? ''}
                options={inboxOptions}
                onChange={(value) => patch(index, { inboxId: value || null })}
              />
            </Labelled>
            <Labelled title={t('Intent')}>
              <Combobox
                label={t('Intent')}
                value={rule.intent ?? ''}
                options={intentOptions}
                onChange={(value) => patch(index, { intent: value || null })}
                disabled={disabled}
              />
            </Labelled>
            <Labelled title={t('Reason')}>
              <Select<string>
                label={t('Reason')}
                value={rule.reason ?? ''}
                options={reasonOptions}
                onChange={(value) => patch(index, { reason: escalationReason.safeParse(value).data ?? null })}
              />
            </Labelled>
            <Labelled title={t('Language')}>
              <Select
                label={t('Language')}
                value={rule.language ?? ''}
                options={languages}
                onChange={(value) => patch(index, { language: value || null })}
              />
            </Labelled>
            <Labelled title={t('Goes to')}>
              <Select
                label={t('Team')}
                value={rule.teamId}
                options={teamOptions}
                onChange={(teamId) => patch(index, { teamId })}
              />
            </Labelled>
            <div className="flex items-end justify-end">
              {index > 0 && (
                <IconButton
                  label={t('Rule {index} before rule {index2}', { index: index + 1, index2: index })}
                  onClick={() => onChange(moveUp(rules, index))}
                >
                  <ArrowUp size={16} aria-hidden />
                </IconButton>
              )}
              <IconButton
                label={t('Remove rule {index}', { index: index + 1 })}
                onClick={() => onChange(rules.filter((_, at) => at !== index))}
              >
                <Trash2 size={16} aria-hidden />
              </IconButton>
            </div>
          </li>
        ))}
      </ol>
      <Button
        className="mt-3"
        onClick={() =>
          onChange([...rules, { teamId: teams[0]!.id, inboxId: null, intent: null, reason: null, language: null }])
        }
      >
        <Plus size={15} aria-hidden /> {t('Add rule')}
      </Button>
    </div>
  );
}

function moveUp(rules: RoutingRule[], index: number): RoutingRule[] {
  return rules.toSpliced(index - 1, 2, rules[index]!, rules[index - 1]!);
}

function Labelled({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <span className="mb-1 block text-xs text-muted" aria-hidden>
        {title}
      </span>
      {children}
    </div>
  );
}
